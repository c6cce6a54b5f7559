package dating

import "slices"

// The candidates: the days that a node may be of.

const (
	mostTurns = 10 // New Years that no date tells; in a list without order months turn at each step
	mostDays  = 12 // work alone: candidates of a node without a date, found from one side
)

// read returns the year, month and day of a timestamp if the dates in digits are read in one way,
// and what that breaks.
func (c *chain) read(s *Stamp) (year, month, day int, odd bool) {
	year, month, day = int(s.Year), int(s.Month), int(s.Day)
	switch c.numbers {
	case MonthFirst:
		if s.Either {
			return year, day, month, false
		}
		return year, month, day, s.Form == DayMonth && (s.Day > 12 || s.Settled)
	case YearFirst:
		if s.TwoDigits && s.Form == DayMonth && isDay(shortYear(day), month, year%100) {
			return shortYear(day), month, year % 100, false
		}
		return year, month, day, s.TwoDigits
	}
	return year, month, day, s.Form == MonthDay
}

// shortYear returns the year that two digits are short for.
func shortYear(n int) int {
	if n >= 70 {
		return 1900 + n
	}
	return 2000 + n
}

// bound gives every node its own candidates.
func (c *chain) bound() {
	c.findAnchors()
	for i := range c.nodes {
		n := &c.nodes[i]
		s := n.stamp
		switch {
		case n.isIsland:
		case s.IsFixed:
			n.days = append(n.days, s.Fixed)
		case s.IsLost:
		case n.free():
			c.seed(i)
		default:
			c.giveYears(i)
		}
	}
}

// seed gives a node without a date the days around the one from which such nodes are counted.
func (c *chain) seed(i int) {
	n, base := &c.nodes[i], c.baseDay()
	if base == None || n.head >= 0 && !n.isHead || !n.tellsDay() && !c.mixesClocks &&
		!c.endsInClocks && !c.isNewest(i) && !c.isNewest(len(c.nodes)-1-i) {
		return // it goes on from its neighbours
	}
	switch s := n.stamp; {
	case s.Weekday != 0 && s.Day == 0 && s.LastWeek:
		n.add(nearestWeekday(base-1, s.Weekday, -1))
	case s.Weekday != 0 && s.Day == 0:
		n.add(nearestWeekday(base, s.Weekday, -1))
	case s.Day != 0:
		next := nearestOfMonth(base+1, int(s.Day), 1)
		for range 3 {
			n.add(next)
			next = nearestOfMonth(next-1, int(s.Day), -1)
		}
	default:
		n.add(base)
		n.add(base - 1)
	}
}

// findAnchors notes for every node the years of the nearest full dates above and below it.
func (c *chain) findAnchors() {
	last := int16(0)
	for i := range c.nodes {
		if y := c.fullYear(&c.nodes[i]); y != 0 {
			last = y
		}
		c.above = append(c.above, last)
	}
	last = 0
	c.below = make([]int16, len(c.nodes))
	for i := len(c.nodes) - 1; i >= 0; i-- {
		if y := c.fullYear(&c.nodes[i]); y != 0 {
			last = y
		}
		c.below[i] = last
	}
	c.turns = c.countTurns()
}

// fullYear returns the year of a node, 0 if it has none.
func (c *chain) fullYear(n *node) int16 {
	switch {
	case n.isIsland:
	case n.stamp.IsFixed:
		return int16(n.stamp.Fixed.Year())
	case n.stamp.Year != 0:
		year, _, _, _ := c.read(n.stamp)
		return int16(year)
	}
	return 0
}

// countTurns counts how often the months of dates without years turn against the way that time
// runs: a New Year each.
func (c *chain) countTurns() int {
	turns, last := 0, 0
	for i := range c.nodes {
		_, month, day, _ := c.read(c.nodes[i].stamp)
		if month == 0 || day == 0 {
			continue
		}
		at := month*32 + day
		if last != 0 && (at-last)*int(c.way) < 0 {
			turns++
		}
		last = at
	}
	return min(turns, mostTurns)
}

// giveYears gives a node with a month or a year all years that it may be in.
func (c *chain) giveYears(i int) {
	n := &c.nodes[i]
	year, month, day, _ := c.read(n.stamp)
	month, day = max(month, 1), max(day, 1)
	if year != 0 {
		if isDay(year, month, day) {
			n.add(DayOf(year, month, day))
		}
		return
	}
	for _, y := range c.years(i) {
		switch {
		case n.stamp.Solar && c.p.SolarDay != nil:
			n.add(c.p.SolarDay(int(y), month, day))
		case isDay(int(y), month, day):
			n.add(DayOf(int(y), month, day))
		}
	}
}

// years returns the years that node i may be of: those around the dates above and below it, and
// those before the capture.
func (c *chain) years(i int) []int16 {
	years := c.found[:0]
	add := func(from, to int16) {
		for y := to; y >= from; y-- {
			if !slices.Contains(years, y) {
				years = append(years, y)
			}
		}
	}
	turns := int16(c.turns)
	for _, y := range [...]int16{c.above[i], c.below[i]} {
		if y != 0 {
			add(y-2-turns, y+2+turns)
		}
	}
	if c.above[i] != 0 && c.below[i] != 0 {
		c.found = years
		return years
	}
	if base := c.base(); base != None {
		y := int16(base.Year())
		add(y-8-turns, y+1)
	} else if c.above[i] == 0 && c.below[i] == 0 {
		for _, y := range c.toldYears() {
			add(y-1-turns, y+1)
		}
	}
	c.found = years
	return years
}

// toldYears returns the years of other dates of the document, else that in the lines above the
// feed.
func (c *chain) toldYears() []int16 {
	var years []int16
	for _, d := range c.p.Told {
		if y := int16(d.Year()); !slices.Contains(years, y) {
			years = append(years, y)
		}
	}
	if len(years) == 0 && c.p.HeadYear != 0 {
		years = append(years, c.p.HeadYear)
	}
	return years
}

// base returns the day from which segments without a date are counted, None if there is none.
func (c *chain) base() Day {
	switch {
	case c.p.Lead != None:
		return c.p.Lead
	case c.p.Page != None:
		return c.p.Page
	}
	return c.p.Capture
}

// baseDay is base where it is exact to the day.
func (c *chain) baseDay() Day {
	if c.p.Lead == None && c.p.Page == None && c.p.CaptureVague {
		return None
	}
	return c.base()
}

// add adds a candidate unless the node has it.
func (n *node) add(d Day) {
	if !slices.Contains(n.days, d) {
		n.days = append(n.days, d)
	}
}

// spread adds to a node the candidates next to those of its neighbour. These are the same day, the
// next one where the clocks pass midnight, the next one of its weekday. way is that from the
// neighbour to the node; turned: the clock runs against it.
func (n *node) spread(neighbour []Day, way Day, turned bool) {
	n.days = slices.Grow(n.days, 2*len(neighbour))
	for _, d := range neighbour {
		switch s := n.stamp; {
		case s.Weekday != 0 && s.Day == 0:
			next := nearestWeekday(d, s.Weekday, way)
			n.add(next)
			n.add(next - 7*way)
			n.add(next + 7*way)
		case s.Day != 0:
			n.add(nearestOfMonth(d, int(s.Day), way))
			n.add(nearestOfMonth(d, int(s.Day), -way))
		default:
			n.add(d)
			if turned {
				n.add(d + way)
			}
		}
	}
}
