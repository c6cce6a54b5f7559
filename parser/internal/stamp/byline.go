package stamp

import (
	"strings"
	"unicode/utf8"

	"newstimeline/parser/feed"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
)

// Bylines with a timestamp: "Posted on May 24, 2021 by Ann Lee", "24. Mai 2021 von Ann Lee",
// "May 24, 2021 / 3 Comments / in Harbour / by Ann Lee". Every part of such a line is known: a
// label, the timestamp, a writer, a rubric, a count. They come in any order. A line with another
// word is a sentence or a headline. One that has only a timestamp is not read here.

// A byline is a line whose parts are read.
type byline struct {
	line     string
	x        *words.Lexer
	r        *Reader
	m        *Candidate
	first    *Candidate // the timestamp that opens the line, if it was read already
	author   feed.Span  // zero: none was read
	rubric   feed.Span  // the last that was read without a preposition
	opening  bool       // the author opens the line, and no word has told that it is one
	labelled Traits     // Published or Updated, where a label was read
	counted  bool       // a count was read
	answered bool       // the line ends with a control such as "Reply": it heads a comment
	spoken   bool       // the line ends with a word for speaking: "said:"
	led      bool       // the line ends so, or with a control: a name opens it in any letters
	placed   bool       // a rubric after a preposition was read
}

// inByline reads the timestamp of a line that is a byline. The candidate is all of its line. The
// timestamp that opens the line may have been read already: first.
func inByline(m, first *Candidate, line string, x *words.Lexer, r *Reader) bool {
	if !mayBeByline(line) {
		return false
	}
	b := byline{line: line, x: x, r: r, m: m, first: first}
	m.End, m.Fields = 0, NoFields
	b.spoken = b.speaks()
	for i := b.skipMarks(0); i < len(line); i = b.skipMarks(i) {
		next := b.part(i)
		if next == i || m.End > 0 && m.Fields.Day == 0 && b.labelled == 0 && b.author.IsZero() {
			return false
		}
		i = next
	}
	return b.take()
}

// mayBeByline reports whether a line has the size of a byline, a digit, and no end of a sentence.
func mayBeByline(line string) bool {
	if len(line) > text.CreditSize || line[len(line)-1] == '.' && !mayBeLast(line) &&
		!endsInDigit(line[:len(line)-1]) {
		return false
	}
	return holdsDigit(line) && !strings.ContainsAny(line, `!?;"=%$<{`)
}

// holdsDigit reports whether a line has a digit, or the first byte of one beyond ASCII.
func holdsDigit(line string) bool {
	if words.NextDigit(line, 0, len(line)) < len(line) {
		return true
	}
	for i := range len(line) {
		if c := line[i]; c >= utf8.RuneSelf && isDigitLead(c) && (c <= 0xE0 || c == 0xEF) {
			return true
		}
	}
	return false
}

func endsInDigit(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return words.DigitValue(last) >= 0
}

// part reads the part of a byline at byte i, and returns the next byte; i: there is none.
func (b *byline) part(i int) int {
	if b.m.End == 0 || b.labelled&Updated != 0 {
		if next := b.stamp(i); next > i {
			return next
		}
	}
	number := words.Number(b.line, i)
	if number.End > int32(i) {
		return b.numbered(i, &number)
	}
	if w, end := b.x.FormAt(b.line, i); w != nil {
		if next := b.known(w, i, end); next > i {
			return next
		}
	}
	if b.author.IsZero() && b.m.End == 0 {
		return b.openingName(i)
	}
	if b.spoken && b.m.End > 0 {
		return b.speaker(i)
	}
	return b.plainRubric(i)
}

// speaker reads the name behind the timestamp of a line that ends with a word for speaking: "On May
// 24, 2021, ann77 wrote:". The name of an account may be small. What opens the line is no name then
// but a control, as "Report this comment" is.
func (b *byline) speaker(i int) int {
	end := b.nameEnd(i, true)
	if end > i {
		b.author, b.opening = feed.Span{Start: i, End: end}, false
	}
	return end
}

