package stamp

// A Label is what the judge decided of one mark.
type Label uint8

const (
	Undecided   Label = iota
	EntryMark         // dates an entry
	HeaderMark        // dates the entries around it
	PageMark          // dates the page
	IndexMark         // repeats an entry's stamp in an index
	DoubleMark        // repeats the stamp beside it
	IgnoredMark       // means nothing here
)
