package words

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestAppendFolded folds texts of all lengths, of ASCII and others, against folding each character.
func TestAppendFolded(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		var b strings.Builder
		for range r.IntN(40) {
			if c := rune(r.IntN(128)); r.IntN(30) > 0 {
				b.WriteRune(c)
			} else {
				b.WriteRune(rune(r.IntN(0x2100)))
			}
		}
		var want []byte
		for _, c := range b.String() {
			if f := fold(c); f != 0 || c == 0 {
				want = utf8.AppendRune(want, f)
			}
		}
		if got := AppendFolded([]byte("x"), b.String()); string(got) != "x"+string(want) {
			t.Fatalf("%q is folded to %q, not to %q", b.String(), got[1:], want)
		}
	}
}
