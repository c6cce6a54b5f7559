package format

import (
	"cmp"
	"encoding/xml"
	"html"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cespare/xxhash/v2"

	"newstimeline/timeline"
)

// Atom (RFC 4287). An entry has published only if its feed has a clock. The format requires an
// updated of every entry. It rises in the order of the timeline (see ranked) and is not to be
// quoted. Entries without a clock start at the day's first moment. An undated entry could have none
// that is true: it is a timeline:undated of the feed. The time in the feed is in timeline:when,
// exactly, as attributes with the names of our own JSON. The place in the feed is in
// timeline:place.

// atomNamespace names our two elements.
const atomNamespace = "urn:newstimeline:atom"

// An atomWriter writes a feed.
type atomWriter struct {
	*buffer
	o       Options
	names   []string // of the sources
	several bool     // there is more than one source
}

func writeAtom(w io.Writer, t *timeline.Timeline, o Options) error {
	a := atomWriter{buffer: newBuffer(w), o: o, names: publicNames(t), several: len(t.Sources) > 1}
	at := ranked(t)
	a.feed(t, slices.MaxFunc(append(at, lastKnown(t)), time.Time.Compare))
	for i := range t.Entries {
		if at[i].IsZero() {
			continue
		}
		a.entry(&t.Entries[i], at[i])
		if !a.spill() {
			return a.err
		}
	}
	a.mark("</feed>\n")
	o.warnUndated(t, "Atom requires a date for each")
	return a.flush()
}

// mark writes what is ours: marks and words that need no escape.
func (a *atomWriter) mark(s string) { a.b = append(a.b, s...) }

// say writes text of a feed, as the text of an element or of an attribute. What XML cannot hold
// becomes U+FFFD; so do DEL and the C1 controls, which it could.
func (a *atomWriter) say(s string) { xml.EscapeText(a, []byte(repaired(s))) }

// Write gathers what EscapeText writes, with line ends as they are.
func (a *atomWriter) Write(p []byte) (int, error) {
	if string(p) == "&#xA;" {
		a.b = append(a.b, '\n')
	} else {
		a.b = append(a.b, p...)
	}
	return len(p), nil
}

// element writes an element that holds a text; nothing if that is empty.
func (a *atomWriter) element(start, text, end string) {
	if text == "" {
		return
	}
	a.mark(start)
	a.say(text)
	a.mark(end)
}

// feed writes the start of the feed: its name, and what is known of the feeds that it is made of.
func (a *atomWriter) feed(t *timeline.Timeline, updated time.Time) {
	a.mark(`<?xml version="1.0" encoding="utf-8"?>` + "\n" +
		`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:timeline="` + atomNamespace + `"`)
	a.element(` xml:lang="`, language(t.Sources), `"`)
	a.mark(">\n<id>")
	a.b = appendUUID(a.b, feedHash(t), 0)
	a.mark("</id>\n")
	a.element("<title>", a.o.heading(t), "</title>\n")
	if len(t.Sources) == 1 {
		a.element("<subtitle>", strings.Join(a.o.lead(t), "\n"), "</subtitle>\n")
		if isAddress(t.Sources[0].URL) {
			a.element(`<link rel="alternate" href="`, t.Sources[0].URL, `"/>`+"\n")
		}
	}
	if !updated.IsZero() {
		a.mark("<updated>")
		a.b = appendRanked(a.b, updated)
		a.mark("</updated>\n")
	}
	for _, s := range t.Sources {
		a.mark("<author>")
		a.element("<name>", a.nameOf(s), "</name>")
		if isAddress(s.URL) {
			a.element("<uri>", s.URL, "</uri>")
		}
		a.mark("</author>\n")
	}
	for _, s := range t.Sources {
		a.above(s)
	}
	for e := range chronological(t) {
		if e.Date.IsZero() {
			a.undated(e)
		}
	}
}

// above writes what a source has above its feed, unless it is the subtitle already, and its
// notices.
func (a *atomWriter) above(s *timeline.Source) {
	if a.several && !s.Lead.IsZero() {
		a.own("lead", a.names[s.Index], s.Lead.Of(s.Text))
	}
	for _, n := range s.Notices {
		a.own("notice", a.names[s.Index], n.Text.Of(s.Text))
	}
}

// own writes an element of our namespace that holds words of a source.
func (a *atomWriter) own(name, source, text string) {
	a.mark("<timeline:" + name)
	a.element(` source="`, source, `"`)
	a.mark(">")
	a.say(text)
	a.mark("</timeline:" + name + ">\n")
}

// undated writes an entry that no date is known of: its text, and all else as attributes.
func (a *atomWriter) undated(e *timeline.Entry) {
	a.mark("<timeline:undated")
	a.whenAttributes(e)
	a.placeAttributes(e)
	a.element(` title="`, e.TitleText(), `"`)
	a.element(` author="`, e.AuthorText(), `"`)
	if isAddress(e.URL) {
		a.element(` url="`, e.URL, `"`)
	}
	a.mark(">")
	a.say(string(e.AppendText(nil)))
	a.mark("</timeline:undated>\n")
}

