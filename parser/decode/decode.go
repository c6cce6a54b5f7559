// Package decode makes a feed.Source of the bytes of a file. It decompresses them and detects from
// their content whether they are plain text, a saved page, a feed or JSON records. It decodes their
// characters to UTF-8, and passes on the evidence of markup as hints. Hints are where an entry
// begins and ends, its time, title, author and URL, and what is not text of the feed.
//
//	src, err := decode.Source("page.html", b, decode.Options{})
//	if err != nil {
//		return err
//	}
//	document := new(parser.Parser).Parse(src)
//
// Neither the name of a file nor anything outside it (the clock, the locale, the network) has an
// influence.
package decode

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"math"

	"newstimeline/parser/fault"
	"newstimeline/parser/feed"
)

// Options are how to read bytes. The zero Options leave all decisions to the bytes.
type Options struct {
	Format Format // Auto: detected from the content
	// a name of the WHATWG Encoding Standard; "": UTF-8, or what the bytes declare; "auto": where
	// they declare nothing, guess
	Encoding string
	// the most bytes that compressed input may become; 0: 64 times its size, 16 MiB at least and
	// DefaultMax at most
	Max  int64
	Keys Keys // of the records of JSONL, JSON, CSV and TSV
}

// ErrTooLarge is the error of input that is, or becomes when decoded, larger than 2 GiB. Text
// positions are 32-bit numbers, which halves the memory of a large feed.
var ErrTooLarge = errors.New(
	"larger than 2 GiB, the limit for one input; split it at a day header and parse the parts together")

// DefaultMax is the most bytes that compressed input may become, unless Options.Max is set: 1 GiB.
// Documents goes by it alone.
const DefaultMax = 1 << 30

// Source makes a feed.Source of the bytes of one input. It owns b from then on: the Source's Text
// may share its memory. SHA256 is the hash of b as it came; it is left empty where it is that of
// Text, for whoever needs it to compute.
//
// Input that cannot be read is an error: a SizeError, ErrTooLarge, ErrBinary, ErrUTF16 or ErrUTF32,
// broken compression, or a malformed feed. For JSONL, which Documents reads, it is ErrDocuments.
// What can be read, but not well, is among the Source's Remarks.
func Source(name string, b []byte, o Options) (feed.Source, error) {
	src := feed.Source{Name: name}
	fault.At("decode", name)
	plain, err := inflate(b, o.Max)
	if err != nil {
		return src, err
	}
	kind, reason := o.Format, "--input"
	if kind == Auto {
		kind, reason = sniff(plain, o.Keys)
	}
	if kind == JSONL {
		return src, ErrDocuments
	}
	text, charset, err := decodeText(plain, kind, o.Encoding, o.Format == PlainText)
	if err != nil {
		return src, err
	}
	if !charset.clean {
		text = withoutNUL(&src, text)
		if kind == PlainText || kind == HTML { // records are kept as whoever made them wrote them
			text = withWholeHangul(&src, withoutSoftHyphens(&src, text))
		}
	}
	if kind == PlainText {
		text = withoutQuotes(&src, text)
	}
	lone := -1
	if !charset.clean {
		lone = loneCR(text, 0)
	}
	if len(text) != len(b) || len(b) > 0 && &text[0] != &b[0] || kind != PlainText || lone >= 0 {
		sum := sha256.Sum256(b)
		src.SHA256 = hex.EncodeToString(sum[:])
	}
	if kind == PlainText || kind == List {
		endLines(text, lone)
	}
	src.UTF8 = charset.valid && kind == PlainText // a reader of markup makes a text of its own
	src.Meta.Format, src.Meta.Encoding, src.Meta.FormatReason = kind.String(), charset.name, reason
	// in markup, separated bytes could become a character
	if kind != PlainText && !charset.valid && !isUTF8(text) {
		src.Remarks = append(src.Remarks, invalid(text))
		text = bytes.ToValidUTF8(text, []byte("\uFFFD"))
	}
	if len(text) > math.MaxInt32 {
		return src, ErrTooLarge
	}
	if err := read[kind](&src, text, o.Keys); err != nil {
		return src, err
	}
	if len(src.Text) > math.MaxInt32 { // a character of markup can have more bytes than its name
		return src, ErrTooLarge
	}
	src.Remarks = append(charset.remarks(src.Text), src.Remarks...)
	return src, nil
}

// read holds the reader of each format. It makes the text, hints, records and data of src from a
// text that is UTF-8, or is read as UTF-8.
var read = [...]func(src *feed.Source, text []byte, keys Keys) error{
	PlainText: func(src *feed.Source, text []byte, _ Keys) error { return readText(src, text) },
	HTML: func(src *feed.Source, text []byte, _ Keys) error {
		readHTML(src, text)
		return nil
	},
	RSS:        readXML,
	Atom:       readXML,
	JSONFeed:   readJSONFeed,
	JSON:       readRecords,
	CSV:        readTable,
	TSV:        readTable,
	Mbox:       readMbox,
	ICS:        readICS,
	TimelineJS: readSlides,
	Markdown:   readNotebook,
	List:       readList,
	Table:      readDrawn,
}

// keep copies what was found out about the bytes of a feed into the data that it states about
// itself.
func keep(m *feed.Meta, old feed.Meta) {
	m.Format, m.FormatReason, m.Encoding, m.SHA256 = old.Format, old.FormatReason, old.Encoding,
		old.SHA256
}

// notFeed returns the error of an input that is not of the expected format.
func notFeed(kind string, err error) error {
	return fmt.Errorf("cannot be read as %s: %w", kind, err)
}
