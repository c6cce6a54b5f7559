// Package casetest runs test cases that are files: txtar archives. The comment of an archive
// describes the case. Some of its sections are input, the others the expected output. See package
// txtar (github.com/rogpeppe/go-internal) for their form.
package casetest

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// Update is set by go test -update: the sections that are expected are written anew instead of
// compared.
var Update = flag.Bool("update", false,
	"write the expected output of case files anew; read the difference")

// A Reader is called with each section of a case, in their order. For a section that is given it
// returns false; for one that is expected, what the program makes of the sections before it, and
// true.
type Reader func(section *txtar.File) (got string, expected bool)

// Run tests every file that matches the pattern of filepath.Glob, each as a subtest. open returns
// the Reader for one case. A pattern that matches no file fails, and so does a case that expects
// nothing.
func Run(t *testing.T, pattern string, open func(t *testing.T, a *txtar.Archive) Reader) {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"),
			func(t *testing.T) { test(t, file, open) })
	}
}

func test(t *testing.T, file string, open func(t *testing.T, a *txtar.Archive) Reader) {
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	read, checked := open(t, a), false
	for i := range a.Files {
		section := &a.Files[i]
		got, expected := read(section)
		checked = checked || expected
		switch {
		case !expected:
		case *Update:
			section.Data = []byte(got)
		default:
			if diff := cmp.Diff(string(section.Data), got); diff != "" {
				t.Errorf("%s: %s differs (-want +got), -update accepts it:\n%s", file, section.Name,
					diff)
			}
		}
	}
	if !checked {
		t.Errorf("%s expects nothing", file)
	}
	if *Update {
		if err := os.WriteFile(file, txtar.Format(a), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
