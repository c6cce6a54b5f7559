package parser

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"newstimeline/parser/feed"
	"newstimeline/parser/internal/layout"
	"newstimeline/parser/internal/stamp"
)

// Labelled feeds as the fit of the readings' weights sees them.

// A goldFeed says where the entries of a labelled feed are.
type goldFeed struct {
	Entries []struct {
		First int     `json:"first_line"`
		Last  int     `json:"last_line"`
		Date  *string `json:"date"`
		Time  *string `json:"time"`
	}
	Ignore  []int
	Free    []int `json:"optional_starts"`
	Options struct {
		AsOf string `json:"as_of"`
		TZ   string `json:"tz"`
	}
}

// A fitCase is a labelled feed with its readings.
type fitCase struct {
	name, outlet, folder string
	rows                 []fitRow
	weight               float64
	own                  bool // of our own making: it tells the choice, not how sure one is
}

// A fitRow is one reading of a case.
type fitRow struct {
	values []float64 // of the features
	score  float64   // 0.8 of entry F1 and 0.2 of start F1
	signs  float64   // what the signs of markup add
	about  string    // what it takes for the timestamps
	keys   []string  // what tells its entries apart
	cues   []bool    // by entry: cues told where it begins
	right  []bool    // by entry: it begins where one does, with the right date and clock
}

func readCase(t *testing.T, file string) (*goldFeed, string) {
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var l goldFeed
	if err := json.Unmarshal(raw, &l); err != nil {
		t.Fatal(file, err)
	}
	text, err := os.ReadFile(strings.TrimSuffix(file, ".gold.json") + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	return &l, string(text)
}

// scoreEntries is score.py's entry F1 and start F1.
func scoreEntries(l *goldFeed, d *feed.Document) (start, entry float64, rights []bool) {
	blank := func(n int) bool { return n < 1 || n > d.NumLines() || d.Line(n).Text == "" }
	ignore, free := map[int]bool{}, map[int]bool{}
	for _, n := range l.Ignore {
		ignore[n] = true
	}
	for _, n := range l.Free {
		free[n] = true
	}
	span := func(a, b int) (lines []int) {
		for n := a; n <= b; n++ {
			if !ignore[n] && !blank(n) {
				lines = append(lines, n)
			}
		}
		return lines
	}
	type g struct {
		lines      []int
		date, time string
	}
	gold := map[int]g{}
	ngold := 0
	for _, e := range l.Entries {
		if e.First == 0 {
			continue
		}
		if s := span(e.First, e.Last); len(s) > 0 {
			ngold++
			x := g{lines: s}
			if e.Date != nil {
				x.date = *e.Date
			}
			if e.Time != nil {
				x.time = (*e.Time)[:5]
			}
			gold[s[0]] = x
		}
	}
	pred := map[int]bool{}
	npred, starts, right := 0, 0, 0
	for i := range d.Entries {
		e := &d.Entries[i]
		rights = append(rights, false)
		s := span(int(e.Line), int(max(e.Line, e.EndLine)))
		if len(s) == 0 || pred[s[0]] {
			continue
		}
		pred[s[0]] = true
		x, ok := gold[s[0]]
		if !ok {
			if !free[s[0]] {
				npred++
			}
			continue
		}
		npred++
		starts++
		rights[i] = !(x.date != "" && (e.Date.IsZero() || e.Date.String() != x.date)) && !(x.time != "" && (!e.Clock.Known || e.Clock.String()[:5] != x.time))
		same := slices.Equal(x.lines, s)
		if !same && len(free) > 0 {
			same = sameButFree(x.lines, s, free)
		}
		if x.date != "" && (e.Date.IsZero() || e.Date.String() != x.date) {
			same = false
		}
		if x.time != "" && (!e.Clock.Known || e.Clock.String()[:5] != x.time) {
			same = false
		}
		if same {
			right++
		}
	}
	if ngold+npred == 0 {
		return 0, 0, make([]bool, len(d.Entries))
	}
	return 2 * float64(starts) / float64(ngold+npred), 2 * float64(right) / float64(ngold+npred), rights
}

func sameButFree(a, b []int, free map[int]bool) bool {
	top := max(a[len(a)-1], b[len(b)-1])
	tail := map[int]bool{}
	for _, s := range [][]int{a, b} {
		for _, n := range s {
			if free[n] {
				for k := n; k <= top; k++ {
					tail[k] = true
				}
			}
		}
	}
	for _, s := range [][2][]int{{a, b}, {b, a}} {
		for _, n := range s[0] {
			if !slices.Contains(s[1], n) && !tail[n] {
				return false
			}
		}
	}
	return true
}

func caseParser(l *goldFeed) *Parser {
	p := &Parser{}
	if l.Options.AsOf != "" {
		if m, err := p.ReadMoment(strings.Replace(l.Options.AsOf, "T", " ", 1), feed.Date{}); err == nil {
			p.AsOf = m.AsOf()
		}
	}
	if l.Options.TZ != "" {
		if z, err := time.LoadLocation(l.Options.TZ); err == nil {
			p.Zone = z
		}
	}
	return p
}

const (
	realWeight   = 15 // a real feed counts as so many made ones
	remadeWeight = 3  // of a made feed in a layout of its own: real feeds are mostly in a few layouts, and cut off at no entry
)

// readFitCases reads the labelled feeds of some folders; a made one was made from another.
func readFitCases(t *testing.T, dirs string, weight float64) (all []*fitCase) {
	for _, dir := range strings.Split(dirs, ",") {
		files, _ := filepath.Glob(dir + "/*.gold.json")
		for _, file := range files {
			l, text := readCase(t, file)
			c := newFitCase(dir, strings.TrimSuffix(filepath.Base(file), ".gold.json"), weight)
			c.rows = rowsOf(caseParser(l), feed.Source{Text: text}, func(d *feed.Document) (float64, float64, []bool) {
				return scoreEntries(l, d)
			})
			all = append(all, c)
		}
		all = append(all, readFitPages(t, dir)...)
	}
	return all
}

// newFitCase returns a case without readings. The first word of its name is the outlet.
func newFitCase(dir, name string, weight float64) *fitCase {
	outlet := strings.TrimPrefix(name, "clip-")
	outlet = outlet[:strings.IndexAny(outlet+"-", "_-.")]
	return &fitCase{name: name, outlet: outlet, folder: filepath.Base(dir), weight: weight}
}

// rowsOf returns the readings of a text, each with its features and its score.
func rowsOf(p *Parser, src feed.Source, score func(*feed.Document) (start, entry float64, right []bool)) (rows []fitRow) {
	d, marks := stamp.Scan(src)
	for _, m := range layout.Measure(d, stamp.Settle(d, marks), layout.Options{AsOf: p.AsOf, DayFirst: p.DayFirst, Order: p.Order}) {
		g := p.group(m.Layout)
		doc := p.build(m.Layout, &g)
		start, entry, right := score(doc)
		r := fitRow{score: 0.8*entry + 0.2*start, signs: float64(m.Signs) / 10, about: m.About, right: right}
		for i := range doc.Entries {
			e := &doc.Entries[i]
			r.keys = append(r.keys, fmt.Sprint(e.Line, " ", e.StampLine))
			r.cues = append(r.cues, e.Inferred&feed.InferredGrouping != 0)
		}
		for _, v := range m.Values {
			r.values = append(r.values, float64(v)/1000)
		}
		rows = append(rows, r)
	}
	return rows
}
