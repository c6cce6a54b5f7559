package stamp

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/words"
	"unicode"
)

// The clocks of the grammar.

// isLength reports whether the clock before token i is how long something takes: "00:49 min".
func (r *Reader) isLength(i int) bool {
	return r.isWord(i, words.RoleUnit) && r.at(i).Word.Unit == words.Minutes
}

// isBeforeYear reports whether the clock before token i is a day and its month: "17.07, 2011". The
// year of a whole date is none of its own: "17.07, 2011-03-27".
func (r *Reader) isBeforeYear(i int) bool {
	return r.F.Notation == DotClock && r.F.Has&Meridiem == 0 && r.isMark(i, ',') &&
		isPlausibleYear(r.at(i+1).Value) && !r.hasGluedNumber(i+2, '-', 2)
}

// isHourLed reports whether a word for hours is before token i: "kl. 06.05", "alle ore 06.05".
func (r *Reader) isHourLed(i int) bool {
	if r.isMark(i-1, '.') {
		i--
	}
	return i > 0 && r.isWord(i-1, words.RoleHour) && r.at(i-1).End-r.at(i-1).Start > 1
}

// clock reads a clock at token i. A second clock does not belong to this timestamp, unless it ends
// a span, repeats the first or follows a label.
func (r *Reader) clock(i int) int {
	if r.F.Has&Tail != 0 {
		return r.over(i, (*Reader).clock)
	}
	if r.F.HasClock() {
		return i
	}
	save := r.F
	if next := r.anyClock(i); next > i && !r.isAmount() && !r.isLength(next) &&
		!r.isBeforeYear(next) {
		if i > 0 && r.isMark(i-1, 'T') && r.isNumericOffset(next) {
			return next // 2025-08-16T20:15-04:00
		}
		if end := r.clockSpan(next); end > next {
			r.endAt(r.spanMark(next))
			next = end
		}
		return next
	}
	r.F = save
	return i
}

// isAmount reports whether the clock that was read is to be an amount.
func (r *Reader) isAmount() bool {
	n := r.F.Notation
	return r.amounts && r.F.Day != 0 && (n == DotClock || n == LetterClock)
}

func (r *Reader) anyClock(i int) int {
	save := r.F
	for _, try := range [...]func(*Reader, int) int{(*Reader).halfDayFirst, (*Reader).twoPartClock,
		(*Reader).spokenClock, (*Reader).bareHour, (*Reader).runOfDigits, (*Reader).noon} {
		if next := try(r, i); next > i {
			return next
		}
		r.F = save
	}
	return i
}

// clockLength returns how many tokens the clock at token i has, 0 if there is none. It changes
// nothing.
func (r *Reader) clockLength(i int) int {
	kept := r.F
	r.F = NoFields
	next := r.twoPartClock(i)
	if next == i {
		next = r.bareHour(i)
	}
	r.F = kept
	return next - i
}

// isSureClock reports whether what begins at token i can only be a clock. It has am or pm, a zone,
// a word for hours or a colon. No part of it is then a day, a month or a year.
func (r *Reader) isSureClock(i int) bool {
	if !r.isNumber(i, 4) {
		return false
	}
	f, next := r.aside(i, (*Reader).twoPartClock)
	if next == i {
		f, next = r.aside(i, (*Reader).runOfDigits)
		return next > i && f.Has&Meridiem != 0
	}
	return f.Notation == ColonClock || f.Has&Meridiem != 0 || r.isWord(next, words.RoleOClock|
		words.RoleClock) || r.isWord(next, words.RoleZone) && r.at(next).Upper
}

// setClock sets the clock and reports whether there is such a time of day. second is -1 if there is
// none.
func (r *Reader) setClock(hour, minute, second int, n Notation) bool {
	if hour == 24 && minute == 0 && second <= 0 {
		hour = 0
		r.F.Has |= DayEnd
	}
	if hour > 23 || minute > 59 || second > 59 {
		return false
	}
	r.F.Hour, r.F.Minute, r.F.Second, r.F.Notation = int8(hour), int8(minute), int8(second), n
	return true
}

