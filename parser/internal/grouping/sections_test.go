package grouping

import (
	"strings"
	"testing"

	"newstimeline/parser/feed"
	"newstimeline/parser/internal/text"
)

// TestSections holds that days which open with the same heading of Markdown are one entry each, and
// that other words in the same place say nothing.
func TestSections(t *testing.T) {
	for _, c := range []struct {
		openings string // of the days
		areOne   bool
	}{
		{"### Progress|### Progress|### Progress", true},
		{"### Progress|### Progress|### Progress|### Questions|### Progress", true},
		{"### Progress|### Questions|### Progress|### Progress|### Progress|### Plans", false},
		{"### Progress|### Progress", false}, // by chance
		{"Our coverage today|Our coverage today|Our coverage today", false},
	} {
		var content strings.Builder
		var starts []int
		for k, opening := range strings.Split(c.openings, "|") {
			starts = append(starts, 3*k)
			content.WriteString(opening + "\nThe crane was oiled.\nThe ice is gone.\n")
		}
		starts = append(starts, 3*len(starts))
		d := text.NewDocument(feed.Source{Text: content.String()})
		g := Groups{Flow: text.Flow{D: d, Classes: make([]text.Class, d.Lines.Count())}}
		for i := range g.Classes {
			g.Classes[i] = text.TextLine
		}
		runs := g.Paragraphs(nil, 0, 3*(len(starts)-1), -1, feed.Span{}, false)
		if signs, _ := g.byOpenings(runs, starts); (signs != nil) != c.areOne {
			t.Errorf("%q: %v", c.openings, signs)
		}
	}
}
