package stamp

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
)

// Loose rows: dates that open their lines with only a blank behind, "October 23, 2018 The door
// opens", "May 24 updates". By itself such a line may be the middle of a sentence.

// isLoose reports whether a date opens a line, and only a blank is between it and its text. In a
// script without blanks it is nothing.
func (m *Candidate) isLoose(line string) bool {
	f := &m.Fields
	if m.End == 0 || f.Day == 0 || f.Month == 0 {
		return false
	}
	next, _ := utf8.DecodeRuneInString(line[m.Rest:])
	if f.Has&WeakDate != 0 {
		return m.isShareLike() && m.Sep == BlankSep && words.IsCapital(next)
	}
	return m.Sep == BlankSep || m.Sep == GluedSep && words.IsUnspaced(next)
}

// isShareLike reports whether a date is two numbers and a slash, which may be a share: 10/12.
func (m *Candidate) isShareLike() bool {
	f := &m.Fields
	return f.DateForm == DayMonth && f.Has&(NamedDate|WeakDate) == WeakDate && !f.HasClock()
}

// mayBeShares reports whether dates of two numbers may be marks, 9/10 and 10/10, or count what
// there is, 3/12 and 4/12. The second number is the same in all, and none is over it.
func mayBeShares(candidates []Candidate, row []int) bool {
	first := &candidates[row[0]].Fields
	days, months := true, true
	for _, i := range row {
		if !candidates[i].isShareLike() {
			return false
		}
		f := &candidates[i].Fields
		months = months && f.Month == first.Month && f.Day <= f.Month
		days = days && f.Day == first.Day && f.Month <= f.Day
	}
	return days || months
}

// looseRest returns the text behind the date of a loose row, if it begins with no capital. As the
// words of a sentence that goes on, it says nothing; it must be the same in all rows. In a script
// without blanks, whose letters are neither small nor capital, a sentence may differ.
func (m *Candidate) looseRest(d *text.Document) string {
	if m.Fields.Has&Loose == 0 {
		return ""
	}
	s := d.Lines.Span(d.Text, int(m.Line))
	rest := strings.TrimSpace(d.Text[m.Rest:s.End])
	first, _ := utf8.DecodeRuneInString(rest)
	if words.IsCapital(first) || words.IsUnspaced(first) && text.EndsSentence(rest) {
		return ""
	}
	return rest
}

// headParts reports whether loose or worded rows head what is below them. Their dates run one way
// without exception, and each is below a blank line or is no sentence.
func headParts(d *text.Document, candidates []Candidate, row []int) bool {
	way := 0
	for k, i := range row {
		m := &candidates[i]
		at := int(m.Line)
		rest := d.Text[m.Rest:d.Lines.Span(d.Text, at).End]
		if m.Fields.Has&Loose == 0 && !m.isWorded(d) || !isGap(d, at-1) && text.EndsSentence(rest) {
			return false
		}
		if k == 0 {
			continue
		}
		step := cmp.Compare(m.Fields.moment(), candidates[row[k-1]].Fields.moment())
		if step*way < 0 {
			return false
		}
		way = cmp.Or(step, way)
	}
	return true
}
