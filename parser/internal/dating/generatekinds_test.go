package dating

import (
	"math/rand/v2"
	"testing"
)

// More kinds of puzzles: lists that repeat each other, years with a slip of the pen, and the nights in which clocks are set.

// makeRepeats makes several lists of one day: the first has all entries, each of the others some of them again.
func makeRepeats(z *puzzle, r *rand.Rand) []moment {
	day := DayOf(1998+r.IntN(30), 1+r.IntN(12), 1+r.IntN(28))
	at := []moment{day.at(5*60 + r.IntN(120))}
	for n := 8 + r.IntN(12); len(at) < n; {
		at = append(at, at[len(at)-1]+moment(3+r.IntN(50)))
	}
	z.p.Capture = day
	add := func(m moment) { z.segment(m, clockOnly(m), -1, true) }
	for _, m := range at {
		add(m)
	}
	z.ordered = func() {
		for range 1 + r.IntN(3) {
			for _, s := range z.p.Segments[:len(at)] {
				if r.IntN(3) > 0 {
					add(day.at(int(s.Minute)))
				}
			}
		}
	}
	return at
}

// makeTypos makes dates of which some tell their year, one of them a wrong one: it stays as it is told, and the years of the others are not moved.
func makeTypos(z *puzzle, r *rand.Rand) []moment {
	at := moments(r, paces[3+r.IntN(2)], 8+r.IntN(20))
	z.captured(r, at[len(at)-1], true)
	wrong := 1 + r.IntN(len(at)-2)
	for i, m := range at {
		s := withoutYear(r, m, true, false)
		if year := m.day().Year(); i == 0 || i == len(at)-1 || i == wrong || r.IntN(3) == 0 {
			s.Year = int16(year)
		}
		if s.Day == 29 && s.Month == 2 || i != wrong {
			z.segment(m, s, -1, true)
			continue
		}
		s.Year += []int16{-20, -10, -1, 10, 100, 900}[r.IntN(6)]
		told := DayOf(int(s.Year), int(s.Month), int(s.Day)).at(int(m.minute()))
		z.segment(told, s, -1, true)
	}
	return at
}

// A savingNight is the night in which the clocks of a place are set forward or back by an hour, at two or at three.
type savingNight struct {
	day  Day
	back bool
}

// local returns what a clock shows at a moment that is counted without the change, and whether it shows that for the second time.
func (n savingNight) local(m moment) (shown moment, again bool) {
	switch {
	case n.back && m >= n.day.at(3*60):
		return m - 60, m < n.day.at(4*60)
	case !n.back && m >= n.day.at(2*60):
		return m + 60, false
	}
	return m, false
}

// makeSaving makes clocks of such a night and the days around it, of which the capture or the oldest entry tells the day.
func makeSaving(z *puzzle, r *rand.Rand) []moment {
	at, night := savingMoments(r)
	last, _ := night.local(at[len(at)-1])
	if r.IntN(2) == 0 {
		z.p.Capture = last.day()
	}
	sure := plainNights(at)
	for i, m := range at {
		shown, _ := night.local(m)
		s := clockOnly(shown)
		if i == 0 && z.p.Capture == None {
			s = withoutYear(r, shown, true, false)
			s.Year = int16(shown.day().Year())
		}
		z.segment(shown, s, -1, sure)
	}
	return at
}

// savingMoments makes the instants of a feed that goes on through a night in which clocks are set.
func savingMoments(r *rand.Rand) ([]moment, savingNight) {
	night := savingNight{DayOf(2000+r.IntN(26), 3, 25+r.IntN(7)), false}
	if r.IntN(2) == 0 {
		night = savingNight{DayOf(2000+r.IntN(26), 10, 25+r.IntN(7)), true}
	}
	at := []moment{(night.day - 1).at(15*60 + r.IntN(9*60))}
	for n, pace := 12+r.IntN(30), 4+r.ExpFloat64()*20; len(at) < n; {
		at = append(at, at[len(at)-1]+moment(1+pace*r.ExpFloat64()))
	}
	return at, night
}

// TestTurnGenerated holds that the clocks of the hour that comes twice are told apart wherever their order shows the turn.
func TestTurnGenerated(t *testing.T) {
	r := rand.New(rand.NewPCG(26, 10))
	shown := 0
	for range 4000 {
		at, night := savingMoments(r)
		clocks, want := []int(nil), -1
		for _, m := range at {
			local, again := night.local(m)
			if !night.back || local.day() != night.day || local.minute()/60 != 2 {
				continue
			}
			if again && want < 0 {
				want = len(clocks)
			}
			clocks = append(clocks, int(local.minute())*60)
		}
		if want <= 0 || clocks[want] >= clocks[want-1] {
			continue // the order does not show it
		}
		shown++
		if got := Turn(clocks, Forward); got != want {
			t.Fatalf("%v turn at %d, not at %d", clocks, got, want)
		}
	}
	if shown < 100 {
		t.Fatalf("only %d such nights", shown)
	}
}
