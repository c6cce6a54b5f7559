package timeline

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/cespare/xxhash/v2"
)

// Likeness of texts: resemblance and containment of their sets of shingles, as A. Z. Broder defines
// them ("On the resemblance and containment of documents", 1997). A shingle is a pair of
// neighbouring words, without regard to case, punctuation and white space. Entries of a live feed
// are short, and in longer shingles one changed word would weigh too much.

// A shingled text is the set of its shingles: hashes, in order, each once.
type shingled []uint64

// shingles returns the set of a title and a text.
func (e *Entry) shingles() shingled {
	buf := append([]byte(e.TitleText()), '\n')
	return shingle(appendWords(nil, string(e.AppendText(buf))))
}

// shingle returns the set of a text's words.
func shingle(words []uint64) shingled {
	switch len(words) {
	case 0:
		return nil
	case 1:
		return shingled{words[0]}
	}
	set := make(shingled, 0, len(words)-1)
	for i := 1; i < len(words); i++ {
		set = append(set, mix(words[i-1]*3+words[i]))
	}
	slices.Sort(set)
	return slices.Compact(set)
}

// common returns how many shingles are in both sets.
func (s shingled) common(t shingled) int {
	if len(s) > len(t) {
		s, t = t, s
	}
	if len(s)*lopsided < len(t) {
		return s.commonOfFew(t)
	}
	n := 0
	for i, k := 0, 0; i < len(s) && k < len(t); {
		switch {
		case s[i] == t[k]:
			n, i, k = n+1, i+1, k+1
		case s[i] < t[k]:
			i++
		default:
			k++
		}
	}
	return n
}

// lopsided is how many times larger a set must be for looking up the shingles of the smaller one in
// it.
const lopsided = 16

// commonOfFew is common for a set that is much smaller than t: a thousand short entries may each be
// compared with one long text.
func (s shingled) commonOfFew(t shingled) (n int) {
	for _, shingle := range s {
		at, found := slices.BinarySearch(t, shingle)
		if found {
			n++
		}
		t = t[at:]
	}
	return n
}

// resemblance returns the share of all shingles of two sets that is in both, in percent.
func (s shingled) resemblance(t shingled) int {
	resemblance, _ := s.compare(t)
	return resemblance
}

// compare returns the resemblance of two sets and the share of the smaller one that is in the
// other, both in percent.
func (s shingled) compare(t shingled) (resemblance, containment int) {
	n := s.common(t)
	return percent(n, len(s)+len(t)-n), percent(n, min(len(s), len(t)))
}

// percent returns the share of n in all, rounded down; 0 of 0 is nothing.
func percent(n, all int) int {
	if all == 0 {
		return 0
	}
	return n * 100 / all
}

// appendWords appends the hash of every word of a text: runs of letters, marks and digits; in
// scripts that part no words, every letter.
func appendWords(dst []uint64, text string) []uint64 {
	var word []byte
	end := func() {
		if len(word) > 0 {
			dst = append(dst, xxhash.Sum64(word))
			word = word[:0]
		}
	}
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		i += size
		switch {
		case isUnspaced(r):
			end()
			word = utf8.AppendRune(word, r)
			end()
		case r < utf8.RuneSelf && (r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9'):
			word = append(word, lower(byte(r)))
		case r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)):
			word = utf8.AppendRune(word, unicode.ToLower(r))
		default:
			end()
		}
	}
	end()
	return dst
}

// lower returns an ASCII letter in lower case, and a digit unchanged.
func lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// isUnspaced reports whether r is a letter of a script that leaves no blanks between words.
func isUnspaced(r rune) bool {
	return r >= 0xE00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// mix spreads the bits of h (the finalizer of SplitMix64; G. Steele, D. Lea, C. Flood, 2014).
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}
