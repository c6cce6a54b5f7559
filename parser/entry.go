package parser

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/dating"
	"newstimeline/parser/internal/layout"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"newstimeline/parser/memory"
	"newstimeline/parser/parallel"
	"runtime"
	"slices"
	"strings"
)

// Building: the lines of every block become an entry with title and paragraphs, and every line of
// the document gets its role.

// A builder makes entries. The paragraphs of those made in one go are slices of one arena.
type builder struct {
	*layout.Layout
	out   *feed.Document
	lexer words.Lexer
	arena []feed.Span
	runs  []text.Paragraph

	senders senderForm // how the texts after timestamps begin with who wrote them
}

// build makes the entries of the segments, dates them, and gives every line its role.
func (b *builder) build(parts []part, r *dating.Resolver) {
	dateables := make([]dating.Segment, len(parts))
	for k := range parts {
		dateables[k] = dating.Segment{Mark: parts[k].Mark, Header: parts[k].Header}
	}
	days := r.Days(dateables)
	r.NoteMisfits(dateables, days)
	if len(b.D.Text) >= largeText {
		runtime.GC()
	}
	b.markLines()
	b.senders = b.sendersOf()
	b.out.Entries = b.date(b.entries(parts), parts, dateables, days, r)
	r.SettleFolds(b.out.Entries)
	b.frame(parts)
}

// largeText is the size in bytes of a text from which on memory counts more than time. The garbage
// of all stages before is freed before its entries are made, which take more than those.
const largeText = 16 << 20

// partsAtOnce is how many parts become entries in one go.
const partsAtOnce = 4096

// entries makes an entry of every part; its Line is 0 if there is no text. Those of large texts are
// made on all processors, unless markup says more of them than their lines.
func (b *builder) entries(parts []part) []feed.Entry {
	all := memory.Make[feed.Entry](len(parts))[:len(parts)]
	if len(b.D.Text) < parallel.Large || len(b.D.Hints) > 0 {
		b.fill(all, parts)
		return all
	}
	pieces := apart(parts)
	parallel.Do(len(pieces), func() (func(int), func()) {
		own := *b
		return func(i int) {
			s := pieces[i]
			own.fill(all[s.Start:s.End], parts[s.Start:s.End])
		}, nil
	})
	return all
}

// apart cuts parts into pieces that have no lines in common.
func apart(parts []part) (pieces []feed.Span) {
	for from := 0; from < len(parts); {
		to := min(from+partsAtOnce, len(parts))
		for to < len(parts) && parts[to].From < parts[to-1].To {
			to++
		}
		pieces = append(pieces, feed.Span{Start: from, End: to})
		from = to
	}
	return pieces
}

// fill makes the entries of some parts.
func (b *builder) fill(entries []feed.Entry, parts []part) {
	texts := 0
	for k := range parts {
		texts += max(0, int(b.Texts[parts[k].To]-b.Texts[parts[k].From]))
	}
	b.arena = memory.Make[feed.Span](texts)
	for k := range parts {
		b.entry(&entries[k], &parts[k])
	}
}

// date dates the entries of some parts, and returns those with a text.
func (b *builder) date(entries []feed.Entry, parts []part, stamps []dating.Segment,
	days []dating.SegmentDay, r *dating.Resolver) []feed.Entry {
	n := 0
	for k := range parts {
		e := &entries[k]
		if e.Line == 0 {
			continue
		}
		r.Stamp(e, stamps[k], days[k])
		r.Trace(e, stamps, k, days)
		if len(b.D.Hints) > 0 {
			b.shareWriter(e, entries[:n], &parts[k])
			b.attach(e, &parts[k])
		}
		if n < k {
			entries[n] = *e
		}
		n++
	}
	return entries[:n]
}

// attach gives an entry the links and pictures in its lines.
func (b *builder) attach(e *feed.Entry, bl *part) {
	from, to := bl.Lines()
	if e.StampLine > 0 && !bl.Day {
		from = min(from, int(e.StampLine)-1)
	}
	b.D.Attach(e, int(b.D.Lines[from].At), int(b.D.Lines[to].At))
}

