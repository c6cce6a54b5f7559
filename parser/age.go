package parser

// How long ago: ages.

// age reads how long ago something was: "2 hours ago", "vor 2 Stunden", "il y a 3 h", "3m ago", "2小时前", and bare "3m" where it is
// all of the line.
func (r *reader) age(i int) int {
	if r.f.isAge() || r.f.hasDate() || r.f.hasClock() || r.f.has&tail != 0 {
		return i
	}
	at, before := i, false
	if r.isWord(at, roleNow) {
		if !r.line && r.at(at+1).kind != endTok && !r.isMark(at+1, ':') && !r.isMark(at+1, '-') && !r.isMark(at+1, '|') {
			return i
		}
		r.f.has |= nowGiven
		return at + 1
	}
	if r.isWord(at, roleAgoBefore) {
		at, before = at+1, true
	}
	for r.isWord(at, roleApprox) {
		at++
	}
	count := 1
	switch t := r.at(at); {
	case r.isNumber(at, 3):
		count = t.value
		at++
	case t.kind == wordTok && t.word.has(roleNumber):
		count = int(t.word.number)
		if !t.word.has(roleUnit) || r.isWord(at+1, roleUnit) { // but ساعتين is two hours
			at++
		}
	case !before:
		return i
	}
	if !r.isWord(at, roleUnit) {
		return i
	}
	u := r.at(at)
	at++
	if r.isMark(at, '.') && r.at(at).gap == glued {
		at++
	}
	short := u.gap == glued && u.end-u.start == 1
	if r.isNumber(at, 2) && r.isWord(at+1, roleUnit) && r.at(at+1).word.unit < u.word.unit && r.at(at+1).word.unit != noUnit {
		at += 2 // 1h 20m ago: the larger unit is enough
	}
	switch {
	case before:
	case r.isWord(at, roleAgo):
		at++
	case short && r.line && i == 0 && r.at(at).kind == endTok && u.word.unit != seconds && u.word.unit < years:
		r.f.has |= bareAge
	default:
		return i
	}
	r.f.age, r.f.unit = int16(count), u.word.unit
	return at
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
		if !r.isWord(at, roleMatchMinute) || !dotted && !abbreviated && !r.isMark(at+1, ':') {
			return i // "7 min" is how long an article takes
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
