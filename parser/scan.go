package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newstimeline/parser/feed"
)

// A mark is a place in a line that could be a stamp, by its form alone.
type mark struct {
	line       int32 // from 0
	start, end int32 // the stamp's words, bytes of the text
	rest       int32 // opens: where the text behind the stamp begins; closes: where the text before it ends. Offset as start
	place      place
	sep        separator
	f          fields
}

// A place is where in its line a mark stands.
type place uint8

const (
	whole  place = iota // it is all of the line
	opens               // it opens the line
	closes              // it ends the line
	inside              // it stands in the middle of a short line: a by-line with a date
)

// A separator is what stands between a mark and the text of its line.
type separator uint8

const (
	noSep     separator = iota
	strongSep           // : - – | ] 】 ·
	commaSep            // ,
	gluedSep            // nothing: 20:42Name
	wideSep             // two blanks or more
	blankSep            // one blank
)

// Limits of what is tried.
const (
	headWindow   = 48 // bytes at the start of a line, a multiple of eight, that must hold a digit for the line to open with a stamp
	shortLine    = 64 // bytes up to which a line without digits may be a stamp: "Yesterday"
	suffixWindow = 64 // bytes at the end of a line in which a closing stamp may begin
	bylineSize   = 90 // bytes up to which a line may hold a stamp in its middle
	suffixDigits = 40 // bytes at the end of a line that must hold a digit for the line to end with a stamp
)

// scanLine appends the marks of one line, which starts at byte at of the text.
func scanLine(marks []mark, line string, n int32, at int, x *lexer, r *reader) []mark {
	if mayOpen(line) {
		m, ok := atHead(line, x, r)
		if ok {
			m.shift(n, at)
			marks = append(marks, m)
		}
		if ok && m.place == whole {
			return marks
		}
	}
	if m, ok := inTag(line, x, r); ok {
		m.shift(n, at)
		return append(marks, m)
	}
	if m, ok := beforeControls(line, x, r); ok {
		m.shift(n, at)
		return append(marks, m)
	}
	if mayClose(line) {
		if m, ok := closing(line, x, r); ok {
			m.leaveButton(line, x)
			m.shift(n, at)
			return append(marks, m)
		}
	}
	if len(line) <= bylineSize && (len(marks) == 0 || marks[len(marks)-1].line != n) {
		if m, ok := within(line, x, r); ok {
			m.shift(n, at)
			marks = append(marks, m)
		}
	}
	return marks
}

// atHead reads the stamp that is all of a line, opens it, or stands behind a few words that open it.
func atHead(line string, x *lexer, r *reader) (mark, bool) {
	if toks := x.lex(line, 0); len(toks) > 1 {
		if m, ok := opening(line, toks, r); m.leaveButton(line, x) || ok {
			return m, true
		}
	}
	return led(line, x, r)
}

// leaveButton takes for all of its line a stamp beside which stands a control of the page and nothing else: "14 March 2024[edit]". It reports
// whether that is so.
func (m *mark) leaveButton(line string, x *lexer) bool {
	if m.end == 0 || m.place == whole {
		return false
	}
	rest := line[m.rest:]
	if m.place == closes {
		rest = line[:m.rest]
	}
	if rest = strings.Trim(rest, " \t[]()"); rest == "" || len(rest) > rubricSize/2 || x.formRoles(rest)&roleButton == 0 {
		return false
	}
	m.place, m.sep, m.rest = whole, noSep, int32(len(line))
	return true
}

// shift makes offsets in the line offsets in the text.
func (m *mark) shift(line int32, at int) {
	m.line = line
	m.start += int32(at)
	m.end += int32(at)
	m.rest += int32(at)
}

// mayOpen reports whether a line can open with a stamp: it is short, or there is a digit near its start. This is the test that
// running text must not pass; it looks at bytes alone.
func mayOpen(line string) bool {
	if len(line) <= shortLine {
		return true
	}
	for i := 0; i < headWindow; i += 8 {
		if w := eightBytes(line, i); w&highBits == 0 {
			if holdsDigit(w) {
				return true
			}
			continue
		}
		for _, c := range []byte(line[i : i+8]) {
			if isDigit(c) || isDigitLead(c) {
				return true
			}
		}
	}
	return false
}

