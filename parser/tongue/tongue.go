// Package tongue has the words of headings in each language: how dates are written, and the
// words next to them. Package format writes headings with them, package decode reads them again.
package tongue

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"newstimeline/parser/feed"
)

// Dates has how dates are written, one row per language. The columns are its code, then the
// patterns of a day with its weekday, a day, a month, and a day without its year. Two days in a
// month and in a year follow. Then come the months within a date, the months by themselves, and the
// weekdays from Monday on. .tools/words/dates.mjs makes it of the CLDR.
//
//go:embed dates.tsv
var Dates string

// Phrases has the words that are not of dates: code of the language, key, words.
//
//go:embed phrases.tsv
var Phrases string

// IsPhrase reports whether some words are the phrase of a key in any language, but for the case of
// their first letter.
func IsPhrase(key, words string) bool {
	return slices.ContainsFunc(phrasesOf(key), func(p string) bool { return areAlike(p, words) })
}

// found has the phrases of each key that was asked for. All documents ask for the same few keys, of
// many lines each.
var found sync.Map

// phrasesOf returns the phrases of a key in all languages.
func phrasesOf(key string) []string {
	if known, ok := found.Load(key); ok {
		return known.([]string)
	}
	var all []string
	for row := range strings.Lines(Phrases) {
		_, rest, _ := strings.Cut(strings.TrimSuffix(row, "\n"), "\t")
		if name, phrase, ok := strings.Cut(rest, "\t"); ok && name == key {
			all = append(all, phrase)
		}
	}
	found.Store(key, all)
	return all
}

// A Heading is the date in a heading.
type Heading struct {
	// of a month or year, its first day; of a day without its year, of the year 0
	Date      feed.Date
	Precision feed.Precision // ToDay, ToMonth, ToYear
	Weekday   int8           // 1 Monday … 7 Sunday, as named; 0: none
}

// ReadHeading reads a date as headings of any language have it, from a whole text, and reports
// whether it is one. A day must have its weekday, and the right one, or no year.
func ReadHeading(text string) (Heading, bool) {
	for row := range strings.Lines(Dates) {
		cells := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		if len(cells) < 10 {
			continue
		}
		if h, ok := read(text, cells); ok {
			return h, true
		}
	}
	return Heading{}, false
}

// read reads a date by the patterns of one language.
func read(text string, cells []string) (Heading, bool) {
	dated, alone := cells[7], cells[8]
	for _, p := range [...]struct {
		pattern, months string
		precision       feed.Precision
	}{{cells[1], dated, feed.ToDay}, {cells[3], alone, feed.ToMonth}, {cells[4], dated, feed.ToDay},
		{"{y}", "", feed.ToYear}} {
		m := matcher{months: p.months, weekdays: cells[9]}
		if !m.match(p.pattern, text, true) {
			continue
		}
		h := Heading{Precision: p.precision, Weekday: m.weekday}
		h.Date = feed.Date{Year: m.year, Month: max(m.month, 1), Day: max(m.day, 1)}
		if h.isRight() {
			return h, true
		}
	}
	return Heading{}, false
}

// isRight reports whether there is such a day, and of that weekday.
func (h *Heading) isRight() bool {
	if h.Date.Year == 0 {
		leap := h.Date
		leap.Year = 2000
		return leap.Valid()
	}
	return h.Date.Valid() && (h.Weekday == 0 || h.Date.Weekday() == h.Weekday)
}

// A matcher matches a text with a pattern.
type matcher struct {
	months, weekdays    string // names, with | between them
	year                int16
	month, day, weekday int8
}

// match reports whether all of a text has the form of a pattern. start: at the start of a line,
// where its first letter may be a capital.
func (m *matcher) match(pattern, text string, start bool) bool {
	before, rest, ok := strings.Cut(pattern, "{")
	if before != "" {
		if !strings.HasPrefix(text, before) {
			return false
		}
		return m.match(pattern[len(before):], text[len(before):], false)
	}
	if !ok {
		return pattern == text
	}
	name, rest, _ := strings.Cut(rest, "}")
	switch name {
	case "d", "y":
		return m.number(name, rest, text)
	case "M":
		return m.name(m.months, &m.month, rest, text, start)
	case "W":
		return m.name(m.weekdays, &m.weekday, rest, text, start)
	}
	return false
}

// number matches digits, then the rest of a pattern.
func (m *matcher) number(name, rest, text string) bool {
	n, value := 0, 0
	for n < len(text) && '0' <= text[n] && text[n] <= '9' && n < 4 {
		value = 10*value + int(text[n]-'0')
		n++
	}
	switch {
	case n == 0, name == "d" && (n > 2 || value == 0 || value > 31), name == "y" && value == 0:
		return false
	case name == "d":
		m.day = int8(value)
	default:
		m.year = int16(value)
	}
	return m.match(rest, text[n:], false)
}

// name matches one of some names, then the rest of a pattern.
func (m *matcher) name(names string, number *int8, rest, text string, start bool) bool {
	i := -1
	for name := range strings.SplitSeq(names, "|") {
		i++
		if name == "" || len(text) < len(name) {
			continue
		}
		if text[:len(name)] != name && !(start && areAlike(text[:len(name)], name)) {
			continue
		}
		if *number = int8(i + 1); m.match(rest, text[len(name):], false) {
			return true
		}
	}
	return false
}

// areAlike reports whether two texts are the same but for the case of their first letter.
func areAlike(a, b string) bool {
	first, n := utf8.DecodeRuneInString(a)
	other, m := utf8.DecodeRuneInString(b)
	return a[n:] == b[m:] && small(first) == small(other)
}

// small returns a small letter. In Turkish, i has a capital and a relative of its own.
func small(r rune) rune {
	if r == 'İ' || r == 'ı' {
		return 'i'
	}
	return unicode.ToLower(r)
}
