package format

import (
	"strings"
	"testing"

	"github.com/rivo/uniseg"
)

func TestFirstSentence(t *testing.T) {
	for text, want := range map[string]string{
		"The ferry has left. It is late.":                        "The ferry has left. ",
		"The ferry has left":                                     "The ferry has left",
		"Gen. Smith of the U.S. forces has left. It is late.":    "Gen. Smith of the U.S. forces has left. ",
		"J. Doe has left the harbour! It is late.":               "J. Doe has left the harbour! ",
		"Yes. The ferry has left. It is late.":                   "Yes. The ferry has left. ",
		"See harbour.example.Org or a.b!c for more. It is late.": "See harbour.example.Org or a.b!c for more. ",
		"“The ferry has left.” He is late.":                      "“The ferry has left.” ",
		"渡し船が出ました。次は遅れます。":                                       "渡し船が出ました。",
		"": "",
	} {
		if got := text[:firstSentence(text)]; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestFirstSentenceEnds holds that a text of nothing but short forms, or of one long sentence, is not read to its end.
func TestFirstSentenceEnds(t *testing.T) {
	for _, text := range []string{strings.Repeat("U.S. ", 1<<20), strings.Repeat("ferry ", 1<<20), strings.Repeat("渡", 1<<20)} {
		if n := firstSentence(text); n < 2000 || n > 2003 {
			t.Errorf("%.10s…: %d bytes", text, n)
		}
	}
}

func TestOpeningOf(t *testing.T) {
	long := strings.Repeat("the ferry and ", 20) + "the pier are closed. So is the road."
	opening, rest := openingOf(long)
	if rest != long || !strings.HasSuffix(opening, "…") || columns(opening) > 141 {
		t.Errorf("%q, %q", opening, rest)
	}
	opening, rest = openingOf("The ferry has left. It is late.")
	if opening != "The ferry has left." || rest != "It is late." {
		t.Errorf("%q, %q", opening, rest)
	}
}

// TestPlainWords holds that the words that are skipped end no sentence by the rules of Unicode.
func TestPlainWords(t *testing.T) {
	for _, text := range []string{
		"The ferry has left, he said – “at last” – today. It is late.", "Un élève a dit «oui» hier. Fin.",
		"a\tb. C", "ferry… left. It", "ferry", "", "Yes! No", "渡し船が出ました。次は", "x\u2029y z. A", "one; two: three) four. Five",
		"Line\u0085end here. A", "it’s 3.5 metres? Yes",
		"the ferry. A pier", "the ferry. a pier", "the ferry.  A", "the ferry.\u0301 A", "the ferry. \u0301A", "the ferry. Á", "the ferry. ", "ferry9. A", "fERRY. A\u0301",
	} {
		n, state := plainWords(text), -1
		whole, _, _ := uniseg.FirstSentenceInString(text, state)
		if stop := plainStop(text, n); stop > 0 && stop != len(whole) {
			t.Errorf("%q: plainly ends after %d bytes, not %d", text, stop, len(whole))
		}
		rest, _, _ := uniseg.FirstSentenceInString(text[n:], state)
		if n+len(rest) != len(whole) {
			t.Errorf("%q: skips %d bytes, and then ends after %d, not %d", text, n, n+len(rest), len(whole))
		}
	}
}

func FuzzPlainWords(f *testing.F) {
	f.Add("The ferry has left, he said – “at last”. It is late.")
	f.Fuzz(func(t *testing.T, text string) {
		n := plainWords(text)
		whole, _, _ := uniseg.FirstSentenceInString(text, -1)
		if stop := plainStop(text, n); stop > 0 && stop != len(whole) {
			t.Errorf("%q: plainly ends after %d bytes, not %d", text, stop, len(whole))
		}
		rest, _, _ := uniseg.FirstSentenceInString(text[n:], -1)
		if n+len(rest) != len(whole) {
			t.Errorf("%q: skips %d bytes, and then ends after %d, not %d", text, n, n+len(rest), len(whole))
		}
	})
}
