package format

import (
	"cmp"
	"io"
	"strings"

	"newstimeline/timeline"
)

// Mermaid: the timeline diagram, a picture that GitHub and GitLab draw within Markdown. It is drawn
// in the order in which it is written. A picture has no room for long texts: an entry is its title,
// or else the beginning of its text.

// mermaidWords is how long an entry may be, in characters.
const mermaidWords = 100

func writeMermaid(w io.Writer, t *timeline.Timeline, o Options) error {
	out := newBuffer(w)
	out.b = append(out.b, "timeline\n    title "...)
	out.b = append(appendMermaid(out.b, o.heading(t)), '\n')
	sources := severalNames(t)
	clocks := hasClocks(t)
	for d := range o.days(t) {
		if clocks {
			out.b = append(out.b, "    section "...)
			out.b = append(appendMermaid(out.b, d.title()), '\n')
		}
		last := ""
		for i := range d.entries {
			e := &d.entries[i]
			column := d.title() // a day, unless there are clocks
			if clocks {
				column = cmp.Or(d.clock(o.moment(e)), bullet)
			}
			out.b = append(out.b, "        "...)
			if column != last {
				out.b = appendMermaid(out.b, column)
				last = column
			}
			out.b = append(out.b, " : "...)
			out.b = append(appendMermaid(out.b, mermaidEvent(e, sources)), '\n')
			if !out.spill() {
				return out.err
			}
		}
	}
	return out.flush()
}

// hasClocks reports whether any entry has a clock.
func hasClocks(t *timeline.Timeline) bool {
	for i := range t.Entries {
		if t.Entries[i].Clock.Known {
			return true
		}
	}
	return false
}

// mermaidEvent returns what an entry is called.
func mermaidEvent(e *timeline.Entry, sources []string) string {
	words := e.TitleText()
	if words == "" {
		words = string(e.AppendText(nil))
	}
	words = briefly(Clean(words), mermaidWords)
	if words == "" {
		words = bullet
	}
	if sources != nil {
		words += " (" + sources[e.Source.Index] + ")"
	}
	return words
}

// appendMermaid appends words with what has a meaning to Mermaid written as numbers of characters.
func appendMermaid(dst []byte, s string) []byte {
	for _, r := range s {
		if r < 0x80 && strings.IndexByte("#:;%{}<>&\"`\\$", byte(r)) >= 0 {
			dst = append(appendInt(append(dst, '#'), int(r)), ';')
			continue
		}
		dst = append(dst, string(r)...)
	}
	return dst
}
