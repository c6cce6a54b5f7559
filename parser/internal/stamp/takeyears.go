package stamp

import (
	"slices"

	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
)

// Years before 1000 that name no era: "793: …", "865: …" above "1016: …", "1066: …". Such numbers
// are years only where the document goes on with years of four digits, written alike.

const (
	// leastYears is how many years of four digits such a document has.
	leastYears = 2
	// largestCount is the largest number that may count lists and chapters: if the early years are
	// all smaller, they are none.
	largestCount = 99
)

// TakeYears adds the early years of a chronology.
func TakeYears(d *text.Document, candidates []Candidate) []Candidate {
	years := plainYears(candidates)
	if len(years) < leastYears {
		return candidates
	}
	early := earlyYears(d, candidates, &candidates[years[0]])
	if !areEarly(candidates, years, early) {
		return candidates
	}
	return insert(candidates, early)
}

// plainYears returns the candidates that are years of four digits alone, all in one position.
func plainYears(candidates []Candidate) (years []int) {
	for i := range candidates {
		m := &candidates[i]
		if !m.Fields.IsFigures() || m.Fields.IsNoYear() || m.Fields.Has&Approximate != 0 ||
			m.Place != Whole && (m.Place != Opens || m.Sep != StrongSep) {
			continue
		}
		if len(years) == 0 || candidates[years[0]].Place == m.Place {
			years = append(years, i)
		}
	}
	return years
}

// earlyYears returns the numbers of at most three digits that open lines as a year does.
func earlyYears(d *text.Document, candidates []Candidate, like *Candidate) (early []Candidate) {
	at := 0
	for i := range d.Lines.Count() {
		isTaken := false
		for ; at < len(candidates) && int(candidates[at].Line) <= i; at++ {
			isTaken = isTaken || int(candidates[at].Line) == i && candidates[at].Place <= Opens
		}
		if isTaken || d.IsBlank(i) {
			continue
		}
		s := d.Lines.Span(d.Text, i)
		if m, ok := earlyYear(s.Of(d.Text)); ok && m.Place == like.Place && m.Sep == like.Sep {
			m.Shift(int32(i), s.Start)
			early = append(early, m)
		}
	}
	return early
}

// earlyYear reads a number of at most three digits. It is all of a line, or opens it before a mark
// and a space: "793: text", but not "9:30".
func earlyYear(line string) (Candidate, bool) {
	if !words.IsDigit(line[0]) {
		return Candidate{}, false
	}
	n := words.Number(line, 0)
	if n.Digits > 3 || n.Value == 0 {
		return Candidate{}, false
	}
	m := Candidate{End: n.End, Place: Opens, Fields: NoFields}
	m.Fields.Year, m.Fields.DateForm, m.Fields.Has = int16(n.Value), YearOnly, WeakDate|EraGiven
	if int(n.End) == len(line) {
		m.fillLine(line)
		return m, true
	}
	m.Sep, m.Rest = Separate(line, int(n.End))
	isSpaced := int(m.Rest) < len(line) && (line[m.Rest-1] == ' ' || line[m.Rest-1] == '\t')
	return m, isSpaced && m.Sep == StrongSep
}

// areEarly reports whether numbers are the early years of a chronology. They rise and are above its
// other years, which rise too; or they fall and are below these. They count nothing.
func areEarly(candidates []Candidate, years []int, early []Candidate) bool {
	if len(early) == 0 {
		return false
	}
	all := make([]Candidate, 0, len(years)+len(early))
	if isBelow := early[0].Line > candidates[years[0]].Line; isBelow {
		for _, i := range slices.Backward(years) {
			all = append(all, candidates[i])
		}
		slices.Reverse(early)
		all = append(early, all...)
	} else {
		all = append(all, early...)
		for _, i := range years {
			all = append(all, candidates[i])
		}
	}
	return rise(all) && !countsUp(all[:len(early)])
}

// rise reports whether years rise while their lines all go one way.
func rise(all []Candidate) bool {
	for k := 1; k < len(all); k++ {
		a, b := &all[k-1], &all[k]
		if b.Fields.Year <= a.Fields.Year || (a.Line < b.Line) != (all[0].Line < all[1].Line) {
			return false
		}
	}
	return true
}

// countsUp reports whether rising numbers count something: they are small, or follow each other.
func countsUp(early []Candidate) bool {
	last := len(early) - 1
	if early[last].Fields.Year <= largestCount {
		return true
	}
	return last > 0 && int(early[last].Fields.Year-early[0].Fields.Year) == last
}
