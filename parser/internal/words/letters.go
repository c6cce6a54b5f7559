package words

import (
	"math/bits"
	"newstimeline/parser/feed"
	"unicode"
	"unicode/utf8"
)

// The letters, digits, blanks and marks of scripts.

// LetterRun returns where the run of letters that starts at byte i ends. An apostrophe between
// letters belongs to it.
func LetterRun(line string, i int) int {
	for i < len(line) {
		c := line[i]
		if IsLetter(c) {
			i++
			continue
		}
		if c == '\'' {
			if next, _ := DecodeRune(line[i+1:]); IsLetterRune(next) {
				i++
				continue
			}
			return i
		}
		if c < utf8.RuneSelf {
			return i
		}
		r, size := DecodeRune(line[i:])
		if !IsLetterRune(r) && r != '’' && r != '°' {
			return i
		}
		i += size
	}
	return i
}

// caseBreak returns the first byte in line[i:end] where a capital follows a small letter, or where
// capitals precede a small letter, as in PMText. It returns end if there is none.
func caseBreak(line string, i, end int) int {
	if isPlainWord(line[i:end]) {
		return end
	}
	small, capitals, last := false, 0, 0
	for at, r := range line[i:end] {
		upper := unicode.IsUpper(r)
		switch {
		case small && upper:
			return i + at
		case !upper && capitals > 2:
			return i + last
		}
		if small = unicode.IsLower(r); upper {
			capitals++
			last = at
		} else {
			capitals = 0
		}
	}
	return end
}

// isPlainWord reports whether a word is small letters of ASCII, the first perhaps a capital. Most
// words are.
func isPlainWord(word string) bool {
	for i := range len(word) {
		if c := word[i]; (c < 'a' || c > 'z') && (i > 0 || c < 'A' || c > 'Z') {
			return false
		}
	}
	return true
}

// IsUnspaced reports whether r is of a script that puts no blanks between words.
func IsUnspaced(r rune) bool {
	switch {
	case r < 0xE00:
		return false
	case r <= 0xEFF: // Thai, Lao
		return true
	case 0x1000 <= r && r <= 0x109F: // Burmese
		return true
	case 0x1780 <= r && r <= 0x17FF: // Khmer
		return true
	}
	return 0x2E80 <= r && r <= 0x9FFF || 0xAC00 <= r && r <= 0xD7AF || 0xF900 <= r && r <= 0xFAFF
}

