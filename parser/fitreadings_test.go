package parser

import (
	"flag"
	"fmt"
	"maps"
	"math"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"newstimeline/parser/internal/layout"
)

// The fit of the weights by which readings of a whole document are compared, and of those that say how sure the chosen one is: .tools/fit/run.
//
// It prints what each folder would score with the outlets of a sixth of the feeds left out in turn, then fits to all. Nothing is drawn by chance.

var (
	fitReal    = flag.String("readings", "", "folders of labelled feeds, parted by commas, to fit the weights of readings to")
	fitMade    = flag.String("made", "", "folders of made feeds, parted by commas")
	fitRemade  = flag.String("remade", "", "folders of made feeds, parted by commas, that are in another layout than the one they were made from")
	fitDrop    = flag.String("drop", "", "features, parted by commas, to leave out of the fit")
	fitAlone   = flag.String("alone", "", "features, parted by commas, whose weights are fitted, while all others stay as they are in the table")
	fitShow    = flag.String("show", "", "folder whose misread feeds are shown")
	fitWeights = flag.String("weights", "", "file to write the weights to")
)

const (
	fitL2    = 0.002
	fitSharp = 15 // how much better a reading must score to be the one that is wanted
	fitSteps = 300
	fitFolds = 6
	// What is still misread weighs more in further rounds: it is worth one to two points on texts and lists of outlets left out.
	fitRounds  = 2
	fitBoost   = 2
	fitDeficit = 0.1 // how much less than the best a case may be expected to score
	fitRate    = 0.05
	leastSd    = 0.2 // floor of a feature's spread, so that rare ones do not weigh most
)

// A model is a weight for each feature and, in fits of doubt, for the logit of an entry's share and a constant.
type model []float64

func (m model) score(r *fitRow) float64 {
	s := r.signs
	for i, v := range r.values {
		s += m[i] * v
	}
	return s
}

// best returns the reading of a case that a model chooses.
func (m model) best(c *fitCase) *fitRow {
	best := &c.rows[0]
	for i := range c.rows {
		if m.score(&c.rows[i]) > m.score(best) {
			best = &c.rows[i]
		}
	}
	return best
}

// An ascent climbs by steps of its own size for each weight (Adam).
type ascent struct {
	step         int
	mean, square []float64
}

func (a *ascent) move(w model, g []float64, rate float64) {
	if a.mean == nil {
		a.mean, a.square = make([]float64, len(w)), make([]float64, len(w))
	}
	a.step++
	for k := range w {
		a.mean[k] = 0.9*a.mean[k] + 0.1*g[k]
		a.square[k] = 0.99*a.square[k] + 0.01*g[k]*g[k]
		mean, square := a.mean[k]/(1-math.Pow(0.9, float64(a.step))), a.square[k]/(1-math.Pow(0.99, float64(a.step)))
		w[k] += rate * mean / (math.Sqrt(square) + 1e-6)
	}
}

// spreads returns the spread of each feature over all readings.
func spreads(cases []*fitCase) []float64 {
	n := len(layout.Features())
	mean, sd, all := make([]float64, n), make([]float64, n), 0.0
	each := func(do func(k int, v, weight float64)) {
		for _, c := range cases {
			for i := range c.rows {
				for k, v := range c.rows[i].values {
					do(k, v, c.weight)
				}
			}
		}
	}
	for _, c := range cases {
		all += c.weight * float64(len(c.rows))
	}
	each(func(k int, v, weight float64) { mean[k] += weight * v / all })
	each(func(k int, v, weight float64) { sd[k] += weight * (v - mean[k]) * (v - mean[k]) / all })
	for k := range sd {
		sd[k] = max(leastSd, math.Sqrt(sd[k]))
	}
	return sd
}

// softmax turns scores into shares of 1, in place.
func softmax(p []float64) {
	top, all := slices.Max(p), 0.0
	for i := range p {
		p[i] = math.Exp(p[i] - top)
		all += p[i]
	}
	for i := range p {
		p[i] /= all
	}
}

