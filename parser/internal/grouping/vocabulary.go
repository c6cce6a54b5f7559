package grouping

import (
	"encoding/binary"
	"math/bits"
	"newstimeline/parser/internal/words"
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
	// a hash table: open addressing, linear probing
	slots     []slot
	shift     uint8    // of a hash, to the number of a slot
	words     []lexeme // by number; 0 is none
	spellings []byte   // of the words that are longer than their keys
	buf       [words.MaxWord]byte
}

// Limits of a vocabulary, to which the words of one paragraph are added. In a processor cache it is
// worth its room, in memory it is not.
const (
	vocabularyWords = 1 << 14
	vocabularyBytes = 1 << 20
)

// A slot has all that is asked of most words, in a quarter of a line of a processor's cache. It is
// read for every word of every paragraph.
type slot struct {
	// the spelling, if it has so few bytes, the first one lowest; else a hash of it
	key uint64
	meaning
	number uint16 // of the word; 0: the slot is empty
	tag    uint16 // see tagOf
}

// tagOf returns the tag of a word of some bytes in a language. Longer words than longSize have the
// tag of that size.
func tagOf(size int, lang words.Language) uint16 { return uint16(lang)<<8 | uint16(size) }

// longSize is the size of all words that are as long or longer.
const longSize = 1<<8 - 1

// A meaning is what the spelling of a word determines: its roles, and its kind above them.
type meaning uint32

// kindShift is where the kind of a word begins in its meaning.
const kindShift = 24

// roles returns the roles of a word's form: without an elided article before it and a possessive
// ending after it.
func (m meaning) roles() words.ProseRoles { return words.ProseRoles(m & (1<<kindShift - 1)) }

func (m meaning) kind() wordKind { return wordKind(m >> kindShift) }

