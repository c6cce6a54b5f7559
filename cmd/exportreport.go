package cmd

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"newstimeline/parser/feed"
)

// The report of an export: a line of JSON for each input. Like those of the JSON contract, its keys
// are always there, with one type or null, and are only ever added.

// A status is what became of an input.
type status string

const (
	success status = "written"
	skip    status = "skipped" // its output was there already
	failure status = "failed"
)

// A record is the line of one input. What is not known, because the input was not read, is null.
type record struct {
	Source     string   `json:"source"`
	Output     *string  `json:"output"`
	Status     status   `json:"status"`
	Entries    *int     `json:"entries"`
	Undated    *int     `json:"undated"`
	Order      *string  `json:"order"`
	First      *string  `json:"first"` // the earliest day
	Last       *string  `json:"last"`
	Warnings   *int     `json:"warnings"`
	Confidence *float64 `json:"confidence"` // the mean of the entries'
	Error      *string  `json:"error"`
	Seconds    *float64 `json:"seconds"`
}

// describe fills in what the documents of an input hold.
func (r *record) describe(docs []*feed.Document) {
	entries, undated, warnings, sum := 0, 0, 0, 0
	var days span
	order := docs[0].Order
	for _, d := range docs {
		entries += len(d.Entries)
		if d.Order != order {
			order = feed.Mixed
		}
		for i := range d.Entries {
			e := &d.Entries[i]
			sum += int(e.Confidence)
			if e.Date.IsZero() {
				undated++
			} else {
				days.add(e.Date)
			}
		}
		for i := range d.Diagnostics {
			if d.Diagnostics[i].Severity != feed.Info {
				warnings++
			}
		}
	}
	r.Entries, r.Undated, r.Warnings = &entries, &undated, &warnings
	if s := order.String(); s != "" {
		r.Order = &s
	}
	if !days.first.IsZero() {
		r.First, r.Last = new(days.first.String()), new(days.last.String())
	}
	if entries > 0 {
		r.Confidence = new(float64(sum/entries) / 100)
	}
}

// A span is a first and a last day. The zero span is empty.
type span struct{ first, last feed.Date }

// add widens the span to hold a day.
func (s *span) add(d feed.Date) {
	if s.first.IsZero() || d.Days() < s.first.Days() {
		s.first = d
	}
	if s.last.IsZero() || d.Days() > s.last.Days() {
		s.last = d
	}
}

// A reporter writes records as JSON lines; nil: nobody asked for any.
type reporter struct {
	w   *bufio.Writer
	enc *json.Encoder
}

func newReporter(w io.Writer) *reporter {
	if w == nil {
		return nil
	}
	r := &reporter{w: bufio.NewWriterSize(w, 64<<10)}
	r.enc = json.NewEncoder(r.w)
	r.enc.SetEscapeHTML(false)
	return r
}

// write writes one record. Errors come out of flush.
func (r *reporter) write(result *result) {
	if r != nil {
		r.enc.Encode(&result.record)
	}
}

// flush writes what is buffered and returns the first error of all writes.
func (r *reporter) flush() error {
	if r == nil {
		return nil
	}
	return r.w.Flush()
}

// totals sum up all inputs.
type totals struct{ written, skipped, failed, left, entries, warnings int }

func (s *totals) add(r *result) {
	switch r.Status {
	case success:
		s.written++
	case skip:
		s.skipped++
	default:
		s.failed++
	}
	if r.Status == success {
		s.entries += *r.Entries
	}
	if r.Warnings != nil {
		s.warnings += *r.Warnings
	}
}

func (s *totals) inputs() int { return s.written + s.skipped + s.failed }

// line returns the sums as the last message of an export.
func (s *totals) line(dir string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s written to %s, %s", count(s.written, "feed"), dir,
		count(s.entries, "entry"))
	for _, more := range [...]struct {
		n    int
		what string
	}{{s.skipped, "skipped"}, {s.failed, "failed"}, {s.left, "not done (interrupted)"}} {
		if more.n > 0 {
			fmt.Fprintf(&b, ", %d %s", more.n, more.what)
		}
	}
	if s.warnings > 0 {
		fmt.Fprintf(&b, "; %s", count(s.warnings, "warning"))
	}
	return b.String()
}

// count returns a number and a noun, in the plural unless the number is 1: "2 entries".
func count(n int, word string) string {
	if n != 1 {
		if stem, ok := strings.CutSuffix(word, "y"); ok {
			word = stem + "ies"
		} else {
			word += "s"
		}
	}
	return fmt.Sprintf("%d %s", n, word)
}
