package parser

import (
	"unicode"
	"unicode/utf8"
)

// formRoles returns the roles of a line that is, all of it, a form of the lexicon; counts and marks around it do not matter:
// "Comments 734", "Tags:".
func (x *lexer) formRoles(line string) roles {
	if len(line) > maxWord {
		return 0
	}
	i := 0
	for i < len(line) {
		r, width := utf8.DecodeRuneInString(line[i:])
		if unicode.IsLetter(r) {
			break
		}
		i += width
	}
	if i == len(line) {
		return 0
	}
	w, stop := x.phrase(line, i, letterRun(line, i))
	if r, _ := utf8.DecodeRuneInString(line[i:]); w == nil && isUnspaced(r) {
		if t := x.longest(line, i, letterRun(line, i)); t.kind == wordTok {
			w, stop = t.word, int(t.end)
		}
	}
	if w == nil {
		return 0
	}
	for _, r := range line[stop:] {
		if unicode.IsLetter(r) {
			return 0
		}
	}
	return w.roles
}

// rolesIn returns the roles of all forms of the lexicon in a line.
func (x *lexer) rolesIn(line string) roles {
	var all roles
	for i := 0; i < len(line); {
		end := letterRun(line, i)
		if end == i {
			_, width := utf8.DecodeRuneInString(line[i:])
			i += width
			continue
		}
		if r, width := utf8.DecodeRuneInString(line[i:]); isUnspaced(r) {
			if t := x.longest(line, i, end); t.kind == wordTok {
				all, end = all|t.word.roles, int(t.end)
			} else {
				end = i + width
			}
		} else if w, stop := x.phrase(line, i, end); w != nil {
			all, end = all|w.roles, stop
		}
		i = end
	}
	return all
}

// opensWith returns the roles of the form that opens a line and the byte behind it.
func (x *lexer) opensWith(line string) (roles, int) {
	w, stop := x.phrase(line, 0, letterRun(line, 0))
	if w == nil {
		return 0, 0
	}
	return w.roles, stop
}
