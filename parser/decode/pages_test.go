package decode

import (
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"newstimeline/parser/casetest"
)

// TestPages reads the cases of testdata/pages. A case is a txtar file: its comment says how the page is made, the section page is what is
// read, the section entries what must come of it, an entry a line: date, clock, zone, title | author | paragraphs | address.
// `go test ./parser/decode -run TestPages -update` writes what the parser says today into the section.
func TestPages(t *testing.T) {
	casetest.Run(t, "testdata/pages/*.txtar", func(t *testing.T, a *txtar.Archive) casetest.Reader {
		if len(a.Files) != 2 || a.Files[0].Name != "page" || a.Files[1].Name != "entries" {
			t.Fatal("want the sections page and entries")
		}
		return func(section *txtar.File) (string, bool) {
			if section.Name == "page" {
				return "", false
			}
			return casetest.PrintEntries(parsePage(t, a.Files[0].Data)), true
		}
	})
}
