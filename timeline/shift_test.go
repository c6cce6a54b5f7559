package timeline

import (
	"testing"
	"time"

	"newstimeline/parser/feed"
)

func TestShift(t *testing.T) {
	date := feed.Date{Year: 2024, Month: 3, Day: 1}
	clock := func(hour, minute, second int8) feed.Clock {
		return feed.Clock{Hour: hour, Minute: minute, Second: second, Known: true}
	}
	for _, tt := range []struct {
		name  string
		stamp feed.Stamp
		by    time.Duration
		want  feed.Stamp
	}{
		{"within the day", feed.Stamp{Date: date, Clock: clock(9, 10, -1), Epoch: 1000, Timed: true}, 90 * time.Minute,
			feed.Stamp{Date: date, Clock: clock(10, 40, -1), Epoch: 6400, Timed: true}},
		{"over midnight", feed.Stamp{Date: date, Clock: clock(23, 10, 5)}, time.Hour + 10*time.Second,
			feed.Stamp{Date: date.Add(1), Clock: clock(0, 10, 15)}},
		{"back over a leap day", feed.Stamp{Date: date, Clock: clock(0, 10, -1)}, -48 * time.Hour,
			feed.Stamp{Date: feed.Date{Year: 2024, Month: 2, Day: 28}, Clock: clock(0, 10, -1)}},
		{"a clock alone", feed.Stamp{Clock: clock(0, 10, -1)}, -time.Hour, feed.Stamp{Clock: clock(23, 10, -1)}},
		{"a day without its year", feed.Stamp{Clock: clock(23, 10, -1), Yearless: feed.Date{Month: 12, Day: 31}}, time.Hour,
			feed.Stamp{Clock: clock(0, 10, -1), Yearless: feed.Date{Month: 1, Day: 1}}},
		{"a day without a clock", feed.Stamp{Date: date}, 48 * time.Hour, feed.Stamp{Date: date}},
	} {
		d := feed.Document{Entries: []feed.Entry{{Stamp: tt.stamp}}}
		Shift(&d, tt.by)
		if got := d.Entries[0].Stamp; got != tt.want {
			t.Errorf("%s: got %+v, want %+v", tt.name, got, tt.want)
		}
	}
}
