package layout

import (
	"math/bits"
	"newstimeline/parser/internal/words"
	"slices"
	"unicode"
	"unicode/utf8"
)

// Coherence: whether neighbouring lines belong together where a reading puts them into one entry.
// A headline shares words with its text and not with the text of the entry before. Each pair of
// neighbours is counted as within an entry or across two. A reading that shifts all boundaries by
// a line has the same pairs the other way round. What speaks is how unlikely the difference is by
// chance, so it grows with the number of entries.

// Other values were tried: rareTimes of 2 and 5, leastWord of 3 and 5, stemSize of 4 and 7. With
// them the labelled feeds lose, or differ by a text or two. With 160 bytes of a line, one is lost.
const (
	mostPairs  = 200 // neighbours that are counted
	mostRare   = 200 // lines whose words are counted, to tell which are rare
	wordsFrom  = 240 // bytes of a line whose words are compared
	leastWord  = 4   // letters of a word that is not in any text
	stemSize   = 5   // letters that are compared: what follows may be an ending
	rareTimes  = 3   // lines that have a rare word, or one in rareLines of them
	rareLines  = 20
	rareSlots  = 1 << 13 // of the table of counts; words that share a slot seem less rare
	mostRoot   = 4       // square root of the greatest evidence
	mostTokens = 40      // words of a line
)

// A neighbourhood is what is counted of the neighbouring lines of a reading.
type neighbourhood struct {
	within, across int // pairs of lines in one entry; of which one ends it, one begins the next
	sharedWithin   int // those that share a rare word
	sharedAcross   int
}

// neighbours counts the pairs of neighbouring lines of text, those of the template left out.
func (m *measure) neighbours() (c neighbourhood) {
	last, pairs := -1, 0
	for k := range m.units {
		u := &m.units[k]
		if u.firstOwn < 0 {
			continue
		}
		within := false
		for i := u.firstOwn; i <= u.lastOwn && pairs < mostPairs; i++ {
			if !m.isText(i) {
				continue
			}
			if last >= 0 {
				pairs++
				c.add(within, int(oneIf(m.lines.shareWord(last, i))))
			}
			last, within = i, true
		}
	}
	return c
}

// add counts a pair of which so many, one or none, share a word.
func (c *neighbourhood) add(within bool, shared int) {
	if within {
		c.within++
		c.sharedWithin += shared
	} else {
		c.across++
		c.sharedAcross += shared
	}
}

// coherence says how much more often neighbours share a word within entries than across.
func (m *measure) coherence() int {
	c := m.neighbours()
	return signedRoot(c.sharedWithin, c.within, c.sharedAcross, c.across)
}

// signedRoot returns the square root of Pearson's chi-square of two shares, a of n and b of m: how
// many standard deviations they are apart. It is negative if the first is smaller. In thousandths
// of mostRoot, at most 1 either way.
func signedRoot(a, n, b, m int) int {
	both := a + b
	if n == 0 || m == 0 || both == 0 || both == n+m {
		return 0
	}
	by := a*m - b*n
	return withSign(by, rootOf(uint64(by*by), uint64(n*m*both)*uint64(n+m-both)/uint64(n+m)))
}

// rootOf returns the square root of a fraction, in thousandths of mostRoot.
func rootOf(a, b uint64) int {
	if b == 0 {
		return 0
	}
	high, low := bits.Mul64(a, full*full)
	if high >= b {
		return full
	}
	square, _ := bits.Div64(high, low, b)
	return min(int(squareRoot(square))/mostRoot, full)
}

// squareRoot returns the whole part of a square root. It is the same on every processor.
func squareRoot(n uint64) uint64 {
	root := uint64(0)
	for bit := uint64(1) << ((bits.Len64(n|1) - 1) / 2); bit > 0; bit >>= 1 {
		if r := root + bit; r*r <= n {
			root = r
		}
	}
	return root
}

func withSign(sign, n int) int {
	if sign < 0 {
		return -n
	}
	return n
}

// A neighbour is a line that another was compared with last, and whether they share a rare word.
// Readings compare a line with the same one mostly.
type neighbour struct {
	line   int32 // from 1; 0: none was compared
	shares bool
}

// shareWord reports whether two lines share a word that few lines have. a is before b.
func (l *lineNotes) shareWord(a, b int) bool {
	last := &l.neighbours[b]
	if last.line != int32(a)+1 {
		*last = neighbour{int32(a) + 1, l.shareRareWord(l.wordsOf(a), l.wordsOf(b))}
	}
	return last.shares
}

// shareRareWord reports whether two lines share a rare word.
func (l *lineNotes) shareRareWord(a, b *lineWords) bool {
	if a.sieve&b.sieve == 0 {
		return false
	}
	for _, w := range a.words {
		if b.has(w) && l.isRare(w) {
			return true
		}
	}
	return false
}

// isRare reports whether few lines have a word.
func (l *lineNotes) isRare(word uint32) bool {
	if l.wordCounts == nil {
		l.countWords()
	}
	n := int(l.wordCounts[word%rareSlots])
	return n <= rareTimes || n*rareLines <= l.wordLines
}

