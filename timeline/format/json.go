package format

import (
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// JSON: the contract. Every key is always there, in this order, with one type or null; keys are
// only ever added. The encoder is our own because this is the hot path: it appends to one buffer
// and allocates nothing for an entry.

// schemaVersion is the version of the contract.
const schemaVersion = "1"

// writeJSON writes one document: the sources, the entries, the diagnostics, each on a line of its
// own.
func writeJSON(w io.Writer, t *timeline.Timeline, o Options) error {
	out := newBuffer(w)
	out.b = append(out.b, `{"schema":`+schemaVersion+`,`+"\n"+`"sources":[`...)
	for i, s := range t.Sources {
		out.b = appendItem(out.b, i)
		out.b = appendSource(out.b, s)
	}
	out.b = append(out.b, "],\n\"entries\":["...)
	out.entries(t, func() func([]byte, int) []byte {
		return func(dst []byte, i int) []byte {
			return appendEntry(appendItem(dst, i), &t.Entries[i], &o)
		}
	})
	out.b = append(out.b, "],\n\"diagnostics\":["...)
	out.b = appendDiagnostics(out.b, t)
	out.b = append(out.b, "]}\n"...)
	return out.flush()
}

// appendDiagnostics appends the remarks on all sources.
func appendDiagnostics(dst []byte, t *timeline.Timeline) []byte {
	n := 0
	for _, s := range t.Sources {
		for i := range s.Diagnostics {
			dst = appendItem(dst, n)
			dst = appendDiagnostic(dst, s.Name, &s.Diagnostics[i])
			n++
		}
	}
	return dst
}

// writeJSONLines writes the entries, one a line.
func writeJSONLines(w io.Writer, t *timeline.Timeline, o Options) error {
	out := newBuffer(w)
	out.entries(t, func() func([]byte, int) []byte {
		return func(dst []byte, i int) []byte {
			return append(appendEntry(dst, &t.Entries[i], &o), '\n')
		}
	})
	return out.flush()
}

// appendItem appends what precedes item i of an array, from 0: a comma except for the first, and a
// line end.
func appendItem(dst []byte, i int) []byte {
	if i > 0 {
		dst = append(dst, ',')
	}
	return append(dst, '\n')
}

// appendSource appends what is known of a feed as a whole.
func appendSource(dst []byte, s *timeline.Source) []byte { return appendSourceAs(dst, s, s.Name) }

// appendSourceAs is appendSource under another name.
func appendSourceAs(dst []byte, s *timeline.Source, name string) []byte {
	dst = append(dst, `{"name":`...)
	dst = appendQuoted(dst, name)
	dst = appendString(dst, `,"sha256":`, s.SHA256)
	dst = appendNumber(dst, `,"lines":`, s.NumLines())
	dst = appendString(dst, `,"format":`, s.Format)
	dst = appendString(dst, `,"encoding":`, s.Encoding)
	dst = appendString(dst, `,"language":`, s.Language)
	dst = appendString(dst, `,"title":`, s.Title)
	dst = appendString(dst, `,"url":`, s.URL)
	dst = appendString(dst, `,"published":`, s.Published)
	dst = appendString(dst, `,"updated":`, s.Updated)
	dst = appendString(dst, `,"order":`, s.Order.String())
	dst = append(dst, `,"ended":`...)
	dst = strconv.AppendBool(dst, s.Ended)
	dst = appendString(dst, `,"as_of":`, s.AsOf.String())
	dst = appendString(dst, `,"zone":`, s.ZoneName)
	dst = appendLead(dst, s)
	dst = appendNotices(dst, s)
	dst = appendNumber(dst, `,"entries":`, len(s.Document.Entries))
	return append(dst, '}')
}

// appendLead appends the text above a feed and its lines.
func appendLead(dst []byte, s *timeline.Source) []byte {
	if s.Lead.IsZero() {
		return append(dst, `,"lead":null`...)
	}
	dst = appendNumber(dst, `,"lead":{"line":`, s.LineAt(s.Lead.Start))
	dst = appendNumber(dst, `,"end_line":`, s.LineAt(s.Lead.End-1))
	dst = appendString(dst, `,"text":`, s.Lead.Of(s.Text))
	return append(dst, '}')
}

// appendNotices appends the notices of a feed.
func appendNotices(dst []byte, s *timeline.Source) []byte {
	dst = append(dst, `,"notices":[`...)
	for i, n := range s.Notices {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = appendNumber(dst, `{"line":`, n.Line)
		dst = append(dst, `,"text":`...)
		dst = appendQuoted(dst, n.Text.Of(s.Text))
		dst = append(dst, '}')
	}
	return append(dst, ']')
}

// appendEntry appends one entry.
func appendEntry(dst []byte, e *timeline.Entry, o *Options) []byte {
	dst = appendNumber(dst, `{"seq":`, e.Seq)
	dst = append(dst, `,"id":"`...)
	dst = e.ID.Append(dst)
	dst = append(dst, `","source":`...)
	dst = appendQuoted(dst, e.Source.Name)
	dst = appendWhen(dst, e, o)
	dst = appendWords(dst, e)
	dst = appendString(dst, `,"author":`, e.AuthorText())
	dst = appendString(dst, `,"url":`, e.URL)
	dst = appendProvenance(dst, e)
	dst = appendOthers(dst, e, o)
	dst = appendSpan(dst, e)
	return append(appendAttached(dst, e), '}')
}

// appendOthers appends the entries that an entry is linked with, "revisions" and "related". Most
// entries have none, nor any of what follows here: that is appended in one go.
func appendOthers(dst []byte, e *timeline.Entry, o *Options) []byte {
	if len(e.Revisions())+len(e.Related()) == 0 {
		return append(dst, `,"revisions":[],"related":[]`...)
	}
	dst = appendRevisions(append(dst, `,"revisions":`...), e.Revisions(), o)
	return appendRelated(append(dst, `,"related":`...), e.Related())
}

// appendAttached appends what markup has of an entry, from "links" to "parts", and the addresses in
// its words.
func appendAttached(dst []byte, e *timeline.Entry) []byte {
	dst = appendLinks(append(dst, `,"links":`...), e)
	if e.Attached == nil {
		return append(dst, `,"media":[],"parts":[]`...)
	}
	dst = appendMedia(append(dst, `,"media":`...), e)
	return appendParts(append(dst, `,"parts":`...), e)
}

// appendSpan appends the day of an entry whose year is not known, "month_day". It also appends the
// end of the span that its stamp tells, "end", and whether it tells only about when, "approximate".
func appendSpan(dst []byte, e *timeline.Entry) []byte {
	if e.Yearless.IsZero() && e.Until.IsZero() && !e.Approximate {
		return append(dst, `,"month_day":null,"end":null,"approximate":false`...)
	}
	dst = appendYearless(dst, e)
	if e.Until.IsZero() {
		dst = append(dst, `,"end":null`...)
	} else {
		dst = append(appendUntil(append(dst, `,"end":"`...), e), '"')
	}
	if e.Approximate {
		return append(dst, `,"approximate":true`...)
	}
	return append(dst, `,"approximate":false`...)
}

// appendYearless appends the day of an entry whose year is not known, "month_day".
func appendYearless(dst []byte, e *timeline.Entry) []byte {
	dst = append(dst, `,"month_day":`...)
	if e.Yearless.IsZero() {
		return append(dst, "null"...)
	}
	return append(appendMonthDay(append(dst, '"'), e.Yearless), '"')
}

// appendUntil appends the end of the span that an entry's stamp tells: its last day, or the instant
// in UTC; nothing if it tells none.
func appendUntil(dst []byte, e *timeline.Entry) []byte {
	if at, known := e.Stamp.End(); known {
		return at.AppendFormat(dst, time.RFC3339)
	}
	if e.Until.IsZero() {
		return dst
	}
	return e.Until.Append(dst)
}

// appendProvenance appends an entry's place in the feed and its confidence, from "line" to
// "confidence".
func appendProvenance(dst []byte, e *timeline.Entry) []byte {
	dst = appendNumber(dst, `,"line":`, int(e.Line))
	dst = appendNumber(dst, `,"end_line":`, int(e.EndLine))
	span := e.Bytes()
	dst = appendNumber(dst, `,"start_byte":`, span.Start)
	dst = appendNumber(dst, `,"end_byte":`, span.End)
	dst = appendLine(dst, `,"stamp_line":`, int(e.StampLine))
	dst = append(dst, `,"inferred":[`...)
	if e.Inferred != 0 {
		dst = append(dst, '"')
		dst = appendInferred(dst, e.Inferred, `","`)
		dst = append(dst, '"')
	}
	dst = append(dst, `],"confidence":`...)
	return appendConfidence(dst, int(e.Confidence))
}

// appendWords appends the words of an entry, "title" and "text".
func appendWords(dst []byte, e *timeline.Entry) []byte {
	dst = appendString(dst, `,"title":`, e.TitleText())
	dst = append(dst, `,"text":"`...)
	dst = appendText(dst, e)
	return append(dst, '"')
}

// appendText appends the paragraphs of an entry as the inside of a JSON string.
func appendText(dst []byte, e *timeline.Entry) []byte {
	for i, p := range e.Paragraphs {
		if i > 0 {
			dst = append(dst, `\n\n`...)
		}
		dst = appendParagraph(dst, e.Source, p)
	}
	return dst
}

// appendRevisions appends the earlier texts of an entry, the earliest first.
func appendRevisions(dst []byte, revisions []timeline.Link, o *Options) []byte {
	dst = append(dst, '[')
	for i := range revisions {
		r := &revisions[i]
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, '{')
		dst = appendPlace(dst, r)
		dst = appendNumber(dst, `,"end_line":`, int(r.EndLine))
		dst = appendWhen(dst, r.Entry, o)
		dst = appendWords(dst, r.Entry)
		dst = append(dst, '}')
	}
	return append(dst, ']')
}

