package format

import (
	"fmt"
	"io"
	"strconv"
	"time"

	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// Timesketch: an event a line. Timesketch sorts by time alone and requires one, so "datetime" is a
// moment that keeps our order. It is the instant if known, else the beginning of the day or the
// moment of the entry before. Microseconds count the entries of one second. The time in the feed is
// in "date", "clock", "zone" and "precision"; "timestamp_desc" says how much to believe.

func writeTimesketch(w io.Writer, t *timeline.Timeline, o Options) error {
	out := newBuffer(w)
	var words []byte
	last, micros, leftOut := int64(noMoment), 0, 0
	var first *timeline.Entry // of those that are left out
	for e, at := range moments(t) {
		if at == noMoment {
			if leftOut++; leftOut == 1 {
				first = e
			}
			continue
		}
		micros = min(micros+1, 999_999)
		if at != last {
			last, micros = at, 0
		}
		words = appendMessage(words[:0], e)
		out.b = appendEvent(out.b, e, &o, time.Unix(at, int64(micros)*1000).UTC(), words)
		if !out.spill() {
			return out.err
		}
	}
	switch {
	case leftOut == len(t.Entries) && o.Warn != nil:
		o.Warn("timesketch", 0,
			"no entry has a date: the output is empty, which Timesketch refuses")
	case leftOut > 0:
		o.warn(first,
			fmt.Sprintf("%d undated entries left out, the first here: Timesketch requires a time",
				leftOut))
	}
	return out.flush()
}

// appendMessage appends the title and the text of an entry.
func appendMessage(dst []byte, e *timeline.Entry) []byte {
	if title := e.TitleText(); title != "" {
		dst = append(append(dst, title...), "\n\n"...)
	}
	return e.AppendText(dst)
}

// appendEvent appends a line. What is unknown has no key.
func appendEvent(dst []byte, e *timeline.Entry, o *Options, at time.Time, message []byte) []byte {
	dst = append(dst, `{"message":`...)
	dst = appendQuoted(dst, string(message))
	dst = append(dst, `,"datetime":"`...)
	dst = at.AppendFormat(dst, "2006-01-02T15:04:05.000000+00:00")
	dst = append(dst, `","timestamp":`...)
	dst = strconv.AppendInt(dst, at.UnixMicro(), 10)
	dst = appendString(dst, `,"timestamp_desc":`, timestampDescription(e))
	dst = appendNumber(dst, `,"seq":`, e.Seq)
	dst = append(dst, `,"id":"`...)
	dst = append(e.ID.Append(dst), '"')
	m := o.moment(e)
	if !m.date.IsZero() {
		dst = append(dst, `,"date":`...)
		dst = appendDate(dst, m.date)
	}
	for _, told := range [...]struct{ key, words string }{
		{`,"clock":`, m.clock.String()}, {`,"zone":`, m.zone},
		{`,"precision":`, e.Precision.String()}, {`,"stamp":`, e.As},
		{`,"author":`, e.AuthorText()}, {`,"url":`, e.URL}, {`,"source_file":`, e.Source.Name},
	} {
		if told.words != "" {
			dst = appendString(dst, told.key, told.words)
		}
	}
	dst = appendNumber(dst, `,"source_line":`, int(e.Line))
	dst = appendNumber(dst, `,"source_end_line":`, int(e.EndLine))
	dst = append(dst, `,"inferred":"`...)
	dst = appendInferred(dst, e.Inferred, " ")
	dst = append(dst, `","confidence":`...)
	dst = appendConfidence(dst, int(e.Confidence))
	return append(dst, "}\n"...)
}

// timestampDescription describes the time of an event.
func timestampDescription(e *timeline.Entry) string {
	switch e.Precision {
	case feed.Undated:
		return "Reported after the previous event (undated)"
	case feed.ToHour, feed.ToDay, feed.ToMonth, feed.ToYear:
		return "Reported (to the " + e.Precision.String() + ")"
	}
	return "Reported"
}
