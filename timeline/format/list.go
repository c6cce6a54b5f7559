package format

import (
	"io"
	"strings"

	"newstimeline/timeline"
)

// A lister writes a list: a heading for each day, and below it the entries. Each follows its clock,
// with further lines indented. Text below a title is indented more, unless lines are wrapped: then
// colour or the shape of the lines shows it. Package decode reads lists that are not wrapped.
type lister struct {
	*buffer
	o       Options
	sources []string // their names; nil: there is one, which is not named
	authors bool     // the entries name their authors
	lines   []string // of the entry at hand
}

func writeList(w io.Writer, t *timeline.Timeline, o Options) error {
	l := lister{buffer: newBuffer(w), o: o, sources: sourceNames(t), authors: haveAuthors(t)}
	if len(t.Entries) == 0 {
		l.b = append(l.b, o.tongue(t.Sources).say("none")+"\n"...)
	}
	heading := "" // what precedes it
	for d := range o.days(t) {
		l.b = append(l.b, heading...)
		heading = "\n"
		if !l.day(&d) {
			break
		}
	}
	return l.flush()
}

// day writes the heading and the entries of a day and reports whether all went well.
func (l *lister) day(d *day) bool {
	l.b = append(l.b, l.o.paintLines(bold, wrap(nil, d.title(), l.o.Width))...)
	l.b = append(l.b, '\n')
	margin := l.margin(d)
	for i := range d.entries {
		if i > 0 && l.o.Width > 0 {
			l.b = append(l.b, '\n')
		}
		l.entry(d, &d.entries[i], margin)
		if !l.spill() {
			return false
		}
	}
	return true
}

// entry writes an entry with its text next to a margin.
func (l *lister) entry(d *day, e *timeline.Entry, margin int) {
	when := l.when(d, e)
	source := ""
	if l.sources != nil {
		source = "[" + l.sources[e.Source.Index] + "]" + l.gap()
	}
	if author := Clean(e.AuthorText()); l.authors && author != "" {
		source += author + ":" + l.gap()
	}
	width := 0
	if l.o.Width > 0 {
		width = min(max(l.o.Width-margin, 1), textMax)
	}
	lines, titled := appendBody(l.lines[:0], e, source, width, l.o.Width > 0)
	l.lines = lines
	l.b = append(l.b, l.o.paint(accent, when)...)
	indent := margin - columns(when)
	for i, line := range lines {
		if line != "" {
			l.b = append(l.b, strings.Repeat(" ", indent)...)
		}
		switch {
		case i < titled:
			line = l.o.paint(bold, line)
		case titled > 0 && l.o.Width == 0:
			l.b = append(l.b, belowTitle...)
		}
		l.b = append(l.b, line...)
		l.b = append(l.b, '\n')
		indent = margin
	}
}

// belowTitle indents text below a title.
const belowTitle = "  "

// when returns what precedes an entry: its clock, or a bullet.
func (l *lister) when(d *day, e *timeline.Entry) string {
	m := l.o.moment(e)
	when := d.clock(m)
	if l.o.Width == 0 {
		when = d.exactClock(m, " ")
	}
	if when == "" {
		return bullet
	}
	return when
}

// margin returns where the texts of a day begin.
func (l *lister) margin(d *day) int {
	width := 0
	for i := range d.entries {
		width = max(width, columns(l.when(d, &d.entries[i])))
	}
	return width + 2
}

// gap returns the spacing after the name of a source or an author: if lines are not wrapped, as
// much as after a clock.
func (l *lister) gap() string {
	if l.o.Width == 0 {
		return "  "
	}
	return " "
}
