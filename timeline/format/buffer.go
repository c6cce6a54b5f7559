package format

import (
	"io"
	"strings"
	"sync"

	"newstimeline/parser/parallel"
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

// A room is the memory of a buffer: an entry more than a chunk mostly fits.
type room [chunk + chunk/8]byte

// rooms are those that are not in use: a batch writes thousands of timelines, most of them smaller than a chunk.
var rooms = sync.Pool{New: func() any { return new(room) }}

func newBuffer(w io.Writer) *buffer {
	return &buffer{w: w, b: rooms.Get().(*room)[:0]}
}

// spill writes what has gathered if it is a chunk or more, and reports whether all went well so far.
func (b *buffer) spill() bool {
	if len(b.b) >= chunk {
		b.drain()
	}
	return b.err == nil
}

func (b *buffer) drain() {
	if b.err == nil && len(b.b) > 0 {
		b.err = b.write(b.b)
	}
	b.b = b.b[:0]
}

// flush writes what has gathered, gives the memory back, and returns the first error.
func (b *buffer) flush() error {
	b.drain()
	if n := len(room{}); cap(b.b) == n {
		rooms.Put((*room)(b.b[:n]))
		b.b = nil
	}
	return b.err
}

func (b *buffer) write(p []byte) error {
	_, err := b.w.Write(p)
	return err
}

// entries writes all entries of a timeline and reports whether all went well so far. Each is appended by a function that worker makes; those of
// large texts are encoded on all processors, by one such function on each.
func (b *buffer) entries(t *timeline.Timeline, worker func() func(dst []byte, i int) []byte) bool {
	if sizeOf(t) < parallel.Large {
		appendEntry := worker()
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
	segments := segmentsOf(t.Entries)
	b.err = parallel.InOrder(len(segments), func() func(dst []byte, i int) []byte {
		appendEntry := worker()
		return func(dst []byte, i int) []byte {
			s := segments[i]
			fetch(t.Entries[s.from:s.to])
			for ; s.from < s.to; s.from++ {
				dst = appendEntry(dst, s.from)
			}
			return dst
		}
	}, b.write)
	return b.err == nil
}

// fetch looks once at the text of entries that stand in it the latest first. They are written from its end to its start, but processors fetch
// memory ahead of what is read forwards alone: to wait for each entry's text would take longer than to encode it.
func fetch(entries []timeline.Entry) {
	first, last := &entries[0], &entries[len(entries)-1]
	from, to := last.Bytes().Start, first.Bytes().End
	if first.Source == last.Source && from < to && to-from <= 4*shared {
		strings.IndexByte(first.Source.Text[from:to], 0xFF) // a byte that UTF-8 does not have
	}
}

// sizeOf returns the bytes of the texts of all sources.
func sizeOf(t *timeline.Timeline) (n int) {
	for _, s := range t.Sources {
		n += len(s.Text)
	}
	return n
}

// shared is how many bytes of text are encoded in one go where several processors do it: more than a chunk, for to hand over takes time.
const shared = 4 * chunk

// A segment is some entries that are written together: [from, to).
type segment struct{ from, to int }

// segmentsOf cuts entries into segments: of so much text or little more, or one entry.
func segmentsOf(entries []timeline.Entry) (segments []segment) {
	const beside = 256 // bytes that an entry takes beside its text
	from, size := 0, 0
	for i := range entries {
		if size += beside + entries[i].Bytes().Len(); size >= shared || i+1 == len(entries) {
			segments = append(segments, segment{from, i + 1})
			from, size = i+1, 0
		}
	}
	return segments
}
