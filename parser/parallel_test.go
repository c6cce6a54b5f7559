package parser

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/sample"
	"runtime"
	"testing"
)

// TestParallel checks that a text of several segments gives the same entries on one processor and on many.
func TestParallel(t *testing.T) {
	text := sample.UnstampedFeed(6<<20, 300)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	alone := printEntries(new(Parser).Parse(feed.Source{Text: text}))
	for _, n := range []int{2, 7} {
		runtime.GOMAXPROCS(n)
		if printEntries(new(Parser).Parse(feed.Source{Text: text})) != alone {
			t.Errorf("%d processors give other entries than one", n)
		}
	}
}
