package timeline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cespare/xxhash/v2"
)

// A Piece is a run of words in the comparison of two texts.
type Piece struct {
	Kind PieceKind
	Text string // the words and the white space between them
	Gap  string // the white space before the first word
}

// PieceKind is which of the two texts has a piece.
type PieceKind uint8

const (
	Kept     PieceKind = iota // in both
	Deleted                   // only in the old one
	Inserted                  // only in the new one
)

// compareWords compares two texts word by word. Without the inserted pieces the result is the old
// text, without the deleted ones the new text, white space apart. If the texts share less than a
// quarter of their words, all of the old one is deleted and all of the new one inserted. Words that
// two different sentences happen to share mean nothing.
func compareWords(old, new string) []Piece {
	a, b := tokens(old), tokens(new)
	pairs := align(hashes(a), hashes(b))
	if 4*len(pairs) < max(len(a), len(b)) {
		pairs = nil
	}
	var runs []run
	i, k := 0, 0
	for _, p := range append(pairs, pair{len(a), len(b)}) {
		runs = addRun(runs, Deleted, a[i:p.a])
		runs = addRun(runs, Inserted, b[k:p.b])
		if p.b < len(b) {
			runs = addRun(runs, Kept, b[p.b:p.b+1])
		}
		i, k = p.a+1, p.b+1
	}
	pieces := make([]Piece, len(runs))
	for n := range runs {
		pieces[n] = runs[n].piece()
	}
	return pieces
}

// A token is a word, punctuation included, and the white space before it.
type token struct{ gap, word string }

// A run is a number of neighbouring words of a text that become one Piece.
type run struct {
	kind  PieceKind
	words []token
}

// addRun adds words to the last run if that is of their kind, else as a new one. Words of one kind
// that come one after the other are neighbours in their text.
func addRun(runs []run, kind PieceKind, words []token) []run {
	switch n := len(runs); {
	case len(words) == 0:
	case n > 0 && runs[n-1].kind == kind:
		last := &runs[n-1]
		last.words = last.words[:len(last.words)+len(words)]
	default:
		runs = append(runs, run{kind, words})
	}
	return runs
}

// piece returns the run as a Piece.
func (r *run) piece() Piece {
	var text strings.Builder
	for i, w := range r.words {
		if i > 0 {
			text.WriteString(w.gap)
		}
		text.WriteString(w.word)
	}
	return Piece{r.kind, text.String(), r.words[0].gap}
}

// tokens splits a text at white space and, in scripts without spaces between words, around every
// letter.
func tokens(text string) []token {
	var all []token
	gap, word := 0, 0 // where the next white space and the next word begin
	end := func(at int) {
		if word < at {
			all = append(all, token{text[gap:word], text[word:at]})
			gap, word = at, at
		}
	}
	for at, r := range text {
		size := utf8.RuneLen(r)
		switch {
		case unicode.IsSpace(r):
			end(at)
			word = at + size
		case isUnspaced(r):
			end(at)
			end(at + size)
		}
	}
	end(len(text))
	return all
}

// hashes returns the hash of every word.
func hashes(words []token) []uint64 {
	all := make([]uint64, len(words))
	for i, w := range words {
		all[i] = xxhash.Sum64String(w.word)
	}
	return all
}

// Words compares the title and text of an edited entry word by word. The Change must have both an
// Old and a New entry. Bytes that are not UTF-8 become U+FFFD.
func (c *Change) Words() []Piece {
	return compareWords(strings.ToValidUTF8(string(c.Old.appendWording(nil)), "\uFFFD"),
		strings.ToValidUTF8(string(c.New.appendWording(nil)), "\uFFFD"))
}
