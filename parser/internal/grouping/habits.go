package grouping

import "newstimeline/parser/internal/words"

// Habits: what a feed as a whole says about how long its entries are. Each habit adds its weight,
// in tenths, to the score of every paragraph.

// habits are counts over the paragraphs of a feed.
type habits struct {
	lang      words.Language
	count     int  // paragraphs
	runes     int  // their characters
	goOn      int  // paragraphs that evidently go on with an entry
	unstopped int  // paragraphs that end no sentence
	even      bool // the days are many, and differ no more than entries do
	likeness  int  // of neighbours, in percent of that of paragraphs further off
}

// A habit is one test of a feed as a whole.
type habit struct {
	name    string
	example string
	test    func(h *habits) bool
}

// habitRows is the table.
var habitRows = [...]habit{
	{"english", "the language whose lists are longest",
		func(h *habits) bool { return h.lang == words.English }},
	{"no-subjects", "neighbours are hardly more alike than others: each is about something else",
		func(h *habits) bool {
			return h.count >= fewParagraphs && h.likeness <= 130
		}},
	{"many-no-subjects", "and there are many",
		func(h *habits) bool { return h.count >= 40 && h.likeness <= 130 }},
	{"subjects", "neighbours are half as like again as others", func(h *habits) bool {
		return h.count >= fewParagraphs && h.likeness >= 150
	}},
	{"long-subjects", "neighbours are twice as like as others", func(h *habits) bool {
		return h.count >= fewParagraphs && h.likeness >= 200
	}},
	{"no-continuations", "no paragraph begins: She added",
		func(h *habits) bool { return h.share(h.goOn) <= 2 }},
	{"continuations", "one of ten does", func(h *habits) bool { return h.share(h.goOn) >= 10 }},
	{"even-days", "the days differ as entries do, in running text", func(h *habits) bool {
		return h.even && h.share(h.unstopped) < 50
	}},
	{"all-headlines", "hardly any line ends a sentence",
		func(h *habits) bool { return h.isList() }},
}

// Days are even if they are many, and the variance of how many paragraphs they have is no more than
// evenMost times the mean. Of 17 labelled texts with an entry a day, 15 have 1.6 times at most. Of
// five with three entries a day or more, three have 2.7 times or more.
const evenMost = 2

// areEven reports whether days of paragraphs [starts[k], starts[k+1]) are even.
func areEven(starts []int) bool {
	days, squares := len(starts)-1, 0
	if days < fewestLeads {
		return false
	}
	for k := range days {
		size := starts[k+1] - starts[k]
		squares += size * size
	}
	all := starts[days] - starts[0]
	// variance = squares/days − (all/days)²
	return days*squares-all*all <= evenMost*all*days
}

// goesOnForms are the forms by which a paragraph goes on with what was said.
const goesOnForms = startsQuote | startsPronoun | startsConnective | startsAnaphor | heSaid

// fewParagraphs are too few to measure how alike they are.
const fewParagraphs = 12

// isList reports whether the feed is a list of headlines rather than running text, or the cells of
// a table.
func (h *habits) isList() bool { return h.share(h.unstopped) >= 80 && h.runes >= 30*h.count }

// share returns how many percent of the paragraphs some are.
func (h *habits) share(some int) int { return 100 * some / max(1, h.count) }

// rate adds up the habits of the feed: over 0 its entries are short.
func (h *habits) rate() int {
	sum := 0
	for i := range habitRows {
		if habitRows[i].test(h) {
			sum += int(habitWeights[i])
		}
	}
	return sum
}

// habits counts what the paragraphs do alike.
func (g *grouper) habits(c cohesion) habits {
	h := habits{lang: g.lang, count: len(g.paragraphs), even: g.even}
	for i := range g.paragraphs {
		p := &g.paragraphs[i]
		h.runes += p.runes
		if p.is(goesOnForms | endsColon | inFirstPerson | saysAlso) {
			h.goOn++
		}
		if p.is(noStop) {
			h.unstopped++
		}
	}
	g.near = 0
	if c.nears > 0 {
		h.likeness, g.near = c.percent(), c.near/c.nears
	}
	return h
}
