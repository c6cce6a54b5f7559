package layout

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"sort"
)

// What the elements of a page say of lines: cards that lead to other pages, headlines, days.

// cardLines returns the lines in elements that are mostly links. It is false of those that are all
// of theirs: a date with a link to its day leads nowhere else.
func (j *judge) cardLines() map[int]bool {
	lines := map[int]bool{}
	for _, h := range j.D.Hints {
		if h.Kind != feed.HintNoise || h.Value != feed.Card || h.Len() == 0 {
			continue
		}
		from, to := j.D.LineOf(h.Start), j.D.LineOf(h.End-1)
		for i := from; i <= to; i++ {
			lines[i] = lines[i] || from < to
		}
	}
	return lines
}

// dropCards makes the cards in entries asides, if text precedes them and they do not hold the
// timestamp.
func (j *judge) dropCards() {
	for _, h := range j.D.Hints {
		if h.Kind != feed.HintNoise || h.Value != feed.Card {
			continue
		}
		from, to := j.D.LineOf(h.Start), j.D.LineOf(max(h.Start, h.End-1))+1
		n := sort.Search(len(j.Entries), func(n int) bool { return int(j.Entries[n].To) > from })
		if n == len(j.Entries) {
			return
		}
		e := &j.Entries[n]
		first, end := e.Lines()
		if stamp := int(j.Candidates[e.Mark].Line); from <= first ||
			j.Texts[from] == j.Texts[first] || from <= stamp && stamp < to {
			continue
		}
		for i := from; i < min(to, end); i++ {
			if j.Classes[i] == text.TextLine {
				j.Classes[i] = text.ButtonLine
			}
		}
	}
}

// countTitles notes whether markup marks the headlines above the timestamps: it does so for some.
func (j *judge) countTitles() {
	if j.marked = false; len(j.D.Hints) == 0 {
		return
	}
	n := 0
	for _, k := range j.main.stamps {
		if i := int(j.Candidates[k].Line) - 1; i >= 0 && j.D.Titled(j.D.Lines.Span(j.D.Text, i)) {
			n++
		}
	}
	j.marked = n > 1 && n*titledOf >= len(j.main.stamps)
}

// isUnmarked reports whether line i is no headline, since markup marks those of other entries.
func (j *judge) isUnmarked(i int) bool {
	return j.marked && !j.D.Titled(j.D.Lines.Span(j.D.Text, i))
}

// titlesMarked reports whether markup marks the titles of the entries. It does so for at least one
// element, or for one in four entries without an element. Headings of the page may be between
// these.
func (j *judge) titlesMarked() bool {
	titled, at := 0, -1
	for _, h := range j.D.Hints {
		if h.Kind != feed.HintTitle || j.D.IsMuted(j.D.LineOf(h.Start)) {
			continue
		}
		line := j.D.LineOf(h.Start)
		n := sort.Search(len(j.Entries), func(n int) bool { return int(j.Entries[n].To) > line })
		if n < len(j.Entries) && int(j.Entries[n].From) <= line && n != at {
			titled, at = titled+1, n
		}
	}
	return titled > 0 && (j.containers != nil || titled*titledOf >= len(j.Entries))
}

// headContainers finds the dates between containers that head those below them. A date that ends a
// container, which runs up to the next, is between them too.
func (j *judge) headContainers() {
	for k := range j.Candidates {
		m := &j.Candidates[k]
		if m.Place != stamp.Whole || j.Labels[k] != stamp.Undecided ||
			m.Fields.Family() != stamp.DateFamily || j.cards[int(m.Line)] || m.Fields.Has&
			(stamp.WeakDate|stamp.Updated|stamp.Published) != 0 {
			continue
		}
		if j.isAboveContainer(int(m.Line)) {
			j.Headers = append(j.Headers, int32(k))
			j.Labels[k] = stamp.HeaderLabel
		}
	}
}

// isAboveContainer reports whether no text is between a line and the next container.
func (j *judge) isAboveContainer(line int) bool {
	n := sort.Search(len(j.containers), func(n int) bool { return j.containers[n].to > line })
	if n+1 < len(j.containers) && j.containers[n].from < line &&
		j.main.style.Family != stamp.DateFamily && j.Texts[line] > j.Texts[j.containers[n].from] {
		n++
	}
	return n < len(j.containers) && j.containers[n].from > line &&
		j.Texts[j.containers[n].from] == j.Texts[line]
}
