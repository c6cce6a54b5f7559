package decode

import (
	"bytes"
	"unicode/utf8"
	"unsafe"

	"newstimeline/parser/feed"
)

// readText makes a Source of plain text. It takes the text over: the Source's Text is the same
// memory. Bytes that are not UTF-8 are kept, and counted in a remark.
func readText(src *feed.Source, text []byte) error {
	switch {
	case len(text) == 0:
		src.Remarks = append(src.Remarks, feed.Diagnostic{Severity: feed.Warning, Code: "empty",
			Message: "empty input"})
	case src.UTF8:
	case isUTF8(text):
		src.UTF8 = true
	default:
		src.Remarks = append(src.Remarks, invalid(text))
	}
	// A string made without a copy: nobody else holds the bytes, and nothing changes them from here
	// on. A copy would double the memory that a large feed takes.
	src.Text = unsafe.String(unsafe.SliceData(text), len(text))
	return nil
}

// endLines makes an LF of each CR that no LF follows. The first one is at byte cr; -1: there is
// none.
func endLines(text []byte, cr int) {
	for ; cr >= 0; cr = loneCR(text, cr) {
		text[cr] = '\n'
	}
}

// loneCR returns the first CR from byte i on that no LF follows, -1 if there is none.
func loneCR(b []byte, i int) int {
	for {
		n := bytes.IndexByte(b[i:], '\r')
		if n < 0 {
			return -1
		}
		i += n + 1
		if i == len(b) || b[i] != '\n' {
			return i - 1
		}
	}
}

// withoutNUL returns a text with U+FFFD in place of each NUL, which no reader shows and some
// notations cannot hold, and remarks on it.
func withoutNUL(src *feed.Source, text []byte) []byte {
	first := bytes.IndexByte(text, 0)
	if first < 0 {
		return text
	}
	message := counted(bytes.Count(text, []byte{0}), "NUL byte is", "NUL bytes are") +
		" shown as U+FFFD"
	line := bytes.Count(text[:first], []byte("\n")) + 1
	src.Remarks = append(src.Remarks, feed.Diagnostic{Line: line, Severity: feed.Warning,
		Code: "nul", Message: message})
	return bytes.ReplaceAll(text, []byte{0}, []byte("\uFFFD"))
}

// invalid counts the bytes of b that are not UTF-8 and returns where the first one is.
func invalid(b []byte) feed.Diagnostic {
	n, line := 0, 0
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size == 1 {
			if n++; n == 1 {
				line = bytes.Count(b[:i], []byte("\n")) + 1
			}
		}
		i += size
	}
	message := counted(n, "byte is", "bytes are") +
		" not UTF-8 and shown as U+FFFD; try --encoding auto"
	return feed.Diagnostic{Line: line, Severity: feed.Warning, Code: "invalid-utf8",
		Message: message}
}
