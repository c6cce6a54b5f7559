package parser

import "strings"

// The judge decides which marks are stamps in this document. A stamp is known by the company it keeps: marks of one style recur,
// run one way in time, and have text beside them; dates in prose do none of this. The style is judged as a whole, never a line.

// Layout is what the judge decided, and from what evidence.
type Layout struct {
	Kind     Kind       // what dates the entries
	Place    Place      // where an entry's stamp stands
	Headers  int        // how many day headers there are
	Below    bool       // the day headers stand below the entries that they date
	DayFirst Tri        // Yes or No where a 3/4 was settled, Auto where there was none
	Evidence []Evidence // the styles that were weighed, the best first
}

// Kind is what dates the entries of a document.
type Kind uint8

const (
	NoStamps   Kind = iota // nothing does
	DayHeaders             // date headers alone: under each stands a day of entries
	Clocks                 // each entry has a clock, and its day from a header or from elsewhere
	DateTimes              // each entry has its date and clock
	Dates                  // each entry has its date
	Ages                   // each entry says how long ago it was
	Minutes                // each entry has the minute of a match
)

// String returns the kind in words.
func (k Kind) String() string {
	return [...]string{"no stamps", "day headers", "clocks", "dates and clocks", "dates", "ages", "minutes of a match"}[k]
}

// Place is where an entry's stamp stands.
type Place uint8

const (
	NoPlace   Place = iota
	Above           // on a line of its own above the entry
	Inline          // at the start of the entry's first line
	Between         // on a line of its own between headline and text
	BelowText       // on a line of its own below the entry
	AtEnd           // at the end of the entry's last line
	Trailing        // at the end of a line that opens the entry
)

// String returns the place in words.
func (p Place) String() string {
	return [...]string{"nowhere", "above the entry", "in the entry's first line", "between headline and text", "below the entry", "at the end of the entry", "at the end of the headline"}[p]
}

// Evidence is what speaks for and against one style of stamps.
type Evidence struct {
	Style    string // in words: "clock alone on its line"
	Line     int    // of its first mark, from 1
	Marks    int
	InOrder  int // percent of neighbours that run the document's way
	Content  int // percent of marks with text beside them
	Body     int // percent of marks with running text
	Coverage int // percent of the document's running text that stands among them
	Score    int // thousandths
	Accepted bool
}

// A verdict is what the judge decided of one mark.
type verdict uint8

const (
	undecided   verdict = iota
	entryMark           // dates an entry
	headerMark          // dates the entries around it
	pageMark            // dates the page
	indexMark           // repeats an entry's stamp in an index
	doubleMark          // repeats the stamp beside it
	ignoredMark         // means nothing here
)

// A judge weighs the marks of one document.
type judge struct {
	d            *Document
	p            *Parser
	marks        []mark
	verdicts     []verdict
	series       []*series
	lexer        lexer
	classes      []lineClass
	texts        []int32 // texts[i]: how many lines before line i are text
	bodies       []int32 // how many of them are running text
	dates        []int32 // dates[i]: how many whole-line dates stand before line i
	year         int     // for dates that tell none, where only their order matters
	dayFirst     bool    // 3/4 is 3 April
	dayFirstBy   dayFirstReason
	dayFirstLine int     // the line, from 1, that settled it; 0: none
	order        Order   // as the parser was told
	main         *series // the stamps of the entries, nil if there are none
	headers      []int32 // the marks that are day headers
	place        Place
	byline       bool // a by-line or rubric shares the stamps' lines
	separated    bool // separators part the entries
	wrapped      bool // paragraphs were wrapped by hand
	daily        bool // the main series are day headers: under each stand the entries of a day
	below        bool // the day headers stand below what they date
}

