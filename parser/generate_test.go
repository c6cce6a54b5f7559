package parser

import (
	"fmt"
	"math/rand/v2"
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
	header string // where the day stands
	form   string // how a date is written
	blanks string // which blank lines there are
	noise  string // what stands around the entries
	newest bool   // the newest entry on top
	titled bool   // entries have headlines
	n      int    // entries
}

var (
	planPlaces  = []string{"above", "inline", "between", "below", "end", "byline"}
	planShapes  = []string{"colon", "dot", "half", "dotted-half", "letter", "zone", "uhr", "seconds", "brackets", "plus", "japanese"}
	planHeaders = []string{"each-day", "below", "once", "as-of", "in-stamp", "on-oldest", "date-only"}
	planForms   = []string{"dmy", "weekday", "mdy", "iso", "dotted", "german", "french", "russian", "spanish", "chinese", "turkish", "polish"}
	planBlanks  = []string{"none", "paragraphs", "entries"}
	planNoise   = []string{"bare", "page", "index", "buttons"}
)

// A told is an entry of the known timeline.
type told struct {
	at    time.Time
	title string
	paras []string
}

// words for invented sentences; a sentence is a subject, a verb and a place, so that lines differ.
var (
	subjects = strings.Split("The harbour master|A spokeswoman for the ferry line|Mayor Ines Fahlberg|The fire brigade|Local fishermen|The ministry of works|Two engineers|An eyewitness|The coast guard|Union leader Olaf Brenn|The weather service|A group of students", "|")
	verbs    = strings.Split("has confirmed that the bridge stays shut|said the water kept rising|asked residents to leave the old town|counted forty boats adrift|expects the storm to pass|opened a shelter in the school|denied reports of missing people|published new pictures of the dam|called the damage limited|promised help to all shops", "|")
	places   = strings.Split("near the north quay|in the upper valley|at the railway station|on the east bank|outside the town hall|along the coastal road|in three villages|behind the lighthouse", "|")
	heads    = strings.Split("Bridge stays shut|Water keeps rising|Old town is cleared|Forty boats adrift|Storm to pass by night|School opens as shelter|Police deny rumours|New pictures of the dam|Damage called limited|Shops to get help|Trains run again|Power back in the valley|Minister visits the quay|Volunteers fill sandbags|Second wave expected", "|")
)

func sentence(r *rand.Rand) string {
	return subjects[r.IntN(len(subjects))] + " " + verbs[r.IntN(len(verbs))] + " " + places[r.IntN(len(places))] + "."
}

// timeline makes n entries, the oldest first, over some days.
func timelineOf(r *rand.Rand, p plan) []told {
	at := time.Date(2023, time.Month(1+r.IntN(12)), 1+r.IntN(26), 5+r.IntN(6), r.IntN(60), 0, 0, time.UTC)
	var all []told
	for i := range p.n {
		e := told{at: at}
		if p.titled {
			e.title = heads[r.IntN(len(heads))] + " " + places[r.IntN(len(places))]
		}
		for range 1 + r.IntN(3) {
			s := sentence(r)
			if r.IntN(2) == 0 {
				s += " " + sentence(r)
			}
			e.paras = append(e.paras, s)
		}
		all = append(all, e)
		step := time.Duration(7+r.IntN(60)) * time.Minute
		if p.header != "as-of" && p.header != "once" && (i+1)%4 == 0 || p.header == "date-only" {
			step = time.Duration(14+r.IntN(8)) * time.Hour
		}
		at = at.Add(step)
		if p.header == "date-only" {
			at = time.Date(at.Year(), at.Month(), at.Day(), 12, 0, 0, 0, time.UTC).AddDate(0, 0, 1+r.IntN(9))
		}
	}
	return all
}

// clock writes a clock.
func (p plan) clock(at time.Time) string {
	switch p.shape {
	case "dot":
		return at.Format("15.04")
	case "half":
		return at.Format("3:04pm")
	case "dotted-half":
		s := at.Format("3:04 pm")
		return strings.NewReplacer("am", "a.m.", "pm", "p.m.").Replace(s)
	case "letter":
		return fmt.Sprintf("%dh%02d", at.Hour(), at.Minute())
	case "zone":
		return at.Format("15:04") + " GMT"
	case "uhr":
		return at.Format("15.04") + " Uhr"
	case "seconds":
		return at.Format("15:04:05")
	case "japanese":
		return fmt.Sprintf("%d時%02d分", at.Hour(), at.Minute())
	}
	return at.Format("15:04")
}

