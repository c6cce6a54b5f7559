package stamp

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"strings"
	"unicode/utf8"
)

// Stamps that end a line, and those in its middle.

// closing reads the stamp that ends a line, the longest that begins in its last bytes.
func closing(m *Candidate, line string, x *words.Lexer, r *Reader) bool {
	for i := suffixStart(line); i < len(line); i = nextStart(line, i) {
		toks := x.Lex(line, i)
		if toks[len(toks)-1].Kind != words.EndTok || len(toks) < 2 || isInName(line, i) {
			continue
		}
		f, first, end := r.read(toks, true)
		if end == 0 || first < 0 || !r.reaches(end) || !f.isPlausible() || f.Has&BareAge != 0 &&
			!followsPoint(line, i) {
			continue
		}
		*m = Candidate{Start: int32(toks[first].Start), End: int32(toks[end-1].End), Place: Closes,
			Fields: f}
		m.Sep, m.Rest = separateBefore(line, 0, i)
		if first > 0 && !m.followsName(line, toks[:first]) {
			continue
		}
		if m.Rest > 0 && m.mayEnd(line) {
			return true
		}
		if f.Day != 0 && f.HasClock() {
			return false // the clock is of the date before it, which a sentence tells
		}
	}
	return false
}

// followsPoint reports whether a bare age at byte i follows a point or bar, and before that a name
// or an account. Posts have such: "Jane Roe · 2h".
func followsPoint(line string, i int) bool {
	before := strings.TrimRight(line[:i], " \u00a0")
	name := strings.TrimRight(before, "·•|")
	return len(name) < len(before) && len(name) <= text.RubricSize && name != "" &&
		opensLead(name) && !words.IsDigit(name[0])
}

// beforeControls reads the age that precedes the buttons of a line: "ann 2 hours ago | parent |
// next".
func beforeControls(m *Candidate, line string, x *words.Lexer, r *Reader) bool {
	head, ok := beforeBar(line)
	if !ok {
		return false
	}
	return closing(m, head, x, r) && m.Fields.IsAge()
}

// beforeBar returns what precedes the bars of a line that are followed only by buttons: "ann 2
// hours ago | parent | next".
func beforeBar(line string) (head string, ok bool) {
	if strings.IndexByte(line, '|') < 0 {
		return line, false // most lines: a byte is found faster than three
	}
	head, rest, ok := strings.Cut(line, " | ")
	for ok && rest != "" {
		var part string
		part, rest, _ = strings.Cut(rest, " | ")
		ok = len(part) <= text.RubricSize/2 && strings.Count(part, " ") < 2
	}
	return head, ok
}

// followsName reports whether words such as "at" before a timestamp follow a name and its mark:
// "Jane Roe, à 20:15". In a sentence they make the stamp part of it.
func (m *Candidate) followsName(line string, before []words.Token) bool {
	for i := range before {
		t := &before[i]
		isShort := i > 0 && t.Mark == '.' && before[i-1].Kind == words.WordTok &&
			before[i-1].Word.Has(words.RoleHour) // kl. 20.15
		if t.Kind != words.WordTok && !isShort {
			return false
		}
	}
	return (m.Sep == CommaSep || m.Sep == StrongSep) && int(m.Rest) <= text.RubricSize &&
		m.Fields.HasClock()
}

// suffixStart returns the first byte in a line's last part where a token begins.
func suffixStart(line string) int {
	i := max(0, len(line)-text.SentenceSize)
	for i > 0 && i < len(line) && !utf8.RuneStart(line[i]) {
		i++
	}
	return nextStart(line, i)
}

// isCapital reports whether r is a capital of ASCII.
func isCapital(r rune) bool { return 'A' <= r && r <= 'Z' }

