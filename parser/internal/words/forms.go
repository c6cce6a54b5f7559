package words

import (
	"unicode"
	"unicode/utf8"
)

// FormRoles returns the roles of a line that is a form of the lexicon as a whole. Counts and marks
// around it are ignored: "Comments 734", "Tags:".
func (x *Lexer) FormRoles(line string) Roles {
	if len(line) > MaxWord {
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
	w, stop := x.phrase(line, i, LetterRun(line, i))
	if r, _ := utf8.DecodeRuneInString(line[i:]); w == nil && IsUnspaced(r) {
		w, stop = x.longest(line, i, LetterRun(line, i))
	}
	if w == nil {
		return 0
	}
	for _, r := range line[stop:] {
		if unicode.IsLetter(r) {
			return 0
		}
	}
	return w.Roles
}

// RolesIn returns the roles of all forms of the lexicon in a line.
func (x *Lexer) RolesIn(line string) Roles {
	var all Roles
	for i := 0; i < len(line); {
		end := LetterRun(line, i)
		if end == i {
			_, width := utf8.DecodeRuneInString(line[i:])
			i += width
			continue
		}
		if r, width := utf8.DecodeRuneInString(line[i:]); IsUnspaced(r) {
			if w, stop := x.longest(line, i, end); w != nil {
				all, end = all|w.Roles, stop
			} else {
				end = i + width
			}
		} else if w, stop := x.phrase(line, i, end); w != nil {
			all, end = all|w.Roles, stop
		}
		i = end
	}
	return all
}

// FormAt returns the longest form of the lexicon that begins at byte i of a line, and its end; nil:
// there is none.
func (x *Lexer) FormAt(line string, i int) (w *Word, end int) {
	run := LetterRun(line[:min(len(line), i+2*MaxWord)], i)
	if r, _ := utf8.DecodeRuneInString(line[i:]); IsUnspaced(r) {
		return x.longest(line, i, run)
	}
	return x.phrase(line, i, run)
}

// OpensWith returns the roles of the form that opens a line, and its end.
func (x *Lexer) OpensWith(line string) (Roles, int) {
	w, stop := x.phrase(line, 0, LetterRun(line, 0))
	if w == nil {
		return 0, 0
	}
	return w.Roles, stop
}
