package format

import (
	"fmt"
	"io"
	"strconv"
	"time"

	"newstimeline/timeline"
)

// writeStatsJSON writes all counts as one document. Every key is always there, with one type or
// null.
func writeStatsJSON(w io.Writer, s *timeline.Stats, o Options) error {
	out := newBuffer(w)
	b := append(out.b, `{"schema":`+schemaVersion...)
	b = appendCounts(b, s)
	b = appendTimes(b, s)
	b = append(b, ",\n\"gaps\":["...)
	b = appendStretches(b, s.Gaps, &o)
	b = append(b, "],\n\"busiest\":["...)
	b = appendStretches(b, s.Busiest, &o)
	b = append(b, "],\n\"sources\":["...)
	for i := range s.Sources {
		b = appendItem(b, i)
		b = appendSourceStats(b, &s.Sources[i])
	}
	b = append(b, "],\n\"confidence\":{\"mean\":"...)
	if s.Entries == 0 {
		b = append(b, "null"...)
	} else {
		b = appendConfidence(b, s.Confidence.Mean)
	}
	b = appendInts(b, `,"bins":[`, s.Confidence.Bins[:])
	out.b = append(b, "}}\n"...)
	return out.flush()
}

// appendCounts appends how many entries there are, from "entries" to "last".
func appendCounts(dst []byte, s *timeline.Stats) []byte {
	dst = appendNumber(dst, ",\n\"entries\":", s.Entries)
	dst = appendNumber(dst, `,"timed":`, s.Timed)
	dst = appendNumber(dst, `,"undated":`, s.Undated)
	zone := ""
	if s.Zone != nil {
		zone = s.Zone.String()
	}
	dst = appendString(dst, `,"zone":`, zone)
	dst = append(dst, `,"first":`...)
	dst = appendDate(dst, s.First)
	dst = append(dst, `,"last":`...)
	return appendDate(dst, s.Last)
}

// appendTimes appends how many entries each stretch of time has, from "days" to "bars".
func appendTimes(dst []byte, s *timeline.Stats) []byte {
	dst = append(dst, ",\n\"days\":["...)
	for i, d := range s.Days {
		dst = appendItem(dst, i)
		dst = append(dst, `{"date":`...)
		dst = appendDate(dst, d.Date)
		dst = append(appendNumber(dst, `,"entries":`, d.Entries), '}')
	}
	dst = appendInts(dst, "],\n\"hours\":[", s.Hours[:])
	dst = appendString(dst, ",\n\"unit\":", s.Unit.String())
	dst = appendNumber(dst, `,"step":`, s.Step)
	dst = append(dst, `,"bars":[`...)
	for i, bar := range s.Bars {
		dst = appendItem(dst, i)
		dst = appendString(dst, `{"from":`, barStart(bar, s.Unit))
		dst = appendString(dst, `,"name":`, bar.Name)
		dst = append(appendNumber(dst, `,"entries":`, bar.Entries), '}')
	}
	return append(dst, ']')
}

// appendInts appends an array of numbers with its key.
func appendInts(dst []byte, before string, all []int) []byte {
	dst = append(dst, before...)
	for i, n := range all {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = strconv.AppendInt(dst, int64(n), 10)
	}
	return append(dst, ']')
}

// appendStretches appends ranges of the timeline: their first and last entry, how many there are,
// how long it takes.
func appendStretches(dst []byte, all []timeline.Stretch, o *Options) []byte {
	for i := range all {
		g := &all[i]
		dst = appendItem(dst, i)
		dst = appendNumber(dst, `{"entries":`, g.Entries)
		dst = appendNumber(dst, `,"seconds":`, int(g.Length/time.Second))
		dst = append(dst, `,"from":`...)
		dst = appendEnd(dst, g.From, o)
		dst = append(dst, `,"to":`...)
		dst = append(appendEnd(dst, g.To, o), '}')
	}
	return dst
}

// appendEnd appends which entry a stretch begins or ends with.
func appendEnd(dst []byte, e *timeline.Entry, o *Options) []byte {
	dst = appendNumber(dst, `{"seq":`, e.Seq)
	dst = append(dst, `,"id":"`...)
	dst = e.ID.Append(dst)
	dst = append(dst, `","source":`...)
	dst = appendQuoted(dst, e.Source.Name)
	dst = appendNumber(dst, `,"line":`, int(e.Line))
	return append(appendWhen(dst, e, o), '}')
}

// appendSourceStats appends the counts of a source.
func appendSourceStats(dst []byte, c *timeline.SourceStats) []byte {
	dst = append(dst, `{"name":`...)
	dst = appendQuoted(dst, c.Name)
	dst = appendNumber(dst, `,"entries":`, c.Entries)
	dst = appendNumber(dst, `,"undated":`, c.Undated)
	dst = append(dst, `,"first":`...)
	dst = appendDate(dst, c.First)
	dst = append(dst, `,"last":`...)
	dst = appendDate(dst, c.Last)
	dst = appendString(dst, `,"order":`, c.Order.String())
	dst = append(dst, `,"confidence":`...)
	if c.Entries == 0 {
		return append(dst, "null}"...)
	}
	return append(appendConfidence(dst, c.Confidence), '}')
}

// barStart returns when a bar begins, as exactly as its unit: 2025-08-16T20, 2025-08-16, 2025-08,
// 2025; T20 where no day is known; "" of a name.
func barStart(b timeline.Bar, u timeline.Unit) string {
	if b.From.IsZero() && u == timeline.ByHour {
		return fmt.Sprintf("T%02d", b.Hour)
	}
	switch s := b.From.String(); u {
	case timeline.BySource, timeline.ByAuthor:
		return ""
	case timeline.ByHour:
		return fmt.Sprintf("%sT%02d", s, b.Hour)
	case timeline.ByDay:
		return s
	case timeline.ByMonth:
		return s[:7]
	default:
		return s[:4]
	}
}

// writeStatsCSV writes the bars of the chart. An author that is not known has an empty name.
func writeStatsCSV(w io.Writer, s *timeline.Stats, o Options) error {
	out := newBuffer(w)
	unit := s.Unit.String()
	if s.Step > 1 {
		unit = fmt.Sprintf("%d %ss", s.Step, unit)
	}
	second := "from"
	if isNamed(s.Unit) {
		second = "name"
	}
	out.b = append(out.b, "unit,"+second+",entries\n"...)
	for _, bar := range s.Bars {
		name := []byte(barStart(bar, s.Unit) + bar.Name)
		if isFormula(name) {
			name = append([]byte{'\''}, name...) // a spreadsheet would run it
		}
		out.b = append(out.b, unit+","...)
		out.b = appendCSV(out.b, name, traitsOf(name))
		out.b = fmt.Appendf(out.b, ",%d\n", bar.Entries)
	}
	return out.flush()
}
