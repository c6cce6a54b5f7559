package layout

import "newstimeline/parser/internal/stamp"

// Day headers with a title: "Updates: May 24, 2021".

// headerTitles are the days of the dates that end lines, by the words before them; nil: not read.
type headerTitles map[string]int

// recurs reports whether the words before a date precede another day too: "Updates: May 24, 2021",
// "Updates: May 23, 2021".
func (t *headerTitles) recurs(j *judge, m *stamp.Candidate) bool {
	if *t == nil {
		*t = headerTitles{}
		for i := range j.Candidates {
			c := &j.Candidates[i]
			if c.Place != stamp.Closes {
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
