package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestSignedRoot: 10 of 10 and 0 of 10 are √20 standard deviations apart, 6 of 10 and 4 of 10 are 0.894, of the four that count.
func TestSignedRoot(t *testing.T) {
	for _, test := range []struct{ a, n, b, m, want int }{
		{10, 10, 0, 10, 1000}, {0, 10, 10, 10, -1000}, {6, 10, 4, 10, 223}, {4, 10, 6, 10, -223}, {60, 100, 40, 100, 707},
		{5, 10, 5, 10, 0}, {0, 10, 0, 10, 0}, {10, 10, 10, 10, 0}, {1, 1, 0, 0, 0}, {200, 200, 0, 200, 1000},
	} {
		if got := signedRoot(test.a, test.n, test.b, test.m); got != test.want {
			t.Errorf("%d of %d and %d of %d: %d, want %d", test.a, test.n, test.b, test.m, got, test.want)
		}
	}
}

// TestShareWord: lines share a rare word by its first letters, in any script, and not one that many lines have.
func TestShareWord(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"Lighthouse painted anew", "All the lighthouses are white.", true},
		{"LIGHTHOUSE PAINTED", "the lighthouse", true},
		{"Lighthouse painted", "The light is on.", true}, // the first five letters
		{"Lighthouse painted", "The ligature is old.", false},
		{"The sea is up", "The sea is low", false}, // short words
		{"Маяк закрыт", "Маяки закрывают зимой", true},
		{"Żurawie wracają", "żurawie są w porcie", true},
		{"灯台が新しくなる", "この灯台は白い", true},
		{"灯台が白い", "港の船は青く", false},
		{"Cafés fermés", "Les cafés sont ouverts", true},
		{strings.Repeat("a ", 130) + "lighthouse", "lighthouse", false}, // beyond the bytes that are compared
	} {
		m := measureOf(t, "14:05\n"+test.a+"\n"+test.b+"\n", "above")
		if got := m.lines.shareWord(1, 2); got != test.want {
			t.Errorf("%q and %q: %v, want %v", test.a, test.b, got, test.want)
		}
	}
	var b strings.Builder
	for k := range 30 {
		fmt.Fprintf(&b, "14:%02d\nHarbour report %d\nThe harbour is open, says gate %d.\n\n", 59-k, k, k)
	}
	if measureOf(t, b.String(), "above").lines.shareWord(1, 2) {
		t.Error("a word of every line is taken for a rare one")
	}
}

// TestSignsOf: each sign of a line, and what has another value of it alone.
func TestSignsOf(t *testing.T) {
	signs := func(s string) lineSigns { return signsOf(s, shortHeading) }
	for _, test := range []struct {
		a, b string
		sign int
	}{
		{"Harbour closed", "Harbour closed for the whole of the week now", 0}, {"Harbour closed", "harbour closed", 1},
		{"Harbour closed", "Harbour closed.", 2}, {"Harbour closed...", "Harbour closed.", 2}, {"Harbour is shut", "Harbour shut", 3},
		{"Harbour closed", "Harbour Closed", 4}, {"Harbour closed", "Harbour closed 2", 5}, {"HARBOUR CLOSED", "Harbour Closed", 6},
		{"Port: it is closed", "Port it is closed", 7}, {"Port (old) closed", "Port, old, closed", 7}, {"Port “old” closed", "Port – old closed", 7},
	} {
		if a, b := signs(test.a), signs(test.b); a[test.sign] == b[test.sign] {
			t.Errorf("sign %d of %q and %q is %d", test.sign, test.a, test.b, a[test.sign])
		}
	}
	if a, b := signs("Harbour closed"), signs("Lighters called"); !slices.Equal(a[1:], b[1:]) {
		t.Errorf("%v and %v are written alike", a, b)
	}
	if signsOf("Harbour closed", endedLine) == signs("Harbour closed") {
		t.Error("the kind of a line is no sign")
	}
}
