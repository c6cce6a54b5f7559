package cmd

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// How code reads: lines of at most 100 columns, and comments of short sentences.
const (
	mostColumns = 100 // a tab counts as 4
	mostWords   = 25
	longLiteral = 60 // bytes; a string as long as this may make its line too long
)

// TestStyle holds that lines and sentences of comments are short, in all files but tests and generated ones.
func TestStyle(t *testing.T) {
	faults := map[string][]string{}
	err := filepath.WalkDir("..", func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && (path != ".." && strings.HasPrefix(e.Name(), ".") || e.Name() == "timeline-beam"):
			return fs.SkipDir
		case strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go"):
			dir, _ := filepath.Rel("..", filepath.Dir(path))
			dir = filepath.ToSlash(dir)
			faults[dir] = append(faults[dir], styleFaults(t, path)...)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, found := range faults {
		if len(found) > 0 {
			t.Error(strings.Join(found, "\n"))
		}
	}
}

// styleFaults returns the long lines and sentences of a file, none of a generated one.
func styleFaults(t *testing.T, path string) (found []string) {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, path, src, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	if ast.IsGenerated(file) {
		return nil
	}
	free := literalLines(files, file)
	for i, line := range strings.Split(string(src), "\n") {
		columns := utf8.RuneCountInString(line) + 3*strings.Count(line, "\t")
		if columns > mostColumns && !free[i+1] {
			found = append(found, fmt.Sprintf("%s:%d: %d columns", path, i+1, columns))
		}
	}
	for _, group := range file.Comments {
		for _, s := range sentences(group.Text()) {
			if n := len(strings.Fields(s)); n > mostWords {
				found = append(found, fmt.Sprintf("%s: %d words: %s", files.Position(group.Pos()), n, s))
			}
		}
	}
	return found
}

// literalLines returns the lines of long string literals.
func literalLines(files *token.FileSet, file *ast.File) map[int]bool {
	lines := map[int]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		if s, ok := n.(*ast.BasicLit); ok && s.Kind == token.STRING && len(s.Value) >= longLiteral {
			for i := files.Position(s.Pos()).Line; i <= files.Position(s.End()).Line; i++ {
				lines[i] = true
			}
		}
		return true
	})
	return lines
}

var sentenceEnd = regexp.MustCompile(`[.!?]["”')\]]*\s+`)

// sentences returns the sentences of a comment, without its lists and examples, which are indented.
func sentences(text string) (all []string) {
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		var words []string
		for line := range strings.Lines(paragraph) {
			if !strings.HasPrefix(line, "\t") && !strings.HasPrefix(line, "  ") {
				words = append(words, strings.Fields(line)...)
			}
		}
		all = append(all, sentenceEnd.Split(strings.Join(words, " "), -1)...)
	}
	return all
}
