package format

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"newstimeline/parser/feed"
	tongues "newstimeline/parser/tongue"
	"newstimeline/timeline"
)

// The reader's language: headings of days and the words of the page are in the language of the
// feed. The two tables are text that is looked at when a timeline is written, so that they cost
// nothing at the start of the program.

// The tables: how dates are written in each language, and the words that are not of dates.
var dateRows, phraseRows = tongues.Dates, tongues.Phrases

// A tongue is a language that is written in.
type tongue struct {
	code    string
	full    string // patterns of a day with its weekday, {W}, {d}. {M} {y}
	long    string // of a day
	month   string // of a month with its year
	bare    string // of a day without its year
	inMonth string // of two days in a month; "": both days are written out
	inYear  string // of two days in a year; "" likewise

	dated, alone []string          // the months, within a date and by themselves
	weekdays     []string          // from Monday on
	phrases      map[string]string // by their keys, once one is asked for
}

// tongueAliases are other tags of some languages.
var tongueAliases = [...][2]string{{"no", "nb"}, {"iw", "he"}, {"in", "id"}, {"tl", "fil"},
	{"zh-tw", "zh-hant"}, {"zh-hk", "zh-hant"}}

// tongueOf returns the language that a tag (BCP 47) names, or of which it names a variety, and
// whether there is such a one.
func tongueOf(tag string) (*tongue, bool) {
	tag = strings.ToLower(tag)
	for _, alias := range tongueAliases {
		if rest, ok := strings.CutPrefix(tag, alias[0]); ok && (rest == "" || rest[0] == '-') {
			tag = alias[1]
		}
	}
	for tag != "" {
		if l := findTongue(tag); l != nil {
			return l, true
		}
		tag = tag[:max(0, strings.LastIndexByte(tag, '-'))]
	}
	return nil, false
}

// findTongue returns the language of a code in small letters; nil if there is none.
func findTongue(code string) *tongue {
	for row := range strings.Lines(dateRows) {
		cells := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		if strings.ToLower(cells[0]) != code {
			continue
		}
		l := &tongue{code: cells[0], full: cells[1], long: cells[2], month: cells[3],
			bare: cells[4], inMonth: cells[5], inYear: cells[6]}
		l.dated, l.alone, l.weekdays = strings.Split(cells[7], "|"), strings.Split(cells[8], "|"),
			strings.Split(cells[9], "|")
		return l
	}
	return nil
}

// addPhrases adds the phrases of a language.
func addPhrases(phrases map[string]string, code string) {
	for row := range strings.Lines(phraseRows) {
		if rest, ok := strings.CutPrefix(row, code+"\t"); ok {
			key, words, _ := strings.Cut(strings.TrimSuffix(rest, "\n"), "\t")
			phrases[key] = words
		}
	}
}

// english returns English.
func english() *tongue { return findTongue("en") }

// IsLanguage reports whether Options.Language may be tag.
func IsLanguage(tag string) bool {
	_, ok := tongueOf(tag)
	return ok
}

// Languages returns the tags of the languages that headings are written in.
func Languages() (codes []string) {
	for row := range strings.Lines(dateRows) {
		code, _, _ := strings.Cut(row, "\t")
		codes = append(codes, code)
	}
	return codes
}

// tongue returns the language of a timeline of some sources: that of the options, else the one that
// all of them share, else English.
func (o *Options) tongue(sources []*timeline.Source) *tongue {
	for _, tag := range [...]string{o.Language, language(sources)} {
		if l, ok := tongueOf(tag); ok {
			return l
		}
	}
	return english()
}

// page returns the tag of the language that the phrases are in.
func (l *tongue) page() string {
	if strings.Contains(phraseRows, "\n"+l.code+"\t") {
		return l.code
	}
	return "en"
}

// isRTL reports whether the phrases are written from right to left.
func (l *tongue) isRTL() bool { return l.page() == "ar" || l.page() == "he" }

// say returns a phrase.
func (l *tongue) say(key string) string {
	if l.phrases == nil {
		l.phrases = map[string]string{}
		addPhrases(l.phrases, "en")
		addPhrases(l.phrases, l.code)
	}
	return l.phrases[key]
}

// count returns a phrase about a number.
func (l *tongue) count(key string, n int) string {
	words := l.say(key)
	if one, many, ok := strings.Cut(words, "|"); ok {
		if words = many; n == 1 {
			words = one
		}
	}
	before, after, found := strings.Cut(words, "#")
	if !found {
		return words
	}
	number := strconv.Itoa(n)
	return before + number + strings.ReplaceAll(after, "#", number)
}

// with returns a phrase about some words.
func (l *tongue) with(key,
	words string) string {
	return strings.ReplaceAll(l.say(key), "$", words)
}

// date returns a day by a pattern, with the month names that the pattern needs, nil if it needs
// none. last is the other day of a pattern of two.
func (l *tongue) date(pattern string, months []string, d, last feed.Date) string {
	month := func(d feed.Date) string {
		if d.Month < 1 || months == nil { // there is none, or none is wanted
			return ""
		}
		return months[d.Month-1]
	}
	weekday := ""
	if strings.Contains(pattern, "{W}") {
		weekday = l.weekdays[d.Weekday()-1]
	}
	return strings.NewReplacer(
		"{W}", weekday, "{d}", strconv.Itoa(int(d.Day)), "{M}", month(d), "{y}",
		strconv.Itoa(int(d.Year)),
		"{d2}", strconv.Itoa(int(last.Day)), "{M2}", month(last),
	).Replace(pattern)
}

// yearPattern returns the pattern of a year by itself, with the sign that is joined to it.
func (l *tongue) yearPattern() string {
	_, behind, _ := strings.Cut(l.full, "{y}")
	sign, _, _ := strings.Cut(behind, "{")
	if sign = strings.TrimRight(sign, " "); sign == "" || sign[0] == ' ' || sign[0] == ',' ||
		sign[0] == '.' {
		return "{y}"
	}
	return "{y}" + sign
}

// heading returns a text in the form for the beginning of a line: with a capital, if the language
// has them.
func (l *tongue) heading(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if l.code == "tr" || l.code == "az" {
		return string(unicode.TurkishCase.ToTitle(first)) + text[size:]
	}
	return string(unicode.ToTitle(first)) + text[size:]
}
