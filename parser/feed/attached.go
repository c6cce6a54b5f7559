package feed

// Attached is what markup tells of an entry beside its words: where they lead, what it shows, and
// how they are set.
type Attached struct {
	Links []Link  // in the order of the text
	Media []Media // in the order of the text
	Parts []Part  // in the order of the text, the wider first
}

// A Part is an item of a list or a quotation in the text of an entry.
type Part struct {
	Span          // in the Text of the entry's Source
	Quoted bool   // a quotation; else an item of a list
	Number string // of an item: "1"; "": the list has no numbers
}

// PartsOf returns the number of quotations that a paragraph is in, and the innermost item of a list
// that it is in; nil: none.
func (e *Entry) PartsOf(p Span) (quotes int, item *Part) {
	if e.Attached == nil {
		return 0, nil
	}
	for i := range e.Attached.Parts {
		switch part := &e.Attached.Parts[i]; {
		case part.Start > p.Start || part.End < p.End:
		case part.Quoted:
			quotes++
		default:
			item = part
		}
	}
	return quotes, item
}

// ParagraphsIn returns which paragraphs of an entry are in a span, as indexes [first, last); the
// two are equal if none is.
func (e *Entry) ParagraphsIn(s Span) (first, last int) {
	for first < len(e.Paragraphs) && e.Paragraphs[first].Start < s.Start {
		first++
	}
	for last = first; last < len(e.Paragraphs) && e.Paragraphs[last].End <= s.End; last++ {
	}
	return first, last
}

// A Link is words of an entry that lead to another page.
type Link struct {
	Span        // the words, in the Text of the entry's Source
	URL  string // absolute: http, https or mailto
}

// Media is a picture in an entry.
type Media struct {
	URL     string // absolute: http or https
	Alt     string // what it shows, in words for those who cannot see it; "": unknown
	Caption Span   // the words below it, in the Text of the entry's Source; zero: none
	Words   string // the words below it, where they are not in that Text
	Credit  string // who made it; "": unknown
}

// CaptionText returns the words below a picture, each run of white space as one blank; "": none.
// text is the Text of the entry's Source.
func (m *Media) CaptionText(text string) string {
	if m.Caption.IsZero() {
		return m.Words
	}
	return string(m.Caption.AppendFolded(nil, text))
}
