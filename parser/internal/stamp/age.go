package stamp

import (
	"math"

	"newstimeline/parser/internal/words"
)

// How long ago: ages.

// age reads how long ago something was: "2 hours ago", "vor 2 Stunden", "il y a 3 h", "3m ago",
// "2小时前". It reads bare "3m" only as a whole line.
func (r *Reader) age(i int) int {
	if r.F.Has&Tail != 0 {
		return r.over(i, (*Reader).age)
	}
	if r.F.IsAge() || r.F.HasDate() || r.F.HasClock() {
		return i
	}
	if r.isWord(i, words.RoleNow) {
		if !r.line && r.at(i+1).Kind != words.EndTok && !r.isMark(i+1, ':') &&
			!r.isMark(i+1, '-') && !r.isMark(i+1, '|') {
			return i
		}
		r.F.Has |= NowGiven
		return i + 1
	}
	at, before := i, false
	if r.isWord(at, words.RoleAgoBefore) {
		at, before = at+1, true
	}
	at = r.skipApprox(at)
	if next := r.unitFirst(at); next > at {
		return next
	}
	s, at := r.span(at, before)
	switch {
	case s.unit == words.NoUnit:
		return i
	case before:
		if r.isWord(at, words.RoleAgo) {
			at++ // för 2 timmar sedan
		}
	case r.isWord(at, words.RoleAgo):
		at++
	case s.hasAgo:
	case s.short && r.line && i == r.lead && r.closes(at):
		r.F.Has |= BareAge
	default:
		return i
	}
	if s.unit == words.Days && s.count <= math.MaxInt8 && r.isAt(at) {
		r.F.RelDay = int8(-s.count)
		r.F.Has = r.F.Has&^BareAge | RelDayGiven // "2 days ago at 07:52"
		return at
	}
	r.F.Age, r.F.Unit = int16(s.count), s.unit
	return at
}

// isAt reports whether the clock of a day is at token i: ", 07:52", "at 07:52".
func (r *Reader) isAt(i int) bool {
	at := i
	if r.isMark(at, ',') {
		at++
	}
	if r.isWord(at, words.RolePrep) {
		at++
	}
	return at > i && r.clockLength(at) > 0
}

// closes reports whether only marks that close what led the line are between token i and its end.
func (r *Reader) closes(i int) bool {
	for i < len(r.Toks)-1 && r.lead > 0 && r.at(i).Kind == words.MarkTok &&
		isDecoration(r.at(i).Mark) {
		i++
	}
	return r.at(i).Kind == words.EndTok
}

func (r *Reader) skipApprox(i int) int {
	for r.isWord(i, words.RoleApprox) {
		i++
	}
	return i
}

// unitFirst reads an age whose number follows its unit: dakika 5 zilizopita.
func (r *Reader) unitFirst(i int) int {
	if !r.isWord(i, words.RoleUnit) || !r.isWord(i+2, words.RoleAgo) ||
		r.at(i).Word.Weekday != 0 && r.isMonth(i+2) {
		return i // gio 14 ago is a Thursday in August
	}
	n := r.at(i + 1)
	switch {
	case r.isNumber(i+1, 3):
		r.F.Age = int16(n.Value)
	case r.isWord(i+1, words.RoleNumber):
		r.F.Age = int16(n.Word.Number) // saa moja iliyopita
	default:
		return i
	}
	r.F.Unit = r.at(i).Word.Unit
	return i + 3
}

// A timeSpan is a length of time: so many units.
type timeSpan struct {
	count  int
	unit   words.Unit
	short  bool // 3h: the unit is a letter, glued to its number
	hasAgo bool // the unit's word includes "ago": órája
}

// span reads a number and its unit, "2 hours", "an hour", "half an hour", "час", and a smaller unit
// after it, "1h 20m". A unit alone is one of it if bare is set or its word implies it. The unit is
// noUnit if there is no span.
func (r *Reader) span(i int, bare bool) (timeSpan, int) {
	s := timeSpan{count: 1}
	at := i
	switch t := r.at(at); {
	case r.isNumber(at, 3):
		s.count = t.Value
		at++
	case r.isWord(at, words.RoleNumber):
		s.count = int(t.Word.Number)
		// but ساعتين is two hours
		if !t.Word.Has(words.RoleUnit) || r.isWord(at+1, words.RoleUnit) {
			at++
		}
	case !bare:
		return timeSpan{}, i
	}
	if (bare || r.isWord(at+2, words.RoleAgo)) && at > i && r.isWord(at, words.RoleFiller) &&
		r.isWord(at+1, words.RoleUnit) {
		at++ // acum 37 de minute, 37 de minute în urmă
	}
	u := r.at(at)
	if !r.isWord(at, words.RoleUnit) {
		return timeSpan{}, i
	}
	if u.Word.Has(words.RoleNumber) && at > i && r.at(at-1).Kind == words.WordTok &&
		!r.isWord(at-1, words.RoleFiller) {
		s.count = int(u.Word.Number) // einer halben Stunde
	}
	if again := r.at(at + 2); r.isMark(at+1, '-') && again.Kind == words.WordTok &&
		again.Word == u.Word {
		at += 2 // 2 hari-hari
	}
	s.unit, s.hasAgo = u.Word.Unit, u.Word.Has(words.RoleAgo)
	if bare && s.unit == words.Hours && u.Word.Has(words.RoleYear) {
		s.unit = words.Years // години: hours in Ukrainian, which has no word before them
	}
	s.short = u.Gap == words.Glued && u.End-u.Start == 1 && s.unit != words.Seconds &&
		s.unit < words.Years && isAgeLetter(u.Word)
	return s, r.smaller(&s, r.skipDot(at+1))
}

