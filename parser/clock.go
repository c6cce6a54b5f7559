package parser

import (
	"newstimeline/parser/feed"
	"unicode"
)

// The clocks of the grammar.

// clock reads a clock at token i. A second clock is none of this stamp's, unless it ends a span, repeats the first or stands
// behind a label.
func (r *reader) clock(i int) int {
	if r.f.has&tail != 0 {
		return r.over(i, (*reader).clock)
	}
	if r.f.hasClock() {
		return i
	}
	save := r.f
	if next := r.anyClock(i); next > i {
		if end := r.clockSpan(next); end > next {
			r.f.has |= spanned
			next = end
		}
		return next
	}
	r.f = save
	return i
}

func (r *reader) anyClock(i int) int {
	save := r.f
	for _, try := range [...]func(*reader, int) int{(*reader).halfDayFirst, (*reader).twoPartClock, (*reader).spokenClock, (*reader).bareHour, (*reader).runOfDigits, (*reader).noon} {
		if next := try(r, i); next > i {
			return next
		}
		r.f = save
	}
	return i
}

// clockLength returns how many tokens the clock at token i has, 0 if there is none. It changes nothing.
func (r *reader) clockLength(i int) int {
	kept := r.f
	r.f = noFields
	next := r.twoPartClock(i)
	if next == i {
		next = r.bareHour(i)
	}
	r.f = kept
	return next - i
}

// setClock sets the clock and reports whether there is such a time of day. second is -1 if there is none.
func (r *reader) setClock(hour, minute, second int, n notation) bool {
	if hour > 23 || minute > 59 || second > 59 {
		return false
	}
	r.f.hour, r.f.minute, r.f.second, r.f.notation = int8(hour), int8(minute), int8(second), n
	return true
}

// twoPartClock reads 20:15, 20:15:30, 20.15, 20h15, 8:15 p.m., 20時15分.
func (r *reader) twoPartClock(i int) int {
	h := r.at(i)
	if !r.isNumber(i, 2) {
		return i
	}
	n := r.clockMark(i + 1)
	if n == noClock {
		return i
	}
	m := r.at(i + 2)
	if r.at(i+2).digits == 4 && r.isDoubled(i) {
		r.setClock(h.value, m.value/100, -1, n)
		r.f.has |= doubled
		return i + 5
	}
	if !r.isNumber(i+2, 2) || m.digits != 2 && n != signClock || m.gap != glued && n == dotClock {
		return i
	}
	if n == letterClock && m.gap != h.gap && m.gap != glued && r.at(i+1).gap == glued {
		return i // "1h 27" is a duration
	}
	next := i + 3
	second := -1
	if n == colonClock && r.isMark(next, ':') && r.at(next).gap == glued && r.isNumber(next+1, 2) && r.at(next+1).digits == 2 && r.at(next+1).gap == glued {
		second = r.at(next + 1).value
		next += 2
		if r.isMark(next, '.') && r.at(next).gap == glued && r.at(next+1).kind == numberTok && r.at(next+1).gap == glued {
			next += 2 // a fraction of a second
		} else if r.isMark(next, ',') && r.at(next).gap == glued && r.at(next+1).digits == 3 && r.at(next+1).gap == glued {
			next += 2
		}
	}
	if n == dotClock && r.dottedSeconds(i) {
		second = r.at(next + 1).value
		next += 2
	}
	if n == letterClock && h.digits == 2 && r.isWord(next, roleMinute) && r.at(next).gap == glued {
		next++ // 20h15min
	}
	if n == signClock {
		r.f.has |= spokenMinutes
		if r.isWord(next, roleMinute) {
			next++
		}
		if r.isNumber(next, 2) && r.isWord(next+1, roleSecond) {
			second = r.at(next).value
			next += 2
		}
	}
	if !r.setClock(h.value, m.value, second, n) {
		return i
	}
	after := r.halfDay(next)
	if n == dotClock && after == next && r.f.weekday != 0 && !r.f.hasDate() && h.value > 0 && m.value > 0 && m.value <= 12 && !r.isWord(next, roleClock|roleOClock) {
		return i // śr. 13.08
	}
	if n == dotClock && after == next && m.value > 0 && m.value <= 12 && h.value > 0 && r.weekdayFollows(next) {
		return i // 16.08, sobota
	}
	if n == dotClock && after == next && r.clockFollows(next) && !r.sameClock(i, next) {
		return i // 08.16 20:15
	}
	if m.gap != glued && n == colonClock && after == next && r.f.year == 0 {
		return i // "01: 16 AM" is a clock and so is "16 August 2025, 14: 32", "3: 16" is none
	}
	if !r.mayFollowClock(after, n, i) {
		return i
	}
	return after
}

