package parser

import (
	"fmt"
	"math/rand/v2"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"slices"
	"strings"
	"testing"
	"time"
)

// The benchmarks measure each pass on three kinds of text: stamped, unstamped and nothing but headers. Their bytes are those of the
// text, so MB/s is the speed of reading a feed.

// benchTexts are feeds of about a megabyte.
func benchTexts() map[string]string {
	return map[string]string{"stamped": stampedFeed(1 << 20), "unstamped": unstampedFeed(1<<20, 200), "headers": headersFeed(1 << 20)}
}

// stampedFeed writes a newest-first feed with a clock above each entry and a header for each day.
func stampedFeed(size int) string {
	r := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	at := time.Date(2025, 8, 16, 23, 50, 0, 0, time.UTC)
	day := 0
	for b.Len() < size {
		if at.YearDay() != day {
			day = at.YearDay()
			b.WriteString(at.Format("2 January 2006") + "\n")
		}
		fmt.Fprintf(&b, "%s GMT\n%s %s\n", at.Format("15:04"), pick(r, tongues[0].heads), pick(r, tongues[0].places))
		for range 1 + r.IntN(3) {
			fmt.Fprintf(&b, "%s %s %s\n", tongues[0].sentence(r), tongues[0].sentence(r), tongues[0].sentence(r))
		}
		at = at.Add(-time.Duration(3+r.IntN(20)) * time.Minute)
	}
	return b.String()
}

// unstampedFeed writes day headers with so many paragraphs under each.
func unstampedFeed(size, paragraphs int) string {
	r := rand.New(rand.NewPCG(3, 4))
	var b strings.Builder
	day := time.Date(2025, 8, 16, 0, 0, 0, 0, time.UTC)
	for b.Len() < size {
		b.WriteString(day.Format("2 January 2006") + "\n")
		for i := 0; i < paragraphs && b.Len() < size; i++ {
			b.WriteString(tongues[0].sentence(r) + " " + tongues[0].sentence(r) + " " + tongues[0].sentence(r) + "\n")
		}
		day = day.AddDate(0, 0, -1)
	}
	return b.String()
}

// headersFeed writes nothing but dates.
func headersFeed(size int) string {
	var b strings.Builder
	for day := time.Date(2025, 8, 16, 0, 0, 0, 0, time.UTC); b.Len() < size; day = day.AddDate(0, 0, -1) {
		b.WriteString(day.Format("2 January 2006") + "\n")
	}
	return b.String()
}

func BenchmarkParse(b *testing.B) {
	for name, text := range benchTexts() {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				new(Parser).Parse(feed.Source{Text: text})
			}
		})
	}
}

func BenchmarkScan(b *testing.B) {
	for name, text := range benchTexts() {
		b.Run(name, func(b *testing.B) {
			d := newDocument(&Parser{}, feed.Source{Text: text})
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				d.scan()
			}
		})
	}
}

func BenchmarkJudge(b *testing.B) {
	for name, text := range benchTexts() {
		b.Run(name, func(b *testing.B) {
			p := &Parser{}
			d := newDocument(p, feed.Source{Text: text})
			marks := d.scan()
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				d.judge(p, append([]stamp.Candidate(nil), marks...))
			}
		})
	}
}

// BenchmarkResolve measures the cut, the days and zones and the building of entries; of the unstamped text, the grouping too.
func BenchmarkResolve(b *testing.B) {
	for name, text := range benchTexts() {
		b.Run(name, func(b *testing.B) {
			p := &Parser{}
			d := newDocument(p, feed.Source{Text: text})
			j := d.judge(p, d.scan())
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				j.build(j.cut())
			}
		})
	}
}

// benchParagraphs returns a document and its paragraphs, without the day headers.
func benchParagraphs(size int) (*document, []lineRun) {
	d := newDocument(&Parser{}, feed.Source{Text: unstampedFeed(size, 200)})
	var runs []lineRun
	for i := range d.Lines.Count() {
		if s := d.Lines.Span(d.Text, i); s.Len() > text.SentenceSize {
			runs = append(runs, lineRun{int32(s.Start), int32(s.End), int32(i), int32(i)})
		}
	}
	return d, runs
}

// BenchmarkGroup measures the grouping at 1, 100 and 100,000 paragraphs a day, whatever the judge would take such a feed for; ns/paragraph
// must not grow.
func BenchmarkGroup(b *testing.B) {
	d, runs := benchParagraphs(16 << 20)
	for _, n := range []int{1, 100, 100_000} {
		b.Run(fmt.Sprintf("%d-a-day", n), func(b *testing.B) {
			j := d.judge(&Parser{}, d.scan())
			var starts []int
			for at := 0; at < len(runs); at += n {
				starts = append(starts, at)
			}
			starts = append(starts, len(runs))
			b.SetBytes(int64(len(d.Text)))
			b.ReportAllocs()
			for b.Loop() {
				j.scoreDays(runs, starts, nil)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(runs)), "ns/paragraph")
		})
	}
}

// BenchmarkSmall measures the grouping of feeds of 20 KB, as in a batch: what it costs to begin with a document must not show. The paragraphs
// of the one batch are all different, those of the other are those of the feed before, as in snapshots.
func BenchmarkSmall(b *testing.B) {
	const size = 20_000
	d, runs := benchParagraphs(200 * 2 * mostKept)
	j := d.judge(&Parser{}, d.scan())
	perFeed := len(runs) * size / len(d.Text)
	for name, feeds := range map[string]int{"different": len(runs) / perFeed, "again": 1} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(size)
			b.ReportAllocs()
			for n := 0; b.Loop(); n++ {
				from := n % feeds * perFeed
				j.scoreDays(runs[from:from+perFeed], []int{0, perFeed}, nil)
			}
		})
	}
}

// BenchmarkWords measures the reading of paragraphs: their words, names and forms, in languages of several scripts. It must cost no allocation.
func BenchmarkWords(b *testing.B) {
	for _, name := range []string{"en", "de", "fr", "ru", "ar", "hi", "zh"} {
		b.Run(name, func(b *testing.B) {
			tongue := &tongues[slices.IndexFunc(tongues, func(l tongue) bool { return l.name == name })]
			var lines []string
			size := 0
			for r := rand.New(rand.NewPCG(11, 12)); size < 1<<18; size += len(lines[len(lines)-1]) {
				lines = append(lines, tongue.sentence(r)+" "+tongue.sentence(r))
			}
			lang := words.Language(slices.Index(words.ProseLanguages[:], name) + 1)
			var r proseReader
			words := 0
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				words = 0
				for _, line := range lines {
					r.trim()
					r.read(line, lang)
					r.forms()
					words += len(r.words)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(words), "ns/word")
		})
	}
}

// BenchmarkProse measures lines that cannot hold a stamp: they must cost no allocation.
func BenchmarkProse(b *testing.B) {
	r := rand.New(rand.NewPCG(5, 6))
	var text strings.Builder
	for text.Len() < 1<<20 {
		text.WriteString(tongues[0].sentence(r) + " " + tongues[0].sentence(r) + "\n")
	}
	d := newDocument(&Parser{}, feed.Source{Text: text.String()})
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		d.scan()
	}
}
