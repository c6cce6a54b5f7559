package grouping

import (
	"encoding/json"
	"flag"
	"math"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/text"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The fitting of the cues' weights to labelled feeds, and what it is worth on feeds of outlets that it did not see:
//
//	go test ./parser -run TestFit -v -fit ../../shared/corpus/seed,../../shared/corpus/untimed,../../shared/corpus/layouts
//
// The folders count alike. A feed counts with about its number of entries, however long it is, and has a rate of starts of its own, so that a feed of short entries does not
// teach the cues that everything begins one. Newton's method finds the most likely weights near the given ones; then weights move by whole
// tenths while the mean of start F1 and entry F1 over the feeds rises clearly. Nothing is drawn by chance.

var fitDirs = flag.String("fit", "", "folders of labelled feeds, parted by commas, to fit the cues' weights to")

// givenWeights are those that were measured or set before the corpus was there, in tenths, most of them on English feeds beyond it; cues that
// are not here start at nothing.
var givenWeights = map[string]float64{
	"bias": -2, "quotation": -24, "open-quotation": -3, "after-colon": -8, "surname-again": -12, "rare-surname-again": -14, "full-name-again": 11,
	"new-full-name": 3, "no-name": -4, "shared-rare-name": -9, "shared-rare-word": -7, "unlike": 5, "nearer-to-next": 4, "long-entry": 7,
	"pronoun": -14, "connective": -14, "anaphor": -12, "he-said": -19, "bare-name-said": -4, "also": -10, "perfect": 11, "perfect-of-saying": 7,
	"inverted": 11, "citing": 7, "titled-name": 4, "no-stop": -5, "list": -3, "short": -4, "after-question": -4, "small-letter": -8, "lead-only": 3,
	"greeting": 8, "new-subject": 3, "same-subject": -4, "list-item": -16,
}

// How far the given weights and the others may move: the penalties of their squares.
const (
	givenPenalty = 40
	otherPenalty = 4
	ratePenalty  = 1
)

// A fitFeed is a labelled feed as the grouper reads it.
type fitFeed struct {
	name, outlet, folder string
	g                    *grouper
	days                 []int
	gold, free           []bool    // by paragraph: it begins an entry; it may or may not
	rows                 [][]int16 // by decision: the cues that hold, if all before was decided rightly
	starts               []bool    // by decision
	weight               float64
}

// TestFit fits the weights, without each outlet in turn and with all, and prints what they are worth.
func TestFit(t *testing.T) {
	if *fitDirs == "" {
		t.Skip("fits only what -fit names")
	}
	feeds := readFitFeeds(t, strings.Split(*fitDirs, ",")...)
	var table [len(cues)]float64
	for i := range cues {
		table[i] = float64(cues[i].weight)
	}
	defer setWeights(table)
	var sum [2]float64
	bins := [10][2]int{}
	for _, f := range feeds {
		others := slices.DeleteFunc(slices.Clone(feeds), func(o *fitFeed) bool { return o.outlet == f.outlet })
		setWeights(fitWeights(others))
		start, entry := f.measure(&bins)
		t.Logf("%-40s %3d paragraphs: without its outlet, start F1 %5.1f entry F1 %5.1f", f.name, len(f.gold), start, entry)
		sum[0], sum[1] = sum[0]+start, sum[1]+entry
	}
	t.Logf("mean: start F1 %.1f entry F1 %.1f", sum[0]/float64(len(feeds)), sum[1]/float64(len(feeds)))
	for b, n := range bins {
		t.Logf("given as %2d to %2d percent: %d of %d begin an entry", 10*b, 10*b+9, n[0], n[1])
	}
	for i, w := range fitWeights(feeds) {
		t.Logf("%-20s in the table %3.0f, fitted to all %3.0f", cues[i].name, table[i], w)
	}
}

// TestWeights holds that the table parts labelled feeds, where they lie beside the checkout, about as well as it did when it was fitted.
func TestWeights(t *testing.T) {
	feeds := readFitFeeds(t, "../../shared/corpus/seed", "../../shared/corpus/untimed")
	if len(feeds) == 0 {
		t.Skip("no labelled feeds beside the checkout")
	}
	sum, bins := 0.0, [10][2]int{}
	for _, f := range feeds {
		start, _ := f.measure(&bins)
		sum += start
	}
	const least = 68
	if mean := sum / float64(len(feeds)); mean < least {
		t.Errorf("mean start F1 %.1f, want %d at least", mean, least)
	} else {
		t.Logf("mean start F1 %.1f of %d feeds", mean, len(feeds))
	}
}

// readFitFeeds reads the labelled feeds of some folders that are of use.
func readFitFeeds(t *testing.T, dirs ...string) (feeds []*fitFeed) {
	for _, dir := range dirs {
		files, _ := filepath.Glob(dir + "/*.gold.json")
		for _, file := range files {
			if f := readFitFeed(t, file); f != nil {
				feeds = append(feeds, f)
			}
		}
	}
	return feeds
}

func setWeights(w [len(cues)]float64) {
	for i := range cues {
		cues[i].weight = int(w[i])
	}
}

// readFitFeed reads a feed; nil if it has too few decisions, hardly any entry of more than one paragraph, or a sign that
// parts its entries.
func readFitFeed(t *testing.T, file string) *fitFeed {
	var label struct {
		Entries []struct {
			First int `json:"first_line"`
			Last  int `json:"last_line"`
			Date  string
		}
		Ignore []int
		Free   []int `json:"optional_starts"`
	}
	raw, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(raw, &label)
	}
	content, err2 := os.ReadFile(strings.TrimSuffix(file, ".gold.json") + ".txt")
	if err != nil || err2 != nil {
		t.Fatal(file, err, err2)
	}
	f := &fitFeed{name: strings.TrimSuffix(filepath.Base(file), ".gold.json")}
	f.folder = filepath.Dir(file)
	f.outlet = f.name[:strings.IndexAny(f.name+"-", "_-")]
	f.g = &grouper{text: string(content)}
	lines := text.Split(f.g.text)
	var runs []text.Paragraph
	var sample []feed.Span
	date, begun := "", 0
	for _, e := range label.Entries {
		first := true
		for n := max(1, e.First); n <= e.Last; n++ {
			s := lines.Span(f.g.text, n-1)
			if s.Len() == 0 || slices.Contains(label.Ignore, n) {
				continue
			}
			if first && e.Date != date || len(runs) == 0 {
				f.days, date = append(f.days, len(runs)), e.Date
			}
			if first {
				begun++
			}
			runs = append(runs, text.Paragraph{Start: int32(s.Start), End: int32(s.End), First: int32(n - 1), Last: int32(n - 1)})
			sample = append(sample, s)
			f.gold, f.free = append(f.gold, first), append(f.free, slices.Contains(label.Free, n))
			first = false
		}
	}
	if len(runs) < 8 || begun*10 > len(runs)*8 {
		return nil
	}
	f.days = append(f.days, len(runs))
	g := Groups{Flow: text.Flow{D: text.NewDocument(feed.Source{Text: f.g.text})}}
	if signs, _ := g.byRecurringLines(runs, f.days); signs != nil {
		return nil // no cue is asked
	}
	f.g.lang = f.g.reader.languageOf(f.g.text, sample[:min(len(sample), LanguageSpans)])
	f.g.load(runs)
	f.findRows()
	return f
}

