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
	patterns []stamp.Style // of the entries' timestamps; nil: there are none
	// a judge that has settled what is around these timestamps; nil: none has
	settled *judge
	// feed.Above … feed.Trailing; feed.NoPlace: date headers with the entries of a day under each
	place  feed.Place
	byline bool   // a byline or rubric shares the timestamps' lines
	row    string // the containers that hold an entry each; "": they are not looked at
	// how many lines of its entry are above a timestamp; 0: those of one form, or a headline
	heads int
	keeps bool // no timestamp is of an index or of a list behind the feed
}

// isNone reports whether a reading takes nothing for a timestamp.
func (r *layoutReading) isNone() bool { return r.patterns == nil && r.row == "" }

// fork returns a judge of the same candidates that has decided what this one has, and may go on.
func (j *judge) fork() *judge {
	c := j.desk.judges.one()
	*c = *j
	c.Labels, c.Classes = j.desk.labels.copyOf(j.Labels), j.desk.classes.copyOf(j.Classes)
	c.counts, c.series, c.Printed, c.HalfTold, c.borrows = nil, nil, nil, false, true
	if j.main != nil {
		c.main = j.desk.copyOf(j.main)
	}
	return c
}

// ownCandidates makes sure that the candidates are those of no other judge, before one is changed.
// Few readings change any.
func (j *judge) ownCandidates() {
	if j.borrows {
		j.Candidates, j.borrows = slices.Clone(j.Candidates), false
	}
	j.dayFound = dayFound{}
}

// styleOf returns the style of candidate i.
func (j *judge) styleOf(i int32) stamp.Style {
	if j.styles != nil {
		return j.styles[i]
	}
	return j.Candidates[i].Style()
}

// readings returns the readings of a document that are worth comparing. The first has no
// timestamps.
func (j *judge) readings(rows []*row) (all []layoutReading) {
	all = append(all, layoutReading{})
	for _, r := range rows {
		all = append(all, layoutReading{row: r.name})
	}
	for _, s := range j.patternSets() {
		for _, r := range j.placements(s) {
			if len(all) == mostReadings {
				return all
			}
			all = append(all, r)
		}
	}
	return all
}

// A patternSet is patterns that may be the entries' timestamps, and their candidates.
type patternSet struct {
	patterns []stamp.Style
	stamps   *series
}

// patternSets returns sets of patterns that may be the entries' timestamps: each pattern, those
// that run together in time, and unions of two of these.
func (j *judge) patternSets() []patternSet {
	f := j.fork()
	f.series = j.desk.copiesOf(j.weighed)
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
	var sets []patternSet
	add := func(set []stamp.Style) {
		if len(set) > 1 {
			set = f.withoutPage(set)
		}
		if slices.ContainsFunc(sets,
			func(o patternSet) bool { return sameStyles(o.patterns, set) }) {
			return
		}
		s := j.union(set)
		switch {
		case len(s.stamps) == 0:
			return // all of it was of the page
		case j.standsStill(s):
			return // one clock that comes back is in the texts
		case isSaid(s):
			return
		}
		sets = append(sets, patternSet{set, s})
	}
	for _, t := range tracks[:min(len(tracks), mostPatterns)] {
		add(t)
	}
	for _, s := range singles {
		add(s)
	}
	n := min(len(tracks), mostPatterns)
	for a := range n {
		for b := a + 1; b < n; b++ {
			s, t := f.series[a], f.series[b]
			alike := (mayUnite(s, t) || tellMoreDays(tracks[a], tracks[b])) &&
				!isStray(s, t) && !isStray(t, s)
			if alike || f.keepsCompany(s, t) || f.keepsCompany(t, s) {
				add(append(slices.Clone(tracks[a]), tracks[b]...))
			}
		}
	}
	return sets
}

// isSaid reports whether a series is a single time in a sentence.
func isSaid(s *series) bool { return len(s.stamps) == 1 && !s.style.IsSetOff() }

// isStray reports whether s is a single time in a sentence, and t is a pattern of another form.
func isStray(s, t *series) bool {
	a, b := s.style, t.style
	return isSaid(s) && len(t.stamps) >= few && (a.Place != b.Place || a.Sep != b.Sep)
}

// copiesOf returns copies of series, so that joining them changes no others.
func (d *desk) copiesOf(all []*series) []*series {
	copies := make([]*series, len(all))
	for i, s := range all {
		copies[i] = d.copyOf(s)
	}
	return copies
}

// copyOf returns a series of the same candidates. It shares nothing with the other.
func (d *desk) copyOf(s *series) *series {
	c := d.series.one()
	*c = *s
	c.stamps = d.stamps.copyOf(s.stamps)
	return c
}

// withoutPage returns a set of patterns without those that say when the page was published or
// updated. Such a pattern is one labelled timestamp with a date, above or below all others.
func (j *judge) withoutPage(set []stamp.Style) []stamp.Style {
	return slices.DeleteFunc(slices.Clone(set), func(s stamp.Style) bool {
		return s.Family != stamp.ClockFamily && slices.ContainsFunc(j.series, func(o *series) bool {
			return o.style == s && len(o.stamps) == 1 && !j.isAmong(o.stamps[0], set) &&
				j.Candidates[o.stamps[0]].Fields.Has&(stamp.Updated|stamp.Published) != 0
		})
	})
}

