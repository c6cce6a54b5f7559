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

// perEntry is the first of the features that mean something only where each timestamp has an entry of its own.
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
	for _, i := range m.j.main.marks {
		if holds(&m.j.Candidates[i]) {
			n++
		}
	}
	return share(n, m.stamps)
}

func (m *measure) lastUnit() *segmentUnit  { return &m.units[len(m.units)-1] }
func (m *measure) firstUnit() *segmentUnit { return &m.units[0] }

var features = [...]feature{
	// The set of timestamps.
	{"stamps", "how many timestamps", func(m *measure) int {
		if m.j.Daily {
			return 0
		}
		return min(logOf(m.stamps), 8000)
	}},
	{"one-stamp", "a single timestamp", func(m *measure) int { return flag01(m.stamps == 1 && !m.j.Daily) }},
	{"two-stamps", "two timestamps", func(m *measure) int { return flag01(m.stamps == 2 && !m.j.Daily) }},
	{"disorder", "neighbours against the order", func(m *measure) int { return share(m.against, m.fall+m.rise) }},
	{"any-disorder", "some neighbour is against the order", func(m *measure) int { return flag01(m.against > m.jumps) }},
	{"level", "neighbours of the same time", func(m *measure) int { return share(m.same, m.stamps-1) }},
	{"patterns", "different notations", func(m *measure) int { return 1000 * min(m.patterns()-1, 3) }},
	{"clocks", "timestamps with a clock", func(m *measure) int { return m.markShare(func(c *stamp.Candidate) bool { return c.Fields.HasClock() }) }},
	{"ages", "timestamps that are ages", func(m *measure) int { return m.markShare(func(c *stamp.Candidate) bool { return c.Fields.IsAge() }) }},
	{"updated", "timestamps labelled as updates", func(m *measure) int {
		return m.markShare(func(c *stamp.Candidate) bool { return c.Fields.Has&stamp.Updated != 0 })
	}},
	{"whole", "timestamps alone on their lines", func(m *measure) int {
		return m.markShare(func(c *stamp.Candidate) bool { return c.Place == stamp.Whole })
	}},
	{"left-in", "candidates inside the feed that are nothing", func(m *measure) int { return share(m.leftIn, m.leftIn+m.stamps) }},
	{"left-out", "candidates outside the feed that are nothing", func(m *measure) int { return share(m.leftOut, m.leftOut+m.stamps) }},
	{"headers", "date headers", func(m *measure) int { return min(logOf(len(m.j.Headers)), 5000) }},
	{"value", "the weight of the evidence by the rules", func(m *measure) int {
		if m.j.main == nil {
			return 0
		}
		return min(logOf(int(m.j.main.score*8)), 10000)
	}},
	{"ruled", "the rules would place these timestamps so", func(m *measure) int {
		return flag01(m.j.ruled && !m.j.byTheEnds && !m.j.Daily && !m.placed(feed.AtEnd, feed.Trailing))
	}},
	{"ruled-daily", "the rules would, for days of entries", func(m *measure) int { return flag01(m.j.ruled && m.j.Daily) }},
	// The ends of the feed.
	{"lead", "text above the feed", func(m *measure) int { return share(m.lead, m.text) }},
	{"no-lead", "the feed begins with the document", func(m *measure) int { return flag01(m.lead == 0) }},
	{"no-tail", "the feed ends with the document", func(m *measure) int { return flag01(m.tail == 0) }},
	{"open-end", "timestamps above, and nothing below the last", func(m *measure) int {
		return flag01(m.placed(feed.Above, feed.Between) && m.stamps > 1 && len(m.units) > 0 && m.lastEmpty())
	}},
	{"open-start", "timestamps below, and nothing above the first", func(m *measure) int {
		return flag01(m.placed(feed.BelowText, feed.AtEnd) && m.before.texts == 0)
	}},
	{"last-size", "the last entry is as long as the others", func(m *measure) int {
		if len(m.units) < 2 || m.lastEmpty() {
			return 500
		}
		return m.sizeRatio(len(m.units) - 1)
	}},
	{"first-size", "the first entry is as long as the others", func(m *measure) int {
		if len(m.units) < 2 {
			return 500
		}
		return m.sizeRatio(0)
	}},
	{"ends-near", "the end of the feed by the text is like entries", func(m *measure) int {
		return m.side() * (m.behind.near - m.before.near)
	}},
	{"ends-far", "the same of the line as far as entries are long", func(m *measure) int { return m.side() * (m.behind.far - m.before.far) }},
	{"ends-size", "the same of the size", func(m *measure) int { return m.side() * (m.behind.size - m.before.size) }},
	{"ends-known", "the same of lines that stand in other entries as well", func(m *measure) int { return m.side() * (m.behind.known - m.before.known) }},
	{"between-known", "timestamps between, and such lines at both ends", func(m *measure) int { return m.when(min(m.behind.known, m.before.known), feed.Between) }},
	{"between-near", "timestamps between, and lines at both ends that are like those of entries", func(m *measure) int { return m.when(min(m.behind.near, m.before.near), feed.Between) }},
	{"dividers", "dividers on the side where entries begin", func(m *measure) int { return m.speaksFor(m.dividers) }},
	{"dated", "date headers on the side where entries begin", func(m *measure) int { return m.speaksFor(m.dated) }},
	{"headed", "headings at the end of a gap where entries begin", func(m *measure) int {
		all := m.headed.above + m.headed.between
		if m.placed(feed.Between) {
			return share(m.headed.between-m.headed.above, all)
		}
		return share(m.headed.above-m.headed.between, all)
	}},
	{"left-fits", "candidates that are nothing and fit between their neighbours in time", func(m *measure) int { return share(m.leftFits, m.leftFits+m.stamps) }},
	{"leans", "blank lines on the side where entries begin", func(m *measure) int { return m.speaksFor(m.leans) }},
	{"side-clocks", "the side of the text: below clocks without a date", func(m *measure) int {
		return m.side() * m.markShare(func(c *stamp.Candidate) bool { return !c.Fields.HasDay() && !c.Fields.IsAge() })
	}},
	{"side-ages", "the side of the text: below ages", func(m *measure) int {
		return m.side() * m.markShare(func(c *stamp.Candidate) bool { return c.Fields.IsAge() && c.Place == stamp.Whole })
	}},
	{"side-running", "the side of running text: below the timestamps", func(m *measure) int { return m.side() * m.gapRunning }},
	{"side-single", "the side of entries of one line: below the timestamps", func(m *measure) int { return m.side() * flag01(m.gapLen == 1) }},
	{"side-closing", "the side of the text: below timestamps that end their lines", func(m *measure) int {
		return m.side() * m.markShare(func(c *stamp.Candidate) bool { return c.Place >= stamp.Closes && !c.Fields.IsAge() })
	}},
	{"open-running", "timestamps above running text, and nothing below the last", func(m *measure) int {
		if len(m.units) == 0 || m.stamps < 2 || !m.placed(feed.Above, feed.Between) || !m.lastEmpty() {
			return 0
		}
		return m.gapRunning
	}},
	{"between-none", "timestamps between, and no text above the first", func(m *measure) int { return m.when(flag01(m.before.texts == 0), feed.Between) }},
	{"last-alike", "the last entry begins as the others do", func(m *measure) int {
		if len(m.units) < 2 || m.lastEmpty() {
			return 500
		}
		return m.likeness(m.lastUnit().firstText, len(m.units)-1, firstText)
	}},
	{"last-ends-alike", "the last entry ends as the others do", func(m *measure) int {
		if len(m.units) < 2 || m.lastEmpty() {
			return 500
		}
		return m.likeness(m.lastUnit().lastText, len(m.units)-1, lastText)
	}},
	{"first-alike", "the first entry begins as the others do", func(m *measure) int {
		if len(m.units) < 2 {
			return 0
		}
		return m.likeness(m.firstUnit().firstText, 0, firstText)
	}},
	// The segments.
	{"empty", "timestamps without text", func(m *measure) int { return share(m.emptyUnits(), len(m.units)) }},
	{"size", "lines of text an entry", func(m *measure) int { return min(logOf(m.medianLen), 6000) }},
	{"longest", "the longest entry's share of the text", func(m *measure) int { return share(m.longest(), m.held) }},
	{"running", "entries that hold running text", func(m *measure) int { return m.shareOf(func(u *segmentUnit) bool { return u.bodies > 0 }) }},
	{"single", "entries of one line", func(m *measure) int { return m.shareOf(func(u *segmentUnit) bool { return u.texts == 1 }) }},
	{"covered-running", "running text that is in entries", func(m *measure) int {
		if m.body == 0 {
			return 1000
		}
		return share(m.heldBody, m.body)
	}},
	{"boundary-blanks", "blank lines between entries", func(m *measure) int { return m.boundaryBlanks() }},
	{"misleading-blanks", "blank lines inside, and none between", func(m *measure) int {
		return m.shareOf(func(u *segmentUnit) bool { return u.blanks > 0 }) * (1000 - m.boundaryBlanks()) / 1000
	}},
	{"heads", "entries that begin with a heading", func(m *measure) int {
		return m.shareOf(func(u *segmentUnit) bool { return m.look(u.firstText).Has(text.LookHeading) })
	}},
	{"titles", "entries that begin with a heading and have text below it", func(m *measure) int {
		return m.shareOf(func(u *segmentUnit) bool {
			return u.texts > 1 && m.look(u.firstText).Has(text.LookHeading) && !m.look(u.firstText).Has(text.LookRunning) && u.bodies > 0
		})
	}},
	{"ends-with-heading", "entries that end with a heading", func(m *measure) int {
		return m.shareOf(func(u *segmentUnit) bool {
			return u.texts > 1 && m.look(u.lastText).Has(text.LookHeading) && !m.look(u.lastText).Has(text.LookRunning)
		})
	}},
	{"ends-sentence", "entries that end a sentence", func(m *measure) int {
		return m.shareOf(func(u *segmentUnit) bool { return m.look(u.lastText).Has(text.LookEnded) })
	}},
	{"uniform-first", "entries begin with the same kind of line", func(m *measure) int { return m.uniform(firstText) }},
	{"uniform-last", "entries end with the same kind of line", func(m *measure) int { return m.uniform(lastText) }},
	{"repeated-last", "entries end with the same line", func(m *measure) int { return m.repeated(lastText) }},
	{"repeated-first", "entries begin with the same line", func(m *measure) int { return m.repeated(firstText) }},
	{"repeated-elsewhere", "first lines stand once more in the document", func(m *measure) int { return m.repeatedElsewhere() }},
	{"coherence", "first and last lines share words with their own entry", func(m *measure) int { return m.coherence() }},
	// The placement.
	{"daily", "date headers with days of entries", func(m *measure) int { return flag01(m.j.Daily) }},
	{"daily-stamps", "how many days", func(m *measure) int { return flag01(m.j.Daily) * min(logOf(m.stamps), 6000) / 1000 }},
	{"daily-one", "one day", func(m *measure) int { return flag01(m.j.Daily && m.stamps == 1) }},
	{"daily-running", "days with running text", func(m *measure) int {
		if !m.j.Daily {
			return 0
		}
		return m.shareOf(func(u *segmentUnit) bool { return u.bodies > 0 })
	}},
	{"daily-long", "days of more than twelve lines", func(m *measure) int { return flag01(m.j.Daily && m.medianLen > 12) }},
	{"daily-left", "days, and candidates inside them that are nothing", func(m *measure) int {
		return flag01(m.j.Daily) * share(m.leftIn, m.leftIn+m.stamps) / 1000
	}},
	{"above", "timestamps above", func(m *measure) int { return flag01(m.placed(feed.Above)) }},
	{"inline", "timestamps open the first line", func(m *measure) int { return flag01(m.placed(feed.Inline)) }},
	{"between", "timestamps between headline and text", func(m *measure) int { return flag01(m.placed(feed.Between)) }},
	{"below", "timestamps below", func(m *measure) int { return flag01(m.placed(feed.BelowText)) }},
	{"trailing", "timestamps end the headline", func(m *measure) int { return flag01(m.placed(feed.Trailing)) }},
	{"byline", "a byline shares the timestamps' lines", func(m *measure) int { return flag01(m.j.Byline) }},
	{"between-inline", "headlines over timestamps that open a line", func(m *measure) int {
		return flag01(m.placed(feed.Between) && m.j.main.style.Place == stamp.Opens && !m.j.Byline)
	}},
	{"between-bare", "timestamps between, and entries without a line above", func(m *measure) int {
		if !m.placed(feed.Between) {
			return 0
		}
		return m.shareOf(func(u *segmentUnit) bool { return u.stamp >= 0 && u.firstText >= u.stamp })
	}},
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
	for _, i := range m.j.main.marks {
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
		if inside && !entries && features[i].name != "covered" && features[i].name != "covered-running" {
			continue
		}
		v[i] = int32(features[i].count(m))
	}
	return v
}
