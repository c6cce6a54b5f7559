package stamp

import (
	"slices"
	"strings"
	"unicode/utf8"

	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
)

// Rows recur: the same fields are before the timestamps of a document, which run one way in time.

// few is how many lines of one kind make a pattern: rows, days below a month, numbers with a dot.
// Fewer are alike by chance.
const few = 3

// A rowKind is what rows of one kind have in common.
type rowKind struct {
	shape  uint32 // of the fields before the timestamp
	form   DateForm
	named  bool   // the month is a word
	timed  bool   // there is a clock
	spoken bool   // a preposition begins a sentence
	words  string // of a worded row, which must be the same in all
	rest   string // see looseRest
}

// Settle returns the candidates that the document as a whole confirms: rows whose fields recur,
// days below their months, and elapsed times. It takes away clocks that are amounts, and letters
// that are of no era. It makes dates of clocks that have a year for their seconds, and turns clocks
// round that have the minute first.
func Settle(d *text.Document, candidates []Candidate) []Candidate {
	candidates = TakeEras(d, candidates)
	takeMonthsFirst(d, candidates)
	takeMinutesFirst(d, candidates)
	takeWholeMonthsFirst(d, candidates)
	candidates = TakeFourFigures(d, candidates)
	candidates = TakeAmounts(d, TakeDotted(d, candidates))
	candidates = TakeLabelled(d, candidates)
	candidates = CarryMonths(d, TakeFirstDates(d, TakeRows(d, candidates)))
	candidates = takeWeekdays(d, candidates)
	return TakeElapsed(d, TakeYears(d, TakeDays(d, candidates)))
}

// TakeRows makes timestamps that open their lines of those after fields that recur. It removes all
// other candidates of rows.
func TakeRows(d *text.Document, candidates []Candidate) []Candidate {
	rows := rowsByKind(d, candidates)
	if rows == nil {
		takeCompany(d, candidates)
		return slices.DeleteFunc(candidates, func(m Candidate) bool { return m.Place == Row })
	}
	takeClocksBehind(d, candidates, Row) // they tell whether rows of one day run one way
	sums := sumLines(d)
	for _, row := range rows {
		alike := haveOneLead(d, candidates, row)
		if areRows(d, candidates, row, alike, sums) {
			for _, i := range row {
				candidates[i].open(d, alike)
			}
		}
	}
	takeCompany(d, candidates)
	return withoutRows(candidates)
}

// withoutRows removes the rows that open no lines, and the candidates inside lines that a row
// opens.
func withoutRows(candidates []Candidate) []Candidate {
	out := candidates[:0]
	for i := range candidates {
		if candidates[i].Place != Row {
			out = append(out, candidates[i])
		}
	}
	return withoutInside(out)
}

// withoutInside removes the candidates inside lines that others open, and those that are the ends
// of others.
func withoutInside(candidates []Candidate) []Candidate {
	out := candidates[:0]
	for i := range candidates {
		m := &candidates[i]
		isEnd := i > 0 && m.Start < candidates[i-1].End
		if !isEnd && (m.Place != Inside || !isOpened(candidates, i)) {
			out = append(out, *m)
		}
	}
	return out
}

// sharesOpened reports whether another candidate opens the candidate's line, or is all of it.
func (m *Candidate) sharesOpened(other *Candidate) bool {
	return other.Line == m.Line && other.Place <= Opens
}

// rowsByKind returns the candidates of rows, by kind; nil if there are none. Those after words that
// open their lines in the same way are of the same kind.
func rowsByKind(d *text.Document, candidates []Candidate) [][]int {
	var at map[rowKind]int
	for i := range candidates {
		if m := &candidates[i]; m.Place == Row && !m.isSpaced() {
			if at == nil {
				at = map[rowKind]int{}
			}
			if k := m.rowKind(d); at[k] == 0 {
				at[k] = len(at) + 1
			}
		}
	}
	if at == nil {
		return nil
	}
	rows := make([][]int, len(at))
	for i := range candidates {
		m := &candidates[i]
		if m.Place != Row && (m.Place != Opens || m.Fields.TitleEnd == 0) {
			continue
		}
		if n := at[m.rowKind(d)]; n > 0 {
			rows[n-1] = append(rows[n-1], i)
		}
	}
	return rows
}

// rowKind returns the kind of a row.
func (m *Candidate) rowKind(d *text.Document) rowKind {
	f := &m.Fields
	lead := d.Text[d.Lines.Span(d.Text, int(m.Line)).Start:m.Start]
	return rowKind{
		shape: shapeOf(lead), form: f.DateForm,
		named: f.Has&NamedDate != 0, timed: f.HasClock(), spoken: f.Has&LeadingPrep != 0,
		rest: m.looseRest(d), words: m.wordsBefore(lead),
	}
}

