package parser

import (
	"unicode"
	"unicode/utf8"
)

// Limits of one stamp. The longest header seen in a feed has some 20 tokens; a line beyond the limits is no header.
const (
	maxTokens = 40
	maxPhrase = 6   // words in a form of the lexicon, as .tools/words has it
	maxWord   = 64  // bytes of a folded form
	maxNumber = 14  // digits: 20250816201500
	maxStamp  = 160 // bytes of a line that are read from one place
)

// A token is a number, a word of the lexicon or a mark of punctuation. Anything else ends the row of tokens.
type token struct {
	kind       tokenKind
	start, end int  // bytes in the line
	gap        gap  // white space before it
	value      int  // number
	digits     int  // number: how many
	mark       rune // punctuation, full-width forms and dashes made one
	word       *word
	upper      bool // word: begins with a capital, and its second letter is none or a capital
	capital    bool // word or unknown: does not begin with a small letter
}

type tokenKind uint8

const (
	noToken    tokenKind = iota
	numberTok            // 16, １６, ١٦, 十六
	wordTok              // August
	markTok              // punctuation, brackets, bullets, symbols
	versionTok           // the number of a release with letters: 0.7a, 1.0.0-beta.2
	unknownTok           // a word that is no part of any stamp, or more than one stamp can hold
	endTok               // the end of the line
)

// A gap is the white space between two tokens.
type gap uint8

const (
	glued gap = iota // none
	blank            // one blank
	wide             // two blanks or more, a tab, an ideographic space
)

// A lexer cuts a line into tokens. It is reused from line to line: it allocates nothing.
type lexer struct {
	toks [maxTokens + 1]token
	n    int
	buf  [maxWord]byte
}

// lex cuts line, from byte start on, into tokens until the first that no stamp can hold, which is included. The last token
// is always endTok or unknownTok.
func (x *lexer) lex(line string, start int) []token {
	x.n = 0
	limit := min(len(line), start+maxStamp)
	for i := start; ; {
		g, next := skipSpace(line, i)
		i = next
		if i >= limit {
			kind := endTok
			if i < len(line) {
				kind = unknownTok
			}
			x.add(token{kind: kind, start: i, end: i, gap: g})
			break
		}
		t := x.token(line, i)
		t.gap = g
		if t.kind == wordTok && !t.word.has(stampRoles) {
			t.kind = unknownTok
		}
		if t.kind != numberTok {
			r, _ := utf8.DecodeRuneInString(line[i:])
			t.capital = !unicode.IsLower(r)
		}
		if x.n == maxTokens {
			t.kind = unknownTok
		}
		x.add(t)
		if t.kind == unknownTok {
			break
		}
		i = t.end
	}
	return x.toks[:x.n]
}

func (x *lexer) add(t token) {
	x.toks[x.n] = t
	x.n++
}

// token reads the token at byte i of line, which is no white space.
func (x *lexer) token(line string, i int) token {
	c := line[i]
	switch {
	case isDigit(c):
		if end := x.versionEnd(line, i); end > i {
			return token{kind: versionTok, start: i, end: end}
		}
		return number(line, i)
	case c == 'T' && i > 0 && isDigit(line[i-1]) && i+1 < len(line) && isDigit(line[i+1]):
		return token{kind: markTok, start: i, end: i + 1, mark: 'T'} // 2025-08-16T20:15
	case isLetter(c):
		return x.wordAt(line, i)
	case c < utf8.RuneSelf:
		return token{kind: markTok, start: i, end: runEnd(line, i), mark: rune(c)}
	}
	r, size := utf8.DecodeRuneInString(line[i:])
	switch {
	case digitValue(r) >= 0:
		return number(line, i)
	case hanValue(r) >= 0:
		if t, ok := hanNumber(line, i); ok {
			return t
		}
		return x.wordAt(line, i)
	case unicode.IsLetter(r) || unicode.IsMark(r) || r == 'º' || r == '°':
		return x.wordAt(line, i)
	case r == utf8.RuneError:
		return token{kind: unknownTok, start: i, end: i + size}
	}
	return token{kind: markTok, start: i, end: i + size, mark: plainMark(r)}
}

