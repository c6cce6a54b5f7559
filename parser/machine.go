package parser

import "time"

// A machineTime is a machine-readable time: 2006-01-02, 2006-01-02T15:04:05, or the latter with Z or an offset.
type machineTime struct {
	time.Time
	timed, zoned bool
}

// readMachineTime reads a machine-readable time and reports whether it is one.
func readMachineTime(s string) (machineTime, bool) {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return machineTime{t, true, true}, true
	}
	if t, err := time.Parse("2006-01-02T15:04:05", s); err == nil {
		return machineTime{t, true, false}, true
	}
	t, err := time.Parse("2006-01-02", s)
	return machineTime{Time: t}, err == nil
}

// take adds a machine-readable time to the fields of a printed stamp and reports whether there was one. Without a printed clock or day,
// it is the stamp. With a clock, it tells the day, and how far the clock is from UTC, as the difference of the two: 12:12 beside 11:12Z is of
// a zone an hour east. With a printed day, it tells the clock, unless that is midnight, which sites write where they know none.
func (f *fields) take(value string) bool {
	t, ok := readMachineTime(value)
	if !ok {
		return false
	}
	switch {
	case f.hasClock():
		f.takeDay(t)
	case f.day != 0 && f.month != 0:
		f.takeClock(t)
	default:
		f.setDate(t.Time)
		f.setClock(t)
	}
	return true
}

// takeDay adds the day, and the zone, to a printed clock.
func (f *fields) takeDay(t machineTime) {
	if !t.timed {
		f.setDate(t.Time)
		return
	}
	_, seconds := t.Zone()
	offset := seconds / 60
	apart := int(f.hour)*60 + int(f.minute) - t.Hour()*60 - t.Minute()
	for offset+apart > 14*60 || apart > 18*60 {
		apart -= 24 * 60
	}
	for offset+apart < -12*60 {
		apart += 24 * 60
	}
	if t.zoned && f.zone == 0 && f.has&offsetGiven == 0 && isOffset(offset+apart) {
		f.offset, f.has = int16(offset+apart), f.has|offsetGiven
	}
	f.setDate(t.Add(time.Duration(apart) * time.Minute))
}

// isOffset reports whether so many minutes east of UTC are a zone's: full and half hours, and the three that end in quarters.
func isOffset(minutes int) bool {
	return minutes%30 == 0 || minutes == 5*60+45 || minutes == 8*60+45 || minutes == 12*60+45
}

// takeClock adds the clock to a printed day, if it is of that day.
func (f *fields) takeClock(t machineTime) {
	if f.year == 0 {
		f.year = int16(t.Year())
	}
	if f.has&swappable != 0 && int(f.month) == t.Day() && int(f.day) == int(t.Month()) {
		f.day, f.month = f.month, f.day
	}
	if int(f.day) == t.Day() && int(f.month) == int(t.Month()) {
		f.has &^= swappable
		if h, m, s := t.Clock(); h+m+s > 0 {
			f.setClock(t)
		}
	}
}

// setDate makes the day of t that of the stamp, unless one is printed; then it may tell the year.
func (f *fields) setDate(t time.Time) {
	if f.day != 0 && f.month != 0 && f.has&relDayGiven == 0 {
		if f.year == 0 {
			f.year = int16(t.Year())
		}
		return
	}
	f.year, f.month, f.day = int16(t.Year()), int8(t.Month()), int8(t.Day())
	f.dateForm, f.weekday, f.unit, f.relDay = isoDate, 0, noUnit, 0
	f.has &^= swappable | weakDate | badWeekday | relDayGiven | nowGiven | bareAge | lastWeek
}

// setClock makes the clock and zone of t those of the stamp.
func (f *fields) setClock(t machineTime) {
	if !t.timed {
		return
	}
	f.hour, f.minute, f.second, f.notation = int8(t.Hour()), int8(t.Minute()), -1, colonClock
	if t.Second() != 0 {
		f.second = int8(t.Second())
	}
	f.match = -1
	if t.zoned {
		_, seconds := t.Zone()
		f.offset, f.has = int16(seconds/60), f.has|offsetGiven
	}
}
