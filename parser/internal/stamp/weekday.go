package stamp

import "newstimeline/parser/internal/words"

// The days of the grammar that have no date: weekdays, yesterday.

// weekdayAt reads a weekday. Short names count only with a date next to them: "La Bourse" is not a
// Saturday.
func (r *Reader) weekdayAt(i int) int {
	w := r.at(i).Word
	if r.F.Has&Tail != 0 && w.Has(words.RoleWeekday) {
		return i + 1
	}
	if r.F.Weekday != 0 || !w.Has(words.RoleWeekday|words.RoleWeekdayShort) {
		return i
	}
	next := i + 1
	if w.Spelling == "thu" && r.isNumber(next, 1) && r.isMark(next+1, ',') &&
		r.isNumericDate(r.skipDayWord(next+2)) && r.at(next).Value >= 2 {
		r.F.Weekday = int8(r.at(next).Value - 1) // Thứ 7, 16/08/2025: Monday is the second day
		return next + 1
	}
	if r.F.HasClock() && !r.line && r.isMark(i-1, ']') {
		return i // "[20:15] Mon …" is a text
	}
	if (r.isNextColumn(i) || r.opensText(i)) && !r.isBesideDate(i, next) || r.namesMore(next) ||
		r.sends(i) {
		return i
	}
	if r.isMark(next, '\'') && r.at(next).Gap == words.Glued {
		next++ // MARTEDI' 7 SETTEMBRE: an accent as typewriters have it
	}
	if r.isMark(next, '.') && r.at(next).Gap == words.Glued && !(w.Has(words.RoleWeekday) &&
		!w.Has(words.RoleWeekdayShort)) {
		next++
	}
	if !w.Has(words.RoleWeekday) && !r.isBesideDate(i, next) && !r.abbreviates(w, next) {
		return i
	}
	if w.Has(words.RolePrep|words.RoleFiller|words.RoleRange) && next == i+1 &&
		!r.isMark(next, ',') && !(i == r.lead && !w.Has(words.RolePrep|words.RoleFiller) &&
		r.isNumber(next, 2) && r.isMark(next+1, '.')) {
		// the Norwegian "on." is a weekday, "on" is not; the Finnish "to 18.4." and the German
		// "Di, 18.4." are
		return i
	}
	r.F.Weekday = w.Weekday
	if w.Has(words.RoleWeekdayCapital) && r.at(i).Capital && r.F.Day == 0 && r.isBesideClock(next) {
		r.F.Weekday = w.Number
	}
	if r.isWord(next, words.RoleRelWeek) {
		r.F.Has |= LastWeek
		next++
	} else if i > 0 && r.isWord(i-1, words.RoleRelWeek) {
		r.F.Has |= LastWeek
	}
	return next
}

// skipDayWord skips a word for days before its number: ngày 16/08/2025.
func (r *Reader) skipDayWord(i int) int {
	if r.isWord(i, words.RoleDayWord) {
		return i + 1
	}
	return i
}

// sends reports whether the word at token i is the sender of a message: a whole timestamp is before
// it, a colon after it. "[03/04/2023, 10:15] Sun: rays" is by Sun. Without a mark between them,
// only a short word is: "2023-04-03 10:15 Sunday: rays" names the day.
func (r *Reader) sends(i int) bool {
	return r.F.IsFull() && r.F.HasClock() && r.isMark(i+1, ':') && r.at(i+1).Gap == words.Glued &&
		r.at(i+2).Gap != words.Glued && r.at(i+2).Kind != words.EndTok &&
		(r.at(i-1).Kind == words.MarkTok || r.at(i).End-r.at(i).Start <= int32(len("Sun")))
}

// noteShortDay notes the weekday that the first word of a line can be, by its clock. "do" is
// Thursday in German and Dutch, and until in Polish. The document decides.
func (r *Reader) noteShortDay(w *words.Word, i int) {
	if r.isBesideClock(r.skipDot(i + 1)) {
		r.F.ShortDay = w.Weekday
		if w.Has(words.RoleWeekdayCapital) {
			r.F.ShortDay = w.Number
		}
	}
}