// SkipSpace returns the spacing at byte i and its end. Zero-width characters and direction marks
// are skipped too; they make no gap.
func SkipSpace(line string, i int) (gap, int) {
	n := 0
	for i < len(line) {
		c := line[i]
		if c == ' ' {
			n++
			i++
			continue
		}
		if c == '\t' {
			n += 2
			i++
			continue
		}
		if c < utf8.RuneSelf {
			if c != '\r' && c != '\n' && c != '\v' && c != '\f' {
				break
			}
			n++
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(line[i:])
		width := feed.SpaceWidth(r)
		if width < 0 {
			break
		}
		n += width
		i += size
	}
	return gap(min(n, int(Wide))), i
}

// digitBases are the zeros of the scripts that have digits of their own and that feeds are written
// in.
var digitBases = [...]rune{0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6,
	0xD66, 0xE50, 0xED0, 0x1040, 0x17E0, 0xFF10}

// DigitValue returns the value of a digit of any script, -1 for other characters.
func DigitValue(r rune) int {
	if r < utf8.RuneSelf {
		if '0' <= r && r <= '9' {
			return int(r - '0')
		}
		return -1
	}
	for _, base := range digitBases {
		if base <= r && r < base+10 {
			return int(r - base)
		}
	}
	return -1
}

// PlainMark makes one mark of its full-width and typographic forms. Every dash but the hyphen is
// '–'.
func PlainMark(r rune) rune {
	switch {
	case 0xFF01 <= r && r <= 0xFF5E:
		return r - 0xFF01 + '!'
	case r == '‐' || r == '‑' || r == '−':
		return '-'
	case 0x2012 <= r && r <= 0x2015 || r == '—':
		return '–'
	case r == '、' || r == '،':
		return ','
	case r == '。' || r == '．' || r == '॰':
		return '.'
	case r == '：' || r == '∶' || r == '︰' || r == '։':
		return ':'
	case r == '∙' || r == '•' || r == '・' || r == '‧' || r == '⋅':
		return '·'
	case r == '❘' || r == '│' || r == '¦' || r == '∣':
		return '|'
	}
	return r
}

// DecodeRune is utf8.DecodeRuneInString, with a short way to the letters of two bytes: those of
// most alphabets.
func DecodeRune(s string) (rune, int) {
	if len(s) > 1 && 0xC2 <= s[0] && s[0] <= 0xDF && s[1]&0xC0 == 0x80 {
		return rune(s[0]&0x1F)<<6 | rune(s[1]&0x3F), 2
	}
	return utf8.DecodeRuneInString(s)
}

func IsDigit(c byte) bool { return '0' <= c && c <= '9' }

func IsLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// IsLetterRune reports whether r is a letter, or a mark of one. It has a short way to the letters
// of most texts beyond ASCII: Latin, Cyrillic, Japanese, Chinese and Korean ones.
func IsLetterRune(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return IsLetter(byte(r))
	case 0xC0 <= r && r <= 0x24F && r != '×' && r != '÷', 0x400 <= r && r <= 0x481,
		0x48A <= r && r <= 0x52F, 0x3041 <= r && r <= 0x3096, 0x30A1 <= r && r <= 0x30FA,
		0x4E00 <= r && r <= 0x9FFF, 0xAC00 <= r && r <= 0xD7A3:
		return true
	case 0x2000 <= r && r <= 0x206F: // dashes, quotation marks, blanks
		return false
	}
	return unicode.IsLetter(r) || unicode.IsMark(r)
}

func IsSmall(r rune) bool { return unicode.IsLower(r) }

func IsCapital(r rune) bool { return unicode.IsUpper(r) }

// isUpper reports whether s begins with two capitals, or is one.
func isUpper(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	if !unicode.IsUpper(r) {
		return false
	}
	if n == len(s) {
		return true
	}
	r, _ = utf8.DecodeRuneInString(s[n:])
	return unicode.IsUpper(r) || r == '.'
}

// IsPlain reports whether a byte is a letter or a digit of ASCII.
func IsPlain(c byte) bool { return IsLetter(c) || IsDigit(c) }

// HighBits is the highest bit of each of eight bytes: those of ASCII do not have it.
const HighBits = 0x8080808080808080

// EightBytes returns the eight bytes of s from i on, the first of them the lowest.
func EightBytes(s string, i int) uint64 {
	s = s[i : i+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 |
		uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// digitsOf returns the highest bit of each of eight bytes that is a digit of ASCII, all at once. A
// digit becomes a number below 10, every other byte of ASCII a larger one. Then a constant is
// added, with which only numbers from 10 on reach the highest bit.
func digitsOf(w uint64) uint64 {
	const each = 0x0101010101010101
	return ^((w&^HighBits ^ each*'0') + each*(0x80-10) | w) & HighBits
}

// HoldsDigit reports whether one of eight bytes is a digit of ASCII.
func HoldsDigit(w uint64) bool { return digitsOf(w) != 0 }

// DigitsEnd returns where the digits of ASCII at byte i of a line end, i if there are none.
func DigitsEnd(line string, i int) int {
	for i < len(line) && IsDigit(line[i]) {
		i++
	}
	return i
}

// NextDigit returns where the first digit of ASCII in line[i:end] is, end if there is none.
func NextDigit(line string, i, end int) int {
	for ; i+8 <= end; i += 8 {
		if found := digitsOf(EightBytes(line, i)); found != 0 {
			return i + bits.TrailingZeros64(found)/8
		}
	}
	for i < end && !IsDigit(line[i]) {
		i++
	}
	return i
}
