package layout

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
)

// Features: what is counted of a reading, one row each.

// A feature is one thing that speaks for or against a reading.
type feature struct {
	name  string
	about string
	count func(m *measure) int // in thousandths
}

// perEntry is the first of the features that mean something only where each timestamp has an entry
// of its own.
const perEntry = "last-size"
const perEntryEnd = "daily"

func flag01(b bool) int {
	if b {
		return 1000
	}
	return 0
}

func (m *measure) placed(p ...feed.Place) bool {
	j := m.j
	if j.main == nil || j.Daily {
		return false
	}
	for _, x := range p {
		if j.Place == x {
			return true
		}
	}
	return false
}

// markShare returns the share of the timestamps of which something is true.
func (m *measure) markShare(holds func(c *stamp.Candidate) bool) int {
	if m.j.main == nil {
		return 0
	}
	n := 0
	for _, i := range m.j.main.stamps {
		if holds(&m.j.Candidates[i]) {
			n++
		}
	}
	return share(n, m.stamps)
}

func (m *measure) lastUnit() *segmentUnit { return &m.units[len(m.units)-1] }

var features = [...]feature{
	// The set of timestamps.
	{"stamps", "timestamps", func(m *measure) int {
		if m.j.Daily {
			return 0
		}
		return min(logOf(m.stamps), 8000)
	}},
	{"one-stamp", "signs that there is only one timestamp", func(m *measure) int {
		return flag01(m.stamps == 1 && !m.j.Daily)
	}},
	{"two-stamps", "signs that there are only two timestamps", func(m *measure) int {
		return flag01(m.stamps == 2 && !m.j.Daily)
	}},
	{"disorder", "timestamps out of order", func(m *measure) int {
		return share(m.against, m.fall+m.rise)
	}},
	{"any-disorder", "signs that at least one timestamp is out of order", func(m *measure) int {
		return flag01(m.against > m.jumps)
	}},
	{"level", "timestamps equal to the one before", func(m *measure) int {
		return share(m.same, m.stamps-1)
	}},
	{"clocks", "timestamps with a time of day", func(m *measure) int {
		return m.markShare(func(c *stamp.Candidate) bool { return c.Fields.HasClock() })
	}},
	{"ages", "timestamps that are ages, such as “2h ago”", func(m *measure) int {
		return m.markShare(func(c *stamp.Candidate) bool { return c.Fields.IsAge() })
	}},
	{"updated", "timestamps labelled as updates", func(m *measure) int {
		return m.markShare(func(c *stamp.Candidate) bool { return c.Fields.Has&stamp.Updated != 0 })
	}},
	{"whole", "timestamps alone on their line", func(m *measure) int {
		return m.markShare(func(c *stamp.Candidate) bool { return c.Place == stamp.Whole })
	}},
	{"left-in", "unused dates and times inside the feed", func(m *measure) int {
		return share(m.leftIn, m.leftIn+m.stamps)
	}},
	{"left-out", "unused dates and times outside the feed", func(m *measure) int {
		return share(m.leftOut, m.leftOut+m.stamps)
	}},
	{"headers", "date headers", func(m *measure) int { return min(logOf(len(m.j.Headers)), 5000) }},
	{"value", "evidence that these are timestamps of entries", func(m *measure) int {
		if m.j.main == nil {
			return 0
		}
		return min(logOf(int(m.j.main.score*8)), 10000)
	}},
	{"ruled", "agreement with the usual place of such timestamps", func(m *measure) int {
		return flag01(m.j.ruled && !m.j.byTheEnds && !m.j.Daily &&
			!m.placed(feed.AtEnd, feed.Trailing))
	}},
	{"ruled-daily", "agreement with the usual look of headers of days", func(m *measure) int {
		return flag01(m.j.ruled && m.j.Daily)
	}},
	// The ends of the feed.
	{"lead", "text above the feed", func(m *measure) int { return share(m.lead, m.text) }},
	{"no-tail", "signs that the feed ends at the bottom", func(m *measure) int {
		return flag01(m.tail == 0)
	}},
	{"open-end", "signs that the last entry lacks its text", func(m *measure) int {
		return flag01(m.placed(feed.Above, feed.Between) && m.stamps > 1 && len(m.units) > 0 &&
			m.lastEmpty())
	}},
	{"open-start", "signs that the first entry lacks its text", func(m *measure) int {
		return flag01(m.placed(feed.BelowText, feed.AtEnd) && m.before.texts == 0)
	}},
	{"last-size", "likeness in length of the last entry to the others", func(m *measure) int {
		if len(m.units) < 2 || m.lastEmpty() {
			return 500
		}
		return m.sizeRatio(len(m.units) - 1)
	}},
	{"first-size", "likeness in length of the first entry to the others", func(m *measure) int {
		if len(m.units) < 2 {
			return 500
		}
		return m.sizeRatio(0)
	}},
	{"ends-near", "likeness of the lines at the ends to lines of entries", func(m *measure) int {
		return m.side() * (m.behind.near - m.before.near)
	}},
	{"topped", "the top date header right above a timestamp", func(m *measure) int {
		return m.besideTop()
	}},
	{"between-known", "lines at both ends that also occur in entries", func(m *measure) int {
		return m.when(min(m.behind.known, m.before.known), feed.Between)
	}},
	{"dated", "date headers where entries begin", func(m *measure) int {
		return m.speaksFor(m.dated)
	}},
	{"left-fits", "unused dates and times that would fit the order", func(m *measure) int {
		return share(m.leftFits, m.leftFits+m.stamps)
	}},
	{"leans", "blank lines where entries begin", func(m *measure) int {
		return m.speaksFor(m.leans)
	}},
	{"side-clocks", "text below clocks that have no date", func(m *measure) int {
		return m.side() * m.markShare(func(c *stamp.Candidate) bool {
			return !c.Fields.HasDay() && !c.Fields.IsAge()
		})
	}},
	{"side-ages", "text below ages, such as “2h ago”", func(m *measure) int {
		return m.side() * m.markShare(func(c *stamp.Candidate) bool {
			return c.Fields.IsAge() && c.Place == stamp.Whole
		})
	}},
	{"side-closing", "text below timestamps that end their line", func(m *measure) int {
		return m.side() * m.markShare(func(c *stamp.Candidate) bool {
			return c.Place >= stamp.Closes && !c.Fields.IsAge()
		})
	}},
	{"between-none", "signs that the first entry lacks its headline", func(m *measure) int {
		return m.when(flag01(m.before.texts == 0), feed.Between)
	}},
	// The segments.
	{"empty", "timestamps without text", func(m *measure) int {
		return share(m.emptyUnits(), len(m.units))
	}},
	{"size", "lines per entry", func(m *measure) int { return min(logOf(m.medianLen), 6000) }},
	{"longest", "text in the longest entry", func(m *measure) int {
		return share(m.longest(), m.held)
	}},
	{"running", "entries with paragraphs", func(m *measure) int {
		return m.shareOf(func(u *segmentUnit) bool { return u.bodies > 0 })
	}},
	{"boundary-blanks", "blank lines between entries", func(m *measure) int {
		return m.boundaryBlanks()
	}},
	{"misleading-blanks", "blank lines within entries and none between them", func(m *measure) int {
		blank := m.shareOf(func(u *segmentUnit) bool { return u.blanks > 0 })
		return blank * (1000 - m.boundaryBlanks()) / 1000
	}},
	{"heads", "entries that begin with a heading", func(m *measure) int {
		return m.shareOf(func(u *segmentUnit) bool {
			return m.look(u.firstText).Has(text.LookHeading)
		})
	}},
	{"titles", "entries that begin with a heading followed by text", func(m *measure) int {
		return m.shareOf(func(u *segmentUnit) bool {
			return u.texts > 1 && m.isHeading(u.firstText) && u.bodies > 0
		})
	}},
	{"ends-with-heading", "entries that end with a heading", func(m *measure) int {
		return m.shareOf(func(u *segmentUnit) bool {
			return u.texts > 1 && m.isHeading(u.lastText)
		})
	}},
	{"ends-sentence", "entries that end with a complete sentence", func(m *measure) int {
		return m.shareOf(func(u *segmentUnit) bool {
			return m.look(u.lastText).Has(text.LookEnded)
		})
	}},
	{"uniform-first", "entries that begin with the same kind of line", func(m *measure) int {
		return m.uniform(firstText)
	}},
	{"repeated-last", "entries that end with the same line", func(m *measure) int {
		return m.repeated(lastText)
	}},
	{"coherence", "words that first and last lines share with their entry", func(m *measure) int {
		return m.coherence()
	}},
	// The placement.
	{"daily", "signs that each date header covers a day of entries", func(m *measure) int {
		return flag01(m.j.Daily)
	}},
	{"daily-stamps", "days", func(m *measure) int {
		return flag01(m.j.Daily) * min(logOf(m.stamps), 6000) / 1000
	}},
	{"daily-one", "signs that all entries are of one day", func(m *measure) int {
		return flag01(m.j.Daily && m.stamps == 1)
	}},
	{"daily-running", "days with paragraphs", func(m *measure) int {
		if !m.j.Daily {
			return 0
		}
		return m.shareOf(func(u *segmentUnit) bool { return u.bodies > 0 })
	}},
	{"daily-long", "days of more than twelve lines", func(m *measure) int {
		return flag01(m.j.Daily && m.medianLen > 12)
	}},
	{"daily-left", "unused dates and times within days", func(m *measure) int {
		return flag01(m.j.Daily) * share(m.leftIn, m.leftIn+m.stamps) / 1000
	}},
	{"above", "timestamps above their entries", func(m *measure) int {
		return flag01(m.placed(feed.Above))
	}},
	{"inline", "timestamps that open the first line of their entries", func(m *measure) int {
		return flag01(m.placed(feed.Inline))
	}},
	{"between", "timestamps between headline and text", func(m *measure) int {
		return flag01(m.placed(feed.Between))
	}},
	{"below", "timestamps below their entries", func(m *measure) int {
		return flag01(m.placed(feed.BelowText))
	}},
	{"trailing", "timestamps that end the headline", func(m *measure) int {
		return flag01(m.placed(feed.Trailing))
	}},
}