// findRows finds the cues of every decision.
func (f *fitFeed) findRows() {
	o := &f.g.open
	for d, from := range f.days[:len(f.days)-1] {
		day := f.g.paragraphs[from:f.days[d+1]]
		for i := range day {
			p := &day[i]
			if i > 0 {
				var next *paragraph
				if i+1 < len(day) {
					next = &day[i+1]
				}
				o.compare(p, next)
				var row []int16
				for k := range cues {
					if cues[k].holds(p, o) {
						row = append(row, int16(k))
					}
				}
				if !f.free[from+i] {
					f.rows, f.starts = append(f.rows, row), append(f.starts, f.gold[from+i])
				}
			}
			if i == 0 || f.gold[from+i] {
				o.begin(p)
			} else {
				o.add(p)
			}
		}
	}
	n := float64(max(1, len(f.rows)))
	f.weight = min(1, 12/n*math.Sqrt(n/40))
}

// fitWeights returns weights in whole tenths.
func fitWeights(feeds []*fitFeed) (w [len(cues)]float64) {
	for i, v := range likeliest(feeds) {
		w[i] = math.Round(10 * v)
	}
	share := shares(feeds)
	worth := func() (sum float64) {
		setWeights(w)
		for _, f := range feeds {
			start, entry := f.measure(nil)
			sum += (start + entry) / 2 * share[f.folder]
		}
		return sum
	}
	best := worth()
	for range 2 {
		for i := range w {
			at, to := w[i], w[i]
			for _, by := range []float64{-3, -2, -1, 1, 2, 3} {
				w[i] = at + by
				if v := worth(); v > best+0.25 {
					best, to = v, w[i]
				}
			}
			w[i] = to
		}
	}
	return w
}

