package parser

import "strings"

// Grouping: the paragraphs of a day without stamps become entries. Under a date header stand the paragraphs of many entries, newest
// first, and an entry is one to five of them. Turning the paragraphs round one by one would put a continuation before its lead, so the
// grouping decides whether the order is right at all.

// A grouper reads some days of paragraphs and then decides, one after the other, where entries begin. It is loaded again for the next
// days and keeps its buffers.
type grouper struct {
	text  string
	lang  language
	bias  int // added to every score, as the user wishes
	least int // the least probability, in percent, at which an entry begins

	paragraphs []paragraph
	signs      []boundary // by paragraph; nil: the feed has none
	rate       int        // added to every score: the entries are short, or long
	stemIDs    table
	counts     []int32 // by stem: in how many paragraphs it stands
	weights    []int32 // by stem: how telling it is, sixteenths of a bit
	nameIDs    table
	nameCounts []int32 // by name: in how many paragraphs it stands
	stems      []int32 // of all paragraphs
	names      []name  // of all paragraphs
	open       open
	reader     proseReader
}

// load reads the paragraphs of some days.
func (g *grouper) load(runs []lineRun) {
	g.paragraphs = resized(g.paragraphs, len(runs))
	g.stemIDs.reset(len(runs))
	g.nameIDs.reset(len(runs) / 2)
	g.counts, g.nameCounts, g.stems, g.names = g.counts[:0], g.nameCounts[:0], g.stems[:0], g.names[:0]
	for i, run := range runs {
		g.read(&g.paragraphs[i], run.of(g.text))
	}
	g.cutArenas()
	g.dropInitials()
	g.weigh()
	g.rate = g.feedRate() + g.unknownRate() + g.bias
	g.open.reset(g)
}

// resized returns a slice of n zero values, in the memory of s if it is large enough.
func resized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
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
		s := g.signed(i, g.trusted(score(p, o)+g.rate))
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

// trusted returns as much of a score as the language lets the cues be sure of: without word lists they see names, marks and shared words
// alone.
func (g *grouper) trusted(score int) int {
	if g.lang == noLanguage {
		return score * 6 / 10
	}
	return score
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

// cutArenas gives every paragraph its part of the stems and names, which no longer move.
func (g *grouper) cutArenas() {
	stem, name := 0, 0
	for i := range g.paragraphs {
		p := &g.paragraphs[i]
		p.stems = g.stems[stem : stem+p.numStems]
		p.names = g.names[name : name+p.numNames]
		stem += p.numStems
		name += p.numNames
	}
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
		p.names = kept
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
	for i := 1; i < n; i += 1 + n/rateSample {
		length += g.paragraphs[i].runes
		near += g.likeness(i, i-1)
		nears++
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
	if length/nears >= 300 {
		rate += 6
	}
	return rate
}

// rateSample is how many paragraphs of a feed are enough to tell its rate.
const rateSample = 1000

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

// weigh gives every stem its weight: the more paragraphs it stands in, the less it tells.
func (g *grouper) weigh() {
	g.weights = resized(g.weights, len(g.counts))
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

// readMost is how many bytes of a paragraph are read: no paragraph of a feed is as long, and the words of a line of 500 MB would take gigabytes.
const readMost = 64 << 10

// read reads one paragraph.
func (g *grouper) read(p *paragraph, text string) {
	r := &g.reader
	if len(text) > readMost {
		text = strings.ToValidUTF8(text[:readMost], "") // no character is cut
	}
	r.read(text, g.lang)
	p.forms, p.runes = r.forms(), r.runes
	from := len(g.stems)
	for i := range r.words {
		if w := &r.words[i]; w.kind&contentWord != 0 {
			g.stems = append(g.stems, g.stem(w.stem))
		}
	}
	p.numStems = unique(g.stems[from:])
	g.stems = g.stems[:from+p.numStems]
	for _, s := range g.stems[from:] {
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
	from := len(g.names)
	for i := range r.names {
		n := &r.names[i]
		last := g.nameID(n.last)
		if !g.countedBefore(g.names[from:], last) {
			g.nameCounts[last]++
		}
		g.names = append(g.names, name{initial: n.initial, stem: n.stem, last: last, full: g.nameID(n.full), words: n.words, first: n.sentence == 0, titled: n.titled, at: n.at})
	}
	p.numNames = len(r.names)
}

// countedBefore reports whether a name ends one of the names already.
func (g *grouper) countedBefore(names []name, last int32) bool {
	for i := range names {
		if names[i].last == last {
			return true
		}
	}
	return false
}

// evenScore is the score at which a paragraph begins an entry as often as not. It was measured on feeds of outlets to which the weights
// were not fitted: the odds there were e^((score-4)/10), within the error, from 2 to 95 percent. An entry begins at 1 already, since a
// start that is missed costs as much as one too many, and the less sure feeds would lose most of theirs.
const evenScore = 4

// probability returns the probability, in percent, that a paragraph of a score begins an entry: the logistic function, as a table so
// that every processor gives the same.
func probability(score int) int {
	return int(logistic[min(max(score-evenScore+len(logistic)/2, 0), len(logistic)-1)])
}

// logistic holds 100/(1+e^-x) for x from -5 to 5 in tenths.
var logistic = [...]uint8{
	1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 8, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18, 20, 22, 23, 25, 27, 29, 31, 33, 35, 38, 40, 43, 45, 48,
	50, 52, 55, 57, 60, 62, 65, 67, 69, 71, 73, 75, 77, 78, 80, 82, 83, 85, 86, 87, 88, 89, 90, 91, 92, 92, 93, 94, 94, 95, 95, 96, 96, 97, 97, 97, 98, 98, 98, 98, 98, 98, 99, 99, 99, 99, 99, 99, 99, 99, 99,
}
