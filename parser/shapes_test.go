package parser

import (
	"math/rand/v2"
	"strings"
	"testing"

	"newstimeline/parser/feed"
)

// shapes are lines of all kinds. What the parser decides depends on which kinds follow each other, and bytes drawn by chance seldom make a line of
// any kind.
var shapes = [...][]string{
	{"", " ", "\u00a0", "\u200b"},
	{"10:00", "09:40", "09:10", "08:50"},
	{"23:59", "00:10", "[09:10]", "9.40am", "8:50 PM GMT"},
	{"16 August 2025", "15 August 2025", "Saturday, 16 August", "2025-08-14"},
	{"August 2025", "2025", "3/4/2024", "Yesterday", "Today", "8月16日", "16 août 2025"},
	{"16 August 2025 10:00", "2025-08-16T09:30:00Z", "16 Aug 2025, 9.15am BST"},
	{"2 hours ago", "5m", "1d", "45'", "90+2'", "00:45", "1:02:03", "T+5"},
	{"10:00 The harbour is open again, officials said.", "09:40 - Bridge closed", "08:50: A short one", "12:05pm GMT Ferry"},
	{"Bridge is open 09:20", "The pier was closed for the night, the office said. 09:15", "Ferry update | 16 August 2025", "(08:45) Pier"},
	{"Updated 16 August 2025 10:30", "Published 15 August 2025", "Last updated: 2 hours ago", "Updated at 09:50"},
	{"Ferry leaves pier", "Bridge is open", "Trains run again", "Roads are clear", "Hafen wieder offen"},
	{"Harbour", "Monitoring", "Resolved", "Statement"},
	{
		"The storm over the harbour has passed, and all ferries to the islands run again since this morning.",
		"Trains are late. Drivers were told to wait at the bridge until the water falls, which may take hours.",
	},
	{"It is over.", "Is it over?", "so they said", "…", "“We wait,” she said.", "港は再開した。"},
	{"Anna Berg", "Ben Holm", "Carla Voss"},
	{"By Anna Berg", "@harbour", "u/pier", "Photograph: Anna Berg/Agency", "(Agency)"},
	{"Share", "Share on Facebook", "Comments 12", "Read more", "Related", "Advertisement", "Key events", "More on this story", "Tags:"},
	{"***", "---", "___"},
	{"·", "•", "|", "4.5", "10 km", "12", "#1", "1.", "2.", "3."},
	{"- ferry", "* pier", "• bridge at noon", "> quoted words"},
	{"# Storm", "## 16 August 2025", "### Bridge", "| a | b |", "|---|---|", "--- Day changed Fri Aug 15 2025"},
	{"https://example.org/a", "INFO", "ERROR: no pier", "Page 1 of 3", "10h30"},
}

// shaped makes a text of shapes: each byte is a line, its kind and which of that kind.
func shaped(data []byte) string {
	var b strings.Builder
	for _, c := range data {
		kind := shapes[int(c)%len(shapes)]
		b.WriteString(kind[int(c)/len(shapes)%len(kind)])
		b.WriteByte('\n')
	}
	return b.String()
}

// checkShape parses a text with several settings and checks what holds of every document.
func checkShape(t *testing.T, text string) {
	t.Helper()
	for _, p := range [...]Parser{{}, {Group: GroupParagraph}, {Order: feed.NewestFirst, AsOf: feed.AsOf{Date: feed.Date{Year: 2025, Month: 8, Day: 17}}}} {
		d := p.Parse(feed.Source{Text: text})
		checkEntries(t, d)
		checkText(t, d)
	}
}

// FuzzShapes checks texts that are lines of all kinds in any order.
func FuzzShapes(f *testing.F) {
	f.Add([]byte{10, 3, 1, 10, 14, 1, 10, 14, 1, 10, 14, 1, 10})
	f.Add([]byte{3, 12, 0, 12, 0, 12})
	f.Fuzz(func(t *testing.T, data []byte) { checkShape(t, shaped(data[:min(len(data), 200)])) })
}

// TestShapes checks such texts by the thousand. Most repeat a few kinds of lines, as feeds do.
func TestShapes(t *testing.T) {
	n := 6_000
	if testing.Short() {
		n = 1_000
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range n {
		text := shaped(repeating(r))
		ok := t.Run("", func(t *testing.T) { checkShape(t, text) })
		if !ok {
			t.Fatalf("the text was\n%s", text)
		}
	}
}

// repeating draws some lines, then some kinds of lines again and again in one order, as a feed repeats those of an entry, then some lines more.
func repeating(r *rand.Rand) []byte {
	line := func(kind int) byte { return byte(kind + len(shapes)*r.IntN(256/len(shapes))) }
	data := make([]byte, 0, 64)
	strays := func(most int) {
		for range r.IntN(most) {
			data = append(data, line(r.IntN(len(shapes))))
		}
	}
	kinds := make([]int, 1+r.IntN(5))
	for i := range kinds {
		kinds[i] = r.IntN(len(shapes))
	}
	gap := 1 + r.IntN(40) // one line in so many is missing
	strays(5)
	for range 2 + r.IntN(6) {
		for _, kind := range kinds {
			if r.IntN(gap+1) > 0 {
				data = append(data, line(kind))
			}
		}
		if r.IntN(10) == 0 {
			strays(3)
		}
	}
	strays(5)
	return data
}
