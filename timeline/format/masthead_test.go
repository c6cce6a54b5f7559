package format

import (
	"strings"
	"testing"

	"newstimeline/parser/feed"
)

// TestLeadHeadline holds which line above a feed is its title, and that none is where there are but sentences, labels or menus.
func TestLeadHeadline(t *testing.T) {
	menu := strings.Repeat("News of the day\nSport and games\n", 20)
	for lead, want := range map[string]string{
		"Storm on the coast\nFerries stand still.\n":                  "Storm on the coast",
		"World\nLiveblog Test\nStorm on the coast - as it happened\n": "Storm on the coast - as it happened",
		"News • Live\nStorm on the coast\nFerries stand still\n":      "Storm on the coast",
		"Gale force ten is “on its way”, and all ferries of the coast will wait in their harbours for the whole of the night and the morning that is to come”\n16 August 2025\n": "",
		"2338\nStorm on the coast\n":                                "Storm on the coast",
		"Ferries stand still in the harbour.\nStorm on the coast\n": "",
		"What we know so far:\nStorm on the coast\n":                "",
		"World\nLive\n": "",
		menu:            "",
		"島の嵐でフェリーが止まる\n港は閉鎖されている。\n": "島の嵐でフェリーが止まる",
	} {
		tl := parse(feed.Source{Name: "a.txt", Text: lead + "\n16 August 2025\n\n10:30 GMT\nThe quay is closed.\n\n10:00 GMT\nWaves break over it.\n"})
		if got := leadHeadline(tl.Sources[0]); got != want {
			t.Errorf("%.60q: %q, want %q", lead, got, want)
		}
		var o Options
		all := strings.Join(append(o.lead(tl), o.ownHeading(tl.Sources)), "\n")
		for line := range strings.Lines(tl.Sources[0].Lead.Of(tl.Sources[0].Text)) {
			if !strings.Contains(all, strings.TrimSpace(line)) {
				t.Errorf("%q is lost", line)
			}
		}
	}
}
