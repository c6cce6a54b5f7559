package decode

import (
	"strings"

	"newstimeline/parser/feed"
)

// Lists and quotations in the entries of our Markdown. Their marks are not written to the text, so
// that a paragraph is the same words again.

// A setting is what the marks before a paragraph say.
type setting struct {
	quotes int    // how many quotations it is in
	item   bool   // it begins an item of a list
	number string // of the item; "": none
	goesOn bool   // it is a further paragraph of an item
}

// cutSetting cuts the marks before a paragraph: "> ", "- ", "1. ", blanks as wide as a mark.
func cutSetting(s string) (set setting, rest string) {
	for strings.HasPrefix(s, "> ") {
		set.quotes, s = set.quotes+1, s[len("> "):]
	}
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	switch {
	case strings.HasPrefix(s, "- "):
		set.item, s = true, s[len("- "):]
	case digits > 0 && strings.HasPrefix(s[digits:], ". "):
		set.item, set.number, s = true, s[:digits], s[digits+len(". "):]
	case strings.HasPrefix(s, "  "):
		set.goesOn, s = true, strings.TrimLeft(s, " ")
	}
	return set, s
}

// part reads a paragraph that is in a list or a quotation.
func (r *notebookReader) part(set setting, s string) {
	r.raw("  ")
	text := r.text(s)
	for range set.quotes {
		r.hints = append(r.hints, feed.Hint{Span: text, Kind: feed.HintQuote})
	}
	if set.item {
		r.hints = append(r.hints, feed.Hint{Span: text, Kind: feed.HintItem, Value: set.number})
	}
	for k := len(r.hints) - 1; set.goesOn && k >= 0; k-- {
		if h := &r.hints[k]; h.Kind == feed.HintItem {
			h.End = text.End
			break
		}
	}
}
