package dating

import "testing"

// BenchmarkJumps solves a feed whose clocks run to and fro: each segment is a node.
func BenchmarkJumps(b *testing.B) {
	p := &Problem{Capture: DayOf(2025, 8, 16), CaptureClock: -1, Page: None, Lead: None}
	for i := range 100_000 {
		p.Segments = append(p.Segments, Stamped{Stamp: Stamp{Minute: int16(i*7%24*60 + i*13%60)}, Head: -1})
	}
	b.ReportAllocs()
	for b.Loop() {
		Solve(p)
	}
}
