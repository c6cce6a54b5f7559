package decode

import (
	"bytes"
	"cmp"
	"encoding/json"
	"html"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"newstimeline/parser/feed"
)

// Our own notations: what this program has written, it reads back as it was. JSON, lines of JSON,
// CSV and TSV, JSON Feed and Atom have the facts of an entry under the same names.

// ownKeys are names that each entry has in our JSON. Together they are no one else's.
var ownKeys = [...]string{"date", "clock", "zone", "precision", "stamp", "title", "text"}

// isOwnRecord reports whether an object is an entry of our JSON.
func isOwnRecord(object map[string]any) bool {
	for _, key := range ownKeys {
		if _, ok := object[key]; !ok {
			return false
		}
	}
	return true
}

// isOwnStart reports whether JSON begins as ours does.
func isOwnStart(b []byte) bool {
	rest, ok := bytes.CutPrefix(compact(b), []byte(`{"schema":`))
	digits := bytes.TrimLeft(rest, "0123456789")
	return ok && len(digits) < len(rest) && bytes.HasPrefix(digits, []byte(`,"sources":[`))
}

// compact returns the first bytes of JSON without white space between its signs, as far as they
// hold no strings with blanks.
func compact(b []byte) []byte {
	const enough = 200
	return bytes.Map(func(r rune) rune {
		if r == ' ' || r == '\n' || r == '\r' || r == '\t' {
			return -1
		}
		return r
	}, b[:min(len(b), enough)])
}

// tableKeys are names that columns of our tables have, if no others were asked for. Together they
// are no one else's.
var tableKeys = [...]string{"when", "zone", "title", "text", "author", "source", "stamp",
	"confidence"}

// isOwnTable reports whether a table has the columns by which ours are known.
func isOwnTable(names []string) bool {
	has := func(name string) bool { return slices.Contains(names, name) }
	missing := func(name string) bool { return !has(name) }
	return !slices.ContainsFunc(ownKeys[:], missing) || !slices.ContainsFunc(tableKeys[:], missing)
}

// splitWhen returns the day, the clock and the precision of a cell of the column "when": 2006,
// 2006-01, 2006-01-02, 2006-01-02 15:04, 15:04, --01-02.
func splitWhen(when string) (day, clock, precision string) {
	day, clock, _ = strings.Cut(when, " ")
	switch {
	case strings.Contains(day, ":"):
		return "", day, ""
	case strings.HasPrefix(day, "--"):
		return day, clock, ""
	case len(day) == len("2006-01"):
		return day + "-01", clock, "month"
	case len(day) == len("2006"):
		return day + "-01-01", clock, "year"
	}
	return day, clock, ""
}

// memberOf returns a function that returns the members of an object as text.
func memberOf(object map[string]any) func(string) string {
	return func(name string) string {
		switch v := object[name].(type) {
		case string:
			return v
		case json.Number:
			return v.String()
		case bool:
			return strconv.FormatBool(v)
		case []any:
			var all []string
			for _, e := range v {
				if s, ok := e.(string); ok {
					all = append(all, s)
				}
			}
			return strings.Join(all, " ")
		}
		return ""
	}
}

// An ownFeed gathers what the entries of one of our formats have in common.
type ownFeed struct {
	seqs    []int           // the places of the entries in the timeline, as they were written
	sources map[string]bool // their names, each once
	meta    []any           // what is known of the sources
}

// item returns an entry of ours as an item. get returns the value of a name, "" for none.
func (o *ownFeed) item(get func(string) string) item {
	if seq, err := strconv.Atoi(get("seq")); err == nil {
		o.seqs = append(o.seqs, seq)
	}
	o.sources = noteSource(o.sources, get("source"))
	it := item{title: get("title"), body: get("text"), author: get("author"), url: get("url"),
		told: ownTold(get)}
	it.printed = ownWords(get)
	return it
}

// ownWords returns the line of the text with the time of an entry.
func ownWords(get func(string) string) string {
	day := get("month_day")
	if d := ownDate(get("date")); !d.IsZero() {
		day = d.String()
	}
	switch get("precision") {
	case "month":
		day = day[:min(len(day), len("2006-01"))]
	case "year":
		day = day[:min(len(day), len("2006"))]
	}
	return strings.TrimSpace(strings.TrimSpace(day+" "+get("clock")) + " " + get("zone"))
}

