package layout

import (
	"newstimeline/parser/internal/dating"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/tally"
	"newstimeline/parser/internal/text"
	"slices"
	"sort"
	"strings"
)

// Day headers: whole-line dates that date the entries around them.

// findHeaders finds the day headers among the whole-line dates that are no entry's stamp.
func (j *judge) findHeaders() {
	groups := map[stamp.Style][]int32{}
	var keys []stamp.Style
	var titles headerTitles
	for i := range j.Candidates {
		m := &j.Candidates[i]
		if j.Labels[i] != stamp.Undecided || !j.mayHead(m) {
			continue
		}
		if m.Place == stamp.Opens && !j.isHeadline(m) || m.Place >= stamp.Closes &&
			!j.isRuled(m) && !titles.recurs(j, m) {
			continue
		}
		k := stamp.Style{Place: m.Place, Family: m.Fields.Family(), Form: m.Fields.DateForm,
			Yeared: m.Fields.Year != 0, Label: m.Fields.Has & (stamp.Updated | stamp.Published)}
		if m.Fields.Has&stamp.RelDayGiven != 0 || m.Fields.IsAge() {
			k = stamp.Style{Family: stamp.AgeFamily}
		}
		if groups[k] == nil {
			keys = append(keys, k)
		}
		groups[k] = append(groups[k], int32(i))
	}
	relative := groups[stamp.Style{Family: stamp.AgeFamily}]
	for _, k := range keys {
		if k.Label != 0 && len(groups[k]) < 2 {
			continue // the page's
		}
		if g := j.withoutStrays(groups[k]); j.areHeaders(g) || k.Place == stamp.Whole &&
			k.Family == stamp.DateFamily && j.goOn(relative, g) && j.areHeaders(relative) {
			j.Headers = append(j.Headers, g...)
			for _, i := range g {
				j.Labels[i] = stamp.HeaderLabel
			}
		}
	}
	slices.Sort(j.Headers)
	j.Below = len(j.Headers) > 0 && j.standBelow(j.Headers, j.main.stamps[0],
		j.main.stamps[len(j.main.stamps)-1])
}

// withoutStrays returns dates without those of other articles: below the last timestamp, from the
// first on that runs against the order of those above it.
func (j *judge) withoutStrays(g []int32) []int32 {
	last := j.main.stamps[len(j.main.stamps)-1]
	n, _ := slices.BinarySearch(g, last)
	if n < 2 || !j.strictly(g[:n]) {
		return g
	}
	for k := n; k < len(g); k++ {
		if !j.strictly(g[:k+1]) {
			return g[:k]
		}
	}
	return g
}

// headerFrom returns the place among the headers of the first one that is not above line i.
func (j *judge) headerFrom(i int) int {
	return sort.Search(len(j.Headers),
		func(n int) bool { return int(j.Candidates[j.Headers[n]].Line) >= i })
}

// standBelow reports whether day headers date what is above them: there is text above the first of
// them, and nothing below the last. first and last are the outermost stamps.
func (j *judge) standBelow(headers []int32, first, last int32) bool {
	below := int(j.Candidates[headers[len(headers)-1]].Line) + 1
	n := j.D.Lines.Count()
	return headers[0] > first && headers[len(headers)-1] > last && j.bodies[below] == j.bodies[n] &&
		(len(headers) > 1 || j.textsBetween(below, n) == 0)
}

// isHeadline reports whether a date that opens a line is a header with a title: "Tuesday 6
// February: the fog".
func (j *judge) isHeadline(m *stamp.Candidate) bool {
	if m.Sep == stamp.StrongSep && m.Fields.IsFull() &&
		j.D.Look(int(m.Line)).Has(text.LookMarkdown) {
		return true // ## 2026-07-30 — what happened
	}
	rest := j.rest(m)
	return m.Fields.Has&(stamp.NamedDate|stamp.WeakDate|stamp.LeadingPrep) == stamp.NamedDate &&
		(m.Sep == stamp.StrongSep || m.Sep == stamp.CommaSep) &&
		text.Size(rest) <= text.SentenceSize && !text.EndsSentence(rest)
}

