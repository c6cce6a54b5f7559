package parser

// Four figures that begin lines: years of a chronology, or clocks without a mark, "1652: …".

// The span of years that chronologies of our time are of. Outside it, and without 60 to 99 for their last two figures, numbers are clocks.
const (
	firstYear = 1900
	lastYear  = 2100
)

// readFigures decides what four figures alone before a text are. They are clocks if all could be one, and if one of them is no year, or if they
// fall, again and again, as clocks of a feed do and years of a chronology hardly do.
func (j *judge) readFigures() {
	var figures []int32
	clocks, odd, recent, falls := 0, 0, 0, 0
	for i := range j.marks {
		m := &j.marks[i]
		if j.verdicts[i] != undecided || !m.f.isFigures() {
			continue
		}
		year := int(m.f.year)
		if year/100 < 24 && year%100 < 60 {
			clocks++
		}
		if m.f.isNoYear() {
			odd++
		}
		if year >= firstYear && year <= lastYear {
			recent++
		}
		if n := len(figures); n > 0 && int(j.marks[figures[n-1]].f.year) >= year {
			falls++
		}
		figures = append(figures, int32(i))
	}
	n := len(figures)
	areClocks := clocks == n && n >= 3 && (odd > 0 && recent < n || n >= 5 && recent < n && falls*10 >= 9*(n-1))
	inOrder := n >= 4 && (falls == 0 || falls == n-1)
	for _, i := range figures {
		switch m := &j.marks[i]; {
		case areClocks:
			m.f.readAsClock()
		case m.f.isNoYear(), !inOrder && m.place == opens && (m.sep == blankSep || m.sep == wideSep): // "1934 Olympic champion"
			j.verdicts[i] = ignoredMark
			m.f.year, m.f.dateForm = 0, noDate
		}
	}
}

// isFigures reports whether the fields are a year alone, of four figures.
func (f *fields) isFigures() bool {
	return f.dateForm == yearOnly && f.has&weakDate != 0 && f.month == 0 && f.weekday == 0 && !f.hasClock()
}

// isNoYear reports whether four figures are no year that a feed tells of, which they may be only until the document has been judged.
func (f *fields) isNoYear() bool { return f.isFigures() && (f.year < 1000 || f.year > lastYear) }

// readAsClock makes the hour and minute of a year's figures.
func (f *fields) readAsClock() {
	f.hour, f.minute, f.second, f.notation = int8(f.year/100), int8(f.year%100), -1, runClock
	f.year, f.dateForm = 0, noDate
	f.has &^= weakDate
}