// twoPartClock reads 20:15, 20:15:30, 20.15, 20h15, 8:15 p.m., 20時15分.
func (r *Reader) twoPartClock(i int) int {
	h := r.at(i)
	if !r.isNumber(i, 2) {
		return i
	}
	n := r.clockMark(i + 1)
	if n == NoClock {
		return i
	}
	m := r.at(i + 2)
	if r.at(i+2).Digits == 4 && r.isDoubled(i) {
		r.setClock(h.Value, m.Value/100, -1, n)
		r.F.Has |= Doubled
		return i + 5
	}
	if !r.isNumber(i+2, 2) || m.Digits != 2 && n != SignClock || m.Gap != words.Glued &&
		n == DotClock {
		return i
	}
	if n == LetterClock && m.Gap != h.Gap && m.Gap != words.Glued && r.at(i+1).Gap == words.Glued &&
		!(h.Digits == 2 && r.isMark(i+3, ':')) {
		return i // "1h 27" is a duration; "22h 45: text" begins with a clock
	}
	next := i + 3
	second := -1
	if n == ColonClock && r.hasGluedNumber(next, ':', 2) && r.at(next+1).Digits == 2 {
		second = r.at(next + 1).Value
		next = r.fraction(next + 2)
	}
	if n == DotClock && r.hasDottedSeconds(i) {
		second = r.at(next + 1).Value
		next = r.fraction(next + 2)
	}
	if n == LetterClock && r.isWord(next, words.RoleMinute) &&
		(h.Digits == 2 && r.at(next).Gap == words.Glued || r.F.Day != 0) {
		next++ // 20h15min, "7 février 2022 à 8 h 55 min"
	}
	if n == SignClock {
		r.F.Has |= SpokenMinutes
		if r.isWord(next, words.RoleMinute) {
			next++
		}
		if r.isNumber(next, 2) && r.isWord(next+1, words.RoleSecond) {
			second = r.at(next).Value
			next += 2
		}
	}
	hour, minute := h.Value, m.Value
	if hour > 23 && minute <= 23 && r.isSlashed(i+1) {
		hour, minute = minute, hour // takeMinutesFirst turns the others round
	}
	if !r.setClock(hour, minute, second, n) {
		return i
	}
	after := r.halfDay(next)
	mayBeDate := n == DotClock && after == next && !r.isHourLed(i) // not "ore 06.05"
	if mayBeDate && r.F.Weekday != 0 && !r.F.HasDate() && h.Value > 0 &&
		m.Value > 0 && m.Value <= 12 && !r.isWord(next, words.RoleClock|words.RoleOClock) {
		return i // śr. 13.08
	}
	if mayBeDate && m.Value > 0 && m.Value <= 12 && h.Value > 0 &&
		r.isBeforeWeekday(next) {
		return i // 16.08, sobota
	}
	if mayBeDate && r.isBeforeClock(next) && !r.repeatsClock(i, next) {
		return i // 08.16 20:15
	}
	if n == DotClock && after == next && r.isRelease(i, next) {
		return i
	}
	if m.Gap != words.Glued && n == ColonClock && after == next && r.F.Year == 0 {
		return i // "01: 16 AM" is a clock and so is "16 August 2025, 14: 32", "3: 16" is none
	}
	if !r.mayFollowClock(after, n, i) {
		return i
	}
	return after
}

// hasGluedNumber reports whether a mark and a number of at most so many digits are joined to what
// is before token i.
func (r *Reader) hasGluedNumber(i int, mark rune, digits int) bool {
	return r.isMark(i, mark) && r.at(i).Gap == words.Glued && r.isNumber(i+1, digits) &&
		r.at(i+1).Gap == words.Glued
}

// fraction reads over a fraction of a second: .5, ,123, :606.
func (r *Reader) fraction(i int) int {
	if r.hasGluedNumber(i, '.', 9) || r.hasGluedNumber(i, ',', 3) && r.at(i+1).Digits == 3 ||
		r.hasGluedNumber(i, ':', 3) && r.at(i+1).Digits == 3 {
		return i + 2
	}
	return i
}

// isBeforeClock reports whether a clock with a colon follows after a space and, before it, the dot
// that ends a date.
func (r *Reader) isBeforeClock(i int) bool {
	if (r.isMark(i, '.') || r.isMark(i, ',')) && r.at(i).Gap == words.Glued {
		i++
	}
	return r.at(i).Kind == words.NumberTok && r.at(i).Gap != words.Glued &&
		r.clockMark(i+1) == ColonClock
}

