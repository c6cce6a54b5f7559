package format

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// firstSentence returns the length of the first sentence of a clean text in bytes, with the spaces
// after it. A text of one sentence is that as a whole. Sentences end as Unicode has it (UAX #29),
// but not after the dot of an abbreviation, "Gen. Smith", "J. Doe", "U.S. forces". Nor do they end
// within a word of code or a URL, or so soon that they are too short: "Yes." goes on. What has no
// end within some lines is as good as a sentence there.
func firstSentence(text string) int {
	const (
		least    = 12   // columns
		farthest = 2000 // bytes
	)
	end := min(len(text), farthest)
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end++
	}
	n, state := 0, -1
	for n < end {
		stop := 0
		if n == 0 {
			n = plainWords(text[:end])
			stop = plainStop(text[:end], n)
		}
		if stop > 0 {
			n = stop
		} else {
			var sentence string
			sentence, _, state = uniseg.FirstSentenceInString(text[n:end], state)
			n += len(sentence)
		}
		if isWide(text[:n], least) && !endsShort(text[:n]) && !isWithin(text, n) {
			break
		}
	}
	return n
}

// plainWords returns how many bytes of a text are words that certainly end no sentence, with the
// spaces after them. The rules for sentences need not be asked about those, most of a text.
func plainWords(text string) (n int) {
	end := 0
	for end < len(text) {
		if isPlainByte[text[end]] {
			end++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[end:])
		if !isPlainLetter(r) {
			break
		}
		end += size
	}
	return strings.LastIndexByte(text[:end], ' ') + 1
}

// isPlainByte reports whether a character of ASCII is one that is in words, or between them.
var isPlainByte = func() (t [256]bool) {
	for c := ' '; c < utf8.RuneSelf; c++ {
		t[c] = c != '.' && c != '!' && c != '?'
	}
	return t
}()

// plainStop returns where a sentence ends, the space after it included, if its last word begins at
// byte n. 0: that is not plain to see. Small letters of ASCII, a full stop, a space and a capital
// are such an end.
func plainStop(text string, n int) int {
	stop := n + run(text[n:], 'a', 'z')
	if stop > n && stop+2 < len(text) && text[stop:stop+2] == ". " &&
		run(text[stop+2:stop+3], 'A', 'Z') > 0 {
		return stop + 2
	}
	return 0
}

// isPlainLetter reports whether r is a letter of Western Europe, or a quotation mark or dash there.
func isPlainLetter(r rune) bool {
	return r >= 'À' && r <= 'ÿ' || r >= '–' && r <= '”'
}

// isWithin reports whether a text is cut at byte n without a space, in a script that has spaces.
func isWithin(text string, n int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:n])
	return n < len(text) && isNarrow(before) && !unicode.IsSpace(before)
}

// endsShort reports whether a text ends with the dot of an abbreviation. That is a word of up to
// three letters that begins with a capital, or has dots in it.
func endsShort(text string) bool {
	before, found := strings.CutSuffix(strings.TrimRightFunc(text, unicode.IsSpace), ".")
	if !found {
		return false
	}
	word := before[strings.LastIndexFunc(before, unicode.IsSpace)+1:]
	word = strings.TrimLeft(word, "([\"“„«‘'")
	first, _ := utf8.DecodeRuneInString(word)
	letters := utf8.RuneCountInString(word)
	return unicode.IsUpper(first) && letters <= 3 || letters > 0 && strings.Contains(word, ".") &&
		unicode.IsLetter(first)
}
