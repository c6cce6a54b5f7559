package stamp

import (
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Timestamps after the words that open a line: a place, a speaker or author, the number of an
// update, the level of a log. "Riverside, 14:32 — text", "EDIT 3 (14:05 UTC): text", "Ana [14:22]:
// text", "@ana 2h: text", "#12 · 14:32 · text", "INFO 14:32:07 text".

// led reads a timestamp after a few words that open a line, with text after it. Marks part it from
// both; the words are the entry's title. A city and a date alone would be the dateline of an
// article.
func led(m *Candidate, line string, x *words.Lexer, r *Reader) bool {
	from := skipBullet(line)
	if from < len(line) && line[from] == '[' {
		from++
	}
	if from >= len(line) || !opensLead(line[from:]) {
		return false
	}
	limit := min(len(line), from+text.RubricSize+4)
	hasBracket := strings.IndexByte(line[from:limit], '[') >= 0
	for at := from + 1; ; {
		digit := words.NextDigit(line, at, limit)
		if digit >= limit {
			break
		}
		at = words.DigitsEnd(line, digit) // no timestamp begins within a number
		if words.IsPlain(line[digit-1]) || isWithinStamp(line, digit) {
			continue
		}
		i := digit
		if hasBracket {
			i = bracketed(line, from, digit)
		}
		sep, end := separateBefore(line, from, i)
		if int(end) <= from || !leads(line, from, int(end), sep) {
			continue
		}
		f, last := r.clockOrAge(x, line, i, sep == BlankSep || followsPoint(line, i))
		if last == 0 {
			continue
		}
		*m = Candidate{Start: int32(i), End: int32(last), Place: Opens, Fields: f}
		m.Fields.TitleStart, m.Fields.TitleEnd = int16(from), int16(end)
		m.Sep, m.Rest = Separate(line, last)
		if int(m.Rest) < len(line) && m.setsOffText(line, sep) {
			return true
		}
	}
	return false
}

// isWithinStamp reports whether the number at byte i is joined to the one before it: 2024-03-16,
// 20:15.
func isWithinStamp(line string, i int) bool {
	return i > 1 && strings.IndexByte("-/:", line[i-1]) >= 0 && words.IsDigit(line[i-2])
}

// spaces are the characters between words that timestamps may have too.
const spaces = " \t\u00a0\u202f\u3000"

// bracketed returns where a timestamp begins whose first number is at byte i. It begins after the
// bracket before it, if only a word is between: "[오전 1:01]".
func bracketed(line string, from, i int) int {
	k := strings.LastIndexByte(line[from:i], '[')
	if k < 0 {
		return i
	}
	start := from + k + 1
	word := strings.TrimRight(line[start:i], spaces)
	if word == "" || len(word) == i-start || words.LetterRun(line, start) != start+len(word) {
		return i
	}
	return start
}

// clockOrAge reads the clock or the age at byte i of a line, and returns the next byte; 0: there is
// none. post: it is where posts have their age, so that 12h is not a clock.
func (r *Reader) clockOrAge(x *words.Lexer, line string, i int, post bool) (Fields, int) {
	if post {
		if f, end := r.bareAge(x, line, i); end > 0 {
			return f, end
		}
	}
	toks := x.Lex(line, i)
	f, first, last := r.read(toks, false)
	if last == 0 || first != 0 || !f.HasClock() && !f.IsAge() || f.isBareHour() ||
		f.Has&(LeadingPrep|Updated|Published) != 0 || !f.isPlausible() {
		return Fields{}, 0
	}
	return f, int(toks[last-1].End)
}

// bareAge reads a number and the letters glued to it as an age: 2h.
func (r *Reader) bareAge(x *words.Lexer, line string, i int) (Fields, int) {
	end := i
	for end < len(line) && words.IsDigit(line[end]) {
		end++
	}
	if end = words.LetterRun(line, end); end-i > len("100min") {
		return Fields{}, 0
	}
	f, _, last := r.read(x.Lex(line[:end], i), true)
	if last == 0 || f.Has&BareAge == 0 {
		return Fields{}, 0
	}
	return f, end
}

// leads reports whether the words from one byte to another, with a separator after them, may
// precede a timestamp. They may be a few words and a mark, an account, a word in capitals, or the
// number of an update.
func leads(line string, from, end int, sep Separator) bool {
	list := line[from:end]
	if words.IsDigit(list[0]) {
		return isCount(line, from, end)
	}
	if sep == BlankSep {
		return text.IsAccount(list) || isShout(list)
	}
	return (sep == StrongSep || sep == CommaSep) && isLead(list)
}

// isCount reports whether a number counts what it opens: "#12 ·", "12.", "12)".
func isCount(line string, from, end int) bool {
	words := strings.TrimRight(line[from:end], ".")
	if len(words) > 4 || strings.Trim(words, "0123456789") != "" {
		return false
	}
	next := from + len(words)
	return from > 0 && line[from-1] == '#' || line[next] == '.' && line[next+1] == ' ' ||
		line[next] == ')'
}

// isShout reports whether some words are one, of capitals: INFO.
func isShout(words string) bool {
	for i := range len(words) {
		if words[i] < 'A' || words[i] > 'Z' {
			return false
		}
	}
	return len(words) > 2 && len(words) <= text.RubricSize/2
}

// skipBullet returns where the words of a line begin: after a bullet, a quotation mark of mail,
// signs of emphasis.
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

// opensLead reports whether a text begins with a letter that is not small, with the mark of an
// account or with a number.
func opensLead(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r == '@' || words.IsDigit(s[0]) || unicode.IsLetter(r) && !words.IsSmall(r)
}

// isLead reports whether the words before a stamp are few, and no sentence, list or quotation.
func isLead(s string) bool {
	if s == "" || len(s) > text.RubricSize {
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
	return words <= text.RubricWords
}

// setsOffText reports whether more than a bracket sets the timestamp off from the text after it, or
// the text begins like a sentence. "Lenz (14:05) said" is prose. After a full stop or a space
// alone, only a clock with a colon counts; before is what precedes the timestamp.
func (m *Candidate) setsOffText(line string, before Separator) bool {
	r, _ := utf8.DecodeRuneInString(line[m.Rest:])
	if m.Sep != StrongSep {
		if m.Fields.Notation != ColonClock || words.IsSmall(r) || m.Sep == GluedSep ||
			m.Sep == WideSep {
			return false
		}
		return m.Sep == CommaSep && line[m.End] == '.' || m.Sep == BlankSep &&
			(before == BlankSep || line[m.Fields.TitleEnd] == ']' ||
				words.IsDigit(line[m.Fields.TitleStart]))
	}
	if line[m.Fields.TitleEnd] == ']' && line[m.Start-1] == '[' && line[m.End] == ']' {
		return true // [name] [14:05] text
	}
	for _, c := range line[m.End:m.Rest] {
		switch words.PlainMark(c) {
		case ':', '-', '–', '|', '>', '·':
			return true
		}
	}
	return !words.IsSmall(r) && !m.Fields.IsAge()
}
