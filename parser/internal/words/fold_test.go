package words

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
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

// TestFoldBeyondTables holds that letters without a row in the tables become small.
func TestFoldBeyondTables(t *testing.T) {
	for r := rune(0x700); r <= unicode.MaxRune; r++ {
		if 0x1E00 <= r && r <= 0x1FFF || 0x900 <= r && r <= 0xA7F || r == '’' || r == '‘' {
			continue
		}
		if got, want := fold(r), unicode.ToLower(r); got != want {
			t.Fatalf("%U is folded to %U, not to %U", r, got, want)
		}
	}
}

// TestToSmall holds that the short way leads to the same.
func TestToSmall(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if got, want := ToSmall(r), unicode.ToLower(r); got != want {
			t.Fatalf("%U becomes %U, not %U", r, got, want)
		}
	}
}

// TestIsLetterRune holds that the short way leads to the same. No digit is a letter.
func TestIsLetterRune(t *testing.T) {
	for r := rune(utf8.RuneSelf); r <= unicode.MaxRune; r++ {
		got, want := IsLetterRune(r), unicode.IsLetter(r) || unicode.IsMark(r)
		if got != want || got && DigitValue(r) >= 0 {
			t.Fatalf("%U: %t, not %t", r, got, want)
		}
	}
}

// BenchmarkUnspaced measures the reading of letters of a script without blanks.
func BenchmarkUnspaced(b *testing.B) {
	const line = "港務局長は今朝、橋の灯りが消えたと話した。"
	var x Lexer
	b.ReportAllocs()
	for b.Loop() {
		for at, end := 0, 0; at < len(line); at = end {
			_, size := utf8.DecodeRuneInString(line[at:])
			end = at + size
			x.Lex(line, at)
		}
	}
}