// runEnd returns where a rule of equal marks ends, as in "----- 16 August -----"; two marks and fewer are marks of their own.
func runEnd(line string, i int) int {
	end := i
	for end < len(line) && line[end] == line[i] {
		end++
	}
	if end-i < 3 {
		return i + 1
	}
	return end
}

// versionEnd returns where the number of a release that holds letters ends, i if there is none: dots between digits, and a run of
// letters that is no word of stamps, as pm is in 8.15pm.
func (x *lexer) versionEnd(line string, i int) int {
	dots, letters := 0, false
	if x.n > 0 && x.toks[x.n-1].kind == wordTok && x.toks[x.n-1].word.has(roleVersion) {
		dots = 1 // release 2015d
	}
	end := i
	for ; end < len(line) && end < i+24; end++ {
		c := line[end]
		switch {
		case isDigit(c):
		case c == '.' && end+1 < len(line) && (isDigit(line[end+1]) || letters):
			dots++
		case dots > 0 && 'a' <= c && c <= 'z' && !letters:
			stop := letterRun(line, end)
			if w := x.find(line[end:stop], 0); w != nil && w.has(stampRoles) || stop < len(line) && line[stop] >= utf8.RuneSelf {
				if stop-end != 1 || isDigit(line[min(stop, len(line)-1)]) || w != nil && w.has(roleAM|rolePM|roleClock|roleUnit) {
					return i
				}
			}
			letters = true
			end = stop - 1
		case c == '-' && dots > 0 && end+1 < len(line) && isLetter(line[end+1]) && !letters:
		case letters && (isLetter(c) || c == '-'):
		default:
			if letters && dots > 0 && (c == ' ' || c == ')' || c == ']' || c == ',' || c == ':' || c == '\t') {
				return end
			}
			return i
		}
	}
	if letters && dots > 0 && end == len(line) {
		return end
	}
	return i
}

