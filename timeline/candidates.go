package timeline

import (
	"iter"
	"maps"
	"slices"

	"newstimeline/parser/feed"
)

// What an entry of an older snapshot may have become in a newer one.

// candidates returns what could be an edit: entries of one address, of one stamp, or of like words.
func (c *collation) candidates() []match {
	var found []match
	x := c.index()
	asked := map[int]bool{}
	for i := range c.old {
		if !c.oldFree[i] {
			continue
		}
		clear(asked)
		for k, sole := range x.near(&c.old[i], c.oldSets[i]) {
			if asked[k] {
				continue
			}
			asked[k] = true
			if likeness, is := c.version(i, k); is || sole {
				found = append(found, match{old: i, new: k, likeness: likeness})
			}
		}
	}
	return found
}

// An index finds the free entries of the newer snapshot that an old entry may have become.
type index struct {
	addresses map[string]int     // those that one entry of either snapshot has
	stamps    map[stampKey][]int // by day and clock
	clocks    map[int][]int      // by clock, whatever the day
	words     sketchbook
	numbers   []int // of the texts in words
}

// A stampKey is a clock, in seconds, of a day; the zero day is one that is not told.
type stampKey struct {
	day   feed.Date
	clock int
}

// stampKey returns the key of an entry that has a clock.
func (e *Entry) stampKey() stampKey {
	if e.tellsDay() {
		return stampKey{e.Date, e.Clock.Seconds()}
	}
	return stampKey{clock: e.Clock.Seconds()}
}

func (c *collation) index() *index {
	x := &index{addresses: soleAddresses(c.new), stamps: map[stampKey][]int{}, clocks: map[int][]int{}}
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
			x.clocks[key.clock] = append(x.clocks[key.clock], k)
		}
		s := sign(c.newSets[k])
		x.words.add(c.newSets[k], &s)
		x.numbers = append(x.numbers, k)
	}
	return x
}

// soleAddresses returns the entries by those of their addresses that no other entry has: some feeds give the page's to all.
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

// sameClock returns the places of the entries of an entry's clock and day, as far as days are told.
func (x *index) sameClock(o *Entry) []int {
	switch {
	case !o.Clock.Known:
		return nil
	case !o.tellsDay():
		return x.clocks[o.Clock.Seconds()]
	}
	key := o.stampKey()
	return slices.Concat(x.stamps[key], x.stamps[stampKey{clock: key.clock}])
}

// near yields the places of what an entry may have become, some of them more than once; sole: it has the same address, and no other has.
func (x *index) near(o *Entry, set shingled) iter.Seq2[int, bool] {
	return func(yield func(k int, sole bool) bool) {
		if k, known := x.addresses[o.URL]; known && !yield(k, true) {
			return
		}
		for _, k := range x.sameClock(o) {
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
