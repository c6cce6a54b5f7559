package layout

import (
	"cmp"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"strings"
)

// Stamps in two lines: a date over each clock, the same clock in two notations.

// pair joins the two halves of timestamps on neighbouring lines: a date below or above each clock.
// So may a date be beside each timestamp that tells it again.
func (j *judge) pair() {
	for _, family := range [...]stamp.Family{stamp.ClockFamily, stamp.StampFamily} {
		j.pairWith(family)
	}
}

// pairWith joins dates with the timestamps of a family.
func (j *judge) pairWith(family stamp.Family) {
	all, above := 0, 0 // of the pairs, those with the date above
	var pairs [][2]int
	for i := range j.Candidates {
		if j.Candidates[i].Fields.Family() == family {
			all++
		}
		if i > 0 && j.areHalves(i-1, i, family) &&
			(len(pairs) == 0 || pairs[len(pairs)-1][1] != i-1) {
			pairs = append(pairs, [2]int{i - 1, i})
			above += int(oneIf(j.Candidates[i-1].Fields.Family() == stamp.DateFamily))
		}
	}
	if n := len(pairs); n < 2 || !isNearlyAll(n, all) || !isNearlyAll(max(above, n-above), n) {
		return // the dates head days
	}
	for _, p := range pairs {
		clock, date := p[0], p[1]
		if j.Candidates[clock].Fields.Family() == stamp.DateFamily {
			clock, date = date, clock
		}
		if family == stamp.ClockFamily {
			j.Candidates[clock].Fields.TakeDate(&j.Candidates[date].Fields)
		}
		j.Labels[date] = stamp.DoubleLabel
		if j.Candidates[date].Place == stamp.Whole {
			j.Classes[j.Candidates[date].Line] = text.DoubleLine
		}
	}
}

// areHalves reports whether candidates a and b are a date and a timestamp of a family on
// neighbouring lines. If that has a date too, it is the same.
func (j *judge) areHalves(a, b int, family stamp.Family) bool {
	m, n := &j.Candidates[a], &j.Candidates[b]
	if n.Fields.Family() == stamp.DateFamily {
		m, n = n, m
	}
	if m.Fields.Family() != stamp.DateFamily || n.Fields.Family() != family ||
		m.Place != n.Place || family == stamp.StampFamily && (m.Place != stamp.Whole ||
		j.ordinal(&m.Fields) != j.ordinal(&n.Fields)) {
		return false
	}
	first, last := j.Candidates[a].Line, j.Candidates[b].Line
	return j.textsBetween(int(first)+1, int(last)) == 0
}

// markCounters marks the lines that count days of items: "Day 1", a date, bullets. All dates alone
// on their lines have one, with the same word, and the numbers rise or fall. Above running text,
// such a line is the title of its day.
func (j *judge) markCounters() {
	var lines []int
	word, before, rises := "", 0, 0
	for i := range j.Candidates {
		m := &j.Candidates[i]
		if m.Place != stamp.Whole || m.Fields.Family() != stamp.DateFamily {
			continue
		}
		above, below := int(m.Line)-1, int(m.Line)+1
		if above < 0 || below >= j.D.Lines.Count() || !text.IsBullet(j.D.Line(below)) {
			return
		}
		w, n := counterOf(j.D.Line(above))
		if n == 0 || len(lines) > 0 && w != word {
			return
		}
		if len(lines) > 0 {
			rises += cmp.Compare(n, before)
		}
		word, before, lines = w, n, append(lines, above)
	}
	if n := len(lines); n <= few || max(rises, -rises) < n-1 {
		return
	}
	for _, line := range lines {
		j.Classes[line] = text.DoubleLine
	}
}

// counterOf returns the word and the number of a line that has nothing else. 0: it has more.
func counterOf(line string) (word string, n int) {
	fields := strings.Fields(line)
	if len(fields) != 2 {
		return "", 0
	}
	t := words.Number(fields[1], 0)
	if int(t.End) != len(fields[1]) {
		return "", 0
	}
	return fields[0], int(t.Value)
}

// markDoubles marks the timestamps that repeat, on the next line, a timestamp of the feed. They
// have the same clock in another notation.
func (j *judge) markDoubles() {
	for k := range j.Candidates {
		if j.Labels[k] != stamp.EntryLabel {
			continue
		}
		for _, i := range [...]int{k - 1, k + 1} {
			if i >= 0 && i < len(j.Candidates) && j.sameClock(&j.Candidates[k], &j.Candidates[i]) {
				j.markDouble(k, i)
			}
		}
	}
}

// markDouble marks a timestamp as the double of another if it has no other use and no text is
// between the two.
func (j *judge) markDouble(of, double int) {
	m := &j.Candidates[double]
	a, b := min(j.Candidates[of].Line, m.Line), max(j.Candidates[of].Line, m.Line)
	if j.Labels[double] == stamp.Undecided && m.Place == stamp.Whole &&
		j.textsBetween(int(a)+1, int(b)) == 0 {
		j.Labels[double] = stamp.DoubleLabel
		j.Classes[m.Line] = text.DoubleLine
	}
}
