package text

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/words"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Which kind of text a line is, by the line alone.

// Sizes of lines, in characters; a character of a script without blanks counts as three.
const (
	SentenceSize = 60               // a line from here on is running text
	CreditSize   = 2 * SentenceSize // a credit, a byline, a remark of the page is no longer
	// a heading is no longer. With 120, one text of 14 is read otherwise, some of them wrongly
	HeadingSize = 140
	RubricSize  = 40 // a longer byline or section label next to a timestamp is none
	RubricWords = 6  // and has no more words
)

// Size returns how long a line reads: its characters, those of scripts without blanks counted
// thrice.
func Size(s string) int {
	n := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			step := 1
			if i+8 <= len(s) && words.EightBytes(s, i)&words.HighBits == 0 {
				step = 8
			}
			n += step
			i += step
			continue
		}
		if 0xC2 <= c && c < 0xE0 && i+1 < len(s) && !utf8.RuneStart(s[i+1]) {
			n++ // two bytes: the script, such as Greek or Arabic, has blanks
			i += 2
			continue
		}
		r, width := utf8.DecodeRuneInString(s[i:])
		n++
		if words.IsUnspaced(r) {
			n += 2
		}
		i += width
	}
	return n
}

// IsSentence reports whether a line is running text by its length.
func IsSentence(s string) bool {
	return len(s) >= SentenceSize && (len(s) >= 2*SentenceSize || Size(s) >= SentenceSize)
}

// longerBytes is how many bytes a heading has at most: a character has four. What has more need not
// be read to the end, which would be done for each timestamp of a line.
const longerBytes = 4 * HeadingSize

// IsBody reports whether a line is running text and no long headline: it ends a sentence, or holds
// more than one, or is long.
func IsBody(s string) bool {
	return IsSentence(s) && (len(s) > longerBytes ||
		len(s) > 2*HeadingSize && Size(s) > HeadingSize || EndsSentence(s) ||
		hasSentenceBreak(s) || Size(s) > HeadingSize)
}

// EndsSentence reports whether a line ends as sentences do. Headlines may end with a question or an
// exclamation.
func EndsSentence(s string) bool {
	if s == "" {
		return false
	}
	switch last := s[len(s)-1]; {
	case last == '.':
		return !strings.HasSuffix(s, "...")
	case words.IsLetter(last) || words.IsDigit(last): // most lines end in one of these two ways
		return false
	}
	s = strings.TrimRight(withoutSource(s), "\"'”’»“)]*_ ")
	r, _ := utf8.DecodeLastRuneInString(s)
	switch r {
	case '.', '。', '．', '।', '؟', ';', '…':
		return !strings.HasSuffix(s, " …") && !strings.HasSuffix(s, "...")
	}
	return false
}

// withoutSource returns a text without the source in brackets after its last sentence: "Four people
// were hurt. (Example News)".
func withoutSource(s string) string {
	bracket := byte('(')
	switch s[len(s)-1] {
	case ')':
	case ']':
		bracket = '['
	default:
		return s
	}
	from := max(0, len(s)-RubricSize)
	open := from + strings.LastIndexByte(s[from:], bracket)
	if open < max(from, 2) || s[open-1] != ' ' {
		return s
	}
	if before := strings.TrimRight(s[:open], " "); strings.HasSuffix(before, ".") {
		return before
	}
	return s
}

// IsHeading reports whether a line could be a headline: it is short enough, ends no sentence and
// holds no address.
func IsHeading(s string) bool {
	if EndsSentence(s) || len(s) > longerBytes { // most lines that are none, for the least work
		return false
	}
	n := Size(s)
	return n >= 6 && n <= HeadingSize && !strings.Contains(s, "://") && !strings.Contains(s, "@") &&
		!strings.HasSuffix(s, ":") && StartsLikeHeading(s) && !hasSentenceBreak(s)
}

// hasSentenceBreak reports whether a sentence ends within a line: a full stop after two small
// letters, a space, a capital.
func hasSentenceBreak(s string) bool {
	for i := 0; ; {
		n := strings.Index(s[i:], ". ")
		if n < 0 {
			return false
		}
		i += n + 2
		before, size := utf8.DecodeLastRuneInString(s[:i-2])
		second, _ := utf8.DecodeLastRuneInString(s[:i-2-size])
		after, _ := utf8.DecodeRuneInString(s[i:])
		if unicode.IsLower(before) && unicode.IsLower(second) && unicode.IsUpper(after) &&
			i > RubricSize && !isAbbreviated(s[:i-2]) {
			return true
		}
	}
}

