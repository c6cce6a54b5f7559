package layout

import (
	"slices"
	"strings"

	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
)

// How features are counted.

// isHeading reports whether line i may be a headline.
func (m *measure) isHeading(i int) bool {
	return m.look(i).Has(text.LookHeading | text.LookMarkdown)
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

// isClosing reports whether a timestamp ends a line of text. Behind a name and a blank it heads
// what its writer says below: "Ann Lee 2 May 2025".
func (m *measure) isClosing(c *stamp.Candidate) bool {
	return c.Place >= stamp.Closes && !c.Fields.IsAge() &&
		!(c.Sep == stamp.BlankSep && mayName(m.j.rest(c)))
}

// isLabelled reports whether a timestamp is all of its line and begins with a word for publishing:
// "Posted by Ann, 12:30". Behind a name such a word says who speaks below.
func (m *measure) isLabelled(c *stamp.Candidate) bool {
	f := &c.Fields
	if c.Place != stamp.Whole || f.Has&stamp.Published == 0 {
		return false
	}
	at := c.Start - int32(m.j.D.Lines[c.Line].At) // of the date in its line
	return f.AuthorEnd == 0 || f.AuthorStart > 0 && int32(f.AuthorStart) < at
}

// besideTop says whether the placement agrees with what is between the top date header and the
// first timestamp: 1000 if so, -1000 if not.
func (m *measure) besideTop() int {
	v := full * m.topped
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

// wordySize is how many characters a line has at most that is a bare date, mostly. Of 18 to 30, all
// read the labelled feeds of the corpus alike.
const wordySize = 24

// isWordy reports whether a timestamp has a long line for itself and names nobody. Beside a date it
// has a count or a rubric.
func (m *measure) isWordy(c *stamp.Candidate) bool {
	return c.Place == stamp.Whole && !hasName(c) && !m.isLabelled(c) &&
		text.Size(m.j.D.Line(int(c.Line))) > wordySize
}

// announces reports whether a timestamp is alone on its line, which ends with a colon.
func (m *measure) announces(c *stamp.Candidate) bool {
	line := m.j.D.Line(int(c.Line))
	return c.Place == stamp.Whole && (strings.HasSuffix(line, ":") || strings.HasSuffix(line, "："))
}

// bylineFits says whether the texts beside the timestamps are bylines, and the reading takes them
// for such.
func (m *measure) bylineFits() int {
	j := m.j
	if j.main == nil || j.main.style.Place == stamp.Whole {
		return 0
	}
	if j.isByline(j.main) == j.Byline {
		return full
	}
	return -full
}

// dividers compares dividing lines between units with those within.
func (m *measure) dividers() int {
	between, within, sums := 0, 0, m.lines.dividers
	for k := range m.units {
		u := &m.units[k]
		within += int(sums[u.bottom+1] - sums[u.top])
		if k > 0 && sums[u.top] > sums[m.units[k-1].bottom+1] {
			between++
		}
	}
	return share(between-within, max(between+within, len(m.units)-1))
}

// controls compares controls of the page, such as "Reply", between the texts of two units with
// those between two texts of one.
func (m *measure) controls() int {
	between, within, sums := 0, 0, m.lines.controls
	for k := range m.units {
		u := &m.units[k]
		if u.texts == 0 {
			continue
		}
		if sums[u.lastText] > sums[u.firstText] {
			within++
		}
		if k+1 < len(m.units) && m.units[k+1].texts > 0 &&
			sums[m.units[k+1].firstText] > sums[u.lastText] {
			between++
		}
	}
	return share(between-within, max(between+within, len(m.units)-1))
}

// creditApart says whether a reading has bylines right above the timestamps, and the lines above
// them in other entries. The first one tells: above it is the page.
func (m *measure) creditApart() int {
	j := m.j
	if j.main == nil || j.heads > 1 {
		return 0
	}
	line := j.lineAbove(j.main.stamps[0], 0)
	return flag01(line >= 0 && text.IsCredit(j.lexer, j.D.Line(line)))
}

// ofDays returns what is counted where date headers have the entries of a day each, else 0.
func (m *measure) ofDays(count func() int) int {
	if !m.j.Daily {
		return 0
	}
	return count()
}

// shareOfGaps returns the share of what is between two timestamps of which something is true.
func (m *measure) shareOfGaps(holds func(g between) bool) int {
	n, all := 0, 0
	for g := range m.j.eachGap() {
		if all++; holds(g) {
			n++
		}
	}
	return share(n, all)
}

// nameSide says on which side of a timestamp is what its line names: 1 below, -1 above. A header of
// a day names nothing.
func (m *measure) nameSide() int {
	if m.j.Daily {
		return -1
	}
	return m.side()
}

// lastEmpty reports whether the last entry has no text, or only a headline.
func (m *measure) lastEmpty() bool {
	last := m.lastUnit()
	return last.texts == 0 || m.placed(feed.Between) && last.lastText <= last.stamp
}

// emptyUnits counts the timestamps without text.
func (m *measure) emptyUnits() int {
	n := max(0, m.stamps-len(m.blocks))
	same := m.sayTheSame()
	for k := range m.units {
		if same || m.units[k].texts == 0 {
			n++
		}
	}
	return n
}

// isTextless reports whether none of the entries has text.
func (m *measure) isTextless() bool {
	return m.shareOf(func(u *segmentUnit) bool { return !m.isBareByline(u) }) == 0
}

// isBareByline reports whether a unit has no text but a byline in the line of its timestamp.
func (m *measure) isBareByline(u *segmentUnit) bool {
	return m.j.Byline && u.texts == 1 && u.firstText == u.stamp
}

// sayTheSame reports whether the text of all entries is the same line, such as the rubric beside
// the timestamps of headlines that are elsewhere.
func (m *measure) sayTheSame() bool {
	for k := range m.units {
		u, first := &m.units[k], &m.units[0]
		if u.texts != 1 || m.j.D.Line(u.firstText) != m.j.D.Line(first.firstText) {
			return false
		}
	}
	return len(m.units) > few
}

// dating counts the timestamps with text, and the last one without: the paste may end there.
func (m *measure) dating() int {
	n := m.stamps - m.emptyUnits()
	if len(m.units) > 0 && m.lastUnit().texts == 0 {
		n++
	}
	return n
}

// outsizedTimes is how many times as long as most an entry is at most that may be one. Of 8 to 16,
// all read the labelled feeds alike.
const outsizedTimes = 12

// outsized counts the lines of text in entries that are far longer than most.
func (m *measure) outsized() int {
	n := 0
	for k := range m.units {
		if u := &m.units[k]; m.isOutsized(u) {
			n += u.texts
		}
	}
	return n
}

// isOutsized reports whether an entry is far longer than most.
func (m *measure) isOutsized(u *segmentUnit) bool {
	return u.texts > outsizedTimes*max(1, m.medianLen)
}

// longest counts the lines of text of the longest entry, if there are several.
func (m *measure) longest() int {
	n := 0
	if len(m.units) < 2 {
		return 0
	}
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
		if k := m.j.styleOf(i); !slices.Contains(seen, k) {
			seen = append(seen, k)
		}
	}
	return len(seen)
}

// endsNear says how like the text at an end of the feed is to that of entries. If the placement
// puts none there, it says how unlike. 0 says that nothing is known.
func (m *measure) endsNear() int {
	switch {
	case !m.placed(feed.Between):
		return m.side() * (m.behind.near - m.before.near)
	case m.j.containers != nil:
		return 0 // elements are the ends of their entries
	case m.j.heads > 0:
		return m.behind.near // a line of one form is above all timestamps
	}
	return m.behind.near + m.before.near
}
