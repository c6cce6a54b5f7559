package parser

import (
	"fmt"
	"slices"
	"time"

	"github.com/araddon/dateparse"
)

// Resolving: the year, day, zone and clock of every stamp, from what the whole document tells. Nothing is taken from the wall
// clock: what neither the feed nor the Parser says stays unknown.

// A resolver works out the dates of one document.
type resolver struct {
	d           *Document
	p           *Parser
	j           *judge
	base        Date    // the day of the newest entry, as the page or the Parser tells it; zero: unknown
	last        Date    // the last day that was told, where stamps are read in the text's order
	steps       []int   // the minutes between neighbouring clocks, sorted; nil: not counted yet
	stated      stated  // the zone that a line at the head of the feed says all clocks are of
	unzoned     int     // entries whose clock has no zone
	ambiguous   bool    // an ambiguous zone was remarked on
	zoneNumbers []uint8 // zones of the table that were looked up
	zones       []*time.Location
	offset      int // of offsetZone, in minutes
	offsetZone  *time.Location
	day         zoneDay
	checked     Date // the last date that was checked, for feeds with many stamps of one day
}

// midnight is the least jump of the clock against the order that is taken for a day's end, in minutes; less is an entry out of
// place.
const midnight = 90

// newResolver returns a resolver for the judged document.
func (j *judge) newResolver() *resolver {
	r := &resolver{d: j.d, p: j.p, j: j}
	r.base = r.baseDay()
	r.stated = r.statedZone()
	return r
}

// baseDay returns the day from which clocks without a day are counted: that of capture, unless a stamp of the page says an
// earlier one; without either, what a dated line at the head of the page says.
func (r *resolver) baseDay() Date {
	asOf := r.p.AsOf.Date
	var labelled, head Date
	first := r.d.lines.count()
	if r.j.main != nil && len(r.j.main.marks) > 0 {
		first = int(r.j.marks[r.j.main.marks[0]].line)
	}
	for i := range r.j.marks {
		m := &r.j.marks[i]
		if v := r.j.verdicts[i]; v == entryMark || v == headerMark || v == indexMark || v == ignoredMark {
			continue
		}
		day := r.fullDate(&m.f, asOf)
		if day.IsZero() {
			continue
		}
		switch {
		case m.f.has&(updated|published) != 0:
			labelled = later(labelled, day)
		case int(m.line) < first && (m.place != opens || m.f.hasClock()) && len(r.d.line(int(m.line))) <= 2*sentenceSize:
			head = later(head, day)
		}
	}
	for _, day := range []Date{labelled, head} {
		if !day.IsZero() && (asOf.IsZero() || day.Days() <= asOf.Days()) {
			if asOf.IsZero() || asOf.Days()-day.Days() < 400 {
				return day
			}
		}
	}
	return asOf
}

// baseYear returns the last day of the year that most of the document's full dates have: where no day is known, it gives a year
// to dates that tell none. It is zero if no date has a year.
func (r *resolver) baseYear() Date {
	counts := map[int16]int{}
	var best int16
	for i := range r.j.marks {
		if y := r.j.marks[i].f.year; y != 0 && r.j.marks[i].f.day != 0 && r.j.verdicts[i] != ignoredMark {
			if counts[y]++; counts[y] > counts[best] {
				best = y
			}
		}
	}
	if best == 0 {
		best = r.headYear()
	}
	if best == 0 {
		return Date{}
	}
	return Date{best, 12, 31}
}

// headYear returns the year that the short lines above the feed name, if they name one only: "Timeline: 1934".
func (r *resolver) headYear() int16 {
	first := r.d.lines.count()
	if r.j.main != nil {
		first = int(r.j.marks[r.j.main.marks[0]].line)
	}
	var year int16
	for i := range min(first, 20) {
		line := r.d.line(i)
		if len(line) > 2*sentenceSize {
			continue
		}
		for at := 0; at < len(line); at++ {
			if !isDigit(line[at]) {
				continue
			}
			t := number(line, at)
			if at = t.end; t.digits == 4 && t.value >= 1800 && t.value <= 2100 && (at == len(line) || line[at] != '%') {
				if year != 0 && year != int16(t.value) {
					return 0
				}
				year = int16(t.value)
			}
		}
	}
	return year
}

