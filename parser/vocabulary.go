package parser

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// The words that a reader of paragraphs has met. Running text says the same few thousand words again and again: what can be told of a word
// by its spelling is told once, and a word that comes again costs one look into a hash table.

// A vocabulary numbers words by their spelling and language, from 1, and keeps what is known of each. It may be emptied at any time between
// two paragraphs: nothing that is known of a word depends on what else was read.
type vocabulary struct {
	words     []lexeme // by number; 0 is none
	slots     []uint32 // a hash table of numbers: open addressing, linear probing, 0 is an empty slot
	shift     uint8    // of a hash, to the number of a slot
	spellings []byte   // of the words that are longer than their keys
	buf       [maxWord]byte
}

// Limits of a vocabulary: in a cache of the processor it is worth its room, in memory it is not.
const (
	vocabularyWords = 1 << 15
	vocabularyBytes = 1 << 20
)

// A lexeme is what can be told of a word by its spelling.
type lexeme struct {
	key   uint64 // the spelling, if it has so few bytes, the first one lowest; else a hash of it
	at    uint32 // where a longer spelling stands
	size  uint32 // bytes of the spelling
	lang  language
	kind  wordKind
	roles proseRoles // of its form: without an elided article before it and a possessive ending behind it
	stem  uint32     // hash of the stem
	name  uint32     // hash of the word as a part of a name

	// The numbers that a grouper gives stem and name in the segment at hand, if that is the one named here.
	segment        uint32
	stemID, nameID int32
}

// keySize is how many bytes of a spelling a key holds.
const keySize = 8

// trim empties a vocabulary that has grown too large.
func (v *vocabulary) trim() {
	if len(v.words) > vocabularyWords || len(v.spellings) > vocabularyBytes || v.slots == nil {
		v.words, v.spellings = append(v.words[:0], lexeme{}), v.spellings[:0]
		v.resize(1 << 10)
	}
}

// resize makes a hash table of n slots, a power of two, for the words.
func (v *vocabulary) resize(n int) {
	v.slots, v.shift = resized(v.slots, n), uint8(64-bits.TrailingZeros(uint(n)))
	for i := 1; i < len(v.words); i++ {
		w := &v.words[i]
		at := v.slot(w.key, w.size, w.lang)
		for v.slots[at] != 0 {
			at = (at + 1) & (n - 1)
		}
		v.slots[at] = uint32(i)
	}
}

// slot returns the slot at which the search for a word begins.
func (v *vocabulary) slot(key uint64, size uint32, lang language) int {
	return int((key ^ uint64(size)<<4 ^ uint64(lang)) * 0x9E3779B97F4A7C15 >> v.shift)
}

// number returns the number of a word; key is its wordKey. A word that is new gets the next one.
func (v *vocabulary) number(word string, key uint64, lang language) uint32 {
	size := uint32(len(word))
	at := v.slot(key, size, lang)
	for {
		n := v.slots[at]
		if n == 0 {
			return v.add(at, word, key, lang)
		}
		w := &v.words[n]
		if w.key == key && w.size == size && w.lang == lang && (size <= keySize || string(v.spellings[w.at:w.at+size]) == word) {
			return n
		}
		at = (at + 1) & (len(v.slots) - 1)
	}
}

// add adds a word, to which an empty slot is to lead.
func (v *vocabulary) add(slot int, word string, key uint64, lang language) uint32 {
	w := v.read(word, lang)
	w.key, w.size, w.lang = key, uint32(len(word)), lang
	if w.size > keySize {
		w.at = uint32(len(v.spellings))
		v.spellings = append(v.spellings, word...)
	}
	n := uint32(len(v.words))
	v.words = append(v.words, w)
	v.slots[slot] = n
	if 2*len(v.words) > len(v.slots) {
		v.resize(2 * len(v.slots))
	}
	return n
}

// read tells what there is to tell of a word by its spelling.
func (v *vocabulary) read(word string, lang language) (w lexeme) {
	whole := appendFolded(v.buf[:0], word)
	inner := lookupProse(whole, hash(whole), lang) & proseInner // the words of longer forms are spelt in full
	form := trimPossessive(whole)
	if len(form) < len(whole) {
		w.kind |= possessiveWord
	}
	if len(word) > longestForm {
		form = trimPossessive(appendFolded(v.buf[:0], word[:maxWord-8]))
	}
	w.name = hash(form)
	base := word
	if lang == french || lang == italian {
		base = afterElision(word)
	}
	if len(base) < len(word) {
		w.kind |= elidedWord
		form = trimPossessive(appendFolded(v.buf[:0], base))
	}
	if first, _ := utf8.DecodeRuneInString(base); unicode.IsUpper(first) {
		w.kind |= capitalWord
	}
	if len(base) <= longestForm {
		w.roles, w.stem = lookupProse(form, hash(form), lang), stemHash(form)
	}
	w.roles = w.roles&^proseInner | inner
	if w.roles&proseStop == 0 && len(word) > 3 && utf8.RuneCountInString(word) > 3 {
		w.kind |= contentWord
	}
	return w
}

// longestForm is how many bytes a word has at most that is looked for in the lists and has a stem.
const longestForm = maxWord - 2

// afterElision returns what stands behind an elided article: armée of l'armée.
func afterElision(word string) string {
	for i, c := range word {
		if (c == '\'' || c == '’') && i > 0 && i <= 4 {
			_, size := utf8.DecodeRuneInString(word[i:])
			return word[i+size:]
		}
	}
	return word
}

// trimPossessive drops 's and a bare apostrophe from the end of a folded word.
func trimPossessive(w []byte) []byte {
	n := len(w)
	if n > 2 && w[n-1] == 's' && w[n-2] == '\'' {
		return w[:n-2]
	}
	if n > 1 && w[n-1] == '\'' {
		return w[:n-1]
	}
	return w
}

// stemLength is how many bytes of a folded word make its stem: enough to tell words apart, few enough to let go of most endings.
const stemLength = 7

// stemHash returns the hash of a folded word's stem.
func stemHash(w []byte) uint32 {
	if len(w) > 4 && w[len(w)-1] == 's' {
		w = w[:len(w)-1]
	}
	limit := stemLength
	if len(w) > 0 && w[0] >= 0xC0 {
		limit = 2 * stemLength
	}
	if len(w) > limit {
		w = w[:limit]
	}
	return hash(w)
}

// wordKey returns the key of a word.
func wordKey(word string) uint64 {
	key := load8(word, 0)
	for i := keySize; i < len(word); i += keySize {
		key = bits.RotateLeft64(key*0x9E3779B97F4A7C15, 29) ^ load8(word, i)
	}
	return key
}

// load8 returns the eight bytes of s from byte i on, the first one lowest; behind the end of s they are 0.
func load8(s string, i int) (x uint64) {
	if i+8 <= len(s) {
		s = s[i : i+8]
		return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	}
	for k := len(s) - 1; k >= i; k-- {
		x = x<<8 | uint64(s[k])
	}
	return x
}
