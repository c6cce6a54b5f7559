package decode

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"newstimeline/parser"
	"newstimeline/parser/casetest"
)

// TestRecords reads the cases of testdata/records. A case is a txtar file: the section input is what is read, the section entries what must come of
// it, as in TestPages, under a line with the format, and above the remarks.
func TestRecords(t *testing.T) {
	casetest.Run(t, "testdata/records/*.txtar", func(t *testing.T, a *txtar.Archive) casetest.Reader {
		if len(a.Files) != 2 || a.Files[0].Name != "input" || a.Files[1].Name != "entries" {
			t.Fatal("want the sections input and entries")
		}
		src, err := Source("input", a.Files[0].Data, Options{})
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		b.WriteString(src.Meta.Format + ": " + src.Meta.FormatReason + "\n")
		b.WriteString(printEntries(new(parser.Parser).Parse(src)))
		for _, r := range src.Remarks {
			b.WriteString(r.Code + ": " + r.Message + "\n")
		}
		return func(section *txtar.File) (string, bool) { return b.String(), section.Name == "entries" }
	})
}
