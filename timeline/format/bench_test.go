package format

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// stamped returns a timeline of n entries of some 250 bytes: what a busy live feed looks like.
func stamped(n int) *timeline.Timeline {
	var b strings.Builder
	b.WriteString("16 August 2025\n\n")
	for i := range n {
		fmt.Fprintf(&b, "%02d:%02d GMT\nThe spokesman of office %d has told reporters that the talks on the bridge, the harbour and the railway will go on "+
			"“as long as it takes” and that nobody should expect a result before the end of the week; the next meeting is on Monday.\n\n", i*24/n, i*1440/n%60, i)
	}
	return parse(feed.Source{Name: "feed.txt", Text: b.String()})
}

// benchmark measures a notation; the bytes are those of its output.
func benchmark(b *testing.B, tl *timeline.Timeline, name string, o Options) {
	f, _ := Find(name)
	var n counter
	if err := f.Write(&n, tl, o); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		if err := f.Write(io.Discard, tl, o); err != nil {
			b.Fatal(err)
		}
	}
}

// A counter counts the bytes that are written to it.
type counter int64

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

func BenchmarkWrite(b *testing.B) {
	tl := stamped(10_000)
	if len(tl.Entries) != 10_000 {
		b.Fatal(len(tl.Entries))
	}
	for _, f := range Formats {
		b.Run(f.Name, func(b *testing.B) { benchmark(b, tl, f.Name, Options{Width: 80}) })
	}
}

func BenchmarkSample(b *testing.B) {
	tl := sample(b)
	for _, f := range Formats {
		b.Run(f.Name, func(b *testing.B) { benchmark(b, tl, f.Name, Options{Width: 80}) })
	}
}

func BenchmarkAppendQuoted(b *testing.B) {
	for name, s := range map[string]string{
		"ascii":    strings.Repeat("The talks on the bridge will go on, he said. ", 6),
		"quotes":   strings.Repeat(`He said "no" and then "yes" to all of them. `, 6),
		"typeset":  strings.Repeat("“The talks” – on the bridge – won’t go on…  ", 6),
		"cyrillic": strings.Repeat("Переговоры о мосте продолжатся. ", 5),
		"chinese":  strings.Repeat("会议将讨论停火、边境安全和粮食出口等问题。", 4),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			dst := make([]byte, 0, 4096)
			for b.Loop() {
				dst = appendQuoted(dst[:0], s)
			}
		})
	}
}
