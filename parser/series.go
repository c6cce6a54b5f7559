package parser

import (
	"slices"
	"sort"
	"strings"
)

// Styles and series: which marks belong together, and how much speaks for them.

// A family is what a mark tells.
type family uint8

const (
	clockFamily  family = iota // a clock
	stampFamily                // a day and a clock
	dateFamily                 // a day
	coarseFamily               // a month or a year
	ageFamily                  // how long ago
	matchFamily                // the minute of a match
)

// family returns what the fields tell.
func (f *fields) family() family {
	switch {
	case f.hasClock() && f.hasDay():
		return stampFamily
	case f.hasClock():
		return clockFamily
	case f.isAge():
		return ageFamily
	case f.match >= 0:
		return matchFamily
	case f.day == 0 && (f.dateForm == monthOnly || f.dateForm == yearOnly):
		return coarseFamily
	}
	return dateFamily
}

// A style is what marks of one kind have in common. It is kept fine, so that the length of a video does not pass for a clock of
// the feed; styles that run together in time are merged later.
type style struct {
	place    place
	family   family
	notation notation
	form     dateForm
	sep      separator
	zoned    bool
	label    traits // updated, published, or neither
	yeared   bool
	half     bool // am or pm
	named    bool // the month is a word
}

func (m *mark) style() style {
	f := &m.f
	s := style{
		place: m.place, family: f.family(), notation: f.notation, form: f.dateForm, sep: m.sep,
		zoned: f.zone != 0 || f.has&offsetGiven != 0, yeared: f.year != 0, half: f.has&meridiem != 0, label: f.has & published, named: f.has&namedDate != 0,
	}
	if f.has&updated != 0 {
		s.label = updated
	}
	return s
}

// A series is a row of marks, by line, that could be the stamps of the feed.
type series struct {
	style style   // of its first marks; merged ones differ
	marks []int32 // indexes into the document's marks

	down, up  int     // neighbours that fall, and that rise, in time
	wraps     int     // neighbours that run the other way by what may be a midnight
	level     int     // neighbours of the same time
	content   int     // marks with text beside them
	body      int     // marks with running text
	distinct  int     // different times
	coverage  float64 // share of the document's running text that stands among the marks
	score     float64
	weak      int // marks of weak forms
	capitals  int // opens: texts that do not begin with a small letter
	repeated  int // opens and closes: texts that stand at other marks too: by-lines
	shortRest int // opens and closes: texts no longer than a rubric
	below     int // marks with text on the lines below theirs
	accepted  bool
}

// gather groups the marks that mean anything by style.
func (j *judge) gather() {
	at := map[style]*series{}
	for i := range j.marks {
		if j.verdicts[i] != undecided {
			continue
		}
		k := j.marks[i].style()
		s := at[k]
		if s == nil {
			s = &series{style: k}
			at[k] = s
			j.series = append(j.series, s)
		}
		s.marks = append(s.marks, int32(i))
	}
	for _, s := range j.series {
		j.weigh(s)
	}
	j.sortSeries()
}

// sortSeries puts the best series first; of equal ones, the one that begins first.
func (j *judge) sortSeries() {
	slices.SortStableFunc(j.series, func(a, b *series) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return int(a.marks[0]) - int(b.marks[0])
	})
}

// A moment is a mark's place in time as far as it is told without the document.
type moment struct {
	day, minute  int32
	daily, timed bool
}

// moment returns the mark's place in time. A year that is not told is taken to be the same for all.
func (j *judge) moment(m *mark) moment {
	f := &m.f
	var t moment
	if f.isAge() {
		before := relBase*1440 + 1439 - f.ageMinutes()
		return moment{day: before / 1440, minute: before % 1440, daily: true, timed: true}
	}
	if f.match >= 0 {
		return moment{minute: int32(f.match), timed: true, daily: true}
	}
	if f.hasClock() {
		t.minute, t.timed = int32(f.hour)*60+int32(f.minute), true
	}
	switch {
	case f.has&relDayGiven != 0:
		t.day, t.daily = relBase+int32(f.relDay), true
	case f.dateForm != noDate:
		t.day, t.daily = j.ordinal(f), true
	}
	return t
}

