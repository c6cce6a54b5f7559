package parser

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/rogpeppe/go-internal/txtar"
)

// addFeeds adds the example feed and all case files to a fuzz target's corpus.
func addFeeds(f *testing.F) {
	files, _ := filepath.Glob("../testdata/feeds/*.txtar")
	for _, file := range files {
		if a, err := txtar.ParseFile(file); err == nil && len(a.Files) > 0 {
			f.Add(string(a.Files[0].Data))
		}
	}
	if b, err := os.ReadFile("../testdata/feed.txt"); err == nil {
		f.Add(string(b[:min(len(b), 6000)]))
	}
	for _, s := range []string{"", "\n", "20:15", "16 August 2025\ntext", "\xff\xfe\n20:15\n\x00", "1h ago\n", "v1.0.0-\xe2\x80"} {
		f.Add(s)
	}
}

// FuzzTiles checks that every line has a role, that the text of entries is all of the text that is no stamp, lead or noise, in order, and
// that nothing of an entry stands outside its lines.
func FuzzTiles(f *testing.F) {
	addFeeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		d := new(Parser).Parse(feed.Source{Text: text})
		if len(d.Roles) != d.NumLines() {
			t.Fatalf("%d roles for %d lines", len(d.Roles), d.NumLines())
		}
		checkEntries(t, d)
		checkText(t, d)
	})
}

// checkEntries checks that entries follow each other and hold their own text.
func checkEntries(t *testing.T, d *feed.Document) {
	t.Helper()
	end := 0
	for i := range d.Entries {
		e := &d.Entries[i]
		if e.Line < 1 || e.EndLine < e.Line || int(e.EndLine) > d.NumLines() {
			t.Fatalf("entry %d has lines %d to %d of %d", i, e.Line, e.EndLine, d.NumLines())
		}
		if e.Title.IsZero() && len(e.Paragraphs) == 0 {
			t.Fatalf("entry %d is empty", i)
		}
		from, to := int(d.Lines[e.Line-1].At), int(d.Lines[e.EndLine].At)
		spans := append([]feed.Span{e.Title}, e.Paragraphs...)
		slices.SortFunc(spans, func(a, b feed.Span) int { return a.Start - b.Start }) // a rubric is above the title
		for _, s := range spans {
			if s.IsZero() {
				continue
			}
			if s.Start < end || s.End < s.Start || s.Start < from || s.End > to {
				t.Fatalf("entry %d, lines %d to %d: %v stands outside %d..%d or before %d", i, e.Line, e.EndLine, s, from, to, end)
			}
			end = s.End
		}
		if e.Date != (feed.Date{}) && !e.Date.Valid() {
			t.Fatalf("entry %d has the date %v", i, e.Date)
		}
	}
}

// checkText checks that lines with the roles of text are in an entry and that lines of an entry have such a role or are stamps.
func checkText(t *testing.T, d *feed.Document) {
	t.Helper()
	in := make([]bool, d.NumLines())
	for i := range d.Entries {
		e := &d.Entries[i]
		for _, s := range append([]feed.Span{e.Title}, e.Paragraphs...) {
			for n := int(e.Line) - 1; n < int(e.EndLine); n++ {
				if line := d.Lines.Span(d.Text, n); !s.IsZero() && line.Start < s.End && s.Start < line.End {
					in[n] = true
				}
			}
		}
	}
	for n, role := range d.Roles {
		line := d.Lines.Span(d.Text, n).Of(d.Text)
		switch role {
		case feed.TitleLine, feed.Start, feed.Continuation:
			if !in[n] && hasText(line) {
				t.Fatalf("line %d, a %s, is in no entry: %q", n+1, role, line)
			}
		case feed.Lead, feed.Noise, feed.Blank, feed.Separator, feed.Index, feed.PageStamp, feed.NoticeLine, feed.DateHeader:
			if in[n] {
				t.Fatalf("line %d, a %s, is in an entry: %q", n+1, role, line)
			}
		}
	}
}

func hasText(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

// FuzzLineEndings checks that CRLF in place of LF changes nothing.
func FuzzLineEndings(f *testing.F) {
	addFeeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ReplaceAll(text, "\r", "")
		crlf := strings.ReplaceAll(text, "\n", "\r\n")
		a, b := new(Parser).Parse(feed.Source{Text: text}), new(Parser).Parse(feed.Source{Text: crlf})
		if x, y := printEntries(a), printEntries(b); strings.ReplaceAll(y, "\r", "") != x {
			t.Fatalf("LF:\n%s\nCRLF:\n%s", x, y)
		}
		if x, y := printRoles(a), printRoles(b); x != y {
			t.Fatalf("LF:\n%s\nCRLF:\n%s", x, y)
		}
	})
}

// FuzzLine checks that single lines are read without panic, and that a stamp's words lie in its line.
func FuzzLine(f *testing.F) {
	for _, s := range []string{"16 August 2025", "Le 23/06 à 04:30", "【17:40】text", "2/24/2022 2:46:46 PM", "headline19:11", "21 mins ago11:48 Name", "令和7年8月16日", "۲۵ مرداد ۱۴۰۴", "## [0.6.0] - 2025-03-03"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) {
		if line = strings.TrimSpace(line); line == "" {
			t.Skip() // blank lines are not scanned
		}
		for _, m := range stamp.Find(line) {
			if m.Start < 0 || m.End <= m.Start || int(m.End) > len(line) || m.Rest < 0 || int(m.Rest) > len(line) {
				t.Fatalf("%q: candidate from %d to %d, rest %d", line, m.Start, m.End, m.Rest)
			}
			if f := &m.Fields; f.Hour > 23 || f.Minute > 59 || f.Second > 59 || f.Month > 12 || f.Day > 31 {
				t.Fatalf("%q: %+v", line, m.Fields)
			}
		}
	})
}
