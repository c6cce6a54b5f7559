package layout

import (
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
)

// Day headers with a title: "Updates: May 24, 2021".

// headerTitles are the days of the dates that end lines, by the words before them; nil: not read.
type headerTitles map[string]int

// recurs reports whether a date ends a short line whose words precede another day too: "Updates:
// May 24, 2021", "Updates: May 23, 2021".
func (t *headerTitles) recurs(j *judge, m *stamp.Candidate) bool {
	if !isTitled(j, m) {
		return false
	}
	if *t == nil {
		*t = headerTitles{}
		for i := range j.Candidates {
			c := &j.Candidates[i]
			if !isTitled(j, c) {
				continue
			}
			day, rest := 40*int(c.Fields.Month)+int(c.Fields.Day), j.rest(c)
			if was := (*t)[rest]; was == 0 {
				(*t)[rest] = day
			} else if was != day {
				(*t)[rest] = -1
			}
		}
	}
	return (*t)[j.rest(m)] < 0
}

// isTitled reports whether a candidate is a date that ends a short line.
func isTitled(j *judge, m *stamp.Candidate) bool {
	return m.Place == stamp.Closes && m.Fields.Family() == stamp.DateFamily &&
		m.Fields.Month != 0 && len(j.rest(m)) <= text.RubricSize
}
