package format

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// appendProse appends s, a clean text of one line, so that Markdown shows exactly its letters. What
// would be markup on GitHub (GFM), in Obsidian or in pandoc is escaped with a backslash. Nothing
// else is, because people read the file too. opening: s is at the start of a block, where more
// characters are markup.
func appendProse(dst []byte, s string, opening bool) []byte {
	mark := -1
	if opening {
		mark = openingMark(s)
	}
	done := 0
	for i := 0; i < len(s); i++ {
		if i == mark || isMarkup(s, i) {
			dst = append(dst, s[done:i]...)
			dst = append(dst, '\\')
			done = i
		}
	}
	return append(dst, s[done:]...)
}

// openingMark returns the place of the sign that makes s a list item, quotation, rule or definition
// at the start of a block. -1: there is none.
func openingMark(s string) int {
	digits := run(s, '0', '9')
	rest := s[digits:]
	if rest == "" {
		return -1
	}
	sign, alone := rest[0], len(rest) == 1 || rest[1] == ' '
	switch {
	case digits > 0 && digits < 10 && (sign == '.' || sign == ')') && alone:
		return digits
	case digits > 0:
		return -1
	case sign == '>', (sign == '+' || sign == ':') && alone, sign == '-' &&
		(alone || rest[1] == '-'):
		return 0
	}
	return -1
}

// isMarkup reports whether the character s[i] could be markup in Markdown.
func isMarkup(s string, i int) bool {
	rest := s[i+1:]
	switch s[i] {
	case '\\', '`', '*', '<', '|', '~', '^':
		return true
	case '[':
		return i == 0 || s[i-1] == '[' || isLink(rest)
	case '_': // emphasis, but not within a word
		return !wordBefore(s, i) || !wordAfter(rest)
	case '#': // a heading; a tag
		return !wordBefore(s, i)
	case '$': // mathematics, where there are two
		return strings.LastIndexByte(s[:i], '$') >= 0 || strings.IndexByte(rest, '$') >= 0
	case '=', '%': // a highlight; a comment
		return strings.HasPrefix(rest, s[i:i+1]) || i > 0 && s[i-1] == s[i]
	case '&': // a character's name
		return isEntity(rest)
	case ':': // an address
		return strings.HasPrefix(rest, "//")
	case '.': // an address
		return i >= 3 && strings.EqualFold(s[i-3:i], "www") && (i == 3 || s[i-4] != '/')
	case '@': // an address; a citation
		return wordAfter(rest)
	}
	return false
}

// wordBefore reports whether a letter or digit precedes s[i].
func wordBefore(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// wordAfter reports whether s begins with a letter or digit.
func wordAfter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// isLink reports whether s, which follows a bracket, makes it a link, a footnote or a citation, and
// not an editor's remark ("he want[s] it").
func isLink(s string) bool {
	n := strings.IndexAny(s, "[]")
	if n < 0 {
		return false
	}
	return n == 0 || s[n] == '[' || strings.IndexByte("^!@", s[0]) >= 0 || n+1 < len(s) &&
		strings.IndexByte("([:{", s[n+1]) >= 0
}

// isEntity reports whether s, which follows an ampersand, names a character: "amp;", "#8217;".
func isEntity(s string) bool {
	const longest = 33 // "CounterClockwiseContourIntegral;" and a sign
	n := strings.IndexByte(s[:min(len(s), longest)], ';')
	if n < 1 {
		return false
	}
	name := strings.TrimPrefix(s[:n], "#")
	return strings.IndexFunc(name, func(r rune) bool {
		return r >= utf8.RuneSelf || !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}) < 0
}
