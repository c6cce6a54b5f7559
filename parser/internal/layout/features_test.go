package layout

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestFeatures holds that every feature has a name and a sentence of its own, and that the weights are those of the features in their order.
func TestFeatures(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range features {
		if f.name == "" || f.about == "" || seen[f.name] || seen[f.about] {
			t.Errorf("feature %q: %q", f.name, f.about)
		}
		seen[f.name], seen[f.about] = true, true
	}
	source, err := os.ReadFile("weights.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range []string{"weights", "doubts"} {
		_, rows, _ := strings.Cut(string(source), "var "+table+" = ")
		rows, _, _ = strings.Cut(rows, "\n}")
		names := regexp.MustCompile(`// (\S+)`).FindAllStringSubmatch(rows, -1)
		if len(names) != len(features) {
			t.Fatalf("%s: %d rows for %d features; fit again", table, len(names), len(features))
		}
		for i, n := range names {
			if n[1] != features[i].name {
				t.Errorf("%s: row %d is of %s, want %s; fit again", table, i, n[1], features[i].name)
			}
		}
	}
}
