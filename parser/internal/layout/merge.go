package layout

import (
	"newstimeline/parser/internal/stamp"
	"slices"
)

// Merging: series that run together in time are one.

// merge joins the series that run together in time. They have the same placement and a clock with a
// clock or with a full timestamp. Most candidates of one are between neighbours of the other, in
// time as in the text. Candidates too few to recur on their own are tried too: a clock after a wide
// space among clocks with one space.
func (j *judge) merge() {
	for j.mergeOnce() { // what has been joined may go on in another
		j.sortSeries()
	}
	j.sortSeries()
}

// mergeOnce joins what belongs together and reports whether anything was.
func (j *judge) mergeOnce() bool {
	joined := false
	for a := 0; a < len(j.series); a++ {
		for b := a + 1; b < len(j.series); {
			if s, t := datesLast(j.series[a], j.series[b]); j.mayMerge(s, t) && j.fits(s, t) {
				j.join(s, t)
				j.series[a] = s
				j.series = slices.Delete(j.series, b, b+1)
				joined = true
				continue
			}
			b++
		}
	}
	return joined
}

// datesLast returns two series, clocks before dates.
func datesLast(s, t *series) (first, second *series) {
	if s.style.Family == stamp.DateFamily && t.style.Family == stamp.ClockFamily {
		return t, s
	}
	return s, t
}

// mayMerge reports whether two series may be timestamps of one feed. They have the same placement,
// or some are alone on their lines and the others beside a byline. And they have a clock or the
// same facts.
func (j *judge) mayMerge(s, t *series) bool {
	a, b := s.style, t.style
	if a.Label != b.Label {
		return false
	}
	if j.isOddOne(s, t) {
		return true
	}
	if a.Place != b.Place && !besideByline(s, t) && !besideByline(t, s) {
		return false
	}
	if a.Place == stamp.Closes && b.Place == stamp.Closes && a.Sep != b.Sep {
		return false // "… opens at 9:00" among stamps in brackets
	}
	timed := func(f stamp.Family) bool {
		return f == stamp.ClockFamily || f == stamp.StampFamily
	}
	return a.Family == b.Family || timed(a.Family) && timed(b.Family) ||
		j.isMixedList(s, t) || j.areRelative(s) && j.areRelative(t)
}

// isOddOne reports whether the timestamps of t are written otherwise than those of s, on headings
// of the same kind.
func (j *judge) isOddOne(s, t *series) bool {
	return s.style.Family == t.style.Family && len(s.stamps) >= few &&
		j.areHeadingsAlike(s.stamps, t.stamps)
}

// besideByline reports whether s is alone on its lines and t next to short texts. An age alone is
// the same as that in the byline of its entry.
func besideByline(s, t *series) bool {
	n, style := len(t.stamps), t.style
	isSetOff := style.Place == stamp.Opens ||
		style.Place == stamp.Closes && style.Sep == stamp.StrongSep && n >= few
	return s.style.Place == stamp.Whole && s.style.Family != stamp.AgeFamily && isSetOff &&
		isMost(t.shortRest, n)
}

// areRelative reports whether all candidates of a series count from the moment of capture.
func (j *judge) areRelative(s *series) bool {
	return !slices.ContainsFunc(s.stamps,
		func(i int32) bool { return !isRelative(&j.Candidates[i]) })
}

// isMixedList reports whether each entry of a list has a clock or, if it is not of today, a date:
// "13:30", "04.11.", "03.11.", "12:44". The dates could be headers of days. In such a list, though,
// every date has a text of its own. Dates follow each other as clocks do, or are in no order.
func (j *judge) isMixedList(s, t *series) bool {
	a, b := s.style, t.style
	if a.Family != stamp.ClockFamily || b.Family != stamp.DateFamily || a.Place != b.Place ||
		a.Sep != b.Sep || len(s.stamps) < 2 {
		return false
	}
	if j.standsStill(s) {
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

// fits reports whether the candidates of t are between those of s in time.
func (j *judge) fits(s, t *series) bool {
	if t.style.Family == stamp.DateFamily && s.style.Family != stamp.DateFamily {
		return true // mayMerge has looked
	}
	if len(s.stamps) == 1 && len(t.stamps) == 1 {
		return s.style.Family == t.style.Family || j.areRelative(s) && j.areRelative(t)
	}
	down := s.down+t.down >= s.up+t.up
	loose := s.style.Notation == t.style.Notation
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
			ok, known = j.runs(before, m, down, loose)
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
	return n > 0 && isMost(fit, n)
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
