package grouping

import (
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The fitting of the weights of cues and habits to labelled feeds, and what they are worth on
// outlets that were left out:
//
//	go test ./parser/internal/grouping -run TestFit -v -fit DIR/seed,DIR/untimed,DIR/feeds,DIR/layouts,DIR/clips,DIR/lists,DIR/texts -weights weights.go
//
// Feeds with timestamps lose them first (label_test.go). Newton's method finds the most likely
// weights near those that were measured before the corpus was there; then they move by tenths to
// where F1 is higher all around (climb_test.go). The same feeds give the same weights. With -alone,
// some weights are fitted and all others stay as they are.

var (
	fitDirs     = flag.String("fit", "", "folders of labelled feeds, parted by commas, to fit the cues to")
	deriveDir   = flag.String("derive", "", "a folder to write the feeds of -fit to as they are without timestamps")
	aloneNames  = flag.String("alone", "", "cues and habits, parted by commas, that are fitted; all others stay")
	weightsFile = flag.String("weights", "", "a file to write the weights to that are fitted to all feeds")
)

// given are weights that were measured or set before the corpus was there, in tenths, most of them
// on English feeds beyond it; cues that are not here start at nothing.
var given = map[string]float64{
	"quotation": -24, "open-quotation": -3, "after-colon": -8, "surname-again": -12, "rare-surname-again": -14,
	"new-full-name": 3, "no-name": -4, "shared-rare-name": -9, "shared-rare-word": -7, "unlike": 5, "nearer-to-next": 4, "long-entry": 7,
	"pronoun": -14, "connective": -14, "anaphor": -12, "he-said": -19, "also": -10, "perfect": 11, "perfect-of-saying": 7,
	"inverted": 11, "citing": 7, "titled-name": 4, "after-question": -4, "small-letter": -8, "greeting": 8, "same-subject": -4,
	"list-item": -16, "number-again": 8, "headline": 11, "below-headline": -16,
}

// weights are those of the cues, and behind them those of the habits, in tenths.
type weights [len(cues) + len(habitRows)]float64

func nameOf(i int) string {
	if i < len(cues) {
		return cues[i].name
	}
	return habitRows[i-len(cues)].name
}

func weightsNow() (w weights) {
	for i := range w {
		if i < len(cues) {
			w[i] = float64(cueWeights[i])
		} else {
			w[i] = float64(habitWeights[i-len(cues)])
		}
	}
	return w
}

func (w *weights) use() {
	for i, v := range w {
		if i < len(cues) {
			cueWeights[i] = int8(v)
		} else {
			habitWeights[i-len(cues)] = int8(v)
		}
	}
}

// TestFit fits the weights, without each outlet in turn and with all, and prints what they are
// worth.
func TestFit(t *testing.T) {
	if *fitDirs == "" {
		t.Skip("fits only what -fit names")
	}
	dirs := strings.Split(*fitDirs, ",")
	if *deriveDir != "" {
		writeDerived(t, *deriveDir, dirs)
	}
	feeds := readFitFeeds(t, dirs...)
	table := weightsNow()
	defer table.use()
	report(t, "table", feeds, func(*fitFeed) *weights { return &table })
	folds, fits := foldsOf(feeds), map[string]*weights{}
	for _, fold := range folds {
		if fits[fold] == nil {
			fits[fold] = fitWeights(&table, slices.DeleteFunc(slices.Clone(feeds), func(f *fitFeed) bool { return folds[f.outlet] == fold }))
		}
	}
	seen := report(t, "left out", feeds, func(f *fitFeed) *weights { return fits[folds[f.outlet]] })
	line := calibrate(seen)
	line.print(t, seen)
	all := fitWeights(&table, feeds)
	report(t, "all", feeds, func(*fitFeed) *weights { return all })
	if *aloneNames != "" {
		line = calibration{evenScore, slope, tilt} // it belongs to all weights
	}
	if *weightsFile != "" {
		writeWeights(t, all, line)
	}
}

// foldsOf returns by outlet with which others it is left out: those of days alone by themselves,
// the others in sixths.
func foldsOf(feeds []*fitFeed) map[string]string {
	folds := map[string]string{}
	for _, f := range feeds {
		if !f.derived {
			folds[f.outlet] = f.outlet
		}
	}
	n := 0
	for _, f := range feeds {
		if folds[f.outlet] == "" {
			folds[f.outlet] = "sixth " + strconv.Itoa(n%6)
			n++
		}
	}
	return folds
}

// report groups all feeds, each by its weights, prints what that is worth, and returns every
// decision.
func report(t *testing.T, name string, feeds []*fitFeed, by func(*fitFeed) *weights) (seen []decision) {
	var folders []string
	sums := map[string][3]float64{}
	for _, f := range feeds {
		by(f).use()
		n := len(seen)
		c := f.measure(func(score int, signed, begins bool) {
			seen = append(seen, decision{score, f.g.lean, signed, begins, !f.derived, 0})
		})
		for i := range seen[n:] {
			seen[n+i].weight = min(1, 200/float64(len(seen)-n)) // no feed decides alone
			if f.derived {
				seen[n+i].weight *= derivedShare
			}
		}
		t.Logf("%-8s %-8s %-36s %4d paragraphs, %3d of %3d starts: start F1 %5.1f entry F1 %5.1f", name, f.folder, f.name, len(f.gold), c.found, c.gold, c.start(), c.entry())
		s := sums[f.folder]
		if s[0] == 0 {
			folders = append(folders, f.folder)
		}
		sums[f.folder] = [3]float64{s[0] + 1, s[1] + c.start(), s[2] + c.entry()}
	}
	for _, folder := range folders {
		s := sums[folder]
		t.Logf("%-8s %-8s %2.0f feeds: start F1 %5.1f entry F1 %5.1f", name, folder, s[0], s[1]/s[0], s[2]/s[0])
	}
	return seen
}

// fitWeights returns weights in whole tenths.
func fitWeights(table *weights, feeds []*fitFeed) *weights {
	if *aloneNames != "" {
		w, names := *table, strings.Split(*aloneNames, ",")
		for _, step := range []float64{6, 3, 1} {
			climb(feeds, &w, step, math.MaxInt8, func(i int) bool { return slices.Contains(names, nameOf(i)) })
		}
		return &w
	}
	w := likeliest(feeds)
	for i := range w {
		w[i] = math.Round(10*w[i]) + 0
	}
	climb(feeds, w, 1, climbReach, func(int) bool { return true })
	chooseForSeed(feeds, w)
	return w
}

// writeWeights writes the generated table.
func writeWeights(t *testing.T, w *weights, line calibration) {
	var b strings.Builder
	b.WriteString("// Code generated by TestFit of this package (fit_test.go says how); DO NOT EDIT.\n\npackage grouping\n\n")
	b.WriteString("// cueWeights are the weights of the cues, in tenths.\nvar cueWeights = [len(cues)]int8{\n")
	for i, v := range w {
		if i == len(cues) {
			b.WriteString("}\n\n// habitWeights are the weights of the habits, in tenths.\nvar habitWeights = [len(habitRows)]int8{\n")
		}
		fmt.Fprintf(&b, "\t%.0f, // %s\n", v, nameOf(i))
	}
	fmt.Fprintf(&b, "}\n\n// An entry begins as often as not at evenScore, and the odds grow with slope hundredths of the score beyond it,\n// and with tilt hundredths of how the feed leans, on outlets that were left out.\nconst (\n\tevenScore = %d\n\tslope     = %d\n\ttilt      = %d\n)\n", line.even, line.slope, line.tilt)
	if err := os.WriteFile(*weightsFile, []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
}
