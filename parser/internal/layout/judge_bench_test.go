package layout

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/sample"
	"newstimeline/parser/internal/stamp"
	"testing"
)

func BenchmarkJudge(b *testing.B) {
	for name, text := range sample.BenchTexts() {
		b.Run(name, func(b *testing.B) {
			d, found := stamp.Scan(feed.Source{Text: text}, feed.Date{})
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Judge(d, append([]stamp.Candidate(nil), found...), Options{})
			}
		})
	}
}
