package parser

import (
	"fmt"
	"math/rand/v2"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/sample"
	"slices"
	"strings"
	"testing"
	"time"
)

// A generator of feeds: from one known timeline it writes a feed in a given layout, and the parser must read it back. It shows without
// labels how general the rules are: whole families of layouts that no rule was written for.

// A plan is a layout to write a feed in.
type plan struct {
	place  string // where the stamp stands
	shape  string // how a clock is written
	sep    string // what parts a stamp in the line from its text
	header string // where the day stands
	join   string // between date and clock
	form   string // how a date is written
	zone   string // which zone the clocks are of, and where it is said
	blanks string // which blank lines there are
	noise  string // what stands around the entries
	newest bool   // the newest entry on top
	titled bool   // entries have headlines
	tongue *sample.Tongue
	n      int // entries

	captured time.Time // when the newest entry was written
	r        *rand.Rand
}

// dimensions are what plans differ in, each with all that there is to choose from.
var dimensions = []struct {
	name    string
	choices []string
	field   func(*plan) *string
}{
	{"place", []string{"above", "inline", "between", "below", "end", "byline"}, func(p *plan) *string { return &p.place }},
	{"shape", []string{"colon", "dot", "half", "dotted-half", "letter", "word", "seconds", "signs"}, func(p *plan) *string { return &p.shape }},
	{"sep", []string{"colon", "dash", "long dash", "bar", "brackets", "lenses", "plus", "wide", "tab", "blank", "glued", "bullet"}, func(p *plan) *string { return &p.sep }},
	{"header", []string{"each-day", "below", "once", "as-of", "in-stamp", "clock-first", "on-oldest", "date-only", "today", "ages"}, func(p *plan) *string { return &p.header }},
	{"join", []string{", ", " ", " - ", " | "}, func(p *plan) *string { return &p.join }},
	{"form", []string{"long", "full", "digits", "short", "iso", "month-first", "american", "ordinal", "yearless"}, func(p *plan) *string { return &p.form }},
	{"zone", []string{"none", "none", "gmt", "abbreviation", "offset", "stated"}, func(p *plan) *string { return &p.zone }},
	{"blanks", []string{"none", "paragraphs", "entries"}, func(p *plan) *string { return &p.blanks }},
	{"noise", []string{"bare", "page", "index", "buttons", "label", "doubled", "credits", "rubric", "posts", "ago"}, func(p *plan) *string { return &p.noise }},
}

// draw makes a plan by chance.
func draw(r *rand.Rand) plan {
	p := plan{r: r, newest: r.IntN(4) > 0, titled: r.IntN(2) == 0, n: 3 + r.IntN(12), tongue: &sample.Tongues[r.IntN(len(sample.Tongues))]}
	for _, d := range dimensions {
		*d.field(&p) = d.choices[r.IntN(len(d.choices))]
	}
	if p.place != "inline" {
		p.sep = "colon"
	}
	return p
}

// families are the names of all that a plan is one of.
func (p *plan) families() []string {
	names := []string{"all", fmt.Sprintf("newest %t", p.newest), fmt.Sprintf("titled %t", p.titled), "tongue " + p.tongue.Name}
	for _, d := range dimensions {
		if d.name == "sep" && p.place != "inline" || d.name == "join" && p.header != "in-stamp" && p.header != "clock-first" {
			continue
		}
		names = append(names, d.name+" "+*d.field(p))
	}
	return names
}

