package dating

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/tally"
)

// The days of entries that tell none: carried from the told ones beside them, over the midnights that the clock passes.

// midnight is the least jump of the clock against the order that is taken for a day's end, in minutes; less is an entry out of
// place.
const midnight = 90

// moveMidnights moves the days' ends that come out at a told date although the clock runs on there: they are where the clock jumps
// farthest against the order, between that date and the told one above it. way is -1 for a feed that runs back in time.
func (r *Resolver) moveMidnights(blocks []Segment, out []dated, way int) {
	last := -1
	for k := range out {
		if !out[k].anchor && !out[k].header {
			continue
		}
		if last >= 0 && k-last > 1 && out[k].date == out[k-1].date.Add(way) && r.jump(blocks, k, way) <= 0 {
			if at := r.farthestJump(blocks, last+1, k, way); at >= 0 {
				for i := at; i < k; i++ {
					out[i].date = out[i].date.Add(way)
				}
				out[at].inferred |= feed.InferredMidnight
			}
		}
		last = k
	}
}

// farthestJump returns the block of [from, to) at which the clock jumps farthest against the order; -1 if it jumps at none.
func (r *Resolver) farthestJump(blocks []Segment, from, to, way int) int {
	at, farthest := -1, 0
	for k := from; k < to; k++ {
		if jump := r.jump(blocks, k, way); jump > farthest {
			at, farthest = k, jump
		}
	}
	return at
}

// jump returns by how many minutes the clock jumps against the order from block k-1 to k; 0 if one of them has none.
func (r *Resolver) jump(blocks []Segment, k, way int) int {
	a, ok := r.clockOf(blocks, k-1)
	b, ok2 := r.clockOf(blocks, k)
	if !ok || !ok2 {
		return 0
	}
	return (a - b) * way
}

// carryDown dates the blocks of a newest-first feed that tell no day: from the one above, a day back where the clock jumps up.
func (r *Resolver) carryDown(blocks []Segment, out []dated) {
	first := firstTold(out)
	day := r.base
	switch {
	case first == 0 || first == len(out):
	case out[first].anchor && !r.isTimed(blocks, first): // a list gives the clock of today's entries and the date of older ones
		if day.IsZero() || day.Days() <= out[first].date.Days() {
			day = out[first].date.Add(1)
		}
	case out[first].anchor || day.IsZero():
		r.countBack(blocks, out, first)
		day = feed.Date{}
	case out[first].header && day.Days() <= out[first].date.Days():
		day = out[first].date.Add(1)
	}
	var lastHeader int32 = -1
	for k := range blocks {
		switch {
		case out[k].anchor:
			day = out[k].date
		case out[k].header && blocks[k].Header != lastHeader:
			day = out[k].date
		case k < first && !out[k].date.IsZero():
			continue
		default:
			if day.IsZero() {
				continue
			}
			if k > 0 && r.passesMidnight(blocks, k, -1) && !r.staysBy(blocks, out, k, day) {
				day = day.Add(-1)
				out[k].inferred |= feed.InferredMidnight
			}
			out[k].date = day
			out[k].inferred |= feed.InferredDate
		}
		if out[k].header {
			out[k].inferred &^= feed.InferredDate
		}
		lastHeader = blocks[k].Header
	}
}

// staysBy reports whether block k stands under a header of its own day, which the clock cannot leave.
func (r *Resolver) staysBy(blocks []Segment, out []dated, k int, day feed.Date) bool {
	n := r.underOther(blocks, k)
	return out[k].header && n < len(blocks) && out[n].date.Days() >= day.Days()-1
}

// underOther returns the first block behind block k that stands under another header, their number if none does. Blocks are asked for in their
// order, so that those under one header are gone through once.
func (r *Resolver) underOther(blocks []Segment, k int) int {
	if r.other > k {
		return r.other
	}
	for r.other = k + 1; r.other < len(blocks) && blocks[r.other].Header == blocks[k].Header; {
		r.other++
	}
	return r.other
}

// countBack dates the blocks above the first told one of a newest-first feed: they are later.
func (r *Resolver) countBack(blocks []Segment, out []dated, first int) {
	day := out[first].date
	if out[first].header && !out[first].anchor {
		day = day.Add(1)
	}
	for k := first - 1; k >= 0; k-- {
		if r.passesMidnight(blocks, k+1, -1) && !(k == first-1 && out[first].header && !out[first].anchor) {
			day = day.Add(1)
			out[k].inferred |= feed.InferredMidnight
		}
		out[k].date = day
		out[k].inferred |= feed.InferredDate
	}
}