// isRelease reports whether the two numbers at token i are a release before its date: "0.46
// 2022-10-18 20:23:00". Such a date has its year first, and a clock, or the release has one figure
// before its dot.
func (r *Reader) isRelease(i, next int) bool {
	if r.at(next).Digits != 4 || r.at(next).Gap == words.Glued || i > 0 &&
		r.isWord(i-1, words.RoleHour) {
		return false
	}
	f, end := r.aside(next, (*Reader).isoDate)
	return end > next && f.Day != 0 && (r.at(i).Digits == 1 || r.clockLength(end) > 0)
}

// isBeforeWeekday reports whether a weekday follows, after a comma or in brackets.
func (r *Reader) isBeforeWeekday(i int) bool {
	return (r.isMark(i, ',') || r.isMark(i, '(')) && r.isWord(i+1, words.RoleWeekday|
		words.RoleWeekdayShort) && !r.isWord(i+1, words.RolePrep|words.RoleFiller)
}

// hasDottedSeconds reports whether hour, minute and second with dots between them begin at token i:
// "klo 20.15.33". A date could have the same form. So the minutes must be no month, or the day or a
// word for clocks must precede them.
func (r *Reader) hasDottedSeconds(i int) bool {
	for k := i; k <= i+4; k++ {
		if t := r.at(k); k > i && t.Gap != words.Glued || k%2 == (i+1)%2 && t.Mark != '.' ||
			k%2 == i%2 && (t.Kind != words.NumberTok || t.Digits != 2) {
			return false
		}
	}
	return r.at(i+4).Value < 60 && r.at(i+2).Value < 60 && (r.at(i+2).Value > 12 || r.F.Day != 0 ||
		i > 0 && r.isWord(i-1, words.RoleHour))
}

// isDoubled reports whether token i begins a doubled clock, 10:2510:25: extraction doubles
// timestamps.
func (r *Reader) isDoubled(i int) bool {
	h, m := r.at(i), r.at(i+2)
	return m.Value%100 == h.Value && m.Value/100 < 60 && r.at(i+3).Mark == r.at(i+1).Mark &&
		r.isNumber(i+4, 2) && r.at(i+4).Value == m.Value/100 && h.Value < 24
}

// clockMark returns the notation of the clock whose hours precede token i.
func (r *Reader) clockMark(i int) Notation {
	t := r.at(i)
	switch {
	case t.Kind == words.MarkTok && t.Mark == ':' && t.Gap == words.Glued:
		return ColonClock
	case t.Kind == words.MarkTok && t.Mark == '.' && t.Gap == words.Glued:
		return DotClock
	case t.Kind == words.MarkTok && t.Mark == ',' && t.Gap == words.Glued && i > 1 &&
		r.isWord(i-2, words.RoleHour):
		return DotClock // ore 20,15
	case r.isSlashed(i):
		return DotClock // ساعت ۱۸/۳۰
	case t.Kind == words.WordTok && t.End-t.Start == 1 && t.Word.Has(words.RoleUnit) &&
		t.Word.Unit == words.Hours:
		return LetterClock
	case t.Kind == words.WordTok && t.Word.Has(words.RoleOClock) && t.Gap == words.Glued &&
		!isLatinWord(t):
		return SignClock
	}
	return NoClock
}

// isSlashed reports whether the mark at token i is the slash of a clock behind a word for hours. In
// letters that are not Latin it is none of a date.
func (r *Reader) isSlashed(i int) bool {
	return i > 1 && r.isMark(i, '/') && r.at(i).Gap == words.Glued &&
		r.isWord(i-2, words.RoleHour) && !isLatinWord(r.at(i-2))
}

// isLatinWord reports whether a token's word is in letters that words are spelt with, as Uhr is and
// 時 is not.
func isLatinWord(t *words.Token) bool { return t.Word.Spelling[0] < 0x80 }

