package stamp

import (
	"math/rand/v2"
	"testing"

	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
)

// TestNextYear holds that the first year of a line is found wherever it begins.
func TestNextYear(t *testing.T) {
	for _, c := range []struct {
		line string
		from int
		want int
	}{
		{"2025 was long", 0, 0},
		{"in 2025", 0, 3},
		{"in 12 x 999 3025 (1999)", 0, 18},
		{"in 30250816 and 2025", 0, 16},
		{"a2025 b 2025", 0, 8},
		{"2025-2026", 4, 5},
		{"20255", 1, -1},
		{"in 202", 0, -1},
		{"", 0, -1},
	} {
		if got := nextYear(c.line, c.from); got != c.want {
			t.Errorf("%q from %d: %d, not %d", c.line, c.from, got, c.want)
		}
	}
}

// TestNextYearAnywhere compares with a search that looks at every byte.
func TestNextYearAnywhere(t *testing.T) {
	slow := func(line string, i int) int {
		for ; i+3 < min(len(line), 2*text.RubricSize); i++ {
			if isYear(line[i:i+4]) && (i == 0 || !words.IsPlain(line[i-1])) {
				return i
			}
		}
		return -1
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		line := make([]byte, r.IntN(4*text.RubricSize))
		for i := range line {
			line[i] = "11220599 -a"[r.IntN(11)]
		}
		from := r.IntN(len(line) + 1)
		if got, want := nextYear(string(line), from), slow(string(line), from); got != want {
			t.Fatalf("%q from %d: %d, not %d", line, from, got, want)
		}
	}
}
