package parser

import (
	"unicode"
	"unicode/utf8"
)

// Limits of one stamp. The longest header seen in a feed has some 20 tokens; a line beyond the limits is no header.
const (
	maxTokens  = 40
	maxPhrase  = 6   // words in a form of the lexicon, as .tools/words has it
	maxWord    = 64  // bytes of a folded form
	maxLetters = 14  // letters of a form in a script without blanks
	maxNumber  = 14  // digits: 20250816201500
	maxStamp   = 160 // bytes of a line that are read from one place
)

// A token is a number, a word of the lexicon or a mark of punctuation. Anything else ends the row of tokens.
type token struct {
	word       *word
	value      int   // number
	start, end int32 // bytes in the line
	mark       rune  // punctuation, full-width forms and dashes made one
	kind       tokenKind
	gap        gap  // white space before it
	digits     int8 // number: how many
	upper      bool // word: begins with a capital, and its second letter is none or a capital
	capital    bool // word or unknown: does not begin with a small letter
}

type tokenKind uint8

const (
	noToken    tokenKind = iota
	numberTok            // 16, １６, ١٦, 十六
	wordTok              // August
	markTok              // punctuation, brackets, bullets, symbols
	zoneTok              // the name of a zone in the zone database: Europe/Berlin
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
	cut  int // tokens that were cut so far: the work that a scan is
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
			x.add(token{kind: kind, start: int32(i), end: int32(i), gap: g})
			break
		}
		t := x.token(line, i)
		t.gap = g
		if t.kind == wordTok && !t.word.has(stampRoles) {
			t.kind = unknownTok
		}
		if t.kind != numberTok {
			t.capital = !startsSmall(line[i:])
		}
		if x.n == maxTokens {
			t.kind = unknownTok
		}
		x.add(t)
		if t.kind == unknownTok {
			break
		}
		i = int(t.end)
	}
	return x.toks[:x.n]
}

// startsSmall reports whether a text begins with a small letter.
func startsSmall(s string) bool {
	if c := s[0]; c < utf8.RuneSelf {
		return 'a' <= c && c <= 'z'
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

func (x *lexer) add(t token) {
	x.toks[x.n] = t
	x.n++
	x.cut++
}

// token reads the token at byte i of line, which is no white space.
func (x *lexer) token(line string, i int) token {
	c := line[i]
	switch {
	case isDigit(c):
		if end := x.versionEnd(line, i); end > i {
			return token{kind: versionTok, start: int32(i), end: int32(end)}
		}
		return number(line, i)
	case c == 'T' && i > 0 && isDigit(line[i-1]) && i+1 < len(line) && isDigit(line[i+1]):
		return token{kind: markTok, start: int32(i), end: int32(i + 1), mark: 'T'} // 2025-08-16T20:15
	case isLetter(c):
		t := x.wordAt(line, i)
		if t.kind == unknownTok {
			if end := zoneNameEnd(line, i); end > i {
				return token{kind: zoneTok, start: int32(i), end: int32(end)}
			}
		}
		return t
	case c < utf8.RuneSelf:
		return token{kind: markTok, start: int32(i), end: int32(runEnd(line, i)), mark: rune(c)}
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
		return token{kind: unknownTok, start: int32(i), end: int32(i + size)}
	}
	return token{kind: markTok, start: int32(i), end: int32(i + size), mark: plainMark(r)}
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
			stop := caseBreak(line, end, letterRun(line, end))
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
	t := token{kind: numberTok, start: int32(i)}
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
	t.end = int32(i)
	return t
}

// hanNumber reads a number in Chinese numerals, digit by digit (二〇二五) or with ten (十六, 二十三), that stands before a
// sign of year, month, day, hour or minute: elsewhere such characters are words.
func hanNumber(line string, i int) (token, bool) {
	t := token{kind: numberTok, start: int32(i)}
	sum, digit := 0, 0
	for i < len(line) {
		r, size := utf8.DecodeRuneInString(line[i:])
		v := hanValue(r)
		if v < 0 {
			if sum += digit; t.digits == 0 || !isDateSign(r) {
				return t, false
			}
			t.value, t.end = sum, int32(i)
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
