package layout

import (
	"newstimeline/parser/internal/text"
	"slices"
	"strings"
)

// withoutPinned returns the containers without those that only repeat one below them, as a post
// does that is pinned to the top of its feed.
func (j *judge) withoutPinned(all []container) []container {
	below := map[string]*container{}
	kept := make([]container, 0, len(all))
	for k := len(all) - 1; k >= 0; k-- {
		c := &all[k]
		words := j.textOf(c)
		if o := below[words]; o != nil && j.isSameTime(c, o) {
			continue
		}
		if len(words) >= text.SentenceSize {
			below[words] = c
		}
		kept = append(kept, *c)
	}
	slices.Reverse(kept)
	return kept
}

// textOf returns the lines of text in a container.
func (j *judge) textOf(c *container) string {
	var b strings.Builder
	for i := c.from; i < c.to; i++ {
		if j.Classes[i] == text.TextLine {
			b.WriteString(j.D.Line(i))
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// isSameTime reports whether two containers have stamps of the same clock, or of the same date
// without one.
func (j *judge) isSameTime(a, b *container) bool {
	if a.mark < 0 || b.mark < 0 {
		return false
	}
	x, y := &j.Candidates[a.mark].Fields, &j.Candidates[b.mark].Fields
	if x.HasClock() && y.HasClock() {
		return x.Hour == y.Hour && x.Minute == y.Minute
	}
	way, _ := j.compare(&j.Candidates[a.mark], &j.Candidates[b.mark])
	return way == same
}
