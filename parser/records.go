package parser

import (
	"fmt"
	"time"

	"newstimeline/parser/feed"
	"newstimeline/parser/internal/dating"
	"newstimeline/parser/internal/grouping"
	"newstimeline/parser/internal/layout"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
)

// Records: entries that their source has already separated. No layout is judged. The words of their
// times go through the same dating as the timestamps of a feed: years, zones, days first.

// A recordReader makes the entries of a document of records.
type recordReader struct {
	text.Flow
	p      *Parser
	out    *feed.Document
	lexer  words.Lexer
	finder stamp.Finder
	times  []stamp.Candidate
	marked []int32 // by record: the time that dates it; -1: none
	unread int     // records whose words of time could not be read
	silent int     // records without such words
	arena  []feed.Span
	runs   []text.Paragraph
	toldReader
}

// readRecords returns the document of a source that has records.
func (p *Parser) readRecords(src feed.Source) *feed.Document {
	d := stamp.Lines(src)
	x := recordReader{Flow: text.Flow{D: d}, p: p, out: p.newDocument(d),
		toldReader: toldReader{zones: map[string]*time.Location{}, remarked: map[string]bool{}}}
	x.classify()
	x.scanTimes()
	o := layout.Options{AsOf: p.AsOf, DayFirst: p.DayFirst, Order: p.Order}
	if o.Order == feed.Unknown {
		o.Order = d.RecordOrder
	}
	l := layout.JudgeTimes(d, x.times, o)
	run := newOrder(l, &grouping.Result{})
	numbers := numbersOf(l)
	r := dating.NewTimesResolver(p.datingInput(l, &run, numbers))
	p.takeZone(x.out, r)
	x.makeEntries(r)
	x.finish(l, &run)
	x.out.Diagnostics = append(x.out.Diagnostics, r.Notes...)
	x.report(&reporter{d: x.out, l: l, dates: r, dayFirst: p.DayFirst, numbers: numbers})
	return x.out
}

// set gives line i, from 0, a role and the reason for it.
func (x *recordReader) set(i int, role feed.Role, why feed.Rule) {
	x.out.Roles[i], x.out.Rules[i] = role, why
}

// classify finds the lines of the records' texts and gives all others their roles.
func (x *recordReader) classify() {
	d := x.D
	x.Classes = make([]text.Class, d.Lines.Count())
	first := d.Lines.Count()
	if len(d.Records) > 0 {
		first = d.LineOf(d.Records[0].Start)
	}
	for i := range x.Classes {
		switch {
		case d.IsMuted(i):
			x.set(i, feed.Noise, d.Muted[i])
		case d.Lines.Span(d.Text, i).Len() == 0:
			x.set(i, feed.Blank, feed.RuleBlank)
		case i < first:
			x.set(i, feed.Lead, feed.RuleLead)
		default:
			x.set(i, feed.Noise, feed.RuleOutside)
		}
	}
	known := false
	for i := range d.Records {
		known = known || d.Records[i].Told != nil
		x.classifyBody(d.Records[i].Body)
	}
	if !known {
		x.Width = text.WrapWidth(d, x.Classes)
	}
}

// classifyBody notes the lines of a record's text.
func (x *recordReader) classifyBody(body feed.Span) {
	d := x.D
	if body.Len() == 0 {
		return
	}
	for i := d.LineOf(body.Start); i < len(x.Classes) && int(d.Lines[i].At) < body.End; i++ {
		if d.Lines.Span(d.Text, i).Len() > 0 && !d.IsMuted(i) {
			x.Classes[i] = text.TextLine
		}
	}
}

// scanTimes reads the words of all times. What they mean is settled for the document as a whole.
func (x *recordReader) scanTimes() {
	x.marked = make([]int32, len(x.D.Records))
	for i := range x.D.Records {
		x.marked[i] = -1
		rec := &x.D.Records[i]
		if rec.Told != nil {
			if rec.Told.Date.IsZero() {
				x.silent++
			}
			continue
		}
		m, ok := x.timeOf(rec)
		switch {
		case ok:
			x.marked[i] = int32(len(x.times))
			x.times = append(x.times, m)
		case rec.When.Len() == 0:
			x.silent++
		default:
			x.remarkUnread(i)
		}
	}
}

