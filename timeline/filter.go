package timeline

import (
	"regexp"
	"time"

	"newstimeline/parser"
)

// Filter keeps the entries for which keep is true and returns how many it dropped. Their places and IDs stay as they were.
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

// Between keeps the entries that may have happened from since on and before until; a zero bound is none. An entry counts as far as its
// feed tells the time: one of a day may have happened at any time of it. It returns how many undated entries were dropped.
func (t *Timeline) Between(since, until time.Time) (undated int) {
	t.Filter(func(e *Entry) bool {
		from, to, dated := e.Span()
		if !dated {
			undated++
			return false
		}
		return (since.IsZero() || to.After(since)) && (until.IsZero() || from.Before(until))
	})
	return undated
}

// Grep keeps the entries whose title or text matches.
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

// Span returns the time in which the entry may have happened, [from, to), and whether it is dated: a minute, a day, a month, as
// exactly as its feed tells it.
func (e *Entry) Span() (from, to time.Time, dated bool) {
	if at, known := e.Instant(); known {
		switch e.Precision {
		case parser.ToHour:
			return at, at.Add(time.Hour), true
		case parser.ToSecond:
			return at, at.Add(time.Second), true
		}
		return at, at.Add(time.Minute), true
	}
	if e.Date.IsZero() {
		return time.Time{}, time.Time{}, false
	}
	from = e.Date.In(e.Source.Zone())
	switch e.Precision {
	case parser.ToYear:
		return from, from.AddDate(1, 0, 0), true
	case parser.ToMonth:
		return from, from.AddDate(0, 1, 0), true
	}
	return from, from.AddDate(0, 0, 1), true
}