// judge decides what the marks mean and where the stamps of the entries stand.
func (d *Document) judge(p *Parser, marks []mark) *judge {
	j := &judge{d: d, p: p, marks: marks, order: p.Order}
	j.verdicts = make([]verdict, len(j.marks))
	j.count()
	j.explainAway()
	j.pair()
	j.settleYear()
	j.settleDayFirst()
	j.gather()
	j.merge()
	j.choose()
	if j.main != nil {
		j.cutHead()
		j.cutIndex()
		j.cutTail()
		j.findHeaders()
		j.daily = j.isDaily()
		if j.daily {
			j.below = j.dailyBelow()
		} else {
			j.findPlace()
			j.dropEmpty()
		}
	}
	j.wrapped = j.isWrapped()
	j.markCredits()
	return j
}

// A lineClass is what a line is to the judge.
type lineClass uint8

const (
	blankLine  lineClass = iota
	textLine             // text, with or without a stamp in it
	stampLine            // a mark is all of it
	dividing             // a separator: ___
	buttonLine           // a control of the page: Share
	creditLine           // names a writer or the source of a picture
	doubleLine           // repeats the stamp beside it
)

// isAside reports whether a line means nothing to where an entry begins or ends.
func (c lineClass) isAside() bool {
	return c == blankLine || c == buttonLine || c == creditLine || c == doubleLine
}

// count classes the lines and fills the sums that the evidence is taken from.
func (j *judge) count() {
	n := j.d.lines.count()
	sums := make([]int32, 3*(n+1))
	j.texts, j.bodies, j.dates = sums[:n+1], sums[n+1:2*(n+1)], sums[2*(n+1):]
	j.classes = make([]lineClass, n)
	at := 0
	for i := range n {
		for at < len(j.marks) && int(j.marks[at].line) < i {
			at++
		}
		text, body, date := int32(0), int32(0), int32(0)
		switch j.classes[i] = j.classOf(i, at); j.classes[i] {
		case textLine:
			if hasLetter(j.d.line(i)) {
				text = 1
			}
			if isBody(j.d.line(i)) {
				body = 1
			}
		case stampLine:
			if m := &j.marks[at]; m.f.family() == dateFamily && m.f.has&(weakDate|updated|published) == 0 {
				date = 1
			}
		}
		j.texts[i+1], j.bodies[i+1], j.dates[i+1] = j.texts[i]+text, j.bodies[i]+body, j.dates[i]+date
	}
}

// classOf returns the class of line i; at is the first mark that is not above it.
func (j *judge) classOf(i, at int) lineClass {
	if j.d.Roles[i] == Blank {
		return blankLine
	}
	if at < len(j.marks) && int(j.marks[at].line) == i {
		if j.marks[at].place == whole {
			return stampLine
		}
		return textLine
	}
	line := j.d.line(i)
	switch {
	case isSeparator(line):
		return dividing
	case j.isButton(line):
		return buttonLine
	}
	return textLine
}

// isButton reports whether a line is a control of the page: Share, Print.
func (j *judge) isButton(line string) bool {
	return len(line) <= rubricSize/2 && j.lexer.formRoles(line)&roleButton != 0
}

// settleYear finds a year for dates that tell none: the one that most dates have, else the year of capture.
func (j *judge) settleYear() {
	counts := map[int16]int{}
	best := 0
	for i := range j.marks {
		if y := j.marks[i].f.year; y != 0 {
			if counts[y]++; counts[y] > best {
				best, j.year = counts[y], int(y)
			}
		}
	}
	switch {
	case !j.p.AsOf.Date.IsZero():
		j.year = int(j.p.AsOf.Date.Year)
	case j.year == 0:
		j.year = 2000
	}
}

// A dayFirstReason is what settled whether 3/4 is in April.
type dayFirstReason uint8

const (
	byNothing dayFirstReason = iota // the day comes first in most of the world
	byParser                        // it was told
	byNumber                        // another date has a part over twelve
	byOrder                         // time runs back and forth less that way
	bySpread                        // the dates lie nearer together that way
	byCapture                       // the other reading lies after the day of capture, or long before it
)

