// Package fault makes errors of panics. A panic is a mistake of this program. It ends the work on
// one input, not the run. It names the input and the place in the code, so that the bug can be
// reported.
package fault

import (
	"fmt"
	"path"
	"runtime"
	"runtime/debug"
	"strings"
)

// An Error is a panic.
type Error struct {
	Value any    // what panic was called with
	Place string // the line of this program, "parser/heads.go:196"; "": unknown
	Stack []byte // of the goroutine that panicked, for developers
}

// Error returns the panic in one line, without the stack.
func (e *Error) Error() string {
	at := ""
	if e.Place != "" {
		at = " at " + e.Place
	}
	return fmt.Sprintf("internal error%s: %v; please report it", at, e.Value)
}

// Guard calls do and returns its error. If do panics, the error is an *Error.
func Guard(do func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = Of(p)
		}
	}()
	return do()
}

// Of returns the Error of a value that recover has returned. It is to be called by the deferred
// function itself, which knows the stack. A panic with an *Error, of another goroutine, is that
// one.
func Of(p any) *Error {
	if e, ok := p.(*Error); ok {
		return e
	}
	return &Error{Value: p, Place: place(), Stack: debug.Stack()}
}

// place returns the line of this module that panicked or called what did. The deferred function and
// the runtime are between it and here.
func place() string {
	var counters [64]uintptr
	frames := runtime.CallersFrames(counters[:runtime.Callers(1, counters[:])])
	panicked := false
	for {
		f, more := frames.Next()
		switch {
		case f.Function == "runtime.gopanic":
			panicked = true
		case panicked && strings.HasPrefix(f.Function, module) && f.Function != module+
			"parser/fault.At":
			return fmt.Sprintf("%s/%s:%d", folder(f.Function), path.Base(f.File), f.Line)
		}
		if !more {
			return ""
		}
	}
}

// module is the path of the module with a slash.
const module = "newstimeline/"

// folder returns the folder in the module of a function's package:
// "newstimeline/parser.(*judge).cut" gives "parser".
func folder(function string) string {
	at := strings.LastIndexByte(function, '/')
	name, _, _ := strings.Cut(function[at+1:], ".")
	return strings.TrimPrefix(function[:at+1]+name, module)
}

// Inject, unless it is nil, reports whether At is to panic. Tests set it before the program runs.
var Inject func(point, name string) bool

// At marks a point at which tests can have the program panic; name is the input in hand.
func At(point, name string) {
	if Inject != nil && Inject(point, name) {
		panic("injected")
	}
}
