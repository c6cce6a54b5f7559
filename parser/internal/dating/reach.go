package dating

import (
	"math"
	"slices"
)

// The least costs of all that stands before and behind each candidate.

// A stepMemo holds the costs of steps between two nodes, by the days between them. For nodes
// without a date the cost depends on nothing else, and most pairs of candidates have the same
// distance as others.
type stepMemo struct {
	use   bool
	known uint64
	cost  [64]int64
}

// recall begins anew for the steps from node a to node b.
func (c *chain) recall(a, b int) {
	c.steps.known = 0
	c.steps.use = a >= 0 && b >= 0 && !c.nodes[a].isHead && !c.nodes[b].isHead &&
		!c.nodes[b].tellsDay()
}

// stepCost is step without a bill, for the nodes that recall was called for.
func (c *chain) stepCost(a, b int, d, e Day) int64 {
	m, k := &c.steps, e-d+Day(len(c.steps.cost)/2)
	if !m.use || k < 0 || int(k) >= len(m.cost) {
		return c.step(a, b, d, e, nil)
	}
	if m.known&(1<<k) == 0 {
		m.cost[k] = c.step(a, b, d, e, nil)
		m.known |= 1 << k
	}
	return m.cost[k]
}

// reach works out ahead of node b from that of node a above it; a is -1 for the first.
func (c *chain) reach(a, b int) {
	n := &c.nodes[b]
	n.ahead = slices.Grow(n.ahead[:0], len(n.days))
	c.weighAlone(b)
	c.recall(a, b)
	for i, d := range n.days {
		least := int64(0)
		if a >= 0 {
			least = math.MaxInt64
			for k, e := range c.nodes[a].days {
				if so := c.nodes[a].ahead[k]; so < least {
					least = min(least, so+c.stepCost(a, b, e, d))
				}
			}
		}
		n.ahead = append(n.ahead, least+n.own[i])
	}
}

// weighAlone works out what each candidate of a node costs alone.
func (c *chain) weighAlone(i int) {
	n := &c.nodes[i]
	n.own = slices.Grow(n.own[:0], len(n.days))
	for _, d := range n.days {
		n.own = append(n.own, c.alone(i, d, nil))
	}
}

// reachUp computes behind of node a from that of node b below it; b is -1 for the last.
func (c *chain) reachUp(a, b int) {
	n := &c.nodes[a]
	n.behind = slices.Grow(n.behind[:0], len(n.days))
	c.weighAlone(a)
	c.recall(a, b)
	for _, d := range n.days {
		least := int64(0)
		if b >= 0 {
			least = math.MaxInt64
			for k, e := range c.nodes[b].days {
				if so := c.nodes[b].behind[k] + c.nodes[b].own[k]; so < least {
					least = min(least, so+c.stepCost(a, b, d, e))
				}
			}
		}
		n.behind = append(n.behind, least)
	}
}
