package parser

import (
	"math/bits"
	"slices"
)

// Grouping: the paragraphs of a day without stamps become entries. Under a date header stand the paragraphs of many entries, newest
// first, and an entry is one to five of them. Turning the paragraphs round one by one would put a continuation before its lead, so the
// grouping decides whether the order is right at all.

// A grouper reads the paragraphs of a document once and then decides, one after the other, where entries begin.
type grouper struct {
	d          *Document
	lang       language
	paragraphs []paragraph
	spans      []Span
	lines      []int
	stemIDs    table
	counts     []int32 // by stem: in how many paragraphs it stands
	weights    []int32 // by stem: how telling it is, sixteenths of a bit
	nameIDs    table
	nameCounts []int32
	open       open
	stemArena  []int32
	nameArena  []name
	reader     proseReader
	signs      []boundary // by paragraph; nil: the feed has none
	rate       int        // what the feed as a whole adds to every score: its entries are short, or long
	least      int        // the least probability, in percent, at which an entry begins
}

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
	sharedRare   int     // stems shared with the current paragraph that hardly stand elsewhere
	stemIn       []int32 // by stem: in how many paragraphs of the entry it stands
	rareIn       []int32 // by name: in how many paragraphs of the entry it stands
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

// shared returns the sum of the squared weights of the stems that two paragraphs share. Stems are sorted.
func (g *grouper) shared(p, q *paragraph) int {
	sum, i, k := 0, 0, 0
	for i < len(p.stems) && k < len(q.stems) {
		switch a, b := p.stems[i], q.stems[k]; {
		case a == b:
			w := int(g.weights[a])
			sum += w * w
			i++
			k++
		case a < b:
			i++
		default:
			k++
		}
	}
	return sum
}

// cosine returns shared/√(a·b) in thousandths, in whole numbers: every processor gives the same.
func cosine(shared, a, b int) int {
	if a == 0 || b == 0 {
		return 0
	}
	return shared * 1000 / max(1, root(uint64(a)*uint64(b)))
}

// root returns the whole part of a square root.
func root(n uint64) int {
	if n == 0 {
		return 0
	}
	x := uint64(1) << ((bits.Len64(n) + 1) / 2)
	for {
		y := (x + n/x) / 2
		if y >= x {
			return int(x)
		}
		x = y
	}
}

func (n *name) isSurnameIn(o *open) bool {
	return n != nil && n.words == 1 && o.fullRound[n.last] == o.round
}

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
	n := p.leadName
	return n != nil && o.nameRound[n.last] == o.round && int(o.g.nameCounts[n.last]) <= max(4, len(o.g.paragraphs)/10)
}

// group decides for paragraphs [from, to) which begin an entry; the first does. It appends the score of each.
func (g *grouper) group(from, to int, scores []int16) []int16 {
	o := &g.open
	for i := from; i < to; i++ {
		p := &g.paragraphs[i]
		if i == from {
			o.begin(p)
			scores = append(scores, maxScore)
			continue
		}
		var next *paragraph
		if i+1 < to {
			next = &g.paragraphs[i+1]
		}
		o.compare(p, next)
		s := g.signed(i, score(p, o)+g.rate)
		if s > 0 && probability(s) < g.least {
			s = 0 // too doubtful for the user
		}
		scores = append(scores, int16(s))
		if s > 0 {
			o.begin(p)
		} else {
			o.add(p)
		}
	}
	return scores
}

// signed returns the score of paragraph i with what the feed's signs say of it.
func (g *grouper) signed(i, score int) int {
	if g.signs == nil {
		return score
	}
	switch g.signs[i] {
	case asked:
		return maxScore
	case begins:
		return signScore
	case goesOnly:
		return -signScore
	case unsigned:
		return score - 60 // most entries of the feed are parted by the sign; the others by strong cues alone
	}
	return score
}

// signScore is the score of a paragraph that a sign of the feed lets begin an entry.
const signScore = 60

// maxScore is the score of a paragraph that begins an entry for certain.
const maxScore = 100

