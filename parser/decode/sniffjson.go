package decode

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// What an input that begins with a brace or a bracket is: JSON with records, lines of JSON, a JSON
// Feed, or text.

// sniffJSON is sniff for an input that begins with a brace: all of it, and its first bytes.
func sniffJSON(all, b []byte, keys Keys) (Format, string) {
	if i := bytes.Index(b, []byte("jsonfeed.org/version/")); i >= 0 {
		return JSONFeed, "its version is a jsonfeed.org URL"
	}
	if isSlideJSON(all[:min(len(all), 1<<20)]) { // the title may be long
		return TimelineJS, "an object with TimelineJS events"
	}
	if isOwnStart(b) {
		return JSON, "JSON as timeline writes it"
	}
	record, ok := firstObject(all)
	n := keys.naming()
	if !ok {
		if holdsRecords(b, n) {
			return JSON, "an object that contains one with time and text"
		}
		return PlainText, "it begins with a brace, but its first line is not a JSON object"
	}
	if isOwnRecord(record) {
		return JSON, "its first line is an entry as timeline writes it"
	}
	key := keys.withDefaults().Text
	if text, ok := record[key].(string); ok && !isMessage(record, text, n) {
		return JSONL, fmt.Sprintf("its first line is a JSON object with a text under %q", key)
	}
	if f := (records{n: n}); f.isRecord(record) || holdsRecords(b, n) {
		return JSON, "its first line is an object that contains one with time and text"
	}
	return PlainText, fmt.Sprintf("its first line is a JSON object without a text under %q", key)
}

// firstObject returns the object of JSON that the first line is, and whether it is one. A line may
// have any length if another object follows it.
func firstObject(all []byte) (map[string]any, bool) {
	line, rest, _ := bytes.Cut(all, []byte("\n"))
	rest = bytes.TrimLeft(rest, " \t\r\n")
	if len(line) > sniffed && (len(rest) == 0 || rest[0] != '{') {
		return nil, false
	}
	var record map[string]any
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.UseNumber()
	if dec.Decode(&record) != nil || record == nil || dec.More() {
		return nil, false
	}
	return record, true
}

// isMessage reports whether a record with a text is an entry rather than a document. Then the text
// is one line, and the record has a day and a clock.
func isMessage(record map[string]any, text string, n naming) bool {
	if strings.Contains(strings.TrimSpace(text), "\n") {
		return false
	}
	f := records{n: n}
	t := f.read(record)
	return t.values[textColumn] != "" && len(mailTime(t.when())) > len(dayForm)
}

// holdsRecords reports whether the first bytes of JSON have an object with a time and a text.
func holdsRecords(b []byte, n naming) bool {
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.UseNumber()
	s := recordSniffer{dec, n}
	for {
		tok, err := dec.Token()
		if err != nil {
			return false
		}
		if s.value(tok, &tableRecord{}, "") {
			return true
		}
	}
}

// A recordSniffer looks for a record in JSON that may break off.
type recordSniffer struct {
	*json.Decoder
	n naming
}

// value reports whether there is a record in a value that begins with a token, or around it. The
// value is the member of that name of an object.
func (s *recordSniffer) value(tok json.Token, outer *tableRecord, name string) bool {
	switch tok {
	case json.Delim('['):
		for {
			tok, err := s.Token()
			if err != nil || tok == json.Delim(']') {
				return false
			}
			if s.value(tok, &tableRecord{}, "") {
				return true
			}
		}
	case json.Delim('{'):
		return s.object(outer, name)
	}
	return false
}

// object is value for the rest of an object.
func (s *recordSniffer) object(outer *tableRecord, outerName string) bool {
	var t tableRecord
	for {
		key, err := s.Token()
		name, ok := key.(string)
		if err != nil || !ok {
			return false
		}
		tok, err := s.Token()
		if err != nil {
			return false
		}
		if m := s.n.columnOf(name); !m.isTime() || sampleOf(tok) != "?" {
			t.put(m, sampleOf(tok))
		}
		outer.put(s.n.nested(outerName, name), sampleOf(tok))
		if t.isEntry() || outer.isEntry() || s.value(tok, &t, name) {
			return true
		}
	}
}

// sampleOf returns a JSON value as far as is needed to decide whether it is a record.
func sampleOf(tok json.Token) string {
	switch v := tok.(type) {
	case nil:
		return ""
	case string:
		return v
	case json.Number:
		return v.String()
	}
	return "?"
}
