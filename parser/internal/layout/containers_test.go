package layout

import (
	"fmt"
	"newstimeline/parser/feed"
	"testing"
)

// TestAnswers puts answers below what they answer. Each part has its own text, up to the first
// answer, and comes after the one before it on its level.
func TestAnswers(t *testing.T) {
	r := row{}
	for _, s := range [][2]int{{0, 60}, {10, 30}, {20, 30}, {40, 60}, {60, 80}} {
		r.add(container{Span: feed.Span{Start: s[0], End: s[1]}, from: s[0], to: s[1]})
	}
	j := judge{}
	j.main = &series{stamps: make([]int32, len(r.all))}
	j.containers = r.all
	got := ""
	for k, c := range r.all {
		got += fmt.Sprintf("%d-%d in %d, after %d\n", c.from, c.to, c.depth, j.siblingBefore(k))
	}
	const want = `0-10 in 0, after -1
10-20 in 1, after -1
20-30 in 2, after -1
40-60 in 1, after 1
60-80 in 0, after 0
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
