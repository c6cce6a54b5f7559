package feed

// A Record is one entry of a source that consists of entries: an RSS item, a table row, a JSON
// object, a message. Parse makes exactly one entry of each, whatever its words. All spans are of
// the Source's Text and lie in the Record's own; a zero Span is none.
type Record struct {
	Span           // its lines
	Number  int    // its place in the source, from 1; messages name it
	When    Span   // the words that give its time
	Header  Span   // the heading of its day, above it
	Machine string // the same time for machines, as of a HintStamp; "": none
	Title   Span
	Author  Span
	Body    Span // each of its lines is a paragraph, unless the source was wrapped by hand
	URL     string
	Told    *Told // the time is known; When is its evidence. nil: the words of When are read
}

// A Told is what an earlier run of this program found out about an entry. It is used as it is.
type Told struct {
	Stamp      // if it is not Timed, its date, clock and zone give the instant
	Inferred   Inferred
	Confidence int8 // percent
}
