package dating

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

var (
	generated = flag.Int("generated", 1500, "how many problems TestGenerated makes")
	seed      = flag.Uint64("seed", 17, "by which TestGenerated makes them")
	showWrong = flag.Int("wrong", 0, "how many wrong answers of each kind TestGenerated prints")
)

// A puzzle is a problem with its known truth: days were dropped from full timestamps as feeds drop them.
type puzzle struct {
	kind string
	p    *Problem
	days []Day
	sure []bool // the text determines the day of the segment

	ordered func() // puts the segments in another order of the text; nil: they are in that of time
	headed  func() // puts date headers over the segments in the order of the text; nil: there are none
}

// A moment is a minute since 1970-01-01.
type moment int64

func (m moment) day() Day      { return Day(m / 1440) }
func (m moment) minute() int16 { return int16(m % 1440) }

// paces are the minutes between entries that feeds have.
var paces = []float64{4, 12, 40, 120, 1500, 7000, 30000}

// moments makes the instants of a feed, the oldest first. Live feeds pause at night, most of them.
func moments(r *rand.Rand, pace float64, n int) []moment {
	at := moment(DayOf(1998+r.IntN(30), 1+r.IntN(12), 1+r.IntN(28)))*1440 + moment(r.IntN(1440))
	if r.IntN(6) == 0 {
		at = moment(DayOf(1999+r.IntN(26), 12, 24+r.IntN(8)))*1440 + moment(r.IntN(1440))
	}
	if r.IntN(20) == 0 {
		at = moment(DayOf(2000+4*r.IntN(7), 2, 26+r.IntN(4)))*1440 + moment(r.IntN(1440))
	}
	sleeps := pace < 200 && r.IntN(3) > 0
	out := make([]moment, n)
	for i := range out {
		out[i] = at
		at += moment(1 + pace*r.ExpFloat64())
		if hour := at.minute() / 60; sleeps && (hour >= 23 || hour < 6) {
			at += moment((30-int(hour))%24*60 + r.IntN(90))
		}
	}
	return out
}

// puzzleOf makes a puzzle by chance.
func puzzleOf(r *rand.Rand) *puzzle {
	z := &puzzle{p: &Problem{Capture: None, Page: None, Lead: None, CaptureClock: -1}}
	kinds := []func(*puzzle, *rand.Rand) []moment{makeClocks, makeHeaded, makeYearless, makeSomeYears, makeDigits, makeToday, makeFirstDated, makeWeekdays, makeLists, makeSparse, makeRepeats, makeTypos, makeSaving}
	names := []string{"clocks", "headed", "yearless", "some years", "digits", "today", "first dated", "weekdays", "lists", "sparse", "repeats", "typos", "saving"}
	k := r.IntN(len(kinds))
	z.kind = names[k]
	at := kinds[k](z, r)
	forward := r.IntN(4) == 0
	if !forward {
		z.turn()
	}
	if z.ordered != nil {
		z.ordered()
	}
	if z.headed != nil {
		z.headed()
	}
	z.tellWay(r, forward, at)
	return z
}

// turn puts the newest segment first.
func (z *puzzle) turn() {
	slices.Reverse(z.p.Segments)
	slices.Reverse(z.days)
	slices.Reverse(z.sure)
}

// tellWay tells which way time seems to run, as the layout does where most clocks or dates run so.
func (z *puzzle) tellWay(r *rand.Rand, forward bool, at []moment) {
	if r.IntN(5) == 0 || len(at) < 4 {
		return
	}
	z.p.Lean = Back
	if forward {
		z.p.Lean = Forward
	}
}

// segment adds a segment with a clock.
func (z *puzzle) segment(m moment, s Stamp, head int32, sure bool) {
	z.p.Segments = append(z.p.Segments, Stamped{Stamp: s, Head: head})
	z.days = append(z.days, m.day())
	z.sure = append(z.sure, sure)
}

