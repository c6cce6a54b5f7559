package text

import (
	"newstimeline/parser/feed"
	"strings"
	"testing"
)

// TestInHint: markup tells of what it holds, a title, a writer, a line of a paragraph, if that begins within its first 400 bytes.
func TestInHint(t *testing.T) {
	for before, want := range map[int]bool{0: true, 390: true, 410: false} {
		at := feed.Span{Start: before, End: before + len("Ann Lee")}
		src := feed.Source{Text: strings.Repeat(".", before) + "Ann Lee, port"}
		for kind, has := range map[feed.HintKind]func(*Document) bool{
			feed.HintTitle:  func(d *Document) bool { return d.Titled(at) },
			feed.HintByline: func(d *Document) bool { return d.IsWriter(at) },
			feed.HintLines:  func(d *Document) bool { return d.InLines(at) },
		} {
			for _, beyond := range []int{-1, 0, 1} {
				src.Hints = []feed.Hint{{Span: feed.Span{End: at.End + beyond}, Kind: kind}, {Span: at, Kind: feed.HintStamp}}
				least := 0
				if kind == feed.HintLines {
					least = 1 // a hint of a whole paragraph tells of no line of it
				}
				if got := has(NewDocument(src)); got != (want && beyond >= least) {
					t.Errorf("hint %v that begins %d bytes before and ends %d behind: %v", kind, before, beyond, got)
				}
			}
		}
	}
}
