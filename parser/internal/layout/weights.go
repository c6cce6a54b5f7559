package layout

// Written by the fit: .tools/fit/run. In tenths of a logit.

// weights are those of the features in choosing a reading.
var weights = [len(features)]int32{
	16,  // stamps
	-50, // one-stamp
	-45, // disorder
	-12, // any-disorder
	12,  // clocks
	-27, // ages
	-22, // updated
	26,  // whole
	-27, // left-in
	-29, // left-out
	19,  // headers
	14,  // no-tail
	12,  // open-end
	-25, // open-start
	-14, // shifted
	23,  // last-size
	4,   // first-size
	23,  // ends-near
	16,  // topped
	-84, // left-fits
	9,   // side-clocks
	-7,  // side-ages
	-9,  // side-closing
	-13, // between-none
	28,  // named
	14,  // byline
	-23, // bare-bylines
	33,  // dividers
	-43, // empty
	-6,  // size
	-47, // longest
	-28, // outsized
	30,  // running
	64,  // boundary-blanks
	41,  // same-heads
	17,  // titles
	38,  // ends-sentence
	24,  // uniform-first
	19,  // repeated-last
	19,  // coherence
	30,  // daily-likely
	-24, // daily-single
	-27, // daily-headed
	29,  // daily-pairs
	13,  // daily-left
	8,   // above
	-17, // between
	3,   // below
	35,  // trailing
}

// doubts are the weights of the features of the chosen reading in how sure its entries are.
var doubts = [len(features)]int32{
	1,  // stamps
	0,  // one-stamp
	-0, // disorder
	-3, // any-disorder
	1,  // clocks
	-1, // ages
	0,  // updated
	1,  // whole
	-0, // left-in
	-0, // left-out
	-1, // headers
	0,  // no-tail
	-1, // open-end
	0,  // open-start
	1,  // shifted
	3,  // last-size
	-0, // first-size
	1,  // ends-near
	3,  // topped
	0,  // left-fits
	-0, // side-clocks
	-1, // side-ages
	2,  // side-closing
	0,  // between-none
	-2, // named
	-0, // byline
	0,  // bare-bylines
	1,  // dividers
	0,  // empty
	0,  // size
	-1, // longest
	-0, // outsized
	2,  // running
	0,  // boundary-blanks
	1,  // same-heads
	0,  // titles
	3,  // ends-sentence
	-2, // uniform-first
	-2, // repeated-last
	2,  // coherence
	-1, // daily-likely
	0,  // daily-single
	-1, // daily-headed
	0,  // daily-pairs
	-0, // daily-left
	2,  // above
	2,  // between
	-0, // below
	2,  // trailing
}

// shareDoubt is the weight of the logit of the share of the likelihood that an entry has; baseDoubt
// is added.
const (
	shareDoubt = 6
	baseDoubt  = 2
)
