package grouping

import (
	"math"
	"testing"
)

// How strongly weights are held: the penalties of the squares of what given weights are changed by,
// of the other cues, of the habits, and of the rate that each feed has of its own beside its
// habits; and what a feed that lost its timestamps counts beside one that never had any.
const (
	givenPenalty = 10
	cuePenalty   = 2
	habitPenalty = 4.5
	ratePenalty  = 0.3
	derivedShare = 0.25
	seedShare    = 12 // agency news in short entries: there is no other feed of the kind
)

// fixedPenalty holds a weight where it is.
const fixedPenalty = 1e6

// A regression finds the most likely weights, and behind them the rates of the feeds, by Newton's
// method.
type regression struct {
	feeds               []*fitFeed
	counts              []float64 // what a decision of each feed counts
	at, toward, penalty []float64
}

// likeliest returns the weights under which the labels are most likely. First those of running
// text, then that of lists.
func likeliest(feeds []*fitFeed) *weights {
	const n = len(weights{})
	r := regression{feeds: feeds, at: make([]float64, n+len(feeds)), toward: make([]float64, n+len(feeds)), penalty: make([]float64, n+len(feeds))}
	for i := range r.at {
		r.penalty[i] = ratePenalty
		switch value, ok := 0.0, false; {
		case i >= n:
			continue
		case i >= len(cues):
			r.penalty[i] = habitPenalty
		case i == 0:
			r.penalty[i] = ratePenalty / 10
		default:
			r.penalty[i] = cuePenalty
			if value, ok = given[cues[i].name]; ok {
				r.at[i], r.toward[i], r.penalty[i] = value/10, value/10, givenPenalty
			}
		}
	}
	lists := len(weights{}) - 1
	r.penalty[lists] = fixedPenalty
	r.counts = countsOf(feeds, false)
	r.improve()
	for i := range r.at {
		r.toward[i], r.penalty[i] = r.at[i], fixedPenalty
	}
	r.penalty[lists], r.counts = ratePenalty, countsOf(feeds, true)
	r.improve()
	return (*weights)(r.at[:n])
}

// countsOf returns what a decision of each feed counts, among lists of headlines or among running
// text. An outlet counts little more if it has many feeds, and a feed if it is long.
func countsOf(feeds []*fitFeed, lists bool) []float64 {
	size := map[string]float64{}
	for _, f := range feeds {
		size[f.outlet] += math.Sqrt(float64(len(f.rows)))
	}
	counts := make([]float64, len(feeds))
	for i, f := range feeds {
		if len(f.rows) == 0 || f.isList != lists {
			continue
		}
		counts[i] = 5 / math.Sqrt(size[f.outlet]*float64(len(f.rows)))
		if f.derived {
			counts[i] *= derivedShare
		}
		if f.folder == "seed" {
			counts[i] *= seedShare
		}
	}
	return counts
}

// improve makes some steps toward the most likely weights.
func (r *regression) improve() {
	for range 7 {
		slope, curve := make([]float64, len(r.at)), make([][]float64, len(r.at))
		for i := range curve {
			curve[i] = make([]float64, len(r.at))
			curve[i][i], slope[i] = r.penalty[i], r.penalty[i]*(r.toward[i]-r.at[i])
		}
		for k, f := range r.feeds {
			if r.counts[k] > 0 {
				r.addSlopes(k, f, slope, curve)
			}
		}
		for i, step := range solve(curve, slope) {
			r.at[i] += step
		}
	}
}

// addSlopes adds what the decisions of feed k say of the weights.
func (r *regression) addSlopes(k int, f *fitFeed, slope []float64, curve [][]float64) {
	own := int16(len(weights{}) + k)
	for n, row := range f.rows {
		row = append(row[:len(row):len(row)], own)
		sum := 0.0
		for _, c := range row {
			sum += r.at[c]
		}
		p := 1 / (1 + math.Exp(-sum))
		miss := -p
		if f.starts[n] {
			miss++
		}
		for _, a := range row {
			slope[a] += r.counts[k] * miss
			for _, b := range row {
				curve[a][b] += r.counts[k] * p * (1 - p)
			}
		}
	}
}

