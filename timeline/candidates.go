package timeline

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"newstimeline/parser/feed"
)

// What an entry of an older snapshot may have become in a newer one.

// candidates returns what could be an edit: entries of one address, of one stamp, or of like words.
func (c *collation) candidates() []match {
	var found, likely []match
	x := c.index()
	asked := map[int]bool{}
	place := c.expected()
	for i := range c.old {
		if !c.oldFree[i] {
			continue
		}
		clear(asked)
		likely = likely[:0]
		for k, sole := range x.near(&c.old[i], c.oldSets[i], place[i]) {
			if asked[k] {
				continue
			}
			asked[k] = true
			if likeness, is := c.version(i, k); is || sole {
				likely = append(likely, match{old: i, new: k, likeness: likeness})
			}
		}
		found = append(found, likeliest(likely, place[i])...)
	}
	return found
}

// likeliest returns the most similar of the possible new versions of an old entry; of equals, the
// nearest to its expected place. They are as many as may have become something else in the end, and
// not so many that memory grows with their square.
func likeliest(found []match, place int) []match {
	const most = 16
	if len(found) > most {
		slices.SortFunc(found, func(m, n match) int {
			return cmp.Or(cmp.Compare(n.likeness, m.likeness), cmp.Compare(abs(m.new-place),
				abs(n.new-place)), cmp.Compare(m.new, n.new))
		})
	}
	return found[:min(len(found), most)]
}

func abs(n int) int { return max(n, -n) }

// expected returns for each old entry its place in the newer snapshot, judged only by the entries
// before it in both.
func (c *collation) expected() []int {
	place := make([]int, len(c.old))
	for _, m := range c.matches {
		place[m.old] = m.new + 1
	}
	for i, at := range place {
		switch {
		case at > 0:
			place[i]--
		case i > 0:
			place[i] = place[i-1] + 1
		}
	}
	return place
}

// An index finds the free entries of the newer snapshot that an old entry may have become.
type index struct {
	addresses map[string]int       // those that one entry of either snapshot has
	stamps    map[stampKey][]int   // by day and clock, in order
	clocks    map[feed.Clock][]int // by clock, whatever the day, in order
	words     sketchbook
	numbers   []int // of the texts in words
}

// A stampKey is a clock of a day; the zero day is unknown.
type stampKey struct {
	day   feed.Date
	clock feed.Clock
}

// stampKey returns the timestamp of an entry, as far as it is known.
func (e *Entry) stampKey() stampKey {
	if e.tellsDay() {
		return stampKey{e.Date, e.Clock}
	}
	return stampKey{clock: e.Clock}
}

func (c *collation) index() *index {
	x := &index{addresses: soleAddresses(c.new), stamps: map[stampKey][]int{},
		clocks: map[feed.Clock][]int{}}
	olds := soleAddresses(c.old)
	maps.DeleteFunc(x.addresses, func(address string, k int) bool {
		_, sole := olds[address]
		return !sole || !c.newFree[k]
	})
	for k := range c.new {
		if !c.newFree[k] {
			continue
		}
		if n := &c.new[k]; n.Clock.Known {
			key := n.stampKey()
			x.stamps[key] = append(x.stamps[key], k)
			x.clocks[n.Clock] = append(x.clocks[n.Clock], k)
		}
		s := sign(c.newSets[k])
		x.words.add(c.newSets[k], &s)
		x.numbers = append(x.numbers, k)
	}
	return x
}

// soleAddresses returns the entries by those of their addresses that no other entry has: some feeds
// give the page's to all.
func soleAddresses(entries []Entry) map[string]int {
	sole := map[string]int{}
	for i := range entries {
		if address := entries[i].URL; address != "" {
			if _, seen := sole[address]; seen {
				sole[address] = nowhere
			} else {
				sole[address] = i
			}
		}
	}
	maps.DeleteFunc(sole, func(_ string, i int) bool { return i == nowhere })
	return sole
}

// sameClock returns the places of the entries with an entry's clock and day, as far as days are
// known; of many, those around a place.
func (x *index) sameClock(o *Entry, place int) []int {
	switch {
	case !o.Clock.Known:
		return nil
	case !o.tellsDay():
		return around(x.clocks[o.Clock], place)
	}
	return slices.Concat(around(x.stamps[o.stampKey()], place),
		around(x.stamps[stampKey{clock: o.Clock}], place))
}

// around returns of some places, which rise, those around one, crowd of them at most: a machine can
// write thousands of entries a minute.
func around(places []int, at int) []int {
	if len(places) <= crowd {
		return places
	}
	n, _ := slices.BinarySearch(places, at)
	from := min(max(n-crowd/2, 0), len(places)-crowd)
	return places[from : from+crowd]
}

// near yields the places of possible versions of an entry, some of them more than once; sole: only
// this one has the same URL. place is where it is expected.
func (x *index) near(o *Entry, set shingled, place int) iter.Seq2[int, bool] {
	return func(yield func(k int, sole bool) bool) {
		if k, known := x.addresses[o.URL]; known && !yield(k, true) {
			return
		}
		for _, k := range x.sameClock(o, place) {
			if !yield(k, false) {
				return
			}
		}
		s := sign(set)
		for _, n := range x.words.alike(set, &s) {
			if !yield(x.numbers[n], false) {
				return
			}
		}
	}
}
