package parser

import (
	"fmt"
	"slices"
	"strings"

	"newstimeline/parser/feed"
	"newstimeline/parser/internal/layout"
	"newstimeline/parser/internal/text"
)

// Other lists: a page of headlines may have several lists, each laid out in its own way. What is
// outside the one that was read is read as a document of its own.

// leastList is how many entries make a list: two dated lines may be of anything.
const leastList = 3

// takeOtherLists reads the lists above and below that of a document of headlines. Below running
// text they are links to other pages.
func (p *Parser) takeOtherLists(d *feed.Document, l *layout.Layout) {
	first, end := bounds(d)
	if len(d.Hints) > 0 || p.Reading > 1 || first+d.NumLines()-end < 2*leastList || !isList(d) {
		return
	}
	above, below := p.otherList(d, 0, first), p.otherList(d, end, d.NumLines())
	if above == nil && below == nil {
		return
	}
	if above != nil {
		d.Entries, d.Lead = append(above.Entries, d.Entries...), above.Lead
	}
	if below != nil {
		d.Entries = append(d.Entries, below.Entries...)
	}
	d.Order = feed.Mixed
	d.Diagnostics = slices.DeleteFunc(d.Diagnostics, isOfRest)
	r := reporter{d: d, l: l}
	r.noteLeftOut()
	r.noteUnused()
	d.Diagnostics = append(d.Diagnostics, r.notes...)
	slices.SortStableFunc(d.Diagnostics, func(a, b feed.Diagnostic) int { return a.Line - b.Line })
}

// isOfRest reports whether a diagnostic counts lines that are in no entry.
func isOfRest(g feed.Diagnostic) bool { return g.Code == "left-out" || g.Code == "unused-stamps" }

// isList reports whether the entries of a document are headlines: most are short and no sentences.
func isList(d *feed.Document) bool {
	switch d.Layout.Kind {
	case feed.NoStamps, feed.DayHeaders, feed.Records, feed.Minutes, feed.Elapsed:
		return false
	}
	short := 0
	for i := range d.Entries {
		s := d.Entries[i].Bytes().Of(d.Text)
		if text.Size(s) <= text.HeadingSize && !text.EndsSentence(s) {
			short++
		}
	}
	return len(d.Entries) >= leastList && 10*short >= 7*len(d.Entries)
}

// bounds returns the first line, from 0, of the entries of a document and what dates them, and the
// line after the last.
func bounds(d *feed.Document) (first, end int) {
	first = d.NumLines()
	for i, role := range d.Roles {
		switch role {
		case feed.StampLine, feed.DateHeader, feed.TitleLine, feed.Start, feed.Continuation,
			feed.Index:
			first, end = min(first, i), i+1
		}
	}
	return first, end
}

// otherList reads lines [from, to) of a document as one of its own, up to the lines that are said
// again. It returns that if it is a list too, which runs one way in time.
func (p *Parser) otherList(d *feed.Document, from, to int) *feed.Document {
	if n := slices.Index(d.Rules[from:to], feed.RuleRepeat); n >= 0 {
		to = from + n
	}
	if to-from < 2*leastList {
		return nil
	}
	at, end := int(d.Lines[from].At), int(d.Lines[to].At)
	q := *p
	if q.Order = feed.Unknown; d.ClockZone != nil {
		q.Zone = d.ClockZone // a line may state it for all
	}
	other, _ := q.parse(feed.Source{Text: d.Text[at:end]})
	if !isList(other) || other.Order != feed.NewestFirst && other.Order != feed.OldestFirst {
		return nil
	}
	for i, role := range other.Roles {
		if role != feed.Lead || from == 0 {
			d.Roles[from+i], d.Rules[from+i] = role, other.Rules[i]
		}
	}
	shift(other, int32(from), at)
	d.Diagnostics = append(d.Diagnostics, feed.Diagnostic{
		Line: int(other.Entries[0].Line), Severity: feed.Warning, Code: "other-list",
		Message: fmt.Sprintf("another list of %d entries begins here; it is read too",
			len(other.Entries)),
	})
	for _, g := range other.Diagnostics {
		if isOfRest(g) || slices.Contains(d.Diagnostics, g) {
			continue
		}
		if g.Line == 0 {
			g.Line = int(other.Entries[0].Line)
		}
		if g.Code == "doubtful-layout" { // --reading is of the whole document
			g.Message, _, _ = strings.Cut(g.Message, "; for ")
		}
		d.Diagnostics = append(d.Diagnostics, g)
	}
	return other
}

// shift moves the entries of a part of a document to where they are in the whole: so many lines
// and bytes further.
func shift(d *feed.Document, lines int32, bytes int) {
	move := func(s *feed.Span) {
		if !s.IsZero() {
			s.Start, s.End = s.Start+bytes, s.End+bytes
		}
	}
	move(&d.Lead)
	for i := range d.Diagnostics {
		if g := &d.Diagnostics[i]; g.Line > 0 {
			g.Line += int(lines)
		}
	}
	for i := range d.Entries {
		e := &d.Entries[i]
		move(&e.Title)
		move(&e.Author)
		for k := range e.Paragraphs {
			move(&e.Paragraphs[k])
		}
		e.Line, e.EndLine = e.Line+lines, e.EndLine+lines
		if e.StampLine > 0 {
			e.StampLine += lines
		}
		if e.From.Line > 0 {
			e.From.Line += lines
		}
	}
}
