package text

import (
	"strings"
	"testing"
)

// TestSplit checks the lines of texts that are split in several parts, wherever those are cut.
func TestSplit(t *testing.T) {
	for _, line := range []string{"\n", "a\r\n", " 20:15 GMT\u00a0\n", strings.Repeat("x", partSize-1) + "\n", strings.Repeat("y", partSize+10) + "\r\n"} {
		text := strings.Repeat(line, 3*partSize/len(line)+2)
		for _, text := range []string{text, text + "the end", "\n" + text} {
			got := Split(text)
			at := 0
			for i, want := range strings.SplitAfter(strings.TrimSuffix(text, "\n"), "\n") {
				if s := got.Span(text, i); int(got[i].At) != at || s.Of(text) != strings.Trim(want, " \u00a0\r\n") {
					t.Fatalf("line %d of %.20q at byte %d: %.20q at %d", i, line, at, s.Of(text), got[i].At)
				}
				at += len(want)
			}
			if n := strings.Count(strings.TrimSuffix(text, "\n"), "\n") + 1; got.Count() != n {
				t.Errorf("%d lines of %.20q, want %d", got.Count(), line, n)
			}
		}
	}
}
