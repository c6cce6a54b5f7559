package layout

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"slices"
)

// Readings: whole hypotheses of how a document is laid out, to be compared by what they make of it.

// A layoutReading says which candidates are the entries' timestamps and where an entry's timestamp
// is placed. All else of a layout follows from these: headers, index, ends, bylines.
type layoutReading struct {
	patterns []stamp.Style // of the entries' timestamps; nil: what the rules decide
	// feed.Above … feed.Trailing; feed.NoPlace: date headers with the entries of a day under each
	place  feed.Place
	byline bool   // a byline or rubric shares the timestamps' lines
	ruled  bool   // the rules would place these timestamps so
	ends   bool   // because of the ends of the feed alone
	row    string // the containers that hold an entry each; "": they are not looked at
}

// isOfRules reports whether a reading is what the rules decide.
func (r *layoutReading) isOfRules() bool { return r.patterns == nil && r.row == "" }

// mostReadings bounds how many readings of a document are compared.
const mostReadings = 64

// fork returns a judge of the same candidates that has decided nothing.
func (j *judge) fork() *judge {
	c := *j
	c.Candidates, c.Labels = slices.Clone(j.Candidates), slices.Clone(j.Labels)
	c.Classes = slices.Clone(j.Classes)
	c.counts, c.series, c.Printed, c.HalfTold = nil, nil, nil, false
	return &c
}

// readings returns the readings of a document that are worth comparing, the rules' own first.
func (j *judge) readings() []layoutReading {
	all := []layoutReading{{}}
	for _, r := range j.fork().likelyRows() {
		all = append(all, layoutReading{row: r.name})
	}
	for _, set := range j.patternSets() {
		for _, r := range j.placements(set) {
			if len(all) == mostReadings {
				return all
			}
			all = append(all, r)
		}
	}
	return all
}

// Bounds of the sets of patterns that are tried.
const (
	mostPatterns = 10 // patterns by themselves
	mostTracks   = 6  // joined patterns that are united with each other
)

// patternSets returns sets of patterns that may be the entries' timestamps: each pattern, those
// that the rules join, and unions of two of these.
func (j *judge) patternSets() [][]stamp.Style {
	f := j.fork()
	f.gather()
	var singles [][]stamp.Style
	byCount := slices.Clone(f.series)
	slices.SortStableFunc(byCount, func(a, b *series) int { return len(b.stamps) - len(a.stamps) })
	for _, s := range byCount[:min(len(byCount), mostPatterns)] {
		singles = append(singles, []stamp.Style{s.style})
	}
	f.merge()
	var tracks [][]stamp.Style
	for _, s := range f.series {
		tracks = append(tracks, f.stylesOf(s))
	}
	var sets [][]stamp.Style
	add := func(set []stamp.Style) {
		if s := j.union(set); len(s.stamps) > 0 && j.standsStill(s) {
			return // one clock that comes back is in the texts
		}
		if !slices.ContainsFunc(sets, func(o []stamp.Style) bool { return sameStyles(o, set) }) {
			sets = append(sets, set)
		}
	}
	for _, t := range tracks[:min(len(tracks), mostPatterns)] {
		add(t)
	}
	for _, s := range singles {
		add(s)
	}
	n := min(len(tracks), mostTracks)
	for a := range n {
		for b := a + 1; b < n; b++ {
			if mayUnite(f.series[a], f.series[b]) {
				add(append(slices.Clone(tracks[a]), tracks[b]...))
			}
		}
	}
	return sets
}

// mayUnite reports whether two groups of candidates may be timestamps of one feed: dates among
// clocks are headers, and counts are of another kind.
func mayUnite(s, t *series) bool {
	a, b := s.style.Family, t.style.Family
	if a > b {
		a, b = b, a
	}
	dates := b == stamp.DateFamily || b == stamp.CoarseFamily
	return b < stamp.MatchFamily && !(a == stamp.ClockFamily && dates) &&
		(s.style.Place < stamp.Closes) == (t.style.Place < stamp.Closes)
}

// stylesOf returns the styles of a series' candidates.
func (j *judge) stylesOf(s *series) (all []stamp.Style) {
	for _, i := range s.stamps {
		if k := j.Candidates[i].Style(); !slices.Contains(all, k) {
			all = append(all, k)
		}
	}
	return all
}

