package timeline

import (
	"cmp"
	"slices"
	"time"

	"newstimeline/parser/feed"
)

// Stats are the counts of a timeline.
type Stats struct {
	Entries int            // all of them
	Timed   int            // those whose instant is known
	Undated int            // those without a date
	Zone    *time.Location // the zone of days and hours; nil: that of each feed

	First, Last feed.Date  // of the dated entries; zero: there are none
	Days        []DayCount // the days that have entries, the earliest first
	Hours       [24]int    // entries by the hour of their clock
	Unit        Unit       // what each of Bars counts
	Step        int        // how many units a bar covers: 2 hours, 6 hours; else 1
	// the chart. Of time, from First to Last, empty bars included; else the most first
	Bars []Bar
	Gaps []Stretch // the longest silences, five at most, the longest first
	// the busiest hours or, without clocks, days; five at most, the busiest first
	Busiest    []Stretch
	Sources    []SourceStats // in the order of Timeline.Sources
	Confidence Confidence
}

// A DayCount is the number of entries of one day.
type DayCount struct {
	Date    feed.Date
	Entries int
}

// A Stretch is a part of a timeline from one entry to another.
type Stretch struct {
	From, To *Entry
	Entries  int           // how many it has, both included
	Length   time.Duration // from the one to the other; whole days if no clock is known
}

// SourceStats are the counts of one source.
type SourceStats struct {
	*Source
	Entries     int       // those in the timeline: filters may have dropped some
	Undated     int       // those without a date
	First, Last feed.Date // zero: none is dated
	Confidence  int       // the mean, in percent; 0: there are no entries
}

// Confidence sums up the confidence of the entries of a timeline.
type Confidence struct {
	Mean int     // in percent; 0: there are no entries
	Bins [10]int // entries of 0–9, 10–19 … 90–100 percent
}

// Stats counts the entries of the timeline, which must be in chronological order. If the instant of
// an entry is known, it counts in its day and hour in the given zone. Otherwise, and if zone is
// nil, it counts in those of its feed. Bars are of the given unit, or of a larger one where there
// would be more than anybody looks at.
func (t *Timeline) Stats(zone *time.Location, by Unit) *Stats {
	s := &Stats{Entries: len(t.Entries), Zone: zone}
	moments := make([]moment, len(t.Entries))
	for i := range t.Entries {
		moments[i] = momentOf(&t.Entries[i], zone)
	}
	s.countDays(moments)
	s.draw(t, moments, by)
	s.countSources(t, moments)
	s.rate(t.Entries)
	if s.Timed > 1 {
		s.measureTimes(t.Entries)
	} else {
		s.measureDays(t.Entries)
	}
	return s
}

// A moment is a day and an hour, in the zone that is counted in.
type moment struct {
	date  feed.Date // zero: undated
	hour  int       // -1: unknown
	exact bool      // the instant is known
}

func momentOf(e *Entry, zone *time.Location) moment {
	m := moment{date: e.Date, hour: -1}
	at, known := e.Instant()
	m.exact = known
	switch {
	case known && zone != nil:
		at = at.In(zone)
		m.date, m.hour = feed.DateOf(at), at.Hour()
	case e.Clock.Known:
		m.hour = int(e.Clock.Hour)
	}
	return m
}

// countDays counts by day and by hour.
func (s *Stats) countDays(moments []moment) {
	days := map[feed.Date]int{}
	for _, m := range moments {
		if m.hour >= 0 {
			s.Hours[m.hour]++
		}
		if m.exact {
			s.Timed++
		}
		if m.date.IsZero() {
			s.Undated++
			continue
		}
		days[m.date]++
	}
	for date, n := range days {
		s.Days = append(s.Days, DayCount{date, n})
	}
	slices.SortFunc(s.Days, func(a, b DayCount) int {
		return cmp.Compare(a.Date.Days(), b.Date.Days())
	})
	if len(s.Days) > 0 {
		s.First, s.Last = s.Days[0].Date, s.Days[len(s.Days)-1].Date
	}
}

