package cmd

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"newstimeline/parser"
	"newstimeline/timeline/format"
)

// Words to people: what goes to stderr, and the exit code. A message is "name:line: what", in lower case, without a full stop, with a hint
// where there is one. What a feed or a file's name contains is cleaned before a terminal sees it.

// An exitCode is what the program returns to the shell.
type exitCode int

const (
	fine        exitCode = 0
	failed      exitCode = 1   // an input could not be read, or an output not written
	misused     exitCode = 2   // wrong usage
	undated     exitCode = 3   // an input held neither date nor clock
	warned      exitCode = 4   // warnings, under --strict
	interrupted exitCode = 130 // by SIGINT or SIGTERM
)

// ranks orders the codes: of several things that happen in one run, the later one in this list is returned.
var ranks = [...]exitCode{fine, undated, warned, failed, misused, interrupted}

func (c exitCode) rank() int {
	for i, other := range ranks {
		if c == other {
			return i
		}
	}
	return len(ranks)
}

// note remembers that something happened that has an exit code.
func (a *app) note(c exitCode) {
	if c.rank() > a.worst.rank() {
		a.worst = c
	}
}

// A usageError is a command line that cannot be carried out.
type usageError struct {
	command string // that it was meant for
	err     error
}

func (e *usageError) Error() string { return e.err.Error() }
func (e *usageError) Unwrap() error { return e.err }

// usage makes an error of a command's use.
func usage(c *cobra.Command, err error) error { return &usageError{c.CommandPath(), err} }

func usagef(c *cobra.Command, text string, args ...any) error {
	return usage(c, fmt.Errorf(text, args...))
}

// errSaid ends a command whose failure has been reported.
var errSaid = errors.New("already reported")

// finish reports the error that a command ended with and returns the code for the shell.
func (a *app) finish(err error) exitCode {
	var wrong *usageError
	switch {
	case err == nil, errors.Is(err, errSaid):
	case errors.As(err, &wrong):
		a.say("timeline", 0, err.Error())
		fmt.Fprintf(a.stderr, "see `%s --help`\n", wrong.command)
		a.note(misused)
	case errors.Is(err, syscall.EPIPE): // the reader has seen enough
		a.note(failed)
	default:
		a.fail("stdout", err) // whatever else can fail has been reported where it did
	}
	return a.worst
}

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