// appendRelated appends where else the report of an entry is.
func appendRelated(dst []byte, related []timeline.Link) []byte {
	dst = append(dst, '[')
	for i := range related {
		r := &related[i]
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, `{"kind":"`...)
		dst = append(dst, relation(r)...)
		dst = append(dst, `",`...)
		dst = appendPlace(dst, r)
		dst = append(dst, '}')
	}
	return append(dst, ']')
}

// relation names the kind of a related entry. It is a copy, folded into this one, or the report of
// another feed, which is an entry of its own.
func relation(r *timeline.Link) string {
	if r.Folded {
		return "copy"
	}
	return "report"
}

// appendPlace appends which entry a link leads to and how alike it is.
func appendPlace(dst []byte, r *timeline.Link) []byte {
	dst = append(dst, `"id":"`...)
	dst = r.ID.Append(dst)
	dst = append(dst, `","source":`...)
	dst = appendQuoted(dst, r.Source.Name)
	dst = appendNumber(dst, `,"line":`, int(r.Line))
	dst = append(dst, `,"likeness":`...)
	return appendConfidence(dst, r.Likeness)
}

// appendParagraph appends a paragraph, in one line if it was wrapped by hand.
func appendParagraph(dst []byte, s *timeline.Source, p feed.Span) []byte {
	text := p.Of(s.Text)
	if strings.IndexByte(text, '\n') >= 0 {
		text = string(p.AppendFolded(nil, s.Text))
	}
	if len(text) > chunk {
		// at once: to double again and again takes thrice the memory
		dst = slices.Grow(dst, len(text)+len(text)/16)
	}
	if s.UTF8 {
		return appendEscapedUTF8(dst, text)
	}
	return appendEscaped(dst, text)
}

