package parser

import (
	"fmt"
	"time"

	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
)

// Records: entries that their source has already parted. No layout is judged. The words of their
// times go through the same dating as the timestamps of a feed: years, zones, days first.

// A recordReader makes the entries of a document of records.
type recordReader struct {
	*judge
	reader stamp.Reader
	marked []int32 // by record: the mark that dates it; -1: none
	unread int     // records whose words of time could not be read
	silent int     // records without such words
	arena  []feed.Span
	runs   []lineRun
	zones  map[string]*time.Location // of told stamps, by name; nil: not known
}

// readRecords fills in the document of a source that has records.
func (d *document) readRecords(p *Parser) {
	j := &judge{d: d, p: p, order: p.Order}
	if j.order == feed.Unknown {
		j.order = d.RecordOrder
	}
	x := recordReader{judge: j, zones: map[string]*time.Location{}}
	x.classify()
	x.scanTimes()
	r := x.newResolver()
	x.makeEntries(r)
	x.finish(r)
	x.report(r)
}

// classify finds the lines of the records' texts and gives all others their roles.
func (x *recordReader) classify() {
	d := x.d
	x.classes = make([]lineClass, d.Lines.Count())
	first := d.Lines.Count()
	if len(d.Records) > 0 {
		first = d.lineOf(d.Records[0].Start)
	}
	for i := range x.classes {
		switch {
		case d.isMuted(i):
			x.set(i, feed.Noise, d.muted[i])
		case d.Lines.Span(d.Text, i).Len() == 0:
			x.set(i, feed.Blank, feed.RuleBlank)
		case i < first:
			x.set(i, feed.Lead, feed.RuleLead)
		default:
			x.set(i, feed.Noise, feed.RuleOutside)
		}
	}
	told := false
	for i := range d.Records {
		told = told || d.Records[i].Told != nil
		x.classifyBody(d.Records[i].Body)
	}
	x.wrapped = !told && x.isWrapped()
}

// classifyBody notes the lines of a record's text.
func (x *recordReader) classifyBody(body feed.Span) {
	d := x.d
	if body.Len() == 0 {
		return
	}
	for i := d.lineOf(body.Start); i < len(x.classes) && int(d.Lines[i].At) < body.End; i++ {
		if d.Roles[i] != feed.Blank && !d.isMuted(i) {
			x.classes[i] = textLine
		}
	}
}

// scanTimes reads the words of all times. What they mean is settled for the document as a whole.
func (x *recordReader) scanTimes() {
	x.marked = make([]int32, len(x.d.Records))
	for i := range x.d.Records {
		x.marked[i] = -1
		rec := &x.d.Records[i]
		if rec.Told != nil {
			if rec.Told.Date.IsZero() {
				x.silent++
			}
			continue
		}
		m, ok := x.timeOf(rec)
		switch {
		case ok:
			x.marked[i] = int32(len(x.marks))
			x.marks = append(x.marks, m)
			x.verdicts = append(x.verdicts, entryMark)
		case rec.When.Len() == 0:
			x.silent++
		default:
			x.remarkUnread(i)
		}
	}
	x.settleYear()
	x.settleDayFirst()
	x.gatherTimes()
}

// timeOf returns the mark of the words that tell the time of a record. All of them must be a
// timestamp, or the time for machines says what they mean.
func (x *recordReader) timeOf(rec *feed.Record) (stamp.Candidate, bool) {
	if rec.When.Len() == 0 {
		return stamp.Candidate{}, false
	}
	line := int32(x.d.lineOf(rec.When.Start))
	for _, m := range stamp.ScanLine(nil, rec.When.Of(x.d.Text), line, rec.When.Start, &x.lexer, &x.reader) {
		if m.Place == stamp.Whole && m.Fields.Match < 0 {
			m.Fields.SettleYear(x.d.AsOf.Date)
			m.Fields.Take(rec.Machine)
			return m, true
		}
	}
	m := stamp.Candidate{Line: line, Start: int32(rec.When.Start), End: int32(rec.When.End), Fields: stamp.NoFields}
	t, ok := stamp.ReadMachineTime(rec.Machine)
	if !ok || !m.Fields.Take(rec.Machine) {
		return m, false
	}
	if m.Fields.HasClock() {
		m.Fields.Second = int8(t.Second())
	}
	return m, true
}

// gatherTimes makes all marks the stamps of the entries and counts which way they run.
func (x *recordReader) gatherTimes() {
	if len(x.marks) == 0 {
		return
	}
	s := &series{style: x.marks[0].Style(), marks: make([]int32, len(x.marks))}
	for k := range x.marks {
		s.marks[k] = int32(k)
		if k == 0 {
			continue
		}
		switch way, _ := x.compare(&x.marks[k-1], &x.marks[k]); way {
		case falls:
			s.down++
		case rises:
			s.up++
		}
	}
	x.main = s
}

