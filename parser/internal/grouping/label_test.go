package grouping

import (
	"encoding/json"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// Labelled feeds without stamps, and those that become so when their stamps are taken away.

// A label says where the entries of a feed are.
type label struct {
	Entries []labelEntry `json:"entries"`
	Ignore  []int        `json:"ignore"`
	Free    []int        `json:"optional_starts,omitempty"`
	Order   string       `json:"order,omitempty"`
	Options struct {
		AsOf string `json:"as_of"`
		TZ   string `json:"tz"`
	} `json:"options"`
}

// A labelEntry is an entry: its lines, from 1, and its date.
type labelEntry struct {
	First int     `json:"first_line"`
	Last  int     `json:"last_line"`
	Date  string  `json:"date"`
	Time  *string `json:"time"`
}

// readLabel reads the label of a feed and the feed.
func readLabel(t *testing.T, file string) (*label, string) {
	var l label
	raw, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(raw, &l)
	}
	content, err2 := os.ReadFile(strings.TrimSuffix(file, ".gold.json") + ".txt")
	if err != nil || err2 != nil {
		t.Fatal(file, err, err2)
	}
	return &l, string(content)
}

// A deriver takes the stamps of a labelled feed away.
type deriver struct {
	from  *label
	flow  text.Flow
	lines []string // of the new feed
	to    label
}

// derive returns the feed that is left of a labelled one when everything but days and texts is
// taken away: a header a day, and a line for each paragraph of its entries.
func derive(from *label, content string) (*label, string) {
	d := deriver{from: from, flow: text.Flow{D: text.NewDocument(feed.Source{Text: content})}}
	d.to.Options, d.to.Order = from.Options, from.Order
	d.classify()
	day := ""
	for _, e := range from.Entries {
		runs := d.flow.Paragraphs(nil, max(0, e.First-1), min(e.Last, d.flow.D.Lines.Count()), -1, feed.Span{}, false)
		lines := d.linesOf(runs)
		if e.First == 0 || len(lines) == 0 {
			continue
		}
		if date := d.dayOf(e, day); date != day {
			day = date
			d.addHeader(day)
		}
		d.addEntry(lines, day)
	}
	return &d.to, strings.Join(d.lines, "\n") + "\n"
}

// classify tells the lines that are text of entries from all others.
func (d *deriver) classify() {
	d.flow.Classes = make([]text.Class, d.flow.D.Lines.Count())
	for i := range d.flow.Classes {
		d.flow.Classes[i] = text.BlankLine
	}
	for _, e := range d.from.Entries {
		for n := max(1, e.First); n <= min(e.Last, len(d.flow.Classes)); n++ {
			if d.flow.D.Line(n-1) != "" && !slices.Contains(d.from.Ignore, n) {
				d.flow.Classes[n-1] = text.TextLine
			}
		}
	}
	d.flow.Width = text.WrapWidth(d.flow.D, d.flow.Classes)
}

// dayOf returns the day of an entry: its own, the one of the capture, or the one before.
func (d *deriver) dayOf(e labelEntry, before string) string {
	for _, day := range []string{e.Date, before, d.from.Options.AsOf, "2020-01-01"} {
		if len(day) >= len(time.DateOnly) {
			return day[:len(time.DateOnly)]
		}
	}
	return before
}

// addHeader adds the header of a day.
func (d *deriver) addHeader(day string) {
	if at, err := time.Parse(time.DateOnly, day); err == nil {
		day = at.Format("2 January 2006")
	}
	d.lines = append(d.lines, day)
}

// A derivedLine is a paragraph, and whether an entry may or may not begin with it.
type derivedLine struct {
	text string
	free bool
}

// linesOf returns the paragraphs of an entry without the stamps that open or close them.
func (d *deriver) linesOf(runs []text.Paragraph) (lines []derivedLine) {
	for i, run := range runs {
		s := strings.Join(strings.Fields(run.Of(d.flow.D.Text)), " ")
		if i == 0 || i == len(runs)-1 {
			s = withoutStamp(s)
		}
		if s != "" {
			lines = append(lines, derivedLine{s, slices.Contains(d.from.Free, int(run.First)+1)})
		}
	}
	return lines
}

// withoutStamp drops the stamp that opens or closes a line.
func withoutStamp(line string) string {
	for _, m := range stamp.Find(line) {
		switch m.Place {
		case stamp.Whole:
			return ""
		case stamp.Opens:
			return strings.TrimSpace(line[m.Rest:])
		case stamp.Closes:
			return strings.TrimSpace(line[:m.Rest])
		}
	}
	return line
}

// addEntry adds the paragraphs of an entry.
func (d *deriver) addEntry(lines []derivedLine, day string) {
	first := len(d.lines) + 1
	for _, line := range lines {
		d.lines = append(d.lines, line.text)
		if line.free {
			d.to.Free = append(d.to.Free, len(d.lines))
		}
	}
	d.to.Entries = append(d.to.Entries, labelEntry{First: first, Last: len(d.lines), Date: day})
}

// writeDerived writes what the feeds of some folders are without their stamps, to be measured as
// other labelled feeds are.
func writeDerived(t *testing.T, folder string, dirs []string) {
	for _, dir := range dirs {
		files, _ := filepath.Glob(dir + "/*.gold.json")
		for _, file := range files {
			l, content := derive(readLabel(t, file))
			raw, err := json.MarshalIndent(l, "", " ")
			if err != nil || !isWorthGrouping(l) {
				continue
			}
			base := filepath.Join(folder, filepath.Base(dir)+"_"+strings.TrimSuffix(filepath.Base(file), ".gold.json"))
			if os.WriteFile(base+".gold.json", raw, 0o666) != nil || os.WriteFile(base+".txt", []byte(content), 0o666) != nil {
				t.Fatal("cannot write ", base)
			}
		}
	}
}

// isWorthGrouping reports whether some entries of a feed begin below others of their day.
func isWorthGrouping(l *label) bool {
	n := 0
	for i := 1; i < len(l.Entries); i++ {
		if l.Entries[i].Date == l.Entries[i-1].Date {
			n++
		}
	}
	return n >= 3
}
