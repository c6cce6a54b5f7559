package layout

import (
	"newstimeline/parser/internal/stamp"
	"slices"
)

// Company: a timestamp is known by those around it. One that is written as those of a series, and
// is between its neighbours in time, is one of them. That it has another place in its line, or a
// label, is a doubt about one line, which the others outweigh.

// keepsCompany reports whether all timestamps of t are written as those of s are, and are between
// their neighbours of s in time. There are more of s, which run one way. A single one in a line of
// words has a date, and is between two of s.
func (j *judge) keepsCompany(s, t *series) bool {
	if len(s.stamps) < few || len(t.stamps) >= len(s.stamps) ||
		!areWrittenAlike(s.style, t.style) || !isMost(max(s.down, s.up), s.down+s.up) {
		return false
	}
	if i := t.stamps[0]; isSaid(t) && (!j.Candidates[i].Fields.HasDate() || i < s.stamps[0] ||
		i > s.stamps[len(s.stamps)-1]) {
		return false
	}
	repeated := 0
	for _, i := range t.stamps {
		fits, repeats := j.isBetween(s, i)
		if !fits {
			return false
		}
		if repeats {
			repeated++
		}
	}
	return s.style.Place == t.style.Place || 2*repeated <= len(t.stamps)
}

// areWrittenAlike reports whether timestamps of two styles are of one notation.
func areWrittenAlike(a, b stamp.Style) bool {
	for _, s := range [...]*stamp.Style{&a, &b} {
		s.Place, s.Sep, s.Label, s.Led, s.Key = 0, 0, 0, false, 0
	}
	return a == b
}

// isBetween reports whether candidate i is in time between its neighbours of a series, and whether
// it repeats one of them. In another place of a line beside theirs it would say more of the same.
func (j *judge) isBetween(s *series, i int32) (fits, repeats bool) {
	at, _ := slices.BinarySearch(s.stamps, i)
	for k := max(at-1, 0); k < min(at+1, len(s.stamps)); k++ {
		a, b := &j.Candidates[i], &j.Candidates[s.stamps[k]]
		apart := a.Place == b.Place || a.Line > b.Line+1 || a.Line+1 < b.Line
		if k < at {
			a, b = b, a
		}
		if way, _ := j.compare(a, b); way == same {
			repeats = true
		}
		if ok, known := j.runs(a, b, s.down > s.up, false); !ok || !known || !apart {
			return false, repeats
		}
	}
	return true, repeats
}