// nextStart returns the next byte after i where a number or a word begins: after a change of kind,
// or of case.
func nextStart(line string, i int) int {
	prev, size := utf8.DecodeRuneInString(line[i:])
	before, _ := utf8.DecodeLastRuneInString(line[:i])
	for i += size; i < len(line); i += size {
		if c := line[i]; 'a' <= c && c <= 'z' && isPlainLetter(prev) {
			before, prev, size = prev, rune(c), 1 // within a word
			continue
		}
		var r rune
		r, size = utf8.DecodeRuneInString(line[i:])
		if startsToken(prev, r) || isCapital(prev) && isCapital(r) && i+size < len(line) &&
			'a' <= line[i+size] && line[i+size] <= 'z' || prev == '.' &&
			words.DigitValue(r) >= 0 && words.IsSmall(before) {
			return i
		}
		before, prev = prev, r
	}
	return len(line)
}

func isPlainLetter(r rune) bool { return r < utf8.RuneSelf && words.IsLetter(byte(r)) }

// startsToken reports whether a number or a word begins at r after prev.
func startsToken(prev, r rune) bool {
	switch {
	case words.DigitValue(r) >= 0:
		return words.DigitValue(prev) < 0 && !isJoin(prev)
	case words.IsLetterRune(r):
		return !words.IsLetterRune(prev) || words.IsUnspaced(r) || words.IsSmall(prev) &&
			words.IsCapital(r)
	}
	return false
}

// isInName reports whether byte i of a line is within the name of a file, after an underscore, or
// within a path: TANK_01dec2017, /tanks/2017-12-01.
func isInName(line string, i int) bool {
	if i < 2 || line[i-1] != '_' && line[i-1] != '/' {
		return false
	}
	if line[i-1] == '_' && words.IsPlain(line[i-2]) {
		return true
	}
	word := line[strings.LastIndexAny(line[:i], " \t(\"'`<[")+1 : i]
	return strings.Count(word, "/") > 1
}

// isJoin reports whether a mark joins the numbers of one date, clock or decimal. No stamp begins
// after it.
func isJoin(r rune) bool { return r == ':' || r == '.' || r == '/' || r == '-' || r == '：' }

// separateBefore returns what separates the timestamp at byte start from the text before it, which
// begins at byte from, and where that text ends. A bracket that the text opens ends it: "Notes
// (draft) 16 August".
func separateBefore(line string, from, start int) (Separator, int32) {
	if start > 1 && line[start-1] == ' ' && words.IsPlain(line[start-2]) {
		return BlankSep, int32(start - 1) // as in prose
	}
	sep := NoSep
	i := start
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(line[:i])
		mark := words.PlainMark(r)
		if i > from+size && closesText(line[from:i-size], r) {
			if sep == NoSep {
				sep = GluedSep
			}
			return sep, int32(i)
		}
		switch {
		case feed.SpaceWidth(r) > 0 || r == ' ' || r == '\t':
			if sep == NoSep {
				sep = BlankSep
			} else if sep == BlankSep {
				sep = WideSep
			}
		case feed.SpaceWidth(r) == 0:
		case mark == '(' || mark == '[' || mark == '【' || isStrongMark(mark) || mark == '·':
			sep = StrongSep
		case mark == ',':
			if sep != StrongSep {
				sep = CommaSep
			}
		default:
			if sep == NoSep {
				sep = GluedSep
			}
			return sep, int32(i)
		}
		i -= size
	}
	return sep, 0
}

// closesText reports whether a bracket closes one that the text before it has opened.
func closesText(before string, bracket rune) bool {
	at := strings.IndexRune(")]", bracket)
	if at < 0 {
		return false
	}
	return strings.LastIndexByte(before, "(["[at]) > strings.LastIndexByte(before, ")]"[at])
}

