package decode

import (
	"strconv"
	"strings"

	"newstimeline/parser/feed"
)

// Links, pictures, lists and quotations of our own notations.

// An ownLink is a link of an entry of ours.
type ownLink struct{ text, url string }

// ownLinks reads the links of an entry in our JSON, those whose addresses are of the web or of
// mail.
func ownLinks(object map[string]any) (links []ownLink) {
	list, _ := object["links"].([]any)
	for _, e := range list {
		if o, ok := e.(map[string]any); ok {
			get := memberOf(o)
			if url := get("url"); absolute(url) != "" || isMailto(url) {
				links = append(links, ownLink{get("text"), url})
			}
		}
	}
	return links
}

// ownMedia reads the pictures of an entry in our JSON. Their captions are no words of the text.
func ownMedia(object map[string]any) (media []feed.Hint) {
	list, _ := object["media"].([]any)
	for _, e := range list {
		if o, ok := e.(map[string]any); ok {
			get := memberOf(o)
			if url := absolute(get("url")); url != "" {
				shown := &feed.Image{Alt: get("alt"), Caption: get("caption"),
					Credit: get("credit")}
				media = append(media, feed.Hint{Kind: feed.HintImage, Value: url, Image: shown})
			}
		}
	}
	return media
}

// An ownPart is an item of a list or a quotation in an entry of ours: paragraphs of its text.
type ownPart struct {
	kind        feed.HintKind
	number      string
	first, last int // from 1
}

// ownParts reads the lists and quotations of an entry in our JSON.
func ownParts(object map[string]any) (parts []ownPart) {
	list, _ := object["parts"].([]any)
	for _, e := range list {
		o, ok := e.(map[string]any)
		if !ok {
			continue
		}
		get := memberOf(o)
		first, _ := strconv.Atoi(get("first"))
		last, _ := strconv.Atoi(get("last"))
		kind, known := partKinds[get("kind")]
		if known && 1 <= first && first <= last {
			parts = append(parts, ownPart{kind, get("number"), first, last})
		}
	}
	return parts
}

var partKinds = map[string]feed.HintKind{"item": feed.HintItem, "quote": feed.HintQuote}

// attachParts adds the hints of lists and quotations in a body: each covers some of its lines.
func (w *feedWriter) attachParts(parts []ownPart, body feed.Span) {
	if len(parts) == 0 {
		return
	}
	var lines []feed.Span
	text := w.b.String()
	for at := body.Start; at < body.End; {
		end := body.End
		if n := strings.IndexByte(text[at:end], '\n'); n >= 0 {
			end = at + n
		}
		if s := (feed.Span{Start: at, End: end}).Trim(text); s.Len() > 0 {
			lines = append(lines, s)
		}
		at = end + 1
	}
	for _, p := range parts {
		if p.last <= len(lines) {
			w.hints = append(w.hints, feed.Hint{Kind: p.kind, Value: p.number,
				Span: feed.Span{Start: lines[p.first-1].Start, End: lines[p.last-1].End}})
		}
	}
}
