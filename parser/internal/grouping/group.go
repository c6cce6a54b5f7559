package grouping

import (
	"math"
	"newstimeline/parser/internal/logit"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"strings"
	"sync"
)

// Grouping: the paragraphs of a day without timestamps become entries. Below a date header are the
// paragraphs of many entries, newest first, and an entry is one to five of them. Turning the
// paragraphs round one by one would put a continuation before its lead, so the grouping decides
// whether the order is right at all.

// A grouper reads some days of paragraphs and then decides, one after the other, where entries
// begin. It is loaded again for the next days and keeps its buffers.
type grouper struct {
	text  string
	lang  words.Language
	even  bool // the days are even, see areEven
	bias  int  // added to every score, as the user wishes
	least int  // the least probability, in percent, at which an entry begins

	paragraphs []paragraph
	days       []int      // day k has paragraphs [days[k], days[k+1])
	signs      []boundary // by paragraph; nil: the feed has none
	signSure   uint8      // how sure they are, in percent
	cohesion   cohesion
	near       int    // likeness of neighbours, in thousandths
	headed     bool   // see areHeaded
	rate       int    // added to every score: the entries are short, or long
	segment    uint32 // counts the loads
	stemIDs    table
	stems      []stemCount // by the number of the stem
	nameIDs    table
	names      []nameCount // by the number of the name
	stemArena  []int32     // the stems of all paragraphs
	nameArena  []name      // the names in all paragraphs
	open       open
	kinds      leadKinds
	lean       int          // the logit of the share of paragraphs that begin entries, in tenths
	first      []firstScore // of the first pass, by paragraph
	reader     proseReader
}

// A stemCount has the figures of a stem in the loaded paragraphs.
type stemCount struct {
	count  int32  // paragraphs that have it
	square int32  // of its weight, sixteenths of a bit: how much it says
	round  int32  // the last entry that has it
	in     int32  // and in how many paragraphs of that
	last   int32  // the last paragraph that has it, from 1
	recent uint32 // and the ones before that: bit n for the one n above it
}

// A nameCount has the figures of a name in the loaded paragraphs.
type nameCount struct {
	count     int32 // paragraphs that have it
	round     int32 // the last entry that has it
	in        int32 // and how often in that
	fullRound int32 // the last entry in which it is a full name, or ends one
	last      int32 // the last paragraph that has it, from 1
}

// groupers are those that no document needs at the moment. The next one that does has their
// buffers, which would cost a small document as much as its grouping, and the words that they know.
var groupers = sync.Pool{New: func() any { return new(grouper) }}

func borrowGrouper() *grouper { return groupers.Get().(*grouper) }

// giveBack leaves a grouper to another document, unless it has become too large for most of them.
func (g *grouper) giveBack() {
	g.text, g.signs, g.reader.text, g.open = "", nil, "", open{}
	if cap(g.paragraphs) <= 2*segmentSize && cap(g.stems) <= vocabularyWords {
		groupers.Put(g)
	}
}

// load reads the paragraphs of some days.
func (g *grouper) load(runs []text.Paragraph) {
	g.paragraphs = resized(g.paragraphs, len(runs))
	g.makeRoom(runs)
	if g.segment++; g.segment == 0 {
		// words remember the segments of four billion loads ago
		g.segment, g.reader.vocabulary = 1, vocabulary{}
	}
	// most programs read one feed: what they keep of it they never need again
	g.reader.keeps = g.segment > 1
	for i, run := range runs {
		g.read(i, run.Of(g.text))
	}
	g.cutArenas()
	g.dropInitials()
	g.cohesion = g.weigh()
	h := g.habits(g.cohesion)
	g.rate = h.rate() + g.bias
	g.open.reset(g)
}

// makeRoom empties the lists of words and names, with room for those of paragraphs of such a size.
// To grow step by step would touch fresh memory again and again. For a single document, that costs
// more than its words do.
func (g *grouper) makeRoom(runs []text.Paragraph) {
	size := 0
	for _, run := range runs {
		size += int(run.End - run.Start)
	}
	g.reader.trim(size)
	size = min(size, roomSize)
	g.stemIDs.reset(size / 32)
	g.nameIDs.reset(size / 96)
	g.stems, g.names = emptied(g.stems, size/32), emptied(g.names, size/96)
	g.stemArena, g.nameArena = emptied(g.stemArena, size/12), emptied(g.nameArena, size/40)
}

// roomSize is for how many bytes of text room is made at first, at most.
const roomSize = 1 << 17

