package stamp

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
)

// Dotted numbers: "9.22" that opens a line or fills it is a clock, a day, or a number of another
// kind. No line says which, but all lines of a document that are written alike do.

// A dotted is a number with one dot at the head of a line.
type dotted struct {
	candidate     int // that it is by itself; -1: none
	line          int
	start, end    int // bytes of the line, without a second dot
	first, second int8
	figures       int   // of the second part
	isDay         bool  // it was read as a day: a second dot is behind it
	day           int64 // the DayNumber of the full date behind it, which has it for its clock
}

// A dottedFrame is what dotted numbers of one kind have around them.
type dottedFrame struct {
	lead string // the marks before
	mark rune   // behind; a blank is before text, -1 ends the line
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
	if !slices.ContainsFunc(candidates, Candidate.mayBeDotted) {
		return candidates
	}
	kinds := dottedKinds(d, candidates)
	var more []Candidate
	for i := range kinds {
		if k := &kinds[i]; len(k.all) >= few {
			more = k.settle(d, candidates, more)
		}
	}
	return slices.DeleteFunc(insert(candidates, more), func(m Candidate) bool { return m.End < 0 })
}

// mayBeDotted reports whether a candidate is a number with a dot, or a day in digits, which may be
// one. All lines are read then.
func (m Candidate) mayBeDotted() bool {
	f := &m.Fields
	return f.Notation == DotClock || f.DateForm == DayMonth && f.Year == 0 &&
		f.Has&NamedDate == 0
}

// dottedKinds returns the dotted numbers of a document by their frames.
func dottedKinds(d *text.Document, candidates []Candidate) (kinds []dottedKind) {
	at := 0
	for i := range d.Lines.Count() {
		from := at
		for at < len(candidates) && int(candidates[at].Line) <= i {
			at++
		}
		if d.IsBlank(i) {
			continue
		}
		n, frame, ok := readDotted(d.Line(i))
		n.line = i
		if ok {
			ok = n.take(d, candidates, from, at)
		} else if from < at && candidates[from].IsLabelled() {
			ok, frame = true, n.takeLabelled(d, candidates, from)
		}
		if !ok {
			continue
		}
		frame.isBeforeDay = n.day != 0
		k := slices.IndexFunc(kinds, func(k dottedKind) bool { return k.frame == frame })
		if k < 0 {
			k, kinds = len(kinds), append(kinds, dottedKind{frame: frame})
		}
		kinds[k].all = append(kinds[k].all, n)
	}
	return kinds
}

// readDotted reads the dotted number that opens a line behind marks, and its frame.
func readDotted(line string) (n dotted, frame dottedFrame, ok bool) {
	n.candidate = -1
	n.start = strings.IndexFunc(line, isWordRune)
	if n.start < 0 {
		return n, frame, false
	}
	dot := words.DigitsEnd(line, n.start)
	if dot+1 >= len(line) || line[dot] != '.' || !words.IsDigit(line[dot+1]) {
		return n, frame, false
	}
	n.end = words.DigitsEnd(line, dot+1)
	n.figures = n.end - dot - 1
	n.first = int8(min(words.Number(line, n.start).Value, math.MaxInt8))
	n.second = int8(min(words.Number(line, dot+1).Value, math.MaxInt8))
	frame.lead = line[:n.start]
	frame.mark, ok = n.behind(line)
	return n, frame, ok
}

// isWordRune reports whether a word or a number may begin with r.
func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// behind returns the mark behind a dotted number. ok: the line goes on as behind a timestamp, not
// as behind a measure or within a sentence.
func (n *dotted) behind(line string) (mark rune, ok bool) {
	_, at := words.SkipSpace(line, n.end)
	if at >= len(line) {
		return -1, true
	}
	c, size := utf8.DecodeRuneInString(line[at:])
	if mark = words.PlainMark(c); isBetween(mark) {
		after, _ := utf8.DecodeRuneInString(line[at+size:])
		return mark, !unicode.IsDigit(after)
	}
	return ' ', !words.IsSmall(c) && mark != '%' && !unicode.IsSymbol(c)
}

// take notes what is known of a dotted number by the candidates [from, to) of its line. It reports
// whether there is nothing that makes it something else.
func (n *dotted) take(d *text.Document, candidates []Candidate, from, to int) bool {
	at := d.Lines.Span(d.Text, n.line).Start
	if from == to {
		return true
	}
	m := &candidates[from]
	switch f := &m.Fields; {
	case int(m.End) <= at+n.end+1:
		n.candidate, n.isDay = from, !f.HasClock()
	case m.Place > Opens:
	case f.IsFull():
		n.candidate, n.day = from, f.DayNumber()
	default:
		return false
	}
	return true
}

// takeLabelled takes a candidate, and returns its frame.
func (n *dotted) takeLabelled(d *text.Document, candidates []Candidate, i int) dottedFrame {
	m, at := &candidates[i], d.Lines.Span(d.Text, n.line).Start
	n.candidate, n.start, n.end = i, int(m.Start)-at, int(m.End)-at
	n.first, n.second, n.figures = m.Fields.Hour, m.Fields.Minute, 2
	return dottedFrame{lead: d.Text[at:m.Start], mark: -1}
}

// leaveDay takes the clock from a full date: the number is a name.
func (n *dotted) leaveDay(d *text.Document, m *Candidate) {
	at := d.Lines.Span(d.Text, n.line)
	_, start := words.SkipSpace(at.Of(d.Text), n.end)
	f := &m.Fields
	f.Hour, f.Minute, f.Notation = NoFields.Hour, NoFields.Minute, NoClock
	f.TitleStart, f.TitleEnd = int16(n.start), int16(n.end)
	m.Start = int32(at.Start + start)
}

// settle decides what the dotted numbers of a frame are, and makes the candidates of them that they
// are then. A candidate that is none gets the end -1. It appends new ones to more.
func (k *dottedKind) settle(d *text.Document, candidates, more []Candidate) []Candidate {
	what, isSure := k.judge()
	for i := range k.all {
		n := &k.all[i]
		var m *Candidate
		if n.candidate >= 0 {
			m = &candidates[n.candidate]
		}
		switch {
		case what == dottedMonthDay || what == dottedDayMonth:
			if m == nil {
				more = append(more, Candidate{Line: int32(n.line)})
				m = &more[len(more)-1]
			}
			n.putDay(d, m, what, k.frame.mark, isSure)
		case m == nil:
		case !isSure && m.IsLabelled():
			m.End = -1
		case !isSure:
			m.Fields.Has |= DoubtfulClock
		case what == dottedFigure && n.day != 0:
			n.leaveDay(d, m)
		case what == dottedFigure:
			m.End = -1
		}
	}
	return more
}

// putDay makes a candidate the day that a dotted number is.
func (n *dotted) putDay(d *text.Document, m *Candidate, what dottedMeaning, mark rune, isSure bool,
) {
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
		return
	}
	at := d.Lines.Span(d.Text, n.line)
	line, end := at.Of(d.Text), n.end
	m.Start, m.End, m.Fields, m.Place = int32(at.Start+n.start), int32(at.Start+end), f, Opens
	if mark == '=' { // Separate has it for the sign of an assignment
		end += strings.IndexByte(line[end:], '=') + 1
	}
	if m.Sep, m.Rest = Separate(line, end); int(m.Rest) >= len(line) {
		m.Place, m.Sep = Whole, NoSep
	}
	m.Rest += int32(at.Start)
}
