package parser

// The cues by which a paragraph of a day without stamps is told to begin an entry or to go on with one. Each adds its weight, in
// tenths, to a score; above 0 the paragraph begins an entry. The table, its weights and the word lists were measured on labelled
// feeds; a cue speaks of the form of news, never of a subject.

// A cue is one test of a paragraph against the entry that is open before it.
type cue struct {
	name    string
	weight  int // tenths; positive: begins an entry
	example string
	holds   func(p *paragraph, o *open) bool
}

// cues is the table. The first row is the bias.
var cues = [...]cue{
	{"bias", -2, "", func(*paragraph, *open) bool { return true }},
	{"quotation", -24, "“We hope yesterday’s talks …", func(p *paragraph, _ *open) bool { return p.is(startsQuote) }},
	{"open-quotation", -3, "a quotation of several paragraphs", func(_ *paragraph, o *open) bool { return o.last.is(leavesQuoteOpen) }},
	{"after-colon", -8, "Asked about it, he said:", func(_ *paragraph, o *open) bool { return o.last.is(endsColon) }},
	{"surname-again", -12, "Darchiev added, after Aleksandr Darchiev", func(p *paragraph, o *open) bool { return p.leadName().isSurnameIn(o) }},
	{"rare-surname-again", -14, "Graham, a staunch backer", func(p *paragraph, o *open) bool { return o.hasRareSurnameOf(p) }},
	{"full-name-again", 11, "Peter Szijjarto, in full twice", func(p *paragraph, o *open) bool { return o.hasFullNameOf(p) }},
	{"new-full-name", 3, "Friedrich Merz", func(p *paragraph, o *open) bool { return o.lacksFullNameOf(p) }},
	{"no-name", -4, "He also stated that the meeting …", func(p *paragraph, _ *open) bool { return len(p.names) == 0 }},
	{"shared-rare-name", -9, "The Trump-Bolton relationship", func(p *paragraph, o *open) bool { return o.sharesRareName(p) }},
	{"shared-rare-word", -7, "Unnamed US officials … the letter", func(p *paragraph, o *open) bool { return o.sharedRare >= 1+p.runes/300 }},
	{"unlike", 5, "Putin reportedly told Trump", func(_ *paragraph, o *open) bool { return o.cosine < 40 }},
	{"nearer-to-next", 4, "The telephone call, and the next is about it too", func(_ *paragraph, o *open) bool { return o.nextCosine > o.cosine+50 }},
	{"long-entry", 7, "the entry has six paragraphs already", func(_ *paragraph, o *open) bool { return o.size >= 6 }},
	{"pronoun", -14, "He also promised", func(p *paragraph, _ *open) bool { return p.is(startsPronoun) && !p.is(startsQuote) }},
	{"connective", -14, "Earlier, Axios also reported", func(p *paragraph, _ *open) bool { return p.is(startsConnective) }},
	{"anaphor", -12, "The two leaders discussed", func(p *paragraph, _ *open) bool { return p.is(startsAnaphor) }},
	{"he-said", -19, "…historical roots, he added", func(p *paragraph, _ *open) bool { return p.is(heSaid) }},
	{"bare-name-said", -4, "Slutsky described", func(p *paragraph, o *open) bool { return p.is(bareNameSaid) && o.knowsBareName(p) }},
	{"also", -10, "Trump also said", func(p *paragraph, _ *open) bool { return p.is(saysAlso) }},
	{"perfect", 11, "have released a joint statement", func(p *paragraph, _ *open) bool { return p.is(hasPerfect) }},
	{"perfect-of-saying", 7, "has thanked", func(p *paragraph, _ *open) bool { return p.is(hasPerfectOfSaying) }},
	{"inverted", 11, "…, Recep Tayyip Erdogan has said", func(p *paragraph, _ *open) bool { return p.is(isInverted) }},
	{"citing", 7, "citing a source", func(p *paragraph, _ *open) bool { return p.is(citesSource) }},
	{"no-stop", -5, "a line that ends no sentence", func(p *paragraph, o *open) bool { return p.is(noStop) && p.runes < 90 }},
	{"list", -3, "one of several in a row", func(p *paragraph, o *open) bool {
		return p.is(noStop) && p.runes < 90 && (o.last.is(noStop) || o.last.is(endsColon))
	}},
	{"short", -4, "under 70 characters", func(p *paragraph, o *open) bool { return p.runes < 70 }},
	{"after-question", -4, "Will it hold?", func(p *paragraph, o *open) bool { return o.last.is(endsQuestion) }},
	{"small-letter", -8, "begins with a small letter", func(p *paragraph, o *open) bool { return p.is(startsLower) }},
	{"lead-only", 3, "the entry has one paragraph", func(p *paragraph, o *open) bool { return o.size == 1 }},
	{"greeting", 8, "Welcome to our live coverage", func(p *paragraph, o *open) bool { return p.is(greets) }},
	{"new-subject", 3, "the two paragraphs before are about something else", func(p *paragraph, o *open) bool { return o.windowCosine < 30 }},
	{"same-subject", -4, "the two paragraphs before are about the same", func(p *paragraph, o *open) bool { return o.windowCosine > 120 }},
	{"titled-name", 4, "Former National Security Adviser John Bolton", func(p *paragraph, _ *open) bool { return p.is(namesTitled) }},
}

// score adds up the cues of a paragraph against the open entry.
func score(p *paragraph, o *open) int {
	sum := 0
	for i := range cues {
		if c := &cues[i]; c.holds(p, o) {
			sum += c.weight
		}
	}
	return sum
}

// A form is a property of a paragraph that does not depend on the entry before it.
type form uint32

const (
	startsQuote form = 1 << iota
	leavesQuoteOpen
	endsColon
	startsPronoun
	startsConnective
	startsAnaphor
	heSaid
	bareNameSaid
	saysAlso
	hasPerfect
	hasPerfectOfSaying
	isInverted
	citesSource
	namesTitled
	noStop
	endsQuestion
	startsLower
	greets
	opensFeed
	closesFeed
)

// A paragraph is what the cues know of one paragraph.
type paragraph struct {
	forms              form
	runes              int     // length in characters
	stems              []int32 // the stems of its words, each once, sorted
	norm               int     // the sum of the squares of their weights
	names              []name  // the names in it, in their order
	numStems, numNames int     // while it is read
}

// leadName returns the first name of the paragraph, nil if there is none.
func (p *paragraph) leadName() *name {
	if len(p.names) == 0 {
		return nil
	}
	return &p.names[0]
}

func (p *paragraph) is(f form) bool { return p.forms&f != 0 }

// A name is a run of capitalised words.
type name struct {
	last, full int32 // stems of the last word and of all words together
	words      int
	first      bool   // it stands in the first sentence
	titled     bool   // a title stands before it
	initial    bool   // a single word at the start of a sentence: perhaps no name
	stem       uint32 // of the last word, as a common word
	at         int    // characters of the paragraph before it
}
