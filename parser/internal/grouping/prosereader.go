package grouping

import (
	"encoding/binary"
	"math"
	"math/bits"
	"newstimeline/parser/internal/words"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A proseReader cuts a paragraph into words and finds the names and the forms of news in it. It is
// reused from paragraph to paragraph and keeps its buffers, its vocabulary and what it has read.
type proseReader struct {
	vocabulary vocabulary
	readings   readings
	keeps      bool    // readings are kept
	last       reading // with its own buffers
	words      []proseToken
	kinds      []wordKind // of each word
	formed     bitset     // the words that may decide the form of a sentence
	capitals   bitset     // those with a capital
	contents   bitset     // and those that may say what the paragraph is about
	names      []readName
	runes      int // of the paragraph
	lang       words.Language
	text       string
	first      int  // words of the first sentence
	quote      bool // the paragraph begins with a quotation mark
	open       bool // a quotation is still open at its end
	colon      bool // it ends with a colon
	quotes     bool // there is a quotation mark in it
	buf        [words.MaxWord]byte
}

// A proseToken is a word of a paragraph.
type proseToken struct {
	start  int32 // byte of the text
	at     int32 // characters before it
	roles  words.ProseRoles
	size   uint16 // bytes; more than fit count as what fits
	number uint16 // in the vocabulary
}

// wordKind is what can be seen of a word. Kinds are read eight at a time.
type wordKind = byte

const (
	// By its spelling:
	capitalWord wordKind = 1 << iota // begins with a capital
	contentWord                      // over three letters, no function word
	elidedWord                       // begins with an elided article: l'armée
	formWord                         // its roles may decide the form of a sentence

	// By what precedes it:
	quotedWord  // it is inside quotation marks
	initialWord // the first word of a sentence
	afterComma  // a comma
	joinedWord  // only a blank or a hyphen
)

// reading returns what is to be known of a paragraph.
func (r *proseReader) reading(text string, lang words.Language) reading {
	r.trim(len(text))
	if !r.keeps || r.readings.rests() {
		r.read(text, lang)
		return r.result()
	}
	key := r.readings.key(text, lang)
	number, slot := r.readings.find(key)
	if number > 0 {
		r.readings.found++
		return r.readings.get(number)
	}
	r.read(text, lang)
	p := r.result()
	r.readings.keep(slot, key, p)
	return p
}

// trim forgets the words and readings when they have become too many, before a text of some bytes.
func (r *proseReader) trim(size int) {
	full := r.vocabulary.isFull()
	if full {
		r.vocabulary.forget(size)
	}
	if r.keeps && (full || r.readings.isFull()) || full && r.readings.slots != nil {
		r.readings.forget()
	}
}

// read reads a paragraph.
func (r *proseReader) read(text string, lang words.Language) {
	if most := len(text)/2 + 1; cap(r.words) < most { // every other byte may be a word
		most = max(most, 2*cap(r.words), fewestTokens)
		r.words, r.kinds = make([]proseToken, 0, most), make([]wordKind, 0, most)
	}
	r.words, r.kinds, r.names = r.words[:0], r.kinds[:0], r.names[:0]
	r.text, r.lang = text, lang
	r.cut()
	r.sort()
	r.findNames()
}

// fewestTokens is for how many words there is room at least: paragraphs of a kilobyte have no more.
const fewestTokens = 512 // work alone

// result returns what is to be known of the paragraph that was read last.
func (r *proseReader) result() reading {
	p := &r.last
	p.forms, p.runes, p.words, p.names = r.forms(), r.runes, p.words[:0], r.names
	for k, some := range r.contents {
		for ; some != 0; some &= some - 1 {
			p.words = append(p.words, r.words[k*wordBits+bits.TrailingZeros64(some)].number)
		}
	}
	return *p
}

// sort fills the sets of words by their kinds. It has no branch: no processor can foretell of what
// kind the next word is.
func (r *proseReader) sort() {
	r.formed, r.capitals, r.contents = r.formed[:0], r.capitals[:0], r.contents[:0]
	kinds := r.kinds
	for len(kinds)%8 > 0 {
		kinds = append(kinds, 0)
	}
	for len(kinds) > 0 {
		some := kinds[:min(wordBits, len(kinds))]
		kinds = kinds[len(some):]
		var formed, capitals, contents uint64
		for k := 0; len(some) >= 8; k, some = k+8, some[8:] {
			eight := binary.LittleEndian.Uint64(some)
			formed |= gathered(eight/uint64(formWord)) << k
			capitals |= gathered(eight/uint64(capitalWord)) << k
			contents |= gathered(eight/uint64(contentWord)) << k
		}
		r.formed = append(r.formed, formed)
		r.capitals = append(r.capitals, capitals)
		r.contents = append(r.contents, contents)
	}
}

// gathered returns the lowest bits of eight bytes as one, the lowest first.
func gathered(eight uint64) uint64 {
	return eight & 0x0101010101010101 * 0x0102040810204080 >> 56
}

// cut cuts the text into words.
func (r *proseReader) cut() {
	text := r.text
	before, quoted := initialWord, wordKind(0) // what is known of the next word
	// bytes that are no characters; words before the second sentence
	wide, first := 0, -1
	r.quotes = false
	var q quotation
	for i := 0; i < len(text); {
		c, size := rune(text[i]), 1
		isWord := words.IsPlain(text[i])
		if c >= utf8.RuneSelf {
			c, size = words.DecodeRune(text[i:])
			isWord = isWordRune(c)
		}
		if isWord {
			if c < utf8.RuneSelf {
				if end, after := r.addPlain(i, wide, before, quoted); end > i {
					i, before = end, after
					continue
				}
			}
			i, size = r.addWord(i, i-wide, before|quoted)
			wide += size
			before = 0
			continue
		}
		before &^= joinedWord
		switch c {
		case ' ', '-', 0xA0:
			before |= joinedWord
		case ',', ';', '—', '–', ':':
			before |= afterComma
		case '"', '“', '„', '«', '‹', '”', '»', '›':
			r.quotes = true
			if quoted = 0; q.passes(c) {
				quoted = quotedWord
			}
		case '.', '!', '?', '…', '。', '।', '؟':
			if r.endsHere(i, size) {
				before |= initialWord
				if first < 0 {
					first = len(r.words)
				}
			}
		}
		i += size
		wide += size - 1
	}
	r.open = quoted != 0
	r.quote = startsQuoted(text)
	r.colon = strings.HasSuffix(strings.TrimRight(text, " "), ":")
	r.runes = len(text) - wide
	if r.first = first; first < 0 {
		r.first = len(r.words)
	}
}

// A quotation is the quotation marks that are open: paired ones by their number, and a straight
// one.
type quotation struct {
	depth    int
	straight bool
}

// passes takes a quotation mark and reports whether one is open after it.
func (q *quotation) passes(c rune) bool {
	switch c {
	case '"':
		q.straight = !q.straight
	case '“', '„', '«', '‹':
		q.depth++
	default:
		q.depth = max(0, q.depth-1)
	}
	return q.depth > 0 || q.straight
}

// startsQuoted reports whether a text begins with a quotation mark of any kind.
func startsQuoted(text string) bool {
	switch c, _ := utf8.DecodeRuneInString(text); c {
	case '"', '“', '„', '«', '‹', '”', '»', '›', '‘', '’', '\'':
		return true
	}
	return false
}

// addWord adds the word that begins at byte i, after so many characters. It returns the byte at
// which the next may begin, and how many bytes before that are no characters.
func (r *proseReader) addWord(i, at int, before wordKind) (next, wide int) {
	next, wide = r.wordEnd(i)
	end := next
	if next == i { // no blanks part words
		next, wide = i+pairedSize, pairedSize-1
		if end = next; isPaired(firstRune(r.text[next:])) {
			end += pairedSize
		}
	}
	number, meaning := r.vocabulary.number(r.text[i:end], spanKey(r.text, i, end), r.lang)
	size := uint16(min(end-i, math.MaxUint16))
	r.words = append(r.words, proseToken{int32(i), int32(at), meaning.roles(), size, number})
	r.kinds = append(r.kinds, meaning.kind()|before)
	return next, wide
}

// isPaired reports whether a character is of a script in which no blanks part words: Chinese or
// Japanese. There every two characters count as a word, and the second begins the next. Most words
// have two, and names that come again have the same.
func isPaired(c rune) bool { return 0x3040 <= c && c <= 0x9FFF && isWordRune(c) }

// pairedSize is how many bytes such a character has.
const pairedSize = 3

// isWordRune reports whether r is a part of words: a letter or a mark of any script, a digit of
// ASCII.
func isWordRune(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return words.IsPlain(byte(r))
	case 0x2000 <= r && r <= 0x206F: // quotation marks, dashes, blanks
		return false
	case 0x100 <= r && r <= 0x24F, 0x400 <= r && r <= 0x52F && r != 0x482: // Latin, Cyrillic
		return true
	case 0x620 <= r && r <= 0x65F, 0x900 <= r && r <= 0x963: // Arabic, Devanagari
		return true
	case 0x4E00 <= r && r <= 0x9FFF, 0xAC00 <= r && r <= 0xD7A3: // Han, Hangul
		return true
	}
	return unicode.IsLetter(r) || unicode.IsMark(r)
}