// resized returns a slice of n zero values, in the memory of s if it is large enough.
func resized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// cleared returns a slice of n zero values, as resized does, for a table that is read where it was
// not written yet. Fresh memory is written to here: a page that is first read is faulted in twice.
func cleared[T any](s []T, n int) []T {
	if cap(s) < n {
		s = make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// emptied returns an empty slice with room for n values, in the memory of s if it is large enough.
// Fresh memory is touched only as it fills.
func emptied[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, 0, n)
	}
	return s[:0]
}

// group decides which paragraphs begin an entry, and writes the score of each. Day k has
// paragraphs [days[k], days[k+1]); its first one begins an entry.
func (g *grouper) group(days []int, scores []int16) {
	g.first = resized(g.first, len(g.paragraphs))
	g.headed = g.areHeaded(days)
	for k := range len(days) - 1 {
		g.scoreFirst(days[k], days[k+1], scores)
	}
	g.learnLeads(days, scores)
	for k := range len(days) - 1 {
		g.scoreAgain(days[k], days[k+1], scores)
	}
}

// areHeaded reports whether a headline opens every day, and as many are within the days or more.
func (g *grouper) areHeaded(days []int) bool {
	opening, all := 0, 0
	for k := range len(days) - 1 {
		for i := days[k]; i+1 < days[k+1]; i++ {
			if g.paragraphs[i].headlines(&g.paragraphs[i+1]) {
				all++
				if i == days[k] {
					opening++
				}
			}
		}
	}
	return opening == len(days)-1 && all >= max(2*opening, few)
}

// A firstScore is what the cues said of a paragraph when they were asked first.
type firstScore struct {
	open  int32 // the first paragraph of the entry above it
	score int16 // without signs
}

// scoreFirst scores paragraphs [from, to), a day, by the cues alone.
func (g *grouper) scoreFirst(from, to int, scores []int16) {
	o, lead := &g.open, from
	for i := from; i < to; i++ {
		if i == from {
			scores[i] = maxScore
			o.begin(&g.paragraphs[i])
			continue
		}
		s := g.cueScore(i, to)
		g.first[i] = firstScore{int32(lead), int16(s)}
		s = g.signed(i, s+g.rate)
		scores[i] = int16(s)
		if s > 0 {
			lead = i
			o.begin(&g.paragraphs[i])
		} else {
			o.add(&g.paragraphs[i])
		}
	}
}

// scoreAgain scores paragraphs [from, to), a day, with what the leads of the feed look like. Where
// the entry above a paragraph begins as it did the first time, its cues hold as they did.
func (g *grouper) scoreAgain(from, to int, scores []int16) {
	o, lead := &g.open, from
	openLead, end := -1, 0 // what o is: the entry of openLead, up to end
	for i := from + 1; i < to; i++ {
		s := int(g.first[i].score)
		if int(g.first[i].open) != lead {
			if openLead != lead {
				o.begin(&g.paragraphs[lead])
				openLead, end = lead, lead+1
			}
			for ; end < i; end++ {
				o.add(&g.paragraphs[end])
			}
			s = g.cueScore(i, to)
		}
		s = g.signed(i, s+g.rate+int(g.paragraphs[i].lead))
		if s > 0 && int(g.sure(i, s)) < g.least {
			s = 0 // too doubtful for the user
		}
		if scores[i] = int16(s); s > 0 {
			lead = i
		}
	}
}

// cueScore returns what the cues say of paragraph i, of a day that ends before to, against the open
// entry.
func (g *grouper) cueScore(i, to int) int {
	p := &g.paragraphs[i]
	var next *paragraph
	if i+1 < to {
		next = &g.paragraphs[i+1]
	}
	g.open.compare(p, next)
	return score(p, &g.open)
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
		return maxScore - 1
	case goesOnly:
		return -maxScore
	}
	return score
}

// maxScore is the score of a paragraph that begins an entry for certain.
const maxScore = math.MaxInt8

// cutArenas gives every paragraph its part of the stems and names, which no longer move.
func (g *grouper) cutArenas() {
	stem, name := 0, 0
	for i := range g.paragraphs {
		p := &g.paragraphs[i]
		p.stems = g.stemArena[stem : stem+p.numStems]
		p.names = g.nameArena[name : name+p.numNames]
		stem += p.numStems
		name += p.numNames
	}
}

// dropInitials drops the names of one word that begin a sentence and are elsewhere in small
// letters: they are no names.
func (g *grouper) dropInitials() {
	for i := range g.paragraphs {
		p := &g.paragraphs[i]
		kept := p.names[:0]
		for _, n := range p.names {
			if n.initial && g.stemIDs.has(n.stem) {
				g.names[n.last].count--
				continue
			}
			kept = append(kept, n)
		}
		p.names = kept
	}
}

