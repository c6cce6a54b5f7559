package cmd

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"

	"newstimeline/parser/decode"
	"newstimeline/parser/memory"
	"newstimeline/parser/parallel"
)

// Reading: the whole of an input, in memory that is not much more than its size.

// maxInput is the size in bytes of the largest input that is read: see decode.ErrTooLarge.
const maxInput = 1<<31 - 1

// Why an input is not read to its end.
var (
	errNoMemory = errors.New("not enough memory to read this input")
)

// readAll reads all of a stream. How much to expect is known of a file, not of a pipe. A file that
// grows or shrinks meanwhile is read up to its new end.
func readAll(r io.Reader) ([]byte, error) {
	size := int64(0)
	if f, ok := r.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			size = info.Size()
		}
	}
	if size > maxInput {
		return nil, decode.ErrTooLarge
	}
	b, err := readExpected(r, int(size))
	if len(b) >= largeInput {
		runtime.GC() // frees what reading left
	}
	return b, err
}

// readExpected reads all of a stream that is expected to hold size bytes, and may hold more or
// less. What goes beyond is read into pieces, which are joined at the end: nothing is copied twice.
func readExpected(r io.Reader, size int) ([]byte, error) {
	const least, most = 64 << 10, 64 << 20
	if !hasMemory(3 * int64(size)) {
		return nil, errNoMemory
	}
	if size == 0 {
		size = least
	}
	// a byte more than expected, so that the end shows without a further piece
	piece := make([]byte, 0, size+1)
	piece = piece[:fill(r, piece[:size])]
	var full [][]byte
	total := int64(len(piece))
	for {
		n, err := r.Read(piece[len(piece):cap(piece)])
		piece = piece[:len(piece)+n]
		switch total += int64(n); {
		case total > maxInput:
			return nil, decode.ErrTooLarge
		case err == io.EOF:
			return join(full, piece, int(total)), nil
		case err != nil:
			var at *fs.PathError
			if errors.As(err, &at) {
				err = at.Err // messages begin with the name
			}
			return nil, fmt.Errorf("%w after %d bytes", err, total)
		}
		if len(piece) == cap(piece) {
			if !hasMemory(3 * total) {
				return nil, errNoMemory
			}
			full = append(full, piece)
			piece = make([]byte, 0, min(max(total/4, least), most))
		}
	}
}

// fill fills b with the next bytes of a large file, several pieces at a time, and returns how many
// bytes it has read. If they are fewer than b takes, because the file has shrunk or cannot be read,
// reading on gives the reason. Of other streams it reads nothing.
func fill(r io.Reader, b []byte) int {
	const piece = 2 << 20
	f, ok := r.(*os.File)
	if !ok || len(b) < parallel.Large {
		return 0
	}
	start, err := f.Seek(0, io.SeekCurrent) // of a standard input, others may have read the head
	if err != nil {
		return 0
	}
	memory.PreferHugePages(b)
	read := make([]int, (len(b)+piece-1)/piece)
	parallel.Do(len(read), func() (func(int), func()) {
		return func(i int) {
			read[i], _ = f.ReadAt(b[i*piece:min((i+1)*piece, len(b))], start+int64(i*piece))
		}, nil
	})
	n := 0
	for _, m := range read {
		if n += m; m < piece {
			break
		}
	}
	if _, err := f.Seek(start+int64(n), io.SeekStart); err != nil {
		return 0
	}
	return n
}

// join returns the bytes of all pieces, total in number.
func join(full [][]byte, last []byte, total int) []byte {
	if full == nil {
		return last
	}
	all := make([]byte, 0, total)
	for _, piece := range full {
		all = append(all, piece...)
	}
	return append(all, last...)
}
