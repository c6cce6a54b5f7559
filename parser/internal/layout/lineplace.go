package layout

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/tally"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"slices"
	"strings"
)

// The placement of timestamps alone on their lines, by separators, day headers, blank lines, titles
// and the two ends of the feed.

// linePlace decides the placement of timestamps alone on their lines.
func (j *judge) linePlace(gaps []between) feed.Place {
	named := 0
	for _, i := range j.main.stamps {
		if j.Candidates[i].Fields.TitleEnd > 0 {
			named++
		}
	}
	if named*2 > len(j.main.stamps) {
		return feed.Above // the stamp's line names the entry below it
	}
	for _, by := range []func([]between) feed.Place{j.bySeparators, j.byHeaders, j.byBlanks,
		j.byHeadlines} {
		if place := by(gaps); place != feed.NoPlace {
			return place
		}
	}
	j.byTheEnds = true
	return j.byEnds(gaps)
}

// bySeparators reads divider lines, if almost every segment has one: entries begin after it.
func (j *judge) bySeparators(gaps []between) feed.Place {
	n, above, below := 0, 0, 0
	for _, g := range gaps {
		if g.separator < 0 {
			continue
		}
		n++
		if j.textsBetween(g.separator+1, g.to) == 0 {
			above++
		}
		if j.textsBetween(g.from+1, g.separator) == 0 {
			below++
		}
	}
	switch {
	case n == 0 || n*5 < len(gaps)*4:
		return feed.NoPlace
	case above*5 >= n*4:
		return feed.Above
	case below*5 >= n*4:
		return feed.BelowText
	}
	j.separated = true
	return feed.Between
}

// byHeaders reads day headers in the segments: a timestamp directly after a header is above its
// text.
func (j *judge) byHeaders(gaps []between) feed.Place {
	above, behind, title := 0, 0, 0
	for _, g := range gaps {
		if g.header < 0 {
			continue
		}
		switch n := j.textsBetween(g.header+1, g.to); {
		case n == 0:
			above++
		case n == 1 && j.textsBetween(g.from+1, g.header) > 0:
			title++
		case j.textsBetween(g.from+1, g.header) == 0:
			behind++
		}
	}
	switch {
	case above > behind+title:
		return feed.Above
	case behind > above+title:
		return feed.BelowText
	}
	return feed.NoPlace
}

// byBlanks reads blank lines, if timestamps are next to the line above or below them. A timestamp
// directly after a line and before a blank one belongs to the line.
func (j *judge) byBlanks(gaps []between) feed.Place {
	n, above, below := 0, 0, 0
	for _, i := range j.main.stamps {
		from, to := j.stampLines(i)
		if from == 0 || to+1 >= j.D.Lines.Count() {
			continue
		}
		n++
		if j.Texts[from] > j.Texts[from-1] {
			above++
		}
		if j.Texts[to+2] > j.Texts[to+1] {
			below++
		}
	}
	switch {
	case n < 2:
		return feed.NoPlace
	case below*10 >= n*8 && above*10 <= n*2:
		return feed.Above
	case above*10 >= n*8 && below*10 <= n*2:
		return j.leaning(gaps)
	case above*10 >= n*8 && below*10 >= n*8 && j.blankBeforeLast(gaps):
		return feed.Between
	}
	return feed.NoPlace
}

// blankBeforeLast reports whether the only blank line of most segments precedes their last line of
// text: the title of the next entry.
func (j *judge) blankBeforeLast(gaps []between) bool {
	n := 0
	for _, g := range gaps {
		blanks := 0
		for i := g.from + 1; i < g.to; i++ {
			if j.Classes[i] == text.BlankLine {
				blanks++
			}
		}
		if g.texts >= 2 && blanks == 1 && j.blankBefore(g.last) {
			n++
		}
	}
	return n > 0 && n*10 >= len(gaps)*8
}

