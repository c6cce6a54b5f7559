package feed

import (
	"sort"
	"time"
)

// A Document is what Parse makes of a Source.
type Document struct {
	Source
	Lead        Span         // the text above the feed, without white space at its ends; zero: none
	Entries     []Entry      // in the order of the text
	Roles       []Role       // one for each line: together they account for all of the text
	Order       Order        // of the entries in the text
	Ended       bool         // a notice states that the feed has ended
	Notices     []Notice     // lines about the feed itself
	Diagnostics []Diagnostic // in the order of their lines
	Layout      Layout       // what the judge decided, and from what

	Lines Lines  // of the text
	Rules []Rule // why each line has its role
	// of the paragraphs that cues made entries of, by line; Unscored: of no such line. nil: there
	// are none
	Scores []int16

	// AsOf is when the feed was captured, as given to the Parser; zero: unknown.
	AsOf AsOf
	// ClockZone is the zone of clocks that name none. It is the one that a line states for all,
	// else the Parser's, else that of the other timestamps. nil: there is no such zone, which means
	// UTC.
	ClockZone *time.Location
	// ZoneName is the name of ClockZone, as the feed or the Parser gave it; "" if neither did.
	ZoneName string
	// NewestFirst is set if the entries must be reversed to be in order of time. It follows their
	// Order, or most neighbours of a Mixed one. Without evidence it is set, because four feeds in
	// five are newest first. A text without timestamps keeps its order.
	NewestFirst bool
	// Meaning returns the meaning of a line of the feed as a timestamp; the zero Stamp: none. A
	// clock without a date is on the given day. day may be zero: then it is the day from which the
	// feed's clocks are counted. A nil Meaning knows no stamps.
	Meaning func(line string, day Date) Stamp
}

// An Entry is one report of the feed. A document may have millions: the order of the fields leaves
// little room between them.
type Entry struct {
	Stamp
	Title, Author Span // zero: none; a rubric among the paragraphs may be above the title
	// each without line ending and white space at its ends; may be empty if there is a title
	Paragraphs []Span
	Line       int32 // the first line of the title or text, from 1
	EndLine    int32 // the last line of the text, or of a credit below it
	StampLine  int32 // the line of the stamp or header that dates the entry, from 1; 0: none
	Confidence int8  // percent: how sure it is that an entry begins at Line, and is of its Date
	Inferred   Inferred
	URL        string    // the URL of the entry itself, if markup has it
	Attached   *Attached // links and pictures, where markup has them; nil: none
	From       Origin    // which facts gave its time
}

// Bytes returns the span of the text from the entry's first word to its last, stamps and noise
// between them included.
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

// AppendText appends the entry's paragraphs, a blank line between them, to dst; one that was
// wrapped by hand becomes one line. text is the Text of the entry's Source.
func (e *Entry) AppendText(dst []byte, text string) []byte {
	for i, p := range e.Paragraphs {
		if i > 0 {
			dst = append(dst, "\n\n"...)
		}
		dst = p.AppendFolded(dst, text)
	}
	return dst
}

// Inferred is a set of facts about an entry that the feed does not state.
type Inferred uint8

const (
	InferredYear Inferred = 1 << iota // the year
	InferredDate                      // the day
	InferredZone                      // the zone: it is that of other stamps, or UTC
	// the day, from a clock that passed midnight without a header
	InferredMidnight
	InferredGrouping // where the entry begins
	InferredOrder    // the feed's order, for which there was no evidence
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
	return [...]string{"lead", "notice", "date-header", "stamp", "page-stamp", "index", "title",
		"start", "continuation", "separator", "noise", "blank"}[r]
}

// Zone returns the zone of the document's clocks that name none: ClockZone, or UTC.
func (d *Document) Zone() *time.Location {
	if d.ClockZone == nil {
		return time.UTC
	}
	return d.ClockZone
}

// A Line is what became of one line of a source, and why.
type Line struct {
	Number int    // from 1
	Text   string // without white space at its ends
	Role   Role
	Rule   string // why it has its role, in words; "" if there is nothing to add
	// what the line, or the stamp in it, means as a stamp, whatever its role; the zero Stamp:
	// nothing
	Stamp  Stamp
	Score  int    // of a paragraph that was grouped by cues, in tenths; over 0 it begins an entry
	Scored bool   // there is a Score
	From   Origin // of the first line of an entry: what gave its time; else zero
}

// NumLines returns the number of lines of the source.
func (d *Document) NumLines() int { return d.Lines.Count() }

// LineAt returns the number of the line, from 1, that holds the byte at an offset of the text.
func (d *Document) LineAt(offset int) int {
	return d.Lines.LineAt(offset)
}

// Line returns line n of the source, counted from 1.
func (d *Document) Line(n int) Line {
	i := n - 1
	l := Line{Number: n, Text: d.Lines.Span(d.Text, i).Of(d.Text), Role: d.Roles[i],
		Rule: d.Rules[i].String(), Stamp: d.stampAt(i)}
	if k := sort.Search(len(d.Entries),
		func(k int) bool { return int(d.Entries[k].Line) >= n }); k < len(d.Entries) &&
		int(d.Entries[k].Line) == n {
		l.From = d.Entries[k].From
	}
	if d.Scores != nil && d.Scores[i] != Unscored {
		l.Score, l.Scored = int(d.Scores[i]), true
	}
	return l
}

// stampAt returns what line i, from 0, means as a stamp.
func (d *Document) stampAt(i int) Stamp {
	if k := sort.Search(len(d.Entries),
		func(k int) bool { return int(d.Entries[k].StampLine) > i }); k < len(d.Entries) &&
		int(d.Entries[k].StampLine) == i+1 {
		return d.Entries[k].Stamp
	}
	if d.Meaning == nil {
		return Stamp{}
	}
	return d.Meaning(d.Lines.Span(d.Text, i).Of(d.Text), d.dayAt(i))
}

// dayAt returns the day of a clock in line i, from 0: that of the entry that the line is in or
// below; zero: unknown.
func (d *Document) dayAt(i int) Date {
	k := sort.Search(len(d.Entries), func(k int) bool { return int(d.Entries[k].Line) > i+1 }) - 1
	if k < 0 {
		return Date{}
	}
	return d.Entries[k].Date
}

// Unscored is the score of a line that no cue was tried on.
const Unscored = -1 << 15