// newGrouper reads the paragraphs of a document.
func newGrouper(d *Document, spans []Span) *grouper {
	g := &grouper{d: d, spans: spans, lang: languageOf(d.Text, spans)}
	g.paragraphs = make([]paragraph, len(spans))
	g.stemIDs.init(len(spans))
	g.nameIDs.init(len(spans) / 2)
	for i, s := range spans {
		g.read(&g.paragraphs[i], s.Of(d.Text))
	}
	g.dropInitials()
	g.weigh()
	g.rate = g.feedRate() + g.unknownRate()
	g.open = open{g: g, stemRound: make([]int32, len(g.counts)), stemIn: make([]int32, len(g.counts)), nameRound: make([]int32, len(g.nameCounts)),
		fullRound: make([]int32, len(g.nameCounts)), rareIn: make([]int32, len(g.nameCounts))}
	return g
}

// dropInitials drops the names of one word that begin a sentence and stand elsewhere in small letters: they are no names.
func (g *grouper) dropInitials() {
	for i := range g.paragraphs {
		p := &g.paragraphs[i]
		kept := p.names[:0]
		for _, n := range p.names {
			if n.initial && g.stemIDs.has(n.stem) {
				g.nameCounts[n.last]--
				continue
			}
			kept = append(kept, n)
		}
		if len(kept) < len(p.names) {
			p.names = kept
			p.leadName = nil
			if len(kept) > 0 {
				p.leadName, p.leadNameNear = &kept[0], kept[0].at < 60
			}
		}
	}
}

// feedRate tells from the feed as a whole whether its entries are short or long, in tenths to add to every score. Paragraphs that share
// more with their neighbours than with paragraphs further off belong together; long paragraphs tend to stand alone.
func (g *grouper) feedRate() int {
	n := len(g.paragraphs)
	if n < 12 {
		return 0
	}
	near, far, nears, fars, length := 0, 0, 0, 0, 0
	for i := range g.paragraphs {
		p := &g.paragraphs[i]
		length += p.runes
		if i > 0 {
			near += g.likeness(i, i-1)
			nears++
		}
		for k := 8; k <= min(12, i); k += 2 {
			far += g.likeness(i, i-k)
			fars++
		}
	}
	rate := 0
	switch cohesion := (near/nears + 5) * 100 / (far/max(1, fars) + 5); {
	case cohesion >= 190:
		rate -= 8
	case cohesion >= 150:
		rate -= 4
	case cohesion <= 125:
		rate += 6
	}
	if n < 40 {
		rate /= 2 // few paragraphs tell little
	}
	if length/n >= 300 {
		rate += 6
	}
	return rate
}

// unknownRate is added where the cues that speak for a start have no words: without them every entry would run on.
func (g *grouper) unknownRate() int {
	switch g.lang {
	case english:
		return 0
	case noLanguage:
		return 7
	}
	return 4
}

// likeness returns the cosine of two paragraphs, in thousandths.
func (g *grouper) likeness(i, k int) int {
	p, q := &g.paragraphs[i], &g.paragraphs[k]
	return cosine(g.shared(p, q), p.norm, q.norm)
}

// weigh gives every stem its weight: the more paragraphs it stands in, the less it tells.
func (g *grouper) weigh() {
	g.weights = make([]int32, len(g.counts))
	for s, n := range g.counts {
		g.weights[s] = int32(log2(len(g.paragraphs)*2) - log2(int(n)))
	}
	for i := range g.paragraphs {
		p := &g.paragraphs[i]
		for _, s := range p.stems {
			w := int(g.weights[s])
			p.norm += w * w
		}
	}
}

// log2 returns the binary logarithm of n in sixteenths, linear between powers of two.
func log2(n int) int {
	if n <= 1 {
		return 0
	}
	e := bits.Len(uint(n)) - 1
	return e*16 + (n-1<<e)*16>>e
}

// read reads one paragraph.
func (g *grouper) read(p *paragraph, text string) {
	r := &g.reader
	r.read(text, g.lang)
	p.forms, p.runes = r.forms(), r.runes
	from := len(g.stemArena)
	for _, w := range r.words {
		if w.kind&contentWord != 0 {
			g.stemArena = append(g.stemArena, g.stem(w.stem))
		}
	}
	g.stemArena = g.stemArena[:from+unique(g.stemArena[from:])]
	p.stems = g.stemArena[from:len(g.stemArena):len(g.stemArena)]
	for _, s := range p.stems {
		g.counts[s]++
	}
	g.readNames(p, r)
}

// stem returns the number of a stem.
func (g *grouper) stem(h uint32) int32 {
	id := g.stemIDs.id(h)
	if int(id) == len(g.counts) {
		g.counts = append(g.counts, 0)
	}
	return id
}

