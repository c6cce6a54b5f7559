package parser

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/grouping"
	"newstimeline/parser/internal/layout"
	"newstimeline/parser/internal/stamp"
	"slices"
)

// A part is a segment that is one entry.
type part = layout.Segment

// mostSure is how sure a layout is at most, in percent.
const mostSure = 99

// mostSureOfDay is how sure an entry of a day without timestamps is at most, in percent. Only the
// header, or a cue, says where it begins.
const mostSureOfDay = 95

// partsOf returns the entries of a judged document: those that stamps date, and those that days
// were grouped into.
func partsOf(l *layout.Layout, g *grouping.Result) []part {
	if len(g.Starts) == 0 {
		return l.Entries
	}
	parts := append(make([]part, 0, len(l.Entries)+len(g.Starts)), l.Entries...)
	for n, s := range g.Starts {
		b := l.Days[s.Day]
		b.From, b.Why = int32(s.Line), s.Why
		if n > 0 && g.Starts[n-1].Day == s.Day {
			parts[len(parts)-1].To = int32(s.Line)
		}
		b.Sure = int8(max(1, s.Confidence()*int(b.Sure)/mostSure))
		b.Guessed = !s.IsCertain()
		if s.Why == feed.RuleDayFirst || b.Guessed {
			b.Sure = min(b.Sure, mostSureOfDay)
		}
		parts = append(parts, b)
	}
	if len(l.Entries) > 0 && len(g.Starts) > 0 {
		slices.SortStableFunc(parts, func(a, b part) int { return int(a.From - b.From) })
	}
	return parts
}

// group groups the days of a judged document.
func (p *Parser) group(l *layout.Layout) grouping.Result {
	g := grouping.Groups{Flow: l.Flow, Headers: make([]int32, 0, len(l.Headers)),
		O: grouping.Options{By: grouping.By(p.Group), Bias: p.GroupBias, Least: p.MinConfidence}}
	for _, h := range l.Headers {
		g.Headers = append(g.Headers, l.Candidates[h].Line)
	}
	g.Plans = plans(l)
	days := make([]grouping.Day, len(l.Days))
	for k, b := range l.Days {
		days[k] = grouping.Day{From: int(b.From), To: int(b.To)}
	}
	return g.GroupDays(days)
}

// plans returns the lines, from 0, of what is planned for a day. Each has a clock that dates no
// entry, and such a line with a later one is below it, or with an earlier one above.
func plans(l *layout.Layout) (lines []int32) {
	if len(l.Days) == 0 {
		return nil
	}
	var last *stamp.Candidate // the clock before
	for i := range l.Candidates {
		m := &l.Candidates[i]
		if l.Labels[i] != stamp.Undecided || !m.Fields.HasClock() {
			continue
		}
		if last != nil && l.Texts[m.Line] == l.Texts[last.Line+1] && minuteOf(last) < minuteOf(m) {
			lines = append(lines, last.Line, m.Line)
		}
		last = m
	}
	return lines
}

// minuteOf returns the minute of the day of a clock.
func minuteOf(m *stamp.Candidate) int { return int(m.Fields.Hour)*60 + int(m.Fields.Minute) }
