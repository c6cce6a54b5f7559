package format

import (
	"strings"
	"unicode"

	"newstimeline/timeline"
)

// The masthead: the title and the lead of a timeline, the same in every notation that has a place
// for them.

// heading returns the title of a timeline, clean: that of the options, else that of its feed, else
// one with the time that it covers.
func (o *Options) heading(t *timeline.Timeline) string {
	if title := o.ownHeading(t.Sources); title != "" {
		return title
	}
	l := o.tongue(t.Sources)
	if covered := o.covered(t, l); covered != "" {
		return l.with("covering", covered)
	}
	return l.say("timeline")
}

// ownHeading is heading, but "" where nothing gives the timeline a title. Snapshots of one feed
// share theirs.
func (o *Options) ownHeading(sources []*timeline.Source) string {
	if title := strings.TrimSpace(Clean(o.Title)); title != "" {
		return title
	}
	shared := ""
	for i, s := range sources {
		title := titleOf(s)
		if i > 0 && title != shared {
			return ""
		}
		shared = title
	}
	return shared
}

// titleOf returns the title of a source, clean: that of its page, else the headline above the feed;
// "" if there is none.
func titleOf(s *timeline.Source) string {
	if title := strings.TrimSpace(Clean(s.Title)); title != "" {
		return title
	}
	return Clean(leadHeadline(s))
}

// leadHeadline returns the first of the lines above a feed that has the form of a title. It is ""
// if none of the first few does, or there are so many that they are rather the menus of a page.
// Labels of a page precede its title: "World", "News • Live", "2338".
func leadHeadline(s *timeline.Source) string {
	const (
		few  = 4  // lines that may hold the title
		most = 24 // lines of a lead
	)
	lines := strings.Split(s.Lead.Of(s.Text), "\n")
	if len(lines) > most {
		return ""
	}
	for _, line := range lines[:min(len(lines), few)] {
		if line = strings.TrimSpace(line); isHeadline(line) {
			return line
		}
		if endsSentence(line) {
			break // the text has begun
		}
	}
	return ""
}

// isHeadline reports whether a line reads like a headline: some words that are no sentence.
func isHeadline(line string) bool {
	const (
		fewest  = 3   // words: fewer are a label of the page
		densest = 12  // columns, in scripts without spaces between words
		longest = 120 // columns: what is longer is a paragraph
	)
	if line == "" || len(line) > 4*longest || endsSentence(line) ||
		strings.ContainsAny(line, "•▼▲►|»›") {
		return false
	}
	words, n := 0, columns(Clean(line))
	for word := range strings.FieldsSeq(line) {
		if strings.ContainsFunc(word, unicode.IsLetter) { // a date has one
			words++
		}
	}
	return n <= longest && (words >= fewest || words == 1 && n >= densest &&
		!isNarrow([]rune(line)[0]))
}

// endsSentence reports whether a line ends as a sentence does, or as what leads over to a list.
func endsSentence(line string) bool {
	return strings.HasSuffix(line, ".") || strings.HasSuffix(line, "。") ||
		strings.HasSuffix(line, ":")
}

// lead returns the lines above the feeds that have content, clean. Those of one source follow those
// of the one before and, if there are several, its title. What the heading has already is left out.
func (o *Options) lead(t *timeline.Timeline) (lines []string) {
	heading := o.heading(t)
	for _, s := range t.Sources {
		own := leadOf(s, heading)
		if title := titleOf(s); len(t.Sources) > 1 && title != "" && title != heading &&
			(len(own) == 0 || own[0] != title) {
			lines = append(lines, title)
		}
		lines = append(lines, own...)
	}
	return lines
}

// leadOf returns the lines of the lead of one source, clean, without the one that is the heading
// already.
func leadOf(s *timeline.Source, heading string) (lines []string) {
	said := false
	for line := range strings.Lines(s.Lead.Of(s.Text)) {
		line = strings.TrimSpace(Clean(line))
		switch {
		case line == "":
		case line == heading && !said:
			said = true
		default:
			lines = append(lines, line)
		}
	}
	return lines
}
