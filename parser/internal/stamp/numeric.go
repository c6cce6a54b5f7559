package stamp

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/words"
	"unicode/utf8"
)

// Dates in digits: 16.08.2025, 8/16/25, 2025-08-16, 20250816, 2025年8月16日.

// numericDate reads dates in digits.
func (r *Reader) numericDate(i int) int {
	t := r.at(i)
	if t.Kind != words.NumberTok {
		return i
	}
	switch {
	case t.Digits == 8 || t.Digits == 14 || t.Digits == 12:
		return r.compactDate(i)
	case t.Digits == 6:
		return r.dateTimeGroup(i)
	case t.Digits == 4:
		return r.isoDate(i)
	case t.Digits <= 2:
		if next := r.numericSpan(i); next > i {
			return next
		}
		return r.threeNumbers(i)
	}
	return i
}

// numericSpan reads a span of days in digits: 16.–18.08.2025, 16-18/8/2025.
func (r *Reader) numericSpan(i int) int {
	next := r.spanEnd(i+1, 2)
	if next == i+1 || r.at(next-1).Kind != words.NumberTok {
		return i
	}
	sep := r.dateMark(next)
	if sep == 0 || r.isMark(next-2, sep) {
		return i
	}
	end := r.threeNumbers(next - 1)
	if end == next-1 || r.F.Year == 0 && r.F.Has&WeakDate != 0 {
		return i
	}
	r.F.Day = int8(r.at(i).Value)
	r.endAt(next - 1)
	return end
}

// compactDate reads 20250816, 20250816T201500 and 20250816201500.
func (r *Reader) compactDate(i int) int {
	t := r.at(i)
	ymd, rest := t.Value, 0
	for d := t.Digits; d > 8; d -= 2 {
		ymd /= 100
		rest = t.Value
	}
	r.F.Year, r.F.Month, r.F.Day, r.F.DateForm = int16(ymd/10000), int8(ymd/100%100), int8(ymd%100),
		IsoDate
	if r.F.Year < 1900 || r.F.Year > LastYear || r.F.Month > 12 || r.F.Day > 31 || r.F.Day == 0 {
		return i
	}
	switch {
	case t.Digits == 14:
		if !r.setClock(rest/10000%100, rest/100%100, rest%100, RunClock) {
			return i
		}
	case t.Digits == 12:
		if !r.setClock(rest/100%100, rest%100, -1, RunClock) {
			return i
		}
	case t.Digits == 8 && r.compactClock(i+1):
		return i + 2
	case r.isMark(i+1, 'T') || (r.isMark(i+1, '_') || r.isMark(i+1, '-')) &&
		r.at(i+1).Gap == words.Glued:
		if n := r.at(i + 2); n.Kind == words.NumberTok && n.Gap == words.Glued {
			if n.Digits == 6 && r.setClock(n.Value/10000, n.Value/100%100, n.Value%100, RunClock) ||
				n.Digits == 4 && r.setClock(n.Value/100, n.Value%100, -1, RunClock) {
				return i + 3
			}
		}
	}
	return i + 1
}

// compactClock takes the hour and minute of four digits after a date of eight: "20240305 1402". It
// reports whether token i is such.
func (r *Reader) compactClock(i int) bool {
	t := r.at(i)
	if t.Kind != words.NumberTok || t.Digits != 4 && t.Digits != 6 || t.Gap != words.Blank ||
		r.F.HasClock() {
		return false
	}
	if after := r.at(i + 1); after.Gap == words.Glued && after.Kind != words.EndTok &&
		!(after.Kind == words.MarkTok && isStrongMark(after.Mark)) {
		return false
	}
	if t.Digits == 4 {
		return r.setClock(t.Value/100, t.Value%100, -1, RunClock)
	}
	return r.setClock(t.Value/10000, t.Value/100%100, t.Value%100, RunClock)
}

// dateTimeGroup reads the day, hour and minute that radio logs write in one, before month and year:
// 162015Z AUG 25.
func (r *Reader) dateTimeGroup(i int) int {
	t, z := r.at(i), r.at(i+1)
	month, _ := r.month(i + 2)
	if z.Kind != words.WordTok || z.Gap != words.Glued || z.End-z.Start != 1 ||
		z.Word.Zone != words.UtcZone || month == 0 || !r.isNumber(i+3, 4) || r.F.HasClock() {
		return i
	}
	if !r.setClock(t.Value/100%100, t.Value%100, -1, RunClock) {
		return i
	}
	r.F.Day, r.F.Month, r.F.Year, r.F.DateForm = int8(t.Value/10000), int8(month),
		int16(r.at(i+3).Value), DayMonth
	if r.at(i+3).Digits == 2 {
		r.F.Year = shortYear(r.at(i + 3).Value)
	}
	r.F.Zone, r.F.ZoneStart, r.F.ZoneEnd = words.UtcZone, int16(z.Start), int16(z.End)
	r.F.Has |= NamedDate
	return i + 4
}

