package format

import (
	"io"
	"strings"
	"time"

	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// TimelineJS (Knight Lab, version 3): slides, as JSON and as the spreadsheet that journalists fill in. It knows no zones: all clocks are
// told in one, which the date that is shown names. It knows no slide without a date: undated entries stand on the title slide. Slides of
// the same date keep their order, so they come earliest first.

func writeTimelineJS(w io.Writer, t *timeline.Timeline, o Options) error {
	s := newSlideshow(t, o)
	out := newBuffer(w)
	out.b = append(out.b, '{')
	if headline, text := s.title(); headline != "" || len(text) > 0 {
		out.b = append(out.b, `"title":{"text":`...)
		out.b = appendSlideText(out.b, headline, text)
		out.b = append(out.b, "},\n"...)
	}
	out.b = append(out.b, `"events":[`...)
	n := 0
	for e, m := range s.dated {
		out.b = appendItem(out.b, n)
		out.b = append(out.b, `{"start_date":`...)
		out.b = appendSlideDate(out.b, e.Precision, m)
		if shown := s.shown(e, m); shown != "" {
			out.b = appendString(out.b, `,"display_date":`, shown)
		}
		out.b = append(out.b, `,"text":`...)
		out.b = appendSlideText(out.b, slideHeadline(e), s.text(e))
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
	t    *timeline.Timeline
	o    Options
	html []byte // of the slide at hand
}

func newSlideshow(t *timeline.Timeline, o Options) slideshow {
	if o.Zone == nil && !inOneZone(t) {
		o.Zone = time.UTC
	}
	return slideshow{t: t, o: o}
}

// inOneZone reports whether all clocks are told in the same zone.
func inOneZone(t *timeline.Timeline) bool {
	var first *timeline.Entry
	for i := range t.Entries {
		switch e := &t.Entries[i]; {
		case !e.Clock.Known:
		case first == nil:
			first = e
		case e.Zone != first.Zone:
			return false
		}
	}
	return true
}

// dated yields the entries that have slides of their own.
func (s *slideshow) dated(yield func(*timeline.Entry, moment) bool) {
	for e := range chronological(s.t) {
		if m := s.o.moment(e); !m.date.IsZero() && !yield(e, m) {
			return
		}
	}
}

// shown returns the date that a slide shows; "": what TimelineJS makes of it, for without a clock there is no zone to tell.
func (s *slideshow) shown(e *timeline.Entry, m moment) string {
	if !m.clock.Known {
		return ""
	}
	words := s.o.period(e).String() + ", " + m.clock.String()
	if m.zone != "" {
		words += " " + m.zone
	}
	return words
}

// group returns the row of the timeline that an entry stands in: one for each source, if there are several.
func (s *slideshow) group(e *timeline.Entry) string {
	if len(s.t.Sources) < 2 {
		return ""
	}
	return e.Source.Name
}

// text returns the text of a slide as HTML.
func (s *slideshow) text(e *timeline.Entry) []byte {
	s.html = s.html[:0]
	for _, p := range e.Paragraphs {
		s.paragraph(string(p.AppendFolded(nil, e.Source.Text)))
	}
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
	return s.html
}

// paragraph appends a paragraph.
func (s *slideshow) paragraph(words string) {
	s.html = append(s.html, "<p>"...)
	s.html = appendMarkup(s.html, words)
	s.html = append(s.html, "</p>"...)
}

// title returns the words of the title slide; both are empty if there is nothing to say.
func (s *slideshow) title() (headline string, text []byte) {
	s.html = s.html[:0]
	for _, source := range s.t.Sources {
		if len(s.t.Sources) == 1 {
			headline = source.Title
		} else if source.Title != "" {
			headline = "Timeline"
			s.paragraph(source.Title)
		}
		for words := range strings.SplitSeq(source.Lead.Of(source.Text), "\n") {
			if words = strings.TrimSpace(words); words != "" && words != source.Title {
				s.paragraph(words)
			}
		}
	}
	undated := 0
	for e := range chronological(s.t) {
		if e.Date.IsZero() {
			undated++
			s.undated(e)
		}
	}
	if undated > 0 && headline == "" {
		headline = "Undated"
	}
	return headline, s.html
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

// slideHeadline returns the headline of a slide as HTML.
func slideHeadline(e *timeline.Entry) string { return string(appendMarkup(nil, e.TitleText())) }

// appendSlideText appends the words of a slide, both HTML. Line ends would be none to HTML.
func appendSlideText(dst []byte, headline string, text []byte) []byte {
	dst = append(dst, `{"headline":`...)
	dst = appendQuoted(dst, headline)
	dst = append(dst, `,"text":`...)
	dst = appendQuoted(dst, string(text))
	return append(dst, '}')
}

// appendSlideDate appends a date as exactly as the feed tells it.
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
