package main

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
)

// languages are those that prose.tsv has lists for, in the order of the constants of package words.
var languages = []string{"en", "de", "fr", "es", "it", "pt", "ru", "uk", "pl", "nl"}

// proseRoles maps the roles of prose.tsv to the constants of package words.
var proseRoles = map[string]string{
	"pronoun": "ProsePronoun", "connective": "ProseConnective", "speech": "ProseSpeech", "adjective": "ProseAdjective",
	"anaphor": "ProseAnaphor", "also": "ProseAlso", "title": "ProseTitle", "honorific": "ProseHonorific",
	"participle": "ProseParticiple", "report": "ProseReport", "citing": "ProseCiting", "article": "ProseArticle",
	"have": "ProseHave", "adverb": "ProseAdverb", "stop": "ProseStop", "opening": "ProseOpening", "closing": "ProseClosing", "presents": "ProsePresents",
	"self": "ProseSelf",
}

// prose holds the roles of the forms of running text, by spelling and by the number of the language.
type prose map[string]map[int]map[string]bool

// readProse reads the rows of prose.tsv.
func readProse(rows string) (prose, error) {
	p := prose{}
	for n, row := range strings.Split(rows, "\n") {
		if row == "" || row[0] == '#' {
			continue
		}
		cells := strings.Split(row, "\t")
		if len(cells) != 3 {
			return nil, fmt.Errorf("prose.tsv:%d: want three cells, have %d", n+1, len(cells))
		}
		language := slices.Index(languages, cells[0])
		role, known := proseRoles[cells[1]]
		if language < 0 || !known {
			return nil, fmt.Errorf("prose.tsv:%d: unknown language or role: %s %s", n+1, cells[0], cells[1])
		}
		for _, form := range strings.Split(cells[2], "|") {
			p.add(fold(form), language, role)
		}
	}
	return p, nil
}

// add gives a form a role. It marks the words that the form begins with, and each word that goes on with it.
func (p prose) add(form string, language int, role string) {
	p.at(form, language)[role] = true
	for i := range len(form) {
		if form[i] == ' ' {
			p.at(form[:i], language)["ProseMore"] = true
		}
	}
	for i, word := range strings.FieldsFunc(form, isNoWordRune) {
		if word = strings.Trim(word, "'"); i > 0 && word != "" {
			p.at(word, language)["ProseInner"] = true
		}
	}
}

// isNoWordRune reports whether the reader of paragraphs ends a word at r.
func isNoWordRune(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsMark(r) && !('0' <= r && r <= '9') && r != '\''
}

// at returns the roles of a form in a language.
func (p prose) at(form string, language int) map[string]bool {
	if p[form] == nil {
		p[form] = map[int]map[string]bool{}
	}
	if p[form][language] == nil {
		p[form][language] = map[string]bool{}
	}
	return p[form][language]
}

func (p prose) print() []byte {
	var b bytes.Buffer
	b.WriteString(header)
	fmt.Fprintf(&b, "// ProseLanguages are the languages that have lists, by their number.\nvar ProseLanguages = [...]string{%s}\n\n", quoted(languages))
	keys := p.sorted()
	size, slots := slotsOf(keys)
	table, hashes := make([]int, size), make([]int, len(keys))
	for i, key := range keys {
		table[slots[i]], hashes[i] = i+1, int(hash(key))
	}
	b.WriteString("// proseSlots is a hash table of the forms of all languages: their numbers from 1, 0 is an empty slot.\n")
	fmt.Fprintf(&b, "var proseSlots = [...]uint16{%s}\n\n", numbers(table))
	fmt.Fprintf(&b, "// proseHashes are the hashes of the forms, by number.\nvar proseHashes = [...]uint32{%s}\n\n", numbers(hashes))
	p.printRows(&b, keys)
	return b.Bytes()
}

// sorted returns the forms by the first of their languages: those of one stand beside each other.
func (p prose) sorted() []string {
	keys := slices.Sorted(maps.Keys(p))
	first := func(key string) int { return slices.Min(slices.Collect(maps.Keys(p[key]))) }
	slices.SortStableFunc(keys, func(a, b string) int { return first(a) - first(b) })
	return keys
}

// printRows prints the spellings of the forms and what they are in each language.
func (p prose) printRows(b *bytes.Buffer, keys []string) {
	fmt.Fprintf(b, "// proseText is the spellings of all forms, one behind the other, folded.\nconst proseText = %q\n\n", strings.Join(keys, ""))
	texts, first, words := []int{0}, []int{0}, bytes.Buffer{}
	n := 0
	for _, key := range keys {
		for _, language := range slices.Sorted(maps.Keys(p[key])) {
			roles := slices.Sorted(maps.Keys(p[key][language]))
			fmt.Fprintf(&words, "{lang: %d, roles: %s}, // %s\n", language+1, strings.Join(roles, "|"), key)
			n++
		}
		texts, first = append(texts, texts[len(texts)-1]+len(key)), append(first, n)
	}
	fmt.Fprintf(b, "// proseTexts says where the spelling of each form begins.\nvar proseTexts = [...]uint16{%s}\n\n", numbers(texts))
	fmt.Fprintf(b, "// proseFirst says where the words of each form begin.\nvar proseFirst = [...]uint16{%s}\n\n", numbers(first))
	fmt.Fprintf(b, "// proseWords says what the forms are in each language.\nvar proseWords = [...]proseWord{\n%s}\n", words.Bytes())
}

// numbers returns numbers as the elements of a literal, some on a line.
func numbers(n []int) string {
	var b strings.Builder
	for i, v := range n {
		if i%16 == 0 {
			b.WriteString("\n")
		}
		fmt.Fprintf(&b, "%d, ", v)
	}
	return b.String() + "\n"
}

func quoted(s []string) string {
	var q []string
	for _, v := range s {
		q = append(q, fmt.Sprintf("%q", v))
	}
	return strings.Join(q, ", ")
}
