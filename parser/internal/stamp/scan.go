package stamp

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"newstimeline/parser/feed"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
)

// A Candidate is a place in a line that could be a stamp, by its form alone.
type Candidate struct {
	Line       int32 // from 0
	Start, End int32 // the stamp's words, bytes of the text
	Rest       int32 // opens: where the text behind the stamp begins; closes: where the text before it ends. Offset as start
	Place      Position
	Sep        Separator
	Fields     Fields
}

// A Position is where in its line a mark stands.
type Position uint8

const (
	Whole  Position = iota // it is all of the line
	Opens                  // it opens the line
	Closes                 // it ends the line
	Inside                 // it stands in the middle of a short line: a by-line with a date
	Row                    // it stands behind fields that open the line, and counts only where these recur
)

// A Separator is what stands between a mark and the text of its line.
type Separator uint8

const (
	NoSep     Separator = iota
	StrongSep           // : - – | ] 】 ·
	CommaSep            // ,
	GluedSep            // nothing: 20:42Name
	WideSep             // two blanks or more
	BlankSep            // one blank
)

// Limits of what is tried.
const (
	headWindow   = 48 // bytes at the start of a line, a multiple of eight, that must hold a digit for the line to open with a stamp
	ShortLine    = 64 // bytes up to which a line without digits may be a stamp: "Yesterday"
	SuffixWindow = 64 // bytes at the end of a line in which a closing stamp may begin
	bylineSize   = 90 // bytes up to which a line may hold a stamp in its middle
	suffixDigits = 40 // bytes at the end of a line that must hold a digit for the line to end with a stamp
)

// atHead reads the stamp that is all of a line, opens it, or stands behind a few words that open it.
func atHead(line string, x *words.Lexer, r *Reader) (Candidate, bool) {
	if toks := x.Lex(line, 0); len(toks) > 1 {
		m, ok := opening(line, toks, r)
		if m.leaveButton(line, x) || ok {
			return m, true
		}
		if m.isLoose(line) {
			m.Place = Row
			return m, true
		}
	}
	return led(line, x, r)
}

// markedLine reports whether a candidate among those of a line counts by itself.
func markedLine(marks []Candidate) bool {
	for i := range marks {
		if marks[i].Place != Row {
			return true
		}
	}
	return false
}

// leaveButton takes for all of its line a stamp beside which stands a control of the page and nothing else: "14 March 2024[edit]". It reports
// whether that is so.
func (m *Candidate) leaveButton(line string, x *words.Lexer) bool {
	roles := words.RoleButton
	if m.End == 0 || m.Place == Whole || m.Place == Opens && m.Sep == BlankSep && !m.Fields.HasDay() {
		return false // 10:15 close
	}
	if m.isKeyed(line) {
		m.Place, m.Sep, m.Rest = Whole, NoSep, int32(len(line))
		return true
	}
	rest := line[m.Rest:]
	if m.Place == Closes {
		rest = line[:m.Rest]
	} else if m.Place == Opens && m.isBeforePoint(line) && m.Fields.HasDay() {
		rest, roles = strings.TrimLeft(rest, "0123456789.,KMk \u00a0\u202f"), roles|words.RoleEnd
	}
	if rest = strings.Trim(rest, " \t[]()#*"); rest == "" || len(rest) > text.RubricSize/2 || x.FormRoles(rest)&roles == 0 {
		return false
	}
	m.Place, m.Sep, m.Rest = Whole, NoSep, int32(len(line))
	return true
}

// isBeforePoint reports whether a point or a bar parts the stamp from what is behind it, as counts of comments are.
func (m *Candidate) isBeforePoint(line string) bool {
	for _, c := range line[m.End:m.Rest] {
		if mark := words.PlainMark(c); mark == '·' || mark == '|' {
			return true
		}
	}
	return false
}

// isKeyed reports whether all of a line is a timestamp in brackets behind a key: "CLOSED: [2022-09-10 Sat 10:42]".
func (m *Candidate) isKeyed(line string) bool {
	if m.Place != Closes || !m.Fields.IsFull() {
		return false
	}
	key, rest, found := strings.Cut(line[:m.Start], ":")
	rest = strings.TrimSpace(rest)
	return found && text.IsWord(key) && (rest == "[" || rest == "<")
}

// Shift makes offsets in the line offsets in the text.
func (m *Candidate) Shift(line int32, at int) {
	m.Line = line
	m.Start += int32(at)
	m.End += int32(at)
	m.Rest += int32(at)
}