// newResolver returns the resolver of the records' times. Their texts state no zone and no year.
func (x *recordReader) newResolver() *resolver {
	r := &resolver{d: x.d, p: x.p, j: x.judge}
	r.base = r.p.AsOf.Day()
	if r.base.IsZero() {
		r.base = r.pageDay()
	}
	if x.main != nil && r.p.Zone == nil {
		s := r.zoneOfOthers()
		s.inferred = true
		s.zone, s.name = r.toldZone(&feed.Entry{}, &s.f, s.name, s.line-1)
		r.stated = s
	}
	x.d.Meaning = x.context(r).meaning
	if r.stated.zone != nil {
		x.d.ClockZone, x.d.ZoneName = r.stated.zone, r.stated.name
	}
	return r
}

// makeEntries makes the entries of all records.
func (x *recordReader) makeEntries(r *resolver) {
	d := x.d
	blocks, dates := x.blocks(r)
	d.Entries = make([]feed.Entry, 0, len(d.Records))
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
			r.stamp(&e, &blocks[k], dates[k])
		}
		d.Entries = append(d.Entries, e)
	}
}

// blocks returns a block for each mark, with its day.
func (x *recordReader) blocks(r *resolver) ([]block, []dated) {
	blocks := make([]block, len(x.marks))
	for k := range x.marks {
		line := int(x.marks[k].Line)
		blocks[k] = block{from: line, to: line + 1, mark: int32(k), header: -1}
	}
	if len(blocks) == 0 {
		return nil, nil
	}
	return blocks, r.days(blocks)
}

// entry makes the entry of a record, undated; its Line is 0 if the record says nothing.
func (x *recordReader) entry(rec *feed.Record) feed.Entry {
	d := x.d
	e := feed.Entry{Title: rec.Title, Author: rec.Author, URL: rec.URL, Confidence: sureConfidence}
	x.takeBody(&e, rec.Body)
	if rec.Title.Len() > 0 {
		i := d.lineOf(rec.Title.Start)
		e.Line, e.EndLine = i+1, max(e.EndLine, i+1)
		x.set(i, feed.TitleLine, feed.RuleRecordTitle)
	}
	if rec.Author.Len() > 0 {
		x.takeLine(rec.Author, feed.Noise, feed.RuleByline)
	}
	return e
}

// takeTime notes the line of the words that tell the time of an entry, if they could be read.
func (x *recordReader) takeTime(e *feed.Entry, rec *feed.Record, known bool) {
	switch {
	case rec.When.Len() == 0:
	case !known:
		x.takeLine(rec.When, feed.Noise, feed.RuleBadTime)
	default:
		e.StampLine = x.d.lineOf(rec.When.Start) + 1
		role := feed.StampLine
		if rec.When.Start < rec.Start {
			role = feed.DateHeader
		}
		x.takeLine(rec.When, role, feed.RuleRecordTime)
	}
}

// sureConfidence is how sure it is, in percent, that an entry begins where its record does.
const sureConfidence = 99

// takeLine gives the line of a span its role, unless the line is one of text.
func (x *recordReader) takeLine(s feed.Span, role feed.Role, why feed.Rule) {
	if i := x.d.lineOf(s.Start); x.d.Rules[i] == feed.RuleOutside {
		x.set(i, role, why)
	}
}

// takeBody takes the paragraphs of a record's text into its entry.
func (x *recordReader) takeBody(e *feed.Entry, body feed.Span) {
	if body.Len() == 0 {
		return
	}
	from := len(x.arena)
	first := x.d.lineOf(body.Start)
	x.runs = x.paragraphs(x.runs[:0], first, x.d.lineOf(body.End-1)+1, first, feed.Span{Start: body.Start, End: x.endOf(first, body)}.Trim(x.d.Text))
	for k, run := range x.runs {
		x.arena = append(x.arena, run.span())
		for i := run.first; i <= run.last; i++ {
			role, why := feed.Continuation, feed.RuleRecordGoesOn
			if k == 0 && i == run.first {
				role, why = feed.Start, feed.RuleRecord
			}
			x.set(int(i), role, why)
		}
	}
	e.Paragraphs = x.arena[from:len(x.arena):len(x.arena)]
	if n := len(x.runs); n > 0 {
		e.Line, e.EndLine = int(x.runs[0].first)+1, int(x.runs[n-1].last)+1
	}
}

// endOf returns where a body ends in line i: at the body's end, or at that of the line.
func (x *recordReader) endOf(i int, body feed.Span) int {
	return min(body.End, int(x.d.Lines[i+1].At))
}

