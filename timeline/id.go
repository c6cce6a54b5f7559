package timeline

import (
	"math/bits"
	"strconv"
	"strings"

	"github.com/cespare/xxhash/v2"
)

// An ID names an entry by its content: its date, clock, title and text. It depends neither on the
// entry's place nor on the name of its file, so that importing a feed again finds the same entries.
type ID struct {
	Hash uint64 // xxHash
	Nth  int    // counts entries with the same content, from 1 for the earliest
}

// String returns the hash in sixteen hexadecimal digits, followed by "-2", "-3" … for further
// entries with the same content.
func (id ID) String() string { return string(id.Append(nil)) }

// Append appends what String returns to dst.
func (id ID) Append(dst []byte) []byte {
	const digits = "0123456789abcdef"
	var hash [16]byte
	for i := range hash {
		hash[i] = digits[id.Hash>>(60-4*i)&15]
	}
	dst = append(dst, hash[:]...)
	if id.Nth > 1 {
		dst = append(dst, '-')
		dst = strconv.AppendInt(dst, int64(id.Nth), 10)
	}
	return dst
}

// number sets Seq and ID.Nth of the entries of a timeline. Few entries have the same content as
// another, so a map of all hashes would be a waste. Two Bloom filters find those that may, and only
// these are counted.
func number(entries []Entry) {
	seen, again := newBloom(len(entries)), newBloom(len(entries))
	few := 0
	for i := range entries {
		entries[i].Seq, entries[i].ID.Nth = i+1, 1
		if h := entries[i].ID.Hash; seen.add(h) && !again.add(h) {
			few++
		}
	}
	if few == 0 {
		return
	}
	count := make(map[uint64]int, 2*few)
	for i := range entries {
		if id := &entries[i].ID; again.has(id.Hash) {
			id.Nth = count[id.Hash] + 1
			count[id.Hash] = id.Nth
		}
	}
}

// A bloom is a Bloom filter with one hash function: a set of hashes that may seem to hold one that
// was not added.
type bloom []uint64

// newBloom returns a filter for n hashes. It has 32 to 64 bits for each, so that few are mistaken.
func newBloom(n int) bloom { return make(bloom, 1<<bits.Len(uint(n)/2)) }

// bit returns the word and the bit in it for a hash.
func (f bloom) bit(h uint64) (word *uint64, bit uint64) {
	return &f[h>>6&uint64(len(f)-1)], 1 << (h & 63)
}

// has reports whether a hash was added. It may be wrong if the answer is yes.
func (f bloom) has(h uint64) bool {
	word, bit := f.bit(h)
	return *word&bit != 0
}

// add adds a hash and reports whether the filter had it.
func (f bloom) add(h uint64) bool {
	word, bit := f.bit(h)
	was := *word&bit != 0
	*word |= bit
	return was
}

// A hasher computes the hashes of IDs. It keeps its buffer from one entry to the next.
type hasher struct {
	xxhash.Digest
	buf []byte
}

// hash returns the hash of an entry's content: its date, clock, title and text, with a NUL between
// them. The text is not copied, since it can be most of a large file.
func (h *hasher) hash(e *Entry) uint64 {
	b := h.buf[:0]
	if !e.Date.IsZero() {
		b = e.Date.Append(b)
	}
	b = append(b, 0)
	if e.Clock.Known {
		b = e.Clock.Append(b)
	}
	b = append(b, 0)
	b = append(b, e.TitleText()...)
	b = append(b, 0)
	h.Reset()
	h.Write(b)
	for i, p := range e.Paragraphs {
		if i > 0 {
			h.WriteString("\n\n")
		}
		if text := p.Of(e.Source.Text); strings.IndexByte(text, '\n') < 0 {
			h.WriteString(text)
		} else {
			b = p.AppendFolded(b[:0], e.Source.Text)
			h.Write(b)
		}
	}
	h.buf = b
	return h.Sum64()
}
