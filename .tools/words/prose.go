package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"log"
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
	if len(keys) >= 1<<proseTag {
		log.Fatalf("prose.tsv: %d forms, and numbers of %d bits", len(keys), proseTag)
	}
	size, slots := slotsOf(keys, proseHash)
	table := make([]int, size)
	for i, key := range keys {
		table[slots[i]] = i + 1 | int(proseHash(key)>>(32-(16-proseTag)))<<proseTag
	}
	fmt.Fprintf(&b, "// proseTag is how many bits of a slot are the number of a form. The others are the highest bits of its hash.\nconst proseTag = %d\n\n", proseTag)
	b.WriteString("// proseSlots is a hash table of the forms of all languages: their numbers from 1, 0 is an empty slot.\n")
	fmt.Fprintf(&b, "var proseSlots = [...]uint16{%s}\n\n", numbers(table))
	p.printRows(&b, keys)
	return b.Bytes()
}

// proseTag is how many bits the number of a form has in its slot of 16.
const proseTag = 12

// proseHash is the hash of a folded form; ProseHash of package words must be the same.
func proseHash(s string) uint32 {
	mix := func(x uint64) uint64 { x *= 0x9E3779B97F4A7C15; return x ^ x>>32 }
	h := uint64(len(s)) * 0xFF51AFD7ED558CCD
	for ; len(s) > 8; s = s[8:] {
		h = mix(h ^ binary.LittleEndian.Uint64([]byte(s)))
	}
	switch n := len(s); {
	case n >= 4:
		h ^= uint64(binary.LittleEndian.Uint32([]byte(s))) | uint64(binary.LittleEndian.Uint32([]byte(s[n-4:])))<<32
	case n > 0:
		h ^= uint64(s[0]) | uint64(s[n/2])<<8 | uint64(s[n-1])<<16
	}
	return uint32(mix(mix(h)))
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
	forms, rows, at, n := []string{"{0, 0}"}, bytes.Buffer{}, 0, 0
	for _, key := range keys {
		for _, language := range slices.Sorted(maps.Keys(p[key])) {
			roles := slices.Sorted(maps.Keys(p[key][language]))
			fmt.Fprintf(&rows, "{lang: %d, roles: %s}, // %s\n", language+1, strings.Join(roles, "|"), key)
			n++
		}
		at += len(key)
		forms = append(forms, fmt.Sprintf("{%d, %d}", at, n))
	}
	fmt.Fprintf(b, "// proseForms says where the spelling of each form begins, and where its rows do.\nvar proseForms = [...]proseForm{%s}\n\n", rowsOf(forms))
	fmt.Fprintf(b, "// proseWords says what the forms are in each language.\nvar proseWords = [...]proseWord{\n%s}\n", rows.Bytes())
}

// numbers returns numbers as the elements of a literal, some on a line.
func numbers(n []int) string {
	var all []string
	for _, v := range n {
		all = append(all, fmt.Sprint(v))
	}
	return rowsOf(all)
}

// rowsOf returns the elements of a literal, some on a line.
func rowsOf(elements []string) string {
	var b strings.Builder
	for row := range slices.Chunk(elements, 16) {
		b.WriteString("\n" + strings.Join(row, ", ") + ",")
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
