package dating

// What an assignment costs: of a node alone, and of two neighbours.

// alone returns what it costs that node i is of day d.
func (c *chain) alone(i int, d Day, b *bill) int64 {
	n := &c.nodes[i]
	cost := c.late(n, d, b)
	if s := n.stamp; s.Weekday != 0 && s.Day != 0 && d.Weekday() != s.Weekday {
		cost += b.price(WrongWeekday)
	}
	if _, _, _, odd := c.read(n.stamp); odd {
		cost += b.price(OtherNumbers)
	}
	if !n.isHead && n.head < 0 && !n.tellsDay() && n.from >= 0 {
		cost += c.undated(d, b)
	}
	if c.isNewest(i) {
		cost += c.sinceThen(n, d, b)
	}
	return cost
}

// late returns what it costs that a node is later than what can be.
func (c *chain) late(n *node, d Day, b *bill) int64 {
	p := c.p
	switch {
	case n.stamp.IsFixed || n.stamp.Year != 0 && !n.stamp.IsUnsure():
		return 0 // it is stated
	case p.isPlanned(n.stamp, d):
		return 0
	case p.Capture != None && d > p.Capture:
		if c.plansAhead {
			return b.part(AfterCapture, planned)
		}
		return b.price(AfterCapture)
	case p.Capture != None && d == p.Capture && p.CaptureClock >= 0 &&
		max(n.from, n.to) > p.CaptureClock:
		return b.price(AfterClock)
	case p.Page != None && d > p.Page && p.Capture != None:
		return b.part(AfterPage, pageBeside) + b.charge(Gap, gapCost(int64(d-p.Page)))
	case p.Page != None && d > p.Page:
		return b.price(AfterPage) + b.charge(Gap, 2*gapCost(int64(d-p.Page)))
	}
	return 0
}

const (
	week       = 7
	shortMonth = 28
	dayMinutes = 24 * 60
)

// someDays is how far a date may be after the page's, or the newest full one, from which it is
// counted. Its entry was added after the page was dated, or in another zone.
const someDays = 3

// undated returns what it costs that a clock without any date is of day d.
func (c *chain) undated(d Day, b *bill) int64 {
	switch base := c.baseDay(); {
	case c.p.Lead != None && d != c.p.Lead:
		return b.price(NotLead)
	case base == None || d == base:
	case c.endsInClocks || c.isMixed:
		return b.part(ClockOfToday, clockInList)
	case c.mixesClocks:
		return b.price(ClockOfToday)
	}
	return 0
}

// isNewest reports whether node i is that of the newest segments, if time runs one way. A header
// does not count.
func (c *chain) isNewest(i int) bool {
	if c.way == Back {
		return i == 0 || i == 1 && c.nodes[0].isHead
	}
	last := len(c.nodes) - 1
	return i == last || i == last-1 && c.nodes[last].isHead
}

// sinceThen returns what it costs that the newest node is of day d, by how long before the capture
// that is.
func (c *chain) sinceThen(n *node, d Day, b *bill) int64 {
	base := c.base()
	if base == None {
		return c.sinceTold(d, b)
	}
	if c.p.Lead != None {
		return 0
	}
	cost := int64(0)
	if n.head < 0 && c.baseDay() != None && c.isPast(n, d, base) {
		cost += b.price(NotToday)
	}
	if d < base {
		cost += b.charge(BeforeCapture, gapCost(int64(base-d))*2/3)
	}
	return cost
}

// isPast reports whether day d is another than a clock alone, or a weekday, is commonly of: today,
// or the last seven days.
func (c *chain) isPast(n *node, d, base Day) bool {
	switch {
	case !n.tellsDay():
		return d != base
	case n.stamp.Weekday != 0 && n.stamp.Day == 0 && n.free():
		return d > base || d <= base-7
	}
	return false
}

// sinceTold is sinceThen if only other dates of the document give the time.
func (c *chain) sinceTold(d Day, b *bill) int64 {
	switch {
	case c.newest == None || c.tellsYears && d <= c.newest+someDays:
		return 0
	case c.tellsYears && c.way == Back:
		return b.charge(AfterNewest, gapCost(int64(d-c.newest)))
	case c.tellsYears:
		return b.charge(AfterNewest, gapCost(int64(d-c.newest))/2)
	case d > c.newest:
		return b.price(AfterNewest) + b.charge(Gap, 2*gapCost(int64(d-c.newest)))
	}
	return b.charge(Gap, gapCost(int64(c.newest-d)))
}

