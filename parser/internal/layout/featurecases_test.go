package layout

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// The cases of testdata/features, a file for each feature. Its comment says in a sentence what the feature means, and in lines of its own
//
//	speaks: for      or against: what the sentence says of a reading that has more of it
//	weight: …        why the fitted weight has the other sign, if it has
//	doubt: …         the same of the weight in how sure the entries are
//
// Each section is a text. It is named after the placement of the timestamps in the reading that is measured, and the value: one counts, another does not.
// Weights are fitted, so no case depends on them but by their signs.

// placeNames are the placements of timestamps as the cases name them.
var placeNames = map[string]feed.Place{
	"above": feed.Above, "inline": feed.Inline, "between": feed.Between, "below": feed.BelowText, "end": feed.AtEnd,
	"trailing": feed.Trailing, "days": feed.NoPlace,
}

// measureOf returns the measure of the reading of a text that has most timestamps of a placement. "none" is the one without timestamps; bylines share
// the lines of the timestamps where "-byline" follows.
func measureOf(t *testing.T, content, place string) *measure {
	t.Helper()
	d, found := stamp.Scan(feed.Source{Text: content})
	j := newJudge(d, stamp.Settle(d, found), Options{}).view(noNoise)
	patterns := j.fork()
	patterns.gather()
	j.weighed = patterns.series
	name, byline := strings.CutSuffix(place, "-byline")
	want, known := placeNames[name]
	var best *measure
	for _, r := range append(j.readings(nil), layoutReading{}) {
		if r.isNone() && name == "none" || known && !r.isNone() && r.place == want && r.byline == byline {
			f := j.layOut(&r)
			if f.main == nil && !r.isNone() {
				continue
			}
			f.cut()
			if m := f.measure(j.Classes); best == nil || m.stamps > best.stamps {
				best = m
			}
		}
	}
	if best == nil {
		t.Fatalf("no reading with timestamps %q of\n%s", place, content)
	}
	return best
}

// readFeatureCase reads the file of a feature. Without one it says what to write.
func readFeatureCase(t *testing.T, f *feature) (a *txtar.Archive, says map[string]string) {
	t.Helper()
	file := filepath.Join("testdata", "features", f.name+".txtar")
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatalf("%v; write %s with a sentence that says what %q means, a line \"speaks: for\" or \"speaks: against\","+
			" a text where it counts and one where it does not; features next to it show how", err, file, f.about)
	}
	says = map[string]string{}
	for line := range strings.Lines(string(a.Comment)) {
		if key, value, found := strings.Cut(strings.TrimSpace(line), ": "); found {
			says[key] = value
		}
	}
	if s := says["speaks"]; s != "for" && s != "against" {
		t.Fatalf("%s: write \"speaks: for\" or \"speaks: against\" into its comment, not %q", file, s)
	}
	return a, says
}

// TestFeatureCases holds that each feature counts what its sentence says, and nothing in a near miss.
func TestFeatureCases(t *testing.T) {
	for i := range features {
		f := &features[i]
		t.Run(f.name, func(t *testing.T) {
			a, _ := readFeatureCase(t, f)
			var values []int
			for _, s := range a.Files {
				place, value, _ := strings.Cut(s.Name, " ")
				got := f.count(measureOf(t, string(s.Data), place))
				if want, err := strconv.Atoi(value); err != nil || got != want {
					t.Errorf("%s is %d, want %s, in\n%s", place, got, value, s.Data)
				}
				values = append(values, got)
			}
			if len(values) < 2 || slices.Max(values) == slices.Min(values) {
				t.Errorf("values %v: want one text that counts, and a near miss", values)
			}
		})
	}
	files, _ := filepath.Glob("testdata/features/*.txtar")
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		if !slices.ContainsFunc(features[:], func(f feature) bool { return f.name == name }) {
			t.Errorf("%s is of no feature: delete it", file)
		}
	}
}

// rounding is the greatest doubt whose sign may be an effect of rounding: all are in tenths.
const rounding = 1

// TestSigns compares the signs of the fitted weights with what the features mean. A weight against the meaning may be fitted to noise: it has a sentence
// in the feature's file that says why it is so, or the feature should go.
func TestSigns(t *testing.T) {
	for i := range features {
		f := &features[i]
		t.Run(f.name, func(t *testing.T) {
			_, says := readFeatureCase(t, f)
			check := func(key string, fitted int32) {
				agrees := (fitted > 0) == (says["speaks"] == "for")
				switch {
				case fitted == 0:
				case !agrees && says[key] == "":
					t.Errorf("speaks %s a reading, but the fitted %s is %d: drop the feature, or add a line %q with the reason to the comment of"+
						" testdata/features/%s.txtar", says["speaks"], key, fitted, key+": …", f.name)
				case agrees && says[key] != "":
					t.Errorf("speaks %s a reading, and the fitted %s is %d: delete the line %q of testdata/features/%s.txtar",
						says["speaks"], key, fitted, key+": …", f.name)
				}
			}
			check("weight", weights[i])
			if max(doubts[i], -doubts[i]) > rounding {
				check("doubt", doubts[i])
			}
		})
	}
}