// fitModel fits the weights, in rounds.
func fitModel(cases []*fitCase) model {
	m := fitRound(cases)
	for range fitRounds {
		cases = m.boost(cases)
		m = fitRound(cases)
	}
	return m
}

// boost returns the cases, those with more weight that a model is expected to read worse than it could.
func (m model) boost(cases []*fitCase) (boosted []*fitCase) {
	for _, c := range cases {
		if best, expected := m.expect(c); best-expected > fitDeficit {
			d := *c
			d.weight *= fitBoost
			c = &d
		}
		boosted = append(boosted, c)
	}
	return boosted
}

// expect returns what the best reading of a case scores, and what its readings score by their likelihoods.
func (m model) expect(c *fitCase) (best, expected float64) {
	p := make([]float64, len(c.rows))
	for i := range c.rows {
		p[i] = m.score(&c.rows[i])
	}
	softmax(p)
	for i := range c.rows {
		best, expected = max(best, c.rows[i].score), expected+p[i]*c.rows[i].score
	}
	return best, expected
}

// fitRound fits the weights: first towards the readings that score best, then towards the expected score.
func fitRound(cases []*fitCase) model {
	sd := spreads(cases)
	w, total := make(model, len(sd)), 0.0
	var use []*fitCase
	for _, c := range cases {
		lo, hi := c.rows[0].score, c.rows[0].score
		for i := range c.rows {
			lo, hi = min(lo, c.rows[i].score), max(hi, c.rows[i].score)
		}
		if hi-lo > 0.02 {
			use, total = append(use, c), total+c.weight
		}
	}
	var climb ascent
	for step := range fitSteps {
		g := make([]float64, len(w))
		for _, c := range use {
			addGradient(g, w, sd, c, c.weight/total, step >= fitSteps/2)
		}
		for k := range g {
			g[k] -= fitL2 * w[k]
		}
		climb.move(w, g, fitRate)
	}
	for k := range w {
		w[k] /= sd[k]
	}
	return w
}

// addGradient adds to g where a case would move the weights.
func addGradient(g []float64, w model, sd []float64, c *fitCase, weight float64, expected bool) {
	p, want, mean := make([]float64, len(c.rows)), make([]float64, len(c.rows)), 0.0
	for i := range c.rows {
		p[i] = c.rows[i].signs
		for k, v := range c.rows[i].values {
			if v != 0 {
				p[i] += w[k] * v / sd[k]
			}
		}
		want[i] = fitSharp * c.rows[i].score
	}
	softmax(p)
	softmax(want)
	for i := range c.rows {
		mean += p[i] * c.rows[i].score
	}
	for i := range c.rows {
		d := want[i] - p[i]
		if expected {
			d = 0.3*d + 3*p[i]*(c.rows[i].score-mean)
		}
		for k, v := range c.rows[i].values {
			if v != 0 {
				g[k] += weight * d * v / sd[k]
			}
		}
	}
}

// mostEntries bounds how much a long feed weighs in the fit of the doubts, which is of entries.
const mostEntries = 10

// A fitSample is the chosen reading of a case, for the fit of the doubts.
type fitSample struct {
	values        []float64 // the features, the logit of the share that its entries have of the likelihood, 1
	right, weight float64
	entries       float64
	fold          int
	real, seen    bool // seen: the fit has the outlet
}

// sampleOf returns the sample of a case, nil if its reading has no entries that timestamps give.
func sampleOf(c *fitCase, m model, fold int) *fitSample {
	best := m.best(c)
	p := make([]float64, len(c.rows))
	for i := range c.rows {
		p[i] = m.score(&c.rows[i])
	}
	softmax(p)
	mass := map[string]float64{}
	for i := range c.rows {
		for _, k := range c.rows[i].keys {
			mass[k] += p[i]
		}
	}
	n, share, right := 0.0, 0.0, 0.0
	for i, k := range best.keys {
		if best.cues[i] {
			continue
		}
		n, share = n+1, share+mass[k]
		if best.right[i] {
			right++
		}
	}
	if n == 0 {
		return nil
	}
	share = min(max(share/n, 0.01), 0.99)
	s := &fitSample{
		values: append(slices.Clone(best.values), math.Log(share/(1-share)), 1), right: right / n,
		entries: n, weight: min(n, mostEntries), fold: fold, real: c.weight >= realWeight,
	}
	if !s.real {
		s.weight /= realWeight // users have real ones
	}
	return s
}

