package stamp

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
)

// What is between a timestamp and the text after it, and whether that sets the timestamp off.

// Separate returns what is between a timestamp, which ends at byte end of a line, and the text
// after it. It also returns the byte at which that text begins.
func Separate(line string, end int) (Separator, int32) {
	sep := NoSep
	i := end
	for i < len(line) {
		g, next := words.SkipSpace(line, i)
		if g == words.Wide && sep == NoSep {
			sep = WideSep
		} else if g == words.Blank && sep == NoSep {
			sep = BlankSep
		}
		i = next
		if i >= len(line) {
			break
		}
		escape := words.EscapeSize(line, i)
		mark, size := words.MarkAt(line, i+escape)
		size += escape
		if !isBetween(mark) || next > end && leansOn(mark, line[i+size:]) ||
			mark == '=' && !isRule(line, i) {
			break
		}
		if mark == ',' || mark == '.' {
			if sep != StrongSep {
				sep = CommaSep
			}
		} else {
			sep = StrongSep
		}
		i += size
	}
	if sep == NoSep {
		sep = GluedSep
	}
	return sep, int32(i)
}

// isRule reports whether the mark at byte i is next to the same mark: "==" and not the sign of an
// assignment.
func isRule(line string, i int) bool {
	return i+1 < len(line) && line[i+1] == line[i] || i > 0 && line[i-1] == line[i]
}

// leansOn reports whether a mark after a space belongs to the text after it: #storm, =x, /etc,
// *now*, -5.
func leansOn(mark rune, text string) bool {
	after, _ := utf8.DecodeRuneInString(text)
	switch mark {
	case '*', '_':
		text = strings.TrimLeft(text, "*_") // **now**
		after, _ = utf8.DecodeRuneInString(text)
		return unicode.IsLetter(after) || unicode.IsDigit(after)
	case '=', '#', '/', '+', '~', '.':
		return unicode.IsLetter(after) || unicode.IsDigit(after)
	case '-':
		return unicode.IsDigit(after) || after == '!'
	}
	return false
}

// isBetween reports whether a mark may be between a timestamp and its text. Opening brackets begin
// the text.
func isBetween(mark rune) bool {
	switch mark {
	case ':', '-', '–', '|', ']', '】', ')', '·', '+', '>', '/', '*', '~', '=', '_', ',', '.', '»',
		'›', '→', '►', '▶', '〉', '》', '〕', '#', '■', '●', '◆', '▪':
		return true
	}
	return false
}

// isSetOff reports whether a timestamp that opens a line is set off from its text as timestamps
// are: a date needs more than a space.
func (m *Candidate) isSetOff(line string) bool {
	f := &m.Fields
	next, _ := utf8.DecodeRuneInString(line[m.Rest:])
	if f.Has&LeadingPrep != 0 {
		return (m.Sep == StrongSep || m.Sep == WideSep) && (!f.HasDate() || f.HasClock())
	}
	switch m.Sep {
	case StrongSep, CommaSep:
		return true
	case GluedSep:
		return m.isSetOffGlued(next)
	case BlankSep:
		if f.Has&HourLed != 0 && words.IsSmall(next) {
			return false // kl. 20.15 kom tåget
		}
		if isSure, sets := m.isSetOffByBlank(line, next); isSure {
			return sets
		}
	case WideSep:
		if f.IsFigures() {
			return words.IsCapital(next) // 0932  Engine started
		}
	}
	return f.HasClock() || f.HasDate() && f.Has&WeakDate == 0 || f.IsAge() || f.Match >= 0
}

// isSetOffGlued reports whether a timestamp ends although the text begins right after it, with the
// character next: "20:42Name".
func (m *Candidate) isSetOffGlued(next rune) bool {
	f := &m.Fields
	if f.HasDate() && f.Year == 0 && !f.HasClock() {
		return false
	}
	return (words.DigitValue(next) < 0 || f.Has&Meridiem != 0) && next != '%' && next != '\'' &&
		next != '’'
}

// isSetOffByBlank reports whether one space is enough after a timestamp: sets, where isSure. The
// text begins with the character next.
func (m *Candidate) isSetOffByBlank(line string, next rune) (isSure, sets bool) {
	f := &m.Fields
	switch {
	case f.DateForm == IsoDate && f.Has&NamedDate != 0 && words.IsUnspaced(next):
		return true, true // 8月16日 内容
	case f.IsFigures():
		return true, words.IsCapital(next) // 0932 Engine started
	case f.HasDate() && !f.HasClock():
		return true, m.isDateSetOff(line, next)
	}
	return f.isBareHour() && words.IsSmall(next), false // 14 Uhr sagte er
}

// isDateSetOff is isSetOffByBlank for a date without a clock.
func (m *Candidate) isDateSetOff(line string, next rune) bool {
	f := &m.Fields
	if f.IsFull() && (next == '<' || next == '(' || next == '[') {
		return true // May 23 2018 <ann@example.org>
	}
	if f.Day == 0 || f.Has&WeakDate != 0 {
		return false
	}
	if next == '(' && isAside(line[m.Rest:]) {
		return true // Jan 7 (p. 8) - text
	}
	return f.Year != 0 && (f.Has&NamedDate == 0 || f.Weekday != 0) && !words.IsSmall(next)
}

// isAside reports whether a text begins with a few words in brackets, and a mark before more text:
// "(p. 8) - text".
func isAside(s string) bool {
	end := strings.IndexByte(s, ')')
	if end < 0 || end > text.RubricSize {
		return false
	}
	sep, rest := Separate(s, end+1)
	return sep == StrongSep && int(rest) < len(s)
}
