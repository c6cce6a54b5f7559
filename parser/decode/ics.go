package decode

import (
	"iter"
	"maps"
	"slices"
	"strings"
	"time"

	"newstimeline/parser/feed"
)

// iCalendar (RFC 5545): each event, and each entry of a journal, is an entry of the timeline. An
// event that recurs counts once.

// A calendar is a file of iCalendar being read.
type calendar struct {
	itemFeed
	open    []string // the components that the line at hand is in, in capitals
	event   calendarEvent
	recurs  int             // events that recur
	unknown map[string]bool // zones that are not known
	left    map[string]bool // the names of properties that are not read
}

// A calendarEvent is an event being read.
type calendarEvent struct {
	item
	place      string
	start, end property
	recurs     bool
}

// A property is a line of iCalendar.
type property struct {
	name   string // in capitals
	params map[string]string
	value  string // as written
}

// readICS makes a Source of a calendar.
func readICS(src *feed.Source, text []byte, _ Keys) error {
	c := calendar{unknown: map[string]bool{}, left: map[string]bool{}}
	for line := range unfolded(string(text)) {
		c.take(readProperty(line))
	}
	if c.recurs > 0 {
		c.remark(src, "recurring", counted(c.recurs, "event recurs", "events recur")+
			"; only the first occurrence is an entry")
	}
	if len(c.unknown) > 0 {
		names := strings.Join(slices.Sorted(maps.Keys(c.unknown)), ", ")
		c.remark(src, "unknown-zone", "unknown time zones in the calendar: "+names+
			"; its times are read without a zone")
	}
	if len(c.left) > 0 {
		src.Remarks = append(src.Remarks, leftOut("properties not read: ",
			slices.Sorted(maps.Keys(c.left))))
	}
	return c.writeRecords(src)
}

// remark adds a warning about the calendar.
func (c *calendar) remark(src *feed.Source, code, message string) {
	src.Remarks = append(src.Remarks, feed.Diagnostic{Severity: feed.Warning, Code: code,
		Message: message})
}

// unfolded yields the lines of a calendar. A line that begins with a blank goes on with the one
// before.
func unfolded(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		var whole strings.Builder
		for line := range strings.Lines(text) {
			line = strings.TrimRight(line, "\r\n")
			if line != "" && (line[0] == ' ' || line[0] == '\t') {
				whole.WriteString(line[1:])
				continue
			}
			if !yield(whole.String()) {
				return
			}
			whole.Reset()
			whole.WriteString(line)
		}
		yield(whole.String())
	}
}

// readProperty splits a line into its name, its parameters and its value:
// DTSTART;TZID="Europe/Rome":20250816T201500.
func readProperty(line string) property {
	p := property{params: map[string]string{}}
	quoted, start := false, 0
	for i := range len(line) {
		switch c := line[i]; {
		case c == '"':
			quoted = !quoted
		case quoted || c != ';' && c != ':':
		default:
			p.put(line[start:i])
			if start = i + 1; c == ':' {
				p.value = line[start:]
				return p
			}
		}
	}
	return property{} // no colon: it is no property
}

// put adds the name of a property or, after it, a parameter.
func (p *property) put(part string) {
	if p.name == "" {
		p.name = strings.ToUpper(part)
		return
	}
	name, value, _ := strings.Cut(part, "=")
	p.params[strings.ToUpper(name)] = strings.Trim(value, `"`)
}

