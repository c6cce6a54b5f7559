package dating

import (
	"math"
	"slices"
)

// A chain is the search under one reading of the dates in digits and one way of time. It has nodes,
// their candidates, and the least costs of all assignments through each candidate.
type chain struct {
	p       *Problem
	numbers Number
	way     Way
	nodes   []node
	alive   []int32 // the nodes that have candidates
	own     int64   // what the reading itself costs
	total   int64   // the least cost of all assignments
	path    []int32 // of each node of alive: the candidate that the cheapest assignment takes

	rate         int64 // minutes between neighbouring clocks, in the middle
	newest       Day   // the newest date that the document states; None: it states none
	plansAhead   bool  // full dates are after the capture
	tellsYears   bool  // a segment or a header states its year
	mixesClocks  bool  // clocks alone are beside dates alone
	endsInClocks bool  // clocks alone follow the newest of the dates in time
	// clocks alone and dates alone to and fro, in a list: the dates are those of older entries
	isMixed bool
	// of each node: how many clocks of nodes above its end recur below it; nil: too few do
	recurring    []int32
	impossible   int64 // how many dates are none, read so
	above, below []int16
	turns        int
	found        []int16
	steps        stepTable
}

// tooDear is how much more than the cheapest a candidate may cost so far to be kept: no margin that
// matters is as large. With half or twice as much, 3,000 texts were dated the same.
const tooDear = 800 // work alone

const infinite = math.MaxInt32

// newChain returns the search of a problem under a reading.
func newChain(p *Problem, numbers Number, way Way) *chain {
	c := &chain{p: p, numbers: numbers, way: way, nodes: p.nodes(way), rate: p.pace(), newest: None}
	c.findIslands()
	c.look()
	c.own = c.ownCost(nil)
	return c
}

// look notes what the document states as a whole.
func (c *chain) look() {
	for _, d := range c.p.Told {
		c.newest = max(c.newest, d)
	}
	if y := c.p.HeadYear; y != 0 && c.newest == None {
		c.newest = DayOf(int(y), 12, 31)
	}
	c.lookAtYears()
	c.lookAtKinds()
	c.lookAtRepeats()
}

// lookAtYears notes which dates with years there are.
func (c *chain) lookAtYears() {
	certain := None
	for i := range c.nodes {
		n := &c.nodes[i]
		year, month, day, _ := c.read(n.stamp)
		if month, day = max(month, 1), max(day, 1); n.stamp.Year == 0 {
			continue
		}
		if !isDay(year, month, day) {
			c.impossible++
			continue
		}
		c.tellsYears = true
		if n.isIsland {
			continue
		}
		d := DayOf(year, month, day)
		c.newest = max(c.newest, d)
		if !n.stamp.IsUnsure() {
			certain = max(certain, d)
		}
	}
	c.plansAhead = c.p.Capture != None && certain > c.p.Capture+1
}

// lookAtKinds notes whether clocks alone are beside dates, and how.
func (c *chain) lookAtKinds() {
	k := kinds{c: c}
	for i := range c.nodes {
		if n := &c.nodes[i]; !n.isHead && n.head < 0 {
			k.take(n)
		}
	}
	inOrder := !k.rises || !k.falls
	c.mixesClocks = k.clocks > 0 && k.bare > 0 &&
		!(k.turns > 2 && inOrder) // else clocks stand between the dates, each of its own day
	c.endsInClocks = k.clocks > 0 && k.dated > 1 && k.turns == 1 &&
		k.endsClocks == (c.way == Forward)
	c.isMixed = c.mixesClocks && k.turns > 1 && k.bare == k.dated && !inOrder
}

// kinds counts the segments with clocks alone and with dates, none of them below a header.
type kinds struct {
	c                   *chain
	clocks, dated, bare int  // with clocks alone, with dates, with dates alone
	turns               int  // from one kind to the other
	endsClocks          bool // the last has a clock alone
	rises, falls        bool // a date is later, or earlier, than the one above it
	last                int  // the last date, as month and day; 0: none yet
}

// take counts a segment.
func (k *kinds) take(n *node) {
	isClock := !n.tellsDay() && n.from >= 0
	if k.clocks+k.dated > 0 && isClock != k.endsClocks {
		k.turns++
	}
	switch {
	case isClock:
		k.clocks++
	case n.stamp.Month != 0:
		k.dated++
		if n.from < 0 {
			k.bare++
		}
		_, month, day, _ := k.c.read(n.stamp)
		at := 32*month + day
		k.rises = k.rises || k.last != 0 && at > k.last
		k.falls = k.falls || k.last != 0 && at < k.last
		k.last = at
	}
	k.endsClocks = isClock
}

// ownCost is what the reading costs whatever the days are.
func (c *chain) ownCost(b *bill) int64 {
	cost := c.p.hoursCost(b) + c.p.planCost(b)
	switch c.numbers {
	case MonthFirst:
		cost += b.price(MonthsFirst)
	case YearFirst:
		cost += b.price(YearsFirst)
	}
	switch {
	case c.p.Way != Unsettled:
	case c.p.Lean == -c.way:
		cost += b.price(AgainstLean)
	case c.p.Lean == Unsettled && c.way == Forward:
		cost += b.price(OldestFirst)
	}
	cost += b.charge(OtherNumbers, c.impossible*Prices[OtherNumbers].Cost)
	return cost
}

// search finds the candidates of all nodes and the least costs through each.
func (c *chain) search() {
	c.bound()
	c.sweep(true)
	c.sweep(false)
	for i := range c.nodes {
		if n := &c.nodes[i]; len(n.days) > 0 && !n.isIsland {
			c.alive = append(c.alive, int32(i))
		}
	}
	c.total = c.own
	if len(c.alive) == 0 {
		c.total -= c.p.hoursCost(nil) // without days nothing is against what clocks seem to mean
		return
	}
	c.goDown() // the sweep up has worked out behind already
	c.trace()
}