// plainNights reports whether the clocks alone tell every midnight: each is a large step back over a short pause.
func plainNights(at []moment) bool {
	for i := 1; i < len(at); i++ {
		pause := at[i] - at[i-1]
		if at[i].day() != at[i-1].day() && (pause > 10*60 || at[i].day() > at[i-1].day()+1) {
			return false
		}
		if at[i].day() == at[i-1].day() && pause > 14*60 {
			return false
		}
	}
	return true
}

// longest returns the longest pause in days.
func longest(at []moment) int {
	days := 0
	for i := 1; i < len(at); i++ {
		days = max(days, int(at[i].day()-at[i-1].day()))
	}
	return days
}

// captured sets the capture some time behind the newest entry, and returns how many days behind.
func (z *puzzle) captured(r *rand.Rand, newest moment, live bool) int {
	later := 0
	switch {
	case live && r.IntN(8) == 0:
		later = 1
	case live:
	default:
		later = int(math.Exp(r.Float64()*6)) - 1
	}
	z.p.Capture = newest.day() + Day(later)
	return later
}

func clockOnly(m moment) Stamp { return Stamp{Minute: m.minute()} }

// makeClocks makes a live feed of clocks alone: the capture tells the day of the newest.
func makeClocks(z *puzzle, r *rand.Rand) []moment {
	at := moments(r, paces[r.IntN(4)], 3+r.IntN(40))
	late := z.captured(r, at[len(at)-1], true)
	if late == 0 && r.IntN(3) == 0 {
		z.p.CaptureClock = at[len(at)-1].minute()
	} else if late == 1 && r.IntN(3) > 0 {
		z.p.CaptureClock = int16(r.IntN(int(at[len(at)-1].minute()) + 1))
	}
	sure := plainNights(at) && len(at) > 4 && (late == 0 || z.p.CaptureClock >= 0 && z.p.CaptureClock < at[len(at)-1].minute())
	odd := -1
	if r.IntN(6) == 0 && len(at) > 5 {
		odd = 1 + r.IntN(len(at)-2)
	}
	for i, m := range at {
		if i == odd && at[i-1].day() == m.day() && at[i+1].day() == m.day() { // out of place
			m = m.day().at(r.IntN(1440))
			z.segment(m, clockOnly(m), -1, false)
			continue
		}
		z.segment(m, clockOnly(m), -1, sure && odd < 0)
	}
	return at
}

func (d Day) at(minute int) moment { return moment(d)*1440 + moment(minute) }

// makeHeaded makes clocks under date headers, some of which have no year, or stand only over the first of several days.
func makeHeaded(z *puzzle, r *rand.Rand) []moment {
	at := moments(r, paces[r.IntN(4)], 3+r.IntN(40))
	yearless, skip := r.IntN(2) == 0, r.IntN(3) == 0
	late := 0
	if yearless || r.IntN(2) == 0 {
		late = z.captured(r, at[len(at)-1], false)
	}
	for _, m := range at {
		z.segment(m, clockOnly(m), -1, (!yearless || late < 150) && (!skip || plainNights(at)))
	}
	z.headed = func() {
		var last Day
		for i, d := range z.days {
			if len(z.p.Heads) == 0 || d != last && !(skip && r.IntN(2) == 0) {
				y, mo, n := d.Civil()
				h := Stamp{Year: int16(y), Month: int8(mo), Day: int8(n), Minute: -1}
				if yearless {
					h.Year = 0
				}
				z.p.Heads = append(z.p.Heads, h)
			}
			last = d
			z.p.Segments[i].Head = int32(len(z.p.Heads) - 1)
		}
	}
	return at
}

// withoutYear is the date of a moment without its year.
func withoutYear(r *rand.Rand, m moment, clock, weekday bool) Stamp {
	_, mo, d := m.day().Civil()
	s := Stamp{Month: int8(mo), Day: int8(d), Minute: -1}
	if clock {
		s.Minute = m.minute()
	}
	if weekday {
		s.Weekday = m.day().Weekday()
	}
	return s
}

