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

// How much of an entry a notation tells, so that it can be read back.
type telling int

const (
	allOfIt telling = iota // all that JSON tells
	itsText                // when it was, and its words
	cleaned                // when it was, and its words as Clean leaves them
	joined                 // when it was, and its letters: where its words were wrapped, a blank may be lost
)

// again are the notations that are read back, with options of write.
var again = map[string]telling{
	"json": allOfIt, "jsonl": allOfIt, "csv columns=all": allOfIt, "tsv columns=all": allOfIt, "atom": allOfIt, "jsonfeed": allOfIt,
	"csv": itsText, "tsv": itsText, "markdown": cleaned, "list": cleaned,
	"table 80": joined, "table 50": joined,
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
			for name, how := range again {
				t.Run(fmt.Sprintf("%s/%s/%s", name, filepath.Base(file), asOf), func(t *testing.T) { readAgain(t, p, file, name, how) })
			}
		}
	}
}

// readAgain writes the feeds of a case in a notation and reads that.
func readAgain(t *testing.T, p *parser.Parser, file, name string, how telling) {
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
	want, got := tell(first, how), tell(second, how)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("read as %s (%s); entries differ (-written +read):\n%s\n%s", src.Format, src.FormatReason, diff, text)
	}
}

// tell returns what is told of each entry, a line for each fact.
func tell(tl *timeline.Timeline, how telling) string {
	var b strings.Builder
	for i := range tl.Entries {
		e := &tl.Entries[i]
		title, text := e.TitleText(), string(e.AppendText(nil))
		if how == joined {
			author := ""
			if haveAuthors(tl) {
				author = e.AuthorText()
			}
			title, text = "", strings.Join(strings.Fields(cleanText(author)+cleanText(title)+cleanText(text)), "")
		}
		if how == cleaned && haveAuthors(tl) {
			fmt.Fprintf(&b, "author %q\n", Clean(e.AuthorText()))
		}
		if how == cleaned {
			title, text = strings.TrimSpace(Clean(title)), cleanText(text)
			if text == "" {
				title, text = "", title // a list does not say which of the two a single line is
			}
		}
		zone := e.Zone
		if how == joined {
			zone = place(zone) // all that a table has room for
		}
		fmt.Fprintf(&b, "%s %s %s %s\n", e.Date, e.Clock, zone, e.Yearless)
		fmt.Fprintf(&b, "title %q\ntext %q\n", title, text)
		if how == allOfIt {
			at, known := e.Instant()
			fmt.Fprintf(&b, "%s %q %v %d%% %s %v %s\n", e.Precision, e.As, e.Inferred, e.Confidence, at, known, e.ID)
			fmt.Fprintf(&b, "author %q %s\n", e.AuthorText(), e.URL)
		}
	}
	return b.String()
}

// cleanText returns a text as notations for people show its paragraphs.
func cleanText(text string) string {
	var all []string
	for _, p := range strings.Split(text, "\n\n") {
		if p = strings.TrimSpace(Clean(p)); p != "" {
			all = append(all, p)
		}
	}
	return strings.Join(all, "\n\n")
}