// relBase is the day that yesterday and tomorrow are counted from when only their order matters: behind all dates.
const relBase = 1_000_000

// ordinal returns a number of days that orders dates.
func (j *judge) ordinal(f *fields) int32 {
	year, month, day := int(f.year), int(f.month), int(f.day)
	if year == 0 {
		year = j.year
	}
	if f.has&swappable != 0 && !j.dayFirst {
		month, day = day, month
	}
	return int32(Date{int16(year), int8(max(month, 1)), int8(max(day, 1))}.Days())
}

// ageMinutes returns the age in minutes.
func (f *fields) ageMinutes() int32 {
	if f.has&nowGiven != 0 {
		return 0
	}
	per := [...]int32{0, 0, 1, 60, 1440, 7 * 1440, 30 * 1440, 365 * 1440}[f.unit]
	return int32(f.age) * per
}

// step says how two neighbouring marks run.
type step int8

const (
	falls step = -1
	same  step = 0
	rises step = 1
	wraps step = 2 // against the clock, by what may be a midnight: fall or rise
	apart step = 3 // not to be compared
)

// halfDay is the least jump of a clock that may be a midnight, in minutes.
const midnightJump = 6 * 60

// compare tells how time runs from mark a to mark b, a before b in the text.
func (j *judge) compare(a, b *mark) (step, int32) {
	s, t := j.moment(a), j.moment(b)
	if s.daily && t.daily {
		if s.day != t.day {
			return sign(t.day - s.day), (t.day - s.day) * 1440
		}
		if !s.timed || !t.timed {
			return same, 0
		}
		return sign(t.minute - s.minute), t.minute - s.minute
	}
	if s.timed && t.timed {
		if t.daily && t.day < relBase {
			if day, known := j.dayBefore(a); known && day != t.day {
				return sign(t.day - day), (t.day - day) * 1440
			}
		}
		if s.daily != t.daily && (s.day >= relBase || t.day >= relBase) { // "yesterday 17:20" among clocks of today
			if s.daily {
				return sign(relBase - s.day), (relBase - s.day) * 1440
			}
			return sign(t.day - relBase), (t.day - relBase) * 1440
		}
		return sign(t.minute - s.minute), t.minute - s.minute
	}
	return apart, 0
}

// dayBefore returns the day of the nearest date above a mark, or in a stamp above it, and whether there is one.
func (j *judge) dayBefore(m *mark) (int32, bool) {
	for i := sort.Search(len(j.marks), func(i int) bool { return j.marks[i].line >= m.line }) - 1; i >= 0; i-- {
		f := &j.marks[i].f
		if f.day != 0 && f.has&(weakDate|updated|published) == 0 && f.month != 0 {
			return j.ordinal(f), true
		}
	}
	return 0, false
}

func sign(n int32) step {
	switch {
	case n < 0:
		return falls
	case n > 0:
		return rises
	}
	return same
}

// weigh gathers the evidence for a series.
func (j *judge) weigh(s *series) {
	s.down, s.up, s.level, s.wraps, s.content, s.body, s.distinct, s.weak, s.capitals, s.repeated, s.shortRest, s.below = 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
	jumps := 0
	for k, i := range s.marks {
		m := &j.marks[i]
		if m.f.has&weakDate != 0 {
			s.weak++
		}
		j.weighText(s, k)
		if k == 0 {
			s.distinct++
			continue
		}
		before := &j.marks[s.marks[k-1]]
		if j.dateBetween(before, m) && !m.f.hasDay() {
			s.distinct++
			continue
		}
		way, by := j.compare(before, m)
		if way != same {
			s.distinct++
		}
		switch {
		case way == falls:
			s.down++
			if by <= -midnightJump && !m.f.hasDay() {
				jumps++
			}
		case way == rises:
			s.up++
			if by >= midnightJump && !m.f.hasDay() {
				jumps--
			}
		case way == same:
			s.level++
		}
	}
	if jumps < 0 && s.down >= s.up { // newest first: the clock jumps up at midnight
		s.wraps = min(-jumps, s.up)
	} else if jumps > 0 && s.up >= s.down {
		s.wraps = min(jumps, s.down)
	}
	j.countRests(s)
	s.coverage = j.coverage(s)
	s.score = s.value()
}

