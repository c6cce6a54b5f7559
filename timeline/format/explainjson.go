package format

import (
	"io"
	"strconv"

	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// writeExplainedJSON writes the explanation as a document with the keys lines, sources, layouts and
// diagnostics; sources and diagnostics are as in the format json.
func writeExplainedJSON(w io.Writer, t *timeline.Timeline, _ Options) error {
	out := newBuffer(w)
	out.b = append(out.b, `{"schema":`+schemaVersion+`,`+"\n"+`"lines":[`...)
	n := 0
	for _, s := range t.Sources {
		for i := range s.NumLines() {
			line := s.Line(i + 1)
			out.b = appendItem(out.b, n)
			out.b = appendExplained(out.b, &line)
			n++
			if !out.spill() {
				return out.err
			}
		}
	}
	out.b = append(out.b, "],\n\"sources\":["...)
	for i, s := range t.Sources {
		out.b = appendItem(out.b, i)
		out.b = appendSource(out.b, s)
	}
	out.b = append(out.b, "],\n\"layouts\":["...)
	for i, s := range t.Sources {
		out.b = appendItem(out.b, i)
		out.b = appendLayout(out.b, &s.Layout, s.FormatReason)
	}
	out.b = append(out.b, "],\n\"diagnostics\":["...)
	out.b = appendDiagnostics(out.b, t)
	out.b = append(out.b, "]}\n"...)
	return out.flush()
}

// appendExplained appends what became of a line.
func appendExplained(dst []byte, l *feed.Line) []byte {
	dst = appendNumber(dst, `{"line":`, l.Number)
	dst = appendString(dst, `,"role":`, l.Role.String())
	dst = appendString(dst, `,"rule":`, l.Rule)
	dst = append(dst, `,"stamp":`...)
	dst = appendMeaning(dst, &l.Stamp)
	dst = append(dst, `,"score":`...)
	if l.Scored {
		dst = appendTenths(dst, l.Score)
	} else {
		dst = append(dst, "null"...)
	}
	dst = append(dst, `,"from":`...)
	return append(appendOrigin(dst, &l.From), '}')
}

// appendOrigin appends what gave the time of the entry that begins with a line, null if none does.
func appendOrigin(dst []byte, o *feed.Origin) []byte {
	if *o == (feed.Origin{}) {
		return append(dst, "null"...)
	}
	dst = appendString(dst, `{"year":`, o.Year.String())
	dst = appendString(dst, `,"day":`, o.Day.String())
	dst = appendString(dst, `,"zone":`, o.Zone.String())
	dst = appendLine(dst, `,"line":`, int(o.Line))
	dst = append(dst, `,"confidence":`...)
	dst = appendConfidence(dst, int(o.Sure))
	return append(dst, '}')
}

// appendMeaning appends what a line means as a stamp, null if it means nothing.
func appendMeaning(dst []byte, s *feed.Stamp) []byte {
	if s.Date.IsZero() && !s.Clock.Known && s.Zone == "" {
		return append(dst, "null"...)
	}
	dst = append(dst, `{"date":`...)
	dst = appendDate(dst, s.Date)
	dst = appendString(dst, `,"clock":`, s.Clock.String())
	dst = appendString(dst, `,"zone":`, s.Zone)
	dst = appendString(dst, `,"precision":`, s.Precision.String())
	return append(dst, '}')
}

// appendTenths appends a number of tenths as a decimal: 1.5, -0.3.
func appendTenths(dst []byte, n int) []byte {
	if n < 0 {
		dst, n = append(dst, '-'), -n
	}
	dst = strconv.AppendInt(dst, int64(n/10), 10)
	if n%10 != 0 {
		dst = append(dst, '.', byte('0'+n%10))
	}
	return dst
}

// appendLayout appends what was decided of a document, and from what.
func appendLayout(dst []byte, l *feed.Layout, reason string) []byte {
	dst = appendString(dst, `{"input_because":`, reason)
	dst = appendString(dst, `,"kind":`, l.Kind.String())
	dst = appendString(dst, `,"place":`, l.Place.String())
	dst = appendString(dst, `,"container":`, l.Container)
	dst = appendNumber(dst, `,"headers":`, l.Headers)
	dst = append(dst, `,"headers_below":`...)
	dst = strconv.AppendBool(dst, l.Below)
	dst = append(dst, `,"day_first":`...)
	switch l.DayFirst {
	case feed.Yes:
		dst = append(dst, "true"...)
	case feed.No:
		dst = append(dst, "false"...)
	default:
		dst = append(dst, "null"...)
	}
	dst = append(dst, `,"evidence":[`...)
	for i := range l.Evidence {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = appendEvidence(dst, &l.Evidence[i])
	}
	dst = appendNumber(dst, `],"reading":`, l.Reading)
	dst = append(dst, `,"readings":[`...)
	for i := range l.Readings {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = appendReading(dst, &l.Readings[i])
	}
	return append(dst, "]}"...)
}

// appendReading appends what one reading of the document gives, and what speaks against it.
func appendReading(dst []byte, r *feed.Reading) []byte {
	dst = appendString(dst, `{"about":`, r.About)
	dst = appendNumber(dst, `,"percent":`, r.Share)
	dst = appendNumber(dst, `,"entries":`, r.Entries)
	dst = appendNumber(dst, `,"line":`, r.Line)
	dst = appendNumber(dst, `,"end_line":`, r.EndLine)
	dst = append(dst, `,"against":[`...)
	for i, reason := range r.Reasons {
		dst = appendString(dst, [...]string{"", ","}[min(i, 1)], reason)
	}
	return append(dst, "]}"...)
}

// appendEvidence appends what was counted for one style of stamps.
func appendEvidence(dst []byte, e *feed.Evidence) []byte {
	dst = appendString(dst, `{"style":`, e.Style)
	dst = appendNumber(dst, `,"line":`, e.Line)
	dst = appendNumber(dst, `,"marks":`, e.Marks)
	dst = appendNumber(dst, `,"in_order":`, e.InOrder)
	dst = appendNumber(dst, `,"content":`, e.Content)
	dst = appendNumber(dst, `,"body":`, e.Body)
	dst = appendNumber(dst, `,"coverage":`, e.Coverage)
	dst = appendNumber(dst, `,"score":`, e.Score)
	dst = append(dst, `,"accepted":`...)
	dst = strconv.AppendBool(dst, e.Accepted)
	return append(dst, '}')
}
