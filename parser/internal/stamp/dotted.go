package stamp

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
)

// Dotted numbers: "9.22" that opens a line or fills it is a clock, a day, or a number of another
// kind. No line says which, but all lines of a document that are written alike do.

const (
	// leastDotted is how many such numbers tell what they are.
	leastDotted = 3
	// dottedLead is how many bytes of marks may be before one.
	dottedLead = 12
)

// A dotted is a number with one dot at the head of a line.
type dotted struct {
	candidate     int // that it is by itself; -1: none
	line          int
	start, end    int // bytes of the line, without a second dot
	first, second int8
	isPadded      bool  // the first part begins with 0
	figures       int8  // of the second part
	isDay         bool  // it was read as a day: a second dot is behind it
	isUnspaced    bool  // the text behind it is of a script that has no dotted clocks
	isDated       bool  // a full date is behind it, and more figures between them
	day           int64 // the DayNumber of the full date behind it, which has it for its clock
}

// A dottedFrame is what dotted numbers of one kind have around them.
type dottedFrame struct {
	lead string // the marks before
	mark rune   // behind; a blank or nothing is before text, -1 ends the line
	// the clock of a full date
	isBeforeDay bool
}

// A dottedKind is the dotted numbers of one frame.
type dottedKind struct {
	frame dottedFrame
	all   []dotted
}

// TakeDotted makes days of the dotted numbers of a document, or removes those that are no times.
// All of one frame are what they are most likely to be. Those that may be either are doubtful.
func TakeDotted(d *text.Document, candidates []Candidate) []Candidate {
	if !slices.ContainsFunc(candidates, func(m Candidate) bool {
		return m.isDottedClock(d.Text) || m.isBeforeDay(d)
	}) {
		return candidates
	}
	kinds, around := dottedKinds(d, candidates)
	before := len(candidates)
	for i := range kinds {
		if k := &kinds[i]; len(k.all) >= leastDotted {
			candidates = k.settle(d, candidates, &around)
		}
	}
	if len(candidates) > before {
		slices.SortStableFunc(candidates, func(a, b Candidate) int {
			return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Start, b.Start))
		})
	}
	return withoutDotted(d, candidates)
}

// withoutDotted removes the dotted numbers that are no times, and the dates behind those that are.
func withoutDotted(d *text.Document, candidates []Candidate) []Candidate {
	out := candidates[:0]
	for i := range candidates {
		m := &candidates[i]
		if m.End < 0 || m.Place == Row && len(out) > 0 && out[len(out)-1].Line == m.Line &&
			out[len(out)-1].isDottedClock(d.Text) {
			continue
		}
		out = append(out, *m)
	}
	return out
}

// isDottedClock reports whether a candidate of a text is a clock by the form of a dotted number
// alone.
func (m *Candidate) isDottedClock(text string) bool {
	f := &m.Fields
	if f.Notation != DotClock || m.Place > Opens || m.End-m.Start > int32(len("20.15")) ||
		f.HasDay() || f.TitleEnd > 0 || f.Has != 0 {
		return false
	}
	return words.IsDigit(text[m.Start]) && words.IsDigit(text[m.End-1])
}

// isBeforeDay reports whether a candidate is a clock with a dot and a full date.
func (m *Candidate) isBeforeDay(d *text.Document) bool {
	f := &m.Fields
	return f.Notation == DotClock && m.Place <= Opens && f.IsFull() && f.Zone == 0 &&
		f.TitleEnd == 0 && f.Second < 0 && f.Has&(Meridiem|OffsetGiven|HourLed|Spanned|Doubled|
		SecondStamp|Updated|Published) == 0 && words.IsDigit(d.Text[m.Start])
}