// shareWriter gives an entry the writer of the last one before it in the text, where markup says
// that they have the same.
func (b *builder) shareWriter(e *feed.Entry, before []feed.Entry, bl *part) {
	if len(before) == 0 || !e.Author.IsZero() {
		return
	}
	from, to := bl.Lines()
	if e.StampLine > 0 {
		from = min(from, int(e.StampLine)-1)
	}
	if b.D.SameWriter(from, to) {
		e.Author = before[len(before)-1].Author
	}
}

// entry makes the entry of a segment of an empty one, which it leaves empty if there is no text.
func (b *builder) entry(e *feed.Entry, bl *part) {
	from, to := bl.Lines()
	cut, span, credited := -1, feed.Span{}, true
	if bl.Mark >= 0 && !bl.Day {
		m := &b.Candidates[bl.Mark]
		e.StampLine = m.Line + 1
		cut, span = b.besideStamp(e, m, bl)
	} else if bl.Mark >= 0 {
		e.StampLine = b.Candidates[bl.Mark].Line + 1
	}
	b.runs = b.Paragraphs(b.runs[:0], from, to, cut, span, false)
	if len(b.runs) == 0 && e.Title.IsZero() {
		credited = false // it has no other text
		b.runs = b.Paragraphs(b.runs[:0], from, to, cut, span, true)
	}
	if len(b.runs) == 0 && e.Title.IsZero() {
		*e = feed.Entry{}
		return
	}
	b.takeTitle(e, bl)
	b.takeParagraphs(e, bl)
	b.takeCredits(e, bl, credited)
	if len(b.D.Hints) > 0 {
		e.URL = b.D.Address(from, to)
	}
}

// signature returns a byline without the dashes before a signature, and with the mark that ends an
// address: "-- Ann Lee <ann@example.org>".
func signature(content string, s feed.Span) feed.Span {
	name := s.Of(content)
	s.Start = s.End - len(strings.TrimLeft(name, "-–— "))
	if strings.IndexByte(name, '<') >= 0 && strings.HasPrefix(content[s.End:], ">") {
		s.End++
	}
	return s
}

// besideStamp takes what shares the line with a timestamp: a release's name, a byline. It returns
// the line, from 0, of which only a part is text, and that part. A name below the block's text is
// no headline.
func (b *builder) besideStamp(e *feed.Entry, m *stamp.Candidate,
	bl *part) (cut int, part feed.Span) {
	line := int(m.Line)
	s := b.D.Lines.Span(b.D.Text, line)
	if m.Fields.TitleEnd > 0 && m.Place == stamp.Opens && isBracketed(b.D.Text, m) &&
		b.D.Text[s.Start+int(m.Fields.TitleEnd)] == ']' {
		// [name] [14:05] text
		e.Author = feed.Span{Start: s.Start + int(m.Fields.TitleStart),
			End: s.Start + int(m.Fields.TitleEnd)}
	} else if m.Fields.TitleEnd > 0 && line <= int(bl.From) {
		e.Title = feed.Span{Start: s.Start + int(m.Fields.TitleStart),
			End: s.Start + int(m.Fields.TitleEnd)}
		e.Line, e.EndLine = m.Line+1, m.Line+1
		b.set(line, feed.StampLine, feed.RuleStamp)
	}
	if m.Place == stamp.Whole {
		e.Author = m.Author(s.Start)
		return -1, feed.Span{}
	}
	rest := feed.Span{Start: int(m.Rest), End: s.End}
	if m.Place == stamp.Closes {
		rest = feed.Span{Start: s.Start, End: int(m.Rest)}
	}
	if m.Place == stamp.Inside {
		rest = feed.Span{Start: s.Start, End: int(m.Rest)}
	}
	if !e.Title.IsZero() && rest.End <= e.Title.Start {
		e.Title = wholeName(b.D.Text, rest, e.Title)
		return line, feed.Span{}
	}
	if name := rest.Trim(b.D.Text); m.Place == stamp.Closes && m.Sep == stamp.GluedSep &&
		m.Fields.IsFull() && isShoutedName(name.Of(b.D.Text)) {
		e.Author = name // ANNAMay 31, 2019
		b.set(line, feed.StampLine, feed.RuleByline)
		return line, feed.Span{}
	}
	if m.Place == stamp.Inside && !b.Byline {
		rest.End = s.End // what is behind the timestamp is lost otherwise
	}
	if b.isHeadingOver(line, bl) {
		e.Title = headingOf(b.D.Text, rest)
		e.Line, e.EndLine = m.Line+1, m.Line+1
		b.set(line, feed.StampLine, feed.RuleStamp)
		return line, feed.Span{}
	}
	if b.Byline || b.D.IsWriter(rest.Trim(b.D.Text)) && b.Texts[bl.To]-b.Texts[bl.From] > 1 {
		e.Author = signature(b.D.Text, rest.Trim(b.D.Text))
		if names, ok := text.Writers(&b.lexer, e.Author.Of(b.D.Text)); ok {
			e.Author = feed.Span{Start: e.Author.Start + names.Start,
				End: e.Author.Start + names.End}
		}
		b.set(line, feed.StampLine, feed.RuleByline)
		return line, feed.Span{}
	}
	return line, b.takeSender(e, b.unwrap(rest.Trim(b.D.Text),
		feed.Span{Start: s.Start, End: int(m.Start)}))
}

