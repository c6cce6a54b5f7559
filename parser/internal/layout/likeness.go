package layout

import (
	"math/bits"
	"newstimeline/parser/internal/text"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Likeness: how like the line at an end of the feed is to those at the same place of the entries.
// Each sign of how a line is written is weighed by how much more often the lines of the place have
// it than other lines. So a feed says itself which signs tell.

// With mostLike of 4 and 9, or prior of 1, labelled feeds are lost. With prior of 4 and sameWord of
// 10 to 100 none is. With 80 bytes of a line and 50 lines, one is.
const (
	signed     = 160  // bytes of a line that are looked at from its start
	usualMost  = 100  // lines that are counted to know how most are written
	mostLike   = 6    // bits, either way: no single line is a proof
	sameWord   = 33   // one in so many lines begins or ends as a given other one does
	prior      = 2    // lines of the place that are thought to be as most lines are
	signParts  = 1024 // of a share
	signKinds  = 9    // signs of a line
	signValues = 16   // of each sign
)

// lineSigns are the signs of how a line is written, each less than signValues. All are zero before
// the line was looked at.
type lineSigns [signKinds]uint8

// usualLines counts how the lines of text of a document are written.
type usualLines struct {
	counts [signKinds][signValues]int32
	lines  int
}

// likeness says how much likelier line i is among the lines at a place of the gaps than anywhere,
// in thousandths of mostLike.
func (m *measure) likeness(i int, gaps [][few]int, at int) int {
	lines := make([]int, 0, sampled)
	for _, g := range gaps {
		if g[at] >= 0 {
			lines = append(lines, g[at])
		}
	}
	return m.likenessTo(i, lines)
}

// likenessTo says how much likelier line i is among some lines than anywhere, in thousandths of
// mostLike.
func (m *measure) likenessTo(i int, lines []int) int {
	var counts [signKinds][signValues]int32
	n, same := len(lines), 0
	if n == 0 {
		return 0
	}
	for _, l := range lines {
		for kind, value := range m.lines.signsOf(l) {
			counts[kind][value]++
		}
		if m.lines.beginOrEndAlike(i, l) {
			same++
		}
	}
	usual, sum := m.lines.usually(), 0
	for kind, value := range m.lines.signsOf(i) {
		share := usual.share(kind, value)
		sum += bitsOf(int(counts[kind][value])*signParts+prior*share) - bitsOf((n+prior)*share)
	}
	if same > 0 {
		sum += bitsOf(same*sameWord) - bitsOf(n+prior)
	}
	return max(-full, min(sum/mostLike, full))
}

// share returns how many lines have a sign, in parts of signParts; at least one part.
func (u *usualLines) share(kind int, value uint8) int {
	return max(1, (2*int(u.counts[kind][value])+1)*signParts/(2*u.lines+signKinds))
}

// usually returns how the lines of the document are written.
func (l *lineNotes) usually() *usualLines {
	if l.usual != nil {
		return l.usual
	}
	l.usual = new(usualLines)
	all := l.countTexts(0, len(l.base))
	every, at := max(1, all/usualMost), 0
	for i := range l.base {
		if !l.hasText(i) {
			continue
		}
		if at++; at%every != 0 {
			continue
		}
		l.usual.lines++
		for kind, value := range l.signsOf(i) {
			l.usual.counts[kind][value]++
		}
	}
	return l.usual
}

// beginOrEndAlike reports whether two lines are the same, or begin or end with the same word.
func (l *lineNotes) beginOrEndAlike(a, b int) bool {
	if l.d.Kinds[a] == l.d.Kinds[b] && l.d.Line(a) == l.d.Line(b) {
		return true
	}
	s, t := l.form(a), l.form(b)
	return s.first != "" && s.first == t.first || s.last != "" && !s.isWord && s.last == t.last
}

// signsOf returns the signs of line i.
func (l *lineNotes) signsOf(i int) lineSigns {
	if l.signs[i] == (lineSigns{}) {
		l.signs[i] = signsOf(l.d.Line(i), lineKind(l.looks[i]))
	}
	return l.signs[i]
}

// signsOf returns the signs of a line of some kind. The first are its length, the classes of its
// first and last character, its words, and how many of these are capitalized. The others are
// whether it has digits and is in capitals, a mark inside, and the kind.
func signsOf(s string, kind int) lineSigns {
	first, _ := utf8.DecodeRuneInString(s)
	c := countCharacters(s[:min(len(s), signed)])
	return lineSigns{
		sizeClass(text.Size(s)), classOf(first), lastClass(s), uint8(min(6, c.words)), c.titled(),
		uint8(oneIf(c.digits > 0)), uint8(oneIf(c.capitals > 2 && 4*c.smalls < c.capitals)),
		c.mark, uint8(kind),
	}
}

// sizeClass returns the logarithm of a size, in halves.
func sizeClass(n int) uint8 {
	b := bits.Len(uint(n))
	if b < 2 {
		return 0
	}
	return uint8(min(signValues-1, 2*(b-1)+n>>(b-2)&1))
}

// A characterCount is what a line is made of.
type characterCount struct {
	words, lettered, titles  int // words; those that begin with a letter; with a capital
	digits, capitals, smalls int
	mark                     uint8 // the greatest of the marks inside
}

// The marks inside a line, those that tell more above the others.
const (
	noMark uint8 = iota
	dashMark
	quoteMark
	commaMark
	bracketMark
	colonMark
)

func countCharacters(s string) (c characterCount) {
	inWord, last := false, uint8(otherClass)
	for i := 0; i < len(s); {
		if run := smallRun(s[i:]); run > 0 {
			c.smalls += run
			if !inWord {
				c.words++
				c.lettered++
			}
			inWord, last = true, smallClass
			i += run
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		class := classOf(r)
		if class == blankClass {
			if last == colonClass {
				c.mark = max(c.mark, colonMark)
			}
			inWord, last = false, class
			continue
		}
		c.count(class, !inWord)
		inWord, last = true, class
	}
	return c
}

// smallRun returns how many small letters of ASCII a text begins with: most bytes are such.
func smallRun(s string) int {
	n := 0
	for n < len(s) && 'a' <= s[n] && s[n] <= 'z' {
		n++
	}
	return n
}

// count counts a character, which may begin a word.
func (c *characterCount) count(class uint8, begins bool) {
	if begins {
		c.words++
	}
	switch class {
	case digitClass:
		c.digits++
	case capitalClass:
		c.capitals++
		if begins {
			c.lettered++
			c.titles++
		}
	case smallClass, letterClass:
		c.smalls++
		if begins {
			c.lettered++
		}
	case openingClass:
		c.mark = max(c.mark, bracketMark)
	case commaClass:
		c.mark = max(c.mark, commaMark)
	case quoteClass:
		c.mark = max(c.mark, quoteMark)
	case dashClass:
		c.mark = max(c.mark, dashMark)
	}
}

// titled returns which share of the words is capitalized, in quarters, from 1; 0 if none begins
// with a letter.
func (c *characterCount) titled() uint8 {
	if c.lettered == 0 {
		return 0
	}
	return uint8(1 + 4*c.titles/c.lettered)
}

// The classes of characters.
const (
	otherClass = iota
	digitClass
	capitalClass
	smallClass
	letterClass
	stopClass
	dotsClass
	askingClass
	colonClass
	closingClass
	openingClass
	quoteClass
	dashClass
	commaClass
	blankClass
)

// asciiClasses are those of ASCII.
var asciiClasses = [utf8.RuneSelf]uint8{
	'\t': blankClass, ' ': blankClass, '!': askingClass, '"': quoteClass, '#': dashClass,
	'\'': quoteClass, '(': openingClass, ')': closingClass, '*': dashClass, ',': commaClass,
	'-': dashClass, '.': stopClass, '/': dashClass, '0': digitClass, '1': digitClass,
	'2': digitClass, '3': digitClass, '4': digitClass, '5': digitClass, '6': digitClass,
	'7': digitClass, '8': digitClass, '9': digitClass, ':': colonClass, '>': dashClass,
	'?': askingClass, 'A': capitalClass, 'B': capitalClass, 'C': capitalClass, 'D': capitalClass,
	'E': capitalClass, 'F': capitalClass, 'G': capitalClass, 'H': capitalClass, 'I': capitalClass,
	'J': capitalClass, 'K': capitalClass, 'L': capitalClass, 'M': capitalClass, 'N': capitalClass,
	'O': capitalClass, 'P': capitalClass, 'Q': capitalClass, 'R': capitalClass, 'S': capitalClass,
	'T': capitalClass, 'U': capitalClass, 'V': capitalClass, 'W': capitalClass, 'X': capitalClass,
	'Y': capitalClass, 'Z': capitalClass, '[': openingClass, ']': closingClass, 'a': smallClass,
	'b': smallClass, 'c': smallClass, 'd': smallClass, 'e': smallClass, 'f': smallClass,
	'g': smallClass, 'h': smallClass, 'i': smallClass, 'j': smallClass, 'k': smallClass,
	'l': smallClass, 'm': smallClass, 'n': smallClass, 'o': smallClass, 'p': smallClass,
	'q': smallClass, 'r': smallClass, 's': smallClass, 't': smallClass, 'u': smallClass,
	'v': smallClass, 'w': smallClass, 'x': smallClass, 'y': smallClass, 'z': smallClass,
	'{': openingClass, '|': dashClass, '}': closingClass,
}

func classOf(r rune) uint8 {
	if r < utf8.RuneSelf {
		return asciiClasses[r]
	}
	switch r {
	case '\u00a0', '\u3000':
		return blankClass
	case '，', '、', '،':
		return commaClass
	case '。':
		return stopClass
	case '…':
		return dotsClass
	case '？', '！':
		return askingClass
	case '：':
		return colonClass
	case '）', '】', '」':
		return closingClass
	case '（', '【', '「':
		return openingClass
	case '“', '”', '„', '«', '»', '‘', '’':
		return quoteClass
	case '–', '—', '•', '·':
		return dashClass
	}
	switch {
	case unicode.IsLower(r):
		return smallClass
	case unicode.IsUpper(r):
		return capitalClass
	case unicode.IsLetter(r):
		return letterClass
	case unicode.IsDigit(r):
		return digitClass
	}
	return otherClass
}

// lastClass returns the class of the last character. Three dots are one.
func lastClass(s string) uint8 {
	if strings.HasSuffix(s, "...") {
		return dotsClass
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	return classOf(last)
}
