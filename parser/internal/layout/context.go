package layout

import (
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"slices"
	"strings"
)

// Marks that the lines around them explain away.

// explainAway removes the signatures of embedded posts from the candidates, and labels those below
// a line that is a label: "Updated".
func (j *judge) explainAway() {
	heading, signed := j.repeatedHeadings(), j.areSigned()
	dated := len(heading) > 0 && j.haveWholeDates()
	var joined []int
	for i := range j.Candidates {
		m := &j.Candidates[i]
		if !signed && j.D.Look(int(m.Line)).Has(text.LookSigned) {
			j.Labels[i] = stamp.IgnoredLabel
			continue
		}
		if m.MayBeRepeat() {
			if heading[int32(i)] && (!dated || j.endsWithPrep(m)) {
				m.Place, m.Sep, m.Rest = stamp.Whole, stamp.NoSep, m.End
			} else { // a date in prose, such as one that ends a sentence
				j.Labels[i], m.Fields = stamp.IgnoredLabel, stamp.NoFields
			}
			continue
		}
		roles := j.rolesBefore(m)
		if roles&words.RoleJoined != 0 && m.Fields.HasDate() {
			joined = append(joined, i) // Joined: Jun 28, 2014
		}
		if m.Place == stamp.Whole && !j.isBehindTime(j.textAbove(int(m.Line)), i) {
			m.Fields.Has |= labelOf(roles)
		}
	}
	if len(joined) > 1 { // a single one may be when to register for what is announced
		for _, i := range joined {
			j.Labels[i] = stamp.IgnoredLabel
		}
	}
}

// rolesBefore returns the roles of the words before a candidate: those in its line, or all of the
// line above. What is in brackets, like "(edited)" after a post, labels nothing below.
func (j *judge) rolesBefore(m *stamp.Candidate) words.Roles {
	said := ""
	switch above := j.textAbove(int(m.Line)); {
	case m.Place == stamp.Closes:
		said = j.D.Text[j.D.Lines.Span(j.D.Text, int(m.Line)).Start:m.Start]
	case m.Place == stamp.Whole && above >= 0:
		said = j.D.Line(above)
	}
	if said == "" || len(said) > text.RubricSize || strings.HasSuffix(said, ")") {
		return 0
	}
	return j.lexer.FormRoles(strings.TrimRight(said, ": \u00a0"))
}

// areSigned reports whether all candidates, and more than one, are in signatures of posts.
func (j *judge) areSigned() bool {
	for i := range j.Candidates {
		if !j.D.Look(int(j.Candidates[i].Line)).Has(text.LookSigned) {
			return false
		}
	}
	return len(j.Candidates) > 1
}

// repeatedHeadings returns the dates, each after a preposition at the end of a line, whose lines
// are alike but for them. Such are "Key events of March 3" and "Key events of March 2".
func (j *judge) repeatedHeadings() map[int32]bool {
	var first map[string]int32 // the first candidate after each text
	var headings map[int32]bool
	for i := range j.Candidates {
		m := &j.Candidates[i]
		if !m.MayBeRepeat() {
			continue
		}
		if first == nil {
			first, headings = map[string]int32{}, map[int32]bool{}
		}
		k, again := first[j.rest(m)]
		if !again {
			first[j.rest(m)] = int32(i)
		} else if a := &j.Candidates[k].Fields; a.Day != m.Fields.Day || a.Month != m.Fields.Month {
			headings[k], headings[int32(i)] = true, true
		}
	}
	return headings
}

// endsWithPrep reports whether a preposition precedes a date that ends its line. Without one, a
// line that recurs is a header only where no date is alone on its line.
func (j *judge) endsWithPrep(m *stamp.Candidate) bool {
	w := j.lexer.Find(text.LastWord(j.rest(m)), 0)
	return w != nil && w.Has(words.RolePrep|words.RoleFiller)
}

// haveWholeDates reports whether a date is alone on its line.
func (j *judge) haveWholeDates() bool {
	return slices.ContainsFunc(j.Candidates, func(m stamp.Candidate) bool {
		return m.Place == stamp.Whole && m.Fields.Family() == stamp.DateFamily
	})
}

// isBehindTime reports whether the candidate before candidate i is in a line: "Updated at 14:20"
// labels its own time, and none below it.
func (j *judge) isBehindTime(line, i int) bool {
	return i > 0 && int(j.Candidates[i-1].Line) == line
}

// labelOf returns the label that words with some roles are; 0 if they are none.
func labelOf(roles words.Roles) stamp.Traits {
	switch {
	case roles&words.RoleUpdated != 0:
		return stamp.Updated
	case roles&words.RolePublished != 0:
		return stamp.Published
	}
	return 0
}

// textAbove returns the nearest line above line i that is not blank, -1 if there is none.
func (j *judge) textAbove(i int) int {
	for i--; i >= 0; i-- {
		if !j.D.IsBlank(i) {
			return i
		}
	}
	return -1
}
