package stamp

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"sort"
	"strings"
)

// Leaves: dates that have a line for each of their words, as the leaf of a calendar has: "18",
// "Nov", "2013".

const (
	mostOfLeaf = 24 // bytes of a line of a leaf: the longest names of months have fewer
	leafBlanks = 1  // blank lines between two lines of a leaf
)

// A leaf is a date of several lines.
type leaf struct {
	lines []int // the weekday, if it has one, then day and month in either order, and the year
	form  leafForm
	Candidate
}

// A leafForm is how a leaf is written.
type leafForm struct{ weekday, monthFirst, year bool }

// takeLeaves adds the dates that are leaves. Their first line stands for the date, and the others
// are muted. There are several of one form, with text between most: months above counts have none.
func takeLeaves(d *text.Document, candidates []Candidate) []Candidate {
	all := findLeaves(d)
	if len(all) < 2 {
		return candidates
	}
	counts := map[leafForm]int{}
	most := all[0].form
	for k := range all {
		form := all[k].form
		if counts[form]++; counts[form] > counts[most] {
			most = form
		}
	}
	var leaves []*leaf
	apart := 0 // those with text below
	for k := range all {
		if all[k].form != most {
			continue
		}
		leaves = append(leaves, &all[k])
		if k+1 == len(all) || all[k].isApartFrom(&all[k+1], d) {
			apart++
		}
	}
	if len(leaves) < 2 || apart*2 <= len(leaves) {
		return candidates
	}
	return insertLeaves(d, candidates, leaves)
}

// findLeaves returns the dates that may be leaves.
func findLeaves(d *text.Document) (all []leaf) {
	var f *Finder
	for i := 0; i < d.Lines.Count(); i++ {
		if !isLeafDay(d, i) {
			continue
		}
		if f == nil {
			f = finders.Get().(*Finder)
			defer finders.Put(f)
		}
		if l, ok := f.leafAt(d, i); ok && (len(all) == 0 || l.lines[0] > all[len(all)-1].last()) {
			all = append(all, l)
			i = l.last()
		}
	}
	return all
}

// isLeafDay reports whether line i is the number of a day: "18", "18.".
func isLeafDay(d *text.Document, i int) bool {
	s := d.Lines.Span(d.Text, i)
	if s.Len() == 0 || s.Len() > len("18.") || d.IsMuted(i) || !words.IsDigit(d.Text[s.Start]) {
		return false
	}
	number := strings.TrimRight(s.Of(d.Text), ".,")
	n := words.Number(number, 0)
	return int(n.End) == len(number) && n.Digits <= 2 && n.Value >= 1 && n.Value <= 31
}

// leafAt returns the leaf whose day is line i.
func (f *Finder) leafAt(d *text.Document, i int) (l leaf, ok bool) {
	if month := besideLeaf(d, i, 1); month >= 0 && f.beginsWithMonth(d.Line(month)) {
		l.lines = []int{i, month}
	} else if month = besideLeaf(d, i, -1); month >= 0 && f.beginsWithMonth(d.Line(month)) {
		l.lines, l.form.monthFirst = []int{month, i}, true
	}
	if l.lines == nil || !f.readLeaf(d, &l) || l.Fields.Day == 0 {
		return leaf{}, false
	}
	f.extendLeaf(d, &l)
	return l, true
}

// beginsWithMonth reports whether the first word of a line is a month.
func (f *Finder) beginsWithMonth(line string) bool {
	word, _ := text.CutWord(line)
	w := f.x.Find(strings.TrimRight(word, ".,"), 0)
	return w != nil && w.Has(words.RoleMonth)
}

// extendLeaf adds the lines of the year below a leaf and of the weekday above it, if it has such.
func (f *Finder) extendLeaf(d *text.Document, l *leaf) {
	if y := besideLeaf(d, l.last(), 1); y >= 0 && l.Fields.Year == 0 {
		with := leaf{lines: append(l.lines[:2:2], y), form: l.form}
		if f.readLeaf(d, &with) && with.Fields.Year != 0 {
			*l = with
			l.form.year = true
		}
	}
	if w := besideLeaf(d, l.lines[0], -1); w >= 0 && l.Fields.Weekday == 0 {
		with := leaf{lines: append([]int{w}, l.lines...), form: l.form}
		if f.readLeaf(d, &with) && with.Fields.Weekday != 0 {
			*l = with
			l.form.weekday = true
		}
	}
}

// readLeaf reads the date that the lines of a leaf have together.
func (f *Finder) readLeaf(d *text.Document, l *leaf) bool {
	var b strings.Builder
	for k, i := range l.lines {
		if k > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(d.Line(i))
	}
	found := f.find(nil, b.String())
	if len(found) != 1 || found[0].Place != Whole || found[0].Fields.Month == 0 ||
		found[0].Fields.HasClock() || found[0].Fields.Has&(Updated|BadWeekday) != 0 {
		return false
	}
	l.Candidate = found[0]
	return true
}

// besideLeaf returns the next line in a direction that may be of a leaf; -1: it is none.
func besideLeaf(d *text.Document, i, step int) int {
	for blanks := 0; blanks <= leafBlanks; blanks++ {
		i += step
		if i < 0 || i >= d.Lines.Count() {
			return -1
		}
		if s := d.Lines.Span(d.Text, i); s.Len() > 0 {
			if s.Len() > mostOfLeaf || d.IsMuted(i) {
				return -1
			}
			return i
		}
	}
	return -1
}

func (l *leaf) last() int { return l.lines[len(l.lines)-1] }

// takeTold gives a leaf what a candidate in its lines tells that is a whole date already. Markup
// may know its year and clock.
func (l *leaf) takeTold(candidates []Candidate) {
	k := sort.Search(len(candidates),
		func(k int) bool { return int(candidates[k].Line) >= l.lines[0] })
	for ; k < len(candidates) && int(candidates[k].Line) <= l.last(); k++ {
		if candidates[k].Fields.IsFull() {
			l.Fields = candidates[k].Fields
			return
		}
	}
}

// isApartFrom reports whether text is between a leaf and the next.
func (l *leaf) isApartFrom(next *leaf, d *text.Document) bool {
	for i := l.last() + 1; i < next.lines[0]; i++ {
		if d.Lines.Span(d.Text, i).Len() > 0 && !d.IsMuted(i) {
			return true
		}
	}
	return false
}

// insertLeaves makes candidates of leaves in place of those in their lines, and mutes all lines of
// a leaf but the first.
func insertLeaves(d *text.Document, candidates []Candidate, leaves []*leaf) []Candidate {
	if d.Muted == nil {
		d.Muted = make([]feed.Rule, d.Lines.Count())
	}
	var more []Candidate
	firsts := map[int32]bool{}
	for _, l := range leaves {
		l.takeTold(candidates)
		for _, i := range l.lines[1:] {
			d.Looks[i], d.Muted[i] = text.LookBlank, feed.RuleLeaf
		}
		s := d.Lines.Span(d.Text, l.lines[0])
		l.Line, l.Start, l.End = int32(l.lines[0]), int32(s.Start), int32(s.End)
		l.Rest = l.End
		firsts[l.Line] = true
		more = append(more, l.Candidate)
	}
	kept := candidates[:0]
	for _, c := range withoutMuted(d, candidates) {
		if !firsts[c.Line] {
			kept = append(kept, c)
		}
	}
	return insert(kept, more)
}
