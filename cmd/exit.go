package cmd

import (
	"errors"
	"fmt"
	"syscall"

	"github.com/spf13/cobra"
)

// The exit code, and the errors that decide it.

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