// isAbbreviated reports whether a text, up to a full stop, ends with an abbreviation that precedes
// capitals: "Reds vs. Blues".
func isAbbreviated(s string) bool {
	switch LastWord(s) {
	case "vs", "bzw", "ca", "inkl", "incl", "evtl", "ggf", "feat", "approx":
		return true
	}
	return false
}

func StartsLikeHeading(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return !unicode.IsLower(r) && r != '(' && r != '[' && r != '—'
}

// isSeparator reports whether a line is made of marks alone: * * *, ___, ---. Brackets alone are of
// code.
func isSeparator(s string) bool {
	for i := 0; i < len(s); {
		r, width := utf8.DecodeRuneInString(s[i:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) &&
			feed.SpaceWidth(r) < 0 {
			return false
		}
		i += width
	}
	return strings.Trim(s, "{}[]();,") != ""
}

// IsBullet reports whether a line begins with the mark of a list: a bullet, a dash or an asterisk,
// and a blank.
func IsBullet(s string) bool {
	if s != "" && words.IsPlain(s[0]) {
		return false
	}
	r, n := utf8.DecodeRuneInString(s)
	switch r {
	case '-', '*', '•', '·', '–', '—', '◦', '▪', '■', '●', '○', '►', '▶', '‣', '+', '>', '➤', '✓':
		return n < len(s) && (s[n] == ' ' || s[n] == '\t' || s[n] >= utf8.RuneSelf)
	}
	return false
}

// hasLetter reports whether a line holds a letter.
func hasLetter(s string) bool {
	for i := 0; i < len(s); i++ {
		if words.IsLetter(s[i]) || s[i] >= 0xC0 {
			return true
		}
	}
	return false
}

// isButton reports whether a line is a control of the page: Share, Print.
func isButton(x *words.Lexer, line string) bool {
	return len(line) <= RubricSize/2 && x.FormRoles(line)&words.RoleButton != 0
}

// isPostSignature reports whether a line signs an embedded post: "— Name (@handle) May 15, 2023".
func isPostSignature(line string) bool {
	if !hasDashPrefix(line) {
		return false
	}
	for i := 0; i+1 < len(line); i++ {
		if line[i] == '(' && line[i+1] == '@' {
			return true
		}
	}
	return false
}

func hasDashPrefix(s string) bool {
	return len(s) > 2 && (s[0] == '-' || s[:3] == "—" || s[:3] == "–" || s[0] == '&')
}

func IsMarkdownHeading(s string) bool {
	return len(s) > 2 && s[0] == '#' && (s[1] == '#' || s[1] == ' ' || s[1] == '\t' ||
		strings.HasPrefix(s[1:], "\u00a0"))
}

// CountSign returns the size in bytes of the count sign at the start of a text: T+, T-, L-, +
// before a digit. 0: there is none.
func CountSign(s string) int {
	switch {
	case len(s) < 3:
		return 0
	case (s[0] == 'T' || s[0] == 'L') && (s[1] == '+' || s[1] == '-') && words.IsDigit(s[2]):
		return 2
	case s[0] == '+' && words.IsDigit(s[1]):
		return 1
	}
	return 0
}

// CutWord returns the first word of a text, and what follows the blanks behind it.
func CutWord(s string) (word, rest string) {
	n := indexBlank(s)
	return s[:n], strings.TrimLeftFunc(s[n:], isBlank)
}

// indexBlank returns where the first blank of a text is, or its end.
func indexBlank(s string) int {
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf { // no letter of ASCII has to be asked for its width
			if s[i] == ' ' || s[i] == '\t' {
				return i
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if isBlank(r) {
			return i
		}
		i += size
	}
	return len(s)
}

func isBlank(r rune) bool { return r == ' ' || r == '\t' || feed.SpaceWidth(r) > 0 }

// LastWord returns the word that ends s.
func LastWord(s string) string {
	i := len(s)
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		if !words.IsLetterRune(r) {
			break
		}
		i -= size
	}
	return s[i:]
}

// IsAccount reports whether a line is the name of an account alone: "@name", "u/name".
func IsAccount(s string) bool {
	return len(s) > 2 && (s[0] == '@' || s[0] == 'u' && s[1] == '/') &&
		!strings.ContainsAny(s, " \t")
}

// IsWord reports whether a line is one word, in a script that has blanks between words.
func IsWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return len(s) <= RubricSize && words.IsLetterRune(r) && !words.IsUnspaced(r) &&
		!strings.ContainsAny(s, " \t\u00a0")
}
