package decode

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"newstimeline/parser"
	"newstimeline/parser/casetest"
)

// TestRecords reads the cases of testdata/records. A case is a txtar file: the section input is what is read, the section entries what must come of
// it, as in TestPages, under a line with the format, and above what the parser remarks on.
func TestRecords(t *testing.T) {
	casetest.Run(t, "testdata/records/*.txtar", func(t *testing.T, a *txtar.Archive) casetest.Reader {
		if len(a.Files) != 2 || a.Files[0].Name != "input" || a.Files[1].Name != "entries" {
			t.Fatal("want the sections input and entries")
		}
		src, err := Source("input", a.Files[0].Data, Options{Keys: caseKeys(string(a.Comment))})
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		b.WriteString(src.Meta.Format + ": " + src.Meta.FormatReason + "\n")
		d := new(parser.Parser).Parse(src)
		b.WriteString(casetest.PrintEntries(d))
		for _, r := range d.Diagnostics {
			b.WriteString(r.Code + ": " + r.Message + "\n")
		}
		return func(section *txtar.File) (string, bool) { return b.String(), section.Name == "entries" }
	})
}

// caseKeys returns the keys that lines of a case's comment name: "text-key: note".
func caseKeys(comment string) (keys Keys) {
	for line := range strings.Lines(comment) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch name {
		case "text-key":
			keys.Text = value
		case "date-key":
			keys.Date = value
		}
	}
	return keys
}

// TestSniffLines tells documents from entries in lines of JSON, however long they are.
func TestSniffLines(t *testing.T) {
	long := strings.Repeat("word ", sniffed)
	for _, c := range []struct{ name, text, format string }{
		{"a document", `{"id":"a","text":"10:05 Gates open\nThe gates open."}` + "\n", "jsonl"},
		{"a long document", `{"text":"10:05\n` + long + `"}` + "\n" + `{"text":"10:10\nGates close."}` + "\n", "jsonl"},
		{"a document with its day", `{"date":"2025-08-16","text":"10:05 Gates open"}` + "\n", "jsonl"},
		{"an entry", `{"time":"2025-08-16T10:05:00Z","text":"Gates open"}` + "\n", "json"},
		{"a long entry", `{"time":"2025-08-16T10:05:00Z","msg":"` + long + `"}` + "\n" + `{"time":"2025-08-16T10:06:00Z","msg":"b"}` + "\n", "json"},
		{"a long object", `{"words":"` + long + `"}` + "\n", "text"},
		{"settings", `{"title":"Soup","time":40}` + "\n", "text"},
	} {
		if format, reason := sniff([]byte(c.text), Keys{}); format.String() != c.format {
			t.Errorf("%s is taken for %s (%s), want %s", c.name, format, reason, c.format)
		}
	}
}
