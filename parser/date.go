package parser

import "newstimeline/parser/feed"

// The dates of the grammar.

// date reads a date at token i: textual, numeric or in signs. A second date is none of this stamp's, unless a label has
// begun a second stamp, whose fields are read over.
func (r *reader) date(i int) int {
	if r.f.has&tail != 0 {
		return r.over(i, (*reader).date)
	}
	if r.f.day != 0 || r.f.dateForm == isoDate {
		return i
	}
	save := r.f
	for _, try := range [...]func(*reader, int) int{(*reader).signDate, (*reader).dayFirst, (*reader).monthFirst, (*reader).yearFirst, (*reader).numericDate, (*reader).monthYear, (*reader).dayAlone, (*reader).bareYear} {
		if next := try(r, i); next > i && r.checkDate() {
			return r.dateSpan(next)
		}
		r.f = save
	}
	return i
}

// dateSpan reads the end of a span of days whose first is read: "16 August – 2 September 2025". The year of the last is that of the first
// too, if that has none.
func (r *reader) dateSpan(i int) int {
	if r.f.day == 0 || !r.isMark(i, '-') && !r.isMark(i, '–') && !r.isMark(i, '~') && !r.isWord(i, roleRange) {
		return i
	}
	last, next := r.aside(i+1, (*reader).lastDay)
	if next == i+1 || last.day == 0 || (last.has^r.f.has)&(namedDate|weakDate) != 0 && last.year == 0 {
		return i
	}
	if r.f.year == 0 {
		r.f.year = last.year
	}
	r.f.has |= spanned
	return next
}

// lastDay reads the last day of a span.
func (r *reader) lastDay(i int) int {
	for _, try := range [...]func(*reader, int) int{(*reader).dayFirst, (*reader).monthFirst, (*reader).numericDate, (*reader).signDate} {
		if next := try(r, i); next > i && r.checkDate() {
			return next
		}
		r.f = noFields
	}
	return i
}

// over reads an element without keeping what it says.
func (r *reader) over(i int, element func(*reader, int) int) int {
	_, next := r.aside(i, element)
	return next
}

// aside reads an element as if nothing stood before it, and returns what it says and the token behind it. The fields that were read so far
// stay as they are.
func (r *reader) aside(i int, element func(*reader, int) int) (f fields, next int) {
	save := r.f
	r.f = noFields
	next = element(r, i)
	f, r.f = r.f, save
	return f, next
}

// checkDate reports whether the fields can be a day of the calendar. A weekday that is not the date's is noted.
func (r *reader) checkDate() bool {
	f := &r.f
	if f.month < 1 || f.month > 12 {
		return f.dateForm == yearOnly || f.dateForm == dayOnly && f.day >= 1 && f.day <= 31
	}
	if f.year != 0 && (f.year < 1000 || f.year > 2100) {
		return false
	}
	if f.day == 0 {
		return f.dateForm == monthOnly
	}
	if f.has&solar != 0 {
		return f.day >= 1 && f.day <= 31 && (f.month <= 6 || f.day <= 30)
	}
	return f.day >= 1 && int(f.day) <= feed.DaysIn(int(f.year), int(f.month))
}

