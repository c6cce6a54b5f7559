package layout

import (
	"newstimeline/parser/internal/text"
	"slices"
	"sort"
	"strings"
)

// Fences: the lines that open and close lines of code, as Markdown has them.

// isFence reports whether line i opens or closes lines of code, even one that is muted. These are
// of an entry, whatever they look like. What is not closed is code to the end: a paste may end so.
func (j *judge) isFence(i int) bool {
	return j.D.Look(i).Has(text.LookFence|text.LookBlank) && text.IsFence(j.D.Line(i))
}

// findFences notes the pairs of lines that begin with three accents. What the last opens alone has
// no end. Tildes are dividing lines elsewhere.
func (j *judge) findFences() {
	for i := range j.D.Lines.Count() {
		if !j.isFence(i) {
			continue
		}
		if before, after, found := strings.Cut(j.D.Line(i), "```"); found &&
			!strings.Contains(before, "~") && !strings.Contains(strings.Trim(after, " \t`"), "`") {
			j.fences = append(j.fences, int32(i))
		}
	}
	j.fences = j.fences[:len(j.fences)&^1]
}

// isPairedFence reports whether line i opens or closes lines of code.
func (j *judge) isPairedFence(i int) bool {
	_, found := slices.BinarySearch(j.fences, int32(i))
	return found
}

// fenceEnd returns the line that closes the code which line i is in. It is to, if that is above it
// or line i is in none.
func (j *judge) fenceEnd(i, to int) int {
	n := sort.Search(len(j.fences), func(k int) bool { return int(j.fences[k]) > i })
	if n%2 == 0 || n == len(j.fences) {
		return to
	}
	return min(to, int(j.fences[n]))
}