// possible reports whether feeds are written so, and whether their text then determines its entries.
func (p *plan) possible() bool {
	english, eastern := p.tongue.Name == "en", p.tongue.Gap == "" || p.tongue.Name == "ko"
	dated := p.header == "in-stamp" || p.header == "clock-first"
	switch {
	case p.place == "between" && !p.titled:
		return false
	case p.shape == "signs" && !eastern, (p.shape == "half" || p.shape == "dotted-half") && !english && p.tongue.Name != "hi":
		return false
	case p.shape == "letter" && p.tongue.Name != "fr" && p.tongue.Name != "pt" && !english:
		return false
	case p.shape == "dot" && (eastern || p.tongue.Gap == ""):
		return false
	case p.form == "short" && p.tongue.Short == "", (p.form == "month-first" || p.form == "american" || p.form == "ordinal") && !english:
		return false
	case p.form == "digits" && english && p.header != "date-only" && p.n < 4:
		return false
	case p.header == "date-only" && (p.shape != "colon" || p.zone != "none"):
		return false
	case p.header == "date-only" && p.place == "inline" && (p.sep == "blank" || p.sep == "glued" || p.sep == "plus" || p.sep == "wide" || p.sep == "tab"):
		return false
	case p.sep == "glued" && (p.shape == "dot" || p.shape == "letter" || p.zone != "none" || dated || p.header == "on-oldest" || p.shape == "word"):
		return false // glued is what extraction does to clocks
	case p.sep == "blank" && (p.shape == "dot" || p.header == "clock-first" || p.shape == "word"):
		return false
	case p.sep == "plus" && p.blanks == "none" && !p.titled:
		return false
	case p.header == "today" && strings.HasSuffix(p.tongue.Today, "|"):
		return false
	case p.header == "today" && p.noise == "label":
		return false
	case p.header == "ages" && (p.shape != "colon" || p.zone != "none" || p.noise == "label" || p.noise == "index" || p.place == "inline" && (p.sep == "blank" || p.sep == "glued" || p.sep == "plus")):
		return false
	case p.noise == "index" && (!p.titled || p.tongue.Index == "" || p.place == "below" || p.place == "end" || p.header == "date-only" || p.header == "today" || p.place == "inline" && p.sep != "colon"):
		return false
	case (p.noise == "page" || p.noise == "label") && (p.place == "below" || p.place == "end") && !p.titled:
		return false // where the first entry begins is told by nothing
	case p.noise == "page" && p.tongue.Related == "", p.noise == "buttons" && p.tongue.Share == "":
		return false
	case (p.noise == "doubled" || p.noise == "rubric" || p.noise == "posts" || p.noise == "ago") && p.place != "above", p.noise == "credits" && (p.place == "below" || p.place == "end" || p.place == "between"):
		return false
	case p.noise == "label" && (p.form == "yearless" || p.form == "american"):
		return false
	}
	return true
}

// A told is an entry of the known timeline.
type told struct {
	at    time.Time
	title string
	paras []string
}

// timeline makes n entries, the oldest first, over some days.
func (p *plan) timeline() []told {
	r := p.r
	at := time.Date(2023, time.Month(1+r.IntN(12)), 13+r.IntN(12), 5+r.IntN(6), r.IntN(60), 0, 0, time.UTC)
	var all []told
	titles := map[string]bool{}
	for i := range p.n {
		e := told{at: at}
		for p.titled && (e.title == "" || titles[e.title]) {
			e.title = p.tongue.Headline(r)
		}
		titles[e.title] = true
		for range 1 + r.IntN(3) {
			s := p.tongue.Sentence(r)
			if r.IntN(2) == 0 {
				s += p.tongue.Gap + p.tongue.Sentence(r)
			}
			e.paras = append(e.paras, s)
		}
		all = append(all, e)
		at = at.Add(p.step(i))
		if p.header == "date-only" {
			at = time.Date(at.Year(), at.Month(), at.Day(), 12, 0, 0, 0, time.UTC).AddDate(0, 0, 1+r.IntN(9))
		}
	}
	p.captured = all[len(all)-1].at
	if p.header == "ages" {
		p.captured = p.captured.Add(2 * time.Hour)
	}
	return all
}

// step is how long after entry i the next one was written.
func (p *plan) step(i int) time.Duration {
	step := time.Duration(7+p.r.IntN(60)) * time.Minute
	switch p.header {
	case "as-of", "once":
	case "ages":
		step = time.Duration(1+p.r.IntN(2)) * time.Hour
	case "today":
		if i == p.n/2 {
			step = 15 * time.Hour
		} else {
			step /= 2
		}
	default:
		if (i+1)%4 == 0 {
			step = time.Duration(14+p.r.IntN(8)) * time.Hour
		}
	}
	return step
}

// readBack writes a feed, reads it and returns how many of its entries came back exactly.
func readBack(p *plan) (exact int, text string, d *feed.Document) {
	parser, text, entries := p.parserAndText()
	d = parser.Parse(feed.Source{Text: text})
	return p.exact(entries, d, text), text, d
}

// parserAndText writes a feed of some entries, and returns a parser that knows of it what its reader would.
func (p *plan) parserAndText() (*Parser, string, []told) {
	entries := p.timeline()
	if p.newest {
		slices.Reverse(entries)
	}
	w := feedWriter{plan: *p}
	parser := Parser{AsOf: feed.AsOf{Date: feed.DateOf(p.captured)}}
	if p.header == "ages" {
		parser.AsOf.Clock = feed.Clock{Hour: int8(p.captured.Hour()), Minute: int8(p.captured.Minute()), Second: -1, Known: true}
	}
	return &parser, w.write(entries), entries
}

