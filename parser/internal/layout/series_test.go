package layout

import "testing"

func TestCountRepeated(t *testing.T) {
	for _, tt := range []struct {
		hashes []uint64
		want   int
	}{{nil, 0}, {[]uint64{3}, 0}, {[]uint64{3, 1, 2}, 0}, {[]uint64{3, 1, 3}, 2},
		{[]uint64{2, 1, 2, 1, 2, 7}, 5}} {
		if got := countRepeated(tt.hashes); got != tt.want {
			t.Errorf("%v: got %d, want %d", tt.hashes, got, tt.want)
		}
	}
}
