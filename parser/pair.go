package parser

// Stamps in two lines: a date over each clock, the same clock in two notations.

// pair joins the two halves of stamps that stand on neighbouring lines: a date under or over each clock.
func (j *judge) pair() {
	clocks := 0
	var pairs [][2]int
	for i := range j.marks {
		if j.verdicts[i] == undecided && j.marks[i].f.family() == clockFamily {
			clocks++
		}
		if i > 0 && j.areHalves(&j.marks[i-1], &j.marks[i]) && (len(pairs) == 0 || pairs[len(pairs)-1][1] != i-1) {
			pairs = append(pairs, [2]int{i - 1, i})
		}
	}
	if share := len(pairs) * 10; len(pairs) < 2 || share < clocks*6 || share < clocks*9 && !j.repeatsDate(pairs) {
		return // the dates head days
	}
	for _, p := range pairs {
		clock, date := p[0], p[1]
		if j.marks[clock].f.family() == dateFamily {
			clock, date = date, clock
		}
		j.marks[clock].f.takeDate(&j.marks[date].f)
		j.verdicts[date] = doubleMark
	}
}

// repeatsDate reports whether two neighbouring pairs have the same date: a day has one header, but the date of an entry may stand again.
func (j *judge) repeatsDate(pairs [][2]int) bool {
	date := func(p [2]int) *fields {
		if f := &j.marks[p[0]].f; f.hasDay() {
			return f
		}
		return &j.marks[p[1]].f
	}
	for k := 1; k < len(pairs); k++ {
		if a, b := date(pairs[k-1]), date(pairs[k]); a.day == b.day && a.month == b.month && a.relDay == b.relDay {
			return true
		}
	}
	return false
}

// areHalves reports whether two marks are a date and a clock on neighbouring lines.
func (j *judge) areHalves(a, b *mark) bool {
	if a.place != b.place || a.place >= closes || j.textsBetween(int(a.line)+1, int(b.line)) > 0 || b.line-a.line > 2 || b.line == a.line {
		return false
	}
	af, bf := a.f.family(), b.f.family()
	return (af == dateFamily && bf == clockFamily || af == clockFamily && bf == dateFamily) && (a.f.has|b.f.has)&(weakDate|updated|published) == 0
}

// takeDate takes the date of other fields.
func (f *fields) takeDate(date *fields) {
	f.year, f.month, f.day, f.weekday, f.relDay, f.dateForm = date.year, date.month, date.day, date.weekday, date.relDay, date.dateForm
	f.has |= date.has & (swappable | relDayGiven | lastWeek | namedDate)
}

// markDoubles finds the stamps that repeat the one beside them in another notation: "3.31pm BST" and "15:31".
func (j *judge) markDoubles() {
	for k := range j.marks {
		if j.verdicts[k] != entryMark {
			continue
		}
		for _, n := range []int{k - 1, k + 1} {
			if n < 0 || n == len(j.marks) || j.verdicts[n] != undecided || j.marks[n].place != whole || !j.sameClock(&j.marks[k], &j.marks[n]) {
				continue
			}
			if a, b := min(j.marks[k].line, j.marks[n].line), max(j.marks[k].line, j.marks[n].line); j.textsBetween(int(a)+1, int(b)) == 0 {
				j.verdicts[n] = doubleMark
				j.classes[j.marks[n].line] = doubleLine
			}
		}
	}
}
