package grouping

import "newstimeline/parser/internal/text"

// The cues by which a paragraph of a day without stamps is told to begin an entry or to go on with one. Each adds its weight, in
// tenths, to a score; above 0 the paragraph begins an entry. The table, its weights and the word lists were measured on labelled
// feeds (fit_test.go); a cue speaks of the form of news, never of a subject.

// A cue is one test of a paragraph against the entry that is open before it.
type cue struct {
	name    string
	weight  int // tenths; positive: begins an entry
	example string
	form    form                             // the paragraph has one of these
	test    func(p *paragraph, o *open) bool // and this is true; nil: that is all
}

// holds reports whether the cue holds.
func (c *cue) holds(p *paragraph, o *open) bool {
	return p.forms&c.form != 0 && (c.test == nil || c.test(p, o))
}

// cues is the table. The first row is the bias.
var cues = [...]cue{
	{"bias", 0, "", anyForm, nil},
	{"quotation", -24, "“We hope yesterday’s talks …", startsQuote, nil},
	{"open-quotation", -3, "a quotation of several paragraphs", anyForm, func(_ *paragraph, o *open) bool { return o.last.is(leavesQuoteOpen) }},
	{"after-colon", -8, "Asked about it, he said:", anyForm, func(_ *paragraph, o *open) bool { return o.last.is(endsColon) }},
	{"surname-again", -12, "Darchiev added, after Aleksandr Darchiev", givesName, func(p *paragraph, o *open) bool { return p.leadName().isSurnameIn(o) }},
	{"rare-surname-again", -14, "Graham, a staunch backer", givesName, func(p *paragraph, o *open) bool { return o.hasRareSurnameOf(p) }},
	{"full-name-again", 8, "Peter Szijjarto, in full twice", givesFullName, func(p *paragraph, o *open) bool { return o.hasFullNameOf(p) }},
	{"new-full-name", -1, "Friedrich Merz", givesFullName, func(p *paragraph, o *open) bool { return o.lacksFullNameOf(p) }},
	{"no-name", -5, "He also stated that the meeting …", anyForm, func(p *paragraph, _ *open) bool { return len(p.names) == 0 }},
	{"shared-rare-name", -8, "The Trump-Bolton relationship", givesName, func(p *paragraph, o *open) bool { return o.sharesRareName(p) }},
	{"shared-rare-word", -8, "Unnamed US officials … the letter", anyForm, func(p *paragraph, o *open) bool { return o.sharedRare >= 1+p.runes/300 }},
	{"unlike", 5, "Putin reportedly told Trump", anyForm, func(_ *paragraph, o *open) bool { return o.cosine < 40 }},
	{"nearer-to-next", 7, "The telephone call, and the next is about it too", anyForm, func(_ *paragraph, o *open) bool { return o.nextCosine > o.cosine+50 }},
	{"long-entry", 6, "the entry has six paragraphs already", anyForm, func(_ *paragraph, o *open) bool { return o.size >= 6 }},
	{"pronoun", -14, "He also promised", startsPronoun, func(p *paragraph, _ *open) bool { return !p.is(startsQuote) }},
	{"connective", -14, "Earlier, Axios also reported", startsConnective, nil},
	{"anaphor", -10, "The two leaders discussed", startsAnaphor, nil},
	{"he-said", -19, "…historical roots, he added", heSaid, nil},
	{"bare-name-said", -4, "Slutsky described", bareNameSaid, func(p *paragraph, o *open) bool { return o.knowsBareName(p) }},
	{"also", -10, "Trump also said", saysAlso, nil},
	{"perfect", 10, "have released a joint statement", hasPerfect, func(p *paragraph, _ *open) bool { return !p.is(startsPronoun) }},
	{"perfect-of-saying", 7, "has thanked", hasPerfectOfSaying, nil},
	{"inverted", 11, "…, Recep Tayyip Erdogan has said", isInverted, nil},
	{"citing", 3, "citing a source", citesSource, nil},
	{"no-stop", -4, "a line that ends no sentence", noStop, func(p *paragraph, _ *open) bool { return p.runes < 90 }},
	{"list", -3, "one of several in a row", noStop, func(p *paragraph, o *open) bool { return p.runes < 90 && o.last.is(noStop|endsColon) }},
	{"short", -1, "under 70 characters", anyForm, func(p *paragraph, _ *open) bool { return p.runes < 70 }},
	{"after-question", -4, "Will it hold?", anyForm, func(_ *paragraph, o *open) bool { return o.last.is(endsQuestion) }},
	{"small-letter", -8, "begins with a small letter", startsLower, nil},
	{"lead-only", 1, "the entry has one paragraph", anyForm, func(_ *paragraph, o *open) bool { return o.size == 1 }},
	{"greeting", 10, "Welcome to our live coverage", greets, nil},
	{"new-subject", 4, "the two paragraphs before are about something else", anyForm, func(_ *paragraph, o *open) bool { return o.windowCosine < 30 }},
	{"same-subject", -5, "the two paragraphs before are about the same", anyForm, func(_ *paragraph, o *open) bool { return o.windowCosine > 120 }},
	{"fresh", 2, "A man has been arrested", startsFresh, nil},
	{"tells-when", 2, "The session ended on Monday", tellsWhen, nil},
	{"first-person", -3, "We will not give in, a quotation without marks", inFirstPerson, nil},
	{"long", -2, "300 characters or more", anyForm, func(p *paragraph, _ *open) bool { return p.runes >= 300 }},
	{"full-name-lead", 1, "Hanna Lindqvist will speak", startsFullName, nil},
	{"next-goes-on", 2, "the next paragraph begins: She added", anyForm, func(_ *paragraph, o *open) bool { return o.next != nil && o.next.is(goesOnForms) }},
	{"next-names-back", 4, "Hanna Lindqvist, and the next: Lindqvist", givesFullName, func(p *paragraph, o *open) bool { return o.next != nil && p.givesFullNameOf(o.next) }},
	{"lead-then-short", -6, "below a short line", anyForm, func(_ *paragraph, o *open) bool { return o.size == 1 && o.last.runes < 90 }},
	{"alike", -2, "much the same words as in the entry", anyForm, func(_ *paragraph, o *open) bool { return o.cosine > 200 }},
	{"headline", 11, "Port reopens after storm, a sentence below it", noStop, func(p *paragraph, o *open) bool { return o.next != nil && p.headlines(o.next) && !o.last.is(endsColon) }},
	{"below-headline", -16, "the sentence below it", anyForm, func(p *paragraph, o *open) bool { return o.size == 1 && o.last.headlines(p) }},
	{"list-item", -16, "below a colon or another item", startsBullet, func(_ *paragraph, o *open) bool { return o.last.is(endsColon | startsBullet) }},
	{"titled-name", 4, "Former National Security Adviser John Bolton", namesTitled, nil},
}

