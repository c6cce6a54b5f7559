package grouping

import "newstimeline/parser/internal/text"

// The cues by which a paragraph of a day without timestamps is taken to begin an entry or to
// continue with one. Each adds its weight, in tenths, to a score; above 0 the paragraph begins an
// entry. The weights (weights.go) are fitted to labelled feeds (fit_test.go); a cue speaks of the
// form of news, never of a subject. What a whole feed does alike, its habits, is in habits.go.

// A cue is one test of a paragraph against the entry that is open before it.
type cue struct {
	name    string
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
	{"bias", "", anyForm, nil},
	{"quotation", "“We hope yesterday’s talks …", startsQuote, nil},
	{"open-quotation", "a quotation of several paragraphs", anyForm,
		func(_ *paragraph, o *open) bool {
			return o.last.is(leavesQuoteOpen)
		}},
	{"after-colon", "Asked about it, he said:", anyForm, func(_ *paragraph, o *open) bool {
		return o.last.is(endsColon)
	}},
	{"surname-again", "Darchiev added, after Aleksandr Darchiev", givesName,
		func(p *paragraph, o *open) bool {
			return p.leadName().isSurnameIn(o)
		}},
	{"rare-surname-again", "Graham, a staunch backer", givesName, func(p *paragraph, o *open) bool {
		return o.hasRareSurnameOf(p)
	}},
	{"full-name-again", "Peter Szijjarto, in full twice", givesFullName,
		func(p *paragraph, o *open) bool {
			return o.hasFullNameOf(p)
		}},
	{"new-full-name", "Friedrich Merz", givesFullName, func(p *paragraph, o *open) bool {
		return o.lacksFullNameOf(p)
	}},
	{"no-name", "He also stated that the meeting …", anyForm, func(p *paragraph, _ *open) bool {
		return len(p.names) == 0
	}},
	{"shared-rare-name", "The Trump-Bolton relationship", givesName,
		func(p *paragraph, o *open) bool {
			return o.sharesRareName(p)
		}},
	{"shared-rare-word", "Unnamed US officials … the letter", anyForm,
		func(p *paragraph, o *open) bool {
			return o.sharedRare >= 1+p.runes/300
		}},
	{"unlike", "Putin reportedly told Trump", anyForm, func(_ *paragraph, o *open) bool {
		return o.cosine < 40
	}},
	{"nearer-to-next", "The telephone call, and the next is about it too", anyForm,
		func(_ *paragraph, o *open) bool {
			return o.nextCosine > o.cosine+50
		}},
	{"long-entry", "the entry has six paragraphs already", anyForm,
		func(_ *paragraph, o *open) bool {
			return o.size >= 6
		}},
	{"pronoun", "He also promised", startsPronoun, func(p *paragraph, _ *open) bool {
		return !p.is(startsQuote)
	}},
	{"connective", "Earlier, Axios also reported", startsConnective, nil},
	{"anaphor", "The two leaders discussed", startsAnaphor, nil},
	{"definite", "The campaign group highlights", startsArticle, func(p *paragraph, _ *open) bool {
		return !p.is(startsAnaphor)
	}},
	{"he-said", "…historical roots, he added", heSaid, nil},
	{"bare-name-said", "Slutsky described", bareNameSaid, func(p *paragraph, o *open) bool {
		return o.knowsBareName(p)
	}},
	{"also", "Trump also said", saysAlso, nil},
	{"perfect", "have released a joint statement", hasPerfect, func(p *paragraph, _ *open) bool {
		return !p.is(startsPronoun)
	}},
	{"perfect-of-saying", "has thanked", hasPerfectOfSaying,
		func(p *paragraph, _ *open) bool { return !p.is(startsPronoun) }},
	{"inverted", "…, Recep Tayyip Erdogan has said", isInverted, nil},
	{"citing", "citing a source", citesSource, nil},
	{"after-question", "Will it hold?", anyForm, func(_ *paragraph, o *open) bool {
		return o.last.is(endsQuestion)
	}},
	{"small-letter", "begins with a small letter", startsLower, nil},
	{"lead-only", "the entry has one paragraph", anyForm, func(_ *paragraph, o *open) bool {
		return o.size == 1
	}},
	{"lead-and-one", "the entry has two paragraphs", anyForm, func(_ *paragraph, o *open) bool {
		return o.size == 2
	}},
	{"greeting", "Welcome to our live coverage", greets, nil},
	{"same-subject", "the two paragraphs before are about the same", anyForm,
		func(_ *paragraph, o *open) bool {
			return o.windowCosine > 120
		}},
	{"valley", "it and the next are half as like the two before as neighbours are in the feed", anyForm,
		func(_ *paragraph, o *open) bool {
			return 2*o.windowCosine < o.g.near
		}},
	{"peak", "and here twice as like", anyForm, func(_ *paragraph, o *open) bool {
		return o.windowCosine > 2*o.g.near
	}},
	{"deep-valley", "the paragraphs on both sides are more like theirs", anyForm,
		func(p *paragraph, o *open) bool {
			return p.depth > o.g.near
		}},
	{"no-valley", "and here they are not", anyForm, func(p *paragraph, _ *open) bool {
		return p.depth <= 0
	}},
	{"alike", "much the same words as in the entry", anyForm, func(_ *paragraph, o *open) bool {
		return o.cosine > 200
	}},
	{"parallel", "begins with the same word as the last", anyForm,
		func(p *paragraph, o *open) bool {
			return o.last.head == p.head
		}},
	{"much-shorter", "half the feed's mean or less", anyForm, func(p *paragraph, o *open) bool {
		return 2*p.runes <= o.g.meanRunes
	}},
	{"next-goes-on", "the next paragraph begins: She added", anyForm,
		func(_ *paragraph, o *open) bool {
			return o.next != nil && o.next.is(goesOnForms)
		}},
	{"next-names-back", "Hanna Lindqvist, and the next: Lindqvist", givesFullName,
		func(p *paragraph, o *open) bool {
			return o.next != nil && p.givesFullNameOf(o.next)
		}},
	{"lead-then-short", "below a short line", anyForm, func(_ *paragraph, o *open) bool {
		return o.size == 1 && o.last.runes < 90
	}},
	{"headline", "Port reopens after storm, a sentence below it", noStop,
		func(p *paragraph, o *open) bool {
			return o.next != nil && p.headlines(o.next) && !o.last.is(endsColon)
		}},
	{"below-headline", "the sentence below it", anyForm, func(p *paragraph, o *open) bool {
		return o.size == 1 && o.last.headlines(p)
	}},
	{"list-item", "below a colon or another item", startsBullet, func(_ *paragraph, o *open) bool {
		return o.last.is(endsColon | startsBullet)
	}},
	{"after-label", "below: Read more: storm closes port", anyForm,
		func(p *paragraph, o *open) bool {
			return o.last.is(startsLabel) && !p.is(startsLabel)
		}},
	{"titled-name", "Former National Security Adviser John Bolton", namesTitled, nil},
}

