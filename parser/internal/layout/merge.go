package layout

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"slices"
)

// Merging: series that run together in time are one.

// merge joins the series that run together in time. They have the same placement and a clock with a
// clock or with a full timestamp. Most candidates of one are between neighbours of the other, in
// time as in the text. Candidates too few to recur on their own are tried too: a clock after a wide
// space among clocks with one space.
func (j *judge) merge() {
	for round := 0; round < mostRounds && j.mergeOnce(); round++ {
		j.sortSeries()
	}
	j.sortSeries()
}

// mergeOnce joins what belongs together and reports whether anything was.
func (j *judge) mergeOnce() bool {
	joined := false
	for a := 0; a < len(j.series); a++ {
		for b := a + 1; b < len(j.series); {
			if s, t := j.series[a], j.series[b]; j.mayMerge(s, t) && j.fits(s, t) {
				j.join(s, t)
				j.series = slices.Delete(j.series, b, b+1)
				joined = true
				continue
			}
			b++
		}
	}
	return joined
}

// mayMerge reports whether two series may be timestamps of one feed. They have the same placement,
// or some of the timestamps alone on their lines have a byline next to them. And they have a clock,
// or the same facts.
func (j *judge) mayMerge(s, t *series) bool {
	a, b := s.style, t.style
	if a.Label != b.Label || a.Place != b.Place && !(besideByline(s, t) || besideByline(t, s) ||
		j.brokenOff(s, t)) {
		return false
	}
	if a.Place == stamp.Closes && b.Place == stamp.Closes && a.Sep != b.Sep {
		return false // "… opens at 9:00" among stamps in brackets
	}
	if a.Family == b.Family {
		return true
	}
	switch timed := func(f stamp.Family) bool {
		return f == stamp.ClockFamily || f == stamp.StampFamily
	}; {
	case timed(a.Family) && timed(b.Family) && (j.goesOnDated(s, t) || j.goesOnDated(t, s)):
		return true
	case timed(a.Family) && timed(b.Family) && a.Half != b.Half && len(t.stamps) == 1 &&
		len(s.stamps) > 2 && a.Family == stamp.ClockFamily:
		return false // the date and clock of an embedded post
	case timed(a.Family) && timed(b.Family):
		return len(s.stamps) < 3 || a.Family == stamp.ClockFamily || s.interleaves(t)
	case a.Place == stamp.Opens && a.Family == stamp.DateFamily && b.Family == stamp.StampFamily:
		return s.interleaves(t)
	case timed(a.Family) && b.Family == stamp.DateFamily && j.haveOwnDays(s, t):
		return true
	case timed(a.Family) && b.Family == stamp.DateFamily:
		return j.isMixedList(s, t) || a.Place == stamp.Whole && j.goesOnAsList(s, t)
	case a.Family == stamp.AgeFamily && b.Family == stamp.DateFamily:
		return a.Place == stamp.Whole && (j.areRelative(t) || j.goesOnAsList(s, t))
	case a.Family == stamp.AgeFamily &&
		b.Family == stamp.StampFamily: // "1h ago", then "Yesterday at 21:40"
		return a.Place == stamp.Whole && (j.areRelative(t) || j.goesOnOlder(s, t))
	case a.Family == stamp.StampFamily && b.Family == stamp.AgeFamily:
		return a.Place == stamp.Whole && (j.areRelative(s) || j.goesOnOlder(t, s))
	case a.Place == stamp.Opens && a.Family == stamp.DateFamily && b.Family == stamp.CoarseFamily:
		return a.Sep == b.Sep && a.Sep == stamp.StrongSep && s.interleaves(t)
	}
	return false
}

// goesOnAsList reports whether a list continues with dates where its clocks end. Today's entries
// have clocks, the older ones dates, with as much text between the ones as between the others.
func (j *judge) goesOnAsList(s, t *series) bool {
	n, m := len(s.stamps), len(t.stamps)
	if n < 2 || m < 2 || t.stamps[0] != s.stamps[n-1]+1 || t.up > 0 || s.up > s.down {
		return false
	}
	size := j.gap(s.stamps[0], s.stamps[1])
	for _, stamps := range [][]int32{s.stamps, {s.stamps[n-1], t.stamps[0]}, t.stamps} {
		for k := 1; k < len(stamps); k++ {
			if j.gap(stamps[k-1], stamps[k]) != size {
				return false
			}
		}
	}
	return size > 0 && size <= 2
}

