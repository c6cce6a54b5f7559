package parser

import (
	"cmp"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
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
func (d *document) markHints(marks []stamp.Candidate) []stamp.Candidate {
	var extra []stamp.Candidate
	for _, h := range d.Hints {
		if h.Kind != feed.HintStamp || h.Len() == 0 || h.Len() > stamp.ShortLine {
			continue
		}
		line := d.lineOf(h.Start)
		if d.isMuted(line) {
			continue
		}
		if k := markAt(marks, int32(line), h.Span); k >= 0 {
			marks[k].Fields.Take(h.Value)
			marks[k].Fields.Has |= stamp.MarkedUp
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
	slices.SortStableFunc(marks, func(a, b stamp.Candidate) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Start, b.Start))
	})
	return marks
}

// markAt returns the mark that shares words with a span of a line, or is all of that line; -1 if there is none.
func markAt(marks []stamp.Candidate, line int32, s feed.Span) int {
	k := sort.Search(len(marks), func(k int) bool { return marks[k].Line >= line })
	for ; k < len(marks) && marks[k].Line == line; k++ {
		if m := &marks[k]; m.Place == stamp.Whole || int(m.Start) < s.End && s.Start < int(m.End) {
			return k
		}
	}
	return -1
}

// markOf returns the mark of a stamp that only its machine-readable time tells.
func (d *document) markOf(h feed.Hint, line int) (stamp.Candidate, bool) {
	m := stamp.Candidate{Line: int32(line), Start: int32(h.Start), End: int32(h.End), Fields: stamp.NoFields}
	if !m.Fields.Take(h.Value) {
		return m, false
	}
	m.Fields.Has |= stamp.MarkedUp
	s := d.Lines.Span(d.Text, line)
	switch {
	case h.End <= s.Start || h.Start >= s.End:
		return m, false // nothing of its words can be seen
	case h.Start <= s.Start && h.End >= s.End:
		m.Place, m.Rest = stamp.Whole, int32(s.End)
	case h.Start <= s.Start:
		sep, rest := stamp.Separate(s.Of(d.Text), h.End-s.Start)
		m.Place, m.Sep, m.Rest = stamp.Opens, sep, rest+int32(s.Start)
	case h.End >= s.End:
		m.Place, m.Sep, m.Rest = stamp.Closes, stamp.BlankSep, int32(feed.Span{Start: s.Start, End: h.Start}.Trim(d.Text).End)
	default:
		m.Place, m.Rest = stamp.Inside, int32(feed.Span{Start: s.Start, End: h.Start}.Trim(d.Text).End)
	}
	return m, true
}

// titled reports whether markup says that a span of text is a headline, all of it.
func (d *document) titled(s feed.Span) bool {
	at := sort.Search(len(d.Hints), func(k int) bool { return d.Hints[k].Start > s.Start })
	for k := at - 1; k >= 0 && d.Hints[k].Start+2*stamp.ShortLine > s.Start-headlineSize; k-- {
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
		if h.Kind != feed.HintByline || h.Len() > 4*text.RubricSize {
			continue
		}
		for i := j.d.lineOf(h.Start); i < len(j.classes) && int(j.d.Lines[i].At) < h.End; i++ {
			s := j.d.Lines.Span(j.d.Text, i)
			if j.classes[i] != textLine || s.Len() > 2*text.RubricSize || text.EndsSentence(s.Of(j.d.Text)) {
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
	if len(d.Hints) == 0 || s.Len() == 0 || s.Len() > 2*text.RubricSize {
		return false
	}
	k := sort.Search(len(d.Hints), func(k int) bool { return d.Hints[k].Start > s.Start })
	for k--; k >= 0 && d.Hints[k].Start > s.Start-headlineSize; k-- {
		if h := &d.Hints[k]; h.Kind == feed.HintByline && h.End >= s.End {
			return !text.EndsSentence(s.Of(d.Text))
		}
	}
	return false
}
