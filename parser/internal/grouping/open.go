package grouping

import "newstimeline/parser/internal/text"

// The open entry: what the paragraphs before the current one have in common, and what the cues ask
// of it.

// An open entry is what the paragraphs before the current one have in common.
type open struct {
	g            *grouper
	round        int32      // the number of the entry: what belongs to it has the same
	size         int        // paragraphs in it
	norm         int64      // the sum of the squares of the weights of its stems
	lead, last   *paragraph // the first and the last so far
	next         *paragraph // after the current one; nil: the day is over
	cosine       int        // with the current paragraph, in thousandths
	nextCosine   int        // of the current paragraph with the next
	windowCosine int        // of the current paragraph and the next with the last two of the entry
	sharedRare   int        // stems shared with the current paragraph that are rare elsewhere
	aboveNorm    int64      // the norm of its last paragraph but one, 0 if it has only one
}

// reset makes the open entry ready for the paragraphs that the grouper has loaded.
func (o *open) reset(g *grouper) { *o = open{g: g} }

// begin starts an entry with a paragraph.
func (o *open) begin(p *paragraph) {
	o.round++
	o.size, o.norm, o.aboveNorm, o.lead = 0, 0, 0, p
	o.add(p)
}

// add takes a paragraph into the entry, the one below its last.
func (o *open) add(p *paragraph) {
	stems, norm := o.g.stems, o.norm
	for _, s := range p.stems {
		// no branches: whether the entry has a stem already is anyone's guess
		st := &stems[s]
		square, in := st.square, st.in
		if st.round == o.round {
			square = 0
		} else {
			in = 0
		}
		st.round, st.in = o.round, in+1
		norm += int64(square)
	}
	o.norm = norm
	for i := range p.names {
		n := &p.names[i]
		last := &o.g.names[n.last]
		if last.round != o.round {
			last.round, last.in = o.round, 0
		}
		last.in++
		if n.full {
			last.fullRound = o.round // its last word is a surname
		}
	}
	if o.size > 0 {
		o.aboveNorm = o.last.norm
	}
	o.size++
	o.last = p
}

// compare works out what the cues ask of the current paragraph, the one below the last of the
// entry, and the next.
func (o *open) compare(p, next *paragraph) {
	o.next, o.nextCosine = next, 0
	var shared int64
	shared, o.sharedRare = o.shared(p)
	o.cosine = cosine(shared, p.norm, o.norm)
	window, norm := p.shared[1], p.norm
	if o.size > 1 {
		window += p.shared[2]
	}
	if next != nil {
		o.nextCosine = cosine(next.shared[1], p.norm, next.norm)
		norm += next.norm
		window += next.shared[2]
		if o.size > 1 {
			window += next.shared[3]
		}
	}
	o.windowCosine = cosine(window, norm, o.last.norm+o.aboveNorm)
}

// shared returns the sum of the squared weights of the stems that a paragraph shares with the
// entry. It also returns how many of them are rare: besides both, in one more paragraph at most.
func (o *open) shared(p *paragraph) (squares int64, rare int) {
	stems, round := o.g.stems, o.round
	for _, s := range p.stems {
		// no branches, as in add
		st := &stems[s]
		square, one := st.square, 1
		if st.count-st.in > 2 {
			one = 0
		}
		if st.round != round {
			square, one = 0, 0
		}
		squares += int64(square)
		rare += one
	}
	return squares, rare
}

// isHeadlineOf reports whether the entry so far is the headline of the current paragraph.
func (o *open) isHeadlineOf(p *paragraph) bool { return o.size == 1 && o.last.headlines(p) }

// isSurnameIn reports whether a single name, near the start of its paragraph, is the surname of a
// full name of the entry.
func (n *name) isSurnameIn(o *open) bool {
	return n != nil && !n.full && n.at < text.SentenceSize && o.g.names[n.last].fullRound == o.round
}

// hasRareSurnameOf reports whether a single name of the paragraph is the surname of a full name of
// the entry, and rare in the feed.
func (o *open) hasRareSurnameOf(p *paragraph) bool {
	limit := max(3, len(o.g.paragraphs)*4/100)
	for i := range p.names {
		if p.names[i].full {
			continue
		}
		if n := &o.g.names[p.names[i].last]; n.fullRound == o.round && int(n.count) <= limit {
			return true
		}
	}
	return false
}

// lacksFullNameOf reports whether a full name of the paragraph's first sentence is new: its last
// word is no name of the entry.
func (o *open) lacksFullNameOf(p *paragraph) bool {
	for i := range p.names {
		if n := &p.names[i]; n.first && n.full && o.g.names[n.last].round != o.round {
			return true
		}
	}
	return false
}

// sharesRareName reports whether a name of the paragraph is in the entry and, besides both, in one
// more paragraph at most.
func (o *open) sharesRareName(p *paragraph) bool {
	for i := range p.names {
		if n := &o.g.names[p.names[i].last]; n.round == o.round && n.count-n.in-1 <= 1 {
			return true
		}
	}
	return false
}
