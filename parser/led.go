package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Stamps behind the words that open a line: where it happened, who speaks or posts, the number of an update, the level of a log. "Riverside, 14:32 —
// text", "EDIT 3 (14:05 UTC): text", "Ana [14:22]: text", "@ana 2h: text", "#12 · 14:32 · text", "INFO 14:32:07 text".

// Limits of the words before such a stamp.
const (
	leadSize  = 40 // bytes
	leadWords = 5
	leadTries = 3 // numbers that are tried
)

// led reads a stamp behind a few words that open a line, with text behind it. Marks part it from both; the words are the entry's title. A city and
// a date alone would be the dateline of an article.
func led(line string, x *lexer, r *reader) (mark, bool) {
	from := skipBullet(line)
	if from < len(line) && line[from] == '[' {
		from++
	}
	if from >= len(line) || !opensLead(line[from:]) {
		return mark{}, false
	}
	tries := 0
	for i := from + 1; i < len(line) && i <= from+leadSize+3 && tries < leadTries; i++ {
		if !isDigit(line[i]) || isDigit(line[i-1]) || isLetter(line[i-1]) {
			continue
		}
		sep, end := separateBefore(line, i)
		if int(end) <= from || !leads(line, from, int(end), sep) {
			continue
		}
		tries++
		f, last := r.clockOrAge(x, line, i, sep == blankSep || isParted(line, i))
		if last == 0 {
			continue
		}
		m := mark{start: int32(i), end: int32(last), place: opens, f: f}
		m.f.titleStart, m.f.titleEnd = int16(from), int16(end)
		m.sep, m.rest = separate(line, last)
		if int(m.rest) < len(line) && m.partsText(line, sep) {
			return m, true
		}
	}
	return mark{}, false
}

// clockOrAge reads the clock or the age at byte i of a line, and returns the byte behind it; 0: there is none. post: it stands where posts
// have their age, so that 12h is none of a clock.
func (r *reader) clockOrAge(x *lexer, line string, i int, post bool) (fields, int) {
	if post {
		if f, end := r.bareAge(x, line, i); end > 0 {
			return f, end
		}
	}
	toks := x.lex(line, i)
	f, first, last := r.read(toks, false)
	if last == 0 || first != 0 || !f.hasClock() && !f.isAge() || f.isBareHour() || f.has&(leadingPrep|updated|published) != 0 || !f.plausible() {
		return fields{}, 0
	}
	return f, int(toks[last-1].end)
}

// bareAge reads a number and the letters glued to it as an age: 2h.
func (r *reader) bareAge(x *lexer, line string, i int) (fields, int) {
	end := i
	for end < len(line) && isDigit(line[end]) {
		end++
	}
	if end = letterRun(line, end); end-i > len("100min") {
		return fields{}, 0
	}
	f, _, last := r.read(x.lex(line[:end], i), true)
	if last == 0 || f.has&bareAge == 0 {
		return fields{}, 0
	}
	return f, end
}

// leads reports whether the words from one byte to another, with a separator behind them, may stand before a stamp: a few words and a mark, an
// account, a word in capitals, the number of an update.
func leads(line string, from, end int, sep separator) bool {
	words := line[from:end]
	if isDigit(words[0]) {
		return isCount(line, from, end)
	}
	if sep == blankSep {
		return isAccount(words) || isShout(words)
	}
	return (sep == strongSep || sep == commaSep) && isLead(words)
}

// isCount reports whether a number counts what it opens: "#12 ·", "12.", "12)".
func isCount(line string, from, end int) bool {
	words := strings.TrimRight(line[from:end], ".")
	if len(words) > 4 || strings.Trim(words, "0123456789") != "" {
		return false
	}
	next := from + len(words)
	return from > 0 && line[from-1] == '#' || line[next] == '.' && line[next+1] == ' ' || line[next] == ')'
}

// isShout reports whether some words are one, of capitals: INFO.
func isShout(words string) bool {
	return len(words) > 2 && len(words) <= leadSize/2 && strings.Trim(words, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
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

// opensLead reports whether a text begins with a letter that is not small, with the mark of an account or with a number.
func opensLead(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r == '@' || isDigit(s[0]) || unicode.IsLetter(r) && !isSmall(r)
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
// said" is prose. Behind a full stop or a blank alone only the clock of a colon stands, before is what stands before the stamp.
func (m *mark) partsText(line string, before separator) bool {
	r, _ := utf8.DecodeRuneInString(line[m.rest:])
	if m.sep != strongSep {
		if m.f.notation != colonClock || isSmall(r) || m.sep == gluedSep || m.sep == wideSep {
			return false
		}
		return m.sep == commaSep && line[m.end] == '.' || m.sep == blankSep && (before == blankSep || line[m.f.titleEnd] == ']' || isDigit(line[m.f.titleStart]))
	}
	for _, c := range line[m.end:m.rest] {
		switch plainMark(c) {
		case ':', '-', '–', '|', '>', '·':
			return true
		}
	}
	return !isSmall(r) && !m.f.isAge()
}
