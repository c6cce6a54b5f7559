package decode

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cespare/xxhash/v2"
	"golang.org/x/net/html/atom"
)

// Places: where an element is in its card, by the names and classes of the elements around it, up
// to the card. Cards that look alike have the same places.

// A place is what the elements at one place of cards have in common.
type place struct {
	around   *place  // nil: the card
	elements int     // how many elements are there
	nodes    []int32 // those with a text that may be a label
	texts    map[string]bool
	size     int  // bytes of these texts
	longest  int  // the width of the longest
	above    int  // how many are above the headline of their card
	heading  bool // they are headings
	timed    bool // one is a timestamp
	named    bool // one is the name of somebody
	counts   bool // all are numbers, in brackets perhaps
	least    int  // how many must be there to be labels, if they are links that end a text

	label         bool
	inner, labels int // texts at the places in this one, and the labels among them
	longInner     int
	timedInner    bool
}

// cards returns the groups of elements that look alike, with something like a time in most, those
// with the most text first.
func (p *page) cards(times []int32) [][]int32 {
	at := map[likeness]int{}
	var all [][]int32
	for i := range p.nodes {
		n := &p.nodes[i]
		if !n.element || n.size < memberSize || !mayContain(n) {
			continue
		}
		k := likeness{tag: n.tag, class: p.find(n, "class")}
		if k.class == "" {
			k.parent = n.parent
		}
		g, known := at[k]
		if !known {
			g = len(all)
			at[k] = g
			all = append(all, nil)
		}
		if last := len(all[g]) - 1; last < 0 || int32(i) >= p.nodes[all[g][last]].end {
			all[g] = append(all[g], int32(i))
		}
	}
	all = slices.DeleteFunc(all, func(g []int32) bool {
		timed := 0
		for _, i := range g {
			if times[p.nodes[i].end] > times[i] {
				timed++
			}
		}
		return len(g) < fewCards || 2*timed < len(g)
	})
	size := func(g []int32) (sum int32) {
		for _, i := range g {
			sum += p.nodes[i].size
		}
		return sum
	}
	slices.SortStableFunc(all, func(a, b []int32) int { return cmp.Compare(size(b), size(a)) })
	return all
}

// A placer finds the places of cards.
type placer struct {
	*page
	at       map[uint64]*place
	all      []*place // in the order in which they were met
	headline int32    // of the card at hand; -1: it has none
	cards    int      // how many cards there are
}

// placesOf returns the places of some cards.
func (p *page) placesOf(cards []int32) []*place {
	f := placer{page: p, at: map[uint64]*place{}, cards: len(cards)}
	for _, card := range cards {
		f.headline = p.headlineOf(card)
		f.walk(card, 0, nil)
	}
	return f.all
}

// pathTimes mixes the hash of a path: FNV's factor.
const pathTimes = 1099511628211

// walk adds the elements with text in an element to their places. path is a hash of what is around
// them.
func (f *placer) walk(i int32, path uint64, around *place) {
	for k := i + 1; k < f.nodes[i].end; k = f.nodes[k].end {
		n := &f.nodes[k]
		if !n.element || n.size == 0 {
			continue
		}
		own := (path ^ xxhash.Sum64String(f.find(n, "class")) ^ uint64(n.tag)) * pathTimes
		leadsOn := f.leadsOn(k)
		if leadsOn { // other words at the end of a text are of its last sentence
			own = (own ^ xxhash.Sum64String(f.textOf(k))) * pathTimes
		}
		s := f.at[own]
		if s == nil {
			s = &place{around: around, counts: true, heading: f.isTitle(n)}
			if leadsOn {
				s.least = f.cards/2 + 1
			}
			f.at[own] = s
			f.all = append(f.all, s)
		}
		s.elements++
		if leadsOn || f.mayBeLabel(k) {
			f.add(s, k)
		}
		f.walk(k, own, s)
	}
}

