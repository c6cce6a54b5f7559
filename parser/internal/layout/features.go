package layout

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"slices"
)

// Features: what is counted of a reading, one row each.

// A feature is one thing that speaks for or against a reading.
type feature struct {
	name  string
	about string
	count func(m *measure) int // in thousandths
}

// longDay is how many lines a day has at most that may be a single entry.
const longDay = 12

func flag01(b bool) int {
	if b {
		return full
	}
	return 0
}

func (m *measure) placed(p ...feed.Place) bool {
	return m.j.main != nil && slices.Contains(p, m.place())
}

// place returns the placement of the timestamps. Date headers are above, or below, a day's entries.
func (m *measure) place() feed.Place {
	switch {
	case !m.j.Daily:
		return m.j.Place
	case m.j.Below:
		return feed.BelowText
	}
	return feed.Above
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
	{"stamps", "timestamps with text", func(m *measure) int {
		return logOf(m.dating())
	}},
	{"one-stamp", "signs that there is only one timestamp", func(m *measure) int {
		return flag01(m.stamps == 1 && !m.j.Daily)
	}},
	{"left-by-one", "dates and times that a single timestamp leaves unused", func(m *measure) int {
		if m.stamps != 1 {
			return 0
		}
		return logOf(m.leftOut)
	}},
	{"disorder", "timestamps out of order", func(m *measure) int {
		return share(m.against, m.fall+m.rise)
	}},
	{"any-disorder", "signs that at least one timestamp is out of order", func(m *measure) int {
		return flag01(m.against > m.jumps)
	}},
	{"clocks", "timestamps with a time of day", func(m *measure) int {
		return m.markShare(func(c *stamp.Candidate) bool { return c.Fields.HasClock() })
	}},
	{"ages", "timestamps that are ages, such as “2h ago”", func(m *measure) int {
		return m.markShare(func(c *stamp.Candidate) bool { return c.Fields.IsAge() })
	}},
	{"updated", "timestamps labelled as updates", func(m *measure) int {
		return m.updates()
	}},
	{"whole", "timestamps alone on their line", func(m *measure) int {
		return m.markShare(func(c *stamp.Candidate) bool { return c.Place == stamp.Whole })
	}},
	{"left-in", "unused dates and times inside the feed", func(m *measure) int {
		return share(m.leftIn, m.leftIn+m.stamps)
	}},
	{"left-apart", "unused times that open or fill a line inside the feed", func(m *measure) int {
		return share(m.leftSetOff, m.leftSetOff+m.stamps)
	}},
	{"left-falling", "unused clocks at the start of lines that run down, as no plan does",
		func(m *measure) int {
			if m.leftRises > 0 || m.leftFalls < 2 {
				return 0
			}
			return logOf(m.leftFalls)
		}},
	{"around-plan", "text around clocks that open lines and run up, as those of a plan",
		func(m *measure) int { return m.aroundPlan() }},
	{"left-out", "unused dates and times outside the feed", func(m *measure) int {
		return share(m.leftOut, m.leftOut+m.stamps)
	}},
	{"kept", "timestamps that could be of an index or a list behind the feed", func(m *measure) int {
		return flag01(m.j.keeps)
	}},
	{"headers", "date headers", func(m *measure) int { return logOf(len(m.j.Headers)) }},
	// The ends of the feed.
	{"no-tail", "signs that the feed ends at the bottom", func(m *measure) int {
		return flag01(m.tail == 0)
	}},
	{"open-start", "signs that the first entry lacks its text", func(m *measure) int {
		return flag01(m.placed(feed.BelowText, feed.AtEnd) && m.before.texts == 0)
	}},
	{"foot-below", "lines below the last timestamp that end other entries", func(m *measure) int {
		return m.footBelow()
	}},
	{"shifted", "signs that the text of all entries is on the other side", func(m *measure) int {
		return flag01(m.isShifted())
	}},
	{"unnamed-last", "entries below timestamps that begin with a name, but for the last",
		func(m *measure) int {
			if !m.unnamed || m.j.Daily {
				return 0
			}
			return m.side() * full
		}},
	{"last-size", "likeness in length of the last entry to the others", func(m *measure) int {
		if len(m.units) < 2 || m.lastEmpty() {
			return even
		}
		return m.sizeRatio(len(m.units) - 1)
	}},
	{"first-size", "likeness in length of the first entry to the others", func(m *measure) int {
		if len(m.units) < 2 {
			return even
		}
		return m.sizeRatio(0)
	}},
	{"ends-near", "likeness of the lines at the ends to lines of entries", func(m *measure) int {
		return m.endsNear()
	}},
	{"ends-fit", "lines at the ends where the entries have such",
		func(m *measure) int { return m.endsFit() }},
	{"topped", "the top date header right above a timestamp", func(m *measure) int {
		return m.besideTop()
	}},
	{"left-fits", "unused dates and times that would fit the order", func(m *measure) int {
		return share(m.leftFits, m.leftFits+m.stamps)
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
		return m.side() * m.markShare(m.isClosing)
	}},
	{"side-labelled", "text below timestamps that begin with a label, such as “posted by”",
		func(m *measure) int {
			return m.side() * m.markShare(m.isLabelled)
		}},
	{"side-wordy", "text below long timestamps that name nobody, alone on their line",
		func(m *measure) int {
			return m.side() * m.markShare(m.isWordy)
		}},
	{"side-colon", "text below timestamps that end with a colon, alone on their line",
		func(m *measure) int {
			return m.side() * m.markShare(m.announces)
		}},
	{"named", "text below timestamps that have a name in their line", func(m *measure) int {
		return m.nameSide() * m.markShare(hasName)
	}},
	{"byline", "agreement on whether a byline shares the line", func(m *measure) int {
		return m.bylineFits()
	}},
	{"bare-bylines", "bylines without text", func(m *measure) int {
		return m.shareOf(m.isBareByline)
	}},
	{"dividers", "dividing lines between entries, and not within", func(m *measure) int {
		return m.dividers()
	}},
	{"controls", "controls of the page between entries, and not within", func(m *measure) int {
		return m.controls()
	}},
	// The segments.
	{"empty", "timestamps without text", func(m *measure) int {
		return share(m.emptyUnits(), len(m.units))
	}},
	{"size", "lines per entry", func(m *measure) int { return logOf(m.medianLen) }},
	{"longest", "text in the longest entry", func(m *measure) int {
		return share(m.longest(), m.held)
	}},
	{"outsized", "text in entries many times longer than most", func(m *measure) int {
		return share(m.outsized(), m.held)
	}},
	{"running", "entries with paragraphs", func(m *measure) int {
		return m.shareOf(func(u *segmentUnit) bool { return u.bodies > 0 })
	}},
	{"boundary-blanks", "blank lines between entries", func(m *measure) int {
		return m.boundaryBlanks()
	}},
	{"same-heads", "signs of lines of the same form above all timestamps", func(m *measure) int {
		return m.when(m.j.formed, feed.Between)
	}},
	{"credit-apart", "bylines above timestamps, apart from their headline", func(m *measure) int {
		return m.creditApart()
	}},
	{"titles", "entries that begin with a heading followed by text", func(m *measure) int {
		return m.shareOf(func(u *segmentUnit) bool {
			return u.texts > 1 && m.isHeading(u.firstOwn) && u.bodies > 0
		})
	}},
	{"ends-sentence", "entries that end with a complete sentence", func(m *measure) int {
		return m.shareOf(func(u *segmentUnit) bool {
			return m.look(u.lastOwn).Has(text.LookEnded)
		})
	}},
	{"uniform-first", "entries that begin with the same kind of line", func(m *measure) int {
		return m.uniform(firstText)
	}},
	{"repeated-last", "entries that end with the same line", func(m *measure) int {
		return m.repeated(lastText)
	}},
	{"coherence", "words that neighbouring lines share within entries, more than across them",
		func(m *measure) int { return m.coherence() }},
	// The placement.
	{"daily-likely", "signs of several entries under each date header", func(m *measure) int {
		return flag01(m.j.Daily && m.holdDays())
	}},
	{"daily", "days of entries", func(m *measure) int { return flag01(m.j.Daily) }},
	{"daily-text", "text in a day of entries", func(m *measure) int {
		return m.ofDays(m.textOfDays)
	}},
	{"daily-single", "days of a single line", func(m *measure) int {
		return m.ofDays(func() int {
			return m.shareOf(func(u *segmentUnit) bool { return u.texts == 1 })
		})
	}},
	{"daily-headed", "days that are a heading and its text", func(m *measure) int {
		return m.ofDays(func() int { return m.shareOfGaps(m.j.isHeaded) })
	}},
	{"daily-pairs", "days of several headings with text", func(m *measure) int {
		return m.ofDays(func() int { return m.shareOfGaps(m.j.holdsPairs) })
	}},
	{"daily-skips", "days without a date header between those of several entries",
		func(m *measure) int { return m.ofDays(m.skippedDays) }},
	{"above", "timestamps above their entries", func(m *measure) int {
		return flag01(m.placed(feed.Above))
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

// features returns the values of all features of a reading.
func (m *measure) features() (v [len(features)]int32) {
	for i := range features {
		v[i] = int32(features[i].count(m))
	}
	return v
}
