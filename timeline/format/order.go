package format

import (
	"iter"
	"math"

	"newstimeline/timeline"
)

// Order: what is needed where a reader sorts entries itself.

// ascending returns a function with the entries of a timeline from the earliest on, whether the
// timeline was reversed or not: at(0) is the earliest.
func ascending(t *timeline.Timeline) (at func(i int) *timeline.Entry) {
	n := len(t.Entries)
	if n > 1 && t.Entries[0].Seq > t.Entries[n-1].Seq {
		return func(i int) *timeline.Entry { return &t.Entries[n-1-i] }
	}
	return func(i int) *timeline.Entry { return &t.Entries[i] }
}

// chronological yields the entries, the earliest first.
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

// moments yields the entries, the earliest first, each with a moment in seconds since 1970-01-01
// UTC by which a stable sort keeps our order. It is the instant, where that is known. An entry
// without a clock has the moment of the previous entry, if of its day or later, else the start of
// its day. An undated one has that of the entry before it or, in a merge, noMoment.
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
