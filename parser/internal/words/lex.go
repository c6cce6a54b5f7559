package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of one stamp. The longest header seen in a feed has some 20 tokens; a line beyond the
// limits is no header.
const (
	MaxTokens  = 40
	maxPhrase  = 6   // words in a form of the lexicon, as .tools/words has it
	MaxWord    = 64  // bytes of a folded form
	maxLetters = 14  // letters of a form in a script without blanks
	maxNumber  = 14  // digits: 20250816201500
	maxStamp   = 160 // bytes of a line that are read from one place
)

// A Token is a number, a word of the lexicon or a mark of punctuation. Anything else ends the row
// of tokens.
type Token struct {
	Word       *Word
	Value      int   // number
	Start, End int32 // bytes in the line
	Mark       rune  // punctuation, full-width forms and dashes made one
	Kind       tokenKind
	Gap        gap  // white space before it
	Digits     int8 // number: how many
	Upper      bool // word or unknown: a capital and another, or one by itself
	Capital    bool // word or unknown: does not begin with a small letter
}

type tokenKind uint8

const (
	NoToken    tokenKind = iota
	NumberTok            // 16, １６, ١٦, 十六
	WordTok              // August
	MarkTok              // punctuation, brackets, bullets, symbols
	ZoneTok              // the name of a zone in the zone database: Europe/Berlin
	VersionTok           // the number of a release with letters: 0.7a, 1.0.0-beta.2
	UnknownTok           // a word that is in no timestamp, or more than one timestamp can hold
	EndTok               // the end of the line
)

// A gap is the white space between two tokens.
type gap uint8

const (
	Glued gap = iota // none
	Blank            // one blank
	Wide             // two blanks or more, a tab, an ideographic space
)

// A Lexer cuts a line into tokens. It is reused from line to line: it allocates nothing.
type Lexer struct {
	toks [MaxTokens + 1]Token
	n    int
	Cut  int // tokens that were cut so far: the work that a scan is
	buf  [MaxWord]byte
}

// Lex cuts line, from byte start on, into tokens until the first that no stamp can hold, which is
// included. The last token is always endTok or unknownTok.
func (x *Lexer) Lex(line string, start int) []Token {
	x.n = 0
	limit := min(len(line), start+maxStamp)
	i := start
	if start == 0 {
		i = commandEnd(line)
	}
	for {
		g, next := SkipSpace(line, i)
		i = next + EscapeSize(line, next)
		t := &x.toks[x.n]
		if i >= limit {
			*t = Token{Kind: EndTok, Start: int32(i), End: int32(i), Gap: g}
			if i < len(line) {
				t.Kind = UnknownTok
			}
			x.count()
			break
		}
		x.token(t, line, i)
		t.Gap = g
		if t.Kind == WordTok && !t.Word.Has(StampRoles) {
			t.Kind = UnknownTok
		}
		if t.Kind != NumberTok {
			t.Capital = !StartsSmall(line[i:])
		}
		if x.n == MaxTokens {
			t.Kind = UnknownTok
		}
		x.count()
		if t.Kind == UnknownTok {
			t.Upper = isUpper(line[i:t.End])
			break
		}
		i = int(t.End)
	}
	return x.toks[:x.n]
}

// commandEnd returns where the argument of a TeX command begins that opens a line: "\item[2 May]",
// "\section*{2 May}". It is 0 if there is none.
func commandEnd(line string) int {
	if len(line) == 0 || line[0] != '\\' {
		return 0
	}
	i := 1
	for i < min(len(line), maxStamp) && IsLetter(line[i]) {
		i++
	}
	if i > 1 && i < len(line) && line[i] == '*' {
		i++
	}
	if i == 1 || i >= len(line) || line[i] != '{' && line[i] != '[' {
		return 0
	}
	return i + 1
}

// markAt returns the mark at byte i of a line. Three apostrophes are bold in a wiki, and what
// closes the argument of a TeX command is a bracket.
func markAt(line string, i int) rune {
	switch c := line[i]; {
	case c == '\'' && strings.HasPrefix(line[i:], wikiBold):
		return '*'
	case c == '}' && commandEnd(line) > 0:
		return ']'
	default:
		return rune(c)
	}
}

