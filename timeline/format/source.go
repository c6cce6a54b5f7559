package format

import (
	"path"
	"strconv"
	"strings"

	"newstimeline/timeline"
)

// sourceNames returns the names of the sources as people see them: clean, and only the last element
// of each path, unless two sources share that. It returns nil if there is only one source, which
// needs no name.
func sourceNames(t *timeline.Timeline) []string {
	if len(t.Sources) < 2 {
		return nil
	}
	short, full := make([]string, len(t.Sources)), make([]string, len(t.Sources))
	seen := map[string]bool{}
	for i, s := range t.Sources {
		full[i] = Clean(s.Name)
		short[i] = baseName(full[i])
		seen[short[i]] = true
	}
	if len(seen) < len(short) {
		return full
	}
	return short
}

// publicNames returns a name for each source that may be published: the last element of its path,
// with a number if two sources share it. Local folders are private. None is empty.
func publicNames(t *timeline.Timeline) []string {
	names := make([]string, len(t.Sources))
	seen := map[string]int{}
	for i, s := range t.Sources {
		name := strings.TrimSpace(Clean(s.Name))
		switch {
		case name == "":
			name = "source " + strconv.Itoa(i+1)
		case !isAddress(name):
			name = baseName(name)
		}
		if seen[name]++; seen[name] > 1 {
			name += " (" + strconv.Itoa(seen[name]) + ")"
		}
		names[i] = name
	}
	return names
}

// severalNames returns publicNames of several sources; nil if there is only one, which needs no
// name.
func severalNames(t *timeline.Timeline) []string {
	if len(t.Sources) < 2 {
		return nil
	}
	return publicNames(t)
}

// baseName returns the last element of a path of any system.
func baseName(name string) string { return path.Base(strings.ReplaceAll(name, `\`, "/")) }
