package format

import (
	"fmt"
	"time"

	"newstimeline/timeline"
)

// The time since the entry before: how long a feed was silent.

// before returns the entry that precedes entries[i] in time, whether they were reversed or not;
// nil: there is none.
func before(entries []timeline.Entry, i int) *timeline.Entry {
	n := len(entries)
	if n > 1 && entries[0].Seq > entries[n-1].Seq {
		i++
	} else {
		i--
	}
	if i < 0 || i >= n {
		return nil
	}
	return &entries[i]
}

// since returns how long after the entry before it a record was reported. It is known if both have
// a day and a clock.
func (r *record) since() (length time.Duration, known bool) {
	if r.before == nil {
		return 0, false
	}
	at, known := r.Instant()
	earlier, alsoKnown := r.before.Instant()
	return at.Sub(earlier), known && alsoKnown
}

// appendSince appends that time as hours, minutes and seconds, as spreadsheets know a length of
// time: 0:12:00.
func appendSince(dst []byte, r *record) []byte {
	length, known := r.since()
	if !known {
		return dst
	}
	if length < 0 {
		dst, length = append(dst, '-'), -length
	}
	seconds := int(length / time.Second)
	return fmt.Appendf(dst, "%d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60)
}
