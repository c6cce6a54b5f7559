package parser

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"

	"newstimeline/parser/casetest"
	"newstimeline/parser/feed"
)

// stampsFile holds lines and what each means as a stamp, a tab between them; "-" is nothing. Lines that begin with # are comments.
const stampsFile = "../testdata/stamps.tsv"

// TestStamps reads single lines as documents of their own, captured on Saturday, 16 August 2025, at 20:15.
func TestStamps(t *testing.T) {
	f, err := os.Open(stampsFile)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var updated strings.Builder
	n := 0
	for s := bufio.NewScanner(f); s.Scan(); n++ {
		line, want, found := strings.Cut(s.Text(), "\t")
		if strings.HasPrefix(line, "# ") || line == "" {
			fmt.Fprintln(&updated, s.Text())
			continue
		}
		got := meaningOf(line)
		fmt.Fprintf(&updated, "%s\t%s\n", line, got)
		if !*casetest.Update && (got != want || !found) {
			t.Errorf("%s: got %s, want %s", line, got, want)
		}
	}
	if n < 1500 {
		t.Errorf("%d lines in %s", n, stampsFile)
	}
	if *casetest.Update {
		if err := os.WriteFile(stampsFile, []byte(updated.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// meaningOf says what a line means as a stamp, as far as it is told: "2025-08-16 20:15 GMT (minute)".
func meaningOf(line string) string {
	p := Parser{AsOf: feed.AsOf{Date: feed.Date{Year: 2025, Month: 8, Day: 16}, Clock: feed.Clock{Hour: 20, Minute: 15, Second: -1, Known: true}}}
	s := p.Parse(feed.Source{Text: line}).Line(1).Stamp
	if s.Precision == 0 && s.Date.IsZero() && !s.Clock.Known {
		return "-"
	}
	words := []string{"undated"}
	if !s.Date.IsZero() {
		words[0] = s.Date.String()
	}
	for _, w := range []string{s.Clock.String(), s.Zone} {
		if w != "" {
			words = append(words, w)
		}
	}
	return strings.Join(append(words, "("+s.Precision.String()+")"), " ")
}