// timeOf returns the candidate of the words with the time of a record. All of them must be a
// timestamp, or the machine-readable time gives their meaning.
func (x *recordReader) timeOf(rec *feed.Record) (stamp.Candidate, bool) {
	if rec.When.Len() == 0 {
		return stamp.Candidate{}, false
	}
	line := int32(x.D.LineOf(rec.When.Start))
	for _, m := range x.finder.Append(nil, rec.When.Of(x.D.Text), line, rec.When.Start) {
		if m.Place == stamp.Whole && m.Fields.Match < 0 {
			m.Fields.Take(rec.Machine)
			return m, true
		}
	}
	m := stamp.Candidate{Line: line, Start: int32(rec.When.Start), End: int32(rec.When.End),
		Fields: stamp.NoFields}
	t, ok := stamp.ReadMachineTime(rec.Machine)
	if !ok || !m.Fields.Take(rec.Machine) {
		return m, false
	}
	if m.Fields.HasClock() {
		m.Fields.Second = int8(t.Second())
	}
	return m, true
}

// makeEntries makes the entries of all records.
func (x *recordReader) makeEntries(r *dating.Resolver) {
	d := x.D
	segments := make([]dating.Segment, len(x.times))
	for k := range segments {
		segments[k] = dating.Segment{Mark: int32(k), Header: -1}
	}
	days := r.Days(segments)
	x.out.Entries = make([]feed.Entry, 0, len(d.Records))
	x.arena = make([]feed.Span, 0, d.Lines.Count())
	for i := range d.Records {
		rec := &d.Records[i]
		e := x.entry(rec)
		if e.Line == 0 {
			continue
		}
		x.takeTime(&e, rec, rec.Told != nil || x.marked[i] >= 0)
		switch k := x.marked[i]; {
		case rec.Told != nil:
			x.takeTold(&e, rec.Told)
		case k >= 0:
			r.Stamp(&e, segments[k], days[k])
		}
		r.Trace(&e, segments, int(x.marked[i]), days)
		if len(d.Hints) > 0 {
			d.Attach(&e, rec.Start, rec.End+1)
		}
		x.out.Entries = append(x.out.Entries, e)
	}
	r.SettleFolds(x.out.Entries)
}

// entry makes the entry of a record, undated; its Line is 0 if the record has no text.
func (x *recordReader) entry(rec *feed.Record) feed.Entry {
	d := x.D
	e := feed.Entry{Title: rec.Title, Author: rec.Author, URL: rec.URL, Confidence: sureConfidence}
	x.takeBody(&e, rec.Body)
	if rec.Title.Len() > 0 {
		i := d.LineOf(rec.Title.Start)
		e.Line, e.EndLine = int32(i)+1, max(e.EndLine, int32(i)+1)
		x.set(i, feed.TitleLine, feed.RuleRecordTitle)
	}
	if rec.Author.Len() > 0 {
		x.takeLine(rec.Author, feed.Noise, feed.RuleByline)
	}
	return e
}

// takeTime notes the line of the words with the time of an entry, if they could be read.
func (x *recordReader) takeTime(e *feed.Entry, rec *feed.Record, known bool) {
	if rec.Header.Len() > 0 {
		i := x.D.LineOf(rec.Header.Start)
		e.StampLine = int32(i) + 1
		x.set(i, feed.DateHeader, feed.RuleRecordTime)
	}
	switch {
	case rec.When.Len() == 0:
	case !known:
		x.takeLine(rec.When, feed.Noise, feed.RuleBadTime)
	default:
		e.StampLine = int32(x.D.LineOf(rec.When.Start)) + 1
		x.takeLine(rec.When, feed.StampLine, feed.RuleRecordTime)
	}
}

// sureConfidence is how sure it is, in percent, that an entry begins where its record does.
const sureConfidence = 99

// takeLine gives the line of a span its role, unless the line is one of text.
func (x *recordReader) takeLine(s feed.Span, role feed.Role, why feed.Rule) {
	if i := x.D.LineOf(s.Start); x.out.Rules[i] == feed.RuleOutside {
		x.set(i, role, why)
	}
}

// takeBody takes the paragraphs of a record's text into its entry.
func (x *recordReader) takeBody(e *feed.Entry, body feed.Span) {
	if body.Len() == 0 {
		return
	}
	from := len(x.arena)
	first := x.D.LineOf(body.Start)
	x.runs = x.Paragraphs(x.runs[:0], first, x.D.LineOf(body.End-1)+1, first,
		feed.Span{Start: body.Start, End: x.endOf(first, body)}.Trim(x.D.Text), false)
	for k, run := range x.runs {
		x.arena = append(x.arena, run.Span())
		for i := run.First; i <= run.Last; i++ {
			role, why := feed.Continuation, feed.RuleRecordGoesOn
			if k == 0 && i == run.First {
				role, why = feed.Start, feed.RuleRecord
			}
			x.set(int(i), role, why)
		}
	}
	e.Paragraphs = x.arena[from:len(x.arena):len(x.arena)]
	if n := len(x.runs); n > 0 {
		e.Line, e.EndLine = x.runs[0].First+1, x.runs[n-1].Last+1
	}
}

