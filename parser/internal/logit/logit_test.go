package logit

import (
	"math"
	"testing"
)

// TestPercent compares the table with the function, and the way back with the way there.
func TestPercent(t *testing.T) {
	for x := -50; x <= 50; x++ {
		want := 100 / (1 + math.Exp(-float64(x)/10))
		got := Percent(x)
		if math.Abs(float64(got)-want) > 1 {
			t.Errorf("Percent(%d) = %d, want %.1f", x, got, want)
		}
		if back := Tenths(got); Percent(back) != got || back > x {
			t.Errorf("Tenths(%d) = %d, which is %d percent", got, back, Percent(back))
		}
	}
	if low, high := Percent(-1000), Percent(1000); low != 1 || high != 99 {
		t.Errorf("far out: %d and %d percent, want 1 and 99", low, high)
	}
}
