package dating

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"time"
)

// A Context is what the whole document says about the meaning of any timestamp in it.
type Context struct {
	AsOf        feed.AsOf
	Zone        *time.Location
	base        feed.Date // the day from which clocks without a day are counted; zero: unknown
	DayFirst    bool
	NewestFirst bool
	stated      FeedZone
}

// Resolver returns a resolver of a text of its own, and the text's marks.
func (c *Context) Resolver(text string) (*Resolver, []stamp.Candidate) {
	d, marks := stamp.Scan(feed.Source{Text: text})
	SettleNumbers(marks, c.AsOf, feed.Auto) // of the line's own dates: whether a year comes first
	in := Input{D: d, AsOf: c.AsOf, Zone: c.Zone, Candidates: marks, DayFirst: c.DayFirst,
		NewestFirst: c.NewestFirst}
	return &Resolver{In: in, base: c.base, Stated: c.stated}, marks
}

// Context returns what the document says about any timestamp in it.
func (r *Resolver) Context() *Context {
	c := &Context{AsOf: r.In.AsOf, Zone: r.In.Zone, base: r.base, DayFirst: r.In.DayFirst,
		NewestFirst: r.In.NewestFirst, stated: r.Stated}
	if c.base.IsZero() {
		c.base = r.baseYear()
	}
	return c
}

// Meaning returns the meaning of a line as a timestamp, with the given day if it has only a clock;
// the zero Stamp: none.
func (c *Context) Meaning(line string, day feed.Date) feed.Stamp {
	if stamp.Find(line) == nil {
		return feed.Stamp{} // most lines: they need no resolver
	}
	r, marks := c.Resolver(line)
	k := -1
	for i := range marks {
		if k < 0 || marks[i].CountFacts() > marks[k].CountFacts() {
			k = i
		}
	}
	if k < 0 || marks[k].Fields.IsNoYear() || marks[k].MayBeRepeat() || marks[k].OpensSentence() ||
		marks[k].IsLabelled() || marks[k].Fields.Has&stamp.Loose != 0 {
		return feed.Stamp{}
	}
	f := &marks[k].Fields
	if day.IsZero() {
		day = c.base
	}
	t := SegmentDay{date: r.Near(f, c.base)}
	switch {
	case f.IsAge():
		t.date = r.AgedDay(f)
	case f.HasClock() && !f.HasDay() && !f.HasDate():
		t.date = day
	}
	var e feed.Entry
	r.Stamp(&e, Segment{Mark: int32(k), Header: -1}, t)
	return e.Stamp
}
