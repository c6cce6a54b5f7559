package cmd

import (
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"newstimeline/parser/casetest"
)

// TestMain lets the test binary stand in for the program: scripts run it as a process of its own.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"timeline": func() { os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
		"stall":    stall,
		"faulty":   faulty,
	})
}

// TestScripts runs the sessions of testdata/script, in which $FEED is the sample feed.
func TestScripts(t *testing.T) {
	feed, err := filepath.Abs("../testdata/feed.txt")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "../testdata/script",
		UpdateScripts:       *casetest.Update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		ContinueOnError:     true,
		Setup: func(e *testscript.Env) error {
			e.Vars = append(e.Vars, "FEED="+feed, "NO_COLOR=", "COLUMNS=", "TERM=dumb")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits},
	})
}

// exits runs a command that must end with a code: exits CODE COMMAND [ARG …]. Its streams are kept for stdout and stderr.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND [ARG …]")
	}
	err := ts.Exec(args[1], args[2:]...)
	code := "0"
	if err != nil {
		code = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if code != args[0] {
		ts.Fatalf("%s: exit code %s, want %s", strings.Join(args[1:], " "), code, args[0])
	}
}

// TestManual runs the commands of the README and of the help topics, and compares what they print: in each block of a console, a line that
// begins with $ is a command, the lines below it are its output. Commands are run by sh in the root of the repository, with the program as
// timeline.
func TestManual(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the manual is written for sh")
	}
	files, err := filepath.Glob("topics/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range append(files, "../README.md") {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		got := console.ReplaceAllStringFunc(string(text), func(block string) string { return rerun(t, block) })
		if got == string(text) {
			continue
		}
		if *casetest.Update {
			if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		t.Errorf("%s differs from what its commands print; -update writes it anew:\n%s", file, got)
	}
}

// console finds the blocks of a manual that are sessions.
var console = regexp.MustCompile("(?ms)^```console\n.*?^```$")
