package layout

import (
	"newstimeline/parser/internal/stamp"
	"slices"
)

// Company: a timestamp is known by those around it. One that is written as those of a series, and
// is between its neighbours in time, is one of them. That it has another place in its line, or a
// label, is a doubt about one line, which the others outweigh.

// keepsCompany reports whether all timestamps of t are written as those of s are, and are between
// their neighbours of s in time. There are more of s, which run one way. If blank lines are above
// these, one is above those of t. A single one in a line of words is between two of s.
func (j *judge) keepsCompany(s, t *series) bool {
	if len(s.stamps) < few || len(t.stamps) >= len(s.stamps) ||
		!areWrittenAlike(s.style, t.style) || !isMost(max(s.down, s.up), s.down+s.up) {
		return false
	}
	if i := t.stamps[0]; isSaid(t) && (i < s.stamps[0] || i > s.stamps[len(s.stamps)-1]) {
		return false
	}
	nearest, apart := j.nearest(s), isMost(j.belowBlank(s), len(s.stamps))
	for _, i := range t.stamps {
		if apart && !j.blankBefore(int(j.Candidates[i].Line)) || !j.isBetween(s, i, nearest) {
			return false
		}
	}
	return true
}

// belowBlank returns how many timestamps of a series have a blank line above.
func (j *judge) belowBlank(s *series) (n int) {
	for _, i := range s.stamps {
		if j.blankBefore(int(j.Candidates[i].Line)) {
			n++
		}
	}
	return n
}

// nearest returns how many lines are between the two timestamps of a series that are next to each
// other.
func (j *judge) nearest(s *series) int32 {
	least := j.Candidates[s.stamps[1]].Line - j.Candidates[s.stamps[0]].Line
	for k := 2; k < len(s.stamps); k++ {
		least = min(least, j.Candidates[s.stamps[k]].Line-j.Candidates[s.stamps[k-1]].Line)
	}
	return least
}

// areWrittenAlike reports whether timestamps of two styles are of one notation, and none opens a
// text where the others end one.
func areWrittenAlike(a, b stamp.Style) bool {
	if p, q := min(a.Place, b.Place), max(a.Place, b.Place); p == stamp.Opens && q > p {
		return false
	}
	for _, s := range [...]*stamp.Style{&a, &b} {
		s.Place, s.Sep, s.Label, s.Led, s.Key = 0, 0, 0, false, 0
	}
	return a == b
}

// isBetween reports whether candidate i is in time between its neighbours of a series. It is as far
// from them as these are from each other at least: what is nearer belongs to their entries.
func (j *judge) isBetween(s *series, i, nearest int32) bool {
	at, _ := slices.BinarySearch(s.stamps, i)
	for k := max(at-1, 0); k < min(at+1, len(s.stamps)); k++ {
		a, b := &j.Candidates[i], &j.Candidates[s.stamps[k]]
		if k < at {
			a, b = b, a
		}
		ok, known := j.runs(a, b, s.down > s.up, false)
		if !ok || !known || b.Line-a.Line < nearest {
			return false
		}
	}
	return true
}
