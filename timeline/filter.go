package timeline

import (
	"regexp"
	"time"

	"newstimeline/parser/feed"
)

// Filter keeps the entries for which keep returns true, and returns how many it dropped. Seq and ID
// of the others stay as they are.
func (t *Timeline) Filter(keep func(*Entry) bool) (dropped int) {
	kept := t.Entries[:0:0]
	for i := range t.Entries {
		if keep(&t.Entries[i]) {
			kept = append(kept, t.Entries[i])
		}
	}
	dropped = len(t.Entries) - len(kept)
	t.Entries = kept
	return dropped
}

// A Bound is one end of a span of time. The zero Bound leaves that end open.
type Bound struct {
	At time.Time
	// At is a date and clock in the zone of each entry it is compared with; its location means
	// nothing
	Own bool
}

// Between keeps the entries that may have happened at or after since and before until. Precision
// matters: an entry with only a day may have happened at any time of it. It is compared by its date
// alone, whatever the zones. Undated entries are dropped; it returns how many.
func (t *Timeline) Between(since, until Bound) (undated int) {
	t.Filter(func(e *Entry) bool {
		if e.Date.IsZero() {
			undated++
			return false
		}
		return (since.At.IsZero() || since.before(e)) && (until.At.IsZero() || until.after(e))
	})
	return undated
}

// before reports whether the bound lies before the end of the time in which e may have happened.
func (b Bound) before(e *Entry) bool {
	at, _, to := b.beside(e)
	return at.Before(to)
}

// after reports whether the bound lies after the beginning of the time in which e may have
// happened.
func (b Bound) after(e *Entry) bool {
	at, from, _ := b.beside(e)
	return at.After(from)
}

// beside returns the bound and the time in which e may have happened, [from, to), as times that can
// be compared.
func (b Bound) beside(e *Entry) (at, from, to time.Time) {
	if instant, known := e.Instant(); known && !b.Own {
		return b.At, instant, instant.Add(e.width())
	}
	from = e.Date.In(time.UTC)
	if e.Clock.Known {
		from = from.Add(time.Duration(e.Clock.Seconds()) * time.Second)
		return wall(b.At), from, from.Add(e.width())
	}
	switch e.Precision {
	case feed.ToYear:
		to = from.AddDate(1, 0, 0)
	case feed.ToMonth:
		to = from.AddDate(0, 1, 0)
	default:
		to = from.AddDate(0, 0, 1)
	}
	return wall(b.At), from, to
}

// width returns how long the second, minute or hour is that the clock of an entry names.
func (e *Entry) width() time.Duration {
	switch e.Precision {
	case feed.ToHour:
		return time.Hour
	case feed.ToSecond:
		return time.Second
	}
	return time.Minute
}

// wall returns the time in UTC at which clocks show what t shows in its own zone.
func wall(t time.Time) time.Time {
	_, offset := t.Zone()
	return t.UTC().Add(time.Duration(offset) * time.Second)
}

// Grep keeps the entries whose title or text matches re.
func (t *Timeline) Grep(re *regexp.Regexp) {
	var buf []byte
	t.Filter(func(e *Entry) bool {
		if re.MatchString(e.TitleText()) {
			return true
		}
		buf = e.AppendText(buf[:0])
		return re.Match(buf)
	})
}
