package parser

// The days of the grammar that have no date: weekdays, yesterday.

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
	if r.nextColumn(i) && !r.besideDate(i, next) || r.namesMore(next) {
		return i
	}
	if r.isMark(next, '.') && r.at(next).gap == glued && !(w.has(roleWeekday) && !w.has(roleWeekdayShort)) {
		next++
	}
	if !w.has(roleWeekday) && !r.besideDate(i, next) && !r.abbreviates(w, next) {
		return i
	}
	if w.has(rolePrep|roleFiller|roleRange) && next == i+1 {
		return i // the Norwegian "on." is a weekday, "on" is not
	}
	r.f.weekday = w.weekday
	if w.has(roleWeekdayCapital) && r.at(i).capital && r.f.day == 0 && r.besideClock(next) {
		r.f.weekday = w.number
	}
	if r.isWord(next, roleRelWeek) {
		r.f.has |= lastWeek
		next++
	} else if i > 0 && r.isWord(i-1, roleRelWeek) {
		r.f.has |= lastWeek
	}
	return next
}

// noteShortDay notes the weekday that the first word of a line can be, by its clock: "do" is Thursday in German and Dutch, and until in Polish.
// The document decides.
func (r *reader) noteShortDay(w *word) {
	if r.besideClock(r.skipDot(1)) {
		r.f.shortDay = w.weekday
		if w.has(roleWeekdayCapital) {
			r.f.shortDay = w.number
		}
	}
}

// abbreviates reports whether a short word can only be a weekday before the clock at token next: "Fri 20:15", but not "ca. 20:15".
func (r *reader) abbreviates(w *word, next int) bool {
	return (r.line || r.at(next-1).capital || r.at(next-2).capital) && !w.has(rolePrep|roleFiller|roleApprox|roleHour|roleDayWord) && r.besideClock(next)
}

// besideClock reports whether a clock stands behind the punctuation, the particles and the half of the day at token i.
func (r *reader) besideClock(i int) bool {
	for r.isMark(i, ',') || r.isMark(i, '.') || r.isMark(i, '-') || r.isMark(i, '–') || r.isMark(i, '|') || r.isWord(i, rolePrep|roleHour) {
		i++
	}
	if r.isWord(i, roleAM|rolePM) && !r.isMonth(i) {
		i++ // 16일 오후 2시
	}
	return r.clockLength(i) > 0
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

// day reads a day told from today: yesterday, "Hier", "last".
func (r *reader) day(i int) int {
	w := r.at(i).word
	if !w.has(roleRelDay|roleRelDayShort|roleRelWeek) || r.f.hasDate() || r.f.has&tail != 0 {
		return i
	}
	if r.nextColumn(i) || w.has(roleRelDayShort) && !(r.line && r.besideClock(i+1)) {
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

// nextColumn reports whether token i stands in the column behind a clock in a table: there ELM, DUN and SAT are names.
func (r *reader) nextColumn(i int) bool { return !r.line && r.f.hasClock() && r.at(i).gap == wide }

// namesMore reports whether a hyphen joins what stands before token i, behind a whole stamp, to what stands behind it: "16:08 gw-3 started".
func (r *reader) namesMore(i int) bool {
	return r.f.hasClock() && r.isMark(i, '-') && r.at(i).gap == glued && r.at(i+1).gap == glued && r.at(i+1).kind != endTok
}
