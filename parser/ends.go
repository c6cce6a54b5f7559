package parser

import (
	"newstimeline/parser/feed"
	"strings"
	"unicode/utf8"
)

// Stamps that end a line, and those in its middle.

// closing reads the stamp that ends a line, the longest that begins in its last bytes.
func closing(line string, x *lexer, r *reader) (mark, bool) {
	for i := suffixStart(line); i < len(line); i = nextStart(line, i) {
		toks := x.lex(line, i)
		if toks[len(toks)-1].kind != endTok || len(toks) < 2 {
			continue
		}
		f, first, end := r.read(toks, true)
		if end == 0 || first < 0 || !r.reaches(end) || !f.plausible() || f.has&bareAge != 0 && !isParted(line, i) {
			continue
		}
		m := mark{start: int32(toks[first].start), end: int32(toks[end-1].end), place: closes, f: f}
		m.sep, m.rest = separateBefore(line, i)
		if first > 0 && !m.followsName(line, toks[:first]) {
			continue
		}
		if m.rest > 0 && m.mayEnd(line) {
			return m, true
		}
	}
	return mark{}, false
}

// isParted reports whether a bare age at byte i stands behind a name or an account and a point or bar, as over posts: "Jane Roe · 2h".
func isParted(line string, i int) bool {
	before := strings.TrimRight(line[:i], " \u00a0")
	name := strings.TrimRight(before, "·•|")
	return len(name) < len(before) && len(name) <= leadSize && name != "" && opensLead(name) && !isDigit(name[0])
}

// beforeControls reads the age that stands before the controls of a line: "ann 2 hours ago | parent | next".
func beforeControls(line string, x *lexer, r *reader) (mark, bool) {
	if len(line) > 2*bylineSize {
		return mark{}, false
	}
	head, ok := beforeBar(line)
	if !ok {
		return mark{}, false
	}
	m, ok := closing(head, x, r)
	return m, ok && m.f.isAge()
}

// beforeBar returns what stands before the bars of a line behind which there are only controls of the page: "ann 2 hours ago | parent | next".
func beforeBar(line string) (head string, ok bool) {
	head, rest, ok := strings.Cut(line, " | ")
	for ok && rest != "" {
		var part string
		part, rest, _ = strings.Cut(rest, " | ")
		ok = len(part) <= rubricSize/2 && strings.Count(part, " ") < 2
	}
	return head, ok
}

// followsName reports whether words such as "at" before a stamp stand behind a name and its mark: "Jane Roe, à 20:15". In a sentence they
// make the stamp part of it.
func (m *mark) followsName(line string, before []token) bool {
	for i := range before {
		if before[i].kind != wordTok {
			return false
		}
	}
	return (m.sep == commaSep || m.sep == strongSep) && int(m.rest) <= rubricSize && m.f.hasClock()
}

// suffixStart returns the first byte in a line's last part where a token begins.
func suffixStart(line string) int {
	i := max(0, len(line)-suffixWindow)
	for i > 0 && i < len(line) && !utf8.RuneStart(line[i]) {
		i++
	}
	return nextStart(line, i)
}

// nextStart returns the next byte behind i where a number or a word begins: behind a change of kind, or of case.
func nextStart(line string, i int) int {
	prev, size := utf8.DecodeRuneInString(line[i:])
	before, _ := utf8.DecodeLastRuneInString(line[:i])
	for i += size; i < len(line); i += size {
		var r rune
		r, size = utf8.DecodeRuneInString(line[i:])
		if startsToken(prev, r) || prev == '.' && digitValue(r) >= 0 && isSmall(before) {
			return i
		}
		before, prev = prev, r
	}
	return len(line)
}

// startsToken reports whether a number or a word begins at r behind prev.
func startsToken(prev, r rune) bool {
	switch {
	case digitValue(r) >= 0:
		return digitValue(prev) < 0 && !isJoin(prev)
	case isLetterRune(r):
		return !isLetterRune(prev) || isUnspaced(r) || isSmall(prev) && isCapital(r)
	}
	return false
}

// isJoin reports whether a mark joins the numbers of one date, clock or decimal. No stamp begins behind it.
func isJoin(r rune) bool { return r == ':' || r == '.' || r == '/' || r == '-' || r == '：' }

// separateBefore returns what parts the stamp that starts at byte start from the text before it, and where that text ends.
func separateBefore(line string, start int) (separator, int32) {
	sep := noSep
	i := start
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(line[:i])
		mark := plainMark(r)
		switch {
		case feed.SpaceWidth(r) > 0 || r == ' ' || r == '\t':
			if sep == noSep {
				sep = blankSep
			} else if sep == blankSep {
				sep = wideSep
			}
		case feed.SpaceWidth(r) == 0:
		case mark == '(' || mark == '[' || mark == '【' || isStrongMark(mark) || mark == '·':
			sep = strongSep
		case mark == ',':
			if sep != strongSep {
				sep = commaSep
			}
		default:
			if sep == noSep {
				sep = gluedSep
			}
			return sep, int32(i)
		}
		i -= size
	}
	return sep, 0
}

