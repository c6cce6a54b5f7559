package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// A part is a file, or a stretch of the lines of a large one.
type part struct {
	Path       string
	Start, End int64 // bytes from 0; both 0: the whole file
	Line       int   // the number of the first line, from 1
	Worker     int   // of those of --workers, who is to read it
}

// errTooLarge is why a document is not parsed.
func errTooLarge(most int64) error {
	return fmt.Errorf("larger than --max-document, %d bytes", most)
}

// documents yields the documents of a part, in their order. With an error comes what is known of the
// document that cannot be read; if that has neither line nor place, it is the file.
func (r *reader) documents(ctx context.Context, p part) iter.Seq2[document, error] {
	return func(yield func(document, error) bool) {
		f, err := open(ctx, p.Path)
		if err == nil {
			defer f.Close()
			err = r.read(f, p, yield)
		}
		if err != nil {
			yield(document{Path: p.Path}, plain(err))
		}
	}
}

// plain returns an error without the name of the file, which letters tell beside it.
func plain(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

// open opens a file of any file system that Beam knows.
func open(ctx context.Context, path string) (io.ReadCloser, error) {
	system, err := filesystem.New(ctx, path)
	if err != nil {
		return nil, err
	}
	defer system.Close()
	return system.OpenRead(ctx, path)
}

// read reads the documents of an open file.
func (r *reader) read(f io.Reader, p part, yield func(document, error) bool) error {
	if p.End > 0 {
		if _, err := f.(io.Seeker).Seek(p.Start, io.SeekStart); err != nil {
			return err
		}
		return r.lines(bufio.NewReaderSize(io.LimitReader(f, p.End-p.Start), buffered), p, yield)
	}
	in := bufio.NewReaderSize(f, buffered)
	kind, err := r.kind(in)
	switch {
	case err != nil:
		return err
	case kind == webArchive:
		return r.records(in, p.Path, yield)
	case kind == jsonLines:
		plain, err := inflated(in)
		if err != nil {
			return err
		}
		p.Line = 1
		return r.lines(bufio.NewReaderSize(plain, buffered), p, yield)
	}
	body, err := io.ReadAll(io.LimitReader(in, r.MaxDocument+1))
	if err == nil && int64(len(body)) > r.MaxDocument {
		err = errTooLarge(r.MaxDocument)
	}
	if err != nil {
		return err
	}
	yield(document{Name: p.Path, Path: p.Path, Body: body}, nil)
	return nil
}

// buffered is the size of buffers in bytes, and how much of a file its kind is told from.
const buffered = 256 << 10

// A kind of file, by how many documents it holds.
type kind uint8

const (
	single     kind = iota // one document
	jsonLines              // a record a line
	webArchive             // WARC
)

// kind returns what a file holds, without reading it: by --input, else by its beginning.
func (r *reader) kind(in *bufio.Reader) (kind, error) {
	switch r.Input {
	case "warc":
		return webArchive, nil
	case "jsonl":
		return jsonLines, nil
	case "auto":
	default:
		return single, nil
	}
	head, err := in.Peek(buffered)
	if err != nil && err != io.EOF && err != bufio.ErrBufferFull {
		return single, err
	}
	return r.kindOf(beginning(head)), nil
}

// kindOf returns what begins with some bytes.
func (r *reader) kindOf(head []byte) kind {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\uFEFF")), " \t\r\n")
	switch line, _, _ := bytes.Cut(head, []byte("\n")); {
	case bytes.HasPrefix(head, []byte("WARC/")):
		return webArchive
	case r.holdsText(line):
		return jsonLines
	}
	return single
}

// holdsText reports whether a line begins a JSON object with a text under the key of texts. The line
// may be cut off: in the middle of that text, say.
func (r *reader) holdsText(line []byte) bool {
	dec := json.NewDecoder(bytes.NewReader(line))
	if open, err := dec.Token(); err != nil || open != json.Delim('{') {
		return false
	}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return false
		}
		if key == r.TextKey {
			return bytes.HasPrefix(bytes.TrimLeft(line[dec.InputOffset():], ": \t"), []byte{'"'})
		}
		var value json.RawMessage
		if dec.Decode(&value) != nil {
			return false
		}
	}
	return false
}

// beginning returns the decompressed beginning of a file, as far as it can be had from the bytes.
func beginning(head []byte) []byte {
	plain, err := inflated(bufio.NewReader(bytes.NewReader(head)))
	if err != nil {
		return nil
	}
	begin := make([]byte, buffered)
	n, _ := io.ReadFull(plain, begin)
	return begin[:n]
}

// The first bytes of compressed files.
var (
	gzipMagic = []byte{0x1F, 0x8B}
	zstdMagic = []byte{0x28, 0xB5, 0x2F, 0xFD}
)

// inflated returns a reader of what is compressed with gzip or zstd, and of other bytes as they are.
func inflated(in *bufio.Reader) (io.Reader, error) {
	magic, _ := in.Peek(4)
	switch {
	case bytes.HasPrefix(magic, gzipMagic):
		return gzip.NewReader(in)
	case bytes.HasPrefix(magic, zstdMagic):
		z, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1))
		if err != nil {
			return nil, err
		}
		return z.IOReadCloser(), nil
	}
	return in, nil
}

// lines reads records of JSON lines. Blank lines are skipped.
func (r *reader) lines(in *bufio.Reader, p part, yield func(document, error) bool) error {
	place := p.Start
	for n := p.Line; ; n++ {
		line, size, err := readLine(in, r.MaxDocument)
		if err != nil && err != io.EOF {
			return err
		}
		d := document{Path: p.Path, Line: n, Place: place}
		place += size
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\uFEFF"))
		}
		d.Name = fmt.Sprintf("%s:%d", p.Path, n)
		switch d.Body = bytes.TrimSpace(line); {
		case size > r.MaxDocument && int64(len(line)) < size:
			d.Body = nil
			if !yield(d, errTooLarge(r.MaxDocument)) {
				return nil
			}
		case len(d.Body) > 0:
			if !yield(d, nil) {
				return nil
			}
		}
		if err == io.EOF {
			return nil
		}
	}
}

// readLine reads a line with its end. Of one that is longer than most bytes only the beginning is
// kept; size is that of all of it.
func readLine(in *bufio.Reader, most int64) (line []byte, size int64, err error) {
	for {
		piece, err := in.ReadSlice('\n')
		size += int64(len(piece))
		if size <= most {
			line = append(line, piece...)
		}
		if err != bufio.ErrBufferFull {
			return line, size, err
		}
	}
}
