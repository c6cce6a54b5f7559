package main

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	beamlog "github.com/apache/beam/sdks/v2/go/pkg/beam/log"

	"newstimeline/cmd"
	"newstimeline/parser/feed"
)

// TestMain lets the test binary be the process behind sandboxes, with a parser that some words of a
// document make fail.
func TestMain(m *testing.M) {
	if isChild() {
		parse = faulty
		os.Exit(serve(os.Stdin, os.Stdout))
	}
	beamlog.LogLevel = cmp.Or(os.Getenv("BEAM_LOG"), "error")
	flag.Parse()
	beam.Init()
	os.Exit(m.Run())
}

// faulty parses, unless the text of a document asks for a fault.
func faulty(r *reader, d *document) (*feed.Document, error) {
	switch {
	case bytes.Contains(d.Body, []byte("PANICS")):
		panic("out of luck")
	case bytes.Contains(d.Body, []byte("LOOPS")):
		for {
		}
	case bytes.Contains(d.Body, []byte("RECURSES")):
		return nil, fmt.Errorf("%d", recursion(1))
	case bytes.Contains(d.Body, []byte("EXITS")):
		os.Exit(7)
	case once(d.Body, "DIES ONCE "):
		syscall.Kill(os.Getpid(), syscall.SIGKILL)
	case once(d.Body, "LOSES ITS WORKER "):
		syscall.Kill(os.Getppid(), syscall.SIGKILL)
	}
	return r.parse(d)
}

// once reports whether the folder that a text names behind a sign is not there yet, and makes it.
func once(text []byte, sign string) bool {
	_, folder, found := bytes.Cut(text, []byte(sign))
	folder, _, _ = bytes.Cut(folder, []byte(" "))
	return found && os.Mkdir(string(folder), 0o755) == nil
}

// recursion uses up the stack.
func recursion(n int) int { return recursion(n+1) + n }

// base returns the config of a run on prism, with small parts.
func base(t *testing.T, globs ...string) *config {
	t.Helper()
	f := addFlags(flag.NewFlagSet("", flag.PanicOnError))
	f.base.Output = t.TempDir()
	c, err := f.config(globs)
	if err != nil {
		t.Fatal(err)
	}
	c.PartSize, c.TimeLimit = 4<<10, 20*time.Second
	return c
}

// ran runs a pipeline and returns the lines of entries and letters of all shards, in order.
func ran(t *testing.T, c *config) (entries, dead []string, sum *summary) {
	t.Helper()
	sum, err := execute(t.Context(), c, 1)
	if err != nil {
		t.Fatal(err)
	}
	for shard := range c.Shards {
		entries = append(entries, linesOf(t, shardPath(c.Output, "entries", shard, c.Shards, "jsonl"))...)
	}
	slices.Sort(entries)
	return entries, linesOf(t, shardPath(c.Output, "dead", 0, 1, "jsonl")), sum
}

// linesOf returns the lines of a file.
func linesOf(t *testing.T, path string) []string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")[:bytes.Count(b, []byte("\n"))]
}

// printed returns what the program prints, in order.
func printed(t *testing.T, args ...string) []string {
	t.Helper()
	var out, words bytes.Buffer
	if code := cmd.Main(args, strings.NewReader(""), &out, &words); code != 0 {
		t.Fatalf("timeline %v: exit code %d: %s", args, code, &words)
	}
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	slices.Sort(lines)
	return lines
}

// same compares lines.
func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	if slices.Equal(got, want) {
		return
	}
	t.Errorf("%s: %d lines, want %d", what, len(got), len(want))
	for _, l := range got {
		if !slices.Contains(want, l) {
			t.Fatalf("too much:\n%s\nfirst of those wanted:\n%s", l, want[:min(1, len(want))])
		}
	}
	for _, l := range want {
		if !slices.Contains(got, l) {
			t.Fatalf("missing:\n%s", l)
		}
	}
}

// created makes a file in a folder and returns its path.
func created(t *testing.T, folder, name string, content string) string {
	t.Helper()
	path := filepath.Join(folder, name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// records returns n records of JSON lines, each a feed of some entries, and of some lengths.
func records(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `{"id":"feed-%04d","url":"https://www.example.org/%d#top","date":"2025-08-16","section":"s%d","text":"`, i, i%7, i%3)
		for entry := range 1 + i%5 {
			fmt.Fprintf(&b, `%02d:%02d GMT\nThe ferry %d has left the pier for the island of number %d.\n`, 20-entry, i%60, i, entry*i)
		}
		b.WriteString("\"}\n")
	}
	return b.String()
}

// compress returns the output of a program for a content. Where there is none it skips the test,
// unless the gate has installed it.
func compress(t *testing.T, content string, program ...string) string {
	t.Helper()
	if _, err := exec.LookPath(program[0]); err != nil {
		if slices.Contains(strings.Fields(os.Getenv("READERS")), program[0]) {
			t.Fatal(err)
		}
		t.Skip("there is no " + program[0])
	}
	c := exec.Command(program[0], program[1:]...)
	c.Stdin = strings.NewReader(content)
	out, err := c.Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
