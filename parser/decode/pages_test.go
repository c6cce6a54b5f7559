package decode

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"newstimeline/parser"
)

var rewrite = flag.Bool("update", false, "rewrite the expected sections of testdata/pages")

// TestPages reads the cases of testdata/pages. A case is a txtar file: its comment says how the page is made, the section page is what is
// read, the section entries what must come of it, an entry a line: date, clock, zone, title | author | paragraphs | address.
// `go test ./parser/decode -run TestPages -update` writes what the parser says today into the section.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/pages/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { testPage(t, file) })
	}
}

func testPage(t *testing.T, file string) {
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Files) != 2 || a.Files[0].Name != "page" || a.Files[1].Name != "entries" {
		t.Fatal("want the sections page and entries")
	}
	got := printEntries(parsePage(t, a.Files[0].Data))
	if *rewrite {
		a.Files[1].Data = []byte(got)
		if err := os.WriteFile(file, txtar.Format(a), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(a.Files[1].Data), got); diff != "" {
		t.Errorf("entries (-want +got):\n%s", diff)
	}
}

func printEntries(d *parser.Document) string {
	var b strings.Builder
	for i := range d.Entries {
		e := &d.Entries[i]
		paragraphs := make([]string, len(e.Paragraphs))
		for k, p := range e.Paragraphs {
			paragraphs[k] = p.Of(d.Text)
		}
		fmt.Fprintf(&b, "%s %s %s %s | %s | %s | %s\n", e.Date, e.Clock, e.Zone, e.Title.Of(d.Text), e.Author.Of(d.Text), strings.Join(paragraphs, " / "), e.URL)
	}
	return b.String()
}
