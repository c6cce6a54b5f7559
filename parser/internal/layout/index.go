package layout

import (
	"iter"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"sort"
)

// What is not part of the feed although its timestamps look the same: an index of key events at the
// top, lists after it.

// cutAround takes out the candidates around the feed that are no part of it.
func (j *judge) cutAround() {
	j.cutIndex()
	if j.isMixed() {
		return // its time turns anywhere
	}
	j.cutTail()
}

// isMixed reports whether clocks follow dates that follow clocks among the feed's timestamps. Such
// a list is in no order: its dates are those of older entries, which may be anywhere.
func (j *judge) isMixed() bool {
	changes, last := 0, stamp.ClockFamily
	for k, i := range j.main.stamps {
		family := j.Candidates[i].Fields.Family()
		if family != stamp.ClockFamily && family != stamp.DateFamily {
			return false
		}
		if k > 0 && family != last {
			changes++
		}
		last = family
	}
	return changes >= 2
}

// cutIndex takes out the leading candidates that repeat stamps of the feed. An index ends where the
// clock jumps back against the order. The run before the jump is one if its titles and times recur
// below, or if it is packed more tightly.
func (j *judge) cutIndex() {
	for range few { // one may be above another
		k := j.indexSize()
		if k == 0 {
			return
		}
		for _, i := range j.main.stamps[:k] {
			j.Labels[i] = stamp.IndexLabel
		}
		j.main.stamps = j.main.stamps[k:]
		j.weigh(j.main)
	}
}

// turnsAt reports whether time jumps back against the order between candidates k-1 and k, with no
// date between them.
func (j *judge) turnsAt(k int) bool {
	a, b := &j.Candidates[j.main.stamps[k-1]], &j.Candidates[j.main.stamps[k]]
	if j.dateBetween(a, b) {
		return false
	}
	way, _ := j.compare(a, b)
	if j.main.down >= j.main.up {
		return way == rises
	}
	return way == falls
}

// indexSize returns how many leading candidates are an index, 0 if there is none.
func (j *judge) indexSize() int {
	n := len(j.main.stamps)
	most := min(n-1, mostIndex)
	for most > 0 && !j.turnsAt(most) {
		most--
	}
	if most < 1 {
		return 0
	}
	times, titles, wide := j.repeatedTimes(most), j.repeatedTitles(most), j.wideGaps()
	ages := j.main.style.Family == stamp.AgeFamily
	for k := most; k >= 1; k-- {
		if !j.turnsAt(k) {
			continue
		}
		switch {
		case titles[k]*2 > k && (ages || times[k]*2 > k),
			k >= few && wide.packed(0, k) && wide.spaced(k, n):
			return k
		}
	}
	return 0
}

// A clockKey is the time that an index repeats.
type clockKey struct {
	hour, minute, day, month int8
	match, age               int16
	unit                     words.Unit
}

func (j *judge) clockKey(i int32) clockKey {
	f := &j.Candidates[i].Fields
	return clockKey{f.Hour, f.Minute, f.Day, f.Month, f.Match, f.Age, f.Unit}
}

// repeatedTimes returns, for every k up to most, how many of the first k candidates have a time
// that one of the others has.
func (j *judge) repeatedTimes(most int) []int {
	stamps := j.main.stamps
	last := make(map[clockKey]int, most)
	for k, i := range stamps[:most] {
		last[j.clockKey(i)] = k
	}
	missing := len(last)
	for k := len(stamps) - 1; k >= most && missing > 0; k-- {
		key := j.clockKey(stamps[k])
		if n, wanted := last[key]; wanted && n < most {
			last[key] = k
			missing--
		}
	}
	stays := make([]int, most) // up to which k there is such another
	for k, i := range stamps[:most] {
		stays[k] = last[j.clockKey(i)]
	}
	return sumOfStays(stays)
}

// sumOfStays returns, for every k, how many of the first k elements stay up to k or beyond.
func sumOfStays(stays []int) []int {
	sums := make([]int, len(stays)+1)
	for i, until := range stays {
		if until > i {
			sums[i+1]++
			if until+1 < len(sums) {
				sums[until+1]--
			}
		}
	}
	for k := 1; k < len(sums); k++ {
		sums[k] += sums[k-1]
	}
	return sums
}

// repeatedTitles returns, for every k up to most, how many of the first k candidates have a title
// that recurs later. Later is from the line above candidate k on.
func (j *judge) repeatedTitles(most int) []int {
	stamps := j.main.stamps
	last := j.lastLines(most)
	stays := make([]int, most)
	for k := range stays {
		again := -1
		for text, line := range j.beside(stamps[k]) {
			if n := last.lines[text]; n > line {
				again = max(again, n)
			}
		}
		// The last candidate whose line above is not after the title's last line.
		stays[k] = sort.Search(len(stamps),
			func(n int) bool { return int(j.Candidates[stamps[n]].Line)-1 > again }) - 1
	}
	return sumOfStays(stays)
}

// beside yields what may be the headline of a candidate, and its line: the rest of its own line,
// the lines below and above. Controls of the page recur everywhere.
func (j *judge) beside(i int32) iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		m := &j.Candidates[i]
		line := int(m.Line)
		if m.Place != stamp.Whole && !yield(j.rest(m), line) {
			return
		}
		if line+1 < len(j.Classes) && !j.Classes[line+1].IsAside() &&
			!yield(j.D.Line(line+1), line+1) {
			return
		}
		if line > 0 && !j.Classes[line-1].IsAside() {
			yield(j.D.Line(line-1), line-1)
		}
	}
}

// lastLines are the last lines of some texts; -1: none so far. Most other texts are of none of the
// kinds of those that are still looked for, of which some share a place.
type lastLines struct {
	lines   map[string]int
	kinds   [1 << 10]uint16
	missing int
}