// dottedKinds returns the dotted numbers of a document by their frames, and what is around them.
func dottedKinds(d *text.Document, candidates []Candidate) (kinds []dottedKind, a dottedAround) {
	at := 0
	for i := range d.Lines.Count() {
		from := at
		for at < len(candidates) && int(candidates[at].Line) <= i {
			at++
		}
		if d.IsBlank(i) || d.IsMuted(i) {
			continue
		}
		n, frame, ok := readDotted(d.Line(i))
		if ok {
			n.line = i
			ok = n.take(d, candidates, from, at)
		}
		if !ok {
			a.add(candidates[from:at])
			continue
		}
		frame.isBeforeDay = n.day != 0
		k := slices.IndexFunc(kinds, func(k dottedKind) bool { return k.frame == frame })
		if k < 0 {
			k, kinds = len(kinds), append(kinds, dottedKind{frame: frame})
		}
		kinds[k].all = append(kinds[k].all, n)
	}
	return kinds, a
}

// readDotted reads the dotted number that opens a line behind marks, and its frame.
func readDotted(line string) (n dotted, frame dottedFrame, ok bool) {
	n.candidate = -1
	if n.start, ok = skipMarks(line); !ok {
		return n, frame, false
	}
	dot := words.DigitsEnd(line, n.start)
	if dot-n.start > 2 || dot+1 >= len(line) || line[dot] != '.' || !words.IsDigit(line[dot+1]) {
		return n, frame, false
	}
	n.end = words.DigitsEnd(line, dot+1)
	n.figures = int8(n.end - dot - 1)
	if n.figures > 2 {
		return n, frame, false
	}
	n.first = int8(words.Number(line, n.start).Value)
	n.second = int8(words.Number(line, dot+1).Value)
	n.isPadded = line[n.start] == '0' && dot-n.start == 2
	frame.lead = line[:n.start]
	frame.mark, ok = n.behind(line)
	return n, frame, ok
}

// skipMarks returns where the marks end that open a line, and whether a digit is there.
func skipMarks(line string) (at int, ok bool) {
	for i, c := range line[:min(len(line), dottedLead)] {
		switch {
		case '0' <= c && c <= '9':
			return i, true
		case unicode.IsLetter(c), unicode.IsDigit(c), unicode.Is(unicode.Sc, c), c == '"':
			return 0, false
		}
	}
	return 0, false
}

// behind returns the mark behind a dotted number. ok: the line goes on as behind a timestamp, not
// as behind a measure or within a sentence.
func (n *dotted) behind(line string) (mark rune, ok bool) {
	gap, at := words.SkipSpace(line, n.end)
	if at >= len(line) {
		return -1, true
	}
	c, size := utf8.DecodeRuneInString(line[at:])
	after, _ := utf8.DecodeRuneInString(line[at+size:])
	switch mark = words.PlainMark(c); {
	case unicode.IsDigit(c):
		return ' ', gap != words.Glued
	case unicode.IsLetter(c):
		n.isUnspaced = words.IsUnspaced(c)
		return ' ', !words.IsSmall(c)
	case unicode.Is(unicode.Sc, c), strings.ContainsRune("%‰°'’", mark):
		return 0, false
	case isBetween(mark) && mark != '#' && !(gap != words.Glued && leansOn(mark, line[at+size:]) &&
		mark != '='):
		_, next := words.SkipSpace(line, at+size)
		c, _ = utf8.DecodeRuneInString(line[next:])
		n.isUnspaced = words.IsUnspaced(c)
		return mark, gap != words.Glued || !unicode.IsDigit(after)
	}
	n.isUnspaced = words.IsUnspaced(after) // behind a bracket
	return ' ', gap != words.Glued
}

// take notes what is known of a dotted number by the candidates [from, to) of its line. It reports
// whether there is nothing that makes it something else.
func (n *dotted) take(d *text.Document, candidates []Candidate, from, to int) bool {
	at := d.Lines.Span(d.Text, n.line)
	for i := from; i < to; i++ {
		m := &candidates[i]
		start := int(m.Start) - at.Start
		switch {
		case start == n.start && (m.isDottedClock(d.Text) || m.isDottedDay(at.Start+n.end)):
			n.candidate, n.isDay = i, !m.Fields.HasClock()
		case start == n.start && m.isBeforeDay(d):
			_, _, ok := n.dayBehind(d.Line(n.line), m.Place == Whole)
			n.candidate, n.day = i, m.Fields.DayNumber()
			return ok
		case m.Place <= Opens:
			return false
		case m.Place == Row && start > n.end && m.Fields.IsFull():
			n.isDated = true
		}
	}
	return true
}

