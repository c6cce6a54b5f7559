package format

import (
	"strings"

	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// Headings: the titles of entries, the time that a timeline covers, its language.

// headline returns the title of an entry, else the first sentence of its text, clean and cut
// between words where it is long.
func headline(e *timeline.Entry) string {
	if title := strings.TrimSpace(e.TitleText()); title != "" {
		return Clean(title)
	}
	for _, p := range e.Paragraphs {
		if text := strings.TrimSpace(Clean(p.Of(e.Source.Text))); text != "" {
			return shortenTo(strings.TrimSpace(text[:firstSentence(text)]), headlineMax)
		}
	}
	return ""
}

// headlineMax is the length of a headline in columns that is made of a text.
const headlineMax = 90

// shortenTo returns the beginning of a text, clean, of so many columns at most, with an ellipsis
// where it was cut.
func shortenTo(text string, longest int) string {
	text = Clean(text)
	if len(text) <= longest {
		return text
	}
	n := lineEnd(text, longest)
	if n >= len(text) {
		return text
	}
	return strings.TrimRight(text[:n], " ,;:–—-") + "…"
}

// ends returns the periods of the first and the last entry that is dated, by the calendar; zero if
// none is.
func (o *Options) ends(t *timeline.Timeline) (first, last period) {
	var before period
	for i := range t.Entries {
		p := o.period(&t.Entries[i])
		if p.date.IsZero() || p == before {
			continue
		}
		before = p
		if first.date.IsZero() || p.date.Days() < first.date.Days() {
			first = p
		}
		if last.date.IsZero() || p.date.Days() > last.date.Days() {
			last = p
		}
	}
	return first, last
}

// covered returns the time that a timeline covers: "16 August 2025", "15–16 August 2025", "30
// August – 2 September 2025", "" if nothing is dated.
func (o *Options) covered(t *timeline.Timeline, l *tongue) string {
	first, last := o.ends(t)
	if first.date.IsZero() {
		return ""
	}
	pattern := ""
	switch a, b := first.date, last.date; {
	case first.short(l) == last.short(l):
		return last.short(l)
	case !first.isDay() || !last.isDay() || a.Year != b.Year:
	case a.Month != b.Month:
		pattern = l.inYear
	default:
		pattern = l.inMonth
	}
	if pattern == "" {
		return first.short(l) + " – " + last.short(l)
	}
	return l.date(pattern, l.dated, first.date, last.date)
}

// firstAndLast returns the earliest and the latest entry that is dated; nil if none is.
func firstAndLast(t *timeline.Timeline) (first, last *timeline.Entry) {
	for e := range chronological(t) {
		if !e.Date.IsZero() {
			if first == nil {
				first = e
			}
			last = e
		}
	}
	return first, last
}

// allEnded reports whether every source states that it has ended.
func allEnded(t *timeline.Timeline) bool {
	for _, s := range t.Sources {
		if !s.Ended {
			return false
		}
	}
	return len(t.Sources) > 0
}

// language returns the language that all sources share; "" if they share none.
func language(sources []*timeline.Source) string {
	if len(sources) == 0 {
		return ""
	}
	shared := sources[0].Language
	for _, s := range sources[1:] {
		if s.Language != shared {
			return ""
		}
	}
	return languageTag(shared)
}

// languageTag returns s if it has the form of a language tag (BCP 47); else "".
func languageTag(s string) string {
	const longest = 35
	for i := range len(s) {
		c := s[i]
		if c != '-' && (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z') {
			return ""
		}
	}
	if len(s) < 2 || len(s) > longest || s[0] == '-' || s[len(s)-1] == '-' {
		return ""
	}
	return s
}

// paragraphText returns a paragraph in one line, as its feed words it.
func paragraphText(e *timeline.Entry, p feed.Span) string {
	text := p.Of(e.Source.Text)
	if strings.IndexByte(text, '\n') < 0 {
		return text
	}
	return string(p.AppendFolded(nil, e.Source.Text))
}

// isAddress reports whether url is a URL that a browser opens as a page, without anything that
// could end it within a text.
func isAddress(url string) bool {
	return (strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://")) &&
		!strings.ContainsAny(url, "<> \"") && Clean(url) == url
}
