package parser

import (
	"fmt"
	"strings"
	"testing"

	"newstimeline/parser/feed"
)

// TestSampleEnd holds that the end of the lines that a long feed is judged by is no end of the
// feed. They may end at a timestamp, as if it had no text.
func TestSampleEnd(t *testing.T) {
	for _, c := range []struct {
		name, top string
		below     bool // the clocks are below their text
		first     int  // line of the first entry, from 1
	}{
		{"above a headline of the page", "Harbour works resume after the long storm\n", false, 3},
		{"above", "", false, 2},
		{"below a day header", "Saturday 16 August 2025\n", true, 2},
		{"below", "Saturday 16 August 2025\n\n", true, 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			const n = 700
			b := strings.Builder{}
			b.WriteString(c.top)
			for k := range n {
				m := 24*60 - 1 - 2*k
				clock := fmt.Sprintf("%02d:%02d\n", m/60, m%60)
				line := fmt.Sprintf("Ship number %d has left the harbour for the islands\n", k)
				if c.below {
					clock, line = line, clock
				}
				b.WriteString(clock + line)
			}
			d := new(Parser).Parse(feed.Source{Name: "feed", Text: b.String()})
			if len(d.Entries) != n {
				t.Fatalf("got %d entries, want %d", len(d.Entries), n)
			}
			if e := &d.Entries[0]; int(e.Line) != c.first || e.Stamp.Clock.String() != "23:59" {
				t.Errorf("the first is at line %d, %v; want %d, 23:59",
					e.Line, e.Stamp.Clock, c.first)
			}
		})
	}
}
