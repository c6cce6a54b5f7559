package decode

import (
	"iter"
	"strings"

	"golang.org/x/net/html/atom"
)

// Noise: what a page shows that is no text of its feed, such as menus, captions, buttons, embedded
// posts. The names and roles of elements say so. Classes and ids say so only by convention. They
// are not believed where they would take most of the page away.

// A part is the part that an element plays in its page.
type part uint8

const (
	textPart   part = iota
	noisePart       // navigation, captions, buttons
	bylinePart      // who wrote it
)

// partOf returns the part that an element has by itself, whatever it is in.
func (p *page) partOf(n *node) part {
	if n.hidden {
		return noisePart
	}
	if part, said := p.partOfElement(n); said {
		return part
	}
	if !isBlock(n.tag) && n.tag != atom.Span && n.tag != atom.A || isHeading(n.tag) {
		return textPart
	}
	return p.partOfNames(n)
}

// partOfElement returns the part that the name and role of an element give, and whether they give
// one.
func (p *page) partOfElement(n *node) (_ part, said bool) {
	switch n.tag {
	case atom.Nav, atom.Footer, atom.Aside, atom.Button, atom.Select, atom.Figure, atom.Figcaption,
		atom.Form, atom.Dialog, atom.Video, atom.Audio, atom.Textarea, atom.Label, atom.Caption:
		return p.unlessLarge(n, noisePart), true
	case atom.P:
		return noisePart, p.isCaption(n)
	case atom.Blockquote:
		if isSignature(p.find(n, "class")) {
			return noisePart, true
		}
		return textPart, true // whatever its class says of where it is from
	case atom.Address:
		return bylinePart, true
	case atom.Html, atom.Body, atom.Main, atom.Article, 0:
		return textPart, true
	}
	switch p.find(n, "role") {
	case "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog",
		"menu", "menubar", "toolbar", "button", "tablist":
		return p.unlessLarge(n, noisePart), true
	}
	switch p.find(n, "itemprop") {
	case "author", "creator", "publisher":
		return bylinePart, true
	}
	return bylinePart, p.find(n, "rel") == "author"
}

// partOfNames returns the part that the classes and the id of an element give.
func (p *page) partOfNames(n *node) part {
	class, id := p.find(n, "class"), p.find(n, "id")
	switch {
	case class == "" && id == "":
		return textPart
	case isBlock(n.tag) && (isComments(class) || isComments(id)) && n.size*10 < 9*p.nodes[0].size:
		// readers may have written more than the page itself has: unlessLarge would not believe it
		return noisePart
	}
	said := p.partOfName(class)
	if said == noisePart && p.isBulky(class) {
		said = textPart
	}
	if said == textPart && n.tag != atom.Li {
		said = p.partOfName(id)
	}
	switch {
	case said == noisePart && !isBlock(n.tag) && n.size > inlineNoise, said == noisePart &&
		p.isQuoting(n):
		return textPart
	case said == textPart && !isBlock(n.tag) && n.size <= controlSize && isControl(class),
		n.size <= inlineNoise && isAnswerTo(class):
		return noisePart
	case said == textPart && n.size <= inlineNoise && isWriterName(class):
		return bylinePart
	}
	return p.unlessLarge(n, said)
}

// isSignature reports whether a class is that of what ends all posts of a writer.
func isSignature(class string) bool {
	for token := range strings.FieldsSeq(class) {
		for word := range words(token) {
			if word == "signature" {
				return true
			}
		}
	}
	return false
}

// isQuoting reports whether an element is there for a quotation, such as the post that it embeds.
func (p *page) isQuoting(n *node) bool {
	const most = 100 // nodes that are looked at
	for k := n.first + 1; k < min(n.end, n.first+most); k++ {
		if q := &p.nodes[k]; q.tag == atom.Blockquote {
			return q.size*2 > n.size
		}
	}
	return false
}

// controlSize is the most bytes that a control has, such as a button that is a link.
const controlSize = 30

// isControl reports whether a class is that of a control below a post: to answer it, to like it.
// Longer texts of such a class are answers.
func isControl(class string) bool {
	for token := range strings.FieldsSeq(class) {
		for word := range words(token) {
			switch word {
			case "reply", "like", "likes", "report", "permalink", "upvote", "downvote", "replylink":
				return true
			}
		}
	}
	return false
}

// isAnswerTo reports whether a class is that of the line which says to what message of a chat
// another answers: "reply_to".
func isAnswerTo(class string) bool {
	for token := range strings.FieldsSeq(class) {
		last := ""
		for word := range words(token) {
			if word == "replyto" || last == "reply" && word == "to" {
				return true
			}
			last = word
		}
	}
	return false
}

// isWriterName reports whether a class is that of the name of who wrote a message: "from_name",
// "username".
func isWriterName(class string) bool {
	for token := range strings.FieldsSeq(class) {
		last := ""
		for word := range words(token) {
			switch word {
			case "sender", "username", "nickname", "nick", "displayname":
				last = "writer"
			case "name":
				switch last {
				case "from", "user", "display", "screen", "nick", "member", "poster":
					last = "writer"
				}
			default:
				last = word
			}
		}
		if last == "writer" {
			return true
		}
	}
	return false
}

