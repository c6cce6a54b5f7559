package text

import (
	"newstimeline/parser/feed"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Paragraphs: most feeds put a paragraph on a line; text that was wrapped by hand puts it on
// several.

// Limits of hand-wrapped text, in characters.
const (
	wrapLeast = 24  // lines are at least so wide
	wrapMost  = 120 // and at most so wide
)

// WrapWidth returns how wide the lines of a document are whose paragraphs were wrapped by hand, in
// characters; 0: they were not. Wrapped lines are of even length, and hardly one is longer. Most
// that have another line directly below break off within a sentence.
func WrapWidth(d *Document, classes []Class) int {
	width := evenWidth(d, classes)
	if width < wrapLeast || !opensBlocks(d, classes) {
		return 0
	}
	pairs, broken, small := 0, 0, 0
	for i := range len(classes) - 1 {
		if classes[i] != TextLine || classes[i+1] != TextLine {
			continue
		}
		line, next := d.Line(i), d.Line(i+1)
		size := Size(line)
		if size < width*5/8 || size > wrapMost {
			continue
		}
		pairs++
		if EndsSentence(line) {
			continue
		}
		if goesOn(next) {
			small++
		}
		if goesOn(next) || size+1+firstWord(next) > width {
			broken++
		}
	}
	if pairs < 2 || broken*2 < pairs || small*4 < pairs {
		return 0
	}
	return width
}

// evenWidth returns the width that nine of ten lines keep that have another line directly below. 0:
// more than one line, or one of twenty, is too long to be wrapped.
func evenWidth(d *Document, classes []Class) int {
	var sizes [wrapMost + 1]int
	lines, pairs, long := 0, 0, 0
	for i := range classes {
		if classes[i] != TextLine {
			continue
		}
		lines++
		line := d.Line(i)
		size := wrapMost + 1
		if len(line) <= 4*wrapMost {
			size = Size(line)
		}
		if size > wrapMost {
			if long++; long > 1 && long*20 > len(classes) {
				return 0 // whatever the other lines are
			}
		} else if i+1 < len(classes) && classes[i+1] == TextLine {
			sizes[size]++
			pairs++
		}
	}
	if long > 1 && long*20 > lines {
		return 0
	}
	width := wrapMost
	for above := 0; width > 0 && (above+sizes[width])*10 <= pairs; width-- {
		above += sizes[width]
	}
	return width
}

// opensBlocks reports whether most lines that follow no other line begin as sentences do: a list
// all in small letters is no running text.
func opensBlocks(d *Document, classes []Class) bool {
	yes, all := 0, 0
	for i := range classes {
		if classes[i] != TextLine || i > 0 && classes[i-1] == TextLine {
			continue
		}
		all++
		if !goesOn(d.Line(i)) {
			yes++
		}
	}
	return 2*yes >= all
}

// firstWord returns how many characters the first word of a line has.
func firstWord(line string) int {
	word, _ := CutWord(line)
	return Size(word)
}

// goesOn reports whether a line begins as the middle of a sentence does.
func goesOn(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r) || r == '(' || r == '`' || r == '['
}

// A Paragraph is a paragraph: its text, [start, end) in bytes, and its lines, [first, last], from
// 0.
type Paragraph struct {
	Start, End, First, Last int32
}

// Span returns the bytes of the paragraph.
func (r Paragraph) Span() feed.Span { return feed.Span{Start: int(r.Start), End: int(r.End)} }

// Of returns the words of the paragraph. Its lines end in LF, so that no length depends on how the
// document's do.
func (r Paragraph) Of(text string) string {
	if r.First == r.Last {
		return text[r.Start:r.End]
	}
	return strings.ReplaceAll(text[r.Start:r.End], "\r\n", "\n")
}

// A Flow is the text of a document: what each line is, and how lines become paragraphs.
type Flow struct {
	D       *Document
	Classes []Class // by line
	// of lines at which paragraphs were wrapped by hand, in characters; 0: they were not
	Width int
}

// Paragraphs appends the paragraphs of lines [from, to) to dst. cut, if it is not negative, is a
// line of which only part is text: that part is part. credits: credits are text too.
func (f *Flow) Paragraphs(dst []Paragraph, from, to, cut int, part feed.Span,
	credits bool) []Paragraph {
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
		if f.Width > 0 && len(dst) > start && f.continues(int(dst[len(dst)-1].Last), i) {
			dst[len(dst)-1].End, dst[len(dst)-1].Last = int32(s.End), int32(i)
			continue
		}
		dst = append(dst, Paragraph{int32(s.Start), int32(s.End), int32(i), int32(i)})
	}
	return dst
}

// continues reports whether line i goes on with the paragraph whose last line is given.
func (f *Flow) continues(last, i int) bool {
	if last != i-1 || f.D.parted != nil && f.D.parted[i] {
		return false
	}
	above, line := f.D.Line(last), f.D.Line(i)
	if IsBullet(line) || IsMarkdownHeading(line) || IsMarkdownHeading(above) {
		return false
	}
	size := Size(above)
	switch {
	case size > wrapMost:
		return false
	case goesOn(line):
		return true
	case EndsSentence(above):
		return size+1+firstWord(line) >= f.Width*9/10
	}
	return size >= f.Width*5/8
}

// LookOf returns the look of a paragraph: that of its line, where it is all of one.
func (f *Flow) LookOf(r Paragraph) Look {
	if r.First == r.Last && f.D.Lines.Span(f.D.Text, int(r.First)) == r.Span() {
		return f.D.Look(int(r.First))
	}
	return LookAtWords(r.Of(f.D.Text))
}
