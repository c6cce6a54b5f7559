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
	{"also", "Trump also said", saysAlso, nil},
	{"also-later", "The leaders of Denmark, Estonia, Finland and Iceland also demanded", alsoLater, nil},
	{"perfect", "have released a joint statement", hasPerfect, func(p *paragraph, o *open) bool {
		return !p.is(startsPronoun) && !o.isHeadlineOf(p)
	}},
	{"perfect-of-saying", "has thanked", hasPerfectOfSaying,
		func(p *paragraph, o *open) bool {
			return !p.is(startsPronoun) && !o.isHeadlineOf(p)
		}},
	{"perfect-of-long", "has long listed", tellsLong, nil},
	{"inverted", "…, Recep Tayyip Erdogan has said", isInverted, nil},
	{"citing", "citing a source", citesSource, nil},
	{"citing-first", "According to the agency, …", startsCiting, nil},
	{"after-question", "Will it hold?", anyForm, func(_ *paragraph, o *open) bool {
		return o.last.is(endsQuestion)
	}},
	{"small-letter", "begins with a small letter", startsLower, nil},
	{"lead-and-one", "the entry has two paragraphs", anyForm, func(_ *paragraph, o *open) bool {
		return o.size == 2
	}},
	{"greeting", "Welcome to our live coverage", greets, nil},
	{"below-greeting", "what the day will bring, below Good morning", anyForm,
		func(_ *paragraph, o *open) bool {
			return o.lead.is(opensFeed)
		}},
	{"same-subject", "the two paragraphs before are about the same", anyForm,
		func(_ *paragraph, o *open) bool {
			return o.windowCosine > 120
		}},
	{"valley", "it and the next are half as like the two before as neighbours are in the feed", anyForm,
		func(_ *paragraph, o *open) bool {
			return 2*o.windowCosine < o.g.near
		}},
	{"headline", "Port reopens after storm, a sentence below it", noStop,
		func(p *paragraph, o *open) bool {
			return o.next != nil && p.headlines(o.next) && !o.last.is(endsColon)
		}},
	{"below-headline", "the sentence below it", anyForm, func(p *paragraph, o *open) bool {
		return o.isHeadlineOf(p)
	}},
	{"list-item", "below a colon or another item", startsBullet, func(_ *paragraph, o *open) bool {
		return o.last.is(endsColon | startsBullet)
	}},
	{"number-again", "753 BC: the city is founded, below 1200 BC: …", startsNumber,
		func(_ *paragraph, o *open) bool {
			return o.lead.is(startsNumber)
		}},
	{"unheaded", "no headline, where one opens every day", anyForm,
		func(p *paragraph, o *open) bool {
			return o.g.headed && (o.next == nil || !p.mayHead(o.next))
		}},
	{"titled-name", "Former National Security Adviser John Bolton", namesTitled, nil},
}

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
	saysAlso
	alsoLater // says also in the first sentence, but not soon
	hasPerfect
	hasPerfectOfSaying
	tellsLong // what has long been so
	isInverted
	citesSource
	startsCiting
	namesTitled
	noStop
	endsQuestion
	startsLower
	greets
	opensFeed
	closesFeed
	inFirstPerson
	startsBullet
	givesName     // there is a name in it, or what may be one
	givesFullName // there is one of more than one word
	startsArticle // with a definite article
	hasQuote      // there is a quotation mark in it
	startsNumber  // with a digit
)

// A paragraph is what the cues know of one paragraph.
type paragraph struct {
	forms form
	runes int     // length in characters
	stems []int32 // the stems of its words, each once
	norm  int64   // the sum of the squares of their weights
	// by distance, from 1: as much of that as it shares with the paragraph so far above it
	shared             [4]int64
	names              []name // the names in it, in their order
	numStems, numNames int    // while it is read
	ending             ending // what it ends with
	lead               int16  // added to its score for what the feed's leads look like, in tenths
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
	return p.is(noStop) && !p.is(endsColon) && p.runes >= text.RubricSize/2 &&
		p.runes <= text.HeadingSize && !below.is(noStop) && below.runes > p.runes
}

// mayHead reports whether the paragraph may be a headline of the one below it, however short both
// are.
func (p *paragraph) mayHead(below *paragraph) bool {
	return p.is(noStop) && !p.is(endsColon) && p.runes <= text.HeadingSize && !below.is(noStop)
}

func (p *paragraph) is(f form) bool { return p.forms&f != 0 }

// A name is a run of capitalised words.
type name struct {
	last    int32  // the number of the last word
	at      int32  // characters of the paragraph before it
	stem    uint32 // if it is initial, hash of the stem that the word has as a common one
	full    bool   // it has more than one word
	first   bool   // it is in the first sentence
	initial bool   // a single word at the start of a sentence: perhaps no name
}
