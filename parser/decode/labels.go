package decode

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cespare/xxhash/v2"
)

// Labels: what elements that look alike say again and again, such as the section of a teaser, the
// rank of who wrote a post. They are no text of an entry. No list of names tells them: it is the
// page that shows what recurs. An element is at a place, the names of the elements around it up to
// the card. A place where few texts recur, all of them short, has labels. So has one that is above
// the headline of its card.

// Limits of labels.
const (
	fewCards  = 3  // that must have a place: two may have the same by chance
	labelSize = 40 // the most bytes of a label
	// the most bytes of what is above the headline of its card
	kickerSize = 60
)

// A place is what elements at the same place of cards have in common.
type place struct {
	nodes   []int32
	texts   map[string]bool
	above   int // how many are above the headline of their card
	heading bool
	timed   bool // one is a timestamp
	named   bool // one is the name of somebody
	long    bool // one is longer than a kicker
	wordy   bool // one is longer than a label
	counts  bool // all are numbers, in brackets perhaps
}

// labels returns by node whether it is a label; nil: none is.
func (p *page) labels() []bool {
	times := p.countTimes(nil)
	var labels []bool
	for _, cards := range p.cards(times) {
		places := p.placesOf(cards, times)
		found := slices.DeleteFunc(slices.Clone(places), func(s *place) bool { return !s.isLabel() })
		if 2*p.sizeOf(found) > p.sizeOf(places) {
			continue // they are what the cards have to say
		}
		if len(found) > 0 && labels == nil {
			labels = make([]bool, len(p.nodes))
		}
		for _, s := range found {
			for _, i := range s.nodes {
				labels[i] = true
			}
		}
		if len(found) > 0 {
			p.spread(labels, cards)
		}
	}
	return labels
}

// spread makes labels of what is among labels: the values next to the names of facts about a
// writer. At a place whose short texts are labels, most of them, and that has nothing longer in any
// card, all texts are.
func (p *page) spread(labels []bool, cards []int32) {
	at := map[uint64]*labelCount{}
	var all []*labelCount
	for _, card := range cards {
		var around []*labelCount // the places that the one at hand is in
		p.eachElement(card, func(i int32, path uint64) {
			for n := len(around) - 1; n >= 0 && around[n].end() <= i; n-- {
				around = around[:n]
			}
			c := at[path]
			if c == nil {
				c = &labelCount{}
				at[path] = c
				all = append(all, c)
			}
			c.nodes, c.last = append(c.nodes, i), p.nodes[i].end
			if around = append(around, c); !p.mayBeLabel(i) {
				return
			}
			for _, c := range around {
				c.add(labels[i], p.isLong(i))
			}
		})
	}
	for _, c := range all {
		if c.long || c.texts < 2*len(c.nodes) || 2*c.labels < c.texts {
			continue
		}
		for _, i := range c.nodes {
			for k := i; k < p.nodes[i].end; k++ {
				labels[k] = labels[k] || p.nodes[k].element && p.mayBeLabel(k) && !p.isNamed(k)
			}
		}
	}
}

// A labelCount counts the texts in an element.
type labelCount struct {
	nodes         []int32
	last          int32 // where the last of them ends
	texts, labels int
	long          bool // one is longer than a label, or a timestamp
}

func (c *labelCount) end() int32 { return c.last }

func (c *labelCount) add(label, long bool) {
	c.texts++
	c.long = c.long || long
	if label {
		c.labels++
	}
}

// isLong reports whether the text of an element is longer than a label, or a timestamp.
func (p *page) isLong(i int32) bool {
	_, isStamp := p.stamp(&p.nodes[i])
	return isStamp || p.nodes[i].size > labelSize
}

// isNamed reports whether markup says that an element names somebody.
func (p *page) isNamed(i int32) bool {
	return p.partOf(&p.nodes[i]) == bylinePart || isPerson(p.find(&p.nodes[i], "href"))
}

// sizeOf returns how many bytes of text are at some places, but for what may be times.
func (p *page) sizeOf(places []*place) (sum int32) {
	for _, s := range places {
		for _, i := range s.nodes {
			if !s.timed {
				sum += p.nodes[i].size
			}
		}
	}
	return sum
}

// isLabel reports whether the texts at a place are labels.
func (s *place) isLabel() bool {
	n := len(s.nodes)
	switch {
	case n < fewCards || s.timed || s.long || s.named && 4*len(s.texts) > n:
		return false
	case s.counts:
		return true
	case s.heading:
		return s.above == n
	case s.above == n && 4*len(s.texts) <= 3*n:
		return true
	}
	return !s.wordy && 2*len(s.texts) <= n
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
	return all[:min(len(all), mostGroups)]
}

