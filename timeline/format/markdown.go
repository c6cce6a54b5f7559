package format

import (
	"cmp"
	"io"
	"strings"

	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// A notebook writes Markdown for GitHub and Obsidian: a heading for each day, and below it the
// entries as items of a list. Each paragraph is a paragraph of its item. Package decode reads this
// again: words of a feed never have our marks, which appear here without a backslash.
type notebook struct {
	*buffer
	o       Options
	sources []string // their names; nil: there is one, which the top of the page names
}

func writeMarkdown(w io.Writer, t *timeline.Timeline, o Options) error {
	n := notebook{buffer: newBuffer(w), o: o, sources: severalNames(t)}
	n.top(t)
	if len(t.Entries) == 0 {
		n.mark("\n" + o.tongue(t.Sources).say("none") + "\n")
	}
	for d := range o.days(t) {
		n.mark("\n## ")
		n.say(d.title(), false)
		n.mark("\n")
		for i := range d.entries {
			n.entry(&d, &d.entries[i])
			if !n.spill() {
				return n.err
			}
		}
	}
	return n.flush()
}

// mark writes what is ours: marks and words that need no escape.
func (n *notebook) mark(s string) { n.b = append(n.b, s...) }

// say writes text of a feed, as plain text; opening: it opens a block.
func (n *notebook) say(s string, opening bool) {
	n.b = appendProse(n.b, strings.TrimSpace(Clean(s)), opening)
}

// top writes the title and the sources.
func (n *notebook) top(t *timeline.Timeline) {
	l := n.o.tongue(t.Sources)
	n.mark("# ")
	n.say(n.o.heading(t), false)
	n.mark("\n\n")
	if len(t.Sources) == 1 {
		for _, line := range n.o.lead(t) {
			n.say(line, true)
			n.mark("\n\n")
		}
		n.mark(l.say("source") + ": ")
		n.source(t.Sources[0], publicNames(t)[0])
		return
	}
	n.mark(l.say("sources") + ":\n\n")
	heading := n.o.heading(t)
	for i, name := range n.sources {
		n.mark("- ")
		n.source(t.Sources[i], name)
		for _, line := range leadOf(t.Sources[i], heading) {
			n.mark("\n  ")
			n.say(line, true)
			n.mark("\n")
		}
	}
}

// source writes the name of a source and its address.
func (n *notebook) source(s *timeline.Source, name string) {
	n.say(name, true)
	n.link(", ", s.URL)
	n.mark("\n")
}

// entry writes an item: clock and title in bold letters, the text, its author and its place.
func (n *notebook) entry(d *day, e *timeline.Entry) {
	n.mark("\n- ")
	title := strings.TrimSpace(Clean(e.TitleText()))
	gap := n.head(e, d.exactClock(n.o.moment(e), noBreak), title)
	if title != "" {
		gap = newParagraph
	}
	for _, p := range e.Paragraphs {
		text := strings.TrimSpace(Clean(p.Of(e.Source.Text)))
		if text == "" {
			continue
		}
		set := setOff(e, p)
		if set != "" && gap == " " {
			gap = newParagraph
		}
		n.mark(gap + set)
		n.linked(e, p, gap != " ")
		gap = newParagraph
	}
	for m := range media(e) {
		n.picture(m, e.Source.Text)
	}
	if author := e.AuthorText(); author != "" {
		n.mark(newParagraph + "*— ")
		n.say(author, false)
		n.mark("*")
	}
	n.link(newParagraph, e.URL)
	n.mark("\n")
}

// setOff returns the marks before a paragraph that is in a quotation or a list: "> ", "- ", "1. ",
// blanks where an item goes on.
func setOff(e *timeline.Entry, s feed.Span) string {
	s = s.Trim(e.Source.Text)
	quotes, item := e.PartsOf(s)
	marks := strings.Repeat("> ", quotes)
	if item == nil {
		return marks
	}
	bullet := "- "
	if item.Number != "" {
		bullet = item.Number + ". "
	}
	if item.Start != s.Start {
		bullet = strings.Repeat(" ", len(bullet))
	}
	return marks + bullet
}

// linked writes a paragraph with its links. An address that stands in the text itself is one on
// GitHub and in Obsidian without a mark.
func (n *notebook) linked(e *timeline.Entry, s feed.Span, opening bool) {
	s = s.Trim(e.Source.Text)
	from := len(n.b)
	for p := range pieces(e, s) {
		text := Clean(p.Of(e.Source.Text))
		switch {
		case text == p.url && isPlainAddress(text) && (len(n.b) == from || n.b[len(n.b)-1] == ' '):
			n.mark(text)
		case p.url != "" && strings.TrimSpace(text) != "":
			if last := len(n.b) - 1; last >= from && (n.b[last] == '!' || n.b[last] == '[') {
				n.b = append(n.b[:last], '\\', n.b[last])
			}
			n.anchor(text, p.url)
		default:
			n.b = appendProse(n.b, text, opening && len(n.b) == from)
		}
	}
}

// anchor writes words that are a link.
func (n *notebook) anchor(words, url string) {
	n.mark("[")
	for words != "" {
		k := strings.IndexAny(words, "[]")
		if k < 0 {
			k = len(words)
		}
		n.b = appendProse(n.b, words[:k], false)
		if k < len(words) {
			n.b = append(n.b, '\\', words[k])
			k++
		}
		words = words[k:]
	}
	n.mark("](" + linkEscaper.Replace(url) + ")")
}

// linkEscaper escapes what could end the address of a link.
var linkEscaper = strings.NewReplacer("(", "%28", ")", "%29", "\\", "%5C")

// picture writes a link to a picture, as a paragraph of its own. Whoever looks at the text decides
// whether it is loaded.
func (n *notebook) picture(m *feed.Media, text string) {
	n.mark(newParagraph + pictureMark)
	caption := Clean(m.CaptionText(text))
	words := strings.TrimSpace(Clean(cmp.Or(m.Alt, caption, m.URL)))
	n.anchor(words, m.URL)
	if caption != "" && caption != words {
		n.mark(" ")
		n.say(caption, false)
	}
}

// pictureMark begins the paragraph of a picture.
const pictureMark = "🖼 "

// noBreak is a blank at which no line may end.
const noBreak = "\u00a0"

// newParagraph begins a further paragraph of an item.
const newParagraph = "\n\n  "

// head writes what precedes the text of an entry and returns the spacing between the two.
func (n *notebook) head(e *timeline.Entry, clock, title string) (gap string) {
	if clock != "" || title != "" {
		n.mark("**")
		n.say(clock, false)
		if clock != "" && title != "" {
			n.mark(" ")
		}
		n.title(title, clock != "")
		n.mark("**")
		gap = " "
	}
	if n.sources != nil {
		n.mark(gap + "(")
		n.say(n.sources[e.Source.Index], false)
		n.mark(")")
		gap = " "
	}
	return gap
}

// title writes the title of an entry. A text that begins like a clock and follows none gets a mark:
// it is not a clock.
func (n *notebook) title(s string, clocked bool) {
	if i := strings.IndexByte(s, ':'); !clocked && i == 2 && run(s, '0', '9') == i {
		n.mark(s[:i] + `\:`)
		s = s[i+1:]
	}
	n.say(s, false)
}

// link writes a URL that a source names, after a space, if a browser opens it as a page.
func (n *notebook) link(gap, url string) {
	if isAddress(url) {
		n.mark(gap + "<" + url + ">")
	}
}
