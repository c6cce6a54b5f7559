package layout

// Written by the fit: go test ./parser -run TestFitReadings. In tenths of a logit.

// weights are those of the features in choosing a reading.
var weights = [len(features)]int32{
	4,   // stamps
	-8,  // one-stamp
	-18, // two-stamps
	-23, // disorder
	-1,  // any-disorder
	6,   // level
	-3,  // patterns
	7,   // clocks
	-5,  // full-dates
	-26, // ages
	-25, // updated
	4,   // whole
	-36, // left-in
	-18, // left-out
	5,   // headers
	6,   // value
	25,  // ruled
	43,  // ruled-daily
	22,  // ruled-by-ends
	-3,  // lead
	10,  // no-lead
	5,   // no-tail
	5,   // open-end
	-15, // open-start
	9,   // last-size
	9,   // first-size
	29,  // ends-near
	3,   // ends-far
	5,   // ends-size
	-9,  // between-none
	3,   // last-alike
	2,   // last-ends-alike
	10,  // first-alike
	-33, // empty
	-5,  // size
	-24, // longest
	6,   // running
	-9,  // single
	-4,  // covered-running
	7,   // boundary-blanks
	-18, // misleading-blanks
	-1,  // heads
	16,  // titles
	3,   // ends-with-heading
	25,  // ends-sentence
	7,   // uniform-first
	-9,  // uniform-last
	32,  // repeated-last
	9,   // repeated-first
	8,   // repeated-elsewhere
	9,   // coherence
	2,   // daily
	3,   // daily-stamps
	-23, // daily-one
	50,  // daily-running
	-21, // daily-long
	3,   // above
	5,   // inline
	-5,  // between
	-6,  // below
	14,  // trailing
	4,   // byline
	18,  // between-inline
	4,   // between-bare
}

// doubts are the weights of the features of the chosen reading in how sure its entries are.
var doubts = [len(features)]int32{
	-4, // stamps
	-1, // one-stamp
	1,  // two-stamps
	-1, // disorder
	-5, // any-disorder
	-3, // level
	2,  // patterns
	-2, // clocks
	3,  // full-dates
	-1, // ages
	-0, // updated
	-1, // whole
	-3, // left-in
	2,  // left-out
	6,  // headers
	2,  // value
	-4, // ruled
	3,  // ruled-daily
	-1, // ruled-by-ends
	2,  // lead
	1,  // no-lead
	-3, // no-tail
	-2, // open-end
	0,  // open-start
	4,  // last-size
	1,  // first-size
	2,  // ends-near
	1,  // ends-far
	1,  // ends-size
	0,  // between-none
	-2, // last-alike
	2,  // last-ends-alike
	4,  // first-alike
	-0, // empty
	6,  // size
	2,  // longest
	3,  // running
	4,  // single
	-4, // covered-running
	3,  // boundary-blanks
	-0, // misleading-blanks
	1,  // heads
	3,  // titles
	-3, // ends-with-heading
	3,  // ends-sentence
	2,  // uniform-first
	4,  // uniform-last
	-0, // repeated-last
	-3, // repeated-first
	-1, // repeated-elsewhere
	4,  // coherence
	3,  // daily
	3,  // daily-stamps
	3,  // daily-one
	3,  // daily-running
	4,  // daily-long
	6,  // above
	-1, // inline
	0,  // between
	-4, // below
	3,  // trailing
	8,  // byline
	-0, // between-inline
	0,  // between-bare
}

// shareDoubt is the weight of the logit of the share of the likelihood that an entry has, in
// tenths; baseDoubt is added.
const (
	shareDoubt = 6
	baseDoubt  = -21
)
