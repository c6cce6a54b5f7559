package layout

import (
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
)

// Choosing: which series are the stamps of the entries.

// choose picks the series that are the stamps of the entries.
func (j *judge) choose() {
	best := j.best()
	if best != nil {
		best.accepted = true
		for _, i := range best.stamps {
			j.Labels[i] = stamp.EntryLabel
		}
	}
	j.main = best
	j.markDoubles()
}

// chooseAgain chooses the series anew if the chosen one lost so much to an index or lists around
// the feed that another is better. It reports whether another was picked.
func (j *judge) chooseAgain() bool {
	if j.main == nil {
		return false
	}
	last := j.main
	j.sortSeries()
	if best := j.best(); best == nil || best == last {
		return false
	}
	last.accepted = false
	for _, i := range last.stamps {
		j.Labels[i] = stamp.Undecided
	}
	j.choose()
	return true
}

// best returns the series with the most evidence, nil if none could be the stamps of the feed.
func (j *judge) best() *series {
	var best *series
	for _, s := range j.series {
		if !j.acceptable(s) || j.nested(s) {
			continue
		}
		switch {
		case best == nil, j.beats(s, best), j.outspans(s, best):
			best = s
		case len(best.stamps) == 1 && len(s.stamps) > 1 && !j.outspans(best, s):
			best = s
		}
	}
	return best
}

// standsStill reports whether a series is one clock that recurs again and again, on some of many
// days: time does not stand still. Where most days have it, it may be the hour of a daily report.
func (j *judge) standsStill(s *series) bool {
	n, days := len(s.stamps), int(j.dates[j.D.Lines.Count()])
	if n < 3 || s.style.Family != stamp.ClockFamily || days-n < 3 || 3*days < 4*n {
		return false
	}
	first := &j.Candidates[s.stamps[0]].Fields
	for _, i := range s.stamps {
		if f := &j.Candidates[i].Fields; f.Hour != first.Hour || f.Minute != first.Minute {
			return false
		}
	}
	return true
}

// acceptable reports whether a series could be the stamps of the feed.
func (j *judge) acceptable(s *series) bool {
	n := len(s.stamps)
	if s.style.Label == stamp.Updated && (n < 3 || j.unlabelled()) {
		return false
	}
	if s.weak == n && (n < 3 || s.ordered() < 1 || s.distinct < 3) {
		return false
	}
	if s.weak == n && n < 5 && s.style.Family == stamp.MatchFamily {
		return false // "5 min Prep", "25 min Cook"
	}
	if s.style.Family == stamp.CoarseFamily && s.style.Place == stamp.Whole && s.content*10 < 7*n {
		return false // a column of numbers
	}
	if j.standsStill(s) {
		return false
	}
	if n >= s.least() {
		return s.ordered() >= 0.5 && (s.style.Sep != stamp.BlankSep ||
			s.style.Family != stamp.DateFamily || s.ordered() >= 0.9)
	}
	if n == 2 && s.style.Place >= stamp.Closes {
		return s.ordered() == 1 && s.distinct == 2 && j.areTwoEnds(s)
	}
	if n == 2 && s.style.Place == stamp.Opens && !s.style.Led {
		return s.ordered() == 1 && s.capitals == 2 && (s.style.Family == stamp.ClockFamily ||
			s.style.Family == stamp.StampFamily)
	}
	return n == 1 && j.soleStamp(s)
}

// least is how often a style must recur to count, by how clearly its candidates are set off from
// the text.
func (s *series) least() int {
	if s.style.Place == stamp.Whole || s.style.Place == stamp.Opens &&
		s.style.Sep == stamp.StrongSep && !s.style.Led {
		return 2
	}
	return 3
}

// areTwoEnds reports whether two timestamps after a text are clear enough to need no third. These
// are whole dates after bylines, or timestamps after a candidate that end headings or cover most of
// the document's running text.
func (j *judge) areTwoEnds(s *series) bool {
	switch {
	case s.style.Family > stamp.DateFamily || s.style.Family == stamp.DateFamily && !s.style.Yeared:
		return false
	case s.style.Yeared && s.shortRest == 2 && s.capitals == 2:
		return s.style.Sep != stamp.BlankSep
	case s.style.Sep != stamp.StrongSep || s.style.Place != stamp.Closes:
		return false
	case s.style.Family != stamp.ClockFamily && j.headsText(s):
		return true
	}
	return s.capitals == 2 && s.coverage >= 0.6 && (s.below == 2 || j.fill(s))
}

// fill reports whether the lines of a series are most of the document's text.
func (j *judge) fill(s *series) bool { return 3*len(s.stamps) >= 2*int(j.Texts[len(j.Texts)-1]) }

