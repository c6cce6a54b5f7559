package main

import (
	"bytes"
	"encoding/binary"
	"encoding/json"

	"github.com/klauspost/compress/zstd"
)

// A document is the bytes of one text and where they were found. It goes through pipes and, when
// documents are grouped, through the engine.
type document struct {
	Name    string // what the output calls the source; "": the record tells
	Path    string // of the file that holds it
	Line    int    // of a record of JSON lines, from 1; 0: it is none
	Place   int64  // in a file that holds several: where it begins, in bytes from 0, decompressed
	URL     string // where it was fetched from; "": not known
	Date    string // when it was captured, in the words of the file; "": not known
	Charset string // as its server had it; "": not told
	Body    []byte
}

// A letter is the record of a document, or of a file, that gave no entries because of a fault.
type letter struct {
	Source string `json:"source"` // the document, or the file if it holds one document
	Path   string `json:"path"`
	Line   *int   `json:"line"`   // of a record of JSON lines, from 1
	Offset *int64 `json:"offset"` // of a record of a web archive, in bytes from 0, decompressed
	Error  string `json:"error"`
}

// dead returns the letter of a document.
func (d *document) dead(reason string) letter {
	l := letter{Source: d.Name, Path: d.Path, Error: reason}
	switch {
	case d.Line > 0:
		l.Line = &d.Line
	case d.Place > 0 || d.URL != "":
		l.Offset = &d.Place
	}
	if l.Source == "" {
		l.Source = d.Path
	}
	return l
}

// line returns plain data as a line of JSON. It is not escaped for HTML, as all of the output is not.
func line(data any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(data); err != nil {
		panic("internal error: " + err.Error())
	}
	return b.Bytes()
}

// seal packs lines of output, compressed, behind a head by which they are ordered within their shard:
// the name of the document, its file, its place in it. Heads differ, so the order is the same in every
// run.
func seal(d *document, name string, lines []byte) []byte {
	head := make([]byte, 0, len(name)+len(d.Path)+2+8)
	head = append(append(head, name...), 0)
	head = append(append(head, d.Path...), 0)
	head = binary.BigEndian.AppendUint64(head, uint64(d.Place))
	b := make([]byte, 0, binary.MaxVarintLen32+len(head)+len(lines)/2)
	b = append(binary.AppendUvarint(b, uint64(len(head))), head...)
	return squeezer.EncodeAll(lines, b)
}

// unseal returns what seal has packed: the head, and the lines, which inflate decompresses.
func unseal(b []byte) (head, lines []byte) {
	size, n := binary.Uvarint(b)
	return b[n : n+int(size)], b[n+int(size):]
}

// inflate decompresses what squeezer has compressed.
func inflate(b []byte) ([]byte, error) { return unsqueezer.DecodeAll(b, nil) }

// What goes through the engine is compressed: prism holds it in memory, others send it about.
var (
	squeezer, _   = zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderCRC(false))
	unsqueezer, _ = zstd.NewReader(nil, zstd.WithDecoderMaxMemory(1<<32))
)