// mayEnd reports whether a stamp that ends a line may be parted from the text before it as it is: no preposition before it, and
// no sentence that simply ends with a date.
func (m *mark) mayEnd(line string) bool {
	f := &m.f
	if f.has&weakDate != 0 && f.dateForm >= monthOnly || !f.hasClock() && !f.hasDate() && !f.isAge() && f.match < 0 {
		return false
	}
	switch m.sep {
	case strongSep:
		before := line[m.start-1]
		return f.notation != dotClock || f.hasDate() || before == ' ' || before == '(' || before == '[' || before >= utf8.RuneSelf // -go=1.17
	case wideSep, gluedSep:
		return f.notation != dotClock || f.hasDate() // a column of prices, v2.37
	}
	var x lexer
	before := lastWord(line[:m.rest])
	if w := x.find(before, 0); w != nil && w.has(rolePrep|roleFiller|roleApprox|roleRange|roleUpdated|rolePublished) {
		return m.takeLabel(line, before, &x) || int(m.rest) <= rubricSize && f.day != 0 && f.year != 0 && x.startsByline(line) || m.mayRepeat(line, w)
	}
	if f.isAge() && int(m.rest) <= rubricSize && (m.sep == commaSep || isWord(line[:m.rest]) || areNames(line[:m.rest])) {
		return true // Ann Smith, 2 hours ago; ann 2 hours ago
	}
	if f.dateForm == dayMonth && f.has&(namedDate|weakDate) == 0 && len(line) <= shortLine {
		return true // Live-Ticker 16.08.
	}
	return f.hasClock() && (f.hasDate() || f.notation != dotClock || m.sep == commaSep) || f.hasDate() && f.year != 0 && f.has&weakDate == 0
}

// mayRepeat takes a date behind a preposition in a short line that is no sentence, for the document to decide: a line that stands again with another
// date is a header, "Key events of March 3".
func (m *mark) mayRepeat(line string, prep *word) bool {
	f := &m.f
	if !prep.has(rolePrep|roleFiller) || f.family() != dateFamily || f.day == 0 || f.month == 0 || f.has&(weakDate|badWeekday) != 0 || len(line) > shortLine || startsSmall(line) || endsSentence(line) {
		return false
	}
	f.has |= leadingPrep
	return true
}

// startsByline reports whether a line begins with a word for its writers: "By Ann Smith on August 16, 2025".
func (x *lexer) startsByline(line string) bool {
	end := letterRun(line, 0)
	w := x.find(line[:end], 0)
	return w != nil && w.has(roleByline)
}

// takeLabel takes a label that stands before a stamp, with a preposition: "published at 17:21". Extraction glues it to the headline before
// it: "Mayorpublished at". It reports whether there is one.
func (m *mark) takeLabel(line, prep string, x *lexer) bool {
	at := len(line[:m.rest]) - len(prep)
	at = feed.Span{Start: 0, End: at}.Trim(line).End
	word := lastWord(line[:at])
	for i := range word {
		if w := x.find(word[i:], 0); w != nil && w.has(rolePublished) && len(word)-i > 5 {
			m.f.has |= labelGlued
			m.rest = int32(feed.Span{Start: 0, End: at - len(word) + i}.Trim(line).End)
			m.sep = gluedSep
			return m.rest > 0 && m.f.hasClock()
		}
	}
	return false
}

// within reads the stamp in the middle of a short line: "Jane Roe, 16.03.2021, 19:05, in Gardens". Marks part it from what stands around it,
// and it tells a date, or a day and a clock.
func within(line string, x *lexer, r *reader) (mark, bool) {
	for i := nextStart(line, 0); i < len(line); i = nextStart(line, i) {
		if !isDigit(line[i]) && line[i] < utf8.RuneSelf && !isLetter(line[i]) {
			continue
		}
		sep, before := separateBefore(line, i)
		if sep != strongSep && sep != commaSep && sep != wideSep {
			continue
		}
		toks := x.lex(line, i)
		f, first, end := r.read(toks, false)
		if end == 0 || first != 0 || !f.plausible() || f.has&(weakDate|leadingPrep) != 0 || !(f.day != 0 && f.year != 0 || f.hasDay() && f.hasClock()) {
			continue
		}
		m := mark{start: int32(i), end: int32(toks[end-1].end), rest: before, place: inside, f: f}
		if m.end-m.start < int32(len("01.01.01")) {
			continue // [1.10.14, 3.0.0) are versions
		}
		sep, behind := separate(line, int(m.end))
		if m.sep = sep; sep == strongSep || sep == commaSep || sep == wideSep || int(behind) < len(line) && line[behind] == '(' {
			return m, true
		}
	}
	return mark{}, false
}
