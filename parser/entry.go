package parser

// Building: the lines of every block become an entry with title and paragraphs, and every line of the document gets its role.

// build makes the entries of the blocks and gives every line its role.
func (j *judge) build(blocks []block) {
	d := j.d
	r := j.newResolver()
	d.known = j.context(r)
	if r.stated.zone != nil {
		d.zone = r.stated.zone
	}
	d.Layout = j.layout()
	told := r.days(blocks)
	j.markLines()
	d.Entries = make([]Entry, 0, len(blocks))
	b := builder{judge: j}
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
		d.Language = languageOf(d.Text, b.arena[:min(len(b.arena), languageSpans)]).String()
	}
	d.Order = j.orderOf(d.Entries)
	d.newest = j.readsBack(d.Order)
	if d.Order == Unknown && d.newest && len(d.Entries) > 1 {
		for i := range d.Entries {
			d.Entries[i].Inferred |= InferredOrder
		}
	}
	r.report()
}

// context returns what the document tells of any stamp in it.
func (j *judge) context(r *resolver) context {
	c := context{p: j.p, base: r.base, dayFirst: j.dayFirst, order: OldestFirst, stated: r.stated}
	if j.newestFirst() {
		c.order = NewestFirst
	}
	if c.base.IsZero() {
		c.base = r.baseYear()
	}
	return c
}

// A builder makes entries. Their paragraphs are slices of one arena.
type builder struct {
	*judge
	arena []Span
	runs  []lineRun
}

// entry makes the entry of a block; its Line is 0 if there is no text.
func (b *builder) entry(bl *block) Entry {
	var e Entry
	cut, part := -1, Span{}
	if bl.mark >= 0 && !bl.day {
		m := &b.marks[bl.mark]
		e.StampLine = int(m.line) + 1
		cut, part = b.besideStamp(&e, m)
	} else if bl.mark >= 0 {
		e.StampLine = int(b.marks[bl.mark].line) + 1
	}
	b.runs = b.paragraphs(b.runs[:0], bl.from, bl.to, cut, part)
	if len(b.runs) == 0 && e.Title.IsZero() {
		b.uncredit(bl)
		b.runs = b.paragraphs(b.runs[:0], bl.from, bl.to, cut, part)
	}
	if len(b.runs) == 0 && e.Title.IsZero() {
		return Entry{}
	}
	b.takeTitle(&e, bl)
	b.takeParagraphs(&e, bl)
	b.takeCredits(&e, bl)
	return e
}

// besideStamp takes what shares the line with a stamp: a release's name, a by-line. It returns the line, from 0, of which only a part is
// text, and that part.
func (b *builder) besideStamp(e *Entry, m *mark) (cut int, part Span) {
	line := int(m.line)
	s := b.d.lines.span(b.d.Text, line)
	if m.f.titleEnd > 0 {
		e.Title = Span{s.Start + int(m.f.titleStart), s.Start + int(m.f.titleEnd)}
		e.Line, e.EndLine = line+1, line+1
		b.set(line, StampLine, ruleStamp)
	}
	if m.place == whole {
		return -1, Span{}
	}
	rest := Span{int(m.rest), s.End}
	if m.place == closes {
		rest = Span{s.Start, int(m.rest)}
	}
	if m.place == inside {
		rest = Span{s.Start, int(m.rest)}
	}
	if b.byline {
		e.Author = trim(b.d.Text, rest)
		if names, ok := b.lexer.writers(e.Author.Of(b.d.Text)); ok {
			e.Author = Span{e.Author.Start + names.Start, e.Author.Start + names.End}
		}
		b.set(line, StampLine, ruleByline)
		return line, Span{}
	}
	return line, b.unwrap(trim(b.d.Text, rest), Span{s.Start, int(m.start)})
}

// unwrap takes from the end of a text the marks that stand before its stamp too: "+++ 14:26 text +++", "**21:17 UTC: text**".
func (b *builder) unwrap(part, lead Span) Span {
	lead = trim(b.d.Text, lead)
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
	return trim(b.d.Text, part)
}

