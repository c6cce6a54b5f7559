package layout

import "newstimeline/parser/internal/stamp"

// Clocks of twelve hours that do not say which half of the day they mean.

const noon = 12 * 60

// Clocks of twelve hours are moved here, so that the order of a reading can be measured. Whether
// they are such is settled with their days, by what either breaks: see the prices of package
// dating.

// move gives a candidate another hour, and keeps the one that is printed.
func (j *judge) move(i int32, hour int8) {
	f := &j.Candidates[i].Fields
	if f.Hour == hour {
		return
	}
	j.ownCandidates()
	f = &j.Candidates[i].Fields
	if j.Printed == nil {
		j.Printed = map[int32]int8{}
	}
	j.Printed[i] = f.Hour
	f.Hour = hour
}

// tellHalves moves clocks behind noon where the feed's clocks run from 12 to 1 and on: 8:30, 12:40,
// 1:20, 3:05. None tells an hour over 12 or one with a zero before it. Read with twenty-four hours
// such a feed would end each morning past noon.
func (j *judge) tellHalves() {
	s := j.main
	if len(s.stamps) <= few {
		return
	}
	if j.borrowHalves() {
		return
	}
	hours, turned := make([]int8, len(s.stamps)), false
	last, lastMark := -1, (*stamp.Candidate)(nil)
	for k := range s.stamps {
		n := k
		if s.down > s.up {
			n = len(s.stamps) - 1 - k // with time
		}
		m := &j.Candidates[s.stamps[n]]
		if !j.tellsNoHalf(m) {
			return
		}
		if lastMark == nil || m.Fields.HasDay() || j.parted(lastMark, m) {
			last = -1
		}
		at := int(m.Fields.Hour)*60 + int(m.Fields.Minute)
		if at < last {
			turns := last < noon+60
			if at += noon; at < last || turns && at-last > midnightJump {
				return
			}
			turned = turned || turns
		}
		hours[n], last, lastMark = int8(at/60), at, m
	}
	if !turned {
		return
	}
	for k, i := range s.stamps {
		j.move(i, hours[k])
	}
	j.Halves = int(j.Candidates[s.stamps[0]].Line) + 1
}

// borrowHalves gives the half of the day to clocks that do not tell it, where others do: "2:22 PM",
// then "2:25". Each goes on from the one before it in time, but the first of a day is as it stands.
// It reports whether a clock of the feed tells a half. Where one tells an hour over 12, all do.
func (j *judge) borrowHalves() bool {
	stamps := j.main.stamps
	told := false
	for _, i := range stamps {
		f := &j.Candidates[i].Fields
		told = told || f.Has&stamp.Meridiem != 0
		if f.Hour > 12 && f.Has&stamp.Meridiem == 0 {
			return told
		}
	}
	for k := 1; k < len(stamps) && told; k++ {
		before, m := &j.Candidates[stamps[k-1]], &j.Candidates[stamps[k]]
		if !j.tellsNoHalf(m) || !before.Fields.HasClock() || m.Fields.HasDay() ||
			j.parted(before, m) {
			continue
		}
		first := m.Fields.Hour % 12
		if j.after(before, m, first+12) < j.after(before, m, first) {
			first += 12
		}
		j.move(stamps[k], first)
		j.HalfTold = true
	}
	return told
}

// after returns how many minutes a clock is behind the one before it in the feed's order, if its
// hour is such.
func (j *judge) after(before, m *stamp.Candidate, hour int8) int {
	minutes := 60*int(hour-before.Fields.Hour) + int(m.Fields.Minute-before.Fields.Minute)
	if j.main.down > j.main.up {
		minutes = -minutes
	}
	return (minutes + 24*60) % (24 * 60)
}

// tellsNoHalf reports whether a candidate tells a clock that may be of either half of the day.
func (j *judge) tellsNoHalf(m *stamp.Candidate) bool {
	f := &m.Fields
	return (f.Notation == stamp.ColonClock || f.Notation == stamp.DotClock) && f.Hour >= 1 &&
		f.Hour <= 12 && f.Has&stamp.Meridiem == 0 && j.D.Text[m.Start] != '0'
}

// parted reports whether a whole-line date stands between two candidates, in whichever order they
// stand.
func (j *judge) parted(a, b *stamp.Candidate) bool {
	if a.Line > b.Line {
		a, b = b, a
	}
	return j.dateBetween(a, b)
}
