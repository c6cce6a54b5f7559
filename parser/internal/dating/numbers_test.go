package dating

import "testing"

// TestUntoldNumbers: of dates in digits that habit alone puts in order, the order is hardly sure; of others it is surer.
func TestUntoldNumbers(t *testing.T) {
	for _, test := range []struct {
		dates []string
		want  int8
	}{{[]string{"2/5/2025", "3/6/2025"}, 57}, {[]string{"3/1/2025", "4/1/2025", "1/25/2025"}, 82}} {
		p := &Problem{Capture: None, CaptureClock: -1, Page: None, Lead: None}
		for _, date := range test.dates {
			p.Segments = append(p.Segments, Stamped{Stamp: parseStamp(date), Head: -1})
		}
		if got := Solve(p).NumberSure; got != test.want {
			t.Errorf("%v: %d %% sure, want %d", test.dates, got, test.want)
		}
	}
}
