package layout

import (
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/tally"
	"newstimeline/parser/internal/text"
)

// The gaps between neighbouring timestamps, and how like them the two ends of the feed are.

// A gapMeasure is what stands between neighbouring timestamps, whatever belongs to which. Shares
// are in thousandths.
type gapMeasure struct {
	gaps   int      // how many hold text
	gapLen int      // lines of text of one, in the middle
	topped int      // text between the top date header and the first timestamp: 1 no, -1 yes
	before endBlock // the text above the first timestamp
	behind endBlock // the text below the last
	// the text below the last timestamp begins with no name of a writer, as that below others does
	unnamed bool
	fit     endFit
}

// An endBlock is the text at one end of the feed, up to the next candidate or divider.
type endBlock struct {
	texts int // lines of text, no more than twice a gap has
	near  int // how like its lines nearest to the timestamp are to those of the gaps
	line  int // the nearest line of text; -1: none
}

// A gap is the lines between two neighbouring timestamps.
type gap struct {
	from, to int // its lines, to excluded
	texts    int // lines of text among them
}

// gapBetween returns the gap above timestamp k.
func (m *measure) gapBetween(k int) gap {
	stamps := m.j.main.stamps
	above, below := m.j.Candidates[stamps[k-1]].Line, m.j.Candidates[stamps[k]].Line
	g := gap{from: int(above) + 1, to: int(below)}
	if m.opens(k - 1) {
		g.from--
	}
	if m.closes(k) {
		g.to++
	}
	g.texts = m.lines.countTexts(g.from, g.to)
	return g
}

// linesOfAll returns the lines of text of each gap that are compared, downwards or upwards.
func (m *measure) linesOfAll(gaps []gap, step int) [][few]int {
	all := make([][few]int, len(gaps))
	for k := range gaps {
		all[k] = m.linesOf(gaps[k], step)
	}
	return all
}

// linesOf returns the first or the last lines of text of a gap, the outermost first; -1: it has no
// more.
func (m *measure) linesOf(g gap, step int) (lines [few]int) {
	i := g.from
	if step < 0 {
		i = g.to - 1
	}
	for n := 0; n < min(few, g.texts); i += step {
		if m.lines.hasText(i) {
			lines[n] = i
			n++
		}
	}
	for n := g.texts; n < few; n++ {
		lines[n] = -1
	}
	return lines
}

// opens reports whether text follows timestamp k in its line, closes whether some stands before it.
func (m *measure) opens(k int) bool {
	return m.j.Candidates[m.j.main.stamps[k]].Place == stamp.Opens
}

func (m *measure) closes(k int) bool {
	p := m.j.Candidates[m.j.main.stamps[k]].Place
	return p == stamp.Closes || p == stamp.Inside
}

// countGaps counts what stands between neighbouring timestamps, and how like it the two ends of the
// feed are.
func (m *measure) countGaps() {
	j := m.j
	stamps := j.main.stamps
	if len(stamps) == 0 {
		return
	}
	lens := m.lines.sizes[:0]
	every := max(1, (len(stamps)-1)/sampled)
	some := make([]gap, 0, len(stamps)/every)
	for k := range stamps {
		if k == 0 {
			continue
		}
		g := m.gapBetween(k)
		if g.texts == 0 {
			continue
		}
		m.gaps++
		lens = append(lens, g.texts)
		if k%every == 0 {
			some = append(some, g)
		}
	}
	m.gapLen = max(1, tally.Median(lens))
	m.lines.sizes = lens
	first, last := int(j.Candidates[stamps[0]].Line), int(j.Candidates[stamps[len(stamps)-1]].Line)
	if m.closes(0) {
		first++
	}
	if m.opens(len(stamps) - 1) {
		last--
	}
	m.countTop(first)
	m.before = m.endOf(first-1, -1, some)
	m.behind = endBlock{line: -1}
	if !j.sampled {
		m.behind = m.endOf(last+1, 1, some)
	}
	m.fitEnds(some)
	m.unnamed = m.behind.line >= 0 && !mayName(j.D.Line(m.behind.line)) && m.beginNamed(some)
}

// beginNamed reports whether most gaps begin with a line that may name a writer, with text below.
func (m *measure) beginNamed(gaps []gap) bool {
	n := 0
	for _, g := range gaps {
		if mayName(m.j.D.Line(m.linesOf(g, 1)[0])) {
			n++
		}
	}
	return len(gaps) >= few && isMost(n, len(gaps))
}

// countTop notes whether text is between the first timestamp, at line first, and the last date
// header above it.
func (m *measure) countTop(first int) {
	n := m.j.headerFrom(first)
	if n == 0 {
		return
	}
	header := int(m.j.Candidates[m.j.Headers[n-1]].Line)
	if m.topped = 1; m.lines.countTexts(header+1, first) > 0 {
		m.topped = -1
	}
}

// endOf measures the text from line i on, up or down, against the lines of the gaps in the same
// direction.
func (m *measure) endOf(i, step int, gaps []gap) (e endBlock) {
	own := i
	var beside [][few]int // their lines nearest to the timestamps
	e.line = -1
	most := min(few, m.gapLen)
	for ; i >= 0 && i < len(m.base) && e.texts < 2*m.gapLen; i += step {
		if c := m.base[i]; c == text.Dividing || c == text.StampLine && i != own {
			break
		}
		if !m.lines.hasText(i) {
			continue
		}
		if e.texts < most {
			if beside == nil {
				beside = m.linesOfAll(gaps, step)
			}
			if e.texts == 0 {
				e.line = i
			}
			e.near += m.likeness(i, beside, e.texts) / most
		}
		e.texts++
	}
	return e
}

// firstWord returns the first word of a line of several.
func firstWord(s string) string {
	w, rest := text.CutWord(s)
	if rest == "" || len(w) < 3 {
		return ""
	}
	return w
}