// goesOn reports whether a class is that of a message whose writer is not named again, since the
// message before is of the same: "joined".
func goesOn(class string) bool {
	for token := range strings.FieldsSeq(class) {
		switch strings.ToLower(token) {
		case "joined", "consecutive", "grouped", "continued":
			return true
		}
	}
	return false
}

// isCaption reports whether a paragraph holds a picture, and no text but in small print.
func (p *page) isCaption(n *node) bool {
	pictured, small := false, int32(0)
	for k := n.first + 1; k < n.end; {
		switch e := &p.nodes[k]; e.tag {
		case atom.Img, atom.Image:
			pictured = pictured || p.find(e, "icon") == ""
		case atom.Sub, atom.Sup, atom.Small, atom.Em, atom.I:
			small += e.size
			k = e.end
			continue
		}
		k++
	}
	return pictured && n.size > 0 && small == n.size
}

// isComments reports whether a class or id is that of what readers have written.
func isComments(name string) bool {
	for token := range strings.FieldsSeq(name) {
		switch strings.ToLower(token) {
		case "comments", "comment-list", "commentlist", "comments-area", "comments-section",
			"disqus", "disqus_thread", "kommentare", "commentaires", "comentarios", "commenti",
			"respond":
			return true
		}
	}
	return false
}

// inlineNoise is how many bytes of text may be taken for noise in the middle of a line.
const inlineNoise = 80

// unlessLarge returns the part that an element is said to be, or textPart if that is not believed.
// It is not if the element is more than a third of the page, or noise that holds a timestamp.
func (p *page) unlessLarge(n *node, said part) part {
	if n.size*3 > p.nodes[0].size || n.size <= stampSize && said == noisePart && !n.hidden &&
		p.holdsStamp(n) {
		return textPart
	}
	return said
}

// holdsStamp reports whether an element holds a time element, or one with a machine-readable time.
// Some pages put the timestamp of an entry into an aside.
func (p *page) holdsStamp(n *node) bool {
	for k := n.first; k < n.end; k++ {
		if e := &p.nodes[k]; e.element {
			if _, ok := p.stamp(e); ok {
				return true
			}
		}
	}
	return false
}

// A bulk is the text in all blocks of a class.
type bulk struct{ size, linked int32 }

// bulks adds up the text in blocks whose class says that they are noise.
func (p *page) bulks() map[string]bulk {
	sizes := map[string]bulk{}
	for i := range p.nodes {
		n := &p.nodes[i]
		if !n.element || n.size == 0 || !isBlock(n.tag) {
			continue
		}
		if class := p.find(n, "class"); p.partOfName(class) == noisePart {
			b := sizes[class]
			sizes[class] = bulk{b.size + n.size, b.linked + n.linked}
		}
	}
	return sizes
}

// isBulky reports whether the blocks of a class hold most of the page's text, and not in links.
// Whatever the class says, they are no noise.
func (p *page) isBulky(class string) bool {
	b := p.sizes[class]
	return b.size*2 > p.nodes[0].size && b.linked*2 < b.size
}

// partOfName returns the part that the classes, or the id, of an element give. The same ones recur
// through a page, so the answer is remembered.
func (p *page) partOfName(name string) part {
	if name == "" {
		return textPart
	}
	said, known := p.named[name]
	if !known {
		for token := range strings.FieldsSeq(name) {
			if said = partOfToken(token); said != textPart {
				break
			}
		}
		p.named[name] = said
	}
	return said
}

// partOfToken returns the part that the words of one class give. A word such as "has" or "no" makes
// the class say something about another element: "has-sidebar".
func partOfToken(token string) part {
	p := textPart
	for word := range words(token) {
		switch word {
		case "has", "no", "with", "without", "is", "not", "js", "hide", "show", "main":
			return textPart
		case "share", "sharing", "sharebar", "shares", "social", "socials", "nav", "navbar",
			"navigation", "menu", "breadcrumb", "breadcrumbs", "footer", "sidebar", "related",
			"recommended",
			"recommendations", "promo", "advert", "advertisement", "advertising", "ad", "ads",
			"adslot", "sponsored", "newsletter", "newsletters", "signup", "cookie", "cookies",
			"consent", "comments",
			"caption", "credit", "credits", "tags", "toolbar", "tweet", "twitter", "instagram",
			"facebook", "tiktok", "embed", "embedded", "oembed", "popup", "modal", "paywall",
			"pagination", "pager",
			"gallery", "readmore", "subscribe", "subscription", "copyright", "hidden", "tooltip",
			"carousel", "legend", "outbrain", "taboola", "banner", "visuallyhidden", "initials",
			"avatar", "userpic", "gravatar", "profile", "userprofile", "postprofile", "userinfo",
			"userstats", "signature":
			p = noisePart
		case "byline", "bylines", "author", "authors", "autor", "writer", "reporter", "contributor",
			"contributors":
			if p == textPart {
				p = bylinePart
			}
		}
	}
	return p
}

// words yields the words of a class in lower case; hyphens, underscores, colons and capitals begin
// a new one: "postTime-small" has post, time and small.
func words(token string) iter.Seq[string] {
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
