package parser

import (
	"reflect"
	"testing"

	"newstimeline/parser/feed"
	"newstimeline/parser/internal/layout"
	"newstimeline/parser/internal/stamp"
)

// TestSizes holds that nothing grows of which a long document has millions at a time. Feeds of very short entries need
// most of their memory for these.
func TestSizes(t *testing.T) {
	for _, c := range []struct {
		value any
		bytes uintptr // on 64-bit machines; fewer on others
	}{
		{feed.Entry{}, 168},
		{feed.LineStart{}, 8},
		{layout.Segment{}, 20},
		{stamp.Candidate{}, 60},
	} {
		if size := reflect.TypeOf(c.value).Size(); size > c.bytes {
			t.Errorf("%T has %d bytes, %d at most", c.value, size, c.bytes)
		}
	}
}