// isAmong reports whether candidates of other patterns of a set are both above and below candidate
// i.
func (j *judge) isAmong(i int32, set []stamp.Style) bool {
	own := j.styleOf(i)
	isOther := func(k int32) bool {
		return j.styleOf(k) != own && slices.Contains(set, j.styleOf(k))
	}
	above, below := false, false
	for k := range int32(len(j.Candidates)) {
		above = above || k < i && isOther(k)
		below = below || k > i && isOther(k)
	}
	return above && below
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

// tellMoreDays reports whether the entries of a list have clocks and days, and more days are of
// another form: "09:21", "Yesterday", "22 March 2025".
func tellMoreDays(a, b []stamp.Style) bool {
	tellsDay := func(s stamp.Style) bool { return s.Family == stamp.DateFamily }
	return a[0].Place == b[0].Place && slices.ContainsFunc(a, tellsDay) &&
		slices.ContainsFunc(b, tellsDay)
}

// stylesOf returns the styles of a series' candidates.
func (j *judge) stylesOf(s *series) (all []stamp.Style) {
	for _, i := range s.stamps {
		if k := j.styleOf(i); !slices.Contains(all, k) {
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
func (j *judge) placements(set patternSet) []layoutReading {
	s := set.stamps
	settled := j.fork()
	settled.settle(j.desk.copyOf(s))
	all := j.placed(set, settled)
	if len(set.patterns) == 1 && len(settled.main.stamps) < len(s.stamps) {
		uncut := j.fork()
		uncut.keeps = true
		uncut.settle(j.desk.copyOf(s))
		all = append(all, j.placed(set, uncut)...)
	}
	return all
}

// placed returns the readings of a set of patterns with what a judge has settled.
func (j *judge) placed(set patternSet, settled *judge) (all []layoutReading) {
	s := set.stamps
	add := func(byline bool, places ...feed.Place) {
		for _, p := range places {
			all = append(all, layoutReading{patterns: set.patterns, settled: settled, place: p,
				byline: byline, keeps: settled.keeps})
		}
	}
	short := 2*s.shortRest >= len(s.stamps)-s.alone
	switch s.style.Place {
	case stamp.Whole:
		add(false, feed.Above)
		if !j.headDeeper(s.stamps) {
			all = append(all, j.besideHeadlines(set, settled)...)
		}
		if !slices.ContainsFunc(set.patterns, tellsClock) {
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
	return all
}

// besideHeadlines returns the readings of timestamps alone on their line that have text of their
// entry above them.
func (j *judge) besideHeadlines(set patternSet, settled *judge) (all []layoutReading) {
	add := func(place feed.Place, heads int) {
		all = append(all, layoutReading{patterns: set.patterns, settled: settled, place: place,
			heads: heads, keeps: settled.keeps})
	}
	add(feed.Between, 0)
	for _, n := range settled.deeperHeads() {
		add(feed.Between, n)
	}
	if s := set.stamps; s.style.Family != stamp.MatchFamily && !s.isMixed() {
		add(feed.BelowText, 0) // no minute of a match ends its report
	}
	return all
}

// tellsClock reports whether timestamps of a pattern tell more than a date: they head no day.
func tellsClock(s stamp.Style) bool {
	return s.Family != stamp.DateFamily && s.Family != stamp.CoarseFamily
}

// endsBylines reports whether ages end lines that are bylines, which are neither headlines nor
// text: "ann 2 hours ago".
func (j *judge) endsBylines(s *series) bool {
	if s.style.Family != stamp.AgeFamily {
		return false
	}
	f := j.fork()
	f.main = s
	return f.isByline(s)
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
		if k := slices.Index(set, j.styleOf(int32(i))); k >= 0 {
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

// settle takes candidates for the timestamps of the entries, and finds what is around them:
// doubles, indexes, headers. None of this depends on where the timestamps are placed.
func (j *judge) settle(s *series) {
	if len(s.stamps) == 0 {
		return
	}
	for _, i := range s.stamps {
		j.Labels[i] = stamp.EntryLabel
	}
	j.fillKeyed(s)
	j.main = s
	j.markDoubles()
	if !j.keeps {
		j.cutAround()
	}
	j.findHeaders()
}

// follow lays the document out as a reading says.
func (j *judge) follow(r *layoutReading) {
	if r.row != "" {
		j.followRow(r.row)
		return
	}
	if r.isNone() {
		j.finish()
		return
	}
	if r.settled == nil {
		j.keeps = r.keeps
		j.settle(j.union(r.patterns))
	}
	s := j.main
	if s == nil {
		return
	}
	j.Place, j.Byline = r.place, r.byline
	switch r.place {
	case feed.NoPlace:
		j.dropPageDate()
		j.Daily = true
	case feed.Between:
		j.findHeads()
		j.heads = max(j.heads, r.heads)
		j.inBlocks = j.areBlocks()
		j.tellHalves()
	default:
		j.dropEmpty()
		j.tellHalves()
	}
	j.finish()
}