// isHeadingOver reports whether a line is a heading, of Markdown or underlined, with all text of
// its entry below it. What it has beside its timestamp is the entry's title.
func (b *builder) isHeadingOver(line int, bl *part) bool {
	return line <= int(bl.From) && line+1 < int(bl.To) && b.Texts[bl.To] > b.Texts[line+1] &&
		(b.D.Look(line).Has(text.LookMarkdown) || b.Classes[line+1] == text.Underline)
}

// headingOf returns the words of a heading, without the marks before them.
func headingOf(doc string, rest feed.Span) feed.Span {
	for rest.Start < rest.End && (doc[rest.Start] == '#' || doc[rest.Start] == ' ') {
		rest.Start++
	}
	return rest.Trim(doc)
}

// isShoutedName reports whether some words are a name in capitals.
func isShoutedName(s string) bool {
	return s != "" && len(s) <= senderSize && strings.ToUpper(s) == s && text.IsWord(s)
}

// wholeName returns the name of an entry with the words before it in its line, and the bracket that
// they open: "New in [0.6.0]". Marks of a heading or a list are left out.
func wholeName(doc string, before, name feed.Span) feed.Span {
	for before.Start < before.End && strings.IndexByte("#*=+- \t", doc[before.Start]) >= 0 {
		before.Start++
	}
	if before = before.Trim(doc); before.Len() > 0 {
		name.Start = before.Start
	}
	if name.End < len(doc) {
		if k := strings.IndexByte(")]", doc[name.End]); k >= 0 && strings.IndexByte(name.Of(doc),
			"(["[k]) >= 0 {
			name.End++
		}
	}
	return name
}

// unwrap removes from the end of a text the marks that also precede its timestamp. Examples are
// "+++ 14:26 text +++", "**21:17 UTC: text**", "| 1 | 14:26 | text |".
func (b *builder) unwrap(part, lead feed.Span) feed.Span {
	lead = lead.Trim(b.D.Text)
	if lead.Len() == 0 {
		return part
	}
	mark := b.D.Text[lead.End-1]
	if mark != '+' && mark != '*' && mark != '_' && mark != '=' && mark != '~' && mark != '|' {
		return part
	}
	for part.End > part.Start && b.D.Text[part.End-1] == mark {
		part.End--
	}
	return part.Trim(b.D.Text)
}

// takeTitle makes a headline of the first paragraph, or of the one above the timestamp: a rubric
// may precede it.
func (b *builder) takeTitle(e *feed.Entry, bl *part) {
	if !e.Title.IsZero() || len(b.runs) < 2 {
		return
	}
	k := b.runAbove(bl)
	if k < 0 && !b.isTitle(b.runs) {
		return
	}
	k = max(k, 0)
	title := b.runs[k]
	e.Title = title.Span()
	e.Line, e.EndLine = b.runs[0].First+1, title.Last+1
	for i := title.First; i <= title.Last; i++ {
		b.set(int(i), feed.TitleLine, feed.RuleTitle)
	}
	b.runs = slices.Delete(b.runs, k, k+1)
}