// appendWhen appends when an entry was reported, from "date" to "stamp".
func appendWhen(dst []byte, e *timeline.Entry, o *Options) []byte {
	m := o.moment(e)
	dst = append(dst, `,"date":`...)
	dst = appendDate(dst, m.date)
	dst = append(dst, `,"clock":`...)
	if m.clock.Known {
		dst = append(dst, '"')
		dst = m.clock.Append(dst)
		dst = append(dst, '"')
	} else {
		dst = append(dst, "null"...)
	}
	dst = appendString(dst, `,"zone":`, m.zone)
	if at, known := e.Instant(); known {
		dst = append(dst, `,"time":"`...)
		dst = at.AppendFormat(dst, time.RFC3339)
		dst = append(dst, `","epoch":`...)
		dst = strconv.AppendInt(dst, at.Unix(), 10)
	} else {
		dst = append(dst, `,"time":null,"epoch":null`...)
	}
	dst = appendString(dst, `,"precision":`, e.Precision.String())
	return appendString(dst, `,"stamp":`, e.As)
}

// appendMonthDay appends a day of an unknown year: --08-16.
func appendMonthDay(dst []byte, d feed.Date) []byte {
	return append(dst, '-', '-', byte('0'+d.Month/10), byte('0'+d.Month%10), '-',
		byte('0'+d.Day/10), byte('0'+d.Day%10))
}

// appendDiagnostic appends a remark on a place of the source of that name.
func appendDiagnostic(dst []byte, source string, d *feed.Diagnostic) []byte {
	dst = append(dst, `{"source":`...)
	dst = appendQuoted(dst, source)
	dst = appendLine(dst, `,"line":`, d.Line)
	dst = appendString(dst, `,"severity":`, d.Severity.String())
	dst = appendString(dst, `,"code":`, d.Code)
	dst = appendString(dst, `,"message":`, d.Message)
	return append(dst, '}')
}

// appendString appends a key with its punctuation, and a string; null if that is empty.
func appendString(dst []byte, key, s string) []byte {
	dst = append(dst, key...)
	if s == "" {
		return append(dst, "null"...)
	}
	return appendQuoted(dst, s)
}

// appendNumber appends a key and a number.
func appendNumber(dst []byte, key string, n int) []byte {
	dst = append(dst, key...)
	return strconv.AppendInt(dst, int64(n), 10)
}

// appendLine appends a key and a line from 1; null for 0, which is no line.
func appendLine(dst []byte, key string, line int) []byte {
	if line == 0 {
		dst = append(dst, key...)
		return append(dst, "null"...)
	}
	return appendNumber(dst, key, line)
}

// appendDate appends a day as a string; null if it is none.
func appendDate(dst []byte, d feed.Date) []byte {
	if d.IsZero() {
		return append(dst, "null"...)
	}
	dst = append(dst, '"')
	dst = d.Append(dst)
	return append(dst, '"')
}
