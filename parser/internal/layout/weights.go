package layout

// Written by the fit: .tools/fit/run. In tenths of a logit. The weights are the mean of two fits,
// from before and after the last change of what readings there are.

// weights are those of the features in choosing a reading.
var weights = [len(features)]int32{
	18,  // stamps
	-42, // one-stamp
	-46, // disorder
	-13, // any-disorder
	16,  // clocks
	-22, // ages
	-24, // updated
	22,  // whole
	-24, // left-in
	-26, // left-out
	24,  // headers
	16,  // no-tail
	10,  // open-end
	-26, // open-start
	-14, // shifted
	24,  // last-size
	4,   // first-size
	25,  // ends-near
	17,  // topped
	-86, // left-fits
	9,   // side-clocks
	-8,  // side-ages
	-10, // side-closing
	-20, // between-none
	28,  // named
	14,  // byline
	-28, // bare-bylines
	31,  // dividers
	-38, // empty
	-6,  // size
	-53, // longest
	-28, // outsized
	26,  // running
	68,  // boundary-blanks
	40,  // same-heads
	19,  // titles
	41,  // ends-sentence
	25,  // uniform-first
	20,  // repeated-last
	16,  // coherence
	32,  // daily-likely
	-25, // daily-single
	-44, // daily-headed
	40,  // daily-pairs
	11,  // daily-left
	12,  // above
	-12, // between
	6,   // below
	38,  // trailing
}

// doubts are the weights of the features of the chosen reading in how sure its entries are.
var doubts = [len(features)]int32{
	1,  // stamps
	0,  // one-stamp
	0,  // disorder
	-3, // any-disorder
	3,  // clocks
	0,  // ages
	0,  // updated
	0,  // whole
	0,  // left-in
	0,  // left-out
	0,  // headers
	0,  // no-tail
	0,  // open-end
	0,  // open-start
	0,  // shifted
	0,  // last-size
	0,  // first-size
	0,  // ends-near
	1,  // topped
	0,  // left-fits
	0,  // side-clocks
	0,  // side-ages
	0,  // side-closing
	0,  // between-none
	0,  // named
	0,  // byline
	0,  // bare-bylines
	0,  // dividers
	0,  // empty
	0,  // size
	0,  // longest
	0,  // outsized
	1,  // running
	0,  // boundary-blanks
	0,  // same-heads
	0,  // titles
	2,  // ends-sentence
	0,  // uniform-first
	0,  // repeated-last
	3,  // coherence
	0,  // daily-likely
	0,  // daily-single
	0,  // daily-headed
	0,  // daily-pairs
	0,  // daily-left
	1,  // above
	0,  // between
	0,  // below
	0,  // trailing
}

// shareDoubt is the weight of the logit of the share of the likelihood that an entry has; baseDoubt
// is added.
const (
	shareDoubt = 6
	baseDoubt  = 6
)
