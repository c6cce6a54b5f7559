package decode

import (
	"testing"

	"newstimeline/parser/feed"
)

// TestWholeHangul holds that syllables written in letters are read whole, and nothing else changes.
func TestWholeHangul(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"\u110B\u1169\u110C\u1165\u11AB 10:20\n", "오전 10:20\n"},
		{"a \u1112\u1161\u11AB", "a 한"},
		{"오전 10:20\n", "오전 10:20\n"},
		{"\u1100\u1100 \u1161", "\u1100\u1100 \u1161"},                 // letters by themselves
		{"\u1140\u1161\u1100", "\u1140\u1161\u1100"},                   // of old texts
		{"\u1100\u1161\u11A7", "가\u11A7"},                              // no tail
		{"Th\u01B0\u0301 ba, \xE1\x84", "Th\u01B0\u0301 ba, \xE1\x84"}, // cut off
	} {
		var src feed.Source
		if got := string(withWholeHangul(&src, []byte(c.text))); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
		if said := len(src.Remarks) > 0; said != (c.text != c.want) {
			t.Errorf("%q: %d remarks", c.text, len(src.Remarks))
		}
	}
}
