package cmd

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"newstimeline/parser"
	"newstimeline/timeline/format"
)

// Messages to people, on stderr. A message is "name:line: what", in lower case, without a full stop, and ends with a hint where there is
// one. Whatever comes from a feed or a file name is cleaned before a terminal sees it.

// fail reports that a file or stream could not be read or written.
func (a *app) fail(name string, err error) {
	a.note(failed)
	a.say(name, 0, reason(err))
}

// reason returns an error in words, without the name of the file, which stands before it.
func reason(err error) string {
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		err = link.Err
	}
	return err.Error()
}

// say prints a message on a place of an input; line counts from 1, 0 is the input as a whole.
func (a *app) say(name string, line int, message string) {
	var b strings.Builder
	b.WriteString(format.Clean(name))
	if line > 0 {
		fmt.Fprintf(&b, ":%d", line)
	}
	b.WriteString(": ")
	b.WriteString(format.Clean(message))
	b.WriteByte('\n')
	io.WriteString(a.stderr, b.String())
}

// warn prints a warning on a place of an input.
func (a *app) warn(name string, line int, message string) {
	if a.strict {
		a.note(warned)
	}
	if !a.quiet {
		a.say(name, line, message)
	}
}

// remark reports what the parser has to say of a document, and remembers what that means for the exit code.
func (a *app) remark(d *parser.Document) {
	for i := range d.Diagnostics {
		g := &d.Diagnostics[i]
		if g.Severity == parser.Info {
			continue
		}
		a.warn(d.Name, g.Line, g.Message)
	}
	if !isDated(d) {
		a.note(undated)
	}
}

// isDated reports whether a document holds a date or a clock that an entry, a header or the page has.
func isDated(d *parser.Document) bool {
	for i := range d.Entries {
		if e := &d.Entries[i]; e.StampLine > 0 || !e.Date.IsZero() || e.Clock.Known {
			return true
		}
	}
	for _, r := range d.Roles {
		if r == parser.DateHeader || r == parser.StampLine {
			return true
		}
	}
	return false
}
