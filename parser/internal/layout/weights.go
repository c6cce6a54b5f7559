package layout

// Written by the fit: .tools/fit/run. In tenths of a logit.

// weights are those of the features in choosing a reading.
var weights = [len(features)]int32{
	14,  // stamps
	-46, // one-stamp
	-31, // disorder
	-13, // any-disorder
	14,  // clocks
	-46, // ages
	-17, // updated
	38,  // whole
	-32, // left-in
	-42, // left-out
	19,  // headers
	6,   // value
	14,  // no-tail
	9,   // open-end
	-22, // open-start
	-17, // shifted
	23,  // last-size
	7,   // first-size
	34,  // ends-near
	15,  // topped
	-77, // left-fits
	7,   // side-clocks
	-15, // side-ages
	-10, // side-closing
	-22, // between-none
	27,  // named
	16,  // byline
	-18, // bare-bylines
	5,   // dividers
	-32, // empty
	-9,  // size
	-48, // longest
	-29, // outsized
	24,  // running
	44,  // boundary-blanks
	-7,  // misleading-blanks
	5,   // heads
	46,  // same-heads
	18,  // titles
	41,  // ends-sentence
	26,  // uniform-first
	19,  // repeated-last
	16,  // coherence
	39,  // daily-likely
	-27, // daily-single
	-46, // daily-headed
	36,  // daily-pairs
	31,  // daily-left
	18,  // above
	-10, // between
	8,   // below
	43,  // trailing
}

// doubts are the weights of the features of the chosen reading in how sure its entries are.
var doubts = [len(features)]int32{
	-2, // stamps
	-0, // one-stamp
	0,  // disorder
	-2, // any-disorder
	1,  // clocks
	-1, // ages
	0,  // updated
	1,  // whole
	-0, // left-in
	1,  // left-out
	1,  // headers
	2,  // value
	0,  // no-tail
	-0, // open-end
	0,  // open-start
	0,  // shifted
	3,  // last-size
	-0, // first-size
	-0, // ends-near
	3,  // topped
	0,  // left-fits
	-0, // side-clocks
	-1, // side-ages
	3,  // side-closing
	0,  // between-none
	-0, // named
	0,  // byline
	-0, // bare-bylines
	1,  // dividers
	-0, // empty
	-1, // size
	-2, // longest
	-1, // outsized
	1,  // running
	0,  // boundary-blanks
	-0, // misleading-blanks
	-2, // heads
	1,  // same-heads
	1,  // titles
	3,  // ends-sentence
	-2, // uniform-first
	-3, // repeated-last
	3,  // coherence
	-1, // daily-likely
	0,  // daily-single
	0,  // daily-headed
	0,  // daily-pairs
	0,  // daily-left
	0,  // above
	2,  // between
	1,  // below
	2,  // trailing
}

// shareDoubt is the weight of the logit of the share of the likelihood that an entry has; baseDoubt
// is added.
const (
	shareDoubt = 6
	baseDoubt  = 5
)
