package layout

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"strings"
)

// The tail: where the last entry ends, if timestamps are above their text.

// endOfFeed returns the line after the last entry.
func (j *judge) endOfFeed() int {
	n := j.D.Lines.Count()
	stamps := j.main.stamps
	last := int(j.Candidates[stamps[len(stamps)-1]].Line)
	if j.Place == feed.BelowText || j.Place == feed.AtEnd {
		return last + 1
	}
	end, ok := j.tailOfList(last, n)
	if !ok {
		end = j.withoutControls(last, j.tailOf(last, n))
	}
	return j.withoutCopyright(last, end)
}

// withoutControls returns the line after the last entry, which ends at line end or before. If all
// other entries end with a sentence, the few words after the last one's sentence are a button, in
// whatever language. Of two other entries, both must have the same number of lines too.
func (j *judge) withoutControls(last, end int) int {
	if j.Place == feed.Between && j.heads == 0 {
		return end
	}
	gaps, texts, isRegular := 0, 0, true
	for g := range j.eachGap() {
		isRegular = isRegular && (gaps == 0 || g.texts == texts)
		texts = g.texts
		if gaps++; !j.D.Look(g.last).Has(text.LookEnded) {
			return end
		}
	}
	if gaps < 2 || gaps < few && !isRegular {
		return end
	}
	at := end
	for i := end - 1; i > last; i-- {
		switch s := j.D.Line(i); {
		case j.Classes[i] != text.TextLine:
			continue
		case text.EndsSentence(s):
			return at
		case text.Size(s) >= text.RubricSize:
			return end
		}
		at = i
	}
	return end
}

// tailOfList returns the line after the last entry of a list in which every other entry has the
// same number of lines, one or two.
func (j *judge) tailOfList(last, n int) (int, bool) {
	stamps := j.main.stamps
	size := -1
	for k := 1; k < len(stamps); k++ {
		from, to := int(j.Candidates[stamps[k-1]].Line), int(j.Candidates[stamps[k]].Line)
		if j.heads > 0 {
			to = j.headAbove(to, from)
		}
		texts := j.textsBetween(from+1, to)
		if size >= 0 && texts != size || texts > 2 {
			return 0, false
		}
		size = texts
	}
	if len(stamps) < 2 || size > 0 && len(stamps) <= few {
		return 0, false
	}
	first := j.Candidates[stamps[0]].Line
	if size > 0 && len(stamps) < 2*few && j.bodies[last] > j.bodies[first+1] {
		return 0, false // so few entries of running text have the same length by chance
	}
	if next := j.firstTextBelow(last); size == 0 && len(stamps) < 2*few && next >= 0 &&
		text.IsBody(j.D.Line(next)) {
		return 0, false
	}
	_, stamped := j.stampLines(stamps[len(stamps)-1])
	for i := max(last, stamped) + 1; i < n; i++ {
		if j.Classes[i] == text.StampLine && size > 0 || j.endsPage(i) {
			return i, true
		}
		// a credit was counted as text
		if class := j.Classes[i]; class == text.TextLine || class == text.CreditLine {
			if size == 0 {
				if j.runsOn(last, i) {
					continue
				}
				if j.Place == feed.Above && j.isProseLike(i, last) {
					return 0, false
				}
				return i, true
			}
			size--
		}
	}
	return n, true
}

// isProseLike reports whether line i, below the last timestamp, is running text as most entries
// are: the last entry may be longer than the others.
func (j *judge) isProseLike(i, last int) bool {
	bodies := int(j.bodies[last] - j.bodies[j.Candidates[j.main.stamps[0]].Line])
	return j.bodies[i+1] > j.bodies[i] && 2*bodies > len(j.main.stamps)-1
}

// runsOn reports whether line i is of the last entry, whose timestamp opens line last. There is no
// blank line between them, and blank lines separate all other entries.
func (j *judge) runsOn(last, i int) bool {
	if j.Place != feed.Inline || !j.D.Look(i).Has(text.LookEnded) {
		return false
	}
	for line := last + 1; line < i; line++ {
		if j.D.IsBlank(line) {
			return false
		}
	}
	for _, k := range j.main.stamps[1:] {
		if !j.blankBefore(int(j.Candidates[k].Line)) {
			return false
		}
	}
	return true
}

