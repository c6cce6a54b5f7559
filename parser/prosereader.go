package parser

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A proseReader cuts a paragraph into words and finds the names and the forms of news in it. It is reused from paragraph to
// paragraph and keeps its buffers and its vocabulary.
type proseReader struct {
	vocabulary vocabulary
	words      []proseToken
	told       []int32 // the numbers of the words that may tell the form of a sentence
	capitals   []int32 // of those with a capital
	contents   []int32 // and of those that may tell what the paragraph is about
	names      []nameRun
	runes      int // of the paragraph
	lang       language
	text       string
	first      int  // words of the first sentence
	quote      bool // the paragraph begins with a quotation mark
	open       bool // a quotation is still open at its end
	colon      bool // it ends with a colon
	buf        [maxWord]byte
}

// A proseToken is a word of a paragraph.
type proseToken struct {
	start, end int32  // bytes of the text
	at         int32  // characters before it
	number     uint16 // in the vocabulary
	roles      proseRoles
	kind       wordKind
}

// wordKind is what can be seen of a word.
type wordKind uint8

const (
	// By its spelling:
	capitalWord wordKind = 1 << iota // begins with a capital
	contentWord                      // over three letters, no function word; in a paragraph no part of a name either
	elidedWord                       // begins with an elided article: l'armée
	tellingWord                      // its roles may tell the form of a sentence

	// By what stands before it:
	quotedWord  // it is inside quotation marks
	initialWord // the first word of a sentence
	afterComma  // a comma
	joinedWord  // only a blank or a hyphen
)

// read reads a paragraph.
func (r *proseReader) read(text string, lang language) {
	r.words, r.names = r.words[:0], r.names[:0]
	r.text, r.lang = text, lang
	r.vocabulary.trim()
	r.cut()
	r.sort()
	r.findNames()
}

// sort fills the lists of words by their kinds. It has no branch: no processor can foretell of what kind the next word is.
func (r *proseReader) sort() {
	n := len(r.words)
	told, capitals, contents := slices.Grow(r.told[:0], n)[:n], slices.Grow(r.capitals[:0], n)[:n], slices.Grow(r.contents[:0], n)[:n]
	t, c, k := 0, 0, 0
	for i := range r.words {
		kind := r.words[i].kind
		told[t], capitals[c], contents[k] = int32(i), int32(i), int32(i)
		t += int(kind / tellingWord & 1)
		c += int(kind / capitalWord & 1)
		k += int(kind / contentWord & 1)
	}
	r.told, r.capitals, r.contents = told[:t], capitals[:c], contents[:k]
}

