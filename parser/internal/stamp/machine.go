package stamp

import (
	"newstimeline/parser/internal/words"
	"time"
)

// A MachineTime is a machine-readable time: 2006-01-02, 2006-01-02T15:04:05, or the latter with Z
// or an offset.
type MachineTime struct {
	time.Time
	timed, Zoned bool
}

// ReadMachineTime reads a machine-readable time and reports whether it is one.
func ReadMachineTime(s string) (MachineTime, bool) {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return MachineTime{t, true, true}, true
	}
	if t, err := time.Parse("2006-01-02T15:04:05", s); err == nil {
		return MachineTime{t, true, false}, true
	}
	t, err := time.Parse("2006-01-02", s)
	return MachineTime{Time: t}, err == nil
}

// Take adds a machine-readable time to the fields of a printed stamp and reports whether there was
// one. Without a printed clock or day, it is the stamp. With a clock, it gives the day, and the
// offset of the clock from UTC, as the difference of the two. 12:12 next to 11:12Z is of a zone an
// hour east. With a printed day, it gives the clock, unless that is midnight, which sites write if
// they know none.
func (f *Fields) Take(value string) bool {
	t, ok := ReadMachineTime(value)
	if !ok {
		return false
	}
	switch {
	case f.HasClock():
		f.takeDay(t)
	case f.Day != 0 && f.Month != 0:
		f.takeClock(t)
	default:
		f.setDate(t.Time)
		f.setClock(t)
	}
	return true
}

// takeDay adds the day, and the zone, to a printed clock.
func (f *Fields) takeDay(t MachineTime) {
	if !t.timed {
		f.setDate(t.Time)
		return
	}
	if f.Minute == int8(t.Minute()) && f.Second < 0 && t.Second() != 0 {
		f.Second = int8(t.Second()) // the attribute is more exact, and agrees
	}
	_, seconds := t.Zone()
	offset := seconds / 60
	apart := int(f.Hour)*60 + int(f.Minute) - t.Hour()*60 - t.Minute()
	for offset+apart > 14*60 || apart > 18*60 {
		apart -= 24 * 60
	}
	for offset+apart < -12*60 {
		apart += 24 * 60
	}
	if t.Zoned && f.Zone == 0 && f.Has&OffsetGiven == 0 && isOffset(offset+apart) {
		f.Offset, f.Has = int16(offset+apart), f.Has|OffsetGiven
	}
	f.setDate(t.Add(time.Duration(apart) * time.Minute))
}

// isOffset reports whether so many minutes east of UTC are a zone's: full and half hours, and the
// three that end in quarters.
func isOffset(minutes int) bool {
	return minutes%30 == 0 || minutes == 5*60+45 || minutes == 8*60+45 || minutes == 12*60+45
}

// takeClock adds the clock to a printed day, if it is of that day.
func (f *Fields) takeClock(t MachineTime) {
	if f.Year == 0 {
		f.Year = int16(t.Year())
	}
	if f.Has&Swappable != 0 && int(f.Month) == t.Day() && int(f.Day) == int(t.Month()) {
		f.Day, f.Month = f.Month, f.Day
	}
	if int(f.Day) == t.Day() && int(f.Month) == int(t.Month()) {
		f.Has &^= Swappable
		if h, m, s := t.Clock(); h+m+s > 0 {
			f.setClock(t)
		}
	}
}

// setDate makes the day of t that of the timestamp, unless one is printed; then it may give the
// year.
func (f *Fields) setDate(t time.Time) {
	if f.Day != 0 && f.Month != 0 && f.Has&RelDayGiven == 0 {
		if f.Year == 0 {
			f.Year = int16(t.Year())
		}
		return
	}
	f.Year, f.Month, f.Day = int16(t.Year()), int8(t.Month()), int8(t.Day())
	f.DateForm, f.Weekday, f.Unit, f.RelDay = IsoDate, 0, words.NoUnit, 0
	f.Has &^= Swappable | WeakDate | BadWeekday | RelDayGiven | NowGiven | BareAge | LastWeek
}

// setClock makes the clock and zone of t those of the stamp.
func (f *Fields) setClock(t MachineTime) {
	if !t.timed {
		return
	}
	f.Hour, f.Minute, f.Second, f.Notation = int8(t.Hour()), int8(t.Minute()), -1, ColonClock
	if t.Second() != 0 {
		f.Second = int8(t.Second())
	}
	f.Match = -1
	if t.Zoned {
		_, seconds := t.Zone()
		f.Offset, f.Has = int16(seconds/60), f.Has|OffsetGiven
	}
}
