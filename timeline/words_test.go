package timeline

import (
	"strings"
	"testing"
)

func TestCompareWords(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"", "", ""},
		{"same words", "same  words", "same  words"},
		{"The strike is over.", "The strike is over, for now.", "The strike is [-over.-] {+over, for now.+}"},
		{"Two people were hurt\n\nMore soon", "Three people were hurt", "[-Two-] {+Three+} people were hurt [-More soon-]"},
		{"The mayor", "A ferry left", "[-The mayor-] {+A ferry left+}"},
		{"总统已抵达首都", "总统已离开首都", "总统已 [-抵达-] {+离开+} 首都"},
	} {
		if got := viewPieces(compareWords(c.old, c.new)); got != c.want {
			t.Errorf("%q, %q: %s, want %s", c.old, c.new, got, c.want)
		}
	}
}

// viewPieces marks pieces as wdiff does.
func viewPieces(pieces []Piece) string {
	var all []string
	for _, p := range pieces {
		all = append(all, map[PieceKind]string{Deleted: "[-", Inserted: "{+"}[p.Kind]+p.Text+map[PieceKind]string{Deleted: "-]", Inserted: "+}"}[p.Kind])
	}
	return strings.Join(all, " ")
}

// FuzzCompareWords holds that the pieces make both texts.
func FuzzCompareWords(f *testing.F) {
	f.Add("The strike is over.", "The strike is over, for now.")
	f.Add("a b a b", "b a\n\nb")
	f.Add("总统 已抵达", "总统已 离开")
	f.Fuzz(func(t *testing.T, old, new string) {
		old, new = strings.ToValidUTF8(old, "?"), strings.ToValidUTF8(new, "?")
		var a, b string
		for _, p := range compareWords(old, new) {
			if p.Kind != Inserted {
				a += p.Text
			}
			if p.Kind != Deleted {
				b += p.Text
			}
		}
		bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if bare(a) != bare(old) || bare(b) != bare(new) {
			t.Errorf("%q, %q: %q, %q", old, new, a, b)
		}
	})
}