// isoDate reads 2025-08-16, 2025/8/16, 2025.08.16, "2025 08 16" and the months 2025-08.
func (r *Reader) isoDate(i int) int {
	at := i + 1
	sep := r.dateMark(at)
	if year := r.at(i).Value; !isPlausibleYear(year) && (sep == 0 || !isFarYear(year)) {
		return i
	}
	if sep != 0 {
		at++
	}
	if !r.isNumber(at, 2) || sep == 0 && (r.at(at).Digits != 2 || r.at(at).Gap == words.Glued) {
		return i
	}
	month := r.at(at).Value
	next := at + 1
	if sep != 0 && r.dateMark(next) == sep {
		next++
	}
	if !r.isNumber(next, 2) || sep != 0 && next == at+1 || sep == 0 && (r.at(next).Digits != 2 ||
		r.clockLength(next) > 0) {
		if sep != '-' || r.at(at).Digits != 2 {
			return i
		}
		r.F.Year, r.F.Month, r.F.DateForm = int16(r.at(i).Value), int8(month), MonthOnly
		r.F.Has |= WeakDate
		return at + 1
	}
	r.setYear(i)
	r.F.Month, r.F.Day, r.F.DateForm = int8(month), int8(r.at(next).Value), IsoDate
	if y := r.at(i); isSolarYear(y.Value) && (sep == '/' || int(y.End-y.Start) > int(y.Digits)) &&
		r.checkSolar() {
		r.setJalali(y.Value, month, r.at(next).Value)
	}
	if sep == 0 {
		r.F.Has |= WeakDate
	}
	next++
	if sep == '.' && r.isMark(next, '.') {
		next++ // 2025.08.16.
	}
	return next
}

// isSolarYear reports whether feeds have years of the Iranian calendar like y. With slashes or
// Persian digits, dates of such a year are of that calendar and not medieval.
func isSolarYear(y int) bool { return 1280 <= y && y <= 1450 }

// checkSolar reports whether day and month can be of the Iranian calendar.
func (r *Reader) checkSolar() bool {
	f := &r.F
	return f.Month >= 1 && f.Month <= 12 && f.Day >= 1 && f.Day <= 31 &&
		(f.Month <= 6 || f.Day <= 30)
}

// dateMark returns the mark between the numbers of a date at token i, 0 if there is none.
func (r *Reader) dateMark(i int) rune {
	t := r.at(i)
	if t.Kind == words.MarkTok && (t.Mark == '-' || t.Mark == '/' || t.Mark == '.') &&
		(t.Gap == words.Glued || t.Mark == '.') {
		return t.Mark
	}
	return 0
}

// threeNumbers reads 16.08.2025, 16. 8. 2025, 16/8/25, 8-16-2025 and, without a year, 16.08. and
// 16/8.
func (r *Reader) threeNumbers(i int) int {
	if next := r.spacedSlashes(i); next > i {
		return next
	}
	sep := r.dateMark(i + 1)
	if sep == 0 || !r.isNumber(i+2, 2) || sep != '.' && r.at(i+2).Gap != words.Glued {
		return i
	}
	a, b := r.at(i).Value, r.at(i+2).Value
	at := i + 3
	if r.dateMark(at) == sep && r.at(at+1).Digits > 4 && r.at(at+1).Gap == words.Glued {
		if next := r.gluedYear(at + 1); next > at+1 {
			r.setDayMonth(a, b, sep)
			return next
		}
	}
	if r.dateMark(at) == sep && r.isNumber(at+1, 4) &&
		(sep == '.' || r.at(at+1).Gap == words.Glued) && r.clockLength(at+1) == 0 {
		y := r.at(at + 1)
		switch {
		case y.Digits == 4 && (isPlausibleYear(y.Value) || isFarYear(y.Value) &&
			r.at(i).Digits == 2 && r.at(i+2).Digits == 2): // 3.2.2708 is a version
			r.setYear(at + 1)
		case y.Digits == 2 && y.Gap == words.Glued && sep == '.' && b > 12 && r.at(i).Digits < 2:
			return i // 1.14.17 is a version: with dots the day comes first
		case y.Digits == 2 && y.Gap == words.Glued && (sep == '/' || r.at(i+2).Digits == 2 ||
			r.at(i).Digits == 2):
			r.F.Year = shortYear(y.Value)
			r.F.Has |= TwoDigits
			if r.at(i).Digits+r.at(i+2).Digits == 2 && !r.F.HasClock() &&
				r.clockLength(r.skipJoin(at+2, ',')) == 0 {
				r.F.Has |= WeakDate // 1/2/24 alone may number something
			}
		default:
			return i
		}
		r.setDayMonth(a, b, sep)
		at += 2
		if r.isMark(at, '.') && r.at(at).Gap == words.Glued && r.at(at+1).Gap != words.Glued {
			at++
		}
		return r.skipYearWord(at)
	}
	return r.twoNumbers(i, sep, at)
}