// isDottedDay reports whether a candidate is a day without a year that ends at byte end, or at the
// dot there.
func (m *Candidate) isDottedDay(end int) bool {
	f := &m.Fields
	return (m.Place <= Opens || m.Place == Row) && f.Day != 0 && f.Month != 0 && f.Year == 0 &&
		!f.HasClock() && f.Weekday == 0 && int(m.End) <= end+1 && f.Has&(Spanned|LeadingPrep) == 0
}

// dayBehind reads the full date right behind a dotted number, and returns where it begins.
func (n *dotted) dayBehind(line string, isWhole bool) (f Fields, start int, ok bool) {
	var x words.Lexer
	var r Reader
	toks := x.Lex(line, n.end)
	f, first, end := r.read(toks, isWhole)
	return f, int(toks[0].Start), end > 0 && first == 0 && f.IsFull() && !f.HasClock() &&
		f.isPlausible()
}

// leaveDay takes the clock from a full date: the number is a name.
func (n *dotted) leaveDay(d *text.Document, m *Candidate) {
	at := d.Lines.Span(d.Text, n.line)
	f, start, _ := n.dayBehind(at.Of(d.Text), m.Place == Whole)
	f.TitleStart, f.TitleEnd = int16(n.start), int16(n.end)
	m.Start, m.Fields = int32(at.Start+start), f
}

// settle decides what the dotted numbers of a frame are, and makes the candidates of them that they
// are then. A candidate that is none gets the end -1.
func (k *dottedKind) settle(d *text.Document, candidates []Candidate, around *dottedAround,
) []Candidate {
	what, isSure := k.judge(around)
	for i := range k.all {
		n := &k.all[i]
		switch {
		case what == dottedClock && isSure:
		case what == dottedClock:
			if n.candidate >= 0 && !n.isDay {
				candidates[n.candidate].Fields.Has |= DoubtfulClock
			}
		case what == dottedFigure && n.day != 0:
			n.leaveDay(d, &candidates[n.candidate])
		case what == dottedFigure:
			if n.candidate >= 0 && !n.isDay {
				candidates[n.candidate].End = -1
			}
		default:
			candidates = n.putDay(d, candidates, what, k.frame.mark, isSure)
		}
	}
	return candidates
}

// putDay makes a dotted number a day.
func (n *dotted) putDay(d *text.Document, candidates []Candidate, what dottedMeaning, mark rune,
	isSure bool) []Candidate {
	if n.candidate < 0 {
		n.candidate = len(candidates)
		candidates = append(candidates, Candidate{Line: int32(n.line)})
	}
	m := &candidates[n.candidate]
	f := NoFields
	f.Month, f.Day, f.DateForm = n.first, n.second, MonthDay
	if what == dottedDayMonth {
		f.Month, f.Day, f.DateForm = n.second, n.first, DayMonth
	}
	if !isSure {
		f.Has |= DoubtfulClock
	}
	if r := (Reader{F: f}); !r.checkDate() {
		m.End = -1
		return candidates
	}
	at := d.Lines.Span(d.Text, n.line)
	line, end := at.Of(d.Text), n.end
	if mark == '.' {
		end++
	}
	m.Start, m.End, m.Fields, m.Place = int32(at.Start+n.start), int32(at.Start+end), f, Opens
	if mark == '=' {
		end = skipAll(line, end, mark)
	}
	var rest int32
	if m.Sep, rest = Separate(line, end); mark == '=' {
		m.Sep = StrongSep
	}
	if m.Rest = rest + int32(at.Start); int(rest) >= len(line) {
		m.Place, m.Sep, m.Rest = Whole, NoSep, int32(at.End)
	}
	return candidates
}

// skipAll returns where the blanks and such marks end that begin at byte i of a line.
func skipAll(line string, i int, mark rune) int {
	for i < len(line) {
		_, next := words.SkipSpace(line, i)
		c, size := utf8.DecodeRuneInString(line[next:])
		if words.PlainMark(c) != mark {
			return i
		}
		i = next + size
	}
	return i
}
