package parser

// What is no part of the feed although its stamps look the same: an index of key events on top, lists behind it.

// cutIndex takes out the leading marks that repeat stamps of the feed. An index ends where the clock jumps back against the
// order; the run before the jump is one if its headlines and times stand again below, or if it is packed more tightly.
func (j *judge) cutIndex() {
	for again := true; again; {
		again = false
		marks := j.main.marks
		for k := len(marks) - 1; k >= 1; k-- {
			if !j.turnsAt(k) || !j.isIndex(k) {
				continue
			}
			for _, i := range marks[:k] {
				j.verdicts[i] = indexMark
			}
			j.main.marks = marks[k:]
			j.weigh(j.main)
			again = true
			break
		}
	}
}

// cutHead takes out leading stamps of the page: a date and clock above a feed of clocks, with no running text under it although the
// feed's entries have some.
func (j *judge) cutHead() {
	s := j.main
	if s.body*10 < 7*len(s.marks) {
		return
	}
	clocks := 0
	for _, i := range s.marks {
		if j.marks[i].f.family() == clockFamily {
			clocks++
		}
	}
	k := 0
	for k+2 < len(s.marks) && clocks*2 > len(s.marks) && j.marks[s.marks[k]].f.family() == stampFamily && j.bodies[j.marks[s.marks[k+1]].line] == j.bodies[j.marks[s.marks[k]].line] {
		j.verdicts[s.marks[k]] = pageMark
		k++
	}
	if k > 0 {
		s.marks = s.marks[k:]
		j.weigh(s)
	}
}

// turnsAt reports whether time jumps back against the order between marks k-1 and k, with no date between them.
func (j *judge) turnsAt(k int) bool {
	a, b := &j.marks[j.main.marks[k-1]], &j.marks[j.main.marks[k]]
	if j.dateBetween(a, b) {
		return false
	}
	way, _ := j.compare(a, b)
	if j.main.down >= j.main.up {
		return way == rises
	}
	return way == falls
}

// isIndex reports whether the first k marks repeat what follows.
func (j *judge) isIndex(k int) bool {
	marks := j.main.marks
	if k > len(marks)-1 && k > 1 {
		return false
	}
	later := map[clockKey]bool{}
	for _, i := range marks[k:] {
		later[j.clockKey(i)] = true
	}
	times := 0
	for _, i := range marks[:k] {
		if later[j.clockKey(i)] {
			times++
		}
	}
	titles := j.repeatedTitles(k)
	ages := j.main.style.family == ageFamily
	switch {
	case titles*2 >= k && (ages || times*2 >= k):
		return true
	case k >= 3 && !ages && times*10 >= k*8:
		return true
	}
	return k >= 3 && j.packed(marks[:k]) && j.spaced(marks[k:])
}

// A clockKey is the time that an index repeats.
type clockKey struct {
	hour, minute, day, month int8
}

func (j *judge) clockKey(i int32) clockKey {
	f := &j.marks[i].f
	return clockKey{f.hour, f.minute, f.day, f.month}
}

// repeatedTitles counts the marks among the first k beside which a headline stands that stands again behind them.
func (j *judge) repeatedTitles(k int) int {
	marks := j.main.marks
	from := int(j.marks[marks[k]].line)
	later := map[string]bool{}
	for i := max(0, from-1); i < j.d.lines.count(); i++ {
		if j.d.Roles[i] != Blank {
			if s := j.d.line(i); len(s) > 12 {
				later[s] = true
			}
		}
	}
	for _, i := range marks[k:] {
		if m := &j.marks[i]; m.place != whole {
			if s := j.rest(m); len(s) > 12 {
				later[s] = true
			}
		}
	}
	n := 0
	for _, i := range marks[:k] {
		m := &j.marks[i]
		line := int(m.line)
		switch {
		case m.place != whole && later[j.rest(m)]:
			n++
		case line+1 < j.d.lines.count() && later[j.d.line(line+1)]:
			n++
		case line > 0 && later[j.d.line(line-1)]:
			n++
		}
	}
	return n
}

// packed reports whether no more than one line of text stands behind each mark but the last.
func (j *judge) packed(marks []int32) bool {
	for k := 1; k < len(marks); k++ {
		if j.gap(marks[k-1], marks[k]) > 1 {
			return false
		}
	}
	return true
}

// spaced reports whether two lines of text or more stand behind most marks.
func (j *judge) spaced(marks []int32) bool {
	n := 0
	for k := 1; k < len(marks); k++ {
		if j.gap(marks[k-1], marks[k]) >= 2 {
			n++
		}
	}
	return n*2 > len(marks)-1 && n > 0
}

// gap returns how many lines of text stand between two marks, with the text in the line of the first.
func (j *judge) gap(a, b int32) int {
	m := &j.marks[a]
	n := int(j.texts[j.marks[b].line] - j.texts[m.line+1])
	if m.place == opens {
		n++
	}
	return n
}

// cutTail takes out the marks behind the feed's end: behind a line such as "More on this story" where time then jumps against
// the order, and a last run that begins with such a jump and is packed more tightly than the feed.
func (j *judge) cutTail() {
	marks := j.main.marks
	for k := 1; k < len(marks); k++ {
		turns := j.turnsAt(k)
		if turns && j.endsBetween(marks[k-1], marks[k]) || turns && k >= 3 && len(marks)-k >= 2 && j.packed(marks[k:]) && j.spaced(marks[:k]) && j.loose(marks[:k]) {
			for _, i := range marks[k:] {
				j.verdicts[i] = ignoredMark
			}
			j.main.marks = marks[:k]
			j.weigh(j.main)
			return
		}
	}
}

// loose reports whether two lines of text or more stand behind every mark but the last.
func (j *judge) loose(marks []int32) bool {
	for k := 1; k < len(marks); k++ {
		if j.gap(marks[k-1], marks[k]) < 2 {
			return false
		}
	}
	return true
}

// endsBetween reports whether a line between two marks heads what stands behind a feed.
func (j *judge) endsBetween(a, b int32) bool {
	for i := int(j.marks[a].line) + 1; i < int(j.marks[b].line); i++ {
		if j.d.Roles[i] != Blank && j.lexer.formRoles(j.d.line(i))&roleEnd != 0 {
			return true
		}
	}
	return false
}

// dropEmpty takes out stamps with no text of their own that the next stamp contradicts: the length of a video between two entries.
func (j *judge) dropEmpty() {
	if j.place != Above || j.byline {
		return
	}
	s := j.main
	kept := s.marks[:0:0]
	for k, i := range s.marks {
		if k+1 < len(s.marks) && j.gap(i, s.marks[k+1]) == 0 && !j.runsBetween(s.marks, k) {
			j.verdicts[i] = ignoredMark
			continue
		}
		kept = append(kept, i)
	}
	if len(kept) < len(s.marks) {
		s.marks = kept
		j.weigh(s)
	}
}

// runsBetween reports whether time runs the feed's way from the mark before mark k to it and on.
func (j *judge) runsBetween(marks []int32, k int) bool {
	down := j.main.down >= j.main.up
	if ok, _ := j.runs(&j.marks[marks[k]], &j.marks[marks[k+1]], down, false); !ok {
		return false
	}
	if k == 0 {
		return true
	}
	ok, _ := j.runs(&j.marks[marks[k-1]], &j.marks[marks[k]], down, false)
	return ok
}
