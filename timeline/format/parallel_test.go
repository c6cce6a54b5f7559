package format

import (
	"bytes"
	"errors"
	"runtime"
	"testing"

	"newstimeline/parser/parallel"
)

// TestParallel holds that a timeline large enough to be shared out is written alike on one processor and on many, and that a writer that fails
// in the middle ends it.
func TestParallel(t *testing.T) {
	tl := repeated(stamped(30_000), 40_000)
	if sizeOf(tl) < parallel.Large {
		t.Fatal(sizeOf(tl))
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for _, name := range []string{"json", "jsonl", "csv", "tsv"} {
		f, _ := Find(name)
		var alone bytes.Buffer
		runtime.GOMAXPROCS(1)
		if err := f.Write(&alone, tl, Options{}); err != nil {
			t.Fatal(err)
		}
		for _, n := range []int{2, 7} {
			runtime.GOMAXPROCS(n)
			var many bytes.Buffer
			if err := f.Write(&many, tl, Options{}); err != nil || !bytes.Equal(many.Bytes(), alone.Bytes()) {
				t.Errorf("%s on %d processors: %d bytes, %v; %d on one", name, n, many.Len(), err, alone.Len())
			}
			full := &fullWriter{room: 1 << 20}
			if err := f.Write(full, tl, Options{}); err != errFull || full.room != 0 {
				t.Errorf("%s: %v with room for %d bytes left, want %v", name, err, full.room, errFull)
			}
		}
	}
}

var errFull = errors.New("full")

// A fullWriter has room for so many bytes.
type fullWriter struct{ room int }

func (w *fullWriter) Write(p []byte) (int, error) {
	if len(p) > w.room {
		w.room = 0
		return 0, errFull
	}
	w.room -= len(p)
	return len(p), nil
}
