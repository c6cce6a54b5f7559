package grouping

import (
	"hash/maphash"
	"newstimeline/parser/internal/words"
)

// The paragraphs that a reader has read before. Snapshots of a feed repeat it word for word, and
// the feeds of an outlet their greetings and notes. A paragraph that recurs costs one look into a
// hash table, not one for each word.

// A reading is what a grouper needs to know of a paragraph, and depends on nothing but its text and
// language. Its slices hold until the next paragraph is read.
type reading struct {
	forms form
	runes int        // characters
	words []uint16   // the numbers of the words that may say what it is about, in their order
	names []readName // the names in it, in theirs
}

// readings keeps what was read of paragraphs. They have the numbers of the vocabulary, and must be
// forgotten when it is emptied. The zero value has no room: forget first.
type readings struct {
	seeds [2]maphash.Seed
	// a hash table of numbers: open addressing, linear probing, 0 is an empty slot
	slots *[2 * mostKept]uint16
	kept  []kept // by number; 0 is none
	words []uint16
	names []readName
	found int // how many were found since they were forgotten
	rest  int // so many paragraphs are neither looked for nor kept
}

// mostKept is how many readings are kept: those of a feed of a megabyte and a half.
const mostKept = 1 << 13

// Where fewer than one in fewFound come again of fewKept or more, the next restSize paragraphs are
// neither looked for nor kept.
const (
	fewFound = 16 // work alone
	fewKept  = mostKept / 4
	restSize = 8 * mostKept
)

// rests reports whether the next paragraph is neither looked for nor kept.
func (k *readings) rests() bool {
	if k.rest == 0 {
		return false
	}
	k.rest--
	return true
}

// A kept reading is one of which the words and names end here; they begin where those of the
// reading before it end.
type kept struct {
	key        readingKey
	word, name uint32
	forms      form
	runes      int32
}

// A readingKey identifies a text in a language. The seeds of its two hashes are random, so that
// nobody can make a text that has the key of another. By chance, two have the same key less often
// than memory fails.
type readingKey struct {
	a, b uint64
	lang words.Language
}

// key returns the key of a text.
func (k *readings) key(text string, lang words.Language) readingKey {
	return readingKey{maphash.String(k.seeds[0], text), maphash.String(k.seeds[1], text), lang}
}

// forget forgets all readings.
func (k *readings) forget() {
	if n := len(k.kept); n >= fewKept && n > fewFound*k.found {
		k.rest = restSize
	}
	k.found = 0
	if k.slots == nil {
		k.slots = new([2 * mostKept]uint16)
		k.seeds = [2]maphash.Seed{maphash.MakeSeed(), maphash.MakeSeed()}
	} else {
		clear(k.slots[:])
	}
	k.kept, k.words, k.names = append(k.kept[:0], kept{}), k.words[:0], k.names[:0]
}

// isFull reports whether there is no room for another reading, or none was made so far.
func (k *readings) isFull() bool { return k.slots == nil || len(k.kept) >= mostKept }

// find returns the number of a reading, and the slot that leads to it. Number 0 is none: the slot
// is where it belongs.
func (k *readings) find(key readingKey) (number, slot int) {
	for slot = int(key.a % uint64(len(k.slots))); ; slot = (slot + 1) % len(k.slots) {
		number = int(k.slots[slot])
		if number == 0 || k.kept[number].key == key {
			return number, slot
		}
	}
}

// get returns a reading by its number.
func (k *readings) get(number int) reading {
	from, to := &k.kept[number-1], &k.kept[number]
	return reading{to.forms, int(to.runes), k.words[from.word:to.word], k.names[from.name:to.name]}
}

// keep keeps a reading, to which an empty slot is to lead.
func (k *readings) keep(slot int, key readingKey, r reading) {
	k.words, k.names = append(k.words, r.words...), append(k.names, r.names...)
	k.slots[slot] = uint16(len(k.kept))
	k.kept = append(k.kept,
		kept{key, uint32(len(k.words)), uint32(len(k.names)), r.forms, int32(r.runes)})
}
