package format

import (
	"path"
	"strings"

	"newstimeline/timeline"
)

// sourceNames returns what the notations for eyes call each source, clean: the last element of its name, unless two sources share that.
// It returns nil if there is but one source, which needs no telling apart.
func sourceNames(t *timeline.Timeline) []string {
	if len(t.Sources) < 2 {
		return nil
	}
	short, full := make([]string, len(t.Sources)), make([]string, len(t.Sources))
	seen := map[string]bool{}
	for i, s := range t.Sources {
		full[i] = Clean(s.Name)
		short[i] = path.Base(strings.ReplaceAll(full[i], `\`, "/"))
		seen[short[i]] = true
	}
	if len(seen) < len(short) {
		return full
	}
	return short
}
