package decode

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"math"

	"newstimeline/parser"
)

// Options say how bytes are to be read. The zero Options have the bytes tell.
type Options struct {
	Format   Format // Auto: as the content tells
	Encoding string // a name of the WHATWG encoding standard; "": UTF-8, or what the bytes themselves declare; "auto": where they declare nothing, a guess
	Max      int64  // how many bytes compressed ones may become; 0: DefaultMax
	Keys     Keys   // of JSONL records
}

// ErrTooLarge is why a text is not read: places in it are 32-bit numbers.
var ErrTooLarge = errors.New("a text of more than 2 GiB, the most that is read at once; cut it at a day header, and parse the parts together")

// DefaultMax is how many bytes compressed ones may become if nothing else is said: 1 GiB.
const DefaultMax = 1 << 30

// Source makes a Source of the bytes of one input: decompresses them, finds out what they are, decodes them. It takes b over: the Source's
// Text may be the same memory. Several documents in one input are for Documents; here they are an error. SHA256 is that of b as it came.
func Source(name string, b []byte, o Options) (parser.Source, error) {
	src := parser.Source{Name: name}
	plain, err := Inflate(b, o.Max)
	if err != nil {
		return src, err
	}
	kind, reason := o.Format, "as asked"
	if kind == Auto {
		kind, reason = Sniff(plain, o.Keys)
	}
	if kind == JSONL {
		return src, ErrDocuments
	}
	text, charset, err := decodeText(plain, kind, o.Encoding)
	if err != nil {
		return src, err
	}
	if len(text) > math.MaxInt32 {
		return src, ErrTooLarge
	}
	if len(text) != len(b) || len(b) > 0 && &text[0] != &b[0] || kind != PlainText || loneCR(text, 0) >= 0 {
		sum := sha256.Sum256(b)
		src.SHA256 = hex.EncodeToString(sum[:])
	}
	src.UTF8 = charset.valid && kind == PlainText // a reader of markup makes a text of its own
	src.Meta.Format, src.Meta.Encoding, src.Meta.FormatReason = kind.String(), charset.name, reason
	if kind != PlainText && !charset.valid && !isUTF8(text) { // in markup, bytes that are parted could become a character
		src.Remarks = append(src.Remarks, invalid(text))
		text = bytes.ToValidUTF8(text, []byte("\uFFFD"))
	}
	if err := read[kind](&src, text); err != nil {
		return src, err
	}
	src.Remarks = append(charset.remarks(src.Text), src.Remarks...)
	return src, nil
}

// read are the readers of the formats. Their text is UTF-8, or was taken for it.
var read = [...]func(src *parser.Source, text []byte) error{
	PlainText: readText,
	HTML:      func(src *parser.Source, text []byte) error { readHTML(src, text); return nil },
	RSS:       readXML,
	Atom:      readXML,
	JSONFeed:  readJSONFeed,
}

// keep puts what was decided on before into the data of a source that a feed tells the rest of.
func keep(m *parser.Meta, old parser.Meta) {
	m.Format, m.FormatReason, m.Encoding, m.SHA256 = old.Format, old.FormatReason, old.Encoding, old.SHA256
}

// notFeed says that an input is not what it was taken for.
func notFeed(kind string, err error) error { return fmt.Errorf("cannot be read as %s: %w", kind, err) }
