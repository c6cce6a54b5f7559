package stamp

import (
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
)

// Amounts: "2024-03-08 2h Setup" is of a time sheet, "2024-03-08 0.38" is of a list of releases.
// Clocks are written so, too: "8.3.2024 8.30". No line says which it is, but all of them do.

// An amount is a clock with a dot or a letter after its date, which may be none.
type amount struct {
	candidate int
	value     int    // minutes of the day, as a clock
	day       int64  // DayNumber
	bare      Fields // without the clock
	end       int32  // of the timestamp without the clock, bytes of the text
	isSure    bool   // a word, a zone or its figures make it a clock
}

// TakeAmounts takes the clocks from timestamps that have amounts after their dates. Those that may
// be either are doubtful.
func TakeAmounts(d *text.Document, candidates []Candidate) []Candidate {
	amounts := findAmounts(d, candidates)
	if len(amounts) == 0 {
		return candidates
	}
	like := &candidates[amounts[0].candidate]
	switch judgeAmounts(amounts, countAlike(candidates, like), countDecimals(d, candidates, like)) {
	case areAmounts:
		for i := range amounts {
			amounts[i].take(d, candidates)
		}
	case areEither:
		for i := range amounts {
			candidates[amounts[i].candidate].Fields.Has |= DoubtfulClock
		}
	}
	return candidates
}

// findAmounts returns the clocks of a document that may be amounts.
func findAmounts(d *text.Document, candidates []Candidate) (amounts []amount) {
	var x words.Lexer
	r := Reader{amounts: true}
	for i := range candidates {
		f := &candidates[i].Fields
		if f.Notation != DotClock && f.Notation != LetterClock || f.Day == 0 || !f.HasClock() ||
			candidates[i].Place == Closes || candidates[i].Place == Inside {
			continue
		}
		if a, ok := readAmount(d, &candidates[i], &x, &r); ok {
			a.candidate = i
			amounts = append(amounts, a)
		}
	}
	return amounts
}

// readAmount reads a timestamp again, up to the clock that may be an amount.
func readAmount(d *text.Document, m *Candidate, x *words.Lexer, r *Reader) (a amount, ok bool) {
	at := d.Lines.Span(d.Text, int(m.Line))
	toks := x.Lex(at.Of(d.Text), int(m.Start)-at.Start)
	f, _, end := r.read(toks, false)
	if end == 0 || f.HasClock() || f.DayNumber() != m.Fields.DayNumber() || !f.isPlausible() {
		return a, false
	}
	a = amount{value: int(m.Fields.Hour)*60 + int(m.Fields.Minute), day: f.DayNumber(), bare: f,
		end: int32(at.Start) + toks[end-1].End}
	a.isSure = m.Fields.Zone != 0 || m.Fields.Has&(OffsetGiven|Meridiem|Spanned|HourLed) != 0 ||
		r.isSureAmount(end)
	return a, true
}

// isSureAmount reports whether the clock after token end can be no amount. A word for clocks or a
// preposition is beside it, or its hour is over 12 or has a leading zero.
func (r *Reader) isSureAmount(end int) bool {
	for r.at(end).Kind == words.MarkTok {
		end++
	}
	number := end
	for number < len(r.Toks)-1 && r.at(number).Kind != words.NumberTok {
		number++
	}
	t := r.at(number)
	return number > end || t.Value > 12 || t.Digits == 2 && t.Value < 10 ||
		r.isWord(number+3, words.RoleOClock|words.RoleClock)
}

const (
	areClocks = iota
	areAmounts
	areEither
)

// earlyHour is the first hour at which people write more than at night.
const earlyHour = 6

// judgeAmounts decides what the clocks of a document are. So many sure ones are elsewhere, and so
// many dates have a number in their place that is no clock.
func judgeAmounts(amounts []amount, elsewhere, decimals int) int {
	sure, early := elsewhere, 0
	for i := range amounts {
		if amounts[i].isSure {
			sure++
		} else if amounts[i].value < earlyHour*60 {
			early++
		}
	}
	with, against := ordered(amounts)
	switch n := len(amounts); {
	case countUp(amounts):
		return areAmounts
	case 4*sure >= n, with > 1 && against == 0:
		return areClocks
	case 4*decimals >= n, against > with, n > 1 && 2*early >= n:
		return areAmounts
	}
	return areEither
}

