package parser

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"strings"
)

// Building: the lines of every block become an entry with title and paragraphs, and every line of the document gets its role.

// build makes the entries of the blocks and gives every line its role.
func (j *judge) build(blocks []block) {
	d := j.d
	r := j.newResolver()
	d.Meaning = j.context(r).meaning
	if r.stated.zone != nil {
		d.ClockZone, d.ZoneName = r.stated.zone, r.stated.name
	}
	d.Layout = j.layout()
	told := r.days(blocks)
	j.markLines()
	d.Entries = make([]feed.Entry, 0, len(blocks))
	b := builder{judge: j, arena: make([]feed.Span, 0, j.texts[d.Lines.Count()])}
	for k := range blocks {
		e := b.entry(&blocks[k])
		if e.Line == 0 {
			continue
		}
		r.stamp(&e, &blocks[k], told[k])
		d.Entries = append(d.Entries, e)
	}
	j.frame(blocks)
	if d.Language == "" {
		d.Language = j.languageOf(b.arena).String()
	}
	d.Order = j.orderOf(d.Entries)
	d.NewestFirst = j.readsBack(d.Order)
	if d.Order == feed.Unknown && d.NewestFirst && len(d.Entries) > 1 {
		for i := range d.Entries {
			d.Entries[i].Inferred |= feed.InferredOrder
		}
	}
	r.report()
}

// context returns what the document tells of any stamp in it.
func (j *judge) context(r *resolver) *context {
	c := &context{p: j.p, base: r.base, dayFirst: j.dayFirst, order: feed.OldestFirst, stated: r.stated}
	if j.newestFirst() {
		c.order = feed.NewestFirst
	}
	if c.base.IsZero() {
		c.base = r.baseYear()
	}
	return c
}

// A builder makes entries. Their paragraphs are slices of one arena.
type builder struct {
	*judge
	arena []feed.Span
	runs  []lineRun
}

// entry makes the entry of a block; its Line is 0 if there is no text.
func (b *builder) entry(bl *block) feed.Entry {
	var e feed.Entry
	cut, part := -1, feed.Span{}
	if bl.mark >= 0 && !bl.day {
		m := &b.marks[bl.mark]
		e.StampLine = int(m.Line) + 1
		cut, part = b.besideStamp(&e, m, bl)
	} else if bl.mark >= 0 {
		e.StampLine = int(b.marks[bl.mark].Line) + 1
	}
	b.runs = b.paragraphs(b.runs[:0], bl.from, bl.to, cut, part)
	if len(b.runs) == 0 && e.Title.IsZero() {
		b.uncredit(bl)
		b.runs = b.paragraphs(b.runs[:0], bl.from, bl.to, cut, part)
	}
	if len(b.runs) == 0 && e.Title.IsZero() {
		return feed.Entry{}
	}
	b.takeTitle(&e, bl)
	b.takeParagraphs(&e, bl)
	b.takeCredits(&e, bl)
	if len(b.d.Hints) > 0 {
		e.URL = b.d.address(bl.from, bl.to)
	}
	return e
}

// besideStamp takes what shares the line with a stamp: a release's name, a by-line. It returns the line, from 0, of which only a part is
// text, and that part. A name below the block's text is no headline.
func (b *builder) besideStamp(e *feed.Entry, m *stamp.Candidate, bl *block) (cut int, part feed.Span) {
	line := int(m.Line)
	s := b.d.Lines.Span(b.d.Text, line)
	if m.Fields.TitleEnd > 0 && line <= int(bl.from) {
		e.Title = feed.Span{Start: s.Start + int(m.Fields.TitleStart), End: s.Start + int(m.Fields.TitleEnd)}
		e.Line, e.EndLine = line+1, line+1
		b.set(line, feed.StampLine, feed.RuleStamp)
	}
	if m.Place == stamp.Whole {
		return -1, feed.Span{}
	}
	rest := feed.Span{Start: int(m.Rest), End: s.End}
	if m.Place == stamp.Closes {
		rest = feed.Span{Start: s.Start, End: int(m.Rest)}
	}
	if m.Place == stamp.Inside {
		rest = feed.Span{Start: s.Start, End: int(m.Rest)}
	}
	if b.byline || b.d.isWriter(rest.Trim(b.d.Text)) && b.texts[bl.to]-b.texts[bl.from] > 1 {
		e.Author = rest.Trim(b.d.Text)
		if names, ok := text.Writers(&b.lexer, e.Author.Of(b.d.Text)); ok {
			e.Author = feed.Span{Start: e.Author.Start + names.Start, End: e.Author.Start + names.End}
		}
		b.set(line, feed.StampLine, feed.RuleByline)
		return line, feed.Span{}
	}
	return line, b.unwrap(rest.Trim(b.d.Text), feed.Span{Start: s.Start, End: int(m.Start)})
}

