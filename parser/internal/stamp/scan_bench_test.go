package stamp

import (
	"math/rand/v2"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/sample"
	"newstimeline/parser/internal/text"
	"slices"
	"strings"
	"testing"
)

func BenchmarkScan(b *testing.B) {
	for name, content := range sample.BenchTexts() {
		b.Run(name, func(b *testing.B) {
			d := text.NewDocument(feed.Source{Text: content})
			b.SetBytes(int64(len(content)))
			b.ReportAllocs()
			for b.Loop() {
				scan(d)
			}
		})
	}
}

// BenchmarkSettle measures the passes over what was found.
func BenchmarkSettle(b *testing.B) {
	for name, content := range sample.BenchTexts() {
		b.Run(name, func(b *testing.B) {
			d, found := Scan(feed.Source{Text: content})
			b.SetBytes(int64(len(content)))
			b.ReportAllocs()
			for b.Loop() {
				Settle(d, slices.Clone(found))
			}
		})
	}
}

// BenchmarkProse measures lines that cannot hold a stamp: they must cost no allocation.
func BenchmarkProse(b *testing.B) {
	r := rand.New(rand.NewPCG(5, 6))
	var content strings.Builder
	for content.Len() < 1<<20 {
		content.WriteString(sample.Tongues[0].Sentence(r) + " " + sample.Tongues[0].Sentence(r) + "\n")
	}
	d := text.NewDocument(feed.Source{Text: content.String()})
	b.SetBytes(int64(content.Len()))
	b.ReportAllocs()
	for b.Loop() {
		scan(d)
	}
}
