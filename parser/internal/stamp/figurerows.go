package stamp

import (
	"strings"

	"newstimeline/parser/internal/words"
)

// Dates of figures alone that open lines: "[200713] text", "I0316 19:37:18.101331 text", "081109
// 203615 text".

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

// packedRow reads the date of six figures that opens a line, and the clock behind it: "081109
// 203615 text", "160316  9:07:46 text". Two numbers of other kinds may look so: it counts only
// where it recurs.
func packedRow(m *Candidate, line string) bool {
	start := 0
	if line[0] == '[' {
		start++
	}
	at := start + len("081109")
	if len(line) <= at+len(" 203615") || line[at] != ' ' && line[at] != '\t' ||
		!areDigits(line[start:at]) {
		return false
	}
	at++
	if line[at] == ' ' {
		at++ // a blank for the first figure of the hour
	}
	r := Reader{F: NoFields}
	end := r.packedClock(line, at)
	if end == at || !r.sixFigureDate(line, start) {
		return false
	}
	*m = Candidate{Start: int32(start), End: int32(end), Place: Row, Fields: r.F}
	m.Sep, m.Rest = Separate(line, end)
	return int(m.Rest) < len(line) && m.Sep != GluedSep
}

// packedClock reads hour, minute and second at byte i of a line, with colons or nothing between
// them. It returns the next byte, i if there is no such clock.
func (r *Reader) packedClock(line string, i int) int {
	end := words.DigitsEnd(line, i)
	var ok bool
	switch rest := line[end:]; {
	case end-i == len("203615"):
		ok = r.setClock(int(twoDigits(line, i)), int(twoDigits(line, i+2)),
			int(twoDigits(line, i+4)), RunClock)
	case end > i && end-i <= 2 && len(rest) > len(":36:15") && rest[0] == ':' && rest[3] == ':' &&
		areDigits(rest[1:3]) && areDigits(rest[4:6]):
		ok = r.setClock(words.Number(line, i).Value, int(twoDigits(rest, 1)),
			int(twoDigits(rest, 4)), ColonClock)
		end += len(":36:15")
	}
	if !ok || words.IsPlain(line[end]) {
		return i
	}
	if line[end] == '.' || line[end] == ',' { // a fraction of the second
		end = words.DigitsEnd(line, end+1)
	}
	return end
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
