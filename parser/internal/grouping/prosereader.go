package grouping

import (
	"math/bits"
	"newstimeline/parser/internal/words"
	"slices"
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
	formed     bitset // the words that may decide the form of a sentence
	capitals   bitset // those with a capital
	contents   bitset // and those that may say what the paragraph is about
	names      []nameRun
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
	start, end int32  // bytes of the text
	at         int32  // characters before it
	number     uint16 // in the vocabulary
	roles      words.ProseRoles
	kind       wordKind
}

// wordKind is what can be seen of a word.
type wordKind uint8

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
	if !r.keeps {
		r.read(text, lang)
		return r.result()
	}
	key := r.readings.key(text, lang)
	number, slot := r.readings.find(key)
	if number > 0 {
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
	r.words, r.names = emptied(r.words, len(text)/4), r.names[:0]
	r.text, r.lang = text, lang
	r.cut()
	r.sort()
	r.findNames()
}

// result returns what is to be known of the paragraph that was read last.
func (r *proseReader) result() reading {
	p := &r.last
	p.forms, p.runes, p.words, p.names = r.forms(), r.runes, p.words[:0], p.names[:0]
	for i := r.contents.next(0); i >= 0; i = r.contents.next(i + 1) {
		p.words = append(p.words, r.words[i].number)
	}
	for i := range r.names {
		n := &r.names[i]
		last := r.words[n.token+n.words-1].number
		p.names = append(p.names,
			readName{n.at, uint16(n.words), last, n.token < r.first, n.initial})
	}
	return *p
}

// sort fills the sets of words by their kinds. It has no branch: no processor can foretell of what
// kind the next word is.
func (r *proseReader) sort() {
	r.formed, r.capitals, r.contents = r.formed[:0], r.capitals[:0], r.contents[:0]
	for from := 0; from < len(r.words); from += wordBits {
		some := r.words[from:min(from+wordBits, len(r.words))]
		var formed, capitals, contents uint64
		for i := range some {
			kind := uint64(some[i].kind)
			formed = formed>>1 | kind/uint64(formWord)<<(wordBits-1)
			capitals = capitals>>1 | kind/uint64(capitalWord)<<(wordBits-1)
			contents = contents>>1 | kind/uint64(contentWord)<<(wordBits-1)
		}
		rest := wordBits - len(some) // of the last set
		r.formed = append(r.formed, formed>>rest)
		r.capitals = append(r.capitals, capitals>>rest)
		r.contents = append(r.contents, contents>>rest)
	}
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

// addPlain adds the words from byte i on, as long as they are ASCII letters and digits, not very
// long, and separated by single spaces. Most words are. Each is read as one number or two, without
// a call or a loop. It returns the byte after them and what precedes the next word.
func (r *proseReader) addPlain(i, wide int, before, quoted wordKind) (end int, after wordKind) {
	text, v, tokens := r.text, &r.vocabulary, r.words
	for i < len(text) {
		var key uint64
		if i+keySize <= len(text) {
			key = load8(text[i:])
		} else {
			key = loadRest(text[i:])
		}
		n := plainRun(key)
		next := byte(key >> (8 * n & 63))
		if n < keySize {
			key &= 1<<(8*n&63) - 1
		} else if key, n, next = longKey(text, i, key); n == 2*keySize {
			break
		}
		if n == 0 || next >= utf8.RuneSelf || next == '\'' {
			break
		}
		s := &v.slots[v.slot(key, r.lang)]
		number, meaning := s.number, s.meaning
		if s.key != key || int(s.size) != n || s.lang != r.lang || n > keySize {
			number, meaning = v.number(text[i:i+n], key, r.lang)
		}
		if len(tokens) == cap(tokens) {
			tokens = slices.Grow(tokens, 1)
		}
		tokens = tokens[:len(tokens)+1]
		t := &tokens[len(tokens)-1]
		t.start, t.end, t.at = int32(i), int32(i+n), int32(i-wide)
		t.number, t.roles, t.kind = number, meaning.roles(), meaning.kind()|before|quoted
		i += n
		if before = 0; next != ' ' {
			break
		}
		before = joinedWord
		i++
	}
	r.words = tokens
	return i, before
}

// longKey returns the key of a plain word at byte i, its size, and the byte after it. The word
// begins with the eight bytes of key. The size is 16 if it is that or more.
func longKey(text string, i int, key uint64) (_ uint64, n int, next byte) {
	rest := loadRest(text[i+keySize : min(i+2*keySize, len(text))])
	if n = plainRun(rest); n > 0 {
		key = nextKey(key, rest&(1<<(8*n&63)-1))
	}
	return key, n + keySize, byte(rest >> (8 * n & 63))
}

// addWord adds the word that begins at byte i, after so many characters. It returns the byte
// after the word, and how many bytes of it are no characters.
func (r *proseReader) addWord(i, at int, before wordKind) (end, wide int) {
	end, wide = r.wordEnd(i)
	number, meaning := r.vocabulary.number(r.text[i:end], spanKey(r.text, i, end), r.lang)
	r.words = append(r.words, proseToken{int32(i), int32(end), int32(at), number, meaning.roles(),
		meaning.kind() | before})
	return end, wide
}

// plainRun returns how many letters and digits of ASCII eight bytes begin with, the first byte
// being the lowest.
func plainRun(x uint64) int {
	const each, high = 0x0101010101010101, 0x8080808080808080
	low := x &^ high
	small := low | 0x20*each
	// the high bit of each byte
	letter := (small + (0x80-'a')*each) &^ (small + (0x7F-'z')*each)
	digit := (low + (0x80-'0')*each) &^ (low + (0x7F-'9')*each)
	return bits.TrailingZeros64(^(letter|digit)&high|x&high) / 8
}

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
	return w.end-w.start > 1 && w.roles&words.ProseHonorific == 0
}

func isClosingQuote(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return c == '”' || c == '’'
}

// word returns the spelling of word k.
func (r *proseReader) word(k int) string { return r.text[r.words[k].start:r.words[k].end] }
