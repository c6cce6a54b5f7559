package layout

import (
	"cmp"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"slices"
	"sort"
)

// Containers: where markup has put each entry into an element of its own, the feed needs not be cut
// by its stamps. A page has many elements that repeat, such as the cards of other articles. As with
// timestamps, the document decides which of the groups are the entries: a timestamp in each, and
// most of the page's text in them.

// A container is an element that may be an entry.
type container struct {
	feed.Span
	from, to int   // its lines [from, to), from 0
	mark     int32 // its stamp; -1: none
	time     int   // the hint that gives the time of all in it, where no stamp is printed; -1: none
	headless bool  // a title without text below ends it
	depth    int   // in how many others of its group it is
}

// A row is a group of containers. The one with the most text comes first.
type row struct {
	name  string
	all   []container
	ends  []int // where those end in which the last one is
	value int   // bytes of text
}

// add adds a container. Of one in which it begins, it ends what is text of its own.
func (r *row) add(c container) {
	for len(r.ends) > 0 && r.ends[len(r.ends)-1] <= c.Start {
		r.ends = r.ends[:len(r.ends)-1]
	}
	c.depth = len(r.ends)
	r.ends = append(r.ends, c.End)
	if n := len(r.all); n > 0 {
		last := &r.all[n-1]
		if last.End > c.Start {
			last.End, last.to = c.Start, max(c.from, last.from+1)
		}
		c.from = max(c.from, last.to)
	}
	if c.from < c.to {
		r.all = append(r.all, c)
	}
}

// likelyRows returns the groups of containers that may be the entries, the best first.
func (j *judge) likelyRows() []*row {
	rows := j.rows()
	for _, r := range rows {
		j.weighRow(r)
	}
	rows = slices.DeleteFunc(rows, func(r *row) bool { return r.value <= 0 })
	slices.SortStableFunc(rows, func(a, b *row) int { return cmp.Compare(b.value, a.value) })
	return rows
}

// followRow lays the document out with an entry in each container of a name.
func (j *judge) followRow(name string) {
	rows := j.rows()
	n := slices.IndexFunc(rows, func(r *row) bool { return r.name == name })
	if n < 0 {
		return
	}
	j.weighRow(rows[n])
	all := rows[n].all
	j.likeMost(all)
	all = slices.DeleteFunc(all, func(c container) bool {
		return c.mark < 0 && c.time < 0
	})
	if all = j.withoutPinned(all); len(all) == 0 {
		return
	}
	j.stampContainers(all)
	j.containers, j.container = all, name
	j.Byline = j.main.style.Place == stamp.Inside || j.main.style.Place != stamp.Whole &&
		j.isByline(j.main)
	j.headContainers()
	j.tellHalves()
	j.finish()
}

// likeMost gives each container a timestamp in the style of most, if it has one: a date in a card
// at its end is none.
func (j *judge) likeMost(all []container) {
	counts := map[stamp.Style]int{}
	var most stamp.Style
	for _, c := range all {
		if c.mark >= 0 {
			s := j.Candidates[c.mark].Style()
			if counts[s]++; counts[s] > counts[most] {
				most = s
			}
		}
	}
	for i := range all {
		c := &all[i]
		if c.mark >= 0 && j.Candidates[c.mark].Style() == most {
			continue
		}
		first, last := j.textEnds(c)
		for k := sort.Search(len(j.Candidates),
			func(k int) bool { return int(j.Candidates[k].Line) >= c.from }); k < len(
			j.Candidates) && int(j.Candidates[k].Line) < c.to; k++ {
			if j.Candidates[k].Style() == most && j.rank(k, first, last) > 0 {
				c.mark = int32(k)
				break
			}
		}
	}
}

// rows returns the groups of containers that markup has.
func (j *judge) rows() []*row {
	var rows []*row
	at := map[string]*row{}
	for _, h := range j.D.Hints {
		if h.Kind != feed.HintBlock || h.Len() == 0 {
			continue
		}
		r := at[h.Value]
		if r == nil {
			r = &row{name: h.Value}
			at[h.Value] = r
			rows = append(rows, r)
		}
		r.add(container{Span: h.Span, from: j.D.LineOf(h.Start), to: j.D.LineOf(h.End-1) + 1})
	}
	return rows
}

// weighRow finds the stamps of a group's containers and what speaks for the group.
func (j *judge) weighRow(r *row) {
	for k := range r.all {
		j.findStamp(&r.all[k])
	}
	stamped, text := 0, 0
	for k := range r.all {
		c := &r.all[k]
		if c.mark < 0 && c.time < 0 {
			continue
		}
		stamped++
		for i := c.from; i < c.to; i++ {
			text += j.textSize(i)
		}
	}
	if stamped >= 2 && 2*stamped >= len(r.all) {
		r.value = text
	}
}

// textSize returns how many bytes of text line i has.
func (j *judge) textSize(i int) int {
	if j.Classes[i] != text.TextLine {
		return 0
	}
	return int(j.D.Lines[i+1].At - j.D.Lines[i].At)
}

// findStamp finds the stamp of a container: one that markup marks, else one in its first lines,
// else one that ends it. A label such as Updated marks a change; it is used if there is nothing
// else.
func (j *judge) findStamp(c *container) {
	c.mark, c.time = -1, -1
	first, last := j.textEnds(c)
	from := sort.Search(len(j.Candidates),
		func(k int) bool { return int(j.Candidates[k].Line) >= c.from })
	to := sort.Search(len(j.Candidates),
		func(k int) bool { return int(j.Candidates[k].Line) >= c.to })
	best := 0
	for k := from; k < to; k++ {
		if rank := j.rank(k, first, last); rank > best {
			best, c.mark = rank, int32(k)
		}
	}
	c.time = j.timeOf(c)
	if last >= 0 && last > first {
		c.headless = j.D.Titled(j.D.Lines.Span(j.D.Text, last))
	}
}

