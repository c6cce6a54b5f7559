package cmd

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// pipelines are the commands of `timeline help pipelines` that a machine without a cluster can run,
// in their order: how the line begins, the programs that it needs, and the files with the entries of
// all documents, or of the feeds, that it makes.
var pipelines = []struct {
	begins string
	needs  []string
	makes  string
	of     string // what the entries are those of: "pages", "texts", "documents"; "": it makes a table
}{
	{"find feeds -name '*.html'", []string{"find"}, "out/*.jsonl", "pages"},
	{"find feeds -name '*.txt'", []string{"find", "xargs"}, "out/*.jsonl", "texts"},
	{"parallel --joblog", []string{"parallel"}, "feeds/*.jsonl", "texts"},
	{"parallel --pipepart", []string{"parallel"}, "entries.jsonl", "documents"},
	{"split -n l/8", []string{"split"}, "part.*.jsonl", "documents"},
	{"timeline export --input jsonl", nil, "entries.jsonl", "documents"},
	{"duckdb -c", []string{"duckdb"}, "days.jsonl", ""},
}

// TestPipelines runs those commands, and holds that the entries are those that the program gives by
// itself. A command whose program is not installed is left out.
func TestPipelines(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the commands are written for sh")
	}
	text, err := os.ReadFile("topics/pipelines.md")
	if err != nil {
		t.Fatal(err)
	}
	shims := t.TempDir()
	duckdb(t, shims)
	t.Setenv("PATH", shims+string(os.PathListSeparator)+os.Getenv("PATH"))
	for _, p := range pipelines {
		t.Run(p.begins, func(t *testing.T) {
			command := commandOf(t, string(text), p.begins)
			for _, name := range p.needs {
				if !runs(name) {
					missing(t, name)
				}
			}
			dir := t.TempDir()
			want := workplace(t, dir)
			if p.of == "" {
				command += " > " + p.makes
			}
			inShell(t, dir, command)
			got := entriesIn(t, filepath.Join(dir, p.makes))
			if p.of == "" {
				checkDays(t, got, want["documents"])
			} else if !slices.Equal(got, want[p.of]) {
				t.Errorf("%s\n%d entries, want %d", command, len(got), len(want[p.of]))
			}
		})
	}
}

// runs reports whether there is a program, and that of GNU where others lack what the command needs.
func runs(name string) bool {
	if name == "split" || name == "xargs" {
		return exec.Command(name, "--version").Run() == nil
	}
	_, err := exec.LookPath(name)
	return err == nil
}

// missing leaves a test out for want of a program, unless the gate has installed it.
func missing(t *testing.T, name string) {
	t.Helper()
	if slices.Contains(strings.Fields(os.Getenv("READERS")), name) {
		t.Fatalf("%s is missing", name)
	}
	t.Skip("there is no " + name)
}

// commandOf returns the command of a manual that begins so, with the lines that go on with it.
func commandOf(t *testing.T, text, begins string) string {
	t.Helper()
	_, rest, found := strings.Cut(text, "\n    "+begins)
	if !found {
		t.Fatalf("no command begins %q", begins)
	}
	command := begins
	for line := range strings.Lines(rest) {
		line = strings.TrimRight(line, "\n")
		more, goesOn := strings.CutSuffix(line, `\`)
		command += " " + strings.TrimSpace(more)
		if !goesOn {
			break
		}
	}
	return command
}

// duckdb makes the reader from npm a program, where DuckDB's own is missing and that is not.
func duckdb(t *testing.T, dir string) {
	t.Helper()
	reader, err := filepath.Abs("../.tools/readers/query.mjs")
	if err != nil {
		t.Fatal(err)
	}
	node, noNode := exec.LookPath("node")
	_, noReader := os.Stat("../.tools/readers/node_modules/@duckdb")
	if _, err := exec.LookPath("duckdb"); err == nil || noNode != nil || noReader != nil {
		return
	}
	script := fmt.Sprintf("#!/bin/sh\nexec '%s' '%s' \"$@\"\n", node, reader)
	if err := os.WriteFile(filepath.Join(dir, "duckdb"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
}

// workplace makes the feeds, pages and documents that the commands name, and returns the entries of
// each kind, in order.
func workplace(t *testing.T, dir string) map[string][]string {
	t.Helper()
	var documents bytes.Buffer
	if err := os.MkdirAll(filepath.Join(dir, "feeds"), 0o755); err != nil {
		t.Fatal(err)
	}
	for i := range 40 {
		text := fmt.Sprintf("%d August 2025\n20:15 GMT\nFerry %d has left the pier.\n19:40 GMT\nThe lamps are out.\n", 1+i%20, i)
		page := fmt.Sprintf("<!DOCTYPE html><h2>%d August 2025</h2><h3>20:15 GMT</h3><p>Ferry %d has left.</p>", 1+i%20, i)
		put(t, filepath.Join(dir, "feeds", fmt.Sprintf("%d.txt", i)), text)
		put(t, filepath.Join(dir, "feeds", fmt.Sprintf("%d.html", i)), page)
		fmt.Fprintf(&documents, `{"id":"%d","text":%q}`+"\n", i, text)
	}
	put(t, filepath.Join(dir, "documents.jsonl"), documents.String())
	z, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(dir, "documents.jsonl.zst"), string(z.EncodeAll(documents.Bytes(), nil)))
	inShell(t, dir, "timeline export -q -d want/pages feeds/*.html; timeline export -q -d want/texts feeds/*.txt;"+
		"timeline export -q --input jsonl -f jsonl documents.jsonl > documents.want;"+
		"cp documents.want entries.jsonl")
	want := map[string][]string{
		"pages":     entriesIn(t, filepath.Join(dir, "want/pages/*.jsonl")),
		"texts":     entriesIn(t, filepath.Join(dir, "want/texts/*.jsonl")),
		"documents": entriesIn(t, filepath.Join(dir, "documents.want")),
	}
	if len(want["pages"]) != 40 || len(want["texts"]) != 80 || len(want["documents"]) != 80 {
		t.Fatalf("%d, %d, %d entries", len(want["pages"]), len(want["texts"]), len(want["documents"]))
	}
	return want
}

// put writes a file.
func put(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// inShell runs a command in a folder. It must end well.
func inShell(t *testing.T, dir, command string) {
	t.Helper()
	c := exec.Command("sh", "-c", command)
	c.Dir = dir
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%s\n%v\n%s", command, err, out)
	}
}

// entriesIn returns the lines of files, in order.
func entriesIn(t *testing.T, pattern string) (lines []string) {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: no file, %v", pattern, err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")...)
	}
	slices.Sort(lines)
	return lines
}

// dayOf finds the day of an entry, or of a row.
var dayOf = regexp.MustCompile(`20\d\d-\d\d-\d\d`)

// checkDays holds that a table has a row for each day of the entries.
func checkDays(t *testing.T, rows, entries []string) {
	t.Helper()
	days := map[string]int{}
	for _, e := range entries {
		days[dayOf.FindString(e)]++
	}
	found := 0
	for _, r := range rows {
		if n, is := days[dayOf.FindString(r)]; is {
			found++
			if !strings.Contains(r, fmt.Sprint(n)) {
				t.Errorf("%q, want %d", r, n)
			}
		}
	}
	if found != len(days) {
		t.Errorf("%d days, want %d:\n%s", found, len(days), strings.Join(rows, "\n"))
	}
}