// clockFollows reports whether a clock with a colon follows behind a blank and, before it, the dot that ends a date.
func (r *reader) clockFollows(i int) bool {
	if (r.isMark(i, '.') || r.isMark(i, ',')) && r.at(i).gap == glued {
		i++
	}
	return r.at(i).kind == numberTok && r.at(i).gap != glued && r.clockMark(i+1) == colonClock
}

// weekdayFollows reports whether a weekday follows, behind a comma or in brackets.
func (r *reader) weekdayFollows(i int) bool {
	return (r.isMark(i, ',') || r.isMark(i, '(')) && r.isWord(i+1, roleWeekday|roleWeekdayShort) && !r.isWord(i+1, rolePrep|roleFiller)
}

// dottedSeconds reports whether hour, minute and second with dots between them begin at token i: "klo 20.15.33". As a date could be
// written so too, the minutes are no month, or the day or a word for clocks stands before them.
func (r *reader) dottedSeconds(i int) bool {
	for k := i; k <= i+4; k++ {
		if t := r.at(k); k > i && t.gap != glued || k%2 == (i+1)%2 && t.mark != '.' || k%2 == i%2 && (t.kind != numberTok || t.digits != 2) {
			return false
		}
	}
	return r.at(i+4).value < 60 && r.at(i+2).value < 60 && (r.at(i+2).value > 12 || r.f.day != 0 || i > 0 && r.isWord(i-1, roleHour))
}

// isDoubled reports whether 10:2510:25 stands at token i: extraction doubles stamps.
func (r *reader) isDoubled(i int) bool {
	h, m := r.at(i), r.at(i+2)
	return m.value%100 == h.value && m.value/100 < 60 && r.at(i+3).mark == r.at(i+1).mark && r.isNumber(i+4, 2) && r.at(i+4).value == m.value/100 && h.value < 24
}

// clockMark returns the notation of the clock whose hours stand before token i.
func (r *reader) clockMark(i int) notation {
	t := r.at(i)
	switch {
	case t.kind == markTok && t.mark == ':' && t.gap == glued:
		return colonClock
	case t.kind == markTok && t.mark == '.' && t.gap == glued:
		return dotClock
	case t.kind == markTok && t.mark == ',' && t.gap == glued && i > 1 && r.isWord(i-2, roleHour):
		return dotClock // ore 20,15
	case t.kind == wordTok && t.end-t.start == 1 && t.word.has(roleUnit) && t.word.unit == hours:
		return letterClock
	case t.kind == wordTok && t.word.has(roleOClock) && t.gap == glued && !isLatinWord(t):
		return signClock
	}
	return noClock
}

// isLatinWord reports whether a token's word is in letters that words are spelt with, as Uhr is and 時 is not.
func isLatinWord(t *token) bool { return spellings[t.word.at] < 0x80 }

