package format

import (
	"io"
	"iter"

	"newstimeline/internal/parallel"
	"newstimeline/timeline"
)

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
		b.err = b.write(b.b)
	}
	b.b = b.b[:0]
	return b.err
}

func (b *buffer) write(p []byte) error {
	_, err := b.w.Write(p)
	return err
}

// entries writes all entries of a timeline, each as appendEntry appends it, and reports whether all went well so far. Those of large texts are
// encoded on all processors.
func (b *buffer) entries(t *timeline.Timeline, appendEntry func(dst []byte, i int) []byte) bool {
	if sizeOf(t) < parallel.Large {
		for i := range t.Entries {
			b.b = appendEntry(b.b, i)
			if !b.spill() {
				break
			}
		}
		return b.err == nil
	}
	if b.flush() != nil {
		return false
	}
	b.err = parallel.InOrder(segments(t.Entries), func(dst []byte, s segment) []byte {
		for i := s.from; i < s.to; i++ {
			dst = appendEntry(dst, i)
		}
		return dst
	}, b.write)
	return b.err == nil
}

// sizeOf returns the bytes of the texts of all sources.
func sizeOf(t *timeline.Timeline) (n int) {
	for _, s := range t.Sources {
		n += len(s.Text)
	}
	return n
}

// A segment is some entries that are written together: [from, to).
type segment struct{ from, to int }

// segments yields the segments of entries: each a chunk of text or little more, or one entry.
func segments(entries []timeline.Entry) iter.Seq[segment] {
	return func(yield func(segment) bool) {
		from, size := 0, 0
		for i := range entries {
			if size += 256 + entries[i].Bytes().Len(); size >= chunk {
				if !yield(segment{from, i + 1}) {
					return
				}
				from, size = i+1, 0
			}
		}
		if from < len(entries) {
			yield(segment{from, len(entries)})
		}
	}
}
