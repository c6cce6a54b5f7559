package stamp

import (
	"strings"
	"unicode/utf8"

	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
)

// Timestamps after the fields of a row. Examples are "7bd1922 2026-02-22 text", "| 1 | 5 March 2024
// | text |", "Case 1, 1 March 2021: text", "time=2022-10-10T20:23:26Z level=info". Such a candidate
// counts only where the same fields recur: see TakeRows.

// inRow reads the full date after the fields that open a line.
func inRow(m *Candidate, line string, x *words.Lexer, r *Reader) bool {
	at := 0
	for {
		year := nextYear(line, at)
		if year < 0 {
			break
		}
		for i := fieldStart(line, at-1); i <= year; i = fieldStart(line, i) {
			if rowAt(m, line, i, year, x, r) {
				return true
			}
		}
		at = year + 4
	}
	return false
}

// wordedRow reads the full date and clock behind a few words that open a short line: "Noon report
// 12.03.17, 1200LT". Or it reads a clock with a dot there, "Watch 21.50". It counts only where the
// same words are before others.
func wordedRow(m *Candidate, line string, x *words.Lexer, r *Reader) bool {
	if len(line) > 2*text.RubricSize {
		return false
	}
	at := datedAt(line)
	if at < 2 || !isLead(line[:at-1]) {
		return false
	}
	toks := x.Lex(line, at)
	f, first, end := r.read(toks, false)
	if end == 0 || first != 0 || !f.IsFull() && f.Family() != ClockFamily {
		return false
	}
	*m = Candidate{Start: int32(at), End: toks[end-1].End, Place: Row, Fields: f}
	m.Sep, m.Rest = Separate(line, int(m.End))
	return int(m.Rest) >= len(line)
}

// IsLabelled reports whether a candidate is a clock behind a few words, "Watch 21.50".
func (m *Candidate) IsLabelled() bool {
	return m.Place == Row && m.Fields.Family() == ClockFamily && m.Fields.Has&Loose == 0
}

// datedAt returns where numbers with a dot or a slash between them begin in a line; -1: nowhere.
func datedAt(line string) int {
	for i := 1; i+1 < len(line); i++ {
		if c := line[i]; (c == '.' || c == '/') && words.IsDigit(line[i+1]) {
			start := i
			for start > 0 && words.IsDigit(line[start-1]) {
				start--
			}
			return start
		}
	}
	return -1
}

// nextYear returns where four digits that may be a year begin, from byte i of a line's start on;
// -1: nowhere.
func nextYear(line string, i int) int {
	for end := min(len(line), 2*text.RubricSize); ; {
		start := words.NextDigit(line, i, end)
		if start+3 >= end {
			return -1
		}
		if isYear(line[start:start+4]) && (start == 0 || !words.IsPlain(line[start-1])) {
			return start
		}
		i = words.DigitsEnd(line, start) // no year begins within a number
	}
}

// isYear reports whether four bytes are a year from 1000 to 2999.
func isYear(s string) bool {
	return (s[0] == '1' || s[0] == '2') && words.IsDigit(s[1]) && words.IsDigit(s[2]) &&
		words.IsDigit(s[3])
}

// fieldStart returns the next byte after i at which a field or a word begins.
func fieldStart(line string, i int) int {
	for i = max(i, 0) + 1; i < len(line); i++ {
		if (words.IsPlain(line[i]) || line[i] >= utf8.RuneSelf) && endsField(line, i) {
			return i
		}
	}
	return len(line)
}

// endsField reports whether a space or a mark that ends fields is before byte i.
func endsField(line string, i int) bool {
	if line[i-1] == '\xa0' && i > 1 && line[i-2] == '\xc2' {
		return true // a no-break space
	}
	return strings.IndexByte(" \t([{|\"'=<>*,;", line[i-1]) >= 0
}

// rowAt reads the full date that begins at byte i of a line and holds the year at another byte.
func rowAt(m *Candidate, line string, i, year int, x *words.Lexer, r *Reader) bool {
	lead := leadOf(line[:i], x)
	if lead == noLead {
		return false
	}
	toks := x.Lex(line, i)
	f, first, end := r.read(toks, false)
	if end == 0 || first != 0 || !f.IsFull() || f.Has&(WeakDate|LeadingPrep|Updated|
		Published) != 0 || !f.isPlausible() || int(toks[end-1].End) <= year {
		return false
	}
	*m = Candidate{Start: int32(i), End: int32(toks[end-1].End), Place: Row, Fields: f}
	m.Sep, m.Rest = separateRow(line, int(m.End))
	switch lead {
	case plainLead:
		if f.Has&NamedDate != 0 || !f.HasClock() && m.Sep != StrongSep {
			return false
		}
		fallthrough
	case codedLead:
		m.Fields.TitleStart, m.Fields.TitleEnd = titleOfRow(line[:i])
	case spokenLead:
		m.Fields.Has |= LeadingPrep
	}
	return true
}

