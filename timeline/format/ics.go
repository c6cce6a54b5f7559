package format

import (
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// iCalendar (RFC 5545): an event for each entry. An event that is precise to the minute or second
// has no length. One of an hour, a day, a month or a year lasts as long, all day without a clock.
// An undated one is a journal entry, which needs no date. The clock of this machine is not used.
// The DTSTAMP of an event is its own time, that of an undated one the last time in its feeds. Its
// UID is its ID, so that a second import changes nothing. Calendars order events of one time as
// they like; our order is in the file, and in X-TIMELINE-SEQ.

// A calendar writes iCalendar.
type calendar struct {
	*buffer
	o     Options
	names []string  // of the sources; nil: there is one
	made  time.Time // the last moment that is known of the timeline; zero: none is
	line  []byte    // at hand, not folded yet
}

func writeICS(w io.Writer, t *timeline.Timeline, o Options) error {
	c := calendar{buffer: newBuffer(w), o: o, names: severalNames(t), made: lastKnown(t)}
	c.plain("BEGIN:VCALENDAR")
	c.plain("VERSION:2.0")
	c.plain("PRODID:-//newstimeline//timeline//EN")
	c.plain("CALSCALE:GREGORIAN")
	c.text("X-WR-CALNAME", o.heading(t))
	if lead := o.lead(t); len(lead) > 0 {
		c.text("X-WR-CALDESC", strings.Join(lead, "\n\n"))
	}
	for e := range chronological(t) {
		if e.Date.IsZero() && c.made.IsZero() {
			continue
		}
		c.entry(e)
		if !c.spill() {
			return c.err
		}
	}
	c.plain("END:VCALENDAR")
	if c.made.IsZero() {
		o.warnUndated(t, "calendars require a date for each")
	}
	return c.flush()
}

// entry writes an entry.
func (c *calendar) entry(e *timeline.Entry) {
	component := "VEVENT"
	if e.Date.IsZero() {
		component = "VJOURNAL"
	}
	c.plain("BEGIN:" + component)
	c.plain("UID:" + e.ID.String() + "@newstimeline")
	c.plain("DTSTAMP:" + c.stamp(e).Format(utcForm))
	c.when(e)
	summary := e.TitleText()
	if summary == "" {
		summary = briefly(string(e.AppendText(nil)), 80)
	}
	c.text("SUMMARY", summary)
	c.text("DESCRIPTION", string(appendMessage(nil, e)))
	if author := e.AuthorText(); author != "" {
		c.text("X-TIMELINE-AUTHOR", author)
	}
	if isAddress(e.URL) {
		c.plain("URL:" + e.URL)
	}
	if c.names != nil {
		c.text("CATEGORIES", c.names[e.Source.Index])
	}
	c.plain("X-TIMELINE-SEQ:" + string(appendInt(nil, e.Seq)))
	if component == "VEVENT" {
		c.plain("TRANSP:TRANSPARENT") // reports keep nobody busy
	}
	c.plain("END:" + component)
}

const (
	utcForm = "20060102T150405Z"
	dayForm = "20060102"
)

// stamp returns when an entry was made, as far as known: it must not change from export to export.
func (c *calendar) stamp(e *timeline.Entry) time.Time {
	if at, known := e.Instant(); known {
		return at
	}
	if e.Date.IsZero() {
		return c.made
	}
	return e.Date.In(time.UTC)
}

// when writes the time of an entry as precisely as its feed has it.
func (c *calendar) when(e *timeline.Entry) {
	if at, known := e.Instant(); known {
		c.plain("DTSTART:" + at.Format(utcForm))
		if end, known := e.Stamp.End(); known && end.After(at) {
			c.plain("DTEND:" + end.Format(utcForm))
		} else if e.Precision == feed.ToHour {
			c.plain("DTEND:" + at.Add(time.Hour).Format(utcForm))
		}
		return
	}
	if e.Date.IsZero() {
		return
	}
	from := e.Date.In(time.UTC)
	to := from.AddDate(0, 0, 1)
	switch e.Precision {
	case feed.ToMonth:
		to = from.AddDate(0, 1, 0)
	case feed.ToYear:
		to = from.AddDate(1, 0, 0)
	}
	if !e.Until.IsZero() {
		to = e.Until.Add(1).In(time.UTC)
	}
	c.plain("DTSTART;VALUE=DATE:" + from.Format(dayForm))
	c.plain("DTEND;VALUE=DATE:" + to.Format(dayForm))
}

// text writes a property whose value is text.
func (c *calendar) text(name, value string) {
	c.line = append(append(c.line[:0], name...), ':')
	for _, r := range withoutTags(value) {
		switch {
		case r == '\\' || r == ';' || r == ',':
			c.line = append(c.line, '\\', byte(r))
		case r == '\n':
			c.line = append(c.line, `\n`...)
		case r == '\r':
		case isControl(r):
			c.line = append(c.line, "\ufffd"...)
		default:
			c.line = utf8.AppendRune(c.line, r)
		}
	}
	c.fold(c.line)
}

// plain writes a property that needs no escape.
func (c *calendar) plain(line string) {
	c.line = append(c.line[:0], line...)
	c.fold(c.line)
}

// lineOctets is the length of a line without its end (RFC 5545, 3.1).
const lineOctets = 75

// fold writes a line, in several if it is too long, never split within a character.
func (c *calendar) fold(line []byte) {
	room := lineOctets
	for len(line) > room {
		n := room
		for n > 0 && !utf8.RuneStart(line[n]) {
			n--
		}
		c.b = append(append(c.b, line[:n]...), "\r\n "...)
		line, room = line[n:], lineOctets-1
	}
	c.b = append(append(c.b, line...), "\r\n"...)
}

// briefly shortens a text to one line of at most so many characters, cut between words and marked
// with an ellipsis.
func briefly(text string, most int) string {
	text = strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	cut := 0
	for range most - 1 { // a byte that is no UTF-8 counts as a character
		_, size := utf8.DecodeRuneInString(text[cut:])
		cut += size
	}
	if blank := strings.LastIndexByte(text[:cut+1], ' '); blank > cut/2 {
		cut = blank
	}
	return strings.TrimRight(text[:cut], " ") + "…"
}
