package format

import (
	"bytes"
	"fmt"
	"io"
	"sync"
	"unicode/utf8"

	"newstimeline/timeline"
)

// Records: what CSV and TSV share.

// A recorder writes records as lines of text.
type recorder struct {
	o           *Options
	columns     []column
	comma       byte        // separates fields
	appendField appendField // that of the notation
	record      record      // the one at hand
	fields      fieldReader
	safe        []byte // a buffer for a field with an apostrophe before it
	formulas    formulas
}

// An appendField appends a field to dst, quoted or escaped as its traits demand.
type appendField func(dst, field []byte, has traits) []byte

// byteOrderMark is U+FEFF in UTF-8.
const byteOrderMark = "\uFEFF"

// writeRecords writes a header and a row for each entry.
func writeRecords(w io.Writer, t *timeline.Timeline, o Options, comma byte,
	field appendField) error {
	columns, err := o.columns()
	if err != nil {
		return err
	}
	r := recorder{o: &o, columns: columns, comma: comma, appendField: field}
	out := newBuffer(w)
	if o.BOM {
		out.b = append(out.b, byteOrderMark...)
	}
	for i, c := range columns {
		out.b = append(out.b, c.name...)
		out.b = append(out.b, r.after(i))
	}
	var all sync.Mutex
	var workers []*recorder
	out.entries(t, func() func([]byte, int) []byte {
		all.Lock()
		defer all.Unlock()
		own := r
		workers = append(workers, &own)
		return func(dst []byte, i int) []byte { return own.appendRecord(dst, t.Entries, i) }
	})
	for _, own := range workers {
		r.formulas.add(&own.formulas)
	}
	r.formulas.warn(t, &o)
	return out.flush()
}

// appendRecord appends the row of entry i.
func (r *recorder) appendRecord(dst []byte, entries []timeline.Entry, i int) []byte {
	r.record = r.o.recordOf(entries, i)
	for c := range r.columns {
		field, has := r.fields.read(&r.columns[c], &r.record)
		if isFormula(field) {
			field = r.guard(field, i)
		}
		if len(r.columns) == 1 && len(field) == 0 {
			has |= parting // an empty line would be no row
		}
		dst = r.appendField(dst, field, has)
		dst = append(dst, r.after(c))
	}
	return dst
}

// guard returns what to write for a field of entry i that a spreadsheet would run, or counts it for
// a warning and returns it.
func (r *recorder) guard(field []byte, i int) []byte {
	if r.o.Safe {
		r.safe = append(append(r.safe[:0], '\''), field...)
		return r.safe
	}
	r.formulas.add(&formulas{n: 1, first: i})
	return field
}

// formulas count the fields that a spreadsheet would run.
type formulas struct {
	n     int // how many there are
	first int // the entry that has the first of them
}

// add adds the counts of g.
func (f *formulas) add(g *formulas) {
	if g.n > 0 && (f.n == 0 || g.first < f.first) {
		f.first = g.first
	}
	f.n += g.n
}

// warn warns of the fields that a spreadsheet would run, if there are any.
func (f *formulas) warn(t *timeline.Timeline, o *Options) {
	switch {
	case f.n == 1:
		o.warn(&t.Entries[f.first],
			"a spreadsheet would run a cell of this entry as a formula; --csv-safe prevents that")
	case f.n > 1:
		o.warn(&t.Entries[f.first], fmt.Sprintf(
			"a spreadsheet would run %d cells as formulas, the first in this entry; --csv-safe prevents that",
			f.n))
	}
}

// after returns what follows column i: a comma, or a line end after the last.
func (r *recorder) after(i int) byte {
	if i == len(r.columns)-1 {
		return '\n'
	}
	return r.comma
}

// isFormula reports whether a spreadsheet that opens a table would read a field as a formula, and
// run it. Such a field begins with one of "=+-@", wide or not, or with what a reader may drop
// before them. Numbers with a sign are none.
func isFormula(field []byte) bool {
	if len(field) < 2 {
		return false
	}
	switch field[0] {
	case '=', '@', '\t', '\r':
		return true
	case '+', '-':
		return !isNumber(field[1:])
	case 0xEF: // of ＝＋－＠
		return bytes.HasPrefix(field, []byte("＝")) || bytes.HasPrefix(field, []byte("＋")) ||
			bytes.HasPrefix(field, []byte("－")) ||
			bytes.HasPrefix(field, []byte("＠"))
	}
	return false
}

// isNumber reports whether a field is digits with marks between them: 5, 1,000.50, 12%.
func isNumber(field []byte) bool {
	for _, c := range field {
		if (c < '0' || c > '9') && c != '.' && c != ',' && c != '%' && c != ' ' {
			return false
		}
	}
	return true
}

// traits are what a field has in it that may need quoting, an escape or a closer look.
type traits uint8

const (
	parting  traits = 1 << iota // a comma or a quote mark
	breaking                    // a line end
	spacing                     // a tab or a backslash
	control                     // any other control character of ASCII
	beyond                      // bytes that are not ASCII
)

// byteTraits are the traits of every byte.
var byteTraits = func() (of [256]traits) {
	for c := range of {
		switch {
		case c == ',' || c == '"':
			of[c] = parting
		case c == '\n' || c == '\r':
			of[c] = breaking
		case c == '\t' || c == '\\':
			of[c] = spacing
		case c < ' ' || c == 0x7F:
			of[c] = control
		case c >= utf8.RuneSelf:
			of[c] = beyond
		}
	}
	return of
}()

// traitsOf returns the traits of all bytes of a field.
func traitsOf(field []byte) (has traits) {
	for _, c := range field {
		has |= byteTraits[c]
	}
	return has
}

// isText reports whether a field is UTF-8 without control characters other than line ends and tabs,
// and without tag characters.
func isText(field []byte, has traits) bool {
	if has&control != 0 {
		return false
	}
	return has&beyond == 0 || utf8.Valid(field) && !hasC1(field) &&
		(bytes.IndexByte(field, 0xF3) < 0 || tagAt(string(field)) < 0)
}

// hasC1 reports whether UTF-8 holds a control character from U+0080 to U+009F.
func hasC1(field []byte) bool {
	for {
		i := bytes.IndexByte(field, 0xC2)
		if i < 0 || field[i+1] < 0xA0 {
			return i >= 0
		}
		field = field[i+2:]
	}
}

// isControl reports whether r is a control character, line ends and tabs apart.
func isControl(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r >= 0x7F && r < 0xA0
}

// appendRepaired appends b with U+FFFD in place of what is no UTF-8 or a control character, and
// without tags that spell no flag.
func appendRepaired(dst, b []byte) []byte {
	for _, r := range withoutTags(string(b)) {
		if isControl(r) {
			r = utf8.RuneError
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}

// repaired is appendRepaired of a string.
func repaired(s string) string {
	if isText([]byte(s), control|beyond) {
		return s
	}
	return string(appendRepaired(nil, []byte(s)))
}
