package layout

// Written by the fit: .tools/fit/run. In tenths of a logit.

// weights are those of the features in choosing a reading.
var weights = [len(features)]int32{
	18,  // stamps
	-52, // one-stamp
	-49, // disorder
	-12, // any-disorder
	12,  // clocks
	-26, // ages
	-23, // updated
	23,  // whole
	-26, // left-in
	-28, // left-out
	20,  // headers
	13,  // no-tail
	9,   // open-end
	-27, // open-start
	-13, // shifted
	21,  // last-size
	3,   // first-size
	25,  // ends-near
	15,  // topped
	-85, // left-fits
	8,   // side-clocks
	-9,  // side-ages
	-9,  // side-closing
	-22, // between-none
	29,  // named
	14,  // byline
	-30, // bare-bylines
	36,  // dividers
	-41, // empty
	-6,  // size
	-50, // longest
	-24, // outsized
	25,  // running
	67,  // boundary-blanks
	40,  // same-heads
	20,  // titles
	43,  // ends-sentence
	24,  // uniform-first
	18,  // repeated-last
	14,  // coherence
	31,  // daily-likely
	-25, // daily-single
	-39, // daily-headed
	37,  // daily-pairs
	11,  // daily-left
	13,  // above
	-12, // between
	6,   // below
	36,  // trailing
}

// doubts are the weights of the features of the chosen reading in how sure its entries are.
var doubts = [len(features)]int32{
	1, // stamps
	0, // one-stamp
	0, // disorder
	0, // any-disorder
	0, // clocks
	0, // ages
	0, // updated
	0, // whole
	0, // left-in
	0, // left-out
	0, // headers
	0, // no-tail
	0, // open-end
	0, // open-start
	0, // shifted
	3, // last-size
	0, // first-size
	0, // ends-near
	3, // topped
	0, // left-fits
	0, // side-clocks
	0, // side-ages
	0, // side-closing
	0, // between-none
	0, // named
	0, // byline
	0, // bare-bylines
	0, // dividers
	0, // empty
	1, // size
	0, // longest
	0, // outsized
	3, // running
	0, // boundary-blanks
	0, // same-heads
	0, // titles
	3, // ends-sentence
	0, // uniform-first
	0, // repeated-last
	2, // coherence
	0, // daily-likely
	0, // daily-single
	0, // daily-headed
	0, // daily-pairs
	0, // daily-left
	2, // above
	0, // between
	0, // below
	0, // trailing
}

// shareDoubt is the weight of the logit of the share of the likelihood that an entry has; baseDoubt
// is added.
const (
	shareDoubt = 7
	baseDoubt  = -3
)