// ordered returns the share of neighbours that run the series' own way, from 0 to 1. A jump that may be a midnight counts less.
func (s *series) ordered() float64 {
	pairs := s.down + s.up
	if pairs == 0 {
		return 1
	}
	return (float64(max(s.down, s.up)) + 0.7*float64(s.wraps)) / float64(pairs)
}

// value weighs a series as JUDGING found it: how many marks there are, how many of them run in order, how many have text, and
// how plain their form is. The weights are round, for it was found that they matter little.
func (s *series) value() float64 {
	n := float64(len(s.marks))
	order := s.ordered()
	v := n * order
	if !(s.style.yeared && s.style.family <= dateFamily && s.style.place != closes) {
		v *= order * order // a full date is rarely anything else
	}
	v *= 0.3 + 0.7*float64(s.content)/n
	v *= 0.6 + 0.4*float64(s.body)/n
	switch s.style.family {
	case dateFamily, ageFamily, matchFamily:
		v *= 0.5
	case coarseFamily:
		v *= 0.25
	}
	switch {
	case s.style.place == closes || s.style.place == inside:
		v *= 0.4
	case s.style.place == opens:
		v *= [...]float64{noSep: 1, strongSep: 1, gluedSep: 0.9, wideSep: 0.9, commaSep: 0.8, blankSep: 0.7}[s.style.sep]
	}
	switch s.style.label {
	case updated:
		v *= 0.3
	case published:
		v *= 0.5
	}
	if n > 1 && s.distinct == 1 {
		v *= 0.3
	}
	v *= 1 - 0.7*float64(s.weak)/n
	v *= 0.4 + 0.6*s.coverage
	return v
}

// coverage returns which share of the document's running text stands among the marks of a series. Gaps far larger than the others
// count only in part: the chapters of a film, listed in a few places of a long feed, do not cover it.
func (j *judge) coverage(s *series) float64 {
	n := j.d.lines.count()
	all := int(j.bodies[n])
	if all == 0 {
		return 1
	}
	gaps := make([]int, len(s.marks))
	for k, i := range s.marks {
		to := n
		if k+1 < len(s.marks) {
			to = int(j.marks[s.marks[k+1]].line)
		}
		gaps[k] = int(j.bodies[to] - j.bodies[j.marks[i].line])
	}
	limit := 8*median(gaps) + 10
	covered := 0
	for k, g := range gaps {
		if k == len(gaps)-1 && len(gaps) > 1 {
			g = min(g, 2*median(gaps)+3) // the last entry has no end yet
		}
		if p := j.marks[s.marks[k]].place; p == closes || p == inside {
			g = max(g, 1)
		}
		if len(gaps) > 1 {
			g = min(g, limit)
		}
		covered += g
	}
	return min(1, float64(covered)/float64(all))
}

// weighText counts the text that stands beside mark k of a series.
func (j *judge) weighText(s *series, k int) {
	m := &j.marks[s.marks[k]]
	from, to := int(m.line)+1, j.d.lines.count()
	if k+1 < len(s.marks) {
		to = int(j.marks[s.marks[k+1]].line)
	} else {
		to = min(to, from+12)
	}
	text, body := j.texts[max(from, to)]-j.texts[from], j.bodies[max(from, to)]-j.bodies[from]
	if text > 0 {
		s.below++
	}
	if m.place != whole {
		text++
		if rest := j.rest(m); isBody(rest) {
			body++
		}
	}
	if text > 0 {
		s.content++
	}
	if body > 0 {
		s.body++
	}
}

