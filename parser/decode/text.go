// Package decode makes a parser.Source of the bytes of a file.
package decode

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"unicode/utf8"
	"unsafe"

	"newstimeline/parser"
)

// Why bytes are no text that can be read.
var (
	ErrBinary = errors.New("binary file, not a text")
	ErrUTF16  = errors.New("text in UTF-16; iconv -f UTF-16 -t UTF-8 makes it UTF-8")
)

// head is how many bytes at the start of a file must hold no NUL.
const head = 8 << 10

// Check returns why b is no text that can be read, nil if it is one.
func Check(b []byte) error {
	switch {
	case bytes.HasPrefix(b, []byte("\xFF\xFE")), bytes.HasPrefix(b, []byte("\xFE\xFF")):
		return ErrUTF16
	case bytes.IndexByte(b[:min(len(b), head)], 0) >= 0:
		return ErrBinary
	}
	return nil
}

// Text makes a Source of plain text in UTF-8. It takes b over: the Source's Text is the same memory. A byte order mark is dropped, a
// CR without an LF becomes one. Bytes that are not UTF-8 are kept, and counted in a remark.
func Text(name string, b []byte) parser.Source {
	src := parser.Source{Name: name, Meta: parser.Meta{Format: "text", Encoding: "utf-8"}}
	text := bytes.TrimPrefix(b, []byte("\uFEFF"))
	cr := loneCR(text, 0)
	if len(text) < len(b) || cr >= 0 {
		sum := sha256.Sum256(b)
		src.SHA256 = hex.EncodeToString(sum[:])
	}
	for ; cr >= 0; cr = loneCR(text, cr) {
		text[cr] = '\n'
	}
	switch {
	case len(text) == 0:
		src.Remarks = append(src.Remarks, parser.Diagnostic{Severity: parser.Warning, Code: "empty", Message: "empty input"})
	case !utf8.Valid(text):
		src.Remarks = append(src.Remarks, invalid(text))
	}
	// A string made without a copy: nobody else holds b, and nothing changes it from here on. A copy would double the memory that a
	// large feed takes.
	src.Text = unsafe.String(unsafe.SliceData(text), len(text))
	return src
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

// invalid counts the bytes of b that are not UTF-8 and says where the first one stands.
func invalid(b []byte) parser.Diagnostic {
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
	what := "1 byte is not UTF-8 and is shown"
	if n > 1 {
		what = fmt.Sprintf("%d bytes are not UTF-8 and are shown", n)
	}
	return parser.Diagnostic{Line: line, Severity: parser.Warning, Code: "invalid-utf8", Message: what + " as U+FFFD"}
}
