package format

import (
	"iter"
	"math"

	"newstimeline/timeline"
)

// Order, for readers that put entries in one of their own.

// ascending returns the entries of a timeline from the earliest on, by index, whichever way round it is: at(0) is the first.
func ascending(t *timeline.Timeline) (at func(i int) *timeline.Entry) {
	n := len(t.Entries)
	if n > 1 && t.Entries[0].Seq > t.Entries[n-1].Seq {
		return func(i int) *timeline.Entry { return &t.Entries[n-1-i] }
	}
	return func(i int) *timeline.Entry { return &t.Entries[i] }
}

// chronological yields the entries with the earliest first.
func chronological(t *timeline.Timeline) iter.Seq[*timeline.Entry] {
	return func(yield func(*timeline.Entry) bool) {
		at := ascending(t)
		for i := range t.Entries {
			if !yield(at(i)) {
				return
			}
		}
	}
}

// noMoment is the moment of an entry that has none.
const noMoment = math.MinInt64

// moments yields the entries with the earliest first and for each a moment, in seconds since 1970-01-01 UTC: sorted by it, equal ones as
// they come, the entries are in our order. It is the instant where that is known. An entry of a day has that of the entry before it, if
// that falls on its day, else the beginning of the day; an undated one that of its neighbour, and in a merge none.
func moments(t *timeline.Timeline) iter.Seq2[*timeline.Entry, int64] {
	return func(yield func(*timeline.Entry, int64) bool) {
		at := int64(noMoment)
		for e := range chronological(t) {
			switch instant, known := e.Instant(); {
			case known:
				at = max(at, instant.Unix())
			case !e.Date.IsZero():
				at = max(at, e.Date.In(e.Source.Zone()).Unix())
			case len(t.Sources) > 1:
				at = noMoment // and so are all that follow
			}
			if !yield(e, at) {
				return
			}
		}
	}
}
