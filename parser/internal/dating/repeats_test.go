package dating

import "testing"

// TestRepeats: of two lists of clocks four recur. They are two lists of one day if they are short; of long ones so many recur by chance.
func TestRepeats(t *testing.T) {
	for _, test := range []struct {
		size, same int
		want       bool
	}{{15, 4, true}, {20, 4, false}, {20, 8, true}, {15, 3, false}} {
		p := &Problem{Capture: None, CaptureClock: -1, Page: None, Lead: None}
		for list := range 2 {
			for k := range test.size {
				minute := 1201 - 10*k
				if list == 1 && k >= test.same {
					minute++
				}
				p.Segments = append(p.Segments, Stamped{Stamp: Stamp{Minute: int16(minute)}, Head: -1})
			}
		}
		if c := newChain(p, DayFirst, Back); (c.recurring != nil) != test.want {
			t.Errorf("%d of %d clocks recur: %v", test.same, test.size, !test.want)
		}
	}
}
