package format

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"newstimeline/timeline"
)

// Comparisons: what changed between two snapshots of a feed.

// changeSigns precede changes, as in the output of diff.
var changeSigns = [...]struct {
	sign  string
	style style
}{timeline.Added: {"+", green}, timeline.Edited: {"~", yellow}, timeline.Removed: {"-", red},
	timeline.Dropped: {"<", faint}}

// writeChanges writes a comparison for people: the counts, then the changes in order of time. Edits
// are marked as by wdiff or, with colours, by colour.
func writeChanges(w io.Writer, c *timeline.Changes, o Options) error {
	x := changer{buffer: newBuffer(w), o: o}
	x.head(c)
	for i := range c.List {
		if c.List[i].Kind != timeline.Dropped {
			x.change(&c.List[i])
		}
		if !x.spill() {
			break
		}
	}
	x.dropped(c)
	return x.flush()
}

// A changer writes a comparison.
type changer struct {
	*buffer
	o Options
}

// head writes what was compared and the counts.
func (x *changer) head(c *timeline.Changes) {
	x.b = append(x.b, x.o.paint(red, "--- "+sourcesOf(c.Old))+"\n"+
		x.o.paint(green, "+++ "+sourcesOf(c.New))+"\n"...)
	x.line("", changeCounts(c))
}

// line writes a line in a style, wrapped; "": in none.
func (x *changer) line(st style, text string) {
	for _, line := range wrap(nil, text, x.o.Width) {
		if st != "" {
			line = x.o.paint(st, line)
		}
		x.b = append(x.b, line+"\n"...)
	}
}

// sourcesOf returns the names of a timeline's sources.
func sourcesOf(t *timeline.Timeline) string {
	var names []string
	for _, s := range t.Sources {
		names = append(names, Clean(s.Name))
	}
	return strings.Join(names, ", ")
}

// change writes one change: when, where, what.
func (x *changer) change(c *timeline.Change) {
	sign := changeSigns[c.Kind]
	head := sign.sign + " " + x.o.changeWhen(c)
	if c.Kind == timeline.Edited && c.Likeness < 100 {
		head += fmt.Sprintf(" · %d %% similar", c.Likeness)
	}
	head += " · " + placeOf(c)
	x.b = append(x.b, '\n')
	x.line(sign.style, head)
	switch c.Kind {
	case timeline.Edited:
		x.words(c.Words())
	case timeline.Added:
		x.text(c.New)
	default:
		x.text(c.Old)
	}
}

// placeOf returns the lines that a change is about.
func placeOf(c *timeline.Change) string {
	switch {
	case c.Old == nil:
		return "line " + strconv.Itoa(int(c.New.Line))
	case c.New == nil:
		return "line " + strconv.Itoa(int(c.Old.Line))
	case c.Old.Line == c.New.Line:
		return "line " + strconv.Itoa(int(c.New.Line))
	}
	return fmt.Sprintf("line %d, now line %d", c.Old.Line, c.New.Line)
}

// when returns when an entry was reported.
func (o *Options) when(e *timeline.Entry) string { return o.whenIn(english(), e) }

// whenIn is when in a language.
func (o *Options) whenIn(l *tongue, e *timeline.Entry) string {
	m := o.moment(e)
	if m.date.IsZero() && !m.clock.Known {
		return "undated"
	}
	s := ""
	if !m.date.IsZero() {
		s = o.period(e).in(l)
	}
	if m.clock.Known {
		s = strings.TrimSpace(s + " " + m.clock.String() + " " + Clean(place(m.zone)))
	}
	return s
}

// dayBefore returns the day of the older entry of a change, as when writes it.
func (o *Options) dayBefore(c *timeline.Change) string { return o.period(c.Old).String() }

