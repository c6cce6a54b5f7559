package layout

import (
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
)

// Plans: an agenda or a programme within a text is lines that begin with clocks and run up. Its
// clocks date nothing, and most of the text is around it.

// plannedIn returns which candidates are clocks of a plan. The line of text above or below begins
// with one as well, and they run up. Clocks of most of the text are no plan. nil: none is.
func (j *judge) plannedIn() []bool {
	var planned []bool
	n, above := 0, -1
	for i := range j.Candidates {
		if !mayBePlan(&j.Candidates[i]) {
			continue
		}
		if above >= 0 && j.goesOn(above, i) {
			if planned == nil {
				planned = make([]bool, len(j.Candidates))
			}
			n += int(oneIf(!planned[above])) + 1
			planned[above], planned[i] = true, true
		}
		above = i
	}
	if 2*n > int(j.Texts[len(j.Texts)-1]) {
		return nil
	}
	return planned
}

// mayBePlan reports whether a candidate opens its line and is a clock alone.
func mayBePlan(c *stamp.Candidate) bool { return c.Place == stamp.Opens && opensByClock(c) }

// goesOn reports whether two clocks that open lines are on lines of text that follow each other,
// the second the later one.
func (j *judge) goesOn(a, b int) bool {
	x, y := &j.Candidates[a], &j.Candidates[b]
	if j.textsBetween(int(x.Line)+1, int(y.Line)) > 0 {
		return false
	}
	way, _ := j.compare(x, y)
	return way == rises
}

// aroundPlan returns the share of the sentences that are around the timestamps, if these may be a
// plan. Such clocks open lines and run up, not right below a date. Around it is what the last entry
// has more than any other. So is an entry that is far longer than most: each day of a feed may have
// a plan. The lines of a heading are not counted.
func (m *measure) aroundPlan() int {
	if len(m.units) < few || m.rise == 0 || m.fall > m.jumps || m.topped > 0 ||
		m.markShare(mayBePlan) < full {
		return 0
	}
	in, most := 0, 1
	for k := range m.units {
		u := &m.units[k]
		n := m.sentences(u.top, u.bottom+1)
		switch {
		case k == len(m.units)-1:
			n = min(n, most)
		case m.isOutsized(u):
			n = min(n, m.medianLen)
		}
		in, most = in+n, max(most, n)
	}
	all := m.sentences(0, len(m.base))
	return share(max(0, all-in-few), all)
}

// sentences returns how many of some lines are text of the length of a sentence.
func (m *measure) sentences(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if m.j.Texts[i+1] > m.j.Texts[i] && m.look(i).Has(text.LookLong) {
			n++
		}
	}
	return n
}
