package stamp

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/words"
)

// The dates of the grammar.

// date reads a date at token i: textual, numeric or in signs. A second date is none of this
// stamp's, unless a label has begun a second stamp, whose fields are read over.
func (r *Reader) date(i int) int {
	if r.F.Has&Tail != 0 {
		return r.over(i, (*Reader).date)
	}
	if r.F.Day != 0 || r.F.DateForm == IsoDate || r.F.HasClock() && r.isSureClock(i) {
		return i
	}
	save := r.F
	for _, try := range [...]func(*Reader, int) int{(*Reader).period, (*Reader).signDate,
		(*Reader).dayFirst, (*Reader).monthFirst, (*Reader).yearFirst, (*Reader).numericDate,
		(*Reader).monthYear, (*Reader).dayAlone, (*Reader).bareYear} {
		if next := try(r, i); next > i && r.checkDate() {
			return r.dateSpan(next)
		}
		r.F = save
	}
	return i
}

// dateSpan reads the end of a span of days whose first is read: "16 August – 2 September 2025". The
// year of the last is that of the first too, if that has none.
func (r *Reader) dateSpan(i int) int {
	if r.F.Day == 0 {
		return i
	}
	at := r.spanMark(i)
	whole := at == i && r.F.Year != 0 // a slash or a sign joins whole dates alone
	if whole && (r.isMark(i, '/') || r.isMark(i, '=') || r.isMark(i, '.') && r.isMark(i+1, '.')) {
		for at = i + 1; r.isMark(at, '.'); at++ {
		}
	}
	if at == i {
		return i
	}
	last, next := r.aside(at, (*Reader).lastDay)
	if next == at || last.Day == 0 || whole && last.Year == 0 ||
		(last.Has^r.F.Has)&(NamedDate|WeakDate) != 0 && last.Year == 0 ||
		r.F.DateForm == IsoDate && last.Has&TwoDigits != 0 {
		return i // 2025-08-16-09.10.11 is a moment
	}
	if r.F.Year == 0 {
		r.F.Year = last.Year
	}
	r.endAt(at)
	return next
}

// spanMark returns the token after what joins the two ends of a span, i if nothing does. A dash or
// a word such as "to" joins them. Each end may have brackets of its own: "<16 August>--<18
// August>".
func (r *Reader) spanMark(i int) int {
	at := i
	closed := (r.isMark(at, '>') || r.isMark(at, ']')) && r.at(at).Gap == words.Glued
	if closed {
		at++
	}
	first := at
	for r.isMark(at, '-') || r.isMark(at, '–') || r.isMark(at, '~') ||
		r.isWord(at, words.RoleRange) {
		at++
	}
	if at == first {
		return i
	}
	if closed && (r.isMark(at, '<') || r.isMark(at, '[')) {
		return at + 1
	}
	if closed {
		return i
	}
	return at
}

// lastDay reads the last day of a span.
func (r *Reader) lastDay(i int) int {
	for _, try := range [...]func(*Reader, int) int{(*Reader).dayFirst, (*Reader).monthFirst,
		(*Reader).numericDate, (*Reader).signDate} {
		if next := try(r, i); next > i && r.checkDate() {
			return next
		}
		r.F = NoFields
	}
	return i
}

// over skips an element without keeping its value.
func (r *Reader) over(i int, element func(*Reader, int) int) int {
	_, next := r.aside(i, element)
	return next
}

// aside reads an element as if nothing preceded it, and returns its value and the next token. The
// fields that were read so far stay as they are.
func (r *Reader) aside(i int, element func(*Reader, int) int) (f Fields, next int) {
	save := r.F
	r.F = NoFields
	next = element(r, i)
	f, r.F = r.F, save
	return f, next
}

// checkDate reports whether the fields can be a day of the calendar. A weekday that is not the
// date's is noted.
func (r *Reader) checkDate() bool {
	f := &r.F
	if f.Month < 1 || f.Month > 12 {
		return f.DateForm == YearOnly || f.DateForm == DayOnly && f.Day >= 1 && f.Day <= 31
	}
	tooFar := f.Year > LastYear && (f.Day == 0 || !isFarYear(int(f.Year)))
	if f.Year != 0 && (f.Year < 1000 && f.Has&EraGiven == 0 || tooFar) {
		return false
	}
	if f.Day == 0 {
		return f.DateForm == MonthOnly
	}
	if f.Has&Solar != 0 {
		return f.Day >= 1 && f.Day <= 31 && (f.Month <= 6 || f.Day <= 30)
	}
	return f.Day >= 1 && int(f.Day) <= feed.DaysIn(int(f.Year), int(f.Month))
}

