package format

import (
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"
)

// A frame is what a table has around its cells. tablewriter draws it once, around cells of one mark
// each, and every line is written into it. Cells are wrapped and measured before, so that nothing
// is left to compute. Having tablewriter draw all lines would take twenty times as long as parsing.

// cellMark is the text of the cells that tablewriter draws.
const cellMark = "x"

// drawFrame returns what is before the texts of n columns, with a rule between the columns.
func drawFrame(n int, between string) ([]string, error) {
	var drawn strings.Builder
	t := tablewriter.NewTable(&drawn,
		tablewriter.WithTrimSpace(tw.Off),
		tablewriter.WithRenderer(renderer.NewBlueprint(rendition(between))),
	)
	marks := make([]string, n)
	for i := range marks {
		marks[i] = cellMark
	}
	if err := t.Append(marks); err != nil {
		return nil, err
	}
	if err := t.Render(); err != nil {
		return nil, err
	}
	return strings.Split(drawn.String(), cellMark)[:n], nil
}

// rendition sets the lines that tablewriter draws by itself: those between columns.
func rendition(between string) tw.Rendition {
	return tw.Rendition{
		Borders: tw.BorderNone,
		Symbols: tw.NewSymbolCustom("quiet").WithColumn(between),
		Settings: tw.Settings{
			Separators: tw.Separators{BetweenColumns: tw.On, BetweenRows: tw.Off},
			Lines: tw.Lines{ShowTop: tw.Off, ShowBottom: tw.Off, ShowHeaderLine: tw.Off,
				ShowFooterLine: tw.Off},
		},
	}
}

// appendLine appends the texts of one line of a row, each padded to the width of its column.
func (g *grid) appendLine(texts, before []string) {
	start, due := len(g.b), 0 // blanks before what comes next
	for i, s := range texts {
		g.pad(due)
		g.b = append(append(g.b, before[i]...), s...)
		due = g.columns[i].width - paintedColumns(s)
	}
	end := len(g.b)
	for end > start && g.b[end-1] == ' ' {
		end--
	}
	g.b = append(g.b[:end], '\n')
}

// pad appends n blanks.
func (g *grid) pad(n int) {
	for range n {
		g.b = append(g.b, ' ')
	}
}

// paintedColumns returns the width of a text that may be painted.
func paintedColumns(s string) int {
	width := 0
	for {
		before, rest, painted := strings.Cut(s, "\x1b[")
		width += columns(before)
		if !painted {
			return width
		}
		_, s, _ = strings.Cut(rest, "m")
	}
}
