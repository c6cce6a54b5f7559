package decode

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode"

	"newstimeline/parser/feed"
)

// Records: the rows of a CSV file and the objects of a JSON file, each of which is an entry. What their members are called tells what they are:
// "created_at", "headline", "full_text", "user".

// A column is what a member of a record tells, in a table a column.
type column uint8

const (
	otherColumn  column = iota
	timeColumn          // day and clock
	dayColumn           // the day, or day and clock
	clockColumn         // the clock beside a day
	zoneColumn          // the zone of the clock
	changeColumn        // day and clock of the last change
	titleColumn
	textColumn
	authorColumn
	sourceColumn // who says so, if there is no author
	urlColumn
	howColumn // how another program came to know the rest: no text of the entry
	columns   // how many there are
)

// columnOf returns what a member of some name tells.
func columnOf(name string) column {
	switch strings.NewReplacer(" ", "", "_", "", "-", "", "\uFEFF", "").Replace(strings.ToLower(name)) {
	case "when", "timestamp", "datetime", "createdat", "created", "createdutc", "published", "publishedat", "publishedon", "pubdate", "postedat", "posted", "postdate", "datetimeutc",
		"datepublished", "publicationdate", "ts", "unixtime", "dateunixtime":
		return timeColumn
	case "updatedat", "updated", "modified", "modifiedat", "editedat":
		return changeColumn
	case "date", "day", "datum", "fecha", "data", "dateutc", "eventdate":
		return dayColumn
	case "time", "clock", "stamp", "timeutc", "uhrzeit", "zeit", "hora", "heure", "eventtime":
		return clockColumn
	case "zone", "timezone", "tz", "utcoffset", "zeitzone":
		return zoneColumn
	case "title", "headline", "subject", "titel", "titre":
		return titleColumn
	case "text", "body", "content", "message", "description", "event", "summary", "details", "fulltext", "tweet", "post", "note", "notes", "entry", "update", "content_text", "contenttext",
		"comment", "selftext", "caption", "inhalt", "texte", "texto":
		return textColumn
	case "author", "user", "username", "from", "sender", "by", "account", "screenname", "creator":
		return authorColumn
	case "source", "channel", "outlet", "agency", "name":
		return sourceColumn
	case "url", "link", "permalink", "href":
		return urlColumn
	case "precision", "inferred", "confidence":
		return howColumn
	}
	return otherColumn
}

// A tableRecord is the first value of each kind of member; texts has all texts.
type tableRecord struct {
	values [columns]string
	texts  []string
}

// put adds a member to a record.
func (t *tableRecord) put(m column, value string) {
	value = strings.TrimSpace(value)
	if value == "" || m == otherColumn {
		return
	}
	if t.values[m] == "" {
		t.values[m] = value
	}
	if m == textColumn && !slices.Contains(t.texts, value) {
		t.texts = append(t.texts, value)
	}
}

// isEntry reports whether a record tells when something was, and what.
func (t *tableRecord) isEntry() bool {
	v := &t.values
	return (v[timeColumn] != "" || v[dayColumn] != "" || v[changeColumn] != "") && (v[textColumn] != "" || v[titleColumn] != "")
}

// item returns the record as an item of a feed.
func (t *tableRecord) item() item {
	v := &t.values
	it := item{title: v[titleColumn], body: strings.Join(t.texts, "\n\n"), author: firstOf(v[authorColumn], v[sourceColumn]), url: absolute(v[urlColumn])}
	it.markup = strings.Contains(it.body, "</")
	it.printed = withZone(firstOf(v[timeColumn], strings.TrimSpace(v[dayColumn]+" "+v[clockColumn]), v[changeColumn]), v[zoneColumn])
	it.time = machineTime(it.printed)
	if at, ok := epoch(it.printed); ok {
		it.printed = at.Format("2006-01-02 15:04:05 UTC")
	}
	return it
}

