package layout

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"slices"
)

// Company: a timestamp is known by those around it. One that is written as those of a series, and
// is between its neighbours in time, is one of them. That it has another place in its line, or a
// label, is a doubt about one line, which the others outweigh.

// keepsCompany reports whether all timestamps of t are written as those of s are, and are between
// their neighbours of s in time. There are more of s, which run one way. Most of t say something
// new: what a timestamp beside them says as well is only told twice. A single one in a line of words
// has a date, and is between two of s.
func (j *judge) keepsCompany(s, t *series) bool {
	if len(s.stamps) < few || len(t.stamps) >= len(s.stamps) || !areWrittenAlike(s.style, t.style) ||
		!isMost(max(s.down, s.up), s.down+s.up) {
		return false
	}
	if i := t.stamps[0]; isSaid(t) && (!j.Candidates[i].Fields.HasDate() || i < s.stamps[0] ||
		i > s.stamps[len(s.stamps)-1]) {
		return false
	}
	at, repeated := 0, 0
	for _, i := range t.stamps {
		for at < len(s.stamps) && s.stamps[at] < i {
			at++
		}
		fits, repeats := j.isBetween(s, at, i)
		if !fits {
			return false
		}
		if repeats {
			repeated++
		}
	}
	return 2*repeated <= len(t.stamps)
}

// areWrittenAlike reports whether timestamps of two styles are of one notation.
func areWrittenAlike(a, b stamp.Style) bool {
	for _, s := range [...]*stamp.Style{&a, &b} {
		s.Place, s.Sep, s.Label, s.Led, s.Key = 0, 0, 0, false, 0
	}
	return a == b
}

// isBetween reports whether candidate i is in time between neighbours at-1 and at of a series, and
// on no line beside theirs, and whether it repeats one of them.
func (j *judge) isBetween(s *series, at int, i int32) (fits, repeats bool) {
	down := s.down > s.up
	for k := max(at-1, 0); k < min(at+1, len(s.stamps)); k++ {
		a, b := &j.Candidates[i], &j.Candidates[s.stamps[k]]
		if k < at {
			a, b = b, a
		}
		if way, _ := j.compare(a, b); way == same {
			repeats = true
		}
		if ok, known := j.runs(a, b, down, false); !ok || !known || b.Line <= a.Line+1 {
			return false, repeats
		}
	}
	return true, repeats
}

// updates returns the share of the timestamps that are labelled as updates and may be some.
func (m *measure) updates() int {
	j, n := m.j, 0
	if j.main == nil {
		return 0
	}
	for _, i := range j.main.stamps {
		if j.Candidates[i].Fields.Has&stamp.Updated != 0 && !j.foregoes(i) {
			n++
		}
	}
	return share(n, m.stamps)
}

// foregoes reports whether candidate i, labelled as an update, is before the timestamp above it
// that has no label. It is no update of that entry.
func (j *judge) foregoes(i int32) bool {
	if j.main == nil || j.Place == feed.BelowText || j.Place == feed.AtEnd {
		return false
	}
	k, _ := slices.BinarySearch(j.main.stamps, i)
	for k--; k >= 0; k-- {
		above := &j.Candidates[j.main.stamps[k]]
		if above.Fields.Has&stamp.Updated != 0 {
			continue
		}
		way, by := j.compare(above, &j.Candidates[i])
		return way == falls && (above.Fields.HasDay() || by > -midnightJump)
	}
	return false
}
