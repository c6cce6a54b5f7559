package dating

import "newstimeline/parser/feed"

// No day after the newest one that the document states is inferred, unless the day of capture is
// known. A feed does not say how much later the clocks are that stand above its newest date header.
// Clocks that pass midnight after a date do say it: "4 March 23:50", then "00:10".

// dropUntold takes the days from segments that are later than anything the document states.
func (a *Answer) dropUntold(c *chain) {
	if c.p.Capture != None || len(c.alive) == 0 {
		return
	}
	newest := c.newestStated(a)
	a.Newest = newest
	if newest == None {
		return
	}
	older, isShown := int32(-1), false // the node before in time, and whether its day is shown
	for k := range c.alive {
		i := c.alive[k]
		if c.way == Back {
			i = c.alive[len(c.alive)-1-k]
		}
		n := &c.nodes[i]
		isShown = a.dayOf(n) <= newest || isShown && c.isShown(a, older, i)
		if c.isMixed && !n.tellsDay() && c.baseDay() == None {
			isShown = false // it is of the day of capture, after all dates
		}
		if !isShown {
			a.drop(n)
			continue
		}
		older = i
	}
}

// Untold returns how many timestamps have no day because they are after the newest date of the
// document, and that date.
func (r *Resolver) Untold() (n int, newest feed.Date) {
	if r.answer == nil || r.answer.Untold == 0 {
		return 0, feed.Date{}
	}
	return r.answer.Untold, dateOf(r.answer.Newest)
}

// newestStated returns the newest day that a date of the document has, with the year that was found
// for it. It is None if there is none.
func (c *chain) newestStated(a *Answer) Day {
	newest := max(c.newest, c.p.Page, c.p.Lead)
	for _, i := range c.alive {
		if n := &c.nodes[i]; n.tellsDay() {
			newest = max(newest, a.dayOf(n)+n.length)
		}
	}
	return newest
}

// dayOf returns the day of a node, None if it has none.
func (a *Answer) dayOf(n *node) Day {
	if n.isHead {
		return a.Heads[n.head].Day
	}
	return a.Segments[n.first].Day
}

// drop takes the day from the segments of a node.
func (a *Answer) drop(n *node) {
	for s := n.first; s < n.last; s++ {
		a.Segments[s] = nothing
		a.Untold++
	}
}

// isShown reports whether the clocks of the feed show the day of a node. It goes on from an older
// node of the same list, on that day or over midnight.
func (c *chain) isShown(a *Answer, older, i int32) bool {
	x, y := &c.nodes[older], &c.nodes[i]
	switch {
	case x.isHead && x.head != y.head, x.head >= 0 && y.head < 0:
		return false
	case c.changesKind(x, y), c.endsInClocks && x.tellsDay():
		return false
	}
	return a.dayOf(x) == a.dayOf(y) || c.turned(int(min(older, i)), int(max(older, i)))
}