// tailOf returns the line at which the last entry ends. It is a line that heads what follows feeds,
// a candidate outside the feed, or a run of short lines as in no other entry.
func (j *judge) tailOf(last, n int) int {
	longest := j.longestRun()
	if len(j.main.stamps) < 2*few {
		longest = max(longest, headLines)
	} else {
		longest = max(longest, 2)
	}
	run, runStart := 0, 0
	at := 0
	first := j.Place == feed.Above
	headed, fenced := j.entriesHaveHeadings(), false
	for i := last + 1; i < n; i++ {
		if j.isFence(i) {
			fenced = !fenced
			continue
		}
		if j.D.IsBlank(i) || fenced {
			continue
		}
		for at < len(j.Candidates) && int(j.Candidates[at].Line) < i {
			at++
		}
		if at < len(j.Candidates) && int(j.Candidates[at].Line) == i && j.endsFeed(at) {
			return i
		}
		if j.endsPage(i) {
			return i
		}
		if j.D.Look(i).Has(text.LookMarkdown) && !headed {
			return i
		}
		if first {
			first = false // the entry's first line stays, whatever follows
			continue
		}
		if !j.D.Look(i).Has(text.LookLong | text.LookEnded) {
			if run == 0 {
				runStart = i
			}
			if run++; run > longest {
				return runStart
			}
			continue
		}
		run = 0
	}
	return n
}

// endsPage reports whether line i is a heading of what follows feeds: "Comments", "Related".
func (j *judge) endsPage(i int) bool {
	if j.lines == nil {
		return j.lexer.FormRoles(j.D.Line(i))&words.RoleEnd != 0
	}
	end := &j.lines.ends[i]
	if *end == notAsked {
		*end = isNone
		if j.lexer.FormRoles(j.D.Line(i))&words.RoleEnd != 0 {
			*end = isOne
		}
	}
	return *end == isOne
}

// endsFeed reports whether a candidate after the last timestamp dates something else. It is not a
// timestamp of the feed, and no entry but the last holds one like it.
func (j *judge) endsFeed(at int) bool {
	m := &j.Candidates[at]
	if m.Place != stamp.Whole || j.Labels[at] == stamp.EntryLabel ||
		j.Labels[at] == stamp.DoubleLabel || m.Fields.Family() != stamp.DateFamily &&
		m.Fields.Family() != stamp.StampFamily {
		return false
	}
	stamps := j.main.stamps
	for i := stamps[0] + 1; i < stamps[len(stamps)-1]; i++ {
		if j.Labels[i] == stamp.Undecided && j.Candidates[i].Place == stamp.Whole &&
			j.Candidates[i].Fields.Family() == m.Fields.Family() {
			return false
		}
	}
	return true
}

// entriesHaveHeadings reports whether an entry but the last has a Markdown heading.
func (j *judge) entriesHaveHeadings() bool {
	stamps := j.main.stamps
	for i := int(j.Candidates[stamps[0]].Line) + 1; i < int(
		j.Candidates[stamps[len(stamps)-1]].Line); i++ {
		if j.Classes[i] == text.TextLine && j.D.Look(i).Has(text.LookMarkdown) {
			return true
		}
	}
	return false
}

// longestRun returns the longest run of short lines, neither running text nor whole sentences,
// inside the entries but the last.
func (j *judge) longestRun() int {
	longest := 0
	for k := 1; k < len(j.main.stamps); k++ {
		run := 0
		for i := int(j.Candidates[j.main.stamps[k-1]].Line) + 1; i < int(
			j.Candidates[j.main.stamps[k]].Line); i++ {
			if j.D.IsBlank(i) {
				continue
			}
			if j.D.Look(i).Has(text.LookLong | text.LookEnded) {
				run = 0
				continue
			}
			run++
			longest = max(longest, run)
		}
	}
	return longest
}

// withoutCopyright returns the line after the last entry, which is at line last and ends at line
// end or before. A line that begins with the sign of copyright is of the page, not of the entry,
// unless entries have such lines.
func (j *judge) withoutCopyright(last, end int) int {
	at := last + 1
	for at < end && !j.isCopyright(at) {
		at++
	}
	if at >= end {
		return end
	}
	for i := int(j.Candidates[j.main.stamps[0]].Line); i < last; i++ {
		if j.isCopyright(i) {
			return end
		}
	}
	return at
}

// isCopyright reports whether line i begins with the sign of copyright, even one that is muted.
func (j *judge) isCopyright(i int) bool {
	return strings.HasPrefix(j.D.Line(i), "©")
}