// rest returns the text that shares the line with a mark.
func (j *judge) rest(m *mark) string {
	s := j.d.lines.span(j.d.Text, int(m.line))
	if m.place == closes || m.place == inside {
		return j.d.Text[s.Start:m.rest]
	}
	return j.d.Text[m.rest:s.End]
}

// countRests counts what kinds of text share the lines of a series' marks.
func (j *judge) countRests(s *series) {
	if s.style.place == whole {
		return
	}
	seen := make(map[string]int, len(s.marks))
	for _, i := range s.marks {
		m := &j.marks[i]
		rest := j.rest(m)
		if len(rest) <= 2*rubricSize && size(rest) <= rubricSize && strings.Count(rest, " ") < rubricWords {
			s.shortRest++
			seen[rest]++
		}
		if startsLikeHeading(rest) {
			s.capitals++
		}
	}
	for _, n := range seen {
		if n > 1 {
			s.repeated += n
		}
	}
}

// dateBetween reports whether a whole-line date stands between two marks: then their clocks are of different days.
func (j *judge) dateBetween(a, b *mark) bool {
	return j.dates[b.line] > j.dates[a.line+1]
}

// merge joins the series that run together in time: the same place, a clock with a clock or with a stamp, and most marks of one
// between neighbours of the other in time as in the text. Marks too few to recur on their own are tried too: a clock behind a
// wide blank among clocks with one blank.
func (j *judge) merge() {
	for a := 0; a < len(j.series); a++ {
		for b := a + 1; b < len(j.series); {
			if s, t := j.series[a], j.series[b]; j.mayMerge(s, t) && j.fits(s, t) {
				j.join(s, t)
				j.series = slices.Delete(j.series, b, b+1)
				continue
			}
			b++
		}
	}
	j.sortSeries()
}

// mayMerge reports whether two series may be stamps of one feed: they stand in the same place, or some of the stamps alone on their
// lines have a by-line beside them, and they tell a clock or the same.
func (j *judge) mayMerge(s, t *series) bool {
	a, b := s.style, t.style
	if a.label != b.label || a.place != b.place && !(besideByline(s, t) || besideByline(t, s) || j.brokenOff(s, t)) {
		return false
	}
	if a.family == b.family {
		return true
	}
	switch timed := func(f family) bool { return f == clockFamily || f == stampFamily }; {
	case timed(a.family) && timed(b.family):
		return len(s.marks) < 3 || a.family == clockFamily || s.interleaves(t)
	case a.place == opens && a.family == dateFamily && b.family == stampFamily:
		return s.interleaves(t)
	case a.place == whole && timed(a.family) && b.family == dateFamily:
		return j.goesOnAsList(s, t)
	case a.family == ageFamily && b.family == dateFamily:
		return a.place == whole && (j.areRelative(t) || j.goesOnAsList(s, t))
	case a.place == opens && a.family == dateFamily && b.family == coarseFamily:
		return a.sep == b.sep && a.sep == strongSep && s.interleaves(t)
	}
	return false
}

// goesOnAsList reports whether a list goes on with dates where its clocks end: the entries of today have clocks, the older ones dates,
// and as much text stands between the ones as between the others.
func (j *judge) goesOnAsList(s, t *series) bool {
	n, m := len(s.marks), len(t.marks)
	if n < 2 || m < 2 || t.marks[0] != s.marks[n-1]+1 || t.up > 0 || s.up > s.down {
		return false
	}
	size := j.gap(s.marks[0], s.marks[1])
	for _, marks := range [][]int32{s.marks, {s.marks[n-1], t.marks[0]}, t.marks} {
		for k := 1; k < len(marks); k++ {
			if j.gap(marks[k-1], marks[k]) != size {
				return false
			}
		}
	}
	return size > 0 && size <= 2
}

