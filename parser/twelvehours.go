package parser

// Clocks of twelve hours that do not say which half of the day they mean.

const (
	noon       = 12 * 60
	halfLeast  = 4      // so many clocks must run that way
	halfLonger = 4 * 60 // minutes: over noon the clock goes on at most so far
)

// tellHalves moves clocks behind noon where the feed's clocks run from 12 to 1 and on, and none tells an hour over 12 or one with a zero
// before it: 8:30, 12:40, 1:20, 3:05. Read with twenty-four hours such a feed would end each morning past noon.
func (j *judge) tellHalves() {
	s := j.main
	if len(s.marks) < halfLeast {
		return
	}
	if j.borrowHalves() {
		return
	}
	hours, turned := make([]int8, len(s.marks)), false
	last, lastMark := -1, (*mark)(nil)
	for k := range s.marks {
		n := k
		if s.down > s.up {
			n = len(s.marks) - 1 - k // with time
		}
		m := &j.marks[s.marks[n]]
		if !j.tellsNoHalf(m) {
			return
		}
		if lastMark == nil || m.f.hasDay() || j.parted(lastMark, m) {
			last = -1
		}
		at := int(m.f.hour)*60 + int(m.f.minute)
		if at < last {
			turns := last < noon+60
			if at += noon; at < last || turns && at-last > halfLonger {
				return
			}
			turned = turned || turns
		}
		hours[n], last, lastMark = int8(at/60), at, m
	}
	if !turned {
		return
	}
	for k, i := range s.marks {
		j.marks[i].f.hour = hours[k]
	}
	j.halves = int(j.marks[s.marks[0]].line) + 1
}

// borrowHalves gives the half of the day to clocks that do not tell it, where others do: "2:22 PM", then "2:25". Each goes on from the one before it
// in time, but the first of a day is as it stands. It reports whether a clock of the feed tells a half. Where one tells an hour over 12, all do.
func (j *judge) borrowHalves() bool {
	marks := j.main.marks
	told := false
	for _, i := range marks {
		f := &j.marks[i].f
		told = told || f.has&meridiem != 0
		if f.hour > 12 && f.has&meridiem == 0 {
			return told
		}
	}
	for k := 1; k < len(marks) && told; k++ {
		before, m := &j.marks[marks[k-1]], &j.marks[marks[k]]
		if !j.tellsNoHalf(m) || !before.f.hasClock() || m.f.hasDay() || j.parted(before, m) {
			continue
		}
		first := m.f.hour % 12
		if j.after(before, m, first+12) < j.after(before, m, first) {
			first += 12
		}
		m.f.hour = first
	}
	return told
}

// after returns how many minutes a clock is behind the one before it in the feed's order, if its hour is such.
func (j *judge) after(before, m *mark, hour int8) int {
	minutes := 60*int(hour-before.f.hour) + int(m.f.minute-before.f.minute)
	if j.main.down > j.main.up {
		minutes = -minutes
	}
	return (minutes + 24*60) % (24 * 60)
}

// tellsNoHalf reports whether a mark tells a clock that may be of either half of the day.
func (j *judge) tellsNoHalf(m *mark) bool {
	f := &m.f
	return (f.notation == colonClock || f.notation == dotClock) && f.hour >= 1 && f.hour <= 12 && f.has&meridiem == 0 && j.d.Text[m.start] != '0'
}

// parted reports whether a whole-line date stands between two marks, in whichever order they stand.
func (j *judge) parted(a, b *mark) bool {
	if a.line > b.line {
		a, b = b, a
	}
	return j.dateBetween(a, b)
}
