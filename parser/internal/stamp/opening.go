package stamp

import (
	"strings"
	"time"
	"unicode/utf8"

	"newstimeline/parser/feed"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
)

// Timestamps at the head of a line, and what is tried at all.

// headWindow is how many bytes at the start of a long line must hold a digit, if the line may open
// with a timestamp. It is a multiple of eight.
const headWindow = 48

// atHead reads the timestamp that is all of a line, opens it, or is after a few words that open it.
func atHead(m *Candidate, line string, x *words.Lexer, r *Reader) bool {
	if toks := x.Lex(line, 0); len(toks) > 1 {
		ok := opening(m, line, toks, r)
		if m.leaveButton(line, x) || ok {
			return true
		}
		if m.isLoose(line) {
			m.Place, m.Fields.Has = Row, m.Fields.Has|Loose
			return true
		}
	}
	return led(m, line, x, r)
}

// leaveButton makes a timestamp all of its line if there is only a control of the page beside it:
// "14 March 2024[edit]". It reports whether that is so.
func (m *Candidate) leaveButton(line string, x *words.Lexer) bool {
	roles := words.RoleButton
	if m.End == 0 || m.Place == Whole || m.Place == Opens && m.Sep == BlankSep &&
		!m.Fields.HasDay() {
		return false // 10:15 close
	}
	if m.isKeyed(line) {
		m.fillLine(line)
		return true
	}
	rest := line[m.Rest:]
	if m.Place == Closes {
		rest = line[:m.Rest]
	} else if m.Place == Opens && m.isBeforePoint(line) && m.Fields.HasDay() {
		if len(rest) <= countSize && strings.Trim(rest, "0123456789") == "" {
			m.fillLine(line)
			return true
		}
		rest = strings.TrimLeft(rest, "0123456789.,KMk \u00a0\u202f")
		roles |= words.RoleEnd
	}
	rest = strings.Trim(rest, " \t[]()#*")
	if rest == "" || len(rest) > text.RubricSize/2 || x.FormRoles(rest)&roles == 0 {
		return false
	}
	m.fillLine(line)
	return true
}

// countSize is how many figures a count of comments has at most; a year has more.
const countSize = 3

// isBeforePoint reports whether a point, a bar or a slash is between the timestamp and what
// follows, as before counts of comments.
func (m *Candidate) isBeforePoint(line string) bool {
	for _, c := range line[m.End:m.Rest] {
		if mark := words.PlainMark(c); mark == '·' || mark == '|' || mark == '/' {
			return true
		}
	}
	return false
}

// isKeyed reports whether all of a line is a timestamp in brackets after a key: "CLOSED:
// [2022-09-10 Sat 10:42]".
func (m *Candidate) isKeyed(line string) bool {
	if m.Place != Closes || !m.Fields.IsFull() {
		return false
	}
	key, rest, found := strings.Cut(line[:m.Start], ":")
	rest = strings.TrimSpace(rest)
	return found && text.IsWord(key) && (rest == "[" || rest == "<")
}

