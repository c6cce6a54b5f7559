package layout

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/tally"
	"newstimeline/parser/internal/text"
	"slices"
)

// How far the first entry reaches back, if timestamps follow their text.

// reachBack returns the line at which the entry above the first timestamp begins. That is the top
// of the text, if that is within the length of entries. Otherwise it is after the last line that is
// a candidate, but no further back than the median length of the feed's entries.
func (j *judge) reachBack(first int) int {
	gaps := j.gaps()
	sizes := make([]int, 0, len(gaps))
	for _, g := range gaps {
		sizes = append(sizes, g.texts)
	}
	longest, limit := 0, max(tally.Median(sizes), 1)
	if len(sizes) > 0 {
		longest = slices.Max(sizes)
	}
	if j.Place == feed.AtEnd {
		limit++
		longest++
	}
	if line, ok := j.openingBefore(first, gaps); ok {
		return line
	}
	if line, ok := j.headlineBefore(first, few*(limit+1), gaps); ok {
		return line
	}
	if top, above := j.topOfText(first); len(sizes) > 0 && above <= longest {
		return top
	}
	return j.linesBack(first, limit)
}

// openingBefore returns where the first entry begins if all others begin with the same word, such
// as the name of the package in its log. No other line of theirs begins so.
func (j *judge) openingBefore(first int, gaps []between) (int, bool) {
	if len(gaps) < 2 {
		return 0, false
	}
	word := firstWord(j.D.Line(gaps[0].first))
	begins := func(i int) bool {
		return j.Classes[i] == text.TextLine && firstWord(j.D.Line(i)) == word
	}
	for _, g := range gaps {
		if g.texts < 2 || word == "" || !begins(g.first) {
			return 0, false
		}
		for i := g.first + 1; i <= g.last; i++ {
			if begins(i) {
				return 0, false
			}
		}
	}
	for i := first - 1; i >= 0 && j.Classes[i] != text.StampLine; i-- {
		if begins(i) {
			return i, true
		}
	}
	return 0, false
}

// topOfText returns the first line above line first, up to a candidate or separator. It also
// returns how many lines of text follow from there on, first included if the timestamps end their
// entries.
func (j *judge) topOfText(first int) (top, n int) {
	top = first
	if j.Place == feed.AtEnd {
		n = 1
	}
	for i := first - 1; i >= 0; i-- {
		switch j.Classes[i] {
		case text.StampLine, text.Dividing:
			return top, n
		case text.TextLine:
			top = i
			n++
		}
	}
	return top, n
}

// linesBack returns the line so many lines of text above line first, fewer if a candidate comes
// before.
func (j *judge) linesBack(first, limit int) int {
	at, n := first, 0
	if j.Place == feed.AtEnd {
		n = 1
	}
	for i := first - 1; i >= 0; i-- {
		if j.Classes[i].IsAside() {
			continue
		}
		if j.Classes[i] != text.TextLine || n >= limit {
			break
		}
		at = i
		n++
	}
	return at
}

// headlineBefore returns the nearest heading above the first stamp, at most so many lines of text
// up, where the feed's entries begin with headings.
func (j *judge) headlineBefore(first, limit int, gaps []between) (int, bool) {
	headed := 0
	for _, g := range gaps {
		if j.isHeaded(g) {
			headed++
		}
	}
	if headed == 0 || !isMost(headed, len(gaps)) {
		return 0, false
	}
	for i := first - 1; i >= 0 && limit > 0; i-- {
		switch j.Classes[i] {
		case text.TextLine:
			if s := j.D.Line(i); text.IsHeading(s) && !text.IsBody(s) {
				return i, true
			}
			limit--
		case text.StampLine, text.Dividing:
			return 0, false
		}
	}
	return 0, false
}
