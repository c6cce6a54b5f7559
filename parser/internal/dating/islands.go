package dating

// A full date far from those around it, such as 2005 among dates of 2025, is kept. Most are slips
// of the pen. What stands beside it is no nearer to it than to the other dates, so it is not of the
// chain.

// A date is a misfit if it is misfitDays from both dates around it, and these are within
// neighbourDays of each other.
const (
	misfitDays    = 300
	neighbourDays = 60
)

// findIslands finds the segments that tell such dates.
func (c *chain) findIslands() {
	before, at := -1, -1 // the last two nodes that tell full dates
	for i := range c.nodes {
		n := &c.nodes[i]
		if n.isHead || n.head >= 0 || c.fullDay(n) == None {
			continue
		}
		if before >= 0 && isFar(c.fullDay(&c.nodes[before]), c.fullDay(&c.nodes[at]),
			c.fullDay(n)) {
			c.nodes[at].isIsland = true
			at = i
			continue
		}
		before, at = at, i
	}
}

// fullDay returns the day that a node tells with its year, None if it tells none.
func (c *chain) fullDay(n *node) Day {
	if n.stamp.IsFixed || n.stamp.Year == 0 || n.stamp.Day == 0 || n.stamp.IsUnsure() {
		return None
	}
	year, month, day, _ := c.read(n.stamp)
	if !isDay(year, month, day) {
		return None
	}
	return DayOf(year, month, day)
}

// isFar reports whether the middle one of three days is a misfit.
func isFar(before, d, behind Day) bool {
	away := func(a, b Day) Day { return max(a-b, b-a) }
	return away(before, behind) <= neighbourDays && away(before, d) >= misfitDays &&
		away(behind, d) >= misfitDays
}