// kind returns how many texts of some kind, or another of its place, are still looked for.
func (l *lastLines) kind(k text.TextKind) *uint16 { return &l.kinds[int(k)%len(l.kinds)] }

// want adds a text to those searched.
func (l *lastLines) want(content string) {
	if _, wanted := l.lines[content]; !wanted && len(content) >= text.TitleSize {
		l.lines[content] = -1
		*l.kind(text.KindOf(content))++
		l.missing++
	}
}

// note notes that a text is in line i, above those noted before.
func (l *lastLines) note(content string, i int) {
	if last, wanted := l.lines[content]; wanted && last < 0 {
		l.lines[content] = i
		*l.kind(text.KindOf(content))--
		l.missing--
	}
}

// lastLines returns the last lines of the texts beside the first candidates.
func (j *judge) lastLines(n int) *lastLines {
	l := &lastLines{lines: map[string]int{}}
	stamps := j.main.stamps
	for _, i := range stamps[:n] {
		for text := range j.beside(i) {
			l.want(text)
		}
	}
	first, k := max(0, int(j.Candidates[stamps[0]].Line)-1), len(stamps)-1
	for i := len(j.Classes) - 1; i >= first && l.missing > 0; i-- {
		if *l.kind(j.D.Kinds[i]) > 0 && j.Classes[i] != text.BlankLine {
			l.note(j.D.Line(i), i)
		}
		for ; k >= 0 && int(j.Candidates[stamps[k]].Line) == i; k-- {
			if m := &j.Candidates[stamps[k]]; m.Place != stamp.Whole {
				l.note(j.rest(m), i)
			}
		}
	}
	return l
}

// gapSums[k] is how many of the gaps before candidate k have two lines of text or more.
type gapSums []int32

func (j *judge) wideGaps() gapSums {
	stamps := j.main.stamps
	sums := make(gapSums, len(stamps)+1)
	for k := 1; k < len(stamps); k++ {
		sums[k] = sums[k-1]
		if j.gap(stamps[k-1], stamps[k]) >= 2 {
			sums[k]++
		}
	}
	return sums
}

// packed reports whether at most one line of text follows each of the candidates [a, b) but the
// last.
func (s gapSums) packed(a, b int) bool { return s[b-1] == s[a] }

// spaced reports whether two lines of text or more follow most of the candidates [a, b).
func (s gapSums) spaced(a, b int) bool { return s[b-1] > s[a] && int(s[b-1]-s[a])*2 > b-1-a }

// gap returns how many lines of text are between two candidates, with the text in the line of the
// first.
func (j *judge) gap(a, b int32) int {
	m := &j.Candidates[a]
	n := int(j.Texts[j.Candidates[b].Line] - j.Texts[m.Line+1])
	if m.Place == stamp.Opens {
		n++
	}
	return n
}

// cutTail removes the candidates after the feed's end. That is a line such as "More on this story"
// where time then jumps against the order. No neighbour may end with such a line too, as posts do
// with "Comments". It is also a last run that begins with such a jump and is packed more tightly
// than the feed.
func (j *judge) cutTail() {
	stamps, wide := j.main.stamps, j.wideGaps()
	n := len(stamps)
	for k := 1; k < n; k++ {
		if !j.turnsAt(k) {
			continue
		}
		if j.endsOnceBetween(stamps, k) || k >= few && n-k >= 2 && wide.packed(k, n) &&
			wide.spaced(0, k) {
			for _, i := range stamps[k:] {
				j.Labels[i] = stamp.IgnoredLabel
			}
			j.main.stamps = stamps[:k]
			j.weigh(j.main)
			return
		}
	}
}

// endsOnceBetween reports whether a line that heads what follows feeds is before candidate k, and
// none in the entries next to it.
func (j *judge) endsOnceBetween(stamps []int32, k int) bool {
	return j.endsBetween(stamps[k-1], stamps[k]) &&
		(k < 2 || !j.endsBetween(stamps[k-2], stamps[k-1])) &&
		(k+1 == len(stamps) || !j.endsBetween(stamps[k], stamps[k+1]))
}

// dropEmpty removes timestamps without text that the next timestamp contradicts: the length of a
// video between two entries.
func (j *judge) dropEmpty() {
	if j.Place != feed.Above || j.Byline {
		return
	}
	s := j.main
	var kept []int32
	for k, i := range s.stamps {
		switch {
		case j.isContradicted(k):
			if j.Labels[i] = stamp.IgnoredLabel; kept == nil {
				kept = append(make([]int32, 0, len(s.stamps)), s.stamps[:k]...)
			}
		case kept != nil:
			kept = append(kept, i)
		}
	}
	if kept != nil {
		s.stamps = kept
		j.weigh(s)
	}
}

// isContradicted reports whether timestamp k has no text, and time does not run the feed's way to
// it or from it.
func (j *judge) isContradicted(k int) bool {
	stamps := j.main.stamps
	if k+1 == len(stamps) || j.gap(stamps[k], stamps[k+1]) > 0 {
		return false
	}
	down := j.main.down >= j.main.up
	for i := max(k, 1); i <= k+1; i++ {
		if ok, _ := j.runs(&j.Candidates[stamps[i-1]], &j.Candidates[stamps[i]], down, false); !ok {
			return true
		}
	}
	return false
}

// endsBetween reports whether a line between two candidates heads what follows a feed.
func (j *judge) endsBetween(a, b int32) bool {
	for i := int(j.Candidates[a].Line) + 1; i < int(j.Candidates[b].Line); i++ {
		if !j.D.IsBlank(i) && j.endsPage(i) {
			return true
		}
	}
	return false
}
