package format

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"newstimeline/parser"
	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// inputs are the extensions that both feeds and our files have.
var inputs = []string{"txt", "json", "jsonl", "csv", "tsv", "md", "html", "atom"}

// TestIsOwn holds that what we write is known as ours, and that feeds are not.
func TestIsOwn(t *testing.T) {
	tl := timeline.New(new(parser.Parser).Parse(feed.Source{Name: "a.txt", Text: "16 August 2025\n10:00\nThe ferry has left.\n09:00\nThe bridge is closed, police said.\n"}))
	check := func(name string, write func(out *bytes.Buffer) error) {
		t.Helper()
		var out bytes.Buffer
		if err := write(&out); err != nil {
			t.Fatal(err)
		}
		if head := out.Bytes()[:min(out.Len(), 4096)]; !IsOwn(head) {
			t.Errorf("%s is not known: %.300s", name, head)
		}
	}
	for _, extension := range inputs {
		if f, ok := ByExtension("x." + extension); ok {
			check(extension, func(out *bytes.Buffer) error { return f.Write(out, tl, Options{}) })
			check(extension+" in German", func(out *bytes.Buffer) error { return f.Write(out, tl, Options{Language: "de"}) })
			if slices.Contains(f.Flags, "bom") {
				o := Options{BOM: true, Delimiter: ';', Columns: []string{"date", "clock", "text"}}
				check(extension+" with options", func(out *bytes.Buffer) error { return f.Write(out, tl, o) })
			}
		}
	}
	for _, r := range ExplainReports {
		check("explain as "+r.Name, func(out *bytes.Buffer) error { return r.Write(out, tl, Options{}) })
	}
	for _, r := range StatsReports {
		if r.Name != "svg" { // no feed is a picture
			check("stats as "+r.Name, func(out *bytes.Buffer) error { return r.Write(out, tl.Stats(nil, timeline.ByAny), Options{}) })
		}
	}
	changes := timeline.Diff(tl, timeline.New(new(parser.Parser).Parse(feed.Source{Name: "b.txt", Text: "16 August 2025\n10:00\nAll is quiet.\n"})))
	for _, r := range ChangeReports {
		check("diff as "+r.Name, func(out *bytes.Buffer) error { return r.Write(out, changes, Options{}) })
	}
	files, err := filepath.Glob("../../testdata/feeds/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if IsOwn(a.Files[0].Data) {
			t.Errorf("%s is taken for ours", file)
		}
	}
	for _, text := range []string{"", "date\n", "name,date\n", "# Notes\n\n## Monday\n", "{\"text\":\"a\"}\n", "--- Day changed Fri Aug 15 2025\n"} {
		if IsOwn([]byte(text)) {
			t.Errorf("%q is taken for ours", text)
		}
	}
	if b, err := os.ReadFile("../../testdata/feed.txt"); err != nil || IsOwn(b[:4096]) {
		t.Errorf("the example feed is taken for ours, or is not there: %v", err)
	}
}