// mayEnd reports whether a timestamp that ends a line is set off from the text before it. No
// preposition precedes it, and it does not simply end a sentence.
func (m *Candidate) mayEnd(line string) bool {
	f := &m.Fields
	if f.Has&WeakDate != 0 && f.DateForm >= MonthOnly || !f.HasClock() && !f.HasDate() &&
		!f.IsAge() && f.Match < 0 || f.Match >= 0 && m.endsQuote(line) {
		return false
	}
	switch m.Sep {
	case StrongSep:
		if !f.HasDate() && strings.HasSuffix(strings.TrimRight(line[:m.Start], " "), "=>") {
			return false // => 2:00 is how long something took
		}
		before := line[m.Start-1]
		// -go=1.17
		return f.Notation != DotClock || f.HasDate() || before == ' ' || before == '(' ||
			before == '[' || before >= utf8.RuneSelf
	case GluedSep:
		return f.Notation != DotClock && !m.isRelease(line) // v2.37
	}
	var x words.Lexer
	before := text.LastWord(line[:m.Rest])
	w := x.Find(before, 0)
	inWord := len(before) < int(m.Rest) && words.IsPlain(line[int(m.Rest)-len(before)-1])
	isLed := w != nil && m.Sep != CommaSep && !inWord && w.Has(words.RolePrep|words.RoleFiller|
		words.RoleApprox|words.RoleRange|words.RoleUpdated|words.RolePublished)
	if m.Sep == WideSep && !isLed {
		return f.Notation != DotClock || f.HasDate() // a column of prices
	}
	if isLed {
		return m.takeLabel(line, before, &x) || int(m.Rest) <= text.RubricSize && f.Day != 0 &&
			f.Year != 0 && startsByline(&x, line) ||
			w.Has(words.RolePrep|words.RoleFiller) && (m.mayRepeat(line) ||
				m.maySign(line, before))
	}
	if f.IsAge() && int(m.Rest) <= text.RubricSize {
		if m.Sep == CommaSep || text.IsWord(line[:m.Rest]) || text.AreNames(line[:m.Rest]) {
			return true // Ann Smith, 2 hours ago; ann 2 hours ago
		}
		f.Has |= LeadingPrep | Loose
		return strings.Count(line[:m.Rest], " ") <= few // a longer name is a sentence
	}
	if f.DateForm == DayMonth && f.Has&(NamedDate|WeakDate) == 0 && len(line) <= text.SentenceSize {
		return true // Live-Ticker 16.08.
	}
	return f.HasClock() && (f.HasDate() || f.Notation != DotClock || m.Sep == CommaSep) ||
		f.HasDate() && f.Year != 0 && f.Has&WeakDate == 0 || m.mayRepeat(line)
}

// endsQuote reports whether the mark behind a timestamp ends what the line quotes, as in `100`. It
// is no sign of minutes then.
func (m *Candidate) endsQuote(line string) bool {
	mark, size := utf8.DecodeLastRuneInString(line[:m.End])
	if words.DigitValue(mark) >= 0 {
		return false
	}
	at := strings.LastIndex(line[:m.Start], line[int(m.End)-size:m.End])
	before, _ := utf8.DecodeLastRuneInString(line[:max(at, 0)])
	return at >= 0 && !words.IsLetterRune(before) && words.DigitValue(before) < 0
}

// isRelease reports whether numbers that end a line are glued to a word for releases: V2.10.27,
// ver2.10.27.
func (m *Candidate) isRelease(line string) bool {
	var x words.Lexer
	w := x.Find(text.LastWord(line[:m.Start]), 0)
	return w != nil && w.Has(words.RoleVersion)
}

// mayRepeat takes a date at the end of a short line that is no sentence, for the document to
// decide. A line that recurs with another date is a header, "Key events of March 3".
func (m *Candidate) mayRepeat(line string) bool {
	f := &m.Fields
	if f.Family() != DateFamily || f.Day == 0 || f.Month == 0 ||
		f.Has&(WeakDate|BadWeekday) != 0 || len(line) > text.SentenceSize ||
		words.StartsSmall(line) || text.EndsSentence(line) {
		return false
	}
	f.Has |= LeadingPrep
	return true
}

