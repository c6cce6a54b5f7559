package dating

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"testing"
)

// TestNearestYear: a date is of the year that puts it nearest to a day, and at most three days after it, unless the feed goes on from there. A weekday
// tells the year if it recurs within six.
func TestNearestYear(t *testing.T) {
	near := feed.Date{Year: 2025, Month: 8, Day: 20}
	for _, test := range []struct {
		month, day, weekday int8
		goesOn              bool
		want                int16
	}{
		{8, 20, 0, false, 2025}, {8, 23, 0, false, 2025}, {8, 24, 0, false, 2024}, {8, 24, 0, true, 2025}, {12, 24, 0, true, 2025}, {3, 1, 0, true, 2025},
		{1, 3, 0, true, 2026}, {1, 3, 0, false, 2025}, {8, 16, 6, false, 2025}, {8, 16, 5, false, 2024}, {8, 16, 1, false, 2021}, {8, 16, 4, false, 2025},
	} {
		r := Resolver{GoesOn: test.goesOn}
		d := feed.Date{Month: test.month, Day: test.day}
		if got := r.NearestYear(d, near, test.weekday, false); got.Year != test.want {
			t.Errorf("%d.%d. with weekday %d, goes on %v: %s, want %d", test.day, test.month, test.weekday, test.goesOn, got, test.want)
		}
	}
}

// TestNearestMonth: a day alone is the last one with its number and weekday within four months.
func TestNearestMonth(t *testing.T) {
	near := feed.Date{Year: 2025, Month: 8, Day: 20}
	for _, test := range []struct {
		day, weekday int8
		want         string
	}{{20, 0, "2025-08-20"}, {23, 0, "2025-08-23"}, {24, 0, "2025-07-24"}, {31, 6, "2025-05-31"}, {31, 1, ""}} {
		f := stamp.NoFields
		f.Day, f.Weekday, f.DateForm = test.day, test.weekday, stamp.DayOnly
		got := ""
		if d := nearestMonth(&f, near); !d.IsZero() {
			got = d.String()
		}
		if got != test.want {
			t.Errorf("day %d, weekday %d: %q, want %q", test.day, test.weekday, got, test.want)
		}
	}
}