const wikiBold = "'''"

// MarkAt returns the mark at byte i of a line, and its size in bytes. Full-width forms and dashes
// are made one.
func MarkAt(line string, i int) (mark rune, size int) {
	r, size := utf8.DecodeRuneInString(line[i:])
	if r >= utf8.RuneSelf {
		return PlainMark(r), size
	}
	if mark = markAt(line, i); mark == '*' && r == '\'' {
		size = len(wikiBold)
	}
	return PlainMark(mark), size
}

// EscapeSize returns the size of a backslash before a mark, as programs that write Markdown have
// it: "3\. dubna", "2016\-04\-03". It is 0 if there is none at byte i.
func EscapeSize(line string, i int) int {
	if i+1 < len(line) && line[i] == '\\' && !IsDigit(line[i+1]) && !IsLetter(line[i+1]) &&
		line[i+1] > ' ' && line[i+1] < utf8.RuneSelf {
		return 1
	}
	return 0
}

// count counts a token that was cut.
func (x *Lexer) count() {
	x.n++
	x.Cut++
}

// StartsSmall reports whether a text begins with a small letter.
func StartsSmall(s string) bool {
	if c := s[0]; c < utf8.RuneSelf {
		return 'a' <= c && c <= 'z'
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// token reads the token at byte i of line, which is no white space. It is written in its place:
// tokens are too large to be passed from function to function.
func (x *Lexer) token(t *Token, line string, i int) {
	c := line[i]
	switch {
	case IsDigit(c):
		if end := x.versionEnd(line, i); end > i {
			*t = Token{Kind: VersionTok, Start: int32(i), End: int32(end)}
			return
		}
		t.readNumber(line, i)
	case c == 'T' && i > 0 && isBetweenDigits(line, i):
		// 2025-08-16T20:15
		*t = Token{Kind: MarkTok, Start: int32(i), End: int32(i + 1), Mark: 'T'}
	case IsLetter(c):
		if i+1 < len(line) && (IsDigit(line[i+1]) || line[i+1] >= utf8.RuneSelf) {
			if year, ok := EraYear(line, i); ok {
				*t = year
				return
			}
		}
		x.wordAt(t, line, i)
		if t.Kind == UnknownTok {
			if end := zoneNameEnd(line, i); end > i {
				*t = Token{Kind: ZoneTok, Start: int32(i), End: int32(end)}
			}
		}
	case c < utf8.RuneSelf:
		*t = Token{Kind: MarkTok, Start: int32(i), End: int32(runEnd(line, i)),
			Mark: markAt(line, i)}
	default:
		x.tokenBeyond(t, line, i)
	}
}

// tokenBeyond reads the token at byte i of line, where a character beyond ASCII is.
func (x *Lexer) tokenBeyond(t *Token, line string, i int) {
	r, size := utf8.DecodeRuneInString(line[i:])
	switch {
	case DigitValue(r) >= 0:
		t.readNumber(line, i)
	case r == firstYear:
		number, ok := firstOfEra(line, i)
		if *t = number; !ok {
			x.wordAt(t, line, i)
		}
	case 'Ａ' <= r && r <= 'Ｚ':
		year, ok := EraYear(line, i)
		if *t = year; !ok {
			x.wordAt(t, line, i)
		}
	case hanValue(r) >= 0:
		number, ok := hanNumber(line, i)
		if *t = number; !ok {
			x.wordAt(t, line, i)
		}
	case unicode.IsLetter(r) || unicode.IsMark(r) || r == 'º' || r == '°':
		x.wordAt(t, line, i)
	case r == utf8.RuneError:
		*t = Token{Kind: UnknownTok, Start: int32(i), End: int32(i + size)}
	default:
		*t = Token{Kind: MarkTok, Start: int32(i), End: int32(i + size), Mark: PlainMark(r)}
	}
}

// isBetweenDigits reports whether digits of any script are right before and right after byte i.
func isBetweenDigits(line string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(line[:i])
	after, _ := utf8.DecodeRuneInString(line[i+1:])
	return DigitValue(before) >= 0 && DigitValue(after) >= 0
}

// runEnd returns where a rule of equal marks ends, as in "----- 16 August -----"; two marks and
// fewer are marks of their own.
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

// versionEnd returns where the number of a release with letters ends, i if there is none. It has
// dots between digits, and letters that are no timestamp word, as pm is in 8.15pm.
func (x *Lexer) versionEnd(line string, i int) int {
	dots, letters := 0, false
	named := x.n > 0 && x.toks[x.n-1].Kind == WordTok && x.toks[x.n-1].Word.Has(RoleVersion)
	if named {
		dots = 1 // release 2015c
	}
	end := i
	for ; end < len(line) && end < i+24; end++ {
		c := line[end]
		switch {
		case IsDigit(c):
		case c == '.' && end+1 < len(line) && (IsDigit(line[end+1]) || letters):
			dots++
		case dots > 0 && 'a' <= c && c <= 'z' && !letters:
			stop := caseBreak(line, end, LetterRun(line, end))
			if w := x.Find(line[end:stop], 0); w != nil && w.Has(StampRoles) || stop < len(line) &&
				line[stop] >= utf8.RuneSelf {
				if isCounted := IsDigit(line[min(stop, len(line)-1)]); stop-end != 1 || w != nil &&
					(isCounted && w.Has(RolePrep) || !isCounted && !(named && end-i > 3) &&
						w.Has(RoleAM|RolePM|RoleClock|RoleUnit)) {
					return i // but release 2015d counts no days, nor does 6.00d01
				}
			}
			letters = true
			end = stop - 1
		case c == '-' && dots > 0 && end+1 < len(line) && IsLetter(line[end+1]) && !letters:
		case letters && (IsLetter(c) || c == '-'):
		default:
			if !letters || dots == 0 {
				return i
			}
			if g, _ := SkipSpace(line, end); g != Glued || c == ')' || c == ']' || c == ',' ||
				c == ':' || c == '\t' {
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

// Number reads a run of digits of any script.
func Number(line string, i int) (t Token) {
	t.readNumber(line, i)
	return t
}

// readNumber reads a run of digits of any script into t.
func (t *Token) readNumber(line string, i int) {
	*t = Token{Kind: NumberTok, Start: int32(i)}
	for i < len(line) {
		v, size := int(line[i])-'0', 1
		if line[i] >= utf8.RuneSelf {
			var r rune
			r, size = utf8.DecodeRuneInString(line[i:])
			v = DigitValue(r)
		}
		if v < 0 || v > 9 {
			break
		}
		if t.Digits++; t.Digits > maxNumber {
			t.Kind = UnknownTok
			break
		}
		t.Value = t.Value*10 + v
		i += size
	}
	t.End = int32(i)
}

// hanNumber reads a number in Chinese numerals, digit by digit (二〇二五) or with ten (十六, 二十三,
// 廿三). It must precede a sign of year, month, day, hour or minute: elsewhere such characters are
// words.
func hanNumber(line string, i int) (Token, bool) {
	t := Token{Kind: NumberTok, Start: int32(i)}
	sum, digit, tens := 0, 0, false
	for i < len(line) {
		r, size := utf8.DecodeRuneInString(line[i:])
		v := hanValue(r)
		if v < 0 {
			if sum += digit; t.Digits == 0 || !isDateSign(r) {
				return t, false
			}
			if tens && sum < 100 {
				t.Digits = 2 // as 二十三 has, in figures
			}
			t.Value, t.End = sum, int32(i)
			return t, true
		}
		switch {
		case v > 10:
			sum, digit, tens = v, 0, true
		case v == 10:
			sum, digit, tens = sum+max(digit, 1)*10, 0, true
		default:
			digit = digit*10 + v
		}
		if t.Digits++; t.Digits > 4 {
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
	case '廿':
		return 20
	case '卅':
		return 30
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
