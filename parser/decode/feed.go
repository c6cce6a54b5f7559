package decode

import (
	"strings"

	"newstimeline/parser/feed"
)

// An itemFeed is a list of items: that of RSS, Atom, JSON Feed, or the updates in the JSON-LD of a page. It becomes a text in which an item is a line
// with its time as the feed prints it, a line with its title, one with its author, and the lines of its text; hints say which line is which.
type itemFeed struct {
	feed.Meta
	items []item
}

// An item is one entry of a feed.
type item struct {
	title, body string
	markup      bool   // the body is HTML
	printed     string // the time as the feed prints it
	time        string // the same in a form of machine.go; "": it cannot be read
	url, author string
	titleMarkup bool // the title is HTML
}

// write makes the feed the text, hints and data of a Source.
func (f *itemFeed) write(src *feed.Source) {
	src.Meta = f.Meta
	w := feedWriter{}
	for i := range f.items {
		w.item(&f.items[i])
	}
	src.Text, src.Hints = w.b.String(), w.hints
}

// A feedWriter writes items as lines.
type feedWriter struct {
	b     strings.Builder
	hints []feed.Hint
}

func (w *feedWriter) item(it *item) {
	if w.b.Len() > 0 {
		w.b.WriteByte('\n')
	}
	block := len(w.hints)
	start := w.b.Len()
	w.hints = append(w.hints, feed.Hint{Span: feed.Span{Start: start}, Kind: feed.HintBlock, Value: "item"})
	if it.url != "" {
		w.hints = append(w.hints, feed.Hint{Span: feed.Span{Start: start, End: start}, Kind: feed.HintLink, Value: it.url})
	}
	w.line(it.printed, feed.HintStamp, it.time)
	title := it.title
	if it.titleMarkup || strings.Contains(title, "&") {
		title = plain(title)
	}
	w.line(title, feed.HintTitle, "")
	w.line(it.author, feed.HintByline, "")
	w.body(it, fold(title))
	w.hints[block].End = max(start, w.b.Len()-1)
}

// line writes a line and a hint of what it is; nothing if it is empty.
func (w *feedWriter) line(s string, kind feed.HintKind, value string) {
	s = fold(s)
	if s == "" {
		return
	}
	at := w.b.Len()
	w.b.WriteString(s)
	w.hints = append(w.hints, feed.Hint{Span: feed.Span{Start: at, End: w.b.Len()}, Kind: kind, Value: value})
	w.b.WriteByte('\n')
}

// body writes the text of an item, unless it only repeats the title. Of the hints of its markup, those of noise are kept.
func (w *feedWriter) body(it *item, title string) {
	text, hints := it.body, []feed.Hint(nil)
	if it.markup {
		p := newPage(parseTree([]byte(it.body)))
		text, hints = string(p.out), p.sortedHints()
	}
	if fold(text) == title {
		return
	}
	at := w.b.Len()
	w.b.WriteString(strings.TrimRight(text, "\n"))
	if w.b.Len() > at {
		w.b.WriteByte('\n')
	}
	for _, h := range hints {
		if h.Kind == feed.HintNoise {
			h.Start, h.End = h.Start+at, h.End+at
			w.hints = append(w.hints, h)
		}
	}
}

// plain returns the text of a piece of HTML, on one line.
func plain(markup string) string { return fold(string(newPage(parseTree([]byte(markup))).out)) }