// ownTold returns the machine-readable time of an entry.
func ownTold(get func(string) string) *feed.Told {
	t := &feed.Told{Confidence: 99}
	t.Date, t.Clock, t.Zone, t.As = ownDate(get("date")), ownClock(get("clock")), get("zone"),
		get("stamp")
	if day := get("month_day"); strings.HasPrefix(day, "--") {
		d := ownDate("2000" + day[1:]) // a leap year
		t.Yearless = feed.Date{Month: d.Month, Day: d.Day}
	}
	about := get("approximate")
	t.Approximate = about == "true" || about == "1"
	t.Precision = ownPrecision(get("precision"), t)
	if at, err := time.Parse(time.RFC3339, get("time")); err == nil {
		t.Epoch, t.Timed = at.Unix(), true
	}
	takeOwnEnd(t, get("end"))
	for _, word := range strings.Fields(get("inferred")) {
		t.Inferred |= inferredWords[word]
	}
	if c, err := strconv.ParseFloat(get("confidence"), 64); err == nil && 0 <= c && c <= 1 {
		t.Confidence = int8(math.Round(100 * c))
	}
	return t
}

// takeOwnEnd takes the end of a span: a day, or an instant, whose clock is that of the zone in
// which the span begins.
func takeOwnEnd(t *feed.Told, end string) {
	t.Until = ownDate(end)
	at, err := time.Parse(time.RFC3339, end)
	if err != nil || !t.Timed || t.Date.IsZero() {
		return
	}
	seconds := at.Unix() - t.Epoch + int64(t.Clock.Seconds()) // after the first midnight
	if seconds < 0 || seconds > math.MaxInt32 {
		return
	}
	t.Until = t.Date.Add(int(seconds / 86400))
	of := seconds % 86400
	t.UntilClock = feed.Clock{Hour: int8(of / 3600), Minute: int8(of / 60 % 60), Second: -1,
		Known: true}
	if of%60 != 0 || t.Clock.Second >= 0 {
		t.UntilClock.Second = int8(of % 60)
	}
}

// inferredWords are the names of what was inferred.
var inferredWords = map[string]feed.Inferred{
	"year": feed.InferredYear, "date": feed.InferredDate, "zone": feed.InferredZone,
	"midnight": feed.InferredMidnight, "grouping": feed.InferredGrouping,
	"order": feed.InferredOrder,
}

// ownDate reads a day as we write it; zero: there is none.
func ownDate(s string) feed.Date {
	t, err := time.Parse(dayForm, s)
	if err != nil {
		return feed.Date{}
	}
	return feed.DateOf(t)
}

// ownClock reads a clock as we write it.
func ownClock(s string) feed.Clock {
	if t, err := time.Parse("15:04:05", s); err == nil {
		return feed.Clock{Hour: int8(t.Hour()), Minute: int8(t.Minute()), Second: int8(t.Second()),
			Known: true}
	}
	t, err := time.Parse("15:04", s)
	if err != nil {
		return feed.Clock{}
	}
	return feed.Clock{Hour: int8(t.Hour()), Minute: int8(t.Minute()), Second: -1, Known: true}
}

// ownPrecision returns the precision of a name, else that of the date and clock.
func ownPrecision(name string, t *feed.Told) feed.Precision {
	for p := feed.ToSecond; p <= feed.ToYear; p++ {
		if p.String() == name {
			return p
		}
	}
	switch {
	case t.Clock.Known && t.Clock.Second >= 0:
		return feed.ToSecond
	case t.Clock.Known:
		return feed.ToMinute
	case !t.Date.IsZero():
		return feed.ToDay
	}
	return feed.Undated
}

// order returns the order in which the entries were written.
func (o *ownFeed) order() feed.Order {
	up, down := 0, 0
	for i := 1; i < len(o.seqs); i++ {
		if o.seqs[i] > o.seqs[i-1] {
			up++
		} else {
			down++
		}
	}
	switch {
	case down == 0 && len(o.seqs) > 0:
		return feed.OldestFirst
	case up == 0 && down > 0:
		return feed.NewestFirst
	}
	return feed.Unknown
}

// finish gives a feed the order and the data of our notation, and remarks on entries of several
// sources.
func (o *ownFeed) finish(f *itemFeed, src *feed.Source) {
	if len(o.seqs) == 0 && len(o.meta) == 0 {
		return
	}
	f.order = o.order()
	if len(o.meta) == 1 {
		o.describe(f)
	}
	if n := len(o.sources); n > 1 {
		src.Remarks = append(src.Remarks, sourcesRemark(n))
	}
}

