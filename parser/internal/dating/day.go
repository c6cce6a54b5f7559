package dating

import "math"

// A Day is a day of the Gregorian calendar, as the number of days since 1970-01-01.
type Day int32

// None is no day.
const None Day = math.MinInt32

// DayOf returns the day of a year, month and day of the month, which must be one of the calendar.
func DayOf(year, month, day int) Day {
	// Years are counted from March, so that the leap day is the last (H. Hinnant,
	// "chrono-Compatible Low-Level Date Algorithms", 2013).
	if month <= 2 {
		year--
		month += 12
	}
	era := year / 400
	if year < 0 {
		era = (year - 399) / 400
	}
	ofEra := year - era*400
	ofYear := (153*(month-3)+2)/5 + day - 1
	return Day(era*146097 + ofEra*365 + ofEra/4 - ofEra/100 + ofYear - 719468)
}

// Civil returns the year, month and day of the month of d.
func (d Day) Civil() (year, month, day int) {
	z := int(d) + 719468
	era := z / 146097
	if z < 0 {
		era = (z - 146096) / 146097
	}
	ofEra := z - era*146097
	ofCentury := (ofEra - ofEra/1460 + ofEra/36524 - ofEra/146096) / 365
	ofYear := ofEra - (365*ofCentury + ofCentury/4 - ofCentury/100)
	shifted := (5*ofYear + 2) / 153
	year, month, day = era*400+ofCentury, shifted+3, ofYear-(153*shifted+2)/5+1
	if month > 12 {
		return year + 1, month - 12, day
	}
	return year, month, day
}

// Year returns the year of d.
func (d Day) Year() int {
	year, _, _ := d.Civil()
	return year
}

// Weekday returns the weekday of d: 1 Monday … 7 Sunday.
func (d Day) Weekday() int8 { return int8(((int(d)+3)%7+7)%7 + 1) }

// isDay reports whether the calendar has such a day.
func isDay(year, month, day int) bool {
	return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

// daysIn returns the number of days of a month.
func daysIn(year, month int) int {
	switch {
	case month == 2 && year%4 == 0 && (year%100 != 0 || year%400 == 0):
		return 29
	case month == 2:
		return 28
	case month == 4 || month == 6 || month == 9 || month == 11:
		return 30
	}
	return 31
}

// nearestWeekday returns the first day from d on, in steps of way, that is a weekday.
func nearestWeekday(d Day, weekday int8, way Day) Day {
	for d.Weekday() != weekday {
		d += way
	}
	return d
}

// nearestOfMonth returns the first day from d on, in steps of way, that has a number in its month,
// from 1 to 31.
func nearestOfMonth(d Day, number int, way Day) Day {
	for range 63 {
		if _, _, n := d.Civil(); n == number {
			break
		}
		d += way
	}
	return d
}
