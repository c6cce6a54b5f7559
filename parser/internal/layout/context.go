package layout

import (
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"strings"
)

// Marks that the lines around them explain away.

// explainAway removes the candidates that the lines around them explain. Examples are a timestamp
// below "Updated", one within a sentence that extraction has cut, the signature of an embedded
// post.
func (j *judge) explainAway() {
	j.readRepeats()
	var worded []labelled
	for i := range j.Candidates {
		m := &j.Candidates[i]
		if j.D.Look(int(m.Line)).Has(text.LookSigned) {
			j.Labels[i] = stamp.IgnoredLabel
			continue
		}
		if m.Place != stamp.Whole {
			continue
		}
		above := j.textAbove(int(m.Line))
		if above < 0 || j.Classes[above] == text.Dividing || j.isMarkLine(i, above) {
			continue
		}
		labels, leads := j.D.Lines.Span(j.D.Text, above).Len() <= text.RubricSize,
			int(m.Line) == above+1 && !j.D.Look(above).Has(text.LookEnded)
		if !labels && !leads {
			continue
		}
		text := j.D.Line(above)
		if strings.HasSuffix(text, ")") {
			continue // what is in brackets, like "(edited)" after a post, labels nothing below
		}
		last, all := j.lastRoles(text)
		switch {
		case last&(words.RoleUpdated|words.RolePublished) != 0 && labels && all:
			m.Fields.Has |= labelOf(last)
		case last&(words.RoleUpdated|words.RolePublished) != 0 && labels:
			worded = append(worded, labelled{i, labelOf(last)})
		case last&words.RolePrep != 0 && leads && isLowerLast(text) &&
			j.sentenceGoesOn(int(m.Line)):
			j.Labels[i] = stamp.IgnoredLabel
		}
	}
	j.labelWorded(worded)
}

// readRepeats turns lines into timestamps that are alike but for the date at their end, after a
// preposition. Examples are "Key events of March 3", "Key events of March 2". Elsewhere such a date
// is prose.
func (j *judge) readRepeats() {
	var first map[string]int32 // the first candidate after each text
	var headers map[int32]bool
	for i := range j.Candidates {
		m := &j.Candidates[i]
		if !m.MayBeRepeat() {
			continue
		}
		if first == nil {
			first, headers = map[string]int32{}, map[int32]bool{}
		}
		k, again := first[j.rest(m)]
		if !again {
			first[j.rest(m)] = int32(i)
		} else if a := &j.Candidates[k]; a.Fields.Day != m.Fields.Day ||
			a.Fields.Month != m.Fields.Month {
			headers[k], headers[int32(i)] = true, true
		}
	}
	if first == nil {
		return
	}
	for i := range j.Candidates {
		m := &j.Candidates[i]
		switch {
		case !m.MayBeRepeat():
		case headers[int32(i)]:
			m.Place, m.Sep, m.Rest = stamp.Whole, stamp.NoSep, m.End
		default:
			j.Labels[i] = stamp.IgnoredLabel
			m.Fields = stamp.NoFields
		}
	}
}

// A labelled candidate is below a line whose last word is a label.
type labelled struct {
	mark  int
	label stamp.Traits
}

// labelOf returns the label that a word with some roles is.
func labelOf(r words.Roles) stamp.Traits {
	if r&words.RoleUpdated != 0 {
		return stamp.Updated
	}
	return stamp.Published
}

// labelWorded labels the candidates below a label that is only the last word of a line. If two
// timestamps of the same style have no label, those are the feed's: a title may end with "update".
func (j *judge) labelWorded(worded []labelled) {
	if len(worded) == 0 {
		return
	}
	plain := map[stamp.Style]int{}
	for i := range j.Candidates {
		if m := &j.Candidates[i]; m.Place == stamp.Whole {
			plain[m.Style()]++
		}
	}
	for _, w := range worded {
		if m := &j.Candidates[w.mark]; plain[m.Style()] <= 2 {
			m.Fields.Has |= w.label
		}
	}
}

// sentenceGoesOn reports whether the line below line i does not begin as a sentence or headline
// does.
func (j *judge) sentenceGoesOn(i int) bool {
	next := j.firstBelow(i)
	return next < 0 || next > i+1 || !text.StartsLikeHeading(j.D.Line(next)) ||
		strings.IndexByte(".,;:!?)", j.D.Line(next)[0]) >= 0
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

// isMarkLine reports whether the candidate before candidate i is all of line n.
func (j *judge) isMarkLine(i, n int) bool {
	return i > 0 && int(j.Candidates[i-1].Line) == n && (j.Candidates[i-1].Place == stamp.Whole ||
		j.Candidates[i-1].Place == stamp.Opens && j.Candidates[i-1].Fields.HasClock())
}

// lastRoles returns the roles of the word that ends a line, without a colon, and whether it is the
// whole line.
func (j *judge) lastRoles(line string) (last words.Roles, all bool) {
	if n := len(line); n > 0 && line[n-1] == ':' {
		line = line[:n-1]
	}
	if roles := j.lexer.FormRoles(line); roles != 0 {
		return roles, true
	}
	if w := j.lexer.Find(text.LastWord(line), 0); w != nil {
		return w.Roles, false
	}
	return 0, false
}

// isLowerLast reports whether the last word of a line is in small letters.
func isLowerLast(line string) bool {
	w := text.LastWord(line)
	return w != "" && w[0] >= 'a' && w[0] <= 'z' || w != "" && w[0] >= 0x80
}

// firstBelow returns the nearest line below line i that is not blank, -1 if there is none.
func (j *judge) firstBelow(i int) int {
	for i++; i < len(j.Classes); i++ {
		if j.Classes[i] != text.BlankLine && j.Classes[i] != text.AsideLine {
			return i
		}
	}
	return -1
}
