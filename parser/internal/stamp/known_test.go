package stamp

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"newstimeline/parser/feed"
	"newstimeline/parser/internal/text"
)

// TestKnownLines holds that lines that recur are found the same, whether what was found in
// them is kept or not.
func TestKnownLines(t *testing.T) {
	kinds := []func(i int) string{
		func(i int) string { return fmt.Sprintf("%02d:%02d GMT", i/60%24, i%60) },
		func(i int) string { return fmt.Sprintf("%d August 2025", i%40) },
		func(i int) string { return "Anna Berg" },
		func(i int) string { return fmt.Sprintf("| %d March | 20:1%d |", i%31, i%10) },
		func(i int) string { return strings.Repeat("x", 30+i%4) + " 20:15" },
		func(i int) string { return fmt.Sprintf("Ship %d is in.", i) },
		func(i int) string { return "* * *" },
	}
	var lines []string
	for i := range 30_000 {
		lines = append(lines, kinds[i*i%len(kinds)](i%2000))
	}
	content := feed.Source{Text: strings.Join(lines, "\n")}
	read := func(known *knownLines) (*text.Document, []Candidate) {
		d := text.NewDocument(content)
		d.Looks, d.Kinds = make([]text.Look, len(lines)), make([]text.TextKind, len(lines))
		s := scanner{d: d, known: known}
		return d, s.appendCandidates(nil, 0, len(lines))
	}
	d, want := read(nil)
	kept, found := read(new(knownLines))
	if diff := cmp.Diff(want, found); diff != "" {
		t.Error(diff)
	}
	if !slices.Equal(d.Looks, kept.Looks) || !slices.Equal(d.Kinds, kept.Kinds) {
		t.Error("lines look different")
	}
}

// BenchmarkKnown measures lines of clocks as large feeds have them, read and known.
func BenchmarkKnown(b *testing.B) {
	var content strings.Builder
	for i := range 50_000 {
		fmt.Fprintf(&content, "%02d:%02d GMT\n", i/60%24, i%60)
	}
	for name, known := range map[string]*knownLines{"read": nil, "known": new(knownLines)} {
		b.Run(name, func(b *testing.B) {
			d := text.NewDocument(feed.Source{Text: content.String()})
			n := d.Lines.Count()
			d.Looks, d.Kinds = make([]text.Look, n), make([]text.TextKind, n)
			s := scanner{d: d, known: known}
			var found []Candidate
			for b.Loop() {
				found = s.appendCandidates(found[:0], 0, n)
			}
		})
	}
}
