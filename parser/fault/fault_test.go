package fault

import (
	"errors"
	"regexp"
	"strings"
	"testing"
)

// sink takes what is made only to be made.
var sink string

func TestGuard(t *testing.T) {
	full := errors.New("disk full")
	none := -1
	for _, c := range []struct {
		name string
		do   func() error
		want string // of the message, as an expression; "": no error
	}{
		{"fine", func() error { return nil }, ""},
		{"an error", func() error { return full }, "^disk full$"},
		{"an index", func() error { _ = []int{1}[none]; return nil }, `^internal error at parser/fault/fault_test\.go:\d+: runtime error: index out of range \[-1\]; please report it$`},
		{"words", func() error { panic("no reader") }, `^internal error at parser/fault/fault_test\.go:\d+: no reader; please report it$`},
		{"in a library", func() error { sink = strings.Repeat("x", none); return nil }, `^internal error at parser/fault/fault_test\.go:\d+: strings: negative Repeat count; please`},
		{"of another goroutine", func() error { panic(&Error{Value: "far", Place: "a.go:1"}) }, `^internal error at a\.go:1: far; please report it$`},
		{"twice", func() error { defer func() { panic("second") }(); panic("first") }, `fault_test\.go:\d+: second`},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := Guard(c.do)
			if c.want == "" {
				if err != nil {
					t.Error(err)
				}
				return
			}
			if err == nil || !regexp.MustCompile(c.want).MatchString(err.Error()) {
				t.Errorf("%v, want %s", err, c.want)
			}
		})
	}
	if err := Guard(func() error { return full }); err != full {
		t.Errorf("%v is another error", err)
	}
	var e *Error
	if err := Guard(func() error { panic("far") }); !errors.As(err, &e) || !strings.Contains(string(e.Stack), "TestGuard") {
		t.Errorf("%v has the stack %s", err, e.Stack)
	}
}

func TestFolder(t *testing.T) {
	for function, want := range map[string]string{
		"newstimeline/parser.(*judge).cut":             "parser",
		"newstimeline/parser/decode.readHTML.func1":    "parser/decode",
		"newstimeline/cmd/timeline.main":               "cmd/timeline",
		"newstimeline/parser/parallel.InOrder[...].f1": "parser/parallel",
	} {
		if got := folder(function); got != want {
			t.Errorf("%s: %s, want %s", function, got, want)
		}
	}
}