// wordsBefore returns what is before the candidate of a worded row: the last words of a sentence
// could be.
func (m *Candidate) wordsBefore(lead string) string {
	if lead == "" || !m.Fields.HasClock() || words.StartsSmall(lead) {
		return ""
	}
	worded := false
	for word := range strings.FieldsSeq(lead) {
		if isMarked(word) {
			return ""
		}
		worded = worded || words.StartsSmall(word)
	}
	if !worded {
		return ""
	}
	return lead
}

// isWorded reports whether words that must recur are before the candidate of a row.
func (m *Candidate) isWorded(d *text.Document) bool {
	return m.wordsBefore(d.Text[d.Lines.Span(d.Text, int(m.Line)).Start:m.Start]) != ""
}

// shapeOf returns a hash of the marks between fields. "web_1  | " and "api-2 | " have one shape.
func shapeOf(lead string) uint32 {
	h := uint32(words.HashSeed)
	field := false
	for i := 0; i < len(lead); i++ {
		c := lead[i]
		switch {
		case words.IsPlain(c) || c >= utf8.RuneSelf:
			if !field {
				h = (h ^ 't') * 16777619
			}
			field = true
		case c == ' ' || c == '\t':
		case c == '-' && i > 0 && lead[i-1] == ' ' && i+1 < len(lead) && lead[i+1] == ' ':
			field = true // the sign of an empty field: "127.0.0.1 - - [" and "127.0.0.1 - bob ["
		case field && i+1 < len(lead) && words.IsPlain(lead[i+1]) &&
			strings.IndexByte("-._:/", c) >= 0:
		default:
			h = (h ^ uint32(c)) * 16777619
			field = false
		}
	}
	return h
}

// lineSums has, for each line, how many lines above it hold text, and running text.
type lineSums struct{ lines, running []int32 }

// sumLines counts the lines of a document once: it may have many kinds of rows.
func sumLines(d *text.Document) lineSums {
	n := d.Lines.Count()
	s := lineSums{make([]int32, n+1), make([]int32, n+1)}
	for i := range n {
		s.lines[i+1], s.running[i+1] = s.lines[i], s.running[i]
		if look := d.Look(i); !look.Has(text.LookBlank | text.LookDivider) {
			s.lines[i+1]++
			if look.Has(text.LookRunning) {
				s.running[i+1]++
			}
		}
	}
	return s
}

// areRows reports whether candidates of one kind are the entries' timestamps. They recur and run
// one way in time. They are most of the lines among them, or have running text after them. alike:
// their fields are the same words; then two are enough.
func areRows(d *text.Document, candidates []Candidate, row []int, alike bool, sums lineSums) bool {
	if len(row) < few && !(alike && len(row) == 2) || !runOneWay(candidates, row) ||
		mayBeShares(candidates, row) || mayBeNumbers(candidates, row) {
		return false
	}
	from, to := candidates[row[0]].Line, candidates[row[len(row)-1]].Line+1
	lines := int(sums.lines[to]-sums.lines[from]) - otherDates(candidates, row)
	if candidates[row[0]].Fields.Has&LeadingPrep != 0 {
		return 10*len(row) >= 6*max(int(sums.running[to]-sums.running[from]), lines/2)
	}
	if len(row) < few {
		return candidates[row[0]].isWorded(d)
	}
	return 10*len(row) >= 7*lines || haveSentences(d, candidates, row) ||
		headParagraphs(d, candidates, row) || headParts(d, candidates, row) ||
		haveSeconds(d, candidates, row)
}

// otherDates returns how many lines among those of a row are dates, or open with one, by
// themselves.
func otherDates(candidates []Candidate, row []int) int {
	n := 0
	for i := row[0]; i < row[len(row)-1]; i++ {
		if m := &candidates[i]; m.Place <= Opens && m.Fields.HasDate() && !m.Fields.HasClock() {
			n++
		}
	}
	return n
}

// haveSeconds reports whether a date and a clock to the second open each line of a row. What is
// between is of the line above, as the calls that led to an error are.
func haveSeconds(d *text.Document, candidates []Candidate, row []int) bool {
	for _, i := range row {
		m := &candidates[i]
		lead := d.Text[d.Lines.Span(d.Text, int(m.Line)).Start:m.Start]
		if m.Fields.Second < 0 || lead != "" {
			return false
		}
	}
	return true
}

