package decode

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// What of a page is no text of its feed: menus, captions, buttons, embedded posts. Elements say so by their names and roles; classes and
// ids only by convention, and are not believed where they would take most of the page.

// A part is what an element is in its page.
type part uint8

const (
	textPart   part = iota
	noisePart       // navigation, captions, buttons
	bylinePart      // who wrote it
)

// partOf returns what an element is by itself, not by what it stands in.
func (r *page) partOf(n *node) part {
	t := r.tree
	if n.hidden {
		return noisePart
	}
	switch n.tag {
	case atom.Nav, atom.Footer, atom.Aside, atom.Button, atom.Select, atom.Figure, atom.Figcaption, atom.Form, atom.Dialog, atom.Video, atom.Audio, atom.Textarea, atom.Label, atom.Caption:
		return r.unlessLarge(n, noisePart)
	case atom.Address:
		return bylinePart
	case atom.Html, atom.Body, atom.Main, atom.Article, atom.P, 0:
		if n.tag != atom.P {
			return textPart
		}
	}
	switch t.find(n, "role") {
	case "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar", "button", "tablist":
		return r.unlessLarge(n, noisePart)
	}
	switch t.find(n, "itemprop") {
	case "author", "creator", "publisher":
		return bylinePart
	}
	if t.find(n, "rel") == "author" {
		return bylinePart
	}
	if !isBlock(n.tag) && n.tag != atom.Span && n.tag != atom.A || isHeading(n.tag) {
		return textPart
	}
	class, id := t.find(n, "class"), t.find(n, "id")
	switch {
	case class == "" && id == "":
		return textPart
	case isBlock(n.tag) && (isComments(class) || isComments(id)) && n.size*10 < 9*t.nodes[0].size:
		return noisePart // there may be more of them than of the page itself
	}
	p := r.partOfName(class)
	if p == noisePart && r.isBulky(class) {
		p = textPart
	}
	if p == textPart && n.tag != atom.Li {
		p = r.partOfName(id)
	}
	if p == noisePart && !isBlock(n.tag) && n.size > inlineNoise {
		return textPart
	}
	return r.unlessLarge(n, p)
}

// isComments reports whether a class or id is that of what readers have written.
func isComments(name string) bool {
	for token := range strings.FieldsSeq(name) {
		switch strings.ToLower(token) {
		case "comments", "comment-list", "commentlist", "comments-area", "comments-section", "disqus", "disqus_thread", "kommentare", "commentaires", "comentarios", "commenti", "respond":
			return true
		}
	}
	return false
}

// inlineNoise is how many bytes of text may be taken for noise in the middle of a line.
const inlineNoise = 80

// unlessLarge returns p, or textPart if that would take more than a third of the page.
func (r *page) unlessLarge(n *node, p part) part {
	if n.size*3 > r.tree.nodes[0].size || n.size <= stampSize && p == noisePart && !n.hidden && r.holdsStamp(n) {
		return textPart
	}
	return p
}

// holdsStamp reports whether an element holds a time element, or one with a machine-readable time: some pages put the stamp of an entry into
// an aside.
func (r *page) holdsStamp(n *node) bool {
	for k := n.first; k < n.end; k++ {
		if e := &r.nodes[k]; e.element {
			if _, ok := r.stamp(e); ok {
				return true
			}
		}
	}
	return false
}

// A bulk is the text in all blocks of a class.
type bulk struct{ size, linked int32 }

// bulks adds up the text in blocks whose class says that they are noise.
func (r *page) bulks() map[string]bulk {
	sizes := map[string]bulk{}
	for i := range r.nodes {
		n := &r.nodes[i]
		if !n.element || n.size == 0 || !isBlock(n.tag) {
			continue
		}
		if class := r.find(n, "class"); r.partOfName(class) == noisePart {
			b := sizes[class]
			sizes[class] = bulk{b.size + n.size, b.linked + n.linked}
		}
	}
	return sizes
}

// isBulky reports whether the blocks of a class hold most of the page's text, and not in links: whatever the class says, they are no noise.
func (r *page) isBulky(class string) bool {
	b := r.sizes[class]
	return b.size*2 > r.nodes[0].size && b.linked*2 < b.size
}

// partOfName returns what the words of a class or id say. They recur through a page, so what they say is kept.
func (r *page) partOfName(name string) part {
	if name == "" {
		return textPart
	}
	if p, known := r.named[name]; known {
		return p
	}
	p := textPart
	for _, token := range strings.Fields(name) {
		if p = partOfToken(token); p != textPart {
			break
		}
	}
	r.named[name] = p
	return p
}

// partOfToken returns what one class says by its words, which stand apart by hyphens, underscores or capitals. A word such as "has" or "no"
// makes it a statement about something else.
func partOfToken(token string) part {
	p := textPart
	for word := range words(token) {
		switch word {
		case "has", "no", "with", "without", "is", "not", "js", "hide", "show", "main":
			return textPart
		case "share", "sharing", "sharebar", "shares", "social", "socials", "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "footer", "sidebar", "related", "recommended",
			"recommendations", "promo", "advert", "advertisement", "advertising", "ad", "ads", "adslot", "sponsored", "newsletter", "newsletters", "signup", "cookie", "cookies", "consent", "comments",
			"caption", "credit", "credits", "tags", "toolbar", "tweet", "twitter", "instagram", "facebook", "tiktok", "embed", "embedded", "oembed", "popup", "modal", "paywall", "pagination", "pager",
			"gallery", "readmore", "subscribe", "subscription", "copyright", "hidden", "tooltip", "carousel", "legend", "outbrain", "taboola", "banner", "visuallyhidden":
			p = noisePart
		case "byline", "bylines", "author", "authors", "autor", "writer", "reporter", "contributor", "contributors":
			if p == textPart {
				p = bylinePart
			}
		}
	}
	return p
}

// words yields the words of a class in small letters.
func words(token string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		from := 0
		for i := 0; i <= len(token); i++ {
			end := i == len(token) || token[i] == '-' || token[i] == '_' || token[i] == ':'
			capital := !end && i > from && isUpper(token[i]) && !isUpper(token[i-1])
			if !end && !capital {
				continue
			}
			if i > from && !yield(strings.ToLower(token[from:i])) {
				return
			}
			from = i
			if end {
				from++
			}
		}
	}
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }
