package format

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"newstimeline/parser"
	"newstimeline/parser/decode"
	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// again are the notations that are read back: with which options of write, and whether they tell all that JSON does of an entry, or only when and what.
var again = map[string]bool{
	"json": true, "jsonl": true, "csv columns=all": true, "tsv columns=all": true, "atom": true, "jsonfeed": true,
	"csv": false, "tsv": false,
}

// TestAgain holds that what is written can be read back: the feeds of all cases, in each notation, give the same entries again.
func TestAgain(t *testing.T) {
	feeds, err := filepath.Glob("../../testdata/feeds/*.txtar")
	if err != nil || len(feeds) == 0 {
		t.Fatal(feeds, err)
	}
	own, err := filepath.Glob("testdata/again/*.txtar")
	if err != nil || len(own) == 0 {
		t.Fatal(own, err)
	}
	for _, asOf := range []feed.AsOf{{}, {Date: feed.Date{Year: 2025, Month: 8, Day: 16}}} {
		p := &parser.Parser{AsOf: asOf}
		for _, file := range append(own, feeds...) {
			for name, all := range again {
				t.Run(fmt.Sprintf("%s/%s/%s", name, filepath.Base(file), asOf), func(t *testing.T) { readAgain(t, p, file, name, all) })
			}
		}
	}
}

// readAgain writes the feeds of a case in a notation and reads that.
func readAgain(t *testing.T, p *parser.Parser, file, name string, all bool) {
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var docs []*feed.Document
	for _, section := range a.Files {
		if section.Name == "feed" || strings.HasPrefix(section.Name, "in ") {
			docs = append(docs, p.Parse(feed.Source{Name: section.Name, Text: reveal(string(section.Data))}))
		}
	}
	first := timeline.New(docs...)
	out := write(t, first, name)
	text := string(out)
	src, err := decode.Source("again", out, decode.Options{})
	if err != nil {
		t.Fatal(err)
	}
	second := timeline.New(new(parser.Parser).Parse(src))
	want, got := tell(first, all), tell(second, all)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("read as %s (%s); entries differ (-written +read):\n%s\n%s", src.Format, src.FormatReason, diff, text)
	}
}

// tell returns what is told of each entry, a line for each fact.
func tell(tl *timeline.Timeline, all bool) string {
	var b strings.Builder
	for i := range tl.Entries {
		e := &tl.Entries[i]
		fmt.Fprintf(&b, "%s %s %s %s\n", e.Date, e.Clock, e.Zone, e.Yearless)
		fmt.Fprintf(&b, "title %q\ntext %q\n", e.TitleText(), e.AppendText(nil))
		if all {
			at, known := e.Instant()
			fmt.Fprintf(&b, "%s %q %v %d%% %s %v %s\n", e.Precision, e.As, e.Inferred, e.Confidence, at, known, e.ID)
			fmt.Fprintf(&b, "author %q %s\n", e.AuthorText(), e.URL)
		}
	}
	return b.String()
}
