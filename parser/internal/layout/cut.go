package layout

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/memory"
	"newstimeline/parser/parallel"
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
		j.Days = []Segment{{From: 0, To: int32(j.D.Lines.Count()), Mark: -1, Header: -1,
			Day: true}}
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
	n := len(j.main.stamps)
	if j.isLong() {
		j.Entries = memory.Make[Segment](n)[:n]
	} else {
		j.Entries = j.desk.segments.take(n)
	}
	parallel.Pieces(n, func(a, b int) {
		for k := a; k < b; k++ {
			from, to := j.inScope(k, first, end)
			mark := j.main.stamps[k]
			j.Entries[k] = Segment{From: int32(from), To: int32(to), Mark: mark,
				Header: j.headerOf(mark), Why: feed.RuleFirst}
		}
	})
	j.markFeet(j.Entries)
	j.markSections()
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

// inScope returns the lines of entry k, without those beyond the list that its timestamp is in. A
// list is an element that holds a few timestamps, the one before or the next among them.
func (j *judge) inScope(k, first, end int) (from, to int) {
	from, to = j.extent(k, first, end)
	for n := max(k, 1); n <= min(k+1, len(j.main.stamps)-1); n++ {
		if top, bottom, ok := j.listOf(n); ok {
			line := int(j.Candidates[j.main.stamps[k]].Line)
			from, to = max(from, min(top, line)), min(to, max(bottom, line+1))
		}
	}
	return from, to
}

// listOf returns the lines of the smallest element that holds timestamps n-1 and n, if it holds a
// few.
func (j *judge) listOf(n int) (from, to int, ok bool) {
	line := func(k int) int { return int(j.Candidates[j.main.stamps[k]].Line) }
	if from, to, ok = j.D.Scope(line(n-1), line(n)); !ok {
		return 0, 0, false
	}
	held := 0
	for k := max(0, n-few); k < min(len(j.main.stamps), n+few); k++ {
		if from <= line(k) && line(k) < to {
			held++
		}
	}
	return from, to, held >= few
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
// own line if there is none. after is the line of the stamp before it.
func (j *judge) titleAbove(line, after int) int {
	switch {
	case j.inBlocks:
		return j.blockAbove(line, after)
	case j.heads > 0:
		return j.headAbove(line, after)
	}
	for i := line - 1; i > after; i-- {
		switch class := j.Classes[i]; {
		case class.IsAside():
			continue
		case class == text.Dividing, j.isUnmarked(i), j.isOnlyText(i, after),
			j.main.style.Place == stamp.Opens && !j.looksHeadline(i) && !j.followsButton(i):
			return line // the entry has none
		}
		return i
	}
	return line
}

// blockAbove returns the first line of the block that line is in, below line after.
func (j *judge) blockAbove(line, after int) int {
	for line-1 > after && !isBreak(j.Classes[line-1]) {
		line--
	}
	return line
}

// looksHeadline reports whether line i may be a headline and is no running text.
func (j *judge) looksHeadline(i int) bool {
	return j.D.Look(i)&(text.LookHeading|text.LookRunning) == text.LookHeading
}

// followsButton reports whether the line above line i is a button: it ends the entry before.
func (j *judge) followsButton(i int) bool {
	above := j.textAbove(i)
	return above >= 0 && j.Classes[above] == text.ButtonLine
}

// isOnlyText reports whether line i is the text of the timestamp at line after, and not the title
// of the next. It is right below that one, and the title of the first such timestamp has a blank
// line above it. So is a chat that names who wrote once: "Ann", "9:41", "text", "9:43", "text".
func (j *judge) isOnlyText(i, after int) bool {
	if i != after+1 || j.main.style.Place != stamp.Whole {
		return false
	}
	for n := 0; n < sampled && after > 1 && j.Classes[after-2] == text.StampLine; n++ {
		after -= 2
	}
	return after > 1 && j.Classes[after-2] == text.BlankLine
}

// headAbove returns the line of the head above a stamp at some line, below line after.
func (j *judge) headAbove(line, after int) int {
	top, n := line, j.heads
	for i := line - 1; i > after && n > 0; i-- {
		switch class := j.Classes[i]; {
		case class == text.TextLine || class.IsHead() || j.isPoint(i):
			top = i
			n--
		case !class.IsAside():
			return top
		}
	}
	return top
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
	switch {
	case j.beginsEntry(j.main.stamps[k]):
		return line
	case k > 0:
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

// before returns the line that ends entry k of timestamps above their text. It is that of the next
// timestamp or header, or the end of the code that the timestamp is in.
func (j *judge) before(k, end int) int {
	line := int(j.Candidates[j.main.stamps[k]].Line)
	to := end
	if k+1 < len(j.main.stamps) {
		to = int(j.Candidates[j.main.stamps[k+1]].Line)
	}
	return j.headerBetween(line, j.fenceEnd(line, to))
}

// headerBetween returns the line of the first header between two lines, else the second line.
func (j *judge) headerBetween(from, to int) int {
	if n := j.headerFrom(from + 1); n < len(j.Headers) {
		to = min(to, int(j.Candidates[j.Headers[n]].Line))
	}
	return to
}