// stampLines returns the first and last line of candidate i, the doubles beside it and, below it,
// when its entry was updated.
func (j *judge) stampLines(i int32) (from, to int) {
	from, to = int(j.Candidates[i].Line), int(j.Candidates[i].Line)
	for from > 0 && j.Classes[from-1] == text.DoubleLine {
		from--
	}
	for to+1 < len(j.Classes) && j.Classes[to+1] == text.DoubleLine {
		to++
	}
	if next := int(i) + 1 + to - int(j.Candidates[i].Line); next < len(j.Candidates) &&
		j.isUpdate(next) && int(j.Candidates[next].Line) == to+1 {
		to++
	}
	return from, to
}

// isUpdate reports whether candidate i is all of its line and labelled: Updated at 16:52.
func (j *judge) isUpdate(i int) bool {
	return j.Candidates[i].Place == stamp.Whole && j.Candidates[i].Fields.Has&(stamp.Updated|
		stamp.Published) != 0
}

// leaning distinguishes timestamps below their entries from timestamps between title and text, if
// all follow a line directly. Between, the segment has a blank line before the title.
func (j *judge) leaning(gaps []between) feed.Place {
	between := 0
	for _, g := range gaps {
		if g.texts >= 2 && j.D.Look(g.last).Has(text.LookHeading) && j.blankBefore(g.last) {
			between++
		}
	}
	if between*10 >= len(gaps)*7 && between > 0 {
		return feed.Between
	}
	return feed.BelowText
}

// blankBefore reports whether a blank line precedes line i.
func (j *judge) blankBefore(i int) bool { return i > 0 && j.D.IsBlank(i-1) }

// byHeadlines reads the segments' lines. If the last ones are headings and the first ones are not,
// titles are above the timestamps. If the first ones are headings and texts follow, nothing is
// decided.
func (j *judge) byHeadlines(gaps []between) feed.Place {
	if j.underMarkdown(gaps) {
		return feed.Between
	}
	n, headLast, headFirst, sizeLast, sizeFirst := 0, 0, 0, 0, 0
	seen := map[string]bool{}
	for _, g := range gaps {
		if g.texts < 2 {
			continue
		}
		n++
		last, first := j.D.Line(g.last), j.D.Line(g.first)
		if j.D.Look(g.last).Has(text.LookHeading) {
			headLast++
		}
		if j.D.Look(g.first).Has(text.LookHeading) {
			headFirst++
		}
		sizeLast += text.Size(last)
		sizeFirst += text.Size(first)
		seen[last] = true
	}
	if n == 0 || n*2 < len(gaps) || headLast*5 < n*4 || headFirst*2 > n ||
		sizeLast*10 >= sizeFirst*8 || len(seen)*5 < n*4 {
		return feed.NoPlace
	}
	first := int(j.Candidates[j.main.stamps[0]].Line)
	if line, ok := j.lastTextAbove(first); ok && text.IsHeading(j.D.Line(line)) {
		return feed.Between
	}
	return feed.NoPlace
}

// underMarkdown reports whether every timestamp is right below a Markdown heading.
func (j *judge) underMarkdown(gaps []between) bool {
	for _, g := range gaps {
		if !j.D.Look(g.last).Has(text.LookMarkdown) {
			return false
		}
	}
	line, ok := j.lastTextAbove(int(j.Candidates[j.main.stamps[0]].Line))
	return len(gaps) > 0 && ok && text.IsMarkdownHeading(j.D.Line(line))
}

