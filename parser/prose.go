package parser

import (
	"newstimeline/parser/feed"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What kind of text a line is, told from the line alone.

// Sizes of lines, in characters; a character of a script without blanks counts as three.
const (
	sentenceSize = 60  // a line from here on is running text
	headingSize  = 140 // a heading is no longer
	rubricSize   = 40  // a by-line or rubric beside a stamp is no longer
	rubricWords  = 6   // and has fewer words
)

// size returns how long a line reads: its characters, those of scripts without blanks counted thrice.
func size(s string) int {
	n := 0
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			step := 1
			if i+8 <= len(s) && eightBytes(s, i)&highBits == 0 {
				step = 8
			}
			n += step
			i += step
			continue
		}
		r, width := utf8.DecodeRuneInString(s[i:])
		n++
		if isUnspaced(r) {
			n += 2
		}
		i += width
	}
	return n
}

// isSentence reports whether a line is running text by its length.
func isSentence(s string) bool {
	return len(s) >= sentenceSize && (len(s) >= 2*sentenceSize || size(s) >= sentenceSize)
}

// isBody reports whether a line is running text and no long headline: it ends a sentence, or holds more than one, or is long.
func isBody(s string) bool {
	return isSentence(s) && (len(s) > 2*headingSize && size(s) > headingSize || endsSentence(s) || hasSentenceBreak(s) || size(s) > headingSize)
}

// endsSentence reports whether a line ends as sentences do. Headlines may end with a question or an exclamation.
func endsSentence(s string) bool {
	if s == "" {
		return false
	}
	switch last := s[len(s)-1]; {
	case last == '.':
		return !strings.HasSuffix(s, "...")
	case isLetter(last) || isDigit(last): // most lines end in one of these two ways
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

// withoutSource returns a text without the source that stands in brackets behind its last sentence: "Four people were hurt. (Example News)".
func withoutSource(s string) string {
	bracket := byte('(')
	switch s[len(s)-1] {
	case ')':
	case ']':
		bracket = '['
	default:
		return s
	}
	from := max(0, len(s)-rubricSize)
	open := from + strings.LastIndexByte(s[from:], bracket)
	if open < max(from, 2) || s[open-1] != ' ' {
		return s
	}
	if before := strings.TrimRight(s[:open], " "); strings.HasSuffix(before, ".") {
		return before
	}
	return s
}

// isHeading reports whether a line could be a headline: it is short enough, ends no sentence and holds no address.
func isHeading(s string) bool {
	if endsSentence(s) { // most lines that are none do, and to see that costs least
		return false
	}
	n := size(s)
	return n >= 6 && n <= headingSize && !strings.Contains(s, "://") && !strings.Contains(s, "@") && !strings.HasSuffix(s, ":") && startsLikeHeading(s) && !hasSentenceBreak(s)
}

// hasSentenceBreak reports whether a sentence ends inside a line: a full stop behind two small letters, a blank, a capital.
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
		if unicode.IsLower(before) && unicode.IsLower(second) && unicode.IsUpper(after) && i > rubricSize && !isAbbreviated(s[:i-2]) {
			return true
		}
	}
}

// isAbbreviated reports whether a text, up to a full stop, ends with an abbreviation that stands before capitals: "Reds vs. Blues".
func isAbbreviated(s string) bool {
	switch lastWord(s) {
	case "vs", "bzw", "ca", "inkl", "incl", "evtl", "ggf", "feat", "approx":
		return true
	}
	return false
}

func startsLikeHeading(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return !unicode.IsLower(r) && r != '(' && r != '[' && r != '—'
}

// isSeparator reports whether a line is made of marks alone: * * *, ___, ---.
func isSeparator(s string) bool {
	for i := 0; i < len(s); {
		r, width := utf8.DecodeRuneInString(s[i:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) && feed.SpaceWidth(r) < 0 {
			return false
		}
		i += width
	}
	return true
}

// isBullet reports whether a line begins with the mark of a list: a bullet, a dash or an asterisk, and a blank.
func isBullet(s string) bool {
	if s != "" && isPlain(s[0]) {
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
		if isLetter(s[i]) || s[i] >= 0xC0 {
			return true
		}
	}
	return false
}

// isButton reports whether a line is a control of the page: Share, Print.
func (x *lexer) isButton(line string) bool {
	return len(line) <= rubricSize/2 && x.formRoles(line)&roleButton != 0
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

func isMarkdownHeading(s string) bool {
	return len(s) > 2 && s[0] == '#' && (s[1] == '#' || s[1] == ' ')
}

// countSign returns how many bytes the sign of a count has that a text opens with: T+, T-, L-, + before a digit; 0: it opens with none.
func countSign(s string) int {
	switch {
	case len(s) < 3:
		return 0
	case (s[0] == 'T' || s[0] == 'L') && (s[1] == '+' || s[1] == '-') && isDigit(s[2]):
		return 2
	case s[0] == '+' && isDigit(s[1]):
		return 1
	}
	return 0
}

// lastWord returns the word that ends s.
func lastWord(s string) string {
	i := len(s)
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		if !isLetterRune(r) {
			break
		}
		i -= size
	}
	return s[i:]
}

// isAccount reports whether a line is the name of an account alone: "@name", "u/name".
func isAccount(s string) bool {
	return len(s) > 2 && (s[0] == '@' || s[0] == 'u' && s[1] == '/') && !strings.ContainsAny(s, " \t")
}

// isWord reports whether a line is one word, in a script that has blanks between words.
func isWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return len(s) <= rubricSize && isLetterRune(r) && !isUnspaced(r) && !strings.ContainsAny(s, " \t\u00a0")
}
