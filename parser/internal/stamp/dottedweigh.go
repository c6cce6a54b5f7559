package stamp

import "newstimeline/parser/feed"

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
	ofRound   = 36 // 12 minutes that five divides, where all are such
	ofDays    = 50 // 31 days of a month
	ofMonths  = 40 // 12 months, and the day costs a little more than an hour
	ofFigures = 66 // 100 figures
	// impossible is what a number costs that cannot be such. One in a thousand is mistyped, or
	// happens to open a line; it may be any figure.
	impossible = 100 + ofFigures
	never      = 1 << 20

	nextMinute = 46 // one clock in 25 is of the minute after the one before
	nextDay    = 23 // one day in five is that after the one before
	nextFigure = 3  // nearly all, where they count
	largePart  = 33 // one list of chapters or releases in ten goes beyond twelve
	atNight    = 18 // one clock in 15 is before six, where each is of another day

	// Steps in time: nine in ten go one way; what is no time goes either way.
	rightStep, wrongStep, anyStep = 2, 33, 10
	// One clock in eight and one day in six are those before.
	sameClock, sameDay = 30, 26
	// mixedStyle is what "9.05" and "09.5" cost as days: these are padded alike.
	mixedStyle = 30
)

// What is believed before anything is weighed: most dotted numbers at the head of a line are
// clocks. Writing of East Asia has colons or signs in its clocks, and the month first.
var (
	dottedPrior     = [dottedMeanings]int{0, 70, 30, 60}
	dottedPriorEast = [dottedMeanings]int{40, 0, 70, 60}
)

const (
	otherClocks  = 20 // clocks are written otherwise in the document
	sameClocks   = 30 // clocks are written with dots where a word marks them
	headedClock  = 60 // a day stands between: it dates clocks, and no days
	releasePrior = 30 // one number in eight before a full date is a release
	// sureDotted is how much less the best meaning costs than the next, if it is sure: one in
	// twenty is wrong.
	sureDotted = 43
)

// dottedAround is what a document has besides dotted numbers.
type dottedAround struct {
	others, dotted int     // clocks with other signs; clocks with dots that are sure
	days           []int32 // lines that are days
}

// add adds the candidates of a line.
func (a *dottedAround) add(candidates []Candidate) {
	for i := range candidates {
		m := &candidates[i]
		f := &m.Fields
		switch {
		case f.Notation == DotClock:
			a.dotted++
		case f.Notation == ColonClock:
			a.others++
		case m.Place == Whole && f.HasDay() && !f.HasClock():
			a.days = append(a.days, m.Line)
		}
	}
}

// judge returns what the dotted numbers of a frame are, and whether that is sure. Where a full date
// is behind all but a few, they are figures.
func (k *dottedKind) judge(a *dottedAround) (what dottedMeaning, isSure bool) {
	dated := 0
	for i := range k.all {
		if k.all[i].isDated {
			dated++
		}
	}
	if 10*dated >= 9*len(k.all) {
		return dottedFigure, true
	}
	costs := k.weigh(a)
	if k.frame.isBeforeDay {
		costs = k.weighBeforeDays()
	}
	for m := range costs {
		if costs[m] < costs[what] {
			what = dottedMeaning(m)
		}
	}
	isSure = true
	for m := range costs {
		isSure = isSure && (dottedMeaning(m) == what || costs[m]-costs[what] >= sureDotted)
	}
	if what == dottedFigure && !isSure {
		return dottedClock, false
	}
	return what, isSure
}

// weigh returns what each meaning costs.
func (k *dottedKind) weigh(a *dottedAround) (costs [dottedMeanings]int) {
	costs = dottedPrior
	east := 0
	for i := range k.all {
		if k.all[i].isUnspaced {
			east++
		}
	}
	if 2*east > len(k.all) {
		costs = dottedPriorEast
	}
	costs[dottedClock] += k.clockCost()
	costs[dottedMonthDay] += k.dayCost(false)
	costs[dottedDayMonth] += k.dayCost(true)
	costs[dottedFigure] += k.figureCost()
	if a.others > 0 {
		costs[dottedClock] += otherClocks
	}
	for m := dottedMonthDay; m <= dottedFigure; m++ {
		if a.dotted > 0 {
			costs[m] += sameClocks
		}
		if m != dottedFigure && k.holdsDay(a) {
			costs[m] += headedClock
		}
	}
	return costs
}

