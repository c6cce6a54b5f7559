package decode

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"

	"newstimeline/parser"
)

// Documents in JSONL: one JSON object a line, each a document with its text.

// Keys are the names under which a record has what is read of it. An empty name stands for its default.
type Keys struct {
	Text string // the document itself, in any format that Source reads; "text"
	ID   string // what the output calls the source; "id". Without it a document is called NAME:LINE
	URL  string // "url"
	Date string // when it was captured or published; "date"
}

func (k Keys) withDefaults() Keys {
	k.Text, k.ID, k.URL, k.Date = firstOf(k.Text, "text"), firstOf(k.ID, "id"), firstOf(k.URL, "url"), firstOf(k.Date, "date")
	return k
}

// A RecordError is why a line of JSONL holds no document.
type RecordError struct {
	Name string // of the input
	Line int    // from 1
	Err  error
}

func (e *RecordError) Error() string { return fmt.Sprintf("%s:%d: %v", e.Name, e.Line, e.Err) }
func (e *RecordError) Unwrap() error { return e.Err }

// A Record is a document of JSONL.
type Record struct {
	parser.Source
	Line int    // that it stands on, from 1
	Date string // what the record says of when it was captured, "" if nothing
}

// Documents yields the documents of an input of JSONL as they are read, one in memory at a time. A line that holds none gives a RecordError,
// and reading goes on; any other error ends it. Blank lines hold nothing.
func Documents(name string, r io.Reader, o Options) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		plain, err := NewReader(r, o.Max)
		if err != nil {
			yield(Record{}, err)
			return
		}
		keys := o.Keys.withDefaults()
		in := bufio.NewReaderSize(plain, 64<<10)
		for n := 1; ; n++ {
			line, err := in.ReadBytes('\n')
			if n == 1 {
				line = bytes.TrimPrefix(line, []byte("\uFEFF"))
			}
			if line = bytes.TrimSpace(line); len(line) > 0 {
				rec, bad := record(name, n, line, keys, o)
				if bad != nil {
					bad = &RecordError{name, n, bad}
				}
				if !yield(rec, bad) {
					return
				}
			}
			if err != nil {
				if err != io.EOF {
					yield(Record{}, err)
				}
				return
			}
		}
	}
}

// record reads one line.
func record(name string, n int, line []byte, keys Keys, o Options) (Record, error) {
	rec := Record{Line: n, Source: parser.Source{Name: name + ":" + strconv.Itoa(n)}}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(line, &fields); err != nil {
		var kind *json.UnmarshalTypeError
		if errors.As(err, &kind) {
			return rec, errors.New("no JSON object")
		}
		return rec, err
	}
	body, ok := stringOf(fields[keys.Text])
	if !ok {
		return rec, fmt.Errorf("no text under %q; --text-key names it", keys.Text)
	}
	if id, ok := stringOf(fields[keys.ID]); ok && id != "" {
		rec.Name = id
	}
	o.Format, o.Encoding = Auto, ""
	src, err := Source(rec.Name, []byte(body), o)
	if err != nil {
		return rec, err
	}
	rec.Source = src
	if u, ok := stringOf(fields[keys.URL]); ok && u != "" {
		rec.URL = u
	}
	rec.Date, _ = stringOf(fields[keys.Date])
	return rec, nil
}

// stringOf returns a string, or a number as it is written.
func stringOf(raw json.RawMessage) (string, bool) {
	var s string
	if len(raw) == 0 {
		return "", false
	}
	if raw[0] != '"' {
		var n json.Number
		if json.Unmarshal(raw, &n) != nil {
			return "", false
		}
		return n.String(), n != ""
	}
	return s, json.Unmarshal(raw, &s) == nil
}

// atLine says on which line of a text JSON is broken.
func atLine(text []byte, err *json.SyntaxError) error {
	n := int(min(err.Offset, int64(len(text))))
	return fmt.Errorf("line %d: %w", bytes.Count(text[:n], []byte("\n"))+1, err)
}
