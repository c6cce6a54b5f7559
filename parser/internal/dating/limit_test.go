package dating

import (
	"math/rand/v2"
	"testing"
)

// TestNothingIsLaterThanStated holds that, without the capture, a day after all dates of the document
// is only that of clocks that pass midnight after a date.
func TestNothingIsLaterThanStated(t *testing.T) {
	r := rand.New(rand.NewPCG(20, 9))
	later, untold := 0, 0
	for range 4000 {
		z := puzzleOf(r)
		if z.kind == "typos" {
			continue // a slip is later than the others
		}
		z.p.Capture, z.p.CaptureClock = None, -1
		z.dropSome(r)
		a := Solve(z.p)
		newest := stated(z.p, a)
		for i, s := range a.Segments {
			if s.Day == None || newest == None || s.Day <= newest {
				continue
			}
			later++
			if !passesMidnights(z.p, a, i) {
				z.log(t, a)
				t.Fatalf("segment %d is of %s, after %s, the newest date", i, s.Day, newest)
			}
		}
		untold += a.Untold
	}
	if later < 50 || untold < 50 {
		t.Fatalf("only %d days by midnights, %d of no day", later, untold)
	}
}

// dropSome takes the first header, or some dates, away.
func (z *puzzle) dropSome(r *rand.Rand) {
	for i := range z.p.Segments {
		s := &z.p.Segments[i]
		if s.Head == 0 {
			s.Head = -1
		}
		if s.Minute >= 0 && r.IntN(4) == 0 {
			s.Stamp = Stamp{Minute: s.Minute}
		}
	}
}

// stated returns the newest day of a timestamp or header that says something of it.
func stated(p *Problem, a *Answer) Day {
	newest := None
	for i, s := range a.Segments {
		if q := &p.Segments[i]; q.Head >= 0 {
			newest = max(newest, a.Heads[q.Head].Day)
		} else if !q.IsBare() {
			newest = max(newest, s.Day)
		}
	}
	return newest
}

// passesMidnights reports whether the clocks from the nearest date on the older side to segment i,
// all below one header or none, pass as many midnights as lie between the days.
func passesMidnights(p *Problem, a *Answer, i int) bool {
	day, nights, step := a.Segments[i].Day, Day(0), -int(a.Way)
	k := i
	for older := k + step; older >= 0 && older < len(p.Segments); k, older = older, older+step {
		x, y := &p.Segments[older], &p.Segments[k]
		if x.Head != y.Head || x.Minute < 0 {
			break
		}
		if y.Minute < x.Minute {
			nights++
		}
		if !x.IsBare() {
			return a.Segments[older].Day+nights >= day
		}
	}
	head := p.Segments[k].Head
	return head >= 0 && a.Heads[head].Day+nights >= day
}