// cut cuts the text into words.
func (r *proseReader) cut() {
	text := r.text
	before, quoted := initialWord, wordKind(0) // what is known of the next word
	wide, first := 0, -1                       // bytes that are no characters; words before the second sentence
	var q quotation
	for i := 0; i < len(text); {
		c, size := rune(text[i]), 1
		isWord := isPlain(text[i])
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(text[i:])
			isWord = isWordRune(c)
		}
		if isWord {
			if end := r.addPlain(i, wide, before, quoted); end > i {
				i, before = end, joinedWord
				continue
			}
			i, size = r.addWord(i, int32(i-wide), before|quoted)
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

// A quotation is the quotation marks that are open: paired ones by their number, and a straight one.
type quotation struct {
	depth    int
	straight bool
}

// passes takes a quotation mark and reports whether one is open behind it.
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

// addPlain adds the words from byte i on as long as they are short, of letters and digits of ASCII and followed by a blank, as most words are:
// each is then its own key, and neither its end nor its number takes a call. It returns the byte behind the last of those blanks.
func (r *proseReader) addPlain(i, wide int, before, quoted wordKind) (end int) {
	text, v := r.text, &r.vocabulary
	for i+keySize <= len(text) {
		x := load8(text[i:])
		n := plainRun(x)
		if n == keySize || x>>(8*n)&0xFF != ' ' || n == 0 {
			break
		}
		key := x & (1<<(8*n) - 1)
		number := v.slots[v.slot(key, r.lang)]
		w := &v.words[number]
		if w.key != key || int(w.size) != n || w.lang != r.lang {
			number = v.number(text[i:i+n], key, r.lang)
			w = &v.words[number]
		}
		r.words = append(r.words, proseToken{})
		t := &r.words[len(r.words)-1] // filled in place: a copy of fields just written waits for them
		t.start, t.end, t.at, t.number, t.roles, t.kind = int32(i), int32(i+n), int32(i-wide), number, w.roles, w.kind|before|quoted
		i += n + 1
		before = joinedWord
	}
	return i
}

// addWord adds the word that begins at byte i, behind so many characters. It returns the byte behind the word, and how many bytes of it are
// no characters.
func (r *proseReader) addWord(i int, at int32, before wordKind) (end, wide int) {
	end, key := r.plainWord(i)
	if end < len(r.text) && (r.text[end] >= utf8.RuneSelf || r.text[end] == '\'') {
		end, wide = r.wordEnd(end)
		key = wordKey(r.text[i:end])
	}
	v := &r.vocabulary
	number := v.number(r.text[i:end], key, r.lang)
	w := &v.words[number]
	r.words = append(r.words, proseToken{})
	t := &r.words[len(r.words)-1] // filled in place: a copy of fields just written waits for them
	t.start, t.end, t.at, t.number, t.roles, t.kind = int32(i), int32(end), at, number, w.roles, w.kind|before
	return end, wide
}

// plainWord returns where the letters and digits of ASCII that begin at byte i end, and their key as a word.
func (r *proseReader) plainWord(i int) (end int, key uint64) {
	for end = i; ; end += keySize {
		var x uint64
		if end+keySize <= len(r.text) {
			x = load8(r.text[end:])
		} else {
			x = loadRest(r.text[end:])
		}
		n := plainRun(x)
		if n > 0 {
			key = nextKey(key, x&(1<<(8*n)-1))
		}
		if n < keySize {
			return end + n, key
		}
	}
}

// plainRun returns how many letters and digits of ASCII eight bytes begin with, the first byte being the lowest.
func plainRun(x uint64) int {
	const each, high = 0x0101010101010101, 0x8080808080808080
	low := x &^ high
	small := low | 0x20*each
	letter := (small + (0x80-'a')*each) &^ (small + (0x7F-'z')*each) // the high bit of each byte tells
	digit := (low + (0x80-'0')*each) &^ (low + (0x7F-'9')*each)
	return bits.TrailingZeros64(^(letter|digit)&high|x&high) / 8
}

// isPlain reports whether a byte is a letter or a digit of ASCII.
func isPlain(c byte) bool { return isLetter(c) || isDigit(c) }

func isWordRune(c rune) bool {
	switch {
	case c < utf8.RuneSelf:
		return isPlain(byte(c))
	case 0x2000 <= c && c <= 0x206F: // quotation marks, dashes, blanks: most of what is neither
		return false
	}
	return unicode.IsLetter(c) || unicode.IsMark(c)
}

// wordEnd returns the byte behind the word of which byte i is a part or the end, and how many bytes from i on are no characters: a word is
// letters and digits, and apostrophes between them.
func (r *proseReader) wordEnd(i int) (end, wide int) {
	text := r.text
	for i < len(text) {
		c, size := rune(text[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(text[i:])
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

// endsHere reports whether the mark at byte i ends a sentence: a blank and a capital follow, and no initial or title stands before.
func (r *proseReader) endsHere(i, size int) bool {
	text := r.text
	k := i + size
	for k < len(text) && (text[k] == '"' || text[k] == '\'' || text[k] == ')' || text[k] >= 0xE2 && len(text) > k+2 && isClosingQuote(text[k:])) {
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
	_, k = skipSpace(text, k)
	next, _ := utf8.DecodeRuneInString(text[k:])
	if unicode.IsLower(next) {
		return false
	}
	if text[i] != '.' || len(r.words) == 0 {
		return true
	}
	w := &r.words[len(r.words)-1]
	return w.end-w.start > 1 && w.roles&proseHonorific == 0
}

func isClosingQuote(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return c == '”' || c == '’'
}

// word returns the spelling of word k.
func (r *proseReader) word(k int) string { return r.text[r.words[k].start:r.words[k].end] }