// placesOf returns the places of the texts in some cards, in the order in which they were met.
func (p *page) placesOf(cards []int32, times []int32) []*place {
	at := map[uint64]*place{}
	var all []*place
	for _, card := range cards {
		headline := p.headlineOf(card)
		p.eachText(card, func(i int32, path uint64) {
			s := at[path]
			if s == nil {
				s = &place{texts: map[string]bool{}, heading: p.isTitle(&p.nodes[i]), counts: true}
				at[path] = s
				all = append(all, s)
			}
			p.addTo(s, i, times)
			if headline > i {
				s.above++
			}
		})
	}
	return all
}

// addTo adds an element to its place.
func (p *page) addTo(s *place, i int32, times []int32) {
	n := &p.nodes[i]
	s.nodes = append(s.nodes, i)
	s.long = s.long || n.size > kickerSize
	s.wordy = s.wordy || n.size > labelSize
	_, isStamp := p.stamp(n)
	s.timed = s.timed || isStamp || p.isStampClass(p.find(n, "class"))
	s.named = s.named || p.isNamed(i)
	if !s.long && !s.timed {
		text := p.textOf(i)
		s.texts[text] = true
		s.counts = s.counts && strings.Trim(text, "()[]0123456789 ") == ""
	}
}

// isPerson reports whether an address is that of what a site knows of somebody.
func isPerson(href string) bool {
	for part := range strings.SplitSeq(strings.ToLower(href), "/") {
		switch part {
		case "user", "users", "author", "authors", "profile", "member", "members", "u", "people":
			return true
		}
	}
	return false
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

// headlineOf returns the heading of a card that ranks highest, the last of those; -1: it has none.
func (p *page) headlineOf(card int32) int32 {
	best := int32(-1)
	for i := card + 1; i < p.nodes[card].end; i++ {
		n := &p.nodes[i]
		if !n.element || !p.isTitle(n) {
			continue
		}
		if best < 0 || p.rankOf(i) < p.rankOf(best) {
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

// pathTimes mixes the hash of a path: FNV's factor.
const pathTimes = 1099511628211

// eachText is eachElement for those that may have a line of text for themselves.
func (p *page) eachText(card int32, do func(i int32, path uint64)) {
	p.eachElement(card, func(i int32, path uint64) {
		if p.mayBeLabel(i) {
			do(i, path)
		}
	})
}

// eachElement calls do with every element with text in a card, and its path: a hash of what is
// around it.
func (p *page) eachElement(card int32, do func(i int32, path uint64)) {
	var walk func(i int32, path uint64)
	walk = func(i int32, path uint64) {
		for k := i + 1; k < p.nodes[i].end; k = p.nodes[k].end {
			n := &p.nodes[k]
			if !n.element || n.size == 0 {
				continue
			}
			own := (path ^ xxhash.Sum64String(p.kind(k).String())) * pathTimes
			do(k, own)
			walk(k, own)
		}
	}
	walk(card, 0)
}

// mayBeLabel reports whether an element has text of its own, and a line for itself or nothing but
// elements beside it. A name beside a timestamp says who wrote it.
func (p *page) mayBeLabel(i int32) bool {
	if !p.hasOwnText(i) {
		return false
	}
	for ; !isBlock(p.nodes[i].tag) && p.nodes[i].parent >= 0; i = p.nodes[i].parent {
		if parent := p.nodes[i].parent; p.isRunning(parent) || p.hasOwnText(parent) ||
			p.isBesideStamp(i) {
			return false
		}
	}
	return true
}

// isBesideStamp reports whether a timestamp is in the line of inline node i, among its siblings.
func (p *page) isBesideStamp(i int32) bool {
	parent, stamped, met := p.nodes[i].parent, false, false
	for k := parent + 1; k < p.nodes[parent].end; k = p.nodes[k].end {
		switch n := &p.nodes[k]; {
		case k == i:
			met = true
		case !n.element || n.size == 0:
		case isBlock(n.tag) && met:
			return stamped
		case isBlock(n.tag):
			stamped = false
		case n.size <= stampSize && p.holdsStamp(n):
			stamped = true
		}
	}
	return stamped
}

// hasOwnText reports whether an element has text that is in no other element in it.
func (p *page) hasOwnText(i int32) bool {
	for k := i + 1; k < p.nodes[i].end; k = p.nodes[k].end {
		if !p.nodes[k].element && p.nodes[k].size > 0 {
			return true
		}
	}
	return false
}
