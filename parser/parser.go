package parser

import (
	"fmt"
	"slices"
	"time"
)

// A Parser reads feeds. Its fields say what is known beforehand; the zero Parser assumes nothing. A Parser may be used by
// several goroutines at once.
type Parser struct {
	AsOf     AsOf           // when the feed was captured: fills in years, "yesterday", "2h ago". Zero: unknown
	Zone     *time.Location // for clocks that name no zone. nil: UTC, and the entry says that it was inferred
	DayFirst Tri            // 3/4 is 3 April: Yes, No, or as the document tells (Auto)
	Order    Order          // the order of the feed's entries; Unknown: as the document tells
	Group    Grouping       // how the paragraphs of a day without stamps become entries

	// GroupBias is added to the score of every paragraph that the cues judge, in tenths: 10 makes a start e times as likely. Over 0 the
	// entries become more and shorter, below 0 fewer and longer.
	GroupBias int

	// MinConfidence is the least confidence, in percent, at which the cues begin an entry; less sure ones go on with the entry above.
	// 0: as the cues tell, which is from about 40 percent on. Stamps, signs of the feed and the first paragraph of a day are sure enough
	// for any.
	MinConfidence int
}

// AsOf is the moment at which a feed was captured, as exactly as it is known. The zero AsOf is unknown.
type AsOf struct {
	Date      Date           // of a month or year, its last day
	Clock     Clock          // not Known: some time of that day
	Zone      *time.Location // of the clock; nil: the feed's own
	Precision Precision      // ToMonth, ToYear: no more is known, which gives years, but no days; else the day is known
}

// Day returns the day of capture; zero: it is unknown.
func (a AsOf) Day() Date {
	if a.Precision == ToMonth || a.Precision == ToYear {
		return Date{}
	}
	return a.Date
}

// String returns the moment as far as it is known, in ISO 8601: 2006, 2006-01, 2006-01-02, 2006-01-02T15:04:05, or with the offset of a known
// zone behind it; "" for the zero AsOf.
func (a AsOf) String() string {
	switch {
	case a.Date.IsZero():
		return ""
	case a.Precision == ToYear:
		return fmt.Sprintf("%04d", a.Date.Year)
	case a.Precision == ToMonth:
		return fmt.Sprintf("%04d-%02d", a.Date.Year, a.Date.Month)
	case !a.Clock.Known:
		return a.Date.String()
	}
	c := a.Clock
	local := a.Date.String() + fmt.Sprintf("T%02d:%02d:%02d", c.Hour, c.Minute, max(0, c.Second))
	if a.Zone == nil {
		return local
	}
	at := time.Date(int(a.Date.Year), time.Month(a.Date.Month), int(a.Date.Day), int(c.Hour), int(c.Minute), max(0, int(c.Second)), 0, a.Zone)
	return at.Format(time.RFC3339)
}

// Tri is a yes, a no, or the parser's own judgement.
type Tri uint8

const (
	Auto Tri = iota
	Yes
	No
)

// Order is the order in which a feed gives its entries.
type Order uint8

const (
	Unknown     Order = iota // not to be told, or there are less than two entries
	NewestFirst              // the latest entry stands on top
	OldestFirst              // the earliest entry stands on top
	Mixed                    // neither
)

// String returns the order as the JSON contract names it, "" for Unknown.
func (o Order) String() string {
	return [...]string{"", "newest-first", "oldest-first", "mixed"}[o]
}

// Grouping says how paragraphs that no stamp parts become entries.
type Grouping uint8

const (
	GroupAuto      Grouping = iota // by blank lines, bullets and separators where the feed uses them, else by the cues of cues.go
	GroupParagraph                 // every paragraph is an entry
	GroupBlank                     // blank lines part entries
	GroupStamp                     // only stamps and date headers part entries
)

