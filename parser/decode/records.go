package decode

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newstimeline/parser/feed"
)

// Records in JSON: the objects of a file, each of which is an entry, in arrays, in other objects or
// a line each. An object is a record if it has a time and a text. Where one is, its neighbours are
// records too, even if they lack one of the two.

// nested returns the meaning of a member of an object within a record: "message" of "fields".
func (n naming) nested(outer, name string) column {
	if c := n.columnOf(outer + "." + name); c == textColumn || c == timeColumn {
		return c
	}
	return otherColumn
}

// readRecords makes a Source of the records in JSON, in whatever arrays and objects they are.
func readRecords(src *feed.Source, text []byte, keys Keys) error {
	f := records{n: keys.naming(), left: map[string]bool{}}
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	for {
		var value any
		err := dec.Decode(&value)
		if err == io.EOF {
			break
		}
		if err != nil && !f.found && f.waiting == nil {
			var at *json.SyntaxError
			if errors.As(err, &at) {
				err = atLine(text, at)
			}
			return notFeed(src.Meta.Format, err)
		}
		if err != nil {
			src.Remarks = append(src.Remarks, feed.Diagnostic{Severity: feed.Warning,
				Code: "broken-feed", Message: "the records are incomplete or broken: " +
					err.Error()})
			break
		}
		f.next(value)
	}
	f.takeAll(f.waiting)
	if len(f.left) > 0 {
		src.Remarks = append(src.Remarks,
			leftOut("members not read, because they hold neither time nor text: ",
				slices.Sorted(maps.Keys(f.left))))
	}
	f.finishOwn(src)
	return f.writeRecords(src)
}

// records are the items of a file of JSON.
type records struct {
	itemFeed
	n       naming
	left    map[string]bool // the names of members of records that have no meaning for an item
	found   bool            // a value of the file is a record: so are the others
	waiting []any           // the values of the file before its first record
	own     ownFeed
}

// next takes the next value of the file: in JSON lines, the values are neighbours.
func (f *records) next(value any) {
	object, ok := value.(map[string]any)
	switch {
	case f.found:
		f.takeNeighbour(value)
	case ok && f.isRecord(object):
		for _, v := range f.waiting {
			f.takeNeighbour(v)
		}
		f.waiting, f.found = nil, true
		f.takeNeighbour(value)
	default:
		f.waiting = append(f.waiting, value)
	}
}

// takeAll takes the values of an array. If one of them is a record, so are the others.
func (f *records) takeAll(values []any) {
	is := func(v any) bool {
		object, ok := v.(map[string]any)
		return ok && f.isRecord(object)
	}
	if slices.ContainsFunc(values, is) {
		for _, v := range values {
			f.takeNeighbour(v)
		}
		return
	}
	for _, v := range values {
		f.take(v)
	}
}

// take adds the records in a value to the items.
func (f *records) take(value any) {
	switch v := value.(type) {
	case []any:
		f.takeAll(v)
	case map[string]any:
		if f.takeOwnFeed(v) {
			return
		}
		if f.isRecord(v) {
			t := f.read(v)
			f.add(v, &t)
			return
		}
		for _, name := range slices.Sorted(maps.Keys(v)) {
			f.take(v[name])
		}
	}
}

// takeNeighbour takes a value next to records: an object with a time or a text is one.
func (f *records) takeNeighbour(value any) {
	v, ok := value.(map[string]any)
	if !ok {
		f.take(value)
		return
	}
	t := f.read(v)
	if t.hasTime() || t.hasText() || isOwnRecord(v) {
		f.add(v, &t)
		return
	}
	before := len(f.items)
	for _, name := range slices.Sorted(maps.Keys(v)) {
		f.take(v[name])
	}
	if len(f.items) == before {
		f.items = append(f.items, item{}) // it is counted and remarked on
	}
}

// isRecord reports whether an object is a record: it has a time and a text. A title alone may be
// that of what holds records.
func (f *records) isRecord(object map[string]any) bool {
	if isOwnRecord(object) {
		return true
	}
	t := f.read(object)
	if !t.isEntry() || t.values[textColumn] == "" && mailTime(t.when()) == "" {
		return false
	}
	return t.values[textColumn] != "" || !f.holds(object)
}

