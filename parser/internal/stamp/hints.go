package stamp

import (
	"cmp"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/text"
	"slices"
	"sort"
)

// Hints: what markup told of the text. Markup is evidence like any other, and better in what it is made for: which lines are no text at all,
// when something was published to the second, where an entry's container begins and ends. What a reader sees wins over what only machines
// see: a clock that is printed stays, and the machine-readable time beside it tells the day and the zone.

// markHints adds what stamps of markup tell to the marks of their lines; a stamp whose words no grammar knows becomes a mark all the same.
func markHints(d *text.Document, marks []Candidate) []Candidate {
	var extra []Candidate
	for _, h := range d.Hints {
		if h.Kind != feed.HintStamp || h.Len() == 0 || h.Len() > ShortLine {
			continue
		}
		line := d.LineOf(h.Start)
		if d.IsMuted(line) {
			continue
		}
		if k := MarkAt(marks, int32(line), h.Span); k >= 0 {
			marks[k].Fields.Take(h.Value)
			marks[k].Fields.Has |= MarkedUp
			continue
		}
		if m, ok := markOf(d, h, line); ok {
			extra = append(extra, m)
		}
	}
	if extra == nil {
		return marks
	}
	marks = append(marks, extra...)
	slices.SortStableFunc(marks, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Start, b.Start))
	})
	return marks
}

// MarkAt returns the mark that shares words with a span of a line, or is all of that line; -1 if there is none.
func MarkAt(marks []Candidate, line int32, s feed.Span) int {
	k := sort.Search(len(marks), func(k int) bool { return marks[k].Line >= line })
	for ; k < len(marks) && marks[k].Line == line; k++ {
		if m := &marks[k]; m.Place == Whole || int(m.Start) < s.End && s.Start < int(m.End) {
			return k
		}
	}
	return -1
}

// markOf returns the mark of a stamp that only its machine-readable time tells.
func markOf(d *text.Document, h feed.Hint, line int) (Candidate, bool) {
	m := Candidate{Line: int32(line), Start: int32(h.Start), End: int32(h.End), Fields: NoFields}
	if !m.Fields.Take(h.Value) {
		return m, false
	}
	m.Fields.Has |= MarkedUp
	s := d.Lines.Span(d.Text, line)
	switch {
	case h.End <= s.Start || h.Start >= s.End:
		return m, false // nothing of its words can be seen
	case h.Start <= s.Start && h.End >= s.End:
		m.Place, m.Rest = Whole, int32(s.End)
	case h.Start <= s.Start:
		sep, rest := Separate(s.Of(d.Text), h.End-s.Start)
		m.Place, m.Sep, m.Rest = Opens, sep, rest+int32(s.Start)
	case h.End >= s.End:
		m.Place, m.Sep, m.Rest = Closes, BlankSep, int32(feed.Span{Start: s.Start, End: h.Start}.Trim(d.Text).End)
	default:
		m.Place, m.Rest = Inside, int32(feed.Span{Start: s.Start, End: h.Start}.Trim(d.Text).End)
	}
	return m, true
}
