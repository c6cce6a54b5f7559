package feed

import "time"

// A Stamp is when an entry was reported, exactly as precise as in the feed. The zero Stamp is
// undated.
type Stamp struct {
	Date  Date // of a month or year, its first day
	Clock Clock
	// the last day of a span: "3–5 May"; zero: there is no span, or it is undated
	Until      Date
	UntilClock Clock // when the span ends on that day, where that is stated: "20:15–21:00"
	// if Date is unknown for lack of a year: the month and day in the feed, with the year 0
	Yearless    Date
	Precision   Precision
	Timed       bool // dated to the hour or better, so that Epoch is known
	Approximate bool // the feed says about when: "c. 1850", "early 2020"

	Epoch int64  // seconds since 1970-01-01 UTC, where Timed
	Zone  string // as the feed names it, or the name of Parser.Zone; "": none
	As    string // the words as printed, "" if there are none
}

// End returns the moment at which a span ends, in UTC, and whether it is known: both ends have
// clocks.
func (s *Stamp) End() (time.Time, bool) {
	if !s.Timed || !s.UntilClock.Known || s.Until.IsZero() {
		return time.Time{}, false
	}
	days := s.Until.Days() - s.Date.Days()
	seconds := s.UntilClock.Seconds() - s.Clock.Seconds()
	return time.Unix(s.Epoch+int64(days*24*60*60+seconds), 0).UTC(), true
}

// Instant returns the moment that the stamp names, in UTC, and whether it names one: that takes a
// date and a clock.
func (s *Stamp) Instant() (time.Time, bool) {
	if !s.Timed {
		return time.Time{}, false
	}
	return time.Unix(s.Epoch, 0).UTC(), true
}

// Precision is how precise a Stamp is.
type Precision uint8

const (
	Undated Precision = iota
	ToSecond
	ToMinute
	ToHour
	ToDay
	ToMonth
	ToYear
)

// String returns the precision as the JSON contract names it, "" for Undated.
func (p Precision) String() string {
	return [...]string{"", "second", "minute", "hour", "day", "month", "year"}[p]
}

// A Date is a day of the proleptic Gregorian calendar. The zero Date is none.
type Date struct {
	Year       int16
	Month, Day int8
}

// IsZero reports whether the date is none.
func (d Date) IsZero() bool { return d == Date{} }

// String returns the date as 2006-01-02.
func (d Date) String() string { return string(d.Append(make([]byte, 0, len(time.DateOnly)))) }

// Append appends the date as 2006-01-02 to dst.
func (d Date) Append(dst []byte) []byte {
	dst = append(dst, byte('0'+d.Year/1000%10), byte('0'+d.Year/100%10), byte('0'+d.Year/10%10),
		byte('0'+d.Year%10), '-')
	dst = append(dst, byte('0'+d.Month/10), byte('0'+d.Month%10), '-')
	return append(dst, byte('0'+d.Day/10), byte('0'+d.Day%10))
}

// DateOf returns the day of t in t's own zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{int16(y), int8(m), int8(d)}
}

// In returns the first moment of the date in a zone, or what comes first after it where midnight is
// skipped.
func (d Date) In(loc *time.Location) time.Time {
	return time.Date(int(d.Year), time.Month(d.Month), int(d.Day), 0, 0, 0, 0, loc)
}

// Days returns the number of days from 1970-01-01 to the date; it is negative before.
func (d Date) Days() int {
	// Days from civil: years are counted from March, so that the leap day is the last (H. Hinnant,
	// "chrono-Compatible Low-Level Date Algorithms", 2013).
	y, m := int(d.Year), int(d.Month)
	if m <= 2 {
		y--
		m += 12
	}
	era := y / 400
	if y < 0 {
		era = (y - 399) / 400
	}
	yearOfEra := y - era*400
	dayOfYear := (153*(m-3)+2)/5 + int(d.Day) - 1
	dayOfEra := yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear
	return era*146097 + dayOfEra - 719468
}

// Add returns the date n days later.
func (d Date) Add(n int) Date {
	if n == 0 {
		return d
	}
	return DateOf(time.Unix(int64(d.Days()+n)*86400, 0).UTC())
}

// Weekday returns the weekday of the date: 1 Monday … 7 Sunday.
func (d Date) Weekday() int8 { return WeekdayOf(int(d.Year), int(d.Month), int(d.Day)) }

// Valid reports whether the calendar has such a day.
func (d Date) Valid() bool {
	return d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && int(d.Day) <= DaysIn(int(d.Year),
		int(d.Month))
}

// A Clock is a time of day in a feed. The zero Clock is not known.
type Clock struct {
	Hour, Minute int8
	Second       int8 // -1: unknown
	Known        bool
}

// Seconds returns the seconds since midnight.
func (c Clock) Seconds() int {
	return int(c.Hour)*3600 + int(c.Minute)*60 + max(0, int(c.Second))
}

// Append appends the clock to dst as 15:04, or as 15:04:05 if the seconds are known.
func (c Clock) Append(dst []byte) []byte {
	dst = append(dst, byte('0'+c.Hour/10), byte('0'+c.Hour%10), ':', byte('0'+c.Minute/10),
		byte('0'+c.Minute%10))
	if c.Second >= 0 {
		dst = append(dst, ':', byte('0'+c.Second/10), byte('0'+c.Second%10))
	}
	return dst
}

// String returns the clock as Append writes it, "" if it is not known.
func (c Clock) String() string {
	if !c.Known {
		return ""
	}
	return string(c.Append(nil))
}

// WeekdayOf returns the weekday of a day: 1 Monday … 7 Sunday.
func WeekdayOf(year, month, day int) int8 {
	w := int8(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Weekday())
	if w == 0 {
		w = 7
	}
	return w
}

// DaysIn returns the number of days in a month; February has 29 if the year is unknown.
func DaysIn(year, month int) int {
	if year == 0 {
		year = 2024
	}
	return time.Date(year, time.Month(month+1), 0, 0, 0, 0, 0, time.UTC).Day()
}
