package decode

import (
	"strings"

	"newstimeline/parser/feed"
)

// An itemFeed is a list of items. They are of RSS, Atom, JSON Feed, a table, JSON, an archive of
// mail, or the updates in the JSON-LD of a page. Each becomes a Record, and lines of text: its time
// as the feed prints it, its title, its author, its body.
type itemFeed struct {
	feed.Meta
	lead    string   // the text above the items
	notices []string // what the feed says of itself
	order   feed.Order
	items   []item
}

// An item is one entry of a feed.
type item struct {
	title, body string
	markup      bool   // the body is HTML
	printed     string // the time as the feed prints it
	time        string // the same in a form of machine.go; "": it cannot be read
	url, author string
	titleMarkup bool        // the title is HTML
	told        *feed.Told  // of our own notations: what is known of it, to be kept as it is
	links       []ownLink   // of our own notations: those in the body, in its order
	media       []feed.Hint // of our own notations: its pictures; their spans are empty
	parts       []ownPart   // of our own notations: its lists and quotations
}

// write makes the feed the text, hints, records and data of a Source.
func (f *itemFeed) write(src *feed.Source) {
	src.Meta = f.Meta
	w := feedWriter{records: []feed.Record{}, url: f.URL}
	if f.lead != "" {
		w.b.WriteString(f.lead + "\n")
	}
	for i := range f.items {
		w.item(&f.items[i], i+1)
	}
	for _, notice := range f.notices {
		w.b.WriteByte('\n')
		w.line(fold(notice))
	}
	src.Text, src.Hints, src.Records, src.RecordOrder = w.b.String(), w.hints, w.records, f.order
	if w.empty > 0 {
		src.Remarks = append(src.Remarks, feed.Diagnostic{
			Severity: feed.Warning, Code: "empty-record",
			Message: counted(w.empty, "record has", "records have") + " no text and " +
				plural(w.empty, "was", "were") + " skipped"})
	}
}

// plural returns the word for one or for several.
func plural(n int, one, several string) string {
	if n == 1 {
		return one
	}
	return several
}

// A feedWriter writes items as lines.
type feedWriter struct {
	b       strings.Builder
	hints   []feed.Hint
	records []feed.Record
	url     string // what the links of the items are relative to; "": nothing
	empty   int    // items without any words
}

// item writes item n of the feed, from 1. One without a body has its title for a text, one without
// both its address.
func (w *feedWriter) item(it *item, n int) {
	if !it.saysAnything() {
		w.empty++
		return
	}
	if w.b.Len() > 0 {
		w.b.WriteByte('\n')
	}
	rec := feed.Record{Number: n, URL: it.url, Machine: it.time, Told: it.told}
	rec.Start = w.b.Len()
	rec.When = w.line(fold(it.printed))
	title := it.words(it.title)
	if it.told == nil && (it.titleMarkup || strings.Contains(title, "&")) {
		title = plain(title)
	}
	rec.Title = w.line(title)
	rec.Author = w.line(it.words(it.author))
	rec.Body = w.body(it, title)
	if rec.Body.Len() == 0 && it.told == nil {
		rec.Title, rec.Body = feed.Span{}, rec.Title
	}
	if rec.Title.Len()+rec.Body.Len() == 0 {
		rec.Body = w.line(it.url)
	}
	w.attach(it, rec.Body)
	rec.End = w.b.Len() - 1
	w.records = append(w.records, rec)
}

// attach adds the hints of the links and pictures of our own notations. A link is where its
// words are next.
func (w *feedWriter) attach(it *item, body feed.Span) {
	const mostMisses = 8 // of links in the title; the rest are none of ours
	text := w.b.String()
	at, misses := body.Start, 0
	for _, l := range it.links {
		k := strings.Index(text[at:max(at, body.End)], l.text)
		if k < 0 || l.text == "" {
			if misses++; misses > mostMisses {
				break
			}
			continue
		}
		s := feed.Span{Start: at + k, End: at + k + len(l.text)}
		w.hints = append(w.hints, feed.Hint{Span: s, Kind: feed.HintAnchor, Value: l.url})
		at = s.End
	}
	for _, h := range it.media {
		h.Span = feed.Span{Start: body.End, End: body.End}
		w.hints = append(w.hints, h)
	}
	w.attachParts(it.parts, body)
}

// saysAnything reports whether an item has words, or at least an address.
func (it *item) saysAnything() bool {
	return firstOf(it.title, it.body, it.url) != ""
}

// words returns words of the item that are on one line. Where they are given exactly, only their
// line ends change.
func (it *item) words(s string) string {
	if it.told == nil {
		return fold(s)
	}
	return strings.TrimSpace(strings.ReplaceAll(s, "\n", " "))
}

// line writes a line and returns where it is, without its end; nothing if it is empty.
func (w *feedWriter) line(s string) feed.Span {
	if s == "" {
		return feed.Span{}
	}
	at := w.b.Len()
	w.b.WriteString(s)
	w.b.WriteByte('\n')
	return feed.Span{Start: at, End: w.b.Len() - 1}
}

// body writes the text of an item, unless it only repeats the title. Of the hints of its markup,
// those of noise, links, pictures, lists and quotations are kept.
func (w *feedWriter) body(it *item, title string) feed.Span {
	text, hints := it.body, []feed.Hint(nil)
	if it.markup {
		p := newPage(parseTree([]byte(it.body)))
		p.url = w.url
		p.attach()
		text, hints = string(p.out), p.sortedHints()
	}
	text = strings.TrimRight(text, "\n\r\t ")
	if text == "" || it.told == nil && fold(text) == title {
		return feed.Span{}
	}
	at := w.b.Len()
	w.b.WriteString(text)
	w.b.WriteByte('\n')
	for _, h := range hints {
		switch h.Kind {
		case feed.HintNoise, feed.HintAnchor, feed.HintImage, feed.HintItem, feed.HintQuote:
			h.Start, h.End = h.Start+at, h.End+at
			w.hints = append(w.hints, h)
		}
	}
	return feed.Span{Start: at, End: w.b.Len() - 1}
}

// plain returns the text of a piece of HTML, on one line.
func plain(markup string) string { return fold(string(newPage(parseTree([]byte(markup))).out)) }
