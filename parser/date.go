package parser

import "time"

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
	return f.day >= 1 && int(f.day) <= daysIn(int(f.year), int(f.month))
}

// daysIn returns the number of days in a month; February has 29 if the year is unknown.
func daysIn(year, month int) int {
	if year == 0 {
		year = 2024
	}
	return time.Date(year, time.Month(month+1), 0, 0, 0, 0, 0, time.UTC).Day()
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
	return r.dayOfYear(i, named, r.yearBehind(at, jalali))
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
	at := r.skipYearWord(i + 1)
	if t := r.at(at); t.kind == wordTok && t.end-t.start == 1 && r.isMark(at+1, '.') {
		at += 2 // 2025 m. rugpjūčio 16 d.
	}
	at = r.skipJoin(at, ',', '-', '/', '.')
	month, _ := r.month(at)
	if month == 0 {
		month = r.roman(at, 2)
	}
	if month == 0 {
		return i
	}
	at = r.skipJoin(at+1, '.', '-', '/', ',')
	if !r.isNumber(at, 2) || r.clockLength(at) > 0 {
		return i
	}
	r.f.year, r.f.month, r.f.day, r.f.dateForm = int16(r.at(i).value), int8(month), int8(r.at(at).value), isoDate
	r.f.has |= namedDate
	at = r.skipOrdinal(at + 1)
	if r.isWord(at, roleDayWord) {
		at = r.skipJoin(at+1, '.')
	}
	return at
}

// monthYear reads "August 2025" and, where the line is all that there is, "Январь".
func (r *reader) monthYear(i int) int {
	month, _ := r.month(i)
	if month == 0 || r.f.month != 0 {
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

// bareYear reads a year alone: "1998" over the events of a year, "1998 – …" before one.
func (r *reader) bareYear(i int) int {
	t := r.at(i)
	if t.kind != numberTok || t.digits != 4 || t.value < 1000 || t.value > 2100 || r.f.complete() || r.f.has&(updated|published|leadingPrep) != 0 {
		return i
	}
	next := r.at(i + 1)
	strong := next.kind == markTok && isStrongMark(next.mark) && next.mark != '/' && !(next.gap == glued && r.at(i+2).gap == glued)
	if !strong && (!r.line || next.kind != endTok) {
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

// buddhistEpoch is how many years more Thailand counts than we do.
const buddhistEpoch = 543

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

// lateYear reads a year that stands behind the clock: Sat Aug 16 20:15:00 2025.
func (r *reader) lateYear(i int) int {
	if !r.line || r.f.day == 0 || r.f.year != 0 || r.f.has&tail != 0 || r.at(i).digits != 4 || !plausibleYear(r.at(i).value) {
		return i
	}
	r.setYear(i)
	return i + 1
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

// weekdayAt reads a weekday. Short names count only where a date stands beside them: "La Bourse" is not a Saturday.
func (r *reader) weekdayAt(i int) int {
	w := r.at(i).word
	if r.f.has&tail != 0 && w.has(roleWeekday) {
		return i + 1
	}
	if r.f.weekday != 0 || !w.has(roleWeekday|roleWeekdayShort) {
		return i
	}
	next := i + 1
	if r.isMark(next, '.') && r.at(next).gap == glued && !(w.has(roleWeekday) && !w.has(roleWeekdayShort)) {
		next++
	}
	if !w.has(roleWeekday) && !r.besideDate(i, next) && !r.abbreviates(w, next) {
		return i
	}
	if w.has(rolePrep|roleFiller) && next == i+1 {
		return i // the Norwegian "on." is a weekday, "on" is not
	}
	r.f.weekday = w.weekday
	if r.isWord(next, roleRelWeek) {
		r.f.has |= lastWeek
		next++
	} else if i > 0 && r.isWord(i-1, roleRelWeek) {
		r.f.has |= lastWeek
	}
	return next
}

// besideDate reports whether a date stands before token i, or behind the punctuation at token next.
func (r *reader) besideDate(i, next int) bool {
	if r.f.day != 0 {
		return r.at(next).kind != unknownTok
	}
	for r.isMark(next, ',') || r.isMark(next, '.') || r.isMark(next, '-') || r.isMark(next, '–') {
		next++
	}
	if r.at(next).kind != numberTok && r.at(next).kind != wordTok {
		return false
	}
	f, end := r.aside(next, (*reader).date)
	return end > next && f.day != 0
}

// abbreviates reports whether a short word can only be a weekday before the clock at token next: "Fri 20:15", but not "ca. 20:15".
func (r *reader) abbreviates(w *word, next int) bool {
	return (r.line || r.at(next-1).capital || r.at(next-2).capital) && !w.has(rolePrep|roleFiller|roleApprox|roleHour|roleDayWord) && r.besideClock(next)
}

// besideClock reports whether a clock stands behind the punctuation and particles at token i.
func (r *reader) besideClock(i int) bool {
	for r.isMark(i, ',') || r.isMark(i, '.') || r.isMark(i, '-') || r.isMark(i, '–') || r.isMark(i, '|') || r.isWord(i, rolePrep|roleHour) {
		i++
	}
	return r.clockLength(i) > 0
}

// day reads a day told from today: yesterday, "Hier", "last".
func (r *reader) day(i int) int {
	w := r.at(i).word
	if !w.has(roleRelDay|roleRelDayShort|roleRelWeek) || r.f.hasDate() || r.f.has&tail != 0 {
		return i
	}
	if w.has(roleRelDayShort) && !(r.line && r.besideClock(i+1)) {
		return i
	}
	if w.has(roleRelWeek) {
		if r.isWord(i+1, roleWeekday) || r.f.weekday != 0 {
			r.f.has |= lastWeek
			return i + 1
		}
		return i
	}
	if r.f.has&relDayGiven != 0 {
		return i
	}
	r.f.relDay = w.day
	r.f.has |= relDayGiven
	if !r.f.hasClock() {
		if next := r.halfDayFirst(i); next > i {
			return next // 昨晚8点
		}
	}
	return i + 1
}
