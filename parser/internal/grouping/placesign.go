package grouping

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/text"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A sign of feeds without stamps: entries that open with a place.

// byPlaces lets entries begin with a place in capitals: "LONDON: …", "NEW DELHI (AP) — …". The
// speakers of a transcript look alike, but they come back; places mostly change.
func (g *Groups) byPlaces(runs []text.Paragraph, starts []int) ([]boundary, feed.Rule) {
	signs := make([]boundary, len(runs))
	seen, n := map[string]bool{}, 0
	for i := range runs {
		signs[i] = goesOnly
		if !g.heads[i].mayBeName() {
			continue
		}
		if place := placeOf(runs[i].Of(g.D.Text)); place != "" {
			signs[i], seen[place] = begins, true
			n++
		}
	}
	if n < few || n*placedOf < len(runs) || 2*len(seen) <= n ||
		!mostDays(starts, func(i int) bool { return signs[i] == begins }) {
		return nil, feed.RuleNone
	}
	return signs, feed.RulePlace
}

// Entries are taken to open with places if there are so many, and of so many paragraphs one at
// least. Both are bounds of sense, not of measurement: no labelled feed has such entries.
const (
	placedOf = 4
)

// A place has so many characters: shorter ones are Q: and A:, longer ones no names.
const (
	placeLeast = 3
	placeMost  = text.RubricSize
)

// placeOf returns the place that a text opens with, "" if it opens with none.
func placeOf(s string) string {
	size, letters, blanks := 0, 0, 0
	for _, c := range s {
		if unicode.IsUpper(c) || unicode.IsMark(c) {
			letters++
		} else if c == ' ' {
			blanks++
		} else if c != '-' && c != '.' && c != '’' && c != '\'' {
			break
		}
		size += utf8.RuneLen(c)
	}
	place := strings.TrimRight(s[:size], " -.")
	if letters < placeLeast || size > placeMost || blanks > 5 || !endsPlace(s[len(place):]) {
		return ""
	}
	return place
}

// endsPlace reports whether what is behind a name in capitals makes it the place of a report. That
// is a colon or a dash, and perhaps the agency before it.
func endsPlace(s string) bool {
	if strings.HasPrefix(s, " (") {
		end := strings.IndexByte(s[:min(len(s), placeMost)], ')')
		if end < 0 {
			return false
		}
		s = s[end+1:]
	}
	ends := strings.HasPrefix(s, ": ") || strings.HasPrefix(s, " - ") ||
		strings.HasPrefix(s, " – ") || strings.HasPrefix(s, " — ")
	return ends && len(s) > 2*text.RubricSize/2
}
