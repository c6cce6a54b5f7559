package format

import (
	"io"
	"slices"
	"strings"

	"newstimeline/timeline"
)

// The table: clocks, a vertical rule, texts; names of sources between them where there are several.
// A day begins with a horizontal rule that holds its heading. What a row holds was cleaned,
// measured and wrapped before, so that it fits and nothing is cut.

// A list reads better than a table in a narrow terminal, or where the texts would have little room.
const (
	tableMin = 40 // columns of the terminal
	textMin  = 20 // columns of the texts
)

// rule is what horizontal lines are made of.
const rule = "─"

// A grid is a table being written.
type grid struct {
	*buffer
	o       Options
	t       *timeline.Timeline
	frame   []string // what is before the text of each column: see drawFrame
	columns []gridColumn
	texts   int        // the column of the entries' texts, or the widest one: headings are there
	authors bool       // the texts name their authors
	dated   bool       // a column has the day, which needs no heading then
	close   bool       // no empty lines between entries
	at      int        // the place of the entry at hand
	lines   []string   // of the entry at hand
	cells   [][]string // lines of each cell of the row at hand
	line    []string   // of the row at hand, the text of each cell
	fields  fieldReader
}

func writeTable(w io.Writer, t *timeline.Timeline, o Options) error {
	if o.Width > 0 && o.Width < tableMin && o.Columns == nil {
		return writeList(w, t, o)
	}
	if len(t.Entries) == 0 {
		_, err := io.WriteString(w, o.tongue(t.Sources).say("none")+"\n")
		return err
	}
	g, err := newGrid(w, t, o)
	if err != nil {
		return err
	}
	if o.Width > 0 && g.columns[g.texts].width < textMin && o.Columns == nil {
		return writeList(w, t, o)
	}
	if err := g.names(); err != nil {
		return err
	}
	for d := range o.days(t) {
		if err := g.day(&d); err != nil {
			return err
		}
	}
	return g.flush()
}

func newGrid(w io.Writer, t *timeline.Timeline, o Options) (*grid, error) {
	g := &grid{buffer: newBuffer(w), o: o, t: t}
	if err := g.layOut(); err != nil {
		return nil, err
	}
	g.cells, g.line = make([][]string, len(g.columns)), make([]string, len(g.columns))
	var err error
	g.frame, err = drawFrame(len(g.columns), g.o.paint(faint, "│"))
	return g, err
}

// names draws the names of columns that the user has chosen. Those of the usual table need none.
func (g *grid) names() error {
	if g.o.Columns == nil {
		return nil
	}
	err := g.row(func(i int) string {
		return g.o.paintLines(faint, wrap(nil, g.columns[i].name, g.columns[i].width))
	})
	if err == nil && g.dated {
		err = g.heading("", "┼")
	}
	return err
}

// day draws the heading of a day, then its entries.
func (g *grid) day(d *day) error {
	if !g.dated {
		if err := g.headDay(d); err != nil {
			return err
		}
	}
	gap := "\n"
	if g.close {
		gap = ""
	}
	for i := range d.entries {
		if err := g.entry(d, &d.entries[i], gap); err != nil {
			return err
		}
		if g.o.Width == 0 {
			gap = ""
		}
		g.at++
	}
	return nil
}

// headDay draws the heading of a day, below an empty line if there are entries above it.
func (g *grid) headDay(d *day) error {
	crossing := "┼"
	switch {
	case g.at > 0:
		if err := g.row(func(int) string { return "" }); err != nil {
			return err
		}
	case g.o.Columns == nil:
		crossing = "┬"
	}
	return g.heading(d.title(), crossing)
}

// heading draws a horizontal rule with a heading in it, above the texts.
func (g *grid) heading(title, crossing string) error {
	joined := g.o.paint(faint, rule+crossing+rule)
	before := slices.Repeat([]string{joined}, len(g.columns))
	before[0] = g.o.paint(faint, rule)
	return g.drawRow(before, func(i int) string {
		width := g.columns[i].width
		if i != g.texts || title == "" {
			return g.o.paint(faint, strings.Repeat(rule, width))
		}
		lines := wrap(nil, title, width-1)
		rest := width - columns(lines[0]) - 2
		for k, line := range lines {
			lines[k] = " " + g.o.paint(bold, line)
		}
		if rest > 0 {
			lines[0] += " " + g.o.paint(faint, strings.Repeat(rule, rest))
		}
		return strings.Join(lines, "\n")
	})
}

// entry draws an entry after a gap, which begins all cells of its row.
func (g *grid) entry(d *day, e *timeline.Entry, gap string) error {
	return g.row(func(i int) string {
		c := &g.columns[i]
		return gap + c.cell(d, e, c.width)
	})
}

// row draws a row of cells.
func (g *grid) row(cell func(i int) string) error { return g.drawRow(g.frame, cell) }

// drawRow draws a row of cells, whose first line has something else than the others before its
// texts.
func (g *grid) drawRow(before []string, cell func(i int) string) error {
	height := 0
	for i := range g.cells {
		g.cells[i] = strings.Split(cell(i), "\n")
		height = max(height, len(g.cells[i]))
	}
	for k := range height {
		for i, lines := range g.cells {
			g.line[i] = ""
			if k < len(lines) {
				g.line[i] = lines[k]
			}
		}
		g.appendLine(g.line, before)
		before = g.frame
	}
	g.spill()
	return g.err
}
