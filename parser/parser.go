package parser

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/text"
	"slices"
	"time"
)

// A Parser reads feeds. Its fields say what is known beforehand; the zero Parser assumes nothing. A Parser may be used by
// several goroutines at once.
type Parser struct {
	AsOf     feed.AsOf      // when the feed was captured: fills in years, "yesterday", "2h ago". Zero: unknown
	Zone     *time.Location // for clocks that name no zone. nil: UTC, and the entry says that it was inferred
	DayFirst feed.Tri       // 3/4 is 3 April: Yes, No, or as the document tells (Auto)
	Order    feed.Order     // the order of the feed's entries; Unknown: as the document tells
	Group    Grouping       // how the paragraphs of a day without stamps become entries

	// GroupBias is added to the score of every paragraph that the cues judge, in tenths: 10 makes a start e times as likely. Over 0 the
	// entries become more and shorter, below 0 fewer and longer.
	GroupBias int

	// MinConfidence is the least confidence, in percent, at which the cues begin an entry; less sure ones go on with the entry above.
	// 0: as the cues tell, which is from about 40 percent on. Stamps, signs of the feed and the first paragraph of a day are sure enough
	// for any.
	MinConfidence int
}

// Grouping says how paragraphs that no stamp parts become entries.
type Grouping uint8

const (
	GroupAuto      Grouping = iota // by blank lines, bullets and separators where the feed uses them, else by the cues of cues.go
	GroupParagraph                 // every paragraph is an entry
	GroupBlank                     // blank lines part entries
	GroupStamp                     // only stamps and date headers part entries
)

// Parse reads a feed. It never fails: what it could not read is kept, and said to be undated. Its passes:
//
//	scan     every line that could be a stamp, by its form alone; which clocks count from a beginning and are none
//	judge    which of them are stamps in this document, where they stand, in which order
//	cut      the lines between stamps, as entries or as days of entries
//	group    the paragraphs of days without stamps into entries
//	resolve  year, day, zone and clock of every stamp
//
// A source with Records has its entries already: of these passes only the last is made.
func (p *Parser) Parse(src feed.Source) *feed.Document {
	d := newDocument(p, src)
	if src.Records != nil {
		d.readRecords(p)
		return d.Document
	}
	j := d.judge(p, d.takeElapsed(d.scan()))
	j.build(j.cut())
	return d.Document
}

// A document is a Document while it is made, with what the passes know of its lines.
type document struct {
	*feed.Document
	looks []text.Look     // by line
	kinds []text.TextKind // by line
	muted []feed.Rule     // by line: why it is noise whatever it says, by markup or because it stands on every page; nil: no line is
}

// newDocument returns the document of a source before its first pass.
func newDocument(p *Parser, src feed.Source) *document {
	d := &document{Document: &feed.Document{Source: src, ClockZone: p.Zone, AsOf: p.AsOf, Lines: text.Split(src.Text), Diagnostics: slices.Clone(src.Remarks)}}
	if p.Zone != nil {
		d.ZoneName = p.Zone.String()
	}
	d.Roles = make([]feed.Role, d.Lines.Count())
	d.Rules = make([]feed.Rule, d.Lines.Count())
	d.takeHints()
	d.mutePages()
	return d
}
