package decode

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"
)

// Compressed input is detected by its first bytes, whatever its name.
var (
	gzipMagic = []byte{0x1F, 0x8B}
	zstdMagic = []byte{0x28, 0xB5, 0x2F, 0xFD}
)

// A SizeError is the error of compressed input that decompresses to more than Max bytes.
type SizeError struct{ Max int64 }

func (e *SizeError) Error() string {
	return fmt.Sprintf("decompresses to more than %d bytes; raise the limit with --max-bytes",
		e.Max)
}

// inflate decompresses the bytes of a whole input if they are gzip or zstd, and returns others as
// they are. If they decompress to more than limit bytes (0: see mostOf), the error is a *SizeError.
func inflate(b []byte, limit int64) ([]byte, error) {
	if !bytes.HasPrefix(b, gzipMagic) && !bytes.HasPrefix(b, zstdMagic) {
		return b, nil
	}
	if limit <= 0 {
		limit = mostOf(int64(len(b)))
	}
	r, err := newReader(bytes.NewReader(b), limit)
	if err != nil {
		return nil, err
	}
	plain := bytes.NewBuffer(make([]byte, 0, min(expectedSize(b), limit)+bytes.MinRead))
	_, err = plain.ReadFrom(r)
	return plain.Bytes(), err
}

// What may become of compressed bytes without Options.Max: DefaultMax at most, expansion times
// their size, leastMax in any case. Text becomes a tenth, a log a fiftieth; a few kilobytes that
// become a gigabyte are made for that.
const (
	expansion = 64
	leastMax  = 16 << 20
)

// mostOf returns how many bytes compressed input of a size may become.
func mostOf(size int64) int64 {
	return min(DefaultMax, max(expansion*size, leastMax))
}

// expectedSize returns the size of the content as gzip states it, 0 for others. It may be wrong: a
// bound is for the caller to set.
func expectedSize(b []byte) int64 {
	if len(b) < 4 || !bytes.HasPrefix(b, gzipMagic) {
		return 0
	}
	return int64(binary.LittleEndian.Uint32(b[len(b)-4:]))
}

// newReader returns a reader that decompresses gzip and zstd, and passes on everything else. When
// it has decompressed more than limit bytes (0: DefaultMax), its error is a *SizeError.
func newReader(r io.Reader, limit int64) (io.Reader, error) {
	if limit <= 0 {
		limit = DefaultMax
	}
	in := bufio.NewReaderSize(r, 64<<10)
	start, _ := in.Peek(4)
	switch {
	case bytes.HasPrefix(start, gzipMagic):
		z, err := gzip.NewReader(in)
		if err != nil {
			return nil, fmt.Errorf("broken gzip data: %w", err)
		}
		return &capped{z, "gzip", limit, limit}, nil
	case bytes.HasPrefix(start, zstdMagic):
		z, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1),
			zstd.WithDecoderMaxMemory(uint64(max(limit, 1<<20))))
		if err != nil {
			return nil, fmt.Errorf("broken zstd data: %w", err)
		}
		return &capped{z.IOReadCloser(), "zstd", limit, limit}, nil
	}
	return in, nil
}

// A capped reader decompresses, and fails when that gives more than max bytes.
type capped struct {
	r    io.Reader
	name string // of the compression, for errors
	left int64  // bytes that may still come
	max  int64
}

func (c *capped) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	if c.left -= int64(n); c.left < 0 {
		return 0, &SizeError{c.max}
	}
	switch {
	case err == zstd.ErrWindowSizeExceeded || err == zstd.ErrDecoderSizeExceeded:
		return 0, &SizeError{c.max}
	case err != nil && err != io.EOF:
		err = fmt.Errorf("broken %s data: %w", c.name, err)
	}
	return n, err
}