// isDigitLead reports whether c is the first byte of digits beyond ASCII, Chinese numerals included.
func isDigitLead(c byte) bool {
	return c == 0xD9 || c == 0xDB || c == 0xE0 || c == 0xEF || 0xE3 <= c && c <= 0xE9
}

// mayClose reports whether a line can end with a stamp: its last characters hold a digit and no sentence ends there.
func mayClose(line string) bool {
	last := line[len(line)-1]
	switch {
	case last == '.' && len(line) > 2 && (line[len(line)-2]|0x20 == 'm' || isDigit(line[len(line)-2])): // p.m., 11.03.
	case last < utf8.RuneSelf && !isDigit(last) && !isLetter(last) && last != ')' && last != ']' && last != '*' && last != '+':
		return false
	}
	for i := max(0, len(line)-suffixDigits); i < len(line); i++ {
		if isDigit(line[i]) {
			return true
		}
	}
	return false
}

// opening reads the stamp that opens a line: all of it, or its first part.
func opening(line string, toks []token, r *reader) (mark, bool) {
	if last := toks[len(toks)-1]; last.kind == endTok {
		if f, first, end := r.read(toks, true); end > 0 && r.reaches(end) && f.plausible() {
			return mark{start: int32(toks[first].start), end: int32(toks[end-1].end), rest: int32(len(line)), place: whole, f: f}, true
		}
	}
	f, first, end := r.read(toks, false)
	if end == 0 || !f.plausible() {
		return mark{}, false
	}
	m := mark{start: int32(toks[first].start), end: int32(toks[end-1].end), place: opens, f: f}
	m.sep, m.rest = separate(line, int(m.end))
	if int(m.rest) >= len(line) {
		m.place = whole
		m.sep = noSep
		return m, true
	}
	return m, m.standsApart(line)
}

// reaches reports whether nothing but punctuation and particles stands between token end and the end of the line.
func (r *reader) reaches(end int) bool {
	for i := end; i < len(r.toks); {
		if r.toks[i].kind == endTok {
			return true
		}
		next, _ := r.element(i)
		if next == i {
			return false
		}
		i = next
	}
	return false
}

// plausible reports whether the fields agree with each other.
func (f *fields) plausible() bool {
	if f.has&weakDate != 0 && f.dateForm == monthOnly && f.hasClock() {
		return false // "May 20:15" is no stamp
	}
	if f.weekday != 0 && f.day != 0 && f.year != 0 && f.month != 0 {
		f.settleByWeekday()
	}
	return true
}

// settleByWeekday lets the weekday of a whole date tell which of its numbers is the month, where it is the weekday of one reading only. One that
// is of neither is noted.
func (f *fields) settleByWeekday() {
	agrees := feed.WeekdayOf(int(f.year), int(f.month), int(f.day)) == f.weekday
	turned := f.has&swappable != 0 && feed.WeekdayOf(int(f.year), int(f.day), int(f.month)) == f.weekday
	switch {
	case agrees && f.has&swappable != 0 && !turned:
		f.has = f.has&^swappable | weekdaySettled
	case turned && !agrees:
		f.day, f.month, f.dateForm = f.month, f.day, monthDay
		f.has = f.has&^swappable | weekdaySettled
	case !agrees && !turned:
		f.has |= badWeekday
	}
}

// isBareHour reports whether the fields are a clock without minutes or half of the day.
func (f *fields) isBareHour() bool {
	return f.hasClock() && f.minute == 0 && f.has&(meridiem|spokenMinutes) == 0 && (f.notation == signClock || f.notation == bareClock)
}