// settleDayFirst decides for the whole document whether 3/4 is in April: a part over twelve decides for all; else the reading in
// which time runs back and forth less; else the one nearer to the day of capture; else the day comes first.
func (j *judge) settleDayFirst() {
	j.dayFirst = true
	if j.p.DayFirst != Auto {
		j.dayFirst, j.dayFirstBy = j.p.DayFirst == Yes, byParser
		return
	}
	swaps, sure := j.countNumericDates()
	if swaps == 0 {
		return
	}
	by := byNumber
	if sure == 0 {
		sure, by = j.breaks(false)-j.breaks(true), byOrder
	}
	if sure == 0 && !j.p.AsOf.Date.IsZero() {
		sure, by = j.distance(false)-j.distance(true), byCapture
	}
	if sure == 0 && swaps > 1 {
		sure, by = j.spread(false)-j.spread(true), bySpread
	}
	if j.dayFirst = sure >= 0; sure != 0 {
		j.dayFirstBy = by
	}
}

// countNumericDates counts the dates that may be read both ways, and, of the others in digits, those with the day first less those
// with the month first.
func (j *judge) countNumericDates() (swaps, sure int) {
	for i := range j.marks {
		f := &j.marks[i].f
		n := 0
		switch {
		case f.has&swappable != 0:
			swaps++
		case f.has&namedDate != 0 || f.day <= 12:
		case f.dateForm == dayMonth:
			n = 1
		case f.dateForm == monthDay:
			n = -1
		}
		if sure += n; n != 0 && j.dayFirstLine == 0 {
			j.dayFirstLine = int(j.marks[i].line) + 1
		}
	}
	return swaps, sure
}

// breaks counts how often time turns from mark to mark if days come first, or if months do.
func (j *judge) breaks(dayFirst bool) int {
	j.dayFirst = dayFirst
	turns, last := 0, same
	var before *mark
	for i := range j.marks {
		m := &j.marks[i]
		if m.f.has&swappable == 0 {
			continue
		}
		if before != nil {
			if way, _ := j.compare(before, m); way == falls || way == rises {
				if last != same && way != last {
					turns++
				}
				last = way
			}
		}
		before = m
	}
	return turns
}

// spread returns over how many days the ambiguous dates reach if days come first, or if months do.
func (j *judge) spread(dayFirst bool) int {
	j.dayFirst = dayFirst
	var first, last int32
	n := 0
	for i := range j.marks {
		if f := &j.marks[i].f; f.has&swappable != 0 {
			day := j.ordinal(f)
			if n == 0 {
				first, last = day, day
			}
			first, last = min(first, day), max(last, day)
			n++
		}
	}
	return int(last - first)
}

// distance returns how many of the ambiguous dates are later than the day of capture, or over a year earlier, if days come
// first, or if months do.
func (j *judge) distance(dayFirst bool) int {
	j.dayFirst = dayFirst
	asOf := int32(j.p.AsOf.Date.Days())
	n := 0
	for i := range j.marks {
		if f := &j.marks[i].f; f.has&swappable != 0 {
			if day := j.ordinal(f); day > asOf+1 || day < asOf-366 {
				n++
			}
		}
	}
	return n
}

// explainAway takes out the marks that the lines around them explain: a stamp under "Updated", one in the middle of a
// sentence that extraction has cut, the signature of an embedded post.
func (j *judge) explainAway() {
	for i := range j.marks {
		m := &j.marks[i]
		line := j.d.line(int(m.line))
		if isPostSignature(line) {
			j.verdicts[i] = ignoredMark
			continue
		}
		if m.place != whole {
			continue
		}
		above := j.textAbove(int(m.line))
		if above < 0 || j.isMarkLine(i, above) {
			continue
		}
		text := j.d.line(above)
		switch last := j.lastRoles(text); {
		case last&(roleUpdated|rolePublished) != 0 && len(text) <= rubricSize:
			if last&roleUpdated != 0 {
				m.f.has |= updated
			} else {
				m.f.has |= published
			}
		case last&rolePrep != 0 && int(m.line) == above+1 && !endsSentence(text) && isLowerLast(text) && j.sentenceGoesOn(int(m.line)):
			j.verdicts[i] = ignoredMark
		}
	}
}

