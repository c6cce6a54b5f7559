package stamp

import (
	"newstimeline/parser/internal/text"

	"github.com/cespare/xxhash/v2"
)

// Feeds repeat short lines: their timestamps are a few hundred clocks, and most names and buttons
// recur. What was found in such a line is kept, so that reading it again is one comparison.

// knownLine is how many bytes a line has at most that is kept. Longer lines rarely recur.
const knownLine = 32 // work alone

// A readLine is a line and what was found in it: all of that depends on its words alone.
type readLine struct {
	line  [knownLine]byte // a copy: a text is not kept for the sake of its lines
	size  uint8           // bytes of the line; 0: the place is free
	found [2]Candidate
	count int8 // of found
	look  text.Look
	kind  text.TextKind
}

// knownLines are lines that were read, each in the place that its hash names or in one of the next.
// If all of these are taken, a line replaces the one in the first.
type knownLines [1 << 11]readLine

const knownTries = 8 // work alone: places that a line may have; all clocks of a day find one

// place returns the place of a line: where it is, or where it can be kept.
func (k *knownLines) place(line string) *readLine {
	h := xxhash.Sum64String(line)
	for i := range uint64(knownTries) {
		if r := &k[(h+i)%uint64(len(k))]; r.size == 0 || r.is(line) {
			return r
		}
	}
	return &k[h%uint64(len(k))]
}

// is reports whether this is what was found in a line.
func (r *readLine) is(line string) bool { return string(r.line[:r.size]) == line }

// keep keeps a line, unless it has more candidates than there is room for.
func (r *readLine) keep(line string, found []Candidate, look text.Look, kind text.TextKind) {
	if len(found) > len(r.found) {
		return
	}
	r.size, r.look, r.kind = uint8(copy(r.line[:], line)), look, kind
	r.count = int8(copy(r.found[:], found))
}
