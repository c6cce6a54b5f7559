package parser

// The years of dates, and the months in Roman numerals that only a year tells from words.

// yearBehind reads the year behind day and month, if there is one.
func (r *reader) yearBehind(i int, jalali bool) int {
	at := r.skipJoin(i, '.', ',', '-', '/')
	for r.isWord(at, roleFiller) && !r.isWord(at, roleMonth) {
		at++
	}
	if r.isMark(at, '\'') || r.isMark(at, '’') {
		at++
	}
	t := r.at(at)
	if t.kind != numberTok || t.digits > 6 || r.clockLength(at) > 0 {
		return i
	}
	switch {
	case t.digits == 4 && jalali:
		return r.jalali(at, i)
	case t.digits == 4 && plausibleYear(t.value):
		r.setYear(at)
		return r.skipYearWord(at + 1)
	case t.digits == 6:
		if next := r.gluedYear(at); next > at {
			return next
		}
	case t.digits == 2 && !r.isWord(at-1, roleFiller) && r.endsDate(at+1):
		r.f.year = shortYear(t.value)
		if r.isThai(i - 1) {
			r.f.year = int16(2500 - buddhistEpoch + t.value)
		}
		return r.skipYearWord(at + 1)
	}
	return i
}

// roman returns the month that token i is in Roman numerals, 0 if none: 16 VIII 2025, 2025. VIII. 16. A number stands behind it, a year of
// four digits or a day of at most two.
func (r *reader) roman(i, digits int) int {
	if !r.isWord(i, roleRoman) || !r.at(i).upper {
		return 0
	}
	if next := r.skipJoin(i+1, '.', '-', '/'); !r.isNumber(next, digits) || digits == 4 && r.at(next).digits < 4 {
		return 0
	}
	return int(r.at(i).word.month)
}

// gluedYear reads a year and a clock that extraction has glued: 201121:40.
func (r *reader) gluedYear(i int) int {
	t, minute := r.at(i), r.at(i+2)
	if t.digits != 6 || !plausibleYear(t.value/100) || r.f.hasClock() || !r.isMark(i+1, ':') || r.at(i+1).gap != glued || !r.isNumber(i+2, 2) || minute.digits != 2 {
		return i
	}
	if !r.setClock(t.value%100, minute.value, -1, colonClock) {
		return i
	}
	r.f.year = int16(t.value / 100)
	return i + 3
}

// endsDate reports whether a two-digit year may stand before token i: "16 Aug 25" is a date, "May 5 20 killed" is not.
func (r *reader) endsDate(i int) bool {
	t := r.at(i)
	return t.kind == endTok || t.kind == markTok && t.mark != '.' || t.kind == numberTok && r.clockLength(i) > 0 || r.isWord(i, rolePrep|roleYear|roleWeekday|roleHour) || r.isWord(i, roleFiller) && r.clockLength(i+1) > 0
}

// setYear takes the year from token i. Thai years are counted from the death of Buddha.
func (r *reader) setYear(i int) {
	year := r.at(i).value
	if 2440 <= year && year <= 2650 {
		year -= buddhistEpoch
	}
	r.f.year = int16(year)
}

// isThai reports whether the word at token i, a dot after it left aside, is in Thai letters.
func (r *reader) isThai(i int) bool {
	if r.isMark(i, '.') {
		i--
	}
	return r.at(i).kind == wordTok && spellings[r.at(i).word.at] == 0xE0 && spellings[r.at(i).word.at+1]&^1 == 0xB8
}

func plausibleYear(y int) bool { return 1000 <= y && y <= 2100 || 2440 <= y && y <= 2650 }

// shortYear returns the year that two digits stand for: the feeds that we read are of this century or the end of the last.
func shortYear(y int) int16 {
	if y >= 70 {
		return int16(1900 + y)
	}
	return int16(2000 + y)
}

// skipYearWord skips a word that belongs to a year: 2025 года, 2025-yil, 2025 m.
func (r *reader) skipYearWord(i int) int {
	if r.isMark(i, '-') && r.at(i).gap == glued && r.isWord(i+1, roleYear) && r.at(i+1).gap == glued {
		i++ // 2025-yil, 2025-ci il
	}
	if r.isWord(i, roleYear) && !r.isMonth(i) {
		i++
		if r.isMark(i, '.') && r.at(i).gap == glued {
			i++
		}
	}
	return i
}

// lateYear reads a year that stands behind the clock: Sat Aug 16 20:15:00 2025.
func (r *reader) lateYear(i int) int {
	if !r.line || r.f.day == 0 || r.f.year != 0 || r.f.has&(tail|solar) != 0 || r.at(i).digits != 4 || !plausibleYear(r.at(i).value) {
		return i
	}
	r.setYear(i)
	return i + 1
}

// buddhistEpoch is how many years more Thailand counts than we do.
const buddhistEpoch = 543