// byEnds looks at the two ends of the feed. If entries hold running text, one must follow the last
// timestamp, or the timestamps are below. What precedes the first is then only the page's head, or
// the first entry. Stamps above are the rule.
func (j *judge) byEnds(gaps []between) feed.Place {
	stamps := j.main.stamps
	first, last := int(j.Candidates[stamps[0]].Line), int(j.Candidates[stamps[len(stamps)-1]].Line)
	if j.fillsAbove(gaps, first, last) {
		return feed.BelowText
	}
	if j.fillsBelow(gaps, first, last) {
		return feed.Above
	}
	vote := 1.0
	if s := &j.main.style; (s.Place == stamp.Closes || s.Place == stamp.Inside) &&
		!(s.Family == stamp.AgeFamily && s.Sep == stamp.BlankSep) {
		// a byline with the date ends an entry more often than not; "ann 2 hours ago" is above a
		// comment
		vote = -1
	}
	if j.main.style.Family == stamp.MatchFamily {
		vote = 3 // no minute of a match ends a report
	}
	if after := j.firstTextBelow(last); j.headerBehind(last, after) {
		vote -= 4 // as if nothing followed it: the next day has begun
	} else {
		vote += j.tailVote(gaps, after)
	}
	before, ok := j.lastTextAbove(first)
	switch {
	case !ok || j.isHeader(before):
		vote += 3
	case len(gaps) > 0:
		vote += j.headVote(gaps, before)
	}
	if vote < 0 {
		return feed.BelowText
	}
	return feed.Above
}

// fillsAbove reports whether a whole entry is above the first timestamp and none after the last.
// All segments have as many lines, two or more, and begin with a word or two, such as "Monitoring".
// Lines like their first and their last are as far above the first timestamp. After the last there
// are fewer lines, or others. A title and a summary of the page would pass for an entry, but for
// that word.
func (j *judge) fillsAbove(gaps []between, first, last int) bool {
	if len(gaps) < 2 || len(gaps) < len(j.main.stamps)-1 {
		return false
	}
	n := gaps[0].texts
	firsts, lasts := make([]int, len(gaps)), make([]int, len(gaps))
	for k, g := range gaps {
		if g.texts != n || !isState(j.D.Line(g.first)) {
			return false
		}
		firsts[k], lasts[k] = g.first, g.last
	}
	if n < 2 || j.textsBetween(last+1, j.D.Lines.Count()) >= n &&
		isState(j.D.Line(j.firstTextBelow(last))) {
		return false
	}
	top, bottom := j.linesBack(first, n), j.linesBack(first, 1)
	return j.textsBetween(top, first) == n && isState(j.D.Line(top)) && j.alike(top, firsts) == 1 &&
		(j.alike(bottom, lasts) == 1 || text.EndsSentence(j.D.Line(bottom)) && j.allEnded(lasts))
}

// fillsBelow reports whether a whole entry follows the last timestamp and none is above the first.
// All segments have as many lines, two or more, and that many follow, fewer precede. It helps where
// sentences cannot, in scripts that end them with no mark, as Thai.
func (j *judge) fillsBelow(gaps []between, first, last int) bool {
	if len(gaps) < 2 || len(gaps) < len(j.main.stamps)-1 || j.main.style.Place != stamp.Whole {
		return false
	}
	n := gaps[0].texts
	for _, g := range gaps {
		if g.texts != n {
			return false
		}
	}
	return n >= 2 && j.textsBetween(0, first) < n && j.textsBetween(last+1, j.D.Lines.Count()) >= n
}

// allEnded reports whether all of some lines end a sentence.
func (j *judge) allEnded(lines []int) bool {
	return !slices.ContainsFunc(lines, func(i int) bool { return !j.D.Look(i).Has(text.LookEnded) })
}

// isState reports whether a line is a word or two of letters: "Monitoring", "In progress".
func isState(s string) bool {
	word, more := text.CutWord(strings.TrimSpace(s))
	return text.IsWord(word) && len(s) <= text.RubricSize/2 && (more == "" || text.IsWord(more)) &&
		!text.EndsSentence(s)
}

// headerBehind reports whether a day header is between line i and the next text, line after; -1:
// there is no text.
func (j *judge) headerBehind(i, after int) bool {
	n := j.headerFrom(i + 1)
	return n < len(j.Headers) && (after < 0 || int(j.Candidates[j.Headers[n]].Line) < after)
}

