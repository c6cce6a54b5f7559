package grouping

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"strings"
)

// A sign of feeds without stamps: entries that are numbered.

// byNumbers lets entries begin with the numbers that count through the feed: 1., 2., 3., from anew
// on any day. Numbers below a colon are a list inside an entry.
func (g *Groups) byNumbers(runs []text.Paragraph, _ []int) ([]boundary, feed.Rule) {
	signs := make([]boundary, len(runs))
	first, last, counted, others := -1, 0, 0, 0
	for i := range runs {
		if first >= 0 {
			signs[i] = goesOnly
		}
		n := 0
		if g.heads[i].isNumber() {
			n = listNumber(runs[i].Of(g.D.Text))
		}
		switch {
		case n == 0:
			continue
		case n != last+1 && n != 1:
			others++
			continue
		case first < 0 && i > 0 && strings.HasSuffix(runs[i-1].Of(g.D.Text), ":"):
			return nil, feed.RuleNone
		case first < 0:
			first = i
		}
		signs[i], last = begins, n
		counted++
	}
	if counted < 3 || others*4 > counted || counted*12 < len(runs) || 10*first > 4*len(runs) {
		return nil, feed.RuleNone
	}
	return signs, feed.RuleNumber
}

// listNumber returns the number that a text begins with as an item of a list does: "12. Recap", "3)
// …". 0: none.
func listNumber(s string) int {
	if s == "" || !words.IsDigit(s[0]) {
		return 0
	}
	t := words.Number(s, 0)
	end := int(t.End)
	if t.Digits > 3 || end+1 >= len(s) || s[end] != '.' && s[end] != ')' || s[end+1] != ' ' &&
		s[end+1] != '\t' {
		return 0
	}
	return int(t.Value)
}
