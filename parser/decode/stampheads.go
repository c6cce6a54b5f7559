package decode

import "golang.org/x/net/html/atom"

// Heads of entries: short elements with the time of what follows, and perhaps its writer.

// isStampHead reports whether node i is the head of an entry. It holds a timestamp and only a few
// other words, which are no headline but name a writer or a section. Text follows a head; where
// another entry does, the few words are all of this one.
func (p *page) isStampHead(i int32) bool {
	switch p.nodes[i].tag {
	case atom.Div, atom.Header, atom.Section, atom.Span, atom.Dl, atom.Ul:
	default:
		return false
	}
	return p.holdsLittleButStamp(i) && !p.isAmongEntries(i)
}

// isAmongEntries reports whether another entry is next to node i, or to what holds nothing else. It
// is an element of the same kind that holds a timestamp as well, or a list of answers.
func (p *page) isAmongEntries(i int32) bool {
	for p.nodes[i].parent > 0 && p.isAllBesideNoise(i) {
		i = p.nodes[i].parent
	}
	next, previous := p.nextIn(i), p.previousIn(i)
	return next >= 0 && p.isKin(next, i) ||
		next >= 0 && isListElement(p.nodes[next].tag) && p.beginsWithStamp(next) ||
		previous >= 0 && p.isKin(previous, i)
}

// isKin reports whether element k is most likely an entry, if i is one. It has the same class, or
// the same name and a timestamp at its beginning.
func (p *page) isKin(k, i int32) bool {
	kind := p.kind(i)
	return p.kind(k) == kind && (kind.class != "" || p.beginsWithStamp(k))
}

// isAllBesideNoise reports whether what holds node i has no other text that counts: the initials of
// a writer in place of a picture do not.
func (p *page) isAllBesideNoise(i int32) bool {
	parent := p.nodes[i].parent
	if p.nodes[parent].size == p.nodes[i].size {
		return true
	}
	if p.nodes[parent].end-parent > headNodes {
		return false
	}
	for k := parent + 1; k < p.nodes[parent].end; k = p.nodes[k].end {
		if n := &p.nodes[k]; k != i && n.size > 0 &&
			(!n.element || p.partOf(n) != noisePart) {
			return false
		}
	}
	return true
}

func isListElement(tag atom.Atom) bool { return tag == atom.Ul || tag == atom.Ol }

// beginsWithStamp reports whether a stamp is among the first nodes in node i.
func (p *page) beginsWithStamp(i int32) bool {
	for k := i; k < min(p.nodes[i].end, i+headNodes); k++ {
		if e := &p.nodes[k]; e.element && e.size > 0 && e.size <= stampSize {
			if _, ok := p.stamp(e); ok {
				return true
			}
		}
	}
	return false
}

// nextIn returns the element with text that follows node i in the same parent; -1: none.
func (p *page) nextIn(i int32) int32 {
	for k := p.nodes[i].end; k < p.nodes[p.nodes[i].parent].end; k = p.nodes[k].end {
		if p.nodes[k].element && p.nodes[k].size > 0 {
			return k
		}
	}
	return -1
}

// previousIn returns the element with text that precedes node i in the same parent; -1: none.
func (p *page) previousIn(i int32) int32 {
	parent := p.nodes[i].parent
	for k := i - 1; k > parent; k-- {
		for p.nodes[k].parent != parent {
			k = p.nodes[k].parent
		}
		if p.nodes[k].element && p.nodes[k].size > 0 {
			return k
		}
	}
	return -1
}

// holdsLittleButStamp reports whether node i holds a stamp and besides only a few words that are
// no headline.
func (p *page) holdsLittleButStamp(i int32) bool {
	n := &p.nodes[i]
	if n.size > 2*stampSize || n.end-i > headNodes {
		return false
	}
	timed := false
	for k := i + 1; k < n.end; k++ {
		switch e := &p.nodes[k]; {
		case !e.element || e.size == 0:
		case isHeading(e.tag), e.tag == atom.P && e.size > stampSize*2/3, e.tag == atom.B,
			e.tag == atom.Strong, p.isTitle(e):
			return false
		case e.size <= stampSize:
			_, ok := p.stamp(e)
			timed = timed || ok
		}
	}
	return timed
}

// headNodes is the most nodes that the head of an entry has.
const headNodes = 60
