package words

import "unicode/utf8"

// Years that a letter counts from the beginning of a Japanese era: R2.11.9 is of Reiwa 2, the year
// 2020.

// eraLetters are the letters of the eras, with the year before the first of each and how many it
// has. Reiwa goes on.
var eraLetters = [...]struct {
	letter       rune
	before, last int
}{
	{'R', 2018, 80}, {'H', 1988, 31}, {'S', 1925, 64}, {'T', 1911, 15}, {'M', 1867, 45},
}

// EraYear reads the year after the letter of an era at byte i of a line, as a number of four
// digits. Month and day follow it, with dots or slashes between them, or the sign of a year does.
func EraYear(line string, i int) (t Token, ok bool) {
	c, size := utf8.DecodeRuneInString(line[i:])
	c = narrow(c)
	for _, e := range &eraLetters {
		if c != e.letter {
			continue
		}
		t = eraNumber(line, i+size)
		if t.Value < 1 || t.Value > e.last || !goesOnAsDate(line, int(t.End)) {
			return t, false
		}
		t.Start, t.Value, t.Digits = int32(i), e.before+t.Value, 4
		return t, true
	}
	return t, false
}

// eraNumber reads the number at byte i, or the sign of an era's first year.
func eraNumber(line string, i int) (t Token) {
	switch r, _ := utf8.DecodeRuneInString(line[i:]); {
	case r == firstYear:
		t, _ = firstOfEra(line, i)
	case DigitValue(r) >= 0:
		t.readNumber(line, i)
	}
	return t
}

// goesOnAsDate reports whether the sign of a year is at byte i of a line, or the rest of a date in
// digits.
func goesOnAsDate(line string, i int) bool {
	mark, size := utf8.DecodeRuneInString(line[i:])
	if mark == '年' {
		return true
	}
	if mark = PlainMark(mark); mark != '.' && mark != '/' {
		return false
	}
	for k := range 2 {
		i += size
		n := Number(line, i)
		var next rune
		i = int(n.End)
		if next, size = utf8.DecodeRuneInString(line[i:]); k == 0 && PlainMark(next) != mark {
			return false
		}
	}
	return !isGluedNumber(line, i) // R2.11.9.1
}

// isGluedNumber reports whether a mark and a digit are at byte i of a line.
func isGluedNumber(line string, i int) bool {
	mark, size := utf8.DecodeRuneInString(line[i:])
	if mark = PlainMark(mark); mark != '.' && mark != '/' && mark != '-' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(line[i+size:])
	return DigitValue(next) >= 0
}

// firstYear is the sign of the first year of an era, and of the first month of a year.
const firstYear = '元'

// firstOfEra reads that sign where that of a year or a month follows.
func firstOfEra(line string, i int) (Token, bool) {
	end := i + utf8.RuneLen(firstYear)
	next, _ := utf8.DecodeRuneInString(line[end:])
	t := Token{Kind: NumberTok, Start: int32(i), End: int32(end), Value: 1, Digits: 1}
	return t, next == '年' || next == '月' || next == '.'
}

// narrow returns the letter of ASCII that a full-width letter is.
func narrow(r rune) rune {
	if r >= 'Ａ' {
		return r - 'Ａ' + 'A'
	}
	return r
}
