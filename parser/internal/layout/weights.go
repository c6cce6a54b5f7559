package layout

// Written by the fit: .tools/fit/run. In tenths of a logit.

// weights are those of the features in choosing a reading.
var weights = [len(features)]int32{
	6,   // stamps
	-2,  // none
	-53, // one-stamp
	-8,  // two-stamps
	-17, // disorder
	-8,  // any-disorder
	10,  // level
	13,  // clocks
	-24, // ages
	-23, // updated
	7,   // whole
	-25, // left-in
	-40, // left-out
	9,   // headers
	6,   // value
	8,   // no-tail
	4,   // open-end
	-30, // open-start
	-10, // shifted
	16,  // last-size
	8,   // first-size
	43,  // ends-near
	9,   // topped
	-64, // left-fits
	11,  // side-clocks
	-17, // side-ages
	-5,  // side-closing
	-16, // between-none
	-14, // last-lacks
	24,  // named
	11,  // byline
	-24, // bare-bylines
	13,  // dividers
	-30, // empty
	-7,  // size
	-39, // longest
	-23, // outsized
	24,  // running
	28,  // boundary-blanks
	-24, // misleading-blanks
	11,  // heads
	55,  // same-heads
	16,  // titles
	8,   // ends-with-heading
	39,  // ends-sentence
	23,  // uniform-first
	13,  // repeated-last
	18,  // coherence
	-4,  // daily
	33,  // daily-likely
	-14, // daily-single
	-32, // daily-headed
	29,  // daily-pairs
	-27, // daily-left
	-4,  // daily-blanks
	12,  // above
	0,   // inline
	-3,  // between
	5,   // below
	28,  // trailing
}

// doubts are the weights of the features of the chosen reading in how sure its entries are.
var doubts = [len(features)]int32{
	-3, // stamps
	-0, // none
	0,  // one-stamp
	0,  // two-stamps
	-0, // disorder
	-1, // any-disorder
	-0, // level
	1,  // clocks
	-0, // ages
	0,  // updated
	-1, // whole
	0,  // left-in
	0,  // left-out
	2,  // headers
	3,  // value
	-1, // no-tail
	-0, // open-end
	0,  // open-start
	-0, // shifted
	5,  // last-size
	0,  // first-size
	1,  // ends-near
	2,  // topped
	0,  // left-fits
	-1, // side-clocks
	0,  // side-ages
	3,  // side-closing
	0,  // between-none
	0,  // last-lacks
	0,  // named
	2,  // byline
	-0, // bare-bylines
	1,  // dividers
	-0, // empty
	-0, // size
	-4, // longest
	-4, // outsized
	3,  // running
	-2, // boundary-blanks
	-0, // misleading-blanks
	-1, // heads
	0,  // same-heads
	0,  // titles
	-1, // ends-with-heading
	2,  // ends-sentence
	-1, // uniform-first
	-1, // repeated-last
	3,  // coherence
	-2, // daily
	-2, // daily-likely
	0,  // daily-single
	0,  // daily-headed
	0,  // daily-pairs
	-0, // daily-left
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