// mayOpen reports whether a line can open with a stamp: it is short, or there is a digit near its start. This is the test that
// running text must not pass; it looks at bytes alone.
func mayOpen(line string) bool {
	if len(line) <= ShortLine {
		return true
	}
	for i := 0; i < headWindow; i += 8 {
		if w := words.EightBytes(line, i); w&words.HighBits == 0 {
			if words.HoldsDigit(w) {
				return true
			}
			continue
		}
		for _, c := range []byte(line[i : i+8]) {
			if words.IsDigit(c) || isDigitLead(c) {
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
	case last == '.' && len(line) > 2 && (line[len(line)-2]|0x20 == 'm' || words.IsDigit(line[len(line)-2])): // p.m., 11.03.
	case last == '>':
		at := strings.LastIndexByte(line, '<') // SCHEDULED: <2022-09-09 Fri>
		return at >= 0 && at+1 < len(line) && words.IsDigit(line[at+1])
	case last < utf8.RuneSelf && !words.IsDigit(last) && !words.IsLetter(last) && last != ')' && last != ']' && last != '*' && last != '+':
		return false
	}
	for i := max(0, len(line)-suffixDigits); i < len(line); i++ {
		if words.IsDigit(line[i]) {
			return true
		}
	}
	return false
}

// opening reads the stamp that opens a line: all of it, or its first part.
func opening(line string, toks []words.Token, r *Reader) (Candidate, bool) {
	if last := toks[len(toks)-1]; last.Kind == words.EndTok {
		if f, first, end := r.read(toks, true); end > 0 && r.reaches(end) && f.plausible() {
			if first > 1 && r.isMark(first-2, '=') && r.isMark(first-1, '>') && !f.HasDate() {
				return Candidate{}, false // => 2:00 is how long something took
			}
			first = r.withApprox(&f, first)
			return Candidate{Start: int32(toks[first].Start), End: int32(toks[end-1].End), Rest: int32(len(line)), Place: Whole, Fields: f}, true
		}
	}
	f, first, end := r.read(toks, false)
	if end == 0 || !f.plausible() {
		return Candidate{}, false
	}
	first = r.withApprox(&f, first)
	m := Candidate{Start: int32(toks[first].Start), End: int32(toks[end-1].End), Place: Opens, Fields: f}
	m.Sep, m.Rest = Separate(line, int(m.End))
	if int(m.Rest) >= len(line) {
		m.Place = Whole
		m.Sep = NoSep
		return m, true
	}
	return m, m.standsApart(line)
}

// withApprox returns the first token of a date with the words before it that say about when: "c. 1850".
func (r *Reader) withApprox(f *Fields, first int) int {
	if f.Has&Approximate == 0 || !f.HasDate() {
		return first
	}
	at := first
	if r.isMark(at-1, '.') {
		at--
	}
	if at > 0 && r.isWord(at-1, words.RoleApprox) {
		return at - 1
	}
	return first
}

// reaches reports whether nothing but punctuation and particles stands between token end and the end of the line.
func (r *Reader) reaches(end int) bool {
	for i := end; i < len(r.Toks); {
		if r.Toks[i].Kind == words.EndTok {
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
func (f *Fields) plausible() bool {
	if f.Has&WeakDate != 0 && f.DateForm == MonthOnly && f.HasClock() {
		return false // "May 20:15" is no stamp
	}
	if f.Weekday != 0 && f.Day != 0 && f.Year != 0 && f.Month != 0 {
		f.settleByWeekday()
	}
	if f.Has&DayEnd != 0 && f.Day != 0 && f.Month != 0 {
		f.beginNextDay()
	}
	return true
}

// beginNextDay makes midnight at the end of a day, 24:00, that at the beginning of the next.
func (f *Fields) beginNextDay() {
	f.Has &^= DayEnd
	next := time.Date(int(f.Year), time.Month(f.Month), int(f.Day)+1, 0, 0, 0, 0, time.UTC)
	if f.Month, f.Day = int8(next.Month()), int8(next.Day()); f.Year != 0 {
		f.Year = int16(next.Year())
	}
	if f.Weekday != 0 {
		f.Weekday = f.Weekday%7 + 1
	}
}

// settleByWeekday lets the weekday of a whole date tell which of its numbers is the month, where it is the weekday of one reading only. One that
// is of neither is noted.
func (f *Fields) settleByWeekday() {
	agrees := feed.WeekdayOf(int(f.Year), int(f.Month), int(f.Day)) == f.Weekday
	turned := f.Has&Swappable != 0 && feed.WeekdayOf(int(f.Year), int(f.Day), int(f.Month)) == f.Weekday
	switch {
	case agrees && f.Has&Swappable != 0 && !turned:
		f.Has = f.Has&^Swappable | WeekdaySettled
	case turned && !agrees:
		f.Day, f.Month, f.DateForm = f.Month, f.Day, MonthDay
		f.Has = f.Has&^Swappable | WeekdaySettled
	case !agrees && !turned:
		f.Has |= BadWeekday
	}
}

// isBareHour reports whether the fields are a clock without minutes or half of the day.
func (f *Fields) isBareHour() bool {
	return f.HasClock() && f.Minute == 0 && f.Has&(Meridiem|SpokenMinutes) == 0 && (f.Notation == SignClock || f.Notation == BareClock)
}

// Separate returns what parts the stamp that ends at byte end from the text behind it, and where that text begins.
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
		r, size := utf8.DecodeRuneInString(line[i:])
		mark := words.PlainMark(r)
		if !isBetween(mark) || next > end && leansOn(mark, line[i+size:]) || mark == '=' && !isRule(line, i) {
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
func (m *Candidate) standsApart(line string) bool {
	f := &m.Fields
	next, _ := utf8.DecodeRuneInString(line[m.Rest:])
	if f.Has&LeadingPrep != 0 {
		return (m.Sep == StrongSep || m.Sep == WideSep) && (!f.HasDate() || f.HasClock())
	}
	if f.Has&HourLed != 0 && m.Sep == BlankSep && words.IsSmall(next) {
		return false // kl. 20.15 kom tåget
	}
	switch m.Sep {
	case StrongSep, CommaSep:
		return true
	case GluedSep:
		if f.HasDate() && f.Year == 0 && !f.HasClock() {
			return false
		}
		return (words.DigitValue(next) < 0 || f.Has&Meridiem != 0) && next != '%' && next != '\'' && next != '’'
	}
	if m.Sep == BlankSep && f.DateForm == IsoDate && f.Has&NamedDate != 0 && words.IsUnspaced(next) {
		return true // 8月16日 内容
	}
	if (m.Sep == BlankSep || m.Sep == WideSep) && f.IsFigures() {
		return words.IsCapital(next) // 0932 Engine started
	}
	if m.Sep == BlankSep && f.IsFull() && !f.HasClock() && (next == '<' || next == '(' || next == '[') {
		return true // May 23 2018 <ann@example.org>
	}
	if m.Sep == BlankSep && next == '(' && isAside(line[m.Rest:]) && f.Day != 0 && f.Has&WeakDate == 0 {
		return true // Jan 7 (p. 8) - text
	}
	if m.Sep == BlankSep && f.HasDate() && !f.HasClock() {
		return f.Has&WeakDate == 0 && f.Year != 0 && f.Day != 0 && (f.Has&NamedDate == 0 || f.Weekday != 0) && !words.IsSmall(next)
	}
	if m.Sep == BlankSep && f.isBareHour() && words.IsSmall(next) {
		return false // 14 Uhr sagte er
	}
	return f.HasClock() || f.HasDate() && f.Has&WeakDate == 0 || f.IsAge() || f.Match >= 0
}

// isAside reports whether a text begins with a few words in brackets, and a mark before more text:
// "(p. 8) - text".
func isAside(s string) bool {
	end := strings.IndexByte(s, ')')
	if end < 0 || end > leadSize {
		return false
	}
	sep, rest := Separate(s, end+1)
	return sep == StrongSep && int(rest) < len(s)
}

// isLoose reports whether a full date opens a line with only a blank between it and its text:
// "October 23, 2018 The door opens". It is a timestamp only where such lines recur.
func (m *Candidate) isLoose(line string) bool {
	f := &m.Fields
	if m.End == 0 || m.Place != Opens || m.Sep != BlankSep || !f.IsFull() || f.HasClock() ||
		f.Has&(WeakDate|LeadingPrep|Updated|Published|Spanned) != 0 {
		return false
	}
	next, _ := utf8.DecodeRuneInString(line[m.Rest:])
	return words.IsCapital(next)
}

// MayBeRepeat reports whether a mark is a date behind a preposition, at the end of a line: it means something only if the line stands again.
func (m *Candidate) MayBeRepeat() bool {
	return m.Place == Closes && m.Fields.Has&LeadingPrep != 0 && !m.Fields.HasClock()
}

// Tells counts the facts that a mark tells.
func (m *Candidate) Tells() int {
	n := 0
	for _, told := range []bool{m.Fields.HasClock(), m.Fields.Day != 0, m.Fields.Year != 0, m.Fields.Month != 0, m.Fields.Zone != 0} {
		if told {
			n++
		}
	}
	return n
}

// TakeDate takes the date of other fields.
func (f *Fields) TakeDate(date *Fields) {
	f.Year, f.Month, f.Day, f.Weekday, f.RelDay, f.DateForm = date.Year, date.Month, date.Day, date.Weekday, date.RelDay, date.DateForm
	f.Has |= date.Has & (Swappable | RelDayGiven | LastWeek | NamedDate)
}

// DatesPage reports whether a candidate that is none of the feed's dates the page: it is labelled, or it stands above the feed and tells a day.
func (m *Candidate) DatesPage(above bool) bool {
	f := &m.Fields
	return f.Has&(Updated|Published) != 0 || f.HasDay() && f.Has&WeakDate == 0 && above
}
