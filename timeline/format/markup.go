package format

import (
	"bytes"
	"encoding/xml"
	"strings"
)

// Markup: words of a feed, escaped so that they are text everywhere.

// appendMarkup appends words as the text or attribute of HTML. Control characters become U+FFFD;
// tags that spell no flag are left out.
func appendMarkup(dst []byte, s string) []byte {
	for _, r := range withoutTags(s) {
		switch {
		case r == '&':
			dst = append(dst, "&amp;"...)
		case r == '<':
			dst = append(dst, "&lt;"...)
		case r == '>':
			dst = append(dst, "&gt;"...)
		case r == '"':
			dst = append(dst, "&quot;"...)
		case isControl(r):
			dst = append(dst, "\ufffd"...)
		default:
			dst = append(dst, string(r)...)
		}
	}
	return dst
}

// escapeXML returns words as the text or attribute of XML. Control characters and those that XML
// cannot hold become U+FFFD.
func escapeXML(words string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(repaired(words))); err != nil {
		panic("internal error: " + err.Error()) // a Builder takes everything
	}
	return b.String()
}

// escapeMarkup escapes what could end a script element in the JSON that dst holds from byte from
// on: <, > and & become \uXXXX. They only occur in strings, because JSON itself has no such signs.
func escapeMarkup(dst []byte, from int) []byte {
	added := dst[from:]
	if bytes.IndexByte(added, '<') < 0 && bytes.IndexByte(added, '>') < 0 &&
		bytes.IndexByte(added, '&') < 0 { // three searches are faster than one for any of them
		return dst
	}
	json := string(dst[from:])
	dst = dst[:from]
	for {
		i := strings.IndexAny(json, "<>&")
		if i < 0 {
			return append(dst, json...)
		}
		dst = append(dst, json[:i]...)
		dst = append(dst, `\u00`...)
		dst = appendHex(dst, uint64(json[i]), 2)
		json = json[i+1:]
	}
}
