package dating

// Clocks that recur: where one page has several lists of one day, the same entries stand in more
// than one. By chance two days seldom have an entry of the same minute.

const (
	leastRepeats = 4  // so many clocks must recur
	overChance   = 16 // and so many times as many as by chance, were entries of any minute
)

// lookAtRepeats notes behind which nodes clocks recur, if more do than chance explains.
func (c *chain) lookAtRepeats() {
	var last [24 * 60]int32 // of each minute: the node that has it, from 1
	clocks, squares, repeats := 0, 0, 0
	recurring := make([]int32, len(c.nodes))
	for i := range c.nodes {
		n := &c.nodes[i]
		if n.isHead || n.tellsDay() || n.from < 0 {
			continue
		}
		size := int(n.last - n.first)
		clocks, squares = clocks+size, squares+size*size
		for k := n.first; k < n.last; k++ {
			at := c.p.Segments[k].Minute
			if before := int(last[at]) - 1; before >= 0 && before != i &&
				c.nodes[before].head == n.head {
				recurring[before]++
				recurring[i]--
				repeats++
			}
			last[at] = int32(i + 1)
		}
	}
	if pairs := (clocks*clocks - squares) / 2; repeats < leastRepeats ||
		repeats*dayMinutes < overChance*pairs {
		return
	}
	for i := 1; i < len(recurring); i++ {
		recurring[i] += recurring[i-1]
	}
	c.recurring = recurring
}

// recurs returns what it costs that a night lies behind node i, if clocks above it recur below it.
func (c *chain) recurs(i int, b *bill) int64 {
	if c.recurring == nil || c.recurring[i] <= 0 {
		return 0
	}
	return b.price(RepeatedClock)
}
