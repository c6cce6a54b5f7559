package stamp

import "time"

// FromJalali turns a date of the Iranian solar calendar into ours. Months have 31 days up to the
// sixth, 30 after it.
func FromJalali(year, month, day int) time.Time {
	dayOfYear := (month-1)*31 + day
	if month > 7 {
		dayOfYear -= month - 7
	}
	return nowruz(year).AddDate(0, 0, dayOfYear-1)
}

// SolarEpoch is how many years less the Iranian calendar counts than ours, from spring on.
const SolarEpoch = 621

// nowruz returns the first day of a year of the Iranian calendar, by the 33-year cycle. Years whose
// remainder by 33 is 1, 5, 9, 13, 17, 22, 26 or 30 are leap years. It agrees with the observed
// calendar for 1244–1531 (1865–2152).
func nowruz(year int) time.Time {
	const base = 1403 // began on 20 March 2024
	start := time.Date(2024, 3, 20, 0, 0, 0, 0, time.UTC)
	days := 0
	for y := base; y < year; y++ {
		days += jalaliLength(y)
	}
	for y := year; y < base; y++ {
		days -= jalaliLength(y)
	}
	return start.AddDate(0, 0, days)
}

func jalaliLength(year int) int {
	switch year % 33 {
	case 1, 5, 9, 13, 17, 22, 26, 30:
		return 366
	}
	return 365
}
