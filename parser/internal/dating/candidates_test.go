package dating

import "testing"

// TestTurns: a list whose months turn at each step has no more candidates than one in which ten years pass.
func TestTurns(t *testing.T) {
	for _, test := range []struct{ dates, want int }{{3, 11}, {21, 20}, {300, 20}} {
		p := &Problem{Capture: DayOf(2025, 6, 1), CaptureClock: -1, Page: None, Lead: None}
		for i := range test.dates {
			p.Segments = append(p.Segments, Stamped{Stamp: Stamp{Month: int8(3 + 2*(i%2)), Day: 7, Form: Named, Minute: -1}, Head: -1})
		}
		most := 0
		for _, c := range Solve(p).chains {
			for i := range c.nodes {
				most = max(most, len(c.nodes[i].days))
			}
		}
		if most != test.want {
			t.Errorf("%d candidates of a date among %d, want %d", most, test.dates, test.want)
		}
	}
}
