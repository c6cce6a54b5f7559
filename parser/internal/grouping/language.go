package grouping

import (
	"math/bits"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/words"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Languages: which one a text is in.

// Limits of recognising a language.
const (
	languageSample = 600 // words that are looked at
	LanguageSpans  = 200 // in so many paragraphs
	languageLeast  = 8   // percent of them that must be function words of the language
	// percent of the words that may hold a letter which the language does not have: names do
	foreignMost = 5
)

// LanguageOf returns the language of paragraphs of a text, by the function words of the first of
// them; words.NoLanguage if it is none with lists.
func LanguageOf(text string, spans []feed.Span) words.Language {
	var c languageCount
	var buf [words.MaxWord]byte
sample:
	for _, s := range spans[:min(len(spans), LanguageSpans)] {
		for i := s.Start; i < s.End; {
			if c := text[i]; c < utf8.RuneSelf && !words.IsLetter(c) && c != '\'' {
				i++ // no word begins with it
				continue
			}
			end := words.LetterRun(text[:s.End], i)
			if end == i {
				i++
				continue
			}
			c.words++
			c.read(text[i:end])
			if end-i < words.MaxWord/2 {
				c.add(words.FunctionWordOf(words.AppendFolded(buf[:0], text[i:end])))
			}
			if i = end; c.words == languageSample {
				break sample
			}
		}
	}
	best := c.best()
	if c.of[best]*100 < c.words*languageLeast || c.foreign[best]*100 > c.words*foreignMost {
		return words.NoLanguage
	}
	return best
}

// A languageCount counts the function words of each language among some words, and the words that
// hold a letter foreign to it.
type languageCount struct {
	of, foreign [len(words.ProseLanguages) + 1]int
	words       int
}

// read counts a word for the languages to which one of its letters is foreign.
func (c *languageCount) read(word string) {
	var seen uint32
	for i := 0; i < len(word); {
		if word[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		i += size
		if r = words.ToSmall(r); !unicode.IsLetter(r) {
			continue
		}
		for l := words.English; int(l) < len(c.of); l++ {
			if seen&(1<<l) == 0 && !strings.ContainsRune(words.Alphabets[l], r) {
				seen |= 1 << l
				c.foreign[l]++
			}
		}
		if seen == 1<<len(c.of)-1<<words.English {
			return // foreign to all
		}
	}
}

// add counts a word for the languages, given as bits, of which it is a function word.
func (c *languageCount) add(languages words.ProseRoles) {
	for m := uint32(languages); m != 0; m &= m - 1 {
		c.of[bits.TrailingZeros32(m)]++
	}
}

// best returns the language with the most function words. Of equals it is the one with fewer
// foreign words.
func (c *languageCount) best() (best words.Language) {
	for l := words.English; int(l) < len(c.of); l++ {
		n := c.of[l]
		if n > c.of[best] || n == c.of[best] && n > 0 && c.foreign[l] < c.foreign[best] {
			best = l
		}
	}
	return best
}