// spacedSlashes reads 16 / 8 / 2025, with a year of four figures.
func (r *Reader) spacedSlashes(i int) int {
	if !r.isMark(i+1, '/') || !r.isNumber(i+2, 2) || !r.isMark(i+3, '/') || r.at(i+4).Digits != 4 ||
		r.at(i+1).Gap == words.Glued || !isPlausibleYear(r.at(i+4).Value) {
		return i
	}
	r.setYear(i + 4)
	r.setDayMonth(r.at(i).Value, r.at(i+2).Value, '/')
	return r.skipYearWord(i + 5)
}

// PutYearFirst makes 25.08.16 a date of 2025, year first as in East Asia, where it can be one.
func (f *Fields) PutYearFirst() {
	if f.Has&TwoDigits == 0 || f.DateForm != DayMonth {
		return
	}
	turned := feed.Date{Year: shortYear(int(f.Day)), Month: f.Month, Day: int8(f.Year % 100)}
	if turned.Valid() {
		f.Year, f.Day, f.DateForm = turned.Year, turned.Day, IsoDate
		f.Has &^= Swappable | TwoDigits
	}
}

// twoNumbers reads a day and month without a year. "23/06" and "16.08" are numbers of many other
// kinds: they are weak.
func (r *Reader) twoNumbers(i int, sep rune, at int) int {
	r.setDayMonth(r.at(i).Value, r.at(i+2).Value, sep)
	named := r.isBeforeDayName(at)
	if named && isSign(r.at(at+1).Word) && r.F.DateForm == DayMonth && r.F.Day <= 12 {
		r.F.putMonthFirst() // so in all of East Asia: 3/9(木)
		r.F.Has &^= Swappable
	}
	switch {
	case sep == '.' && r.isMark(at, '.') && r.at(at).Gap == words.Glued:
		if r.at(at+1).Kind == words.NumberTok && r.at(at+1).Gap == words.Glued {
			return i // 1.2.3
		}
		if r.at(i).Digits < 2 && r.at(i+2).Digits < 2 && r.at(i+1).Gap == words.Glued &&
			r.at(i+2).Gap == words.Glued && r.F.Weekday == 0 {
			r.F.Has |= WeakDate
		}
		return at + 1
	case r.at(i+1).Gap != words.Glued || r.at(i+2).Gap != words.Glued:
		return i
	case sep == '.' && r.isMark(at, ',') && isPlausibleYear(r.at(at+1).Value) &&
		!r.hasGluedNumber(at+2, '-', 2):
		r.setYear(at + 1)
		return at + 2 // 16.08, 2025
	case r.isMark(i-1, '[') && r.isMark(at, ']') || i > 0 && r.isWord(i-1, words.RoleDayWord):
		return at // [12/1], ngày 16-8
	case r.isMark(i-1, '*') && r.isMark(at, '*') && r.at(at).Gap == words.Glued:
		r.F.Has |= WeakDate
		return at // **3/1** in Markdown
	case r.at(i).Digits+r.at(i+2).Digits < 3 && r.F.Weekday == 0 && !named:
		return i // "3/9" is a share, "Wednesday, 3/9" and "3/9(木)" are dates
	case sep == '-' && r.at(i).Digits+r.at(i+2).Digits < 4:
		return i
	}
	r.F.Has |= WeakDate
	return at
}

// isBeforeDayName reports whether a weekday in brackets is at token i.
func (r *Reader) isBeforeDayName(i int) bool {
	return (r.isMark(i, '(') || r.isMark(i, '（')) &&
		r.isWord(i+1, words.RoleWeekday|words.RoleWeekdayShort)
}

