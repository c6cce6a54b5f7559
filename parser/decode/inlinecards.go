package decode

import "golang.org/x/net/html/atom"

// Inline cards: links side by side, each with a time and a headline, that only a style sheet puts
// on lines of their own.

// inlineCards returns by node whether it is such a card; nil: none is. A parent has nothing but
// them, a few or more, of one kind.
func (p *page) inlineCards() []bool {
	var cards []bool
	for i := range p.nodes {
		if n := &p.nodes[i]; !n.element || n.size < fewCards*memberSize || !p.holdsCards(int32(i)) {
			continue
		}
		if cards == nil {
			cards = make([]bool, len(p.nodes))
		}
		for k := int32(i) + 1; k < p.nodes[i].end; k = p.nodes[k].end {
			cards[k] = p.nodes[k].element
		}
	}
	return cards
}

// holdsCards reports whether the children of node i are inline cards.
func (p *page) holdsCards(i int32) bool {
	cards, like := 0, likeness{}
	for k := i + 1; k < p.nodes[i].end; k = p.nodes[k].end {
		n := &p.nodes[k]
		switch {
		case n.size == 0:
			continue
		case !n.element || n.tag != atom.A && n.tag != atom.Span || n.size < memberSize ||
			cards > 0 && p.kind(k) != like || !p.holdsStamp(n):
			return false
		}
		like = p.kind(k)
		cards++
	}
	return cards >= fewCards
}
