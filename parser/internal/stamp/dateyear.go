package stamp

import "newstimeline/parser/internal/words"

// The years of dates, and the months in Roman numerals that only a year distinguishes from words.

// yearBehind reads the year after day and month, if there is one.
func (r *Reader) yearBehind(i int, jalali bool) int {
	at := r.skipJoin(i, '.', ',', '-', '/')
	for r.isWord(at, words.RoleFiller) && !r.isWord(at, words.RoleMonth) {
		at++
	}
	if r.isMark(at, '\'') || r.isMark(at, '’') {
		at++
	}
	if next := r.yearOfEra(at); next > at {
		return next
	}
	if r.isBeforeEra(at) {
		r.F.Year = -1 // 15 March 44 BC: no date that the calendar has
		return at + 2
	}
	t := r.at(at)
	if t.Kind != words.NumberTok || t.Digits > 6 || r.clockLength(at) > 0 {
		return i
	}
	switch {
	case t.Digits == 4 && jalali:
		return r.jalali(at, i)
	case t.Digits == 4 && (isPlausibleYear(t.Value) || isFarYear(t.Value) && r.endsDate(at+1)):
		r.setYear(at)
		return r.skipYearWord(at + 1)
	case t.Digits == 5, t.Digits == 6:
		if next := r.gluedYear(at); next > at {
			return next
		}
	case t.Digits == 2 && !r.isWord(at-1, words.RoleFiller) && r.endsDate(at+1):
		r.F.Year = shortYear(t.Value)
		if r.isThai(i - 1) {
			r.F.Year = int16(2500 - buddhistEpoch + t.Value)
		}
		return r.skipYearWord(at + 1)
	}
	return i
}

// yearOfEra reads a year that names our era: "AD 79", "476 CE". Only such a year may have fewer
// than four digits. The era is in capitals, so that the French "ce" is none.
func (r *Reader) yearOfEra(i int) int {
	at, next := i, i+2
	if r.isEra(i) {
		at = i + 1
	} else if !r.isEra(i + 1) {
		return i
	}
	t := r.at(at)
	if !r.isNumber(at, 4) || r.isWide(i+1) || t.Value < 1 || t.Value > LastYear ||
		r.clockLength(at) > 0 {
		return i
	}
	r.F.Year = int16(t.Value)
	r.F.Has |= EraGiven
	if r.isMark(next, '.') && r.at(next).Gap == words.Glued {
		next++
	}
	return next
}

// isBeforeEra reports whether the number at token i is a year before our era: "44 BC".
func (r *Reader) isBeforeEra(i int) bool {
	return r.isNumber(i, 4) && r.isWord(i+1, words.RoleEra) && r.at(i+1).Word.Era < 0 &&
		r.at(i+1).Upper
}

// isEra reports whether token i names the era of the common calendar.
func (r *Reader) isEra(i int) bool {
	return r.isWord(i, words.RoleEra) && r.at(i).Word.Era == 0 && (r.at(i).Upper ||
		r.at(i).End-r.at(i).Start > 2)
}

// roman returns the month that token i is in Roman numerals, 0 if none: 16 VIII 2025, 2025. VIII.
// 16. A number follows it, a year of four digits or a day of at most two.
func (r *Reader) roman(i, digits int) int {
	if !r.isWord(i, words.RoleRoman) || !r.at(i).Upper {
		return 0
	}
	if next := r.skipJoin(i+1, '.', '-', '/'); !r.isNumber(next, digits) || digits == 4 &&
		r.at(next).Digits < 4 {
		return 0
	}
	return int(r.at(i).Word.Month)
}

// gluedYear reads a year and a clock that extraction has glued: 201121:40, 20114:14 pm.
func (r *Reader) gluedYear(i int) int {
	t, minute := r.at(i), r.at(i+2)
	hours := 100
	if t.Digits == 5 {
		hours = 10
	}
	if t.Digits != 5 && t.Digits != 6 || !isPlausibleYear(t.Value/hours) || r.F.HasClock() ||
		!r.isMark(i+1, ':') || r.at(i+1).Gap != words.Glued || !r.isNumber(i+2, 2) ||
		minute.Digits != 2 || !r.setClock(t.Value%hours, minute.Value, -1, ColonClock) {
		return i
	}
	r.F.Year = int16(t.Value / hours)
	return r.halfDay(i + 3)
}

