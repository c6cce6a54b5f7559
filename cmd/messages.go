package cmd

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"newstimeline/parser/feed"
	"newstimeline/timeline/format"
)

// Messages to people, on stderr. A message is "name:line: what", in lower case, without a full
// stop, and ends with a hint where there is one. Whatever comes from a feed or a file name is
// cleaned before a terminal sees it.

// fail reports that a file or stream could not be read or written.
func (a *app) fail(name string, err error) {
	a.note(failed)
	a.say(name, 0, reason(err))
	a.showStack(err)
}

// reason returns an error in words, without the operation and the name of the file: messages begin
// with the name.
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

// say prints a message about a line of an input, counted from 1; 0 stands for the whole input.
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

// warn is say for warnings: --quiet silences them, and under --strict they affect the exit code.
func (a *app) warn(name string, line int, message string) {
	if a.strict {
		a.note(warned)
	}
	if !a.quiet {
		a.say(name, line, message)
	}
}

// remark prints the warnings of the parser about a document, and notes what they, and a document
// without any date, mean for the exit code.
func (a *app) remark(d *feed.Document) {
	for i := range d.Diagnostics {
		g := &d.Diagnostics[i]
		if g.Severity == feed.Info {
			continue
		}
		a.warn(d.Name, g.Line, g.Message)
	}
	if !isDated(d) {
		a.note(undated)
	}
}

// isDated reports whether a document has entries, and a date or a clock, be it of an entry, of a
// header or of the page.
func isDated(d *feed.Document) bool {
	for i := range d.Entries {
		if e := &d.Entries[i]; e.StampLine > 0 || !e.Date.IsZero() || e.Clock.Known {
			return true
		}
	}
	if len(d.Entries) == 0 {
		return false
	}
	for _, r := range d.Roles {
		if r == feed.DateHeader || r == feed.StampLine {
			return true
		}
	}
	return false
}
