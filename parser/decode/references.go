package decode

import (
	"bytes"
	"html"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Character references: &amp; and &#8217;. The tokenizer of golang.org/x/net/html resolves them
// too, but its table of names becomes a map at every start. That of the standard library becomes
// one when it is first asked. It has no rules for attributes, and its numbers overflow.

// A textKind is how a text of a page is written.
type textKind uint8

const (
	plainText     textKind = iota
	attributeText          // the value of an attribute: a name without a semicolon counts less
	rawText                // of a script: nothing is a reference
	rawWithNames           // of a title: there are no tags in it, but references
)

// appendMeant appends a text of a page as it is meant.
func appendMeant(dst, text []byte, kind textKind) []byte {
	if bytes.IndexByte(text, '\r') >= 0 {
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
		text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
	}
	if kind != plainText && bytes.IndexByte(text, 0) >= 0 {
		text = bytes.ReplaceAll(text, []byte{0}, []byte("\uFFFD"))
	}
	for kind != rawText {
		i := bytes.IndexByte(text, '&')
		if i < 0 {
			break
		}
		dst, text = append(dst, text[:i]...), text[i:]
		n := 0
		if dst, n = appendReference(dst, text, kind == attributeText); n == 0 {
			dst, n = append(dst, '&'), 1
		}
		text = text[n:]
	}
	return append(dst, text...)
}

// appendReference appends what the reference that a text begins with stands for. It returns how
// many bytes the reference has, 0 if it is none.
func appendReference(dst, text []byte, attribute bool) ([]byte, int) {
	if len(text) > 1 && text[1] == '#' {
		return appendNumbered(dst, text)
	}
	end := 1
	for end < len(text) && isAlphanumeric(text[end]) {
		end++
	}
	if end < len(text) && text[end] == ';' {
		end++
	}
	name := text[1:end]
	if len(name) == 0 || attribute && name[len(name)-1] != ';' &&
		bytes.HasPrefix(text[end:], []byte("=")) {
		return dst, 0
	}
	if s := namedCharacter(name); s != "" {
		return append(dst, s...), end
	}
	const longest = 6 // of the names that need no semicolon
	for n := min(len(name)-1, longest); n > 1 && !attribute; n-- {
		if s := namedCharacter(name[:n]); s != "" {
			return append(dst, s...), 1 + n
		}
	}
	return dst, 0
}

// namedCharacter returns the one or two characters that a name stands for, with its semicolon if it
// has one; "" if it stands for none. The library also resolves names that begin with another:
// something is left of them then.
func namedCharacter(name []byte) string {
	switch string(name) {
	case "amp;":
		return "&"
	case "nbsp;":
		return "\u00A0"
	case "quot;":
		return `"`
	case "semi;":
		return ";"
	}
	reference := "&" + string(name)
	s := html.UnescapeString(reference)
	last := name[len(name)-1]
	if s == reference || last == ';' && s[len(s)-1] == ';' ||
		last != ';' && utf8.RuneCountInString(s) > 1 {
		return ""
	}
	return s
}

// appendNumbered appends the character of a number: &#233; or &#xE9;.
func appendNumbered(dst, text []byte) ([]byte, int) {
	i, base := 2, rune(10)
	if i < len(text) && text[i]|0x20 == 'x' {
		i, base = i+1, 16
	}
	first, c := i, rune(0)
	for ; i < len(text); i++ {
		d := digitOf(text[i])
		if d >= base {
			break
		}
		if c <= utf8.MaxRune {
			c = base*c + d
		}
	}
	if i == first {
		return dst, 0
	}
	if i < len(text) && text[i] == ';' {
		i++
	}
	if 0x80 <= c && c <= 0x9F { // browsers take it for a byte of Windows-1252, where that has it
		if w := charmap.Windows1252.DecodeByte(byte(c)); w != utf8.RuneError {
			c = w
		}
	} else if c == 0 {
		c = utf8.RuneError
	}
	return utf8.AppendRune(dst, c), i
}

// digitOf returns the value of a digit of any base up to 16; 16: it is none.
func digitOf(c byte) rune {
	switch {
	case '0' <= c && c <= '9':
		return rune(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return rune(c|0x20-'a') + 10
	}
	return 16
}

func isAlphanumeric(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}