// endsDate reports whether a two-digit year may precede token i: "16 Aug 25" is a date, "May 5 20
// killed" is not.
func (r *Reader) endsDate(i int) bool {
	t := r.at(i)
	return t.Kind == words.EndTok || t.Kind == words.MarkTok && t.Mark != '.' ||
		t.Kind == words.NumberTok && r.clockLength(i) > 0 || r.isWord(i, words.RolePrep|
		words.RoleYear|words.RoleWeekday|words.RoleHour) || r.isWord(i, words.RoleFiller) &&
		r.clockLength(i+1) > 0
}

// setYear takes the year from token i. Thai years are counted from the death of Buddha.
func (r *Reader) setYear(i int) {
	year := r.at(i).Value
	if 2440 <= year && year <= 2650 {
		year -= buddhistEpoch
	}
	r.F.Year = int16(year)
}

// isThai reports whether the word at token i, a dot after it left aside, is in Thai letters.
func (r *Reader) isThai(i int) bool {
	if r.isMark(i, '.') {
		i--
	}
	return r.at(i).Kind == words.WordTok && r.at(i).Word.Spelling[0] == 0xE0 &&
		r.at(i).Word.Spelling[1]&^1 == 0xB8
}

func isPlausibleYear(y int) bool { return 1000 <= y && y <= 2100 || 2440 <= y && y <= 2650 }

// isFarYear reports whether a number of four digits is a year only where nothing else can be meant.
// In "12 March 2922" it is a typo of 2022.
func isFarYear(y int) bool { return 2100 < y && y < 3000 }

// shortYear returns the year of two digits: our feeds are of this century or the end of the last.
func shortYear(y int) int16 {
	if y >= 70 {
		return int16(1900 + y)
	}
	return int16(2000 + y)
}

// skipYearWord skips a word that belongs to a year: 2025 года, 2025-yil, 2025 m.
func (r *Reader) skipYearWord(i int) int {
	if r.isMark(i, '-') && r.at(i).Gap == words.Glued && r.isWord(i+1, words.RoleYear) &&
		r.at(i+1).Gap == words.Glued {
		i++ // 2025-yil, 2025-ci il
	}
	if r.isWord(i, words.RoleYear) && !r.isMonth(i) {
		i++
		if r.isMark(i, '.') && r.at(i).Gap == words.Glued {
			i++
		}
	}
	return i
}

// lateYear reads a year after the clock: "Sat Aug 16 20:15:00 2025".
func (r *Reader) lateYear(i int) int {
	if r.F.Day == 0 || r.F.Year != 0 || r.F.Has&(Tail|Solar) != 0 || r.at(i).Digits != 4 ||
		!isPlausibleYear(r.at(i).Value) {
		return i
	}
	if !r.line && !r.closesLateYear(i+1) {
		return i
	}
	r.setYear(i)
	return i + 1
}

// closesLateYear reports whether token i may follow a year after a clock that opens a line. A
// bracket closes it; else the clock has seconds and the text does not begin small: "Dec 01 00:00:25
// 2023 votes" counts votes.
func (r *Reader) closesLateYear(i int) bool {
	t := r.at(i)
	if r.isMark(i, ']') || r.isMark(i, ')') || r.isMark(i, '>') {
		return true
	}
	if r.F.Second < 0 || r.F.Has&NamedDate == 0 || t.Gap == words.Glued && t.Kind != words.MarkTok {
		return false
	}
	return t.Kind == words.EndTok || t.Kind == words.MarkTok || t.Capital
}

// buddhistEpoch is how many years more Thailand counts than we do.
const buddhistEpoch = 543
