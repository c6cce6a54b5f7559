package layout

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"sort"
)

// The order of candidates and entries in time.

// A point is a candidate's place in time as far as it is known without the document.
type point struct {
	day, minute  int32
	daily, timed bool
}

// point returns the candidate's place in time. An unknown year is assumed to be the same for all.
func (j *judge) point(m *stamp.Candidate) point {
	f := &m.Fields
	var t point
	if f.IsAge() {
		before := relBase*1440 + 1439 - f.AgeMinutes()
		return point{day: before / 1440, minute: before % 1440, daily: true, timed: true}
	}
	if f.Match >= 0 {
		return point{minute: int32(f.Match), timed: true, daily: true}
	}
	if f.HasClock() {
		t.minute, t.timed = int32(f.Hour)*60+int32(f.Minute), true
	}
	switch {
	case f.Has&stamp.RelDayGiven != 0:
		t.day, t.daily = relBase+int32(f.RelDay), true
	case f.DateForm != stamp.NoDate:
		t.day, t.daily = j.ordinal(f), true
	}
	return t
}

// dayOf returns the day of a point, or the given one if it has none.
func (t *point) dayOf(other int32) int32 {
	if t.daily {
		return t.day
	}
	return other
}

// isRelative reports whether a candidate counts from the moment of capture: 2h ago, Yesterday.
func isRelative(m *stamp.Candidate) bool {
	return m.Fields.IsAge() || m.Fields.Has&stamp.RelDayGiven != 0
}

const (
	falls step = -1
	same  step = 0
	rises step = 1
	wraps step = 2 // against the clock, by what may be a midnight: fall or rise
	apart step = 3 // not to be compared
)

// step returns how two neighbouring candidates run.
type step int8

// relBase is the day that yesterday and tomorrow are counted from if only their order matters:
// after all dates.
const relBase = 1_000_000

// ordinal returns a number of days that orders dates.
func (j *judge) ordinal(f *stamp.Fields) int32 {
	year, month, day := int(f.Year), int(f.Month), int(f.Day)
	if year == 0 {
		year = j.year
	}
	if f.Has&stamp.Swappable != 0 && !j.Numbers.DayFirst {
		month, day = day, month
	}
	return int32(feed.Date{Year: int16(year), Month: int8(max(month, 1)),
		Day: int8(max(day, 1))}.Days())
}

// halfDay is the least jump of a clock that may be a midnight, in minutes.
const midnightJump = 6 * 60

// compare returns how time runs from candidate a to candidate b, a before b in the text.
func (j *judge) compare(a, b *stamp.Candidate) (step, int32) {
	s, t := j.point(a), j.point(b)
	if s.daily && t.daily {
		if s.day != t.day {
			days := daysBetween(a, b, t.day-s.day)
			return sign(days), days * 1440
		}
		if !s.timed || !t.timed {
			return same, 0
		}
		return sign(t.minute - s.minute), t.minute - s.minute
	}
	if s.timed && t.timed {
		if t.daily && t.day < relBase {
			if day, known := j.dayBefore(a); known && day != t.day {
				return sign(t.day - day), (t.day - day) * 1440
			}
		}
		if s.daily != t.daily && (isRelative(a) || isRelative(b)) {
			if days := t.dayOf(relBase) - s.dayOf(relBase); days != 0 {
				return sign(days), days * 1440 // "yesterday 17:20" among clocks of today
			}
		}
		return sign(t.minute - s.minute), t.minute - s.minute
	}
	return apart, 0
}

// daysBetween returns how many days lie between two candidates whose days differ by so many. If one
// has no year, they are within half a year of each other: December is below January. Days without a
// month are within half a month.
func daysBetween(a, b *stamp.Candidate, days int32) int32 {
	period := int32(365)
	switch {
	case a.Fields.DateForm == stamp.DayOnly && b.Fields.DateForm == stamp.DayOnly:
		period = 30
	case a.Fields.Month == 0 || b.Fields.Month == 0 || a.Fields.Year != 0 && b.Fields.Year != 0:
		return days
	}
	days %= period
	switch {
	case days > period/2+1:
		return days - period
	case days < -period/2-1:
		return days + period
	}
	return days
}

// A dayFound is the answer to the last question for the day before a candidate. The next one is
// mostly of a candidate further below.
type dayFound struct {
	among *stamp.Candidate // the first of the candidates; nil: nothing was asked
	line  int32            // of the candidate that was asked for
	at    int              // the candidate that tells the day; -1: none does
}

// dayBefore returns the day of the nearest date above a candidate, or in a stamp above it, and
// whether there is one.
func (j *judge) dayBefore(m *stamp.Candidate) (int32, bool) {
	last := &j.dayFound
	goesOn := last.among == &j.Candidates[0] && last.line <= m.Line
	i := sort.Search(len(j.Candidates),
		func(i int) bool { return j.Candidates[i].Line >= m.Line }) - 1
	for ; i >= 0 && !tellsDay(&j.Candidates[i].Fields); i-- {
		if goesOn && j.Candidates[i].Line < last.line {
			i = last.at
			break
		}
	}
	*last = dayFound{&j.Candidates[0], m.Line, i}
	if i < 0 {
		return 0, false
	}
	return j.ordinal(&j.Candidates[i].Fields), true
}

// tellsDay reports whether a candidate tells the day of what is below it.
func tellsDay(f *stamp.Fields) bool {
	return f.Day != 0 && f.Month != 0 && f.Has&(stamp.WeakDate|stamp.Updated|stamp.Published) == 0
}

func sign[T int32 | int64](n T) step {
	switch {
	case n < 0:
		return falls
	case n > 0:
		return rises
	}
	return same
}

// runOfSeconds returns how many neighbours among the entries' timestamps fall or rise by their
// seconds alone. It is asked where all are of one minute.
func (j *judge) runOfSeconds() (down, up int) {
	for k := 1; k < len(j.main.stamps); k++ {
		a, b := &j.Candidates[j.main.stamps[k-1]], &j.Candidates[j.main.stamps[k]]
		if way, _ := j.compare(a, b); way != same || a.Fields.Second < 0 || b.Fields.Second < 0 {
			continue
		}
		switch sign(int32(b.Fields.Second) - int32(a.Fields.Second)) {
		case falls:
			down++
		case rises:
			up++
		}
	}
	return down, up
}

// dateBetween reports whether a whole-line date is between two candidates: then their clocks are of
// different days.
func (j *judge) dateBetween(a, b *stamp.Candidate) bool {
	return j.dates[b.Line] > j.dates[a.Line+1]
}
