package layout

import (
	"math/bits"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/tally"
	"newstimeline/parser/internal/text"
	"slices"
)

// Measuring a reading: what the features are counted from.

// A measure holds what is counted of one reading. Shares are in thousandths.
type measure struct {
	j      *judge
	blocks []*Segment
	units  []segmentUnit
	lines  *lineNotes
	base   []text.Class // of the lines before anything was decided

	text       int // lines of text of the document
	body       int // lines of running text of the document
	tail       int // lines of text below it
	held       int // lines of text in entries
	leftIn     int // candidates between the first and last timestamp that are nothing
	leftOut    int // candidates outside that are nothing
	leftFits   int // of those inside, the ones whose time fits between its neighbours'
	leftSetOff int // of those inside, the ones that need no sentence around them
	leftFalls  int // neighbours among those that open lines by a clock and run down
	leftRises  int
	cutOff     int // candidates of the reading's patterns that are no timestamps of it
	medianLen  int // lines of text of a unit, in the middle
	last       int // the line of the last timestamp
	first      int

	form template // what recurs in the entries
	seriesMeasure
}

// A seriesMeasure is what is counted of timestamps and date headers, wherever their entries are.
type seriesMeasure struct {
	stamps  int // timestamps of entries
	fall    int // neighbours that run down
	rise    int
	same    int
	jumps   int // neighbours against the order by what may be a midnight
	against int // neighbours against the order
	gapMeasure
}

// A measuredSeries is what was measured, and of what.
type measuredSeries struct {
	candidates      []stamp.Candidate
	stamps, headers []int32
	seriesMeasure
}

// isOf reports whether that is what a judge has.
func (s *measuredSeries) isOf(j *judge) bool {
	return len(s.candidates) > 0 && &s.candidates[0] == &j.Candidates[0] &&
		slices.Equal(s.stamps, j.main.stamps) && slices.Equal(s.headers, j.Headers)
}

// A segmentUnit is one entry, or one day, with its timestamp.
type segmentUnit struct {
	top, bottom int // its first and last line, the timestamp's among them
	firstText   int // its first and last line of text; -1: it has none
	lastText    int
	firstOwn    int // the same of those that are not of the template
	lastOwn     int
	stamp       int // the line of its timestamp; -1: none
	texts       int
	bodies      int
	segment     *Segment
}

// measure counts what the features of a reading are taken from.
func (j *judge) measure(base []text.Class) *measure {
	blocks := j.desk.blocks.take(len(j.Entries) + len(j.Days))[:0]
	j.eachSegment(func(b *Segment) { blocks = append(blocks, b) })
	slices.SortStableFunc(blocks, func(a, b *Segment) int { return int(a.From - b.From) })
	n := j.D.Lines.Count()
	lines := j.lines
	if lines == nil {
		lines = newNotes(j, base)
	}
	m := j.desk.measures.one()
	*m = measure{j: j, blocks: blocks, lines: lines, base: base, text: int(j.Texts[n]),
		body: int(j.bodies[n]), first: -1, last: -1}
	m.countUnits()
	m.countSeries()
	m.countLeft()
	return m
}

// countSeries counts what is of the series alone. Readings that only place it elsewhere follow each
// other, so that it is mostly known.
func (m *measure) countSeries() {
	j, last := m.j, &m.lines.series
	switch {
	case j.main == nil:
	case last.isOf(j):
		m.seriesMeasure = last.seriesMeasure
	default:
		m.countOrder()
		m.countGaps()
		*last = measuredSeries{j.Candidates, j.main.stamps, j.Headers, m.seriesMeasure}
	}
}

// isText reports whether line i holds text of an entry.
func (m *measure) isText(i int) bool {
	return m.j.Classes[i] == text.TextLine && m.j.Texts[i+1] > m.j.Texts[i]
}

func (m *measure) countUnits() {
	j := m.j
	texts, bodies := j.Texts, j.bodies
	m.units = j.desk.units.take(len(m.blocks))[:0]
	lens := m.lines.sizes[:0]
	from, to := -1, -1
	for k := range m.blocks {
		b := m.blocks[k]
		u := segmentUnit{firstText: -1, lastText: -1, stamp: -1, segment: b}
		if b.Mark >= 0 {
			u.stamp = int(j.Candidates[b.Mark].Line)
		}
		for i := int(b.From); i < int(b.To); i++ {
			if j.Classes[i] == text.TextLine && texts[i+1] > texts[i] {
				if u.firstText < 0 {
					u.firstText = i
				}
				u.lastText = i
				u.texts++
				u.bodies += int(bodies[i+1] - bodies[i])
			}
		}
		u.top, u.bottom = u.firstText, u.lastText
		if u.stamp >= 0 {
			if u.top < 0 {
				u.top, u.bottom = u.stamp, u.stamp
			}
			u.top, u.bottom = min(u.top, u.stamp), max(u.bottom, u.stamp)
		}
		if u.top < 0 {
			continue
		}
		if from < 0 || u.top < from {
			from = u.top
		}
		to = max(to, u.bottom)
		m.held += u.texts
		lens = append(lens, u.texts)
		m.units = append(m.units, u)
	}
	if m.leaveOutCut() {
		lens, to = lens[:len(m.units)], len(m.base)-1
	}
	m.medianLen = tally.Median(lens)
	m.lines.sizes = lens
	m.findOwn()
	if from < 0 {
		from, to = len(m.base), len(m.base)-1
	}
	m.tail = int(j.Texts[len(m.base)] - j.Texts[to+1])
	m.first, m.last = from, to
}

