package layout

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"slices"
)

// Updates: a clock that tells no day may stand in an entry that says of itself when it was updated:
// "Updated 13:07, Friday 25 September". The page's own date may be that of an edit, months later;
// the entry's is hardly ever of another day than the entry.

// dayByUpdates gives the timestamps that tell no day that of the updates in their own entries.
// Where entries are no elements of markup, one alone may hold the page's own update, so there must
// be two.
func (j *judge) dayByUpdates() {
	var stamps, updates []int32
	for k := range j.Entries {
		e := &j.Entries[k]
		if e.Mark < 0 || e.Day || j.Candidates[e.Mark].Fields.HasDay() ||
			!j.Candidates[e.Mark].Fields.HasClock() || e.Header >= 0 {
			continue
		}
		if u := j.updateIn(e); u >= 0 {
			stamps, updates = append(stamps, e.Mark), append(updates, u)
		}
	}
	if len(stamps) == 0 || len(stamps) == 1 && j.containers == nil {
		return
	}
	j.ownCandidates()
	for k, i := range stamps {
		j.Candidates[i].Fields.TakeDate(&j.Candidates[updates[k]].Fields)
	}
}

// updateIn returns the candidate that says when an entry was updated, on a day whose clock is not
// before the entry's; -1: none does.
func (j *judge) updateIn(e *Segment) int32 {
	own := &j.Candidates[e.Mark].Fields
	for k := e.Mark + 1; int(k) < len(j.Candidates) && j.Candidates[k].Line < e.To; k++ {
		f := &j.Candidates[k].Fields
		if f.Has&stamp.Updated == 0 || f.Has&(stamp.WeakDate|stamp.BadWeekday|
			stamp.RelDayGiven) != 0 || f.Day == 0 || f.Month == 0 {
			continue
		}
		if f.HasClock() && (f.Hour < own.Hour || f.Hour == own.Hour && f.Minute < own.Minute) {
			continue // it was updated on the next day, or in another zone
		}
		return k
	}
	return -1
}

// updates returns the share of the timestamps that are labelled as updates and may be some.
func (m *measure) updates() int {
	j, n := m.j, 0
	if j.main == nil {
		return 0
	}
	for _, i := range j.main.stamps {
		if j.Candidates[i].Fields.IsUpdate() && !j.foregoes(i) {
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
	at, _ := slices.BinarySearch(j.main.stamps, i)
	for k := at - 1; k >= max(0, at-sampled); k-- {
		above := &j.Candidates[j.main.stamps[k]]
		if above.Fields.IsUpdate() {
			continue
		}
		way, by := j.compare(above, &j.Candidates[i])
		return way == falls && (above.Fields.HasDay() || by > -midnightJump)
	}
	return false
}
