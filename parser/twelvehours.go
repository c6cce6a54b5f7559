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
