package format

import (
	"path"
	"strings"

	"newstimeline/timeline"
)

// sourceNames returns the names of the sources as people see them: clean, and only the last element of each path, unless two sources share that.
// It returns nil if there is only one source, which need not be told from others.
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