// isMixedList reports whether each entry of a list has a clock or, if it is not of today, a date:
// "13:30", "04.11.", "03.11.", "12:44". The dates could be headers of days. In such a list, though,
// every date has a text of its own. Dates follow each other as clocks do, or are in no order.
func (j *judge) isMixedList(s, t *series) bool {
	a, b := s.style, t.style
	if a.Family != stamp.ClockFamily || b.Family != stamp.DateFamily || a.Label != b.Label ||
		a.Place != b.Place || a.Place != stamp.Whole && a.Sep != b.Sep || !s.interleaves(t) {
		return false
	}
	isList := t.up > 0 && t.down > 0
	for k, i := range t.stamps {
		if int(i)+1 < len(j.Candidates) && j.gap(i, i+1) == 0 {
			return false // it heads what follows
		}
		isList = isList || k > 0 && t.stamps[k-1] == i-1
	}
	return isList
}

// haveOwnDays reports whether full dates alone on their lines are entries among those with a clock:
// "<2022-09-08 Thu 14:00>", "<2022-09-09 Fri>", "<2022-09-10 Sat 10:42>". Both are written alike,
// and no timestamp has the day of a date, so that the date heads none. Time runs one way over all.
func (j *judge) haveOwnDays(s, t *series) bool {
	a, b := s.style, t.style
	if a.Family != stamp.StampFamily || b.Family != stamp.DateFamily || a.Place != stamp.Whole ||
		b.Place != stamp.Whole || a.Form != b.Form || !a.Yeared || !b.Yeared || !s.interleaves(t) {
		return false
	}
	up, down := 0, 0
	all := slices.Concat(s.stamps, t.stamps)
	slices.Sort(all)
	for k := 1; k < len(all); k++ {
		m, n := &j.Candidates[all[k-1]].Fields, &j.Candidates[all[k]].Fields
		switch {
		case !m.IsFull() || !n.IsFull() || m.Weekday != 0 != (n.Weekday != 0):
			return false
		case m.HasClock() && n.HasClock():
		case m.DayNumber() < n.DayNumber():
			up++
		case m.DayNumber() > n.DayNumber():
			down++
		default:
			return false
		}
	}
	return up == 0 || down == 0
}

// goesOnDated reports whether a newest-first list of clocks continues with timestamps with a day.
// Today's entries have clocks alone, the older ones "16 August, 23:50"; a single one is
// "yesterday". They are written alike, nothing is between the two, and both have about as much text
// between them: comments below a feed are another list.
func (j *judge) goesOnDated(s, t *series) bool {
	n, m := len(s.stamps), len(t.stamps)
	if s.style.Family != stamp.ClockFamily || t.style.Family != stamp.StampFamily || n+m < 3 ||
		m < 2 && !j.areRelative(t) || t.stamps[0] != s.stamps[n-1]+1 {
		return false
	}
	if s.style.Notation != t.style.Notation || s.style.Sep != t.style.Sep ||
		s.style.Zoned != t.style.Zoned || s.up > 0 || t.up > 0 || j.Order == feed.OldestFirst {
		return false
	}
	a, b := j.meanGap(s.stamps[:n:n], t.stamps[0]), j.lastGap(t)
	return a > 0 && b > 0 && a <= 2*b && b <= 2*a
}

// lastGap returns the mean number of lines of text from one candidate of a series to the next. For
// a single candidate it is how many follow: a list of today may end with one entry of yesterday.
func (j *judge) lastGap(s *series) float64 {
	m := len(s.stamps)
	if m > 1 {
		return j.meanGap(s.stamps[:m-1], s.stamps[m-1])
	}
	end := j.D.Lines.Count()
	if next := int(s.stamps[0]) + 1; next < len(j.Candidates) {
		end = int(j.Candidates[next].Line)
	}
	return float64(j.textsBetween(int(j.Candidates[s.stamps[0]].Line), end))
}

