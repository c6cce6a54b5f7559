package format

import (
	"math/bits"
	"unicode/utf8"
)

// appendQuoted appends s as a JSON string, as encoding/json writes it without HTML escaping: a byte that is no UTF-8 becomes \ufffd, and
// U+2028 and U+2029 are escaped for the sake of JavaScript. Beyond that it escapes DEL and the C1 controls, which a terminal obeys.
func appendQuoted(dst []byte, s string) []byte {
	dst = append(dst, '"')
	dst = appendEscaped(dst, s)
	return append(dst, '"')
}

// appendEscaped appends s as it stands within a JSON string.
func appendEscaped(dst []byte, s string) []byte {
	if utf8.ValidString(s) {
		return appendEscapedUTF8(dst, s)
	}
	done := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			dst = appendEscapedUTF8(dst, s[done:i])
			dst = append(dst, `\ufffd`...)
			done = i + 1
		}
		i += size
	}
	return appendEscapedUTF8(dst, s[done:])
}

// appendEscapedUTF8 is appendEscaped for a string that is UTF-8. It copies what needs no escape in pieces as long as may be.
func appendEscapedUTF8(dst []byte, s string) []byte {
	done := 0
	for i := nextSuspect(s, 0); i < len(s); i = nextSuspect(s, i) {
		size, escape := suspect(s[i:])
		if escape {
			dst = append(dst, s[done:i]...)
			dst = appendEscape(dst, s[i:i+size])
			done = i + size
		}
		i += size
	}
	return append(dst, s[done:]...)
}

// isSuspect tells the bytes that begin a character which may need an escape: 0xC2 begins U+0080 to U+00BF, 0xE2 begins U+2000 to U+2FFF.
var isSuspect = func() (t [256]bool) {
	for b := range 0x20 {
		t[b] = true
	}
	t['"'], t['\\'], t[0x7F], t[0xC2], t[0xE2] = true, true, true, true, true
	return t
}()

// nextSuspect returns the place of the first suspect byte of s at or behind i, len(s) if there is none. It looks at eight bytes at once.
func nextSuspect(s string, i int) int {
	for ; i+8 <= len(s); i += 8 {
		if m := suspects(word(s, i)); m != 0 {
			return i + bits.TrailingZeros64(m)/8
		}
	}
	for i < len(s) && !isSuspect[s[i]] {
		i++
	}
	return i
}

// word returns the eight bytes of s from i on, the first of them the lowest.
func word(s string, i int) uint64 {
	s = s[i : i+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// suspects returns a word whose lowest bit that is set stands in the first suspect byte of w; 0: there is none. Bytes are compared all at
// once: x-1 borrows from the high bit of a byte only if the byte is 0, and a borrow that runs on spoils only bytes behind it
// (S. E. Anderson, "Bit Twiddling Hacks").
func suspects(w uint64) uint64 {
	const each = 0x0101010101010101
	quote := w ^ each*'"'
	backslash := w ^ each*'\\'
	del := w ^ each*0x7F
	lead := w&^(each*0x20) ^ each*0xC2 // 0xC2 and 0xE2 differ in this bit
	zero := (w - each*0x20) &^ w
	zero |= (quote - each) &^ quote
	zero |= (backslash - each) &^ backslash
	zero |= (del - each) &^ del
	zero |= (lead - each) &^ lead
	return zero & (each * 0x80)
}

// suspect returns the length of the character that s begins with, a suspect one, and whether it needs an escape.
func suspect(s string) (size int, escape bool) {
	switch s[0] {
	case 0xC2:
		return 2, s[1] < 0xA0
	case 0xE2:
		return 3, s[1] == 0x80 && s[2]&^1 == 0xA8
	}
	return 1, true
}

// appendEscape appends the escape of one character.
func appendEscape(dst []byte, char string) []byte {
	switch b := char[0]; b {
	case '"', '\\':
		return append(dst, '\\', b)
	case '\b':
		return append(dst, `\b`...)
	case '\f':
		return append(dst, `\f`...)
	case '\n':
		return append(dst, `\n`...)
	case '\r':
		return append(dst, `\r`...)
	case '\t':
		return append(dst, `\t`...)
	}
	const digits = "0123456789abcdef"
	r, _ := utf8.DecodeRuneInString(char)
	return append(dst, '\\', 'u', digits[r>>12&15], digits[r>>8&15], digits[r>>4&15], digits[r&15])
}