// goesOnForms are the forms by which a paragraph goes on with what was said.
const goesOnForms = startsQuote | startsPronoun | startsConnective | startsAnaphor | heSaid

// score adds up the cues of a paragraph against the open entry.
func score(p *paragraph, o *open) int {
	sum := 0
	for i := range cues {
		// as holds does, without a call: most do not
		if c := &cues[i]; p.forms&c.form != 0 && (c.test == nil || c.test(p, o)) {
			sum += int(cueWeights[i])
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
	saysWhen
	inFirstPerson
	startsFullName
	startsBullet
	givesName     // there is a name in it, or what may be one
	givesFullName // there is one of more than one word
	startsArticle // with a definite article
	startsLabel   // with a word or two and a colon
)

// A paragraph is what the cues know of one paragraph.
type paragraph struct {
	forms form
	runes int     // length in characters
	head  uint32  // hash of its first word
	stems []int32 // the stems of its words, each once
	norm  int64   // the sum of the squares of their weights
	// by distance, from 1: as much of that as it shares with the paragraph so far above it
	shared             [4]int64
	gap                int    // how like it and the next are to the two above, in thousandths
	depth              int    // of the valley of likeness that it begins, in thousandths
	names              []name // the names in it, in their order
	numStems, numNames int    // while it is read
}

// leadName returns the first name of the paragraph, nil if there is none.
func (p *paragraph) leadName() *name {
	if len(p.names) == 0 {
		return nil
	}
	return &p.names[0]
}

// headlines reports whether the paragraph reads like the headline of the one below it. It is short
// and ends no sentence; the text below is longer and does.
func (p *paragraph) headlines(below *paragraph) bool {
	return p.is(noStop) && !p.is(endsColon) && p.runes >= headlineLeast &&
		p.runes <= text.HeadingSize && !below.is(noStop) && below.runes > p.runes
}

// headlineLeast is how many characters a headline has at least.
const headlineLeast = 20

// givesFullNameOf reports whether the paragraph gives a name in full of which the next one gives
// the last word alone.
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
	first      bool  // it is in the first sentence
	initial    bool  // a single word at the start of a sentence: perhaps no name
}
