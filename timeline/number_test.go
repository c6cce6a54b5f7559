package timeline

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"newstimeline/parser"
	"newstimeline/parser/feed"
)

// TestNumber holds that of many entries those that say the same, and no others, are numbered, the earliest first, on one processor and on many.
func TestNumber(t *testing.T) {
	const n = 5000
	var b strings.Builder
	for i := range n { // newest first: what entries say comes back every 1500, but for each tenth
		said := i % 1500
		if i%10 == 0 {
			said = n + i
		}
		fmt.Fprintf(&b, "16 August 2025 20:15 GMT\nShip %d has left the harbour, officials said.\n\n", said)
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, processors := range []int{1, 3} {
		runtime.GOMAXPROCS(processors)
		tl := New(new(parser.Parser).Parse(feed.Source{Name: "feed.txt", Text: b.String()}))
		if len(tl.Entries) != n {
			t.Fatalf("%d entries, want %d", len(tl.Entries), n)
		}
		said, ids := map[string]int{}, map[ID]bool{}
		for i := range tl.Entries {
			e := &tl.Entries[i]
			text := string(e.AppendText(nil))
			if said[text]++; e.Seq != i+1 || e.ID.Nth != said[text] || ids[e.ID] {
				t.Fatalf("entry %d: place %d, ID %v, which says %q for the %dth time", i, e.Seq, e.ID, text, said[text])
			}
			ids[e.ID] = true
		}
	}
}
