package format

import "testing"

func TestBriefly(t *testing.T) {
	for _, c := range []struct {
		text string
		most int
		want string
	}{
		{"The ferry has left.", 40, "The ferry has left."},
		{"The ferry  has\nleft.", 19, "The ferry has left."},
		{"The ferry has left the pier.", 19, "The ferry has left…"},
		{"The ferry has left the pier.", 12, "The ferry…"},
		{"港は再開した。", 4, "港は再…"},
		{"\xff\xff\xff\xff\xff\xff", 4, "\xff\xff\xff…"}, // each counts as a character
		{"caf\xe9 open", 6, "caf\xe9…"},
		{"ab", 1, "…"},
	} {
		if got := briefly(c.text, c.most); got != c.want {
			t.Errorf("%q in %d: %q, want %q", c.text, c.most, got, c.want)
		}
	}
}