// add adds a text to its place.
func (f *placer) add(s *place, i int32) {
	n := &f.nodes[i]
	_, isStamp := f.stamp(n)
	text := ""
	if n.size <= 4*kickerSize { // bytes; a character has four at most
		text = f.textOf(i)
	}
	s.nodes, s.size = append(s.nodes, i), s.size+int(n.size)
	s.longest = max(s.longest, letterWidth(text), int(n.size)/4)
	s.timed = s.timed || isStamp || f.isStampClass(f.find(n, "class")) || isPlainClock(text)
	s.named = s.named || f.isNamed(i)
	if f.headline > i {
		s.above++
	}
	if s.longest > kickerSize || s.timed {
		return
	}
	if s.texts == nil {
		s.texts = map[string]bool{}
	}
	s.texts[text] = true
	s.counts = s.counts && strings.Trim(text, "()[]0123456789 ") == ""
}

// letterWidth returns how many letters a text has, or would have in a script that parts words.
func letterWidth(s string) (n int) {
	const wide, letters = 0x2E80, 3 // from where on a sign is a syllable or a word
	for _, r := range s {
		if n++; r >= wide {
			n += letters - 1
		}
	}
	return n
}

// textOf returns the text in node i, each run of white space as one blank.
func (p *page) textOf(i int32) string {
	var b strings.Builder
	for k := i; k < p.nodes[i].end; k++ {
		if n := &p.nodes[k]; !n.element {
			b.Write(p.text[n.from:n.to])
		}
	}
	return fold(b.String())
}

// headlineOf returns the heading of a card that ranks highest; -1: it has none.
func (p *page) headlineOf(card int32) int32 {
	best := int32(-1)
	for i := card + 1; i < p.nodes[card].end; i++ {
		n := &p.nodes[i]
		if n.element && p.isTitle(n) && (best < 0 || p.rankOf(i) < p.rankOf(best)) {
			best = i
		}
	}
	return best
}

// rankOf returns the rank of a heading, 1 the highest. Those that only their class makes headings
// are below all others.
func (p *page) rankOf(i int32) int {
	if tag := p.nodes[i].tag; isHeading(tag) {
		return int(tag.String()[1] - '0')
	}
	return 7
}

// haveOwnText returns by node whether it has text that is in no other element in it.
func (p *page) haveOwnText() []bool {
	own := make([]bool, len(p.nodes))
	for i := range p.nodes {
		if n := &p.nodes[i]; !n.element && n.size > 0 {
			own[n.parent] = true
		}
	}
	return own
}

// mayBeLabel reports whether an element has text of its own, and a line for itself or nothing but
// elements beside it. A name beside a timestamp says who wrote it.
func (p *page) mayBeLabel(i int32) bool {
	if !p.ownTexts[i] {
		return false
	}
	for ; !isBlock(p.nodes[i].tag) && p.nodes[i].parent >= 0; i = p.nodes[i].parent {
		if parent := p.nodes[i].parent; p.isRunning(parent) || p.ownTexts[parent] ||
			p.isBesideStamp(i) {
			return false
		}
	}
	return true
}

// leadsOn reports whether element i is a link that ends a text, as "Read more" does. In a
// quotation it leads to what is quoted.
func (p *page) leadsOn(i int32) bool {
	n := &p.nodes[i]
	if n.tag != atom.A || p.isQuoted(i) {
		return false
	}
	around := n.parent
	for !isBlock(p.nodes[around].tag) && around > 0 {
		around = p.nodes[around].parent
	}
	isText := func(n node) bool { return !n.element && n.size > 0 }
	return p.ownTexts[around] &&
		!slices.ContainsFunc(p.nodes[n.end:p.nodes[around].end], isText)
}

// isBesideStamp reports whether a timestamp is right beside inline node i, among its siblings. Of
// many siblings nothing is known.
func (p *page) isBesideStamp(i int32) bool {
	const most = 200 // nodes in the parent
	parent, stamped, met := p.nodes[i].parent, false, false
	if p.nodes[parent].end-parent > most {
		return false
	}
	for k := parent + 1; k < p.nodes[parent].end; k = p.nodes[k].end {
		n := &p.nodes[k]
		switch {
		case k == i && stamped:
			return true
		case k == i:
			met = true
		case n.size > 0:
			if stamped = !isBlock(n.tag) && n.size <= stampSize && p.holdsStamp(n); met {
				return stamped
			}
		}
	}
	return false
}
