package stamp

import (
	"slices"

	"newstimeline/parser/feed"
)

// What dotted numbers are is weighed by how likely each of them is as a clock, as a day and as a
// figure. Costs are in tenths of a bit: ten more is half as likely.

// A dottedMeaning is what the dotted numbers of a frame are.
type dottedMeaning uint8

const (
	dottedClock    dottedMeaning = iota
	dottedMonthDay               // 9.22 is 22 September
	dottedDayMonth               // 22.9 is
	dottedFigure                 // no time: a release, a price, a chapter
	dottedMeanings
)

// What numbers cost: the logarithms of how many there are to choose from.
const (
	ofMinutes = 59 // 60 minutes; hours and months cost the same: a document has few of each
	ofDays    = 50 // 31 days of a month
	ofFigures = 66 // 100 figures
	// impossible is what a number costs that cannot be such. One in a thousand is mistyped, or
	// happens to open a line; it may be any figure.
	impossible = 100 + ofFigures
	never      = 1 << 20

	nextMinute = 46 // one clock in 25 is of the minute after the one before
	nextDay    = 23 // one day in five is that after the one before

	// Steps in time: nine in ten go one way; what is no time goes either way.
	rightStep, wrongStep, anyStep = 2, 33, 10
	// One clock in eight and one day in six are those before.
	sameClock, sameDay = 30, 26
)

// dottedPrior is what is believed before anything is weighed: most dotted numbers at the head of a
// line are clocks.
var dottedPrior = [dottedMeanings]int{0, 70, 30, 60}

// sureDotted is how much less the best meaning costs than the next, if it is sure: one in twenty is
// wrong.
const sureDotted = 43

// judge returns what the dotted numbers of a frame are, and whether that is sure.
func (k *dottedKind) judge() (what dottedMeaning, isSure bool) {
	costs := k.weigh()
	for m := range costs {
		if costs[m] < costs[what] {
			what = dottedMeaning(m)
		}
	}
	isSure = true
	for m := range costs {
		isSure = isSure && (dottedMeaning(m) == what || costs[m]-costs[what] >= sureDotted)
	}
	return what, isSure
}

// weigh returns what each meaning costs. Before full dates the numbers are no days, and the clocks
// of different days come in any order.
func (k *dottedKind) weigh() (costs [dottedMeanings]int) {
	if k.frame.isBeforeDay {
		return [dottedMeanings]int{(ofMinutes + anyStep) * len(k.all), never, never,
			dottedPrior[dottedFigure] + k.figureCost()}
	}
	costs = dottedPrior
	costs[dottedClock] += k.clockCost()
	costs[dottedMonthDay] += k.dayCost(false)
	costs[dottedDayMonth] += k.dayCost(true)
	costs[dottedFigure] += k.figureCost()
	return costs
}

// clockCost returns what the numbers cost as clocks.
func (k *dottedKind) clockCost() int {
	all := 0
	for i := range k.all {
		n := &k.all[i]
		if n.first > 23 || n.second > 59 || n.figures < 2 || n.isDay {
			all += impossible
			continue
		}
		all += ofMinutes
		if i > 0 && isNext(n.minutes(), k.all[i-1].minutes()) {
			all += nextMinute - ofMinutes
		}
	}
	return all + k.orderCost(sameClock, (*dotted).minutes)
}

// isNext reports whether two numbers are one apart.
func isNext(a, b int) bool { return (a-b)*(a-b) == 1 }

// minutes returns the minute of the day that a number would be.
func (n *dotted) minutes() int { return int(n.first)*60 + int(n.second) }

// dayCost returns what the numbers cost as days. isDayFirst: the first part is the day.
func (k *dottedKind) dayCost(isDayFirst bool) int {
	cost, before := 0, 0
	number := func(n *dotted) int {
		day := n.dayAs(isDayFirst)
		return int(day.Month)*31 + int(day.Day)
	}
	for i := range k.all {
		n := &k.all[i]
		day := number(n)
		switch {
		case !n.dayAs(isDayFirst).Valid():
			cost += impossible
		case isNext(day, before):
			cost += nextDay
		default:
			cost += ofDays
		}
		before = day
	}
	return cost + k.orderCost(sameDay, number)
}

// dayAs returns the day, of a leap year, that a number would be.
func (n *dotted) dayAs(isDayFirst bool) feed.Date {
	if isDayFirst {
		return feed.Date{Year: 2000, Month: n.second, Day: n.first}
	}
	return feed.Date{Year: 2000, Month: n.first, Day: n.second}
}

// figureCost returns what the numbers cost as figures of another kind. They are in any order, or
// count chapters or releases from the first one on.
func (k *dottedKind) figureCost() int {
	cost := ofFigures*len(k.all) + anyStep*(len(k.all)-1)
	all := slices.Clone(k.all)
	for range 2 { // from above, and from below
		count := ofFigures
		if all[0].second > 1 {
			count += ofFigures // they begin in the middle
		}
		if all[0].first > 12 {
			count += ofFigures // few lists of chapters or releases are so long
		}
		for i := range all[1:] {
			if !all[i+1].follows(&all[i]) {
				count += ofFigures + nextDay
			}
		}
		cost = min(cost, count)
		slices.Reverse(all)
	}
	return cost
}

// follows reports whether a number may be the next after another, as chapters are counted.
func (n *dotted) follows(before *dotted) bool {
	return n.second == before.second+1 || n.first == before.first+1 && n.second <= 1
}

// orderCost returns what the order of the numbers costs, if they run one way in time. same is what
// one costs that is equal to the one before.
func (k *dottedKind) orderCost(same int, number func(*dotted) int) int {
	up, down, equal := 0, 0, 0
	for i := 1; i < len(k.all); i++ {
		switch step := number(&k.all[i]) - number(&k.all[i-1]); {
		case step > 0:
			up++
		case step < 0:
			down++
		default:
			equal++
		}
	}
	return anyStep + max(up, down)*rightStep + min(up, down)*wrongStep + equal*same
}
