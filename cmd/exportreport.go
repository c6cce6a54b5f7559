package cmd

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"newstimeline/parser"
)

// The report of an export: a record for each input. Every key is always there, with one type or null; keys are only ever added.

// A status is what became of an input.
type status string

const (
	success status = "written"
	skip    status = "skipped" // its output was there
	failure status = "failed"
)

// A record tells what became of one input. What is not known, because it was not read, is null.
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

// describe notes what the documents of an input hold.
func (r *record) describe(docs []*parser.Document) {
	entries, undated, warnings, sum := 0, 0, 0, 0
	var first, last parser.Date
	order := docs[0].Order
	for _, d := range docs {
		entries += len(d.Entries)
		if d.Order != order {
			order = parser.Mixed
		}
		for i := range d.Entries {
			e := &d.Entries[i]
			sum += e.Confidence
			switch {
			case e.Date.IsZero():
				undated++
				continue
			case first.IsZero() || e.Date.Days() < first.Days():
				first = e.Date
			}
			if last.IsZero() || e.Date.Days() > last.Days() {
				last = e.Date
			}
		}
		for i := range d.Diagnostics {
			if d.Diagnostics[i].Severity != parser.Info {
				warnings++
			}
		}
	}
	r.Entries, r.Undated, r.Warnings = &entries, &undated, &warnings
	if s := order.String(); s != "" {
		r.Order = &s
	}
	if !first.IsZero() {
		from, to := first.String(), last.String()
		r.First, r.Last = &from, &to
	}
	if entries > 0 {
		mean := float64(sum/entries) / 100
		r.Confidence = &mean
	}
}

// A reporter writes records as JSON lines.
type reporter struct {
	w   *bufio.Writer
	enc *json.Encoder
}

func newReporter(w io.Writer) *reporter {
	r := &reporter{w: bufio.NewWriterSize(w, 64<<10)}
	r.enc = json.NewEncoder(r.w)
	r.enc.SetEscapeHTML(false)
	return r
}

// write writes one record. An error shows in flush.
func (r *reporter) write(result *result) { r.enc.Encode(&result.record) }

// flush writes what is left and returns the first error.
func (r *reporter) flush() error { return r.w.Flush() }

// totals are the sums over all inputs.
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

// line tells the sums in a line.
func (s *totals) line(dir string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s written to %s, %s", count(s.written, "feed"), dir, count(s.entries, "entry"))
	for _, more := range [...]struct {
		n    int
		what string
	}{{s.skipped, "skipped"}, {s.failed, "failed"}, {s.left, "left: interrupted"}} {
		if more.n > 0 {
			fmt.Fprintf(&b, ", %d %s", more.n, more.what)
		}
	}
	if s.warnings > 0 {
		fmt.Fprintf(&b, "; %s", count(s.warnings, "warning"))
	}
	return b.String()
}

// count returns a number with the word for what is counted.
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
