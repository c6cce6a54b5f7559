package parser

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/layout"
	"newstimeline/parser/internal/sample"
	"newstimeline/parser/internal/stamp"
	"slices"
	"testing"
)

// The benchmarks measure each pass on three kinds of text: stamped, unstamped and nothing but headers. Their bytes are those of the
// text, so MB/s is the speed of reading a feed.

func BenchmarkParse(b *testing.B) { benchmarkParse(b, sample.BenchTexts()) }

// BenchmarkParseShort measures feeds of the usual length.
func BenchmarkParseShort(b *testing.B) { benchmarkParse(b, sample.ShortTexts()) }

func benchmarkParse(b *testing.B, texts map[string]string) {
	for name, text := range texts {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				new(Parser).Parse(feed.Source{Text: text})
			}
		})
	}
}

// BenchmarkResolve measures the judge, the cut, the days and zones and the building of entries; of the unstamped text, the grouping too.
func BenchmarkResolve(b *testing.B) {
	for name, text := range sample.BenchTexts() {
		b.Run(name, func(b *testing.B) {
			p := &Parser{}
			d, marks := stamp.Scan(feed.Source{Text: text})
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				l := layout.Judge(d, slices.Clone(marks), layout.Options{})
				g := p.group(l)
				p.build(l, &g)
			}
		})
	}
}
