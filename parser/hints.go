package parser

import (
	"cmp"
	"newstimeline/parser/feed"
	"slices"
	"sort"
)

// Hints: what markup told of the text. Markup is evidence like any other, and better in what it is made for: which lines are no text at all,
// when something was published to the second, where an entry's container begins and ends. What a reader sees wins over what only machines
// see: a clock that is printed stays, and the machine-readable time beside it tells the day and the zone.

// takeHints brings the hints into the order of the text, the wider first, drops those that lie outside it, and marks the lines that are noise.
func (d *document) takeHints() {
	if len(d.Hints) == 0 {
		return
	}
	hints := slices.DeleteFunc(slices.Clone(d.Hints), func(h feed.Hint) bool { return h.Start < 0 || h.End < h.Start || h.End > len(d.Text) })
	slices.SortStableFunc(hints, func(a, b feed.Hint) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	d.Hints = hints
	d.muted = make([]feed.Rule, d.Lines.Count())
	for _, h := range hints {
		if h.Kind == feed.HintNoise && h.Value != feed.Card {
			d.mute(h.Span)
		}
	}
}

// mute marks the lines that a span covers as noise. A line that it covers in part stays text: what is noise in it cannot be cut out.
func (d *document) mute(s feed.Span) {
	for i := d.lineOf(s.Start); i < d.Lines.Count() && int(d.Lines[i].At) < s.End; i++ {
		if line := d.Lines.Span(d.Text, i); line.Start >= s.Start && line.End <= s.End {
			d.muted[i] = feed.RuleMarkup
		}
	}
}

// isMuted reports whether line i, from 0, is noise whatever it says.
func (d *document) isMuted(i int) bool { return d.muted != nil && d.muted[i] != feed.RuleNone }

// lineOf returns the line, from 0, that holds the byte at an offset of the text.
func (d *document) lineOf(offset int) int { return d.LineAt(offset) - 1 }

// markHints adds what stamps of markup tell to the marks of their lines; a stamp whose words no grammar knows becomes a mark all the same.
func (d *document) markHints(marks []mark) []mark {
	var extra []mark
	for _, h := range d.Hints {
		if h.Kind != feed.HintStamp || h.Len() == 0 || h.Len() > shortLine {
			continue
		}
		line := d.lineOf(h.Start)
		if d.isMuted(line) {
			continue
		}
		if k := markAt(marks, int32(line), h.Span); k >= 0 {
			marks[k].f.take(h.Value)
			marks[k].f.has |= markedUp
			continue
		}
		if m, ok := d.markOf(h, line); ok {
			extra = append(extra, m)
		}
	}
	if extra == nil {
		return marks
	}
	marks = append(marks, extra...)
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(a.start, b.start)) })
	return marks
}

// markAt returns the mark that shares words with a span of a line, or is all of that line; -1 if there is none.
func markAt(marks []mark, line int32, s feed.Span) int {
	k := sort.Search(len(marks), func(k int) bool { return marks[k].line >= line })
	for ; k < len(marks) && marks[k].line == line; k++ {
		if m := &marks[k]; m.place == whole || int(m.start) < s.End && s.Start < int(m.end) {
			return k
		}
	}
	return -1
}

// markOf returns the mark of a stamp that only its machine-readable time tells.
func (d *document) markOf(h feed.Hint, line int) (mark, bool) {
	m := mark{line: int32(line), start: int32(h.Start), end: int32(h.End), f: noFields}
	if !m.f.take(h.Value) {
		return m, false
	}
	m.f.has |= markedUp
	s := d.Lines.Span(d.Text, line)
	switch {
	case h.Start <= s.Start && h.End >= s.End:
		m.place, m.rest = whole, int32(s.End)
	case h.Start <= s.Start:
		sep, rest := separate(s.Of(d.Text), h.End-s.Start)
		m.place, m.sep, m.rest = opens, sep, rest+int32(s.Start)
	case h.End >= s.End:
		m.place, m.sep, m.rest = closes, blankSep, int32(feed.Span{Start: s.Start, End: h.Start}.Trim(d.Text).End)
	default:
		m.place, m.rest = inside, int32(feed.Span{Start: s.Start, End: h.Start}.Trim(d.Text).End)
	}
	return m, true
}

// titled reports whether markup says that a span of text is a headline, all of it.
func (d *document) titled(s feed.Span) bool {
	at := sort.Search(len(d.Hints), func(k int) bool { return d.Hints[k].Start > s.Start })
	for k := at - 1; k >= 0 && d.Hints[k].Start+2*shortLine > s.Start-headlineSize; k-- {
		if h := &d.Hints[k]; h.Kind == feed.HintTitle && h.Start <= s.Start && h.End >= s.End {
			return true
		}
	}
	return false
}

// headlineSize is how many bytes of a headline may stand before the part of it that is asked for.
const headlineSize = 400

// markWriters makes the lines credits that markup says name a writer or a rubric, all of them, and notes the lines on which they stand
// beside a stamp.
func (j *judge) markWriters() {
	for _, h := range j.d.Hints {
		if h.Kind != feed.HintByline || h.Len() > 4*rubricSize {
			continue
		}
		for i := j.d.lineOf(h.Start); i < len(j.classes) && int(j.d.Lines[i].At) < h.End; i++ {
			s := j.d.Lines.Span(j.d.Text, i)
			if j.classes[i] != textLine || s.Len() > 2*rubricSize || endsSentence(s.Of(j.d.Text)) {
				continue
			}
			if k := markAt(j.marks, int32(i), s); k < 0 && s.Start >= h.Start && s.End <= h.End {
				j.classes[i] = creditLine
			}
		}
	}
}

// isWriter reports whether markup says that a span names a writer or a rubric.
func (d *document) isWriter(s feed.Span) bool {
	if len(d.Hints) == 0 || s.Len() == 0 || s.Len() > 2*rubricSize {
		return false
	}
	k := sort.Search(len(d.Hints), func(k int) bool { return d.Hints[k].Start > s.Start })
	for k--; k >= 0 && d.Hints[k].Start > s.Start-headlineSize; k-- {
		if h := &d.Hints[k]; h.Kind == feed.HintByline && h.End >= s.End {
			return !endsSentence(s.Of(d.Text))
		}
	}
	return false
}
