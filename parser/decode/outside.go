package decode

import (
	"bytes"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Markdown may hold elements of HTML, most often above its first heading: a logo, a row of badges.
// It is told from a page by where its lines are: outside of all elements.

// isOutside reports whether most of the lines of a text that begins with a tag are outside of its
// elements. The text may be cut off.
func isOutside(b []byte) bool {
	c := outsideCounter{blank: true}
	z := html.NewTokenizer(bytes.NewReader(b))
	for token := z.Next(); token != html.ErrorToken; token = z.Next() {
		if token == html.CommentToken || token == html.TextToken {
			c.take(z.Raw(), token == html.CommentToken)
			continue
		}
		raw := z.Raw()
		name, _ := z.TagName()
		tag := atom.Lookup(name)
		c.take(raw, tag != 0) // <https://example.org> is a link
		c.takeTag(tag, token)
	}
	c.endLine()
	return c.outside > c.within
}

// An outsideCounter counts the lines outside and within the elements of a text. The fields below
// the first are of the line that it is in.
type outsideCounter struct {
	outside, within int // lines that are not blank
	depth           int // of open blocks
	mark            []byte
	hasText, hasTag bool
	blank           bool // the line above is blank
}

// lineMark is how many bytes of a line say whether it begins as Markdown.
const lineMark = 8

// take takes the bytes of a text or, if isTag, a tag, which may have ends of lines too.
func (c *outsideCounter) take(raw []byte, isTag bool) {
	for line := range bytes.Lines(raw) {
		text := bytes.TrimRight(line, "\r\n")
		c.hasText = c.hasText || len(bytes.TrimSpace(text)) > 0
		c.hasTag = c.hasTag || isTag
		c.mark = append(c.mark, text[:min(len(text), max(0, lineMark-len(c.mark)))]...)
		if len(text) < len(line) {
			c.endLine()
		}
	}
}

// takeTag counts the open blocks. Other elements end where they begin, as far as lines go.
func (c *outsideCounter) takeTag(tag atom.Atom, token html.TokenType) {
	switch {
	case !isBlock(tag) || isVoid(tag) || token == html.SelfClosingTagToken:
	case token == html.StartTagToken:
		c.depth++
	default:
		c.depth = max(0, c.depth-1)
	}
}

// endLine counts a line. One that begins as Markdown below a blank line ends what is open above it,
// as the blank line does for readers of Markdown.
func (c *outsideCounter) endLine() {
	begins := beginsMarkdown(c.mark)
	if begins && c.blank {
		c.depth = 0
	}
	switch {
	case !c.hasText:
	case c.depth == 0 && (begins || !c.hasTag):
		c.outside++
	default:
		c.within++
	}
	c.blank = !c.hasText
	c.mark, c.hasText, c.hasTag = c.mark[:0], false, false
}

// beginsMarkdown reports whether a line begins like a heading or an element of a list.
func beginsMarkdown(line []byte) bool {
	line = bytes.TrimLeft(line, " ")
	rest := bytes.TrimLeft(line, "#")
	if len(rest) == len(line) && len(line) > 0 && bytes.IndexByte([]byte("-*+"), line[0]) >= 0 {
		rest = line[1:]
	}
	return len(rest) < len(line) && len(rest) > 0 && (rest[0] == ' ' || rest[0] == '\t')
}

// isOfPages reports whether an element is in saved pages alone, never above other text.
func isOfPages(name string) bool {
	switch name {
	case "html", "head", "body", "title", "meta", "link", "base":
		return true
	}
	return false
}
