package layout

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"slices"
)

// Feet: short lines that end every entry, such as the buttons and counts below the posts of a page.
// They tell nothing of any.

// markFeet takes the feet out of the text of the entries. A footer is among the short lines that
// end the first entry and, but for one in ten, all others. A count is between footers or next to
// one.
func (j *judge) markFeet(blocks []Segment) {
	if len(blocks) < few {
		return
	}
	feet := j.footCandidates(blocks)
	if len(feet) == 0 {
		j.markCounts(blocks)
		return
	}
	misses, entries := make([]int, len(feet)), 0
	var lines []int
	for k := range blocks {
		if !j.hasText(blocks[k].Lines()) {
			continue // a repeated timestamp
		}
		entries++
		lines = j.lastShorts(lines[:0], &blocks[k])
		for f := range feet {
			// the last entry may have lost its feet to the end of the page
			if k < len(blocks)-1 && !j.holdsLine(lines, feet[f]) {
				misses[f]++
			}
		}
	}
	n := 0
	for f := range feet {
		if isNearlyAll(entries-misses[f], entries) {
			feet[n] = feet[f]
			n++
		}
	}
	if n == 0 || entries < few {
		j.markCounts(blocks)
		return
	}
	for k := range blocks {
		lines = j.lastShorts(lines[:0], &blocks[k])
		j.cutFeet(lines, feet[:n])
	}
}

// markCounts takes the counts of replies and the like out of entries without other footers. Two
// lines or more with only a number end every entry, but for one in ten.
func (j *judge) markCounts(blocks []Segment) {
	var lines []int
	entries, without := 0, 0
	for k := range blocks {
		if j.hasText(blocks[k].Lines()) {
			entries++
			if lines = j.lastCounts(lines[:0], &blocks[k]); len(lines) < 2 && k < len(blocks)-1 {
				without++
			}
		}
	}
	if entries < few || !isNearlyAll(entries-without, entries) {
		return
	}
	for k := range blocks {
		for _, i := range j.lastCounts(lines[:0], &blocks[k]) {
			j.Classes[i] = text.FootLine
		}
	}
}

// lastCounts appends the lines of a number alone that end a block with other text.
func (j *judge) lastCounts(dst []int, b *Segment) []int {
	from, to := b.Lines()
	for i := to - 1; i > from && len(dst) < 2*headLines; i-- {
		switch {
		case j.Classes[i] != text.TextLine:
		case j.D.Look(i)&isLongText == isLongText, !isNumberAlone(j.D.Line(i)):
			return dst
		default:
			dst = append(dst, i)
		}
	}
	return dst
}

// isLongText is what a line is of which nobody has to read that it is no number.
const isLongText = text.LookLong | text.LookWords

// isNumberAlone reports whether a line is a number and nothing else: "12", "1,204", "3.4K".
func isNumberAlone(s string) bool {
	digits := 0
	for k := range len(s) {
		switch c := s[k]; {
		case words.IsDigit(c):
			digits++
		case c == ',' || c == '.' || k+1 == len(s) && (c|0x20 == 'k' || c|0x20 == 'm'):
		default:
			return false
		}
	}
	return digits > 0
}

// footCandidates returns the short lines that end the first block with text.
func (j *judge) footCandidates(blocks []Segment) []int {
	for k := range blocks {
		if j.hasText(blocks[k].Lines()) {
			return slices.DeleteFunc(j.lastShorts(nil, &blocks[k]), j.isCount)
		}
	}
	return nil
}

// lastShorts appends the short lines of text that end a block, the last one first. The first text
// of the block is none of them.
func (j *judge) lastShorts(dst []int, b *Segment) []int {
	from, to := b.Lines()
	for i := to - 1; i > from && len(dst) < 2*headLines; i-- {
		if c := j.Classes[i]; c == text.ButtonLine || c == text.LabelLine {
			dst = append(dst, i)
			continue
		}
		if j.Classes[i] != text.TextLine {
			continue
		}
		if j.D.Look(i).Has(text.LookLong|text.LookEnded) ||
			text.Size(j.D.Line(i)) > text.RubricSize {
			return dst
		}
		if !j.hasText(from, i) {
			return dst
		}
		dst = append(dst, i)
	}
	return dst
}

// hasText reports whether [from, to) has a line of text.
func (j *judge) hasText(from, to int) bool {
	return slices.Contains(j.Classes[from:max(from, to)], text.TextLine)
}

// holdsLine reports whether one of some lines reads like line i.
func (j *judge) holdsLine(lines []int, i int) bool {
	want := j.D.Line(i)
	return slices.ContainsFunc(lines, func(k int) bool { return j.D.Line(k) == want })
}

// cutFeet classes the feet among the last lines of an entry, and the counts up to the highest of
// them.
func (j *judge) cutFeet(lines, feet []int) {
	from := 0
	for k, i := range lines {
		switch {
		case j.holdsLine(feet, i):
			for _, i := range lines[from : k+1] {
				if j.Classes[i] == text.TextLine {
					j.Classes[i] = text.FootLine
				}
			}
			from = k + 1
		case !j.isCount(i):
			return
		}
	}
}

// isCount reports whether a line is a number and no more than a word with it: "12", "1,204", "12
// comments", "3.4K".
func (j *judge) isCount(i int) bool {
	list, digits := 0, false
	s := j.D.Line(i)
	for k := range len(s) {
		digits = digits || words.IsDigit(s[k])
		if words.IsLetter(s[k]) && (k == 0 || !words.IsLetter(s[k-1])) {
			list++
		}
	}
	return digits && list <= 1
}

// footBelow tells on which side of the timestamps the text is. Lines may recur above all timestamps
// but the first, and be below the last: they end its text. It is 1000 if the reading has the text
// there, and -1000 if it has it above. Without such lines it is 0.
func (m *measure) footBelow() int {
	j := m.j
	if j.main == nil || len(j.main.stamps) <= few || j.footBelow() < 0 {
		return 0
	}
	if m.placed(feed.BelowText, feed.AtEnd) {
		return -full
	}
	return full
}

// footBelow finds lines of one form above all timestamps but the first, of which one is below the
// last. It returns how many lines are between them and the timestamps, -1 if there are none.
func (j *judge) footBelow() int {
	stamps := j.main.stamps[:min(len(j.main.stamps), sampled)]
	last := int(j.Candidates[j.main.stamps[len(j.main.stamps)-1]].Line)
	for n := range headLines {
		foot := j.lineAbove(stamps[1], n)
		if foot < 0 {
			return -1
		}
		alike := 0
		for _, i := range stamps[2:] {
			if line := j.lineAbove(i, n); line >= 0 && j.areAlike(foot, line) {
				alike++
			}
		}
		first := j.lineAbove(stamps[0], n)
		if !isMost(alike, len(stamps)-2) || first >= 0 && j.areAlike(foot, first) {
			continue
		}
		if j.isBelow(foot, last) {
			return n
		}
	}
	return -1
}

// isBelow reports whether a line of the form of another is below the last timestamp, no further
// than the longest gap between timestamps reaches.
func (j *judge) isBelow(foot, last int) bool {
	reach := 0
	for g := range j.eachGap() {
		reach = max(reach, g.to-g.from)
	}
	for i := last + 1; i <= min(last+reach, j.D.Lines.Count()-1); i++ {
		if j.areAlike(foot, i) {
			return true
		}
	}
	return false
}
