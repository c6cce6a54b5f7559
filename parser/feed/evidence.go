package feed

// Layout is what the judge decided, and from what evidence.
type Layout struct {
	Kind  Kind  // what dates the entries
	Place Place // the placement of an entry's timestamp
	// the elements of markup that hold an entry each: "article.post"; "": there are none
	Container string
	Headers   int        // how many day headers there are
	Below     bool       // the day headers are below the entries that they date
	DayFirst  Tri        // Yes or No where a 3/4 was settled, Auto where there was none
	Evidence  []Evidence // the styles that were weighed, the best first
	Readings  []Reading  // the three best readings of the document, the best first
	Reading   int        // which of all readings was taken, from 1
}

// A Reading is one hypothesis of how a whole document is laid out.
type Reading struct {
	About string // in words: "clock, alone on its line; above the entry"
	Share int    // percent: how likely it is among all readings of the document
	// how many entries it gives; of date headers with days of entries, how many days
	Entries int
	Line    int      // of its first entry, from 1; 0: it has none
	EndLine int      // of its last entry
	Reasons []string // of all but the best: what speaks most for the best reading against it
}

// Kind is what dates the entries of a document.
type Kind uint8

const (
	NoStamps   Kind = iota // nothing does
	DayHeaders             // date headers alone, each with a day of entries below
	Clocks                 // each entry has a clock, and its day from a header or from elsewhere
	DateTimes              // each entry has its date and clock
	Dates                  // each entry has its date
	Ages                   // each entry has its age
	Minutes                // each entry has the minute of a match
	// each entry has the time since a beginning, as the chapters of a film have
	Elapsed
	// the source itself separates the entries: items, rows, objects, messages
	Records
)

// String returns the kind in words.
func (k Kind) String() string {
	return [...]string{"no stamps", "day headers", "clocks", "dates and clocks", "dates", "ages",
		"minutes of a match", "elapsed times", "records"}[k]
}

// Place is the placement of an entry's timestamp.
type Place uint8

const (
	NoPlace   Place = iota
	Above           // on a line of its own above the entry
	Inline          // at the start of the entry's first line
	Between         // on a line of its own between headline and text
	BelowText       // on a line of its own below the entry
	AtEnd           // at the end of the entry's last line
	Trailing        // at the end of a line that opens the entry
)

// String returns the place in words.
func (p Place) String() string {
	return [...]string{"nowhere", "above the entry", "in the entry's first line",
		"between headline and text", "below the entry", "at the end of the entry",
		"at the end of the headline"}[p]
}

// Evidence is what speaks for and against one style of stamps.
type Evidence struct {
	Style    string // in words: "clock alone on its line"
	Line     int    // of its first mark, from 1
	Marks    int
	InOrder  int // percent of neighbours that run the document's way
	Content  int // percent of marks with text beside them
	Body     int // percent of marks with running text
	Coverage int // percent of the document's running text that is below the first of them
	Score    int // marks with text, less by the share of neighbours out of order
	Accepted bool
}
