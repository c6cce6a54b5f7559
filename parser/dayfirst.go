package parser

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
)

// Whether 3/4 is in April: settled once for the whole document.

// A dayFirstReason is what settled whether 3/4 is in April.
type dayFirstReason uint8

const (
	byNothing dayFirstReason = iota // the day comes first in most of the world
	byParser                        // it was told
	byNumber                        // another date has a part over twelve, or a weekday that tells
	byOrder                         // time runs back and forth less that way
	bySpread                        // the dates lie nearer together that way
	byCapture                       // the other reading lies after the day of capture, or long before it
)

// settleDayFirst decides for the whole document whether 3/4 is in April: a part over twelve decides for all; else the reading in
// which time runs back and forth less; else the one nearer to the day of capture; else the day comes first.
func (j *judge) settleDayFirst() {
	j.dayFirst = true
	if j.p.DayFirst != feed.Auto {
		j.dayFirst, j.dayFirstBy = j.p.DayFirst == feed.Yes, byParser
		return
	}
	swaps, sure := j.countNumericDates()
	if swaps == 0 {
		return
	}
	by := byNumber
	if sure == 0 {
		sure, by = j.breaks(false)-j.breaks(true), byOrder
	}
	if sure == 0 && !j.p.AsOf.Date.IsZero() {
		sure, by = j.distance(false)-j.distance(true), byCapture
	}
	if sure == 0 {
		sure, by = j.spread(false)-j.spread(true), bySpread
	}
	if j.dayFirst = sure >= 0; sure != 0 {
		j.dayFirstBy = by
	}
}

// countNumericDates counts the dates that may be read both ways, and, of the others in digits, those with the day first less those
// with the month first.
func (j *judge) countNumericDates() (swaps, sure int) {
	for i := range j.marks {
		f := &j.marks[i].Fields
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
		if sure += n; n != 0 && j.dayFirstLine == 0 {
			j.dayFirstLine = int(j.marks[i].Line) + 1
		}
	}
	return swaps, sure
}

// breaks counts how often time turns from mark to mark if days come first, or if months do.
func (j *judge) breaks(dayFirst bool) int {
	j.dayFirst = dayFirst
	turns, last := 0, same
	var before *stamp.Candidate
	for i := range j.marks {
		m := &j.marks[i]
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
	j.dayFirst = dayFirst
	days, last, known := 0, int32(0), false
	for i := range j.marks {
		f := &j.marks[i].Fields
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
	j.dayFirst = dayFirst
	asOf := int32(j.p.AsOf.Date.Days())
	n := 0
	for i := range j.marks {
		if f := &j.marks[i].Fields; f.Has&stamp.Swappable != 0 {
			if day := j.ordinal(f); day > asOf+1 || day < asOf-366 {
				n++
			}
		}
	}
	return n
}
