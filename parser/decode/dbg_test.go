package decode

import (
	"fmt"
	"os"
	"testing"
)

func TestDbg(t *testing.T) {
	b, _ := os.ReadFile(os.Getenv("F"))
	tr := parseTree(b)
	n := len(tr.nodes)
	spans := make([]int32, 2*n)
	p := &page{tree: tr, items: map[int32]int{}, named: map[string]part{}, timed: map[string]bool{}, from: spans[:n], to: spans[n:], part: make([]part, n)}
	p.sizes = p.bulks()
	times := p.countTimes(nil)
	for _, cards := range p.cards(times) {
		fmt.Println("GROUP", p.kind(cards[0]), len(cards))
		pl := p.placesOf(cards, times)
		for _, s := range pl {
			fmt.Println("   ", s.isLabel(), len(s.nodes), len(s.texts), "above", s.above, "head", s.heading, "timed", s.timed, "long", s.long, s.wordy, p.kind(s.nodes[0]), p.textOf(s.nodes[0]))
		}
	}
}
