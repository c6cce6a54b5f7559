package parser

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/text"
	"unicode"
	"unicode/utf8"
)

// Paragraphs: most feeds put a paragraph on a line; text that was wrapped by hand puts it on several.

// Limits of hand-wrapped text, in characters.
const (
	wrapLeast = 45  // a full line has at least so many
	wrapMost  = 120 // and no line has more
)

// isWrapped reports whether the document's paragraphs were wrapped by hand: no line is long, and most lines that another line follows
// at once break off in the middle of a sentence.
func (j *judge) isWrapped() bool {
	pairs, broken := 0, 0
	for i := range j.classes {
		if j.classes[i] != textLine {
			continue
		}
		line := j.d.line(i)
		if len(line) > 4*wrapMost || len(line) > wrapMost && text.Size(line) > wrapMost {
			return false
		}
		if i+1 >= len(j.classes) || j.classes[i+1] != textLine || len(line) < wrapLeast {
			continue
		}
		pairs++
		if !text.EndsSentence(line) && goesOn(j.d.line(i+1)) {
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

// A lineRun is a paragraph: its text, [start, end) in bytes, and the lines that it stands on, [first, last], from 0.
type lineRun struct {
	start, end, first, last int32
}

func (r lineRun) span() feed.Span       { return feed.Span{Start: int(r.start), End: int(r.end)} }
func (r lineRun) of(text string) string { return text[r.start:r.end] }

// paragraphs appends the paragraphs of lines [from, to) to dst. cut, if it is not negative, is a line of which only part is text: that
// part is part.
func (j *judge) paragraphs(dst []lineRun, from, to, cut int, part feed.Span) []lineRun {
	start := len(dst)
	for i := from; i < to; i++ {
		if j.classes[i] != textLine {
			continue
		}
		s := j.d.Lines.Span(j.d.Text, i)
		if i == cut {
			s = part
		}
		if s.Len() <= 0 {
			continue
		}
		if j.wrapped && len(dst) > start && j.continues(int(dst[len(dst)-1].last), i) {
			dst[len(dst)-1].end, dst[len(dst)-1].last = int32(s.End), int32(i)
			continue
		}
		dst = append(dst, lineRun{int32(s.Start), int32(s.End), int32(i), int32(i)})
	}
	return dst
}

// continues reports whether line i goes on with the paragraph whose last line is given.
func (j *judge) continues(last, i int) bool {
	if last != i-1 {
		return false
	}
	above, line := j.d.line(last), j.d.line(i)
	if text.IsBullet(line) || text.IsMarkdownHeading(line) || text.IsMarkdownHeading(above) {
		return false
	}
	return goesOn(line) || text.Size(above) >= wrapLeast
}
