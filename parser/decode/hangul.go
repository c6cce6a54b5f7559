package decode

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"newstimeline/parser/feed"
)

// Hangul in pieces: some systems write a Korean syllable as the two or three letters it is made of.
// It looks the same.

const (
	firstLetter, lastLetter = '\u1100', '\u11FF' // that syllables are made of
	firstSyllable           = '\uAC00'
)

// letterPrefix is what the bytes of each letter that begins a syllable begin with.
var letterPrefix = []byte("\xE1\x84")

// withWholeHangul returns a text in which Korean syllables that are written in letters are whole,
// and remarks on them. Other letters with marks stay as they are.
func withWholeHangul(src *feed.Source, text []byte) []byte {
	var out []byte
	n, from := 0, 0
	for {
		at := bytes.Index(text[from:], letterPrefix)
		if at < 0 {
			break
		}
		end := from + at + lettersSize(text[from+at:])
		whole := norm.NFC.Bytes(text[from+at : end])
		n += countSyllables(whole)
		out = append(append(out, text[from:from+at]...), whole...)
		from = end
	}
	if n == 0 {
		return text
	}
	src.Remarks = append(src.Remarks, feed.Diagnostic{Severity: feed.Info, Code: "hangul",
		Message: counted(n, "Korean syllable was", "Korean syllables were") +
			" written in letters: read as whole"})
	return append(out, text[from:]...)
}

// lettersSize returns how many bytes the letters are that a text begins with, or its first
// character if that is cut off.
func lettersSize(text []byte) int {
	_, size := utf8.DecodeRune(text)
	for size < len(text) {
		r, more := utf8.DecodeRune(text[size:])
		if r < firstLetter || r > lastLetter {
			break
		}
		size += more
	}
	return size
}

// countSyllables counts the whole syllables among letters.
func countSyllables(text []byte) (n int) {
	for _, r := range string(text) {
		if r >= firstSyllable && r != utf8.RuneError {
			n++
		}
	}
	return n
}
