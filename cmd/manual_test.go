package cmd

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// rerun returns a block of a manual with what its commands print today. A command whose program is not installed keeps its output.
func rerun(t *testing.T, block string) string {
	t.Helper()
	var out strings.Builder
	kept := true // the output as it stands in the block
	for _, line := range strings.SplitAfter(block, "\n") {
		command, isCommand := strings.CutPrefix(line, "$ ")
		switch {
		case isCommand:
			out.WriteString(line)
			var printed string
			if printed, kept = session(t, command); !kept {
				out.WriteString(printed)
			}
		case kept, strings.HasPrefix(line, "```"):
			out.WriteString(line)
		}
	}
	return out.String()
}

// session runs a command in the root of the repository and returns what it prints on both streams; missing: a program that it calls is not
// installed, or it is not ours to run.
func session(t *testing.T, command string) (printed string, missing bool) {
	t.Helper()
	words := strings.FieldsFunc(command, func(r rune) bool { return strings.ContainsRune(" |$()", r) })
	for _, word := range words {
		if word == "go" {
			return "", true // the set-up commands: this test is run by one, and TestSetUp runs the other
		}
		if _, err := exec.LookPath(word); err != nil && slices.Contains(guests[:], word) {
			t.Logf("not run, there is no %s: %s", word, command)
			return "", true
		}
	}
	c := exec.Command("sh", "-c", command)
	c.Dir = ".."
	c.Env = append(os.Environ(), "TERM=dumb", "COLUMNS=", "LC_ALL=C.UTF-8")
	out, _ := c.CombinedOutput() // what it prints says how it ended
	return string(out), false
}

// guests are programs that the manual uses and that a machine may not have.
var guests = [...]string{"jq", "python3", "sqlite3", "duckdb", "parallel", "zstd", "xmllint"}

// TestContributing looks for the files that CONTRIBUTING.md names: by their path, or by their name in one of the packages.
func TestContributing(t *testing.T) {
	text, err := os.ReadFile("../CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	names := regexp.MustCompile("`([a-z./]+(?:/[a-z]+|\\.(?:go|tsv|md)))`").FindAllSubmatch(text, -1)
	if len(names) < 30 {
		t.Errorf("%d names of files were found", len(names))
	}
	for _, name := range names {
		known := slices.ContainsFunc(slices.Collect(maps.Keys(mayImport)), func(folder string) bool { return exists(filepath.Join("..", folder, string(name[1]))) })
		if !known && !exists(filepath.Join("..", string(name[1]))) {
			t.Errorf("there is no %s", name[1])
		}
	}
}

// TestSetUp runs the first command of the README as it stands there.
func TestSetUp(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	const command = "go run ./cmd/timeline parse testdata/feed.txt"
	if !strings.Contains(string(readme), command) {
		t.Fatalf("the README does not name %s", command)
	}
	c := exec.Command("go", strings.Fields(command)[1:]...)
	c.Dir = root
	out, err := c.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "Saturday, 16 August 2025") {
		t.Errorf("%s: %v\n%s", command, err, out)
	}
}