// separateRow is Separate for a timestamp that may be quoted: what closes it is not text.
func separateRow(line string, end int) (Separator, int32) {
	from := end
	for from < len(line) && strings.IndexByte("\"')]}>", line[from]) >= 0 {
		from++
	}
	sep, rest := Separate(line, from)
	if from > end && sep != StrongSep {
		sep = StrongSep
	}
	return sep, rest
}

// A leadKind is what the fields before a timestamp are.
type leadKind uint8

const (
	noLead leadKind = iota
	// each has a sign, a digit or capitals; or a mark separates them from the timestamp
	codedLead
	plainLead  // one word, or a few that all have capitals: a host, a name
	spokenLead // a preposition begins a sentence: "On 12 January 2019, …"
)

// leadOf returns what opens a line, if it may be the fields of a row. Words with only a space after
// them are none: "The law of 5 May 2022" is a sentence.
func leadOf(lead string, x *words.Lexer) leadKind {
	if strings.ContainsAny(lead, "!?") || strings.Contains(lead, ". ") &&
		!isNumbered(lead) {
		return noLead
	}
	fields := strings.TrimRight(lead[skipBullet(lead):], spaces)
	if fields == "" {
		return noLead
	}
	plain, count, worded := 0, 0, strings.IndexByte(fields, '=') > 0
	for word := range strings.FieldsSeq(fields) {
		count++
		if words.IsLetter(lastByte(word)) && !isMarked(word) {
			plain++
		}
		worded = worded || words.IsPlain(word[0]) || words.IsPlain(lastByte(word)) ||
			lastByte(word) >= utf8.RuneSelf
	}
	isClosed := !words.IsPlain(lastByte(fields)) && lastByte(fields) < utf8.RuneSelf
	switch {
	case count > text.RubricWords || !worded: // a quotation mark alone is no field
		return noLead
	case !isClosed && plain > 0 && count <= 3 && opensWithPrep(fields, x):
		return spokenLead
	case plain == 0 || isClosed && (!words.StartsSmall(fields) || lastByte(fields) == '|'):
		return codedLead
	case !isClosed && (count == 1 || count <= few && areNames(fields)):
		return plainLead
	}
	return noLead
}

// areNames reports whether all words of a text begin with capitals.
func areNames(fields string) bool {
	for word := range strings.FieldsSeq(fields) {
		if first, _ := utf8.DecodeRuneInString(word); !words.IsCapital(first) {
			return false
		}
	}
	return true
}

// isNumbered reports whether a text is the number of an item: "1. ".
func isNumbered(lead string) bool {
	lead = strings.TrimSpace(lead)
	return len(lead) <= len("1000.") && strings.Trim(lead, "0123456789") == "."
}

// isMarked reports whether a word has what words of a sentence lack: a figure, a sign inside,
// capitals alone.
func isMarked(word string) bool {
	capitals := 0
	for i := range len(word) {
		switch c := word[i]; {
		case words.IsDigit(c), strings.IndexByte("_=/:.@[]|", c) >= 0:
			return true
		case 'A' <= c && c <= 'Z':
			capitals++
		}
	}
	return capitals == len(word)
}

func lastByte(s string) byte { return s[len(s)-1] }

// opensWithPrep reports whether a text begins with a preposition.
func opensWithPrep(s string, x *words.Lexer) bool {
	roles, _ := x.OpensWith(s)
	return roles&words.RolePrep != 0
}

// titleOfRow returns the fields before a timestamp that name its entry. A number in a list, a key
// and its sign do not.
func titleOfRow(lead string) (from, to int16) {
	start := skipBullet(lead)
	end := max(start, len(strings.TrimRight(lead, spaces)))
	const around = " \t|([{<>\"'*_:;,-="
	for start < end && strings.IndexByte(around, lead[start]) >= 0 {
		start++
	}
	for end > start && strings.IndexByte(around, lead[end-1]) >= 0 {
		if end--; lead[end] == '=' { // the key of the timestamp
			end = start + strings.LastIndexByte(lead[start:end], ' ') + 1
		}
	}
	if name := strings.Trim(lead[start:end], ".#"); len(name) <= len("1000") &&
		strings.Trim(name, "0123456789") == "" {
		return 0, 0
	}
	return int16(start), int16(end)
}
