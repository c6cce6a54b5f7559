package grouping

import (
	"math"
	"slices"
)

// How weights are moved by what they are worth. The likeliest weights make the decisions likely;
// what counts are entries. To move a weight while F1 rises learns the feeds by heart: on outlets
// left out F1 falls. So F1 is a mean over many weights nearby, which rises only where it rises for
// good.

// Limits of the climb, in tenths of weights and points of F1.
const (
	climbRounds = 3
	climbReach  = 3   // how far a weight moves
	climbLeast  = 0.1 // how much the worth must rise
)

// worthShares are what the seed, the other feeds of days alone, and those that lost their
// timestamps count in the worth of weights.
var worthShares = [3]float64{3, 2, 0.5}

// climb moves some weights by a step each, up to a reach, as long as their worth rises.
func climb(feeds []*fitFeed, w *weights, step, reach float64, moves func(i int) bool) {
	start, best := *w, worth(feeds, w)
	for range climbRounds {
		moved := false
		for i := range w {
			if !moves(i) {
				continue
			}
			at, to := w[i], w[i]
			for _, by := range []float64{-step, step} {
				if w[i] = at + by; math.Abs(w[i]-start[i]) > reach {
					continue
				}
				if v := worth(feeds, w); v > best+climbLeast {
					best, to, moved = v, w[i], true
				}
			}
			w[i] = to
		}
		if !moved {
			return
		}
	}
}

// worth returns the mean of start F1 and entry F1 on running text, by the shares of the kinds of
// feeds and over the weights nearby.
func worth(feeds []*fitFeed, w *weights) (total float64) {
	var sum, n [3]float64
	for _, near := range nearby(w) {
		near.use()
		for _, f := range feeds {
			if len(f.rows) < 8 || f.isList || len(f.gold) > 1000 {
				continue
			}
			k := f.kind()
			sum[k], n[k] = sum[k]+f.worth(), n[k]+1
		}
	}
	for k := range sum {
		total += worthShares[k] * sum[k] / max(1, n[k])
	}
	return total
}

// kind tells the seed, the other feeds of days alone and those that lost their timestamps apart.
func (f *fitFeed) kind() int {
	switch {
	case f.folder == "seed":
		return 0
	case !f.derived:
		return 1
	}
	return 2
}

func (f *fitFeed) worth() float64 {
	c := f.count(f.groupQuickly(), nil)
	return (c.start() + c.entry()) / 2
}

// nearby returns weights, and some that differ from them by a tenth at most, and by more in the
// bias: how often entries begin is what is known least.
func nearby(w *weights) []*weights {
	d, near := newDraw(), []*weights{w}
	for _, bias := range []float64{2, -2, 1, -1, 3, -3, 0} {
		v := *w
		for i := range v {
			v[i] += float64(d.below(3) - 1)
		}
		v[0] = w[0] + bias
		near = append(near, &v)
	}
	return near
}

// A draw draws numbers, always the same ones.
type draw uint64

func newDraw() *draw { d := draw(0x9E3779B97F4A7C15); return &d }

func (d *draw) below(n int) int {
	*d ^= *d << 13
	*d ^= *d >> 7
	*d ^= *d << 17
	return int(uint64(*d) % uint64(n))
}

// Limits of the choice for the seed.
const (
	seedDraws = 3000
	seedReach = 2   // tenths by which a weight moves
	seedLoss  = 0.3 // what the others lose of their worth at most
)

// chooseForSeed chooses, of the weights nearby that are worth the same on all other feeds, those
// that are worth most on the seed: it is the feed that the program was made for. What is measured
// on the seed left out has no part in it.
func chooseForSeed(feeds []*fitFeed, w *weights) {
	isSeed := func(f *fitFeed) bool { return f.kind() == 0 }
	at := slices.IndexFunc(feeds, isSeed)
	if at < 0 {
		return
	}
	seed, others := feeds[at:at+1], slices.DeleteFunc(slices.Clone(feeds), isSeed)
	worthOfSeed := func() float64 {
		nearly := worth(seed, w) / worthShares[0]
		w.use()
		return seed[0].worth() + nearly
	}
	start, d := *w, newDraw()
	least, best := worth(others, w)-seedLoss, worthOfSeed()
	for range seedDraws {
		was := *w
		for range 1 + d.below(4) {
			i := d.below(len(w))
			if to := w[i] + float64(2*d.below(2)-1); math.Abs(to-start[i]) <= seedReach {
				w[i] = to
			}
		}
		if v := worthOfSeed(); v > best+0.1 && worth(others, w) >= least {
			best = v
		} else {
			*w = was
		}
	}
}
