package parser

import (
	"runtime"
	"testing"
)

// TestParallel checks that a text of several segments gives the same entries on one processor and on many.
func TestParallel(t *testing.T) {
	text := unstampedFeed(6<<20, 300)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	alone := printEntries(new(Parser).Parse(Source{Text: text}))
	for _, n := range []int{2, 7} {
		runtime.GOMAXPROCS(n)
		if printEntries(new(Parser).Parse(Source{Text: text})) != alone {
			t.Errorf("%d processors give other entries than one", n)
		}
	}
	func() {
		defer func() {
			if fault := recover(); fault == nil {
				t.Error("the panic of a worker is lost")
			}
		}()
		parallel(9, func() (func(int), func()) { return func(i int) { _ = []int{1}[i] }, func() {} })
	}()
	if starts := []int{0, 1, 5000, 5001, 9098, 9099}; len(segments(starts)) != 4 {
		t.Errorf("segments of %v: %v", starts, segments(starts))
	}
}
