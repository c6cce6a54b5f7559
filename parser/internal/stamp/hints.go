package stamp

import (
	"cmp"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/text"
	"slices"
	"sort"
)

// Hints: the evidence of markup about the text. Markup is evidence like any other, and better in
// what it is made for. That is which lines are not text, times to the second, where an entry's
// container begins and ends. What a reader sees wins over what only machines see. A printed clock
// stays, and the machine-readable time next to it gives the day and the zone.

// addHinted adds the machine-readable times of markup to the candidates of their lines. A timestamp
// in words that no grammar knows becomes a candidate too.
func addHinted(d *text.Document, candidates []Candidate) []Candidate {
	var extra []Candidate
	var a attributeReader
	replaced := false
	for _, h := range d.Hints {
		setOff := h.Kind == feed.HintSetOff
		if h.Kind != feed.HintStamp && !setOff || h.Len() == 0 || h.Len() > 2*text.RubricSize {
			continue
		}
		line := d.LineOf(h.Start)
		if d.IsMuted(line) {
			continue
		}
		if setOff || h.Value == "" {
			extra = a.setOff(d, h, candidates, extra)
		}
		if setOff {
			continue
		}
		if k := CandidateAt(candidates, int32(line), h.Span); k >= 0 {
			replaced = a.widen(d, h, candidates[k:]) || replaced
			a.takeAll(candidates[k:], h)
			continue
		}
		if m, ok := candidateOf(d, h, line, &a); ok {
			extra = append(extra, m)
		}
	}
	if replaced {
		candidates = slices.DeleteFunc(candidates, func(m Candidate) bool { return m.End < 0 })
	}
	if extra == nil {
		return candidates
	}
	candidates = append(candidates, extra...)
	slices.SortStableFunc(candidates, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Start, b.Start))
	})
	return candidates
}

// takeAll adds the time of a hint to the candidates with its words, of which the first is one. A
// row may be another with the same.
func (a *attributeReader) takeAll(candidates []Candidate, h feed.Hint) {
	for k := range candidates {
		m := &candidates[k]
		if k > 0 && (m.Line != candidates[0].Line || int(m.Start) >= h.End ||
			h.Start >= int(m.End)) {
			return
		}
		if a.take(&m.Fields, h.Value) || h.Value == "" {
			m.Fields.Has |= MarkedUp
		}
	}
}

// setOff makes the words of a hint a candidate, if they are a timestamp that opens its line. They
// are set off from the text as by a colon. One that candidates have is changed, else it is added to
// extra.
func (a *attributeReader) setOff(d *text.Document, h feed.Hint, candidates, extra []Candidate,
) []Candidate {
	line := int32(d.LineOf(h.Start))
	k := CandidateAt(candidates, line, h.Span)
	if k >= 0 && (candidates[k].Place == Whole || candidates[k].Sep == StrongSep) {
		return extra
	}
	a.found = a.finder.Append(a.found[:0], h.Of(d.Text), line, h.Start)
	if len(a.found) != 1 || a.found[0].Place != Whole ||
		a.found[0].Fields.Has&(Updated|Published) != 0 {
		return extra
	}
	m, ok := placed(d, h, a.found[0])
	if !ok || m.Place != Opens {
		return extra
	}
	m.Sep = StrongSep
	if k < 0 {
		return append(extra, m)
	}
	if c := &candidates[k]; c.Start == m.Start && c.End == m.End {
		if c.Fields.Has&MarkedUp != 0 {
			m.Fields = c.Fields // the element that is set off holds another, with a time
		}
		*c = m
	}
	return extra
}

// widen extends the first of some candidates to the whole timestamp that markup shows, if its words
// are one. "Mary W 16 August 2025, 08:21" has more than its clock. Other candidates in it get the
// end -1. It reports whether it did so.
func (a *attributeReader) widen(d *text.Document, h feed.Hint, candidates []Candidate) bool {
	m := &candidates[0]
	if m.Place == Whole || int(m.Start) < h.Start || int(m.End) > h.End ||
		int(m.End-m.Start) == h.Len() {
		return false
	}
	a.found = a.finder.Append(a.found[:0], h.Of(d.Text), m.Line, h.Start)
	if len(a.found) != 1 || a.found[0].Place != Whole || !a.found[0].Fields.HasClock() &&
		!a.found[0].Fields.HasDay() {
		return false
	}
	wide, ok := placed(d, h, Candidate{Line: m.Line, Start: int32(h.Start), End: int32(h.End),
		Fields: a.found[0].Fields})
	if !ok {
		return false
	}
	if at := int16(h.Start - d.Lines.Span(d.Text, int(m.Line)).Start); wide.Fields.ZoneEnd > 0 {
		wide.Fields.ZoneStart, wide.Fields.ZoneEnd = wide.Fields.ZoneStart+at,
			wide.Fields.ZoneEnd+at
	}
	for k := 1; k < len(candidates); k++ {
		c := &candidates[k]
		if c.Line != m.Line || int(c.End) > h.End {
			break
		}
		c.End, c.Place = -1, Inside
	}
	*m = wide
	return true
}

