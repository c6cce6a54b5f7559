package format

import (
	"archive/zip"
	"bufio"
	"compress/flate"
	"fmt"
	"io"
	"strconv"
	"strings"

	"newstimeline/timeline"
)

// XLSX: a workbook (ECMA-376, Transitional) with a row for each entry. Days, clocks and instants
// are dates of the spreadsheet, and words are text whatever they begin with. The header stays in
// sight, and every column has a filter. We write it ourselves, because the usual library takes
// longer to initialise, in every run, than all the rest of the program. A test has that library
// read what we write.

// The limits of a worksheet. A text that is longer than a cell continues in further columns on the
// right, "text (2)". Entries beyond the rows of a sheet continue on a further sheet.
const (
	sheetRows    = 1_048_576
	sheetColumns = 16_384
	cellUnits    = 32_767 // of UTF-16
)

// A workbook is a XLSX file being written.
type workbook struct {
	zip     *zip.Writer
	o       Options
	columns []column
	parts   []int // how many cells each column takes
	widths  []int // of each column, in digits of the normal font
	lines   []int // of each entry: those of its highest cell
	width   int   // columns of the sheets
	title   string
	lead    string
	fields  fieldReader
}

func writeXLSX(w io.Writer, t *timeline.Timeline, o Options) error {
	return writeWorkbook(w, t, o, sheetRows)
}

// writeWorkbook writes sheets of so many rows at most.
func writeWorkbook(w io.Writer, t *timeline.Timeline, o Options, rows int) error {
	columns, err := o.columns()
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(w, chunk)
	b := workbook{zip: zip.NewWriter(out), o: o, columns: columns, title: o.heading(t),
		lead: strings.Join(o.lead(t), "\n\n")}
	b.zip.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, flate.BestSpeed)
	})
	if err := b.measure(t); err != nil {
		return err
	}
	var sheets []int // the rows of each
	for rest := t.Entries; len(rest) > 0 || sheets == nil; {
		n := min(len(rest), rows-1)
		sheets = append(sheets, n+1)
		lines := b.lines[len(t.Entries)-len(rest):]
		if err := b.sheet(len(sheets), rest[:n], lines[:n]); err != nil {
			return err
		}
		rest = rest[n:]
	}
	if err := b.frame(sheets); err != nil {
		return err
	}
	if err := b.zip.Close(); err != nil {
		return err
	}
	return out.Flush()
}

// measure counts the cells that each column needs, and how wide and high they are.
func (b *workbook) measure(t *timeline.Timeline) error {
	b.parts, b.widths = make([]int, len(b.columns)), make([]int, len(b.columns))
	b.lines = make([]int, len(t.Entries))
	for i := range b.parts {
		b.parts[i] = 1
		b.widths[i] = len(b.columns[i].name) + filterWidth
	}
	for i := range t.Entries {
		r := b.o.recordOf(t.Entries, i)
		for j := range b.columns {
			text, _ := b.fields.read(&b.columns[j], &r)
			if len(text) > cellUnits {
				b.parts[j] = max(b.parts[j], len(splitCells(text)))
			}
			most := greatestWidth(&b.columns[j])
			widest, lines := cellSize(text, most)
			b.widths[j] = max(b.widths[j], min(widest+1, most))
			b.lines[i] = max(b.lines[i], lines)
		}
	}
	for _, n := range b.parts {
		b.width += n
	}
	if b.width > sheetColumns {
		return fmt.Errorf("an entry is too long for a worksheet of %d columns", sheetColumns)
	}
	return nil
}

// splitCells splits a text, which is UTF-8, into pieces that fit into cells.
func splitCells(text []byte) (cells [][]byte) {
	for len(text) > cellUnits {
		units, n := 0, 0
		for n < len(text) {
			size, wide := 1, 1
			switch lead := text[n]; {
			case lead >= 0xF0:
				size, wide = 4, 2
			case lead >= 0xE0:
				size = 3
			case lead >= 0xC0:
				size = 2
			}
			if units+wide > cellUnits {
				break
			}
			units += wide
			n += size
		}
		cells = append(cells, text[:n])
		text = text[n:]
	}
	if len(text) > 0 {
		cells = append(cells, text)
	}
	return cells
}

// sheet writes worksheet n, counted from 1, of entries and how many lines each of them is high.
func (b *workbook) sheet(n int, entries []timeline.Entry, lines []int) error {
	w, err := b.zip.Create("xl/worksheets/sheet" + strconv.Itoa(n) + ".xml")
	if err != nil {
		return err
	}
	out := sheetWriter{buffer: newBuffer(w), workbook: b}
	out.top()
	for i := range entries {
		r := b.o.recordOf(entries, i)
		out.row(&r, lines[i])
		if !out.spill() {
			return out.err
		}
	}
	out.b = append(out.b, `</sheetData><autoFilter ref="`+b.area(len(entries)+1, "")+`"/>`...)
	out.b = fmt.Appendf(out.b, xlsxPrint, xlsxHeader(b.title))
	return out.flush()
}

// area returns the range of cells of a sheet with that many rows: A1:U119, with sign before each
// letter and number: $A$1:$U$119.
func (b *workbook) area(rows int, sign string) string {
	return sign + "A" + sign + "1:" + sign + columnLetters(b.width-1) + sign + strconv.Itoa(rows)
}

// columnLetters returns the name of column i, from 0: A, B … Z, AA.
func columnLetters(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return columnLetters(i/26-1) + string(rune('A'+i%26))
}

// frame writes the parts around the sheets.
func (b *workbook) frame(sheets []int) error {
	var types, relations, list, names strings.Builder
	for i, rows := range sheets {
		n, name := i+1, "Timeline"
		if i > 0 {
			name += " " + strconv.Itoa(n)
		}
		fmt.Fprintf(&types,
			`<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="%s.worksheet+xml"/>`, n,
			xlsxType)
		fmt.Fprintf(&relations,
			`<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, n,
			xlsxRelation, n)
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, name, n, n)
		fmt.Fprintf(&names,
			`<definedName name="_xlnm._FilterDatabase" localSheetId="%d" hidden="1">'%s'!%s</definedName>`, i, name, b.area(rows, "$"))
		// on each page
		fmt.Fprintf(&names,
			`<definedName name="_xlnm.Print_Titles" localSheetId="%d">'%s'!$1:$1</definedName>`, i,
			name)
	}
	for _, part := range [...]struct{ name, text string }{
		{"xl/workbook.xml", fmt.Sprintf(xlsxWorkbook, list.String(), names.String())},
		{"xl/_rels/workbook.xml.rels", fmt.Sprintf(xlsxWorkbookRelations, relations.String())},
		{"xl/styles.xml", xlsxStyles()},
		{"docProps/core.xml", fmt.Sprintf(xlsxProperties, escapeXML(b.title), escapeXML(b.lead))},
		{"_rels/.rels", xlsxRelations},
		{"[Content_Types].xml", fmt.Sprintf(xlsxTypes, types.String())},
	} {
		w, err := b.zip.Create(part.name)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, part.text); err != nil {
			return err
		}
	}
	return nil
}
