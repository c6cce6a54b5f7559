package cmd

import (
	"errors"
	"fmt"
	"syscall"

	"github.com/spf13/cobra"
)

// The exit code of the program, and the errors of commands that lead to it.

// An exitCode is what the program returns to the shell.
type exitCode int

const (
	fine        exitCode = 0
	failed      exitCode = 1   // an input could not be read, or an output not written
	misused     exitCode = 2   // wrong usage
	undated     exitCode = 3   // an input gave no entry, or held neither date nor clock
	warned      exitCode = 4   // warnings, under --strict
	changed     exitCode = 5   // diff found changes, under --exit-code
	interrupted exitCode = 130 // by SIGINT or SIGTERM
)

// ranks orders the codes: of all that happens in one run, the last in this list decides.
var ranks = [...]exitCode{fine, undated, changed, warned, failed, misused, interrupted}

func (c exitCode) rank() int {
	for i, other := range ranks {
		if c == other {
			return i
		}
	}
	return len(ranks)
}

// note remembers an exit code, unless something worse has happened.
func (a *app) note(c exitCode) {
	if c.rank() > a.worst.rank() {
		a.worst = c
	}
}

// A usageError is the error of a command line that makes no sense.
type usageError struct {
	command string // the command, whose --help is worth reading: "timeline parse"
	err     error
}

func (e *usageError) Error() string { return e.err.Error() }
func (e *usageError) Unwrap() error { return e.err }

// usage returns the usageError of a command.
func usage(c *cobra.Command, err error) error { return &usageError{c.CommandPath(), err} }

func usagef(c *cobra.Command, text string, args ...any) error {
	return usage(c, fmt.Errorf(text, args...))
}

// errReported ends a command whose failure has been reported already, and noted for the exit code.
var errReported = errors.New("already reported")

// finish reports the error that a command ended with, unless that has been done, and returns the
// exit code of the run.
func (a *app) finish(err error) exitCode {
	var wrong *usageError
	switch {
	case err == nil, errors.Is(err, errReported):
	case errors.As(err, &wrong):
		a.say("timeline", 0, err.Error())
		fmt.Fprintf(a.stderr, "see `%s --help`\n", wrong.command)
		a.note(misused)
	case errors.Is(err, syscall.EPIPE): // the reader has seen enough
		a.note(failed)
	case isFault(err):
		a.fail(a.subject(), err)
	default:
		a.fail("stdout", err) // all other failures have been reported where they happened
	}
	return a.worst
}
