package memory

import "testing"

// TestMake holds that a slice of any size is empty, zero and can be filled.
func TestMake(t *testing.T) {
	for _, n := range []int{0, 1, large / 8, large} {
		s := Make[*int](n)
		if len(s) != 0 || cap(s) != n {
			t.Fatalf("%d: %d of %d", n, len(s), cap(s))
		}
		s = s[:n]
		for i := range s {
			if s[i] != nil {
				t.Fatalf("%d: value %d is not zero", n, i)
			}
			s[i] = &n
		}
	}
}

func BenchmarkMake(b *testing.B) {
	for b.Loop() {
		s := Make[int](large)[:large]
		for i := 0; i < len(s); i += 512 {
			s[i] = i
		}
	}
}