// A Source is the decoded text of one feed.
type Source struct {
	Name  string // as messages and the output call it
	Text  string // UTF-8, less than 2 GiB; what is not UTF-8 is kept and counts as text
	UTF8  bool   // Text is known to be UTF-8, all of it; what writes it need not look again. false: it is not known
	Hints []Hint // what markup told, in the order of the text; nil for plain text
	Meta
	Remarks []Diagnostic // what was wrong with the bytes that Text was decoded from; Parse puts them before its own
}

// Meta is what is known of a source beside its text. Every field may be empty.
type Meta struct {
	Format string // "text", "html", "rss" …
	// FormatReason is why the bytes were taken for Format, in words: "its first element is <rss>".
	FormatReason string
	Encoding     string // of the bytes that Text was decoded from: "utf-8"
	SHA256       string // of those bytes, in hexadecimal digits; "": they are those of Text
	Language     string // as the source declares it, else as the parser tells it: "en"
	Title        string
	URL          string
	Published    string // RFC 3339, as far as it is known
	Updated      string
}

// A Hint is what markup told about a part of the text.
type Hint struct {
	Span
	Kind  HintKind
	Value string // HintStamp: the machine-readable time; HintLink: the address
}

// HintKind is what a Hint tells.
type HintKind uint8

const (
	HintStamp  HintKind = iota + 1 // a time element
	HintTitle                      // a heading
	HintBlock                      // a container that repeats: an article, an item of a list
	HintByline                     // who wrote it
	HintNoise                      // navigation, captions, buttons: never part of an entry
	HintLink                       // an address of the block that the hint stands in
)

// Card is the Value of a HintNoise on what is most likely a card that leads to another page. It is noise behind the first text of an entry.
const Card = "card"

// A Document is what Parse makes of a Source.
type Document struct {
	Source
	Lead        Span         // what stands above the feed, without white space at its ends; zero: nothing
	Entries     []Entry      // in the order of the text
	Roles       []Role       // one for each line: together they account for all of the text
	Order       Order        // of the entries in the text
	Ended       bool         // a notice says that the feed has ended
	Notices     []Notice     // lines about the feed itself
	Diagnostics []Diagnostic // in the order of their lines
	Layout      Layout       // what the judge decided, and from what

	zone   *time.Location
	asOf   AsOf
	lines  lines
	looks  []look     // by line, for the passes
	kinds  []textKind // by line, for the passes
	rules  []rule     // why each line has its role
	scores []int16    // by line: of the paragraphs that were grouped by cues; nil if none were
	known  context
	muted  []rule // by line: why it is noise whatever it says, by markup or because it stands on every page; nil: no line is
	newest bool   // the entries stand, or are taken to stand, with the newest on top
}

// An Entry is one report of the feed.
type Entry struct {
	Stamp
	Title      Span   // zero: none
	Author     Span   // zero: none
	Paragraphs []Span // each without line ending and white space at its ends; may be empty if there is a title
	Line       int    // the first line of the title or text, from 1
	EndLine    int    // the last line of the text, or of a credit below it
	StampLine  int    // the line of the stamp or header that dates the entry, from 1; 0: none
	Inferred   Inferred
	Confidence int    // percent: how sure it is that an entry begins at Line
	URL        string // the address of the entry itself, where markup told it
}

// Bytes returns the span of the text from the entry's first word to its last, stamps and noise between them included.
func (e *Entry) Bytes() Span {
	s := e.Title
	for _, p := range e.Paragraphs {
		if s.IsZero() {
			s = p
		}
		s.Start = min(s.Start, p.Start)
		s.End = max(s.End, p.End)
	}
	return s
}

// AppendText appends the entry's paragraphs, a blank line between them, to dst; one that was wrapped by hand becomes one line. text is the Text of the entry's Source.
func (e *Entry) AppendText(dst []byte, text string) []byte {
	for i, p := range e.Paragraphs {
		if i > 0 {
			dst = append(dst, "\n\n"...)
		}
		dst = p.AppendFolded(dst, text)
	}
	return dst
}