// endOf returns where a body ends in line i: at the body's end, or at that of the line.
func (x *recordReader) endOf(i int, body feed.Span) int {
	return min(body.End, int(x.D.Lines[i+1].At))
}

// finish fills in what is known of the document as a whole.
func (x *recordReader) finish(l *layout.Layout, run *order) {
	x.out.Layout = l.Summary
	x.shareZone()
	x.out.Lead = x.lead()
	x.findNotices()
	if x.out.Language == "" {
		x.out.Language = grouping.LanguageOf(x.D.Text, x.arena).String()
	}
	x.out.Order = run.of(x.out.Entries)
	x.out.NewestFirst = x.out.Order == feed.NewestFirst || x.out.Order == feed.Mixed &&
		run.down > run.up
}

// lead returns the text above the records.
func (x *recordReader) lead() feed.Span {
	d, lead := x.D, feed.Span{}
	for i := range x.out.Roles {
		if x.out.Roles[i] == feed.Lead {
			s := d.Lines.Span(d.Text, i)
			if lead.IsZero() {
				lead = s
			}
			lead.End = s.End
		}
	}
	return lead
}

// findNotices finds notices of the source outside its records.
func (x *recordReader) findNotices() {
	d := x.D
	for i := range x.out.Roles {
		if s := d.Lines.Span(d.Text, i); x.out.Rules[i] == feed.RuleOutside &&
			isNotice(&x.lexer, s.Of(d.Text)) {
			x.set(i, feed.NoticeLine, feed.RuleNotice)
			x.out.Notices = append(x.out.Notices, feed.Notice{Line: i + 1, Text: s})
			x.out.Ended = true
		}
	}
}

// mostUnread is how many records with an unreadable time are named one by one.
const mostUnread = 5

// remarkUnread reports that the time of record i, from 0, cannot be read.
func (x *recordReader) remarkUnread(i int) {
	if x.unread++; x.unread > mostUnread {
		return
	}
	rec := &x.D.Records[i]
	message := fmt.Sprintf("record %d: cannot read the date %q; the entry is undated", rec.Number,
		rec.When.Of(x.D.Text))
	x.out.Diagnostics = append(x.out.Diagnostics,
		feed.Diagnostic{Line: x.out.LineAt(rec.When.Start), Severity: feed.Warning,
			Code: "bad-date", Message: message})
}

// report adds the diagnostics that concern the document as a whole.
func (x *recordReader) report(r *reporter) {
	d, undated := x.out, 0
	for i := range d.Entries {
		if d.Entries[i].Date.IsZero() {
			undated++
		}
	}
	if n := x.unread - mostUnread; n > 0 {
		r.note(0, feed.Warning, "bad-date", fmt.Sprintf("%d more records have unreadable dates", n))
	}
	open := undated - x.unread - x.silent // that an --as-of could date
	switch {
	case len(d.Entries) == 0:
	case undated == len(d.Entries) && len(x.times) == 0:
		r.note(0, feed.Warning, "no-stamps",
			"no dates or times found; the records are kept, undated")
	case open > 0 && r.dates.Yearless == open:
		r.note(0, feed.Warning, "undated",
			fmt.Sprintf("%d of %d entries have no year; use --as-of YEAR", open, len(d.Entries)))
	case open > 0:
		r.note(0, feed.Warning, "undated", fmt.Sprintf(
			"%d of %d entries have no date; use --as-of DATE to say when the feed was captured",
			open, len(d.Entries)))
	case x.silent > 0:
		r.note(0, feed.Warning, "undated",
			fmt.Sprintf("%d of %d records have no time; their entries are undated", x.silent,
				len(d.Entries)))
	}
	if note, ok := r.dates.ZoneNote(undated < len(d.Entries)); ok {
		r.notes = append(r.notes, note)
	}
	if x.unzoned > 0 {
		r.note(0, feed.Warning, "zone-assumed",
			"clocks name no zone; UTC is assumed; set it with --tz ZONE")
	}
	r.noteDayFirst()
	d.Diagnostics = append(d.Diagnostics, r.notes...)
}
