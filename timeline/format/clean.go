package format

import (
	"strings"
	"unicode/utf8"
)

// Clean returns s in a form that is safe on a terminal. It is one line, without anything that moves
// the cursor, changes colours or reverses the direction of writing. Line ends and tabs become
// blanks. Escape sequences are removed as a whole, and so are other control characters,
// bidirectional controls and invisible format characters. A byte that is not UTF-8 becomes U+FFFD.
// All else stays, such as combining marks and the joiners of Persian and of emoji.
func Clean(s string) string {
	if isClean(s) {
		return s
	}
	return string(appendClean(make([]byte, 0, len(s)), s))
}

// isEmpty reports whether Clean leaves only white space of s. Nearly all texts begin with a printed
// character of ASCII: those are not read.
func isEmpty(s string) bool {
	return run(s[:min(len(s), 1)], '!', '~') == 0 && strings.TrimSpace(Clean(s)) == ""
}

// isClean reports whether Clean would change nothing.
func isClean(s string) bool {
	for i := 0; i < len(s); {
		if i+8 <= len(s) && arePrinted(word(s, i)) {
			i += 8
			continue
		}
		if c := s[i]; c < utf8.RuneSelf {
			if c < ' ' || c == 0x7F {
				return false
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 || isInvisible(r) || isBreak(r) {
			return false
		}
		if i += size; r == blackFlag {
			i += flagTags(s[i:])
		}
	}
	return true
}

// arePrinted reports whether all eight bytes of w are characters of ASCII that are printed, blanks
// included. Taking 0x20 away, or adding 1, sets the high bit of the first byte that is not.
func arePrinted(w uint64) bool {
	const each = 0x0101010101010101
	return (w|(w-each*0x20)|(w+each))&(each*0x80) == 0
}

// appendClean appends Clean(s) to dst.
func appendClean(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case isBreak(r):
			if n := len(dst); n > 0 && dst[n-1] != ' ' {
				dst = append(dst, ' ')
			}
			size += blanks(s[i+size:])
		case r == esc:
			size = escapeSequence(s[i:])
		case r >= 0x80 && r < 0xA0: // ESC and a character in one
			size += controlSequence(byte(r-0x40), s[i+size:])
		case r < ' ' || isInvisible(r):
		case r == blackFlag:
			size += flagTags(s[i+size:])
			dst = append(dst, s[i:i+size]...)
		default:
			dst = utf8.AppendRune(dst, r) // U+FFFD where it is none
		}
		i += size
	}
	return dst
}

// isBreak reports whether r is white space that ends lines or moves to a column.
func isBreak(r rune) bool {
	return r >= '\t' && r <= '\r' || r == 0x85 || r == 0x2028 || r == 0x2029
}

// blanks returns how many blanks s begins with.
func blanks(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }

// isInvisible reports whether r is invisible and yet changes what is shown. That holds for DEL and
// the C1 controls, the bidirectional controls, and format characters that hide or split words.
// U+200C and U+200D stay: Persian and emoji are spelt with them. Of tags, see flagTags.
func isInvisible(r rune) bool {
	switch {
	case r < 0x7F:
		return false
	case r < 0xA0, r == 0xAD, r == 0x61C, r == 0x180E, r == 0xFEFF:
		return true
	case r >= 0x200B && r <= 0x200F:
		return r != 0x200C && r != 0x200D
	case r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F, r >= 0xFFF9 && r <= 0xFFFB:
		return true
	}
	return r >= 0x1D173 && r <= 0x1D17A || isTagCharacter(r)
}

// esc begins escape sequences (ECMA-48).
const esc = 0x1B

// escapeSequence returns the length of the escape sequence at the start of s; 1 for an ESC by
// itself.
func escapeSequence(s string) int {
	if len(s) < 2 {
		return 1
	}
	switch kind := s[1]; {
	case strings.IndexByte("[]PX^_", kind) >= 0:
		return 2 + controlSequence(kind, s[2:])
	case kind >= ' ' && kind <= '~':
		n := 1 + run(s[1:], ' ', '/')
		if n < len(s) && s[n] >= '0' && s[n] <= '~' {
			return n + 1
		}
	}
	return 1
}

// controlSequence returns the length of the rest of a control sequence ('[') or control string (']'
// and others) after its start. It is 0 without an end, because then it is rather text.
func controlSequence(kind byte, s string) int {
	switch kind {
	case '[':
		n := run(s, '0', '?')
		n += run(s[n:], ' ', '/')
		if n < len(s) && s[n] >= '@' && s[n] <= '~' {
			return n + 1
		}
	case ']', 'P', 'X', '^', '_':
		return controlString(s)
	}
	return 0
}

// controlString returns the length of a control string with its end. The end must be near and
// before any other control character: a feed that lost the end must not lose its text.
func controlString(s string) int {
	const near = 4096
	for i := range min(len(s), near) {
		switch c := s[i]; {
		case c == '\a':
			return i + 1
		case strings.HasPrefix(s[i:], "\x1b\\"), strings.HasPrefix(s[i:], "\u009c"):
			return i + 2
		case c < ' ', c == 0xC2 && i+1 < len(s) && s[i+1] < 0xA0:
			return 0
		}
	}
	return 0
}

// run returns how many bytes from low to high s begins with.
func run(s string, low, high byte) int {
	n := 0
	for n < len(s) && s[n] >= low && s[n] <= high {
		n++
	}
	return n
}
