package sample

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// BenchTexts are feeds of about a megabyte.
func BenchTexts() map[string]string {
	return map[string]string{"stamped": stampedFeed(1 << 20), "unstamped": UnstampedFeed(1<<20,
		200), "headers": headersFeed(1 << 20)}
}

// ShortTexts are feeds of the usual length: about twenty kilobytes.
func ShortTexts() map[string]string {
	return map[string]string{"stamped": stampedFeed(20 << 10), "unstamped": UnstampedFeed(20<<10,
		20)}
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
		fmt.Fprintf(&b, "%s GMT\n%s %s\n", at.Format("15:04"), pick(r, Tongues[0].heads),
			pick(r, Tongues[0].places))
		for range 1 + r.IntN(3) {
			fmt.Fprintf(&b, "%s %s %s\n", Tongues[0].Sentence(r), Tongues[0].Sentence(r),
				Tongues[0].Sentence(r))
		}
		at = at.Add(-time.Duration(3+r.IntN(20)) * time.Minute)
	}
	return b.String()
}

// UnstampedFeed writes day headers with so many paragraphs under each.
func UnstampedFeed(size, paragraphs int) string {
	r := rand.New(rand.NewPCG(3, 4))
	var b strings.Builder
	day := time.Date(2025, 8, 16, 0, 0, 0, 0, time.UTC)
	for b.Len() < size {
		b.WriteString(day.Format("2 January 2006") + "\n")
		for i := 0; i < paragraphs && b.Len() < size; i++ {
			b.WriteString(Tongues[0].Sentence(r) + " " + Tongues[0].Sentence(r) + " " +
				Tongues[0].Sentence(r) + "\n")
		}
		day = day.AddDate(0, 0, -1)
	}
	return b.String()
}

// headersFeed writes nothing but dates.
func headersFeed(size int) string {
	var b strings.Builder
	for day := time.Date(2025, 8, 16, 0, 0, 0, 0, time.UTC); b.Len() < size; day = day.AddDate(0, 0,
		-1) {
		b.WriteString(day.Format("2 January 2006") + "\n")
	}
	return b.String()
}
