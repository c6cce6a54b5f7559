package cmd

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// mayImport says which of our packages each of them may import: the direction in which data flows, seen from its end.
var mayImport = map[string][]string{
	"parser/casetest": {"parser/feed"},
	"parser/fault":    {},
	"parser/parallel": {"parser/fault"},
	"parser/memory":   {},
	"parser/feed":     {},
	"parser": {"parser/fault", "parser/parallel", "parser/memory", "parser/feed", "parser/internal/words", "parser/internal/text", "parser/internal/stamp",
		"parser/internal/layout", "parser/internal/grouping", "parser/internal/dating"},

	"parser/internal/tally":  {},
	"parser/internal/logit":  {},
	"parser/internal/words":  {"parser/feed"},
	"parser/internal/text":   {"parser/parallel", "parser/feed", "parser/internal/words"},
	"parser/internal/stamp":  {"parser/fault", "parser/parallel", "parser/memory", "parser/feed", "parser/internal/words", "parser/internal/text"},
	"parser/internal/sample": {}, // for tests

	// The stages know nothing of each other, but the layout asks in which order dates in digits stand.
	"parser/internal/layout":   {"parser/parallel", "parser/feed", "parser/memory", "parser/internal/dating", "parser/internal/words", "parser/internal/text", "parser/internal/stamp", "parser/internal/tally", "parser/internal/logit"},
	"parser/internal/grouping": {"parser/fault", "parser/parallel", "parser/feed", "parser/internal/words", "parser/internal/text", "parser/internal/logit"},
	"parser/internal/dating":   {"parser/parallel", "parser/feed", "parser/memory", "parser/internal/words", "parser/internal/text", "parser/internal/stamp"},

	"parser/decode":   {"parser/fault", "parser/parallel", "parser/feed", "parser/tongue"},
	"timeline":        {"parser/fault", "parser/parallel", "parser/memory", "parser/feed"},
	"timeline/format": {"parser/fault", "parser/parallel", "parser/feed", "parser/tongue", "timeline"},
	"cmd":             {"parser/fault", "parser/parallel", "parser/memory", "parser", "parser/feed", "parser/decode", "timeline", "timeline/format"},
	"cmd/timeline":    {"cmd"},
	"parser/tongue":   {"parser/feed"},
}

// TestImports holds that imports run one way. Tests may import what they test with.
func TestImports(t *testing.T) {
	const module = "newstimeline/"
	seen := 0
	err := filepath.WalkDir("..", func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && file != ".." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata"):
			return fs.SkipDir
		case d.IsDir() && file != ".." && isModule(file):
			return fs.SkipDir // its own tests hold what it imports
		case d.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go"):
			return nil
		}
		folder := strings.TrimPrefix(path.Dir(filepath.ToSlash(file)), "../")
		allowed, known := mayImport[folder]
		if !known {
			t.Errorf("%s: package %s has no place in the layout", file, folder)
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range parsed.Imports {
			name, _ := strconv.Unquote(spec.Path.Value)
			ours, isOurs := strings.CutPrefix(name, module)
			if isOurs && !slices.Contains(allowed, ours) {
				t.Errorf("%s imports %s; %s may import %v", file, ours, folder, allowed)
			}
			seen++
		}
		return nil
	})
	if err != nil || seen == 0 {
		t.Fatalf("%d imports read: %v", seen, err)
	}
}

// isModule reports whether a folder is a module of its own.
func isModule(folder string) bool {
	_, err := os.Stat(filepath.Join(folder, "go.mod"))
	return err == nil
}