// sentenceGoesOn reports whether the line below line i does not begin as a sentence or headline does.
func (j *judge) sentenceGoesOn(i int) bool {
	next := j.firstBelow(i)
	return next < 0 || next > i+1 || !startsLikeHeading(j.d.line(next)) || strings.IndexByte(".,;:!?)", j.d.line(next)[0]) >= 0
}

// isPostSignature reports whether a line signs an embedded post: "— Name (@handle) May 15, 2023".
func isPostSignature(line string) bool {
	if !hasDashPrefix(line) {
		return false
	}
	for i := 0; i+1 < len(line); i++ {
		if line[i] == '(' && line[i+1] == '@' {
			return true
		}
	}
	return false
}

func hasDashPrefix(s string) bool {
	return len(s) > 2 && (s[0] == '-' || s[:3] == "—" || s[:3] == "–" || s[0] == '&')
}

// textAbove returns the nearest line above line i that is not blank, -1 if there is none.
func (j *judge) textAbove(i int) int {
	for i--; i >= 0; i-- {
		if j.d.Roles[i] != Blank {
			return i
		}
	}
	return -1
}

// isMarkLine reports whether the mark before mark i is all of line n.
func (j *judge) isMarkLine(i, n int) bool {
	return i > 0 && int(j.marks[i-1].line) == n && j.marks[i-1].place == whole
}

// lastRoles returns the roles of the word that ends a line, a colon behind it left out.
func (j *judge) lastRoles(line string) roles {
	if n := len(line); n > 0 && line[n-1] == ':' {
		line = line[:n-1]
	}
	if roles := j.lexer.formRoles(line); roles != 0 {
		return roles
	}
	if w := j.lexer.find(lastWord(line), 0); w != nil {
		return w.roles
	}
	return 0
}

// isLowerLast reports whether the last word of a line is in small letters.
func isLowerLast(line string) bool {
	w := lastWord(line)
	return w != "" && w[0] >= 'a' && w[0] <= 'z' || w != "" && w[0] >= 0x80
}

// least is how often a style must recur to be one, by how plainly its marks are parted from the text.
func (s *series) least() int {
	if s.style.place == whole || s.style.place == opens && s.style.sep == strongSep {
		return 2
	}
	return 3
}

// acceptable reports whether a series could be the stamps of the feed.
func (j *judge) acceptable(s *series) bool {
	n := len(s.marks)
	if s.style.label == updated && (n < 3 || j.unlabelled()) {
		return false
	}
	if s.weak == n && (n < 3 || s.ordered() < 1 || s.distinct < 3) {
		return false
	}
	if s.style.family == coarseFamily && s.style.place == whole && s.content*10 < 7*n {
		return false // a column of numbers
	}
	if n >= s.least() {
		return s.ordered() >= 0.5 && (s.style.sep != blankSep || s.style.family != dateFamily || s.ordered() >= 0.9)
	}
	if n == 2 && s.style.place == closes && s.style.sep == strongSep {
		return s.ordered() == 1 && s.distinct == 2 && s.style.family != clockFamily && j.headsText(s)
	}
	if n == 2 && s.style.place == opens {
		return s.ordered() == 1 && s.capitals == 2 && (s.style.family == clockFamily || s.style.family == stampFamily)
	}
	return n == 1 && j.soleStamp(s)
}

// headsText reports whether the stamps end headings of one shape that text stands under: "## [1.8.0] (2018-12-07)".
func (j *judge) headsText(s *series) bool {
	a, b := j.rest(&j.marks[s.marks[0]]), j.rest(&j.marks[s.marks[1]])
	return s.below == 2 && a[0] == b[0] && (a[0] == '#' || a[0] == '[' || a[0] == '*' || isDigit(a[0]))
}

