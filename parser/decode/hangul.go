package decode

import (
	"bytes"
	"unicode/utf8"

	"newstimeline/parser/feed"
)

// Hangul in pieces: some systems write a Korean syllable as the two or three letters it is made of.
// It looks the same. The sums are those of the Unicode Standard, section 3.12.
const (
	firstLead, leads   = 0x1100, 19
	firstVowel, vowels = 0x1161, 21
	beforeTail, tails  = 0x11A7, 28 // 0: the syllable has no tail
	firstSyllable      = 0xAC00
)

// leadPrefix is what the bytes of each lead begin with.
var leadPrefix = []byte("\xE1\x84")

// withWholeHangul returns a text in which Korean syllables that are written in letters are whole,
// and remarks on them.
func withWholeHangul(src *feed.Source, text []byte) []byte {
	var out []byte
	n, from := 0, 0
	for at := bytes.Index(text, leadPrefix); at >= 0; {
		next := at + len(leadPrefix)
		if r, size := syllable(text[at:]); size > 0 {
			out = utf8.AppendRune(append(out, text[from:at]...), r)
			n, next, from = n+1, at+size, at+size
		}
		if at = bytes.Index(text[next:], leadPrefix); at >= 0 {
			at += next
		}
	}
	if n == 0 {
		return text
	}
	src.Remarks = append(src.Remarks, feed.Diagnostic{Severity: feed.Info, Code: "hangul",
		Message: counted(n, "Korean syllable was", "Korean syllables were") +
			" written in letters: read as whole"})
	return append(out, text[from:]...)
}

// syllable returns the Korean syllable that the first letters of a text make, and how many bytes
// they are: 0 if they make none.
func syllable(text []byte) (rune, int) {
	lead, size := utf8.DecodeRune(text)
	vowel, more := utf8.DecodeRune(text[size:])
	lead, vowel = lead-firstLead, vowel-firstVowel
	if lead < 0 || lead >= leads || vowel < 0 || vowel >= vowels {
		return 0, 0
	}
	r := firstSyllable + (lead*vowels+vowel)*tails
	size += more
	if tail, more := utf8.DecodeRune(text[size:]); tail > beforeTail && tail < beforeTail+tails {
		return r + tail - beforeTail, size + more
	}
	return r, size
}