// sweep adds the candidates that are beside those of the neighbour, down the text or up, and keeps
// the cheap ones.
func (c *chain) sweep(down bool) {
	way, last := Day(c.way), -1
	if !down {
		way = -way
	}
	for k := range c.nodes {
		i := k
		if !down {
			i = len(c.nodes) - 1 - k
		}
		n := &c.nodes[i]
		if n.known = len(n.days); n.free() && last >= 0 && !n.isIsland {
			n.spread(c.nodes[last].days, way, c.mayTurn(min(i, last), max(i, last)))
		}
		if c.visit(i, last, down) {
			last = i
		}
	}
}

// visit works out the costs of a node from those of the last one, and drops the dear candidates. It
// reports false of a node that is of no chain.
func (c *chain) visit(i, last int, down bool) bool {
	n := &c.nodes[i]
	if len(n.days) == 0 || n.isIsland {
		return false
	}
	if down {
		c.reach(last, i)
	} else {
		c.reachUp(i, last)
	}
	if n.free() {
		n.prune(down)
	}
	n.isWidened = len(n.days) > n.known
	return true
}

// mayTurn reports whether a day may end between nodes a and b, of which one says nothing of its
// day. The clock turns there, or the other is a header of other segments or of a list of dates.
func (c *chain) mayTurn(a, b int) bool {
	x, y := &c.nodes[a], &c.nodes[b]
	return c.turned(a, b) || (x.isHead || y.isHead) && x.head != y.head || c.changesKind(x, y)
}

// turned reports whether the clock runs against time from node a to node b below it.
func (c *chain) turned(a, b int) bool {
	from, to := c.nodes[a].to, c.nodes[b].from
	return from >= 0 && to >= 0 && int(to-from)*int(c.way) < 0
}

// prune drops those of the candidates that the last sweep has added which cost much more than the
// cheapest.
func (n *node) prune(down bool) {
	costs := n.ahead
	if !down {
		costs = n.behind
	}
	limit := slices.Min(costs) + tooDear
	if len(costs) > mostDays {
		sorted := slices.Clone(costs)
		slices.Sort(sorted)
		limit = min(limit, sorted[mostDays-1])
	}
	kept := 0
	for k, cost := range costs {
		if k < n.known || cost <= limit {
			n.days[kept], n.own[kept], costs[kept] = n.days[k], n.own[k], cost
			kept++
		}
	}
	n.days, n.own = n.days[:kept], n.own[:kept]
	if down {
		n.ahead = costs[:kept]
	} else {
		n.behind = costs[:kept]
	}
}

// goDown works out the least cost of all that is above each candidate once more, if candidates that
// the sweep up has added change it.
func (c *chain) goDown() {
	last, isNew := -1, false
	var before []int64
	for _, i := range c.alive {
		n := &c.nodes[i]
		if isNew || n.isWidened {
			before = append(before[:0], n.ahead...)
			c.reach(last, int(i))
			isNew = !slices.Equal(before, n.ahead)
		}
		last = int(i)
	}
}

// trace finds the cheapest assignment. Of equal ones it takes the candidate that was found first.
func (c *chain) trace() {
	c.path = c.through(-1, 0)
	last := c.alive[len(c.alive)-1]
	c.total = c.own + c.nodes[last].ahead[c.path[len(c.path)-1]]
}

// through returns the cheapest assignment that gives the node at place at of alive its candidate k;
// at -1: of all.
func (c *chain) through(at, k int) []int32 {
	path := make([]int32, len(c.alive))
	from := at
	if at < 0 {
		from = len(c.alive) - 1
		k = least(c.nodes[c.alive[from]].ahead)
	}
	path[from] = int32(k)
	for i := from - 1; i >= 0; i-- {
		a, b := int(c.alive[i]), int(c.alive[i+1])
		x, d := &c.nodes[a], c.nodes[b].days[path[i+1]]
		path[i] = c.cheapest(a, func(e Day, k int) int64 {
			return x.ahead[k] + c.step(a, b, e, d, nil)
		})
	}
	for i := from + 1; i < len(c.alive); i++ {
		a, b := int(c.alive[i-1]), int(c.alive[i])
		y, d := &c.nodes[b], c.nodes[a].days[path[i-1]]
		path[i] = c.cheapest(b, func(e Day, k int) int64 {
			return y.behind[k] + y.own[k] + c.step(a, b, d, e, nil)
		})
	}
	return path
}

// cheapest returns the first of a node's candidates whose cost is the least.
func (c *chain) cheapest(i int, cost func(d Day, k int) int64) int32 {
	at, best := 0, int64(math.MaxInt64)
	for k, d := range c.nodes[i].days {
		if now := cost(d, k); now < best {
			at, best = k, now
		}
	}
	return int32(at)
}

// least returns the place of the first of the least costs.
func least(costs []int64) int {
	at := 0
	for k, cost := range costs {
		if cost < costs[at] {
			at = k
		}
	}
	return at
}

// account returns what each price costs in an assignment.
func (c *chain) account(path []int32) *bill {
	b := new(bill)
	c.ownCost(b)
	for k, i := range c.alive {
		d := c.nodes[i].days[path[k]]
		c.alone(int(i), d, b)
		if k > 0 {
			before := c.alive[k-1]
			c.step(int(before), int(i), c.nodes[before].days[path[k-1]], d, b)
		}
	}
	return b
}