// isRuled reports whether a date ends a line that a rule sets off from the text: "--- Day changed
// Fri May 03 2024". With a clock it is the first or last moment of the log of a day.
func (j *judge) isRuled(m *stamp.Candidate) bool {
	s := j.D.Line(int(m.Line))
	if len(s) <= few || strings.IndexByte("-=*+#", s[0]) < 0 || s[1] != s[0] || s[2] != s[0] {
		return false
	}
	return m.Place == stamp.Closes && m.Fields.Year != 0 &&
		text.Size(j.rest(m)) <= text.RubricSize
}

// mayHead reports whether a whole-line candidate could date the entries around it. It has a day, a
// month or a year that the entries' own timestamps lack.
func (j *judge) mayHead(m *stamp.Candidate) bool {
	if j.cards[int(m.Line)] ||
		m.Fields.Has&(stamp.Updated|stamp.Published) != 0 && m.Fields.Family() != stamp.DateFamily {
		return false
	}
	switch j.main.style.Family {
	case stamp.ClockFamily, stamp.StampFamily:
		return (!m.Fields.HasClock() || j.isRuled(m)) && (m.Fields.HasDay() || m.Fields.IsAge() ||
			m.Fields.Family() == stamp.CoarseFamily)
	case stamp.DateFamily:
		return m.Fields.Family() == stamp.CoarseFamily
	}
	return false
}

// areHeaders reports whether whole-line candidates of one shape are day headers: the feed's
// timestamps are between them, and the clock jumps across them. Dates on cards inside the feed fail
// this.
func (j *judge) areHeaders(g []int32) bool {
	entries := j.main.stamps
	crossed, jumps, tried, beside := 0, 0, 0, 0
	for k, i := range g {
		at, _ := slices.BinarySearch(entries, i)
		if at > 0 && at < len(entries) {
			a, b := &j.Candidates[entries[at-1]], &j.Candidates[entries[at]]
			if a.Fields.HasClock() && b.Fields.HasClock() {
				tried++
				if j.crosses(a, b) {
					jumps++
				}
			}
		}
		if j.nextTo(i, at) || len(g) == 1 && at == 0 && j.topsEntry(i) {
			beside++
		}
		if k > 0 {
			before, _ := slices.BinarySearch(entries, g[k-1])
			from, to := j.Candidates[g[k-1]].Line, j.Candidates[i].Line
			if at > before || j.bodies[to] > j.bodies[from+1] ||
				j.Texts[to] == j.Texts[from+1] && j.strictly(g[k-1:k+1]) {
				crossed++ // or the day before has no entry
			}
		}
	}
	n := len(g)
	if j.contradict(g) {
		return false
	}
	if n == 1 {
		return beside == 1 && jumps == tried && (j.Candidates[g[0]].Place == stamp.Whole ||
			tried == 1 && j.Candidates[g[0]].Place == stamp.Closes)
	}
	if j.main.style.Family == stamp.DateFamily {
		return crossed*2 >= n-1
	}
	if j.agree(g) && j.strictly(g) {
		return true
	}
	return isMost(crossed, n-1) && beside*2 >= n && (jumps*2 >= tried || beside == n &&
		j.strictly(g))
}

// goOn reports whether dates continue, or lead up to, headers that count from today: Today,
// Yesterday, 2 March. A timestamp is right next to each.
func (j *judge) goOn(relative, g []int32) bool {
	if len(relative) < 2 || g[0] < relative[len(relative)-1] && g[len(g)-1] > relative[0] {
		return false
	}
	for _, i := range g {
		if at, _ := slices.BinarySearch(j.main.stamps, i); !j.nextTo(i, at) {
			return false
		}
	}
	return j.strictly(g)
}

