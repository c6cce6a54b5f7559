package format

import (
	"io"
	"strings"
	"sync"

	"newstimeline/parser/fault"
	"newstimeline/parser/parallel"
	"newstimeline/timeline"
)

// A buffer collects bytes and hands them to a writer in large writes. Encoders append to b and call
// spill between entries.
type buffer struct {
	w   io.Writer
	b   []byte
	err error // the first error of w: nothing is written after it
}

// chunk is how many bytes a buffer collects before it writes. That is enough to hide the cost of a
// system call, and little enough to stay in the processor's cache.
const chunk = 64 << 10

// A block is the memory of a buffer. A chunk and one more entry mostly fit into it.
type block [chunk + chunk/8]byte

// blocks are those that are not in use: a batch writes thousands of timelines, most of them smaller
// than a chunk.
var blocks = sync.Pool{New: func() any { return new(block) }}

func newBuffer(w io.Writer) *buffer {
	return &buffer{w: w, b: blocks.Get().(*block)[:0]}
}

// spill writes what was collected if that is a chunk or more, and reports whether there was no
// error so far.
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

// flush writes what was collected, gives the memory back, and returns the first error.
func (b *buffer) flush() error {
	b.drain()
	if n := len(block{}); cap(b.b) == n {
		blocks.Put((*block)(b.b[:n]))
		b.b = nil
	}
	return b.err
}

func (b *buffer) write(p []byte) error {
	_, err := b.w.Write(p)
	return err
}

// entries writes all entries of a timeline and reports whether there was no error so far. worker
// returns a function that appends entry i to dst. The entries of large texts are encoded on all
// processors, each with a function of its own.
func (b *buffer) entries(t *timeline.Timeline, worker func() func(dst []byte, i int) []byte) bool {
	if sizeOf(t) < parallel.Large {
		appendEntry := worker()
		for i := range t.Entries {
			fault.At("write", t.Entries[i].Source.Name)
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
			fault.At("write", t.Entries[s.from].Source.Name)
			fetch(t.Entries[s.from:s.to])
			for ; s.from < s.to; s.from++ {
				dst = appendEntry(dst, s.from)
			}
			return dst
		}
	}, b.write)
	return b.err == nil
}

// fetch reads the text of entries once, forwards, if the latest is first in it. They will be
// written from the end of the text to its start, but processors prefetch memory only forwards.
// Waiting for the text of each entry would take longer than encoding it.
func fetch(entries []timeline.Entry) {
	first, last := &entries[0], &entries[len(entries)-1]
	from, to := last.Bytes().Start, first.Bytes().End
	if first.Source == last.Source && from < to && to-from <= 4*shared {
		strings.IndexByte(first.Source.Text[from:to], 0xFF) // a byte that UTF-8 does not have
	}
}

// sizeOf returns the size of the texts of all sources, in bytes.
func sizeOf(t *timeline.Timeline) (n int) {
	for _, s := range t.Sources {
		n += len(s.Text)
	}
	return n
}

// shared is how many bytes of text a processor encodes at once if several share the work. It is
// more than a chunk, because handing over takes time.
const shared = 4 * chunk

// A segment is some entries that are written together: [from, to).
type segment struct{ from, to int }

// segmentsOf cuts entries into segments with shared bytes of text or little more, at least one
// entry each.
func segmentsOf(entries []timeline.Entry) (segments []segment) {
	const beside = 256 // about the bytes that an entry takes besides its text
	from, size := 0, 0
	for i := range entries {
		if size += beside + entries[i].Bytes().Len(); size >= shared || i+1 == len(entries) {
			segments = append(segments, segment{from, i + 1})
			from, size = i+1, 0
		}
	}
	return segments
}
