package stamp

import (
	"unicode/utf8"

	"newstimeline/parser/internal/words"
)

// DateIn returns the first date with year, month and day in a line of text, whatever is around it.
func DateIn(x *words.Lexer, line string) (f Fields, ok bool) {
	f, end := nextDateIn(x, line, 0)
	return f, end > 0
}

// DatesIn returns all dates with year, month and day in a line of text, whatever is around them.
func DatesIn(x *words.Lexer, line string) (all []Fields) {
	for f, end := nextDateIn(x, line, 0); end > 0; f, end = nextDateIn(x, line, end) {
		all = append(all, f)
	}
	return all
}

// nextDateIn returns the first date of a line from byte from on, and where it ends; 0: there is
// none.
func nextDateIn(x *words.Lexer, line string, from int) (f Fields, end int) {
	inWord := false
	for i, c := range line {
		if wasIn := inWord; c > ' ' && (c >= utf8.RuneSelf || words.IsDigit(line[i]) ||
			words.IsLetter(line[i])) {
			if inWord = true; wasIn {
				continue
			}
		} else {
			inWord = false
			continue
		}
		if i < from {
			continue
		}
		r := Reader{Toks: x.Lex(line, i), F: NoFields}
		if next := r.date(0); next > 0 && r.F.IsFull() && r.F.Has&WeakDate == 0 {
			return r.F, int(r.at(next - 1).End)
		}
	}
	return Fields{}, 0
}
