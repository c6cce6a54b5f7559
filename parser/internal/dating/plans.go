package dating

// Plans: a programme or an itinerary tells what is to come. Its dates without a year are after its
// capture, all of them or none, so that is decided once for the document.

// planReach is how many days a plan reaches beyond its capture: a date without a year that is
// further away is of that year.
const planReach = 366

// plans returns the problem as it is and, where something speaks for it, as that of a plan.
func (p *Problem) plans() []*Problem {
	if !p.mayPlan() {
		return []*Problem{p}
	}
	q := *p
	q.isPlan = true
	return []*Problem{p, &q}
}

// today is the day after which a plan is: that of the capture, else that of the page.
func (p *Problem) today() Day {
	if p.Capture != None {
		return p.Capture
	}
	return p.Page
}

// mayPlan reports whether dates without a year may be ahead. A weekday that they have, or the lines
// above the feed, can tell that. Without these, dates that have just passed are as good.
func (p *Problem) mayPlan() bool {
	if p.today() == None {
		return false
	}
	named := p.namesPlan()
	for i := range p.Segments {
		if p.Segments[i].mayBeAhead(named) {
			return true
		}
	}
	for i := range p.Heads {
		if p.Heads[i].mayBeAhead(named) {
			return true
		}
	}
	return false
}

// namesPlan reports whether the lines above the feed name the year of the capture, or a later one.
func (p *Problem) namesPlan() bool { return int(p.HeadYear) >= p.today().Year() }

// mayBeAhead reports whether a stamp has no year, and a weekday if the document names none.
func (s *Stamp) mayBeAhead(named bool) bool {
	return s.Year == 0 && s.Month != 0 && (named || s.Weekday != 0)
}

// isPlanned reports whether a date without a year is of a day ahead, as a plan's may be. It must be
// of the year that the lines above the feed name.
func (p *Problem) isPlanned(s *Stamp, d Day) bool {
	return p.isPlan && s.Month != 0 && d > p.today() && d <= p.today()+planReach &&
		(!p.namesPlan() || d.Year() == int(p.HeadYear))
}

// planCost returns what it costs that the document is a plan: less if its year is named.
func (p *Problem) planCost(b *bill) int64 {
	switch {
	case !p.isPlan:
		return 0
	case p.namesPlan():
		return b.part(PlansAhead, namedPlan)
	}
	return b.price(PlansAhead)
}