// date writes a date.
func (p plan) date(at time.Time) string {
	y, m, d := at.Date()
	name := func(names string) string { return strings.Fields(names)[m-1] }
	switch p.form {
	case "weekday":
		return at.Format("Monday, 2 January 2006")
	case "mdy":
		return at.Format("January 2, 2006")
	case "iso":
		return at.Format("2006-01-02")
	case "dotted":
		return at.Format("02.01.2006")
	case "german":
		return fmt.Sprintf("%d. %s %d", d, name("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"), y)
	case "french":
		return fmt.Sprintf("%d %s %d", d, name("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"), y)
	case "russian":
		return fmt.Sprintf("%d %s %d", d, name("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"), y)
	case "spanish":
		return fmt.Sprintf("%d de %s de %d", d, name("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"), y)
	case "chinese":
		return fmt.Sprintf("%d年%d月%d日", y, m, d)
	case "turkish":
		return fmt.Sprintf("%d %s %d", d, name("Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık"), y)
	case "polish":
		return fmt.Sprintf("%d %s %d", d, name("stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"), y)
	}
	return at.Format("2 January 2006")
}

// stamp writes the stamp of an entry, which may be the oldest of its day.
func (p plan) stamp(at time.Time, oldest bool) string {
	switch p.header {
	case "date-only":
		return p.date(at)
	case "in-stamp":
		return p.date(at) + ", " + p.clock(at)
	case "on-oldest":
		if oldest {
			return p.date(at) + ", " + p.clock(at)
		}
	}
	return p.clock(at)
}

// inline writes a stamp before the text of its line.
func (p plan) inline(stamp, text string) string {
	switch p.shape {
	case "brackets":
		return "[" + stamp + "] " + text
	case "plus":
		return "+++ " + stamp + " " + text + " +++"
	case "letter":
		return stamp + " - " + text
	}
	return stamp + ": " + text
}

// A feedWriter writes the lines of a feed.
type feedWriter struct {
	plan
	lines []string
}

func (w *feedWriter) line(s string) { w.lines = append(w.lines, s) }

func (w *feedWriter) blank(kind string) {
	if w.blanks == kind || w.blanks == "paragraphs" {
		if n := len(w.lines); n > 0 && w.lines[n-1] != "" {
			w.line("")
		}
	}
}

// write writes the feed of a plan.
func (w *feedWriter) write(entries []told) string {
	w.head(entries)
	last := ""
	for i := range entries {
		e := &entries[i]
		if day := w.date(e.at); w.header == "each-day" && day != last {
			w.blank("entries")
			w.line(day)
			w.blank("entries")
			last = day
		}
		w.entry(e, w.isOldest(entries, i))
		if day := w.date(e.at); w.header == "below" && (i+1 == len(entries) || w.date(entries[i+1].at) != day) {
			w.blank("entries")
			w.line(day)
			w.blank("entries")
		}
	}
	w.tail()
	return strings.Join(w.lines, "\n") + "\n"
}

// isOldest reports whether entry i is the oldest of its day.
func (w *feedWriter) isOldest(entries []told, i int) bool {
	older := i + 1
	if !w.newest {
		older = i - 1
	}
	return older < 0 || older == len(entries) || w.date(entries[older].at) != w.date(entries[i].at)
}

func (w *feedWriter) head(entries []told) {
	newest := entries[0].at
	if !w.newest {
		newest = entries[len(entries)-1].at
	}
	if w.noise == "page" || w.noise == "index" {
		for _, s := range []string{"Home", "World", "Local", "Flood in the valley: live updates", "What happened so far on the river and in the towns along it, hour by hour and with pictures."} {
			w.line(s)
			w.blank("paragraphs")
		}
	}
	if w.header == "once" {
		w.line(w.date(newest))
		w.blank("entries")
	}
	if w.noise == "index" && w.titled && w.header != "date-only" {
		w.line("Key events")
		for i, e := range entries {
			if i%3 == 0 {
				w.line(w.clock(e.at))
				w.line(e.title)
			}
		}
		w.blank("entries")
	}
}

func (w *feedWriter) tail() {
	if w.noise == "page" || w.noise == "index" {
		for _, s := range []string{"", "Related articles", "How the dam was built", "A century of floods", "Contact", "Imprint", "Privacy", "About us"} {
			w.line(s)
		}
	}
}

func (w *feedWriter) entry(e *told, oldest bool) {
	stamp := w.stamp(e.at, oldest)
	w.blank("entries")
	switch w.place {
	case "above":
		w.line(stamp)
		w.body(e, true)
	case "byline":
		w.line(stamp + " | " + [...]string{"Ines Weber", "Olaf Brenn", "Newsroom"}[len(e.paras)%3])
		w.body(e, true)
	case "inline":
		if e.title != "" {
			w.line(w.inline(stamp, e.title))
			w.body(e, false)
			return
		}
		w.line(w.inline(stamp, e.paras[0]))
		for _, p := range e.paras[1:] {
			w.blank("paragraphs")
			w.line(p)
		}
	case "between":
		w.line(e.title)
		w.line(stamp)
		w.body(e, false)
	case "below":
		w.body(e, true)
		w.line(stamp)
	case "end":
		w.body(e, true)
		w.line("By Ines Weber, " + stamp)
	}
	if w.noise == "buttons" {
		w.line("Share")
	}
}

func (w *feedWriter) body(e *told, titled bool) {
	if titled && e.title != "" {
		w.line(e.title)
	}
	for i, p := range e.paras {
		if i > 0 || e.title != "" {
			w.blank("paragraphs")
		}
		w.line(p)
	}
}

