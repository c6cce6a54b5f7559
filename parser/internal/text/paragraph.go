package text

import (
	"newstimeline/parser/feed"
	"unicode"
	"unicode/utf8"
)

// Paragraphs: most feeds put a paragraph on a line; text that was wrapped by hand puts it on several.

// Limits of hand-wrapped text, in characters.
const (
	wrapLeast = 45  // a full line has at least so many
	wrapMost  = 120 // and no line has more
)

// IsWrapped reports whether the document's paragraphs were wrapped by hand: no line is long, and most lines that another line follows
// at once break off in the middle of a sentence.
func IsWrapped(d *Document, classes []Class) bool {
	pairs, broken := 0, 0
	for i := range classes {
		if classes[i] != TextLine {
			continue
		}
		line := d.Line(i)
		if len(line) > 4*wrapMost || len(line) > wrapMost && Size(line) > wrapMost {
			return false
		}
		if i+1 >= len(classes) || classes[i+1] != TextLine || len(line) < wrapLeast {
			continue
		}
		pairs++
		if !EndsSentence(line) && goesOn(d.Line(i+1)) {
			broken++
		}
	}
	return pairs >= 2 && broken*2 >= pairs
}

// goesOn reports whether a line begins as the middle of a sentence does.
func goesOn(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r) || r == '(' || r == '`' || r == '['
}

// A Paragraph is a paragraph: its text, [start, end) in bytes, and the lines that it stands on, [first, last], from 0.
type Paragraph struct {
	Start, End, First, Last int32
}

func (r Paragraph) Span() feed.Span       { return feed.Span{Start: int(r.Start), End: int(r.End)} }
func (r Paragraph) Of(text string) string { return text[r.Start:r.End] }

// A Flow is the text of a document: what each line is, and how lines become paragraphs.
type Flow struct {
	D       *Document
	Classes []Class // by line
	Wrapped bool    // paragraphs were wrapped by hand
}

// Paragraphs appends the paragraphs of lines [from, to) to dst. cut, if it is not negative, is a line of which only part is text: that
// part is part. credits says that credits are text too.
func (f *Flow) Paragraphs(dst []Paragraph, from, to, cut int, part feed.Span, credits bool) []Paragraph {
	start := len(dst)
	for i := from; i < to; i++ {
		if class := f.Classes[i]; class != TextLine && !(credits && class == CreditLine) {
			continue
		}
		s := f.D.Lines.Span(f.D.Text, i)
		if i == cut {
			s = part
		}
		if s.Len() <= 0 {
			continue
		}
		if f.Wrapped && len(dst) > start && f.continues(int(dst[len(dst)-1].Last), i) {
			dst[len(dst)-1].End, dst[len(dst)-1].Last = int32(s.End), int32(i)
			continue
		}
		dst = append(dst, Paragraph{int32(s.Start), int32(s.End), int32(i), int32(i)})
	}
	return dst
}

// continues reports whether line i goes on with the paragraph whose last line is given.
func (f *Flow) continues(last, i int) bool {
	if last != i-1 {
		return false
	}
	above, line := f.D.Line(last), f.D.Line(i)
	if IsBullet(line) || IsMarkdownHeading(line) || IsMarkdownHeading(above) {
		return false
	}
	return goesOn(line) || Size(above) >= wrapLeast
}

// LookOf returns the look of a paragraph: that of its line, where it is all of one.
func (f *Flow) LookOf(r Paragraph) Look {
	if r.First == r.Last && f.D.Lines.Span(f.D.Text, int(r.First)) == r.Span() {
		return f.D.Look(int(r.First))
	}
	return LookAtWords(r.Of(f.D.Text))
}
