package parallel

import (
	"errors"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
)

// onProcessors runs a test on one processor and on several.
func onProcessors(t *testing.T, test func(t *testing.T)) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, n := range []int{1, 2, 7} {
		runtime.GOMAXPROCS(n)
		t.Run(strconv.Itoa(n), test)
	}
}

func TestDo(t *testing.T) {
	onProcessors(t, func(t *testing.T) {
		for _, n := range []int{0, 1, 5, 1000} {
			squares := make([]int, n)
			var made, given atomic.Int32
			Do(n, func() (func(int), func()) {
				made.Add(1)
				return func(i int) { squares[i] = i * i }, func() { given.Add(1) }
			})
			if made.Load() != given.Load() {
				t.Errorf("%d tasks: %d workers made, %d given back", n, made.Load(), given.Load())
			}
			for i, got := range squares {
				if got != i*i {
					t.Errorf("task %d of %d: %d", i, n, got)
				}
			}
		}
	})
}

func TestPieces(t *testing.T) {
	onProcessors(t, func(t *testing.T) {
		for _, n := range []int{0, 1, pieceSize, pieceSize + 1, 5 * pieceSize} {
			times := make([]int, n)
			Pieces(n, func(from, to int) {
				for i := from; i < to; i++ {
					times[i]++
				}
			})
			if at := slices.IndexFunc(times, func(n int) bool { return n != 1 }); at >= 0 {
				t.Errorf("%d of %d: %d times", at, n, times[at])
			}
		}
	})
}

func TestBoth(t *testing.T) {
	onProcessors(t, func(t *testing.T) {
		a, b := 0, 0
		Both(func() { a++ }, func() { b += 2 })
		if a != 1 || b != 2 {
			t.Errorf("%d, %d", a, b)
		}
	})
}

func TestInOrder(t *testing.T) {
	onProcessors(t, func(t *testing.T) {
		for _, n := range []int{0, 1, 2, 6, 7, 8, 1000} {
			var got, want []string
			for i := range n {
				want = append(want, strings.Repeat("x", i%50)+strconv.Itoa(i))
			}
			worker := func() func([]byte, int) []byte {
				return func(dst []byte, i int) []byte { return append(dst, want[i]...) }
			}
			err := InOrder(n, worker, func(b []byte) error {
				got = append(got, string(b))
				return nil
			})
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("%d tasks: %d pieces, %v", n, len(got), err)
			}
		}
	})
}

// TestError holds that nothing is emitted behind an error, and that the tasks end soon.
func TestError(t *testing.T) {
	full := errors.New("full")
	onProcessors(t, func(t *testing.T) {
		emitted := 0
		var begun atomic.Int32
		worker := func() func([]byte, int) []byte {
			return func(dst []byte, i int) []byte { begun.Add(1); return dst }
		}
		err := InOrder(1_000_000, worker, func([]byte) error {
			if emitted++; emitted == 4 {
				return full
			}
			return nil
		})
		if err != full || emitted != 4 || begun.Load() > 100 {
			t.Errorf("%d emitted of %d begun, %v", emitted, begun.Load(), err)
		}
	})
}

// TestPanic holds that a panic, wherever it happens, is the caller's.
func TestPanic(t *testing.T) {
	onProcessors(t, func(t *testing.T) {
		for name, work := range map[string]func(){
			"do": func() { Do(9, func() (func(int), func()) { return func(i int) { _ = []int{1}[i] }, nil }) },
			"in order": func() {
				worker := func() func([]byte, int) []byte {
					return func(dst []byte, i int) []byte { return append(dst, "abcdefgh"[i]) }
				}
				InOrder(1000, worker, func([]byte) error { return nil })
			},
			"making a worker": func() {
				InOrder(9, func() func([]byte, int) []byte { panic("no buffer") }, func([]byte) error { return nil })
			},
			"emitting": func() {
				worker := func() func([]byte, int) []byte { return func(dst []byte, i int) []byte { return dst } }
				InOrder(9, worker, func([]byte) error { panic("no reader") })
			},
		} {
			func() {
				defer func() {
					if recover() == nil {
						t.Errorf("%s: the panic is lost", name)
					}
				}()
				work()
			}()
		}
	})
}
