package layout

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"testing"
)

// TestFollowFirst holds that a reading of the first lines of a document that the whole of it has not is passed over.
func TestFollowFirst(t *testing.T) {
	src := feed.Source{Text: "14:05\nThe fire is out.\n\n13:50\nSmoke is seen over the harbour.\n"}
	d, found := stamp.Scan(src)
	judge := func() *judge {
		f, again := stamp.Scan(src)
		return newJudge(f, stamp.Settle(f, again), Options{})
	}
	options := newJudge(d, stamp.Settle(d, found), Options{}).weighReadings().options
	gone := &option{reading: layoutReading{row: "div.gone"}, judge: options[0].judge}
	for _, test := range []struct {
		name    string
		options []*option
		n, want int
		stamps  bool
	}{
		{"the first is taken", options, 0, 0, true},
		{"the one that was asked for", append([]*option{gone}, options...), 1, 1, true},
		{"the next", append([]*option{gone}, options...), 0, 1, true},
		{"no timestamps if there is none", []*option{gone}, 0, 0, false},
	} {
		j := judge().viewed(noNoise)
		if got := j.followFirst(test.options, test.n); got != test.want || (j.main != nil) != test.stamps {
			t.Errorf("%s: reading %d, timestamps %t", test.name, got, j.main != nil)
		}
	}
}