// carryUp dates the blocks of an oldest-first feed that tell no day: below a told one, a day later where the clock jumps back; the
// last of a feed that tells none at all is of the base day.
func (r *Resolver) carryUp(blocks []Segment, out []dated) {
	first := firstTold(out)
	if first == len(out) && r.base.IsZero() {
		return
	}
	day := r.base
	start := first - 1
	if first < len(out) {
		day = out[first].date
		if out[first].header && !out[first].anchor {
			day = day.Add(-1)
		}
	}
	for k := start; k >= 0; k-- {
		if k+1 < len(blocks) && r.passesMidnight(blocks, k+1, 1) && !(k == first-1 && first < len(out) && out[first].header && !out[first].anchor) {
			day = day.Add(-1)
			out[k].inferred |= feed.InferredMidnight
		}
		out[k].date = day
		out[k].inferred |= feed.InferredDate
	}
	var lastHeader int32 = -1
	for k := first; k < len(blocks); k++ {
		switch {
		case out[k].anchor, out[k].header && blocks[k].Header != lastHeader:
			day = out[k].date
		default:
			if r.passesMidnight(blocks, k, 1) && !r.staysUnder(blocks, out, k, day) {
				day = day.Add(1)
				out[k].inferred |= feed.InferredMidnight
			}
			out[k].date = day
			if !out[k].header {
				out[k].inferred |= feed.InferredDate
			}
		}
		lastHeader = blocks[k].Header
	}
}

// staysUnder is staysBy for a feed that runs with time.
func (r *Resolver) staysUnder(blocks []Segment, out []dated, k int, day feed.Date) bool {
	n := r.underOther(blocks, k)
	return out[k].header && n < len(blocks) && out[n].date.Days() <= day.Days()+1
}

// firstTold returns the first block whose day is told, the number of blocks if none is.
func firstTold(out []dated) int {
	for k := range out {
		if !out[k].date.IsZero() {
			return k
		}
	}
	return len(out)
}

// passesMidnight reports whether the clock jumps between blocks k-1 and k against the way that it runs: way is -1 for a feed that
// runs back in time. One entry out of place is no midnight: without it, or without the one before, the order holds.
func (r *Resolver) passesMidnight(blocks []Segment, k, way int) bool {
	jump := r.jump(blocks, k, way)
	switch {
	case jump <= midnight:
		return false
	case jump >= 12*60:
		return true
	}
	a, _ := r.clockOf(blocks, k-1)
	b, _ := r.clockOf(blocks, k)
	if hole := 24*60 - jump; hole > 20*r.pace(blocks)+3*60 && (k == 1 || r.returns(blocks, k, a, way)) {
		return false // the day would have a hole: an entry is pinned on top, or some are out of place
	}
	if next, ok := r.clockOf(blocks, k+1); ok && inOrder(a, next, way) && !inOrder(b, next, way) {
		return false
	}
	if before, ok := r.clockOf(blocks, k-2); ok && inOrder(before, b, way) && !inOrder(before, a, way) {
		return false
	}
	return true
}

// returns reports whether the clock comes back to where it was before block k, at a, within a few blocks.
func (r *Resolver) returns(blocks []Segment, k, a, way int) bool {
	for n := k + 1; n <= k+3; n++ {
		if c, ok := r.clockOf(blocks, n); ok && inOrder(a, c, way) {
			return true
		}
	}
	return false
}

// pace returns the minutes between neighbouring clocks, in the middle.
func (r *Resolver) pace(blocks []Segment) int {
	if r.stepKnown {
		return r.step
	}
	steps := make([]int, 0, len(blocks))
	for k := 1; k < len(blocks); k++ {
		a, ok := r.clockOf(blocks, k-1)
		if b, ok2 := r.clockOf(blocks, k); ok && ok2 {
			steps = append(steps, max(a-b, b-a))
		}
	}
	r.step, r.stepKnown = tally.Median(steps), true
	return r.step
}

// inOrder reports whether the clock may run from a to b within a day.
func inOrder(a, b, way int) bool {
	if way < 0 {
		return b <= a
	}
	return b >= a
}

// isTimed reports whether the stamp of block k tells a clock.
func (r *Resolver) isTimed(blocks []Segment, k int) bool {
	_, ok := r.clockOf(blocks, k)
	return ok
}

// clockOf returns the minutes of the clock of block k.
func (r *Resolver) clockOf(blocks []Segment, k int) (int, bool) {
	if k < 0 || k >= len(blocks) || blocks[k].Mark < 0 {
		return 0, false
	}
	f := &r.mark(int(blocks[k].Mark)).Fields
	return int(f.Hour)*60 + int(f.Minute), f.HasClock()
}