// ordered returns how many amounts of one day follow each other as the days do, and how many do
// not. Hours that were worked come in any order.
func ordered(amounts []amount) (with, against int) {
	up, down, days := 0, 0, 0
	for k := 1; k < len(amounts); k++ {
		a, b := &amounts[k-1], &amounts[k]
		switch {
		case a.day < b.day:
			days++
		case a.day > b.day:
			days--
		case a.value < b.value:
			up++
		case a.value > b.value:
			down++
		}
	}
	if days < 0 {
		return down, up
	}
	return up, down
}

// countUp reports whether amounts rise with their days, which all differ, each by one figure at
// its end: 0.36, 0.37, 0.38.
func countUp(amounts []amount) bool {
	way := 0
	for k := 1; k < len(amounts); k++ {
		step := amounts[k].value - amounts[k-1].value
		if step*step != 1 || (amounts[k].day-amounts[k-1].day)*int64(step) <= 0 ||
			way != 0 && step != way {
			return false
		}
		way = step
	}
	return len(amounts) >= few
}

// countAlike returns how many clocks of a document have no date and the notation of another: these
// cannot be amounts.
func countAlike(candidates []Candidate, like *Candidate) int {
	n := 0
	for i := range candidates {
		f := &candidates[i].Fields
		if f.HasClock() && f.Notation == like.Fields.Notation && f.Day == 0 &&
			candidates[i].Place <= Opens {
			n++
		}
	}
	return n
}

// countDecimals returns how many dates, in the form of another timestamp, have a number after them
// that is no clock: 2.5, 3.5h, 2.4.1.
func countDecimals(d *text.Document, candidates []Candidate, like *Candidate) int {
	n := 0
	for i := range candidates {
		m := &candidates[i]
		if f := &m.Fields; f.HasClock() || f.Day == 0 || f.DateForm != like.Fields.DateForm ||
			m.Place != like.Place && m.Place != Opens && m.Place != Whole {
			continue
		}
		after := d.Text[m.End:d.Lines.Span(d.Text, int(m.Line)).End]
		if m.Fields.TitleStart > 0 && m.Place == Whole {
			after = d.Line(int(m.Line))[m.Fields.TitleStart:]
		}
		if isDecimal(after) {
			n++
		}
	}
	return n
}

// isDecimal reports whether a text after a date begins with a decimal or a release.
func isDecimal(s string) bool {
	i := 0
	for i < len(s) && (s[i] == ' ' || s[i] == '\t' || s[i] == '(' || s[i] == ':' || s[i] == '|') {
		i++
	}
	from := i
	for i < len(s) && words.IsDigit(s[i]) {
		i++
	}
	return i > from && i-from <= 2 && i+1 < len(s) && (s[i] == '.' || s[i] == ',') &&
		words.IsDigit(s[i+1])
}

// take takes the clock from the timestamp of an amount. On a line of its own, the amount is what
// the entry is called.
func (a *amount) take(d *text.Document, candidates []Candidate) {
	m := &candidates[a.candidate]
	at := d.Lines.Span(d.Text, int(m.Line))
	line := at.Of(d.Text)
	title, titleEnd := m.Fields.TitleStart, m.Fields.TitleEnd
	m.Fields, m.End = a.bare, a.end
	m.Fields.TitleStart, m.Fields.TitleEnd = title, titleEnd
	sep, rest := Separate(line, int(m.End)-at.Start)
	if m.Place != Whole {
		m.Sep, m.Rest = sep, rest+int32(at.Start)
	} else if title == titleEnd {
		m.Fields.TitleStart, m.Fields.TitleEnd = int16(rest), int16(len(line))
	}
}
