package parser

import "newstimeline/parser/feed"

// Dates in digits: 16.08.2025, 8/16/25, 2025-08-16, 20250816, 2025年8月16日.

// numericDate reads dates in digits.
func (r *reader) numericDate(i int) int {
	t := r.at(i)
	if t.kind != numberTok {
		return i
	}
	switch {
	case t.digits == 8 || t.digits == 14 || t.digits == 12:
		return r.compactDate(i)
	case t.digits == 6:
		return r.dateTimeGroup(i)
	case t.digits == 4:
		return r.isoDate(i)
	case t.digits <= 2:
		if next := r.numericSpan(i); next > i {
			return next
		}
		return r.threeNumbers(i)
	}
	return i
}

// numericSpan reads a span of days in digits: 16.–18.08.2025, 16-18/8/2025.
func (r *reader) numericSpan(i int) int {
	next := r.spanEnd(i+1, 2)
	if next == i+1 || r.at(next-1).kind != numberTok {
		return i
	}
	sep := r.dateMark(next)
	if sep == 0 || r.isMark(next-2, sep) {
		return i
	}
	end := r.threeNumbers(next - 1)
	if end == next-1 || r.f.year == 0 && r.f.has&weakDate != 0 {
		return i
	}
	r.f.day = int8(r.at(i).value)
	r.f.has |= spanned
	return end
}

// compactDate reads 20250816, 20250816T201500 and 20250816201500.
func (r *reader) compactDate(i int) int {
	t := r.at(i)
	ymd, rest := t.value, 0
	for d := t.digits; d > 8; d -= 2 {
		ymd /= 100
		rest = t.value
	}
	r.f.year, r.f.month, r.f.day, r.f.dateForm = int16(ymd/10000), int8(ymd/100%100), int8(ymd%100), isoDate
	if r.f.year < 1900 || r.f.month > 12 || r.f.day > 31 || r.f.day == 0 {
		return i
	}
	switch {
	case t.digits == 14:
		if !r.setClock(rest/10000%100, rest/100%100, rest%100, runClock) {
			return i
		}
	case t.digits == 12:
		if !r.setClock(rest/100%100, rest%100, -1, runClock) {
			return i
		}
	case r.isMark(i+1, 'T') || (r.isMark(i+1, '_') || r.isMark(i+1, '-')) && r.at(i+1).gap == glued:
		if n := r.at(i + 2); n.kind == numberTok && n.gap == glued {
			if n.digits == 6 && r.setClock(n.value/10000, n.value/100%100, n.value%100, runClock) || n.digits == 4 && r.setClock(n.value/100, n.value%100, -1, runClock) {
				return i + 3
			}
		}
	}
	return i + 1
}

// dateTimeGroup reads the day, hour and minute that radio logs write in one, before month and year: 162015Z AUG 25.
func (r *reader) dateTimeGroup(i int) int {
	t, z := r.at(i), r.at(i+1)
	month, _ := r.month(i + 2)
	if z.kind != wordTok || z.gap != glued || z.end-z.start != 1 || z.word.zone != utcZone || month == 0 || !r.isNumber(i+3, 4) || r.f.hasClock() {
		return i
	}
	if !r.setClock(t.value/100%100, t.value%100, -1, runClock) {
		return i
	}
	r.f.day, r.f.month, r.f.year, r.f.dateForm = int8(t.value/10000), int8(month), int16(r.at(i+3).value), dayMonth
	if r.at(i+3).digits == 2 {
		r.f.year = shortYear(r.at(i + 3).value)
	}
	r.f.zone, r.f.zoneStart, r.f.zoneEnd = utcZone, int16(z.start), int16(z.end)
	r.f.has |= namedDate
	return i + 4
}

