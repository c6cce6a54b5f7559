package parser

import (
	"newstimeline/parser/internal/dating"
	"newstimeline/parser/internal/grouping"
	"newstimeline/parser/internal/layout"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"slices"

	"newstimeline/parser/feed"
	"time"
)

// A Parser reads feeds. Its fields are what is known beforehand; the zero Parser assumes nothing. A
// Parser may be used by several goroutines at once.
type Parser struct {
	// when the feed was captured: fills in years, "yesterday", "2h ago". Zero: unknown
	AsOf     feed.AsOf
	Zone     *time.Location // for clocks that name no zone. nil: UTC, marked as inferred
	DayFirst feed.Tri       // 3/4 is 3 April: Yes, No, or decided by the document (Auto)
	Order    feed.Order     // the order of the feed's entries; Unknown: decided by the document
	Group    Grouping       // how the paragraphs of a day without stamps become entries

	// GroupBias is added to the score of every paragraph that the cues judge, in tenths: 10 makes a
	// start e times as likely. Over 0 the entries become more and shorter, below 0 fewer and
	// longer.
	GroupBias int

	// MinConfidence is the least confidence, in percent, at which the cues begin an entry; less
	// sure ones go on with the entry above. 0: decided by the cues, from about 40 percent on.
	// Stamps, signs of the feed and the first paragraph of a day are sure enough for any.
	MinConfidence int

	// Reading is which of the document's readings to take, the best first, from 1; 0 is 1. Beyond
	// the last it is the last.
	Reading int
}

// Grouping is how paragraphs without timestamps become entries.
type Grouping uint8

const (
	// by blank lines, bullets and separators where the feed uses them, else by the cues of cues.go
	GroupAuto      Grouping = iota
	GroupParagraph          // every paragraph is an entry
	GroupBlank              // blank lines separate entries
	GroupStamp              // only timestamps and date headers separate entries
)

// Parse reads a feed. It never fails: what it could not read is kept, undated. Its passes:
//
//	scan     finds the candidates, by form alone, and the clocks that count from a start
//	judge    decides which candidates are timestamps here, their placement and order
//	cut      splits the lines between timestamps into entries or days of entries
//	group    joins the paragraphs of days without timestamps into entries
//	resolve  gives every timestamp its year, day, zone and clock
//
// A source with Records has its entries already: only the last pass is made.
func (p *Parser) Parse(src feed.Source) *feed.Document {
	if src.Records != nil {
		return p.readRecords(src)
	}
	d, marks := stamp.Scan(src)
	l := layout.Judge(d, stamp.Settle(d, marks),
		layout.Options{AsOf: p.AsOf, DayFirst: p.DayFirst, Order: p.Order, Reading: p.Reading})
	g := p.group(l)
	return p.build(l, &g)
}

// build dates the entries of a judged document and gives every line its role.
func (p *Parser) build(l *layout.Layout, g *grouping.Result) *feed.Document {
	d := l.D
	out := p.newDocument(d)
	out.Scores, out.Layout = g.Scores, l.Summary
	o := newOrder(l, g)
	parts := partsOf(l, g)
	numbers := numbersOf(l)
	r := dating.NewResolver(p.datingInput(l, &o, numbers))
	p.takeZone(out, r)
	b := builder{Layout: l, out: out}
	b.build(parts, r)
	if out.Language == "" {
		out.Language = languageAgain(d.Text, firstParagraphs(out.Entries), g).String()
	}
	out.Order = o.of(out.Entries)
	out.NewestFirst = o.readsBack(out.Order)
	if out.Order == feed.Unknown && out.NewestFirst && len(out.Entries) > 1 {
		for i := range out.Entries {
			out.Entries[i].Inferred |= feed.InferredOrder
		}
	}
	out.Diagnostics = append(out.Diagnostics, r.Notes...)
	(&reporter{d: out, l: l, dates: r, dayFirst: p.DayFirst, numbers: numbers}).report()
	return out
}

// newDocument returns a document that has no entries so far.
func (p *Parser) newDocument(d *text.Document) *feed.Document {
	n := d.Lines.Count()
	return &feed.Document{Source: d.Source, Lines: d.Lines, Roles: make([]feed.Role, n),
		Rules: make([]feed.Rule, n), AsOf: p.AsOf, Diagnostics: slices.Clone(d.Remarks)}
}

// datingInput returns what the dates of a judged document are worked out from.
func (p *Parser) datingInput(l *layout.Layout, o *order, numbers dating.NumberOrder) dating.Input {
	return dating.Input{
		D: l.D, AsOf: p.AsOf, Zone: p.Zone, Candidates: l.Candidates, Labels: l.Labels,
		Stamps: l.Stamps, Family: l.Style.Family, Headers: l.Headers, Daily: l.Daily,
		DayFirst: numbers.DayFirst, NumberSure: numbers.Sure, Below: l.Below, Order: o.stated,
		Down: o.down, Up: o.up, NewestFirst: o.newestFirst(),
		Printed: l.Printed, HalfTold: l.HalfTold,
	}
}

// numbersOf returns the order of dates in digits. Where nothing else settles it, the form of the
// timestamps does, or the language: of those with word lists only English has the month first.
func numbersOf(l *layout.Layout) dating.NumberOrder {
	if l.Numbers.Sure == 0 || l.Numbers.IsSettled() {
		return l.Numbers
	}
	if stamp.AreOfProgram(l.D.Text, l.Candidates) {
		return dating.InMonthFirstForm()
	}
	whole := []feed.Span{{Start: 0, End: len(l.D.Text)}}
	switch grouping.LanguageOf(l.D.Text, whole) {
	case words.NoLanguage, words.English:
		return l.Numbers
	}
	return l.Numbers.InDayFirstLanguage()
}

// takeZone sets the zone of clocks that name none.
func (p *Parser) takeZone(out *feed.Document, r *dating.Resolver) {
	out.Meaning = r.Context().Meaning
	switch {
	case r.Stated.Zone != nil:
		out.ClockZone, out.ZoneName = r.Stated.Zone, r.Stated.Name
	case p.Zone != nil:
		out.ClockZone, out.ZoneName = p.Zone, p.Zone.String()
	}
}

// firstParagraphs returns the first paragraphs of entries: all, or more than tell the language.
func firstParagraphs(entries []feed.Entry) (first []feed.Span) {
	first = make([]feed.Span, 0, 2*grouping.LanguageSpans)
	for i := 0; i < len(entries) && len(first) <= grouping.LanguageSpans; i++ {
		first = append(first, entries[i].Paragraphs...)
	}
	return first
}

// languageAgain returns the language of paragraphs, which is known already if they are those that
// were grouped.
func languageAgain(text string, paragraphs []feed.Span, g *grouping.Result) words.Language {
	if n := len(g.Sample); n > 0 && len(paragraphs) >= n && slices.Equal(paragraphs[:n],
		g.Sample) && (n == grouping.LanguageSpans || n == len(paragraphs)) {
		return g.Language
	}
	return grouping.LanguageOf(text, paragraphs)
}