// Inferred is a set of facts about an entry that the feed does not say.
type Inferred uint8

const (
	InferredYear     Inferred = 1 << iota // the year
	InferredDate                          // the day
	InferredZone                          // the zone: it is that of other stamps, or UTC
	InferredMidnight                      // the day, from a clock that passed midnight without a header
	InferredGrouping                      // where the entry begins
	InferredOrder                         // the feed's order, which nothing told
)

// A Notice is a line about the feed itself, such as "This live feed has ended."
type Notice struct {
	Line int // from 1
	Text Span
}

// A Diagnostic is a remark on a place of the source.
type Diagnostic struct {
	Line     int // from 1; 0: the source as a whole
	Severity Severity
	Code     string // stable, for programs: "ambiguous-date"
	Message  string // for people, with a hint where there is one
}

// Severity is how much a Diagnostic matters.
type Severity uint8

const (
	Info Severity = iota
	Warning
	Error
)

// String returns the severity as the JSON contract names it.
func (s Severity) String() string { return [...]string{"info", "warning", "error"}[s] }

// Role is the part that a line plays in its document.
type Role uint8

const (
	Lead         Role = iota // above the feed
	NoticeLine               // about the feed itself
	DateHeader               // dates what follows or, in some feeds, what precedes
	StampLine                // a stamp that dates one entry
	PageStamp                // dates the page: Updated, First published
	Index                    // a list of key events that repeats entries
	TitleLine                // a headline of an entry
	Start                    // the first line of an entry's text
	Continuation             // a further line of it
	Separator                // * * *
	Noise                    // by-lines, captions, buttons, related links
	Blank
)

// String returns the role as the JSON contract names it.
func (r Role) String() string {
	return [...]string{"lead", "notice", "date-header", "stamp", "page-stamp", "index", "title", "start", "continuation", "separator", "noise", "blank"}[r]
}

// Zone returns the zone of the document's clocks that name none: the one that a line states for all, else the Parser's, else that of its other
// stamps, else UTC.
func (d *Document) Zone() *time.Location {
	if d.zone == nil {
		return time.UTC
	}
	return d.zone
}

// ZoneName returns the name of the zone of clocks that name none, as the feed or the Parser gave it; "" if neither did.
func (d *Document) ZoneName() string {
	switch {
	case d.known.stated.zone != nil:
		return d.known.stated.name
	case d.zone == nil:
		return ""
	}
	return d.zone.String()
}

// NewestFirst reports whether the entries are to be turned round to run with time: their Order says so, or most neighbours of a Mixed
// one, or, where nothing tells, it is taken to be so because four feeds in five are. A text without any stamp stays as it stands.
func (d *Document) NewestFirst() bool { return d.newest }

// AsOf returns when the feed was captured, as the Parser was told; zero: unknown.
func (d *Document) AsOf() AsOf { return d.asOf }

// Parse reads a feed. It never fails: what it could not read is kept, and said to be undated. Its passes:
//
//	scan     every line that could be a stamp, by its form alone; which clocks count from a beginning and are none
//	judge    which of them are stamps in this document, where they stand, in which order
//	cut      the lines between stamps, as entries or as days of entries
//	group    the paragraphs of days without stamps into entries
//	resolve  year, day, zone and clock of every stamp
func (p *Parser) Parse(src Source) *Document {
	d := newDocument(p, src)
	j := d.judge(p, d.takeElapsed(d.scan()))
	j.build(j.cut())
	d.looks, d.kinds = nil, nil
	return d
}

// newDocument returns the document of a source before its first pass.
func newDocument(p *Parser, src Source) *Document {
	d := &Document{Source: src, zone: p.Zone, asOf: p.AsOf, lines: split(src.Text), Diagnostics: slices.Clone(src.Remarks)}
	d.Roles = make([]Role, d.lines.count())
	d.rules = make([]rule, d.lines.count())
	d.takeHints()
	d.mutePages()
	return d
}
