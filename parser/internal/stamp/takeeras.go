package stamp

import (
	"slices"
	"strings"
	"unicode"

	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
)

// Letters of eras: "R2.11.9" is 9 November 2020 where people write Japanese, and a release
// elsewhere.

// TakeEras removes the dates whose year has the letter of an era, unless the document is written
// in Japanese.
func TakeEras(d *text.Document, candidates []Candidate) []Candidate {
	hasLetter := func(m Candidate) bool {
		if m.Fields.Year == 0 {
			return false
		}
		_, ok := words.EraYear(d.Text[:m.End], int(m.Start))
		return ok
	}
	if !slices.ContainsFunc(candidates, hasLetter) || strings.ContainsFunc(d.Text, isKana) {
		return candidates
	}
	return slices.DeleteFunc(candidates, hasLetter)
}

// isKana reports whether r is a letter of Japanese alone.
func isKana(r rune) bool { return unicode.In(r, unicode.Hiragana, unicode.Katakana) }
