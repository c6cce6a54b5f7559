package layout

// Written by the fit: .tools/fit/run. In tenths of a logit.

// weights are those of the features in choosing a reading.
var weights = [len(features)]int32{
	15,  // stamps
	-47, // one-stamp
	-29, // disorder
	-12, // any-disorder
	15,  // clocks
	-45, // ages
	-18, // updated
	35,  // whole
	-30, // left-in
	-40, // left-out
	21,  // headers
	6,   // value
	14,  // no-tail
	9,   // open-end
	-21, // open-start
	-16, // shifted
	24,  // last-size
	8,   // first-size
	33,  // ends-near
	15,  // topped
	-77, // left-fits
	7,   // side-clocks
	-14, // side-ages
	-11, // side-closing
	-18, // between-none
	37,  // named
	14,  // byline
	-25, // bare-bylines
	17,  // dividers
	-32, // empty
	-9,  // size
	-53, // longest
	-22, // outsized
	24,  // running
	38,  // boundary-blanks
	-13, // misleading-blanks
	9,   // heads
	49,  // same-heads
	19,  // titles
	49,  // ends-sentence
	23,  // uniform-first
	13,  // repeated-last
	17,  // coherence
	43,  // daily-likely
	-21, // daily-single
	-44, // daily-headed
	32,  // daily-pairs
	36,  // daily-left
	17,  // above
	-12, // between
	8,   // below
	46,  // trailing
}

// doubts are the weights of the features of the chosen reading in how sure its entries are.
var doubts = [len(features)]int32{
	-2, // stamps
	-0, // one-stamp
	-0, // disorder
	-2, // any-disorder
	1,  // clocks
	-0, // ages
	0,  // updated
	0,  // whole
	0,  // left-in
	1,  // left-out
	2,  // headers
	2,  // value
	1,  // no-tail
	-0, // open-end
	0,  // open-start
	-0, // shifted
	3,  // last-size
	-0, // first-size
	1,  // ends-near
	3,  // topped
	0,  // left-fits
	-1, // side-clocks
	0,  // side-ages
	2,  // side-closing
	0,  // between-none
	-2, // named
	1,  // byline
	-0, // bare-bylines
	1,  // dividers
	-0, // empty
	-1, // size
	-1, // longest
	-1, // outsized
	3,  // running
	0,  // boundary-blanks
	-0, // misleading-blanks
	-2, // heads
	1,  // same-heads
	1,  // titles
	2,  // ends-sentence
	-2, // uniform-first
	-1, // repeated-last
	2,  // coherence
	-1, // daily-likely
	0,  // daily-single
	0,  // daily-headed
	0,  // daily-pairs
	0,  // daily-left
	1,  // above
	1,  // between
	1,  // below
	2,  // trailing
}

// shareDoubt is the weight of the logit of the share of the likelihood that an entry has; baseDoubt
// is added.
const (
	shareDoubt = 7
	baseDoubt  = 4
)
