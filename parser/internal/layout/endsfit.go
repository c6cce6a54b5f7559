package layout

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/tally"
	"newstimeline/parser/internal/text"
)

// The ends of a feed tell on which side of the timestamps the entries are. What is between two
// timestamps is the end of one entry and the beginning of the next. Lines of that kind above the
// first timestamp belong to what it dates, and so do those below the last.

// mostFit is how many lines beside a timestamp are compared. With 6 to 16, generated feeds are read
// alike.
const mostFit = 12

// endFit is how like the lines beside the first and last timestamp are to those beside others.
type endFit struct {
	size   int          // lines between two timestamps, in the middle, at most mostFit
	before [mostFit]int // of those above the first timestamp, the nearest first: see likenessTo
	behind [mostFit]int // of those below the last one
}

// fitEnds compares the lines beside the first and last timestamp with those in gaps.
func (m *measure) fitEnds(gaps []gap) {
	m.fit = endFit{}
	if m.j.main.style.Place != stamp.Whole || len(gaps) < 2 {
		return
	}
	all := make([][]int, len(gaps))
	sizes := m.lines.sizes[:0]
	for k, g := range gaps {
		all[k] = m.linesIn(g)
		sizes = append(sizes, len(all[k]))
	}
	m.fit.size = min(tally.Median(sizes), mostFit)
	m.lines.sizes = sizes
	stamps := m.j.main.stamps
	above := int(m.j.Candidates[stamps[0]].Line) - 1
	m.fitEnd(&m.fit.before, above, -1, func(k, d int) int { return all[k][len(all[k])-1-d] }, all)
	if !m.j.sampled {
		below := int(m.j.Candidates[stamps[len(stamps)-1]].Line) + 1
		m.fitEnd(&m.fit.behind, below, 1, func(k, d int) int { return all[k][d] }, all)
	}
}

// linesIn returns the lines of a gap that are not blank.
func (m *measure) linesIn(g gap) (lines []int) {
	for i := g.from; i < g.to; i++ {
		if !m.isBlank(i) {
			lines = append(lines, i)
		}
	}
	return lines
}

// fitEnd compares the lines from line i on, up or down, with those at the same distance in gaps.
func (m *measure) fitEnd(fit *[mostFit]int, i, step int, at func(k, d int) int, all [][]int) {
	var others []int
	own := i
	for d := 0; d < m.fit.size && i >= 0 && i < len(m.base); i += step {
		if c := m.base[i]; c == text.StampLine && i != own {
			return
		}
		if m.isBlank(i) {
			continue
		}
		others = others[:0]
		for k := range all {
			if d < len(all[k]) {
				others = append(others, at(k, d))
			}
		}
		fit[d] = m.likenessTo(i, others)
		d++
	}
}

// endsFit says how much worse the ends fit the placement of a reading than the best one, in
// thousandths of mostLike.
func (m *measure) endsFit() int {
	f := &m.fit
	if f.size == 0 {
		return 0
	}
	best := f.of(0)
	for above := 1; above <= f.size; above++ {
		best = max(best, f.of(above))
	}
	return max(-full, (f.of(m.linesAbove())-best)/f.size)
}

// of says how well the ends fit entries of which so many lines are above their timestamps. Lines
// like those of gaps are of an entry, and others are not.
func (f *endFit) of(above int) (sum int) {
	for d := range f.size {
		if d < above {
			sum += f.before[d]
		} else {
			sum -= f.before[d]
		}
		if d < f.size-above {
			sum += f.behind[d]
		} else {
			sum -= f.behind[d]
		}
	}
	return sum
}

// linesAbove returns how many lines of an entry are above its timestamp, in the middle.
func (m *measure) linesAbove() int {
	switch {
	case m.placed(feed.BelowText, feed.AtEnd):
		return m.fit.size
	case !m.placed(feed.Between):
		return 0
	}
	sizes := m.lines.sizes[:0]
	for k := 1; k < len(m.units); k++ {
		n := 0
		for i := m.units[k].top; i < m.units[k].stamp; i++ {
			if !m.isBlank(i) {
				n++
			}
		}
		sizes = append(sizes, n)
	}
	m.lines.sizes = sizes
	return min(tally.Median(sizes), m.fit.size)
}
