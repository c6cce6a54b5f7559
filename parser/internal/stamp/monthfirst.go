package stamp

import (
	"newstimeline/parser/internal/text"
	"strings"
)

// Months first with dots: "05.24.21" is a clock by its form. Seconds change from line to line,
// years hardly ever.

// takeMonthsFirst makes dates of the clocks with two dots in a document whose last figures stay the
// same. Dates in the same notation then have the month first too: "05.12.21".
func takeMonthsFirst(d *text.Document, candidates []Candidate) {
	clocks := 0
	var dotted []*Candidate
	for i := range candidates {
		m := &candidates[i]
		if !m.hasTwoDots(d) {
			continue
		}
		switch f := &m.Fields; {
		case f.HasClock() && (f.Hour < 1 || f.Hour > 12 || f.Minute > 31), f.Day > 12:
			return // one that has no month first
		case f.HasClock():
			clocks++
		}
		dotted = append(dotted, m)
	}
	if clocks == 0 || len(dotted) < 2 || !keepYears(dotted) {
		return
	}
	for _, m := range dotted {
		m.Fields.putMonthFirst()
	}
}

// takeWholeMonthsFirst makes whole dates with dots have the month first: "04.06.2025". Others in
// the document have a day behind the month, "03.21.2025", and none has it the other way round.
func takeWholeMonthsFirst(d *text.Document, candidates []Candidate) {
	certain := 0
	var dotted []*Candidate
	for i := range candidates {
		m := &candidates[i]
		f := &m.Fields
		if f.Year == 0 || f.Has&NamedDate != 0 || !m.hasDots(d) {
			continue
		}
		switch {
		case f.DateForm == MonthDay:
			certain++
		case f.DateForm != DayMonth:
		case f.Day > 12:
			return
		default:
			dotted = append(dotted, m)
		}
	}
	if certain < few {
		return
	}
	for _, m := range dotted {
		m.Fields.Month, m.Fields.Day, m.Fields.DateForm = m.Fields.Day, m.Fields.Month, MonthDay
	}
}

// hasDots reports whether a candidate's numbers have dots between them.
func (m *Candidate) hasDots(d *text.Document) bool {
	return strings.Count(d.Text[m.Start:m.End], ".") >= 2
}

// hasTwoDots reports whether a candidate at the head of its line is three numbers with dots. All
// have two digits: a clock or a day, its month and its year.
func (m *Candidate) hasTwoDots(d *text.Document) bool {
	f := &m.Fields
	return m.Place <= Opens && m.End-m.Start == int32(len("05.24.21")) &&
		d.Text[m.Start+2] == '.' && (f.Second >= 0 || f.Has&TwoDigits != 0)
}

// keepYears reports whether the last figures of most candidates are those of the one before.
func keepYears(dotted []*Candidate) bool {
	last := func(f *Fields) int {
		if f.HasClock() {
			return int(f.Second)
		}
		return int(f.Year) % 100
	}
	kept := 0
	for k := 1; k < len(dotted); k++ {
		if last(&dotted[k-1].Fields) == last(&dotted[k].Fields) {
			kept++
		}
	}
	return 10*kept >= 7*(len(dotted)-1)
}

// putMonthFirst makes a clock or date with two dots a date whose month is first.
func (f *Fields) putMonthFirst() {
	if f.HasClock() {
		f.Month, f.Day, f.Year = f.Hour, f.Minute, shortYear(int(f.Second))
		f.Hour, f.Minute, f.Second, f.Notation = -1, 0, -1, NoClock
		f.Has |= TwoDigits
	} else {
		f.Month, f.Day = f.Day, f.Month
	}
	f.DateForm = MonthDay
}
