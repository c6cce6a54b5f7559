package layout

// Written by the fit: .tools/fit/run. In tenths of a logit.

// weights are those of the features in choosing a reading.
var weights = [len(features)]int32{
	6,   // stamps
	-4,  // none
	-53, // one-stamp
	-8,  // two-stamps
	-18, // disorder
	-8,  // any-disorder
	10,  // level
	13,  // clocks
	-24, // ages
	-22, // updated
	6,   // whole
	-26, // left-in
	-40, // left-out
	8,   // headers
	6,   // value
	-2,  // lead
	8,   // no-tail
	4,   // open-end
	-29, // open-start
	-11, // shifted
	17,  // last-size
	8,   // first-size
	43,  // ends-near
	9,   // topped
	4,   // between-known
	-1,  // dated
	-64, // left-fits
	3,   // leans
	12,  // side-clocks
	-17, // side-ages
	-5,  // side-closing
	-16, // between-none
	1,   // first-lacks
	-13, // last-lacks
	24,  // named
	11,  // byline
	-23, // bare-bylines
	14,  // dividers
	-31, // empty
	-7,  // size
	-39, // longest
	-23, // outsized
	24,  // running
	26,  // boundary-blanks
	-22, // misleading-blanks
	11,  // heads
	56,  // same-heads
	16,  // titles
	8,   // ends-with-heading
	39,  // ends-sentence
	23,  // uniform-first
	13,  // repeated-last
	18,  // coherence
	-6,  // daily
	33,  // daily-likely
	1,   // daily-apart
	-13, // daily-single
	-32, // daily-headed
	30,  // daily-pairs
	4,   // daily-level
	-27, // daily-left
	-6,  // daily-blanks
	13,  // above
	1,   // inline
	-7,  // between
	6,   // below
	29,  // trailing
}

// doubts are the weights of the features of the chosen reading in how sure its entries are.
var doubts = [len(features)]int32{
	-3, // stamps
	-0, // none
	0,  // one-stamp
	0,  // two-stamps
	-1, // disorder
	-1, // any-disorder
	-0, // level
	1,  // clocks
	-1, // ages
	0,  // updated
	-0, // whole
	0,  // left-in
	0,  // left-out
	2,  // headers
	3,  // value
	-1, // lead
	-1, // no-tail
	-0, // open-end
	0,  // open-start
	-0, // shifted
	6,  // last-size
	0,  // first-size
	1,  // ends-near
	2,  // topped
	0,  // between-known
	1,  // dated
	0,  // left-fits
	-1, // leans
	-1, // side-clocks
	1,  // side-ages
	3,  // side-closing
	0,  // between-none
	-0, // first-lacks
	1,  // last-lacks
	0,  // named
	2,  // byline
	-0, // bare-bylines
	1,  // dividers
	0,  // empty
	-1, // size
	-3, // longest
	-4, // outsized
	3,  // running
	-2, // boundary-blanks
	-0, // misleading-blanks
	-1, // heads
	0,  // same-heads
	0,  // titles
	-1, // ends-with-heading
	2,  // ends-sentence
	-2, // uniform-first
	-1, // repeated-last
	3,  // coherence
	-2, // daily
	-2, // daily-likely
	-2, // daily-apart
	0,  // daily-single
	-0, // daily-headed
	0,  // daily-pairs
	0,  // daily-level
	0,  // daily-left
	-0, // daily-blanks
	1,  // above
	-4, // inline
	1,  // between
	-1, // below
	3,  // trailing
}

// shareDoubt is the weight of the logit of the share of the likelihood that an entry has; baseDoubt
// is added.
const (
	shareDoubt = 7
	baseDoubt  = 3
)