// mayOpen reports whether a line can open with a timestamp: it is short, or there is a digit near
// its start. Running text must not pass this test; it looks at bytes alone.
func mayOpen(line string) bool {
	if len(line) <= text.SentenceSize {
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

// isDigitLead reports whether c is the first byte of digits beyond ASCII, Chinese numerals
// included.
func isDigitLead(c byte) bool {
	return c == 0xD9 || c == 0xDB || c == 0xE0 || c == 0xEF || 0xE3 <= c && c <= 0xE9
}

// mayClose reports whether a line can end with a timestamp. Its last characters hold a digit, or a
// short line ends with a word for the past: "Ann Lee a minute ago". Neither a sentence ends there
// nor a word of the text.
func mayClose(line string, x *words.Lexer) bool {
	if !mayBeLast(line) || endsInText(line) {
		return false
	}
	from := max(0, len(line)-text.SentenceSize)
	return words.NextDigit(line, from, len(line)) < len(line) || endsInDigits(line) ||
		len(line) <= 2*text.RubricSize && isPast(text.LastWord(line), x)
}

// isPast reports whether a word follows ages: ago, назад.
func isPast(word string, x *words.Lexer) bool {
	w := x.Find(word, 0)
	return w != nil && w.Has(words.RoleAgo)
}

// endsInDigits reports whether there is a digit beyond ASCII in the last bytes of a line.
func endsInDigits(line string) bool {
	for i := len(line) - 1; i >= 0 && len(line)-i <= lastDigits; i-- {
		if c := line[i]; c < utf8.RuneSelf || !isDigitLead(c) || c > 0xE0 && c != 0xEF {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(line[i:]); words.DigitValue(r) >= 0 {
			return true
		}
	}
	return false
}

// lastDigits is how many bytes from the end of a line the last digit of a timestamp is at most. A
// word such as "ago" may be behind it.
const lastDigits = 32

// endsInText reports whether no timestamp has the last word of a line. It tells that only of words
// of small letters, the first perhaps a capital, with a blank before them: as most lines end.
func endsInText(line string) bool {
	i := len(line)
	for i > 0 && 'a' <= line[i-1] && line[i-1] <= 'z' {
		i--
	}
	if i > 0 && 'A' <= line[i-1] && line[i-1] <= 'Z' {
		i--
	}
	return 0 < i && i < len(line) && line[i-1] == ' ' && !words.MayEndForm(line[i:])
}

// mayBeLast reports whether the last byte of a line may end a timestamp.
func mayBeLast(line string) bool {
	last := line[len(line)-1]
	switch {
	case last >= utf8.RuneSelf, words.IsDigit(last), words.IsLetter(last):
		return true
	case last == '.': // p.m., 11.03., 20.15 h.
		return len(line) > 2 && (line[len(line)-2]|0x20 == 'm' ||
			words.IsDigit(line[len(line)-2]) || endsInLetter(line[:len(line)-1]))
	case last == '>':
		at := strings.LastIndexByte(line, '<') // SCHEDULED: <2022-09-09 Fri>
		return at >= 0 && at+1 < len(line) && words.IsDigit(line[at+1])
	}
	return strings.IndexByte(")]*+-=#", last) >= 0 // --- Day changed 2 May 2024 ---
}

// endsInLetter reports whether a text ends with a digit and a letter or two. Words for hours are
// shortened so: "20.15 h", "20:15 ч", "8:15 μ.μ".
func endsInLetter(s string) bool {
	letters := 0
	for s != "" {
		r, size := utf8.DecodeLastRuneInString(s)
		switch {
		case words.DigitValue(r) >= 0:
			return letters > 0
		case words.IsLetterRune(r):
			if letters++; letters > 2 {
				return false
			}
		case r != '.' && r != ' ' && r != '\u00a0':
			return false
		}
		s = s[:len(s)-size]
	}
	return false
}

// opening reads the timestamp that opens a line: all of it, or its first part. If nothing sets it
// off from the text after it, it is in m all the same; else a candidate without an end.
func opening(m *Candidate, line string, toks []words.Token, r *Reader) bool {
	m.End = 0
	all := len(toks)
	toks = withoutRemark(line, toks)
	if last := toks[len(toks)-1]; last.Kind == words.EndTok {
		f, first, end := r.read(toks, true)
		if end > 0 && r.reaches(end) && f.isPlausible() &&
			(len(toks) == all || f.TitleEnd > 0) {
			if r.isDuration(first) && !f.HasDate() {
				return false
			}
			first = r.withApprox(&f, first)
			*m = Candidate{Start: toks[first].Start, End: toks[end-1].End, Fields: f}
			m.fillLine(line)
			return true
		}
	}
	if !mayComplete(toks) {
		return false
	}
	f, first, end := r.read(toks, false)
	if end == 0 || !f.isPlausible() {
		return false
	}
	first = r.withApprox(&f, first)
	*m = Candidate{Start: toks[first].Start, End: toks[end-1].End, Place: Opens, Fields: f}
	m.Sep, m.Rest = Separate(line, int(m.End))
	if int(m.Rest) >= len(line) {
		m.fillLine(line)
		return true
	}
	return m.isSetOff(line)
}

// fillers are the roles of words that make no timestamp, whatever other such words are beside them.
const fillers = words.RolePrep | words.RoleFiller | words.RoleApprox | words.RoleRange |
	words.RoleNumber | words.RoleNoise | words.RoleMore | words.RoleZone | words.RoleLocal

// mayComplete reports whether tokens that open a line are more than punctuation and words such as
// "the" and "a". Those of most prose are not.
func mayComplete(toks []words.Token) bool {
	for i := range toks {
		switch t := &toks[i]; t.Kind {
		case words.MarkTok, words.UnknownTok, words.EndTok:
		case words.WordTok:
			if t.Word.Roles&words.StampRoles&^fillers != 0 {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// isDuration reports whether a double arrow precedes token i: "=> 2:00" is how long something took.
func (r *Reader) isDuration(i int) bool {
	return i > 1 && r.isMark(i-2, '=') && r.isMark(i-1, '>')
}

// withApprox returns the first token of a date with the words before it that make it approximate:
// "c. 1850".
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

// reaches reports whether only punctuation and particles are between token end and the end of the
// line.
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

// isPlausible reports whether the fields agree with each other.
func (f *Fields) isPlausible() bool {
	if f.Has&WeakDate != 0 && f.DateForm == MonthOnly && f.HasClock() {
		return false // "May 20:15" is no timestamp
	}
	if f.Has&RelDayGiven != 0 && f.Day != 0 && f.Month != 0 {
		f.Has, f.RelDay = f.Has&^(RelDayGiven|LastWeek), 0 // "Today - May 24": the date says more
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

// settleByWeekday decides by the weekday which number of a whole date is the month, if only one
// reading has that weekday. A weekday that neither reading has is noted.
func (f *Fields) settleByWeekday() {
	agrees := feed.WeekdayOf(int(f.Year), int(f.Month), int(f.Day)) == f.Weekday
	turned := f.Has&Swappable != 0 &&
		feed.WeekdayOf(int(f.Year), int(f.Day), int(f.Month)) == f.Weekday
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
