package text

// A Class is what a line is to the judge.
type Class uint8

const (
	BlankLine   Class = iota
	TextLine          // text, with or without a stamp in it
	StampLine         // a mark is all of it
	Dividing          // a separator: ___
	Underline         // marks below a heading, as long as it is: ----
	ButtonLine        // a control of the page: Share
	CreditLine        // names a writer or the source of a picture
	DoubleLine        // repeats the stamp beside it
	WhoLine           // names the author of the entry, above a timestamp
	HeadLine          // the same above every stamp
	FootLine          // ends every entry
	SectionLine       // a heading of several entries
	AsideLine         // noise by what markup says
	LabelLine         // a label of its part of the page
)

// IsAside reports whether a line means nothing to where an entry begins or ends.
func (c Class) IsAside() bool {
	return c == BlankLine || c == ButtonLine || c == CreditLine || c == DoubleLine ||
		c == AsideLine || c == LabelLine || c == Underline
}

// IsHead reports whether a line of the class belongs to the head of an entry, above its timestamp,
// and is not text.
func (c Class) IsHead() bool { return c == WhoLine || c == HeadLine }
