package format

import (
	"math/bits"
	"unicode/utf16"
	"unicode/utf8"
)

// appendQuoted appends s as a JSON string, as encoding/json writes it without HTML escaping.
// Invalid UTF-8 becomes \ufffd, and U+2028 and U+2029 are escaped for JavaScript. Beyond that it
// escapes DEL and the C1 controls, which a terminal obeys, and tag characters, which nobody sees.
func appendQuoted(dst []byte, s string) []byte {
	dst = append(dst, '"')
	dst = appendEscaped(dst, s)
	return append(dst, '"')
}

// appendEscaped appends s as the inside of a JSON string.
func appendEscaped(dst []byte, s string) []byte {
	if isPlain(s) {
		return append(dst, s...)
	}
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

// isPlain reports whether a short text is ASCII without anything to escape, as most names and
// timestamps are. Asking three questions of each byte one after the other would take longer.
func isPlain(s string) bool {
	const short = 64
	if len(s) > short {
		return false
	}
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || isSuspect[s[i]] {
			return false
		}
	}
	return true
}

// appendEscapedUTF8 is appendEscaped for a string that is UTF-8. It copies what needs no escape in
// pieces as long as may be.
func appendEscapedUTF8(dst []byte, s string) []byte {
	done := 0
	for i := nextEscape(s, 0); i < len(s); i = nextEscape(s, done) {
		_, size := utf8.DecodeRuneInString(s[i:])
		dst = append(dst, s[done:i]...)
		dst = appendEscape(dst, s[i:i+size])
		done = i + size
	}
	return append(dst, s[done:]...)
}

// isSuspect reports whether a byte begins a character which may need an escape: 0xC2 begins U+0080
// to U+00BF, 0xE2 U+2000 to U+2FFF, 0xF3 tag characters.
var isSuspect = func() (t [256]bool) {
	for b := range 0x20 {
		t[b] = true
	}
	for _, b := range []byte{'"', '\\', 0x7F, 0xC2, 0xE2, 0xF3} {
		t[b] = true
	}
	return t
}()

// nextEscape returns the place of the first character of s from byte i on that needs an escape,
// len(s) if there is none. It looks at eight bytes at once.
func nextEscape(s string, i int) int {
	for ; i+8 <= len(s); i += 8 {
		w := word(s, i)
		if w&highBits == 0 {
			if m := suspectASCII(w); m != 0 {
				return i + bits.TrailingZeros64(m)/8
			}
			continue
		}
		for m := suspects(w); m != 0; m &= m - 1 {
			if at := i + bits.TrailingZeros64(m)/8; needsEscape(s, at) {
				return at
			}
		}
	}
	for i < len(s) && !needsEscape(s, i) {
		i++
	}
	return i
}

// needsEscape reports whether a character that needs an escape begins at byte i.
func needsEscape(s string, i int) bool {
	switch b := s[i]; b {
	case 0xC2:
		return s[i+1] < 0xA0
	case 0xE2:
		return s[i+1] == 0x80 && s[i+2]&^1 == 0xA8
	case 0xF3:
		r, _ := utf8.DecodeRuneInString(s[i:])
		return isTagCharacter(r)
	default:
		return isSuspect[b]
	}
}

// word returns the eight bytes of s from i on, the first of them the lowest.
func word(s string, i int) uint64 {
	s = s[i : i+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// highBits are the highest bits of eight bytes: one of ASCII has none.
const highBits = 0x8080808080808080

// suspectASCII returns a word with the high bit of every byte of w that needs an escape, if all are
// of ASCII. A number is added to each byte with which only those beyond a bound reach the high bit.
// One sum finds control characters and the quote: see suspects. DEL reaches the bit with 1.
func suspectASCII(w uint64) uint64 {
	const each = 0x0101010101010101
	harmless := ((w ^ each*2) + each*(0x80-0x21)) & ((w ^ each*'\\') + each*0x7F)
	return (^harmless | (w + each)) & highBits
}

// suspects returns a word with the high bit of every suspect byte of w set, and perhaps that of
// bytes above one. Bytes are compared all at once: x-1 borrows from the high bit of a byte only if
// the byte is 0. A borrow that runs on spoils only bytes above it (S. E. Anderson, "Bit Twiddling
// Hacks"). One comparison finds control characters and the quote: a turned bit makes a space of
// the quote, and something above it of the space.
func suspects(w uint64) uint64 {
	const each = 0x0101010101010101
	turned := w ^ each*2
	backslash := w ^ each*'\\'
	del := w ^ each*0x7F
	lead := w&^(each*0x20) ^ each*0xC2 // 0xC2 and 0xE2 differ in this bit
	tag := w ^ each*0xF3
	zero := (turned - each*0x21) &^ turned
	zero |= (backslash - each) &^ backslash
	zero |= (del - each) &^ del
	zero |= (lead - each) &^ lead
	zero |= (tag - each) &^ tag
	return zero & highBits
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
	r, _ := utf8.DecodeRuneInString(char)
	if r > 0xFFFF {
		high, low := utf16.EncodeRune(r)
		dst = appendHex(append(dst, `\u`...), uint64(high), 4)
		r = low
	}
	return appendHex(append(dst, `\u`...), uint64(r), 4)
}