// A lexeme is what else is known of a word.
type lexeme struct {
	wordHashes
	end            uint32 // of its spelling, which begins where that of the word before it ends
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

// forget empties a vocabulary and makes room for the words of a text of some bytes. To grow step by
// step takes longer than to read them, and what is not needed costs fresh memory.
func (v *vocabulary) forget(size int) {
	const bytesASlot, fewest, most = 12, 1 << 8, 1 << 12
	n := fewest
	for n < most && n*bytesASlot < size {
		n *= 2
	}
	v.words = append(emptied(v.words, n/2+1), lexeme{})
	v.spellings = emptied(v.spellings, 2*n)
	v.slots, v.shift = cleared(v.slots, n), shiftOf(n)
}

// shiftOf returns the shift of a hash table of n slots, a power of two.
func shiftOf(n int) uint8 { return uint8(64 - bits.TrailingZeros(uint(n))) }

// grow doubles the hash table.
func (v *vocabulary) grow() {
	old := v.slots
	v.slots, v.shift = make([]slot, 2*len(old)), shiftOf(2*len(old))
	for _, s := range old {
		if s.number > 0 {
			at := v.slot(s.key, words.Language(s.tag>>8))
			for v.slots[at].number > 0 {
				at = (at + 1) & (len(v.slots) - 1)
			}
			v.slots[at] = s
		}
	}
}

// slot returns the slot at which the search for a word begins.
func (v *vocabulary) slot(key uint64, lang words.Language) int {
	return int((key ^ uint64(lang)) * 0x9E3779B97F4A7C15 >> (v.shift & 63))
}

// number returns the number of a word and its meaning; key is its wordKey. A word that is new gets
// the next number.
func (v *vocabulary) number(word string, key uint64, lang words.Language) (uint16, meaning) {
	return v.known(v.find(word, key, lang), word, key, lang)
}

// find returns the slot of a word, or the empty one that it would have.
func (v *vocabulary) find(word string, key uint64, lang words.Language) *slot {
	tag := tagOf(min(len(word), longSize), lang)
	for at := v.slot(key, lang); ; at = (at + 1) & (len(v.slots) - 1) {
		s := &v.slots[at]
		if s.number == 0 || s.key == key && s.tag == tag &&
			(len(word) <= keySize || v.isSpelled(s.number, word)) {
			return s
		}
	}
}

// known returns the number and the meaning of a word that find found. If its slot is empty, the
// word is added.
func (v *vocabulary) known(s *slot, word string, key uint64,
	lang words.Language) (uint16, meaning) {
	if s.number > 0 {
		return s.number, s.meaning
	}
	m, h := v.read(word, v.folded(word, key), lang)
	n := uint16(len(v.words))
	*s = slot{key, m, n, tagOf(min(len(word), longSize), lang)}
	if len(word) > keySize {
		v.spellings = append(v.spellings, word...)
	}
	v.words = append(v.words, lexeme{wordHashes: h, end: uint32(len(v.spellings))})
	if 2*len(v.words) > len(v.slots) {
		v.grow()
	}
	return n, m
}

// isSpelled reports whether a word that is longer than its key has a spelling.
func (v *vocabulary) isSpelled(n uint16, word string) bool {
	return string(v.spellings[v.words[n-1].end:v.words[n].end]) == word
}

// folded returns the folded letters of a word; key is its wordKey. They hold until the next call.
func (v *vocabulary) folded(word string, key uint64) []byte {
	if len(word) > keySize || key&words.HighBits != 0 {
		return words.AppendFolded(v.buf[:0], word)
	}
	binary.LittleEndian.PutUint64(v.buf[:keySize], words.Lowered(key))
	return v.buf[:len(word)]
}

// read finds what the spelling of a word determines; whole is the word folded.
func (v *vocabulary) read(word string, whole []byte, lang words.Language) (meaning, wordHashes) {
	h := wordHashes{name: words.ProseHash(whole)}
	all := words.LookupProse(whole, h.name, lang)
	form := trimPossessive(whole)
	if len(word) > longestForm {
		form = trimPossessive(words.AppendFolded(v.buf[:0], word[:words.MaxWord-8]))
	}
	// most words have neither an ending nor an article to lose
	if len(form) < len(whole) {
		h.name = words.ProseHash(form)
	}
	base, kind, roles := word, wordKind(0), words.ProseRoles(0)
	if lang == words.French || lang == words.Italian {
		base = afterElision(word)
	}
	if len(base) < len(word) {
		kind |= elidedWord
		form = trimPossessive(words.AppendFolded(v.buf[:0], base))
	}
	if startsCapital(base) {
		kind |= capitalWord
	}
	if len(base) <= longestForm {
		if roles = all; len(form) < len(whole) {
			roles = words.LookupProse(form, words.ProseHash(form), lang)
		}
		if h.stem = h.name; len(base) < len(word) || len(stemOf(form)) < len(whole) {
			h.stem = words.ProseHash(stemOf(form))
		}
	}
	// the words of longer forms are spelt in full
	roles = roles&^words.ProseInner | all&words.ProseInner
	if roles&formRoles != 0 || kind&elidedWord != 0 {
		kind |= formWord
	}
	if roles&words.ProseStop == 0 && isLong(word) {
		kind |= contentWord
	}
	return meaning(roles) | meaning(kind)<<kindShift, h
}

// startsCapital reports whether a word begins with a capital.
func startsCapital(word string) bool {
	if c := word[0]; c < utf8.RuneSelf {
		return 'A' <= c && c <= 'Z'
	}
	return unicode.IsUpper(firstRune(word))
}

// firstRune returns the first letter of a word.
func firstRune(word string) rune {
	first, _ := utf8.DecodeRuneInString(word)
	return first
}

// isLong reports whether a word has more than three letters, or is a pair of Chinese ones.
func isLong(word string) bool {
	return len(word) > 3 && (word[0]|word[1]|word[2]|word[3] < utf8.RuneSelf ||
		utf8.RuneCountInString(word) > 3 || isPaired(firstRune(word)))
}

// rolesOf returns the roles of a form of any number of words.
func (v *vocabulary) rolesOf(form string, lang words.Language) words.ProseRoles {
	if len(form) > longestForm {
		return 0
	}
	folded := words.AppendFolded(v.buf[:0], form)
	return words.LookupProse(folded, words.ProseHash(folded), lang)
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

// stemOf returns the stem of a folded word.
func stemOf(w []byte) []byte {
	if len(w) > 4 && w[len(w)-1] == 's' {
		w = w[:len(w)-1]
	}
	limit := stemLength
	if len(w) > 0 && w[0] >= 0xC0 {
		limit = 2 * stemLength
	}
	return w[:min(len(w), limit)]
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

// loadRest returns the bytes of s, which are at most eight, and zeros after them.
func loadRest(s string) (x uint64) {
	if len(s) == keySize {
		return load8(s)
	}
	for k := len(s) - 1; k >= 0; k-- {
		x = x<<8 | uint64(s[k])
	}
	return x
}