// leaveOutCut leaves out the last unit of a sample if the sample ends before its text: it is no
// proof of anything. It reports whether the document goes on.
func (m *measure) leaveOutCut() bool {
	if m.j.sampled && len(m.units) > 1 && m.lastEmpty() {
		m.units = m.units[:len(m.units)-1]
	}
	return m.j.sampled
}

func (m *measure) isBlank(i int) bool { return m.lines.blanks[i+1] > m.lines.blanks[i] }

// siblingBefore returns the timestamp that comes before timestamp k in the order of time. In
// containers, the first answer to something has none: -1.
func (j *judge) siblingBefore(k int) int {
	if len(j.containers) != len(j.main.stamps) {
		return k - 1
	}
	for i := k - 1; i >= 0 && j.containers[i].depth >= j.containers[k].depth; i-- {
		if j.containers[i].depth == j.containers[k].depth {
			return i
		}
	}
	return -1
}

func (m *measure) countOrder() {
	j := m.j
	stamps := j.main.stamps
	m.stamps = len(stamps)
	falling, rising := 0, 0 // jumps that may be midnights
	for k := 1; k < len(stamps); k++ {
		before := j.siblingBefore(k)
		if before < 0 {
			continue
		}
		a, b := &j.Candidates[stamps[before]], &j.Candidates[stamps[k]]
		if j.dateBetween(a, b) && !b.Fields.HasDay() {
			continue
		}
		way, by := j.compare(a, b)
		dayless := !b.Fields.HasDay() && !b.Fields.IsAge()
		switch way {
		case falls:
			m.fall++
			if by <= -midnightJump && dayless {
				falling++
			}
		case rises:
			m.rise++
			if by >= midnightJump && dayless {
				rising++
			}
		case same:
			m.same++
		}
	}
	m.against = min(m.fall, m.rise)
	m.jumps = min(rising, m.against)
	if m.fall < m.rise {
		m.jumps = min(falling, m.against)
	}
}

// countLeft counts the candidates that the reading has no use for.
func (m *measure) countLeft() {
	j := m.j
	prev := -1 // the last that opens its line by a clock
	for i := range j.Candidates {
		switch j.Labels[i] {
		case stamp.Undecided, stamp.IgnoredLabel:
		default:
			continue
		}
		c := &j.Candidates[i]
		if c.Fields.Has&stamp.WeakDate != 0 {
			continue
		}
		line := int(c.Line)
		if line >= m.first && line <= m.last {
			if c.Fields.IsUpdate() && !j.foregoes(int32(i)) {
				continue // it says when an entry was changed
			}
			if m.lines.planned != nil && m.lines.planned[i] {
				continue
			}
			m.leftIn++
			if style := j.styleOf(int32(i)); c.Fields.HasClock() &&
				(style.IsSetOff() || j.runsOverText(style)) {
				m.leftSetOff++
			}
			if opensByClock(c) {
				m.countRun(prev, i)
				prev = i
			}
			if j.fitsBetween(int32(i)) {
				m.leftFits++
			}
		} else {
			m.leftOut++
		}
		if j.main != nil && j.styleOf(int32(i)) == j.main.style {
			m.cutOff++
		}
	}
}

// opensByClock reports whether a line begins with a candidate that is a clock alone.
func opensByClock(c *stamp.Candidate) bool {
	return c.Place <= stamp.Opens && c.Fields.HasClock() && !c.Fields.HasDay()
}

// countRun counts which way the clocks run from candidate a to b, of one style. a is -1 if none is
// before b.
func (m *measure) countRun(a, b int) {
	if a < 0 || m.j.styleOf(int32(a)) != m.j.styleOf(int32(b)) {
		return
	}
	switch way, _ := m.j.compare(&m.j.Candidates[a], &m.j.Candidates[b]); way {
	case falls:
		m.leftFalls++
	case rises:
		m.leftRises++
	}
}

// runsOverText reports whether timestamps of a pattern open lines, and have text between most of
// them. The clocks of an agenda follow each other.
func (j *judge) runsOverText(style stamp.Style) bool {
	at := slices.IndexFunc(j.weighed, func(s *series) bool { return s.style == style })
	if at < 0 || style.Place != stamp.Opens {
		return false
	}
	s := j.weighed[at]
	if s.inOrder == notAsked {
		s.inOrder = isNone
		if len(s.stamps) >= few && j.haveTextBetween(s) {
			s.inOrder = isOne
		}
	}
	return s.inOrder == isOne
}

// haveTextBetween reports whether lines of text are between most timestamps of a series.
func (j *judge) haveTextBetween(s *series) bool {
	n := 0
	for k := 1; k < len(s.stamps); k++ {
		if j.textsBetween(int(j.Candidates[s.stamps[k-1]].Line)+1,
			int(j.Candidates[s.stamps[k]].Line)) > 0 {
			n++
		}
	}
	return isMost(n, len(s.stamps)-1)
}

