package format

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rivo/uniseg"
)

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		width    int
		want     []string
	}{
		{"empty", "", 10, []string{""}},
		{"not wrapped", " a  line ", 0, []string{"a  line"}},
		{"fits", "a line", 6, []string{"a line"}},
		{"at blanks", "the quick brown fox", 10, []string{"the quick", "brown fox"}},
		{"blanks at the end of a line", "the quick     brown", 10, []string{"the quick", "brown"}},
		{"blank just behind the line", "the quick fox", 9, []string{"the quick", "fox"}},
		{"after a hyphen", "a well-known bridge", 7, []string{"a well-", "known", "bridge"}},
		{"no break before a number", "from 1-2 on", 6, []string{"from", "1-2 on"}},
		{"cut", "Donaudampfschiff", 5, []string{"Donau", "dampf", "schif", "f"}},
		{"address on a line of its own", "see https://a.example/b/c now", 21, []string{"see", "https://a.example/b/c", "now"}},
		{"address cut", "see https://a.example/b/c", 12, []string{"see", "https://", "a.example/b/", "c"}},
		{"ideographs", "会议将讨论停火、边境", 8, []string{"会议将讨", "论停火、", "边境"}},
		{"no stop at a line's begin", "会议将讨。停", 8, []string{"会议将", "讨。停"}},
		{"marks stay with their letters", strings.Repeat("e\u0301", 5), 2, []string{"e\u0301e\u0301", "e\u0301e\u0301", "e\u0301"}},
		{"families stay together", "👨‍👩‍👧👨‍👩‍👧", 6, []string{"👨‍👩‍👧", "👨‍👩‍👧"}},
		{"wider than the line", "会议", 1, []string{"会", "议"}},
		{"blank that does not break", "a b\u00a0c d", 4, []string{"a", "b\u00a0c", "d"}},
		{"Cyrillic", "переговоры о мосте", 12, []string{"переговоры о", "мосте"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, wrap(nil, tt.in, tt.width)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestWrapHostileLength holds that a paragraph of a megabyte without a place to break is no slower than others.
func TestWrapHostileLength(t *testing.T) {
	for _, s := range []string{"a", "会", "-", "e\u0301", "🇺🇸", "/a", "\u0301", "\u200d", "👨\u200d"} {
		s = strings.Repeat(s, 1<<20/len(s))
		if got := strings.Join(wrap(nil, s, 70), ""); got != s {
			t.Errorf("%q… lost something", s[:12])
		}
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("the quick brown fox jumps over the lazy dog", uint8(10))
	f.Add("https://example.org/a/b?c=d-e 会议将讨论停火", uint8(7))
	f.Add("👨‍👩‍👧‍👦🇺🇸❤️1️⃣ e\u0301 \u00a0", uint8(3))
	f.Fuzz(func(t *testing.T, s string, width uint8) {
		s = Clean(s)
		lines := wrap(nil, s, int(width))
		if width == 0 {
			return
		}
		for _, line := range lines {
			w := max(uniseg.StringWidth(line), columns(line))
			if w > int(width) && uniseg.GraphemeClusterCount(line) > 1 {
				t.Errorf("%q: %q is %d columns wide, not %d", s, line, w, width)
			}
		}
		if got, want := strings.ReplaceAll(strings.Join(lines, ""), " ", ""), strings.ReplaceAll(s, " ", ""); got != want {
			t.Errorf("%q: lost something: %q", s, lines)
		}
	})
}