func (s *fitSample) probability(w model) float64 {
	z := 0.0
	for k, v := range s.values {
		z += w[k] * v
	}
	return 1 / (1 + math.Exp(-z))
}

// mostDoubts is how many features tell how sure the entries of a reading are. More say no more of outlets left out.
const mostDoubts = 8

// fitDoubts fits a logistic model of being right, to all samples but those of a fold. It has the few features that do most.
func fitDoubts(samples []*fitSample, without int) model {
	samples = slices.DeleteFunc(slices.Clone(samples), func(s *fitSample) bool { return s.fold == without })
	known := len(samples[0].values) - 2
	does := make([]float64, known)
	for k, w := range fitLogistic(samples, nil)[:known] {
		sum, squares := 0.0, 0.0
		for _, s := range samples {
			sum, squares = sum+s.values[k], squares+s.values[k]*s.values[k]
		}
		n := float64(len(samples))
		does[k] = math.Abs(w) * math.Sqrt(squares/n-sum*sum/n/n)
	}
	least := slices.Sorted(slices.Values(does))[known-mostDoubts]
	return fitLogistic(samples, func(k int) bool { return k < known && does[k] < least })
}

// fitLogistic fits the weights of a logistic model but those that are to be nothing.
func fitLogistic(samples []*fitSample, isNothing func(k int) bool) model {
	const steps, rate, l2 = 500, 0.03, 0.01
	w, total := make(model, len(samples[0].values)), 0.0
	for _, s := range samples {
		total += s.weight
	}
	var climb ascent
	for range steps {
		g := make([]float64, len(w))
		for _, s := range samples {
			d := s.weight / total * (s.right - s.probability(w))
			for k, v := range s.values {
				g[k] += d * v
			}
		}
		for k := range len(w) - 2 {
			if g[k] -= l2 * w[k]; isNothing != nil && isNothing(k) {
				g[k] = 0
			}
		}
		climb.move(w, g, rate)
	}
	return w
}

