package timeline

import (
	"time"

	"newstimeline/parser/feed"
)

// How far the stamps of two entries agree.

// An agreement is how far two timestamps agree.
type agreement uint8

const (
	different agreement = iota
	sameDay             // or both undated; neither has a clock
	sameClock           // of the same day, as far as both are dated
)

// agree compares the stamps of entries of one feed. A snapshot can lack the header that dates an
// entry in another: an unknown day contradicts none.
func agree(a, b *Entry) agreement {
	switch {
	case a.Date != b.Date && a.tellsDay() && b.tellsDay(), a.Clock != b.Clock:
		return different
	case a.Clock.Known:
		return sameClock
	}
	return sameDay
}

// tellsDay reports whether the feed gives the day of the entry.
func (e *Entry) tellsDay() bool { return !e.Date.IsZero() && e.Inferred&feed.InferredDate == 0 }

// day is how far apart two stamps of one report may be.
const day = 24 * time.Hour

// near reports whether two entries are at most a day apart, as far as both are dated.
func near(a, b *Entry) bool {
	s, sKnown := a.Instant()
	t, tKnown := b.Instant()
	if sKnown && tKnown {
		return s.Sub(t).Abs() <= day
	}
	return nearDays(a.Date, b.Date)
}

// nearDays reports whether two days are neighbours or the same, or one of them is unknown.
func nearDays(a, b feed.Date) bool {
	if a.IsZero() || b.IsZero() {
		return true
	}
	days := a.Days() - b.Days()
	return days >= -1 && days <= 1
}
