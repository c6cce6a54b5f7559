package stamp_test

import (
	"os"
	"strings"
	"testing"

	"newstimeline/parser/internal/stamp"
)

// rewritings change nothing of what a timestamp says.
var rewritings = []struct {
	name    string
	rewrite func(string) string
	except  string // what a line has that reads otherwise, if any
}{
	{"double blanks", func(s string) string { return strings.ReplaceAll(s, " ", "  ") }, ""},
	{"tabs", func(s string) string { return strings.ReplaceAll(s, " ", "\t") }, ""},
	{"no-break spaces", func(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") }, ""},
	{"narrow no-break spaces", func(s string) string { return strings.ReplaceAll(s, " ", "\u202f") }, ""},
	{"brackets", func(s string) string { return "[" + s + "]" }, ""},
	{"round brackets", func(s string) string { return "(" + s + ")" }, ""},
	{"bold marks", func(s string) string { return "**" + s + "**" }, ""},
	{"heading", func(s string) string { return "### " + s }, ""},
	{"full-width digits", func(s string) string { return withDigits(s, '０') }, "v1"},
	{"Arabic digits", func(s string) string { return withDigits(s, '٠') }, "v1"},
	{"upper case", strings.ToUpper, "Europe/"}, // names of zones are spelt as in their database
}

// withDigits writes the digits of a text in another script.
func withDigits(s string, zero rune) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return zero + r - '0'
		}
		return r
	}, s)
}

// TestRewritings holds that a timestamp that is all of its line reads the same however it is
// spaced, marked up or spelt.
func TestRewritings(t *testing.T) {
	table, err := os.ReadFile("../../../testdata/stamps.tsv")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(table)) {
		line, meaning, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		if !ok || strings.HasPrefix(line, "# ") || meaning == "-" || strings.Contains(line, "…") || strings.Contains(line, "UhrL") { // glued words are told by their case
			continue
		}
		want, whole := fieldsOf(line)
		if !whole {
			continue
		}
		n++
		for _, r := range rewritings {
			if r.except != "" && (strings.Contains(line, r.except) || strings.HasPrefix(line, "v1")) {
				continue
			}
			if got, whole := fieldsOf(r.rewrite(line)); !whole || got != want {
				t.Errorf("%s: %q is no more %q", r.name, r.rewrite(line), line)
			}
		}
	}
	if n < 1000 {
		t.Errorf("%d timestamps that are whole lines", n)
	}
}

// fieldsOf returns what a line tells as a timestamp, without where its words are, and whether it is
// all of the line.
func fieldsOf(line string) (stamp.Fields, bool) {
	marks := stamp.Find(line)
	if len(marks) != 1 || marks[0].Place != stamp.Whole {
		return stamp.Fields{}, false
	}
	f := marks[0].Fields
	f.ZoneStart, f.ZoneEnd, f.TitleStart, f.TitleEnd, f.SpanAt = 0, 0, 0, 0, 0
	f.AuthorStart, f.AuthorEnd = 0, 0
	return f, true
}
