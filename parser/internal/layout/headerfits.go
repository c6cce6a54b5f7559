package layout

import (
	"newstimeline/parser/internal/stamp"
	"slices"
)

// Whether day headers fit the timestamps around them.

// topsEntry reports whether candidate i is above the first timestamp, and the text between them may
// be an entry: others have as many lines.
func (j *judge) topsEntry(i int32) bool {
	line, first := int(j.Candidates[i].Line), int(j.Candidates[j.main.stamps[0]].Line)
	texts := j.textsBetween(line+1, first)
	for g := range j.eachGap() {
		if g.texts >= texts {
			return true
		}
	}
	return false
}

// contradict reports whether most dates are of another day than the timestamps right above and
// below them say: they are in the texts.
func (j *judge) contradict(g []int32) bool {
	n := 0
	for _, i := range g {
		at, _ := slices.BinarySearch(j.main.stamps, i)
		beside := j.main.stamps[max(0, at-1):min(len(j.main.stamps), at+1)]
		agrees := func(k int32) bool {
			m := &j.Candidates[k].Fields
			way, _ := j.compare(&j.Candidates[i], &j.Candidates[k])
			return way == same || !m.HasDay() || m.Has&stamp.RelDayGiven != 0
		}
		if j.Candidates[i].Fields.HasDay() && !slices.ContainsFunc(beside, agrees) {
			n++
		}
	}
	return 2*n > len(g)
}