// isSign reports whether a word is of a script without blanks.
func isSign(w *words.Word) bool {
	first, _ := utf8.DecodeRuneInString(w.Spelling)
	return words.IsUnspaced(first)
}

// setDayMonth sets the day and month that two numbers are. A part over twelve is the day. Dots put
// the day first; with slashes and hyphens only the document can decide.
func (r *Reader) setDayMonth(a, b int, sep rune) {
	r.F.DateForm = DayMonth
	r.F.Day, r.F.Month = int8(a), int8(b)
	switch {
	case b > 12 && a <= 12:
		r.F.Day, r.F.Month, r.F.DateForm = int8(b), int8(a), MonthDay
	case a <= 12 && b <= 12 && a != b && sep != '.':
		r.F.Has |= Swappable
	}
}

// minguo is how many years fewer Taiwan counts than we do.
const minguo = 1911

// signDate reads 2025年8月16日, 8月16日, 2025년 8월 16일, 令和7年8月16日, 令和7.8.16, 民國114年8月16日 and "16
// tháng 8 năm 2025".
func (r *Reader) signDate(i int) int {
	at := i
	era := 0
	if r.isWord(at, words.RoleEra) && r.at(at).Word.Era > 0 {
		era = int(r.at(at).Word.Era)
		at++
	}
	if y := r.at(at); era == 0 && y.Digits == 3 && r.isNumber(at, 3) && 90 <= y.Value &&
		y.Value < 150 && r.isWord(at+1, words.RoleYear) && isSign(r.at(at+1).Word) {
		era = minguo // 114年8月16日, as in Taiwan, of our days
	}
	if r.isNumber(at, 4) && r.isWord(at+1, words.RoleYear) && (era != 0 || r.at(at).Digits == 4) &&
		r.isNumber(at+2, 2) && r.isWord(at+3, words.RoleMonthSign) {
		r.F.Year = int16(era + r.at(at).Value)
		at += 2
	} else if era != 0 {
		return r.eraDate(i, at, era)
	}
	if r.isNumber(at, 2) && r.isWord(at+1, words.RoleMonthSign) {
		return r.daySign(at, i)
	}
	return r.monthWord(i)
}

// eraDate reads year, month and day in digits after the name of an era, which begins at token i:
// 令和7.8.16.
func (r *Reader) eraDate(i, at, era int) int {
	sep := r.dateMark(at + 1)
	if sep == 0 || !r.isNumber(at+2, 2) || r.dateMark(at+3) != sep ||
		!r.isNumber(at+4, 2) {
		return i
	}
	r.F.Year, r.F.Month, r.F.Day, r.F.DateForm = int16(era+r.at(at).Value),
		int8(r.at(at+2).Value), int8(r.at(at+4).Value), IsoDate
	return at + 5
}

// shortYearFirst reads the date after the sign of a shortened year: '25/8/16.
func (r *Reader) shortYearFirst(i int) int {
	y := r.at(i + 1)
	if r.F.Day != 0 || !r.isMark(i, '\'') && !r.isMark(i, '’') || y.Kind != words.NumberTok ||
		y.Digits != 2 || y.Gap != words.Glued {
		return i
	}
	sep := r.dateMark(i + 2)
	if sep == 0 || !r.isNumber(i+3, 2) || r.dateMark(i+4) != sep || !r.isNumber(i+5, 2) {
		return i
	}
	save := r.F
	r.F.Year, r.F.Month, r.F.Day, r.F.DateForm = shortYear(y.Value), int8(r.at(i+3).Value),
		int8(r.at(i+5).Value), IsoDate
	if !r.checkDate() {
		r.F = save
		return i
	}
	return i + 6
}

// daySign reads the month and day before their signs.
func (r *Reader) daySign(at, start int) int {
	r.F.Month, r.F.DateForm = int8(r.at(at).Value), IsoDate
	at += 2
	if !r.isNumber(at, 2) || !r.isWord(at+1, words.RoleDayWord) {
		if !r.isAlone(start, at) {
			return start
		}
		r.F.DateForm = MonthOnly
		r.F.Has |= WeakDate
		return at
	}
	r.F.Day = int8(r.at(at).Value)
	r.F.Has |= NamedDate
	at += 2
	if next := r.spanEnd(at, 2); next > at && r.isWord(next, words.RoleDayWord) {
		r.endAt(next - 1)
		return next + 1 // 8月16日至18日
	}
	return at
}
