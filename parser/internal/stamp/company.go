package stamp

import (
	"cmp"
	"maps"
	"slices"

	"newstimeline/parser/internal/text"
)

// Company: what is said against one line is outweighed by the lines around it. A date before a word
// in small letters may be in a sentence, and so may one behind a preposition. Where others of its
// notation run one way in time, one that is between two of them is none of a sentence.

// takeCompany makes timestamps of the candidates that only recur with others: rows, and dates that
// may end a sentence. There are more of their notation that count by themselves, and each is
// between its neighbours of these in time.
func takeCompany(d *text.Document, candidates []Candidate) {
	var firm map[Style][]int
	for i := range candidates {
		if !candidates[i].isDoubted() {
			continue
		}
		if firm == nil {
			firm = firmByNotation(candidates)
		}
		m := &candidates[i]
		if m.goesOn(d) || !m.isBetween(candidates, firm[m.company()], i) {
			continue
		}
		m.Place = m.placed()
		m.Fields.Has &^= LeadingPrep | Loose
	}
}

// goesOn reports whether a row goes on with the sentence of a long line above, which does not end
// there.
func (m *Candidate) goesOn(d *text.Document) bool {
	return m.Place == Row && m.Sep == BlankSep && m.Line > 0 &&
		d.Look(int(m.Line)-1)&(text.LookLong|text.LookEnded) == text.LookLong
}

// isDoubted reports whether a candidate alone may be part of a sentence.
func (m *Candidate) isDoubted() bool {
	return m.Place == Row && m.Fields.Has&Loose != 0 ||
		m.Place == Closes && m.MayBeRepeat() && m.Fields.Has&Loose == 0
}

// company returns what a candidate has in common with others: how it is written, and whether it
// opens its line.
func (m *Candidate) company() Style {
	s := m.Style()
	s.Place = m.placed()
	s.Sep, s.Label, s.Led, s.Key = 0, 0, false, 0
	return s
}

// placed returns where in its line a candidate is that is no row.
func (m *Candidate) placed() Position {
	switch {
	case m.Place != Row:
		return m.Place
	case m.Sep == NoSep: // there is nothing behind it
		return Whole
	}
	return Opens
}

// firmByNotation returns the candidates that count by themselves, by what they have in common: a
// few that run one way at least.
func firmByNotation(candidates []Candidate) map[Style][]int {
	firm := map[Style][]int{}
	for i := range candidates {
		if m := &candidates[i]; m.Place != Row && !m.isDoubted() {
			s := m.company()
			firm[s] = append(firm[s], i)
		}
	}
	maps.DeleteFunc(firm, func(_ Style, series []int) bool {
		return len(series) < few || !runOneWay(candidates, series)
	})
	return firm
}

// isBetween reports whether candidate i, which is m, is between two others of a series that runs
// one way, in the text and in time. Where these do not, since another list begins between them, it
// follows the one or is before the other.
func (m *Candidate) isBetween(candidates []Candidate, series []int, i int) bool {
	at, _ := slices.BinarySearch(series, i)
	if at == 0 || at == len(series) {
		return false
	}
	a, b := &candidates[series[at-1]], &candidates[series[at]]
	if a.Line == m.Line || m.Line == b.Line {
		return false
	}
	first, last := &candidates[series[0]].Fields, &candidates[series[len(series)-1]].Fields
	way := cmp.Compare(last.moment(), first.moment())
	step := func(a, b *Candidate) int {
		return way * cmp.Compare(b.Fields.moment(), a.Fields.moment())
	}
	follows, precedes := step(a, m) > 0, step(m, b) > 0
	return follows && precedes || step(a, b) < 0 && (follows || precedes)
}
