package format

import (
	"io"
	"strings"
	"time"

	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// TimelineJS (Knight Lab, version 3): slides, as JSON and as the spreadsheet that journalists fill
// in. It knows no zones and orders slides by their dates alone. So all are written in one offset,
// the one that most entries have. What a slide shows is the clock of its feed, with its zone. It
// knows no slide without a date: undated entries are on the title slide. Slides of the same date
// keep their order, so they come earliest first.

func writeTimelineJS(w io.Writer, t *timeline.Timeline, o Options) error {
	s := newSlideshow(t, o)
	out := newBuffer(w)
	out.b = append(out.b, '{')
	headline, text := s.title()
	out.b = append(out.b, `"title":{"text":`...)
	out.b = appendSlideText(out.b, headline, text)
	out.b = append(out.b, "},\n"+`"events":[`...)
	n := 0
	for e, m := range s.dated {
		out.b = appendItem(out.b, n)
		out.b = append(out.b, `{"start_date":`...)
		out.b = appendSlideDate(out.b, e.Precision, m)
		if shown := s.shown(e); shown != "" {
			out.b = appendString(out.b, `,"display_date":`, shown)
		}
		out.b = append(out.b, `,"text":`...)
		headline, text := s.words(e)
		out.b = appendSlideText(out.b, headline, text)
		if group := s.group(e); group != "" {
			out.b = appendString(out.b, `,"group":`, group)
		}
		out.b = append(out.b, `,"unique_id":"`...)
		out.b = append(e.ID.Append(out.b), `"}`...)
		if n++; !out.spill() {
			return out.err
		}
	}
	out.b = append(out.b, "]}\n"...)
	return out.flush()
}

// A slideshow is a timeline as TimelineJS sees it.
type slideshow struct {
	t     *timeline.Timeline
	o     Options
	along Options  // those by which slides are put in order: all clocks in one offset
	names []string // of the sources
	l     *tongue
	html  []byte // of the slide at hand
}

func newSlideshow(t *timeline.Timeline, o Options) slideshow {
	s := slideshow{t: t, o: o, along: o, names: publicNames(t), l: o.tongue(t.Sources)}
	if o.Zone == nil {
		s.along.Zone = commonOffset(t)
	}
	return s
}

// commonOffset returns the offset from UTC that most clocks of a timeline have, the first of
// equals. It is nil if all have the same, so that none has to be converted.
func commonOffset(t *timeline.Timeline) *time.Location {
	counts := map[int]int{}
	var most int
	for i := range t.Entries {
		if offset, known := offsetOf(&t.Entries[i]); known {
			counts[offset]++
			if counts[offset] > counts[most] {
				most = offset
			}
		}
	}
	if len(counts) < 2 {
		return nil
	}
	return time.FixedZone("", most)
}

// offsetOf returns how many seconds the clock of an entry is ahead of UTC, and whether that is
// known.
func offsetOf(e *timeline.Entry) (seconds int, known bool) {
	at, known := e.Instant()
	if !known {
		return 0, false
	}
	wall := e.Date.In(time.UTC).Add(time.Duration(e.Clock.Seconds()) * time.Second)
	return int(wall.Sub(at) / time.Second), true
}

// dated yields the entries that have slides of their own.
func (s *slideshow) dated(yield func(*timeline.Entry, moment) bool) {
	for e := range chronological(s.t) {
		if m := s.along.moment(e); !m.date.IsZero() && !yield(e, m) {
			return
		}
	}
}

// shown returns the date that a slide shows; "": what TimelineJS makes of it, because without a
// clock no zone is needed.
func (s *slideshow) shown(e *timeline.Entry) string {
	m := s.o.moment(e)
	if !m.clock.Known {
		return ""
	}
	words := s.o.period(e).in(s.l) + ", " + m.clock.String()
	if m.zone != "" {
		words += " " + Clean(place(m.zone))
	}
	return words
}

// group returns the row of the timeline for an entry: one for each source, if there are several.
func (s *slideshow) group(e *timeline.Entry) string {
	if len(s.t.Sources) < 2 {
		return ""
	}
	return s.names[e.Source.Index]
}

// words returns the headline and the text of a slide as HTML. A slide without a title gets the
// first sentence of its text. If all of it fits, the text does not repeat it.
func (s *slideshow) words(e *timeline.Entry) (headline string, text []byte) {
	s.html = s.html[:0]
	title := e.TitleText()
	for i, p := range e.Paragraphs {
		words := strings.TrimSpace(string(p.AppendFolded(nil, e.Source.Text)))
		if i == 0 && title == "" {
			title, words = openingOf(words)
		}
		if words != "" {
			s.paragraph(words)
		}
	}
	s.credit(e)
	return string(appendMarkup(nil, title)), s.html
}

// openingOf splits a text into its first sentence and the rest. Of a sentence that is too long for
// a headline it returns the beginning, and the whole text as the rest.
func openingOf(words string) (opening, rest string) {
	const longest = 140 // columns
	n := firstSentence(words)
	if columns(Clean(words[:n])) > longest {
		return shortenTo(words[:n], longest), words
	}
	return strings.TrimSpace(words[:n]), strings.TrimSpace(words[n:])
}

// credit appends who wrote an entry, and its address.
func (s *slideshow) credit(e *timeline.Entry) {
	if author := e.AuthorText(); author != "" {
		s.paragraph("— " + author)
	}
	if isAddress(e.URL) {
		s.html = append(s.html, `<p><a href="`...)
		s.html = appendMarkup(s.html, e.URL)
		s.html = append(s.html, `">`...)
		s.html = appendMarkup(s.html, e.URL)
		s.html = append(s.html, "</a></p>"...)
	}
}

// paragraph appends a paragraph.
func (s *slideshow) paragraph(words string) {
	s.html = append(s.html, "<p>"...)
	s.html = appendMarkup(s.html, words)
	s.html = append(s.html, "</p>"...)
}

// title returns the words of the title slide as HTML: the heading, and as the text the lead and the
// entries without a date.
func (s *slideshow) title() (headline string, text []byte) {
	s.html = s.html[:0]
	for _, line := range s.o.lead(s.t) {
		s.paragraph(line)
	}
	first := true
	for e := range chronological(s.t) {
		if !e.Date.IsZero() {
			continue
		}
		if first {
			s.paragraph(period{}.in(s.l) + ":")
			first = false
		}
		s.undated(e)
	}
	return string(appendMarkup(nil, s.o.heading(s.t))), s.html
}

// undated appends an entry that has no slide of its own.
func (s *slideshow) undated(e *timeline.Entry) {
	words := e.Clock.String()
	if title := e.TitleText(); title != "" {
		words = strings.TrimSpace(words + " " + title)
	}
	if words != "" {
		s.paragraph(words)
	}
	for _, p := range e.Paragraphs {
		s.paragraph(string(p.AppendFolded(nil, e.Source.Text)))
	}
}

// appendSlideText appends the words of a slide, both HTML. Line ends would be none to HTML.
func appendSlideText(dst []byte, headline string, text []byte) []byte {
	dst = append(dst, `{"headline":`...)
	dst = appendQuoted(dst, headline)
	dst = append(dst, `,"text":`...)
	dst = appendQuoted(dst, string(text))
	return append(dst, '}')
}

// appendSlideDate appends a date as precisely as the feed has it.
func appendSlideDate(dst []byte, p feed.Precision, m moment) []byte {
	dst = appendNumber(dst, `{"year":`, int(m.date.Year))
	if p != feed.ToYear {
		dst = appendNumber(dst, `,"month":`, int(m.date.Month))
		if p != feed.ToMonth {
			dst = appendNumber(dst, `,"day":`, int(m.date.Day))
		}
	}
	if m.clock.Known {
		dst = appendNumber(dst, `,"hour":`, int(m.clock.Hour))
		if p != feed.ToHour {
			dst = appendNumber(dst, `,"minute":`, int(m.clock.Minute))
		}
		if m.clock.Second >= 0 {
			dst = appendNumber(dst, `,"second":`, int(m.clock.Second))
		}
	}
	return append(dst, '}')
}
