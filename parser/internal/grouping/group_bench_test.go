package grouping

import (
	"fmt"
	"math/rand/v2"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/sample"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"runtime"
	"slices"
	"testing"
)

// benchParagraphs returns a document and its paragraphs, without the day headers.
func benchParagraphs(size int) (*text.Document, []text.Paragraph) {
	d := text.NewDocument(feed.Source{Text: sample.UnstampedFeed(size, 200)})
	var runs []text.Paragraph
	for i := range d.Lines.Count() {
		if s := d.Lines.Span(d.Text, i); s.Len() > text.SentenceSize {
			runs = append(runs, text.Paragraph{Start: int32(s.Start), End: int32(s.End), First: int32(i), Last: int32(i)})
		}
	}
	return d, runs
}

// BenchmarkGroup measures the grouping at 1, 100 and 100,000 paragraphs a day, whatever the judge
// would take such a feed for; ns/paragraph must not grow.
func BenchmarkGroup(b *testing.B) {
	d, runs := benchParagraphs(16 << 20)
	for _, n := range []int{1, 100, 100_000} {
		b.Run(fmt.Sprintf("%d-a-day", n), func(b *testing.B) {
			g := Groups{Flow: text.Flow{D: d}}
			var out Result
			var starts []int
			for at := 0; at < len(runs); at += n {
				starts = append(starts, at)
			}
			starts = append(starts, len(runs))
			b.SetBytes(int64(len(d.Text)))
			b.ReportAllocs()
			for b.Loop() {
				g.scoreDays(&out, runs, starts, nil)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(runs)), "ns/paragraph")
		})
	}
}

// BenchmarkSmall measures the grouping of feeds of 20 KB, as in a batch: what it costs to begin
// with a document must not show. The paragraphs of the one batch are all different, those of the
// other are those of the feed before, as in snapshots.
func BenchmarkSmall(b *testing.B) {
	const size = 20_000
	d, runs := benchParagraphs(200 * 2 * mostKept)
	g := Groups{Flow: text.Flow{D: d}}
	var out Result
	perFeed := len(runs) * size / len(d.Text)
	for name, feeds := range map[string]int{"different": len(runs) / perFeed, "again": 1} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(size)
			b.ReportAllocs()
			for n := 0; b.Loop(); n++ {
				from := n % feeds * perFeed
				g.scoreDays(&out, runs[from:from+perFeed], []int{0, perFeed}, nil)
			}
		})
	}
}

// BenchmarkWords measures the reading of paragraphs: their words, names and forms, in languages of
// several scripts. It must cost no allocation.
func BenchmarkWords(b *testing.B) {
	for _, name := range []string{"en", "de", "fr", "ru", "ar", "hi", "zh"} {
		b.Run(name, func(b *testing.B) {
			tongue := &sample.Tongues[slices.IndexFunc(sample.Tongues, func(l sample.Tongue) bool { return l.Name == name })]
			var lines []string
			size := 0
			for r := rand.New(rand.NewPCG(11, 12)); size < 1<<18; size += len(lines[len(lines)-1]) {
				lines = append(lines, tongue.Sentence(r)+" "+tongue.Sentence(r))
			}
			lang := words.Language(slices.Index(words.ProseLanguages[:], name) + 1)
			var r proseReader
			words := 0
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				words = 0
				for _, line := range lines {
					r.trim(size)
					r.read(line, lang)
					r.forms()
					words += len(r.words)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(words), "ns/word")
		})
	}
}

// BenchmarkFirst measures the first grouping of a process, but for its page faults: of a feed of 40
// KB, in fresh memory, by a grouper that knows no word yet.
func BenchmarkFirst(b *testing.B) {
	d, runs := benchParagraphs(40_000)
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		firstGrouping(d, runs)
	}
}

// firstGrouping groups paragraphs as one day, with a grouper of their own.
func firstGrouping(d *text.Document, runs []text.Paragraph) []int16 {
	g := &grouper{text: d.Text}
	g.lang = LanguageOf(d.Text, []feed.Span{{Start: 0, End: len(d.Text)}})
	g.load(runs)
	scores := make([]int16, len(runs))
	g.group([]int{0, len(runs)}, scores)
	return scores
}

// TestFirstMemory bounds the memory of a first grouping: every page of it is touched for the first
// time, which takes longer than the words that it has.
func TestFirstMemory(t *testing.T) {
	d, runs := benchParagraphs(40_000)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	firstGrouping(d, runs)
	runtime.ReadMemStats(&after)
	if n := after.TotalAlloc - before.TotalAlloc; n > 8*uint64(len(d.Text)) {
		t.Errorf("%d bytes for a feed of %d", n, len(d.Text))
	} else {
		t.Logf("%d bytes for a feed of %d", n, len(d.Text))
	}
}
