package cmd

import (
	"errors"
	"os"
	"strings"

	"newstimeline/parser/fault"
)

// Faults: panics of this program. One is an error of the input in hand, and the other inputs go on.
// Guards surround the work on one input, the writing of one file, and the whole run.

// debugVariable is set to 1 by developers to see the stack of a panic.
const debugVariable = "TIMELINE_DEBUG"

// isFault reports whether an error is a panic.
func isFault(err error) bool {
	var f *fault.Error
	return errors.As(err, &f)
}

// showStack prints the stack of a panic for developers.
func (a *app) showStack(err error) {
	var f *fault.Error
	if os.Getenv(debugVariable) == "1" && errors.As(err, &f) {
		a.stderr.Write(f.Stack)
	}
}

// subject returns the names of the inputs that are in hand when all are parsed: "a.txt, b.txt and 7
// more".
func (a *app) subject() string {
	const most = 3
	switch n := len(a.inputs); {
	case n == 0:
		return "timeline"
	case n > most:
		return strings.Join(a.inputs[:most-1], ", ") + " and " + count(n-most+1, "other")
	}
	return strings.Join(a.inputs, ", ")
}
