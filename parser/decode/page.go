package decode

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"

	"newstimeline/parser/feed"
)

// From page to lines: each block element becomes one or more lines, and hints say what the
// structure says about them. All visible text is kept. What is no text of a feed is marked as
// noise, so that the parser leaves it out and explain can still show it.

// A page is a tree that is being laid out as lines.
type page struct {
	*tree
	url   string      // the address of the page; "": unknown
	base  string      // the address that its links are relative to; "": url
	out   []byte      // the lines so far
	from  []int32     // by node: its text is out[from:to]
	to    []int32     //
	part  []part      // by node: noisePart if it is noise or is in noise
	hints []feed.Hint // in the order in which elements end

	space bool      // white space is before the next text
	end   lineEnd   // what ended the line before the text at hand
	ended atom.Atom // the inline element that ended just before; 0: there is none
	noise bool      // the text at hand is in an element that is noise

	items      map[int32]int     // by list with numbers: how many of its items were met
	named      map[string]part   // the answers of partOfName
	timed      map[string]bool   // the answers of isStampClass
	sizes      map[string]bulk   // by class that says "noise": the text in all blocks that have it
	label      []part            // by node: it is a label; nil: none is
	ownTexts   []bool            // by node: text is in it that is in no other element in it
	cardGroups [][]int32         // elements that look alike, with times: see cards
	times      []int32           // by node: how many before it look like a time: see countTimes
	instants   map[string]string // the answers of machineTime
	inline     []bool            // by node: it is an inline card; nil: none is
}

// newPage lays out a tree as lines.
func newPage(t *tree) *page {
	n := len(t.nodes)
	spans := make([]int32, 2*n)
	p := &page{tree: t, items: map[int32]int{}, named: map[string]part{}, timed: map[string]bool{},
		instants: map[string]string{},
		out:      make([]byte, 0, len(t.text)+len(t.text)/16),
		from:     spans[:n], to: spans[n:], part: make([]part, n)}
	p.sizes = p.bulks()
	p.label, p.inline = p.labels(), p.inlineCards()
	p.children(0)
	p.line()
	return p
}

// children lays out what is in node i.
func (p *page) children(i int32) {
	for k := i + 1; k < p.nodes[i].end; k = p.nodes[k].end {
		if n := &p.nodes[k]; n.element {
			p.element(k)
		} else if !p.isListMark(n) {
			p.write(p.text[p.nodes[k].from:p.nodes[k].to], p.nodes[i].tag == atom.Pre)
		}
	}
}

// isListMark reports whether a text is a mark at the beginning of a line, before an element: it
// stands for the mark of a list. A mark that may open a quotation is none.
func (p *page) isListMark(n *node) bool {
	if n.size == 0 || n.size > int32(len("•")) || len(p.out) > 0 && p.out[len(p.out)-1] != '\n' ||
		n.end == p.nodes[n.parent].end {
		return false
	}
	switch string(bytes.TrimSpace(p.text[n.from:n.to])) {
	case "·", "•", "▪", "■", "►", "▶", "・", "◦", "●":
		return true
	}
	return false
}

// element lays out element i and adds its hints.
func (p *page) element(i int32) {
	n := &p.nodes[i]
	was := p.noise
	self := p.partOf(n)
	if self != textPart && !isBlock(n.tag) && p.isRunning(n.parent) {
		self = textPart
	}
	p.noise = was || self == noisePart
	if p.noise {
		p.part[i] = noisePart
	}
	broken := isBlock(n.tag) || self == noisePart && !was || p.isLabel(i) ||
		p.inline != nil && p.inline[i] || isBlockClass(p.find(n, "class"))
	switch {
	case n.tag == atom.Br:
		p.breakLine()
	case broken:
		p.line()
	case n.tag == atom.Td || n.tag == atom.Th:
		p.cell()
	case p.isTime(n) || p.ended != 0 && isSetApart(n.tag):
		p.space = true
	}
	p.ended = 0
	p.from[i] = int32(len(p.out))
	p.children(i)
	if broken {
		p.line()
	}
	p.to[i] = int32(len(p.out))
	p.note(i, self)
	p.noise = was
	if p.isTime(n) {
		p.space = true
	}
	if isSetApart(n.tag) && n.size > 1 {
		p.ended = n.tag
	}
}

func (p *page) isLabel(i int32) bool { return p.label != nil && p.label[i] != textPart }