// agree reports whether dates match the timestamps right below them, wherever there are timestamps
// between one and the next.
func (j *judge) agree(g []int32) bool {
	entries, agreeing := j.main.stamps, 0
	for k, i := range g {
		at, _ := slices.BinarySearch(entries, i)
		if at == len(entries) || k+1 < len(g) && entries[at] > g[k+1] ||
			!j.Candidates[entries[at]].Fields.HasDay() {
			continue
		}
		if way, _ := j.compare(&j.Candidates[i], &j.Candidates[entries[at]]); way != same {
			return false
		}
		agreeing++
	}
	return agreeing > 0
}

// crosses reports whether the clock runs against the feed's order from a to b, as it does over a
// day's end.
func (j *judge) crosses(a, b *stamp.Candidate) bool {
	at, bt := int(a.Fields.Hour)*60+int(a.Fields.Minute), int(b.Fields.Hour)*60+int(b.Fields.Minute)
	if j.main.down >= j.main.up {
		return bt > at
	}
	return bt < at
}

// nextTo reports whether a timestamp of an entry is right above or below candidate i; at is the
// place of i among the entries.
func (j *judge) nextTo(i int32, at int) bool {
	entries := j.main.stamps
	line := int(j.Candidates[i].Line)
	if at < len(entries) {
		if next := int(j.Candidates[entries[at]].Line); j.Texts[next]-j.Texts[line] <= j.reach() {
			return true
		}
	}
	if at > 0 {
		if before := int(
			j.Candidates[entries[at-1]].Line); j.Texts[line]-j.Texts[before+1] <= j.reach() {
			return true
		}
	}
	return false
}

// reach is how many lines of text may be between a header and the nearest timestamp: a title, if
// timestamps are below it.
func (j *judge) reach() int32 { return 1 }

// strictly reports whether dates follow each other strictly in one order, mistyped years left
// aside.
func (j *judge) strictly(g []int32) bool {
	g = j.withoutSlips(g)
	down, up := 0, 0
	for k := 1; k < len(g); k++ {
		switch way, _ := j.compare(&j.Candidates[g[k-1]], &j.Candidates[g[k]]); way {
		case falls:
			down++
		case rises:
			up++
		}
	}
	return max(down, up) == len(g)-1
}

// withoutSlips returns the dates without those whose year is mistyped.
func (j *judge) withoutSlips(g []int32) []int32 {
	days := make([]dating.Day, len(g))
	for k, i := range g {
		if days[k] = dating.None; j.Candidates[i].Fields.IsFull() {
			days[k] = dating.Day(j.ordinal(&j.Candidates[i].Fields))
		}
	}
	var kept []int32
	for k, isSlip := range dating.Misfits(days, dating.Unsettled) {
		if !isSlip {
			kept = append(kept, g[k])
		}
	}
	return kept
}

// dropPageDate takes out a first date that the second repeats: it is the page's, and the second
// heads the day.
func (j *judge) dropPageDate() {
	stamps := j.main.stamps
	if len(stamps) < 2 {
		return
	}
	a, b := &j.Candidates[stamps[0]], &j.Candidates[stamps[1]]
	if way, _ := j.compare(a, b); way != same {
		return
	}
	to := j.D.Lines.Count()
	if len(stamps) > 2 {
		to = int(j.Candidates[stamps[2]].Line)
	}
	if head, day := j.textsBetween(int(a.Line)+1, int(b.Line)), j.textsBetween(int(b.Line)+1,
		to); day > longDay && day > head {
		j.Labels[stamps[0]] = stamp.PageLabel
		j.main.stamps = stamps[1:]
		j.weigh(j.main)
	}
}

