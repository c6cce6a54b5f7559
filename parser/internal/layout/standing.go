package layout

import "newstimeline/parser/internal/stamp"

// Times that stand still: the day on which a writer joined a forum is in each of his posts. It
// dates none of them, where another time is.

// findStamps finds the timestamps of a row's containers. Where most have the same time, those of
// another line in each container are taken, if their times run one way.
func (j *judge) findStamps(r *row) {
	for k := range r.all {
		j.findStamp(&r.all[k])
	}
	marks, still := marksOf(r.all), map[string]int{}
	for _, i := range marks {
		still[j.wordsOf(i)]++
	}
	if len(marks) < leastStill || !hasMost(still, len(marks)) {
		return
	}
	others := make([]container, len(r.all))
	copy(others, r.all)
	for k := range others {
		c := &others[k]
		if c.mark >= 0 && still[j.wordsOf(c.mark)] > 1 {
			c.mark = j.otherStamp(c, still)
		}
	}
	moved := marksOf(others)
	if len(moved) < len(marks) || j.orderedMarks(moved) < mostlyOrdered {
		return
	}
	copy(r.all, others)
}

const (
	leastStill    = 3   // containers that show the same time
	mostlyOrdered = 0.9 // of the neighbours of other times that run one way
)

// marksOf returns the timestamps of containers.
func marksOf(all []container) (marks []int32) {
	for i := range all {
		if all[i].mark >= 0 {
			marks = append(marks, all[i].mark)
		}
	}
	return marks
}

// hasMost reports whether one of the counted is more than half of n.
func hasMost(counts map[string]int, n int) bool {
	for _, count := range counts {
		if count*2 > n {
			return true
		}
	}
	return false
}

// wordsOf returns the words of a candidate.
func (j *judge) wordsOf(i int32) string {
	m := &j.Candidates[i]
	return j.D.Text[m.Start:m.End]
}

// otherStamp returns the first candidate with a clock in a container whose words do not stand
// still; -1: none.
func (j *judge) otherStamp(c *container, still map[string]int) int32 {
	for k := int(c.mark) + 1; k < len(j.Candidates) && int(j.Candidates[k].Line) < c.to; k++ {
		m := &j.Candidates[k]
		if still[j.wordsOf(int32(k))] == 0 && m.Fields.HasClock() && m.Place != stamp.Inside {
			return int32(k)
		}
	}
	return -1
}