// step returns the cost of node j, of day e, below node i, of day d.
func (c *chain) step(i, j int, d, e Day, b *bill) int64 {
	x, y := &c.nodes[i], &c.nodes[j]
	days := c.between(x, y, d, e)
	switch {
	case x.isHead && !c.p.Below && y.head == x.head:
		return c.tie(x, y, days, b)
	case y.isHead && c.p.Below && y.head == x.head:
		return c.tie(y, x, days, b)
	case x.isHead || y.isHead || y.tellsDay():
		return c.dated(i, j, days, e, b)
	}
	return c.clocked(i, j, days, b)
}

// between returns how many days node y is after node x in the order of the feed; below 0 it is
// before. What overlaps is of one day.
func (c *chain) between(x, y *node, d, e Day) int64 {
	switch {
	case e > d+x.length:
		return int64(e-d-x.length) * int64(c.way)
	case e+y.length < d:
		return -int64(d-e-y.length) * int64(c.way)
	}
	return 0
}

// tie returns what it costs that a segment lies some days from the header right beside it.
func (c *chain) tie(head, n *node, days int64, b *bill) int64 {
	if days == 0 {
		return 0
	}
	cost := b.part(LeavesHeader, besideHeader) + b.charge(Gap, gapCost(days))
	if head.length > 0 {
		cost += b.price(LeavesHeader) // a month has no midnight to pass
	}
	return cost
}

// dated returns the cost of a node with a day, or a header, that is some days after the node above.
func (c *chain) dated(i, j int, days int64, e Day, b *bill) int64 {
	x, y := &c.nodes[i], &c.nodes[j]
	switch {
	case days >= week && y.stamp.Weekday != 0 && y.free():
		return b.charge(Gap, gapCost(days)) + b.part(UnseenMidnight, lostWeek)
	case days > week/2 && y.stamp.Weekday != 0 && y.free():
		// Monday, Tuesday are two days of one week, and not six days apart
		return b.charge(Gap, 2*gapCost(days)) + b.charge(Midnight, c.holeCost(i, j, days))
	case days >= shortMonth && x.stamp.Day == y.stamp.Day && x.free() && y.free():
		return b.charge(Gap, gapCost(days)) + b.part(UnseenMidnight, lostMonth)
	case days > 0:
		return b.charge(Gap, gapCost(days)) + b.charge(Midnight, c.holeCost(i, j, days))
	case days < 0 && c.changesKind(x, y):
		return b.part(BackInDays, otherList) + b.charge(BackInDays, gapCost(days)/2)
	case days < 0:
		return b.price(BackInDays) + b.charge(BackInDays, gapCost(days)/2) + c.leadsOn(e, b)
	case c.isOver(x, y) && x.head >= 0 && y.head >= 0:
		// the day has its header, and the next has its own
		return b.part(OverHeader, ownHeaders)
	case c.isOver(x, y):
		return b.price(OverHeader)
	case c.changesKind(x, y) && c.baseDay() == None && (x.from < 0) == (c.way == Forward):
		return b.part(ClockOfToday, clockInList)
	case c.turned(i, j):
		return b.charge(BackInDay, c.backCost(i, j))
	}
	return 0
}

// leadsOn returns the cost of a date out of order that is later than all others of the document.
func (c *chain) leadsOn(e Day, b *bill) int64 {
	if c.p.Capture != None || c.newest == None || e <= c.newest+someDays {
		return 0
	}
	return b.price(AfterNewest)
}

// changesKind reports whether a list of clocks ends and one of dates begins between two nodes, or
// the other way round.
func (c *chain) changesKind(x, y *node) bool {
	return c.mixesClocks && (x.from < 0) != (y.from < 0) && (x.from < 0) == x.tellsDay() &&
		(y.from < 0) == y.tellsDay()
}

