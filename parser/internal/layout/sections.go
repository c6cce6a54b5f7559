package layout

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/text"
)

// Sections: headings of several entries in a list whose timestamps are below. Each is above an
// entry that has a line more than most others.

// markSections makes the headings of sections no text of the entry below them.
func (j *judge) markSections() {
	if j.Place != feed.BelowText && j.Place != feed.AtEnd || len(j.Entries) <= few {
		return
	}
	size := j.commonSize()
	if size == 0 {
		return
	}
	for k := range j.Entries {
		e := &j.Entries[k]
		if j.textLines(e.Lines()) != size+1 {
			continue
		}
		if i := j.firstText(e); isRubric(j.D.Line(i)) && !j.D.Look(i).Has(text.LookEnded) {
			j.Classes[i] = text.SectionLine
		}
	}
}

// commonSize returns how many lines of text most entries have that begin with more than a short
// line; 0 if there is no such number.
func (j *judge) commonSize() int {
	counts, all := [few + 1]int{}, 0
	for k := range j.Entries {
		e := &j.Entries[k]
		n := j.textLines(e.Lines())
		if n == 0 || isRubric(j.D.Line(j.firstText(e))) {
			continue
		}
		if all++; n <= few {
			counts[n]++
		}
	}
	for n, count := range counts {
		if count > few && isMost(count, all) {
			return n
		}
	}
	return 0
}

// firstText returns the first line of text of an entry that has some.
func (j *judge) firstText(e *Segment) int {
	from, to := e.Lines()
	for i := from; i < to; i++ {
		if j.Classes[i] == text.TextLine {
			return i
		}
	}
	return from
}