// solve solves the linear equations a·x = b by elimination; a is positive definite.
func solve(a [][]float64, b []float64) []float64 {
	for i := range b {
		for r := i + 1; r < len(b); r++ {
			by := a[r][i] / a[i][i]
			for k := i; by != 0 && k < len(b); k++ {
				a[r][k] -= by * a[i][k]
			}
			b[r] -= by * b[i]
		}
	}
	for i := len(b) - 1; i >= 0; i-- {
		for k := i + 1; k < len(b); k++ {
			b[i] -= a[i][k] * b[k]
		}
		b[i] /= a[i][i]
	}
	return b
}

// A decision is the score of a paragraph, how the feed leans, and whether an entry begins there.
type decision struct {
	score  int
	lean   int
	signed bool // a sign of the feed made it
	begins bool
	own    bool // the feed never had timestamps
	weight float64
}

// A calibration says what scores mean.
type calibration struct{ even, slope, tilt int }

// calibrate returns the whole numbers under which the decisions are most likely.
func calibrate(seen []decision) (best calibration) {
	least := math.Inf(1)
	for even := -10; even <= 20; even++ {
		for slope := 40; slope <= 120; slope += 4 {
			for tilt := 0; tilt <= 200; tilt += 10 {
				c := calibration{even, slope, tilt}
				if loss := c.loss(seen); loss < least {
					least, best = loss, c
				}
			}
		}
	}
	return best
}

// loss is the less the likelier the decisions are.
func (c calibration) loss(seen []decision) (loss float64) {
	for _, d := range seen {
		if d.signed {
			continue
		}
		x := float64((d.score-c.even)*c.slope+leaning(d.lean)*c.tilt) / 1000
		if !d.begins {
			x = -x
		}
		loss += d.weight * math.Log1p(math.Exp(-x))
	}
	return loss
}

// missed returns how far, in points, what is said of the entries that are begun is from what is
// right: the mean over the bins of ten percent, as score.py gives it.
func (c calibration) missed(seen []decision, own bool) float64 {
	var apart [10]float64
	n := 0.0
	for _, d := range seen {
		if d.own != own || d.score <= 0 {
			continue
		}
		p := float64(signSure)
		if !d.signed {
			p = float64(probabilityBy(d.score, d.lean, c.even, c.slope, c.tilt))
		}
		b := min(9, int(p)/10)
		if apart[b], n = apart[b]+p, n+1; d.begins {
			apart[b] -= 100
		}
	}
	sum := 0.0
	for _, by := range apart {
		sum += math.Abs(by)
	}
	return sum / max(1, n)
}

// print prints how often entries begin where they are said to, by what is said. Long feeds, and
// those that lost their timestamps, count less.
func (c calibration) print(t *testing.T, seen []decision) {
	var said, right, all [10]float64
	var signs, signsRight [2]int
	for _, d := range seen {
		begins := 0
		if d.begins {
			begins = 1
		}
		if d.signed {
			k := 0
			if d.score > 0 {
				k = 1
			}
			signs[k]++
			signsRight[k] += begins
			continue
		}
		p := probabilityBy(d.score, d.lean, c.even, c.slope, c.tilt)
		b := min(9, p/10)
		said[b], all[b], right[b] = said[b]+d.weight*float64(p), all[b]+d.weight, right[b]+d.weight*float64(begins)
	}
	t.Logf("even at %d, slope %d, tilt %d; signs say %d times that an entry begins, right %d; %d times that none does, wrong %d", c.even, c.slope, c.tilt, signs[1], signsRight[1], signs[0], signsRight[0])
	for b := range all {
		if all[b] > 0 {
			t.Logf("said %2d to %2d percent: %5.0f decisions, said %2.0f, entries begin %2.0f", 10*b, 10*b+9, all[b], said[b]/all[b], 100*right[b]/all[b])
		}
	}
	t.Logf("where entries are said to begin: %.1f points from what is right in feeds of days alone, %.1f in the others", c.missed(seen, true), c.missed(seen, false))
	without := c
	without.tilt = 0
	t.Logf("loss %.2f, without tilt %.2f", c.loss(seen), without.loss(seen))
}
