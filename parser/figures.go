package parser

// Four figures that begin lines: years of a chronology, or clocks without a mark, "1652: …".

// The span of years that chronologies of our time are of. Outside it, and without 60 to 99 for their last two figures, numbers are clocks.
const (
	firstYear = 1900
	lastYear  = 2100
)

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
