package parser

// A look is what a line is by its words alone, as one look at it tells. The scan takes it while the line is at hand: the passes of the judge ask
// for it again and again, and to read the text anew each time would be to fetch it from memory.
type look uint16

const (
	lookWords    look = 1 << iota // a letter: hasLetter
	lookLong                      // isSentence
	lookRunning                   // isBody
	lookEnded                     // endsSentence
	lookHeading                   // isHeading
	lookMarkdown                  // isMarkdownHeading
	lookSigned                    // isPostSignature
	lookDivider                   // a separator or an end tag, where no mark stands in it
	lookControl                   // isButton, where no mark stands in it
	lookCredit                    // isCredit, where no mark stands in it
	lookCounted                   // opens with a count: T+00:12:30
)

// has reports whether the line is what is asked for, or one of several such things.
func (l look) has(what look) bool { return l&what != 0 }

// lookAt looks at a line; marked tells that a mark stands in it.
func lookAt(line string, marked bool, x *lexer) look {
	l := lookAtWords(line)
	if hasLetter(line) {
		l |= lookWords
	}
	if isPostSignature(line) {
		l |= lookSigned
	}
	if countSign(line) > 0 {
		l |= lookCounted
	}
	switch {
	case marked:
	case isSeparator(line), isEndTag(line):
		l |= lookDivider
	case x.isButton(line):
		l |= lookControl
	case x.isCredit(line):
		l |= lookCredit
	}
	return l
}

// lookAtWords looks at what a text says, be it a line or not.
func lookAtWords(text string) (l look) {
	if isSentence(text) {
		l |= lookLong
	}
	if isMarkdownHeading(text) {
		l |= lookMarkdown
	}
	if endsSentence(text) {
		if l |= lookEnded; l.has(lookLong) {
			l |= lookRunning
		}
		return l // no heading ends so
	}
	if isBody(text) {
		l |= lookRunning
	}
	if isHeading(text) {
		l |= lookHeading
	}
	return l
}

// A textKind is a hash of a few bytes of a text: most texts that differ are of different kinds.
type textKind uint16

// kindOf returns the kind of a text of titleSize bytes or more; 0 of a shorter one.
func kindOf(text string) textKind {
	n := len(text)
	if n < titleSize {
		return 0
	}
	h := uint64(n)
	for _, at := range [...]int{0, n - 8} {
		h = (h ^ eightBytes(text, at)) * 0x9E3779B97F4A7C15
	}
	return textKind(h >> 48)
}

// titleSize is the least bytes of a line that is known again.
const titleSize = 13
