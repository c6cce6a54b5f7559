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

// PieceKind tells in which of the two texts a piece stands.
type PieceKind uint8

const (
	Kept     PieceKind = iota // in both
	Deleted                   // only in the old one
	Inserted                  // only in the new one
)

// compareWords compares two texts word by word. Without the inserted pieces the result is the old text, without the deleted ones the new text,
// white space apart. If the texts share less than a quarter of their words, all of the old one is deleted and all of the new one inserted:
// words that two different sentences happen to share say nothing.
func compareWords(old, new string) []Piece {
	a, b := tokens(old), tokens(new)
	pairs := align(hashes(a), hashes(b))
	if 4*len(pairs) < max(len(a), len(b)) {
		pairs = nil
	}
	var pieces []Piece
	i, k := 0, 0
	for _, p := range append(pairs, pair{len(a), len(b)}) {
		pieces = addPiece(pieces, Deleted, a[i:p.a])
		pieces = addPiece(pieces, Inserted, b[k:p.b])
		if p.b < len(b) {
			pieces = addPiece(pieces, Kept, b[p.b:p.b+1])
		}
		i, k = p.a+1, p.b+1
	}
	return pieces
}

// A token is a word, punctuation included, and the white space before it.
type token struct{ gap, word string }

// addPiece appends words to the last piece if that is of their kind, else as a new one.
func addPiece(pieces []Piece, kind PieceKind, words []token) []Piece {
	for _, w := range words {
		if n := len(pieces); n > 0 && pieces[n-1].Kind == kind {
			pieces[n-1].Text += w.gap + w.word
		} else {
			pieces = append(pieces, Piece{kind, w.word, w.gap})
		}
	}
	return pieces
}

// tokens splits a text at white space and, in scripts without spaces between words, around every letter.
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

// Words compares the title and text of an edited entry word by word. The Change must have both an Old and a New entry. Bytes that are not UTF-8
// become U+FFFD.
func (c *Change) Words() []Piece {
	return compareWords(strings.ToValidUTF8(string(c.Old.appendWording(nil)), "\uFFFD"), strings.ToValidUTF8(string(c.New.appendWording(nil)), "\uFFFD"))
}
