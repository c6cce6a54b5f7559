package parser

import (
	"cmp"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/grouping"
	"newstimeline/parser/internal/layout"
)

// The order of entries in time.

// order returns the order of a document's entries, by its timestamps, its greetings and the Parser.
type order struct {
	stated   feed.Order // Unknown: decided by the timestamps
	stamped  bool       // stamps date the entries
	down, up int        // of the stamps, the neighbours that fall, and that rise, in time
}

// newOrder returns the order of a judged document. If its timestamps have no direction, greetings
// and farewells decide.
func newOrder(l *layout.Layout, g *grouping.Result) order {
	o := order{stated: l.Order, stamped: len(l.Stamps) > 0, down: l.Down, up: l.Up}
	if o.stated == feed.Unknown && o.down == o.up {
		o.stated = g.Order
	}
	return o
}

// newestFirst reports whether the stamps run from the newest to the oldest. Without evidence,
// newest first is assumed: four feeds in five are.
func (o *order) newestFirst() bool {
	switch o.stated {
	case feed.NewestFirst:
		return true
	case feed.OldestFirst:
		return false
	}
	return o.down >= o.up
}

// readsBack reports whether entries of an order have the newest on top, or are assumed to.
func (o *order) readsBack(entries feed.Order) bool {
	switch entries {
	case feed.NewestFirst:
		return true
	case feed.OldestFirst:
		return false
	}
	return o.stamped && o.newestFirst()
}

// of returns the order of the entries in the text.
func (o *order) of(entries []feed.Entry) feed.Order {
	if o.stated != feed.Unknown {
		return o.stated
	}
	down, up := 0, 0
	for k := 1; k < len(entries); k++ {
		switch direction(&entries[k-1], &entries[k]) {
		case -1:
			down++
		case 1:
			up++
		}
	}
	switch {
	case down+up == 0:
		return o.ofStamps()
	case down >= 4*up:
		return feed.NewestFirst
	case up >= 4*down:
		return feed.OldestFirst
	}
	return feed.Mixed
}

// ofStamps returns the order of stamps that could not be dated.
func (o *order) ofStamps() feed.Order {
	switch {
	case o.down == o.up:
		return feed.Unknown
	case o.down > o.up:
		return feed.NewestFirst
	}
	return feed.OldestFirst
}

// direction returns how time runs from one entry to the next: 1 forward, -1 back, 0 neither or
// unknown.
func direction(a, b *feed.Entry) int {
	switch {
	case a.Timed && b.Timed:
		return cmp.Compare(b.Epoch, a.Epoch)
	case a.Date.IsZero() || b.Date.IsZero():
		return 0
	case a.Date != b.Date:
		return cmp.Compare(b.Date.Days(), a.Date.Days())
	case a.Clock.Known && b.Clock.Known:
		return cmp.Compare(b.Clock.Seconds(), a.Clock.Seconds())
	}
	return 0
}
