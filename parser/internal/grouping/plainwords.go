package grouping

import (
	"math/bits"
	"newstimeline/parser/internal/words"
	"unicode/utf8"
)

// Plain words: letters and digits of ASCII. They are read eight bytes at a time.

// addPlain adds the words from byte i on that are plain, not very long, separated by single spaces,
// and not the last ones. Most are. Each is read as one number or two, without a call or a loop. It
// returns the byte after them and what precedes the next word.
func (r *proseReader) addPlain(i, wide int, before, quoted wordKind) (end int, after wordKind) {
	text, v, k := r.text, &r.vocabulary, len(r.words)
	tokens, kinds := r.words[:cap(r.words)], r.kinds[:cap(r.kinds)]
	for i+keySize <= len(text) {
		eight := words.EightBytes(text, i)
		n := closeRun(eight)
		key, next := eight&(1<<(8*n&63)-1), byte(eight>>(8*n&63))
		if n == keySize {
			if key, n, next = longKey(text, i, eight); n == 2*keySize {
				break
			}
		}
		if n == 0 || next >= utf8.RuneSelf || next == '\'' {
			break
		}
		s := &v.slots[v.slot(key, r.lang)]
		number, meaning := s.number, s.meaning
		if s.key != key || s.tag != tagOf(n, r.lang) || n > keySize {
			word := text[i : i+n]
			if s = v.find(word, key, r.lang); s.number == 0 && plainRun(eight) < min(n, keySize) {
				break
			}
			number, meaning = v.known(s, word, key, r.lang)
		}
		t := &tokens[k]
		t.start, t.at, t.size = int32(i), int32(i-wide), uint16(n)
		t.number, t.roles = number, meaning.roles()
		kinds[k] = meaning.kind() | before | quoted
		k++
		i += n
		if before = 0; next != ' ' {
			break
		}
		before = joinedWord
		i++
	}
	r.words, r.kinds = tokens[:k], kinds[:k]
	return i, before
}

// longKey returns the key of a word of letters and digits, its size, and the byte after it. The
// word is at byte i, and its first eight bytes are key. The size is 16 if it is that or more.
func longKey(text string, i int, key uint64) (_ uint64, n int, next byte) {
	rest := loadRest(text[i+keySize : min(i+2*keySize, len(text))])
	if n = plainRun(rest); n > 0 {
		key = nextKey(key, rest&(1<<(8*n&63)-1))
	}
	return key, n + keySize, byte(rest >> (8 * n & 63))
}

// closeRun returns how many of eight bytes, the first being the lowest, are ASCII and no less than
// zero. Those are letters, digits and marks like the colon, which are met less often than blanks,
// commas and full stops. No word that is known has such a mark, so only new ones are asked.
func closeRun(x uint64) int {
	const high, zeros = 0x8080808080808080, 0x3030303030303030
	return bits.TrailingZeros64((^((x|high)-zeros)|x)&high) / 8
}

// plainRun returns how many letters and digits of ASCII eight bytes begin with, the first byte
// being the lowest.
func plainRun(x uint64) int {
	const each, high = 0x0101010101010101, 0x8080808080808080
	low := x &^ high
	small := low | 0x20*each
	// the high bit of each byte
	letter := (small + (0x80-'a')*each) &^ (small + (0x7F-'z')*each)
	digit := (low + (0x80-'0')*each) &^ (low + (0x7F-'9')*each)
	return bits.TrailingZeros64(^(letter|digit)&high|x&high) / 8
}