// goesOnForms are the forms by which a paragraph goes on with what was said.
const goesOnForms = startsQuote | startsPronoun | startsConnective | startsAnaphor | heSaid

// score adds up the cues of a paragraph against the open entry.
func score(p *paragraph, o *open) int {
	sum := 0
	for i := range cues {
		if c := &cues[i]; p.forms&c.form != 0 && (c.test == nil || c.test(p, o)) { // as holds does, without a call: most do not
			sum += c.weight
		}
	}
	return sum
}

// A form is a property of a paragraph that does not depend on the entry before it.
type form uint32

const (
	anyForm form = 1 << iota // every paragraph has it
	startsQuote
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
	startsFresh
	tellsWhen
	inFirstPerson
	startsFullName
	startsBullet
	givesName     // there is a name in it, or what may be one
	givesFullName // there is one of more than one word
)

// A paragraph is what the cues know of one paragraph.
type paragraph struct {
	forms              form
	runes              int      // length in characters
	stems              []int32  // the stems of its words, each once
	norm               int64    // the sum of the squares of their weights
	shared             [4]int64 // by distance, from 1: as much of that as it shares with the paragraph so far above it
	names              []name   // the names in it, in their order
	numStems, numNames int      // while it is read
}

// leadName returns the first name of the paragraph, nil if there is none.
func (p *paragraph) leadName() *name {
	if len(p.names) == 0 {
		return nil
	}
	return &p.names[0]
}

// headlines reports whether the paragraph reads like the headline of the one below it: a short line that ends no sentence, over a longer
// text that does.
func (p *paragraph) headlines(below *paragraph) bool {
	return p.is(noStop) && !p.is(endsColon) && p.runes >= headlineLeast && p.runes <= text.HeadingSize && !below.is(noStop) && below.runes > p.runes
}

// headlineLeast is how many characters a headline has at least.
const headlineLeast = 20

// givesFullNameOf reports whether the paragraph gives a name in full of which the next one gives the last word alone.
func (p *paragraph) givesFullNameOf(next *paragraph) bool {
	for i := range p.names {
		if p.names[i].words == 1 {
			continue
		}
		for k := range next.names {
			if n := &next.names[k]; n.words == 1 && n.last == p.names[i].last {
				return true
			}
		}
	}
	return false
}

func (p *paragraph) is(f form) bool { return p.forms&f != 0 }

// A name is a run of capitalised words.
type name struct {
	last, full int32  // numbers of the last word and, if there are more, of all words together
	stem       uint32 // if it is initial, hash of the stem that the word has as a common one
	words      int32
	at         int32 // characters of the paragraph before it
	first      bool  // it stands in the first sentence
	initial    bool  // a single word at the start of a sentence: perhaps no name
}