// makeYearless makes dates without years: the capture tells the year of the newest.
func makeYearless(z *puzzle, r *rand.Rand) []moment {
	at := moments(r, paces[r.IntN(len(paces))], 3+r.IntN(25))
	late := z.captured(r, at[len(at)-1], false)
	clock, weekday := r.IntN(2) == 0, r.IntN(3) == 0
	sure := longest(at) < 150 && late < 150
	if weekday {
		sure = longest(at) < 200 && late < 300
	}
	for _, m := range at {
		z.segment(m, withoutYear(r, m, clock, weekday), -1, sure)
	}
	if weekday && r.IntN(4) == 0 { // one weekday is wrong
		s := &z.p.Segments[r.IntN(len(at))].Stamp
		s.Weekday = s.Weekday%7 + 1
	}
	return at
}

// makeSomeYears makes dates of which some have a year.
func makeSomeYears(z *puzzle, r *rand.Rand) []moment {
	at := moments(r, paces[3+r.IntN(len(paces)-3)], 4+r.IntN(25))
	if r.IntN(2) == 0 {
		z.captured(r, at[len(at)-1], false)
	}
	clock := r.IntN(2) == 0
	full := r.IntN(len(at))
	for i, m := range at {
		s := withoutYear(r, m, clock, false)
		if i == full || r.IntN(6) == 0 {
			s.Year = int16(m.day().Year())
		}
		z.segment(m, s, -1, longest(at) < 150)
	}
	return at
}

// makeDigits makes dates in digits of an order that is to be told.
func makeDigits(z *puzzle, r *rand.Rand) []moment {
	at := moments(r, paces[2+r.IntN(4)], 3+r.IntN(20))
	if r.IntN(2) == 0 {
		z.captured(r, at[len(at)-1], false)
	}
	order := []Number{DayFirst, DayFirst, DayFirst, MonthFirst, MonthFirst, YearFirst}[r.IntN(6)]
	if first, last := at[0].day().Year()%100, at[len(at)-1].day().Year()%100; first == 0 || last > 31 || first > last {
		order = DayFirst // no grammar reads such years as days
	}
	two := order == YearFirst || r.IntN(2) == 0
	wrong := 0
	for _, m := range at {
		z.segment(m, digits(m, order, two), -1, false)
	}
	for _, other := range []Number{DayFirst, MonthFirst, YearFirst} {
		if other != order && !z.fits(other) {
			wrong++
		}
	}
	for i := range z.sure {
		z.sure[i] = wrong == 2
	}
	return at
}

// digits writes the date of a moment in digits and reads it as the grammar does.
func digits(m moment, order Number, two bool) Stamp {
	y, mo, d := m.day().Civil()
	s := Stamp{Minute: m.minute(), Year: int16(y), TwoDigits: two}
	a, b := d, mo
	switch order {
	case MonthFirst:
		a, b = mo, d
	case YearFirst:
		a, b = y%100, mo
		s.Year = int16(shortYear(d))
	}
	s.Day, s.Month, s.Form = int8(a), int8(b), DayMonth
	if b > 12 {
		s.Day, s.Month, s.Form = int8(b), int8(a), MonthDay
	}
	s.Either = a <= 12 && b <= 12 && a != b
	return s
}

// fits reports whether the dates of a puzzle in digits can be read in another order: they are all dates, run with time, and not too
// far apart, or later than the capture.
func (z *puzzle) fits(order Number) bool {
	c := chain{p: z.p, numbers: order}
	last, pause := None, Day(0)
	for i := range z.p.Segments {
		s := &z.p.Segments[i].Stamp
		y, m, d, odd := c.read(s)
		if order == YearFirst && !s.TwoDigits {
			return false
		}
		if odd || !isDay(y, m, d) || y > 2050 {
			return false
		}
		day := DayOf(y, m, d)
		if z.p.Capture != None && day > z.p.Capture || last != None && day < last {
			return false
		}
		if last != None {
			pause = max(pause, day-last)
		}
		last = day
	}
	own := Day(0)
	for i := 1; i < len(z.days); i++ {
		own = max(own, z.days[i]-z.days[i-1])
	}
	return pause < 8*own+8
}