// text returns a value that is text, without its escapes.
func (p *property) text() string {
	return strings.TrimSpace(strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\N`, "\n", `\,`, ",", `\;`,
		";").Replace(p.value))
}

// take reads a property.
func (c *calendar) take(p property) {
	switch p.name {
	case "BEGIN":
		c.open = append(c.open, strings.ToUpper(p.value))
		if c.inEvent() {
			c.event = calendarEvent{}
		}
		return
	case "END":
		if c.inEvent() {
			c.items = append(c.items, c.finish())
		}
		c.open = c.open[:max(len(c.open)-1, 0)]
		return
	}
	switch {
	case c.inEvent():
		c.takeOfEvent(p)
	case len(c.open) == 1 && p.name == "X-WR-CALNAME":
		c.Title = fold(p.text())
	case len(c.open) == 1 && p.name == "X-WR-CALDESC":
		c.lead = p.text()
	}
}

// inEvent reports whether the line at hand is directly in an event or an entry of a journal.
func (c *calendar) inEvent() bool {
	n := len(c.open)
	return n > 0 && (c.open[n-1] == "VEVENT" || c.open[n-1] == "VJOURNAL")
}

// takeOfEvent reads a property of an event.
func (c *calendar) takeOfEvent(p property) {
	e := &c.event
	switch p.name {
	case "DTSTART":
		e.start = p
	case "DTEND":
		e.end = p
	case "SUMMARY":
		e.title = fold(p.text())
	case "DESCRIPTION":
		e.body = p.text()
		e.markup = strings.Contains(e.body, "</") || strings.Contains(e.body, "<br")
	case "LOCATION":
		e.place = fold(p.text())
	case "URL":
		e.url = absolute(p.value)
	case "X-TIMELINE-AUTHOR":
		e.author = fold(p.text())
	case "ORGANIZER":
		e.author = firstOf(e.author, fold(p.params["CN"]))
	case "RRULE", "RDATE":
		e.recurs = true
	default:
		c.leave(p.name)
	}
}

// leave notes a property that is not read, unless it has no meaning for people.
func (c *calendar) leave(name string) {
	switch name {
	case "", "UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "TRANSP", "CLASS",
		"PRIORITY", "STATUS", "DURATION", "EXDATE", "RECURRENCE-ID":
		return
	}
	if !strings.HasPrefix(name, "X-") {
		c.left[name] = true
	}
}

// finish returns the event as an item. A title that only begins the text, as calendars need one, is
// none.
func (c *calendar) finish() item {
	e := &c.event
	if e.recurs {
		c.recurs++
	}
	if opening, cut := strings.CutSuffix(e.title, "…"); e.title == fold(e.body) || cut &&
		strings.HasPrefix(fold(e.body), opening) {
		e.title = ""
	}
	if rest, repeated := strings.CutPrefix(e.body, e.title+"\n\n"); repeated && e.title != "" {
		e.body = rest
	}
	if e.place != "" && !e.markup {
		e.body = strings.TrimLeft(e.body+"\n\nlocation: "+e.place, "\n")
	}
	e.printed, e.time = c.when(&e.start, &e.end)
	return e.item
}

// when returns the time of an event, in words and for machines. An event of all days of a month or
// a year is of that month or year.
func (c *calendar) when(start, end *property) (printed, machine string) {
	value := strings.ToUpper(strings.TrimSpace(start.value))
	if day, err := time.Parse("20060102", value); err == nil {
		to, _ := time.Parse("20060102", strings.TrimSpace(end.value))
		switch {
		case day.YearDay() == 1 && to.Equal(day.AddDate(1, 0, 0)):
			return day.Format("2006"), ""
		case day.Day() == 1 && to.Equal(day.AddDate(0, 1, 0)):
			return day.Format("January 2006"), ""
		}
		return day.Format(dayForm), plausibleTime(day, dayForm)
	}
	at, err := time.Parse("20060102T150405", strings.TrimSuffix(value, "Z"))
	if err != nil {
		return start.value, ""
	}
	printed = at.Format("2006-01-02 15:04")
	if at.Second() != 0 {
		printed = at.Format("2006-01-02 15:04:05")
	}
	if strings.HasSuffix(value, "Z") {
		return printed + " UTC", plausibleTime(at, time.RFC3339)
	}
	name := start.params["TZID"]
	zone, known := c.zone(name)
	if !known {
		return printed, plausibleTime(at, localForm)
	}
	y, m, d := at.Date()
	local := time.Date(y, m, d, at.Hour(), at.Minute(), at.Second(), 0, zone)
	return printed + " " + zone.String(), plausibleTime(local, time.RFC3339)
}

// zone returns the zone of a name. Some programs write a path before it:
// /example.org/20240101/Europe/Rome.
func (c *calendar) zone(name string) (*time.Location, bool) {
	for rest := strings.Trim(name, "/"); rest != "" && rest != "Local"; {
		if zone, err := time.LoadLocation(rest); err == nil {
			return zone, true
		}
		_, after, more := strings.Cut(rest, "/")
		if !more {
			break
		}
		rest = after
	}
	if name != "" {
		c.unknown[name] = true
	}
	return nil, false
}