// areRelative reports whether all marks of a series count from today: Yesterday.
func (j *judge) areRelative(s *series) bool {
	for _, i := range s.marks {
		if j.marks[i].f.has&relDayGiven == 0 {
			return false
		}
	}
	return true
}

// brokenOff reports whether t are stamps of s whose text was left on the next line, or who name a release: s opens lines, and t stands
// between its marks, alone on its lines, in the same notation.
func (j *judge) brokenOff(s, t *series) bool {
	if s.style.place != opens || t.style.place != whole || s.style.notation != t.style.notation || s.style.form != t.style.form || len(s.marks) < 3 {
		return false
	}
	if !s.interleaves(t) {
		return false
	}
	named := 0
	for _, i := range t.marks {
		if j.marks[i].f.titleEnd > 0 {
			named++
		}
	}
	return named == len(t.marks) || s.style.family == clockFamily && len(t.marks) >= 2 && s.style.sep == strongSep
}

// interleaves reports whether a mark of t stands between two of s: clocks behind a feed of dates and clocks are another list.
func (s *series) interleaves(t *series) bool {
	for _, i := range t.marks {
		if i > s.marks[0] && i < s.marks[len(s.marks)-1] {
			return true
		}
	}
	return false
}

// besideByline reports whether s stands alone on its lines and t beside short texts, with other text below.
func besideByline(s, t *series) bool {
	n := len(t.marks)
	return s.style.place == whole && t.style.place == opens && t.style.sep != blankSep && t.shortRest*10 >= 7*n && t.below*10 >= 7*n
}

// fits reports whether the marks of t stand between those of s in time.
func (j *judge) fits(s, t *series) bool {
	if t.style.family == dateFamily && s.style.family != dateFamily && s.style.place == whole {
		return true // mayMerge has looked
	}
	if len(s.marks) == 1 && len(t.marks) == 1 {
		return s.style.place == t.style.place && s.style.family == t.style.family
	}
	down := s.down > s.up || s.down == s.up && j.order != OldestFirst
	loose := s.style.notation == t.style.notation && s.style.zoned == t.style.zoned
	fit, n := 0, 0
	at := 0
	for _, i := range t.marks {
		m := &j.marks[i]
		for at < len(s.marks) && s.marks[at] < i {
			at++
		}
		ok, known := true, false
		if at > 0 {
			before := &j.marks[s.marks[at-1]]
			if m.line-before.line == 1 && j.sameClock(before, m) {
				continue // a double
			}
			o, k := j.runs(before, m, down, loose)
			ok, known = ok && o, known || k
		}
		if at < len(s.marks) {
			next := &j.marks[s.marks[at]]
			if at == 0 && m.place == whole && j.textsBetween(int(m.line)+1, int(next.line)) == 0 {
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

// runs reports whether time runs from a to b the way the series does, and whether that can be told. loose allows for a midnight.
func (j *judge) runs(a, b *mark, down, loose bool) (ok, known bool) {
	if j.dateBetween(a, b) && !(a.f.hasDay() && b.f.hasDay()) {
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
	case loose && a.f.hasDay() && !b.f.hasDay() && (way == falls) != down:
		return true, false // the stamp may be the last of its day
	case loose && !a.f.hasDay() && !b.f.hasDay() && max(by, -by) >= midnightJump:
		return true, true // may be a midnight
	}
	return (way == falls) == down, true
}

// sameClock reports whether two marks tell the same time of day.
func (j *judge) sameClock(a, b *mark) bool {
	return a.f.hasClock() && b.f.hasClock() && a.f.hour == b.f.hour && a.f.minute == b.f.minute
}

// join puts the marks of t into s.
func (j *judge) join(s, t *series) {
	s.marks = append(s.marks, t.marks...)
	slices.Sort(s.marks)
	j.weigh(s)
}
