package parser

import (
	"unicode"
	"unicode/utf8"
)

// Stamps behind the words that open a line: where it happened, who speaks, the number of an update. "Riverside, 14:32 — text", "EDIT 3 (14:05 UTC):
// text", "Ana [14:22]: text".

// Limits of the words before such a stamp.
const (
	leadSize  = 40 // bytes
	leadWords = 5
	leadTries = 3 // numbers that are tried
)

// led reads a stamp behind a few words that open a line, with text behind it. Marks part the clock from both; the words are the entry's title. A
// city and a date alone would be the dateline of an article.
func led(line string, x *lexer, r *reader) (mark, bool) {
	from := skipBullet(line)
	if from >= len(line) || !opensLead(line[from:]) {
		return mark{}, false
	}
	tries := 0
	for i := from + 1; i < len(line) && i <= from+leadSize+3 && tries < leadTries; i++ {
		if !isDigit(line[i]) || isDigit(line[i-1]) || isLetter(line[i-1]) {
			continue
		}
		sep, end := separateBefore(line, i)
		if sep != strongSep && sep != commaSep || !isLead(line[from:end]) {
			continue
		}
		tries++
		toks := x.lex(line, i)
		f, first, last := r.read(toks, false)
		if last == 0 || first != 0 || !f.hasClock() || f.isBareHour() || f.has&(leadingPrep|updated|published) != 0 || !f.plausible() {
			continue
		}
		m := mark{start: int32(i), end: int32(toks[last-1].end), place: opens, f: f}
		m.f.titleStart, m.f.titleEnd = int16(from), int16(end)
		m.sep, m.rest = separate(line, int(m.end))
		if m.sep == strongSep && int(m.rest) < len(line) && m.partsText(line) {
			return m, true
		}
	}
	return mark{}, false
}

// skipBullet returns where the words of a line begin: behind a bullet, a quotation mark of mail, signs of emphasis.
func skipBullet(line string) int {
	for i := range len(line) {
		switch line[i] {
		case ' ', '\t', '*', '-', '>', '#', '_':
		default:
			return i
		}
	}
	return len(line)
}

// opensLead reports whether a text begins with a letter that is not small, or with the mark of an account.
func opensLead(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r == '@' || unicode.IsLetter(r) && !isSmall(r)
}

// isLead reports whether the words before a stamp are few, and no sentence, list or quotation.
func isLead(s string) bool {
	if s == "" || len(s) > leadSize {
		return false
	}
	words := 1
	for i := range len(s) {
		switch s[i] {
		case ' ':
			words++
		case '!', '?', ';', ':', '"', '=', '%', '$', '(', '[', '{':
			return false
		case '.':
			if i+1 == len(s) {
				return false
			}
		}
	}
	return words <= leadWords
}

// partsText reports whether the stamp is parted from the text behind it by more than a bracket, or the text begins like a sentence: "Lenz (14:05)
// said" is prose.
func (m *mark) partsText(line string) bool {
	for _, c := range line[m.end:m.rest] {
		switch plainMark(c) {
		case ':', '-', '–', '|', '>', '·':
			return true
		}
	}
	r, _ := utf8.DecodeRuneInString(line[m.rest:])
	return !isSmall(r)
}