func sameStyles(a, b []stamp.Style) bool {
	missing := func(s stamp.Style) bool { return !slices.Contains(b, s) }
	return len(a) == len(b) && !slices.ContainsFunc(a, missing)
}

// placements returns the readings of a set of patterns: where their timestamps may be placed.
func (j *judge) placements(set []stamp.Style) []layoutReading {
	s := j.union(set)
	var all []layoutReading
	add := func(byline bool, places ...feed.Place) {
		for _, p := range places {
			all = append(all, layoutReading{patterns: set, place: p, byline: byline})
		}
	}
	short := s.shortRest*2 >= len(s.stamps)
	switch s.style.Place {
	case stamp.Whole:
		add(false, feed.Above, feed.Between, feed.BelowText)
		if s.style.Family == stamp.DateFamily || s.style.Family == stamp.CoarseFamily {
			add(false, feed.NoPlace)
		}
	case stamp.Opens:
		add(false, feed.Inline, feed.Between)
		if short {
			add(true, feed.Above, feed.Between, feed.BelowText)
		}
	case stamp.Closes:
		if !j.endsBylines(s) {
			add(false, feed.AtEnd, feed.Trailing)
		}
		if short {
			add(true, feed.Above, feed.Between, feed.BelowText)
		}
	case stamp.Inside:
		add(true, feed.Above, feed.Between, feed.BelowText)
	}
	if len(all) > 0 {
		f := j.fork()
		f.placeByRules(s)
		for k := range all {
			r := &all[k]
			r.ruled = f.main != nil && (f.Daily && r.place == feed.NoPlace ||
				!f.Daily && r.place == f.Place && r.byline == f.Byline)
			r.ends = r.ruled && !f.Daily && f.byTheEnds
		}
	}
	return all
}

// endsBylines reports whether timestamps end lines that are bylines, which are neither headlines
// nor text: "ann 2 hours ago".
func (j *judge) endsBylines(s *series) bool {
	f := j.fork()
	f.main = s
	return f.isByline(s)
}

// placeByRules lays out a set of timestamps as the rules do.
func (j *judge) placeByRules(s *series) {
	c := *s
	c.stamps = slices.Clone(s.stamps)
	s = &c
	if len(s.stamps) == 0 {
		return
	}
	for _, i := range s.stamps {
		j.Labels[i] = stamp.EntryLabel
	}
	j.series, j.main = []*series{s}, s
	j.markDoubles()
	j.cutAround()
	j.findHeaders()
	j.findHeads()
	if j.Daily = j.heads == 0 && j.isDaily(); !j.Daily {
		j.findPlace()
	}
}

// union returns the candidates of a set of patterns as one series, with the style that most of them
// have.
func (j *judge) union(set []stamp.Style) *series {
	s := &series{}
	counts := make([]int, len(set))
	for i := range j.Candidates {
		if j.Labels[i] != stamp.Undecided {
			continue
		}
		if k := slices.Index(set, j.Candidates[i].Style()); k >= 0 {
			counts[k]++
			s.stamps = append(s.stamps, int32(i))
		}
	}
	if len(s.stamps) > 0 {
		most := 0
		for k, n := range counts {
			if n > counts[most] {
				most = k
			}
		}
		s.style = set[most]
		j.weigh(s)
	}
	return s
}

// follow lays the document out as a reading says.
func (j *judge) follow(r *layoutReading) {
	if r.row != "" {
		j.followRow(r.row)
		return
	}
	s := j.union(r.patterns)
	if len(s.stamps) == 0 {
		return
	}
	s.accepted = true
	for _, i := range s.stamps {
		j.Labels[i] = stamp.EntryLabel
	}
	j.series, j.main = []*series{s}, s
	j.ruled, j.byTheEnds = r.ruled, r.ends
	j.markDoubles()
	j.cutAround()
	j.findHeaders()
	j.Place, j.Byline = r.place, r.byline
	switch r.place {
	case feed.NoPlace:
		j.dropPageDate()
		j.Daily = true
		j.Below = j.dailyBelow()
	case feed.Between:
		if j.findHeads(); j.heads == 0 && s.style.Place == stamp.Whole {
			j.bySeparators(j.gaps())
		}
		j.tellHalves()
	default:
		j.dropEmpty()
		j.tellHalves()
	}
	j.finish()
}