// withZone returns a time with the zone that stands in a column of its own, unless it has no clock or tells its zone itself.
func withZone(printed, zone string) string {
	if zone == "" || !strings.Contains(printed, ":") || strings.HasSuffix(printed, zone) || len(machineTime(printed)) > len(localForm) {
		return printed
	}
	return printed + " " + zone
}

// comma returns the mark that parts the columns of a table that holds entries; 0: it does not look like one. Its first line names a time and a text,
// and the second row has as many columns and a number for the time.
func comma(b []byte) rune {
	line, _, ok := bytes.Cut(b, []byte("\n"))
	if !ok || len(line) > 1000 || !bytes.ContainsAny(line, ",;\t") {
		return 0
	}
	for _, mark := range [...]rune{',', ';', '\t'} {
		r := tableReader(bytes.NewReader(b), mark)
		names, err := r.Read()
		if err != nil || len(names) < 2 || slices.Contains(names, "") {
			continue
		}
		names = slices.Clone(names)
		row, err := r.Read()
		if err != nil || len(row) != len(names) {
			continue
		}
		var named, first tableRecord
		for k, name := range names {
			named.put(columnOf(name), name)
			first.put(columnOf(name), row[k])
		}
		if named.isEntry() && strings.ContainsAny(first.values[timeColumn]+first.values[dayColumn]+first.values[changeColumn], "0123456789") {
			return mark
		}
	}
	return 0
}

func tableReader(in io.Reader, mark rune) *csv.Reader {
	r := csv.NewReader(in)
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = mark, true, -1, true
	return r
}

// readCSV makes a Source of a table with a line of names. Columns whose names tell nothing are lines of the text if they hold words, "damage: two
// roofs"; numbers and codes are left out, and a remark says so.
func readCSV(src *feed.Source, text []byte) error {
	text = bytes.TrimLeft(bytes.TrimPrefix(text, []byte("\uFEFF")), " \t\r\n")
	mark := comma(text)
	if mark == 0 {
		return notFeed(src.Meta.Format, errors.New("its first line does not name columns, one of them a time and one a text"))
	}
	r := tableReader(bytes.NewReader(text), mark)
	r.ReuseRecord = false
	names, err := r.Read()
	if err != nil {
		return notFeed(src.Meta.Format, err)
	}
	var rows [][]string
	for err == nil {
		var row []string
		if row, err = r.Read(); err == nil {
			rows = append(rows, row)
		}
	}
	if err != io.EOF {
		src.Remarks = append(src.Remarks, feed.Diagnostic{Severity: feed.Warning, Code: "broken-feed", Message: "the table breaks off or is broken: " + err.Error()})
	}
	wordy, left := unnamed(names, rows)
	if len(left) > 0 {
		src.Remarks = append(src.Remarks, leftOut("columns without words are left out: ", left))
	}
	var f itemFeed
	for _, row := range rows {
		f.items = append(f.items, rowItem(names, row, wordy))
	}
	return f.writeRecords(src)
}

// unnamed returns which columns, of those whose names tell nothing, hold words, and the names of those that do not.
func unnamed(names []string, rows [][]string) (wordy []bool, left []string) {
	wordy = make([]bool, len(names))
	filled := make([]bool, len(names))
	for _, row := range rows {
		for k, value := range row[:min(len(row), len(names))] {
			filled[k] = filled[k] || value != ""
			wordy[k] = wordy[k] || columnOf(names[k]) == otherColumn && holdsWords(value)
		}
	}
	for k, name := range names {
		if columnOf(name) == otherColumn && !wordy[k] && filled[k] {
			left = append(left, name)
		}
	}
	return wordy, left
}

// holdsWords reports whether a value is more than numbers and codes: a place, a state, a remark.
func holdsWords(value string) bool {
	return strings.IndexFunc(value, unicode.IsLetter) >= 0 && (strings.Contains(strings.TrimSpace(value), " ") || !strings.ContainsAny(value, "0123456789_/"))
}

