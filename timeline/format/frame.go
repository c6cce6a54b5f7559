package format

import "strings"

// A frame is what a table has around its cells. Cells are wrapped and measured before, so that only
// blanks and rules are left to write.

// drawFrame returns what is before the texts of n columns, with a rule between the columns.
func drawFrame(n int, between string) []string {
	before := make([]string, n)
	for i := range before {
		before[i] = " " + between + " "
	}
	before[0] = " "
	return before
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
