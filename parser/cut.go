package parser

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"slices"
)

// Cutting: the lines of a judged document, as entries and as days of entries.

// A block is a run of lines that one stamp or header dates, before its paragraphs are grouped.
type block struct {
	from, to int       // lines [from, to), from 0
	mark     int32     // the stamp of the entry, -1: none
	header   int32     // the day header, -1: none
	day      bool      // the lines are a day of entries; else they are one entry
	score    int16     // of the grouping, where the block was cut by cues
	why      feed.Rule // why the entry begins where it does
}

// cut gives every line its role and returns the blocks in the order of the text.
func (j *judge) cut() []block {
	if j.main == nil {
		return j.cutUnstamped()
	}
	if j.containers != nil {
		return j.cutContainers()
	}
	if j.daily {
		return j.cutDays()
	}
	first, end := j.firstLine(), j.endOfFeed()
	blocks := make([]block, 0, len(j.main.marks))
	for k, i := range j.main.marks {
		from, to := j.extent(k, first, end)
		blocks = append(blocks, block{from: from, to: to, mark: i, header: j.headerOf(i), why: feed.RuleFirst})
	}
	j.markFeet(blocks)
	return j.fillDays(blocks)
}

// headerOf returns the day header that dates mark i: the last one above it, or the first below; -1 if there is none.
func (j *judge) headerOf(i int32) int32 {
	n, _ := slices.BinarySearch(j.headers, i)
	if !j.below {
		n--
	}
	if n < 0 || n >= len(j.headers) {
		return -1
	}
	return j.headers[n]
}

// confidence returns how sure it is that the block's entry begins where it does, in percent.
func (b *block) confidence() int {
	if !b.day {
		return 99
	}
	return probability(int(b.score))
}

// firstLine returns the line at which the first entry may begin, for stamps that stand behind their text.
func (j *judge) firstLine() int {
	first := int(j.marks[j.main.marks[0]].Line)
	switch j.place {
	case feed.Between:
		return j.titleAbove(first, -1)
	case feed.BelowText, feed.AtEnd:
		return j.reachBack(first)
	}
	return first
}

