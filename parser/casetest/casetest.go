// Package casetest runs tests that are files: txtar archives whose comment says what they show, with sections that are given and sections that are
// expected of them.
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

// Update says whether what is expected is written anew rather than compared: go test -update.
var Update = flag.Bool("update", false, "write the expected output of case files anew; read the difference")

// A Reader reads the sections of one case in their order. Of one that is expected it returns what should stand in it, true; of one that is
// given, false.
type Reader func(section *txtar.File) (got string, expected bool)

// Run tests each of the files that match a pattern by itself. open begins to read one.
func Run(t *testing.T, pattern string, open func(t *testing.T, a *txtar.Archive) Reader) {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { test(t, file, open) })
	}
}

func test(t *testing.T, file string, open func(t *testing.T, a *txtar.Archive) Reader) {
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	read := open(t, a)
	for i := range a.Files {
		section := &a.Files[i]
		got, expected := read(section)
		switch {
		case !expected:
		case *Update:
			section.Data = []byte(got)
		default:
			if diff := cmp.Diff(string(section.Data), got); diff != "" {
				t.Errorf("%s: %s differs (-want +got), -update accepts it:\n%s", file, section.Name, diff)
			}
		}
	}
	if *Update {
		if err := os.WriteFile(file, txtar.Format(a), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
