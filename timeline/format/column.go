package format

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"newstimeline/timeline"
)

// Columns: what the notations that are tables share: CSV, TSV, XLSX, SQLite. Every entry is a row
// with a field in each column, its date included. People read ten of them, and a spreadsheet begins
// with those; all is what programs need to lose nothing.

// A column is a column of a table. Its name is that of the key in JSON, if there is one.
type column struct {
	name string
	kind kind
	// appends the field of a record; nothing if the feed has none
	appendTo func(dst []byte, r *record) []byte
}

// A kind is the kind of what a column holds.
type kind uint8

const (
	ofWords    kind = iota
	ofDay           // 2006-01-02; of a month or year, its first day
	ofClock         // 15:04 or 15:04:05
	ofInstant       // 2006-01-02T15:04:05Z
	ofInteger       // in decimal digits
	ofFraction      // 0.93
	ofLength        // hours, minutes and seconds: 0:12:00
	// day and clock, as precise as the feed: 2006, 2006-01, 2006-01-02, 2006-01-02 15:04, 15:04,
	// --01-02
	ofWhen
)

// A record is an entry being written.
type record struct {
	*timeline.Entry
	moment
	o *Options
	// the one that precedes it in time; nil: there is none, or no column needs it
	before *timeline.Entry
}

// record returns the record of an entry.
func (o *Options) record(e *timeline.Entry) record { return record{e, o.moment(e), o, nil} }

// recordOf returns the record of entries[i].
func (o *Options) recordOf(entries []timeline.Entry, i int) record {
	return record{&entries[i], o.moment(&entries[i]), o, before(entries, i)}
}

// A fieldReader makes the texts of fields. It uses its buffers again: a text is valid until the
// next one is read.
type fieldReader struct{ field, repaired []byte }

// read returns the field of a record in a column, with U+FFFD for invalid text.
func (f *fieldReader) read(c *column, r *record) (text []byte, has traits) {
	f.field = c.appendTo(f.field[:0], r)
	has = traitsOf(f.field)
	if isText(f.field, has) {
		return f.field, has
	}
	f.repaired = appendRepaired(f.repaired[:0], f.field)
	return f.repaired, has
}

// recordColumns are the columns that JSON has as keys. New ones go to the end.
var recordColumns = [...]column{
	{"date", ofDay, func(dst []byte, r *record) []byte {
		if r.date.IsZero() {
			return dst
		}
		return r.date.Append(dst)
	}},
	{"clock", ofClock, func(dst []byte, r *record) []byte {
		if !r.clock.Known {
			return dst
		}
		return r.clock.Append(dst)
	}},
	{"zone", ofWords, func(dst []byte, r *record) []byte { return append(dst, r.zone...) }},
	{"source", ofWords, func(dst []byte, r *record) []byte {
		return append(dst, r.Source.Name...)
	}},
	{"title", ofWords, func(dst []byte, r *record) []byte { return append(dst, r.TitleText()...) }},
	{"text", ofWords, func(dst []byte, r *record) []byte { return r.AppendText(dst) }},
	{"author", ofWords, func(dst []byte, r *record) []byte {
		return append(dst, r.AuthorText()...)
	}},
	{"url", ofWords, func(dst []byte, r *record) []byte { return append(dst, r.URL...) }},
	{"time", ofInstant, func(dst []byte, r *record) []byte {
		at, known := r.Instant()
		if !known {
			return dst
		}
		return at.AppendFormat(dst, time.RFC3339)
	}},
	{"precision", ofWords, func(dst []byte, r *record) []byte {
		return append(dst, r.Precision.String()...)
	}},
	{"stamp", ofWords, func(dst []byte, r *record) []byte { return append(dst, r.As...) }},
	{"inferred", ofWords, func(dst []byte, r *record) []byte {
		return appendInferred(dst, r.Inferred, " ")
	}},
	{"confidence", ofFraction, func(dst []byte, r *record) []byte {
		return appendConfidence(dst, int(r.Confidence))
	}},
	{"line", ofInteger, func(dst []byte, r *record) []byte { return appendInt(dst, int(r.Line)) }},
	{"end_line", ofInteger, func(dst []byte, r *record) []byte {
		return appendInt(dst, int(r.EndLine))
	}},
	{"seq", ofInteger, func(dst []byte, r *record) []byte { return appendInt(dst, r.Seq) }},
	{"id", ofWords, func(dst []byte, r *record) []byte { return r.ID.Append(dst) }},
	{"epoch", ofInteger, func(dst []byte, r *record) []byte {
		at, known := r.Instant()
		if !known {
			return dst
		}
		return strconv.AppendInt(dst, at.Unix(), 10)
	}},
	{"start_byte", ofInteger, func(dst []byte, r *record) []byte {
		return appendInt(dst, r.Bytes().Start)
	}},
	{"end_byte", ofInteger, func(dst []byte, r *record) []byte {
		return appendInt(dst, r.Bytes().End)
	}},
	{"stamp_line", ofInteger, func(dst []byte, r *record) []byte {
		if r.StampLine == 0 {
			return dst
		}
		return appendInt(dst, int(r.StampLine))
	}},
	{"revisions", ofWords, func(dst []byte, r *record) []byte { // as in JSON
		if len(r.Revisions()) == 0 {
			return dst
		}
		return appendRevisions(dst, r.Revisions(), r.o)
	}},
	{"related", ofWords, func(dst []byte, r *record) []byte {
		if len(r.Related()) == 0 {
			return dst
		}
		return appendRelated(dst, r.Related())
	}},
	{"month_day", ofWords, func(dst []byte, r *record) []byte {
		if r.Yearless.IsZero() {
			return dst
		}
		return appendMonthDay(dst, r.Yearless)
	}},
	{"end", ofWords, func(dst []byte, r *record) []byte { return appendUntil(dst, r.Entry) }},
	{"approximate", ofInteger, func(dst []byte, r *record) []byte {
		if r.Approximate {
			return append(dst, '1')
		}
		return append(dst, '0')
	}},
	{"links", ofWords, func(dst []byte, r *record) []byte {
		return appendUnlessEmpty(dst, r.Entry, appendLinks)
	}},
	{"media", ofWords, func(dst []byte, r *record) []byte {
		return appendUnlessEmpty(dst, r.Entry, appendMedia)
	}},
	{"parts", ofWords, func(dst []byte, r *record) []byte {
		return appendUnlessEmpty(dst, r.Entry, appendParts)
	}},
}