// takeTold takes over what was told of an entry.
func (x *recordReader) takeTold(e *feed.Entry, t *feed.Told) {
	e.Stamp, e.Inferred, e.Confidence = t.Stamp, t.Inferred, t.Confidence
	if t.Timed || t.Date.IsZero() || !t.Clock.Known {
		return
	}
	loc := x.location(t.Zone)
	if loc == nil {
		loc = x.d.Zone()
		e.Inferred |= feed.InferredZone
	}
	date, c := t.Date, t.Clock
	at := time.Date(int(date.Year), time.Month(date.Month), int(date.Day), int(c.Hour), int(c.Minute), max(0, int(c.Second)), 0, loc)
	e.Epoch, e.Timed = at.Unix(), true
}

// location returns the zone of a name, nil if it is not known.
func (x *recordReader) location(name string) *time.Location {
	if name == "" {
		return nil
	}
	loc, known := x.zones[name]
	if !known {
		loc, _ = ReadZone(name)
		x.zones[name] = loc
	}
	return loc
}

// finish fills in what is known of the document as a whole.
func (x *recordReader) finish(r *resolver) {
	d := x.d
	d.Layout = feed.Layout{Kind: feed.Records, DayFirst: x.layout().DayFirst}
	x.shareZone()
	d.Lead = x.lead()
	x.findNotices()
	if d.Language == "" {
		d.Language = x.languageOf(x.arena).String()
	}
	d.Order = x.orderOf(d.Entries)
	d.NewestFirst = d.Order == feed.NewestFirst || d.Order == feed.Mixed && x.main != nil && x.main.down > x.main.up
}

// shareZone makes the zone that all told stamps have that of the document.
func (x *recordReader) shareZone() {
	shared := ""
	for i := range x.d.Records {
		t := x.d.Records[i].Told
		if t == nil || x.p.Zone != nil {
			return
		}
		if !t.Clock.Known {
			continue
		}
		if t.Zone == "" || shared != "" && shared != t.Zone {
			return
		}
		shared = t.Zone
	}
	if loc := x.location(shared); loc != nil {
		x.d.ClockZone, x.d.ZoneName = loc, shared
	}
}

// lead returns the text above the records.
func (x *recordReader) lead() feed.Span {
	d, lead := x.d, feed.Span{}
	for i := range d.Roles {
		if d.Roles[i] == feed.Lead {
			s := d.Lines.Span(d.Text, i)
			if lead.IsZero() {
				lead = s
			}
			lead.End = s.End
		}
	}
	return lead
}

// findNotices finds what the source says of itself outside of its records.
func (x *recordReader) findNotices() {
	d := x.d
	for i := range d.Roles {
		if s := d.Lines.Span(d.Text, i); d.Rules[i] == feed.RuleOutside && x.isNotice(s.Of(d.Text)) {
			x.set(i, feed.NoticeLine, feed.RuleNotice)
			d.Notices = append(d.Notices, feed.Notice{Line: i + 1, Text: s})
			d.Ended = true
		}
	}
}

// mostUnread is how many records with an unreadable time are named one by one.
const mostUnread = 5

// remarkUnread says that the time of record i, from 0, cannot be read.
func (x *recordReader) remarkUnread(i int) {
	if x.unread++; x.unread > mostUnread {
		return
	}
	rec := &x.d.Records[i]
	message := fmt.Sprintf("record %d: %q is no date that can be read: its entry is undated", rec.Number, rec.When.Of(x.d.Text))
	x.d.Diagnostics = append(x.d.Diagnostics, feed.Diagnostic{Line: x.d.LineAt(rec.When.Start), Severity: feed.Warning, Code: "bad-date", Message: message})
}

// report adds the diagnostics that concern the document as a whole.
func (x *recordReader) report(r *resolver) {
	d, undated := x.d, 0
	for i := range d.Entries {
		if d.Entries[i].Date.IsZero() {
			undated++
		}
	}
	if n := x.unread - mostUnread; n > 0 {
		r.note(0, feed.Warning, "bad-date", fmt.Sprintf("and %d more records have a date that cannot be read", n))
	}
	open := undated - x.unread - x.silent // that an --as-of could date
	switch {
	case len(d.Entries) == 0:
	case undated == len(d.Entries) && x.main == nil:
		r.note(0, feed.Warning, "no-stamps", "no date and no clock found: the records are kept, undated")
	case open > 0 && r.yearless == open:
		r.note(0, feed.Warning, "undated", fmt.Sprintf("%d of %d entries have a day but no year; --as-of YEAR gives it", open, len(d.Entries)))
	case open > 0:
		r.note(0, feed.Warning, "undated", fmt.Sprintf("%d of %d entries have no date; --as-of DATE gives the day on which the feed was captured", open, len(d.Entries)))
	case x.silent > 0:
		r.note(0, feed.Warning, "undated", fmt.Sprintf("%d of %d records tell no time: their entries are undated", x.silent, len(d.Entries)))
	}
	r.noteZone(undated < len(d.Entries))
	r.noteDayFirst()
}
