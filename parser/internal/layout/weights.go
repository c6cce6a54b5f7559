package layout

// Written by the fit: .tools/fit/run. In tenths of a logit.

// weights are those of the features in choosing a reading.
var weights = [len(features)]int32{
	10,  // stamps
	-38, // one-stamp
	-21, // disorder
	-12, // any-disorder
	11,  // clocks
	-37, // ages
	-5,  // updated
	21,  // whole
	-27, // left-in
	-40, // left-out
	16,  // headers
	6,   // value
	13,  // no-tail
	3,   // open-end
	-26, // open-start
	-11, // shifted
	22,  // last-size
	8,   // first-size
	30,  // ends-near
	14,  // topped
	-56, // left-fits
	9,   // side-clocks
	-5,  // side-ages
	-7,  // side-closing
	-12, // between-none
	-1,  // last-lacks
	26,  // named
	13,  // byline
	-17, // bare-bylines
	11,  // dividers
	-26, // empty
	-7,  // size
	-46, // longest
	-13, // outsized
	19,  // running
	33,  // boundary-blanks
	-17, // misleading-blanks
	5,   // heads
	42,  // same-heads
	18,  // titles
	10,  // ends-with-heading
	41,  // ends-sentence
	25,  // uniform-first
	16,  // repeated-last
	18,  // coherence
	35,  // daily-likely
	-15, // daily-single
	-33, // daily-headed
	28,  // daily-pairs
	19,  // daily-left
	2,   // daily-blanks
	14,  // above
	-9,  // between
	7,   // below
	32,  // trailing
}

// doubts are the weights of the features of the chosen reading in how sure its entries are.
var doubts = [len(features)]int32{
	-1, // stamps
	-0, // one-stamp
	0,  // disorder
	-1, // any-disorder
	1,  // clocks
	-1, // ages
	-0, // updated
	1,  // whole
	0,  // left-in
	0,  // left-out
	1,  // headers
	2,  // value
	1,  // no-tail
	0,  // open-end
	0,  // open-start
	1,  // shifted
	2,  // last-size
	-0, // first-size
	-0, // ends-near
	3,  // topped
	0,  // left-fits
	-3, // side-clocks
	-1, // side-ages
	2,  // side-closing
	0,  // between-none
	1,  // last-lacks
	-1, // named
	0,  // byline
	-0, // bare-bylines
	1,  // dividers
	-0, // empty
	-1, // size
	-2, // longest
	-1, // outsized
	2,  // running
	-1, // boundary-blanks
	-0, // misleading-blanks
	-2, // heads
	1,  // same-heads
	1,  // titles
	-1, // ends-with-heading
	1,  // ends-sentence
	-2, // uniform-first
	-2, // repeated-last
	2,  // coherence
	-1, // daily-likely
	0,  // daily-single
	0,  // daily-headed
	0,  // daily-pairs
	-0, // daily-left
	-0, // daily-blanks
	2,  // above
	1,  // between
	0,  // below
	3,  // trailing
}

// shareDoubt is the weight of the logit of the share of the likelihood that an entry has; baseDoubt
// is added.
const (
	shareDoubt = 7
	baseDoubt  = 0
)
