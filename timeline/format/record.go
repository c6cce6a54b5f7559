package format

import (
	"bytes"
	"io"
	"strconv"
	"time"
	"unicode/utf8"

	"newstimeline/timeline"
)

// Records: what CSV and TSV share. Every entry is a record of all columns, its date on every row.

// A column is one field of a record. Names are those of the JSON keys.
type column struct {
	name     string
	appendTo func(dst []byte, r *record) []byte
}

// A record is an entry being written.
type record struct {
	*timeline.Entry
	moment
}

// recordColumns begin with what readers of a spreadsheet look for; what machines need stands behind. New ones go to the end.
var recordColumns = [...]column{
	{"date", func(dst []byte, r *record) []byte {
		if r.date.IsZero() {
			return dst
		}
		return r.date.Append(dst)
	}},
	{"clock", func(dst []byte, r *record) []byte {
		if !r.clock.Known {
			return dst
		}
		return r.clock.Append(dst)
	}},
	{"zone", func(dst []byte, r *record) []byte { return append(dst, r.zone...) }},
	{"source", func(dst []byte, r *record) []byte { return append(dst, r.Source.Name...) }},
	{"title", func(dst []byte, r *record) []byte { return append(dst, r.TitleText()...) }},
	{"text", func(dst []byte, r *record) []byte { return r.AppendText(dst) }},
	{"author", func(dst []byte, r *record) []byte { return append(dst, r.AuthorText()...) }},
	{"url", func(dst []byte, r *record) []byte { return append(dst, r.URL...) }},
	{"time", func(dst []byte, r *record) []byte {
		at, known := r.Instant()
		if !known {
			return dst
		}
		return at.AppendFormat(dst, time.RFC3339)
	}},
	{"precision", func(dst []byte, r *record) []byte { return append(dst, r.Precision.String()...) }},
	{"stamp", func(dst []byte, r *record) []byte { return append(dst, r.As...) }},
	{"inferred", func(dst []byte, r *record) []byte { return appendInferred(dst, r.Inferred, " ") }},
	{"confidence", func(dst []byte, r *record) []byte { return appendConfidence(dst, r.Confidence) }},
	{"line", func(dst []byte, r *record) []byte { return strconv.AppendInt(dst, int64(r.Line), 10) }},
	{"end_line", func(dst []byte, r *record) []byte { return strconv.AppendInt(dst, int64(r.EndLine), 10) }},
	{"seq", func(dst []byte, r *record) []byte { return strconv.AppendInt(dst, int64(r.Seq), 10) }},
	{"id", func(dst []byte, r *record) []byte { return r.ID.Append(dst) }},
}

// writeRecords writes a header and a row for each entry. A comma parts fields; appendField writes one as the notation wants it.
func writeRecords(w io.Writer, t *timeline.Timeline, o Options, comma byte, appendField func(dst, field []byte, has traits) []byte) error {
	out := newBuffer(w)
	for i, c := range recordColumns {
		out.b = append(out.b, c.name...)
		out.b = append(out.b, after(i, comma))
	}
	var r record
	var field, repaired []byte
	for i := range t.Entries {
		r.Entry, r.moment = &t.Entries[i], o.moment(&t.Entries[i])
		for i, c := range recordColumns {
			field = c.appendTo(field[:0], &r)
			has := traitsOf(field)
			if !isText(field, has) {
				repaired = appendRepaired(repaired[:0], field)
				field, repaired = repaired, field
			}
			out.b = appendField(out.b, field, has)
			out.b = append(out.b, after(i, comma))
		}
		if !out.spill() {
			break
		}
	}
	return out.flush()
}

// after returns what stands after column i: a comma, or a line end after the last.
func after(i int, comma byte) byte {
	if i == len(recordColumns)-1 {
		return '\n'
	}
	return comma
}

// traits are what the bytes of a field have in them that needs a closer look.
type traits uint8

const (
	parting  traits = 1 << iota // a comma, a quote mark
	breaking                    // a line end
	spacing                     // a tab, a backslash
	control                     // any other control character of ASCII
	beyond                      // what is not ASCII
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

// isText reports whether a field is what programs expect of a text: UTF-8 without control characters other than line ends and tabs.
func isText(field []byte, has traits) bool {
	if has&control != 0 {
		return false
	}
	return has&beyond == 0 || utf8.Valid(field) && !hasC1(field)
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

// appendRepaired appends b with U+FFFD for all that is no text.
func appendRepaired(dst, b []byte) []byte {
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		if isControl(r) {
			r = utf8.RuneError
		}
		dst = utf8.AppendRune(dst, r)
		b = b[size:]
	}
	return dst
}