// shares returns what one feed of each folder counts, if folders count alike.
func shares(feeds []*fitFeed) map[string]float64 {
	n := map[string]float64{}
	for _, f := range feeds {
		n[f.folder]++
	}
	for folder, k := range n {
		n[folder] = 1 / k / float64(len(n))
	}
	return n
}

// likeliest returns the weights under which the labels are most likely, near the given ones, by Newton's method. Each feed has a rate of its own.
func likeliest(feeds []*fitFeed) []float64 {
	const n = len(cues)
	size := n + len(feeds)
	at, given, penalty := make([]float64, size), make([]float64, size), make([]float64, size)
	for i := range size {
		penalty[i] = ratePenalty
		if i < n {
			penalty[i] = otherPenalty
			if w, ok := givenWeights[cues[i].name]; ok {
				at[i], given[i], penalty[i] = w/10, w/10, givenPenalty
			}
		}
	}
	share := shares(feeds)
	for range 12 {
		slope, curve := make([]float64, size), make([][]float64, size)
		for i := range size {
			curve[i] = make([]float64, size)
			curve[i][i], slope[i] = penalty[i], penalty[i]*(given[i]-at[i])
		}
		for k, f := range feeds {
			weight := f.weight * share[f.folder] * float64(len(feeds))
			for r, row := range f.rows {
				row = append(row[:len(row):len(row)], int16(n+k))
				sum := float64(f.g.rate) / 10
				for _, c := range row {
					sum += at[c]
				}
				p := 1 / (1 + math.Exp(-sum))
				miss := -p
				if f.starts[r] {
					miss++
				}
				for _, a := range row {
					slope[a] += weight * miss
					for _, b := range row {
						curve[a][b] += weight * p * (1 - p)
					}
				}
			}
		}
		for i, step := range solve(curve, slope) {
			at[i] += step
		}
	}
	return at[:n]
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

// measure groups a feed by the weights of the moment and returns start F1 and entry F1, in percent. bins counts, by the probability that was
// given, the starts and all.
func (f *fitFeed) measure(bins *[10][2]int) (start, entry float64) {
	gold, found, hits, whole := 0, 0, 0, 0
	scores := make([]int16, 0, len(f.gold))
	for d, from := range f.days[:len(f.days)-1] {
		to := f.days[d+1]
		scores = f.g.group(from, to, scores)
		matched := false
		for i := from; i < to; i++ {
			if f.free[i] {
				continue
			}
			is, says := f.gold[i], scores[i] > 0
			if bins != nil && i > from {
				b := &bins[min(9, probability(int(scores[i]))/10)]
				b[1]++
				if is {
					b[0]++
				}
			}
			if is && says && matched {
				whole++
			}
			if is {
				gold++
			}
			if says {
				found++
			}
			if is || says {
				matched = is && says
			}
			if matched && (is && says) {
				hits++
			}
		}
		if matched {
			whole++
		}
	}
	return 200 * float64(hits) / float64(max(1, gold+found)), 200 * float64(whole) / float64(max(1, gold+found))
}
