package dating

import "newstimeline/parser/internal/stamp"

// A full date far from those around it, such as 2005 among dates of 2025, is kept. Most are slips
// of the pen. What is beside it is no nearer to it than to the other dates, so it is not of the
// chain.

// A date is a misfit if it is almost a year from both dates around it, and these are within
// neighbourDays of each other. A year is the least slip, and a list seldom pauses for two months.
const (
	almostYear    = 300
	neighbourDays = 60
)

// Misfits reports for each of some days, in the order of the text, whether it is a misfit. Days
// that are None are passed over. At the ends of the list a misfit must also be against time.
func Misfits(days []Day, way Way) []bool {
	m := misfitFinder{days: days, found: make([]bool, len(days))}
	m.markLate()
	for i, d := range days {
		if d == None || m.found[i] || m.n > 0 && days[m.last[2]] == d {
			continue
		}
		m.take(i)
	}
	if m.n >= 3 && way != Unsettled {
		m.markEnd(m.first[0], m.first[1], m.first[2], way)
		m.markEnd(m.last[2], m.last[1], m.last[0], -way)
	}
	return m.found
}

// A misfitFinder marks the places of misfits.
type misfitFinder struct {
	days        []Day
	found       []bool
	n           int    // how many different days were taken
	first, last [3]int // the places of the first three of them, and of the last three, in order
}

// markLate marks the days of years that are not yet, unless all are.
func (m *misfitFinder) markLate() {
	limit, isAny := DayOf(stamp.LastYear, 12, 31), false
	for _, d := range m.days {
		isAny = isAny || d != None && d <= limit
	}
	for i, d := range m.days {
		m.found[i] = isAny && d > limit
	}
}

// take takes the day at place i, which is another than the one before it, and marks that one if it
// is a misfit.
func (m *misfitFinder) take(i int) {
	if m.n >= 2 && isFar(m.days[m.last[1]], m.days[m.last[2]], m.days[i]) {
		m.mark(m.last[2])
		m.last[2] = m.last[1] // as if it were not there
		m.last[1] = m.last[0]
		m.n--
	}
	if m.n < 3 {
		m.first[m.n] = i
	}
	m.last[0], m.last[1], m.last[2] = m.last[1], m.last[2], i
	m.n++
}

// markEnd marks the day at an end of the list if it is a misfit beside the next two.
func (m *misfitFinder) markEnd(end, next, over int, way Way) {
	d := m.days[end]
	if isFar(m.days[next], d, m.days[over]) && int64(m.days[next]-d)*int64(way) < 0 {
		m.mark(end)
	}
}

// mark marks the day at place i, and its repetitions right below and above.
func (m *misfitFinder) mark(i int) {
	for _, step := range [...]int{-1, 1} {
		for k := i; k >= 0 && k < len(m.days); k += step {
			if m.days[k] != m.days[i] && m.days[k] != None {
				break
			}
			m.found[k] = m.days[k] != None
		}
	}
}

// isFar reports whether the middle one of three days is a misfit.
func isFar(before, d, behind Day) bool {
	away := func(a, b Day) Day { return max(a-b, b-a) }
	return away(before, behind) <= neighbourDays && away(before, d) >= almostYear &&
		away(behind, d) >= almostYear
}

// findIslands finds the nodes that tell such dates, with those below their headers.
func (c *chain) findIslands() {
	days := make([]Day, len(c.nodes))
	full := 0
	for i := range c.nodes {
		n := &c.nodes[i]
		if days[i] = None; n.isHead || n.head < 0 {
			days[i] = c.fullDay(n)
		}
		if days[i] != None {
			full++
		}
	}
	if full < 2 {
		return
	}
	way := c.p.Way
	if way == Unsettled {
		way = c.p.Lean
	}
	for i, isMisfit := range Misfits(days, way) {
		if isMisfit && days[i] != None {
			c.isolate(i, days[i])
		}
	}
}

// isolate makes node i an island of its day. What a header dates is of the island too.
func (c *chain) isolate(i int, day Day) {
	n := &c.nodes[i]
	n.isIsland, n.days = true, []Day{day}
	if !n.isHead {
		return
	}
	for _, step := range [...]int{-1, 1} {
		for k := i + step; k >= 0 && k < len(c.nodes) && c.nodes[k].head == n.head; k += step {
			c.nodes[k].isIsland, c.nodes[k].days = true, []Day{day}
		}
	}
}

// fullDay returns the day that a node states with its year, None if it states none.
func (c *chain) fullDay(n *node) Day {
	if n.stamp.IsFixed || n.stamp.Year == 0 || n.stamp.Day == 0 ||
		n.stamp.IsUnsure() && c.p.Numbers == AnyNumber {
		return None
	}
	year, month, day, _ := c.read(n.stamp)
	if !isDay(year, month, day) {
		return None
	}
	return DayOf(year, month, day)
}
