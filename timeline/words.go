package timeline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cespare/xxhash/v2"
)

// A Piece is a part of two texts being compared.
type Piece struct {
	Kind PieceKind
	Text string // words with the white space between them, none at the ends
	Gap  string // the white space before the piece
}

// PieceKind is in which of two texts a piece stands.
type PieceKind uint8

const (
	Kept PieceKind = iota // in both
	Cut                   // in the older one
	Put                   // in the newer one
)

// CompareWords returns what was changed between two texts, word by word: an old one and a new one. All pieces but the cut ones make the new
// text, all but the put ones the old, white space apart. Where little is left it is told as a whole: words that two different sentences
// happen to share say nothing.
func CompareWords(old, new string) []Piece {
	a, b := tokens(old), tokens(new)
	pairs := align(hashes(a), hashes(b))
	if 4*len(pairs) < max(len(a), len(b)) {
		pairs = nil
	}
	var pieces []Piece
	i, k := 0, 0
	for _, p := range append(pairs, pair{len(a), len(b)}) {
		pieces = addPiece(pieces, Cut, a[i:p.a])
		pieces = addPiece(pieces, Put, b[k:p.b])
		if p.b < len(b) {
			pieces = addPiece(pieces, Kept, b[p.b:p.b+1])
		}
		i, k = p.a+1, p.b+1
	}
	return pieces
}

// A token is a word, with what is set beside it, and the white space before it.
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

// tokens cuts a text at its white space; in scripts that part no words, before and behind every letter.
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

// Words returns what was changed in the title and text of an edited entry, word by word.
func (c *Change) Words() []Piece {
	return CompareWords(strings.ToValidUTF8(string(c.Old.appendWording(nil)), "\uFFFD"), strings.ToValidUTF8(string(c.New.appendWording(nil)), "\uFFFD"))
}
