package stamp

import (
	"strings"

	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
)

// Letters of eras: "R2.11.9" is 9 November 2020 where people write Japanese, and a release
// elsewhere.

// TakeEras removes the dates whose year has the letter of an era, unless the document is written
// in Japanese.
func TakeEras(d *text.Document, candidates []Candidate) []Candidate {
	for i := range candidates {
		if !candidates[i].hasEraLetter(d) {
			continue
		}
		if holdsKana(d.Text) {
			return candidates
		}
		out := candidates[:i]
		for k := range candidates[i:] {
			if m := &candidates[i+k]; !m.hasEraLetter(d) {
				out = append(out, *m)
			}
		}
		return out
	}
	return candidates
}

// hasEraLetter reports whether a timestamp begins with the letter of an era, without the signs of
// year, month and day: R2年11月9日 is no release.
func (m *Candidate) hasEraLetter(d *text.Document) bool {
	if !m.Fields.IsFull() || m.Fields.Has&NamedDate != 0 {
		return false
	}
	_, ok := words.EraYear(d.Text[:m.End], int(m.Start))
	return ok
}

// holdsKana reports whether a text has letters of Japanese.
func holdsKana(s string) bool {
	for {
		at := strings.IndexByte(s, 0xE3)
		if at < 0 || at+2 >= len(s) {
			return false
		}
		if lead := s[at+1]; 0x81 <= lead && lead <= 0x83 {
			return true // from U+3040 on
		}
		s = s[at+3:]
	}
}
