package layout

// Written by the fit: .tools/fit/run. In tenths of a logit.

// weights are those of the features in choosing a reading.
var weights = [len(features)]int32{
	4,   // stamps
	-20, // one-stamp
	-14, // two-stamps
	-20, // disorder
	-7,  // any-disorder
	11,  // level
	20,  // clocks
	-26, // ages
	-33, // updated
	9,   // whole
	-38, // left-in
	-44, // left-out
	-4,  // headers
	6,   // value
	31,  // ruled
	55,  // ruled-daily
	12,  // lead
	5,   // no-tail
	-12, // open-end
	-36, // open-start
	11,  // last-size
	7,   // first-size
	41,  // ends-near
	12,  // topped
	9,   // between-known
	-10, // dated
	-52, // left-fits
	2,   // leans
	12,  // side-clocks
	-16, // side-ages
	-6,  // side-closing
	-14, // between-none
	-38, // empty
	-6,  // size
	-42, // longest
	25,  // running
	15,  // boundary-blanks
	-18, // misleading-blanks
	11,  // heads
	13,  // titles
	8,   // ends-with-heading
	25,  // ends-sentence
	19,  // uniform-first
	9,   // repeated-last
	13,  // coherence
	-0,  // daily
	10,  // daily-stamps
	-15, // daily-one
	47,  // daily-running
	-20, // daily-long
	-25, // daily-left
	7,   // above
	-10, // inline
	-4,  // between
	2,   // below
	31,  // trailing
}

// doubts are the weights of the features of the chosen reading in how sure its entries are.
var doubts = [len(features)]int32{
	-3, // stamps
	0,  // one-stamp
	0,  // two-stamps
	-1, // disorder
	-4, // any-disorder
	-1, // level
	2,  // clocks
	-2, // ages
	1,  // updated
	-2, // whole
	1,  // left-in
	-0, // left-out
	-3, // headers
	2,  // value
	-1, // ruled
	-2, // ruled-daily
	-1, // lead
	-1, // no-tail
	-1, // open-end
	0,  // open-start
	8,  // last-size
	-0, // first-size
	1,  // ends-near
	3,  // topped
	0,  // between-known
	0,  // dated
	0,  // left-fits
	1,  // leans
	1,  // side-clocks
	-1, // side-ages
	1,  // side-closing
	0,  // between-none
	-0, // empty
	1,  // size
	-2, // longest
	1,  // running
	3,  // boundary-blanks
	0,  // misleading-blanks
	1,  // heads
	1,  // titles
	-1, // ends-with-heading
	4,  // ends-sentence
	-0, // uniform-first
	-2, // repeated-last
	4,  // coherence
	-1, // daily
	-1, // daily-stamps
	0,  // daily-one
	-0, // daily-running
	-0, // daily-long
	-0, // daily-left
	-2, // above
	-3, // inline
	1,  // between
	2,  // below
	3,  // trailing
}

// shareDoubt is the weight of the logit of the share of the likelihood that an entry has; baseDoubt is added.
const (
	shareDoubt = 6
	baseDoubt  = -1
)
