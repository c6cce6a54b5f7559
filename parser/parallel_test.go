package parser

import (
	"fmt"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/sample"
	"newstimeline/parser/parallel"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// TestParallel checks that a text of several segments gives the same entries, remarks and roles of
// lines on one processor and on many.
func TestParallel(t *testing.T) {
	for name, text := range map[string]string{
		"unstamped": sample.UnstampedFeed(6<<20, 300),
		"stamped":   strings.Repeat(sample.BenchTexts()["stamped"], 5),
		"titled":    manyEntries("Ferry %[1]d leaves\n%[2]s\n%[3]s\n\n"),
		"below":     manyEntries("%[3]s\n%[2]s GMT\n\n"),
	} {
		t.Run(name, func(t *testing.T) { testParallel(t, text) })
	}
}

// manyEntries returns a text of entries, newest first, each with its number, its clock and a
// sentence.
func manyEntries(form string) string {
	var b strings.Builder
	for i := 0; b.Len() < parallel.Large; i++ {
		fmt.Fprintf(&b, form, i, fmt.Sprintf("%02d:%02d", 23-i/60%24, 59-i%60), fmt.Sprintf(
			"Ferry %d has left the harbour, and the mayor said that it comes back in the evening.", i))
	}
	return b.String()
}

func testParallel(t *testing.T, text string) {
	if len(text) < parallel.Large {
		t.Fatalf("%d bytes are read on one processor", len(text))
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	alone := new(Parser).Parse(feed.Source{Text: text})
	for _, n := range []int{2, 7} {
		runtime.GOMAXPROCS(n)
		d := new(Parser).Parse(feed.Source{Text: text})
		if printEntries(d) != printEntries(alone) {
			t.Errorf("%d processors give other entries than one", n)
		}
		if !slices.Equal(d.Diagnostics, alone.Diagnostics) || !slices.Equal(d.Roles, alone.Roles) ||
			!slices.Equal(d.Rules, alone.Rules) {
			t.Errorf("%d processors give other remarks or roles than one", n)
		}
	}
}
