package parser

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"newstimeline/parser/casetest"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/layout"
	"newstimeline/parser/internal/stamp"
)

// TestFeeds reads the cases of testdata/feeds. A case is one txtar file: its comment says what it shows and, in a line that begins with
// "options:", how the Parser is set; the section feed is the text; every other section is named after what is expected of it:
//
//	layout       what dates the entries, where the stamps stand, the order
//	entries      an entry a line: lines, date, clock, zone, what was inferred, title | paragraphs
//	roles        the role of every line, beside the first words of the line
//	readings     the best readings of the document: entries, what its timestamps are
//	diagnostics  a diagnostic a line
//
// A case names only what it is about. `go test ./parser -run TestFeeds -update` writes what the parser says today into the sections.
func TestFeeds(t *testing.T) {
	casetest.Run(t, "../testdata/feeds/*.txtar", func(t *testing.T, a *txtar.Archive) casetest.Reader {
		p, err := parserOf(string(a.Comment))
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Files) < 2 || a.Files[0].Name != "feed" {
			t.Fatal("want a section feed and one to expect")
		}
		d := p.Parse(feed.Source{Name: "feed", Text: string(a.Files[0].Data)})
		return func(section *txtar.File) (string, bool) {
			if section == &a.Files[0] {
				return "", false
			}
			print, known := prints[section.Name]
			if !known {
				t.Fatalf("unknown section %q", section.Name)
			}
			return print(d), true
		}
	})
}

// TestEveryReading lays every case out by each of its readings, not only by the best.
func TestEveryReading(t *testing.T) {
	files, _ := filepath.Glob("../testdata/feeds/*.txtar")
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		p := &Parser{}
		d, marks := stamp.Scan(feed.Source{Text: string(a.Files[0].Data)})
		for _, m := range layout.Measure(d, stamp.Settle(d, marks), layout.Options{}) {
			g := p.group(m.Layout)
			for _, e := range p.build(m.Layout, &g).Entries {
				if e.Line < 1 || e.EndLine < e.Line {
					t.Errorf("%s: an entry has lines %d to %d: %s", file, e.Line, e.EndLine, m.About)
				}
			}
		}
	}
}

// parserOf reads the options line of a case's comment.
func parserOf(comment string) (*Parser, error) {
	p := &Parser{}
	for _, line := range strings.Split(comment, "\n") {
		options, ok := strings.CutPrefix(line, "options: ")
		if !ok {
			continue
		}
		for _, option := range strings.Fields(options) {
			name, value, _ := strings.Cut(option, "=")
			if err := p.set(name, value); err != nil {
				return nil, err
			}
		}
	}
	return p, nil
}

func (p *Parser) set(name, value string) error {
	switch name {
	case "as-of":
		m, err := p.ReadMoment(strings.Replace(value, "T", " ", 1), feed.Date{})
		p.AsOf = m.AsOf()
		return err
	case "tz":
		zone, err := time.LoadLocation(value)
		p.Zone = zone
		return err
	case "day-first":
		p.DayFirst = map[string]feed.Tri{"yes": feed.Yes, "no": feed.No}[value]
		return nil
	case "order":
		p.Order = map[string]feed.Order{"newest-first": feed.NewestFirst, "oldest-first": feed.OldestFirst}[value]
		return nil
	case "group":
		p.Group = map[string]Grouping{"paragraph": GroupParagraph, "blank": GroupBlank, "stamp": GroupStamp}[value]
		return nil
	case "group-bias":
		bias, err := strconv.Atoi(value)
		p.GroupBias = bias
		return err
	case "reading":
		n, err := strconv.Atoi(value)
		p.Reading = n
		return err
	case "min-confidence":
		least, err := strconv.Atoi(value)
		p.MinConfidence = least
		return err
	}
	return fmt.Errorf("unknown option %q", name)
}

// prints are the plain prints of a document that cases expect.
var prints = map[string]func(*feed.Document) string{
	"layout":      printLayout,
	"readings":    printReadings,
	"entries":     printEntries,
	"roles":       printRoles,
	"confidence":  printConfidence,
	"instants":    printInstants,
	"diagnostics": printDiagnostics,
}

func printLayout(d *feed.Document) string {
	order := d.Order.String()
	if order == "" {
		order = "order unknown"
	}
	s := fmt.Sprintf("%s, %s, %s\n", d.Layout.Kind, d.Layout.Place, order)
	if d.Ended {
		s += "ended\n"
	}
	return s
}

func printEntries(d *feed.Document) string {
	var b strings.Builder
	for i := range d.Entries {
		e := &d.Entries[i]
		date := e.Date.String()
		if e.Date.IsZero() {
			date = "undated"
		}
		fmt.Fprintf(&b, "%d-%d %s", e.Line, e.EndLine, date)
		for _, s := range []string{e.Clock.String(), e.Zone} {
			if s != "" {
				b.WriteString(" " + s)
			}
		}
		if e.Precision > feed.ToDay {
			b.WriteString(" (" + e.Precision.String() + ")")
		}
		if !e.Title.IsZero() {
			fmt.Fprintf(&b, " # %s", e.Title.Of(d.Text))
		}
		if !e.Author.IsZero() {
			fmt.Fprintf(&b, " @ %s", e.Author.Of(d.Text))
		}
		text := string(e.AppendText(nil, d.Text))
		if text != "" {
			fmt.Fprintf(&b, " | %s", strings.ReplaceAll(text, "\n\n", " | "))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func printRoles(d *feed.Document) string {
	var b strings.Builder
	for n := 1; n <= d.NumLines(); n++ {
		l := d.Line(n)
		text := l.Text
		if r := []rune(text); len(r) > 30 {
			text = string(r[:30]) + "…"
		}
		b.WriteString(strings.TrimRight(fmt.Sprintf("%-12s %s", l.Role, text), " ") + "\n")
	}
	return b.String()
}

// printInstants prints the moment of each entry in UTC.
func printInstants(d *feed.Document) string {
	var b strings.Builder
	for i := range d.Entries {
		if t, known := d.Entries[i].Instant(); known {
			fmt.Fprintf(&b, "%d %s\n", d.Entries[i].Line, t.Format(time.RFC3339))
		}
	}
	return b.String()
}

// printConfidence prints how sure each entry's beginning is, in percent.
func printConfidence(d *feed.Document) string {
	var b strings.Builder
	for i := range d.Entries {
		e := &d.Entries[i]
		fmt.Fprintf(&b, "%d %d%%\n", e.Line, e.Confidence)
	}
	return b.String()
}

func printDiagnostics(d *feed.Document) string {
	var b strings.Builder
	for _, g := range d.Diagnostics {
		fmt.Fprintf(&b, "%d %s %s: %s\n", g.Line, g.Severity, g.Code, g.Message)
	}
	return b.String()
}

func printReadings(d *feed.Document) string {
	var b strings.Builder
	for i, r := range d.Layout.Readings {
		taken := " "
		if d.Layout.Reading == i+1 {
			taken = "*"
		}
		fmt.Fprintf(&b, "%s %d entries %d-%d: %s\n", taken, r.Entries, r.Line, r.EndLine, r.About)
	}
	return b.String()
}