// isOver reports whether one of two nodes of one day is a header and the other is on its wrong
// side. That is above a header, or below one that is below its entries.
func (c *chain) isOver(x, y *node) bool {
	head, n := y, x
	if c.p.Below {
		head, n = x, y
	}
	if !head.isHead || head.length > 0 || n.isHead {
		return false
	}
	return n.head < 0 && !n.tellsDay() || n.head >= 0 && c.p.Heads[n.head] != *head.stamp
}

// clocked returns the cost of a node without a date that is some days after the node above: its
// clock shows the midnights.
func (c *chain) clocked(i, j int, days int64, b *bill) int64 {
	x, y := &c.nodes[i], &c.nodes[j]
	cost := int64(0)
	if days != 0 && y.head >= 0 && x.head == y.head {
		cost += b.price(LeavesHeader)
	}
	clocks := x.to >= 0 && y.from >= 0
	switch {
	case days < 0 && c.changesKind(x, y):
		cost += b.part(BackInDays, otherList)
	case days > 0 && (c.endsInClocks && x.tellsDay() || c.changesKind(x, y)):
		cost += b.charge(Gap, gapCost(days))
	case days < 0:
		cost += b.price(BackInDays) + b.charge(BackInDays, gapCost(days))
	case days == 0 && c.turned(i, j):
		cost += b.charge(BackInDay, c.backCost(i, j))
	case days == 0 && clocks:
		cost += b.charge(Gap, c.waitCost(-c.jump(i, j)))
	case days == 1 && clocks && c.turned(i, j):
		cost += b.charge(Midnight, c.nightCost(i, j)) + c.recurs(i, b)
	case days > 0:
		cost += c.recurs(i, b) + b.price(UnseenMidnight) + b.charge(Gap, gapCost(days))
	}
	return cost
}

// jump returns by how many minutes the clock runs against time from node i to node j.
func (c *chain) jump(i, j int) int64 {
	return -int64(c.nodes[j].from-c.nodes[i].to) * int64(c.way)
}

// What a clock that runs against time costs beside the price: a night lies there the more likely,
// the longer the jump is.
const (
	newList       = 20 // all that follow are of another list
	minutesToList = 3  // another list, which seldom begins much later than the first one ends
)

// backCost returns the cost of a clock that runs against time within a day. It is less if one
// segment is out of place than if all that follow are of another list.
func (c *chain) backCost(i, j int) int64 {
	jump, cost := c.jump(i, j), Prices[BackInDay].Cost
	switch {
	case c.isDisplaced(i, j):
		return cost + jump/minutesToList
	case c.recurring != nil && c.recurring[i] > 0:
		return cost + newList // it repeats the first, and begins anywhere
	}
	return cost + newList + jump/minutesToList
}

// isDisplaced reports whether of two nodes with clocks one is a single segment without which the
// clock runs on.
func (c *chain) isDisplaced(i, j int) bool {
	x, y := &c.nodes[i], &c.nodes[j]
	if x.isSole() && (i == 0 || c.nodes[i-1].to >= 0 && !c.turned(i-1, j)) {
		return true
	}
	if !y.isSole() || j+1 == len(c.nodes) {
		return false
	}
	return c.nodes[j+1].from >= 0 && !c.turned(i, j+1)
}

// nightCost returns what it costs that a night lies between two clocks: the longer, the more, and
// the more the denser the clocks are.
func (c *chain) nightCost(i, j int) int64 {
	hole := dayMinutes - c.jump(i, j)
	return Prices[Midnight].Cost + 2*c.waitCost(hole)
}

// holeCost returns what the night costs between a clock and the date below it, at most that of a
// whole day. Between two dates it costs nothing: both are stated.
func (c *chain) holeCost(i, j int, days int64) int64 {
	x, y := &c.nodes[i], &c.nodes[j]
	if x.tellsDay() && y.tellsDay() || x.isHead || y.isHead || x.to < 0 || y.from < 0 ||
		c.endsInClocks {
		return 0
	}
	return 2 * c.waitCost(min(days*dayMinutes-c.jump(i, j), dayMinutes))
}

// denseRate is how many minutes are between entries from which on pauses cost less. Denser feeds
// pause as those with an entry an hour do.
const denseRate = 64

// waitCost returns what it costs that so many minutes of a day lie between two entries: 6 an hour,
// less where entries are rare.
func (c *chain) waitCost(minutes int64) int64 {
	return minutes * denseRate / (10 * max(c.rate, denseRate))
}