// isoDate reads 2025-08-16, 2025/8/16, 2025.08.16, "2025 08 16" and the months 2025-08.
func (r *reader) isoDate(i int) int {
	if !plausibleYear(r.at(i).value) {
		return i
	}
	at := i + 1
	sep := r.dateMark(at)
	if sep != 0 {
		at++
	}
	if !r.isNumber(at, 2) || sep == 0 && (r.at(at).digits != 2 || r.at(at).gap == glued) {
		return i
	}
	month := r.at(at).value
	next := at + 1
	if sep != 0 && r.dateMark(next) == sep {
		next++
	}
	if !r.isNumber(next, 2) || sep != 0 && next == at+1 || sep == 0 && (r.at(next).digits != 2 || r.clockLength(next) > 0) {
		if sep != '-' || r.at(at).digits != 2 {
			return i
		}
		r.f.year, r.f.month, r.f.dateForm = int16(r.at(i).value), int8(month), monthOnly
		r.f.has |= weakDate
		return at + 1
	}
	r.setYear(i)
	r.f.month, r.f.day, r.f.dateForm = int8(month), int8(r.at(next).value), isoDate
	if y := r.at(i); isSolarYear(y.value) && (sep == '/' || int(y.end-y.start) > int(y.digits)) && r.checkSolar() {
		r.setJalali(y.value, month, r.at(next).value)
	}
	if sep == 0 {
		r.f.has |= weakDate
	}
	next++
	if sep == '.' && r.isMark(next, '.') {
		next++ // 2025.08.16.
	}
	return next
}

// isSolarYear reports whether feeds have years of the Iranian calendar like y: with slashes, or in Persian digits, dates of such a year
// are of that calendar and not medieval.
func isSolarYear(y int) bool { return 1280 <= y && y <= 1450 }

// checkSolar reports whether day and month can be of the Iranian calendar.
func (r *reader) checkSolar() bool {
	f := &r.f
	return f.month >= 1 && f.month <= 12 && f.day >= 1 && f.day <= 31 && (f.month <= 6 || f.day <= 30)
}

// dateMark returns the mark between the numbers of a date at token i, 0 if there is none.
func (r *reader) dateMark(i int) rune {
	t := r.at(i)
	if t.kind == markTok && (t.mark == '-' || t.mark == '/' || t.mark == '.') && (t.gap == glued || t.mark == '.') {
		return t.mark
	}
	return 0
}

// threeNumbers reads 16.08.2025, 16. 8. 2025, 16/8/25, 8-16-2025 and, without a year, 16.08. and 16/8.
func (r *reader) threeNumbers(i int) int {
	sep := r.dateMark(i + 1)
	if sep == 0 || !r.isNumber(i+2, 2) || sep != '.' && r.at(i+2).gap != glued {
		return i
	}
	a, b := r.at(i).value, r.at(i+2).value
	at := i + 3
	if r.dateMark(at) == sep && r.at(at+1).digits == 6 && r.at(at+1).gap == glued {
		if next := r.gluedYear(at + 1); next > at+1 {
			r.setDayMonth(a, b, sep)
			return next
		}
	}
	if r.dateMark(at) == sep && r.isNumber(at+1, 4) && (sep == '.' || r.at(at+1).gap == glued) && r.clockLength(at+1) == 0 {
		y := r.at(at + 1)
		switch {
		case y.digits == 4 && plausibleYear(y.value):
			r.setYear(at + 1)
		case y.digits == 2 && y.gap == glued && sep == '.' && b > 12 && r.at(i).digits < 2:
			return i // 1.14.17 is a version: with dots the day comes first
		case y.digits == 2 && y.gap == glued && (sep == '/' || r.at(i+2).digits == 2 || r.at(i).digits == 2):
			r.f.year = shortYear(y.value)
			r.f.has |= twoDigits
			if r.at(i).digits+r.at(i+2).digits == 2 && !r.f.hasClock() && r.clockLength(r.skipJoin(at+2, ',')) == 0 {
				r.f.has |= weakDate // 1/2/24 alone may number something
			}
		default:
			return i
		}
		r.setDayMonth(a, b, sep)
		at += 2
		if r.isMark(at, '.') && r.at(at).gap == glued && r.at(at+1).gap != glued {
			at++
		}
		return r.skipYearWord(at)
	}
	return r.twoNumbers(i, sep, at)
}

// settleYear makes 25.08.16 a date of 2025, year first as in East Asia, if it is then of the year before the day of capture, and would else be
// years old.
func (f *fields) settleYear(captured feed.Date) {
	if f.has&twoDigits == 0 || captured.IsZero() || f.dateForm != dayMonth {
		return
	}
	turned := feed.Date{Year: shortYear(int(f.day)), Month: f.month, Day: int8(f.year % 100)}
	days := captured.Days()
	if !turned.Valid() || turned.Days() > days+1 || turned.Days() < days-366 || (feed.Date{Year: f.year, Month: f.month, Day: f.day}).Days() > days-2*366 {
		return
	}
	f.year, f.day, f.dateForm = turned.Year, turned.Day, isoDate
	f.has &^= swappable
}

