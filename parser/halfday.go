package parser

// Clocks of twelve hours.

// halfDay reads am or pm behind a clock and turns the hours.
func (r *reader) halfDay(i int) int {
	t := r.at(i)
	if t.kind != wordTok || t.gap == wide {
		return i
	}
	w, next := t.word, i+1
	pm := w.has(rolePM)
	if !w.has(roleAM|rolePM) || w.has(rolePrep|roleZone) && t.end-t.start == 2 && !r.isHalf(i) {
		return i
	}
	if !r.turn(pm) {
		return i
	}
	r.f.has |= meridiem
	if r.isMark(next, '.') && r.at(next).gap == glued {
		next++
	}
	return next
}

// isHalf reports whether the two letters at token i are am or pm and not the German preposition: "11 am" but not "11:30 am Montag".
func (r *reader) isHalf(i int) bool {
	return r.f.hour <= 12 && !(r.at(i+1).kind == wordTok && r.at(i+1).word.has(roleWeekday) && !r.at(i).upper && isGermanDay(r.at(i+1).word)) && !(r.at(i+1).kind == numberTok && r.isMark(i+2, '.'))
}

func isGermanDay(w *word) bool {
	s := spellings[w.at : int(w.at)+int(w.size)]
	return len(s) > 3 && (s[len(s)-3:] == "tag" || s == "mittwoch" || s == "sonnabend")
}

// turn makes a 24-hour clock of the hours, and reports whether they can be of a half day. A 24-hour clock with pm behind it
// is taken as it is.
func (r *reader) turn(pm bool) bool {
	switch {
	case r.f.hour > 12:
		return pm
	case pm && r.f.hour < 12:
		r.f.hour += 12
	case !pm && r.f.hour == 12:
		r.f.hour = 0
	}
	return true
}

// halfDayFirst reads 下午8点30分, 오후 3시, 午後3時, "PM 3:20".
func (r *reader) halfDayFirst(i int) int {
	t := r.at(i)
	if t.kind != wordTok || !t.word.has(roleAM|rolePM) || t.word.month != 0 {
		return i
	}
	pm := t.word.has(rolePM)
	next := r.twoPartClock(i + 1)
	if next == i+1 {
		next = r.bareHour(i + 1)
	}
	if next == i+1 {
		return i
	}
	if r.f.has&meridiem == 0 {
		r.turn(pm)
	}
	r.f.has |= meridiem
	return next
}
