package format

import (
	"bytes"
	"io"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"

	"newstimeline/timeline"
)

// The table: When | Entry, with a Source between them where there are several. tablewriter draws it, row by row; what stands in a row was
// cleaned, measured and wrapped before, so that it fits and nothing is cut. As in a list, empty lines part entries and paragraphs only
// where lines are wrapped.

// Columns of a terminal.
const (
	tableMin  = 40   // in a narrower one a list reads better
	whenMax   = 18   // a clock and a zone
	sourceMax = 24   // a file's name
	endless   = 4096 // where nothing is to be wrapped, longer lines are nevertheless: tablewriter fills all lines up to the longest
)

// rule is what the line below the header is made of.
const rule = "─"

// A grid is a table being written.
type grid struct {
	*buffer
	o       Options
	table   *tablewriter.Table
	sources []string // their names; nil: no such column
	widths  []int    // of the columns' texts; the last is the entry's
	lines   []string // of the entry at hand
}

func writeTable(w io.Writer, t *timeline.Timeline, o Options) error {
	if o.Width > 0 && o.Width < tableMin {
		return writeList(w, t, o)
	}
	if len(t.Entries) == 0 {
		_, err := io.WriteString(w, noEntries+"\n")
		return err
	}
	g := newGrid(w, t, o)
	if err := g.begin(); err != nil {
		return err
	}
	for d := range o.days(t) {
		if err := g.day(&d); err != nil {
			return err
		}
	}
	if err := g.table.Close(); err != nil {
		return err
	}
	return g.flush()
}

func newGrid(w io.Writer, t *timeline.Timeline, o Options) *grid {
	g := &grid{buffer: newBuffer(w), o: o, sources: sourceNames(t)}
	g.widths = g.measure(t)
	widths := tw.NewMapper[int, int]()
	for i, n := range g.widths {
		widths.Set(i, n+2) // a blank on either side
	}
	g.table = tablewriter.NewTable(g,
		tablewriter.WithStreaming(tw.StreamConfig{Enable: true}),
		tablewriter.WithColumnWidths(widths),
		tablewriter.WithHeaderAutoWrap(tw.WrapNone),
		tablewriter.WithRowAutoWrap(tw.WrapNone),
		tablewriter.WithHeaderAutoFormat(tw.Off),
		tablewriter.WithHeaderAlignment(tw.AlignLeft),
		tablewriter.WithRowAlignment(tw.AlignLeft),
		tablewriter.WithTrimLine(tw.Off),
		tablewriter.WithTrimSpace(tw.Off),
		tablewriter.WithEastAsian(tw.Off),
		tablewriter.WithRenderer(renderer.NewBlueprint(g.rendition())),
	)
	return g
}

// rendition says what lines the table has: one between columns, as quiet as may be, and one below the header.
func (g *grid) rendition() tw.Rendition {
	below := tw.On
	if g.o.Width == 0 {
		below = tw.Off // it would be as long as the longest line
	}
	return tw.Rendition{
		Borders: tw.BorderNone,
		Symbols: tw.NewSymbolCustom("quiet").WithColumn(g.o.paint(faint, "│")).WithRow(rule).WithCenter("┼"),
		Settings: tw.Settings{
			Separators: tw.Separators{BetweenColumns: tw.On, BetweenRows: tw.Off},
			Lines:      tw.Lines{ShowTop: tw.Off, ShowBottom: tw.Off, ShowHeaderLine: below, ShowFooterLine: tw.Off},
		},
	}
}

// measure returns the widths of the columns' texts. In a narrow terminal the others make room for the entries.
func (g *grid) measure(t *timeline.Timeline) []int {
	most := max(whenMax, sourceMax)
	if g.o.Width > 0 {
		most = g.o.Width / 5
	}
	when := columns("When")
	for d := range g.o.days(t) {
		when = max(when, d.clockWidth(&g.o))
	}
	widths := []int{min(when, whenMax, max(most, columns("15:04:05")))}
	if g.sources != nil {
		source := columns("Source")
		for _, name := range g.sources {
			source = max(source, columns(name))
		}
		widths = append(widths, min(source, sourceMax, max(most, columns("Source"))))
	}
	return append(widths, g.textWidth(t, widths))
}

// textWidth returns the width of the entries' texts beside columns of the given widths.
func (g *grid) textWidth(t *timeline.Timeline, beside []int) int {
	if g.o.Width > 0 {
		text := g.o.Width - 2
		for _, n := range beside {
			text -= n + 3
		}
		return min(text, textMax)
	}
	longest := 0
	for i := range t.Entries {
		g.lines, _ = appendBody(g.lines[:0], &t.Entries[i], "", 0, false)
		for _, line := range g.lines {
			longest = max(longest, columns(line))
		}
	}
	return min(longest, endless)
}

// Write takes a line that tablewriter drew. It is written up to the end of its text, and a failure of the writer is remembered, which
// tablewriter does not do.
func (g *grid) Write(line []byte) (int, error) {
	text := bytes.TrimRight(line, " \n")
	if g.o.Color && bytes.HasPrefix(text, []byte(rule)) { // no row begins like that
		text = []byte(g.o.paint(faint, string(text)))
	}
	g.b = append(g.b, text...)
	g.b = append(g.b, '\n')
	g.spill()
	return len(line), g.err
}

// begin draws the header.
func (g *grid) begin() error {
	if err := g.table.Start(); err != nil {
		return err
	}
	head := []string{g.o.paint(faint, "When")}
	if g.sources != nil {
		head = append(head, g.o.paint(faint, "Source"))
	}
	g.table.Header(append(head, g.o.paint(faint, "Entry")))
	return g.err
}

// day draws a day: its heading on a line of its own, then its entries.
func (g *grid) day(d *day) error {
	if err := g.row("", "", ""); err != nil {
		return err
	}
	for _, line := range wrap(nil, d.title(), g.o.Width-1) {
		g.b = append(g.b, ' ')
		g.b = append(g.b, g.o.paint(bold, line)...)
		g.b = append(g.b, '\n')
	}
	gap := "\n"
	for i := range d.entries {
		if err := g.entry(d, &d.entries[i], gap); err != nil {
			return err
		}
		if g.o.Width == 0 {
			gap = ""
		}
	}
	return nil
}

// entry draws an entry behind a gap, which begins all cells of its row.
func (g *grid) entry(d *day, e *timeline.Entry, gap string) error {
	when := strings.Repeat(" ", g.widths[0]-1) + g.o.paint(faint, bullet)
	if clock := d.clock(g.o.moment(e)); clock != "" {
		when = g.o.paintLines(accent, wrap(nil, clock, g.widths[0]))
	}
	source := ""
	if g.sources != nil {
		source = g.o.paintLines(faint, wrap(nil, g.sources[e.Source.Index], g.widths[1]))
	}
	var titled int
	g.lines, titled = appendBody(g.lines[:0], e, "", g.widths[len(g.widths)-1], g.o.Width > 0)
	for i, line := range g.lines[:titled] {
		g.lines[i] = g.o.paint(bold, line)
	}
	return g.row(gap+when, gap+source, gap+strings.Join(g.lines, "\n"))
}

// row draws a row of cells; source is left out where there is no such column.
func (g *grid) row(when, source, text string) error {
	cells := []string{when, source, text}
	if g.sources == nil {
		cells = []string{when, text}
	}
	if err := g.table.Append(cells); err != nil {
		return err
	}
	return g.err
}