// exact returns how many entries came back exactly.
func (p *plan) exact(entries []told, d *feed.Document, text string) (exact int) {
	got := map[string]int{}
	for i := range d.Entries {
		got[p.describe(&d.Entries[i], text)]++
	}
	for i := range entries {
		if key := p.expect(&entries[i]); got[key] > 0 {
			got[key]--
			exact++
		}
	}
	return exact
}

func (p *plan) describe(e *feed.Entry, text string) string {
	body := string(e.AppendText(nil, text))
	if !e.Title.IsZero() {
		body = e.Title.Of(text) + "\n\n" + body
	}
	instant := ""
	if t, known := e.Instant(); known {
		instant = t.Format("15:04Z")
	}
	return e.Date.String() + " " + e.Clock.String() + " " + instant + " " + body
}

func (p *plan) expect(e *told) string {
	clock, instant := e.at.Format("15:04"), e.at.Format("15:04Z")
	switch {
	case p.header == "date-only":
		clock, instant = "", ""
	case p.shape == "seconds":
		clock = e.at.Format("15:04:05")
	}
	if p.zone == "abbreviation" || p.zone == "offset" || p.zone == "stated" && clock != "" {
		instant = e.at.Add(-time.Hour).Format("15:04Z")
	}
	paras := e.paras
	if e.title != "" {
		paras = append([]string{e.title}, paras...)
	}
	return e.at.Format("2006-01-02") + " " + clock + " " + instant + " " + strings.Join(paras, "\n\n")
}

// summary says what a feed was read as.
func summary(d *feed.Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %s, %s\n", d.Layout.Kind, d.Layout.Place, d.Order)
	for i := range d.Entries {
		e := &d.Entries[i]
		text := string(e.AppendText(nil, d.Text))
		fmt.Fprintf(&b, "%d-%d %s %s %q %.40q\n", e.Line, e.EndLine, e.Date, e.Clock, e.Title.Of(d.Text), text)
	}
	return b.String()
}

// A count is how many of the entries of a family came back exactly.
type count struct{ exact, all int }

// TestGenerated reads back feeds of many layouts. The share of entries that come back exactly is what generality means here; a table
// by family is printed with -v. -only and -without look at families by themselves: -only "place below,tongue zh".
func TestGenerated(t *testing.T) {
	families := map[string]*count{}
	worst := map[string]int{}
	r := rand.New(rand.NewPCG(7, 11))
	for range *generated {
		p := draw(r)
		if !p.possible() || !p.chosen() {
			continue
		}
		exact, text, d := readBack(&p)
		names := p.families()
		for _, name := range names {
			if families[name] == nil {
				families[name] = &count{}
			}
			families[name].exact += exact
			families[name].all += p.n
		}
		if exact == p.n {
			continue
		}
		key := fmt.Sprintf("%s/%s/%s/%s", p.place, p.header, p.noise, p.blanks)
		if worst[key]++; worst[key] <= *examples {
			t.Logf("%s: %d of %d\n%s\n%s", strings.Join(names, ", "), exact, p.n, text, summary(d))
		}
	}
	logFamilies(t, families)
	logWorst(t, worst)
	if c := families["all"]; 1000*c.exact < 989*c.all {
		t.Errorf("%d of %d entries came back exactly: less than 98.9 in 100", c.exact, c.all)
	}
}

// chosen reports whether a plan is one of the families that are looked at.
func (p *plan) chosen() bool {
	names := p.families()
	for _, name := range strings.Split(*onlyFamilies, ",") {
		if name != "" && !slices.Contains(names, name) {
			return false
		}
	}
	for _, name := range strings.Split(*withoutFamilies, ",") {
		if slices.Contains(names, name) {
			return false
		}
	}
	return true
}

func logFamilies(t *testing.T, families map[string]*count) {
	var names []string
	for name := range families {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		c := families[name]
		t.Logf("%-24s %6.2f %%  of %d", name, 100*float64(c.exact)/float64(c.all), c.all)
	}
}

func logWorst(t *testing.T, worst map[string]int) {
	var keys []string
	for k := range worst {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b string) int {
		if worst[a] != worst[b] {
			return worst[b] - worst[a]
		}
		return strings.Compare(a, b)
	})
	for _, k := range keys[:min(25, len(keys))] {
		t.Logf("%4d %s", worst[k], k)
	}
}