func later(a, b Date) Date {
	if a.IsZero() || b.Days() > a.Days() {
		return b
	}
	return a
}

// fullDate returns the date of fields that tell a day, the year taken from near if they tell none; zero if it cannot be known.
func (r *resolver) fullDate(f *fields, near Date) Date {
	if f.has&relDayGiven != 0 {
		if r.p.AsOf.Date.IsZero() {
			return Date{}
		}
		return r.p.AsOf.Date.Add(int(f.relDay))
	}
	if f.day == 0 || f.month == 0 {
		return Date{}
	}
	day, month := f.day, f.month
	if f.has&swappable != 0 && !r.j.dayFirst {
		day, month = month, day
	}
	d := Date{f.year, month, day}
	if f.year == 0 {
		if near.IsZero() {
			return Date{}
		}
		return r.nearestYear(d, near, f.weekday)
	}
	return d
}

// nearestYear gives a date the year that puts it nearest to another day, not more than three days behind it, unless the feed runs on
// from that day. A weekday must agree, if it does in any year near by.
func (r *resolver) nearestYear(d, near Date, weekday int8) Date {
	limit := 3
	if near == r.last && !r.j.newestFirst() {
		limit = 300
	}
	best, distance := Date{}, 0
	for pass := range 2 {
		for y := near.Year - 6; y <= near.Year+1; y++ {
			c := Date{y, d.Month, d.Day}
			if !c.Valid() || pass == 0 && weekday != 0 && c.Weekday() != weekday {
				continue
			}
			ahead := c.Days() - near.Days()
			if ahead > limit {
				continue
			}
			if ahead < 0 {
				ahead = -ahead
			}
			if best.IsZero() || ahead < distance {
				best, distance = c, ahead
			}
		}
		if !best.IsZero() {
			return best
		}
	}
	return best
}

// check asks the date library whether it reads the date as we do: it computes, our grammar detects. A date that does not come
// back with the same fields is a fault of ours.
func (r *resolver) check(d Date) {
	if d == r.checked || d.Year < 1900 {
		return
	}
	t, err := dateparse.ParseIn(d.String(), time.UTC)
	if err != nil || DateOf(t) != d {
		panic(fmt.Sprintf("internal error: %s is read as %v (%v)", d, t, err))
	}
	r.checked = d
}

// An anchor is a date that a block tells by itself or by its header.
type dated struct {
	date     Date
	anchor   bool // told by the block's own stamp
	header   bool // told by the header over it
	inferred Inferred
}

// days works out the day of every block.
func (r *resolver) days(blocks []block) []dated {
	out := make([]dated, len(blocks))
	r.tell(blocks, out)
	if r.j.main != nil && r.j.main.style.family == ageFamily {
		return out // an age counts from the moment of capture, not from a date of the page
	}
	if r.j.newestFirst() {
		r.carryDown(blocks, out)
		r.moveMidnights(blocks, out, -1)
	} else {
		r.carryUp(blocks, out)
		r.moveMidnights(blocks, out, 1)
	}
	return out
}

// moveMidnights moves the days' ends that come out at a told date although the clock runs on there: they are where the clock jumps
// farthest against the order, between that date and the told one above it. way is -1 for a feed that runs back in time.
func (r *resolver) moveMidnights(blocks []block, out []dated, way int) {
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
				out[at].inferred |= InferredMidnight
			}
		}
		last = k
	}
}

// farthestJump returns the block of [from, to) at which the clock jumps farthest against the order; -1 if it jumps at none.
func (r *resolver) farthestJump(blocks []block, from, to, way int) int {
	at, farthest := -1, 0
	for k := from; k < to; k++ {
		if jump := r.jump(blocks, k, way); jump > farthest {
			at, farthest = k, jump
		}
	}
	return at
}

// jump returns by how many minutes the clock jumps against the order from block k-1 to k; 0 if one of them has none.
func (r *resolver) jump(blocks []block, k, way int) int {
	a, ok := r.clockOf(blocks, k-1)
	b, ok2 := r.clockOf(blocks, k)
	if !ok || !ok2 {
		return 0
	}
	return (a - b) * way
}