// makeToday makes clocks of today above dates of the days before.
func makeToday(z *puzzle, r *rand.Rand) []moment {
	at := moments(r, paces[2+r.IntN(3)], 4+r.IntN(30))
	newest := at[len(at)-1].day()
	z.p.Capture = newest
	clock := r.IntN(2) == 0
	for _, m := range at {
		if m.day() == newest {
			z.segment(m, clockOnly(m), -1, true)
			continue
		}
		z.segment(m, withoutYear(r, m, clock, false), -1, true)
	}
	return at
}

// makeFirstDated makes clocks of which the oldest has a full date, as chats and logs have it.
func makeFirstDated(z *puzzle, r *rand.Rand) []moment {
	at := moments(r, paces[r.IntN(4)], 5+r.IntN(30))
	for i, m := range at {
		s := clockOnly(m)
		if i == 0 {
			s = withoutYear(r, m, true, false)
			s.Year = int16(m.day().Year())
		}
		z.segment(m, s, -1, plainNights(at))
	}
	return at
}

// makeLists makes two lists of clocks of one day and the night before, one below the other.
func makeLists(z *puzzle, r *rand.Rand) []moment {
	at := moments(r, paces[r.IntN(4)], 8+r.IntN(20))
	z.p.Capture = at[len(at)-1].day()
	z.ordered = func() {
		half := len(z.days)/2 + r.IntN(3)
		picked := make([]int, 0, len(z.days))
		for list := range 2 {
			for i := range z.days {
				if (r.IntN(len(z.days)) < half) == (list == 0) {
					picked = append(picked, i)
				}
			}
		}
		p, days, sure := z.p.Segments, z.days, z.sure
		z.p.Segments, z.days, z.sure = nil, nil, nil
		for _, i := range picked {
			z.p.Segments = append(z.p.Segments, p[i])
			z.days, z.sure = append(z.days, days[i]), append(z.sure, sure[i])
		}
	}
	for _, m := range at {
		z.segment(m, clockOnly(m), -1, false)
	}
	return at
}

// makeSparse makes dates without years that lie months apart.
func makeSparse(z *puzzle, r *rand.Rand) []moment {
	at := moments(r, []float64{60000, 120000, 200000}[r.IntN(3)], 3+r.IntN(12))
	late := z.captured(r, at[len(at)-1], false)
	full := r.IntN(len(at))
	for i, m := range at {
		s := withoutYear(r, m, false, r.IntN(8) == 0)
		if i == full && r.IntN(2) == 0 {
			s.Year = int16(m.day().Year())
		}
		z.segment(m, s, -1, longest(at) < 150 && late < 150)
	}
	return at
}

// makeWeekdays makes clocks behind weekdays.
func makeWeekdays(z *puzzle, r *rand.Rand) []moment {
	at := moments(r, paces[2+r.IntN(3)], 4+r.IntN(30))
	late := r.IntN(r.IntN(8) + 1)
	z.p.Capture = at[len(at)-1].day() + Day(late)
	for _, m := range at {
		s := clockOnly(m)
		s.Weekday = m.day().Weekday()
		z.segment(m, s, -1, longest(at) < 7 && late < 7)
	}
	return at
}

// A score is how many days of a kind were right.
type score struct{ sure, sureRight, all, right int }

