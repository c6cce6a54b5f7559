package timeline

// What is in both snapshots with the same words, but in another order.

// A said is the content and time of an entry.
type said struct {
	words uint64
	stamp stampKey
}

// A queue is the places of entries of the newer snapshot, in order; those at its head that have
// found a match are dropped.
type queues[K comparable] map[K][]int

// head returns the first free places of a queue, crowd of them at most: nothing may scan a whole
// queue for each entry.
func (q queues[K]) head(key K, free []bool) []int {
	queue := q[key]
	for len(queue) > 0 && !free[queue[0]] {
		queue = queue[1:]
	}
	q[key] = queue
	return queue[:min(len(queue), crowd)]
}

// A mover finds the entries of the newer snapshot by their content.
type mover struct {
	stamps queues[said]   // by words, day and clock
	clocks queues[said]   // by words and clock, whatever the day
	words  queues[uint64] // by words alone
}

// moved matches entries that have the same words, whatever their order: first those of the same
// stamp, then those that are near. a and b are the hashes of the words of the older and the newer
// entries.
func (c *collation) moved(a, b []uint64) {
	x := mover{queues[said]{}, queues[said]{}, queues[uint64]{}}
	for k, free := range c.newFree {
		if n := &c.new[k]; free {
			stamp, clock := said{b[k], n.stampKey()}, said{b[k], stampKey{clock: n.Clock}}
			x.stamps[stamp] = append(x.stamps[stamp], k)
			x.clocks[clock] = append(x.clocks[clock], k)
			x.words[b[k]] = append(x.words[b[k]], k)
		}
	}
	for i, free := range c.oldFree {
		if free && !c.matchFirst(i, x.sameStamp(&c.old[i], a[i], c.newFree)) {
			c.matchFirst(i, x.words.head(a[i], c.newFree))
		}
	}
}

// matchFirst matches old entry i with the first of some new ones that has the same words and can be
// the same. It reports whether there is one.
func (c *collation) matchFirst(i int, places []int) bool {
	for _, k := range places {
		if c.newFree[k] && c.matchExact(i, k) {
			return true
		}
	}
	return false
}

// sameStamp returns the places of entries with the content of o at the same time, as far as days
// are known.
func (x *mover) sameStamp(o *Entry, words uint64, free []bool) []int {
	clock := said{words, stampKey{clock: o.Clock}}
	if !o.tellsDay() {
		return x.clocks.head(clock, free)
	}
	if same := x.stamps.head(said{words, o.stampKey()}, free); len(same) > 0 {
		return same
	}
	return x.stamps.head(clock, free)
}
