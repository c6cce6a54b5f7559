package words

import (
	"math/rand/v2"
	"testing"
)

// TestProseRows looks up every form of the lists, and forms that differ from one by a byte. A table
// that is made with another hash, or with too few bits for a number, loses some.
func TestProseRows(t *testing.T) {
	forms := map[string][]proseWord{}
	for i := range len(proseForms) - 1 {
		f, next := proseForms[i], proseForms[i+1]
		forms[proseText[f.text:next.text]] = proseWords[f.rows:next.rows]
	}
	if len(forms) != len(proseForms)-1 || len(forms) < 1000 {
		t.Fatalf("%d spellings of %d forms", len(forms), len(proseForms)-1)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for form, rows := range forms {
		if got := proseRows([]byte(form), ProseHash([]byte(form))); len(got) != len(rows) || &got[0] != &rows[0] {
			t.Errorf("%q has %v, the table says %v", form, rows, got)
		}
		other := []byte(form)
		other[r.IntN(len(other))] ^= byte(1 + r.IntN(30))
		if got := proseRows(other, ProseHash(other)); len(got) != len(forms[string(other)]) {
			t.Errorf("%q has %v, the table says %v", other, forms[string(other)], got)
		}
	}
}

// TestProseHash holds that each byte of a form and its length count.
func TestProseHash(t *testing.T) {
	seen := map[uint32]string{}
	for n := range 40 {
		word := make([]byte, n)
		for i := range word {
			for _, c := range []byte("\x00ax") {
				was := word[i]
				word[i] = c
				h := ProseHash(word)
				if other, met := seen[h]; met && other != string(word) {
					t.Errorf("%q and %q have one hash", other, word)
				}
				seen[h], word[i] = string(word), was
			}
		}
	}
}
