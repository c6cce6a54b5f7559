package stamp

import (
	"slices"
	"strings"
	"unicode/utf8"

	"newstimeline/parser/feed"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
)

// Clocks of four figures that live on a date: "11/4/12: 0728 text", then "1100 text" of the same
// day. Amounts and years have four figures too, but none has a zero before it.

// mostZeroless is how many such clocks there are for each that begins with a zero. Of a day's hours
// ten in 24 do, of those by daylight some.
const mostZeroless = 10

// A figureClock is a number of four figures behind a date, or at the head of a line below one.
type figureClock struct {
	at         int // of the candidate that opens the line, perhaps that date; -1: none does
	line       int
	start, end int // bytes of the text; end is behind the second number of a span
	value      int
	isDated    bool // it is behind the date
}

// TakeFourFigures makes clocks of the numbers of four figures that live on dates.
func TakeFourFigures(d *text.Document, candidates []Candidate) []Candidate {
	clocks := figureClocks(d, candidates)
	if !areFigureClocks(clocks) {
		return candidates
	}
	return putClocks(d, candidates, clocks)
}

// figuresOfLine returns the four figures that open a line.
func figuresOfLine(d *text.Document, i int) (figureClock, bool) {
	s := d.Lines.Span(d.Text, i)
	return fourFigures(d.Text[:s.End], s.Start+skipBullet(s.Of(d.Text)))
}

// fourFigures returns the number of four figures at byte i of a text, or the span of two. A blank
// or a mark such as a colon is behind it, or the end of the text.
func fourFigures(s string, i int) (c figureClock, ok bool) {
	end := figuresEnd(s, i)
	if end == i {
		return c, false
	}
	c = figureClock{start: i, end: end, value: words.Number(s[:end], i).Value}
	if mark, size := utf8.DecodeRuneInString(s[end:]); words.PlainMark(mark) == '-' {
		if last := figuresEnd(s, end+size); last > end+size {
			c.end, end = last, last
		}
	}
	if end < len(s) && strings.IndexByte(":,.-|])", s[end]) >= 0 {
		end++
	}
	g, _ := words.SkipSpace(s, end)
	return c, end == len(s) || g != words.Glued
}

// figuresEnd returns where the four figures at byte i of a text end, i if no four are there.
func figuresEnd(s string, i int) int {
	end := i + len("0728")
	if end > len(s) || !areDigits(s[i:end]) {
		return i
	}
	return end
}

// isClock reports whether the number can be a clock.
func (c *figureClock) isClock() bool { return c.value/100 <= 23 && c.value%100 <= 59 }

// figureClocks returns the numbers of four figures from a date on: behind dates, and at the heads
// of the lines between and below them.
func figureClocks(d *text.Document, candidates []Candidate) (clocks []figureClock) {
	first := slices.IndexFunc(candidates, func(m Candidate) bool { return m.Fields.HasDay() })
	if first < 0 {
		return nil
	}
	at := first
	for i := int(candidates[first].Line); i < d.Lines.Count(); i++ {
		opens, isDated := -1, false
		for ; at < len(candidates) && int(candidates[at].Line) == i; at++ {
			if m := &candidates[at]; m.Place <= Opens {
				opens, isDated = at, m.Fields.HasDay()
			}
		}
		c, ok := figureClock{}, false
		if isDated {
			end := d.Lines.Span(d.Text, i).End
			c, ok = fourFigures(d.Text[:end], int(candidates[opens].Rest))
		} else if (opens < 0 || candidates[opens].Fields.DateForm == YearOnly) &&
			d.Look(i).Has(text.LookFigure|text.LookBlank) { // muted lines are not looked at
			c, ok = figuresOfLine(d, i)
		}
		if ok && c.isClock() {
			c.at, c.line, c.isDated = opens, i, isDated
			clocks = append(clocks, c)
		}
	}
	return clocks
}

// areFigureClocks reports whether numbers are clocks: some begin with a zero. They are not all the
// same, and count nothing.
func areFigureClocks(clocks []figureClock) bool {
	zeros, jumps := 0, 0
	for k := range clocks {
		if clocks[k].value < 1000 {
			zeros++
		}
		if step := clocks[k].value - clocks[max(k-1, 0)].value; step*step > 1 {
			jumps++
		}
	}
	return len(clocks) >= few && zeros*mostZeroless >= len(clocks) && jumps > 0
}

// putClocks returns the candidates with clocks of four figures.
func putClocks(d *text.Document, candidates []Candidate, clocks []figureClock) []Candidate {
	var more []Candidate
	for k := range clocks {
		c := &clocks[k]
		m := Candidate{Line: int32(c.line), Start: int32(c.start), Fields: NoFields}
		if c.isDated {
			m = candidates[c.at]
		}
		c.put(&m, d.Lines.Span(d.Text, c.line), d.Text)
		if c.at >= 0 {
			candidates[c.at] = m
		} else {
			more = append(more, m)
		}
	}
	return withoutInside(insert(candidates, more))
}

// put makes a candidate, which opens a line, one with the clock.
func (c *figureClock) put(m *Candidate, line feed.Span, all string) {
	f := &m.Fields
	f.Hour, f.Minute, f.Notation = int8(c.value/100), int8(c.value%100), RunClock
	f.Has &^= Loose
	if length := c.end - c.start; length > len("0728") {
		f.Has |= Spanned
		f.SpanAt = int16(c.end - len("0728") - line.Start)
	}
	m.End, m.Place = int32(c.end), Opens
	sep, rest := Separate(line.Of(all), c.end-line.Start)
	m.Sep, m.Rest = sep, rest+int32(line.Start)
}