// dayFirst reads "16 August 2025", "1er août", "16 de agosto de 2025", "16. Aug. 25", "16-Aug-2025", "9-19 December 2011".
func (r *reader) dayFirst(i int) int {
	if !r.isNumber(i, 2) {
		return i
	}
	day := r.at(i).value
	at := r.skipOrdinal(i + 1)
	if next := r.spanEnd(at, 2); next > at { // 9-19 December, 9.-19. Dezember
		at = r.skipOrdinal(next)
		r.f.has |= spanned
	}
	at = r.skipJoin(at, '.', '-', '/', ',')
	for r.isWord(at, roleFiller) && !r.isMonth(at) {
		at++
	}
	month, jalali := r.month(at)
	if month == 0 {
		month = r.roman(at, 4)
	}
	if month == 0 {
		return i
	}
	named := at
	r.f.day, r.f.month, r.f.dateForm = int8(day), int8(month), dayMonth
	r.f.has |= namedDate
	if jalali {
		r.f.has |= solar
	}
	at++
	if r.isMark(at, '/') && r.at(at).gap == glued && r.isMonth(at+1) {
		at += 2 // 16 أغسطس/آب 2025
	}
	if r.isMark(at, '\'') || r.isMark(at, '׳') {
		at = r.skipDot(at)
	}
	next := r.yearBehind(at, jalali)
	if w := r.at(named).word; w.has(roleMonthDot) && r.isMark(named-1, '.') && r.isMark(next, '.') {
		r.f.month = w.number // 24. listopada 2025.
	}
	return r.dayOfYear(i, named, next)
}

// monthFirst reads "August 16, 2025", "Aug. 16th", "August the 16th", "SEP 17 2014".
func (r *reader) monthFirst(i int) int {
	month, jalali := r.month(i)
	if month == 0 || jalali {
		return i
	}
	at := r.skipJoin(i+1, '.', '-', '/', ',')
	if r.isWord(i, roleWeekday|roleWeekdayShort) && r.isNumber(at, 2) && r.isMonth(r.skipJoin(at+1, '.')) {
		return i // mar 12 ago is a Tuesday
	}
	for r.isWord(at, roleFiller) {
		at++
	}
	if !r.isNumber(at, 2) || r.clockLength(at) > 0 {
		return i
	}
	r.f.day, r.f.month, r.f.dateForm = int8(r.at(at).value), int8(month), monthDay
	r.f.has |= namedDate
	at = r.skipOrdinal(at + 1)
	if r.isWord(at, roleDayWord) && r.at(at).gap != wide {
		at = r.skipDot(at + 1) // rugpjūčio 16 d.
	}
	end := at
	if next := r.spanEnd(at, 2); next > at {
		end = r.skipOrdinal(next)
		r.f.has |= spanned
	}
	return r.dayOfYear(i, at-1, r.yearBehind(end, false))
}

// dayOfYear returns next, the token behind a day and a month, the later of which is token named, if they can stand so: i if they tell no
// year and are run together or wide apart, as "3DES" and the columns of a table are.
func (r *reader) dayOfYear(i, named, next int) int {
	t := r.at(named)
	if r.f.year != 0 || r.f.weekday != 0 || r.f.hasClock() || t.gap == blank || r.besideClock(next) {
		return next
	}
	if t.gap == glued && (r.isMark(named-1, '-') || r.isMark(named-1, '/') || r.at(named-1).gap != glued) {
		return next
	}
	if month := r.at(i); t.gap == glued && (t.kind == wordTok && !isLatinWord(t) || month.kind == wordTok && !isLatinWord(month)) {
		return next
	}
	return i
}

// yearFirst reads "2025 August 16", "2025, August 16", "2025-Aug-16".
func (r *reader) yearFirst(i int) int {
	if !r.isNumber(i, 4) || r.at(i).digits != 4 {
		return i
	}
	if next := r.yearThenDay(i); next > i {
		return next
	}
	at := r.skipYearWord(i + 1)
	if t := r.at(at); t.kind == wordTok && t.end-t.start == 1 && r.isMark(at+1, '.') {
		at += 2 // 2025 m. rugpjūčio 16 d.
	}
	at = r.skipJoin(at, ',', '-', '/', '.')
	month, jalali := r.month(at)
	if month == 0 {
		month = r.roman(at, 2)
	}
	if month == 0 || jalali != isSolarYear(r.at(i).value) {
		return i
	}
	at = r.skipJoin(at+1, '.', '-', '/', ',')
	if !r.isNumber(at, 2) || r.clockLength(at) > 0 {
		return i
	}
	r.f.year, r.f.month, r.f.day, r.f.dateForm = int16(r.at(i).value), int8(month), int8(r.at(at).value), isoDate
	r.f.has |= namedDate
	if jalali {
		r.setJalali(r.at(i).value, month, r.at(at).value)
	}
	at = r.skipOrdinal(at + 1)
	if r.isWord(at, roleDayWord) {
		at = r.skipJoin(at+1, '.')
	}
	return at
}

