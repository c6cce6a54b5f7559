package parser

// Clocks without a mark between hour and minutes: 8 pm, 20 Uhr 15, 1430Z, noon.

// spokenClock reads an hour and minutes with a word behind each: 20 Uhr 15, 20 giờ 15 phút, 20 ч 15 мин, à 20 heures 15.
func (r *reader) spokenClock(i int) int {
	w := r.at(i + 1)
	if !r.isNumber(i, 2) || w.kind != wordTok || w.gap == wide || w.end-w.start == 1 && w.word.unit == hours {
		return i
	}
	if !w.word.has(roleOClock) && !(w.word.unit == hours && (r.f.day != 0 || i > 0 && r.isWord(i-1, rolePrep))) {
		return i
	}
	at := r.skipDot(i + 2)
	if !r.isNumber(at, 2) || r.at(at).gap == wide || !r.setClock(r.at(i).value, r.at(at).value, -1, signClock) {
		return i
	}
	r.f.has |= spokenMinutes
	if r.isWord(at+1, roleMinute) && r.at(at+1).gap != wide {
		return r.halfDay(r.skipDot(at + 2))
	}
	if t := r.at(at + 1); r.at(at).digits != 2 || r.clockMark(at+1) != noClock || t.kind != endTok && !(t.kind == markTok && isDecoration(t.mark)) && !r.isWord(at+1, rolePrep|roleFiller|roleZone) {
		return i // 20 Uhr 15 Tote
	}
	return at + 1
}

// bareHour reads 8 pm, 8 p.m., 14 Uhr, 20時, 20h behind a preposition or before a colon.
func (r *reader) bareHour(i int) int {
	if !r.isNumber(i, 2) {
		return i
	}
	hour := r.at(i).value
	if hour > 23 {
		return i
	}
	if r.hourStands(i) {
		r.setClock(hour, 0, -1, bareClock)
		return i + 1
	}
	t := r.at(i + 1)
	if t.kind != wordTok || t.gap == wide {
		return i
	}
	r.setClock(hour, 0, -1, bareClock)
	if hour >= 1 && hour <= 12 {
		if next := r.halfDay(i + 1); next > i+1 {
			return next
		}
	}
	if t.word.unit == hours && r.isWord(i+2, roleAM|rolePM) && r.at(i+2).gap != wide {
		if next := r.halfDay(i + 2); next > i+2 {
			return next // 8 часов вечера
		}
	}
	switch {
	case t.word.has(roleOClock) && r.isWord(i+2, roleMinute) && !isLatinWord(r.at(i+2)): // 10時半
		r.f.minute, r.f.notation = 30, signClock
		return i + 3
	case t.word.has(roleOClock):
		r.f.notation = signClock
		return i + 2
	case t.gap == glued && t.end-t.start == 1 && t.word.unit == hours && r.hourLetterStands(i):
		r.f.notation = letterClock
		return i + 2
	}
	if t.word.unit == hours && t.gap != wide && r.isMark(i+2, ':') && t.end-t.start > 1 {
		r.f.notation = signClock // 23 heures :
		return i + 2
	}
	r.f.hour = -1
	return i
}

// hourStands reports whether the number at token i is an hour by the word before it and by having nothing of a clock behind it: ore 20.
func (r *reader) hourStands(i int) bool {
	if i == 0 || r.at(i).gap == wide {
		return false
	}
	before := i - 1
	if r.isMark(before, '.') {
		before--
	}
	w := r.at(before)
	if before < 0 || w.kind != wordTok || !w.word.has(roleHour) || w.end-w.start < 2 || w.word.has(roleUnit) && w.end-w.start < 3 {
		return false
	}
	t := r.at(i + 1)
	return t.kind == endTok || t.kind == markTok && t.gap != glued && isStrongMark(t.mark) || t.kind == markTok && (t.mark == ':' || t.mark == ',') && r.at(i+2).gap != glued
}

// hourLetterStands reports whether "20h" at token i is a clock and not a duration: a preposition before it or a colon or dash
// behind it says so.
func (r *reader) hourLetterStands(i int) bool {
	if i > 0 && r.isWord(i-1, rolePrep) || r.f.day != 0 {
		return true
	}
	t := r.at(i + 2)
	if t.kind != markTok || !isStrongMark(t.mark) {
		return false
	}
	if r.at(i).digits == 2 {
		return true
	}
	if i > 0 || t.mark != '-' && t.mark != '–' && t.mark != ':' {
		return false
	}
	r.f.has |= oneFigure
	return true
}

// runOfDigits reads "500 PM", "1130 am", "0600 UTC", "1430Z", "1530 hrs".
func (r *reader) runOfDigits(i int) int {
	t := r.at(i)
	if t.kind != numberTok || t.digits < 3 || t.digits > 4 {
		return i
	}
	if !r.setClock(t.value/100, t.value%100, -1, runClock) {
		return i
	}
	if t.value/100 >= 1 && t.value/100 <= 12 {
		if next := r.halfDay(i + 1); next > i+1 && r.at(i+1).gap != wide {
			return next
		}
	}
	n := r.at(i + 1)
	if t.digits == 4 && n.kind == wordTok && (n.word.has(roleZone) && n.upper && !n.word.has(roleMonth|roleWeekday) || n.word.has(roleClock) && n.word.unit == hours && (n.end-n.start == 3 || r.line && n.gap == glued || r.line && t.value < 2400 && r.at(i+2).kind == endTok && t.value%100 != 0)) {
		return i + 1
	}
	return i
}

// noon reads noon and midnight.
func (r *reader) noon(i int) int {
	at := i
	if r.isNumber(at, 2) && r.at(at).value == 12 {
		at++
	}
	if !r.isWord(at, roleNoon) {
		return i
	}
	r.setClock(int(r.at(at).word.number), 0, -1, wordClock)
	return at + 1
}