// textEnds returns the line after the first few of a container's lines with text, and its last line
// with text; -1: none.
func (j *judge) textEnds(c *container) (first, last int) {
	n := 0
	first, last = c.to, -1
	for i := c.from; i < c.to; i++ {
		if j.Classes[i] != text.TextLine && j.Classes[i] != text.StampLine {
			continue
		}
		if n++; n == headLines {
			first = i + 1
		}
		if j.Classes[i] == text.TextLine {
			last = i
		}
	}
	return first, last
}

// rank returns how much speaks for mark k as the stamp of a container; 0: nothing.
func (j *judge) rank(k, first, last int) int {
	m := &j.Candidates[k]
	labelled := m.Fields.Has&stamp.Updated != 0
	timed := m.Fields.HasClock() || m.Fields.IsAge() || m.Fields.HasDay()
	switch {
	case !timed:
		return 0
	case m.Fields.Has&stamp.MarkedUp != 0 && !labelled:
		return 5
	case m.Place == stamp.Whole && int(m.Line) < first && !labelled:
		return 4
	case (m.Place == stamp.Opens && m.Sep != stamp.CommaSep || m.Place == stamp.Inside) &&
		int(m.Line) < first && !labelled && m.Fields.Has&stamp.LeadingPrep == 0 &&
		(m.Fields.HasClock() || m.Fields.IsAge()):
		return 3
	case m.Place == stamp.Whole && int(m.Line) > last && !labelled, m.Place == stamp.Closes &&
		(int(m.Line) == last || int(m.Line) < first) && m.Fields.HasClock():
		return 2
	case labelled && m.Place == stamp.Whole:
		return 1
	}
	return 0
}

// timeOf returns the hint with the publication time of a whole container. It covers more than a
// timestamp's words, or none; -1 if there is none.
func (j *judge) timeOf(c *container) int {
	hints := j.D.Hints
	k := sort.Search(len(hints), func(k int) bool { return hints[k].Start >= c.Start })
	for ; k < len(hints) && hints[k].Start < c.End; k++ {
		h := &hints[k]
		if h.Kind == feed.HintStamp && h.Value != "" &&
			(h.Len() == 0 || h.Len() > 2*text.RubricSize) && h.End <= c.End &&
			!j.D.IsMuted(j.D.LineOf(h.Start)) {
			return k
		}
	}
	return -1
}

// stampContainers makes the stamps of the containers those of the feed. A container that only
// machines can date gets a candidate without words.
func (j *judge) stampContainers(all []container) {
	stamps := make([]stamp.Candidate, 0, len(j.Candidates)+len(all))
	verdicts := make([]stamp.Label, 0, cap(stamps))
	main := &series{}
	at := 0
	for k := range all {
		c := &all[k]
		upto := c.mark
		if c.mark < 0 {
			upto = int32(sort.Search(len(j.Candidates),
				func(k int) bool { return int(j.Candidates[k].Line) >= c.from }))
		}
		stamps, verdicts = append(stamps, j.Candidates[at:upto]...),
			append(verdicts, j.Labels[at:upto]...)
		at = int(upto)
		m := stamp.Candidate{Line: int32(c.from), Start: int32(c.Start), End: int32(c.Start),
			Rest: int32(c.Start), Place: stamp.Opens, Fields: stamp.NoFields}
		if c.mark >= 0 {
			m = j.Candidates[c.mark]
			at++
		}
		if c.time >= 0 && m.Fields.Has&stamp.OffsetGiven == 0 {
			m.Fields.Take(j.D.Hints[c.time].Value)
		}
		c.mark = int32(len(stamps))
		main.stamps = append(main.stamps, c.mark)
		stamps, verdicts = append(stamps, m), append(verdicts, stamp.EntryLabel)
	}
	j.Candidates = append(stamps, j.Candidates[at:]...)
	j.Labels = append(verdicts, j.Labels[at:]...)
	j.borrows, j.styles, j.lines = false, nil, nil
	j.main = main
	main.style = j.Candidates[main.stamps[0]].Style()
	j.weigh(main)
	j.weighed = nil // its candidates have other numbers now
	j.Place = j.containerPlace(all)
}

// containerPlace returns the placement of most timestamps in their containers.
func (j *judge) containerPlace(all []container) feed.Place {
	counts := [feed.Trailing + 1]int{}
	for _, c := range all {
		m := &j.Candidates[c.mark]
		at := feed.Above
		first, last := j.textEnds(&c)
		switch {
		case m.Place == stamp.Opens && m.End > m.Start:
			at = feed.Inline
		case m.Place == stamp.Closes && int(m.Line) == last && last >= first:
			at = feed.AtEnd
		case m.Place == stamp.Closes:
			at = feed.Trailing
		case m.Place == stamp.Whole && int(m.Line) > last:
			at = feed.BelowText
		case m.Place == stamp.Whole && j.Texts[m.Line] > j.Texts[c.from]:
			at = feed.Between
		}
		counts[at]++
	}
	best := feed.Above
	for p, n := range counts {
		if n > counts[best] {
			best = feed.Place(p)
		}
	}
	return best
}

// cutContainers returns the containers as entries.
func (j *judge) cutContainers() []Segment {
	blocks := make([]Segment, 0, len(j.containers))
	for _, c := range j.containers {
		blocks = append(blocks, Segment{From: int32(c.from), To: int32(c.to), Mark: c.mark,
			Header: j.headerOf(c.mark), Why: feed.RuleContained})
	}
	return blocks
}
