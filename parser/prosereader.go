package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A proseReader cuts a paragraph into words and finds the names and the forms of news in it. It is reused from paragraph to
// paragraph and keeps its buffers.
type proseReader struct {
	words []proseToken
	names []nameRun
	runes int
	lang  language
	text  string
	// first is the number of words of the first sentence.
	first int
	quote bool // the paragraph begins with a quotation mark
	open  bool // a quotation is still open at its end
	colon bool // it ends with a colon
	buf   [maxWord]byte
}

// A proseToken is a word of a paragraph.
type proseToken struct {
	start, end int32 // bytes of the text
	at         int32 // characters of the text before it
	stem       uint32
	hash       uint32 // of its folded form without a possessive ending; 0: not known
	roles      proseRoles
	kind       wordKind
	sentence   int16
}

// wordKind is what can be seen of a word.
type wordKind uint8

const (
	capitalWord wordKind = 1 << iota // begins with a capital
	quotedWord                       // inside quotation marks
	initialWord                      // the first word of a sentence
	afterComma                       // a comma stands before it
	contentWord                      // over three letters, no name and no function word
	joinedWord                       // only a blank or a hyphen stands before it
	elidedWord                       // an elided article stands before it: l'armée
	plainWord                        // of ASCII letters and digits alone
)

// read reads a paragraph.
func (r *proseReader) read(text string, lang language) {
	r.words, r.names = r.words[:0], r.names[:0]
	r.text, r.lang, r.runes, r.first = text, lang, 0, 0
	r.quote, r.open, r.colon = false, false, false
	r.cut()
	r.findNames()
	r.markContent()
}

// cut cuts the text into words.
func (r *proseReader) cut() {
	text := r.text
	next := proseToken{kind: initialWord} // what is known of the next word
	depth, straight := 0, 0
	for i := 0; i < len(text); {
		c, size := rune(text[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(text[i:])
		}
		if isWordRune(c) {
			if depth > 0 || straight%2 == 1 {
				next.kind |= quotedWord
			}
			next.start, next.at = int32(i), int32(r.runes)
			i = r.addWord(next)
			next.kind = 0
			continue
		}
		r.runes++
		switch c {
		case '"':
			straight++
			r.quote = r.quote || i == 0
		case '“', '„', '«', '‹':
			depth++
			r.quote = r.quote || i == 0
		case '”', '»', '›':
			depth = max(0, depth-1)
			r.quote = r.quote || i == 0
		case '‘', '’', '\'':
			r.quote = r.quote || i == 0
		case ',', ';', '—', '–', ':':
			next.kind |= afterComma
		case '.', '!', '?', '…', '。', '।', '؟':
			if r.endsHere(i, size) {
				next.sentence++
				next.kind |= initialWord
			}
		}
		next.kind &^= joinedWord
		if c == ' ' || c == '-' || c == 0xA0 {
			next.kind |= joinedWord
		}
		i += size
	}
	r.open = depth > 0 || straight%2 == 1
	r.colon = strings.HasSuffix(strings.TrimRight(text, " "), ":")
	for r.first < len(r.words) && r.words[r.first].sentence == 0 {
		r.first++
	}
}

// addWord adds the word that begins at t.start and returns the byte behind it.
func (r *proseReader) addWord(t proseToken) int {
	if end := r.readPlain(&t); end > 0 {
		r.words = append(r.words, t)
		return end
	}
	start := int(t.start)
	end := r.wordEnd(start)
	t.end = int32(end)
	word := r.text[start:end]
	r.runes += utf8.RuneCountInString(word)
	if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) {
		t.kind |= capitalWord
	}
	if r.lang == french || r.lang == italian {
		word = r.afterElision(word, &t)
	}
	if len(word) < maxWord-1 {
		folded := trimPossessive(appendFolded(r.buf[:0], word))
		h := hash(folded)
		t.roles, t.stem = lookupProse(folded, h, r.lang), stemHash(folded)
		if t.kind&elidedWord == 0 {
			t.hash = h
		}
	}
	r.words = append(r.words, t)
	return end
}

// plainFold holds the letters and digits of ASCII, letters small, by byte; 0 is what is none.
var plainFold = [256]byte{
	'0': '0', '1': '1', '2': '2', '3': '3', '4': '4', '5': '5', '6': '6', '7': '7', '8': '8', '9': '9',
	'A': 'a', 'B': 'b', 'C': 'c', 'D': 'd', 'E': 'e', 'F': 'f', 'G': 'g', 'H': 'h', 'I': 'i', 'J': 'j', 'K': 'k', 'L': 'l', 'M': 'm',
	'N': 'n', 'O': 'o', 'P': 'p', 'Q': 'q', 'R': 'r', 'S': 's', 'T': 't', 'U': 'u', 'V': 'v', 'W': 'w', 'X': 'x', 'Y': 'y', 'Z': 'z',
	'a': 'a', 'b': 'b', 'c': 'c', 'd': 'd', 'e': 'e', 'f': 'f', 'g': 'g', 'h': 'h', 'i': 'i', 'j': 'j', 'k': 'k', 'l': 'l', 'm': 'm',
	'n': 'n', 'o': 'o', 'p': 'p', 'q': 'q', 'r': 'r', 's': 's', 't': 't', 'u': 'u', 'v': 'v', 'w': 'w', 'x': 'x', 'y': 'y', 'z': 'z',
}

