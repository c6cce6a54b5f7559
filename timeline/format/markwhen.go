package format

import (
	"io"
	"strings"
	"time"

	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// Markwhen (markwhen.com): a text in which lines that begin with a date and a colon are events. A
// day, month or year is an event of that length; an hour lasts an hour; a clock is in UTC. Undated
// entries have no place among events: the header keeps them.

// A markwhen writer.
type markwhen struct {
	*buffer
	o Options
}

func writeMarkwhen(w io.Writer, t *timeline.Timeline, o Options) error {
	m := markwhen{newBuffer(w), o}
	m.header(t)
	sources := severalNames(t)
	for i := range t.Entries {
		if e := &t.Entries[i]; !e.Date.IsZero() {
			m.event(e, sources)
		}
		if !m.spill() {
			return m.err
		}
	}
	return m.flush()
}

// header writes the front matter. Its strings are JSON, which is YAML, too.
func (m *markwhen) header(t *timeline.Timeline) {
	m.b = appendString(m.b, "---\ntitle: ", m.o.heading(t))
	m.b = appendKnown(m.b, "\ndescription: ", strings.Join(m.o.lead(t), "\n\n"))
	m.b = append(m.b, "\ntimezone: UTC\n"...)
	undated := "undated:\n"
	for i := range t.Entries {
		if e := &t.Entries[i]; e.Date.IsZero() {
			words := strings.TrimSpace(e.Clock.String() + " " + string(appendMessage(nil, e)))
			m.b = append(append(m.b, undated...), "  - "...)
			m.b = append(appendQuoted(m.b, Clean(words)), '\n')
			undated = ""
		}
	}
	m.b = append(m.b, "---\n"...)
}

// event writes an entry: a line with its title or else its first paragraph, and below an empty line
// the rest.
func (m *markwhen) event(e *timeline.Entry, sources []string) {
	m.b = append(append(m.b, '\n'), when(e)...)
	m.b = append(m.b, ": "...)
	if sources != nil {
		m.b = append(m.b, "("+sources[e.Source.Index]+") "...)
	}
	paragraphs := e.Paragraphs
	headline := e.TitleText()
	if headline == "" && len(paragraphs) > 0 {
		headline, paragraphs = string(paragraphs[0].AppendFolded(nil, e.Source.Text)),
			paragraphs[1:]
	}
	m.b = append(appendMarkwhenLine(m.b, Clean(headline)), '\n')
	for _, p := range paragraphs {
		m.body(string(p.AppendFolded(nil, e.Source.Text)))
	}
	if author := e.AuthorText(); author != "" {
		m.body("— " + author)
	}
	if isAddress(e.URL) {
		m.body("<" + e.URL + ">")
	}
}

// when returns the date of an event as precisely as its feed has it.
func when(e *timeline.Entry) string {
	const minute = "2006-01-02T15:04:05Z"
	at, known := e.Instant()
	switch {
	case known && e.Precision == feed.ToHour:
		return at.Format(minute) + " - " + at.Add(time.Hour).Format(minute)
	case known:
		return at.Format(minute)
	case e.Precision == feed.ToYear:
		return e.Date.String()[:len("2006")]
	case e.Precision == feed.ToMonth:
		return e.Date.String()[:len("2006-01")]
	}
	return e.Date.String()
}

// body writes a line of the text below an event.
func (m *markwhen) body(words string) {
	words = strings.TrimSpace(Clean(words))
	m.b = append(m.b, '\n')
	if strings.IndexByte("-*#/[>", (words + " ")[0]) >= 0 || isEventLike(words) {
		m.b = append(m.b, '\\')
	}
	for i := 0; i < len(words); i++ {
		if isProgress(words, i) || i > 0 && isTag(words, i) {
			m.b = append(m.b, '\\')
		}
		m.b = append(m.b, words[i])
	}
	m.b = append(m.b, '\n')
}

// isTag reports whether s[i] begins a tag.
func isTag(s string, i int) bool { return s[i] == '#' && (i == 0 || s[i-1] == ' ') }

// isProgress reports whether s[i] makes a number the progress of an event.
func isProgress(s string, i int) bool {
	return s[i] == '%' && i > 0 && s[i-1] >= '0' &&
		s[i-1] <= '9'
}

// isEventLike reports whether a line could be read as an event: a date precedes its first colon.
func isEventLike(line string) bool {
	const longest = 80
	before, _, found := strings.Cut(line[:min(len(line), longest)], ":")
	if !found {
		return false
	}
	if strings.ContainsAny(before, "0123456789!") {
		return true
	}
	const beginnings = "jan feb mar apr may jun jul aug sep oct nov dec now bef aft eve by "
	before = strings.ToLower(before + " ")
	return len(before) >= 3 && strings.Contains(beginnings, before[:3])
}

// appendMarkwhenLine appends the words of an event's own line, where tags, names and signs of
// progress would be taken out.
func appendMarkwhenLine(dst []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case isTag(s, i), isProgress(s, i), c == '[' && i == 0:
			dst = append(dst, '\\', c)
		case c == '!' && i+1 < len(s) && s[i+1] != ' ':
			dst = append(dst, "&#33;"...)
		default:
			dst = append(dst, c)
		}
	}
	return dst
}
