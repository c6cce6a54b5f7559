package format

import "io"

// A buffer gathers bytes for a writer and hands them on in large writes. Encoders append to b and call spill between entries.
type buffer struct {
	w   io.Writer
	b   []byte
	err error // the first error of w: nothing is written after it
}

// chunk is how many bytes a buffer gathers before it writes: enough to make the cost of a system call small, few enough to stay in the
// processor's cache.
const chunk = 64 << 10

func newBuffer(w io.Writer) *buffer {
	return &buffer{w: w, b: make([]byte, 0, chunk+chunk/8)}
}

// spill writes what has gathered if it is a chunk or more, and reports whether all went well so far.
func (b *buffer) spill() bool {
	if len(b.b) >= chunk {
		b.flush()
	}
	return b.err == nil
}

// flush writes what has gathered and returns the first error.
func (b *buffer) flush() error {
	if b.err == nil && len(b.b) > 0 {
		_, b.err = b.w.Write(b.b)
	}
	b.b = b.b[:0]
	return b.err
}
