package words

import (
	"strings"
	"testing"
)

// TestPlainWord holds that reading a plain word finds it in the lexicon wherever looking it up
// does, with a capital or without, and that other words are not read.
func TestPlainWord(t *testing.T) {
	for _, w := range slots {
		if w == nil || !isPlainWord(w.Spelling) || len(w.Spelling) > MaxWord {
			continue
		}
		for _, word := range []string{w.Spelling, strings.ToUpper(w.Spelling[:1]) + w.Spelling[1:],
			w.Spelling + "q"} {
			end, known := plainWord("x "+word+" x", 2)
			want := lookup([]byte(strings.ToLower(word))) != nil
			if end != 2+len(word) || known != want {
				t.Errorf("%q: ends at %d, known %v", word, end, known)
			}
		}
	}
	for _, line := range []string{"a.m. x", "May", "May-Day", "MAY x", "L'an x", "5 May", "août x",
		strings.Repeat("a", MaxWord+1) + " x"} {
		if end, _ := plainWord(line, 0); end != 0 {
			t.Errorf("%q: a word that ends at %d", line, end)
		}
	}
}