// goesOnOlder reports whether a list of ages continues with timestamps with day and clock: those of
// today's entries are ages. About as much text precedes the first of these as is between the ages.
func (j *judge) goesOnOlder(s, t *series) bool {
	n := len(s.stamps)
	if s.style.Family != stamp.AgeFamily || t.style.Family != stamp.StampFamily ||
		s.style.Place != stamp.Whole || t.style.Place != stamp.Whole || n < 2 ||
		t.stamps[0] < s.stamps[n-1] {
		return false
	}
	if s.up > 0 || t.up > 0 || t.style.Label != 0 {
		return false
	}
	a, b := j.meanGap(s.stamps[:n-1:n-1], s.stamps[n-1]), j.meanGap(s.stamps[n-1:n:n], t.stamps[0])
	return a > 0 && b > 0 && a <= 2*b && b <= 2*a
}

// meanGap returns the mean number of lines of text from one mark to the next, the last of which is
// end.
func (j *judge) meanGap(stamps []int32, end int32) float64 {
	from, to := j.Candidates[stamps[0]].Line, j.Candidates[end].Line
	return float64(j.textsBetween(int(from), int(to))) / float64(len(stamps))
}

// areRelative reports whether all candidates of a series count from today: Yesterday.
func (j *judge) areRelative(s *series) bool {
	for _, i := range s.stamps {
		if j.Candidates[i].Fields.Has&stamp.RelDayGiven == 0 {
			return false
		}
	}
	return true
}

// brokenOff reports whether t are timestamps of s whose text was left on the next line, or who name
// a release. s opens lines, and t is between its candidates, alone on its lines, in the same
// notation.
func (j *judge) brokenOff(s, t *series) bool {
	if s.style.Place != stamp.Opens || t.style.Place != stamp.Whole ||
		s.style.Notation != t.style.Notation || s.style.Form != t.style.Form || len(s.stamps) < 3 {
		return false
	}
	if !s.interleaves(t) {
		return false
	}
	named := 0
	for _, i := range t.stamps {
		if j.Candidates[i].Fields.TitleEnd > 0 {
			named++
		}
	}
	return named == len(t.stamps) || s.style.Family == stamp.ClockFamily && len(t.stamps) >= 2 &&
		s.style.Sep == stamp.StrongSep
}

// interleaves reports whether a candidate of t is between two of s: clocks after a feed of dates
// and clocks are another list.
func (s *series) interleaves(t *series) bool {
	for _, i := range t.stamps {
		if i > s.stamps[0] && i < s.stamps[len(s.stamps)-1] {
			return true
		}
	}
	return false
}

// besideByline reports whether s is alone on its lines and t next to short texts, with other text
// below.
func besideByline(s, t *series) bool {
	n := len(t.stamps)
	parted := t.style.Place == stamp.Opens && t.style.Sep != stamp.BlankSep ||
		t.style.Place == stamp.Closes && t.style.Sep == stamp.StrongSep && n > 2 &&
			t.style.Half == s.style.Half
	return s.style.Place == stamp.Whole && parted && t.shortRest*10 >= 7*n && t.below*10 >= 7*n
}

