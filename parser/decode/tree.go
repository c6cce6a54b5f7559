package decode

import (
	"bytes"
	"cmp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The tree of a page. We build it from the tokens of golang.org/x/net/html. Its own Parse refuses
// pages that are nested deeper than 512 elements and takes quadratic time on some inputs. It also
// keeps much that is not needed here.
//
// Broken markup is mended as it comes. An end tag without a start tag is ignored, and an element
// without an end tag ends with its parent. What is nested deeper than maxDepth becomes a sibling of
// the element that holds it.

// maxDepth is how deep the tree may be: walks recurse.
const maxDepth = 256

// A tree is a page. Its nodes are in document order: the descendants of a node follow it. Node 0
// is the root, which holds all others.
type tree struct {
	nodes []node
	text  []byte   // of all text nodes, in their order
	attrs []attr   // of all elements, in their order
	title string   // of the title element
	lang  string   // of the html element
	ld    []string // the JSON-LD scripts
	base  string   // the href of the base element
}

// A node is an element or a text. Nodes are named by their index in tree.nodes.
type node struct {
	parent     int32     // -1: the root has none
	first, end int32     // the node and its descendants are nodes[first:end]
	from, to   int32     // of a text: it is text[from:to]
	attr, last int32     // of an element: its attributes are attrs[attr:last]
	size       int32     // bytes of text in it that are not white space
	linked     int32     // how many of them are in links
	tag        atom.Atom // of an element; 0: its name is not one of HTML's
	element    bool      // false: a text
	hidden     bool      // by its attributes
}

// An attr is an attribute that is of use; all others are dropped.
type attr struct{ key, value string }

// find returns the value of an attribute of a node, "" if it has none.
func (t *tree) find(n *node, key string) string {
	for _, a := range t.attrs[n.attr:n.last] {
		if a.key == key {
			return a.value
		}
	}
	return ""
}

// A builder makes a tree of tokens.
type builder struct {
	tree
	stack []int32           // the open elements, the innermost last
	open  map[atom.Atom]int // how many of them have this name
	skip  atom.Atom         // everything is skipped up to the end of this element; 0: nothing is
	depth int               // how many elements of the skipped name are open in each other
	// collects the text of the title or script that is being skipped; nil: it is of no use
	into *strings.Builder
	tag  tagReader
	buf  []byte // of a text
}

// parseTree makes a tree of a page. Every input has one.
func parseTree(page []byte) *tree {
	b := builder{open: map[atom.Atom]int{}}
	b.text = make([]byte, 0, len(page)/4)
	// Each tag begins one element at most, and one text follows it. Growing would take several
	// times the memory of the nodes themselves; what is too much is never touched, and so takes
	// none.
	b.nodes = make([]node, 0, 2*bytes.Count(page, []byte("<"))+2)
	b.nodes = append(b.nodes, node{element: true, parent: -1})
	b.stack = append(b.stack, 0)
	z := html.NewTokenizer(bytes.NewReader(page))
	kind := plainText // how the next text is written
	for {
		token := z.Next()
		written := kind
		kind = plainText
		switch token {
		case html.ErrorToken:
			for len(b.stack) > 0 {
				b.pop()
			}
			b.weigh()
			return &b.tree
		case html.TextToken:
			b.addText(z.Raw(), written)
		case html.StartTagToken:
			kind = kindWithin(b.start(z, false))
		case html.SelfClosingTagToken:
			kind = kindWithin(b.start(z, true))
		case html.EndTagToken:
			name, _ := z.TagName()
			b.finish(atom.Lookup(name))
		}
	}
}

// addText adds a text to the open element.
func (b *builder) addText(raw []byte, kind textKind) {
	switch {
	case b.into != nil:
		b.buf = appendMeant(b.buf[:0], raw, kind)
		b.into.Write(b.buf)
	case b.skip != 0 || len(raw) == 0:
	default:
		from := int32(len(b.text))
		b.text = appendMeant(b.text, raw, kind)
		at := int32(len(b.nodes))
		b.nodes = append(b.nodes, node{parent: b.stack[len(b.stack)-1], from: from,
			to: int32(len(b.text)), first: at, end: at + 1})
	}
}

// kindWithin returns how the text right after a start tag is written.
func kindWithin(tag atom.Atom) textKind {
	switch tag {
	case atom.Title, atom.Textarea:
		return rawWithNames
	case atom.Iframe, atom.Noembed, atom.Noframes, atom.Noscript, atom.Plaintext, atom.Script,
		atom.Style, atom.Xmp:
		return rawText
	}
	return plainText
}

// start reads a start tag and returns its name. closed: it ends with "/>".
func (b *builder) start(z *html.Tokenizer, closed bool) atom.Atom {
	name, _ := z.TagName()
	tag := atom.Lookup(name)
	if b.skip == 0 {
		b.begin(tag, z.Raw(), closed)
	} else if tag == b.skip && !closed {
		b.depth++
	}
	return tag
}

// begin begins an element with a start tag.
func (b *builder) begin(tag atom.Atom, raw []byte, closed bool) {
	b.closeBefore(tag)
	n := node{tag: tag, element: true, attr: int32(len(b.attrs))}
	b.attributes(raw, &n)
	n.last = int32(len(b.attrs))
	if b.leavesOut(&n, closed) {
		return
	}
	n.parent = b.stack[len(b.stack)-1]
	at := int32(len(b.nodes))
	n.first, n.end = at, at+1
	b.nodes = append(b.nodes, n)
	if closed && tag == 0 || isVoid(tag) || len(b.stack) >= maxDepth {
		return
	}
	b.stack = append(b.stack, at)
	b.open[tag]++
}

// leavesOut reports whether an element is not to become a node. What it says about the page is
// noted, and what is in it is skipped, but for the elements that hold the whole page.
func (b *builder) leavesOut(n *node, closed bool) bool {
	switch n.tag {
	case atom.Html:
		if b.lang == "" {
			b.lang = b.find(n, "lang")
		}
		return true
	// a broken page can have several; their attributes say nothing of what is in them
	case atom.Body, atom.Head:
		return true
	case atom.Svg, atom.Template:
		if closed {
			return true
		}
	case atom.Base:
		b.base = cmp.Or(b.base, b.find(n, "href"))
		return true
	case atom.Style, atom.Iframe, atom.Noscript, atom.Noembed, atom.Noframes:
	case atom.Script:
		if strings.HasPrefix(strings.ToLower(b.find(n, "type")), "application/ld+json") {
			b.into = new(strings.Builder)
		}
	case atom.Title:
		if b.title == "" {
			b.into = new(strings.Builder)
		}
	default:
		return false
	}
	b.skip, b.depth = n.tag, 1
	return true
}

// attributes reads the attributes of a start tag into the tree; those that are of no use are
// dropped.
func (b *builder) attributes(raw []byte, n *node) {
	b.tag.begin(raw)
	for {
		key, value, ok := b.tag.next()
		if !ok {
			return
		}
		switch string(key) {
		case "hidden":
			n.hidden = true
		case "style":
			n.hidden = n.hidden || hides(value)
		case "class", "id", "datetime", "title", "itemprop", "itemtype", "role", "href", "rel",
			"content", "property", "name", "type", "lang", "charset", "http-equiv":
			b.attrs = append(b.attrs, attr{string(key), string(value)})
		case "src", "alt", "data-src":
			if (n.tag == atom.Img || n.tag == atom.Image) && len(value) > 0 {
				b.attrs = append(b.attrs, attr{string(key), string(value)})
			}
		case "width", "height":
			if (n.tag == atom.Img || n.tag == atom.Image) && isIconSize(value) {
				b.attrs = append(b.attrs, attr{"icon", "yes"})
			}
		default:
			const longest = len("Mon Jan 02 2006 15:04:05 GMT+0000 (Coordinated Universal Time)")
			if isMachineKey(key) && len(value) > 0 && len(value) <= longest &&
				(isDigit(value[0]) || isUpper(value[0])) {
				b.attrs = append(b.attrs, attr{"time", string(value)})
			}
		}
	}
}

// isIconSize reports whether a width or height is that of an icon, or of a picture that counts who
// looks at it.
func isIconSize(value []byte) bool {
	n, err := strconv.Atoi(strings.TrimSuffix(string(value), "px"))
	return err == nil && n <= 64
}

// hides reports whether a style hides an element.
func hides(style []byte) bool {
	i := bytes.Index(style, []byte("display"))
	if i < 0 {
		return false
	}
	rest := bytes.TrimLeft(style[i+len("display"):], ": ")
	return bytes.HasPrefix(rest, []byte("none"))
}

// finish reads an end tag: it closes the innermost open element of that name, and all in it.
func (b *builder) finish(tag atom.Atom) {
	if b.skip != 0 {
		if tag != b.skip {
			return
		}
		if b.depth--; b.depth > 0 {
			return
		}
		if b.into != nil && tag == atom.Title {
			b.title = fold(b.into.String())
		} else if b.into != nil {
			b.ld = append(b.ld, b.into.String())
		}
		b.skip, b.into = 0, nil
		return
	}
	if b.open[tag] == 0 {
		return
	}
	for len(b.stack) > 1 {
		top := b.nodes[b.stack[len(b.stack)-1]].tag
		b.pop()
		if top == tag {
			return
		}
	}
}

// pop closes the innermost open element.
func (b *builder) pop() {
	top := b.stack[len(b.stack)-1]
	b.stack = b.stack[:len(b.stack)-1]
	b.nodes[top].end = int32(len(b.nodes))
	b.open[b.nodes[top].tag]--
}

// closeBefore closes the open elements that end where an element of a name begins. HTML lets their
// end tags be left out: a paragraph ends at a block, the item of a list at the next.
func (b *builder) closeBefore(tag atom.Atom) {
	switch tag {
	case atom.Li:
		b.closeUpTo(tag, atom.Ul, atom.Ol)
	case atom.Dt, atom.Dd:
		b.closeUpTo(atom.Dt, atom.Dl, atom.Dd)
		b.closeUpTo(atom.Dd, atom.Dl, atom.Dt)
	case atom.Tr:
		b.closeUpTo(tag, atom.Table, atom.Tbody)
	case atom.Td, atom.Th:
		b.closeUpTo(atom.Td, atom.Tr, atom.Table)
		b.closeUpTo(atom.Th, atom.Tr, atom.Table)
	case atom.Option:
		b.closeUpTo(tag, atom.Select, 0)
	}
	if isBlock(tag) && b.nodes[b.stack[len(b.stack)-1]].tag == atom.P {
		b.pop()
	}
}

// closeUpTo closes the innermost open element of a name, unless one of two other names is open
// inside it. A list in an item does not end the item.
func (b *builder) closeUpTo(tag, limit, other atom.Atom) {
	if b.open[tag] == 0 {
		return
	}
	for i := len(b.stack) - 1; i > 0; i-- {
		switch b.nodes[b.stack[i]].tag {
		case tag:
			for len(b.stack) > i {
				b.pop()
			}
			return
		case limit, other:
			return
		}
	}
}

// weigh counts the text in every node.
func (t *tree) weigh() {
	for i := len(t.nodes) - 1; i > 0; i-- {
		n := &t.nodes[i]
		if !n.element {
			n.size = int32(solid(t.text[n.from:n.to]))
		}
		if n.tag == atom.A {
			n.linked = n.size
		}
		t.nodes[n.parent].size += n.size
		t.nodes[n.parent].linked += n.linked
	}
}

// solid returns how many bytes of a text are not white space.
func solid(text []byte) int {
	n := 0
	for _, c := range text {
		if c > ' ' {
			n++
		}
	}
	return n
}

// fold returns a text in which every run of white space is one blank, with none at its ends.
func fold(s string) string { return strings.Join(strings.Fields(s), " ") }

// isVoid reports whether elements of a name have no content.
func isVoid(tag atom.Atom) bool {
	switch tag {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input,
		atom.Link, atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr:
		return true
	}
	return false
}

// isBlock reports whether elements of a name begin and end lines.
func isBlock(tag atom.Atom) bool {
	switch tag {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Button,
		atom.Caption, atom.Center, atom.Dd, atom.Details, atom.Dialog, atom.Dir, atom.Div,
		atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Head, atom.Header,
		atom.Hgroup, atom.Hr, atom.Html, atom.Legend, atom.Li, atom.Main, atom.Menu, atom.Nav,
		atom.Ol, atom.Optgroup, atom.Option, atom.P, atom.Pre, atom.Section, atom.Select,
		atom.Summary, atom.Table, atom.Tbody, atom.Textarea, atom.Tfoot, atom.Thead, atom.Tr,
		atom.Ul, atom.Video, atom.Audio, atom.Picture:
		return true
	}
	return false
}

// isHeading reports whether elements of a name are headings.
func isHeading(tag atom.Atom) bool {
	switch tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}
