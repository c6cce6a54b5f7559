package text

import (
	"fmt"
	"math/rand/v2"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/sample"
	"strings"
	"testing"
)

// wrapped returns a text as lines of at most so many characters.
func wrapped(text string, width int) (lines []string) {
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && Size(line)+1+Size(word) > width {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	return append(lines, line)
}

// flowOf returns the flow of lines that are all text, but for blank ones.
func flowOf(lines []string) Flow {
	f := Flow{D: NewDocument(feed.Source{Text: strings.Join(lines, "\n")}), Classes: make([]Class, len(lines))}
	for i, line := range lines {
		if line != "" {
			f.Classes[i] = TextLine
		}
	}
	f.Width = WrapWidth(f.D, f.Classes)
	return f
}

// TestWrapped wraps prose of several languages at several widths and holds that its paragraphs are found again.
func TestWrapped(t *testing.T) {
	for _, name := range []string{"en", "de", "fr", "es", "it", "pt", "ru", "pl"} {
		for _, width := range []int{32, 50, 66, 72, 80, 100, 118} {
			t.Run(fmt.Sprint(name, "-", width), func(t *testing.T) {
				const paragraphs = 24
				f := flowOf(wrappedProse(name, width, paragraphs))
				runs := f.Paragraphs(nil, 0, len(f.Classes), -1, feed.Span{}, false)
				if len(runs) != paragraphs {
					t.Errorf("%d paragraphs at width %d, want %d at %d", len(runs), f.Width, paragraphs, width)
				}
			})
		}
	}
}

// wrappedProse returns the lines of some paragraphs, a blank line apart.
func wrappedProse(language string, width, paragraphs int) (lines []string) {
	r := rand.New(rand.NewPCG(1, 2))
	for i := range sample.Tongues {
		tongue := &sample.Tongues[i]
		if tongue.Name != language {
			continue
		}
		for range paragraphs {
			text := ""
			for range 3 + r.IntN(4) {
				text += " " + tongue.Sentence(r)
			}
			lines = append(append(lines, wrapped(text, width)...), "")
		}
	}
	return lines
}

// TestNotWrapped holds that lists, logs and paragraphs of one line are not taken for wrapped text.
func TestNotWrapped(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	english := &sample.Tongues[0]
	broad := wrappedProse("en", 132, 24)
	kinds := map[string]func(i int) string{
		"headlines": func(int) string { return english.Headline(r) },
		"sentences": func(int) string { return english.Sentence(r) },
		"log": func(i int) string {
			return fmt.Sprintf("worker-%04d finished job %08d after %06d ms on node %02d", i, i*7919, i*131, i%10)
		},
		"messages": func(int) string { return "anna: " + strings.ToLower(english.Headline(r)) },
		"broad":    func(int) string { return broad[r.IntN(len(broad))] },
		"long":     func(int) string { return english.Sentence(r) + " " + english.Sentence(r) + " " + english.Sentence(r) },
	}
	for name, line := range kinds {
		var lines []string
		for i := range 60 {
			lines = append(lines, line(i))
		}
		if f := flowOf(lines); f.Width != 0 {
			t.Errorf("%s: taken for text that was wrapped at %d", name, f.Width)
		}
	}
}