// TestGenerated solves problems whose truth is known. Where the text determines the days at least 99.5 in a hundred must be
// right; and over all of them the confidence must be honest.
func TestGenerated(t *testing.T) {
	r := rand.New(rand.NewPCG(*seed, 4))
	scores := map[string]*score{}
	var margins [len(confidences)][2]int
	byKind := map[string]*[len(confidences)][2]int{}
	var bins [101][2]int
	shown := map[string]int{}
	for range *generated {
		z := puzzleOf(r)
		a := Solve(z.p)
		if scores[z.kind] == nil {
			scores[z.kind] = &score{}
		}
		bad := false
		for i, d := range z.days {
			got, s := a.Segments[i], scores[z.kind]
			right := 0
			if got.Day == d {
				right = 1
			}
			s.all++
			s.right += right
			if z.sure[i] {
				s.sure++
				s.sureRight += right
				bad = bad || right == 0
			}
			if got.Day != None {
				n := min(max(got.Margin, 0)/marginStep, int64(len(confidences)-1))
				margins[n][0]++
				margins[n][1] += right
				if byKind[z.kind] == nil {
					byKind[z.kind] = new([len(confidences)][2]int)
				}
				byKind[z.kind][n][0]++
				byKind[z.kind][n][1] += right
				bins[got.Confidence][0]++
				bins[got.Confidence][1] += right
			}
		}
		if bad && shown[z.kind] < *showWrong {
			shown[z.kind]++
			z.log(t, a)
		}
	}
	for k, b := range byKind {
		t.Logf("%s: %v", k, *b)
	}
	report(t, scores, margins[:], bins[:])
}

func report(t *testing.T, scores map[string]*score, margins, bins [][2]int) {
	var names []string
	total := score{}
	for name, s := range scores {
		names = append(names, name)
		total.sure, total.sureRight = total.sure+s.sure, total.sureRight+s.sureRight
		total.all, total.right = total.all+s.all, total.right+s.right
	}
	scores["all"] = &total
	slices.Sort(names)
	for _, name := range append(names, "all") {
		s := scores[name]
		t.Logf("%-12s determined %6.2f %% of %5d, all %6.2f %% of %5d", name, 100*float64(s.sureRight)/float64(max(1, s.sure)), s.sure, 100*float64(s.right)/float64(max(1, s.all)), s.all)
	}
	for n, m := range margins {
		t.Logf("margin %4d: %6.2f %% right of %d", n*marginStep, 100*float64(m[1])/float64(max(1, m[0])), m[0])
	}
	off, all := 0.0, 0
	for c, b := range bins {
		off += math.Abs(float64(b[0]*c)/100 - float64(b[1]))
		all += b[0]
	}
	ece := 100 * off / float64(max(1, all))
	t.Logf("ECE %.2f points of %d days", ece, all)
	if 1000*total.sureRight < 995*total.sure {
		t.Errorf("%d of %d days that the text determines are right: less than 99.5 in a hundred", total.sureRight, total.sure)
	}
	if ece > 3 {
		t.Errorf("the confidence is %.2f points off", ece)
	}
}

// log prints a puzzle that was not solved.
func (z *puzzle) log(t *testing.T, a *Answer) {
	s := fmt.Sprintf("%s: capture %s %d, lean %d; read %d, way %d\n", z.kind, z.p.Capture, z.p.CaptureClock, z.p.Lean, a.Numbers, a.Way)
	for _, h := range z.p.Heads {
		s += fmt.Sprintf("  head %d-%d-%d\n", h.Year, h.Month, h.Day)
	}
	for i, d := range z.days {
		g, st := a.Segments[i], z.p.Segments[i]
		mark := ""
		if g.Day != d {
			mark = "  <<<"
		}
		s += fmt.Sprintf("  h%d %d-%d-%d w%d %02d:%02d is %s, got %s by %d%s\n", st.Head, st.Year, st.Month, st.Day, st.Weekday, st.Minute/60, st.Minute%60, d, g.Day, g.Margin, mark)
	}
	t.Log(s)
}