// isHeading reports whether line i may be a headline and is no running text.
func (m *measure) isHeading(i int) bool {
	l := m.look(i)
	return l.Has(text.LookHeading) && !l.Has(text.LookRunning)
}

// side says on which side of a timestamp its text is: 1 below, -1 above, 0 on both.
func (m *measure) side() int {
	switch {
	case m.placed(feed.Above, feed.Trailing, feed.Inline):
		return 1
	case m.placed(feed.BelowText, feed.AtEnd):
		return -1
	}
	return 0
}

// besideTop says whether the placement agrees with what is between the top date header and the
// first timestamp: 1000 if so, -1000 if not.
func (m *measure) besideTop() int {
	v := 1000 * (m.topped.above - m.topped.below)
	switch {
	case m.placed(feed.Above, feed.Inline):
		return v
	case m.placed(feed.BelowText, feed.AtEnd, feed.Between):
		return -v
	}
	return 0
}

// when returns a value where the timestamps are placed so, else 0.
func (m *measure) when(v int, p feed.Place) int {
	if !m.placed(p) {
		return 0
	}
	return v
}

func (m *measure) lastEmpty() bool {
	last := m.lastUnit()
	return last.texts == 0 || m.placed(feed.Between) && last.lastText <= last.stamp
}

func (m *measure) emptyUnits() int {
	n := max(0, m.stamps-len(m.blocks))
	for k := range m.units {
		if m.units[k].texts == 0 {
			n++
		}
	}
	return n
}

func (m *measure) longest() int {
	n := 0
	for k := range m.units {
		n = max(n, m.units[k].texts)
	}
	return n
}

func (m *measure) patterns() int {
	if m.j.main == nil {
		return 1
	}
	var seen []stamp.Style
	for _, i := range m.j.main.stamps {
		k := m.j.Candidates[i].Style()
		known := false
		for _, s := range seen {
			known = known || s == k
		}
		if !known {
			if seen = append(seen, k); len(seen) > 4 {
				break
			}
		}
	}
	return len(seen)
}

// features returns the values of all features of a reading.
func (m *measure) features() (v [len(features)]int32) {
	entries := m.j.main != nil && !m.j.Daily
	inside := false
	for i := range features {
		switch features[i].name {
		case perEntry:
			inside = true
		case perEntryEnd:
			inside = false
		}
		if inside && !entries {
			continue
		}
		v[i] = int32(features[i].count(m))
	}
	return v
}
