package grouping

import (
	"math/bits"
	"newstimeline/parser/internal/words"
	"slices"
	"unicode"
	"unicode/utf8"
)

// The words that a reader of paragraphs has met. Running text repeats the same few thousand words.
// What the spelling of a word determines is found once, and a word that recurs costs one look into
// a hash table.

// A vocabulary numbers words by their spelling and language, from 1, and keeps what is known of
// each. It may be emptied at any time between two paragraphs: nothing that is known of a word
// depends on what else was read.
type vocabulary struct {
	words  []lexeme     // by number; 0 is none
	hashes []wordHashes // of the same words
	// a hash table of numbers: open addressing, linear probing, 0 is an empty slot
	slots     []uint16
	shift     uint8  // of a hash, to the number of a slot
	spellings []byte // of the words that are longer than their keys
	buf       [words.MaxWord]byte
}

// Limits of a vocabulary, to which the words of one paragraph are added. In a processor cache it is
// worth its room, in memory it is not.
const (
	vocabularyWords = 1 << 14
	vocabularyBytes = 1 << 20
)

// A lexeme is what the spelling of a word determines. It is read for every word of every paragraph,
// and half a line of a processor's cache.
type lexeme struct {
	// the spelling, if it has so few bytes, the first one lowest; else a hash of it
	key uint64
	// of its form: without an elided article before it and a possessive ending after it
	roles words.ProseRoles
	// bytes of the spelling; the one of 64 KB that a paragraph may be is never found again
	size uint16
	lang words.Language
	kind wordKind

	at             uint32 // where a longer spelling is
	segment        uint32 // the segment in which it was numbered last
	stemID, nameID int32  // its numbers there, as a stem and as a name; -1: none yet
}

// wordHashes are the hashes by which a word is numbered: of its stem, and of what it is as a part
// of a name.
type wordHashes struct{ stem, name uint32 }

// keySize is how many bytes of a spelling a key holds.
const keySize = 8

// isFull reports whether a vocabulary has grown too large, or was never begun.
func (v *vocabulary) isFull() bool {
	return len(v.words) > vocabularyWords || len(v.spellings) > vocabularyBytes || v.slots == nil
}

// forget empties a vocabulary.
func (v *vocabulary) forget() {
	// words, that a feed of 40 KB has: to grow step by step takes longer than to read them
	const first = 1 << 11
	v.words, v.hashes = append(slices.Grow(v.words[:0], first), lexeme{}),
		append(slices.Grow(v.hashes[:0], first), wordHashes{})
	v.spellings = v.spellings[:0]
	v.resize(4 * first)
}

// resize makes a hash table of n slots, a power of two, for the words.
func (v *vocabulary) resize(n int) {
	v.slots, v.shift = resized(v.slots, n), uint8(64-bits.TrailingZeros(uint(n)))
	for i := 1; i < len(v.words); i++ {
		at := v.slot(v.words[i].key, v.words[i].lang)
		for v.slots[at] != 0 {
			at = (at + 1) & (n - 1)
		}
		v.slots[at] = uint16(i)
	}
}

// slot returns the slot at which the search for a word begins.
func (v *vocabulary) slot(key uint64, lang words.Language) int {
	return int((key ^ uint64(lang)) * 0x9E3779B97F4A7C15 >> (v.shift & 63))
}

// number returns the number of a word; key is its wordKey. A word that is new gets the next one.
func (v *vocabulary) number(word string, key uint64, lang words.Language) uint16 {
	at := v.slot(key, lang)
	for {
		n := v.slots[at]
		if n == 0 {
			return v.add(at, word, key, lang)
		}
		w := &v.words[n]
		if w.key == key && w.lang == lang && int(w.size) == len(word) &&
			(w.size <= keySize || string(v.spellings[w.at:w.at+uint32(w.size)]) == word) {
			return n
		}
		at = (at + 1) & (len(v.slots) - 1)
	}
}

