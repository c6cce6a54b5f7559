package stamp

import "newstimeline/parser/internal/words"

// Clocks without a mark between hour and minutes: 8 pm, 20 Uhr 15, 1430Z, noon.

// spokenClock reads an hour and minutes with a word after each. Examples are 20 Uhr 15, 20 giờ 15
// phút, 20 ч 15 мин, à 20 heures 15.
func (r *Reader) spokenClock(i int) int {
	w := r.at(i + 1)
	if !r.isNumber(i, 2) || w.Kind != words.WordTok || r.isWide(i+1) || w.End-w.Start == 1 &&
		w.Word.Unit == words.Hours {
		return i
	}
	if !w.Word.Has(words.RoleOClock) && !(w.Word.Unit == words.Hours &&
		(r.F.Day != 0 || i > 0 && r.isWord(i-1, words.RolePrep))) {
		return i
	}
	at := r.skipDot(i + 2)
	if !r.isNumber(at, 2) || r.isWide(at) || !r.setClock(r.at(i).Value, r.at(at).Value, -1,
		SignClock) {
		return i
	}
	r.F.Has |= SpokenMinutes
	if r.isWord(at+1, words.RoleMinute) && !r.isWide(at+1) {
		return r.halfDay(r.skipDot(at + 2))
	}
	if t := r.at(at + 1); r.at(at).Digits != 2 || r.clockMark(at+1) != NoClock ||
		t.Kind != words.EndTok && !(t.Kind == words.MarkTok && isDecoration(t.Mark)) &&
			!r.isWord(at+1, words.RolePrep|words.RoleFiller|words.RoleZone) {
		return i // 20 Uhr 15 Tote
	}
	return at + 1
}

// bareHour reads 8 pm, 8 p.m., 14 Uhr, 20時, 20h after a preposition or before a colon.
func (r *Reader) bareHour(i int) int {
	if !r.isNumber(i, 2) {
		return i
	}
	hour := r.at(i).Value
	if hour > 23 {
		return i
	}
	if r.isHour(i) {
		r.setClock(hour, 0, -1, BareClock)
		return i + 1
	}
	t := r.at(i + 1)
	if t.Kind != words.WordTok || r.isWide(i+1) {
		return i
	}
	r.setClock(hour, 0, -1, BareClock)
	if hour >= 1 && hour <= 12 {
		if next := r.halfDay(i + 1); next > i+1 {
			return next
		}
	}
	if t.Word.Unit == words.Hours && r.isWord(i+2, words.RoleAM|words.RolePM) && !r.isWide(i+2) {
		if next := r.halfDay(i + 2); next > i+2 {
			return next // 8 часов вечера
		}
	}
	switch {
	case t.Word.Has(words.RoleOClock) && r.isWord(i+2, words.RoleMinute) &&
		!isLatinWord(r.at(i+2)): // 10時半
		r.F.Minute, r.F.Notation = 30, SignClock
		return i + 3
	case t.Word.Has(words.RoleOClock):
		r.F.Notation = SignClock
		return i + 2
	case t.End-t.Start == 1 && t.Word.Unit == words.Hours &&
		(t.Gap == words.Glued || r.isMark(i+2, ':')) && r.isHourLetter(i): // 20h -, 20 h :
		r.F.Notation = LetterClock
		return i + 2
	}
	if t.Word.Unit == words.Hours && !r.isWide(i+1) && r.isMark(i+2, ':') && t.End-t.Start > 1 {
		r.F.Notation = SignClock // 23 heures :
		return i + 2
	}
	r.F.Hour = -1
	return i
}

// isHour reports whether the number at token i is an hour by the word before it, without
// anything of a clock after it: ore 20.
func (r *Reader) isHour(i int) bool {
	if i == 0 || r.isWide(i) {
		return false
	}
	before := i - 1
	if r.isMark(before, '.') {
		before--
	}
	w := r.at(before)
	if before < 0 || w.Kind != words.WordTok || !w.Word.Has(words.RoleHour) || w.End-w.Start < 2 ||
		w.Word.Has(words.RoleUnit) && w.End-w.Start < 3 {
		return false
	}
	t := r.at(i + 1)
	return t.Kind == words.EndTok || r.line && r.closes(i+1) || t.Kind == words.MarkTok &&
		t.Gap != words.Glued && isStrongMark(t.Mark) || t.Kind == words.MarkTok &&
		(t.Mark == ':' || t.Mark == ',') && (r.at(i+2).Gap != words.Glued ||
		r.at(i+2).Kind == words.EndTok)
}

// isHourLetter reports whether "20h" at token i is a clock and not a duration. A preposition
// before it, a colon or dash after it, or the date decides: 20h ngày 28/10.
func (r *Reader) isHourLetter(i int) bool {
	if i > 0 && r.isWord(i-1, words.RolePrep) || r.F.Day != 0 ||
		r.isWord(i+2, words.RoleDayWord) && r.isNumber(i+3, 2) {
		return true
	}
	t := r.at(i + 2)
	if t.Kind != words.MarkTok || !isStrongMark(t.Mark) {
		return false
	}
	if r.at(i).Digits == 2 {
		return true
	}
	if i > 0 || t.Mark != '-' && t.Mark != '–' && t.Mark != ':' {
		return false
	}
	r.F.Has |= OneFigure
	return true
}

// runOfDigits reads "500 PM", "1130 am", "0600 UTC", "1430Z", "1530 hrs", "1200LT".
func (r *Reader) runOfDigits(i int) int {
	t := r.at(i)
	if t.Kind != words.NumberTok || t.Digits < 3 || t.Digits > 4 {
		return i
	}
	if !r.setClock(t.Value/100, t.Value%100, -1, RunClock) {
		return i
	}
	if t.Value/100 >= 1 && t.Value/100 <= 12 {
		if next := r.halfDay(i + 1); next > i+1 && !r.isWide(i+1) {
			return next
		}
	}
	n := r.at(i + 1)
	if t.Digits == 4 && r.isLocal(i+1) {
		return i + 2 // 1200LT
	}
	if t.Digits == 4 && n.Kind == words.WordTok && (n.Word.Has(words.RoleZone) && n.Upper &&
		!n.Word.Has(words.RoleMonth|words.RoleWeekday) || n.Word.Has(words.RoleClock) &&
		n.Word.Unit == words.Hours && (n.End-n.Start == 3 || r.isMark(i+2, ':') || r.line &&
		(n.Gap == words.Glued || t.Value < 2400 && r.closes(i+2) && t.Value%100 != 0))) {
		return i + 1
	}
	return i
}

// noon reads noon and midnight.
func (r *Reader) noon(i int) int {
	at := i
	if r.isNumber(at, 2) && r.at(at).Value == 12 {
		at++
	}
	if !r.isWord(at, words.RoleNoon) {
		return i
	}
	r.setClock(int(r.at(at).Word.Number), 0, -1, WordClock)
	return at + 1
}