// takeTitle makes a headline of the first paragraph.
func (b *builder) takeTitle(e *Entry, bl *block) {
	if !e.Title.IsZero() || len(b.runs) < 2 || !b.isTitle(b.runs) {
		return
	}
	first := b.runs[0]
	e.Title = first.span()
	e.Line, e.EndLine = int(first.first)+1, int(first.last)+1
	for i := first.first; i <= first.last; i++ {
		b.set(int(i), TitleLine, ruleTitle)
	}
	b.runs = b.runs[1:]
}

// isTitle reports whether the first paragraph of an entry is its headline: it reads like one, and what follows does not.
func (j *judge) isTitle(runs []lineRun) bool {
	first, next := runs[0].of(j.d.Text), runs[1].of(j.d.Text)
	if !isHeading(first) {
		return false
	}
	return isSentence(next) || endsSentence(next) || !isHeading(next)
}

// takeParagraphs takes the paragraphs into the entry.
func (b *builder) takeParagraphs(e *Entry, bl *block) {
	from := len(b.arena)
	for k, run := range b.runs {
		b.arena = append(b.arena, run.span())
		for i := run.first; i <= run.last; i++ {
			role, why := Continuation, ruleGoesOn
			switch {
			case i > run.first:
				why = ruleWrapped
			case k == 0:
				role, why = Start, bl.why
			case bl.day:
				why = ruleCueGoesOn
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
		e.Inferred |= InferredGrouping
	}
}

// takeCredits takes the writers that a by-line names; credits below the text are lines of the entry.
func (b *builder) takeCredits(e *Entry, bl *block) {
	for i := bl.from; i < bl.to; i++ {
		if b.classes[i] != creditLine {
			continue
		}
		if i >= e.EndLine {
			e.EndLine = i + 1
		}
		s := b.d.lines.span(b.d.Text, i)
		if names, ok := b.lexer.writers(s.Of(b.d.Text)); ok && e.Author.IsZero() {
			e.Author = Span{s.Start + names.Start, s.Start + names.End}
		}
	}
}

// uncredit makes the credits of a block text again: it has no other.
func (b *builder) uncredit(bl *block) {
	for i := bl.from; i < bl.to; i++ {
		if b.classes[i] == creditLine {
			b.classes[i] = textLine
		}
	}
}

// set gives line i, from 0, a role and the reason for it.
func (j *judge) set(i int, role Role, why rule) {
	j.d.Roles[i], j.d.rules[i] = role, why
}

// markLines gives the lines that are no text their roles.
func (j *judge) markLines() {
	for i, class := range j.classes {
		switch class {
		case blankLine:
			j.set(i, Blank, ruleBlank)
		case dividing:
			j.set(i, Separator, ruleSeparator)
		case buttonLine:
			j.set(i, Noise, ruleButton)
		case creditLine:
			j.set(i, Noise, ruleCredit)
		}
	}
	for k := range j.marks {
		m := &j.marks[k]
		if m.place == whole || j.verdicts[k] == indexMark {
			j.set(int(m.line), j.roleOf(k), j.ruleOf(k))
		}
	}
	j.markIndex()
}

// markIndex gives the headlines of an index its role: a line below each of its stamps.
func (j *judge) markIndex() {
	for k := range j.marks {
		if j.verdicts[k] != indexMark || j.marks[k].place != whole {
			continue
		}
		if i := int(j.marks[k].line) + 1; i < len(j.classes) && j.classes[i] == textLine {
			j.set(i, Index, ruleIndex)
		}
	}
}

// roleOf returns the role of a line that is, all of it, mark k.
func (j *judge) roleOf(k int) Role {
	switch j.verdicts[k] {
	case entryMark:
		if j.daily {
			return DateHeader
		}
		return StampLine
	case headerMark:
		return DateHeader
	case indexMark:
		return Index
	case doubleMark:
		return StampLine
	}
	if j.isOfPage(k) {
		return PageStamp
	}
	return Noise
}

// isOfPage reports whether mark k dates the page: it is labelled, or it stands above the feed and tells a day.
func (j *judge) isOfPage(k int) bool {
	f := &j.marks[k].f
	return f.has&(updated|published) != 0 || f.hasDay() && f.has&weakDate == 0 && j.main != nil && int32(k) < j.main.marks[0]
}

func (j *judge) ruleOf(k int) rule {
	switch j.verdicts[k] {
	case entryMark:
		if j.daily {
			return ruleHeaderEntry
		}
		return ruleStamp
	case headerMark:
		return ruleHeader
	case indexMark:
		return ruleIndex
	case doubleMark:
		return ruleDouble
	}
	if j.isOfPage(k) {
		return rulePage
	}
	return ruleOtherStamp
}

// frame gives the lines before, between and behind the entries their roles, and finds the lead and the notices.
func (j *judge) frame(blocks []block) {
	d := j.d
	first := d.lines.count()
	if len(blocks) > 0 {
		first = blocks[0].from
	}
	if j.main != nil && !j.daily {
		first = min(first, int(j.marks[j.main.marks[0]].line))
	} else if j.main != nil {
		first = int(j.marks[j.main.marks[0]].line)
	}
	for _, h := range j.headers {
		first = min(first, int(j.marks[h].line))
	}
	lead := Span{Start: -1}
	for i := range d.Roles {
		if d.rules[i] != ruleNone && !(i < first && d.Roles[i] == Noise && d.rules[i] != ruleButton) {
			continue
		}
		s := d.lines.span(d.Text, i)
		switch {
		case j.isNotice(s.Of(d.Text)):
			j.set(i, NoticeLine, ruleNotice)
			d.Notices = append(d.Notices, Notice{i + 1, s})
			d.Ended = true
			continue
		case i < first:
			j.set(i, Lead, ruleLead)
		default:
			j.set(i, Noise, ruleTail)
		}
		if i < first {
			if lead.Start < 0 {
				lead.Start = s.Start
			}
			lead.End = s.End
		}
	}
	if lead.Start >= 0 {
		d.Lead = lead
	}
}

// isNotice reports whether a line says that the feed is over: short, with a word for the feed and a word for its end.
func (j *judge) isNotice(line string) bool {
	const over = roleLive | roleEnded
	return len(line) <= 2*sentenceSize && j.lexer.rolesIn(line)&over == over
}

// newestFirst reports whether the stamps run from the newest to the oldest. Where they do not tell, they do: four feeds in five run so.
func (j *judge) newestFirst() bool {
	switch j.order {
	case NewestFirst:
		return true
	case OldestFirst:
		return false
	}
	return j.main == nil || j.main.down >= j.main.up
}

// readsBack reports whether entries of an order stand, or are taken to stand, with the newest on top.
func (j *judge) readsBack(order Order) bool {
	switch order {
	case NewestFirst:
		return true
	case OldestFirst:
		return false
	}
	return j.main != nil && j.newestFirst()
}

// orderOf returns the order in which the entries stand in the text.
func (j *judge) orderOf(entries []Entry) Order {
	if j.order != Unknown {
		return j.order
	}
	down, up := 0, 0
	for k := 1; k < len(entries); k++ {
		switch direction(&entries[k-1], &entries[k]) {
		case falls:
			down++
		case rises:
			up++
		}
	}
	switch {
	case down+up == 0:
		return j.orderOfStamps()
	case down >= 4*up:
		return NewestFirst
	case up >= 4*down:
		return OldestFirst
	}
	return Mixed
}

// orderOfStamps returns the order of stamps that could not be dated.
func (j *judge) orderOfStamps() Order {
	if j.main == nil || j.main.down == j.main.up {
		return Unknown
	}
	if j.main.down > j.main.up {
		return NewestFirst
	}
	return OldestFirst
}

// direction tells how time runs from one entry to the next.
func direction(a, b *Entry) step {
	switch {
	case a.known && b.known:
		return sign64(b.instant - a.instant)
	case a.Date.IsZero() || b.Date.IsZero():
		return apart
	case a.Date != b.Date:
		return sign(int32(b.Date.Days() - a.Date.Days()))
	case a.Clock.Known && b.Clock.Known:
		return sign(int32(b.Clock.Seconds() - a.Clock.Seconds()))
	}
	return apart
}

func sign64(n int64) step {
	switch {
	case n < 0:
		return falls
	case n > 0:
		return rises
	}
	return same
}
