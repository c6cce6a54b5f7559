package layout

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"slices"
)

// Cutting: the lines of a judged document, as entries and as days of entries.

// cut finds the lines that each stamp or header dates.
func (j *judge) cut() {
	j.cutSegments()
	if j.noise != noNoise {
		j.dropCards()
	}
}

func (j *judge) cutSegments() {
	switch {
	case j.main == nil:
		j.Days = []Segment{{From: 0, To: j.D.Lines.Count(), Mark: -1, Header: -1, Day: true}}
		return
	case j.containers != nil:
		j.Entries = j.cutContainers()
		j.markFeet(j.Entries)
		return
	case j.Daily:
		j.Days = j.cutDays()
		return
	}
	j.countTitles()
	first, end := j.firstLine(), j.endOfFeed()
	j.Entries = make([]Segment, 0, len(j.main.stamps))
	for k, i := range j.main.stamps {
		from, to := j.extent(k, first, end)
		j.Entries = append(j.Entries, Segment{From: from, To: to, Mark: i, Header: j.headerOf(i),
			Why: feed.RuleFirst})
	}
	j.markFeet(j.Entries)
	j.Days = j.openDays(j.Entries)
}

// headerOf returns the day header that dates mark i: the last one above it, or the first below; -1
// if there is none.
func (j *judge) headerOf(i int32) int32 {
	n, _ := slices.BinarySearch(j.Headers, i)
	if !j.Below {
		n--
	}
	if n < 0 || n >= len(j.Headers) {
		return -1
	}
	return j.Headers[n]
}

// firstLine returns the line at which the first entry may begin, for timestamps after their text.
func (j *judge) firstLine() int {
	first := int(j.Candidates[j.main.stamps[0]].Line)
	switch j.Place {
	case feed.Between:
		return j.titleAbove(first, -1)
	case feed.BelowText, feed.AtEnd:
		return j.reachBack(first)
	}
	return first
}

// titleAbove returns the line of the headline above a stamp between headline and text, the stamp's
// own line if there is none. after is the line of the stamp before it. Where separators part the
// entries, the headline is what follows the separator.
func (j *judge) titleAbove(line, after int) int {
	if j.heads > 0 {
		return j.headAbove(line, after)
	}
	top := line
	for i := line - 1; i > after; i-- {
		switch class := j.Classes[i]; {
		case class.IsAside():
			continue
		case class == text.StampLine || class == text.Dividing:
			return top
		}
		if top == line {
			if j.main.style.Place == stamp.Opens && !j.looksHeadline(i) {
				return line // the entry has none
			}
			if j.isUnmarked(i) || i == line-1 && j.isOnlyText(i, after) {
				return line
			}
			top = i
			if !j.separated {
				return j.overByline(i, line, after)
			}
			continue
		}
		if line-i > 12 {
			break
		}
		if j.separated {
			top = i
		}
	}
	return top
}

// mostMessages is how many messages of one writer are looked at.
const mostMessages = 30

// isOnlyText reports whether line i is the text of the timestamp at line after, and not the title
// of the next. It is right below that one, and the title of the first such timestamp has a blank
// line above it. So is a chat that names who wrote once: "Ann", "9:41", "text", "9:43", "text".
func (j *judge) isOnlyText(i, after int) bool {
	if i != after+1 || j.main.style.Place != stamp.Whole {
		return false
	}
	for n := 0; n < mostMessages && after > 1 && j.Classes[after-1] == text.TextLine &&
		j.Classes[after-2] == text.StampLine; n++ {
		after -= 2
	}
	return after > 1 && j.Classes[after-1] == text.TextLine && j.Classes[after-2] == text.BlankLine
}

// headAbove returns the line of the head above a stamp at some line, below line after.
func (j *judge) headAbove(line, after int) int {
	top, n := line, j.heads
	for i := line - 1; i > after && n > 0; i-- {
		switch class := j.Classes[i]; {
		case class == text.TextLine || class.IsHead() || class == text.Dividing && j.isPoint(i):
			top = i
			n--
		case !class.IsAside():
			return top
		}
	}
	return top
}

// overByline returns the line of the title above line i, if that is only a byline. A byline is a
// few words directly above the timestamp, with a blank line and a longer heading above. Else it
// returns i. There is no byline above a timestamp that shares its line with text.
func (j *judge) overByline(i, line, after int) int {
	s := j.D.Line(i)
	if i != line-1 || i == 0 || j.Classes[i-1] != text.BlankLine || text.Size(s) > 30 ||
		j.main.style.Place == stamp.Opens {
		return i
	}
	for k := i - 1; k > after; k-- {
		switch j.Classes[k] {
		case text.TextLine:
			if above := j.D.Line(k); text.IsHeading(above) && text.Size(above) > text.Size(s) {
				return k
			}
			return i
		case text.StampLine, text.Dividing:
			return i
		}
	}
	return i
}

