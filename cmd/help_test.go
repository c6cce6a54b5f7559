package cmd

import (
	"strings"
	"testing"
)

// TestAlone holds that a command which is made alone is the same as one among all others.
func TestAlone(t *testing.T) {
	about := func(name string, args ...string) string {
		root := new(app).root(args)
		c, _, err := root.Find([]string{name})
		if err != nil || c == root {
			t.Fatalf("no command %s: %v", name, err)
		}
		var b strings.Builder
		writeHelp(&b, c, helpWidth)
		return b.String()
	}
	for _, c := range commands {
		if alone, among := about(c.name, c.name), about(c.name); alone != among {
			t.Errorf("alone:\n%s\namong all:\n%s", alone, among)
		}
	}
}