// readPlain reads a word of ASCII letters and digits alone, the most frequent kind, in one pass: its end, its folded form and the hashes
// of that. It returns the byte behind the word, 0 if the word is of another kind.
func (r *proseReader) readPlain(t *proseToken) int {
	text := r.text[t.start:]
	whole, shorter, stem, n := uint32(hashSeed), uint32(0), uint32(0), 0
	for n < len(text) && n < maxWord-2 {
		c := plainFold[text[n]]
		if c == 0 {
			break
		}
		r.buf[n] = c
		shorter, whole = whole, hashByte(whole, c)
		if n++; n == stemLength {
			stem = whole
		}
	}
	if n < len(text) && (text[n] >= utf8.RuneSelf || text[n] == '\'' || plainFold[text[n]] != 0) {
		return 0
	}
	switch {
	case n > 4 && n <= stemLength && r.buf[n-1] == 's':
		stem = shorter
	case n < stemLength:
		stem = whole
	}
	if c := text[0]; 'A' <= c && c <= 'Z' {
		t.kind |= capitalWord
	}
	t.kind |= plainWord
	t.end, t.stem, t.hash = t.start+int32(n), stem, whole
	t.roles = lookupProse(r.buf[:n], whole, r.lang)
	r.runes += n
	return int(t.end)
}

func isWordRune(c rune) bool {
	if c < utf8.RuneSelf {
		return plainFold[c] != 0
	}
	return unicode.IsLetter(c) || unicode.IsMark(c)
}

// wordEnd returns the byte behind the word that starts at byte i: letters and digits, apostrophes between letters.
func (r *proseReader) wordEnd(i int) int {
	text := r.text
	for i < len(text) {
		c, size := rune(text[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(text[i:])
		}
		if !isWordRune(c) {
			if c != '\'' && c != '’' {
				return i
			}
			if next, _ := utf8.DecodeRuneInString(text[i+size:]); !isWordRune(next) {
				return i
			}
		}
		i += size
	}
	return i
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

// afterElision returns what stands behind an elided article: armée of l'armée.
func (r *proseReader) afterElision(word string, t *proseToken) string {
	for i, c := range word {
		if (c == '\'' || c == '’') && i > 0 && i <= 4 {
			_, size := utf8.DecodeRuneInString(word[i:])
			rest := word[i+size:]
			if first, _ := utf8.DecodeRuneInString(rest); unicode.IsUpper(first) {
				t.kind |= capitalWord
			} else {
				t.kind &^= capitalWord
			}
			t.kind |= elidedWord
			return rest
		}
	}
	return word
}

// trimPossessive drops 's and a bare apostrophe from the end of a folded word.
func trimPossessive(w []byte) []byte {
	n := len(w)
	if n > 2 && w[n-1] == 's' && w[n-2] == '\'' {
		return w[:n-2]
	}
	if n > 1 && w[n-1] == '\'' {
		return w[:n-1]
	}
	return w
}

// stemLength is how many bytes of a folded word make its stem: enough to tell words apart, few enough to let go of most endings.
const stemLength = 7

// stemHash returns the hash of a folded word's stem.
func stemHash(w []byte) uint32 {
	if len(w) > 4 && w[len(w)-1] == 's' {
		w = w[:len(w)-1]
	}
	limit := stemLength
	if len(w) > 0 && w[0] >= 0xC0 {
		limit = 2 * stemLength
	}
	if len(w) > limit {
		w = w[:limit]
	}
	return hash(w)
}

// word returns the spelling of word k.
func (r *proseReader) word(k int) string { return r.text[r.words[k].start:r.words[k].end] }

// markContent marks the words that tell what a paragraph is about: over three letters, no names, no function words.
func (r *proseReader) markContent() {
	n := 0
	for i := range r.words {
		w := &r.words[i]
		for n < len(r.names) && r.names[n].token+r.names[n].words <= i {
			n++
		}
		inName := n < len(r.names) && i >= r.names[n].token
		if !inName && w.roles&proseStop == 0 && w.end-w.start > 3 && (w.kind&plainWord != 0 || utf8.RuneCountInString(r.word(i)) > 3) {
			w.kind |= contentWord
		}
	}
}