// unwrap takes from the end of a text the marks that stand before its stamp too: "+++ 14:26 text +++", "**21:17 UTC: text**".
func (b *builder) unwrap(part, lead feed.Span) feed.Span {
	lead = lead.Trim(b.d.Text)
	if lead.Len() == 0 {
		return part
	}
	mark := b.d.Text[lead.End-1]
	if mark != '+' && mark != '*' && mark != '_' && mark != '=' && mark != '~' {
		return part
	}
	for part.End > part.Start && b.d.Text[part.End-1] == mark {
		part.End--
	}
	return part.Trim(b.d.Text)
}

// takeTitle makes a headline of the first paragraph.
func (b *builder) takeTitle(e *feed.Entry, bl *block) {
	if !e.Title.IsZero() || len(b.runs) < 2 || !b.isTitle(b.runs) && !b.standsOver(bl) {
		return
	}
	first := b.runs[0]
	e.Title = first.span()
	e.Line, e.EndLine = int(first.first)+1, int(first.last)+1
	for i := first.first; i <= first.last; i++ {
		b.set(int(i), feed.TitleLine, feed.RuleTitle)
	}
	b.runs = b.runs[1:]
}

// standsOver reports whether the stamp stands between the first paragraph of a block and the next, as it does under headlines.
func (b *builder) standsOver(bl *block) bool {
	if b.place != feed.Between || bl.day || bl.mark < 0 {
		return false
	}
	line := b.marks[bl.mark].Line
	return b.runs[0].last < line && line < b.runs[1].first
}

// isTitle reports whether the first paragraph of an entry is its headline: it reads like one, and what follows does not.
func (j *judge) isTitle(runs []lineRun) bool {
	if j.titlesMarked() {
		return j.d.titled(runs[0].span())
	}
	if !j.lookOf(runs[0]).Has(text.LookHeading) {
		return false
	}
	next := j.lookOf(runs[1])
	return next.Has(text.LookLong|text.LookEnded) || !next.Has(text.LookHeading)
}

// takeParagraphs takes the paragraphs into the entry.
func (b *builder) takeParagraphs(e *feed.Entry, bl *block) {
	from := len(b.arena)
	for k, run := range b.runs {
		b.arena = append(b.arena, run.span())
		for i := run.first; i <= run.last; i++ {
			role, why := feed.Continuation, feed.RuleGoesOn
			switch {
			case i > run.first:
				why = feed.RuleWrapped
			case k == 0:
				role, why = feed.Start, bl.why
			case bl.day:
				why = feed.RuleCueGoesOn
			}
			b.set(int(i), role, why)
		}
	}
	e.Paragraphs = b.arena[from:len(b.arena):len(b.arena)]
	if n := len(b.runs); n > 0 {
		if e.Line == 0 {
			e.Line = int(b.runs[0].first) + 1
		}
		e.EndLine = max(e.EndLine, int(b.runs[n-1].last)+1)
	}
	e.Confidence = bl.confidence()
	if bl.day && bl.score < maxScore {
		e.Inferred |= feed.InferredGrouping
	}
}

// takeCredits takes the writers that a by-line names; credits below the text are lines of the entry.
func (b *builder) takeCredits(e *feed.Entry, bl *block) {
	for i := bl.from; i < bl.to; i++ {
		if b.classes[i] == whoLine {
			b.takeWriter(e, i)
		}
		if b.classes[i] != creditLine {
			continue
		}
		if i >= e.EndLine {
			e.EndLine = i + 1
		}
		s := b.d.Lines.Span(b.d.Text, i)
		if names, ok := text.Writers(&b.lexer, s.Of(b.d.Text)); ok && e.Author.IsZero() {
			e.Author = feed.Span{Start: s.Start + names.Start, End: s.Start + names.End}
		} else if e.Author.IsZero() && b.d.isWriter(s) {
			e.Author = s
		}
	}
}

// takeWriter takes the writer whom a line above the stamp names, without the word for it and an address of mail. The handle of an account
// serves if there is no name.
func (b *builder) takeWriter(e *feed.Entry, i int) {
	if !e.Author.IsZero() && !text.IsAccount(e.Author.Of(b.d.Text)) {
		return
	}
	s := b.d.Lines.Span(b.d.Text, i).Trim(b.d.Text)
	line := s.Of(b.d.Text)
	if roles, stop := b.lexer.OpensWith(line); roles&(words.RoleByline|words.RoleCredit) != 0 {
		line = strings.TrimLeft(line[stop:], ": \t")
		s.Start = s.End - len(line)
	}
	if at := strings.IndexByte(line, '<'); at > 0 {
		s.End = s.Start + at
	}
	e.Author = s.Trim(b.d.Text)
}

// uncredit makes the credits of a block text again: it has no other.
func (b *builder) uncredit(bl *block) {
	for i := bl.from; i < bl.to; i++ {
		if b.classes[i] == creditLine {
			b.classes[i] = textLine
		}
	}
}