// headsText reports whether the timestamps end headings of one shape with text below: "## [1.8.0]
// (2018-12-07)".
func (j *judge) headsText(s *series) bool {
	a, b := j.rest(&j.Candidates[s.stamps[0]]), j.rest(&j.Candidates[s.stamps[1]])
	return s.below == 2 && a[0] == b[0] && (a[0] == '#' || a[0] == '[' || a[0] == '*' ||
		words.IsDigit(a[0]))
}

// unlabelled reports whether there is a series without labels that could be the stamps of the feed.
func (j *judge) unlabelled() bool {
	for _, s := range j.series {
		if s.style.Label == 0 && len(s.stamps) > 1 && j.acceptable(s) {
			return true
		}
	}
	return false
}

// soleStamp reports whether a single candidate is a timestamp: a line of its own, clear in form,
// followed by text.
func (j *judge) soleStamp(s *series) bool {
	m := &j.Candidates[s.stamps[0]]
	switch next := j.firstBelow(int(m.Line)); {
	case next < 0:
		// it signs the text
		return m.Place == stamp.Whole && s.style.Family == stamp.DateFamily && m.Fields.Year != 0 &&
			m.Fields.Has&stamp.WeakDate == 0 && s.style.Label == 0 && j.bodies[m.Line] > 0
	case j.Classes[next] != text.TextLine:
		return false
	}
	if f := &m.Fields; s.style.Family == stamp.DateFamily && f.Year == 0 && f.Weekday == 0 &&
		m.End-m.Start < 7 {
		return false // "15 Set" alone may be anything
	}
	return m.Place == stamp.Whole && m.Fields.Has&(stamp.WeakDate|stamp.BadWeekday|
		stamp.LeadingPrep) == 0 && s.style.Family != stamp.AgeFamily && s.content > 0 &&
		s.style.Label == 0
}

// beats reports whether series s, of a lower score, is the feed's all the same. Clocks below dates
// make the dates headers, and an absolute clock is worth more than an age.
func (j *judge) beats(s, best *series) bool {
	timed := s.style.Family == stamp.ClockFamily || s.style.Family == stamp.StampFamily
	switch best.style.Family {
	case stamp.DateFamily, stamp.CoarseFamily:
		if best.style.Place != stamp.Whole {
			return timed && s.score >= 0.7*best.score && s.ordered() >= 0.6
		}
		if len(s.stamps) == 1 && len(best.stamps) > 2 {
			return false // one clock makes no headers of many dates
		}
		finer := timed || s.style.Family == stamp.DateFamily &&
			best.style.Family == stamp.CoarseFamily || s.style.Family == stamp.DateFamily &&
			s.style.Place == stamp.Opens
		return finer && s.score >= 0.25*best.score && s.ordered() >= 0.6 && j.within(s, best) >= 0.4
	case stamp.AgeFamily:
		return timed && s.score >= 0.4*best.score && (len(s.stamps) > 1 || len(best.stamps) < 3)
	}
	return false
}

// outspans reports whether a series of dates is the feed's although another scores higher. The
// dates cover most of the document's running text. The other covers little of it, in a few places
// below them or all before them. The chapters of a film and an index in the lead are such.
func (j *judge) outspans(s, best *series) bool {
	if s.style.Family != stamp.DateFamily || s.style.Place != stamp.Whole || s.ordered() < 0.9 ||
		best.style.Family == stamp.DateFamily {
		return false
	}
	if len(s.stamps) >= 3 && s.coverage >= 0.6 && best.coverage < 0.3 && j.within(best, s) > 0.5 {
		return true
	}
	return s.coverage >= 0.6 && best.coverage < 0.5 && s.stamps[0] > best.stamps[len(best.stamps)-1]
}

// nested reports whether all candidates of a series are between two neighbours of a better kind of
// series. So are the clocks of an agenda quoted in one entry.
func (j *judge) nested(s *series) bool {
	first, last := s.stamps[0], s.stamps[len(s.stamps)-1]
	for _, t := range j.series {
		if t == s || len(t.stamps) < 4 || t.ordered() < 0.9 || t.body < 3 ||
			t.style.Family == stamp.DateFamily && s.style.Family != stamp.DateFamily {
			continue
		}
		for k := 1; k < len(t.stamps); k++ {
			if t.stamps[k-1] < first && last < t.stamps[k] {
				return true
			}
		}
	}
	return false
}

// within returns the share of a series' candidates that follow the first candidate of another.
func (j *judge) within(s, of *series) float64 {
	n := 0
	for _, i := range s.stamps {
		if i > of.stamps[0] {
			n++
		}
	}
	return float64(n) / float64(len(s.stamps))
}