// stamp reads the timestamp at byte i.
func (b *byline) stamp(i int) int {
	f, start, stop := b.read(i)
	if stop == 0 || !f.isPlausible() || f.Has&(WeakDate|Spanned|BadWeekday) != 0 || f.IsAge() ||
		f.Match >= 0 || f.Day == 0 && (!f.HasClock() || f.HasDate()) || f.DateForm == DayOnly {
		return i
	}
	if label := f.Has & (Updated | Published); label != 0 {
		b.takeLabel(i, label)
	}
	if b.m.End == 0 {
		*b.m = Candidate{Start: start, End: stop, Fields: f}
	}
	return int(stop)
}

// read reads the fields at byte i, and returns where they begin and end; 0: there are none.
func (b *byline) read(i int) (f Fields, start, stop int32) {
	if i == 0 && b.first != nil {
		return b.first.Fields, b.first.Start, b.first.End
	}
	toks := b.x.Lex(b.line, i)
	f, first, end := b.r.read(toks, false)
	if end == 0 {
		return f, 0, 0
	}
	return f, toks[first].Start, toks[end-1].End
}

// known reads the word w, from byte i to end, and what belongs to it: the name of a writer, a
// rubric. It returns the next byte; i: no byline has such a word there.
func (b *byline) known(w *words.Word, i, end int) int {
	switch {
	case b.answers(i):
		b.answered, b.counted = true, b.counted || w.Has(words.RoleCount)
		return end
	case w.Has(words.RoleCount):
		return b.count(w, end)
	case w.Has(words.RoleByline | words.RoleWriter):
		if next := b.writer(b.skipColon(end)); next > end {
			return next
		}
	case w.Has(words.RoleNamed) && b.opening:
		b.opening = false
		return end
	case w.Has(words.RoleNamed) && b.author.IsZero() && !b.rubric.IsZero():
		b.author, b.rubric = b.rubric, feed.Span{}
		return end
	}
	switch {
	case w.Has(words.RoleUpdated):
		b.takeLabel(i, Updated)
	case w.Has(words.RolePublished | words.RoleWrote):
		b.takeLabel(i, Published)
	case w.Has(words.RolePrep) && (b.m.End > 0 || b.labelled != 0):
		if at := b.skipColon(end); b.nameEnd(at, false) > at {
			b.placed = true
			return b.nameEnd(at, false)
		}
		return i
	default:
		return i
	}
	return end
}

// takeLabel takes the label at byte i.
func (b *byline) takeLabel(i int, label Traits) {
	b.labelled |= label
	if first, _ := utf8.DecodeRuneInString(b.line[i:]); b.spoken || !words.IsCapital(first) {
		b.opening = false // "Ann Lee posted", but not the headline "Ferry Posted"
	}
}

// writer reads the name after a word for the writer, and returns the next byte; 0: there is none.
func (b *byline) writer(i int) int {
	end := b.nameEnd(i, true)
	if end == i || !b.author.IsZero() {
		return 0
	}
	b.author = feed.Span{Start: i, End: end}
	return end
}

// openingName reads the name that opens a byline: "Ann Lee posted on May 24, 2021".
func (b *byline) openingName(i int) int {
	b.led = b.spoken || b.answers(lastWord(b.line))
	end := b.nameEnd(i, b.led)
	name := feed.Span{Start: i, End: end}
	if end == i || !text.AreNames(name.Of(b.line)) && !text.IsAccount(name.Of(b.line)) && !b.led {
		return i
	}
	b.author, b.opening = name, true
	return end
}

// plainRubric reads a few capitalised words without a preposition: the section, the office of the
// writer.
func (b *byline) plainRubric(i int) int {
	end := b.nameEnd(i, false)
	b.rubric = feed.Span{Start: i, End: end}
	return end
}

// nameEnd returns where the capitalised words at byte i end; i: there are none. They end before
// another part of the byline and before a mark. The name of an account may be small.
func (b *byline) nameEnd(i int, account bool) int {
	end, at := i, i
	for count := 0; at < len(b.line); count++ {
		if count > 0 && b.begins(at) {
			return end
		}
		stop := wordStop(b.line, at)
		if stop == at || count == text.RubricWords {
			return b.orNone(i, end, at)
		}
		first, _ := utf8.DecodeRuneInString(b.line[at:])
		switch {
		case !words.IsSmall(first) && words.DigitValue(first) < 0,
			account && (count == 0 || b.led || b.labelled != 0 && b.m.End == 0): // by ann smith on
			end = stop
		case count == 0 || stop-at > len("van"):
			return i
		}
		_, at = words.SkipSpace(b.line, stop)
		if stop < len(b.line) && at == stop {
			return end
		}
	}
	return b.orNone(i, end, at)
}