// CandidateAt returns the mark that shares words with a span of a line, or is all of that line; -1
// if there is none.
func CandidateAt(candidates []Candidate, line int32, s feed.Span) int {
	k := sort.Search(len(candidates), func(k int) bool { return candidates[k].Line >= line })
	for ; k < len(candidates) && candidates[k].Line == line; k++ {
		if m := &candidates[k]; m.Place == Whole || int(m.Start) < s.End && s.Start < int(m.End) {
			return k
		}
	}
	return -1
}

// candidateOf returns the candidate of a timestamp that only its machine-readable time explains.
func candidateOf(d *text.Document, h feed.Hint, line int, a *attributeReader) (Candidate, bool) {
	m := Candidate{Line: int32(line), Start: int32(h.Start), End: int32(h.End), Fields: NoFields}
	if !a.take(&m.Fields, h.Value) {
		return m, false
	}
	m.Fields.Has |= MarkedUp
	return placed(d, h, m)
}

// placed returns a mark whose words are those of a hint with its place in the line; false: nothing
// of it can be seen.
func placed(d *text.Document, h feed.Hint, m Candidate) (Candidate, bool) {
	s := d.Lines.Span(d.Text, int(m.Line))
	switch {
	case h.End <= s.Start || h.Start >= s.End:
		return m, false // nothing of its words can be seen
	case h.Start <= s.Start && h.End >= s.End:
		m.Place, m.Rest = Whole, int32(s.End)
	case h.Start <= s.Start:
		sep, rest := Separate(s.Of(d.Text), h.End-s.Start)
		m.Place, m.Sep, m.Rest = Opens, sep, rest+int32(s.Start)
	case h.End >= s.End:
		m.Place, m.Sep, m.Rest = Closes, BlankSep,
			int32(feed.Span{Start: s.Start, End: h.Start}.Trim(d.Text).End)
	default:
		m.Place, m.Rest = Inside, int32(feed.Span{Start: s.Start, End: h.Start}.Trim(d.Text).End)
	}
	return m, true
}

// An attributeReader reads the times in attributes of markup: those for machines, and those that
// are shown where a mouse rests: title="02.12.2022 19:03:11 UTC+03:00".
type attributeReader struct {
	finder Finder
	found  []Candidate
}

// take adds the time of an attribute to the fields of a printed stamp, and reports whether there
// was one.
func (a *attributeReader) take(f *Fields, value string) bool {
	if value == "" || f.Take(value) {
		return value != ""
	}
	a.found = a.finder.Append(a.found[:0], value, 0, 0)
	if len(a.found) != 1 || a.found[0].Place != Whole {
		return false
	}
	return f.takeStated(&a.found[0].Fields)
}

// takeStated adds the facts of a full date with a clock, if it agrees with what is printed. These
// are the day, seconds and zone of a printed clock, or all.
func (f *Fields) takeStated(stated *Fields) bool {
	switch {
	case !stated.IsFull() || !stated.HasClock() || stated.Has&(WeakDate|BadWeekday|Spanned) != 0:
		return false
	case f.HasClock() && (f.Hour != stated.Hour || f.Minute != stated.Minute):
		return false
	case f.Day != 0 && (f.Day != stated.Day || f.Month != stated.Month) && f.Has&RelDayGiven == 0:
		return false
	}
	printed := *f
	*f = *stated
	f.TitleStart, f.TitleEnd = printed.TitleStart, printed.TitleEnd
	f.AuthorStart, f.AuthorEnd = printed.AuthorStart, printed.AuthorEnd
	f.ZoneStart, f.ZoneEnd, f.Has = printed.ZoneStart, printed.ZoneEnd, f.Has&^(Updated|Published)|
		printed.Has&(Updated|Published|LeadingPrep)
	if f.Zone == 0 && f.Has&OffsetGiven == 0 {
		f.Zone, f.Offset, f.Has = printed.Zone, printed.Offset, f.Has|printed.Has&OffsetGiven
	}
	return true
}
