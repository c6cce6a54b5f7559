package text

import (
	"newstimeline/parser/internal/words"
	"strings"
)

// A Look holds the features of a line by its words alone. The scan computes it while the line is in
// the cache. Later passes need it again and again, and reading the text each time would be slow.
type Look uint16

const (
	LookWords    Look = 1 << iota // a letter: hasLetter
	LookLong                      // isSentence
	LookRunning                   // isBody
	LookEnded                     // endsSentence
	LookHeading                   // isHeading
	LookMarkdown                  // isMarkdownHeading
	LookSigned                    // isPostSignature
	LookDivider                   // a separator or an end tag, on a line without candidates
	LookControl                   // isButton, on a line without candidates
	LookCredit                    // isCredit, on a line without candidates
	LookCounted                   // opens with a count: T+00:12:30
	LookFigure                    // opens with a digit, or with a sign of lists and one
	LookBlank                     // no text, or muted
	LookStart                     // opens with the first of a run of elapsed times: 0:00
	LookFence                     // IsFence
)

// Has reports whether the line is what is asked for, or one of several such things.
func (l Look) Has(what Look) bool { return l&what != 0 }

// LookAt returns the features of a line; marked: the line has a candidate.
func LookAt(line string, marked bool, x *words.Lexer) Look {
	l := LookAtWords(line)
	if hasLetter(line) {
		l |= LookWords
	}
	if isPostSignature(line) {
		l |= LookSigned
	}
	if CountSign(line) > 0 {
		l |= LookCounted
	}
	if opensWithFigure(line) {
		l |= LookFigure
	}
	if IsFence(line) {
		l |= LookFence
	}
	switch {
	case marked:
	case isSeparator(line), isEndTag(line):
		l |= LookDivider
	case isButton(x, line):
		l |= LookControl
	case IsCredit(x, line):
		l |= LookCredit
	}
	return l
}

// opensWithFigure reports whether a line opens with a digit, after what may precede one: marks of
// lists, quotations and emphasis, letters of counts.
func opensWithFigure(line string) bool {
	for i := range len(line) {
		switch line[i] {
		case ' ', '\t', '-', '*', '>', '#', '_', '[', '(', 'T', 'L', '+':
		default:
			return words.IsDigit(line[i])
		}
	}
	return false
}

// IsFence reports whether a line may open or close lines of code, as Markdown has them.
func IsFence(line string) bool {
	if line == "" || words.IsPlain(line[0]) {
		return false // as most lines
	}
	line = strings.TrimLeft(strings.TrimSpace(line), "-*+ ") // of an item of a list
	return strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~")
}

// LookAtWords returns the features of a text by its words, be it a line or not.
func LookAtWords(text string) (l Look) {
	if IsSentence(text) {
		l |= LookLong
	}
	if IsMarkdownHeading(text) {
		l |= LookMarkdown
	}
	if EndsSentence(text) {
		if l |= LookEnded; l.Has(LookLong) {
			l |= LookRunning
		}
		return l // no heading ends so
	}
	if IsBody(text) {
		l |= LookRunning
	}
	if IsHeading(text) {
		l |= LookHeading
	}
	return l
}

// A TextKind is a hash of a few bytes of a text: most texts that differ are of different kinds.
type TextKind uint16

// KindOf returns the kind of a text of TitleSize bytes or more; 0 of a shorter one.
func KindOf(text string) TextKind {
	n := len(text)
	if n < TitleSize {
		return 0
	}
	h := uint64(n)
	for _, at := range [...]int{0, n - 8} {
		h = (h ^ words.EightBytes(text, at)) * 0x9E3779B97F4A7C15
	}
	return TextKind(h >> 48)
}

// TitleSize is the least bytes of a line that is known again. With 8, rubrics such as "Harbour"
// made an index of a feed.
const TitleSize = 13
