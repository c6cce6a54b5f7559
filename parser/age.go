package parser

// How long ago: ages.

// age reads how long ago something was: "2 hours ago", "vor 2 Stunden", "il y a 3 h", "3m ago", "2小时前", and bare "3m" where it is
// all of the line.
func (r *reader) age(i int) int {
	if r.f.isAge() || r.f.hasDate() || r.f.hasClock() || r.f.has&tail != 0 {
		return i
	}
	if r.isWord(i, roleNow) {
		if !r.line && r.at(i+1).kind != endTok && !r.isMark(i+1, ':') && !r.isMark(i+1, '-') && !r.isMark(i+1, '|') {
			return i
		}
		r.f.has |= nowGiven
		return i + 1
	}
	at, before := i, false
	if r.isWord(at, roleAgoBefore) {
		at, before = at+1, true
	}
	at = r.skipApprox(at)
	if next := r.unitFirst(at); next > at {
		return next
	}
	s, at := r.span(at, before)
	switch {
	case s.unit == noUnit:
		return i
	case before:
		if r.isWord(at, roleAgo) {
			at++ // för 2 timmar sedan
		}
	case r.isWord(at, roleAgo):
		at++
	case s.hasAgo:
	case s.short && r.line && (i == 0 || i == 1 && r.isMark(0, '·')) && r.at(at).kind == endTok:
		r.f.has |= bareAge
	default:
		return i
	}
	r.f.age, r.f.unit = int16(s.count), s.unit
	return at
}

func (r *reader) skipApprox(i int) int {
	for r.isWord(i, roleApprox) {
		i++
	}
	return i
}

// unitFirst reads an age whose number stands behind its unit: dakika 5 zilizopita.
func (r *reader) unitFirst(i int) int {
	if !r.isWord(i, roleUnit) || !r.isNumber(i+1, 3) || !r.isWord(i+2, roleAgo) {
		return i
	}
	r.f.age, r.f.unit = int16(r.at(i+1).value), r.at(i).word.unit
	return i + 3
}

// A timeSpan is a length of time: so many units.
type timeSpan struct {
	count  int
	unit   unit
	short  bool // 3h: the unit is a letter, glued to its number
	hasAgo bool // the unit's word says "ago": órája
}

// span reads a number and its unit, "2 hours", "an hour", "half an hour", "час", and a smaller unit behind it, "1h 20m". A unit alone is
// one of it where bare is set or its word says so. The unit is noUnit if there is no span.
func (r *reader) span(i int, bare bool) (timeSpan, int) {
	s := timeSpan{count: 1}
	at := i
	switch t := r.at(at); {
	case r.isNumber(at, 3):
		s.count = t.value
		at++
	case r.isWord(at, roleNumber):
		s.count = int(t.word.number)
		if !t.word.has(roleUnit) || r.isWord(at+1, roleUnit) { // but ساعتين is two hours
			at++
		}
	case !bare:
		return timeSpan{}, i
	}
	if bare && at > i && r.isWord(at, roleFiller) && r.isWord(at+1, roleUnit) {
		at++ // acum 37 de minute
	}
	u := r.at(at)
	if !r.isWord(at, roleUnit) {
		return timeSpan{}, i
	}
	if u.word.has(roleNumber) && at > i && r.at(at-1).kind == wordTok && !r.isWord(at-1, roleFiller) {
		s.count = int(u.word.number) // einer halben Stunde
	}
	s.unit, s.hasAgo = u.word.unit, u.word.has(roleAgo)
	s.short = u.gap == glued && u.end-u.start == 1 && s.unit != seconds && s.unit < years && isAgeLetter(u.word)
	return s, r.smaller(&s, r.skipDot(at+1))
}

// isAgeLetter reports whether a unit's letter is one that cards of news write behind a number: 5h. 5t is a weight.
func isAgeLetter(w *word) bool {
	switch spellings[w.at] {
	case 'h', 'm', 'd', 'w':
		return true
	}
	return false
}

// smaller adds a smaller unit to a span: "1 hour, 20 minutes". Below days the span is then counted in it.
func (r *reader) smaller(s *timeSpan, i int) int {
	at := i
	if r.isMark(at, ',') || r.isWord(at, roleFiller) {
		at++
	}
	if !r.isNumber(at, 2) || !r.isWord(at+1, roleUnit) {
		return i
	}
	u := r.at(at + 1)
	if u.word.unit >= s.unit || u.word.unit == noUnit {
		return i
	}
	s.short = s.short && u.end-u.start == 1
	s.hasAgo = s.hasAgo || u.word.has(roleAgo)
	switch {
	case s.unit == hours && u.word.unit == minutes && s.count < 500:
		s.count, s.unit = 60*s.count+r.at(at).value, minutes
	case s.unit == days && u.word.unit == hours && s.count < 1000:
		s.count, s.unit = 24*s.count+r.at(at).value, hours
	}
	return r.skipDot(at + 2)
}

// skipDot skips the dot, or the mark of Hebrew, that shortens the word before token i.
func (r *reader) skipDot(i int) int {
	if (r.isMark(i, '.') || r.isMark(i, '\'') || r.isMark(i, '׳')) && r.at(i).gap == glued {
		i++
	}
	return i
}

// matchMinute reads the minute of a match: 23', 45'+2, 90+3', '67, 23. Minute, Minute 23. It names no time of day, but parts entries.
func (r *reader) matchMinute(i int) int {
	if r.f.complete() {
		return i
	}
	at, word, dotted := i, false, false
	if r.isWord(at, roleMatchMinute) {
		at, word = at+1, true
		if r.isMark(at, '.') || r.isMark(at, ':') {
			at++
		}
	}
	n := r.at(at)
	if !r.isNumber(at, 3) || n.value > 130 {
		return i
	}
	minute, extra := n.value, 0
	at++
	quote := r.isMinuteMark(at)
	if quote {
		at++
	}
	if r.isMark(at, '+') && r.isNumber(at+1, 2) {
		extra = r.at(at + 1).value
		at += 2
		if r.isMinuteMark(at) {
			quote = true
			at++
		}
	}
	if !quote && !word {
		if dotted = r.isMark(at, '.'); dotted {
			at++
		}
		abbreviated := r.isMark(at+1, '.') && r.at(at+1).gap == glued && r.at(at+2).kind == unknownTok
		behind := r.at(at + 1)
		headed := !r.line && (behind.kind == unknownTok || behind.kind == wordTok) && behind.gap != glued && behind.capital
		if !r.isWord(at, roleMatchMinute) || !dotted && !abbreviated && !headed && !r.isMark(at+1, ':') {
			return i // "7 min" is how long an article takes
		}
		if headed && extra == 0 {
			r.f.has |= weakDate // "12 min Goal!", but "12 min Walk" too
		}
		at++
	} else if word && r.isWord(at, roleMatchMinute) {
		at++ // 전반 10분
	}
	r.f.match = int16(minute*100 + extra)
	return at
}

// isMinuteMark reports whether token i is the sign of minutes, right behind its number.
func (r *reader) isMinuteMark(i int) bool {
	t := r.at(i)
	return t.kind == markTok && t.gap == glued && (t.mark == '\'' || t.mark == '’' || t.mark == '′' || t.mark == '‘' || t.mark == '`' || t.mark == '´')
}

// ageMinutes returns the age in minutes.
func (f *fields) ageMinutes() int32 {
	if f.has&nowGiven != 0 {
		return 0
	}
	per := [...]int32{0, 0, 1, 60, 1440, 7 * 1440, 30 * 1440, 365 * 1440}[f.unit]
	return int32(f.age) * per
}