// titleAbove returns the line of the headline above a stamp between headline and text, the stamp's own line if there is none. after is
// the line of the stamp before it. Where separators part the entries, the headline is what follows the separator.
func (j *judge) titleAbove(line, after int) int {
	if j.heads > 0 {
		return j.headAbove(line, after)
	}
	top := line
	for i := line - 1; i > after; i-- {
		switch class := j.classes[i]; {
		case class.isAside():
			continue
		case class == stampLine || class == dividing:
			return top
		}
		if top == line {
			if j.main.style.Place == stamp.Opens && !j.looksHeadline(i) {
				return line // the entry has none
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

// headAbove returns the line of the head above a stamp at some line, below line after.
func (j *judge) headAbove(line, after int) int {
	top, n := line, j.heads
	for i := line - 1; i > after && n > 0; i-- {
		switch class := j.classes[i]; {
		case class == textLine || class.isHead() || class == dividing && j.isPoint(i):
			top = i
			n--
		case !class.isAside():
			return top
		}
	}
	return top
}

// overByline returns the line of the headline over line i, if that is only a by-line: a few words that lean on the stamp below, with a
// blank line and a longer heading above them. Else it returns i. Above a stamp that shares its line with text no by-line stands.
func (j *judge) overByline(i, line, after int) int {
	s := j.d.line(i)
	if i != line-1 || i == 0 || j.classes[i-1] != blankLine || text.Size(s) > 30 || j.main.style.Place == stamp.Opens {
		return i
	}
	for k := i - 1; k > after; k-- {
		switch j.classes[k] {
		case textLine:
			if above := j.d.line(k); text.IsHeading(above) && text.Size(above) > text.Size(s) {
				return k
			}
			return i
		case stampLine, dividing:
			return i
		}
	}
	return i
}

// median returns the middle of some counts, 0 of none. Most counts of lines and minutes are small: they are tallied, not sorted.
func median(counts []int) int {
	if len(counts) == 0 {
		return 0
	}
	var tally [256]int
	for _, n := range counts {
		tally[min(uint(n), uint(len(tally)-1))]++
	}
	before, middle := 0, len(counts)/2
	for n := range len(tally) - 1 {
		if before += tally[n]; before > middle {
			return n
		}
	}
	sorted := slices.Clone(counts)
	slices.Sort(sorted)
	return sorted[middle]
}

// extent returns the lines of entry k.
func (j *judge) extent(k, first, end int) (from, to int) {
	marks := j.main.marks
	line := int(j.marks[marks[k]].Line)
	switch j.place {
	case feed.Inline, feed.Trailing:
		return line, j.before(k, end)
	case feed.Above:
		if j.marks[marks[k]].Fields.TitleEnd > 0 {
			return line, j.before(k, end) // the stamp's line names the entry
		}
		return line + 1, j.before(k, end)
	case feed.Between:
		to = end
		if k+1 < len(marks) {
			to = j.headline(k+1, first)
		}
		return j.headline(k, first), j.headerBetween(line, to)
	case feed.AtEnd:
		line++
	}
	from = first
	if k > 0 {
		from = int(j.marks[marks[k-1]].Line) + 1
	}
	return j.behindHeader(from, line), line
}

// headline returns the line at which entry k begins where stamps stand between headline and text. No headline stands above a day header.
func (j *judge) headline(k, first int) int {
	line, from := int(j.marks[j.main.marks[k]].Line), first
	if k > 0 {
		from = j.titleAbove(line, int(j.marks[j.main.marks[k-1]].Line))
	}
	return j.behindHeader(from, line)
}

// behindHeader returns the line behind the last day header above line to, or from if that is below it.
func (j *judge) behindHeader(from, to int) int {
	if n := j.headerFrom(to); n > 0 {
		return max(from, int(j.marks[j.headers[n-1]].Line)+1)
	}
	return from
}

// before returns the line that ends entry k of stamps that stand above their text: that of the next stamp or header.
func (j *judge) before(k, end int) int {
	line := int(j.marks[j.main.marks[k]].Line)
	to := end
	if k+1 < len(j.main.marks) {
		to = int(j.marks[j.main.marks[k+1]].Line)
	}
	return j.headerBetween(line, to)
}

// headerBetween returns the line of the first header between two lines, else the second line.
func (j *judge) headerBetween(from, to int) int {
	if n := j.headerFrom(from + 1); n < len(j.headers) {
		to = min(to, int(j.marks[j.headers[n]].Line))
	}
	return to
}

// endOfFeed returns the line behind the last entry.
func (j *judge) endOfFeed() int {
	n := j.d.Lines.Count()
	marks := j.main.marks
	last := int(j.marks[marks[len(marks)-1]].Line)
	if j.place == feed.BelowText || j.place == feed.AtEnd {
		return last + 1
	}
	if end, ok := j.tailOfList(last, n); ok {
		return end
	}
	return j.withoutControls(last, j.tailOf(last, n))
}

// withoutControls returns the line behind the last entry, which ends at line end or before: where all other entries end with a sentence, the
// few words behind the last one's sentence are a control of the page, in whatever language.
func (j *judge) withoutControls(last, end int) int {
	gaps := 0
	for g := range j.eachGap() {
		if gaps++; !j.d.look(g.last).Has(text.LookEnded) {
			return end
		}
	}
	if gaps < 2 || j.place == feed.Between && j.heads == 0 {
		return end
	}
	at := end
	for i := end - 1; i > last; i-- {
		switch s := j.d.line(i); {
		case j.classes[i] != textLine:
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

// tailOfList returns the line behind the last entry of a list, where every other entry has the same number of lines, one or two.
func (j *judge) tailOfList(last, n int) (int, bool) {
	marks := j.main.marks
	size := -1
	for k := 1; k < len(marks); k++ {
		from, to := int(j.marks[marks[k-1]].Line), int(j.marks[marks[k]].Line)
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
	if len(marks) < 2 || size > 0 && len(marks) < 3 {
		return 0, false
	}
	if size > 0 && len(marks) < 6 && j.bodies[last] > j.bodies[j.marks[marks[0]].Line+1] {
		return 0, false // so few entries of running text have the same length by chance
	}
	if next := j.firstTextBelow(last); size == 0 && len(marks) < 6 && next >= 0 && text.IsBody(j.d.line(next)) {
		return 0, false
	}
	_, stamped := j.stampLines(marks[len(marks)-1])
	for i := max(last, stamped) + 1; i < n; i++ {
		if j.classes[i] == stampLine && size > 0 {
			return i, true
		}
		if class := j.classes[i]; class == textLine || class == creditLine { // a credit was counted as text
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

// runsOn reports whether line i is of the last entry, whose stamp opens line last, because nothing blank stands between them and blank lines part all
// other entries.
func (j *judge) runsOn(last, i int) bool {
	if j.place != feed.Inline || !j.d.look(i).Has(text.LookEnded) {
		return false
	}
	for line := last + 1; line < i; line++ {
		if j.d.Roles[line] == feed.Blank {
			return false
		}
	}
	for _, k := range j.main.marks[1:] {
		if !j.blankBefore(int(j.marks[k].Line)) {
			return false
		}
	}
	return true
}

// tailOf returns the line at which the last entry ends: at a line that heads what stands behind feeds, at a mark that is no stamp of
// the feed, or where short lines follow each other that no other entry has.
func (j *judge) tailOf(last, n int) int {
	longest := j.longestRun()
	if len(j.main.marks) < 6 {
		longest = max(longest, 4)
	} else {
		longest = max(longest, 2)
	}
	run, runStart := 0, 0
	at := 0
	first := j.place == feed.Above
	headed := j.entriesHaveHeadings()
	for i := last + 1; i < n; i++ {
		if j.d.Roles[i] == feed.Blank {
			continue
		}
		for at < len(j.marks) && int(j.marks[at].Line) < i {
			at++
		}
		if at < len(j.marks) && int(j.marks[at].Line) == i && j.endsFeed(at) {
			return i
		}
		if roles := j.lexer.FormRoles(j.d.line(i)); roles&words.RoleEnd != 0 {
			return i
		}
		if j.d.look(i).Has(text.LookMarkdown) && !headed {
			return i
		}
		if first {
			first = false // the entry's first line stays, whatever follows
			continue
		}
		if !j.d.look(i).Has(text.LookLong | text.LookEnded) {
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

// endsFeed reports whether a mark behind the last stamp is the date of something else: it is no stamp of the feed, and no entry but the last holds
// one like it.
func (j *judge) endsFeed(at int) bool {
	m := &j.marks[at]
	if m.Place != stamp.Whole || j.verdicts[at] == entryMark || j.verdicts[at] == doubleMark || m.Fields.Family() != stamp.DateFamily && m.Fields.Family() != stamp.StampFamily {
		return false
	}
	marks := j.main.marks
	for i := marks[0] + 1; i < marks[len(marks)-1]; i++ {
		if j.verdicts[i] == undecided && j.marks[i].Place == stamp.Whole && j.marks[i].Fields.Family() == m.Fields.Family() {
			return false
		}
	}
	return true
}

// entriesHaveHeadings reports whether a Markdown heading stands inside an entry but the last.
func (j *judge) entriesHaveHeadings() bool {
	marks := j.main.marks
	for i := int(j.marks[marks[0]].Line) + 1; i < int(j.marks[marks[len(marks)-1]].Line); i++ {
		if j.classes[i] == textLine && j.d.look(i).Has(text.LookMarkdown) {
			return true
		}
	}
	return false
}

// longestRun returns the longest run of short lines, neither running text nor whole sentences, inside the entries but the last.
func (j *judge) longestRun() int {
	longest := 0
	for k := 1; k < len(j.main.marks); k++ {
		run := 0
		for i := int(j.marks[j.main.marks[k-1]].Line) + 1; i < int(j.marks[j.main.marks[k]].Line); i++ {
			if j.d.Roles[i] == feed.Blank {
				continue
			}
			if j.d.look(i).Has(text.LookLong | text.LookEnded) {
				run = 0
				continue
			}
			run++
			longest = max(longest, run)
		}
	}
	return longest
}