// countSources counts by source.
func (s *Stats) countSources(t *Timeline, moments []moment) {
	s.Sources = make([]SourceStats, len(t.Sources))
	for i, source := range t.Sources {
		s.Sources[i].Source = source
	}
	for i := range t.Entries {
		e := &t.Entries[i]
		c := &s.Sources[e.Source.Index]
		c.Entries++
		c.Confidence += int(e.Confidence)
		switch d := moments[i].date; {
		case d.IsZero():
			c.Undated++
		default:
			if c.First.IsZero() || d.Days() < c.First.Days() {
				c.First = d
			}
			if c.Last.IsZero() || d.Days() > c.Last.Days() {
				c.Last = d
			}
		}
	}
	for i := range s.Sources {
		if c := &s.Sources[i]; c.Entries > 0 {
			c.Confidence /= c.Entries
		}
	}
}

// rate counts by confidence.
func (s *Stats) rate(entries []Entry) {
	sum := 0
	for i := range entries {
		sum += int(entries[i].Confidence)
		s.Confidence.Bins[min(entries[i].Confidence/10, 9)]++
	}
	if len(entries) > 0 {
		s.Confidence.Mean = sum / len(entries)
	}
}

// most is how many gaps, and how many busy stretches, are returned.
const most = 5

// measureTimes finds gaps and busy hours by the instants of the entries.
func (s *Stats) measureTimes(entries []Entry) {
	var timed []*Entry
	var at []time.Time
	for i := range entries {
		if instant, known := entries[i].Instant(); known {
			timed, at = append(timed, &entries[i]), append(at, instant)
		}
	}
	var gaps, busy []Stretch
	end := 0
	for i := range timed {
		if i > 0 {
			gaps = append(gaps, Stretch{timed[i-1], timed[i], 2, at[i].Sub(at[i-1])})
		}
		for end < len(at) && at[end].Sub(at[i]) < time.Hour {
			end++
		}
		busy = append(busy, Stretch{timed[i], timed[end-1], end - i, at[end-1].Sub(at[i])})
	}
	s.Gaps = longest(gaps)
	s.Busiest = busiest(busy, func(a, b Stretch) bool {
		i, _ := a.From.Instant()
		k, _ := b.From.Instant()
		return i.Sub(k).Abs() < time.Hour
	})
}

// measureDays finds gaps of whole days and busy days.
func (s *Stats) measureDays(entries []Entry) {
	var gaps, busy []Stretch
	var before *Entry
	for i := range entries {
		e := &entries[i]
		if e.Date.IsZero() {
			continue
		}
		if before == nil || before.Date != e.Date {
			busy = append(busy, Stretch{From: e})
		}
		b := &busy[len(busy)-1]
		b.To, b.Entries = e, b.Entries+1
		if before != nil && e.Date.Days()-before.Date.Days() > 1 {
			gaps = append(gaps,
				Stretch{before, e, 2, time.Duration(e.Date.Days()-before.Date.Days()) * day})
		}
		before = e
	}
	s.Gaps = longest(gaps)
	s.Busiest = busiest(busy, func(a, b Stretch) bool { return false })
}

// longest returns the longest stretches, of equal ones the earlier first.
func longest(all []Stretch) []Stretch {
	all = slices.DeleteFunc(all, func(s Stretch) bool { return s.Length <= 0 })
	slices.SortStableFunc(all, func(a, b Stretch) int { return cmp.Compare(b.Length, a.Length) })
	return all[:min(most, len(all))]
}

// busiest returns the stretches with most entries that do not overlap; one entry is no stretch.
func busiest(all []Stretch, overlap func(a, b Stretch) bool) []Stretch {
	slices.SortStableFunc(all, func(a, b Stretch) int { return cmp.Compare(b.Entries, a.Entries) })
	var picked []Stretch
	for _, s := range all {
		if len(picked) == most || s.Entries < 2 {
			break
		}
		if !slices.ContainsFunc(picked, func(p Stretch) bool { return overlap(p, s) }) {
			picked = append(picked, s)
		}
	}
	return picked
}
