package main

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// languages are those that prose.tsv has lists for, in the order of the parser's constants.
var languages = []string{"en", "de", "fr", "es", "it", "pt", "ru", "uk", "pl", "nl"}

// proseRoles maps the roles of prose.tsv to the constants of the parser.
var proseRoles = map[string]string{
	"pronoun": "prosePronoun", "connective": "proseConnective", "speech": "proseSpeech", "adjective": "proseAdjective",
	"anaphor": "proseAnaphor", "also": "proseAlso", "title": "proseTitle", "honorific": "proseHonorific",
	"participle": "proseParticiple", "report": "proseReport", "citing": "proseCiting", "article": "proseArticle",
	"have": "proseHave", "adverb": "proseAdverb", "stop": "proseStop", "opening": "proseOpening", "closing": "proseClosing", "presents": "prosePresents",
	"fresh": "proseFresh", "when": "proseWhen", "self": "proseSelf",
}

// prose holds the roles of the words of running text; keys end with a capital that stands for the language.
type prose map[string]map[string]bool

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
			p.add(fold(form), string(rune('A'+language)), role)
		}
	}
	return p, nil
}

// add gives a form a role, and marks the words that the form begins with.
func (p prose) add(form, language, role string) {
	p.at(form + language)[role] = true
	for i := range len(form) {
		if form[i] == ' ' {
			p.at(form[:i] + language)["proseMore"] = true
		}
	}
}

func (p prose) at(key string) map[string]bool {
	if p[key] == nil {
		p[key] = map[string]bool{}
	}
	return p[key]
}

func (p prose) print() []byte {
	var b bytes.Buffer
	b.WriteString(header)
	fmt.Fprintf(&b, "// proseLanguages are the languages that have lists, by their number.\nvar proseLanguages = [...]string{%s}\n\n", quoted(languages))
	keys := slices.Sorted(maps.Keys(p))
	b.WriteString("// proseWords holds every form of every language, sorted by its spelling, which ends with a capital for the language; word 0 is none.\nvar proseWords = [...]proseWord{\n{},\n")
	at := 0
	for _, key := range keys {
		fmt.Fprintf(&b, "{at: %d, size: %d, roles: %s},\n", at, len(key), strings.Join(slices.Sorted(maps.Keys(p[key])), "|"))
		at += len(key)
	}
	b.WriteString("}\n\n")
	printIndex(&b, keys, "proseSpellings", "proseSlots", "proseWords")
	return b.Bytes()
}

func quoted(s []string) string {
	var q []string
	for _, v := range s {
		q = append(q, fmt.Sprintf("%q", v))
	}
	return strings.Join(q, ", ")
}
