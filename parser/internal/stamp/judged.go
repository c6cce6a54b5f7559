package stamp

// A Label is what the judge of the layout decided about one candidate.
type Label uint8

const (
	Undecided    Label = iota
	EntryLabel         // dates an entry
	HeaderLabel        // dates the entries around it
	PageLabel          // dates the page
	IndexLabel         // repeats an entry's timestamp in an index
	DoubleLabel        // repeats the timestamp beside it
	IgnoredLabel       // means nothing here
)