// rowItem returns a row of a table as an item. What stands behind the last named column is text.
func rowItem(names, row []string, wordy []bool) item {
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
			t.put(columnOf(names[k]), value)
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
		src.Remarks = append(src.Remarks, feed.Diagnostic{Severity: feed.Warning, Code: "empty", Message: "there are no records"})
	}
	return nil
}

// holdsRecords reports whether an object with a time and a text stands in the first bytes of JSON.
func holdsRecords(b []byte) bool {
	type object struct {
		record tableRecord
		inside bool   // of an object; else of an array
		name   string // the member that is being read; "": its name comes next
	}
	dec := json.NewDecoder(bytes.NewReader(b))
	var open []object
	for {
		tok, err := dec.Token()
		if err != nil {
			return false
		}
		var top *object
		if len(open) > 0 {
			top = &open[len(open)-1]
		}
		if s, ok := tok.(string); ok && top != nil && top.inside && top.name == "" {
			top.name = s + " " // never empty
			continue
		}
		switch tok {
		case json.Delim('}'), json.Delim(']'):
			open = open[:len(open)-1]
			continue
		}
		if top != nil && top.inside {
			top.record.put(columnOf(top.name), "?")
			if top.name = ""; top.record.isEntry() {
				return true
			}
		}
		switch tok {
		case json.Delim('{'), json.Delim('['):
			open = append(open, object{inside: tok == json.Delim('{')})
		}
	}
}

// readRecords makes a Source of the objects of JSON that tell a time and a text, wherever in arrays and objects they stand.
func readRecords(src *feed.Source, text []byte) error {
	f := records{left: map[string]bool{}}
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	for {
		var value any
		err := dec.Decode(&value)
		if err == io.EOF {
			break
		}
		if err != nil && len(f.items) == 0 {
			var at *json.SyntaxError
			if errors.As(err, &at) {
				err = atLine(text, at)
			}
			return notFeed(src.Meta.Format, err)
		}
		if err != nil {
			src.Remarks = append(src.Remarks, feed.Diagnostic{Severity: feed.Warning, Code: "broken-feed", Message: "the records break off or are broken: " + err.Error()})
			break
		}
		f.take(value)
	}
	if len(f.left) > 0 {
		src.Remarks = append(src.Remarks, leftOut("members that tell neither when nor what are left out: ", slices.Sorted(maps.Keys(f.left))))
	}
	return f.writeRecords(src)
}

// leftOut returns a remark on members or columns of which nothing is read.
func leftOut(what string, names []string) feed.Diagnostic {
	return feed.Diagnostic{Line: 1, Severity: feed.Info, Code: "columns", Message: what + strings.Join(names, ", ")}
}

// records are the items of a file of JSON.
type records struct {
	itemFeed
	left map[string]bool // the names of members of records that tell nothing of an item
}

// take adds the records in a value of JSON to the items.
func (f *records) take(value any) {
	switch v := value.(type) {
	case []any:
		for _, e := range v {
			f.take(e)
		}
	case map[string]any:
		var t tableRecord
		names := slices.Sorted(maps.Keys(v))
		for _, name := range names {
			m := columnOf(name)
			t.put(m, textOf(v[name], m == authorColumn))
		}
		if t.isEntry() && (machineTime(t.item().printed) != "" || t.values[textColumn] != "") {
			f.items = append(f.items, t.item())
			f.leave(v)
			return
		}
		for _, name := range names {
			f.take(v[name])
		}
	}
}

// leave notes the members of a record of which nothing is read.
func (f *records) leave(record map[string]any) {
	for name, value := range record {
		if value != nil && columnOf(name) == otherColumn {
			f.left[name] = true
		}
	}
}

// textOf returns a value of JSON as text: the parts of an array one behind the other, of an object its text or, of a person, the name.
func textOf(value any, person bool) string {
	switch v := value.(type) {
	case string:
		return v
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
			keys = []string{"name", "display_name", "displayName", "screen_name", "username", "handle", "acct"}
		}
		for _, k := range keys {
			if s := textOf(v[k], false); s != "" {
				return s
			}
		}
	}
	return ""
}