// headParagraphs reports whether each candidate of a row heads lines. A blank line or a divider is
// above it, a mark is after it, and text is below all but the last.
func headParagraphs(d *text.Document, candidates []Candidate, row []int) bool {
	for k, i := range row {
		m := &candidates[i]
		at := int(m.Line)
		isLast := int(m.Rest) >= d.Lines.Span(d.Text, at).End // of its line
		if m.Sep != StrongSep || isLast || !isGap(d, at-1) || isOpened(candidates, i) ||
			k+1 < len(row) && !holdsText(d, at+1, int(candidates[row[k+1]].Line)) {
			return false
		}
	}
	return true
}

// isOpened reports whether another candidate opens the line of candidate i.
func isOpened(candidates []Candidate, i int) bool {
	m := &candidates[i]
	return i > 0 && m.sharesOpened(&candidates[i-1]) ||
		i+1 < len(candidates) && m.sharesOpened(&candidates[i+1])
}

// isGap reports whether a line is blank or a divider, or above the first.
func isGap(d *text.Document, i int) bool {
	return i < 0 || d.Look(i).Has(text.LookBlank|text.LookDivider)
}

// holdsText reports whether one of the lines [from, to) is neither blank nor a divider.
func holdsText(d *text.Document, from, to int) bool {
	for i := from; i < to; i++ {
		if !isGap(d, i) {
			return true
		}
	}
	return false
}

// haveSentences reports whether sentences are after most candidates of a row, or all of their
// fields are codes.
func haveSentences(d *text.Document, candidates []Candidate, row []int) bool {
	spoken, coded := 0, 0
	for _, i := range row {
		m := &candidates[i]
		s := d.Lines.Span(d.Text, int(m.Line))
		rest := d.Text[m.Rest:s.End]
		if m.Sep == StrongSep && (text.EndsSentence(rest) || text.IsBody(rest)) {
			spoken++
		}
		if isCoded(d.Text[s.Start:m.Start]) {
			coded++
		}
	}
	return 10*spoken >= 7*len(row) || coded == len(row)
}

// haveOneLead reports whether the same words are before all candidates of a row: they name no
// entry.
func haveOneLead(d *text.Document, candidates []Candidate, row []int) bool {
	lead := func(m *Candidate) string {
		return d.Text[d.Lines.Span(d.Text, int(m.Line)).Start:m.Start]
	}
	for _, i := range row[1:] {
		if lead(&candidates[i]) != lead(&candidates[row[0]]) {
			return false
		}
	}
	return len(row) > 1 && lead(&candidates[row[0]]) != ""
}

// isCoded reports whether one field with a figure, and a blank, are before a timestamp: a release,
// a hash.
func isCoded(lead string) bool {
	lead = lead[skipBullet(lead):]
	end := len(strings.TrimRight(lead, spaces))
	figure := false
	for i := range end {
		figure = figure || words.IsDigit(lead[i])
		if !words.IsPlain(lead[i]) && lead[i] != '.' && lead[i] != '-' && lead[i] != '_' {
			return false
		}
	}
	return figure && end < len(lead)
}

// runOneWay reports whether the days and clocks of candidates rise or fall, but for one in five.
// All may be of one second, as lines of a log are.
func runOneWay(candidates []Candidate, row []int) bool {
	up, down := 0, 0
	for k := 1; k < len(row); k++ {
		switch a, b := candidates[row[k-1]].Fields.moment(), candidates[row[k]].Fields.moment(); {
		case a < b:
			up++
		case a > b:
			down++
		}
	}
	if up+down == 0 {
		return candidates[row[0]].Fields.Second >= 0
	}
	return 5*max(up, down) >= 4*(up+down)
}

// OpensSentence reports whether a candidate is a date at the head of a sentence: "On 12 January
// 2019, …".
func (m *Candidate) OpensSentence() bool {
	return m.Place == Row && m.Fields.Has&LeadingPrep != 0
}

// DayNumber returns a number that rises with the date.
func (f *Fields) DayNumber() int64 {
	return (int64(f.Year)*12+int64(f.Month))*31 + int64(f.Day)
}

// moment returns a number that rises with the date and the clock.
func (f *Fields) moment() int64 {
	day := f.DayNumber() * 86400
	if f.HasClock() {
		day += int64(f.Hour)*3600 + int64(f.Minute)*60 + int64(max(f.Second, 0))
	}
	return day
}

// open makes a row's timestamp one that opens its line. The fields before it are its title if they
// name the entry: if they are not alike.
func (m *Candidate) open(d *text.Document, alike bool) {
	isFull := m.looseRest(d) != ""
	m.Place = Opens
	if alike {
		m.Fields.TitleStart, m.Fields.TitleEnd = 0, 0
	}
	m.Fields.Has &^= LeadingPrep | Loose
	if s := d.Lines.Span(d.Text, int(m.Line)); isFull || int(m.Rest) >= s.End {
		m.Place, m.Sep, m.Rest = Whole, NoSep, int32(s.End)
	}
}
