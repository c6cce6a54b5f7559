package stamp

import "newstimeline/parser/internal/text"

// Months first with dots: "05.24.21" is a clock by its form. Seconds change from line to line,
// years hardly ever.

// takeMonthsFirst makes dates of the clocks with two dots in a document whose last figures stay the same.
// Dates in the same notation then have the month first too: "05.12.21".
func takeMonthsFirst(d *text.Document, candidates []Candidate) {
	clocks := 0
	var dotted []*Candidate
	for i := range candidates {
		m := &candidates[i]
		isClock, ok := m.hasTwoDots(d)
		if !ok {
			continue
		}
		if dotted = append(dotted, m); isClock {
			clocks++
		}
	}
	if clocks == 0 || len(dotted) < 2 || !keepYears(dotted) {
		return
	}
	for _, m := range dotted {
		m.Fields.putMonthFirst()
	}
}

// hasTwoDots reports whether a candidate at the head of its line is three numbers of two digits. It
// also reports whether it was read as a clock that could be a month and its day.
func (m *Candidate) hasTwoDots(d *text.Document) (isClock, ok bool) {
	f := &m.Fields
	if m.Place > Opens || m.End-m.Start != int32(len("05.24.21")) || d.Text[m.Start+2] != '.' ||
		d.Text[m.Start+5] != '.' {
		return false, false
	}
	if f.HasClock() {
		return true, f.Day == 0 && f.Second >= 0 && 1 <= f.Hour && f.Hour <= 12 && f.Minute <= 31
	}
	return false, f.DateForm == DayMonth && f.Has&TwoDigits != 0 && f.Day <= 12
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