// possible reports whether the text of a plan determines its entries.
func (p plan) possible() bool {
	switch {
	case p.place == "between" && !p.titled:
		return false
	case (p.shape == "brackets" || p.shape == "plus") && p.place != "inline":
		return false
	case p.shape == "japanese" && (p.form != "chinese" && p.header != "once" && p.header != "as-of"):
		return false
	case p.header == "date-only" && p.shape != "colon" && p.shape != "brackets":
		return false
	case p.noise == "index" && (!p.titled || p.place == "below" || p.place == "end"):
		return false
	case (p.place == "below" || p.place == "end") && p.noise == "page" && !p.titled:
		return false // where the first entry begins is told by nothing
	}
	return true
}

// plans are all layouts.
func plans() []plan {
	var all []plan
	for _, place := range planPlaces {
		for _, shape := range planShapes {
			for _, header := range planHeaders {
				for _, form := range planForms {
					for _, blanks := range planBlanks {
						for _, noise := range planNoise {
							for _, newest := range []bool{true, false} {
								for _, titled := range []bool{true, false} {
									p := plan{place: place, shape: shape, header: header, form: form, blanks: blanks, noise: noise, newest: newest, titled: titled}
									if p.possible() {
										all = append(all, p)
									}
								}
							}
						}
					}
				}
			}
		}
	}
	return all
}

// readBack writes a feed, reads it and returns how many of its entries came back exactly.
func readBack(p plan, r *rand.Rand) (exact int, text string, d *Document) {
	entries := timelineOf(r, p)
	asOf := DateOf(entries[len(entries)-1].at)
	if p.newest {
		slices.Reverse(entries)
	}
	w := feedWriter{plan: p}
	text = w.write(entries)
	parser := Parser{Zone: time.UTC, AsOf: AsOf{Date: asOf}}
	d = parser.Parse(Source{Text: text})
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
	return exact, text, d
}

func (p plan) describe(e *Entry, text string) string {
	body := string(e.AppendText(nil, text))
	if !e.Title.IsZero() {
		body = e.Title.Of(text) + "\n\n" + body
	}
	return e.Date.String() + " " + e.Clock.String() + " " + body
}

func (p plan) expect(e *told) string {
	clock := e.at.Format("15:04")
	switch {
	case p.header == "date-only":
		clock = ""
	case p.shape == "seconds":
		clock = e.at.Format("15:04:05")
	}
	paras := e.paras
	if e.title != "" {
		paras = append([]string{e.title}, paras...)
	}
	return e.at.Format("2006-01-02") + " " + clock + " " + strings.Join(paras, "\n\n")
}

// summary says what a feed was read as.
func summary(d *Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %s, %s\n", d.Layout.Kind, d.Layout.Place, d.Order)
	for i := range d.Entries {
		e := &d.Entries[i]
		text := string(e.AppendText(nil, d.Text))
		fmt.Fprintf(&b, "%d-%d %s %s %q %.40q\n", e.Line, e.EndLine, e.Date, e.Clock, e.Title.Of(d.Text), text)
	}
	return b.String()
}

// TestGenerated reads back feeds of every layout. The share of entries that come back exactly is what generality means here; a table
// by family is printed with -v.
func TestGenerated(t *testing.T) {
	type count struct{ exact, all int }
	families := map[string]*count{}
	add := func(family string, exact, n int) {
		c := families[family]
		if c == nil {
			c = &count{}
			families[family] = c
		}
		c.exact += exact
		c.all += n
	}
	r := rand.New(rand.NewPCG(7, 11))
	worst := map[string]int{}
	for i, p := range plans() {
		if !*allPlans && i%7 != 0 {
			continue
		}
		p.n = 3 + (i*7)%12
		exact, text, d := readBack(p, r)
		for _, family := range []string{"place " + p.place, "shape " + p.shape, "header " + p.header, "form " + p.form, "blanks " + p.blanks, "noise " + p.noise, fmt.Sprintf("newest %t", p.newest), fmt.Sprintf("titled %t", p.titled), "all"} {
			add(family, exact, p.n)
		}
		if exact < p.n {
			key := fmt.Sprintf("%s/%s/%s/%s/%s", p.place, p.header, p.blanks, p.noise, p.shape)
			if worst[key]++; worst[key] == 1 && testing.Verbose() && *showWorst != "" && strings.HasPrefix(key, *showWorst) {
				t.Logf("%+v: %d of %d\n%s\n%s", p, exact, p.n, text, summary(d))
			}
		}
	}
	var names []string
	for name := range families {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		c := families[name]
		t.Logf("%-24s %6.2f %%  of %d", name, 100*float64(c.exact)/float64(c.all), c.all)
	}
	var keys []string
	for k := range worst {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b string) int { return worst[b] - worst[a] })
	for _, k := range keys[:min(25, len(keys))] {
		t.Logf("%4d %s", worst[k], k)
	}
	if c := families["all"]; 100*c.exact < 99*c.all {
		t.Errorf("%d of %d entries came back exactly: less than 99 in 100", c.exact, c.all)
	}
}
