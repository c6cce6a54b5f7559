package dating

import (
	"math"
	"slices"
)

// The least costs of all that is above and below each candidate.

// A stepTable holds the costs of steps between two nodes, by the days between them. Where the lower
// one has no date they depend on nothing else, and most pairs of candidates have the same distance
// as others.
type stepTable struct {
	isSet bool
	way   int64
	steps clockSteps
	near  [2*nearDays + 1]int64 // of distances from -nearDays to nearDays
}

// nearDays is how many days most pairs of candidates are apart at most: a node has mostDays.
const nearDays = mostDays

// tabulate works out the costs of steps from node a to node b.
func (c *chain) tabulate(a, b int) {
	x, y, t := &c.nodes[a], &c.nodes[b], &c.steps
	t.isSet = !x.isHead && !y.isHead && !y.tellsDay() && x.length == 0 && y.length == 0
	if !t.isSet {
		return
	}
	t.steps, t.way = c.clockSteps(a, b), int64(c.way)
	for k := range t.near {
		t.near[k] = t.steps.cost(int64(k-nearDays) * t.way)
	}
}

// clockSteps are the costs of the steps between two nodes of which the lower has no date.
type clockSteps struct {
	same, next  int64 // on one day, to the next day
	later, back int64 // over several days, against time: without the gap
	backGap     bool  // a step against time costs its gap too
}

// clockSteps returns the costs of the steps from node a to node b.
func (c *chain) clockSteps(a, b int) clockSteps {
	return clockSteps{
		same: c.clocked(a, b, 0, nil), next: c.clocked(a, b, 1, nil),
		later: c.clocked(a, b, 2, nil) - gapCost(2), back: c.clocked(a, b, -1, nil) - gapCost(1),
		backGap: !c.changesKind(&c.nodes[a], &c.nodes[b]),
	}
}

// cost returns the cost of a step over so many days.
func (s *clockSteps) cost(days int64) int64 {
	switch {
	case days == 0:
		return s.same
	case days == 1:
		return s.next
	case days > 1:
		return s.later + gapCost(days)
	case s.backGap:
		return s.back + gapCost(days)
	}
	return s.back + gapCost(1)
}

// of returns the cost of a step over so many days, against the way of the text below 0.
func (t *stepTable) of(days Day) int64 {
	if k := uint32(days + nearDays); k < uint32(len(t.near)) {
		return t.near[k]
	}
	return t.steps.cost(int64(days) * t.way)
}

// reach works out ahead of node b from that of node a above it; a is -1 for the first.
func (c *chain) reach(a, b int) {
	n := &c.nodes[b]
	n.ahead = slices.Grow(n.ahead[:0], len(n.days))[:len(n.days)]
	c.weighAlone(b)
	if a < 0 {
		copy(n.ahead, n.own)
		return
	}
	c.tabulate(a, b)
	for i, d := range n.days {
		n.ahead[i] = c.leastAbove(a, b, d) + n.own[i]
	}
}

// leastAbove returns the least cost of node a and all above it where node b below it is of day d.
func (c *chain) leastAbove(a, b int, d Day) int64 {
	x, t, least := &c.nodes[a], &c.steps, int64(math.MaxInt64)
	for k, e := range x.days {
		if so := x.ahead[k]; so >= least {
		} else if t.isSet {
			least = min(least, so+t.of(d-e))
		} else {
			least = min(least, so+c.step(a, b, e, d, nil))
		}
	}
	return least
}

// weighAlone works out what each candidate of a node costs alone, if it has not yet.
func (c *chain) weighAlone(i int) {
	n := &c.nodes[i]
	n.own = slices.Grow(n.own, len(n.days)-len(n.own))
	for _, d := range n.days[len(n.own):] {
		n.own = append(n.own, c.alone(i, d, nil))
	}
}

// reachUp works out behind of node a from that of node b below it; b is -1 for the last.
func (c *chain) reachUp(a, b int) {
	n := &c.nodes[a]
	n.behind = slices.Grow(n.behind[:0], len(n.days))[:len(n.days)]
	c.weighAlone(a)
	if b < 0 {
		clear(n.behind)
		return
	}
	c.tabulate(a, b)
	for i, d := range n.days {
		n.behind[i] = c.leastBelow(a, b, d)
	}
}

// leastBelow returns the least cost of node b and all below it where node a above it is of day d.
func (c *chain) leastBelow(a, b int, d Day) int64 {
	y, t, least := &c.nodes[b], &c.steps, int64(math.MaxInt64)
	for k, e := range y.days {
		if so := y.behind[k] + y.own[k]; so >= least {
		} else if t.isSet {
			least = min(least, so+t.of(e-d))
		} else {
			least = min(least, so+c.step(a, b, d, e, nil))
		}
	}
	return least
}
