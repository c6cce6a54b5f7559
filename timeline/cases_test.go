package timeline

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"newstimeline/parser"
	"newstimeline/parser/casetest"
	"newstimeline/parser/feed"
)

// TestCases runs testdata/*.txtar: feeds and what becomes of them. The comment of a file says what it is about; a section "in NAME" is a
// feed, any other one is named after what is expected: timeline, dedupe, diff, stats.
func TestCases(t *testing.T) {
	casetest.Run(t, "testdata/*.txtar", func(t *testing.T, _ *txtar.Archive) casetest.Reader {
		var docs []*feed.Document
		return func(section *txtar.File) (string, bool) {
			if name, text := strings.CutPrefix(section.Name, "in "); text {
				docs = append(docs, new(parser.Parser).Parse(feed.Source{Name: name, Text: string(section.Data)}))
				return "", false
			}
			view, known := views[section.Name]
			if !known {
				t.Fatalf("unknown section %q", section.Name)
			}
			return view(docs), true
		}
	})
}

// views are what a case can look at.
var views = map[string]func(docs []*feed.Document) string{
	"timeline": func(docs []*feed.Document) string { return viewEntries(New(docs...)) },
	"dedupe": func(docs []*feed.Document) string {
		t := New(docs...)
		repeats := t.Repeats()
		done := t.Dedupe()
		var b strings.Builder
		fmt.Fprintf(&b, "%d repeats; %d copies, %d edits, %d links\n", repeats, done.Copies, done.Edits, done.Links)
		for _, feed := range done.Feeds {
			b.WriteString("one feed:")
			for _, s := range feed {
				b.WriteString(" " + s.Name)
			}
			b.WriteByte('\n')
		}
		return b.String() + viewEntries(t)
	},
	"diff":  func(docs []*feed.Document) string { return viewChanges(Diff(New(docs[0]), New(docs[1]))) },
	"stats": func(docs []*feed.Document) string { return viewStats(New(docs...).Stats(nil, ByAny)) },
}

func viewEntries(t *Timeline) string {
	var b strings.Builder
	for i := range t.Entries {
		e := &t.Entries[i]
		b.WriteString(viewEntry(e) + "\n")
		for _, r := range e.Revisions() {
			fmt.Fprintf(&b, "    was %d%% %s\n", r.Likeness, viewEntry(r.Entry))
		}
		for _, r := range e.Related() {
			kind := "see"
			if r.Folded {
				kind = "copy"
			}
			fmt.Fprintf(&b, "    %s %d%% %s\n", kind, r.Likeness, viewEntry(r.Entry))
		}
	}
	return b.String()
}

// viewEntry returns an entry in a line: when, where, what.
func viewEntry(e *Entry) string {
	when := "undated"
	if !e.Date.IsZero() {
		when = e.Date.String()
	}
	for _, s := range []string{e.Clock.String(), e.Zone} {
		if s != "" {
			when += " " + s
		}
	}
	return fmt.Sprintf("%s %s:%d %s", when, e.Source.Name, e.Line, strings.ReplaceAll(string(e.appendWording(nil)), "\n\n", " / "))
}

func viewChanges(c *Changes) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d same, %d added, %d edited, %d removed, %d dropped\n", c.Same, c.Count(Added), c.Count(Edited), c.Count(Removed), c.Count(Dropped))
	for _, change := range c.List {
		b.WriteString(change.Kind.String())
		if change.Kind == Edited {
			fmt.Fprintf(&b, " %d%%", change.Likeness)
		}
		b.WriteByte('\n')
		if change.Old != nil {
			b.WriteString("  - " + viewEntry(change.Old) + "\n")
		}
		if change.New != nil {
			b.WriteString("  + " + viewEntry(change.New) + "\n")
		}
	}
	return b.String()
}

func viewStats(s *Stats) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d entries, %d timed, %d undated, from %s to %s\n", s.Entries, s.Timed, s.Undated, s.First, s.Last)
	for _, d := range s.Days {
		fmt.Fprintf(&b, "%s %d\n", d.Date, d.Entries)
	}
	for _, bar := range s.Bars {
		fmt.Fprintf(&b, "%s %s %02d |%s\n", s.Unit, bar.From, bar.Hour, strings.Repeat("#", bar.Entries))
	}
	for _, g := range s.Gaps {
		fmt.Fprintf(&b, "gap %s: %d-%d\n", g.Length.Round(time.Minute), g.From.Seq, g.To.Seq)
	}
	for _, g := range s.Busiest {
		fmt.Fprintf(&b, "busy %d in %s: %d-%d\n", g.Entries, g.Length.Round(time.Minute), g.From.Seq, g.To.Seq)
	}
	for _, c := range s.Sources {
		fmt.Fprintf(&b, "%s: %d entries, %d undated, %s to %s\n", c.Name, c.Entries, c.Undated, c.First, c.Last)
	}
	return b.String()
}
