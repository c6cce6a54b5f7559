package format

import (
	"slices"
	"strings"

	"newstimeline/timeline"
)

// A table of columns that the user has chosen: those of the usual table, and any other that a
// spreadsheet has. Their names are above them.

// columnMin is the least width of a column, in columns of a terminal.
const columnMin = 6

// layOutChosen makes the columns that were chosen, and shares the width among them.
func (g *grid) layOutChosen() error {
	chosen, err := g.o.columns()
	if err != nil {
		return err
	}
	wanted := make([]int, len(chosen))
	for i := range chosen {
		c := g.chosenColumn(&chosen[i], chosen)
		wanted[i] = max(c.width, columns(c.name))
		g.columns = append(g.columns, c)
		g.dated = g.dated || c.name == "date" || c.name == "when"
	}
	widths := wanted
	if g.o.Width > 0 {
		widths = share(g.o.Width-2-3*(len(wanted)-1), wanted)
	}
	for i := range g.columns {
		g.columns[i].width = widths[i]
	}
	g.close = !slices.ContainsFunc(g.columns, func(c gridColumn) bool { return c.name == "text" })
	g.texts = slices.IndexFunc(g.columns, func(c gridColumn) bool { return c.name == "text" })
	if g.texts < 0 {
		g.texts = slices.Index(widths, slices.Max(widths))
	}
	return nil
}

// chosenColumn returns a column with the width that it needs.
func (g *grid) chosenColumn(c *column, chosen []column) gridColumn {
	switch c.name {
	case "clock":
		return gridColumn{c.name, g.whenWidth(whenMax), g.when}
	case "source":
		if names := sourceNames(g.t); names != nil {
			return g.sourceColumn(names, sourceMax)
		}
	case "since":
		return gridColumn{c.name, g.needs(g.since), g.wrapped(g.since, "")}
	case "text":
		has := func(name string) bool {
			return slices.ContainsFunc(chosen, func(c column) bool { return c.name == name })
		}
		if has("title") {
			break
		}
		g.authors = !has("author") && haveAuthors(g.t)
		return gridColumn{c.name, g.textNeeds(), g.text}
	}
	read := func() string { return g.field(c) }
	return gridColumn{c.name, g.needs(read), g.wrapped(read, styleOf(c))}
}

// styleOf returns the style of a column: titles are bold, times are coloured.
func styleOf(c *column) style {
	switch {
	case c.name == "title":
		return bold
	case c.kind == ofDay || c.kind == ofWhen || c.kind == ofInstant:
		return accent
	}
	return ""
}

// field returns the field of the entry at hand in a column.
func (g *grid) field(c *column) string {
	r := g.o.recordOf(g.t.Entries, g.at)
	text, _ := g.fields.read(c, &r)
	return string(text)
}

// since returns the time between the current entry and the one before it, for people.
func (g *grid) since() string {
	r := g.o.recordOf(g.t.Entries, g.at)
	length, known := r.since()
	if !known {
		return ""
	}
	return duration(length)
}

// needs returns the width that a field of all entries needs, up to that of a text.
func (g *grid) needs(read func() string) int {
	width := 0
	for g.at = range g.t.Entries {
		for line := range strings.Lines(read()) {
			width = max(width, columns(Clean(line)))
		}
	}
	g.at = 0
	if g.o.Width > 0 {
		return min(width, textMax)
	}
	return min(width, endless)
}

// textNeeds returns the width that the texts need.
func (g *grid) textNeeds() int {
	if g.o.Width > 0 {
		return textMax
	}
	return g.textWidth()
}

// wrapped returns the cell of a field in a style; "": in none.
func (g *grid) wrapped(read func() string, st style) func(*day, *timeline.Entry, int) string {
	return func(_ *day, _ *timeline.Entry, width int) string {
		lines := g.lines[:0]
		for line := range strings.Lines(read()) {
			lines = wrap(lines, Clean(line), width)
		}
		g.lines = lines
		if st == "" {
			return strings.Join(lines, "\n")
		}
		return g.o.paintLines(st, lines)
	}
}

// share divides a width among columns. Narrow ones get their width, the others equal shares.
func share(width int, wanted []int) []int {
	order := make([]int, len(wanted))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return wanted[a] - wanted[b] })
	widths := make([]int, len(wanted))
	for n, i := range order {
		widths[i] = min(wanted[i], max(width/(len(order)-n), columnMin))
		width -= widths[i]
	}
	return widths
}