// mayFollowClock reports whether the token i can stand behind a clock of notation n that begins at token start. It keeps out
// durations, scores, decimals and match minutes.
func (r *reader) mayFollowClock(i int, n notation, start int) bool {
	t := r.at(i)
	if t.gap == glued {
		switch {
		case t.kind == numberTok:
			return r.f.has&meridiem != 0 || r.sameClock(start, i)
		case t.kind == markTok && (t.mark == '%' || t.mark == '\'' || t.mark == '’' || t.mark == '′' || t.mark == '″'):
			return false
		case t.kind == markTok && (t.mark == '.' || t.mark == ',' || t.mark == ':' || t.mark == '/') && r.at(i+1).kind == numberTok && r.at(i+1).gap == glued:
			return false
		}
	}
	if t.kind == wordTok && n == dotClock && t.word.unit == hours && !t.word.has(roleClock|roleOClock|roleHour) && t.gap == blank && t.end-t.start > 2 {
		return false // 1.30 Stunden
	}
	if t.kind == wordTok && t.word.has(roleUnit) && t.word.unit < hours && t.gap != wide && !t.word.has(rolePrep) && !t.capital && t.word.month == 0 && t.word.weekday == 0 && t.end-t.start > 1 && isLatinWord(t) {
		return false // 03:15 min
	}
	if n != dotClock || r.f.has&meridiem != 0 {
		return true
	}
	if t.kind == markTok && t.mark == '.' && t.gap == glued && (r.f.minute <= 12 || r.at(start).digits < 2) {
		return false // 06.11. is a date, 2.13. a section
	}
	// A dotted clock: no decimal, so no lower-case word behind a mere blank, unless it belongs to a stamp.
	if t.kind == unknownTok {
		if t.word != nil && t.word.has(roleMeasure) && t.gap != wide {
			return false // 10.30 Euro
		}
		return t.gap == wide || t.capital && !(t.gap == blank && t.end-t.start <= 2) // 8.59 KB
	}
	if t.kind == markTok {
		return t.mark != '°' && !unicode.Is(unicode.Sc, t.mark)
	}
	return true
}

// sameClock reports whether the clock at token start stands a second time at token i: extraction doubles stamps.
func (r *reader) sameClock(start, i int) bool {
	for k := 0; start+k < i; k++ {
		a, b := r.at(start+k), r.at(i+k)
		if i+k >= len(r.toks) || a.kind != b.kind || a.value != b.value || a.mark != b.mark || a.word != b.word {
			return false
		}
	}
	return true
}

// clockSpan reads the end of a span of time: 9.30-10.15, 19:00至19:40, 6pm to 7pm.
func (r *reader) clockSpan(i int) int {
	if !(r.isMark(i, '-') || r.isMark(i, '–') || r.isMark(i, '~') || r.isWord(i, roleRange)) {
		return i
	}
	if last, next := r.aside(i+1, (*reader).anyClock); next > i+1 && last.notation == r.f.notation && next < len(r.toks) {
		if last.has&meridiem != 0 && r.f.has&meridiem == 0 && last.hour >= 12 && r.f.hour < 12 && r.f.hour+12 <= last.hour {
			r.f.hour += 12 // 8:15-8:30 pm
		}
		return next
	}
	if r.f.day == 0 {
		return i
	}
	return max(i, r.over(i+1, (*reader).lastMoment)) // 3/3/2024 06:00 to 4/3/2024 18:00
}

// lastMoment reads the date and clock that end a span.
func (r *reader) lastMoment(i int) int {
	at := r.date(i)
	if at == i || r.f.day == 0 {
		return -1
	}
	for r.isMark(at, ',') || r.isWord(at, rolePrep) {
		at++
	}
	if next := r.anyClock(at); next > at {
		return next
	}
	return -1
}

// repeat reads over a clock that stands a second time: "10.25am BST10.25am BST", "10:2510:25".
func (r *reader) repeat(i int) int {
	if !r.f.hasClock() || r.f.has&tail != 0 {
		return i
	}
	again, next := r.aside(i, (*reader).anyClock)
	if next == i || again.hour != r.f.hour || again.minute != r.f.minute {
		return i
	}
	r.f.has |= doubled
	if t := r.at(next); t.kind == wordTok && t.word.has(roleZone) && t.word.zone == r.f.zone {
		next++
	}
	return next
}

// clock returns the clock that the fields tell.
func (f *fields) clock() feed.Clock {
	return feed.Clock{Hour: f.hour, Minute: f.minute, Second: f.second, Known: f.hasClock()}
}