// headVote weighs what precedes the first timestamp, up to line before. A line like those before
// the other timestamps, or running text within the length of an entry, may be the first entry.
func (j *judge) headVote(gaps []between, before int) float64 {
	lasts, sizes := make([]int, len(gaps)), make([]int, len(gaps))
	for k, g := range gaps {
		lasts[k], sizes[k] = g.last, g.texts
	}
	like := j.alike(before, lasts)
	if j.standsOff(gaps, before) {
		return 1.5
	}
	if like >= 0.3 || j.holdBodies(gaps) && j.bodyAbove(before, tally.Median(sizes)) {
		return -2 * like
	}
	return 1.5 - 2*like
}

// standsOff reports whether a blank line separates line i from the first timestamp, but none the
// last line of any segment from its timestamp.
func (j *judge) standsOff(gaps []between, i int) bool {
	for _, g := range gaps {
		if j.blankBefore(g.to) {
			return false
		}
	}
	first, _ := j.stampLines(j.main.stamps[0])
	return i < first-1 && j.blankBefore(first)
}

// bodyAbove reports whether one of the n lines of text up to line i is running text.
func (j *judge) bodyAbove(i, n int) bool {
	for ; i >= 0 && n > 0 && j.Classes[i] != text.StampLine; i-- {
		if j.bodies[i+1] > j.bodies[i] {
			return true
		}
		n -= int(j.Texts[i+1] - j.Texts[i])
	}
	return false
}

// holdBodies reports whether most of the segments have running text.
func (j *judge) holdBodies(gaps []between) bool {
	bodies := 0
	for _, g := range gaps {
		if j.bodies[g.to] > j.bodies[g.from+1] {
			bodies++
		}
	}
	return bodies*2 >= len(gaps)
}

// tailVote weighs what follows the last timestamp, from line after on. If entries hold running
// text, there must be some; in a list, a line of the kind that follows the other timestamps.
func (j *judge) tailVote(gaps []between, after int) float64 {
	switch {
	case after < 0 || j.endsAt(after):
		return -4
	case len(gaps) == 0:
		return 1
	}
	firsts, sizes := make([]int, len(gaps)), make([]int, len(gaps))
	for k, g := range gaps {
		firsts[k], sizes[k] = g.first, g.texts
	}
	like := j.alike(after, firsts)
	if !j.holdBodies(gaps) {
		if like >= 0.3 || text.EndsSentence(j.D.Line(after)) {
			return 2 * like
		}
		if next := j.firstTextBelow(after); next >= 0 && slices.Max(sizes) > 1 && !j.endsAt(next) &&
			text.EndsSentence(j.D.Line(next)) {
			return 1 // a headline and its text
		}
		return -1
	}
	n := max(4, tally.Median(sizes))
	for i := after; i < j.D.Lines.Count() && n > 0 && !j.endsAt(i); i++ {
		if j.Texts[i+1] > j.Texts[i] {
			n--
		}
		if s := j.D.Line(i); j.bodies[i+1] > j.bodies[i] || text.EndsSentence(s) &&
			text.Size(s) >= text.RubricSize/2 {
			return 2
		}
	}
	switch {
	case j.textsBetween(after, j.D.Lines.Count()) <= 2:
		return 0.5 // the text was cut after a title
	case like >= 0.3:
		return 0
	}
	return -2.5
}

// endsAt reports whether line i heads what follows a feed.
func (j *judge) endsAt(i int) bool {
	return j.Classes[i] == text.TextLine && j.lexer.FormRoles(j.D.Line(i))&words.RoleEnd != 0
}

// alike returns the share of lines that are of the same kind as line i: they end alike, begin alike
// and are about as long.
func (j *judge) alike(i int, lines []int) float64 {
	if len(lines) == 0 {
		return 0
	}
	s := j.D.Line(i)
	n := 0
	for _, l := range lines {
		t := j.D.Line(l)
		a, b := text.Size(s), text.Size(t)
		long := a > 2*text.SentenceSize && b > 2*text.SentenceSize
		if text.EndsSentence(s) == text.EndsSentence(t) && text.IsBullet(s) == text.IsBullet(t) &&
			(long || 5*a >= 2*b && 5*b >= 2*a) {
			n++
		}
	}
	return float64(n) / float64(len(lines))
}