// describe takes over the facts of the only source: its title, its URL and its lead.
func (o *ownFeed) describe(f *itemFeed) {
	source, ok := o.meta[0].(map[string]any)
	if !ok {
		return
	}
	get := memberOf(source)
	f.Title, f.URL, f.Language = firstOf(f.Title, get("title")), firstOf(f.URL, get("url")),
		get("language")
	f.Published, f.Updated = get("published"), get("updated")
	if lead, ok := source["lead"].(map[string]any); ok {
		f.lead = strings.TrimSpace(memberOf(lead)("text"))
	}
	notices, _ := source["notices"].([]any)
	for _, v := range notices {
		if notice, ok := v.(map[string]any); ok {
			f.notices = append(f.notices, memberOf(notice)("text"))
		}
	}
}

// takeOwnFeed takes an object that is all of our JSON and reports whether it is.
func (f *records) takeOwnFeed(object map[string]any) bool {
	sources, ok := object["sources"].([]any)
	entries, ok2 := object["entries"].([]any)
	if _, ok3 := object["schema"].(json.Number); !ok || !ok2 || !ok3 {
		return false
	}
	f.own.meta = append(f.own.meta, sources...)
	for _, v := range entries {
		f.takeNeighbour(v)
	}
	return true
}

// finishOwn gives the feed the facts that our own format has for the whole.
func (f *records) finishOwn(src *feed.Source) { f.own.finish(&f.itemFeed, src) }

// atomItem returns an entry of our Atom: our own elements hold what the format cannot.
func (o *ownFeed) atomItem(x *xmlItem, url string) item {
	told := map[string]string{"title": x.Title.Text, "url": url, "time": x.Published}
	if len(x.Authors) > 0 {
		told["author"] = x.Authors[0].Name
	}
	if len(x.Content) > 0 {
		told["text"] = ownParagraphs(x.Content[0].Text)
	}
	for _, a := range append(x.When.Attrs, x.Place.Attrs...) {
		if a.Name.Local == "made_up" { // what the format requires of all entries
			for _, name := range strings.Fields(a.Value) {
				told[name] = ""
			}
			continue
		}
		told[a.Name.Local] = a.Value
	}
	return o.item(func(name string) string { return told[name] })
}

// undatedItem returns an undated entry of our Atom: the format has no place for it, so it is an
// element of our own.
func (o *ownFeed) undatedItem(x *xmlAttrs) item {
	told := map[string]string{"text": x.Text}
	for _, a := range x.Attrs {
		told[a.Name.Local] = a.Value
	}
	return o.item(func(name string) string { return told[name] })
}

// arrange puts items in the order in which they were in the timeline. All but those after the last
// dated one have one already.
func (o *ownFeed) arrange(items []item) {
	if len(o.seqs) != len(items) {
		return
	}
	way := 1
	if len(o.seqs) > 1 && o.seqs[0] > o.seqs[1] {
		way = -1
	}
	order := make([]int, len(items))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return way * cmp.Compare(o.seqs[a], o.seqs[b])
	})
	old, seqs := slices.Clone(items), slices.Clone(o.seqs)
	for to, from := range order {
		items[to], o.seqs[to] = old[from], seqs[from]
	}
}

// ownParagraphs returns the text of paragraphs of HTML as we write them: no other elements are in
// it.
func ownParagraphs(markup string) string {
	text := strings.TrimSuffix(strings.TrimPrefix(markup, "<p>"), "</p>")
	return html.UnescapeString(strings.ReplaceAll(text, "</p><p>", "\n\n"))
}

// feedItem returns an item of our JSON Feed.
func (o *ownFeed) feedItem(object map[string]any, it item) item {
	get := memberOf(object)
	told := map[string]string{"title": it.title, "text": it.body, "author": it.author,
		"url": it.url}
	if get("made_up") == "text" { // items must have one
		told["text"] = ""
	}
	return o.item(func(name string) string { return firstOf(told[name], get(name)) })
}

// readOwnTable makes a Source of a table that we have written.
func readOwnTable(src *feed.Source, names []string, rows [][]string) error {
	var f itemFeed
	var own ownFeed
	for _, row := range rows {
		told := map[string]string{}
		for k, cell := range row[:min(len(row), len(names))] {
			told[names[k]] = cell
		}
		if _, ok := told["date"]; !ok {
			told["date"], told["clock"], told["precision"] = splitWhen(told["when"])
			told["month_day"] = told["date"] // or a day of a year; of the two, one is one
		}
		f.items = append(f.items, own.item(func(name string) string { return told[name] }))
	}
	own.finish(&f, src)
	return f.writeRecords(src)
}
