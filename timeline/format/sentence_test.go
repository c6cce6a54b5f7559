package format

import (
	"strings"
	"testing"
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