// countWords counts in how many of the first lines of text each word is.
func (l *lineNotes) countWords() {
	l.wordCounts = l.desk.counts.take(rareSlots)
	for i := 0; i < len(l.base) && l.wordLines < mostRare; i++ {
		if !l.hasText(i) {
			continue
		}
		l.wordLines++
		for _, w := range l.wordsOf(i).words {
			l.wordCounts[w%rareSlots]++
		}
	}
}

// lineWords are the words of a line, each once, as numbers.
type lineWords struct {
	words []uint32 // nil: the line was not looked at, or has none
	sieve uint64   // a bit for each word, which others may have too
	known bool
}

func sieveBit(word uint32) uint64 { return 1 << (word % 64) }

// has reports whether a line has a word.
func (l *lineWords) has(word uint32) bool {
	return l.sieve&sieveBit(word) != 0 && slices.Contains(l.words, word)
}

// wordsOf returns the words of line i.
func (l *lineNotes) wordsOf(i int) *lineWords {
	w := &l.words[i]
	if w.known {
		return w
	}
	w.known = true
	var buffer [mostTokens]uint32
	tokens := appendWords(buffer[:0], l.d.Line(i))
	w.words = l.desk.tokens.take(len(tokens))[:0]
	for _, word := range tokens {
		if !w.has(word) {
			w.words = append(w.words, word)
			w.sieve |= sieveBit(word)
		}
	}
	return w
}

// appendWords appends a number for the beginning of each longer word of a line. In scripts that do
// not part words, it is one for each two neighbours.
func appendWords(tokens []uint32, line string) []uint32 {
	t := tokenizer{tokens: tokens, word: hashStart}
	line = line[:min(len(line), wordsFrom)]
	for i := 0; i < len(line) && len(t.tokens) < mostTokens; {
		if smallASCII[line[i]] != 0 {
			i = t.addLetters(line, i)
			continue
		}
		r, size := utf8.DecodeRuneInString(line[i:])
		i += size
		switch {
		case r < utf8.RuneSelf:
			t.endWord()
		case words.IsUnspaced(r):
			t.addSign(r)
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			t.addLetter(words.ToSmall(r))
		case !unicode.Is(unicode.Mn, r):
			t.endWord()
		}
	}
	t.endWord()
	return t.tokens
}

// A tokenizer makes numbers of words.
type tokenizer struct {
	tokens  []uint32
	word    uint32 // of the letters so far
	letters int
	sign    rune // the last one, of a script that does not part words
}

// FNV-1a, of letters instead of bytes.
const (
	hashStart = 2166136261
	hashTimes = 16777619
)

// smallASCII[c] is the small letter of a letter of ASCII, a digit itself, 0 of any other byte.
var smallASCII = [256]uint8{
	'0': '0', '1': '1', '2': '2', '3': '3', '4': '4', '5': '5', '6': '6', '7': '7', '8': '8',
	'9': '9', 'A': 'a', 'B': 'b', 'C': 'c', 'D': 'd', 'E': 'e', 'F': 'f', 'G': 'g', 'H': 'h',
	'I': 'i', 'J': 'j', 'K': 'k', 'L': 'l', 'M': 'm', 'N': 'n', 'O': 'o', 'P': 'p', 'Q': 'q',
	'R': 'r', 'S': 's', 'T': 't', 'U': 'u', 'V': 'v', 'W': 'w', 'X': 'x', 'Y': 'y', 'Z': 'z',
	'a': 'a', 'b': 'b', 'c': 'c', 'd': 'd', 'e': 'e', 'f': 'f', 'g': 'g', 'h': 'h', 'i': 'i',
	'j': 'j', 'k': 'k', 'l': 'l', 'm': 'm', 'n': 'n', 'o': 'o', 'p': 'p', 'q': 'q', 'r': 'r',
	's': 's', 't': 't', 'u': 'u', 'v': 'v', 'w': 'w', 'x': 'x', 'y': 'y', 'z': 'z',
}

// addLetters adds the letters and digits of ASCII from byte i on. It returns where they end.
func (t *tokenizer) addLetters(line string, i int) int {
	from := i
	for n := t.letters; n < stemSize && i < len(line) && smallASCII[line[i]] != 0; n++ {
		t.word = (t.word ^ uint32(smallASCII[line[i]])) * hashTimes
		i++
	}
	for i < len(line) && smallASCII[line[i]] != 0 {
		i++
	}
	t.letters += i - from
	t.sign = 0
	return i
}

func (t *tokenizer) addLetter(r rune) {
	if t.letters++; t.letters <= stemSize {
		t.word = (t.word ^ uint32(r)) * hashTimes
	}
	t.sign = 0
}

func (t *tokenizer) addSign(r rune) {
	last := t.sign
	t.endWord()
	if last != 0 && len(t.tokens) < cap(t.tokens) {
		t.tokens = append(t.tokens, ((hashStart^uint32(last))*hashTimes^uint32(r))*hashTimes)
	}
	t.sign = r
}

func (t *tokenizer) endWord() {
	if t.letters >= leastWord && len(t.tokens) < cap(t.tokens) {
		t.tokens = append(t.tokens, t.word)
	}
	t.word, t.letters, t.sign = hashStart, 0, 0
}