// orNone returns the end of the name at byte i if it reaches byte at but for blanks, else i.
func (b *byline) orNone(i, end, at int) int {
	if strings.Trim(b.line[end:at], spaces) != "" || at < len(b.line) && wordStop(b.line, at) > at {
		return i
	}
	return end
}

// begins reports whether another part of the byline begins at byte i.
func (b *byline) begins(i int) bool {
	if number := words.Number(b.line, i); number.End > int32(i) {
		return true
	}
	w, end := b.x.FormAt(b.line, i)
	switch {
	case w == nil:
		return false
	case w.Has(words.RoleCount | words.RolePublished | words.RoleUpdated | words.RoleWrote |
		words.RoleNamed):
		return true
	case w.Has(words.StampRoles) && b.m.End == 0:
		was := *b.m
		next := b.stamp(i)
		if *b.m = was; next > i {
			return true
		}
	}
	at := b.skipColon(end)
	return w.Has(words.RolePrep) && at < len(b.line) && b.nameEnd(at, false) > at
}

// numbered reads what begins with a number, at byte i: "3 comments", "5 min read", or a number
// alone.
func (b *byline) numbered(i int, number *words.Token) int {
	toks := b.x.Lex(b.line, i)
	b.r.Toks, b.r.F = toks, b.m.Fields
	if n := b.r.readingTime(0); n > 0 {
		b.counted = true
		return int(toks[n-1].End)
	}
	at := int(number.End)
	_, word := words.SkipSpace(b.line, at)
	if word < len(b.line) {
		if w, end := b.x.FormAt(b.line, word); w != nil && w.Has(words.RoleCount) {
			return b.count(w, end)
		}
	}
	if number.Digits <= countSize && b.m.End > 0 && (at == len(b.line) || b.skipMarks(at) > word) {
		b.counted = b.counted || int(b.m.End) == len(strings.TrimRight(b.line[:i], spaces))
		return at
	}
	return i
}

// count takes a word for what the page counts, which ends at byte end. The title may follow it.
func (b *byline) count(w *words.Word, end int) int {
	if b.counted = true; w.Number > 0 {
		return len(b.line)
	}
	return end
}

// skipColon skips a colon and blanks.
func (b *byline) skipColon(i int) int {
	_, i = words.SkipSpace(b.line, i)
	if i < len(b.line) {
		if r, size := utf8.DecodeRuneInString(b.line[i:]); words.PlainMark(r) == ':' {
			_, i = words.SkipSpace(b.line, i+size)
		}
	}
	return i
}

// skipMarks skips the marks and blanks between parts, and a full stop behind the last.
func (b *byline) skipMarks(i int) int {
	for i < len(b.line) {
		if _, next := words.SkipSpace(b.line, i); next > i {
			i = next
			continue
		}
		r, size := utf8.DecodeRuneInString(b.line[i:])
		if !isPartMark(words.PlainMark(r)) && !(r == '.' && i+size == len(b.line)) {
			return i
		}
		i += size
	}
	return i
}

// isPartMark reports whether a mark may be between the parts of a byline.
func isPartMark(mark rune) bool {
	switch mark {
	case '|', '·', ',', '(', ')', '[', ']', ':', '/', '-', '–', '*', '#', '»', '›', '→', '►', '■',
		'●':
		return true
	}
	return false
}

// wordStop returns where the word at byte i ends: at a blank, or a mark between parts.
func wordStop(line string, i int) int {
	for i < len(line) {
		r, size := utf8.DecodeRuneInString(line[i:])
		if mark := words.PlainMark(r); isPartMark(mark) && mark != '-' && mark != '*' ||
			strings.ContainsRune(spaces, r) {
			return i
		}
		i += size
	}
	return i
}