// separate returns what parts the stamp that ends at byte end from the text behind it, and where that text begins.
func separate(line string, end int) (separator, int32) {
	sep := noSep
	i := end
	for i < len(line) {
		g, next := skipSpace(line, i)
		if g == wide && sep == noSep {
			sep = wideSep
		} else if g == blank && sep == noSep {
			sep = blankSep
		}
		i = next
		if i >= len(line) {
			break
		}
		r, size := utf8.DecodeRuneInString(line[i:])
		mark := plainMark(r)
		if !isBetween(mark) || next > end && leansOn(mark, line[i+size:]) || mark == '=' && !isRule(line, i) {
			break
		}
		if mark == ',' || mark == '.' {
			if sep != strongSep {
				sep = commaSep
			}
		} else {
			sep = strongSep
		}
		i += size
	}
	if sep == noSep {
		sep = gluedSep
	}
	return sep, int32(i)
}

// isRule reports whether the mark at byte i stands beside its like: == and not the sign of an assignment.
func isRule(line string, i int) bool {
	return i+1 < len(line) && line[i+1] == line[i] || i > 0 && line[i-1] == line[i]
}

// leansOn reports whether a mark behind a blank belongs to the text behind it: #storm, =x, /etc, *now*, -5.
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

// isBetween reports whether a mark may stand between a stamp and its text. Opening brackets begin the text.
func isBetween(mark rune) bool {
	switch mark {
	case ':', '-', '–', '|', ']', '】', ')', '·', '+', '>', '/', '*', '~', '=', '_', ',', '.', '»', '›', '→', '►', '▶', '〉', '》', '〕', '#', '■', '●', '◆', '▪':
		return true
	}
	return false
}

// standsApart reports whether a stamp that opens a line is parted from its text as stamps are: a date needs more than a blank.
func (m *mark) standsApart(line string) bool {
	f := &m.f
	next, _ := utf8.DecodeRuneInString(line[m.rest:])
	if f.has&leadingPrep != 0 {
		return (m.sep == strongSep || m.sep == wideSep) && (!f.hasDate() || f.hasClock())
	}
	if f.has&hourLed != 0 && m.sep == blankSep && isSmall(next) {
		return false // kl. 20.15 kom tåget
	}
	switch m.sep {
	case strongSep, commaSep:
		return true
	case gluedSep:
		if f.hasDate() && f.year == 0 && !f.hasClock() {
			return false
		}
		return (digitValue(next) < 0 || f.has&meridiem != 0) && next != '%' && next != '\'' && next != '’'
	}
	if m.sep == blankSep && f.dateForm == isoDate && f.has&namedDate != 0 && isUnspaced(next) {
		return true // 8月16日 内容
	}
	if (m.sep == blankSep || m.sep == wideSep) && f.isFigures() {
		return isCapital(next) // 0932 Engine started
	}
	if m.sep == blankSep && f.hasDate() && !f.hasClock() {
		return f.has&weakDate == 0 && f.year != 0 && f.day != 0 && (f.has&namedDate == 0 || f.weekday != 0) && !isSmall(next)
	}
	if m.sep == blankSep && f.isBareHour() && isSmall(next) {
		return false // 14 Uhr sagte er
	}
	return f.hasClock() || f.hasDate() && f.has&weakDate == 0 || f.isAge() || f.match >= 0
}

// mayBeRepeat reports whether a mark is a date behind a preposition, at the end of a line: it means something only if the line stands again.
func (m *mark) mayBeRepeat() bool {
	return m.place == closes && m.f.has&leadingPrep != 0 && !m.f.hasClock()
}

// tells counts the facts that a mark tells.
func (m *mark) tells() int {
	n := 0
	for _, told := range []bool{m.f.hasClock(), m.f.day != 0, m.f.year != 0, m.f.month != 0, m.f.zone != 0} {
		if told {
			n++
		}
	}
	return n
}

// takeDate takes the date of other fields.
func (f *fields) takeDate(date *fields) {
	f.year, f.month, f.day, f.weekday, f.relDay, f.dateForm = date.year, date.month, date.day, date.weekday, date.relDay, date.dateForm
	f.has |= date.has & (swappable | relDayGiven | lastWeek | namedDate)
}