// tell fills in the days that stamps and headers tell.
func (r *resolver) tell(blocks []block, out []dated) {
	near := r.base
	if near.IsZero() {
		near = r.baseYear()
	}
	var lastHeader int32 = -1
	var headerDay Date
	var coarse *fields
	for k := range blocks {
		b := &blocks[k]
		if b.header >= 0 && b.header != lastHeader {
			lastHeader = b.header
			f := &r.j.marks[b.header].f
			headerDay = r.near(f, near)
			if !headerDay.IsZero() {
				near = headerDay
				r.last = headerDay
			}
			coarse = nil
			if f.family() == coarseFamily {
				coarse = f
			}
		}
		if b.header >= 0 && !headerDay.IsZero() && (coarse == nil || b.mark < 0 || !r.j.marks[b.mark].f.hasDay()) {
			out[k].date, out[k].header = headerDay, true
			if r.j.marks[b.header].f.year == 0 {
				out[k].inferred |= InferredYear
			}
		}
		if b.mark < 0 {
			continue
		}
		f := &r.j.marks[b.mark].f
		if f.isAge() && !f.hasClock() {
			if d := r.agedDay(f); !d.IsZero() {
				out[k] = dated{date: d, anchor: true, inferred: InferredDate}
			}
			continue
		}
		if f.hasDay() || f.hasDate() {
			if d := r.within(f, coarse, near); !d.IsZero() {
				out[k] = dated{date: d, anchor: true}
				if f.year == 0 && f.has&relDayGiven == 0 {
					out[k].inferred |= InferredYear
				}
				near = d
				r.last = d
			}
		}
	}
}

// within returns the date that fields tell under a header that tells the month or the year.
func (r *resolver) within(f, header *fields, near Date) Date {
	if header == nil || f.year != 0 || header.year == 0 || f.dateForm == noDate {
		return r.near(f, near)
	}
	g := *f
	g.year = header.year
	if g.month == 0 {
		g.month = header.month
	}
	return r.near(&g, near)
}

// near returns the date that fields tell, its missing year taken from the dates around it.
func (r *resolver) near(f *fields, near Date) Date {
	if d := r.fullDate(f, near); !d.IsZero() {
		return d
	}
	if f.weekday != 0 && f.day == 0 && f.dateForm == noDate && !near.IsZero() {
		back := int(near.Weekday()) - int(f.weekday)
		if back < 0 {
			back += 7
		}
		if f.has&lastWeek != 0 && back == 0 {
			back = 7
		}
		return near.Add(-back)
	}
	switch f.dateForm {
	case monthOnly:
		if f.year != 0 {
			return Date{f.year, f.month, 1}
		}
	case yearOnly:
		return Date{f.year, 1, 1}
	}
	return Date{}
}

// agedDay returns the day of an age, where the moment of capture is known well enough.
func (r *resolver) agedDay(f *fields) Date {
	asOf := r.p.AsOf
	if asOf.Date.IsZero() {
		return Date{}
	}
	if asOf.Clock.Known {
		minutes := asOf.Date.Days()*1440 + asOf.Clock.Seconds()/60 - int(f.ageMinutes())
		return DateOf(time.Unix(int64(minutes)*60, 0).UTC())
	}
	if f.unit >= days {
		return asOf.Date.Add(-int(f.ageMinutes()) / 1440)
	}
	return asOf.Date
}

// carryDown dates the blocks of a newest-first feed that tell no day: from the one above, a day back where the clock jumps up.
func (r *resolver) carryDown(blocks []block, out []dated) {
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
		day = Date{}
	case out[first].header && day.Days() <= out[first].date.Days():
		day = out[first].date.Add(1)
	}
	var lastHeader int32 = -1
	for k := range blocks {
		switch {
		case out[k].anchor:
			day = out[k].date
		case out[k].header && blocks[k].header != lastHeader:
			day = out[k].date
		case k < first && !out[k].date.IsZero():
			continue
		default:
			if day.IsZero() {
				continue
			}
			if k > 0 && r.passesMidnight(blocks, k, -1) && !r.staysBy(blocks, out, k, day) {
				day = day.Add(-1)
				out[k].inferred |= InferredMidnight
			}
			out[k].date = day
			out[k].inferred |= InferredDate
		}
		if out[k].header {
			out[k].inferred &^= InferredDate
		}
		lastHeader = blocks[k].header
	}
}

