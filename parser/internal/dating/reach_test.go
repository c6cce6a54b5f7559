package dating

import (
	"math/rand/v2"
	"testing"
)

// TestTabulatedSteps holds that the costs of steps by their distance alone are those of the steps.
func TestTabulatedSteps(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 7))
	tabulated := 0
	for range 300 {
		z := puzzleOf(r)
		for _, c := range Solve(z.p).chains {
			for k := 1; k < len(c.alive); k++ {
				a, b := int(c.alive[k-1]), int(c.alive[k])
				if c.tabulate(a, b); !c.steps.isSet {
					continue
				}
				tabulated++
				d := c.nodes[a].days[0]
				for days := Day(-40); days <= 40; days++ {
					if got, want := c.steps.of(days), c.step(a, b, d, d+days, nil); got != want {
						z.log(t, Solve(z.p))
						t.Fatalf("step from node %d over %d days costs %d, want %d", a, days, got, want)
					}
				}
			}
		}
	}
	if tabulated < 1000 {
		t.Fatalf("only %d steps were tabulated", tabulated)
	}
}