// ownColumns are the columns that JSON has no key for.
var ownColumns = [...]column{
	{"when", ofWhen, func(dst []byte, r *record) []byte { return appendWhenRead(dst, r) }},
	{"since", ofLength, func(dst []byte, r *record) []byte { return appendSince(dst, r) }},
}

// appendWhenRead appends day and clock in a form that spreadsheets recognise, and nothing for what
// is unknown. The zone is a column of its own.
func appendWhenRead(dst []byte, r *record) []byte {
	from := len(dst)
	if !r.date.IsZero() {
		dst = appendPeriod(dst, r.o.period(r.Entry))
	} else if !r.Yearless.IsZero() {
		dst = appendMonthDay(dst, r.Yearless)
	}
	if len(dst) > from && r.clock.Known {
		dst = append(dst, ' ')
	}
	if r.clock.Known {
		dst = r.clock.Append(dst)
	}
	return dst
}

// AllColumns, as the only one of Options.Columns, selects all columns that are keys of the JSON.
const AllColumns = "all"

// readColumns are the names of the columns that people read.
var readColumns = [...]string{"when", "zone", "title", "text", "author", "source", "stamp",
	"confidence", "url", "id"}

// appendUnlessEmpty appends a list as in JSON, nothing if it is empty.
func appendUnlessEmpty(dst []byte, e *timeline.Entry,
	list func([]byte, *timeline.Entry) []byte) []byte {
	from := len(dst)
	if dst = list(dst, e); len(dst) == from+len("[]") {
		return dst[:from]
	}
	return dst
}

func appendInt(dst []byte, n int) []byte { return strconv.AppendInt(dst, int64(n), 10) }

// ColumnNames returns the names of all columns of tables.
func ColumnNames() []string {
	var names []string
	for _, all := range [...][]column{ownColumns[:], recordColumns[:]} {
		for _, c := range all {
			names = append(names, c.name)
		}
	}
	return names
}

// columns returns the columns that the options name, those that people read if they name none. An
// unknown name is an error.
func (o *Options) columns() ([]column, error) {
	names := o.Columns
	switch {
	case names == nil:
		names = readColumns[:]
	case len(names) == 1 && names[0] == AllColumns:
		return recordColumns[:], nil
	}
	chosen := make([]column, len(names))
	for i, name := range names {
		c, ok := columnNamed(name)
		if !ok {
			return nil, fmt.Errorf("unknown column %q; available: %s", name,
				strings.Join(ColumnNames(), ", "))
		}
		chosen[i] = c
	}
	return chosen, nil
}

// columnNamed returns the column of a name.
func columnNamed(name string) (column, bool) {
	for _, all := range [...][]column{ownColumns[:], recordColumns[:]} {
		if i := slices.IndexFunc(all, func(c column) bool { return c.name == name }); i >= 0 {
			return all[i], true
		}
	}
	return column{}, false
}
