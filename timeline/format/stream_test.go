package format

import (
	"runtime"
	"testing"

	"newstimeline/timeline"
)

// TestStreams holds that the notations that allow it write a million entries in constant memory beside the entries themselves.
func TestStreams(t *testing.T) {
	n := 1_000_000
	if testing.Short() {
		n = 100_000
	}
	tl := repeated(stamped(1000), n)
	for _, name := range []string{"jsonl", "csv", "tsv", "markdown", "list"} {
		f, _ := Find(name)
		w := heapWatch{before: liveHeap()}
		if err := f.Write(&w, tl, Options{}); err != nil {
			t.Fatal(err)
		}
		const most = 1 << 20
		if w.most > w.before+most {
			t.Errorf("%s: %d bytes more in use than before", name, w.most-w.before)
		}
		t.Logf("%s: %d MB written, at most %d KB more in use than before", name, w.written>>20, (int64(w.most)-int64(w.before))>>10)
	}
	runtime.KeepAlive(tl)
}

// repeated returns a timeline of n entries: those of another one, again and again.
func repeated(tl *timeline.Timeline, n int) *timeline.Timeline {
	many := &timeline.Timeline{Sources: tl.Sources, Entries: make([]timeline.Entry, 0, n)}
	for i := range n {
		e := tl.Entries[i%len(tl.Entries)]
		e.Seq = i + 1
		many.Entries = append(many.Entries, e)
	}
	return many
}

// A heapWatch is a writer that looks, now and then, how much memory is in use.
type heapWatch struct {
	before, most uint64
	written      int64
	next         int64
}

func (w *heapWatch) Write(p []byte) (int, error) {
	w.written += int64(len(p))
	if w.written >= w.next {
		w.most = max(w.most, liveHeap())
		w.next += 40 << 20
	}
	return len(p), nil
}

// liveHeap returns the bytes in use.
func liveHeap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