// wordEnd returns the byte after the word of which byte i is a part or the end. A word is letters
// and digits, and apostrophes between them. It also returns how many bytes from i on are no
// characters.
func (r *proseReader) wordEnd(i int) (end, wide int) {
	text := r.text
	for i < len(text) {
		c, size := rune(text[i]), 1
		if c >= utf8.RuneSelf {
			c, size = words.DecodeRune(text[i:])
		}
		if isPaired(c) {
			break
		}
		if !isWordRune(c) {
			if c != '\'' && c != '’' {
				break
			}
			if next, _ := utf8.DecodeRuneInString(text[i+size:]); !isWordRune(next) {
				break
			}
		}
		i += size
		wide += size - 1
	}
	return i, wide
}

// endsHere reports whether the mark at byte i ends a sentence: a blank and a capital follow, and no
// initial or title precedes it.
func (r *proseReader) endsHere(i, size int) bool {
	text := r.text
	k := i + size
	for k < len(text) && (text[k] == '"' || text[k] == '\'' || text[k] == ')' ||
		text[k] >= 0xE2 && len(text) > k+2 && isClosingQuote(text[k:])) {
		if text[k] >= utf8.RuneSelf {
			k += 3
		} else {
			k++
		}
	}
	if k >= len(text) {
		return true
	}
	if text[k] != ' ' && text[k] < utf8.RuneSelf {
		return false
	}
	_, k = words.SkipSpace(text, k)
	next, _ := utf8.DecodeRuneInString(text[k:])
	if unicode.IsLower(next) {
		return false
	}
	if text[i] != '.' || len(r.words) == 0 {
		return true
	}
	w := &r.words[len(r.words)-1]
	return w.size > 1 && w.roles&words.ProseHonorific == 0
}

func isClosingQuote(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return c == '”' || c == '’'
}

// end returns the byte after word k.
func (r *proseReader) end(k int) int { return int(r.words[k].start) + int(r.words[k].size) }

// word returns the spelling of word k.
func (r *proseReader) word(k int) string { return r.text[r.words[k].start:r.end(k)] }