// fitsBetween reports whether candidate i, which is nothing, has a clock that lies between those of
// the timestamps around it, and not at them.
func (j *judge) fitsBetween(i int32) bool {
	if j.main == nil || !j.Candidates[i].Fields.HasClock() {
		return false
	}
	k, _ := slices.BinarySearch(j.main.stamps, i)
	if k == 0 || k == len(j.main.stamps) {
		return false
	}
	a, b := &j.Candidates[j.main.stamps[k-1]], &j.Candidates[j.main.stamps[k]]
	in, _ := j.compare(a, &j.Candidates[i])
	out, _ := j.compare(&j.Candidates[i], b)
	return in == out && (in == falls) == (j.main.down >= j.main.up) && (in == falls || in == rises)
}

// share returns a/b in thousandths, 0 if b is 0.
func share(a, b int) int {
	if b <= 0 {
		return 0
	}
	return a * full / b
}

// logOf returns the logarithm of 1+n, in thousandths of a bit, bounded by mostLog.
func logOf(n int) int {
	if n < 0 {
		return 0
	}
	return min(bitsOf(n+1), mostLog*full)
}

// bitsOf returns the logarithm of n, at least 1, in thousandths of a bit. Between powers of two it
// is a straight line, which is the same on every processor.
func bitsOf(n int) int {
	b := bits.Len(uint(n)) - 1
	if b <= 0 {
		return 0
	}
	return b*full + (n-1<<b)*full>>b
}

// units with text
func (m *measure) shareOf(holds func(u *segmentUnit) bool) int {
	n, all := 0, 0
	for k := range m.units {
		if u := &m.units[k]; u.texts > 0 {
			all++
			if holds(u) {
				n++
			}
		}
	}
	return share(n, all)
}

// look returns the look of line i, without the timestamp in it.
func (m *measure) look(i int) text.Look {
	return m.lines.looks[i]
}

// The kinds of lines, by how they are long and how they end.
const (
	runningLine = iota
	endedLine
	markdownLine
	longHeading
	shortHeading
	otherLine
	lineKinds
)

// lineKind returns the kind of a line that looks so.
func lineKind(l text.Look) int {
	switch {
	case l.Has(text.LookRunning):
		return runningLine
	case l.Has(text.LookEnded):
		return endedLine
	case l.Has(text.LookMarkdown):
		return markdownLine
	case l.Has(text.LookHeading) && l.Has(text.LookLong):
		return longHeading
	case l.Has(text.LookHeading):
		return shortHeading
	}
	return otherLine
}

// uniform returns the share of the most frequent kind of line among one line of each unit, in
// thousandths.
func (m *measure) uniform(line func(u *segmentUnit) int) int {
	var counts [lineKinds]int
	all := 0
	for k := range m.units {
		if i := line(&m.units[k]); i >= 0 {
			counts[lineKind(m.look(i))]++
			all++
		}
	}
	most := 0
	for _, n := range counts {
		most = max(most, n)
	}
	return share(most, all)
}

func firstText(u *segmentUnit) int { return u.firstText }
func lastText(u *segmentUnit) int  { return u.lastText }

// sizeRatio returns how near the size of unit k is to the middle one, in thousandths. Nothing is
// known of the last one of a sample.
func (m *measure) sizeRatio(k int) int {
	if m.j.sampled && k == len(m.units)-1 {
		return even
	}
	a, b := m.units[k].texts, m.medianLen
	if a > b {
		a, b = b, a
	}
	return share(a, b)
}

// boundaryBlanks returns the share of neighbouring units between which blank lines stand. They must
// not be fewer than those between the timestamp and the text of its entry.
func (m *measure) boundaryBlanks() int {
	n := 0
	for k := 1; k < len(m.units); k++ {
		u := &m.units[k]
		blanks := m.lines.blanks[u.top] - m.lines.blanks[m.units[k-1].bottom+1]
		if blanks > 0 && blanks >= m.blanksAtStamp(u) {
			n++
		}
	}
	return share(n, len(m.units)-1)
}

// blanksAtStamp returns how many blank lines are right above or below the timestamp of a unit, the
// more of both.
func (m *measure) blanksAtStamp(u *segmentUnit) int32 {
	if u.stamp < 0 {
		return 0
	}
	above, below := u.stamp, u.stamp+1
	for above > u.top && m.isBlank(above-1) {
		above--
	}
	for below < u.bottom && m.isBlank(below) {
		below++
	}
	return int32(max(u.stamp-above, below-u.stamp-1))
}

// repeated returns the share of units whose line is the same as that of another.
func (m *measure) repeated(line func(u *segmentUnit) int) int {
	hashes := make([]uint64, 0, min(len(m.units), sampled))
	for k := range m.units {
		if i := line(&m.units[k]); i >= 0 && len(hashes) < sampled {
			hashes = append(hashes, m.lines.hash(i))
		}
	}
	n := len(hashes)
	return share(countRepeated(hashes), n)
}
