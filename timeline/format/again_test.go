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

// aPage has links, pictures, lists and quotations in its entries.
const aPage = `<!DOCTYPE html><html lang="en"><head><title>Fog</title><link rel="canonical" href="https://harbour.example/live/1"></head><body>
<article><time datetime="2025-08-16T20:15:00+01:00">20:15</time><h2>Harbour closed</h2><p>The <a href="/master">harbour master</a> closed the harbour this evening. These are shut:</p>
<ul><li>the north pier, for all boats</li><li>the <a href="https://x.example/fish">fish hall</a></li></ul><p>He said:</p><blockquote><p>Nobody can see his own hand.</p><p>We wait for the wind.</p></blockquote>
<figure><img src="/img/fog.jpg" alt="The pier in fog"><figcaption>The pier this evening</figcaption></figure></article>
<article><time datetime="2025-08-16T19:40:00+01:00">19:40</time><h2>Ferry gone</h2><p>The last ferry of the day left the pier at dusk with two hundred passengers.</p>
<ol><li>Islay first</li><li>then Jura</li></ol><p><img src="https://img.example/ferry.png" alt="The ferry"></p></article></body></html>`

// TestPageAgain holds that what a page has beside its words is read back too.
func TestPageAgain(t *testing.T) {
	src, err := decode.Source("page", []byte(aPage), decode.Options{})
	if err != nil {
		t.Fatal(err)
	}
	first := timeline.New(new(parser.Parser).Parse(src))
	want := tellAttached(first)
	for _, line := range []string{"item 1 1-2", "item  2-3", "quote  4-6", "https://harbour.example/img/fog.jpg", "https://x.example/fish"} {
		if !strings.Contains(want, line) {
			t.Errorf("the page tells no %q:\n%s", line, want)
		}
	}
	for _, name := range []string{"json", "jsonl", "html"} {
		out := write(t, first, name)
		src, err := decode.Source("again", out, decode.Options{})
		if err != nil {
			t.Fatal(err)
		}
		second := timeline.New(new(parser.Parser).Parse(src))
		if diff := cmp.Diff(want, tellAttached(second)); diff != "" {
			t.Errorf("%s differs (-written +read):\n%s", name, diff)
		}
	}
}

// tellAttached returns what entries have, words and what is beside them, a line for each fact.
func tellAttached(tl *timeline.Timeline) string {
	var b strings.Builder
	for i := range tl.Entries {
		e := &tl.Entries[i]
		fmt.Fprintf(&b, "%s %s %q %q\n", e.Date, e.Clock, e.TitleText(), e.AppendText(nil))
		if e.Attached == nil {
			continue
		}
		for _, l := range e.Attached.Links {
			fmt.Fprintf(&b, "link %q %s\n", l.Of(e.Source.Text), l.URL)
		}
		for _, m := range e.Attached.Media {
			fmt.Fprintf(&b, "picture %s %q %q\n", m.URL, m.Alt, m.CaptionText(e.Source.Text))
		}
		for _, p := range e.Attached.Parts {
			kind := "item"
			if p.Quoted {
				kind = "quote"
			}
			first, last := e.ParagraphsIn(p.Span)
			fmt.Fprintf(&b, "%s %s %d-%d\n", kind, p.Number, first, last)
		}
	}
	return b.String()
}