// runAbove returns which paragraph of a segment is right above its timestamp, which is between
// headline and text. It is the first one, or a heading longer than those above it. It is -1 if
// there is none.
func (b *builder) runAbove(bl *part) int {
	if b.Place != feed.Between || bl.Day || bl.Mark < 0 {
		return -1
	}
	line := b.Candidates[bl.Mark].Line
	k := slices.IndexFunc(b.runs, func(p text.Paragraph) bool { return p.First > line }) - 1
	if k < 0 || b.runs[k].Last >= line {
		return -1
	}
	if k > 0 && !b.LookOf(b.runs[k]).Has(text.LookHeading) {
		return -1
	}
	for _, p := range b.runs[:k] {
		if p.Span().Len() >= b.runs[k].Span().Len() {
			return -1
		}
	}
	return k
}

// isTitle reports whether the first paragraph of an entry is its title: it has the form of one, and
// the next does not.
func (b *builder) isTitle(runs []text.Paragraph) bool {
	if b.Titled {
		return b.D.Titled(runs[0].Span())
	}
	if !b.LookOf(runs[0]).Has(text.LookHeading) || b.D.InLines(runs[0].Span()) ||
		strings.HasSuffix(runs[0].Span().Of(b.D.Text), ",") {
		return false
	}
	next := b.LookOf(runs[1])
	return next.Has(text.LookLong|text.LookEnded) || !next.Has(text.LookHeading)
}

// takeParagraphs takes the paragraphs into the entry.
func (b *builder) takeParagraphs(e *feed.Entry, bl *part) {
	from := len(b.arena)
	for k, run := range b.runs {
		b.arena = append(b.arena, run.Span())
		for i := run.First; i <= run.Last; i++ {
			role, why := feed.Continuation, feed.RuleGoesOn
			switch {
			case i > run.First:
				why = feed.RuleWrapped
			case k == 0:
				role, why = feed.Start, bl.Why
			case bl.Day:
				why = feed.RuleCueGoesOn
			}
			b.set(int(i), role, why)
		}
	}
	e.Paragraphs = b.arena[from:len(b.arena):len(b.arena)]
	if n := len(b.runs); n > 0 {
		if e.Line == 0 {
			e.Line = b.runs[0].First + 1
		}
		e.EndLine = max(e.EndLine, b.runs[n-1].Last+1)
	}
	e.Confidence = bl.Sure
	if bl.Guessed {
		e.Inferred |= feed.InferredGrouping
	}
}

// takeCredits takes the authors that a byline names; credits below the text are lines of the entry.
func (b *builder) takeCredits(e *feed.Entry, bl *part, credited bool) {
	for i := int(bl.From); i < int(bl.To); i++ {
		if b.Classes[i] == text.WhoLine {
			b.takeWriter(e, i)
		}
		if b.Classes[i] != text.CreditLine || !credited {
			continue
		}
		e.EndLine = max(e.EndLine, int32(i)+1)
		s := b.D.Lines.Span(b.D.Text, i)
		if names, ok := text.Writers(&b.lexer, s.Of(b.D.Text)); ok && e.Author.IsZero() {
			e.Author = feed.Span{Start: s.Start + names.Start, End: s.Start + names.End}
		} else if e.Author.IsZero() && b.D.IsWriter(s) {
			e.Author = s
		}
	}
}

// takeWriter takes the writer whom a line above the stamp names, without the word for it and an
// address of mail. The handle of an account serves if there is no name.
func (b *builder) takeWriter(e *feed.Entry, i int) {
	if !e.Author.IsZero() && !text.IsAccount(e.Author.Of(b.D.Text)) {
		return
	}
	s := b.D.Lines.Span(b.D.Text, i).Trim(b.D.Text)
	line := s.Of(b.D.Text)
	roles, stop := b.lexer.OpensWith(line)
	if name, ok := text.Speaker(&b.lexer, line); ok {
		s.End = s.Start + name.End
	} else if roles&(words.RoleByline|words.RoleCredit) != 0 {
		line = strings.TrimLeft(line[stop:], ": \t")
		s.Start = s.End - len(line)
	}
	if at := strings.IndexByte(line, '<'); at > 0 {
		s.End = s.Start + at
	}
	e.Author = s.Trim(b.D.Text)
}
