package format

import (
	"slices"
	"strconv"
	"time"

	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// Times in ISO 8601 and RFC 3339, for the notations of the web.

// appendISO appends when an entry was reported, as precisely as in its feed: 2025, 2025-08,
// 2025-08-16, 2025-08-16T18:45+01:00. It appends no offset if the zone is only assumed, and nothing
// if there is no date. seconds: write them even if unknown, for readers that refuse a clock
// without.
func (o *Options) appendISO(dst []byte, e *timeline.Entry, seconds bool) []byte {
	m := o.moment(e)
	if m.date.IsZero() {
		return dst
	}
	if !m.clock.Known {
		return appendPeriod(dst, o.period(e))
	}
	at, known := e.Instant()
	wall := m.date.In(time.UTC).Add(time.Duration(m.clock.Seconds()) * time.Second)
	offset := int(wall.Sub(at) / time.Second)
	if !known || e.Inferred&feed.InferredZone != 0 && o.Zone == nil {
		return appendWall(dst, m.date, m.clock, seconds)
	}
	if offset%60 != 0 { // a zone of the time before zones
		return at.AppendFormat(dst, time.RFC3339)
	}
	return appendOffset(appendWall(dst, m.date, m.clock, seconds), offset/60)
}

// appendPeriod appends 2025-08-16, 2025-08 or 2025.
func appendPeriod(dst []byte, p period) []byte {
	from := len(dst)
	dst = p.date.Append(dst)
	switch p.precision {
	case feed.ToMonth:
		return dst[:len(dst)-len("-01")]
	case feed.ToYear:
		return dst[:max(len(dst)-len("-01-01"), from)]
	}
	return dst
}

// appendWall appends a date and a clock; seconds: also unknown ones.
func appendWall(dst []byte, d feed.Date, c feed.Clock, seconds bool) []byte {
	dst = append(d.Append(dst), 'T')
	dst = c.Append(dst)
	if seconds && c.Second < 0 {
		dst = append(dst, ":00"...)
	}
	return dst
}

// appendOffset appends minutes east of Greenwich: Z, +01:00.
func appendOffset(dst []byte, minutes int) []byte {
	if minutes == 0 {
		return append(dst, 'Z')
	}
	sign := byte('+')
	if minutes < 0 {
		sign, minutes = '-', -minutes
	}
	dst = append(dst, sign, '0'+byte(minutes/600), '0'+byte(minutes/60%10), ':')
	return append(dst, '0'+byte(minutes%60/10), '0'+byte(minutes%10))
}

// tieBreak is the distance between entries of the same instant, for readers that sort by time
// alone.
const tieBreak = time.Millisecond

// ranked returns an instant for each entry, in the order of t.Entries, such that a reader that
// sorts by them keeps our order. An entry that is not later than the one before it comes a tieBreak
// after that one. An entry without a clock is put at the first moment of its day in the zone of its
// source. An undated one has the zero time, because no possible time is known.
func ranked(t *timeline.Timeline) []time.Time {
	all := make([]time.Time, len(t.Entries))
	entry := ascending(t)
	var last time.Time
	for i := range all {
		e := entry(i)
		if e.Date.IsZero() {
			continue
		}
		at := beginning(e)
		if !last.IsZero() && !at.After(last) {
			at = last.Add(tieBreak)
		}
		all[i], last = at, at
	}
	if len(all) > 1 && t.Entries[0].Seq > t.Entries[1].Seq {
		slices.Reverse(all)
	}
	return all
}

// beginning returns the first moment, in UTC, of an entry's time; the entry must have a date.
func beginning(e *timeline.Entry) time.Time {
	if at, known := e.Instant(); known {
		return at
	}
	return e.Date.In(e.Source.Zone()).UTC()
}

// lastKnown returns the last moment, in UTC, in a timeline: that of its latest entry, or when a
// source was published, changed or captured. It is the zero time if there is none.
func lastKnown(t *timeline.Timeline) (last time.Time) {
	later := func(at time.Time) {
		if at.After(last) {
			last = at
		}
	}
	for i := range t.Entries {
		if e := &t.Entries[i]; !e.Date.IsZero() {
			later(beginning(e))
		}
	}
	for _, s := range t.Sources {
		for _, told := range [...]string{s.Published, s.Updated} {
			if at, err := time.Parse(time.RFC3339, told); err == nil {
				later(at.UTC())
			}
		}
		if day := s.AsOf.Day(); !day.IsZero() {
			later(day.In(s.Zone()).UTC())
		}
	}
	return last
}

// warnUndated warns of undated entries that a format has no place for; why: what it requires of all
// entries.
func (o *Options) warnUndated(t *timeline.Timeline, why string) {
	n := 0
	var first *timeline.Entry
	for e := range chronological(t) {
		if e.Date.IsZero() {
			if n++; n == 1 {
				first = e
			}
		}
	}
	if n > 0 {
		o.warn(first, counted(n, "undated entry")+" left out, the first here: "+why+
			"; --as-of DATE may help")
	}
}

// appendRanked appends an instant of ranked in RFC 3339: with milliseconds only where there are
// any.
func appendRanked(dst []byte, at time.Time) []byte {
	if at.Nanosecond() == 0 {
		return at.AppendFormat(dst, time.RFC3339)
	}
	return at.AppendFormat(dst, "2006-01-02T15:04:05.000Z07:00")
}

// appendUUID appends the name of an entry or feed as a URN: a UUID of version 8 (RFC 9562), whose
// bits are free to choose. They are those of the hash, then the number.
func appendUUID(dst []byte, hash uint64, n int) []byte {
	high := hash&^0xFFFF | 8<<12 | hash>>4&0xFFF
	low := uint64(0b10)<<62 | hash&0xF<<58 | uint64(n)&(1<<58-1)
	dst = append(dst, "urn:uuid:"...)
	for i, v := range [...]uint64{high >> 32, high >> 16 & 0xFFFF, high & 0xFFFF, low >> 48,
		low & (1<<48 - 1)} {
		width := [...]int{8, 4, 4, 4, 12}[i]
		if i > 0 {
			dst = append(dst, '-')
		}
		dst = appendHex(dst, v, width)
	}
	return dst
}

// appendHex appends v in hexadecimal digits, width of them.
func appendHex(dst []byte, v uint64, width int) []byte {
	s := strconv.FormatUint(v, 16)
	for range width - len(s) {
		dst = append(dst, '0')
	}
	return append(dst, s...)
}
