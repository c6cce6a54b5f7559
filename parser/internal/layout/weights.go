package layout

// Written by the fit: .tools/fit/run. In tenths of a logit.

// weights are those of the features in choosing a reading.
var weights = [len(features)]int32{
	15,  // stamps
	-47, // one-stamp
	-27, // disorder
	-14, // any-disorder
	15,  // clocks
	-49, // ages
	-22, // updated
	42,  // whole
	-35, // left-in
	-41, // left-out
	19,  // headers
	16,  // no-tail
	11,  // open-end
	-23, // open-start
	-15, // shifted
	22,  // last-size
	6,   // first-size
	33,  // ends-near
	17,  // topped
	-84, // left-fits
	7,   // side-clocks
	-14, // side-ages
	-10, // side-closing
	-22, // between-none
	29,  // named
	14,  // byline
	-17, // bare-bylines
	5,   // dividers
	-40, // empty
	-8,  // size
	-47, // longest
	-29, // outsized
	28,  // running
	49,  // boundary-blanks
	7,   // heads
	43,  // same-heads
	15,  // titles
	40,  // ends-sentence
	25,  // uniform-first
	22,  // repeated-last
	15,  // coherence
	38,  // daily-likely
	-28, // daily-single
	-45, // daily-headed
	35,  // daily-pairs
	33,  // daily-left
	16,  // above
	-12, // between
	7,   // below
	47,  // trailing
}

// doubts are the weights of the features of the chosen reading in how sure its entries are.
var doubts = [len(features)]int32{
	-1, // stamps
	-0, // one-stamp
	-0, // disorder
	-2, // any-disorder
	1,  // clocks
	-0, // ages
	1,  // updated
	1,  // whole
	0,  // left-in
	1,  // left-out
	-3, // headers
	-2, // no-tail
	0,  // open-end
	0,  // open-start
	1,  // shifted
	4,  // last-size
	-1, // first-size
	-1, // ends-near
	4,  // topped
	0,  // left-fits
	-0, // side-clocks
	-1, // side-ages
	2,  // side-closing
	-0, // between-none
	-1, // named
	1,  // byline
	0,  // bare-bylines
	1,  // dividers
	-0, // empty
	-1, // size
	-1, // longest
	-1, // outsized
	1,  // running
	0,  // boundary-blanks
	-2, // heads
	1,  // same-heads
	-0, // titles
	2,  // ends-sentence
	-1, // uniform-first
	-2, // repeated-last
	1,  // coherence
	-1, // daily-likely
	0,  // daily-single
	0,  // daily-headed
	0,  // daily-pairs
	0,  // daily-left
	2,  // above
	0,  // between
	1,  // below
	2,  // trailing
}

// shareDoubt is the weight of the logit of the share of the likelihood that an entry has; baseDoubt
// is added.
const (
	shareDoubt = 7
	baseDoubt  = 6
)