// maySign takes a date and clock behind a preposition and a few words that may be a name. The
// document decides: "karo le 30 janvier à 20:51".
func (m *Candidate) maySign(line, prep string) bool {
	f := &m.Fields
	name := strings.TrimSuffix(line[:m.Rest], prep)
	if !f.HasClock() || f.Day == 0 || f.Month == 0 || f.Has&(WeakDate|BadWeekday) != 0 ||
		len(prep) < 2 || !strings.HasSuffix(name, " ") ||
		strings.Count(name, " ") > few {
		return false
	}
	f.Has |= LeadingPrep | Loose
	return true
}

// startsByline reports whether a line begins with a word for its writers: "By Ann Smith on August
// 16, 2025".
func startsByline(x *words.Lexer, line string) bool {
	end := words.LetterRun(line, 0)
	w := x.Find(line[:end], 0)
	return w != nil && w.Has(words.RoleByline)
}

// takeLabel takes a label that precedes a timestamp, with a preposition: "published at 17:21".
// Extraction glues it to the headline before it: "Mayorpublished at". It reports whether there is
// one.
func (m *Candidate) takeLabel(line, prep string, x *words.Lexer) bool {
	at := len(line[:m.Rest]) - len(prep)
	at = feed.Span{Start: 0, End: at}.Trim(line).End
	word := text.LastWord(line[:at])
	for i := range word {
		if w := x.Find(word[i:], 0); w != nil && w.Has(words.RolePublished) && len(word)-i > 5 {
			m.Fields.Has |= LabelGlued
			m.Rest = int32(feed.Span{Start: 0, End: at - len(word) + i}.Trim(line).End)
			m.Sep = GluedSep
			return m.Rest > 0 && m.Fields.HasClock()
		}
	}
	return false
}

// maySetOff reports whether something in a line may set off what is within it: a mark, two blanks,
// a character beyond ASCII.
func maySetOff(line string) bool {
	for i := range len(line) {
		switch c := line[i]; {
		case words.IsPlain(c), c == '.', c == '\'', c == ' ' && i > 0 && line[i-1] != ' ':
		default:
			return true
		}
	}
	return false
}

// within reads the stamp in the middle of a short line: "Jane Roe, 16.03.2021, 19:05, in Gardens".
// Marks set it off, and it has a date, or a day and a clock.
func within(m *Candidate, line string, x *words.Lexer, r *Reader) bool {
	if !maySetOff(line) {
		return false
	}
	for i := nextStart(line, 0); i < len(line); i = nextStart(line, i) {
		if !words.IsDigit(line[i]) && line[i] < utf8.RuneSelf && !words.IsLetter(line[i]) {
			continue
		}
		sep, before := separateBefore(line, 0, i)
		if sep != StrongSep && sep != CommaSep && sep != WideSep || isInName(line, i) {
			continue
		}
		toks := x.Lex(line, i)
		f, first, end := r.read(toks, false)
		if end == 0 || first != 0 || !f.isPlausible() || f.Has&(WeakDate|LeadingPrep) != 0 ||
			!(f.Day != 0 && f.Year != 0 || f.HasDay() && f.HasClock()) {
			continue
		}
		if f.Notation == DotClock && f.Year == 0 && f.Has&NamedDate == 0 {
			continue // "on 11.0, 11.11, and 11.23." are releases
		}
		*m = Candidate{Start: int32(i), End: int32(toks[end-1].End), Rest: before, Place: Inside,
			Fields: f}
		if m.End-m.Start < int32(len("01.01.01")) {
			continue // [1.10.14, 3.0.0) are versions
		}
		sep, after := Separate(line, int(m.End))
		if m.Sep = sep; sep == StrongSep || sep == CommaSep || sep == WideSep ||
			int(after) < len(line) && line[after] == '(' {
			return true
		}
	}
	return false
}