// mayFollowClock reports whether token i can follow a clock of notation n that begins at token
// start. It keeps out durations, scores, decimals and match minutes.
func (r *Reader) mayFollowClock(i int, n Notation, start int) bool {
	t := r.at(i)
	if t.Gap == words.Glued {
		switch {
		case t.Kind == words.NumberTok:
			return r.F.Has&Meridiem != 0 || r.repeatsClock(start, i)
		case t.Kind == words.MarkTok && (t.Mark == '%' || t.Mark == '\'' || t.Mark == '’' ||
			t.Mark == '′' || t.Mark == '″'):
			return false
		case t.Kind == words.MarkTok && (t.Mark == '.' || t.Mark == ',' || t.Mark == ':' ||
			t.Mark == '/') && r.at(i+1).Kind == words.NumberTok && r.at(i+1).Gap == words.Glued:
			return false
		}
	}
	if t.Kind == words.WordTok && n == DotClock && t.Word.Unit == words.Hours &&
		!t.Word.Has(words.RoleClock|words.RoleOClock|words.RoleHour) && t.Gap == words.Blank &&
		t.End-t.Start > 2 {
		return false // 1.30 Stunden
	}
	if t.Kind == words.WordTok && t.Word.Has(words.RoleUnit) && t.Word.Unit < words.Hours &&
		t.Gap != words.Wide && !t.Word.Has(words.RolePrep) && !t.Capital && t.Word.Month == 0 &&
		t.Word.Weekday == 0 && t.End-t.Start > 1 && isLatinWord(t) {
		return false // 03:15 min
	}
	if n != DotClock || r.F.Has&Meridiem != 0 || r.F.Second >= 0 && r.F.Day != 0 {
		return true
	}
	if t.Kind == words.MarkTok && t.Mark == '.' && t.Gap == words.Glued &&
		(r.F.Minute <= 12 || r.at(start).Digits < 2) {
		return false // 06.11. is a date, 2.13. a section
	}
	// A dotted clock: no decimal, so no lower-case word after a mere space, unless it belongs to a
	// timestamp.
	if t.Kind == words.UnknownTok {
		if t.Word != nil && t.Word.Has(words.RoleMeasure) && t.Gap != words.Wide {
			return false // 10.30 Euro
		}
		// 8.59 KB, but 23.45 It is raining
		return t.Gap == words.Wide || t.Capital && !(t.Gap == words.Blank && t.Upper &&
			t.End-t.Start <= 2)
	}
	if t.Kind == words.MarkTok {
		return t.Mark != '°' && !unicode.Is(unicode.Sc, t.Mark)
	}
	return true
}

// repeatsClock reports whether the clock at token start is repeated at token i: extraction doubles
// timestamps.
func (r *Reader) repeatsClock(start, i int) bool {
	for k := 0; start+k < i; k++ {
		a, b := r.at(start+k), r.at(i+k)
		if i+k >= len(r.Toks) || a.Kind != b.Kind || a.Value != b.Value || a.Mark != b.Mark ||
			a.Word != b.Word {
			return false
		}
	}
	return true
}

// clockSpan reads the end of a span of time: 9.30-10.15, 19:00至19:40, 6pm to 7pm.
func (r *Reader) clockSpan(i int) int {
	at := r.spanMark(i)
	if at == i {
		return i
	}
	if last, next := r.aside(at, (*Reader).anyClock); next > at && last.Notation == r.F.Notation &&
		next < len(r.Toks) {
		if r.F.Second >= 0 && last.Second < 0 && r.isNumericOffset(i) {
			return i // 20:15:30-04:00
		}
		if last.Has&Meridiem != 0 && r.F.Has&Meridiem == 0 && last.Hour >= 12 && r.F.Hour < 12 &&
			r.F.Hour+12 <= last.Hour {
			r.F.Hour += 12 // 8:15-8:30 pm
		}
		return next
	}
	if r.F.Day == 0 {
		return i
	}
	return max(i, r.over(at, (*Reader).lastMoment)) // 3/3/2024 06:00 to 4/3/2024 18:00
}

// lastMoment reads the date and clock that end a span.
func (r *Reader) lastMoment(i int) int {
	at := r.date(i)
	if at == i || r.F.Day == 0 {
		return -1
	}
	for r.isMark(at, ',') || r.isWord(at, words.RolePrep|words.RoleWeekday|words.RoleWeekdayShort) {
		at++
	}
	if next := r.anyClock(at); next > at {
		return next
	}
	return -1
}

// repeat skips a clock that is repeated: "10.25am BST10.25am BST", "10:2510:25".
func (r *Reader) repeat(i int) int {
	if !r.F.HasClock() || r.F.Has&Tail != 0 {
		return i
	}
	again, next := r.aside(i, (*Reader).anyClock)
	if next == i || again.Hour != r.F.Hour || again.Minute != r.F.Minute {
		return i
	}
	r.F.Has |= Doubled
	if t := r.at(next); t.Kind == words.WordTok && t.Word.Has(words.RoleZone) &&
		t.Word.Zone == r.F.Zone {
		next++
	}
	return next
}

// Clock returns the clock of the fields.
func (f *Fields) Clock() feed.Clock {
	return feed.Clock{Hour: f.Hour, Minute: f.Minute, Second: f.Second, Known: f.HasClock()}
}