// isHeaded reports whether a gap is a headline and its text.
func (j *judge) isHeaded(g between) bool {
	if first := j.D.Look(g.first); g.texts < 2 || !first.Has(text.LookHeading) ||
		first.Has(text.LookLong) && text.Size(j.D.Line(g.first)) > 2*text.SentenceSize {
		return false
	}
	headings := 0
	for i := g.first + 1; i <= g.last; i++ {
		if j.Texts[i+1] > j.Texts[i] && j.D.Look(i).Has(text.LookHeading) {
			headings++
		}
	}
	return headings*few <= g.texts && headings <= 2*few
}

// pairs returns how many titles with running text right below them a segment has, 0 if its text
// does not consist of such pairs.
func (j *judge) pairs(g between) int {
	if first := j.D.Look(g.first); !first.Has(text.LookHeading) || first.Has(text.LookRunning) {
		return 0
	}
	n, headline := 0, false
	for i := g.first; i <= g.last; i++ {
		switch {
		case j.Classes[i] != text.TextLine:
		case j.bodies[i+1] > j.bodies[i]:
			if headline {
				n++
			}
			headline = false
		case headline || !j.D.Look(i).Has(text.LookHeading):
			return 0
		default:
			headline = true
		}
	}
	return n
}

// skippedDays returns the logarithm of how many days a date header is from the next, in thousandths
// of a bit, in the mean. Where several things happen every day, few days have none.
func (m *measure) skippedDays() int {
	sum, stamps := 0, m.j.main.stamps
	for k := 1; k < len(stamps); k++ {
		_, by := m.j.compare(&m.j.Candidates[stamps[k-1]], &m.j.Candidates[stamps[k]])
		sum += min(bitsOf(int(max(by, -by))/minutesOfDay), mostLog*full)
	}
	return sum / max(1, len(stamps)-1)
}

const minutesOfDay = 24 * 60

// holdsPairs reports whether a gap is two headlines or more, each with its text.
func (j *judge) holdsPairs(g between) bool { return j.pairs(g) >= 2 }

// holdDays reports whether the date headers have the texts of several entries under each. These are
// many lines, or several headlines with their texts, or neither a line nor a headline with its
// text.
func (m *measure) holdDays() bool {
	switch n := len(m.j.main.stamps); {
	case m.leftSetOff >= n:
		return false // clocks date the entries
	case n < 2:
		return true
	}
	gaps := m.gapsOf()
	switch {
	case m.same > 0:
		return false // a day has one header
	case m.markShare(hasName) > even:
		return false // each names a release
	case m.markShare(isBylined) > even:
		return false // each names a writer
	case m.j.main.style.Place == stamp.Whole && m.j.formOf(m.j.main.stamps, 0) == full:
		return false // as do the lines above all dates
	case m.shareOfGaps(m.j.holdsPairs) > even:
		return true
	case tally.Median(gaps) > longDay || len(gaps) == 0:
		return true
	case m.repeated(firstText) > even:
		return false // each is above a rubric: "News", "Sport"
	}
	single := func(g between) bool { return g.texts == 1 }
	return !isMost(m.shareOfGaps(single), full) &&
		!isMost(m.shareOfGaps(m.j.isHeaded), full)
}

// textUnit is how many bytes of text a day is measured in: a line or two.
const textUnit = 32

// textOfDays returns the logarithm of how much text the days in the middle have, in thousandths.
func (m *measure) textOfDays() int {
	sizes := make([]int, len(m.units))
	for k := range m.units {
		u := &m.units[k]
		from, to := m.j.D.Lines.Span(m.j.D.Text, u.top), m.j.D.Lines.Span(m.j.D.Text, u.bottom)
		sizes[k] = (to.End - from.Start) / textUnit
	}
	return logOf(tally.Median(sizes))
}

func hasName(c *stamp.Candidate) bool { return c.Fields.TitleEnd > 0 }

func isBylined(c *stamp.Candidate) bool { return c.Fields.Has&stamp.Bylined != 0 }

// gapsOf returns how many lines of text are between neighbouring timestamps.
func (m *measure) gapsOf() (texts []int) {
	for g := range m.j.eachGap() {
		texts = append(texts, g.texts)
	}
	return texts
}
