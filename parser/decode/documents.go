package decode

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"

	"newstimeline/parser/fault"
	"newstimeline/parser/feed"
)

// Documents in JSONL: each line is a JSON object, the record of one document.

// Keys are the names of the members of a record that are read. An empty name means its default in
// JSONL, which is given first. In JSON, CSV and TSV, whose records are entries, Text and Date name
// the members with the text and the time. If empty, their names decide. "a.b" is member b of object
// a.
type Keys struct {
	Text string // "text": the document itself, in any Format that Source reads
	// "id": the name of the Source. A document without one is called after the input and its line,
	// NAME:LINE
	ID   string
	URL  string // "url": the address of the document
	Date string // "date": when the document was captured or published
}

func (k Keys) withDefaults() Keys {
	k.Text, k.ID, k.URL, k.Date = cmp.Or(k.Text, "text"), cmp.Or(k.ID, "id"), cmp.Or(k.URL, "url"),
		cmp.Or(k.Date, "date")
	return k
}

// A RecordError is the error of a line of JSONL that holds no document, or by which this program
// fails (Err is a *fault.Error).
type RecordError struct {
	Name string // of the input
	Line int    // from 1
	Err  error  // what is wrong with it
}

func (e *RecordError) Error() string { return fmt.Sprintf("%s:%d: %v", e.Name, e.Line, e.Err) }
func (e *RecordError) Unwrap() error { return e.Err }

// A Record is one document of JSONL.
type Record struct {
	feed.Source
	Line int    // its line in the input, from 1
	Date string // when it was captured, in the words of the record; "": unknown
}

// Documents yields the documents of a JSONL input one by one, as they are read. name is that of the
// input. A line that holds no document yields a *RecordError, and reading goes on; any other error
// is the last thing that is yielded. Blank lines are skipped.
func Documents(name string, r io.Reader, o Options) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		plain, err := newReader(r, o.Max)
		if err != nil {
			yield(Record{}, err)
			return
		}
		in := bufio.NewReaderSize(plain, 64<<10)
		for n := 1; ; n++ {
			line, err := in.ReadBytes('\n')
			if n == 1 {
				line = bytes.TrimPrefix(line, []byte("\uFEFF"))
			}
			if line = bytes.TrimSpace(line); len(line) > 0 {
				if !yield(Document(name, n, line, o)) {
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

// Document reads the document of one line of JSONL, without blanks around it. name is that of the
// input, n the number of the line in it, from 1. If the line holds no document, the error is a
// *RecordError.
func Document(name string, n int, line []byte, o Options) (Record, error) {
	var rec Record
	err := fault.Guard(func() (err error) {
		rec, err = record(name, n, line, o.Keys.withDefaults(), o)
		return err
	})
	if err != nil {
		err = &RecordError{name, n, err}
	}
	return rec, err
}

// record reads the document of line n.
func record(name string, n int, line []byte, keys Keys, o Options) (Record, error) {
	rec := Record{Line: n, Source: feed.Source{Name: name + ":" + strconv.Itoa(n)}}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(line, &fields); err != nil {
		var kind *json.UnmarshalTypeError
		if errors.As(err, &kind) {
			return rec, errors.New("not a JSON object")
		}
		return rec, err
	}
	body, ok := stringOf(fields[keys.Text])
	if !ok {
		return rec, fmt.Errorf("no text under %q; use --text-key", keys.Text)
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

// stringOf returns the text of a JSON string, or of a number as it is written, and whether the
// value is one of these.
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

// atLine returns a syntax error of JSON with the line of the text that it is on.
func atLine(text []byte, err *json.SyntaxError) error {
	n := int(min(err.Offset, int64(len(text))))
	return fmt.Errorf("line %d: %w", bytes.Count(text[:n], []byte("\n"))+1, err)
}
