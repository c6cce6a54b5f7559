package stamp

import "newstimeline/parser/internal/words"

// What comes next to a date in a timestamp: labels such as Updated, the length of an article, the
// number of a release.

// label reads a word such as Updated. After a complete timestamp it begins a second one, which is
// read over.
func (r *Reader) label(i int) int {
	w := r.at(i).Word
	if r.F.isComplete() && !r.datesClock(i+1) {
		if r.isAllText(i) {
			return i
		}
		r.F.Has |= SecondStamp | Tail
	}
	if w.Has(words.RoleUpdated) {
		r.F.Has |= Updated
	} else {
		r.F.Has |= Published
	}
	return i + 1
}

// isAllText reports whether the label at token i is the whole text after a clock: "10:25 update".
func (r *Reader) isAllText(i int) bool {
	t := r.at(i)
	return r.F.HasClock() && !r.F.HasDay() && !t.Capital && t.Gap == words.Blank &&
		r.at(i-1).Kind != words.MarkTok && r.at(i+1).Kind == words.EndTok
}

// datesClock reports whether the date that was read is that of the clock after a label: "16.08.2025
// Stand 20:15 Uhr".
func (r *Reader) datesClock(i int) bool {
	if r.F.HasClock() || r.F.Day == 0 {
		return false
	}
	for r.isMark(i, ':') || r.isWord(i, words.RolePrep|words.RoleFiller|words.RoleHour) {
		i++
	}
	n := r.clockLength(i)
	if n == 0 {
		return false
	}
	return r.over(i+n, (*Reader).date) == i+n
}

// readingTime skips the length of an article next to its date: "7 min read", "Lesezeit: 3 Minuten".
func (r *Reader) readingTime(i int) int {
	at := i
	if r.isWord(at, words.RoleNoise) {
		at++
		if r.isMark(at, ':') {
			at++
		}
	}
	noise := at > i
	if r.isMark(at, '~') {
		at++
	}
	if !noise && r.F.IsFull() && r.isNumber(at, 3) && r.isWord(at+1, words.RoleNoise) {
		return at + 2 // 3 min read, after a date
	}
	if r.at(at).Kind != words.NumberTok || !r.isWord(at+1, words.RoleUnit) ||
		r.at(at+1).Word.Unit != words.Minutes {
		return i
	}
	at += 2
	for r.isWord(at, words.RoleNoise|words.RoleFiller) {
		noise = noise || r.isWord(at, words.RoleNoise)
		at++
	}
	if !noise && !(r.line && r.F.isComplete() && r.closes(at)) {
		return i
	}
	return at
}

// repeater reads over how often a date in angle brackets comes again: <2022-09-09 Fri .+2d/4d>.
func (r *Reader) repeater(i int) int {
	at := i
	for r.isMark(at, '.') || r.isMark(at, '+') {
		at++
	}
	if at == i || !r.F.IsFull() {
		return i
	}
	for r.isNumber(at, 3) && r.isWord(at+1, words.RoleUnit) && r.at(at+1).Gap == words.Glued {
		if at += 2; r.isMark(at, '>') {
			return at
		}
		at = r.skipJoin(at, '/')
	}
	return i
}

// version reads over the number of a release beside its date: ## [1.4.0] - 2025-03-03. It is never
// alone, so it is read only where the whole line must be a timestamp.
func (r *Reader) version(i int) int {
	if !r.line {
		return i
	}
	at := i
	if r.isWord(at, words.RoleVersion) {
		at++
		if r.isMark(at, ':') {
			at++
		}
	}
	first := i
	named := at > i
	if named && r.isNumericDate(at) && r.at(at+4).Digits == 4 {
		return i // V 07.01.2024 is a Sunday in Hungarian
	}
	if r.at(at).Kind == words.VersionTok {
		return r.title(first, at+1)
	}
	if r.at(at).Kind != words.NumberTok {
		return i
	}
	at++
	if t := r.at(at); named && t.Kind == words.WordTok && t.Gap == words.Glued &&
		t.End-t.Start == 1 {
		return r.title(first, at+1) // Version 9d
	}
	parts := 1
	for r.isMark(at, '.') && r.at(at).Gap == words.Glued && r.at(at+1).Kind == words.NumberTok &&
		r.at(at+1).Gap == words.Glued {
		at += 2
		parts++
	}
	if parts < 2 || parts < 3 && !named || r.at(at).Gap == words.Glued &&
		r.at(at).Kind == words.UnknownTok {
		return i
	}
	return r.title(first, at)
}

// withoutRemark returns the tokens of a line without what is remarked of a release behind its date:
// "## [1.4.0] - 2025-03-03 [YANKED]".
func withoutRemark(line string, toks []words.Token) []words.Token {
	n := len(toks) - 2
	if n < 1 || toks[n].Kind != words.MarkTok || toks[n].Mark != '[' || !toks[n+1].Upper ||
		line[toks[n+1].End:] != "]" {
		return toks
	}
	toks[n].Kind = words.EndTok
	return toks[:n+1]
}

// title notes the words of tokens [first, next) as the name of what is stamped.
func (r *Reader) title(first, next int) int {
	if r.F.TitleEnd == 0 {
		r.F.TitleStart, r.F.TitleEnd = int16(r.at(first).Start), int16(r.at(next-1).End)
	}
	return next
}