// abbreviates reports whether a short word can only be a weekday before the clock at token next:
// "Fri 20:15", but not "ca. 20:15".
func (r *Reader) abbreviates(w *words.Word, next int) bool {
	long := next-1 == r.lead && r.at(r.lead).End-r.at(r.lead).Start >= int32(len("lör"))
	return (r.line || r.at(next-1).Capital || r.at(next-2).Capital || long) &&
		!w.Has(words.RolePrep|words.RoleFiller|words.RoleApprox|words.RoleHour|words.RoleDayWord) &&
		r.isBesideClock(next)
}

// isBesideClock reports whether a clock follows the punctuation, the particles and am or pm at
// token i.
func (r *Reader) isBesideClock(i int) bool {
	for r.isMark(i, ',') || r.isMark(i, '.') || r.isMark(i, '-') || r.isMark(i, '–') ||
		r.isMark(i, '|') || r.isWord(i, words.RolePrep|words.RoleHour) {
		i++
	}
	if r.isWord(i, words.RoleAM|words.RolePM) && !r.isMonth(i) {
		i++ // 16일 오후 2시
	}
	return r.clockLength(i) > 0
}

// isBesideDate reports whether a date precedes token i, or follows the punctuation at token next.
func (r *Reader) isBesideDate(i, next int) bool {
	if r.F.Day != 0 {
		return r.at(next).Kind != words.UnknownTok
	}
	for r.isMark(next, ',') || r.isMark(next, '.') || r.isMark(next, '-') || r.isMark(next, '–') ||
		r.line && (r.isMark(next, '|') || r.isMark(next, ':') || r.isMark(next, '/') ||
			r.isWord(next, words.RolePrep|words.RoleFiller) && !r.isMonth(next)) {
		next++ // Sat | 16 August, lør. den 16. august
	}
	if r.at(next).Kind != words.NumberTok && r.at(next).Kind != words.WordTok {
		return false
	}
	f, end := r.aside(next, (*Reader).date)
	return end > next && f.Day != 0
}

// day reads a day relative to today: yesterday, "Hier", "last".
func (r *Reader) day(i int) int {
	w := r.at(i).Word
	if !w.Has(words.RoleRelDay|words.RoleRelDayShort|words.RoleRelWeek) || r.F.HasDate() ||
		r.F.Has&Tail != 0 {
		return i
	}
	if r.isNextColumn(i) || w.Has(words.RoleRelDayShort) && !(r.line && r.isBesideClock(i+1)) {
		return i
	}
	if w.Has(words.RoleRelWeek) {
		if r.isWord(i+1, words.RoleWeekday) || r.F.Weekday != 0 {
			r.F.Has |= LastWeek
			return i + 1
		}
		return i
	}
	if r.F.Has&RelDayGiven != 0 || r.opensText(i) {
		return i
	}
	r.F.RelDay = w.Day
	r.F.Has |= RelDayGiven
	if !r.F.HasClock() {
		if next := r.halfDayFirst(i); next > i {
			return next // 昨晚8点
		}
	}
	return i + 1
}

// opensText reports whether the word for a day at token i is the first of a text after a clock.
// "08:00 Yesterday was the hottest day" is of today.
func (r *Reader) opensText(i int) bool {
	return !r.line && r.F.HasClock() && r.at(i).Gap != words.Glued &&
		r.at(i-1).Kind != words.MarkTok && r.at(i+1).Kind != words.MarkTok &&
		r.at(i+1).Gap != words.Glued
}

// isNextColumn reports whether token i is in the column after a clock in a table: there ELM, DUN
// and SAT are names.
func (r *Reader) isNextColumn(i int) bool {
	return !r.line && r.F.HasClock() && r.at(i).Gap == words.Wide
}

// namesMore reports whether a hyphen joins what is before token i, after a whole timestamp, to what
// follows it: "16:08 gw-3 started".
func (r *Reader) namesMore(i int) bool {
	return r.F.HasClock() && r.isMark(i, '-') && r.at(i).Gap == words.Glued &&
		r.at(i+1).Gap == words.Glued && r.at(i+1).Kind != words.EndTok
}