// unlabelled reports whether there is a series without labels that could be the stamps of the feed.
func (j *judge) unlabelled() bool {
	for _, s := range j.series {
		if s.style.label == 0 && len(s.marks) > 1 && j.acceptable(s) {
			return true
		}
	}
	return false
}

// soleStamp reports whether a single mark is a stamp: a line of its own, plain in form, with text behind it.
func (j *judge) soleStamp(s *series) bool {
	m := &j.marks[s.marks[0]]
	switch next := j.firstBelow(int(m.line)); {
	case next < 0:
		return m.place == whole && s.style.family == dateFamily && m.f.year != 0 && m.f.has&weakDate == 0 && s.style.label == 0 && j.bodies[m.line] > 0 // it signs the text
	case j.classes[next] != textLine:
		return false
	}
	if f := &m.f; s.style.family == dateFamily && f.year == 0 && f.weekday == 0 && m.end-m.start < 7 {
		return false // "15 Set" alone may be anything
	}
	return m.place == whole && m.f.has&(weakDate|badWeekday|leadingPrep) == 0 && s.style.family != ageFamily && s.content > 0 && s.style.label == 0
}

// firstBelow returns the nearest line below line i that is not blank, -1 if there is none.
func (j *judge) firstBelow(i int) int {
	for i++; i < len(j.classes); i++ {
		if j.classes[i] != blankLine {
			return i
		}
	}
	return -1
}

// choose picks the series that are the stamps of the entries.
func (j *judge) choose() {
	var best *series
	for _, s := range j.series {
		if !j.acceptable(s) || j.nested(s) {
			continue
		}
		switch {
		case best == nil, j.beats(s, best), j.outspans(s, best):
			best = s
		case len(best.marks) == 1 && len(s.marks) > 1 && !j.outspans(best, s):
			best = s
		}
	}
	if best != nil {
		best.accepted = true
		for _, i := range best.marks {
			j.verdicts[i] = entryMark
		}
	}
	j.main = best
	j.markDoubles()
}

// markDoubles finds the stamps that repeat the one beside them in another notation: "3.31pm BST" and "15:31".
func (j *judge) markDoubles() {
	for k := range j.marks {
		if j.verdicts[k] != entryMark {
			continue
		}
		for _, n := range []int{k - 1, k + 1} {
			if n < 0 || n == len(j.marks) || j.verdicts[n] != undecided || j.marks[n].place != whole || !j.sameClock(&j.marks[k], &j.marks[n]) {
				continue
			}
			if a, b := min(j.marks[k].line, j.marks[n].line), max(j.marks[k].line, j.marks[n].line); j.textsBetween(int(a)+1, int(b)) == 0 {
				j.verdicts[n] = doubleMark
				j.classes[j.marks[n].line] = doubleLine
			}
		}
	}
}

// outspans reports whether a series of dates is the feed's although another scores higher: the dates stand over most of the
// document's running text, and the other over little of it, in a few places below them or all before them. The chapters of a film
// and an index in the lead are such.
func (j *judge) outspans(s, best *series) bool {
	if s.style.family != dateFamily || s.style.place != whole || s.ordered() < 0.9 || best.style.family == dateFamily {
		return false
	}
	if len(s.marks) >= 3 && s.coverage >= 0.6 && best.coverage < 0.3 && j.within(best, s) > 0.5 {
		return true
	}
	return s.coverage >= 0.6 && best.coverage < 0.5 && s.marks[0] > best.marks[len(best.marks)-1]
}

