package timeline

import (
	"cmp"
	"slices"

	"newstimeline/parser/feed"
)

// The bars of a chart: how many entries each stretch of time, each source or each author has.

// Unit is what a bar counts.
type Unit uint8

const (
	ByAny  Unit = iota // a unit of time that gives a chart which is easy to look at
	ByHour             // several hours, if Step is set; of the day, if no entry is dated
	ByDay
	ByMonth
	ByYear
	ByDecade
	BySource
	ByAuthor
)

// String returns the name of the unit, "" of ByAny.
func (u Unit) String() string {
	return [...]string{"", "hour", "day", "month", "year", "decade", "source", "author"}[u]
}

// A Bar is the number of entries of one unit.
type Bar struct {
	// the first day of the unit, or the only one; zero: the unit is no time, or no entry is dated
	From feed.Date
	Hour int // the first one, 0 to 23, if the unit is ByHour; else 0
	// of a source or an author; "": the entries without an author, or the unit is time
	Name    string
	Entries int
}

// bars is the most bars that are easy to look at, and mostBars the most that are drawn where a unit
// is asked for.
const (
	bars     = 62
	mostBars = 20_000 // hours of two years, days of fifty
)

// draw counts entries by a unit.
func (s *Stats) draw(t *Timeline, moments []moment, by Unit) {
	s.Unit, s.Step = by, 1
	switch {
	case by == BySource:
		s.drawNames(t, func(e *Entry) string { return e.Source.Name })
	case by == ByAuthor:
		s.drawNames(t, (*Entry).AuthorText)
	case len(s.Days) == 0:
		s.drawClocks()
	default:
		s.chooseUnit()
		s.drawTime(moments)
	}
}

// drawNames counts entries by a name, the most first; of equal counts, in the order of their first
// entries.
func (s *Stats) drawNames(t *Timeline, name func(*Entry) string) {
	place := map[string]int{}
	for i := range t.Entries {
		n := name(&t.Entries[i])
		at, known := place[n]
		if !known {
			at = len(s.Bars)
			place[n] = at
			s.Bars = append(s.Bars, Bar{Name: n})
		}
		s.Bars[at].Entries++
	}
	slices.SortStableFunc(s.Bars, func(a, b Bar) int { return cmp.Compare(b.Entries, a.Entries) })
}

// drawClocks counts the entries of a timeline without dates by the hour of the day.
func (s *Stats) drawClocks() {
	if s.Unit == ByAny {
		s.Unit = ByHour
	}
	if s.Unit != ByHour || slices.Max(s.Hours[:]) == 0 {
		return
	}
	for hour, n := range s.Hours {
		s.Bars = append(s.Bars, Bar{Hour: hour, Entries: n})
	}
	s.trim()
}

// chooseUnit chooses the smallest unit that does not give too many bars, if it is not given.
func (s *Stats) chooseUnit() {
	days := s.Last.Days() - s.First.Days() + 1
	months := (int(s.Last.Year)-int(s.First.Year))*12 + int(s.Last.Month) - int(s.First.Month) + 1
	timed := s.Timed == s.Entries-s.Undated
	if s.Unit == ByHour && days*24 > mostBars {
		s.Unit = ByDay
	}
	if s.Unit == ByDay && days > mostBars {
		s.Unit = ByMonth
	}
	switch {
	case s.Unit != ByAny:
	case days <= 2 && timed:
		s.Unit = ByHour
	case days <= 4 && timed:
		s.Unit, s.Step = ByHour, 2
	case days <= 7 && timed:
		s.Unit, s.Step = ByHour, 6
	case days <= bars:
		s.Unit = ByDay
	case months <= bars:
		s.Unit = ByMonth
	case months <= bars*12:
		s.Unit = ByYear
	default:
		s.Unit = ByDecade
	}
}

// drawTime counts entries over time.
func (s *Stats) drawTime(moments []moment) {
	place := map[Bar]int{}
	for at := s.unitOf(moment{date: s.First}); at.From.Days() <= s.Last.Days(); at = s.next(at) {
		place[at] = len(s.Bars)
		s.Bars = append(s.Bars, at)
	}
	for _, m := range moments {
		if !m.date.IsZero() {
			s.Bars[place[s.unitOf(m)]].Entries++
		}
	}
	if s.Unit == ByHour {
		s.trim()
	}
}

// unitOf returns the bar, still empty, that a moment counts in.
func (s *Stats) unitOf(m moment) Bar {
	d := m.date
	switch s.Unit {
	case ByHour:
		return Bar{From: d, Hour: max(m.hour, 0) / s.Step * s.Step}
	case ByMonth:
		d.Day = 1
	case ByYear:
		d.Month, d.Day = 1, 1
	case ByDecade:
		d.Year, d.Month, d.Day = d.Year-d.Year%10, 1, 1
	}
	return Bar{From: d}
}

// next returns the empty bar after one.
func (s *Stats) next(b Bar) Bar {
	d := b.From
	switch s.Unit {
	case ByHour:
		if b.Hour+s.Step < 24 {
			return Bar{From: d, Hour: b.Hour + s.Step}
		}
		return Bar{From: d.Add(1)}
	case ByDay:
		return Bar{From: d.Add(1)}
	case ByMonth:
		d.Month++
		if d.Month > 12 {
			d.Year, d.Month = d.Year+1, 1
		}
	case ByYear:
		d.Year++
	default:
		d.Year += 10
	}
	return Bar{From: d}
}

// trim drops the empty hours before the first entry and after the last.
func (s *Stats) trim() {
	used := func(b Bar) bool { return b.Entries > 0 }
	s.Bars = s.Bars[max(slices.IndexFunc(s.Bars, used), 0):]
	for n := len(s.Bars); n > 1 && !used(s.Bars[n-1]); n-- {
		s.Bars = s.Bars[:n-1]
	}
}
