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
	"golang.org/x/text/encoding/unicode"

	"newstimeline/parser/feed"
	"newstimeline/parser/parallel"
)

// The errors of bytes that cannot be read as text.
var (
	ErrBinary = errors.New("binary file, not text")
	ErrUTF16  = errors.New(
		"looks like UTF-16 without a byte order mark; use --encoding utf-16le or utf-16be")
	ErrUTF32 = errors.New("UTF-32 is not supported; convert it with iconv -f UTF-32 -t UTF-8")
)

// A charset is how bytes were decoded.
type charset struct {
	name    string
	guessed int  // how sure a guess is, in percent; 0: it is no guess
	valid   bool // the bytes were found to be UTF-8
	clean   bool // and to have nothing that a text is read without: see isClean
	// the text was converted from another encoding: U+FFFD in it replaces bytes that this encoding
	// does not have
	decoded bool
}

// How many bytes at the start of an input are looked at.
const (
	declared = 4 << 10  // for a declaration of the encoding
	guessed  = 64 << 10 // for a guess
)

// decodeText converts bytes to UTF-8. Their encoding is decided, in this order, by their byte order
// mark; asked, an encoding's name; their being valid UTF-8; what they declare. If asked is "auto",
// a guess comes last. If nothing decides, they stay as they are and are called UTF-8. sure: the
// user declares them as text.
func decodeText(b []byte, kind Format, asked string, sure bool) ([]byte, charset, error) {
	binary := func(b []byte) error { return noText(b, sure) }
	switch {
	case bytes.HasPrefix(b, []byte("\xFF\xFE\x00\x00")) ||
		bytes.HasPrefix(b, []byte("\x00\x00\xFE\xFF")):
		return nil, charset{}, ErrUTF32
	case bytes.HasPrefix(b, []byte("\uFEFF")):
		return b[len("\uFEFF"):], charset{name: "utf-8"}, binary(b)
	case bytes.HasPrefix(b, []byte("\xFF\xFE")):
		return convert(b[2:], unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
			charset{name: "utf-16le", decoded: true})
	case bytes.HasPrefix(b, []byte("\xFE\xFF")):
		return convert(b[2:], unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
			charset{name: "utf-16be", decoded: true})
	case asked != "" && asked != "auto":
		e, name, err := named(asked)
		if err != nil {
			return nil, charset{}, err
		}
		if name == "utf-8" {
			return b, charset{name: name}, binary(b)
		}
		return convert(b, e, charset{name: name, decoded: true})
	}
	if err := binary(b); err != nil {
		return nil, charset{}, err
	}
	if valid, clean := inspect(b); valid {
		return b, charset{name: "utf-8", valid: true, clean: clean}, nil
	}
	if e, name, err := named(declaration(b, kind)); err == nil && name != "utf-8" {
		return convert(b, e, charset{name: name, decoded: true})
	}
	if asked == "auto" {
		return guess(b)
	}
	return b, charset{name: "utf-8"}, nil
}

// isUTF8 reports whether bytes are UTF-8.
func isUTF8(b []byte) bool {
	valid, _ := inspect(b)
	return valid
}

// inspect reports whether bytes are UTF-8 and, if so, whether there is nothing in them that a text
// is read without: see isClean. Of large texts, several pieces are looked at at a time, and each is
// looked at for everything while it is in the cache.
func inspect(b []byte) (valid, clean bool) {
	const piece = 256 << 10
	if len(b) < parallel.Large {
		valid = utf8.Valid(b)
		return valid, valid && isClean(b)
	}
	var bad, soiled atomic.Bool
	parallel.Do((len(b)+piece-1)/piece, func() (func(int), func()) {
		return func(i int) {
			if bad.Load() {
				return
			}
			part := b[charStart(b, i*piece):charStart(b, (i+1)*piece)]
			if !utf8.Valid(part) {
				bad.Store(true)
			} else if !soiled.Load() && !isClean(part) {
				soiled.Store(true)
			}
		}, nil
	})
	valid = !bad.Load()
	return valid, valid && !soiled.Load()
}

// isClean reports whether UTF-8 has no NUL, no CR, no soft hyphen and no Korean syllable in
// letters. Nearly all texts have none, and none of them is looked for again.
func isClean(b []byte) bool {
	return bytes.IndexByte(b, 0) < 0 && bytes.IndexByte(b, '\r') < 0 &&
		!bytes.Contains(b, softHyphen) && !bytes.Contains(b, letterPrefix)
}

// charStart returns where the character of UTF-8 starts that byte i is part of; len(b) if i is not
// in b.
func charStart(b []byte, i int) int {
	if i >= len(b) {
		return len(b)
	}
	for n := 1; n < utf8.UTFMax && i > 0 && !utf8.RuneStart(b[i]); n++ {
		i--
	}
	return i
}

// CheckEncoding returns an error, fit to be shown to users, if name is not one for
// Options.Encoding: that of an encoding, "auto" or "".
func CheckEncoding(name string) error {
	if name == "" || name == "auto" {
		return nil
	}
	_, _, err := named(name)
	return err
}

// named returns the encoding that has a name in the WHATWG Encoding Standard, and the canonical
// name of it.
func named(name string) (encoding.Encoding, string, error) {
	canonical := canonicalName(name)
	if canonical == "" {
		return nil, "",
			fmt.Errorf("%q is not a known encoding; known are utf-8, windows-1251, gbk, shift_jis and others", name)
	}
	return encodingOf(canonical), canonical, nil
}

// convert converts bytes of an encoding to UTF-8.
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
	return convert(b, e, charset{name: name, decoded: true, guessed: max(1, r.Confidence)})
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

// valueAfter returns the value, quoted or not, after the first occurrence of a key, in capitals or
// not. The bytes around it may be of any encoding.
func valueAfter(b []byte, key string) string {
	i := 0
	for ; i+len(key) <= len(b) && !bytes.EqualFold(b[i:i+len(key)], []byte(key)); i++ {
	}
	if i+len(key) > len(b) {
		return ""
	}
	rest := bytes.TrimLeft(b[i+len(key):], `"' `)
	if n := bytes.IndexAny(rest, "\"' ;/>?\t\r\n"); n >= 0 {
		rest = rest[:n]
	}
	return string(rest)
}

// remarks returns the diagnostics about how a text was decoded.
func (c *charset) remarks(text string) []feed.Diagnostic {
	var all []feed.Diagnostic
	if c.guessed > 0 {
		message := fmt.Sprintf("guessed the encoding %s (%d %% sure); set it with --encoding NAME",
			c.name, c.guessed)
		all = append(all, feed.Diagnostic{Severity: feed.Warning, Code: "encoding-guessed",
			Message: message})
	}
	if !c.decoded {
		return all
	}
	if n := strings.Count(text, "\uFFFD"); n > 0 {
		line := strings.Count(text[:strings.Index(text, "\uFFFD")], "\n") + 1
		message := fmt.Sprintf("%s invalid in %s and shown as U+FFFD",
			counted(n, "sequence is", "sequences are"), c.name)
		all = append(all, feed.Diagnostic{Line: line, Severity: feed.Warning, Code: "undecodable",
			Message: message})
	}
	return all
}

// counted returns a number and the words for one or for many.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
