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
	bylines := j.repeatedBylines()
	dated := len(heading) > 0 && j.haveWholeDates()
	var joined []int
	for i := range j.Candidates {
		m := &j.Candidates[i]
		if !signed && j.D.Look(int(m.Line)).Has(text.LookSigned) {
			j.Labels[i] = stamp.IgnoredLabel
			continue
		}
		if m.MayBeRepeat() {
			if bylines[int32(i)] {
				j.takeByline(m)
			} else if heading[int32(i)] && (!dated || j.endsWithPrep(m)) {
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
		if !m.MayBeRepeat() || m.Place == stamp.Whole {
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

// repeatedBylines returns the dates that end a line after a preposition and the name of a writer,
// and the ages after what may be one. A few are named in the same way: "Review by Ann on May 3",
// "karo le 30 mai à 20:51". Among "Ann Lee 2 hours ago" are those of "old salt 2 hours ago".
func (j *judge) repeatedBylines() map[int32]bool {
	var alike map[string][]int32
	for i := range j.Candidates {
		if key := j.signedBy(&j.Candidates[i]); key != "" {
			if alike == nil {
				alike = map[string][]int32{}
			}
			alike[key] = append(alike[key], int32(i))
		}
	}
	var bylines map[int32]bool
	for form, some := range alike {
		ownWords := form != agoForm && !strings.HasPrefix(form, answeredForm)
		if len(some) < few || !ownWords && j.named(some) < few {
			continue
		}
		if bylines == nil {
			bylines = map[int32]bool{}
		}
		for _, i := range some {
			bylines[i] = true
		}
	}
	return bylines
}

// signedBy returns what is the same in bylines of one form: the words around the name. It is "" if
// the text before a date names no writer. With a clock, the name may be all of it.
func (j *judge) signedBy(m *stamp.Candidate) string {
	if m.Fields.IsAge() && m.Place == stamp.Closes {
		return agoForm
	}
	if m.Fields.Has&stamp.Bylined != 0 && m.Fields.AuthorEnd > 0 {
		return answeredForm + text.LastWord(j.D.Line(int(m.Line)))
	}
	if !m.MayBeRepeat() || !j.endsWithPrep(m) {
		return ""
	}
	rest := j.rest(m)
	last := text.LastWord(rest)
	if first, by, name := j.byName(rest); name != "" {
		return first + " " + by + " " + last
	}
	if m.Fields.HasClock() {
		return last
	}
	return ""
}

// Forms of bylines without words around the name: "Ann Lee 2 hours ago", "Ann Lee May 24, 2021
// at 3:40 PM - Reply". The last word of the latter belongs to the form.
const (
	agoForm      = "ago"
	answeredForm = "answered "
)

// named counts the candidates with a name before them that needs no others like it.
func (j *judge) named(some []int32) int {
	n := 0
	for _, i := range some {
		if !j.Candidates[i].MayBeRepeat() {
			n++
		}
	}
	return n
}

// byName parts the text before the date of a byline: "Review by Ann on". name is "" if it is none.
func (j *judge) byName(rest string) (first, by, name string) {
	first, more := text.CutWord(rest)
	by, more = text.CutWord(more)
	if w := j.lexer.Find(by, 0); w == nil || !w.Has(words.RoleByline) {
		return "", "", ""
	}
	name = strings.TrimSpace(strings.TrimSuffix(more, text.LastWord(more)))
	return first, by, name
}

// takeByline makes a candidate of a byline one that is all of its line, or one beside a name.
func (j *judge) takeByline(m *stamp.Candidate) {
	m.Fields.Has &^= stamp.LeadingPrep | stamp.Loose
	if m.Fields.IsAge() || m.Place == stamp.Whole {
		return
	}
	rest, from := j.rest(m), j.D.Lines.Span(j.D.Text, int(m.Line)).Start
	if _, _, name := j.byName(rest); name != "" {
		at := strings.LastIndex(rest, name)
		m.Place, m.Sep, m.Rest = stamp.Whole, stamp.NoSep, m.End
		m.Fields.AuthorStart, m.Fields.AuthorEnd = int16(at), int16(at+len(name))
		m.Fields.Has |= stamp.Bylined
		return
	}
	name := strings.TrimSuffix(rest, text.LastWord(rest))
	m.Rest = int32(from + len(strings.TrimRight(name, " \u00a0")))
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