// isAgeLetter reports whether a unit's letter is one that news cards write after a number: 5h. 5t
// is a weight.
func isAgeLetter(w *words.Word) bool {
	switch w.Spelling[0] {
	case 'h', 'm', 'd', 'w':
		return true
	}
	return false
}

// smaller adds a smaller unit to a span: "1 hour, 20 minutes". Below days the span is then counted
// in it.
func (r *Reader) smaller(s *timeSpan, i int) int {
	at := i
	if r.isMark(at, ',') || r.isWord(at, words.RoleFiller) {
		at++
	}
	if !r.isNumber(at, 2) || !r.isWord(at+1, words.RoleUnit) {
		return i
	}
	u := r.at(at + 1)
	if u.Word.Unit >= s.unit || u.Word.Unit == words.NoUnit {
		return i
	}
	s.short = s.short && u.End-u.Start == 1
	s.hasAgo = s.hasAgo || u.Word.Has(words.RoleAgo)
	switch {
	case s.unit == words.Hours && u.Word.Unit == words.Minutes && s.count < 500:
		s.count, s.unit = 60*s.count+r.at(at).Value, words.Minutes
	case s.unit == words.Days && u.Word.Unit == words.Hours && s.count < 1000:
		s.count, s.unit = 24*s.count+r.at(at).Value, words.Hours
	}
	return r.skipDot(at + 2)
}

// skipDot skips the dot, or the mark of Hebrew, that shortens the word before token i.
func (r *Reader) skipDot(i int) int {
	if (r.isMark(i, '.') || r.isMark(i, '\'') || r.isMark(i, '׳')) && r.at(i).Gap == words.Glued {
		i++
	}
	return i
}

// matchMinute reads the minute of a match: 23', 45'+2, 90+3', '67, 23. Minute, Minute 23. It names
// no time of day, but separates entries.
func (r *Reader) matchMinute(i int) int {
	if r.F.isComplete() {
		return i
	}
	at, word, dotted := i, false, false
	if r.isWord(at, words.RoleMatchMinute) {
		at, word = at+1, true
		if r.isMark(at, '.') || r.isMark(at, ':') {
			at++
		}
	}
	n := r.at(at)
	if !r.isNumber(at, 3) || n.Value > 130 {
		return i
	}
	minute, extra := n.Value, 0
	at++
	quote := r.isMinuteMark(at)
	if quote {
		at++
	}
	if r.isMark(at, '+') && r.isNumber(at+1, 2) {
		extra = r.at(at + 1).Value
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
		abbreviated := r.isMark(at+1, '.') && r.at(at+1).Gap == words.Glued &&
			r.at(at+2).Kind == words.UnknownTok
		after := r.at(at + 1)
		headed := !r.line && (after.Kind == words.UnknownTok || after.Kind == words.WordTok) &&
			after.Gap != words.Glued && after.Capital
		if !r.isWord(at, words.RoleMatchMinute) || !dotted && !abbreviated && !headed &&
			!r.isMark(at+1, ':') {
			return i // "7 min" is how long an article takes
		}
		if headed && extra == 0 {
			r.F.Has |= WeakDate // "12 min Goal!", but "12 min Walk" too
		}
		at++
	} else if word && r.isWord(at, words.RoleMatchMinute) {
		at++ // 전반 10분
	}
	r.F.Match = int16(minute*100 + extra)
	return at
}

// isMinuteMark reports whether token i is the sign of minutes, right after its number.
func (r *Reader) isMinuteMark(i int) bool {
	t := r.at(i)
	return t.Kind == words.MarkTok && t.Gap == words.Glued && (t.Mark == '\'' || t.Mark == '’' ||
		t.Mark == '′' || t.Mark == '‘' || t.Mark == '`' || t.Mark == '´')
}

// AgeMinutes returns the age in minutes.
func (f *Fields) AgeMinutes() int32 {
	if f.Has&NowGiven != 0 {
		return 0
	}
	per := [...]int32{0, 0, 1, 60, 1440, 7 * 1440, 30 * 1440, 365 * 1440}[f.Unit]
	return int32(f.Age) * per
}
