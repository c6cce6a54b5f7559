package stamp

import (
	"slices"
	"strings"

	"newstimeline/parser/internal/words"
)

// Dates of figures alone that open lines: "[200713] text", "I0316 19:37:18.101331 text", "081109
// 203615 text", "08 05:30 text", "10. 30 – text".

// sixFigureRow reads the date of six figures, year, month and day, that opens a line in brackets or
// in a heading. Numbers of other kinds have six figures too: it counts only where it recurs.
func sixFigureRow(m *Candidate, line string) bool {
	start := skipBullet(line)
	isHeading, isBracketed := line != "" && line[0] == '#', false
	if start < len(line) && (line[start] == '[' || line[start] == '(') {
		start++
		isBracketed = true
	}
	end := start + len("200713")
	if !isHeading && !isBracketed || end >= len(line) || !areDigits(line[start:end]) ||
		isBracketed != (line[end] == ']' || line[end] == ')') || words.IsPlain(line[end]) {
		return false
	}
	r := Reader{F: NoFields}
	if !r.sixFigureDate(line, start) {
		return false
	}
	*m = Candidate{Start: int32(start), End: int32(end), Place: Row, Fields: r.F}
	m.Sep, m.Rest = Separate(line, end)
	return m.Sep != GluedSep
}

// sixFigureDate reads year, month and day, of two digits each, at byte i of a line.
func (r *Reader) sixFigureDate(line string, i int) bool {
	r.F.Year, r.F.Month, r.F.Day = 2000+int16(twoDigits(line, i)), twoDigits(line, i+2),
		twoDigits(line, i+4)
	r.F.DateForm = IsoDate
	return r.checkDate()
}

// packedForms are the date of six figures and the clock that open the lines of some logs.
var packedForms = [...]string{"081109 203615 ", "160316 19:07:46 ", "160316  9:07:46 "}

// packedRow reads the date of six figures that opens a line, and the clock behind it. Two numbers
// of other kinds may look so: it counts only where it recurs.
func packedRow(m *Candidate, line string) bool {
	at := slices.IndexFunc(packedForms[:], func(form string) bool { return hasForm(line, form) })
	if at < 0 {
		return false
	}
	end := len(packedForms[at]) - 1
	clock := strings.NewReplacer(":", "", " ", "0").Replace(line[len("081109 "):end])
	r := Reader{F: NoFields}
	if !r.sixFigureDate(line, 0) || !r.clockOf(clock, 0, 2, 4) {
		return false
	}
	*m = Candidate{End: int32(end), Place: Row, Fields: r.F}
	m.Sep, m.Rest = Separate(line, end)
	return true
}

// dayRow reads the day of the month and the clock that open a line, of two figures each: "08 05:30
// text". Numbers of other kinds are before clocks too: it counts only where it recurs.
func dayRow(m *Candidate, line string) bool {
	const form = "08 05:30 "
	if !hasForm(line, form) {
		return false
	}
	r := Reader{F: NoFields}
	r.F.Day, r.F.DateForm = twoDigits(line, 0), DayOnly
	if !r.checkDate() || !r.setClock(int(twoDigits(line, 3)), int(twoDigits(line, 6)), -1,
		ColonClock) {
		return false
	}
	*m = Candidate{End: int32(len(form) - 1), Place: Row, Fields: r.F}
	m.Sep, m.Rest = Separate(line, len(form)-1)
	return int(m.Rest) < len(line)
}

// spacedRow reads the clock with a blank behind its mark that opens a line, with a mark behind, or
// is all of it: "10. 30 – text", "10: 30". The number of an item may be before another number: it
// counts only between other clocks.
func spacedRow(m *Candidate, line string) bool {
	const form = "1. 30"
	at := strings.IndexByte(line, ' ') - len("1.")
	if at != 0 && at != 1 || !words.IsDigit(line[0]) {
		return false
	}
	notation := ColonClock
	if line[at+1] == '.' {
		notation = DotClock
	} else if line[at+1] != ':' {
		return false
	}
	end := at + len(form)
	if end > len(line) || !areDigits(line[at+len("1. "):end]) || !words.IsDigit(line[at]) ||
		end < len(line) && line[end] != ' ' { // 1. 28/11/2019
		return false
	}
	r := Reader{F: NoFields}
	if hour := words.Number(line, 0).Value; !r.setClock(hour, int(twoDigits(line, end-2)), -1,
		notation) {
		return false
	}
	r.F.Has = Loose
	*m = Candidate{End: int32(end), Place: Row, Fields: r.F}
	if m.Sep, m.Rest = Separate(line, end); int(m.Rest) == len(line) {
		m.Sep = NoSep
		return true
	}
	return m.Sep == StrongSep
}

// isSpaced reports whether a candidate is a clock with a blank behind its mark.
func (m *Candidate) isSpaced() bool {
	return m.Place == Row && m.Fields.Has&Loose != 0 && !m.Fields.HasDate()
}

// mayBeNumbers reports whether the days of rows may count their lines, as in lists of songs and
// their lengths: no two neighbours have the same.
func mayBeNumbers(candidates []Candidate, row []int) bool {
	for k, i := range row {
		f := &candidates[i].Fields
		if f.DateForm != DayOnly || k > 0 && f.Day == candidates[row[k-1]].Fields.Day {
			return false
		}
	}
	return true
}

// hasForm reports whether a line begins with the marks of a form, and with digits where it has
// digits.
func hasForm(line, form string) bool {
	if len(line) < len(form) {
		return false
	}
	for i := range len(form) {
		if isDigit := words.IsDigit(form[i]); isDigit != words.IsDigit(line[i]) ||
			!isDigit && form[i] != line[i] {
			return false
		}
	}
	return true
}

// clockOf sets hour, minute and second to the numbers of two digits at bytes of a line.
func (r *Reader) clockOf(line string, hour, minute, second int) bool {
	return r.setClock(int(twoDigits(line, hour)), int(twoDigits(line, minute)),
		int(twoDigits(line, second)), ColonClock)
}

// levelRow reads the month, day and clock that open a line of the logs that programs in Go and C++
// write, glued to its level. No other line has a fraction of six figures there.
func levelRow(m *Candidate, line string) bool {
	const form = "I0316 19:37:18.101331 "
	if !hasForm(line[1:], form[1:]) {
		return false
	}
	f := NoFields
	f.Month, f.Day, f.DateForm = twoDigits(line, 1), twoDigits(line, 3), MonthDay
	r := Reader{F: f}
	if !r.checkDate() || !r.clockOf(line, 6, 9, 12) {
		return false
	}
	*m = Candidate{Start: 1, End: int32(len(form) - 1), Place: Opens, Sep: WideSep, Fields: r.F}
	_, m.Rest = Separate(line, len(form)-1)
	return int(m.Rest) < len(line)
}

// twoDigits returns the number of two digits at byte i of a line.
func twoDigits(line string, i int) int8 { return int8(line[i]-'0')*10 + int8(line[i+1]-'0') }

// areDigits reports whether a text is digits alone.
func areDigits(s string) bool {
	for i := range len(s) {
		if !words.IsDigit(s[i]) {
			return false
		}
	}
	return true
}
