package layout

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"testing"
)

// TestJoinSpacings: a wide blank behind a timestamp is another sign than a single one, but not where the document has both.
func TestJoinSpacings(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []stamp.Separator
	}{
		{"both", "21:00 March to the court\n20:35  Buses turn back\n19:02\tPlan of the mayor\n",
			[]stamp.Separator{stamp.BlankSep, stamp.BlankSep, stamp.BlankSep}},
		{"wide alone", "21:00  March to the court\n20:35\tBuses turn back\n",
			[]stamp.Separator{stamp.WideSep, stamp.WideSep}},
		{"of other kinds", "21:00 March to the court\n12 June 2025  Buses turn back\n",
			[]stamp.Separator{stamp.BlankSep, stamp.WideSep}},
	} {
		d, found := stamp.Scan(feed.Source{Text: c.text})
		j := newJudge(d, stamp.Settle(d, found), Options{}).view(noNoise)
		var got []stamp.Separator
		for i := range j.Candidates {
			got = append(got, j.Candidates[i].Sep)
		}
		if len(got) != len(c.want) {
			t.Errorf("%s: %d candidates, want %d", c.name, len(got), len(c.want))
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: candidate %d has separator %d, want %d", c.name, i, got[i], c.want[i])
			}
		}
	}
}

// TestSameForm: headings of one form are so with whatever blank behind their first word.
func TestSameForm(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"### 2.15.14", "### 2.15.13", true},
		{"###\u00a02.15.14", "###\u00a02.15.13", true},
		{"###  2.15.14", "###\t2.15.13", true},
		{"### 2.15.14", "## 2.15.13", false},
		{"###\u00a0one and more", "###\u00a02.15.13", false},
	} {
		d, found := stamp.Scan(feed.Source{Text: c.a + "\n" + c.b + "\n"})
		j := newJudge(d, stamp.Settle(d, found), Options{}).view(noNoise)
		if got := j.sameForm(0, 1); got != c.want {
			t.Errorf("sameForm(%q, %q) = %v", c.a, c.b, got)
		}
	}
}
