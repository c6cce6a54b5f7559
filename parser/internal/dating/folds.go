package dating

import (
	"fmt"
	"time"

	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
)

// The hour that occurs twice, in the night in which clocks are set back. The order of the feed
// decides which is meant, if it turns there.

// A fold is an entry whose clock comes twice that day in its zone.
type fold struct {
	entry int // from 0
	m     *stamp.Candidate
	loc   *time.Location
	date  feed.Date
}

// SettleFolds decides which of the two times the clocks of such a night mean. Without evidence the
// first is used.
func (r *Resolver) SettleFolds(entries []feed.Entry) {
	for from := 0; from < len(r.folds); {
		to := from + 1
		for to < len(r.folds) && r.folds[to].date == r.folds[from].date &&
			r.folds[to].loc == r.folds[from].loc {
			to++
		}
		r.settleFold(entries, r.folds[from:to])
		from = to
	}
}

// settleFold decides which of the two times the clocks of one night mean. They turn against the
// order of the feed at one place, and are before it or after it. If they do not, the entries around
// each of them decide.
func (r *Resolver) settleFold(entries []feed.Entry, night []fold) {
	clocks := make([]int, len(night))
	for k, f := range night {
		clocks[k] = entries[f.entry].Clock.Seconds()
	}
	way := Back
	if !r.In.NewestFirst {
		way = Forward
	}
	turn := Turn(clocks, way)
	for n := range night {
		k := n // from the oldest on
		if way == Back {
			k = len(night) - 1 - n
		}
		e := &entries[night[k].entry]
		later := secondAfter(e.Epoch, night[k].loc)
		next := k + int(way)
		isOpen := next >= 0 && next < len(night) && night[next].entry == night[k].entry+int(way)
		switch isSecond, isSure := isBetween(entries, night[k].entry, later, way, isOpen); {
		case turn >= 0 && (k >= turn) == (way == Forward), turn < 0 && isSecond:
			e.Epoch += later
		case turn < 0 && !isSure:
			r.remark(night[k].m, feed.Warning, "clock-in-fold",
				fmt.Sprintf("%s %s occurs twice in %s (clocks were set back); the first is assumed",
					e.Date, e.Clock, night[k].loc))
		}
	}
}

// isBetween reports whether only the second time of entry i is between the entries before it and
// after it in time. It is so many seconds later than the first. isSure: one of the two alone is.
// isOpen: the time of the entry after it is not settled, and says nothing.
func isBetween(entries []feed.Entry, i int, later int64, way Way,
	isOpen bool) (isSecond, isSure bool) {
	first := entries[i].Epoch
	if k := i - int(way); k >= 0 && k < len(entries) && entries[k].Timed {
		isSecond = first < entries[k].Epoch && entries[k].Epoch <= first+later
	}
	if k := i + int(way); k >= 0 && k < len(entries) && entries[k].Timed && !isOpen {
		isSure = first <= entries[k].Epoch && entries[k].Epoch < first+later
	}
	return isSecond && !isSure, isSecond != isSure
}

// secondAfter returns how many seconds after a moment its clock comes again that day.
func secondAfter(epoch int64, loc *time.Location) int64 {
	t := time.Unix(epoch, 0).In(loc)
	_, before := t.Zone()
	_, after := t.Add(3 * time.Hour).Zone()
	return int64(before - after)
}
