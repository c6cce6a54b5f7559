package layout

import (
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/tally"
	"newstimeline/parser/internal/text"
	"slices"
)

// The gaps between neighbouring timestamps, and how like them the two ends of the feed are.

// A gapMeasure is what stands between neighbouring timestamps, whatever belongs to which. Shares
// are in thousandths.
type gapMeasure struct {
	gaps   int      // how many hold text
	gapLen int      // lines of text of one, in the middle
	topped sides    // the same of the date header above the first timestamp, up to that
	leans  sides    // of the timestamps: which neighbouring line is text, where the other is blank
	before endBlock // the text above the first timestamp
	behind endBlock // the text below the last
}

// sides counts what speaks for each placement of a timestamp.
type sides struct{ above, between, below int }

// An endBlock is the text at one end of the feed, up to the next candidate or divider.
type endBlock struct {
	texts int // lines of text, no more than twice a gap has
	near  int // how like its lines nearest to the timestamp are to those of the gaps
}

// Bounds of what is compared at the ends of the feed.
const (
	sampledGaps = 16
	alignedMost = 3
)

// A gap is the lines between two neighbouring timestamps.
type gap struct {
	from, to int   // its lines, to excluded
	texts    []int // the lines of text among them
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
	for i := g.from; i < g.to; i++ {
		if m.isBaseText(i) {
			g.texts = append(g.texts, i)
		}
	}
	return g
}

// opens reports whether text follows timestamp k in its line, closes whether some stands before it.
func (m *measure) opens(k int) bool {
	return m.j.Candidates[m.j.main.stamps[k]].Place == stamp.Opens
}

func (m *measure) closes(k int) bool {
	p := m.j.Candidates[m.j.main.stamps[k]].Place
	return p == stamp.Closes || p == stamp.Inside
}

// isBaseText reports whether line i held text before anything was decided: so all readings compare
// the same lines.
func (m *measure) isBaseText(i int) bool {
	return m.base[i] == text.TextLine && m.j.Texts[i+1] > m.j.Texts[i] ||
		m.base[i] == text.StampLine && m.j.rests()[i] != 0
}

// countGaps counts what stands between neighbouring timestamps, and how like it the two ends of the
// feed are.
func (m *measure) countGaps() {
	j := m.j
	if j.main == nil || len(j.main.stamps) == 0 {
		return
	}
	stamps := j.main.stamps
	var lens []int
	var down, up [][]int // the lines of sampled gaps, downwards and upwards
	every := max(1, (len(stamps)-1)/sampledGaps)
	for k := range stamps {
		m.countLeaning(int(j.Candidates[stamps[k]].Line))
		if k == 0 {
			continue
		}
		g := m.gapBetween(k)
		if len(g.texts) == 0 {
			continue
		}
		m.gaps++
		lens = append(lens, len(g.texts))
		if k%every == 0 {
			down = append(down, g.texts)
			back := slices.Clone(g.texts)
			slices.Reverse(back)
			up = append(up, back)
		}
	}
	m.gapLen = max(1, tally.Median(lens))
	first, last := int(j.Candidates[stamps[0]].Line), int(j.Candidates[stamps[len(stamps)-1]].Line)
	if m.closes(0) {
		first++
	}
	if m.opens(len(stamps) - 1) {
		last--
	}
	m.countTop(first)
	m.before = m.endOf(first-1, -1, up)
	m.behind = m.endOf(last+1, 1, down)
}

// countLeaning counts the timestamp at line i if text stands on one side of it and a blank line on
// the other.
func (m *measure) countLeaning(i int) {
	if i == 0 || i+1 >= len(m.base) {
		return
	}
	up, down := m.base[i-1], m.base[i+1]
	switch {
	case up == text.BlankLine && down == text.TextLine:
		m.leans.above++
	case up == text.TextLine && down == text.BlankLine:
		m.leans.below++
	case up == text.TextLine && down == text.TextLine:
		m.leans.between++
	}
}

// countTop counts the last date header above the first timestamp, at line first, by whether text is
// between them.
func (m *measure) countTop(first int) {
	n := m.j.headerFrom(first)
	if n == 0 {
		return
	}
	header := int(m.j.Candidates[m.j.Headers[n-1]].Line)
	for i := header + 1; i < first; i++ {
		if m.isBaseText(i) {
			m.topped.below++
			return
		}
	}
	m.topped.above++
}

// endOf measures the text from line i on, up or down, against the lines of the gaps in the same
// direction.
func (m *measure) endOf(i, step int, gaps [][]int) (e endBlock) {
	own := i
	near, tried := 0, 0
loop:
	for ; i >= 0 && i < len(m.base) && e.texts < 2*m.gapLen; i += step {
		switch c := m.base[i]; {
		case c == text.Dividing, c == text.StampLine && i != own:
			break loop
		case m.isBaseText(i):
			if e.texts < min(alignedMost, m.gapLen) {
				near += m.similarity(i, gaps, e.texts)
				tried++
			}
			e.texts++
		}
	}
	if tried > 0 {
		most := min(alignedMost, m.gapLen)
		e.near = (near + 500*(most-tried)) / most // nothing is known of lines that are not there
	} else {
		e.near = 500 // nothing is known: the text was cut here
	}
	return e
}

// similarity returns how like line i is to the lines at a place of the gaps.
func (m *measure) similarity(i int, gaps [][]int, at int) int {
	sum, n := 0, 0
	for _, g := range gaps {
		if at >= len(g) {
			continue
		}
		s := m.alikeLines(i, g[at])
		if s == 1000 {
			return 1000
		}
		sum += s
		n++
	}
	if n == 0 {
		return 0
	}
	return sum / n
}

// alikeLines returns how like two lines are: 1000 if they are the same.
func (m *measure) alikeLines(a, b int) int {
	if m.j.D.Kinds[a] == m.j.D.Kinds[b] && m.j.D.Line(a) == m.j.D.Line(b) {
		return 1000
	}
	s, t := m.j.D.Line(a), m.j.D.Line(b)
	x, y := m.look(a), m.look(b)
	n, o := text.Size(s), text.Size(t)
	if n > o {
		n, o = o, n
	}
	like := 200 + 700*min(n, 200)/max(1, min(o, 200))
	if x.Has(text.LookEnded) != y.Has(text.LookEnded) {
		like = like * 4 / 10
	}
	if endsWithColon(s) != endsWithColon(t) {
		like = like * 3 / 10
	}
	if x.Has(text.LookRunning) != y.Has(text.LookRunning) {
		like = like * 7 / 10
	}
	if text.IsBullet(s) != text.IsBullet(t) {
		like = like * 3 / 10
	}
	if w := firstWord(s); w != "" && w == firstWord(t) {
		like = max(like, 900)
	}
	if w := text.LastWord(s); w != "" && len(s) > len(w) && w == text.LastWord(t) {
		like = max(like, 900)
	}
	return like
}

// firstWord returns the first word of a line of several.
func firstWord(s string) string {
	w, rest := text.CutWord(s)
	if rest == "" || len(w) < 3 {
		return ""
	}
	return w
}
