package timeline

import (
	"time"

	"newstimeline/parser/feed"
)

// Shift moves the times of a document by a length of time: its clock was off. An entry without a
// clock keeps its day, and one without a day keeps a clock of the 24 hours.
func Shift(d *feed.Document, by time.Duration) {
	seconds := int64(by / time.Second)
	for i := range d.Entries {
		if s := &d.Entries[i].Stamp; s.Clock.Known {
			shiftStamp(s, seconds)
		}
	}
}

// shiftStamp moves a stamp with a clock. Days are counted from that of the stamp.
func shiftStamp(s *feed.Stamp, seconds int64) {
	const day = 24 * 60 * 60
	wall := int64(s.Clock.Seconds()) + seconds
	days := wall / day
	if wall %= day; wall < 0 {
		wall += day
		days--
	}
	s.Clock.Hour, s.Clock.Minute = int8(wall/3600), int8(wall/60%60)
	if s.Clock.Second >= 0 {
		s.Clock.Second = int8(wall % 60)
	}
	switch {
	case !s.Date.IsZero():
		s.Date = s.Date.Add(int(days))
	case !s.Yearless.IsZero():
		const leap = 2000 // it has all days
		shifted := feed.Date{Year: leap, Month: s.Yearless.Month, Day: s.Yearless.Day}.Add(
			int(days))
		s.Yearless = feed.Date{Month: shifted.Month, Day: shifted.Day}
	}
	if s.UntilClock.Known {
		shiftEnd(s, seconds)
	}
	if s.Timed {
		s.Epoch += seconds
	}
}

// shiftEnd moves the end of a span.
func shiftEnd(s *feed.Stamp, seconds int64) {
	end := feed.Stamp{Date: s.Until, Clock: s.UntilClock}
	shiftStamp(&end, seconds)
	s.Until, s.UntilClock = end.Date, end.Clock
}