// TestFitReadings fits the weights and prints what they are worth.
func TestFitReadings(t *testing.T) {
	if *fitReal == "" {
		t.Skip("fits only what -readings names")
	}
	cases := readFitCases(t, *fitReal, realWeight)
	if *fitMade != "" {
		cases = append(cases, readFitCases(t, *fitMade, 1)...)
	}
	if *fitRemade != "" {
		cases = append(cases, readFitCases(t, *fitRemade, remadeWeight)...)
	}
	cases = append(cases, readOwnCases(t)...)
	cases = append(cases, readOwnPages(t)...)
	cases = append(cases, generateCases()...)
	fold := map[string]int{}
	for _, c := range cases {
		if _, known := fold[c.outlet]; !known {
			fold[c.outlet] = len(fold) % fitFolds
		}
	}
	dropFeatures(cases)
	if *fitAlone != "" {
		writeWeights(t, climbTable(t, cases, strings.Split(*fitAlone, ",")))
		return
	}
	samples := leaveOut(t, cases, fold)
	weights := fitModel(cases)
	samples = append(samples, seenSamples(cases, weights, fold)...)
	reportDoubts(t, samples)
	if *fitWeights != "" {
		source := weightsSource(weights, fitDoubts(samples, -1))
		if err := os.WriteFile(*fitWeights, []byte(source), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// writeWeights writes a table of weights into the file of -weights, whose other table stays as it is.
func writeWeights(t *testing.T, m model) {
	if *fitWeights == "" {
		return
	}
	was, err := os.ReadFile(*fitWeights)
	if err != nil {
		t.Fatal(err)
	}
	const second = "// doubts are"
	first, _, _ := strings.Cut(weightsSource(m, make(model, len(m)+2)), second)
	_, rest, _ := strings.Cut(string(was), second)
	if err := os.WriteFile(*fitWeights, []byte(first+second+rest), 0o666); err != nil {
		t.Fatal(err)
	}
}

// climbSoftness is how much the expected score of a case counts beside that of the reading that is chosen: enough for a slope where no choice changes.
const climbSoftness = 0.2

// climbTable changes some weights of the table step by step, and pairs of them, as long as the readings that are chosen score better. A few features can
// so be fitted to new feeds, or new ones to all, without a shift of those that are settled.
func climbTable(t *testing.T, cases []*fitCase, names []string) model {
	w := make(model, len(layout.Features()))
	for k, tenths := range layout.Weights() {
		w[k] = float64(tenths) / 10
	}
	var free []int
	for _, name := range names {
		free = append(free, slices.Index(layout.Features(), name))
	}
	value := func() (sum float64) {
		for _, c := range cases {
			_, expected := w.expect(c)
			sum += c.weight * (w.best(c).score + climbSoftness*expected)
		}
		return sum
	}
	best := value()
	try := func(by ...float64) {
		was := slices.Clone(w)
		for n := 0; n < len(by); n += 2 {
			w[int(by[n])] += by[n+1]
		}
		if v := value(); v > best {
			best = v
		} else {
			copy(w, was)
		}
	}
	for _, step := range []float64{1.6, 0.8, 0.4, 0.2, 0.1} {
		for before := best - 1; best > before; {
			before = best
			for _, k := range free {
				try(float64(k), step)
				try(float64(k), -step)
				for _, other := range free {
					if other != k {
						try(float64(k), step, float64(other), -step)
					}
				}
			}
		}
	}
	for _, k := range free {
		t.Logf("%s: %.0f", layout.Features()[k], 10*w[k])
	}
	return w
}

// dropFeatures makes the features nothing that are to be left out.
func dropFeatures(cases []*fitCase) {
	for k, name := range layout.Features() {
		if !slices.Contains(strings.Split(*fitDrop, ","), name) {
			continue
		}
		for _, c := range cases {
			for i := range c.rows {
				c.rows[i].values[k] = 0
			}
		}
	}
}

// show prints what decided for the reading of a case that a model chooses, and against the one that scores best.
func (m model) show(t *testing.T, c *fitCase) {
	best, top := m.best(c), &c.rows[0]
	for i := range c.rows {
		if c.rows[i].score > top.score {
			top = &c.rows[i]
		}
	}
	if top.score-best.score < 0.03 {
		return
	}
	type part struct {
		name string
		by   float64
	}
	var parts []part
	for k, name := range layout.Features() {
		if by := m[k] * (best.values[k] - top.values[k]); math.Abs(by) > 0.1 {
			parts = append(parts, part{name, by})
		}
	}
	slices.SortFunc(parts, func(a, b part) int { return int(100 * (math.Abs(b.by) - math.Abs(a.by))) })
	var line strings.Builder
	for _, p := range parts[:min(12, len(parts))] {
		fmt.Fprintf(&line, " %s %+.1f", p.name, p.by)
	}
	t.Logf("%s %s: %.2f, not %.2f; by %.1f:%s", c.folder, c.name, best.score, top.score, m.score(best)-m.score(top), line.String())
	t.Logf("    %s | %s", best.about, top.about)
}

// fitWithout returns the models that are fitted without each of the folds in turn.
func fitWithout(cases []*fitCase, fold map[string]int) (models [fitFolds]model) {
	var wg sync.WaitGroup
	for n := range models {
		wg.Go(func() {
			models[n] = fitModel(slices.DeleteFunc(slices.Clone(cases), func(c *fitCase) bool { return fold[c.outlet] == n }))
		})
	}
	wg.Wait()
	return models
}

// leaveOut prints what the folders score without the outlets of each fold, and returns the samples.
func leaveOut(t *testing.T, cases []*fitCase, fold map[string]int) (samples []*fitSample) {
	sums := map[string]*[3]float64{} // cases; score as chosen, at best
	for n, m := range fitWithout(cases, fold) {
		for _, c := range cases {
			if fold[c.outlet] != n {
				continue
			}
			s := sums[c.folder]
			if s == nil {
				s = new([3]float64)
				sums[c.folder] = s
			}
			best := 0.0
			for i := range c.rows {
				best = max(best, c.rows[i].score)
			}
			if slices.Contains(strings.Split(*fitShow, ","), c.folder) {
				m.show(t, c)
			}
			s[0], s[1], s[2] = s[0]+1, s[1]+m.best(c).score, s[2]+best
			if x := sampleOf(c, m, n); x != nil && !c.own {
				samples = append(samples, x)
			}
		}
	}
	for _, folder := range slices.Sorted(maps.Keys(sums)) {
		s := sums[folder]
		t.Logf("%-12s %4.0f cases: left out %5.1f, the best reading %5.1f", folder, s[0], 100*s[1]/s[0], 100*s[2]/s[0])
	}
	return samples
}

// seenSamples returns the samples of the model that is fitted to all. The feeds of users are of outlets that the fit has seen as well as of others.
func seenSamples(cases []*fitCase, m model, fold map[string]int) (samples []*fitSample) {
	for _, c := range cases {
		if x := sampleOf(c, m, fold[c.outlet]); x != nil && !c.own {
			x.seen = true
			samples = append(samples, x)
		}
	}
	return samples
}

// reportDoubts prints how often what is said at some probability is right, with the outlets of each fold left out.
func reportDoubts(t *testing.T, samples []*fitSample) {
	kinds := []string{"real feeds of outlets left out", "made ones", "real feeds that were seen", "made ones"}
	bins := make([][10][3]float64, len(kinds))
	for n := range fitFolds {
		w := fitDoubts(samples, n)
		for _, s := range samples {
			if s.fold != n {
				continue
			}
			kind, p := 0, s.probability(w)
			if !s.real {
				kind++
			}
			if s.seen {
				kind += 2
			}
			b := &bins[kind][min(int(10*p), 9)]
			n := min(s.entries, mostEntries)
			b[0], b[1], b[2] = b[0]+n, b[1]+n*p, b[2]+n*s.right
		}
	}
	for kind, name := range kinds {
		var line strings.Builder
		apart, all := 0.0, 0.0
		for _, b := range bins[kind] {
			if b[0] > 0 {
				fmt.Fprintf(&line, " %.0f: %.0f/%.0f", b[0], 100*b[1]/b[0], 100*b[2]/b[0])
			}
			apart, all = apart+math.Abs(b[1]-b[2]), all+b[0]
		}
		t.Logf("entries of %s: percent said/right:%s; apart by %.1f points in the mean", name, line.String(), 100*apart/all)
	}
}

// weightsSource returns the Go source of the tables, in tenths.
func weightsSource(weights, doubts model) string {
	names := layout.Features()
	var b strings.Builder
	b.WriteString("package layout\n\n// Written by the fit: .tools/fit/run. In tenths of a logit.\n")
	table := func(name, about string, w model) {
		fmt.Fprintf(&b, "\n// %s are %s\nvar %s = [len(features)]int32{\n", name, about, name)
		for k, f := range names {
			fmt.Fprintf(&b, "\t%.0f, // %s\n", 10*w[k], f)
		}
		b.WriteString("}\n")
	}
	table("weights", "those of the features in choosing a reading.", weights)
	table("doubts", "the weights of the features of the chosen reading in how sure its entries are.", doubts)
	n := len(names)
	b.WriteString("\n// shareDoubt is the weight of the logit of the share of the likelihood that an entry has; baseDoubt\n// is added.\n")
	fmt.Fprintf(&b, "const (\n\tshareDoubt = %.0f\n\tbaseDoubt  = %.0f\n)\n", 10*doubts[n], 10*doubts[n+1])
	return b.String()
}