// yearThenDay reads a year that a word or its ending tells to be one, and a day behind it: "2025. gada 16. augusts", "2025 ж. 16 тамыз".
func (r *reader) yearThenDay(i int) int {
	at := r.skipJoin(i+1, '.')
	day := r.skipYearWord(at)
	if day == at || !r.isNumber(day, 2) {
		return i
	}
	next := r.dayFirst(day)
	if next == day || r.f.year != 0 || r.f.has&solar != 0 {
		return i
	}
	r.setYear(i)
	return next
}

// monthYear reads "August 2025" and, where the line is all that there is, "Январь".
func (r *reader) monthYear(i int) int {
	month, jalali := r.month(i)
	if month == 0 || jalali || r.f.month != 0 {
		return i
	}
	at := r.skipJoin(i+1, '.', ',', '/', '-')
	for r.isWord(at, roleFiller) {
		at++
	}
	r.f.month, r.f.dateForm = int8(month), monthOnly
	r.f.has |= namedDate | weakDate
	if r.isNumber(at, 4) && r.at(at).digits == 4 {
		r.setYear(at)
		return r.skipYearWord(at + 1)
	}
	if (r.isMark(at, '\'') || r.isMark(at, '’')) && r.isNumber(at+1, 2) && r.at(at+1).digits == 2 && r.at(at+1).gap == glued {
		r.f.year = shortYear(r.at(at + 1).value) // Aug '25
		return at + 2
	}
	if r.line && i == 0 && r.at(i+1).kind == endTok && r.at(i).end-r.at(i).start > 3 {
		return i + 1
	}
	return i
}

// dayAlone reads a day without its month, beside a clock: 16日20時15分, "Sat 16th 20:15".
func (r *reader) dayAlone(i int) int {
	t := r.at(i)
	if !r.isNumber(i, 2) || t.value < 1 || t.value > 31 || r.at(i+1).gap != glued || r.f.month != 0 {
		return i
	}
	if !r.isWord(i+1, roleDayWord) && !(r.isWord(i+1, roleOrdinal) && r.f.weekday != 0) || !r.f.hasClock() && !r.besideClock(i+2) {
		return i
	}
	r.f.day, r.f.dateForm = int8(t.value), dayOnly
	return i + 2
}

// bareYear reads a year alone: "1998" over the events of a year, "1998 – …" before one. Four figures that are no year may be a clock, as the
// document decides.
func (r *reader) bareYear(i int) int {
	t := r.at(i)
	if t.kind != numberTok || t.digits != 4 || t.value > 2359 || r.f.complete() || r.f.has&(updated|published|leadingPrep) != 0 {
		return i
	}
	next := r.at(i + 1)
	strong := next.kind == markTok && isStrongMark(next.mark) && next.mark != '/' && !(next.gap == glued && r.at(i+2).gap == glued)
	headed := !r.line && i == 0 && next.gap != glued && (next.kind == unknownTok || next.kind == wordTok) && next.capital
	if t.value == 0 && !headed || !strong && !headed && (!r.line || next.kind != endTok || t.value < 1000 || t.value > 2100) {
		return i
	}
	r.f.year, r.f.dateForm = int16(t.value), yearOnly
	r.f.has |= weakDate
	return i + 1
}

// isMonth reports whether token i names a month.
func (r *reader) isMonth(i int) bool {
	m, _ := r.month(i)
	return m != 0
}

