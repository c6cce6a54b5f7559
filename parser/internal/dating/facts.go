package dating

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/parallel"
)

// Where a day is from, and how sure it is.

// settle gives every day its facts and its confidence.
func (a *Answer) settle(p *Problem) {
	best := a.chains[0]
	for i := range a.Heads {
		a.Heads[i].Confidence = confidence(a.Heads[i].Margin)
	}
	above, below := best.nearestYears()
	parallel.Pieces(len(p.Segments), func(from, to int) {
		for i := from; i < to; i++ {
			t := &a.Segments[i]
			t.Confidence = confidence(t.Margin)
			if t.Day != None {
				a.source(best, &p.Segments[i], t, above[i], below[i])
			}
		}
	})
	for i := range a.Heads {
		if a.Heads[i].Day != None {
			a.Heads[i].Year, a.Heads[i].From = yearOf(best, &p.Heads[i]), feed.FromStamp
		}
	}
}

// nearestYears returns for each segment the nearest one that states its year, from itself up and
// from itself down; -1: none.
func (c *chain) nearestYears() (above, below []int32) {
	n := len(c.p.Segments)
	above, below = make([]int32, n), make([]int32, n)
	last := int32(-1)
	for i := range n {
		if c.statesYear(&c.p.Segments[i]) {
			last = int32(i)
		}
		above[i] = last
	}
	last = -1
	for i := n - 1; i >= 0; i-- {
		if above[i] == int32(i) {
			last = int32(i)
		}
		below[i] = last
	}
	return above, below
}

// statesYear reports whether the timestamp of a segment, or its header, gives its year. It states
// it, or its weekday or 29 February is of few years.
func (c *chain) statesYear(s *Stamped) bool {
	return yearOf(c, &s.Stamp) != feed.FromNothing ||
		s.Head >= 0 && yearOf(c, &c.p.Heads[s.Head]) != feed.FromNothing
}

// source returns the origin of a segment's day. above and below are the nearest segments with a
// full date.
func (a *Answer) source(c *chain, s *Stamped, t *SolvedDay, above, below int32) {
	switch {
	case s.IsFixed:
		t.Year, t.From = feed.FromCapture, feed.FromCapture
	case s.Day != 0 || s.Month != 0 || s.Year != 0:
		t.From = feed.FromStamp
		if t.Year = yearOf(c, &s.Stamp); s.Year == 0 && s.Head >= 0 && c.p.Heads[s.Head].Year != 0 {
			t.Year = feed.FromHeader
		}
	case s.Head >= 0:
		t.From, t.Year = feed.FromHeader, yearOf(c, &c.p.Heads[s.Head])
		if t.Year == feed.FromStamp {
			t.Year = feed.FromHeader
		}
	case c.p.Lead != None:
		t.From, t.Year = feed.FromLead, feed.FromLead
	default:
		t.From = feed.FromNothing
	}
	if t.Year == feed.FromNothing || t.From == feed.FromNothing {
		t.borrow(a, c, above, below)
	}
}

// borrow returns the origin of a year, or a day, that is taken from the nearest full date. That is
// of a segment, or of the capture or the page.
func (t *SolvedDay) borrow(a *Answer, c *chain, above, below int32) {
	best, fact, by := Day(infinite), feed.FromDocument, int32(-1)
	near := func(d Day, f feed.Fact, n int32) {
		if d == None {
			return
		}
		if far := max(d-t.Day, t.Day-d); far < best {
			best, fact, by = far, f, n
		}
	}
	for _, n := range [...]int32{above, below} {
		if n >= 0 {
			near(a.Segments[n].Day, feed.FromEntry, n)
		}
	}
	near(c.p.Page, feed.FromPage, -1)
	if c.p.CaptureNamed {
		near(c.p.Capture, feed.FromDocument, -1)
	} else {
		near(c.p.Capture, feed.FromCapture, -1)
	}
	if t.Year == feed.FromNothing {
		t.Year = fact
	}
	if t.From == feed.FromNothing {
		t.From = fact
	}
	t.By = by
}

// yearOf returns what gave the year of a timestamp with a day, if it or its calendar did.
func yearOf(c *chain, s *Stamp) feed.Fact {
	_, month, day, _ := c.read(s)
	switch {
	case s.IsFixed:
		return feed.FromCapture
	case s.Year != 0:
		return feed.FromStamp
	case s.Weekday != 0 && s.Day != 0:
		return feed.FromWeekday
	case month == 2 && day == 29:
		return feed.FromLeapDay
	}
	return feed.FromNothing
}

// confidences holds, for each margin in steps of marginStep, how often in a hundred the cheapest
// day was the right one. It was counted on 60,000 problems of the generator in generate_test.go,
// and may only rise.
var confidences = [...]int8{50, 81, 82, 82, 82, 82, 82, 87, 92, 93, 93, 98, 98, 99}

const marginStep = 20

// confidence returns how sure a day is whose next best costs so much more, in percent.
func confidence(margin int64) int8 {
	if margin >= infinite {
		return 100 // there is no other
	}
	return confidences[min(max(margin, 0)/marginStep, int64(len(confidences)-1))]
}
