package format

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestShortenNames(t *testing.T) {
	for _, tt := range []struct {
		width       int
		names, want string // one name a line
	}{
		{10, "east.txt\nwest.txt", "east.txt\nwest.txt"},                                         // they fit
		{11, "a-long-name-of-a-feed.txt\neast.txt", "a-lon…d.txt\neast.txt"},                     // cut in the middle
		{12, "live-2025-08-15-page.txt\nlive-2025-08-16-page.txt", "l…5-page.txt\nl…6-page.txt"}, // more of the end
		{12, "monday-of-the-harbour-fire.txt\nmorning-of-the-harbour-fire.txt", "monda…re.txt\nmorni…re.txt"},
		{12, "live-blog-of-15-of-the-harbour.txt\nlive-blog-of-16-of-the-harbour.txt", "li…og-of-15…\nli…og-of-16…"}, // in the middle
		{12, "the-same-name-twice.txt\nthe-same-name-twice.txt", "the-s…ce.txt\nthe-s…ce.txt"},                       // they cannot be told apart
		{9, "港口大火直播第一天.txt\n港口大火直播第二天.txt", "…一天.txt\n…二天.txt"},
		{3, "east.txt\nwest.txt", "east.txt\nwest.txt"}, // no room for any
	} {
		got := shortenNames(strings.Split(tt.names, "\n"), tt.width)
		if diff := cmp.Diff(strings.Split(tt.want, "\n"), got); diff != "" {
			t.Errorf("%q in %d columns (-want +got):\n%s", tt.names, tt.width, diff)
		}
	}
}

// TestShortenedNamesFit holds that no name gets wider than there is room, and that names that differ look different.
func TestShortenedNamesFit(t *testing.T) {
	var names []string
	for _, middle := range []string{"15-a", "15-b", "16-a", "16-b", "17-a"} {
		for _, end := range []string{"one", "two", "three"} {
			names = append(names, "a-feed-of-the-day-"+middle+"-"+strings.Repeat("x", 30)+end+strings.Repeat("y", 20)+".txt")
		}
	}
	for width := 8; width < 90; width++ {
		short := shortenNames(names, width)
		if n := widest(short); n > width {
			t.Errorf("%d columns: %d", width, n)
		}
		if len(lookalikes(names, short)) > 0 {
			t.Errorf("%d columns: %q", width, short)
		}
	}
}
