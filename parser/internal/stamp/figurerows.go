package stamp

import (
	"strings"

	"newstimeline/parser/internal/words"
)

// Dates of figures alone that open lines: "[200713] text", "I0316 19:37:18.101331 text".

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
	f := NoFields
	f.Year, f.Month, f.Day = 2000+int16(twoDigits(line, start)), twoDigits(line, start+2),
		twoDigits(line, start+4)
	f.DateForm = IsoDate
	r := Reader{F: f}
	if !r.checkDate() {
		return false
	}
	*m = Candidate{Start: int32(start), End: int32(end), Place: Row, Fields: r.F}
	m.Sep, m.Rest = Separate(line, end)
	return m.Sep != GluedSep
}

// levels are the letters of the lines of logs that programs in Go and C++ write.
const levels = "IWEF"

// levelRow reads the month, day and clock that open a line of such a log, glued to its level. No
// other line has a fraction of six figures there.
func levelRow(m *Candidate, line string) bool {
	const form = "I0316 19:37:18.101331 "
	if len(line) <= len(form) || strings.IndexByte(levels, line[0]) < 0 {
		return false
	}
	for i := 1; i < len(form); i++ {
		if isDigit := words.IsDigit(form[i]); isDigit != words.IsDigit(line[i]) ||
			!isDigit && form[i] != line[i] {
			return false
		}
	}
	f := NoFields
	f.Month, f.Day, f.DateForm = twoDigits(line, 1), twoDigits(line, 3), MonthDay
	r := Reader{F: f}
	if !r.checkDate() || !r.setClock(int(twoDigits(line, 6)), int(twoDigits(line, 9)),
		int(twoDigits(line, 12)), ColonClock) {
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