// isRunning reports whether node i holds running text: then its inline elements are words of
// sentences.
func (p *page) isRunning(i int32) bool {
	return p.nodes[i].tag == atom.P || isHeading(p.nodes[i].tag)
}

// isBlockClass reports whether a class is that by which a much used style sheet makes an element a
// block.
func isBlockClass(class string) bool {
	for token := range strings.FieldsSeq(class) {
		if token == "d-block" {
			return true
		}
	}
	return false
}

// isSetApart reports whether style sheets usually keep two neighbouring elements of this kind
// apart, though there is no white space between them.
func isSetApart(tag atom.Atom) bool {
	switch tag {
	case atom.Span, atom.A, atom.Small, atom.Mark, atom.Time:
		return true
	}
	return false
}

// note adds the hints that element i gives.
func (p *page) note(i int32, self part) {
	n := &p.nodes[i]
	s := p.span(i)
	if self == noisePart {
		// noise in noise, and its other hints, count where the wider noise is not believed
		p.hint(s, feed.HintNoise, "")
	}
	if s.Len() > 0 && mayContain(n) && goesOn(p.find(n, "class")) {
		p.hint(feed.Span{Start: s.Start, End: s.Start}, feed.HintSameWriter, "")
	}
	switch {
	case self == bylinePart:
		p.hint(s, feed.HintByline, "")
	case p.label != nil && p.label[i] == noisePart:
		p.hint(s, feed.HintNoise, feed.Label)
	case p.label != nil && p.label[i] == bylinePart:
		p.hint(s, feed.HintByline, "")
	case p.isTitle(n) && !p.isQuoted(i):
		p.hint(s, feed.HintTitle, "")
	case p.isStampHead(i):
		p.hint(s, feed.HintByline, "")
	case isCard(n):
		p.hint(s, feed.HintNoise, feed.Card)
	case n.tag == atom.Blockquote:
		p.noteSignature(i)
		p.hint(s, feed.HintQuote, "")
	case n.tag == atom.Li:
		p.hint(s, feed.HintItem, p.numberOf(i))
	case n.tag == atom.P && p.hasLines(i):
		p.hint(s, feed.HintLines, "")
	}
	value, timed := p.stamp(n)
	switch {
	case !timed && p.isSetOff(i, s):
		p.hint(s, feed.HintSetOff, "")
	case !timed:
	case s.Len() > 0 && n.size <= stampSize:
		p.hint(s, feed.HintStamp, value)
	case value != "":
		p.hint(s, feed.HintStamp, value)
	}
}

// numberOf returns the number that an item of a list shows; "": none.
func (p *page) numberOf(i int32) string {
	list := p.nodes[i].parent
	if p.nodes[list].tag != atom.Ol {
		return ""
	}
	p.items[list]++
	return strconv.Itoa(p.items[list])
}

// hasLines reports whether node i is a paragraph of several lines, the first of which is not set
// off by bold print.
func (p *page) hasLines(i int32) bool {
	n, bold, before := &p.nodes[i], int32(0), int32(0)
	for k := i + 1; k < n.end; k = p.nodes[k].end {
		switch e := &p.nodes[k]; e.tag {
		case atom.Br:
			if before > 0 {
				return bold < before
			}
		case atom.B, atom.Strong:
			bold += e.size
			before += e.size
		default:
			before += e.size
		}
	}
	return false
}

// noteSignature marks the line that says who wrote an embedded post: a text after its paragraphs
// that opens with a dash.
func (p *page) noteSignature(i int32) {
	n := &p.nodes[i]
	for k := i + 1; k < n.end; k = p.nodes[k].end {
		if e := &p.nodes[k]; e.tag == atom.P && e.end < n.end && !p.nodes[e.end].element {
			text := trimSpace(p.text[p.nodes[e.end].from:p.nodes[e.end].to])
			if bytes.HasPrefix(text, []byte("—")) || bytes.HasPrefix(text, []byte("–")) {
				p.hint(p.trim(int(p.to[e.first]), int(p.to[i])), feed.HintNoise, "")
				return
			}
		}
	}
}

// isTitle reports whether an element is a headline.
func (p *page) isTitle(n *node) bool {
	switch {
	case n.size == 0 || n.size > titleSize:
		return false
	case isHeading(n.tag), p.find(n, "itemprop") == "headline":
		return true
	case !isBlock(n.tag) && n.tag != atom.Span && n.tag != atom.A:
		return false
	}
	last := ""
	for token := range strings.FieldsSeq(p.find(n, "class")) {
		for word := range words(token) {
			last = word
		}
		switch last {
		case "title", "headline", "heading", "hed":
			return true
		}
	}
	return false
}

