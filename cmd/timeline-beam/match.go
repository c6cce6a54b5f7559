package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// Matching: from globs to parts of files. Parts are what the engine hands out to workers.

// partSize is the size, in bytes, of the stretches that large files of JSON lines are cut into. Only
// those on a local disk are cut: other file systems read a file from its beginning.
const partSize = 8 << 20

// errNoMatch is the fault of a glob.
var errNoMatch = errors.New("no file matches")

// match yields the parts of the files that match a glob, the files in order.
func (r *reader) match(ctx context.Context, glob string, most int64, yield func(part)) error {
	system, err := filesystem.New(ctx, glob)
	if err != nil {
		return err
	}
	defer system.Close()
	paths, err := system.List(ctx, glob)
	if err != nil {
		return err
	}
	slices.Sort(paths)
	found := false
	for _, path := range paths {
		cut := []part{{Path: path}}
		if !strings.Contains(path, "://") {
			info, err := os.Stat(path)
			if err == nil && info.IsDir() {
				continue
			}
			if err == nil && info.Size() > most {
				cut = r.cut(path, most)
			}
		}
		found = true
		for _, p := range cut {
			yield(p)
		}
	}
	if !found {
		return errNoMatch
	}
	return nil
}

// cut cuts a file of JSON lines that is not compressed into parts of about so many bytes; other files
// are one part, and so is one that cannot be read: that is told when it is read.
func (r *reader) cut(path string, most int64) []part {
	whole := []part{{Path: path}}
	f, err := os.Open(path)
	if err != nil {
		return whole
	}
	defer f.Close()
	in := bufio.NewReaderSize(f, buffered)
	magic, _ := in.Peek(4)
	if kind, err := r.kind(in); err != nil || kind != jsonLines ||
		bytes.HasPrefix(magic, gzipMagic) || bytes.HasPrefix(magic, zstdMagic) {
		return whole
	}
	parts, err := cutLines(path, in, most)
	if err != nil {
		return whole
	}
	return parts
}

// cutLines returns stretches of whole lines of about so many bytes, with the number of the first line
// of each.
func cutLines(path string, in *bufio.Reader, most int64) (parts []part, err error) {
	p := part{Path: path, Line: 1}
	at, line := int64(0), 1
	for {
		piece, err := in.ReadSlice('\n')
		at += int64(len(piece))
		if err == nil {
			line++
		}
		if err == io.EOF || err == nil && at-p.Start >= most {
			if at > p.Start {
				p.End = at
				parts = append(parts, p)
			}
			p = part{Path: path, Start: at, Line: line}
		}
		switch {
		case err == io.EOF:
			return parts, nil
		case err != nil && err != bufio.ErrBufferFull:
			return nil, err
		}
	}
}
