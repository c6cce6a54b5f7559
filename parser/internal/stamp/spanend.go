package stamp

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/words"
)

// The ends of spans: "July 30-Aug. 14, 1932", "20:15–21:00", "1914-18".

// SpanEnd returns the fields of the end of a span, and whether the candidate is one. line is the
// candidate's line.
func (m *Candidate) SpanEnd(line string, start int) (Fields, bool) {
	at, stop := int(m.Fields.SpanAt), int(m.End)-start
	if m.Fields.Has&Spanned == 0 || at <= int(m.Start)-start || at >= stop {
		return Fields{}, false
	}
	var x words.Lexer
	var r Reader
	toks := x.Lex(line[:stop], at)
	f, _, end := r.read(toks, true)
	if end > 0 && !f.IsFigures() {
		return f, f.HasClock() || f.Day != 0
	}
	n := &toks[0]
	if n.Kind != words.NumberTok {
		return Fields{}, false
	}
	f = NoFields
	switch {
	case n.Digits == 4 && m.Fields.Notation == RunClock: // 0800-0930
		r.F = f
		ok := r.setClock(n.Value/100, n.Value%100, -1, RunClock)
		return r.F, ok
	case m.Fields.DateForm != YearOnly:
		f.Day = int8(min(n.Value, 99))
	case n.Digits == 2:
		f.Year, f.DateForm = m.Fields.Year-m.Fields.Year%100+int16(n.Value), YearOnly
	case n.Digits == 4:
		f.Year, f.DateForm = int16(n.Value), YearOnly
	}
	return f, f.Day != 0 || f.Year != 0
}

// LastDay returns the last day of a span whose first day is known, the zero Date if the end
// has no day after it. dayFirst says that 3/4 is 3 April.
func (f *Fields) LastDay(first feed.Date, dayFirst bool) feed.Date {
	if f.DateForm == YearOnly {
		return feed.Date{Year: f.Year, Month: 12, Day: 31}
	}
	last := first
	if f.Day != 0 {
		last.Day = f.Day
	}
	if f.Month != 0 {
		last.Month = f.Month
	}
	if f.Has&Swappable != 0 && !dayFirst {
		last.Day, last.Month = last.Month, last.Day
	}
	if f.Year != 0 {
		last.Year = f.Year
	}
	if !last.Valid() || last.Days() < first.Days() {
		return feed.Date{}
	}
	return last
}
