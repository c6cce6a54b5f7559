package decode

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode"

	"newstimeline/parser/feed"
)

// Tables: CSV, separated by commas or semicolons, and TSV, separated by tabs. The first line names
// the columns, each row is an entry.

// comma returns the separator of a table that holds entries; 0: it does not look like one. Its
// first line names a time and a text, and the second row has as many columns and a number for the
// time. Or the table is one of ours.
func comma(b []byte, n naming) rune {
	line, _, ok := bytes.Cut(b, []byte("\n"))
	if !ok || len(line) > 1000 || !bytes.ContainsAny(line, ",;\t") {
		return 0
	}
	for _, mark := range [...]rune{',', ';', '\t'} {
		rows := newRowReader(b, mark)
		names, err := rows.read()
		if err != nil || len(names) < 2 || slices.Contains(names, "") {
			continue
		}
		if isOwnTable(names) {
			return mark
		}
		row, err := rows.read()
		if err == nil && len(row) == len(names) && n.holdEntry(names, row) {
			return mark
		}
	}
	return 0
}

// holdEntry reports whether a row has a time and a text under the names of its columns.
func (n naming) holdEntry(names, row []string) bool {
	var named, first tableRecord
	for k, name := range names {
		sample := name
		if n.columnOf(name) == clockColumn {
			sample = "0:00"
		}
		named.put(n.columnOf(name), sample)
		first.put(n.columnOf(name), row[k])
	}
	return named.isEntry() && strings.ContainsAny(first.when(), "0123456789")
}

// A rowReader reads the rows of a table.
type rowReader struct {
	quoted *csv.Reader
	rest   []byte // of a table separated by tabs
}

func newRowReader(b []byte, mark rune) *rowReader {
	if mark == '\t' {
		return &rowReader{rest: b}
	}
	r := csv.NewReader(bytes.NewReader(b))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = mark, true, -1
	return &rowReader{quoted: r}
}

// read returns the next row, io.EOF after the last.
func (r *rowReader) read() ([]string, error) {
	if r.quoted != nil {
		return r.quoted.Read()
	}
	for len(r.rest) > 0 {
		var line []byte
		line, r.rest, _ = bytes.Cut(r.rest, []byte("\n"))
		if line = bytes.TrimSuffix(line, []byte("\r")); len(line) == 0 {
			continue
		}
		row := strings.Split(string(line), "\t")
		for k, cell := range row {
			row[k] = unescapeTSV(cell)
		}
		return row, nil
	}
	return nil, io.EOF
}

// unescapeTSV undoes the escapes in cells of TSV, which has no quotes, for a tab, a line end and a
// backslash.
func unescapeTSV(cell string) string {
	if strings.IndexByte(cell, '\\') < 0 {
		return cell
	}
	return strings.NewReplacer(`\\`, `\`, `\t`, "\t", `\n`, "\n", `\r`, "\r").Replace(cell)
}

// readTable makes a Source of a table with a line of names. Columns whose names have no known
// meaning are lines of the text if they hold words, "damage: two roofs". Numbers and codes are left
// out, with a remark.
func readTable(src *feed.Source, text []byte, keys Keys) error {
	text = bytes.TrimLeft(bytes.TrimPrefix(text, []byte("\uFEFF")), " \r\n")
	n := keys.naming()
	mark := comma(text, n)
	if mark == 0 {
		return notFeed(src.Meta.Format, errors.New(
			"the first line does not name a time and a text column; use --date-key and --text-key"))
	}
	in := newRowReader(text, mark)
	names, err := in.read()
	if err != nil {
		return notFeed(src.Meta.Format, err)
	}
	var rows [][]string
	for err == nil {
		var row []string
		if row, err = in.read(); err == nil {
			rows = append(rows, row)
		}
	}
	if err != io.EOF {
		src.Remarks = append(src.Remarks, feed.Diagnostic{Severity: feed.Warning,
			Code: "broken-feed", Message: "the table is incomplete or broken: " + err.Error()})
	}
	if isOwnTable(names) {
		return readOwnTable(src, names, rows)
	}
	wordy, left := n.unnamed(names, rows)
	if len(left) > 0 {
		src.Remarks = append(src.Remarks, leftOut("columns not read, because they hold no words: ",
			left))
	}
	var f itemFeed
	for _, row := range rows {
		f.items = append(f.items, n.rowItem(names, row, wordy))
	}
	return f.writeRecords(src)
}

// unnamed returns which columns, of those without a known name, hold words, and the names of those
// that do not.
func (n naming) unnamed(names []string, rows [][]string) (wordy []bool, left []string) {
	wordy = make([]bool, len(names))
	filled := make([]bool, len(names))
	for _, row := range rows {
		for k, value := range row[:min(len(row), len(names))] {
			filled[k] = filled[k] || value != ""
			wordy[k] = wordy[k] || n.columnOf(names[k]) == otherColumn && holdsWords(value)
		}
	}
	for k, name := range names {
		if n.columnOf(name) == otherColumn && !wordy[k] && filled[k] {
			left = append(left, name)
		}
	}
	return wordy, left
}

// holdsWords reports whether a value is more than numbers and codes: a place, a state, a remark.
func holdsWords(value string) bool {
	return strings.IndexFunc(value, unicode.IsLetter) >= 0 &&
		(strings.Contains(strings.TrimSpace(value), " ") || !strings.ContainsAny(value,
			"0123456789_/"))
}

// rowItem returns a row of a table as an item. What follows the last named column is text.
func (n naming) rowItem(names, row []string, wordy []bool) item {
	var t tableRecord
	var others []string
	for k, value := range row {
		switch value = strings.TrimSpace(value); {
		case value == "":
		case k >= len(names):
			others = append(others, value)
		case wordy[k]:
			others = append(others, names[k]+": "+value)
		default:
			t.put(n.columnOf(names[k]), value)
		}
	}
	it := t.item()
	it.body = strings.Join(append([]string{it.body}, others...), "\n\n")
	it.body = strings.TrimLeft(it.body, "\n")
	return it
}

// writeRecords writes the items and remarks on a file that has none.
func (f *itemFeed) writeRecords(src *feed.Source) error {
	keep(&f.Meta, src.Meta)
	f.write(src)
	if len(f.items) == 0 {
		src.Remarks = append(src.Remarks, feed.Diagnostic{Severity: feed.Warning, Code: "empty",
			Message: "no records"})
	}
	return nil
}

// leftOut returns a remark on members or columns of which nothing is read.
func leftOut(what string, names []string) feed.Diagnostic {
	return feed.Diagnostic{Line: 1, Severity: feed.Info, Code: "columns",
		Message: what + strings.Join(names, ", ")}
}