// text writes an entry, indented.
func (x *changer) text(e *timeline.Entry) {
	lines, titled := appendBody(nil, e, "", x.room(), false)
	for i, line := range lines {
		if i < titled {
			line = x.o.paint(bold, line)
		}
		x.b = append(x.b, "  "+line+"\n"...)
	}
}

// room returns the width of indented text; 0: lines are not wrapped.
func (x *changer) room() int {
	if x.o.Width == 0 {
		return 0
	}
	return min(max(x.o.Width-2, 1), textMax)
}

// words writes an edited text, what was cut and what was put marked. Lines are wrapped with the
// marks in them; a style begins anew on every line.
func (x *changer) words(pieces []timeline.Piece) {
	var text strings.Builder
	for i, p := range pieces {
		if i > 0 {
			gap := p.Gap
			if strings.Contains(gap, "\n") {
				gap = "\n"
			} else if !isClean(gap) { // white space that moves the cursor
				gap = " "
			} else if gap == "" && p.Kind != timeline.Kept && pieces[i-1].Kind != timeline.Kept {
				gap = " "
			}
			text.WriteString(gap)
		}
		words := Clean(strings.ReplaceAll(p.Text, "\n\n", " ¶ "))
		if p.Kind == timeline.Kept {
			words = excerpt(words, i > 0, i < len(pieces)-1)
		}
		text.WriteString(opening(p.Kind) + words + closing(p.Kind))
	}
	kind := timeline.Kept
	for _, paragraph := range strings.Split(text.String(), "\n") {
		for _, line := range wrap(nil, paragraph, x.room()) {
			line, kind = x.color(line, kind)
			x.b = append(x.b, "  "+line+"\n"...)
		}
	}
}

// excerpt shortens a long unchanged text to the words next to the changes before and after it;
// without changes, to its beginning.
func excerpt(text string, before, behind bool) string {
	const beside, long = 12, 3 * 12 // words
	words := strings.Fields(text)
	if len(words) < long {
		return text
	}
	var parts []string
	if before || !behind {
		parts = append(parts, strings.Join(words[:beside], " "))
	}
	parts = append(parts, "…")
	if behind {
		parts = append(parts, strings.Join(words[len(words)-beside:], " "))
	}
	return strings.Join(parts, " ")
}

// The marks of wdiff.
func opening(k timeline.PieceKind) string { return [...]string{"", "[-", "{+"}[k] }
func closing(k timeline.PieceKind) string { return [...]string{"", "-]", "+}"}[k] }

// color returns a line with its pieces in colours, if colours are allowed. It also returns the kind
// of the piece that continues on the next line.
func (x *changer) color(line string, kind timeline.PieceKind) (string, timeline.PieceKind) {
	if !x.o.Color {
		return line, kind
	}
	var out strings.Builder
	for line != "" {
		next := len(line)
		if kind == timeline.Kept {
			to := timeline.Kept
			for _, k := range [...]timeline.PieceKind{timeline.Deleted, timeline.Inserted} {
				if i := strings.Index(line, opening(k)); i >= 0 && i < next {
					next, to = i, k
				}
			}
			out.WriteString(line[:next])
			line, kind = line[next:], to
			continue
		}
		st := [...]style{timeline.Deleted: red, timeline.Inserted: green}[kind]
		if i := strings.Index(line, closing(kind)); i >= 0 {
			next = i + len(closing(kind))
			out.WriteString(x.o.paint(st, line[:next]))
			line, kind = line[next:], timeline.Kept
			continue
		}
		out.WriteString(x.o.paint(st, line))
		line = ""
	}
	return out.String(), kind
}

// dropped writes what the newer snapshot no longer reaches back to, in a line.
func (x *changer) dropped(c *timeline.Changes) {
	n := c.Count(timeline.Dropped)
	if n == 0 {
		return
	}
	words := fmt.Sprintf("< %s from before the start of %s: no longer shown, not removed",
		counted(n, "entry"), sourcesOf(c.New))
	x.b = append(x.b, '\n')
	x.line(faint, words)
}
