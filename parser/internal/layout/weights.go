package layout

// Written by the fit: .tools/fit/run. In tenths of a logit.
//
// daily, daily-likely, daily-text, daily-single, daily-headed, daily-pairs, controls, same-heads
// and foot-below were then fitted alone (-alone), to the same feeds and 105 of other sources. No
// feed bounds credit-apart: it was set. So was kept: with -5 an index is taken for
// entries, with -10 the second list of a page is lost. The fit alone gives side-labelled -24; with
// -40 labels between headline and text are lost. It gives left-by-one -28. With -30 left-falling
// takes a plan told backwards for entries. No feed bounds unnamed-last. With
// -60 around-plan takes a made agenda for entries; up to -100 no feed is lost. Its doubt was set.

// weights are those of the features in choosing a reading.
var weights = [len(features)]int32{
	16,  // stamps
	-45, // one-stamp
	-20, // left-by-one
	-53, // disorder
	-11, // any-disorder
	12,  // clocks
	-28, // ages
	-17, // updated
	23,  // whole
	-21, // left-in
	-15, // left-apart
	-15, // left-falling
	-70, // around-plan
	-27, // left-out
	-7,  // kept
	20,  // headers
	18,  // no-tail
	-34, // open-start
	7,   // foot-below
	-5,  // shifted
	-20, // unnamed-last
	24,  // last-size
	5,   // first-size
	26,  // ends-near
	18,  // topped
	-73, // left-fits
	9,   // side-clocks
	-12, // side-ages
	-11, // side-closing
	-20, // side-labelled
	-20, // between-none
	28,  // named
	13,  // byline
	-38, // bare-bylines
	32,  // dividers
	29,  // controls
	-34, // empty
	-6,  // size
	-58, // longest
	-23, // outsized
	28,  // running
	66,  // boundary-blanks
	51,  // same-heads
	-40, // credit-apart
	19,  // titles
	41,  // ends-sentence
	24,  // uniform-first
	21,  // repeated-last
	17,  // coherence
	34,  // daily-likely
	-14, // daily
	3,   // daily-text
	-40, // daily-single
	-61, // daily-headed
	92,  // daily-pairs
	13,  // above
	-13, // between
	6,   // below
	43,  // trailing
}

// doubts are the weights of the features of the chosen reading in how sure its entries are.
var doubts = [len(features)]int32{
	2,   // stamps
	0,   // one-stamp
	0,   // left-by-one
	0,   // disorder
	-2,  // any-disorder
	3,   // clocks
	0,   // ages
	0,   // updated
	0,   // whole
	0,   // left-in
	0,   // left-apart
	0,   // left-falling
	-20, // around-plan
	0,   // left-out
	0,   // kept
	0,   // headers
	0,   // no-tail
	0,   // open-start
	0,   // foot-below
	0,   // shifted
	0,   // unnamed-last
	2,   // last-size
	0,   // first-size
	0,   // ends-near
	0,   // topped
	0,   // left-fits
	0,   // side-clocks
	0,   // side-ages
	0,   // side-closing
	0,   // side-labelled
	0,   // between-none
	0,   // named
	0,   // byline
	0,   // bare-bylines
	0,   // dividers
	0,   // controls
	0,   // empty
	1,   // size
	0,   // longest
	0,   // outsized
	1,   // running
	0,   // boundary-blanks
	0,   // same-heads
	0,   // credit-apart
	0,   // titles
	2,   // ends-sentence
	0,   // uniform-first
	0,   // repeated-last
	0,   // coherence
	0,   // daily-likely
	0,   // daily
	0,   // daily-text
	0,   // daily-single
	0,   // daily-headed
	0,   // daily-pairs
	1,   // above
	0,   // between
	0,   // below
	0,   // trailing
}

// shareDoubt is the weight of the logit of the share of the likelihood that an entry has; baseDoubt
// is added.
const (
	shareDoubt = 6
	baseDoubt  = -1
)