// extent returns the lines of entry k.
func (j *judge) extent(k, first, end int) (from, to int) {
	stamps := j.main.stamps
	line := int(j.Candidates[stamps[k]].Line)
	switch j.Place {
	case feed.Inline, feed.Trailing:
		return line, j.before(k, end)
	case feed.Above:
		if m := &j.Candidates[stamps[k]]; m.Fields.TitleEnd > 0 || m.Place != stamp.Whole &&
			!j.Byline {
			return line, j.before(k, end) // the entry begins in the stamp's line
		}
		return line + 1, j.before(k, end)
	case feed.Between:
		to = end
		if k+1 < len(stamps) {
			to = j.headline(k+1, first)
		}
		return j.headline(k, first), j.headerBetween(line, to)
	case feed.AtEnd:
		line++
	}
	from = first
	if k > 0 {
		from = int(j.Candidates[stamps[k-1]].Line) + 1
	}
	return j.behindHeader(from, line), line
}

// headline returns the line at which entry k begins if timestamps are between title and text. There
// is no title above a day header.
func (j *judge) headline(k, first int) int {
	line, from := int(j.Candidates[j.main.stamps[k]].Line), first
	if k > 0 {
		from = j.titleAbove(line, int(j.Candidates[j.main.stamps[k-1]].Line))
	}
	return j.behindHeader(from, line)
}

// behindHeader returns the line after the last day header above line to, or from if that is below
// it.
func (j *judge) behindHeader(from, to int) int {
	if n := j.headerFrom(to); n > 0 {
		return max(from, int(j.Candidates[j.Headers[n-1]].Line)+1)
	}
	return from
}

// before returns the line that ends entry k of timestamps above their text: that of the next
// timestamp or header.
func (j *judge) before(k, end int) int {
	line := int(j.Candidates[j.main.stamps[k]].Line)
	to := end
	if k+1 < len(j.main.stamps) {
		to = int(j.Candidates[j.main.stamps[k+1]].Line)
	}
	return j.headerBetween(line, to)
}

// headerBetween returns the line of the first header between two lines, else the second line.
func (j *judge) headerBetween(from, to int) int {
	if n := j.headerFrom(from + 1); n < len(j.Headers) {
		to = min(to, int(j.Candidates[j.Headers[n]].Line))
	}
	return to
}

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
// whatever language.
func (j *judge) withoutControls(last, end int) int {
	gaps := 0
	for g := range j.eachGap() {
		if gaps++; !j.D.Look(g.last).Has(text.LookEnded) {
			return end
		}
	}
	if gaps < 2 || j.Place == feed.Between && j.heads == 0 {
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
		for i := from + 1; i < to; i++ {
			if j.isHeader(i) {
				to = i
			}
		}
		texts := j.textsBetween(from+1, to)
		if size >= 0 && texts != size || texts > 2 {
			return 0, false
		}
		size = texts
	}
	if len(stamps) < 2 || size > 0 && len(stamps) < 3 {
		return 0, false
	}
	if size > 0 && len(stamps) < 6 && j.bodies[last] > j.bodies[j.Candidates[stamps[0]].Line+1] {
		return 0, false // so few entries of running text have the same length by chance
	}
	if next := j.firstTextBelow(last); size == 0 && len(stamps) < 6 && next >= 0 &&
		text.IsBody(j.D.Line(next)) {
		return 0, false
	}
	_, stamped := j.stampLines(stamps[len(stamps)-1])
	for i := max(last, stamped) + 1; i < n; i++ {
		if j.Classes[i] == text.StampLine && size > 0 {
			return i, true
		}
		// a credit was counted as text
		if class := j.Classes[i]; class == text.TextLine || class == text.CreditLine {
			if size == 0 {
				if j.runsOn(last, i) {
					continue
				}
				return i, true
			}
			size--
		}
	}
	return n, true
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
	if len(j.main.stamps) < 6 {
		longest = max(longest, 4)
	} else {
		longest = max(longest, 2)
	}
	run, runStart := 0, 0
	at := 0
	first := j.Place == feed.Above
	headed := j.entriesHaveHeadings()
	for i := last + 1; i < n; i++ {
		if j.D.IsBlank(i) {
			continue
		}
		for at < len(j.Candidates) && int(j.Candidates[at].Line) < i {
			at++
		}
		if at < len(j.Candidates) && int(j.Candidates[at].Line) == i && j.endsFeed(at) {
			return i
		}
		if roles := j.lexer.FormRoles(j.D.Line(i)); roles&words.RoleEnd != 0 {
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
