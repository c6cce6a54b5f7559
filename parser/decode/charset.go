package decode

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"

	"newstimeline/parser"
	"newstimeline/parser/parallel"
)

// Why bytes are no text that can be read.
var (
	ErrBinary = errors.New("binary file, not a text")
	ErrUTF16  = errors.New("looks like UTF-16 without a byte order mark; --encoding utf-16le or utf-16be reads it")
	ErrUTF32  = errors.New("text in UTF-32; iconv -f UTF-32 -t UTF-8 makes it UTF-8")
)

// A charset is how bytes were decoded.
type charset struct {
	name    string
	guessed int  // percent, how sure a guess is; 0: it is none
	valid   bool // the text is known to be UTF-8
	marked  bool // the bytes declared it, or it was asked for: U+FFFD in the text stands for bytes that it does not have
}

// Limits of what is looked at.
const (
	declared = 4 << 10  // bytes in which a declaration is looked for
	guessed  = 64 << 10 // bytes that a guess is made from
	checked  = 8 << 10  // bytes that must hold no NUL
)

// decodeText makes bytes UTF-8: by their byte order mark, as asked, as they are if they are valid, as they declare, and if that is
// asked for, by a guess. Bytes that nothing tells of stay as they are.
func decodeText(b []byte, kind Format, asked string) ([]byte, charset, error) {
	switch {
	case bytes.HasPrefix(b, []byte("\xFF\xFE\x00\x00")) || bytes.HasPrefix(b, []byte("\x00\x00\xFE\xFF")):
		return nil, charset{}, ErrUTF32
	case bytes.HasPrefix(b, []byte("\uFEFF")):
		return b[len("\uFEFF"):], charset{name: "utf-8"}, binary(b)
	case bytes.HasPrefix(b, []byte("\xFF\xFE")):
		return convert(b[2:], unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), charset{name: "utf-16le", marked: true})
	case bytes.HasPrefix(b, []byte("\xFE\xFF")):
		return convert(b[2:], unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), charset{name: "utf-16be", marked: true})
	case asked != "" && asked != "auto":
		e, name, err := named(asked)
		if err != nil {
			return nil, charset{}, err
		}
		if name == "utf-8" {
			return b, charset{name: name}, binary(b)
		}
		return convert(b, e, charset{name: name, marked: true})
	}
	if err := binary(b); err != nil {
		return nil, charset{}, err
	}
	if isUTF8(b) {
		return b, charset{name: "utf-8", valid: true}, nil
	}
	if e, name, err := named(declaration(b, kind)); err == nil && name != "utf-8" {
		return convert(b, e, charset{name: name, marked: true})
	}
	if asked == "auto" {
		return guess(b)
	}
	return b, charset{name: "utf-8"}, nil
}

// isUTF8 reports whether bytes are UTF-8. A large text is looked at in pieces.
func isUTF8(b []byte) bool {
	const piece = 1 << 20
	if len(b) < parallel.Large {
		return utf8.Valid(b)
	}
	var bad atomic.Bool
	parallel.Do((len(b)+piece-1)/piece, func() (func(int), func()) {
		return func(i int) {
			if !bad.Load() && !utf8.Valid(b[charStart(b, i*piece):charStart(b, (i+1)*piece)]) {
				bad.Store(true)
			}
		}, nil
	})
	return !bad.Load()
}

// charStart returns where the character starts that byte i of UTF-8 is of; len(b) for what is behind b.
func charStart(b []byte, i int) int {
	if i >= len(b) {
		return len(b)
	}
	for n := 1; n < utf8.UTFMax && i > 0 && !utf8.RuneStart(b[i]); n++ {
		i--
	}
	return i
}

// binary returns why bytes are no text, nil if they may be one.
func binary(b []byte) error {
	head := b[:min(len(b), checked)]
	n := bytes.Count(head, []byte{0})
	switch {
	case n == 0:
		return nil
	case n*10 >= 3*len(head) && n*10 <= 6*len(head) && len(head) >= 8:
		return ErrUTF16
	}
	return ErrBinary
}

// CheckEncoding returns an error if no encoding has a name; "auto" and "" are names.
func CheckEncoding(name string) error {
	if name == "" || name == "auto" {
		return nil
	}
	_, _, err := named(name)
	return err
}

// named returns the encoding of a name of the WHATWG encoding standard, and its canonical name.
func named(name string) (encoding.Encoding, string, error) {
	e, err := htmlindex.Get(strings.TrimSpace(name))
	if err != nil {
		return nil, "", fmt.Errorf("%q is no encoding that is known; utf-8, windows-1251, gbk, shift_jis and the like are", name)
	}
	canonical, err := htmlindex.Name(e)
	return e, canonical, err
}

// convert decodes bytes.
func convert(b []byte, e encoding.Encoding, c charset) ([]byte, charset, error) {
	text, err := e.NewDecoder().Bytes(b)
	return text, c, err
}

// guess guesses the encoding of bytes that are not UTF-8.
func guess(b []byte) ([]byte, charset, error) {
	r, err := chardet.NewTextDetector().DetectBest(b[:min(len(b), guessed)])
	if err != nil {
		return b, charset{name: "utf-8"}, nil
	}
	e, name, err := named(r.Charset)
	if err != nil || name == "utf-8" {
		return b, charset{name: "utf-8"}, nil
	}
	return convert(b, e, charset{name: name, marked: true, guessed: max(1, r.Confidence)})
}

// declaration returns the encoding that a page or feed declares, "" if it declares none.
func declaration(b []byte, kind Format) string {
	head := b[:min(len(b), declared)]
	switch kind {
	case RSS, Atom:
		return valueAfter(head, "encoding=")
	case HTML:
		if name := valueAfter(head, "charset="); name != "" {
			return name
		}
		return valueAfter(head, "encoding=")
	}
	return ""
}

// valueAfter returns the value, quoted or not, behind the first occurrence of a key.
func valueAfter(b []byte, key string) string {
	i := bytes.Index(bytes.ToLower(b), []byte(key))
	if i < 0 {
		return ""
	}
	rest := bytes.TrimLeft(b[i+len(key):], `"' `)
	if n := bytes.IndexAny(rest, "\"' ;/>?\t\r\n"); n >= 0 {
		rest = rest[:n]
	}
	return string(rest)
}

// remarks says what was wrong with the bytes.
func (c *charset) remarks(text string) []parser.Diagnostic {
	var all []parser.Diagnostic
	if c.guessed > 0 {
		message := fmt.Sprintf("encoding guessed to be %s (%d %% sure); --encoding NAME sets it", c.name, c.guessed)
		all = append(all, parser.Diagnostic{Severity: parser.Warning, Code: "encoding-guessed", Message: message})
	}
	if !c.marked {
		return all
	}
	if n := strings.Count(text, "\uFFFD"); n > 0 {
		line := strings.Count(text[:strings.Index(text, "\uFFFD")], "\n") + 1
		message := fmt.Sprintf("%s no text in %s and shown as U+FFFD", counted(n, "place is", "places are"), c.name)
		all = append(all, parser.Diagnostic{Line: line, Severity: parser.Warning, Code: "undecodable", Message: message})
	}
	return all
}

// counted returns a number with the words for one or many.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