// add adds a word, to which an empty slot is to lead.
func (v *vocabulary) add(slot int, word string, key uint64, lang words.Language) uint16 {
	w, h := v.read(word, lang)
	w.key, w.size, w.lang, w.at = key, uint16(len(word)), lang, uint32(len(v.spellings))
	if len(word) > keySize {
		v.spellings = append(v.spellings, word...)
	}
	n := uint16(len(v.words))
	v.words, v.hashes = append(v.words, w), append(v.hashes, h)
	v.slots[slot] = n
	if 4*len(v.words) > len(v.slots) { // with so much room most words are met at the first look
		v.resize(2 * len(v.slots))
	}
	return n
}

// read finds what the spelling of a word determines.
func (v *vocabulary) read(word string, lang words.Language) (w lexeme, h wordHashes) {
	whole := words.AppendFolded(v.buf[:0], word)
	if lang == words.EveryLanguage {
		w.roles = words.FunctionWordOf(whole)
		return w, h
	}
	hash := words.Hash(whole)
	all := words.LookupProse(whole, hash, lang)
	form := trimPossessive(whole)
	if len(word) > longestForm {
		form = trimPossessive(words.AppendFolded(v.buf[:0], word[:words.MaxWord-8]))
	}
	// most words have neither an ending nor an article to lose
	if h.name = hash; len(form) < len(whole) {
		h.name = words.Hash(form)
	}
	base := word
	if lang == words.French || lang == words.Italian {
		base = afterElision(word)
	}
	if len(base) < len(word) {
		w.kind |= elidedWord
		form = trimPossessive(words.AppendFolded(v.buf[:0], base))
	}
	if first, _ := utf8.DecodeRuneInString(base); unicode.IsUpper(first) {
		w.kind |= capitalWord
	}
	if len(base) <= longestForm {
		if w.roles = all; len(form) < len(whole) {
			w.roles = words.LookupProse(form, words.Hash(form), lang)
		}
		h.stem = stemHash(form)
	}
	// the words of longer forms are spelt in full
	w.roles = w.roles&^words.ProseInner | all&words.ProseInner
	if w.roles&formRoles != 0 || w.kind&elidedWord != 0 {
		w.kind |= formWord
	}
	if w.roles&words.ProseStop == 0 && len(word) > 3 && utf8.RuneCountInString(word) > 3 {
		w.kind |= contentWord
	}
	return w, h
}

// rolesOf returns the roles of a form of any number of words.
func (v *vocabulary) rolesOf(form string, lang words.Language) words.ProseRoles {
	if len(form) > longestForm {
		return 0
	}
	folded := words.AppendFolded(v.buf[:0], form)
	return words.LookupProse(folded, words.Hash(folded), lang)
}

// longestForm is how many bytes a word has at most that is looked for in the lists and has a stem.
const longestForm = words.MaxWord - 2

// afterElision returns what follows an elided article: armée of l'armée.
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

// stemLength is how many bytes of a folded word make its stem: enough to distinguish words, few
// enough to drop most endings.
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
	return words.Hash(w)
}

// wordKey returns the key of a word.
func wordKey(word string) (key uint64) {
	for ; len(word) >= keySize; word = word[keySize:] {
		key = nextKey(key, load8(word))
	}
	if word != "" {
		key = nextKey(key, loadRest(word))
	}
	return key
}

// spanKey returns the key of the word text[start:end].
func spanKey(text string, start, end int) uint64 {
	if n := end - start; n < keySize && start+keySize <= len(text) {
		return load8(text[start:]) & (1<<(8*n) - 1)
	}
	return wordKey(text[start:end])
}

// nextKey returns the key of a word of which the bytes that have a key go on with some more.
func nextKey(key, bytes uint64) uint64 {
	return bits.RotateLeft64(key*0x9E3779B97F4A7C15, 29) ^ bytes
}

// load8 returns the first eight bytes of s, the first one lowest.
func load8(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 |
		uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// loadRest returns the bytes of s, which are fewer than eight, and zeros after them.
func loadRest(s string) (x uint64) {
	for k := len(s) - 1; k >= 0; k-- {
		x = x<<8 | uint64(s[k])
	}
	return x
}
