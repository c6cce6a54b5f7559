package layout

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/sample"
	"newstimeline/parser/internal/stamp"
	"testing"
)

func BenchmarkJudge(b *testing.B) { benchmarkJudge(b, sample.BenchTexts()) }

// BenchmarkJudgeShort measures feeds all of whose lines are weighed: most feeds are so short.
func BenchmarkJudgeShort(b *testing.B) { benchmarkJudge(b, sample.ShortTexts()) }

func benchmarkJudge(b *testing.B, texts map[string]string) {
	for name, text := range texts {
		b.Run(name, func(b *testing.B) {
			d, found := stamp.Scan(feed.Source{Text: text})
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Judge(d, append([]stamp.Candidate(nil), found...), Options{})
			}
		})
	}
}