// twoNumbers reads a day and month without a year. "23/06" and "16.08" are numbers of many other kinds: they are weak.
func (r *reader) twoNumbers(i int, sep rune, at int) int {
	r.setDayMonth(r.at(i).value, r.at(i+2).value, sep)
	switch {
	case sep == '.' && r.isMark(at, '.') && r.at(at).gap == glued:
		if r.at(at+1).kind == numberTok && r.at(at+1).gap == glued {
			return i // 1.2.3
		}
		if r.at(i).digits < 2 && r.at(i+2).digits < 2 && r.at(i+1).gap == glued && r.at(i+2).gap == glued && r.f.weekday == 0 {
			r.f.has |= weakDate
		}
		return at + 1
	case r.at(i+1).gap != glued || r.at(i+2).gap != glued:
		return i
	case r.isMark(i-1, '[') && r.isMark(at, ']') || i > 0 && r.isWord(i-1, roleDayWord):
		return at // [12/1], ngày 16-8
	case r.isMark(i-1, '*') && r.isMark(at, '*') && r.at(at).gap == glued:
		r.f.has |= weakDate
		return at // **3/1** in Markdown
	case r.at(i).digits+r.at(i+2).digits < 3 && r.f.weekday == 0: // "Wednesday, 3/9" is a date, "3/9" a share
		return i
	case sep == '-' && r.at(i).digits+r.at(i+2).digits < 4:
		return i
	}
	r.f.has |= weakDate
	return at
}

// setDayMonth sets the day and month that two numbers are. A part over twelve is the day. Dots put the day first; with
// slashes and hyphens only the document can tell.
func (r *reader) setDayMonth(a, b int, sep rune) {
	r.f.dateForm = dayMonth
	r.f.day, r.f.month = int8(a), int8(b)
	switch {
	case b > 12 && a <= 12:
		r.f.day, r.f.month, r.f.dateForm = int8(b), int8(a), monthDay
	case a <= 12 && b <= 12 && a != b && sep != '.':
		r.f.has |= swappable
	}
}

// signDate reads 2025年8月16日, 8月16日, 2025년 8월 16일, 令和7年8月16日, 民國114年8月16日 and "16 tháng 8 năm 2025".
func (r *reader) signDate(i int) int {
	at := i
	era := 0
	if r.isWord(at, roleEra) {
		era = int(r.at(at).word.era)
		at++
	}
	if r.isNumber(at, 4) && r.isWord(at+1, roleYear) && (era != 0 || r.at(at).digits == 4) && r.isNumber(at+2, 2) && r.isWord(at+3, roleMonthSign) {
		r.f.year = int16(era + r.at(at).value)
		at += 2
	} else if era != 0 {
		return i
	}
	if r.isNumber(at, 2) && r.isWord(at+1, roleMonthSign) {
		return r.daySign(at, i)
	}
	return r.monthWord(i)
}

// shortYearFirst reads the date behind the sign of a shortened year: '25/8/16.
func (r *reader) shortYearFirst(i int) int {
	y := r.at(i + 1)
	if r.f.day != 0 || !r.isMark(i, '\'') && !r.isMark(i, '’') || y.kind != numberTok || y.digits != 2 || y.gap != glued {
		return i
	}
	sep := r.dateMark(i + 2)
	if sep == 0 || !r.isNumber(i+3, 2) || r.dateMark(i+4) != sep || !r.isNumber(i+5, 2) {
		return i
	}
	save := r.f
	r.f.year, r.f.month, r.f.day, r.f.dateForm = shortYear(y.value), int8(r.at(i+3).value), int8(r.at(i+5).value), isoDate
	if !r.checkDate() {
		r.f = save
		return i
	}
	return i + 6
}

// daySign reads the month and day before their signs.
func (r *reader) daySign(at, start int) int {
	r.f.month, r.f.dateForm = int8(r.at(at).value), isoDate
	at += 2
	if !r.isNumber(at, 2) || !r.isWord(at+1, roleDayWord) {
		if r.f.year == 0 {
			return start
		}
		r.f.dateForm = monthOnly
		r.f.has |= weakDate
		return at
	}
	r.f.day = int8(r.at(at).value)
	r.f.has |= namedDate
	at += 2
	if next := r.spanEnd(at, 2); next > at && r.isWord(next, roleDayWord) {
		r.f.has |= spanned
		return next + 1 // 8月16日至18日
	}
	return at
}
