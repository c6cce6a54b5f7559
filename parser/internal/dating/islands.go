package dating

// A full date far from those around it, such as 2005 among dates of 2025, is kept. Most are slips
// of the pen. What is beside it is no nearer to it than to the other dates, so it is not of the
// chain.

// A date is a misfit if it is misfitDays from both dates around it, and these are within
// neighbourDays of each other: a year is the least slip, and a list seldom pauses for two months.
const (
	misfitDays    = 300
	neighbourDays = 60
	lastYear      = 2100 // no feed is of a later year: 2922 is a slip wherever it is
)

// A run is what neighbouring timestamps of one day are: places [first, end) among all.
type run struct {
	first, end int
	day        Day
}

// Misfits reports for each of some days, in the order of the text, whether it is a misfit. Days that
// are None are passed over. At the ends of the list a misfit must also be against the way of time.
func Misfits(days []Day, way Way) []bool {
	m := misfitFinder{found: make([]bool, len(days))}
	all := m.runsOf(days)
	kept := make([]run, 0, len(all))
	for _, r := range all {
		if kept = append(kept, r); len(kept) < 3 {
			continue
		}
		if last := kept[len(kept)-3:]; isFar(last[0].day, last[1].day, last[2].day) {
			m.mark(last[1])
			kept = append(kept[:len(kept)-2], r)
		}
	}
	if n := len(kept); n >= 3 && way != Unsettled {
		m.markEnd(kept[0], kept[1], kept[2], way)
		m.markEnd(kept[n-1], kept[n-2], kept[n-3], -way)
	}
	return m.found
}

// A misfitFinder marks the places of misfits.
type misfitFinder struct{ found []bool }

// runsOf returns the runs of days. Those of impossible years are marked and left out, unless all are.
func (m *misfitFinder) runsOf(days []Day) (all []run) {
	limit := DayOf(lastYear, 12, 31)
	isLate := func(r run) bool { return r.day > limit }
	late := 0
	for i, d := range days {
		if d == None {
			continue
		}
		if n := len(all); n > 0 && all[n-1].day == d {
			all[n-1].end = i + 1
			continue
		}
		if all = append(all, run{i, i + 1, d}); isLate(all[len(all)-1]) {
			late++
		}
	}
	if late == 0 || late == len(all) {
		return all
	}
	kept := all[:0]
	for _, r := range all {
		if isLate(r) {
			m.mark(r)
			continue
		}
		kept = append(kept, r)
	}
	return kept
}

// markEnd marks the run at an end of the list if it is a misfit beside the next two.
func (m *misfitFinder) markEnd(end, next, over run, way Way) {
	if isFar(next.day, end.day, over.day) && int64(next.day-end.day)*int64(way) < 0 {
		m.mark(end)
	}
}

func (m *misfitFinder) mark(r run) {
	for i := r.first; i < r.end; i++ {
		m.found[i] = true
	}
}

// isFar reports whether the middle one of three days is a misfit.
func isFar(before, d, behind Day) bool {
	away := func(a, b Day) Day { return max(a-b, b-a) }
	return away(before, behind) <= neighbourDays && away(before, d) >= misfitDays &&
		away(behind, d) >= misfitDays
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
