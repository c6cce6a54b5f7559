package cmd

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// action is a step of a workflow that somebody else has written, and the version of it.
var action = regexp.MustCompile(`uses: +[^@\s]+@(\S+)`)

// TestPinnedActions holds that workflows name what others have written by the hash of a commit: a tag can be moved.
func TestPinnedActions(t *testing.T) {
	paths, err := filepath.Glob("../.github/workflows/*.yml")
	if err != nil || len(paths) == 0 {
		t.Fatalf("%q, %v", paths, err)
	}
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range action.FindAllStringSubmatch(string(b), -1) {
			if !regexp.MustCompile(`^[0-9a-f]{40}$`).MatchString(found[1]) {
				t.Errorf("%s: %s", path, found[0])
			}
		}
	}
}
