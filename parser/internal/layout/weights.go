package layout

// Written by the fit: .tools/fit/run. In tenths of a logit.

// weights are those of the features in choosing a reading.
var weights = [len(features)]int32{
	4,   // stamps
	-21, // one-stamp
	-15, // two-stamps
	-21, // disorder
	-7,  // any-disorder
	12,  // level
	21,  // clocks
	-25, // ages
	-33, // updated
	10,  // whole
	-37, // left-in
	-46, // left-out
	-3,  // headers
	6,   // value
	30,  // ruled
	58,  // ruled-daily
	14,  // lead
	5,   // no-tail
	-16, // open-end
	-36, // open-start
	14,  // last-size
	7,   // first-size
	40,  // ends-near
	11,  // topped
	9,   // between-known
	-9,  // dated
	-54, // left-fits
	2,   // leans
	12,  // side-clocks
	-16, // side-ages
	-5,  // side-closing
	-14, // between-none
	-39, // empty
	-7,  // size
	-40, // longest
	26,  // running
	17,  // boundary-blanks
	-18, // misleading-blanks
	11,  // heads
	13,  // titles
	9,   // ends-with-heading
	24,  // ends-sentence
	18,  // uniform-first
	7,   // repeated-last
	13,  // coherence
	-1,  // daily
	9,   // daily-stamps
	-17, // daily-one
	51,  // daily-running
	-20, // daily-long
	-25, // daily-left
	8,   // above
	-10, // inline
	-4,  // between
	1,   // below
	30,  // trailing
}

// doubts are the weights of the features of the chosen reading in how sure its entries are.
var doubts = [len(features)]int32{
	-2, // stamps
	0,  // one-stamp
	0,  // two-stamps
	-0, // disorder
	-3, // any-disorder
	-1, // level
	1,  // clocks
	-1, // ages
	0,  // updated
	-1, // whole
	1,  // left-in
	-0, // left-out
	-3, // headers
	1,  // value
	-2, // ruled
	-1, // ruled-daily
	-0, // lead
	-0, // no-tail
	-1, // open-end
	0,  // open-start
	8,  // last-size
	0,  // first-size
	1,  // ends-near
	2,  // topped
	0,  // between-known
	-0, // dated
	0,  // left-fits
	1,  // leans
	0,  // side-clocks
	0,  // side-ages
	1,  // side-closing
	-0, // between-none
	-0, // empty
	3,  // size
	-2, // longest
	2,  // running
	3,  // boundary-blanks
	0,  // misleading-blanks
	1,  // heads
	2,  // titles
	-1, // ends-with-heading
	4,  // ends-sentence
	0,  // uniform-first
	-2, // repeated-last
	3,  // coherence
	-2, // daily
	-2, // daily-stamps
	-0, // daily-one
	-0, // daily-running
	-0, // daily-long
	-0, // daily-left
	-1, // above
	-1, // inline
	1,  // between
	1,  // below
	3,  // trailing
}

// shareDoubt is the weight of the logit of the share of the likelihood that an entry has; baseDoubt
// is added.
const (
	shareDoubt = 7
	baseDoubt  = -3
)