// fits reports whether the candidates of t are between those of s in time.
func (j *judge) fits(s, t *series) bool {
	if t.style.Family == stamp.DateFamily && s.style.Family != stamp.DateFamily &&
		s.style.Place == stamp.Whole || j.isMixedList(s, t) ||
		j.goesOnOlder(s, t) || j.goesOnOlder(t, s) ||
		j.goesOnDated(s, t) || j.goesOnDated(t, s) {
		return true // mayMerge has looked
	}
	if len(s.stamps) == 1 && len(t.stamps) == 1 {
		return s.style.Place == t.style.Place && (s.style.Family == t.style.Family ||
			j.opensWithDate(s, t) || j.goBack(s, t))
	}
	down := j.fall(s, t)
	loose := s.style.Notation == t.style.Notation && s.style.Zoned == t.style.Zoned
	fit, n := 0, 0
	at := 0
	for _, i := range t.stamps {
		m := &j.Candidates[i]
		for at < len(s.stamps) && s.stamps[at] < i {
			at++
		}
		ok, known := true, false
		if at > 0 {
			before := &j.Candidates[s.stamps[at-1]]
			if m.Line-before.Line == 1 && j.sameClock(before, m) {
				continue // a double
			}
			o, k := j.runs(before, m, down, loose)
			ok, known = ok && o, known || k
		}
		if at < len(s.stamps) {
			next := &j.Candidates[s.stamps[at]]
			if at == 0 && m.Place == stamp.Whole && j.textsBetween(int(m.Line)+1,
				int(next.Line)) == 0 {
				return false // a stamp of the page, right above the feed
			}
			o, k := j.runs(m, next, down, loose)
			ok, known = ok && o, known || k
		}
		if !known {
			continue
		}
		n++
		if ok {
			fit++
		}
	}
	return n > 0 && float64(fit) >= 0.7*float64(n)
}

// fall reports whether time falls along two series: as in the first, or as in the other where a
// mark by itself runs no way.
func (j *judge) fall(s, t *series) bool {
	if s.down == s.up {
		s = t
	}
	return s.down > s.up || s.down == s.up && j.Order != feed.OldestFirst
}

// goBack reports whether two stamps that count from the moment of capture go back in time: "2 hours
// ago", then "Yesterday at 21:40".
func (j *judge) goBack(s, t *series) bool {
	a, b := &j.Candidates[s.stamps[0]], &j.Candidates[t.stamps[0]]
	if a.Line > b.Line {
		a, b = b, a
	}
	relative := func(m *stamp.Candidate) bool {
		return m.Fields.IsAge() || m.Fields.Has&stamp.RelDayGiven != 0
	}
	way, _ := j.compare(a, b)
	return relative(a) && relative(b) && way == falls && j.Order != feed.OldestFirst
}

// opensWithDate reports whether the first of two timestamps has the date and the second its clock
// alone. They have one notation and running text between them.
func (j *judge) opensWithDate(s, t *series) bool {
	a, b := &j.Candidates[s.stamps[0]], &j.Candidates[t.stamps[0]]
	if a.Line > b.Line {
		a, b = b, a
	}
	return a.Fields.Family() == stamp.StampFamily && b.Fields.Family() == stamp.ClockFamily &&
		a.Fields.Notation == b.Fields.Notation && a.Sep == b.Sep &&
		j.bodies[b.Line] > j.bodies[a.Line]
}

// runs reports whether time runs from a to b in the direction of the series, and whether that is
// known. loose allows for a midnight.
func (j *judge) runs(a, b *stamp.Candidate, down, loose bool) (ok, known bool) {
	if j.dateBetween(a, b) && !(a.Fields.HasDay() && b.Fields.HasDay()) {
		return true, true
	}
	way, by := j.compare(a, b)
	if way == apart {
		return true, false
	}
	if way == same {
		return true, true
	}
	switch {
	case loose && a.Fields.HasDay() && !b.Fields.HasDay() && (way == falls) != down:
		return true, max(by, -by) >= midnightJump // the last of its day, perhaps before a midnight
	case loose && !a.Fields.HasDay() && !b.Fields.HasDay() && max(by, -by) >= midnightJump:
		return true, true // may be a midnight
	}
	return (way == falls) == down, true
}

// sameClock reports whether two candidates have the same time of day.
func (j *judge) sameClock(a, b *stamp.Candidate) bool {
	return a.Fields.HasClock() && b.Fields.HasClock() && a.Fields.Hour == b.Fields.Hour &&
		a.Fields.Minute == b.Fields.Minute
}

// join puts the candidates of t into s.
func (j *judge) join(s, t *series) {
	s.stamps = append(s.stamps, t.stamps...)
	slices.Sort(s.stamps)
	j.weigh(s)
}
