package grouping

import (
	"newstimeline/parser/internal/text"
	"strings"
	"unicode"
)

// Lead marks: what opens the entries of a feed in place of a bullet, such as "+++", ">>" and
// coloured points.

// leadMark returns the marks that open a text, with the blank after them. It returns "" where a
// letter, a digit, a bracket, or a mark of a sentence or heading opens it.
func leadMark(s string) string {
	end := strings.IndexAny(s, " \t\u00a0")
	if end <= 0 || strings.ContainsAny(s[:end], `#"'.,…!?`) {
		return ""
	}
	for _, r := range s[:end] {
		if unicode.IsLetter(r) || unicode.IsDigit(r) ||
			unicode.In(r, unicode.Ps, unicode.Pe, unicode.Pi, unicode.Pf) {
			return ""
		}
	}
	return s[:end+1]
}

// opensItem returns what says whether a text opens with a bullet, or with the mark that the first
// paragraph of the feed opens with.
func (g *Groups) opensItem(runs []text.Paragraph) func(s string) bool {
	if len(runs) == 0 {
		return text.IsBullet
	}
	mark := leadMark(runs[0].Of(g.D.Text))
	return func(s string) bool {
		return text.IsBullet(s) || mark != "" && strings.HasPrefix(s, mark)
	}
}