// month returns the month that token i names, 0 if none, and whether it is of the Iranian calendar.
func (r *reader) month(i int) (month int, jalali bool) {
	t := r.at(i)
	switch {
	case t.kind != wordTok:
		return 0, false
	case t.word.has(roleMonth):
		return int(t.word.month), false
	case t.word.has(roleJalali):
		return int(t.word.month), true
	}
	return 0, false
}

// skipOrdinal skips the ending of an ordinal: 16th, 1er, 1°. A dot is skipped where a date goes on.
func (r *reader) skipOrdinal(i int) int {
	if r.isWord(i, roleOrdinal) && r.at(i).gap == glued || r.isMark(i, 'º') || r.isMark(i, 'ª') || r.isMark(i, '°') {
		i++
	}
	return i
}

// skipJoin skips one of the marks that join the parts of a date.
func (r *reader) skipJoin(i int, marks ...rune) int {
	for _, m := range marks {
		if r.isMark(i, m) {
			return i + 1
		}
	}
	return i
}

// spanEnd reads the dash and the number that end a span of days.
func (r *reader) spanEnd(i, digits int) int {
	at := r.skipJoin(i, '.')
	if !r.isMark(at, '-') && !r.isMark(at, '–') && !r.isMark(at, '/') && !r.isMark(at, '&') && !r.isWord(at, roleRange|roleFiller) || !r.isNumber(at+1, digits) {
		return i
	}
	return at + 2
}

// repeatDate reads over a date that stands a second time: "November 18, 2021 November 18, 2021", "2025-08-16 (Sat, 16 Aug 25)".
func (r *reader) repeatDate(i int) int {
	if r.f.day == 0 || r.f.has&tail != 0 {
		return i
	}
	at := i
	if r.at(i).kind == wordTok && r.at(i).word.has(roleWeekday|roleWeekdayShort) {
		at++
		for r.isMark(at, ',') || r.isMark(at, '.') {
			at++
		}
	}
	again, next := r.aside(at, (*reader).date)
	if next == at || again.day != r.f.day || again.month != r.f.month || again.year != 0 && r.f.year != 0 && again.year != r.f.year {
		return i
	}
	return next
}

// monthWord reads "16 tháng 8 năm 2025".
func (r *reader) monthWord(i int) int {
	if !r.isNumber(i, 2) || !r.isWord(i+1, roleMonthWord) || !r.isNumber(i+2, 2) {
		return i
	}
	r.f.day, r.f.month, r.f.dateForm = int8(r.at(i).value), int8(r.at(i+2).value), dayMonth
	r.f.has |= namedDate
	at := i + 3
	if r.isWord(at, roleYear) {
		at++
	}
	at = r.skipJoin(at, '/', ',', '-')
	if r.isNumber(at, 4) && r.at(at).digits == 4 {
		r.setYear(at)
		return at + 1
	}
	return i + 3
}

// jalali takes the year at token at and turns a date of the Iranian calendar into ours.
func (r *reader) jalali(at, before int) int {
	y := r.at(at).value
	if y < 1200 || y > 1500 {
		return before
	}
	r.setJalali(y, int(r.f.month), int(r.f.day))
	return r.skipYearWord(at + 1)
}

// setJalali sets the day that a date of the Iranian calendar is in ours.
func (r *reader) setJalali(year, month, day int) {
	t := fromJalali(year, month, day)
	r.f.year, r.f.month, r.f.day = int16(t.Year()), int8(t.Month()), int8(t.Day())
	r.f.has &^= solar
}

// hijri reads over a date of the Islamic calendar, which stands beside ours: ‏22 صفر 1447 هـ.
func (r *reader) hijri(i int) int {
	if !r.isNumber(i, 2) || !r.isWord(i+1, roleHijri) {
		return i
	}
	at := r.skipJoin(i+2, ',')
	if !r.isNumber(at, 4) || r.at(at).digits != 4 {
		return i + 2
	}
	return r.skipYearWord(at + 1)
}
