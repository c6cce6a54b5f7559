package parser

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
)

// A context is what the whole document tells of the meaning of any stamp in it.
type context struct {
	p        *Parser
	base     feed.Date // the day from which clocks without a day are counted; zero: unknown
	dayFirst bool
	order    feed.Order
	stated   feedZone
}

// resolver returns a resolver of a text of its own, and the text's marks.
func (c *context) resolver(text string) (*resolver, []stamp.Candidate) {
	d := newDocument(c.p, feed.Source{Text: text})
	marks := d.scan()
	j := &judge{d: d, p: c.p, marks: marks, dayFirst: c.dayFirst, order: c.order}
	return &resolver{d: d, p: c.p, j: j, base: c.base, stated: c.stated}, marks
}

// meaning returns what a line means as a stamp, if its clock is of the given day where it tells none; the zero Stamp: nothing.
func (c *context) meaning(line string, day feed.Date) feed.Stamp {
	r, marks := c.resolver(line)
	k := -1
	for i := range marks {
		if k < 0 || marks[i].Tells() > marks[k].Tells() {
			k = i
		}
	}
	if k < 0 || marks[k].Fields.IsNoYear() || marks[k].MayBeRepeat() {
		return feed.Stamp{}
	}
	f := &marks[k].Fields
	if day.IsZero() {
		day = c.base
	}
	t := dated{date: r.near(f, c.base)}
	switch {
	case f.IsAge():
		t.date = r.agedDay(f)
	case f.HasClock() && !f.HasDay() && !f.HasDate():
		t.date = day
	}
	var e feed.Entry
	r.stamp(&e, &block{mark: int32(k)}, t)
	return e.Stamp
}

// layout says what the judge decided.
func (j *judge) layout() feed.Layout {
	l := feed.Layout{Container: j.container, Headers: len(j.headers), Below: j.below}
	if j.dayFirstBy != byNothing {
		l.DayFirst = feed.No
		if j.dayFirst {
			l.DayFirst = feed.Yes
		}
	}
	if j.main == nil {
		l.Evidence = j.evidence()
		return l
	}
	l.Place = j.place
	switch {
	case j.daily:
		l.Kind, l.Place, l.Headers = feed.DayHeaders, feed.NoPlace, len(j.main.marks)
	default:
		l.Kind = [...]feed.Kind{stamp.ClockFamily: feed.Clocks, stamp.StampFamily: feed.DateTimes, stamp.DateFamily: feed.Dates, stamp.CoarseFamily: feed.Dates, stamp.AgeFamily: feed.Ages, stamp.MatchFamily: feed.Minutes, stamp.ElapsedFamily: feed.Elapsed}[j.main.style.Family]
	}
	l.Evidence = j.evidence()
	return l
}

// evidence says what was weighed, the best first, five styles at most.
func (j *judge) evidence() []feed.Evidence {
	var all []feed.Evidence
	for _, s := range j.series[:min(5, len(j.series))] {
		n := len(s.marks)
		all = append(all, feed.Evidence{
			Style: s.style.String(), Line: int(j.marks[s.marks[0]].Line) + 1, Marks: n, InOrder: percent(s.ordered()), Content: s.content * 100 / n,
			Body: s.body * 100 / n, Coverage: percent(s.coverage), Score: int(s.score * 1000), Accepted: s.accepted,
		})
	}
	return all
}

func percent(share float64) int { return int(share*100 + 0.5) }
