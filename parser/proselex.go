package parser

import "slices"

// proseRoles is a set of the parts that a word can play in running text; see .tools/words/prose.tsv.
type proseRoles uint32

const (
	prosePronoun    proseRoles = 1 << iota // he, this
	proseConnective                        // however, in a statement
	proseSpeech                            // said
	proseAdjective                         // the two leaders' two
	proseAnaphor                           // the outlet
	proseAlso                              // also
	proseTitle                             // President
	proseHonorific                         // Mr
	proseParticiple                        // held
	proseReport                            // announced
	proseCiting                            // according to
	proseArticle                           // the
	proseHave                              // has
	proseAdverb                            // reportedly
	proseStop                              // function words
	proseOpening                           // good morning: the first entry of a feed
	proseClosing                           // that's all: the last one
	prosePresents                          // here is: hands something on
	proseFresh                             // a man, three people: not named yet
	proseWhen                              // today
	proseSelf                              // I, we
	proseMore                              // a longer form begins with this word
	proseInner                             // a longer form goes on with this word
)

// A proseWord is what a form of the word lists of running text is in one language.
type proseWord struct {
	at    uint16 // where its spelling starts in proseSpellings
	size  uint8
	lang  language
	roles proseRoles
}

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

// languageOf tells the language of paragraphs. Where entries have no titles it is asked twice about the same.
func (j *judge) languageOf(spans []Span) language {
	spans = spans[:min(len(spans), languageSpans)]
	if j.sample == nil || !slices.Equal(spans, j.sample) {
		j.sample, j.lang = spans, languageOf(j.d.Text, spans)
	}
	return j.lang
}

// languageOf tells the language of paragraphs from its function words; noLanguage if it is none that has lists.
func languageOf(text string, spans []Span) language {
	var c languageCount
	var buf [maxWord]byte
	for _, s := range spans {
		for i := s.Start; i < s.End && c.words < languageSample && !c.isPlain(); {
			end := letterRun(text[:s.End], i)
			if end == i {
				i++
				continue
			}
			c.words++
			if end-i < maxWord/2 {
				c.add(appendFolded(buf[:0], text[i:end]))
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

// A languageCount counts the function words of each language among some words.
type languageCount struct {
	of    [len(proseLanguages) + 1]int
	words int
}

// add counts a folded word for the languages of which it is a function word.
func (c *languageCount) add(folded []byte) {
	rows := proseRows(folded, hash(folded))
	for i := range rows {
		if rows[i].roles&proseStop != 0 {
			c.of[rows[i].lang]++
		}
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

// proseRows returns what a folded form is in the languages that have it; h is the form's hash.
func proseRows(form []byte, h uint32) []proseWord {
	const mask = uint32(len(proseSlots)) - 1
	for at := h & mask; proseSlots[at] != 0; at = (at + 1) & mask {
		first := int(proseSlots[at])
		w := &proseWords[first]
		if int(w.size) != len(form) || proseSpellings[w.at:int(w.at)+int(w.size)] != string(form) {
			continue
		}
		end := first + 1
		for end < len(proseWords) && proseWords[end].at == w.at {
			end++
		}
		return proseWords[first:end]
	}
	return nil
}

// lookupProse returns the roles of a folded form in a language; h is the form's hash.
func lookupProse(form []byte, h uint32, lang language) proseRoles {
	rows := proseRows(form, h)
	for i := range rows {
		if rows[i].lang == lang {
			return rows[i].roles
		}
	}
	return 0
}
