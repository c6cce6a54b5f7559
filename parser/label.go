package parser

// What stands beside a date in a stamp: labels such as Updated, the length of an article, the number of a release.

// label reads a word such as Updated. Behind a complete stamp it begins a second one, which is read over.
func (r *reader) label(i int) int {
	w := r.at(i).word
	if r.f.complete() && !r.datesClock(i+1) {
		if !r.line && r.f.has&(updated|published) == 0 && !r.labelled(i+1) {
			return i
		}
		r.f.has |= secondStamp | tail
	}
	if w.has(roleUpdated) {
		r.f.has |= updated
	} else {
		r.f.has |= published
	}
	return i + 1
}

// datesClock reports whether the date that was read is that of the clock behind a label: "16.08.2025 Stand 20:15 Uhr".
func (r *reader) datesClock(i int) bool {
	if r.f.hasClock() || r.f.day == 0 {
		return false
	}
	for r.isMark(i, ':') || r.isWord(i, rolePrep|roleFiller|roleHour) {
		i++
	}
	n := r.clockLength(i)
	if n == 0 {
		return false
	}
	return r.over(i+n, (*reader).date) == i+n
}

// labelled reports whether token i may follow a label: a number, a word of a stamp, a colon.
func (r *reader) labelled(i int) bool {
	return r.at(i).kind == numberTok || r.at(i).kind == wordTok || r.isMark(i, ':')
}

// readingTime reads over the length of an article that stands beside its date: "7 min read", "Lesezeit: 3 Minuten".
func (r *reader) readingTime(i int) int {
	at := i
	if r.isWord(at, roleNoise) {
		at++
		if r.isMark(at, ':') {
			at++
		}
	}
	noise := at > i
	if r.isMark(at, '~') {
		at++
	}
	if r.at(at).kind != numberTok || !r.isWord(at+1, roleUnit) || r.at(at+1).word.unit != minutes {
		return i
	}
	at += 2
	for r.isWord(at, roleNoise|roleFiller) {
		noise = noise || r.isWord(at, roleNoise)
		at++
	}
	if !noise && !(r.line && r.f.complete() && r.at(at).kind == endTok) {
		return i
	}
	return at
}

// version reads over the number of a release beside its date: ## [1.4.0] - 2025-03-03. It never stands alone, so it is read
// only where the whole line must be a stamp.
func (r *reader) version(i int) int {
	if !r.line {
		return i
	}
	at := i
	if r.isWord(at, roleVersion) {
		at++
		if r.isMark(at, ':') {
			at++
		}
	}
	first := i
	named := at > i
	if r.at(at).kind == versionTok {
		return r.title(first, at+1)
	}
	if r.at(at).kind != numberTok {
		return i
	}
	at++
	parts := 1
	for r.isMark(at, '.') && r.at(at).gap == glued && r.at(at+1).kind == numberTok && r.at(at+1).gap == glued {
		at += 2
		parts++
	}
	if parts < 2 || parts < 3 && !named || r.at(at).gap == glued && r.at(at).kind == unknownTok {
		return i
	}
	return r.title(first, at)
}

// title notes the words of tokens [first, next) as the name of what is stamped.
func (r *reader) title(first, next int) int {
	if r.f.titleEnd == 0 {
		r.f.titleStart, r.f.titleEnd = int16(r.at(first).start), int16(r.at(next-1).end)
	}
	return next
}