// nested reports whether all marks of a series stand between two neighbours of a better kind of series: an agenda quoted in one
// entry has clocks of its own.
func (j *judge) nested(s *series) bool {
	first, last := s.marks[0], s.marks[len(s.marks)-1]
	for _, t := range j.series {
		if t == s || len(t.marks) < 4 || t.ordered() < 0.9 || t.body < 3 || t.style.family == dateFamily && s.style.family != dateFamily {
			continue
		}
		for k := 1; k < len(t.marks); k++ {
			if t.marks[k-1] < first && last < t.marks[k] {
				return true
			}
		}
	}
	return false
}

// beats reports whether series s, of a lower score, is the feed's all the same: clocks under dates make headers of the dates, and
// an absolute clock is worth more than an age.
func (j *judge) beats(s, best *series) bool {
	timed := s.style.family == clockFamily || s.style.family == stampFamily
	switch best.style.family {
	case dateFamily, coarseFamily:
		if best.style.place != whole {
			return timed && s.score >= 0.7*best.score && s.ordered() >= 0.6
		}
		finer := timed || s.style.family == dateFamily && best.style.family == coarseFamily || s.style.family == dateFamily && s.style.place == opens
		return finer && s.score >= 0.25*best.score && s.ordered() >= 0.6 && j.within(s, best) >= 0.4
	case ageFamily:
		return timed && s.score >= 0.4*best.score
	}
	return false
}

// within returns the share of a series' marks that stand behind the first mark of another.
func (j *judge) within(s, of *series) float64 {
	n := 0
	for _, i := range s.marks {
		if i > of.marks[0] {
			n++
		}
	}
	return float64(n) / float64(len(s.marks))
}

// pair joins the two halves of stamps that stand on neighbouring lines: a date under or over each clock.
func (j *judge) pair() {
	clocks := 0
	var pairs [][2]int
	for i := range j.marks {
		if j.verdicts[i] == undecided && j.marks[i].f.family() == clockFamily {
			clocks++
		}
		if i > 0 && j.areHalves(&j.marks[i-1], &j.marks[i]) && (len(pairs) == 0 || pairs[len(pairs)-1][1] != i-1) {
			pairs = append(pairs, [2]int{i - 1, i})
		}
	}
	if share := len(pairs) * 10; len(pairs) < 2 || share < clocks*6 || share < clocks*9 && !j.repeatsDate(pairs) {
		return // the dates head days
	}
	for _, p := range pairs {
		clock, date := p[0], p[1]
		if j.marks[clock].f.family() == dateFamily {
			clock, date = date, clock
		}
		j.marks[clock].f.takeDate(&j.marks[date].f)
		j.verdicts[date] = doubleMark
	}
}

// repeatsDate reports whether two neighbouring pairs have the same date: a day has one header, but the date of an entry may stand again.
func (j *judge) repeatsDate(pairs [][2]int) bool {
	date := func(p [2]int) *fields {
		if f := &j.marks[p[0]].f; f.hasDay() {
			return f
		}
		return &j.marks[p[1]].f
	}
	for k := 1; k < len(pairs); k++ {
		if a, b := date(pairs[k-1]), date(pairs[k]); a.day == b.day && a.month == b.month && a.relDay == b.relDay {
			return true
		}
	}
	return false
}

// areHalves reports whether two marks are a date and a clock on neighbouring lines.
func (j *judge) areHalves(a, b *mark) bool {
	if a.place != b.place || a.place >= closes || j.textsBetween(int(a.line)+1, int(b.line)) > 0 || b.line-a.line > 2 || b.line == a.line {
		return false
	}
	af, bf := a.f.family(), b.f.family()
	return (af == dateFamily && bf == clockFamily || af == clockFamily && bf == dateFamily) && (a.f.has|b.f.has)&(weakDate|updated|published) == 0
}

// takeDate takes the date of other fields.
func (f *fields) takeDate(date *fields) {
	f.year, f.month, f.day, f.weekday, f.relDay, f.dateForm = date.year, date.month, date.day, date.weekday, date.relDay, date.dateForm
	f.has |= date.has & (swappable | relDayGiven | lastWeek | namedDate)
}