// weighBeforeDays returns what each meaning costs where a full date is behind each number. The
// clocks of different days come in any order; releases come as their days do.
func (k *dottedKind) weighBeforeDays() (costs [dottedMeanings]int) {
	costs[dottedMonthDay], costs[dottedDayMonth] = never, never
	clocks, figures := ofMinutes*len(k.all), ofFigures*len(k.all)
	for i := range k.all {
		if k.all[i].first < earlyHour {
			clocks += atNight
		}
		if i == 0 {
			continue
		}
		a, b := &k.all[i-1], &k.all[i]
		step := (int64(b.first)-int64(a.first))*100 + int64(b.second) - int64(a.second)
		switch days := b.day - a.day; {
		case days == 0:
			clocks, figures = clocks+rightStep, figures+anyStep
		case days*step > 0:
			clocks, figures = clocks+anyStep, figures+rightStep
		default:
			clocks, figures = clocks+anyStep, figures+wrongStep
		}
	}
	costs[dottedClock] = clocks
	costs[dottedFigure] = releasePrior + min(figures, k.figureCost())
	return costs
}

// holdsDay reports whether a line that is a day stands among those of the frame.
func (k *dottedKind) holdsDay(a *dottedAround) bool {
	from, to := k.all[0].line, k.all[len(k.all)-1].line
	for _, i := range a.days {
		if from < int(i) && int(i) < to {
			return true
		}
	}
	return false
}

// clockCost returns what the numbers cost as clocks.
func (k *dottedKind) clockCost() int {
	all, round := 0, anyStep
	for i := range k.all {
		n := &k.all[i]
		if n.first > 23 || n.second > 59 || n.figures < 2 || n.isDay {
			all, round = all+impossible, round+impossible
			continue
		}
		all += ofMinutes
		if i > 0 {
			if step := n.minutes() - k.all[i-1].minutes(); step == 1 || step == -1 {
				all += nextMinute - ofMinutes
			}
		}
		if round += ofRound; n.second%5 != 0 {
			round += impossible
		}
	}
	return min(all, round) + k.orderCost(sameClock, (*dotted).minutes)
}

// minutes returns the minute of the day that a number would be.
func (n *dotted) minutes() int { return int(n.first)*60 + int(n.second) }

// dayCost returns what the numbers cost as days. isDayFirst: the first part is the day.
func (k *dottedKind) dayCost(isDayFirst bool) int {
	cost, each, before := 0, ofDays, 0
	if isDayFirst {
		each = ofMonths
	}
	number := func(n *dotted) int {
		month, day := n.dayAs(isDayFirst)
		return int(month)*31 + int(day)
	}
	isBare, isPadded := false, false
	for i := range k.all {
		n := &k.all[i]
		month, day := n.dayAs(isDayFirst)
		step := number(n) - before
		before += step
		switch {
		case month < 1 || month > 12 || day < 1 || int(day) > feed.DaysIn(0, int(month)):
			cost += impossible
		case i > 0 && (step == 1 || step == -1):
			cost += nextDay
		default:
			cost += each
		}
		isPadded = isPadded || n.second < 10 && n.figures == 2 || n.isPadded
		isBare = isBare || n.second < 10 && n.figures == 1 || n.first < 10 && !n.isPadded &&
			!isDayFirst
	}
	if isBare && isPadded {
		cost += mixedStyle
	}
	return cost + k.orderCost(sameDay, number)
}

// dayAs returns the month and the day that a number would be.
func (n *dotted) dayAs(isDayFirst bool) (month, day int8) {
	if isDayFirst {
		return n.second, n.first
	}
	return n.first, n.second
}

// figureCost returns what the numbers cost as figures of another kind. They are in any order, or
// count chapters or releases from the first one on.
func (k *dottedKind) figureCost() int {
	steps := len(k.all) - 1
	cost := ofFigures*len(k.all) + anyStep*steps
	for _, way := range []int{1, -1} {
		begin := &k.all[0]
		if way < 0 {
			begin = &k.all[steps]
		}
		count := ofFigures
		if begin.second > 1 {
			count += ofFigures // they begin in the middle
		}
		if begin.first > 12 {
			count += largePart
		}
		for i := 1; i <= steps; i++ {
			from, to := &k.all[i-1], &k.all[i]
			if way < 0 {
				from, to = to, from
			}
			if count += nextFigure; !to.follows(from) {
				count += ofFigures + nextDay
			}
		}
		cost = min(cost, count)
	}
	return cost
}

// follows reports whether a number is the next after another, as chapters are counted.
func (n *dotted) follows(before *dotted) bool {
	return n.first == before.first && n.second == before.second+1 ||
		n.first == before.first+1 && n.second <= 1
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