// dayFirst reads "16 August 2025", "1er août", "16 de agosto de 2025", "16. Aug. 25",
// "16-Aug-2025", "9-19 December 2011".
func (r *Reader) dayFirst(i int) int {
	if !r.isNumber(i, 2) {
		return i
	}
	day := r.at(i).Value
	at := r.skipOrdinal(i + 1)
	next := r.spanEnd(at, 2)
	if next > at && (!r.isMark(at, '/') || r.at(next-1).Value > day) { // 9-19 December, 9/19 Dec
		at = r.skipOrdinal(next)
		r.endAt(next - 1)
	} else if r.isMark(at, ',') && r.isNumber(at+1, 2) &&
		r.isMonth(r.skipOrdinal(at+2)) { // 9, 11 October
		r.endAt(at + 1)
		at = r.skipOrdinal(at + 2)
	}
	at = r.skipJoin(at, '.', '-', '/', ',')
	for r.isWord(at, words.RoleFiller) && !r.isMonth(at) {
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
	r.F.Day, r.F.Month, r.F.DateForm = int8(day), int8(month), DayMonth
	r.F.Has |= NamedDate
	if jalali {
		r.F.Has |= Solar
	}
	at++
	at = r.skipOtherName(at)
	if r.isMark(at, '\'') || r.isMark(at, '׳') {
		at = r.skipDot(at)
	}
	next = r.yearBehind(at, jalali)
	if w := r.at(named).Word; w.Has(words.RoleMonthDot) && r.isMark(named-1, '.') &&
		(r.isMark(next, '.') || isPolishMonth(w)) {
		r.F.Month = w.Number // 24. listopada 2025.
	}
	return r.dayOfYear(i, named, next)
}

// isPolishMonth reports whether a month that is another in Croatian is one in Polish, and in no
// other language. Polish has no dot behind the day.
func isPolishMonth(w *words.Word) bool { return w.Spelling == "lip" || w.Spelling == "listopada" }

// skipOtherName skips the name that a month has in other countries: 16 أغسطس/آب 2025.
func (r *Reader) skipOtherName(i int) int {
	if r.isMark(i, '/') && r.at(i).Gap == words.Glued && r.isMonth(i+1) {
		return i + 2
	}
	return i
}

// monthFirst reads "August 16, 2025", "Aug. 16th", "August the 16th", "SEP 17 2014".
func (r *Reader) monthFirst(i int) int {
	month, jalali := r.month(i)
	if month == 0 || jalali {
		return i
	}
	at := r.skipJoin(i+1, '.', '-', '/', ',')
	if r.isWord(i, words.RoleWeekday|words.RoleWeekdayShort) && r.isNumber(at, 2) &&
		(r.isBeforeMonth(at+1) || r.isNumericDate(at)) {
		return i // mar 12 ago and mar 12/08/2025 are Tuesdays
	}
	for r.isWord(at, words.RoleFiller) {
		at++
	}
	if !r.isNumber(at, 2) || r.clockLength(at) > 0 {
		return i
	}
	r.F.Day, r.F.Month, r.F.DateForm = int8(r.at(at).Value), int8(month), MonthDay
	r.F.Has |= NamedDate
	at = r.skipOrdinal(at + 1)
	if r.isWord(at, words.RoleDayWord) && !r.isWide(at) {
		at = r.skipDot(at + 1) // rugpjūčio 16 d.
	}
	end := at
	if next := r.spanEnd(at, 2); next > at {
		end = r.skipOrdinal(next)
		r.endAt(next - 1)
	}
	// Oct. 9, 11, 1981
	for r.isMark(end, ',') && r.isNumber(end+1, 2) && r.isMark(end+2, ',') &&
		r.at(end+3).Digits == 4 {
		end += 2
		r.endAt(end - 1)
	}
	return r.dayOfYear(i, at-1, r.yearBehind(end, false))
}

// dayOfYear returns next, the token after a day and a month, of which token named is the later. It
// returns i if there is no year and they are run together or far apart, as in "3DES" or the columns
// of a table.
func (r *Reader) dayOfYear(i, named, next int) int {
	t := r.at(named)
	if r.F.Year != 0 || r.F.Weekday != 0 || r.F.HasClock() || t.Gap == words.Blank || r.line &&
		t.Gap == words.Wide || r.isBesideClock(next) {
		return next
	}
	if t.Gap == words.Glued && (r.isMark(named-1, '-') || r.isMark(named-1, '/') ||
		r.at(named-1).Gap != words.Glued) {
		return next
	}
	if month := r.at(i); t.Gap == words.Glued && (t.Kind == words.WordTok && !isLatinWord(t) ||
		month.Kind == words.WordTok && !isLatinWord(month)) {
		return next
	}
	return i
}

// yearFirst reads "2025 August 16", "2025, August 16", "2025-Aug-16".
func (r *Reader) yearFirst(i int) int {
	if !r.isNumber(i, 4) || r.at(i).Digits != 4 {
		return i
	}
	if next := r.yearThenDay(i); next > i {
		return next
	}
	at := r.skipYearWord(i + 1)
	if t := r.at(at); t.Kind == words.WordTok && t.End-t.Start == 1 && r.isMark(at+1, '.') {
		at += 2 // 2025 m. rugpjūčio 16 d.
	}
	at = r.skipJoin(at, ',', '-', '/', '.')
	month, jalali := r.month(at)
	if month == 0 {
		month = r.roman(at, 2)
	}
	if month == 0 || jalali != isSolarYear(r.at(i).Value) {
		return i
	}
	at = r.skipJoin(at+1, '.', '-', '/', ',')
	if !r.isNumber(at, 2) || r.clockLength(at) > 0 {
		return i
	}
	r.F.Year, r.F.Month, r.F.Day, r.F.DateForm = int16(r.at(i).Value), int8(month),
		int8(r.at(at).Value), IsoDate
	r.F.Has |= NamedDate
	if jalali {
		r.setJalali(r.at(i).Value, month, r.at(at).Value)
	}
	at = r.skipOrdinal(at + 1)
	if r.isWord(at, words.RoleDayWord) {
		at = r.skipJoin(at+1, '.')
	}
	return at
}

// yearThenDay reads a year that a word or its ending marks as one, and a day after it: "2025. gada
// 16. augusts", "2025 ж. 16 тамыз".
func (r *Reader) yearThenDay(i int) int {
	at := r.skipJoin(i+1, '.')
	day := r.skipYearWord(at)
	if day == at || !r.isNumber(day, 2) {
		return i
	}
	next := r.dayFirst(day)
	if next == day || r.F.Year != 0 || r.F.Has&Solar != 0 {
		return i
	}
	r.setYear(i)
	return next
}

// monthYear reads "August 2025" and, where the line is all that there is, "Январь".
func (r *Reader) monthYear(i int) int {
	month, jalali := r.month(i)
	if month == 0 || jalali || r.F.Month != 0 {
		return i
	}
	at := r.skipJoin(r.skipOtherName(i+1), '.', ',', '/', '-')
	for r.isWord(at, words.RoleFiller) {
		at++
	}
	r.F.Month, r.F.DateForm = int8(month), MonthOnly
	r.F.Has |= NamedDate | WeakDate
	if r.isNumber(at, 4) && r.at(at).Digits == 4 {
		r.setYear(at)
		return r.skipYearWord(at + 1)
	}
	if (r.isMark(at, '\'') || r.isMark(at, '’')) && r.isNumber(at+1, 2) && r.at(at+1).Digits == 2 &&
		r.at(at+1).Gap == words.Glued {
		r.F.Year = shortYear(r.at(at + 1).Value) // Aug '25
		return at + 2
	}
	if r.isAlone(i, i+1) && r.at(i).End-r.at(i).Start > 3 {
		return i + 1
	}
	return i
}

// isAlone reports whether the tokens from i up to another are all of their line, but for a colon.
func (r *Reader) isAlone(i, end int) bool {
	return r.line && i == r.lead && r.closes(r.skipJoin(end, ':'))
}

// dayAlone reads a day without its month, beside a clock: 16日20時15分, "Sat 16th 20:15".
func (r *Reader) dayAlone(i int) int {
	t := r.at(i)
	if !r.isNumber(i, 2) || t.Value < 1 || t.Value > 31 || r.at(i+1).Gap != words.Glued ||
		r.F.Month != 0 {
		return i
	}
	if !r.isWord(i+1, words.RoleDayWord) && !(r.isWord(i+1, words.RoleOrdinal) &&
		r.F.Weekday != 0) || !r.F.HasClock() && !r.isBesideClock(i+2) {
		return i
	}
	r.F.Day, r.F.DateForm = int8(t.Value), DayOnly
	return i + 2
}

// isBeforeMonth reports whether a month follows the day before token i: 12 ago, 12/ago, 12 de ago.
func (r *Reader) isBeforeMonth(i int) bool {
	if r.at(i).Gap == words.Glued {
		i = r.skipJoin(i, '.', '/', '-')
	}
	for r.isWord(i, words.RoleFiller) && !r.isMonth(i) {
		i++
	}
	return r.isMonth(i)
}

// isNumericDate reports whether a date in digits that nothing else can be begins at token i.
func (r *Reader) isNumericDate(i int) bool {
	f, next := r.aside(i, (*Reader).threeNumbers)
	return next > i && f.Has&WeakDate == 0 && f.Month > 0 && f.Month <= 12
}

// isMonth reports whether token i names a month.
func (r *Reader) isMonth(i int) bool {
	m, _ := r.month(i)
	return m != 0
}

// month returns the month that token i names, 0 if none, and whether it is of the Iranian calendar.
func (r *Reader) month(i int) (month int, jalali bool) {
	t := r.at(i)
	switch {
	case t.Kind != words.WordTok:
		return 0, false
	case t.Word.Has(words.RoleMonth):
		return int(t.Word.Month), false
	case t.Word.Has(words.RoleJalali):
		return int(t.Word.Month), true
	}
	return 0, false
}

// skipOrdinal skips the ending of an ordinal: 16th, 1er, 1°. A dot is skipped where a date goes on.
func (r *Reader) skipOrdinal(i int) int {
	if r.isWord(i, words.RoleOrdinal) && r.at(i).Gap == words.Glued || r.isMark(i, 'º') ||
		r.isMark(i, 'ª') || r.isMark(i, '°') {
		i++
	}
	return i
}

// skipJoin skips one of the marks that join the elements of a date.
func (r *Reader) skipJoin(i int, marks ...rune) int {
	for _, m := range marks {
		if r.isMark(i, m) {
			return i + 1
		}
	}
	return i
}

// spanEnd reads the dash and the number that end a span of days.
func (r *Reader) spanEnd(i, digits int) int {
	at := r.skipJoin(i, '.')
	if !r.isMark(at, '-') && !r.isMark(at, '–') && !r.isMark(at, '/') && !r.isMark(at, '&') &&
		!r.isWord(at, words.RoleRange) && !(r.isWord(at, words.RoleFiller) &&
		r.at(at).Gap != words.Glued) || !r.isNumber(at+1, digits) || r.isHourOf(at+1) {
		return i // 9d is the name of a version
	}
	return at + 2
}

// isHourOf reports whether the number at token i is the hour of what can only be a clock. So it is
// in "August 16 - 20:15" and "August 16 - 8pm".
func (r *Reader) isHourOf(i int) bool {
	return r.isSureClock(i) || r.isWord(i+1, words.RoleAM|words.RolePM) && !r.isMonth(i+1) &&
		r.at(i+1).End-r.at(i+1).Start == int32(len("pm"))
}

// repeatDate skips a date that is repeated: "November 18, 2021 November 18, 2021", "2025-08-16
// (Sat, 16 Aug 25)". Of two whole dates that are all of a line, the first is that of publication,
// the other that of the last change.
func (r *Reader) repeatDate(i int) int {
	if r.F.Day == 0 || r.F.Has&Tail != 0 {
		return i
	}
	at := i
	if r.at(i).Kind == words.WordTok && r.at(i).Word.Has(words.RoleWeekday|words.RoleWeekdayShort) {
		at++
		for r.isMark(at, ',') || r.isMark(at, '.') {
			at++
		}
	}
	again, next := r.aside(at, (*Reader).date)
	if r.line && r.F.IsFull() && again.IsFull() && again.DateForm == r.F.DateForm {
		return next
	}
	if next == at || again.Day != r.F.Day || again.Month != r.F.Month || again.Year != 0 &&
		r.F.Year != 0 && again.Year != r.F.Year {
		return i
	}
	return next
}

// monthWord reads "16 tháng 8 năm 2025".
func (r *Reader) monthWord(i int) int {
	if !r.isNumber(i, 2) || !r.isWord(i+1, words.RoleMonthWord) || !r.isNumber(i+2, 2) {
		return i
	}
	r.F.Day, r.F.Month, r.F.DateForm = int8(r.at(i).Value), int8(r.at(i+2).Value), DayMonth
	r.F.Has |= NamedDate
	at := i + 3
	if r.isWord(at, words.RoleYear) {
		at++
	}
	at = r.skipJoin(at, '/', ',', '-')
	if r.isNumber(at, 4) && r.at(at).Digits == 4 {
		r.setYear(at)
		return at + 1
	}
	return i + 3
}

// jalali takes the year at token at and turns a date of the Iranian calendar into ours.
func (r *Reader) jalali(at, before int) int {
	y := r.at(at).Value
	if y < 1200 || y > 1500 {
		return before
	}
	r.setJalali(y, int(r.F.Month), int(r.F.Day))
	return r.skipYearWord(at + 1)
}

// setJalali sets the day that a date of the Iranian calendar is in ours.
func (r *Reader) setJalali(year, month, day int) {
	t := FromJalali(year, month, day)
	r.F.Year, r.F.Month, r.F.Day = int16(t.Year()), int8(t.Month()), int8(t.Day())
	r.F.Has &^= Solar
}

// hijri skips a date of the Islamic calendar next to ours: ‏22 صفر 1447 هـ.
func (r *Reader) hijri(i int) int {
	if !r.isNumber(i, 2) || !r.isWord(i+1, words.RoleHijri) {
		return i
	}
	at := r.skipJoin(i+2, ',')
	if !r.isNumber(at, 4) || r.at(at).Digits != 4 {
		return i + 2
	}
	return r.skipYearWord(at + 1)
}