// number reads a run of digits of any script.
func number(line string, i int) token {
	t := token{kind: numberTok, start: i}
	for i < len(line) {
		r, size := rune(line[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(line[i:])
		}
		v := digitValue(r)
		if v < 0 {
			break
		}
		if t.digits++; t.digits > maxNumber {
			t.kind = unknownTok
			break
		}
		t.value = t.value*10 + v
		i += size
	}
	t.end = i
	return t
}

// hanNumber reads a number in Chinese numerals, digit by digit (二〇二五) or with ten (十六, 二十三), that stands before a
// sign of year, month, day, hour or minute: elsewhere such characters are words.
func hanNumber(line string, i int) (token, bool) {
	t := token{kind: numberTok, start: i}
	sum, digit := 0, 0
	for i < len(line) {
		r, size := utf8.DecodeRuneInString(line[i:])
		v := hanValue(r)
		if v < 0 {
			if sum += digit; t.digits == 0 || !isDateSign(r) {
				return t, false
			}
			t.value, t.end = sum, i
			return t, true
		}
		if v == 10 {
			sum, digit = sum+max(digit, 1)*10, 0
		} else {
			digit = digit*10 + v
		}
		if t.digits++; t.digits > 4 {
			return t, false
		}
		i += size
	}
	return t, false
}

func hanValue(r rune) int {
	switch r {
	case '〇', '零':
		return 0
	case '一':
		return 1
	case '二':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	case '十':
		return 10
	}
	return -1
}

// isDateSign reports whether r follows a number in a Chinese or Japanese date or clock.
func isDateSign(r rune) bool {
	switch r {
	case '年', '月', '日', '號', '号', '时', '時', '点', '點', '分':
		return true
	}
	return false
}

// wordAt reads the word at byte i: the longest form of the lexicon that begins there. Scripts with blanks between words are
// read a run of letters at a time, so that May is not found in Mayor; scripts without are read a character at a time.
func (x *lexer) wordAt(line string, i int) token {
	end := letterRun(line, i)
	if r, _ := utf8.DecodeRuneInString(line[i:]); isUnspaced(r) {
		return x.longest(line, i, end)
	}
	if w, stop := x.dotted(line, i, end); w != nil {
		return wordToken(line, i, stop, w)
	}
	if w, stop := x.phrase(line, i, end); w != nil {
		return wordToken(line, i, stop, w)
	}
	// Text extraction glues words: "UhrLesedauer" is Uhr.
	if cut := caseBreak(line, i, end); cut < end {
		if w := x.find(line[i:cut], 0); w != nil && w.roles&^roleMore != 0 {
			return wordToken(line, i, cut, w)
		}
	}
	return token{kind: unknownTok, start: i, end: end}
}

// dotted returns the form of two initials that begins at byte i, and the byte behind it: p.m., a. m., μ.μ.
func (x *lexer) dotted(line string, i, end int) (*word, int) {
	if end-i > 2 || end >= len(line) || line[end] != '.' || utf8.RuneCountInString(line[i:end]) != 1 {
		return nil, 0
	}
	g, next := skipSpace(line, end+1)
	stop := letterRun(line, next)
	if g == wide || stop == next || utf8.RuneCountInString(line[next:stop]) != 1 {
		return nil, 0
	}
	n := x.folded(line[i:end], 0)
	x.buf[n] = '.'
	w := x.find(line[next:stop], n+1)
	if w == nil {
		return nil, 0
	}
	if stop < len(line) && line[stop] == '.' {
		stop++
	}
	return w, stop
}

// phrase returns the longest form that begins with the word line[i:end] and the byte where it ends.
func (x *lexer) phrase(line string, i, end int) (found *word, stop int) {
	n := 0
	for range maxPhrase {
		w := x.find(line[i:end], n)
		if w == nil {
			break
		}
		if w.roles&^roleMore != 0 {
			found, stop = w, end
		}
		if !w.has(roleMore) || end >= len(line) {
			break
		}
		n = x.folded(line[i:end], n)
		g, next := skipSpace(line, end)
		if g == glued && line[end] == '-' {
			next++
		} else if g != blank {
			break
		}
		if next >= len(line) || n+1 >= maxWord {
			break
		}
		x.buf[n] = ' '
		n++
		i, end = next, letterRun(line, next)
		if end == i {
			break
		}
	}
	return found, stop
}

// find looks up the form that stands in the buffer's first n bytes, with s behind it.
func (x *lexer) find(s string, n int) *word {
	m := x.folded(s, n)
	if m == 0 {
		return nil
	}
	return lookup(x.buf[:m])
}

// folded folds s into the buffer from byte n on and returns where it ends, 0 if it is too long to be a form.
func (x *lexer) folded(s string, n int) int {
	if len(s) > maxWord-n-4 {
		return 0
	}
	return len(appendFolded(x.buf[:n], s))
}

// longest returns the longest form of the lexicon at byte i of text without blanks.
func (x *lexer) longest(line string, i, end int) token {
	found := token{kind: unknownTok, start: i, end: end}
	stop := i
	for range 8 {
		if stop >= end {
			break
		}
		_, size := utf8.DecodeRuneInString(line[stop:])
		stop += size
		if w, full := x.phraseOr(line, i, stop); w != nil {
			found = wordToken(line, i, full, w)
		}
	}
	return found
}

// phraseOr is phrase for a form that ends where a run of letters does, and find for any other.
func (x *lexer) phraseOr(line string, i, stop int) (*word, int) {
	if letterRun(line, i) == stop {
		return x.phrase(line, i, stop)
	}
	if w := x.find(line[i:stop], 0); w != nil && w.roles&^roleMore != 0 {
		return w, stop
	}
	return nil, 0
}

func wordToken(line string, i, end int, w *word) token {
	return token{kind: wordTok, start: i, end: end, word: w, upper: isUpper(line[i:end])}
}

// isUpper reports whether s begins with two capitals, or is one.
func isUpper(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	if !unicode.IsUpper(r) {
		return false
	}
	if n == len(s) {
		return true
	}
	r, _ = utf8.DecodeRuneInString(s[n:])
	return unicode.IsUpper(r) || r == '.'
}

// letterRun returns where the run of letters that starts at byte i ends. An apostrophe between letters belongs to it.
func letterRun(line string, i int) int {
	for i < len(line) {
		c := line[i]
		if isLetter(c) {
			i++
			continue
		}
		if c == '\'' {
			if i+1 < len(line) && (isLetter(line[i+1]) || line[i+1] >= 0xC0) {
				i++
				continue
			}
			return i
		}
		if c < utf8.RuneSelf {
			return i
		}
		r, size := utf8.DecodeRuneInString(line[i:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '’' && r != 'º' && r != '°' || digitValue(r) >= 0 {
			return i
		}
		i += size
	}
	return i
}

// caseBreak returns the first byte in line[i:end] where a capital follows a small letter, end if there is none.
func caseBreak(line string, i, end int) int {
	small := false
	for at, r := range line[i:end] {
		if small && unicode.IsUpper(r) {
			return i + at
		}
		small = unicode.IsLower(r)
	}
	return end
}

// isUnspaced reports whether r is of a script that puts no blanks between words.
func isUnspaced(r rune) bool {
	switch {
	case r < 0xE00:
		return false
	case r <= 0xEFF: // Thai, Lao
		return true
	case 0x1000 <= r && r <= 0x109F: // Burmese
		return true
	case 0x1780 <= r && r <= 0x17FF: // Khmer
		return true
	}
	return 0x2E80 <= r && r <= 0x9FFF || 0xAC00 <= r && r <= 0xD7AF || 0xF900 <= r && r <= 0xFAFF
}

// skipSpace returns the gap at byte i and the byte behind it. Zero-width characters and direction marks are skipped too;
// they make no gap.
func skipSpace(line string, i int) (gap, int) {
	n := 0
	for i < len(line) {
		c := line[i]
		if c == ' ' {
			n++
			i++
			continue
		}
		if c == '\t' {
			n += 2
			i++
			continue
		}
		if c < utf8.RuneSelf {
			if c != '\r' && c != '\n' && c != '\v' && c != '\f' {
				break
			}
			n++
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(line[i:])
		width := spaceWidth(r)
		if width < 0 {
			break
		}
		n += width
		i += size
	}
	return gap(min(n, int(wide))), i
}

// spaceWidth returns how wide a blank r is: 0 for invisible characters, -1 for what is no blank.
func spaceWidth(r rune) int {
	switch {
	case r == 0xA0 || 0x2004 <= r && r <= 0x200A || r == 0x202F || r == 0x205F:
		return 1
	case r == 0x3000 || 0x2000 <= r && r <= 0x2003:
		return 2
	case 0x200B <= r && r <= 0x200F, 0x202A <= r && r <= 0x202E, 0x2060 <= r && r <= 0x2069, r == 0xFEFF, r == 0xAD,
		0xFE00 <= r && r <= 0xFE0F, r == 0x61C:
		return 0
	}
	return -1
}

// digitBases are the zeros of the scripts that have digits of their own and that feeds are written in.
var digitBases = [...]rune{0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0, 0x1040, 0x17E0, 0xFF10}

// digitValue returns the value of a digit of any script, -1 for what is no digit.
func digitValue(r rune) int {
	if r < utf8.RuneSelf {
		if '0' <= r && r <= '9' {
			return int(r - '0')
		}
		return -1
	}
	for _, base := range digitBases {
		if base <= r && r < base+10 {
			return int(r - base)
		}
	}
	return -1
}

// plainMark makes one mark of its full-width and typographic forms. Every dash but the hyphen is '–'.
func plainMark(r rune) rune {
	switch {
	case 0xFF01 <= r && r <= 0xFF5E:
		return r - 0xFF01 + '!'
	case r == '‐' || r == '‑' || r == '−':
		return '-'
	case 0x2012 <= r && r <= 0x2015 || r == '—':
		return '–'
	case r == '、' || r == '،':
		return ','
	case r == '。' || r == '．':
		return '.'
	case r == '：' || r == '∶' || r == '︰':
		return ':'
	case r == '∙' || r == '•' || r == '・' || r == '‧':
		return '·'
	case r == '❘' || r == '│' || r == '¦' || r == '∣':
		return '|'
	}
	return r
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isLetterRune(r rune) bool {
	if r < utf8.RuneSelf {
		return isLetter(byte(r))
	}
	return unicode.IsLetter(r) || unicode.IsMark(r)
}

func isSmall(r rune) bool   { return unicode.IsLower(r) }
func isCapital(r rune) bool { return unicode.IsUpper(r) }
