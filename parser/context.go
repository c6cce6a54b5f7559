package parser

import "strings"

// Marks that the lines around them explain away.

// explainAway takes out the marks that the lines around them explain: a stamp under "Updated", one in the middle of a
// sentence that extraction has cut, the signature of an embedded post.
func (j *judge) explainAway() {
	for i := range j.marks {
		m := &j.marks[i]
		if j.d.look(int(m.line)).has(lookSigned) {
			j.verdicts[i] = ignoredMark
			continue
		}
		if m.place != whole {
			continue
		}
		above := j.textAbove(int(m.line))
		if above < 0 || j.classes[above] == dividing || j.isMarkLine(i, above) {
			continue
		}
		labels, leads := j.d.lines.span(j.d.Text, above).Len() <= rubricSize, int(m.line) == above+1 && !j.d.look(above).has(lookEnded)
		if !labels && !leads {
			continue
		}
		text := j.d.line(above)
		switch last := j.lastRoles(text); {
		case last&(roleUpdated|rolePublished) != 0 && labels:
			if last&roleUpdated != 0 {
				m.f.has |= updated
			} else {
				m.f.has |= published
			}
		case last&rolePrep != 0 && leads && isLowerLast(text) && j.sentenceGoesOn(int(m.line)):
			j.verdicts[i] = ignoredMark
		}
	}
}

// sentenceGoesOn reports whether the line below line i does not begin as a sentence or headline does.
func (j *judge) sentenceGoesOn(i int) bool {
	next := j.firstBelow(i)
	return next < 0 || next > i+1 || !startsLikeHeading(j.d.line(next)) || strings.IndexByte(".,;:!?)", j.d.line(next)[0]) >= 0
}

// isPostSignature reports whether a line signs an embedded post: "— Name (@handle) May 15, 2023".
func isPostSignature(line string) bool {
	if !hasDashPrefix(line) {
		return false
	}
	for i := 0; i+1 < len(line); i++ {
		if line[i] == '(' && line[i+1] == '@' {
			return true
		}
	}
	return false
}

func hasDashPrefix(s string) bool {
	return len(s) > 2 && (s[0] == '-' || s[:3] == "—" || s[:3] == "–" || s[0] == '&')
}

// textAbove returns the nearest line above line i that is not blank, -1 if there is none.
func (j *judge) textAbove(i int) int {
	for i--; i >= 0; i-- {
		if j.d.Roles[i] != Blank {
			return i
		}
	}
	return -1
}

// isMarkLine reports whether the mark before mark i is all of line n.
func (j *judge) isMarkLine(i, n int) bool {
	return i > 0 && int(j.marks[i-1].line) == n && j.marks[i-1].place == whole
}

// lastRoles returns the roles of the word that ends a line, a colon behind it left out.
func (j *judge) lastRoles(line string) roles {
	if n := len(line); n > 0 && line[n-1] == ':' {
		line = line[:n-1]
	}
	if roles := j.lexer.formRoles(line); roles != 0 {
		return roles
	}
	if w := j.lexer.find(lastWord(line), 0); w != nil {
		return w.roles
	}
	return 0
}

// isLowerLast reports whether the last word of a line is in small letters.
func isLowerLast(line string) bool {
	w := lastWord(line)
	return w != "" && w[0] >= 'a' && w[0] <= 'z' || w != "" && w[0] >= 0x80
}

// firstBelow returns the nearest line below line i that is not blank, -1 if there is none.
func (j *judge) firstBelow(i int) int {
	for i++; i < len(j.classes); i++ {
		if j.classes[i] != blankLine {
			return i
		}
	}
	return -1
}
