package stamp

import "newstimeline/parser/internal/words"

// Clocks of twelve hours.

// halfDay reads am or pm after a clock and adjusts the hours.
func (r *Reader) halfDay(i int) int {
	t := r.at(i)
	if t.Kind != words.WordTok {
		return i
	}
	w, next := t.Word, i+1
	pm := w.Has(words.RolePM)
	if !w.Has(words.RoleAM|words.RolePM) || w.Has(words.RolePrep|words.RoleZone) &&
		t.End-t.Start == 2 && !r.isHalf(i) || r.beginsText(i) || r.isDayToo(i) {
		return i
	}
	if !r.turn(pm) {
		return i
	}
	r.F.Has |= Meridiem
	if r.isMark(next, '.') && r.at(next).Gap == words.Glued {
		next++
	}
	return next
}

// isDayToo reports whether the word at token i is a weekday too. Such are am and pm only in
// capitals after a date in digits: "16/08/2025 8:15:30 CH", as programs write it in Vietnamese.
func (r *Reader) isDayToo(i int) bool {
	t := r.at(i)
	return t.Word.Weekday != 0 && !(t.Upper && r.F.Day != 0 && r.F.Weekday == 0 &&
		r.F.Has&NamedDate == 0)
}

// beginsText reports whether the part of a day at token i begins the text after a clock. So it does
// in "08:15 Akşam saatlerinde yağmur var".
func (r *Reader) beginsText(i int) bool {
	t := r.at(i)
	return !r.line && t.Capital && !t.Upper && t.Gap != words.Glued && t.End-t.Start > 4 &&
		hasCapitals(t.Word) && !words.IsPhrase(t.Word) && r.at(i+1).Kind != words.MarkTok
}

// hasCapitals reports whether a word is in a script that has capitals: Latin, Greek or Cyrillic.
func hasCapitals(w *words.Word) bool { return w.Spelling[0] < 0xD4 }

// halfInBrackets reads am or pm in brackets after its clock: "8:15 (PM)".
func (r *Reader) halfInBrackets(i int) int {
	if !r.F.HasClock() || r.F.Has&Meridiem != 0 || !r.isMark(i, '(') && !r.isMark(i, '[') ||
		!r.isWord(i+1, words.RoleAM|words.RolePM) {
		return i
	}
	next := r.halfDay(i + 1)
	if next == i+1 || !r.isMark(next, ')') && !r.isMark(next, ']') {
		return i
	}
	return next + 1
}

// isHalf reports whether the two letters at token i are am or pm and not the German preposition:
// "11 am" but not "11:30 am Montag".
func (r *Reader) isHalf(i int) bool {
	return r.F.Hour <= 12 && !(r.at(i+1).Kind == words.WordTok &&
		r.at(i+1).Word.Has(words.RoleWeekday) && !r.at(i).Upper && isGermanDay(r.at(i+1).Word)) &&
		!(r.at(i+1).Kind == words.NumberTok && r.isMark(i+2, '.'))
}

func isGermanDay(w *words.Word) bool {
	s := w.Spelling
	return len(s) > 3 && (s[len(s)-3:] == "tag" || s == "mittwoch" || s == "sonnabend")
}

// halfDayOnce reads am or pm after a word for clocks, unless it was read already.
func (r *Reader) halfDayOnce(i int) int {
	if r.F.Has&Meridiem != 0 || r.isWide(i) {
		return i
	}
	return r.halfDay(i)
}

// turn makes a 24-hour clock of the hours, and reports whether they can be of a half day. A 24-hour
// clock with pm after it is used as it is.
func (r *Reader) turn(pm bool) bool {
	switch {
	case r.F.Hour > 12:
		return pm
	case pm && r.F.Hour < 12:
		r.F.Hour += 12
	case !pm && r.F.Hour == 12:
		r.F.Hour = 0
	}
	return true
}

// halfDayFirst reads 下午8点30分, 오후 3시, 午後3時, "PM 3:20".
func (r *Reader) halfDayFirst(i int) int {
	t := r.at(i)
	if t.Kind != words.WordTok || !t.Word.Has(words.RoleAM|words.RolePM) || t.Word.Month != 0 ||
		t.Word.Weekday != 0 {
		return i
	}
	pm := t.Word.Has(words.RolePM)
	next := r.twoPartClock(i + 1)
	if next == i+1 {
		next = r.bareHour(i + 1)
	}
	if next == i+1 {
		return i
	}
	if r.F.Has&Meridiem == 0 {
		r.turn(pm)
	}
	r.F.Has |= Meridiem
	return next
}
