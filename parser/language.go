package parser

import (
	"math/bits"
	"slices"
)

// Languages: which one a text is in.

// language is the number of a language that has word lists, counted from 1; 0 is any other.
type language uint8

const (
	noLanguage language = iota
	english
	german
	french
	spanish
	italian
	portuguese
	russian
	ukrainian
	polish
	dutch
)

// String returns the language's code, "" if it is none of those with lists.
func (l language) String() string {
	if l == noLanguage {
		return ""
	}
	return proseLanguages[l-1]
}

// Limits of telling a language.
const (
	languageSample = 600 // words that are looked at
	languageSpans  = 200 // in so many paragraphs
	languageLeast  = 8   // percent of them that must be function words of the language
	languageEnough = 150 // words after which the language may be plain: languagePlain percent, and three times those of any other
	languagePlain  = 20
)

// everyLanguage stands for all languages at once: what a vocabulary knows as the roles of a word in it are the languages of which it is a
// function word, as bits.
const everyLanguage language = 1<<8 - 1

// languageOf tells the language of paragraphs. Where entries have no titles it is asked twice about the same.
func (j *judge) languageOf(spans []Span) language {
	spans = spans[:min(len(spans), languageSpans)]
	if j.sample == nil || !slices.Equal(spans, j.sample) {
		g := borrowGrouper()
		j.sample, j.lang = spans, g.reader.vocabulary.languageOf(j.d.Text, spans)
		g.giveBack()
	}
	return j.lang
}

// languageOf tells the language of paragraphs from its function words; noLanguage if it is none that has lists.
func (v *vocabulary) languageOf(text string, spans []Span) language {
	v.trim()
	var c languageCount
	for _, s := range spans {
		for i := s.Start; i < s.End && c.words < languageSample && !c.isPlain(); {
			end := letterRun(text[:s.End], i)
			if end == i {
				i++
				continue
			}
			c.words++
			if end-i < maxWord/2 {
				c.add(v.words[v.number(text[i:end], spanKey(text, i, end), everyLanguage)].roles)
			}
			i = end
		}
	}
	best, _ := c.best()
	if c.of[best]*100 < c.words*languageLeast {
		return noLanguage
	}
	return best
}

// functionWordOf returns the languages, as bits, of which a folded form is a function word.
func functionWordOf(form []byte) (languages proseRoles) {
	rows := proseRows(form, hash(form))
	for i := range rows {
		if rows[i].roles&proseStop != 0 {
			languages |= 1 << rows[i].lang
		}
	}
	return languages
}

// A languageCount counts the function words of each language among some words.
type languageCount struct {
	of    [len(proseLanguages) + 1]int
	words int
}

// add counts a word for the languages, given as bits, of which it is a function word.
func (c *languageCount) add(languages proseRoles) {
	for m := uint32(languages); m != 0; m &= m - 1 {
		c.of[bits.TrailingZeros32(m)]++
	}
}

// best returns the language with the most function words, the first of equals, and how many the next best has.
func (c *languageCount) best() (best language, next int) {
	for l := english; int(l) < len(c.of); l++ {
		switch n := c.of[l]; {
		case n > c.of[best]:
			best, next = l, c.of[best]
		case n > next:
			next = n
		}
	}
	return best, next
}

// isPlain reports whether more words would tell nothing new. It looks once every languageEnough words.
func (c *languageCount) isPlain() bool {
	if c.words == 0 || c.words%languageEnough != 0 {
		return false
	}
	best, next := c.best()
	return c.of[best]*100 >= c.words*languagePlain && c.of[best] >= 3*next
}