// take makes the candidate all of its line, if enough was read: a whole date, and a word that tells
// what the line is. With a label and a writer, a clock is enough.
func (b *byline) take() bool {
	f := &b.m.Fields
	b.opening = b.opening && !(b.answered && f.IsFull() && f.HasClock())
	isWritten := !b.author.IsZero() && !b.opening
	switch {
	case b.m.End == 0, f.Day == 0 && (b.labelled|f.Has&LeadingPrep == 0 || !isWritten):
		return false
	case b.opening:
		return b.takeName()
	case f.Year == 0 && !f.HasClock() && b.labelled == 0, !b.rubric.IsZero() && (!isWritten ||
		b.labelled == 0 && !b.counted):
		return false
	case !isWritten && !b.counted && !(b.labelled == Published && (b.placed || b.spoken)):
		return false
	case b.closesAfterMark():
		return false // "By Ann Lee | May 24, 2021" is read as a name beside a timestamp
	}
	if f.Has = f.Has&^LeadingPrep | Bylined; b.labelled != 0 || isWritten {
		f.Has = f.Has&^(Updated|Published) | b.label()
	}
	if b.isSmall() {
		f.Has |= Loose
	}
	f.AuthorStart, f.AuthorEnd = int16(b.author.Start), int16(b.author.End)
	b.m.fillLine(b.line)
	return true
}

// isSmall reports whether words in small letters are in the name before a control: "old salt May
// 24, 2021 at 3:40 PM - Reply". So may be a sentence.
func (b *byline) isSmall() bool {
	return b.led && !b.spoken && hasSmallWord(b.author.Of(b.line))
}

// hasSmallWord reports whether a word behind the first begins with a small letter.
func hasSmallWord(name string) bool {
	_, rest := text.CutWord(name)
	for word := range strings.FieldsSeq(rest) {
		if words.StartsSmall(word) && len(word) > len("van") {
			return true
		}
	}
	return false
}

// answers reports whether the line ends with a control, at byte i: "Reply".
func (b *byline) answers(i int) bool {
	w, end := b.x.FormAt(b.line, i)
	return w != nil && w.Has(words.RoleButton) && b.skipMarks(end) == len(b.line)
}

// speaks reports whether the line ends with a word for speaking and a colon: "… said:".
func (b *byline) speaks() bool {
	line := strings.TrimRight(b.line, "])*_ ")
	end := strings.TrimRight(line, ":：")
	if len(end) == len(line) {
		return false
	}
	w, stop := b.x.FormAt(b.line, lastWord(end))
	return w != nil && stop == len(end) && w.Has(words.RoleWrote)
}

// lastWord returns where the last word of a text begins.
func lastWord(s string) int {
	i := strings.LastIndexAny(s, spaces)
	if i < 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return i + size
}

// closesAfterMark reports whether the line is a writer, a mark and the timestamp.
func (b *byline) closesAfterMark() bool {
	if b.labelled != 0 || b.counted || b.placed || !b.rubric.IsZero() ||
		int(b.m.Start) < b.author.End {
		return false
	}
	between := strings.Trim(b.line[b.author.End:b.m.Start], spaces)
	first, _ := utf8.DecodeRuneInString(between)
	return isPartMark(words.PlainMark(first))
}

// takeName makes the candidate one that closes its line, after a name and a preposition: "Ann Lee
// on May 24, 2021 at 3:40 PM". The document tells whether it is the name of a writer.
func (b *byline) takeName() bool {
	f := &b.m.Fields
	if !f.IsFull() || !f.HasClock() || b.labelled != 0 || b.counted || !b.rubric.IsZero() ||
		int(b.m.Start) < b.author.End ||
		!text.IsWord(strings.Trim(b.line[b.author.End:b.m.Start], spaces)) {
		return false
	}
	f.Has &^= LeadingPrep
	b.m.Place, b.m.Sep, b.m.Rest = Closes, BlankSep, int32(b.author.End)
	return true
}

// label returns the label of the timestamp: one with a writer is published.
func (b *byline) label() Traits {
	if b.labelled == Updated {
		return Updated
	}
	return Published
}

// Author returns the name of the writer in a byline that is all a timestamp; at is where its line
// begins. The zero Span: there is none.
func (m *Candidate) Author(at int) feed.Span {
	if m.Fields.AuthorEnd == 0 {
		return feed.Span{}
	}
	return feed.Span{Start: at + int(m.Fields.AuthorStart), End: at + int(m.Fields.AuthorEnd)}
}
