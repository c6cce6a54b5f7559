package format

import (
	"strings"

	"newstimeline/timeline"
)

// The columns of the table, how wide they are, and what their cells hold.

// A gridColumn is a column of the table.
type gridColumn struct {
	name  string
	width int // of its texts, in columns of a terminal

	// cell returns the lines of an entry's cell, joined, in colours.
	cell func(d *day, e *timeline.Entry, width int) string
}

// Widths of columns, in columns of a terminal.
const (
	whenMax   = 18 // a clock and a zone
	sourceMax = 24 // a file's name
	sourceMin = 8  // enough to distinguish them
	// the longest line where nothing is wrapped: tablewriter fills all up to the longest
	endless = 4096
)

// layOut makes the columns. In a narrow terminal the others make room for the texts.
func (g *grid) layOut() error {
	if g.o.Columns != nil {
		return g.layOutChosen()
	}
	g.authors = haveAuthors(g.t)
	most := max(whenMax, sourceMax)
	if g.o.Width > 0 {
		most = g.o.Width / 5
	}
	when := g.whenWidth(min(whenMax, max(most, columns("15:04:05"))))
	g.columns = append(g.columns, gridColumn{"clock", when, g.when})
	if names := sourceNames(g.t); names != nil {
		spare := g.o.Width - 2 - when - 3 - 3 - textMax // what no text uses
		g.columns = append(g.columns, g.sourceColumn(names, max(min(sourceMax, most), sourceMin,
			spare)))
	}
	g.texts = len(g.columns)
	g.columns = append(g.columns, gridColumn{"text", g.textWidth(), g.text})
	return nil
}

// sourceColumn returns the column of the sources, with names cut to a width.
func (g *grid) sourceColumn(names []string, most int) gridColumn {
	labels := shortenNames(names, min(widest(names), most))
	return gridColumn{"source", widest(labels), func(_ *day, e *timeline.Entry, _ int) string {
		n := e.Source.Index
		return g.o.paint(sourceStyle(n), labels[n])
	}}
}

// whenWidth returns the width of the widest clock, most at most.
func (g *grid) whenWidth(most int) int {
	width := columns(bullet)
	for d := range g.o.days(g.t) {
		width = max(width, d.clockWidth(&g.o))
	}
	return min(width, most)
}

// textWidth returns the width of the entries' texts beside the columns that are there.
func (g *grid) textWidth() int {
	if g.o.Width > 0 {
		text := g.o.Width - 2
		for i := range g.columns {
			text -= g.columns[i].width + 3
		}
		return min(text, textMax)
	}
	longest := 0
	for i := range g.t.Entries {
		e := &g.t.Entries[i]
		g.lines, _ = appendBody(g.lines[:0], e, "", 0, false)
		longest = max(longest, widest(g.lines), columns(g.authorOf(e)))
	}
	return min(longest, endless)
}

// widest returns the width of the widest of some texts.
func widest(texts []string) int {
	width := 0
	for _, s := range texts {
		width = max(width, columns(s))
	}
	return width
}

// when is the cell of an entry's clock; without one it is a bullet beside the rule.
func (g *grid) when(d *day, e *timeline.Entry, width int) string {
	clock := d.clock(g.o.moment(e))
	if clock == "" {
		return strings.Repeat(" ", width-1) + g.o.paint(faint, bullet)
	}
	return g.o.paintLines(accent, wrap(nil, clock, width))
}

// text is the cell of an entry's title and text. If there are several authors, the name is above.
func (g *grid) text(_ *day, e *timeline.Entry, width int) string {
	named := 0
	g.lines = g.lines[:0]
	if author := g.authorOf(e); author != "" {
		g.lines = wrap(g.lines, author, width)
		named = len(g.lines)
	}
	var titled int
	g.lines, titled = appendBody(g.lines, e, "", width, g.o.Width > 0)
	for i := range g.lines[:named+titled] {
		st := bold
		if i < named {
			st = faint
		}
		g.lines[i] = g.o.paint(st, g.lines[i])
	}
	return strings.Join(g.lines, "\n")
}

// authorOf returns the author of an entry, "" if all entries have the same one or a column has it.
func (g *grid) authorOf(e *timeline.Entry) string {
	if !g.authors {
		return ""
	}
	return Clean(e.AuthorText())
}

// haveAuthors reports whether the entries of a timeline have several authors.
func haveAuthors(t *timeline.Timeline) bool {
	first := ""
	for i := range t.Entries {
		switch author := t.Entries[i].AuthorText(); {
		case author == "" || author == first:
		case first != "":
			return true
		default:
			first = author
		}
	}
	return false
}