// isQuoted reports whether node i is in a quotation.
func (p *page) isQuoted(i int32) bool {
	for i = p.nodes[i].parent; i > 0; i = p.nodes[i].parent {
		if p.nodes[i].tag == atom.Blockquote {
			return true
		}
	}
	return false
}

// isCard reports whether an element is most likely a card that leads to another page: most of its
// text is in links.
func isCard(n *node) bool {
	switch n.tag {
	case atom.Article, atom.Section, atom.Div, atom.Ul, atom.Ol:
		return n.size > 0 && n.linked*2 > n.size
	}
	return false
}

// titleSize is the most bytes that a headline has.
const titleSize = 400

// hint adds a hint. An empty span is for links, times and writers of what follows; any other hint
// with an empty span is dropped.
func (p *page) hint(s feed.Span, kind feed.HintKind, value string) {
	if s.Len() > 0 || kind == feed.HintStamp && value != "" || kind == feed.HintLink ||
		kind == feed.HintSameWriter {
		p.hints = append(p.hints, feed.Hint{Span: s, Kind: kind, Value: value})
	}
}

// span returns where the text of node i is, without white space at its ends.
func (p *page) span(i int32) feed.Span { return p.trim(int(p.from[i]), int(p.to[i])) }

func (p *page) trim(from, to int) feed.Span {
	for from < to && p.out[from] <= ' ' {
		from++
	}
	for from < to && p.out[to-1] <= ' ' {
		to--
	}
	return feed.Span{Start: from, End: to}
}

// write adds a text to the line, each run of white space as one blank. In preformatted text, line
// ends end lines. Soft hyphens are left out.
func (p *page) write(text []byte, preformatted bool) {
	if bytes.Contains(text, softHyphen) { // markup may name it: &shy;
		text = bytes.ReplaceAll(text, softHyphen, nil)
	}
	for len(text) > 0 {
		n := 0
		for n < len(text) && isSpace(text[n]) {
			if preformatted && text[n] == '\n' {
				p.breakLine()
			}
			n++
		}
		if n > 0 {
			p.space = true
			text = text[n:]
		}
		for n = 0; n < len(text) && !isSpace(text[n]); n++ {
		}
		if n == 0 {
			continue
		}
		if p.space && len(p.out) > 0 && p.out[len(p.out)-1] != '\n' && p.out[len(p.out)-1] != '\t' {
			p.out = append(p.out, ' ')
		}
		if p.end == breakEnd {
			at := len(p.out)
			p.hints = append(p.hints,
				feed.Hint{Span: feed.Span{Start: at, End: at}, Kind: feed.HintGoesOn})
		}
		p.out = append(p.out, text[:n]...)
		p.space, p.ended, p.end = false, 0, noEnd
		text = text[n:]
	}
}

func isSpace(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' }

// A lineEnd is what ended a line.
type lineEnd uint8

const (
	noEnd    lineEnd = iota
	breakEnd         // a line break: the paragraph may go on
	blockEnd         // an element, or an empty line
)

// breakLine ends the line at a break within a paragraph. Two breaks end the paragraph.
func (p *page) breakLine() {
	end := blockEnd
	if p.end == noEnd {
		end = breakEnd
	}
	p.line()
	p.end = end
}

// line ends the line, if there is anything on it.
func (p *page) line() {
	p.space, p.ended, p.end = false, 0, blockEnd
	if n := len(p.out); n > 0 && p.out[n-1] == '\t' {
		p.out = p.out[:n-1]
	}
	if n := len(p.out); n > 0 && p.out[n-1] != '\n' {
		p.out = append(p.out, '\n')
	}
}

// cell puts a tab between a cell of a table and the one before it.
func (p *page) cell() {
	if n := len(p.out); n > 0 && p.out[n-1] != '\n' && p.out[n-1] != '\t' {
		p.out = append(p.out, '\t')
	}
	p.space, p.ended = false, 0
}

// isKept reports whether node i is no noise.
func (p *page) isKept(i int32) bool { return p.part[i] != noisePart }

// sortedHints returns the hints in the order of the text, the wider first.
func (p *page) sortedHints() []feed.Hint {
	slices.SortStableFunc(p.hints, func(a, b feed.Hint) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	return p.hints
}
