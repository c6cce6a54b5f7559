package format

import (
	"strings"
	"unicode/utf8"
)

// Tag characters (U+E0000 to U+E007F) copy ASCII and show nothing. A text written in them is seen
// by no reader, but by programs. Their one use is in emoji. The flags of regions, such as Scotland,
// are a black flag, a few tags, and the tag that ends them (UTS #51).

const (
	blackFlag = 0x1F3F4
	firstTag  = 0xE0000
	endTag    = 0xE007F
)

// isTagCharacter reports whether r is a tag character.
func isTagCharacter(r rune) bool { return r >= firstTag && r <= endTag }

// tagAt returns where the first tag character of s is, -1 if there is none.
func tagAt(s string) int {
	for from := 0; ; {
		i := strings.IndexByte(s[from:], 0xF3)
		if i < 0 {
			return -1
		}
		if r, _ := utf8.DecodeRuneInString(s[from+i:]); isTagCharacter(r) {
			return from + i
		}
		from += i + 1
	}
}

// flagTags returns the length of the tags at the start of s, which follows a black flag, if they
// spell a flag. That is three to six letters or digits, such as gbsct, and the end. Else it is 0.
func flagTags(s string) int {
	const shortest, longest = 3, 6
	letters, at := 0, 0
	for {
		r, size := utf8.DecodeRuneInString(s[at:])
		at += size
		switch c := r - firstTag; {
		case r == endTag && letters >= shortest && letters <= longest:
			return at
		case isTagCharacter(r) && (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') &&
			letters < longest:
			letters++
		default:
			return 0
		}
	}
}

// withoutTags returns s without the tag characters that spell no flag.
func withoutTags(s string) string {
	at := tagAt(s)
	if at < 0 {
		return s
	}
	var b strings.Builder
	for at >= 0 {
		flag := 0
		if strings.HasSuffix(s[:at], "\U0001F3F4") {
			flag = flagTags(s[at:])
		}
		b.WriteString(s[:at+flag])
		if s = s[at+flag:]; flag == 0 {
			_, size := utf8.DecodeRuneInString(s)
			s = s[size:]
		}
		at = tagAt(s)
	}
	b.WriteString(s)
	return b.String()
}