// nameOf returns what a source is called.
func (a *atomWriter) nameOf(
	s *timeline.Source) string {
	return cmp.Or(titleOf(s), a.names[s.Index])
}

// feedHash identifies a feed, and stays the same as it grows. It is made of the names and URLs of
// its sources and of the earliest entry.
func feedHash(t *timeline.Timeline) uint64 {
	var b []byte
	names := publicNames(t)
	for i, s := range t.Sources {
		b = append(append(append(append(b, names[i]...), 0), s.URL...), 0)
	}
	if len(t.Entries) > 0 {
		b = ascending(t)(0).ID.Append(b)
	}
	return xxhash.Sum64(b)
}

// entry writes an entry, whose place in time is at.
func (a *atomWriter) entry(e *timeline.Entry, at time.Time) {
	a.mark("<entry>\n<id>")
	a.b = appendUUID(a.b, e.ID.Hash, e.ID.Nth)
	a.mark("</id>\n")
	a.title(e)
	if instant, known := e.Instant(); known {
		a.mark("<published>")
		a.b = instant.AppendFormat(a.b, time.RFC3339)
		a.mark("</published>\n")
	}
	a.mark("<updated>")
	a.b = appendRanked(a.b, at)
	a.mark("</updated>\n")
	switch author := e.AuthorText(); {
	case author != "":
		a.element("<author><name>", author, "</name></author>\n")
	case a.several:
		a.element("<author><name>", a.nameOf(e.Source), "</name></author>\n")
	}
	if isAddress(e.URL) {
		a.element(`<link rel="alternate" href="`, e.URL, `"/>`+"\n")
	}
	a.when(e)
	a.place(e)
	a.content(e)
	a.mark("</entry>\n")
}

// title writes the title, which every entry must have.
func (a *atomWriter) title(e *timeline.Entry) {
	if text := headline(e); text != "" {
		a.element("<title>", text, "</title>\n")
		return
	}
	a.mark("<title/>\n")
}

// when writes the time of an entry as its feed has it.
func (a *atomWriter) when(e *timeline.Entry) {
	a.mark("<timeline:when")
	a.whenAttributes(e)
	a.mark("/>\n")
}

// whenAttributes writes when an entry was, under the names of our own JSON.
func (a *atomWriter) whenAttributes(e *timeline.Entry) {
	m := a.o.moment(e)
	if !m.date.IsZero() {
		a.mark(` date="`)
		a.b = m.date.Append(a.b)
		a.mark(`"`)
	}
	if m.clock.Known {
		a.mark(` clock="`)
		a.b = m.clock.Append(a.b)
		a.mark(`"`)
	}
	a.element(` zone="`, m.zone, `"`)
	a.element(` precision="`, e.Precision.String(), `"`)
	a.element(` stamp="`, e.As, `"`)
	a.element(` inferred="`, string(appendInferred(nil, e.Inferred, " ")), `"`)
	if !e.Yearless.IsZero() {
		a.mark(` month_day="`)
		a.b = appendMonthDay(a.b, e.Yearless)
		a.mark(`"`)
	}
}

// place writes its place in the feed.
func (a *atomWriter) place(e *timeline.Entry) {
	a.mark("<timeline:place")
	a.placeAttributes(e)
	a.element(` made_up="`, a.madeUp(e), `"`)
	a.mark("/>\n")
}

// placeAttributes writes the place of an entry in its feed and in the timeline.
func (a *atomWriter) placeAttributes(e *timeline.Entry) {
	a.element(` source="`, a.names[e.Source.Index], `"`)
	a.mark(` line="`)
	a.b = strconv.AppendInt(a.b, int64(e.Line), 10)
	a.mark(`" end_line="`)
	a.b = strconv.AppendInt(a.b, int64(e.EndLine), 10)
	a.mark(`" confidence="`)
	a.b = appendConfidence(a.b, int(e.Confidence))
	a.mark(`" seq="`)
	a.b = strconv.AppendInt(a.b, int64(e.Seq), 10)
	a.mark(`"`)
}

// madeUp names what the format requires of every entry and this one's feed lacks.
func (a *atomWriter) madeUp(e *timeline.Entry) string {
	var names []string
	if e.TitleText() == "" {
		names = append(names, "title")
	}
	if len(e.Paragraphs) == 0 {
		names = append(names, "text")
	}
	if e.AuthorText() == "" && a.several {
		names = append(names, "author")
	}
	return strings.Join(names, " ")
}

// content writes the text, each paragraph one of HTML: as plain text, readers would run them
// together.
func (a *atomWriter) content(e *timeline.Entry) {
	a.mark(`<content type="html">`)
	for _, p := range e.Paragraphs {
		a.say("<p>" + html.EscapeString(paragraphText(e, p)) + "</p>")
	}
	if len(e.Paragraphs) == 0 {
		a.say("<p>" + html.EscapeString(e.TitleText()) + "</p>")
	}
	a.mark("</content>\n")
}