// staysBy reports whether block k stands under a header of its own day, which the clock cannot leave.
func (r *resolver) staysBy(blocks []block, out []dated, k int, day Date) bool {
	if !out[k].header {
		return false
	}
	for n := k; n < len(blocks); n++ {
		if blocks[n].header != blocks[k].header {
			return out[n].date.Days() >= day.Days()-1
		}
	}
	return false
}

// countBack dates the blocks above the first told one of a newest-first feed: they are later.
func (r *resolver) countBack(blocks []block, out []dated, first int) {
	day := out[first].date
	if out[first].header && !out[first].anchor {
		day = day.Add(1)
	}
	for k := first - 1; k >= 0; k-- {
		if r.passesMidnight(blocks, k+1, -1) && !(k == first-1 && out[first].header && !out[first].anchor) {
			day = day.Add(1)
			out[k].inferred |= InferredMidnight
		}
		out[k].date = day
		out[k].inferred |= InferredDate
	}
}

// carryUp dates the blocks of an oldest-first feed that tell no day: below a told one, a day later where the clock jumps back; the
// last of a feed that tells none at all is of the base day.
func (r *resolver) carryUp(blocks []block, out []dated) {
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
			out[k].inferred |= InferredMidnight
		}
		out[k].date = day
		out[k].inferred |= InferredDate
	}
	var lastHeader int32 = -1
	for k := first; k < len(blocks); k++ {
		switch {
		case out[k].anchor, out[k].header && blocks[k].header != lastHeader:
			day = out[k].date
		default:
			if r.passesMidnight(blocks, k, 1) && !r.staysUnder(blocks, out, k, day) {
				day = day.Add(1)
				out[k].inferred |= InferredMidnight
			}
			out[k].date = day
			if !out[k].header {
				out[k].inferred |= InferredDate
			}
		}
		lastHeader = blocks[k].header
	}
}

// staysUnder is staysBy for a feed that runs with time.
func (r *resolver) staysUnder(blocks []block, out []dated, k int, day Date) bool {
	if !out[k].header {
		return false
	}
	for n := k; n < len(blocks); n++ {
		if blocks[n].header != blocks[k].header {
			return out[n].date.Days() <= day.Days()+1
		}
	}
	return false
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
func (r *resolver) passesMidnight(blocks []block, k, way int) bool {
	jump := r.jump(blocks, k, way)
	switch {
	case jump <= midnight:
		return false
	case jump >= 12*60:
		return true
	}
	a, _ := r.clockOf(blocks, k-1)
	b, _ := r.clockOf(blocks, k)
	if k == 1 && 24*60-jump > 20*r.pace(blocks)+3*60 {
		return false // a pinned entry on top: the day would have a hole
	}
	if next, ok := r.clockOf(blocks, k+1); ok && inOrder(a, next, way) && !inOrder(b, next, way) {
		return false
	}
	if before, ok := r.clockOf(blocks, k-2); ok && inOrder(before, b, way) && !inOrder(before, a, way) {
		return false
	}
	return true
}

// pace returns the minutes between neighbouring clocks, in the middle.
func (r *resolver) pace(blocks []block) int {
	if r.steps == nil {
		for k := 1; k < len(blocks); k++ {
			a, ok := r.clockOf(blocks, k-1)
			if b, ok2 := r.clockOf(blocks, k); ok && ok2 {
				r.steps = append(r.steps, max(a-b, b-a))
			}
		}
		slices.Sort(r.steps)
	}
	if len(r.steps) == 0 {
		return 0
	}
	return r.steps[len(r.steps)/2]
}

// inOrder reports whether the clock may run from a to b within a day.
func inOrder(a, b, way int) bool {
	if way < 0 {
		return b <= a
	}
	return b >= a
}

// isTimed reports whether the stamp of block k tells a clock.
func (r *resolver) isTimed(blocks []block, k int) bool {
	_, ok := r.clockOf(blocks, k)
	return ok
}

// clockOf returns the minutes of the clock of block k.
func (r *resolver) clockOf(blocks []block, k int) (int, bool) {
	if k < 0 || k >= len(blocks) || blocks[k].mark < 0 {
		return 0, false
	}
	f := &r.j.marks[blocks[k].mark].f
	return int(f.hour)*60 + int(f.minute), f.hasClock()
}