func (g *grouper) nameID(h uint32) int32 {
	id := g.nameIDs.id(h)
	if int(id) == len(g.nameCounts) {
		g.nameCounts = append(g.nameCounts, 0)
	}
	return id
}

// readNames takes the names of a paragraph.
func (g *grouper) readNames(p *paragraph, r *proseReader) {
	from := len(g.nameArena)
	for _, n := range r.names {
		g.nameArena = append(g.nameArena, name{initial: n.initial, stem: n.stem, last: g.nameID(n.last), full: g.nameID(n.full), words: n.words, first: n.sentence == 0, titled: n.titled, at: n.at})
	}
	p.names = g.nameArena[from:len(g.nameArena):len(g.nameArena)]
	for i := range p.names {
		n := &p.names[i]
		if !g.countedBefore(p.names[:i], n.last) {
			g.nameCounts[n.last]++
		}
	}
	if len(p.names) > 0 {
		p.leadName, p.leadNameNear = &p.names[0], r.names[0].at < 60
	}
}

func (g *grouper) countedBefore(names []name, last int32) bool {
	for i := range names {
		if names[i].last == last {
			return true
		}
	}
	return false
}

// unique sorts s and drops what stands twice; it returns how many are left.
func unique(s []int32) int {
	slices.Sort(s)
	return len(slices.Compact(s))
}

// A table numbers hashes from 0 in the order in which they come.
type table struct {
	slots  []int32 // number + 1; 0: empty
	hashes []uint32
}

func (t *table) init(n int) {
	size := 64
	for size < n {
		size *= 2
	}
	t.slots = make([]int32, size)
}

// id returns the number of a hash.
func (t *table) id(h uint32) int32 {
	mask := uint32(len(t.slots) - 1)
	at := h * 0x9E3779B1 >> 7 & mask
	for t.slots[at] != 0 {
		if t.hashes[t.slots[at]-1] == h {
			return t.slots[at] - 1
		}
		at = (at + 1) & mask
	}
	t.hashes = append(t.hashes, h)
	t.slots[at] = int32(len(t.hashes))
	if 2*len(t.hashes) > len(t.slots) {
		t.grow()
	}
	return int32(len(t.hashes) - 1)
}

// has reports whether a hash has a number.
func (t *table) has(h uint32) bool {
	mask := uint32(len(t.slots) - 1)
	for at := h * 0x9E3779B1 >> 7 & mask; t.slots[at] != 0; at = (at + 1) & mask {
		if t.hashes[t.slots[at]-1] == h {
			return true
		}
	}
	return false
}

func (t *table) grow() {
	t.slots = make([]int32, 2*len(t.slots))
	mask := uint32(len(t.slots) - 1)
	for i, h := range t.hashes {
		at := h * 0x9E3779B1 >> 7 & mask
		for t.slots[at] != 0 {
			at = (at + 1) & mask
		}
		t.slots[at] = int32(i + 1)
	}
}

// probability returns the probability, in percent, that a paragraph of a score begins an entry: the logistic function, as a table so
// that every processor gives the same.
func probability(score int) int {
	return int(logistic[min(max(score+len(logistic)/2, 0), len(logistic)-1)])
}

// logistic holds 100/(1+e^-x) for x from -5 to 5 in tenths.
var logistic = [...]uint8{
	1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 8, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18, 20, 22, 23, 25, 27, 29, 31, 33, 35, 38, 40, 43, 45, 48,
	50, 52, 55, 57, 60, 62, 65, 67, 69, 71, 73, 75, 77, 78, 80, 82, 83, 85, 86, 87, 88, 89, 90, 91, 92, 92, 93, 94, 94, 95, 95, 96, 96, 97, 97, 97, 98, 98, 98, 98, 98, 98, 99, 99, 99, 99, 99, 99, 99, 99, 99,
}

// order tells the order of a feed whose stamps do not: how it greets and takes its leave. Unknown if it does neither, or both at one end.
func (g *grouper) order() Order {
	n := len(g.paragraphs)
	oldest, newest := 0, 0
	for i := range g.paragraphs {
		p := &g.paragraphs[i]
		top, bottom := i*4 < n, i*4 >= 3*n
		switch {
		case p.is(opensFeed) && top, p.is(closesFeed) && bottom:
			oldest++
		case p.is(opensFeed) && bottom, p.is(closesFeed) && top:
			newest++
		}
	}
	switch {
	case oldest > newest:
		return OldestFirst
	case newest > oldest:
		return NewestFirst
	}
	return Unknown
}
