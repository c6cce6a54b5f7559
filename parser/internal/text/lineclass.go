package text

// A Class is what a line is to the judge.
type Class uint8

const (
	BlankLine  Class = iota
	TextLine         // text, with or without a stamp in it
	StampLine        // a mark is all of it
	Dividing         // a separator: ___
	ButtonLine       // a control of the page: Share
	CreditLine       // names a writer or the source of a picture
	DoubleLine       // repeats the stamp beside it
	WhoLine          // tells above a stamp who wrote the entry
	HeadLine         // the same above every stamp
	FootLine         // ends every entry
)

// IsAside reports whether a line means nothing to where an entry begins or ends.
func (c Class) IsAside() bool {
	return c == BlankLine || c == ButtonLine || c == CreditLine || c == DoubleLine
}

// IsHead reports whether a line of the class is a part of the head of an entry, above its stamp, that is no text.
func (c Class) IsHead() bool { return c == WhoLine || c == HeadLine }
