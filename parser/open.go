package parser

// The open entry: what the paragraphs before the current one have in common, and what the cues ask of it.

// An open entry is what the paragraphs before the current one have in common.
type open struct {
	g            *grouper
	size         int // paragraphs in it
	last         *paragraph
	round        int32   // marks what belongs to the entry in the two tables below
	stemRound    []int32 // by stem
	nameRound    []int32 // by name: of its last word
	fullRound    []int32 // by name: of all its words
	norm         int     // the sum of the squares of the weights of its stems
	cosine       int     // with the current paragraph, in thousandths
	nextCosine   int     // of the current paragraph with the next
	windowCosine int
	prev         *paragraph
	next         *paragraph // after the current one; nil: the day is over
	sharedRare   int        // stems shared with the current paragraph that hardly stand elsewhere
	stemIn       []int32    // by stem: in how many paragraphs of the entry it stands
	rareIn       []int32    // by name: in how many paragraphs of the entry it stands
}

// reset makes the open entry ready for the paragraphs that the grouper has loaded.
func (o *open) reset(g *grouper) {
	o.g, o.last, o.prev, o.round = g, nil, nil, 0
	o.stemRound, o.stemIn = resized(o.stemRound, len(g.counts)), resized(o.stemIn, len(g.counts))
	o.nameRound, o.fullRound, o.rareIn = resized(o.nameRound, len(g.nameCounts)), resized(o.fullRound, len(g.nameCounts)), resized(o.rareIn, len(g.nameCounts))
}

// add takes a paragraph into the entry.
func (o *open) add(p *paragraph) {
	for _, s := range p.stems {
		if o.stemRound[s] != o.round {
			o.stemRound[s] = o.round
			o.stemIn[s] = 0
			w := int(o.g.weights[s])
			o.norm += w * w
		}
		o.stemIn[s]++
	}
	for i := range p.names {
		n := &p.names[i]
		if o.nameRound[n.last] != o.round {
			o.nameRound[n.last] = o.round
			o.rareIn[n.last] = 0
		}
		o.rareIn[n.last]++
		if n.words > 1 {
			o.fullRound[n.full] = o.round
			o.fullRound[n.last] = o.round // its last word is a surname
		}
	}
	o.size++
	o.prev = o.last
	o.last = p
}

// begin starts an entry with a paragraph.
func (o *open) begin(p *paragraph) {
	o.round++
	o.size, o.norm = 0, 0
	o.add(p)
}

// compare works out what the cues ask of the current paragraph and the next.
func (o *open) compare(p, next *paragraph) {
	o.next = next
	shared := 0
	o.sharedRare = 0
	for _, s := range p.stems {
		if o.stemRound[s] == o.round {
			w := int(o.g.weights[s])
			shared += w * w
			if o.g.counts[s]-o.stemIn[s]-1 <= 1 {
				o.sharedRare++
			}
		}
	}
	o.cosine = cosine(shared, p.norm, o.norm)
	w, nn := o.g.shared(p, o.last), p.norm
	if next != nil {
		w += o.g.shared(next, o.last)
		nn += next.norm
	}
	ln := o.last.norm
	if o.size > 1 && o.prev != nil {
		w += o.g.shared(p, o.prev)
		if next != nil {
			w += o.g.shared(next, o.prev)
		}
		ln += o.prev.norm
	}
	o.windowCosine = cosine(w, nn, ln)
	o.nextCosine = 0
	if next != nil {
		o.nextCosine = cosine(o.g.shared(p, next), p.norm, next.norm)
	}
}

// isSurnameIn reports whether a single name, near the start of its paragraph, is the surname of a full name of the entry.
func (n *name) isSurnameIn(o *open) bool {
	return n != nil && n.words == 1 && n.at < nearStart && o.fullRound[n.last] == o.round
}

// nearStart is how many characters are the start of a paragraph.
const nearStart = 60

// hasRareSurnameOf reports whether a single name of the paragraph is the surname of a full name of the entry, and rare in the feed.
func (o *open) hasRareSurnameOf(p *paragraph) bool {
	limit := max(3, len(o.g.paragraphs)*4/100)
	for i := range p.names {
		if n := &p.names[i]; n.words == 1 && o.fullRound[n.last] == o.round && int(o.g.nameCounts[n.last]) <= limit {
			return true
		}
	}
	return false
}

// hasFullNameOf reports whether a full name of the paragraph's first sentence was given in full in the entry already.
func (o *open) hasFullNameOf(p *paragraph) bool {
	for i := range p.names {
		if n := &p.names[i]; n.first && n.words > 1 && o.fullRound[n.full] == o.round {
			return true
		}
	}
	return false
}

// lacksFullNameOf reports whether a full name of the paragraph's first sentence is new: its last word is no name of the entry.
func (o *open) lacksFullNameOf(p *paragraph) bool {
	for i := range p.names {
		if n := &p.names[i]; n.first && n.words > 1 && o.nameRound[n.last] != o.round {
			return true
		}
	}
	return false
}

// sharesRareName reports whether a name of the paragraph stands in the entry and, beside both, in one more paragraph at most.
func (o *open) sharesRareName(p *paragraph) bool {
	for i := range p.names {
		n := &p.names[i]
		if o.nameRound[n.last] == o.round && o.g.nameCounts[n.last]-o.rareIn[n.last]-1 <= 1 {
			return true
		}
	}
	return false
}

// knowsBareName reports whether the first name of the paragraph, a single word, is a name of the entry and not frequent in the feed.
func (o *open) knowsBareName(p *paragraph) bool {
	n := p.leadName()
	return n != nil && o.nameRound[n.last] == o.round && int(o.g.nameCounts[n.last]) <= max(4, len(o.g.paragraphs)/10)
}
