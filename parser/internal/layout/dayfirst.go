package layout

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
)

// Whether 3/4 is in April: settled once for the whole document.

// A DayFirstReason is what settled whether 3/4 is in April.
type DayFirstReason uint8

const (
	ByNothing DayFirstReason = iota // the day comes first in most of the world
	ByParser                        // it was told
	ByNumber                        // another date has a part over twelve, or a weekday that tells
	ByOrder                         // time runs back and forth less that way
	BySpread                        // the dates lie nearer together that way
	ByCapture                       // the other reading lies after the day of capture, or long before it
)

// settleDayFirst decides for the whole document whether 3/4 is in April: a part over twelve decides for all; else the reading in
// which time runs back and forth less; else the one nearer to the day of capture; else the day comes first.
func (j *judge) settleDayFirst() {
	j.DayFirst = true
	if j.o.DayFirst != feed.Auto {
		j.DayFirst, j.DayFirstBy = j.o.DayFirst == feed.Yes, ByParser
		return
	}
	swaps, sure := j.countNumericDates()
	if swaps == 0 {
		return
	}
	by := ByNumber
	if sure == 0 {
		sure, by = j.breaks(false)-j.breaks(true), ByOrder
	}
	if sure == 0 && !j.o.AsOf.Date.IsZero() {
		sure, by = j.distance(false)-j.distance(true), ByCapture
	}
	if sure == 0 {
		sure, by = j.spread(false)-j.spread(true), BySpread
	}
	if j.DayFirst = sure >= 0; sure != 0 {
		j.DayFirstBy = by
	}
}

// countNumericDates counts the dates that may be read both ways, and, of the others in digits, those with the day first less those
// with the month first.
func (j *judge) countNumericDates() (swaps, sure int) {
	for i := range j.Candidates {
		f := &j.Candidates[i].Fields
		n := 0
		switch {
		case f.Has&stamp.Swappable != 0:
			swaps++
		case f.Has&stamp.NamedDate != 0 || f.Day <= 12 && f.Has&stamp.WeekdaySettled == 0:
		case f.DateForm == stamp.DayMonth:
			n = 1
		case f.DateForm == stamp.MonthDay:
			n = -1
		}
		if sure += n; n != 0 && j.DayFirstLine == 0 {
			j.DayFirstLine = int(j.Candidates[i].Line) + 1
		}
	}
	return swaps, sure
}

// breaks counts how often time turns from mark to mark if days come first, or if months do.
func (j *judge) breaks(dayFirst bool) int {
	j.DayFirst = dayFirst
	turns, last := 0, same
	var before *stamp.Candidate
	for i := range j.Candidates {
		m := &j.Candidates[i]
		if m.Fields.Has&stamp.Swappable == 0 {
			continue
		}
		if before != nil {
			if way, _ := j.compare(before, m); way == falls || way == rises {
				if last != same && way != last {
					turns++
				}
				last = way
			}
		}
		before = m
	}
	return turns
}

// spread returns how many days lie between each whole date and the next, all added up, if days come first, or if months do. Dates that can be read
// one way only count too: 3/4 behind 3/3 is the day after it rather than the month after.
func (j *judge) spread(dayFirst bool) int {
	j.DayFirst = dayFirst
	days, last, known := 0, int32(0), false
	for i := range j.Candidates {
		f := &j.Candidates[i].Fields
		if f.Has&stamp.Swappable == 0 && (f.Year == 0 || f.Month == 0 || f.Day == 0) {
			continue
		}
		day := j.ordinal(f)
		if known {
			days += int(max(day-last, last-day))
		}
		last, known = day, true
	}
	return days
}

// distance returns how many of the ambiguous dates are later than the day of capture, or over a year earlier, if days come
// first, or if months do.
func (j *judge) distance(dayFirst bool) int {
	j.DayFirst = dayFirst
	asOf := int32(j.o.AsOf.Date.Days())
	n := 0
	for i := range j.Candidates {
		if f := &j.Candidates[i].Fields; f.Has&stamp.Swappable != 0 {
			if day := j.ordinal(f); day > asOf+1 || day < asOf-366 {
				n++
			}
		}
	}
	return n
}
