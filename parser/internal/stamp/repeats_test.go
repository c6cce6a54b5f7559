package stamp

import (
	"strings"
	"testing"

	"newstimeline/parser/feed"
)

// TestRepeats holds what is a repeat of what stands directly above it, and what is not.
func TestRepeats(t *testing.T) {
	const news = "14:22\nThe harbour office has closed the quay.\n\n13:50\nThe last ferry has left the pier.\n"
	const log = "01:00 backup done\n02:00 disk checked\n03:00 mail sent\n"
	for _, c := range []struct {
		name, text string
		muted      int // lines that are not blank
	}{
		{"pasted twice", news + "\n" + news, 4},
		{"with the title of the page", "Live\n" + news + "\n\nLive\n" + news, 5},
		{"the second copy is cut off", news + "09:00\nThe fog has lifted, the office says.\n" + news, 0},
		{"once", news, 0},
		{"another entry between", news + "13:00\nThe fog has lifted.\n" + news, 0},
		{"a line differs", news + strings.Replace(news, "last", "first", 1), 0},
		{"a day between", "3 May 2024\n" + news + "2 May 2024\n" + news, 0},
		{"a text between", news + "Hall B\n" + news, 0},
		{"every night the same words", log + log, 0},
		{"three times", news + news + news, 0},
		{"one timestamp", strings.Repeat("14:22 The quay is closed.\n14:22 The pier is open.\n", 2), 0},
	} {
		d, found := Scan(feed.Source{Text: c.text})
		muted := 0
		for i := range d.Muted {
			if d.Muted[i] == feed.RuleRepeat && d.Line(i) != "" {
				muted++
			}
		}
		if muted != c.muted {
			t.Errorf("%s: %d lines muted, want %d", c.name, muted, c.muted)
		}
		for _, f := range found {
			if d.IsMuted(int(f.Line)) {
				t.Errorf("%s: line %d is muted and has a candidate", c.name, f.Line)
			}
		}
	}
}