// rateSample is how many paragraphs of a feed are enough to estimate its rate.
const rateSample = 1000 // work alone: half and twice as many said the same of 3,000 texts

// readMost is how many bytes of a paragraph are read. No paragraph of a feed is as long, and the
// words of a line of 500 MB would take gigabytes.
const readMost = 64 << 10

// read reads paragraph i.
func (g *grouper) read(i int, text string) {
	if len(text) > readMost {
		text = strings.ToValidUTF8(text[:readMost], "") // no character is cut
	}
	r := g.reader.reading(text, g.lang)
	p := &g.paragraphs[i]
	p.forms, p.runes = r.forms, r.runes
	p.ending = endingOf(text)
	from := len(g.stemArena)
	g.readStems(i, r.words)
	p.numStems = len(g.stemArena) - from
	g.readNames(i, r.names)
}

// readStems takes the stems of the words of paragraph i, given by their numbers.
func (g *grouper) readStems(i int, numbers []uint16) {
	lexemes, arena, here := g.reader.vocabulary.words, g.stemArena, int32(i+1)
	for _, n := range numbers {
		w := &lexemes[n]
		if w.segment != g.segment || w.stemID < 0 {
			g.numberStem(w)
		}
		if st := &g.stems[w.stemID]; st.last != here {
			st.last = here
			st.count++
			arena = append(arena, w.stemID)
		}
	}
	g.stemArena = arena
}

// readNames takes the names of paragraph i.
func (g *grouper) readNames(i int, names []readName) {
	for k := range names {
		n := &names[k]
		last := g.nameOf(n.last)
		if c := &g.names[last]; c.last != int32(i+1) {
			c.last = int32(i + 1)
			c.count++
		}
		g.nameArena = append(g.nameArena, name{})
		a := &g.nameArena[len(g.nameArena)-1]
		a.last, a.full, a.at, a.first = last, n.full, n.at, n.first
		if n.initial {
			a.initial, a.stem = true, g.reader.vocabulary.words[n.last].stem
		}
	}
	g.paragraphs[i].numNames = len(names)
}

// numberStem numbers the stem of a word.
func (g *grouper) numberStem(w *lexeme) {
	g.unnumbered(w)
	w.stemID = g.stemIDs.id(w.stem)
	if int(w.stemID) == len(g.stems) {
		g.stems = append(g.stems, stemCount{})
	}
}

// nameOf returns the number of a word as a name.
func (g *grouper) nameOf(word uint16) int32 {
	w := &g.reader.vocabulary.words[word]
	if g.unnumbered(w); w.nameID < 0 {
		w.nameID = g.nameID(w.name)
	}
	return w.nameID
}

// unnumbered takes from a word the numbers that it has of another segment.
func (g *grouper) unnumbered(w *lexeme) {
	if w.segment != g.segment {
		w.segment, w.stemID, w.nameID = g.segment, -1, -1
	}
}

// nameID returns the number of a name, given by its hash.
func (g *grouper) nameID(h uint32) int32 {
	id := g.nameIDs.id(h)
	if int(id) == len(g.names) {
		g.names = append(g.names, nameCount{})
	}
	return id
}

// signSure is how often, in percent, entries begin where a sign says so, in feeds that lost their
// timestamps.
const signSure = 85

// signSureOfDay is signSure where all text is of one day. An article with a date has the same
// signs: of 60 such texts of all kinds, licences, programs and articles among them, few were feeds.
const signSureOfDay = 60

// sure returns how sure it is, in percent, that paragraph i, of a score, begins an entry.
func (g *grouper) sure(i, score int) uint8 {
	if g.signs != nil && g.signs[i] == begins {
		return g.signSure
	}
	return uint8(probability(score, g.lean))
}

// probability returns the probability, in percent, that a paragraph of a score begins an entry, in
// a feed that leans so. An entry begins at a score of 1 already: a start that is missed costs as
// much as one too many. Feeds of which the cues say little would lose most of their starts
// otherwise.
func probability(score, lean int) int {
	return probabilityBy(score, lean, evenScore, slope, tilt)
}

func probabilityBy(score, lean, even, slope, tilt int) int {
	return logit.Percent(((score-even)*slope + leaning(lean)*tilt) / 100)
}

// leaning returns how a feed leans as far as that says something. Beyond it are lists, of headlines
// alone as well as of headlines with text.
func leaning(lean int) int { return min(max(lean, -leanMost), leanMost) }

// leanMost is how far a feed leans at most, in tenths of a logit.
const leanMost = 10

// few is how many paragraphs of one kind are no chance: headlines, places, days that open alike.
const few = 3
