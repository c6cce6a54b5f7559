package layout

import "testing"

// TestPile holds that what was taken from a pile stays when more is taken, and that a cleared pile gives zero values again.
func TestPile(t *testing.T) {
	var p pile[int]
	for range 2 {
		first := p.take(3)
		first[2] = 7
		for range 100 {
			if v := p.one(); *v != 0 {
				t.Fatalf("took %d", *v)
			} else {
				*v = 9
			}
		}
		if first[2] != 7 || len(append(first, 5)) != 4 {
			t.Errorf("took %v", first)
		}
		p.clear()
	}
}