// holds reports whether an array in an object holds records.
func (f *records) holds(object map[string]any) bool {
	for _, member := range object {
		list, ok := member.([]any)
		if !ok {
			continue
		}
		for _, v := range list {
			if inner, ok := v.(map[string]any); ok && f.isRecord(inner) {
				return true
			}
		}
	}
	return false
}

// read returns the content of an object's members. Texts in an object within it count where it has
// none itself.
func (f *records) read(object map[string]any) tableRecord {
	var t tableRecord
	names := slices.Sorted(maps.Keys(object))
	for _, name := range names {
		switch m := f.n.columnOf(name); {
		case m.isTime():
			t.put(m, timeOf(object[name]))
		default:
			t.put(m, textOf(object[name], m == authorColumn))
		}
	}
	for _, name := range names {
		inner, ok := object[name].(map[string]any)
		if !ok || t.isEntry() {
			continue
		}
		for _, key := range slices.Sorted(maps.Keys(inner)) {
			if m := f.n.nested(name, key); m != otherColumn && t.values[m] == "" {
				t.put(m, textOf(inner[key], false))
			}
		}
	}
	return t
}

// add adds a record, of which t was read, to the items. What has no text gets the words of its
// other members.
func (f *records) add(object map[string]any, t *tableRecord) {
	if isOwnRecord(object) {
		it := f.own.item(memberOf(object))
		it.links, it.media, it.parts = ownLinks(object), ownMedia(object), ownParts(object)
		f.items = append(f.items, it)
		return
	}
	it := t.item()
	if t.hasText() {
		f.leave(object)
	} else {
		it.body = f.otherWords(object)
	}
	f.items = append(f.items, it)
}

// leave notes the members of a record of which nothing is read.
func (f *records) leave(record map[string]any) {
	for name, value := range record {
		if value != nil && f.n.columnOf(name) == otherColumn {
			f.left[name] = true
		}
	}
}

// otherWords returns the words of the members with neither time nor text, each after its name:
// "photos: p/1.jpg".
func (f *records) otherWords(record map[string]any) string {
	var lines []string
	for _, name := range slices.Sorted(maps.Keys(record)) {
		if f.n.columnOf(name) != otherColumn {
			continue
		}
		if words := strings.Join(appendWords(nil, record[name]), ", "); words != "" {
			lines = append(lines, name+": "+words)
		}
	}
	return strings.Join(lines, "\n")
}

// appendWords appends the strings with letters anywhere in a value.
func appendWords(dst []string, value any) []string {
	switch v := value.(type) {
	case string:
		if strings.IndexFunc(v, unicode.IsLetter) >= 0 {
			dst = append(dst, fold(repair(v)))
		}
	case []any:
		for _, e := range v {
			dst = appendWords(dst, e)
		}
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(v)) {
			dst = appendWords(dst, v[name])
		}
	}
	return dst
}

// timeOf returns a JSON value with a time: a text or a number, or one that a database has wrapped
// in an object.
func timeOf(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case map[string]any:
		for _, key := range [...]string{"$date", "$numberLong"} {
			if inner, ok := v[key]; ok && len(v) == 1 {
				return timeOf(inner)
			}
		}
	}
	return ""
}

// textOf returns a JSON value as text: the parts of an array in order, of an object its text or, of
// a person, the name.
func textOf(value any, person bool) string {
	switch v := value.(type) {
	case string:
		return repair(v)
	case json.Number:
		return v.String()
	case []any:
		var b strings.Builder
		for _, e := range v {
			b.WriteString(textOf(e, person))
		}
		return b.String()
	case map[string]any:
		keys := []string{"text"}
		if person {
			keys = []string{"name", "display_name", "displayName", "screen_name", "username",
				"handle", "acct"}
		}
		for _, k := range keys {
			if s := textOf(v[k], false); s != "" {
				return s
			}
		}
	}
	return ""
}

// repair decodes a text whose UTF-8 an exporter encoded twice, via Latin-1. All of it is below
// U+0100, some of it are control characters that no text has, and its bytes are UTF-8.
func repair(s string) string {
	control := false
	for _, r := range s {
		if r > 0xFF {
			return s
		}
		control = control || 0x80 <= r && r < 0xA0
	}
	if !control {
		return s
	}
	b := make([]byte, 0, len(s))
	for _, r := range s {
		b = append(b, byte(r))
	}
	if !utf8.Valid(b) {
		return s
	}
	return string(b)
}
