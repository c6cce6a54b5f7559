package stamp

import (
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
)

// Two timestamps in a row: "2025.08.16 node-7 2025-08-16-15.42.50 text" tells the same day again,
// with its clock; "16/08/2025 3 text (Entered: 18/08/2025)" tells another. The first dates the row,
// and the other may tell what it lacks.

// TakeFirstDates takes away the timestamps that end lines which others open, if nearly all do.
// Those that open lines take the clock or the date that they lack, from there or from behind them.
func TakeFirstDates(d *text.Document, candidates []Candidate) []Candidate {
	last, second := 0, 0
	for i := range candidates {
		if candidates[i].Place == Closes {
			if last++; isSecond(candidates, i) {
				second++
			}
		}
	}
	if areNearlyAll(second, last) {
		for i := range candidates {
			if isSecond(candidates, i) {
				candidates[i-1].Fields.complete(&candidates[i].Fields)
				candidates[i].Place = Inside
			}
		}
		candidates = withoutInside(candidates)
	}
	takeClocksBehind(d, candidates, Opens)
	return candidates
}

// areNearlyAll reports whether so many rows are enough, and all but one in ten.
func areNearlyAll(n, all int) bool { return n >= few && n*10 >= all*9 }

// isSecond reports whether candidate i ends a line which another opens, and one of them is a full
// date.
func isSecond(candidates []Candidate, i int) bool {
	m := &candidates[i]
	return i > 0 && m.Place == Closes && m.sharesOpened(&candidates[i-1]) &&
		(m.Fields.IsFull() || candidates[i-1].Fields.IsFull())
}

// complete takes the clock of other fields, if there is none, or the date.
func (f *Fields) complete(other *Fields) {
	switch {
	case !f.HasDate():
		f.TakeDate(other)
	case !f.HasClock() && !other.HasDate():
		f.copyClock(other)
	}
}

// takeClocksBehind gives dates in one place, which open lines or rows, the clocks behind them.
func takeClocksBehind(d *text.Document, candidates []Candidate, place Position) {
	var x words.Lexer
	var r Reader
	var clocks []Fields
	var rows []int
	n := 0
	for i := range candidates {
		m := &candidates[i]
		if m.Place != place || m.Fields.HasClock() {
			continue
		}
		n++
		at := d.Lines.Span(d.Text, int(m.Line))
		if f := dateBehind(at.Of(d.Text), int(m.End)-at.Start, &x, &r); f.isDayOf(&m.Fields) {
			clocks, rows = append(clocks, f), append(rows, i)
		}
	}
	if !areNearlyAll(len(rows), n) {
		return
	}
	for k, i := range rows {
		candidates[i].Fields.copyClock(&clocks[k])
	}
}

// isDayOf reports whether the fields are of the same day as others. They may lack its year if they
// have a clock: "Aug 16 15:42:50".
func (f *Fields) isDayOf(other *Fields) bool {
	return f.Day != 0 && f.Day == other.Day && f.Month == other.Month &&
		(f.Year == other.Year || f.Year == 0 && f.HasClock())
}

// dateBehind reads the first timestamp behind byte end of a line. A year is in it or behind it, or
// only a field is before it.
func dateBehind(line string, end int, x *words.Lexer, r *Reader) Fields {
	year := nextYear(line, end)
	i := fieldStart(line, end)
	for n := 0; i < len(line) && (i <= year || n < 2); n++ {
		if f, first, next := r.read(x.Lex(line, i), false); next > 0 && first == 0 {
			return f
		}
		i = fieldStart(line, i)
	}
	return Fields{}
}

// copyClock takes the clock and the zone of other fields.
func (f *Fields) copyClock(clock *Fields) {
	f.Hour, f.Minute, f.Second, f.Notation = clock.Hour, clock.Minute, clock.Second, clock.Notation
	f.Zone, f.ZoneStart, f.ZoneEnd = clock.Zone, clock.ZoneStart, clock.ZoneEnd
	f.Offset, f.Has = clock.Offset, f.Has|clock.Has&OffsetGiven
}
