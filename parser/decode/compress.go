package decode

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"
)

// Compressed input is known by its first bytes, whatever its name.
var (
	gzipMagic = []byte{0x1F, 0x8B}
	zstdMagic = []byte{0x28, 0xB5, 0x2F, 0xFD}
)

// A SizeError says that compressed input would become more than is allowed.
type SizeError struct{ Max int64 }

func (e *SizeError) Error() string {
	return fmt.Sprintf("decompresses to more than %d bytes; --max-bytes allows more", e.Max)
}

// Inflate returns what gzip or zstd made small, other bytes as they are. It fails with a SizeError rather than give more than max bytes
// (0: DefaultMax).
func Inflate(b []byte, most int64) ([]byte, error) {
	if !bytes.HasPrefix(b, gzipMagic) && !bytes.HasPrefix(b, zstdMagic) {
		return b, nil
	}
	r, err := NewReader(bytes.NewReader(b), most)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// NewReader returns a reader of what r holds, decompressed if it is compressed. It fails with a SizeError when compressed input has become
// more than max bytes (0: DefaultMax).
func NewReader(r io.Reader, most int64) (io.Reader, error) {
	if most <= 0 {
		most = DefaultMax
	}
	in := bufio.NewReaderSize(r, 64<<10)
	start, _ := in.Peek(4)
	switch {
	case bytes.HasPrefix(start, gzipMagic):
		z, err := gzip.NewReader(in)
		if err != nil {
			return nil, fmt.Errorf("broken gzip data: %w", err)
		}
		return &capped{z, "gzip", most, most}, nil
	case bytes.HasPrefix(start, zstdMagic):
		z, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(uint64(max(most, 1<<20))))
		if err != nil {
			return nil, fmt.Errorf("broken zstd data: %w", err)
		}
		return &capped{z.IOReadCloser(), "zstd", most, most}, nil
	}
	return in, nil
}

// A capped reader fails behind a number of bytes.
type capped struct {
	r    io.Reader
	name string
	left int64
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
