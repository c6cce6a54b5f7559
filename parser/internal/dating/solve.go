package dating

import (
	"slices"

	"newstimeline/parser/memory"
)

// Solve returns the assignment that breaks the fewest things.
func Solve(p *Problem) *Answer {
	a := &Answer{Heads: undated(len(p.Heads)), Segments: undated(len(p.Segments))}
	for _, meant := range p.meanings() {
		for _, numbers := range p.readings() {
			for _, way := range p.ways() {
				c := newChain(meant, numbers, way)
				c.search()
				a.chains = append(a.chains, c)
			}
		}
	}
	slices.SortStableFunc(a.chains, func(c, d *chain) int { return int(c.total - d.total) })
	best := a.chains[0]
	a.Numbers, a.Way = best.numbers, best.way
	a.Printed, a.IsPlan = best.p.isPrinted, best.p.isPlan
	a.take(best)
	for _, c := range a.chains {
		a.weigh(c, best)
	}
	a.settle(p)
	a.dropUntold(best)
	a.NumberBy = a.whyNumbers()
	return a
}

// meanings returns the problem with each meaning that its clocks and its dates may have.
func (p *Problem) meanings() (all []*Problem) {
	for _, hours := range p.hours() {
		all = append(all, hours.plans()...)
	}
	return all
}

// untoldNumbers is how sure, in percent, the order of dates in digits is where nothing but habit
// decides it. It was counted on the problems of the generator in generate_test.go.
const untoldNumbers = 57

// whyNumbers notes how sure the order of dates in digits is. It returns what the best reading in
// another order breaks most beyond what the answer does; NoPrice: there is no other.
func (a *Answer) whyNumbers() PriceID {
	best := a.chains[0]
	a.NumberSure = 100
	for _, c := range a.chains {
		if c.numbers == best.numbers {
			continue
		}
		a.NumberSure = confidence(c.total - best.total)
		row := worst(c.account(c.path), best.account(best.path))
		if row == MonthsFirst || row == YearsFirst {
			a.NumberSure = min(a.NumberSure, untoldNumbers)
		}
		return row
	}
	return NoPrice
}

// Doubt returns the next best day of segment i, and what it breaks most beyond what the answer
// does. The day is None if there is none.
func (a *Answer) Doubt(i int) (other Day, row PriceID) {
	t := &a.Segments[i]
	if t.Second == None {
		return None, NoPrice
	}
	best := a.chains[0]
	for _, c := range a.chains {
		if at, k := c.find(i, t.Second, t.Margin+best.total); at >= 0 {
			return t.Second, worst(c.account(c.through(at, k)), best.account(best.path))
		}
	}
	return None, NoPrice
}

// find returns the place among alive of the node of segment i, and its candidate of a day. The
// place is -1 if the best assignment with that candidate does not cost so much.
func (c *chain) find(i int, d Day, total int64) (at, candidate int) {
	for at, k := range c.alive {
		n := &c.nodes[k]
		if !n.holds(i) {
			continue
		}
		if m := slices.Index(n.days, d); m >= 0 && c.own+n.ahead[m]+n.behind[m] == total {
			return at, m
		}
	}
	return -1, 0
}

// holds reports whether a segment is of the node.
func (n *node) holds(i int) bool { return !n.isHead && int(n.first) <= i && i < int(n.last) }

// worst returns the row of which one bill charges most more than another, NoPrice if none does.
func worst(bill, than *bill) PriceID {
	row, most := NoPrice, int64(0)
	for k := range bill {
		if more := bill[k] - than[k]; more > most {
			row, most = PriceID(k), more
		}
	}
	return row
}

// nothing is the day of a segment of which nothing is known.
var nothing = SolvedDay{Day: None, Second: None, Margin: infinite, By: -1}

// undated returns so many days of which nothing is known.
func undated(n int) []SolvedDay {
	out := memory.Make[SolvedDay](n)
	for range n {
		out = append(out, nothing)
	}
	return out
}

// readings returns the ways in which the dates in digits can be read.
func (p *Problem) readings() []Number {
	if p.Numbers != AnyNumber {
		return []Number{p.Numbers}
	}
	either, short := false, false
	note := func(s *Stamp) {
		either = either || s.Either
		short = short || s.TwoDigits && s.Form == DayMonth &&
			isDay(shortYear(int(s.Day)), int(s.Month), int(s.Year)%100)
	}
	for i := range p.Segments {
		note(&p.Segments[i].Stamp)
	}
	for i := range p.Heads {
		note(&p.Heads[i])
	}
	all := []Number{DayFirst}
	if either {
		all = append(all, MonthFirst)
	}
	if short {
		all = append(all, YearFirst)
	}
	return all
}

// ways returns the ways in which time can run.
func (p *Problem) ways() []Way {
	if p.Way != Unsettled {
		return []Way{p.Way}
	}
	return []Way{Back, Forward}
}

// take takes the days of the cheapest assignment.
func (a *Answer) take(c *chain) {
	for i := range c.nodes {
		if n := &c.nodes[i]; n.isIsland {
			if n.isHead {
				a.Heads[n.head].Day = n.days[0]
			}
			for s := n.first; s < n.last; s++ {
				a.Segments[s].Day = n.days[0]
			}
		}
	}
	for k, i := range c.alive {
		n := &c.nodes[i]
		day := n.days[c.path[k]]
		if n.isHead {
			a.Heads[n.head].Day = day
			continue
		}
		for s := n.first; s < n.last; s++ {
			a.Segments[s].Day = day
		}
		if k > 0 && !n.tellsDay() {
			above := &c.nodes[c.alive[k-1]]
			a.Segments[n.first].Midnight = !above.isHead && !c.changesKind(above, n) &&
				above.days[c.path[k-1]] != day && day != c.p.Lead
		}
	}
}

// weigh notes for every node of a chain what it costs at least that its day is another.
func (a *Answer) weigh(c, best *chain) {
	for _, i := range c.alive {
		n := &c.nodes[i]
		if n.isHead {
			a.Heads[n.head].compare(c, n, best.total)
			continue
		}
		if n.first == n.last {
			continue
		}
		whole := nothing // what this node alone says of the day of its first segment
		whole.Day = a.Segments[n.first].Day
		whole.compare(c, n, best.total)
		for s := n.first; s < n.last; s++ {
			if t := &a.Segments[s]; t.Day == whole.Day {
				if whole.Margin < t.Margin {
					t.Margin, t.Second = whole.Margin, whole.Second
				}
			} else {
				t.compare(c, n, best.total)
			}
		}
	}
}

// compare takes the cheapest candidate of a node that is another day, if it is cheaper than what
// was known.
func (t *SolvedDay) compare(c *chain, n *node, total int64) {
	for k, d := range n.days {
		if d == t.Day {
			continue
		}
		if margin := c.own + n.ahead[k] + n.behind[k] - total; margin < t.Margin {
			t.Margin, t.Second = margin, d
		}
	}
}
