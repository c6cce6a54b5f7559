package parallel

import (
	"errors"
	"runtime"
	"slices"
	"strconv"
	"strings"
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

// until yields the numbers below n.
func until(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := 0; i < n && yield(i); i++ {
		}
	}
}

func TestDo(t *testing.T) {
	onProcessors(t, func(t *testing.T) {
		for _, n := range []int{0, 1, 5, 1000} {
			squares := make([]int, n)
			Do(n, func() func(int) { return func(i int) { squares[i] = i * i } })
			for i, got := range squares {
				if got != i*i {
					t.Errorf("task %d of %d: %d", i, n, got)
				}
			}
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
			err := InOrder(until(n), func(dst []byte, i int) []byte { return append(dst, want[i]...) }, func(b []byte) error {
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
		emitted, begun := 0, 0
		tasks := func(yield func(int) bool) {
			for i := 0; i < 1_000_000 && yield(i); i++ {
				begun++
			}
		}
		err := InOrder(tasks, func(dst []byte, i int) []byte { return dst }, func(b []byte) error {
			if emitted++; emitted == 4 {
				return full
			}
			return nil
		})
		if err != full || emitted != 4 || begun > 100 {
			t.Errorf("%d emitted of %d begun, %v", emitted, begun, err)
		}
	})
}

// TestPanic holds that a panic of a worker is the caller's.
func TestPanic(t *testing.T) {
	onProcessors(t, func(t *testing.T) {
		for name, work := range map[string]func(){
			"do": func() { Do(9, func() func(int) { return func(i int) { _ = []int{1}[i] } }) },
			"in order": func() {
				InOrder(until(1000), func(dst []byte, i int) []byte { return append(dst, "abcdefgh"[i]) }, func([]byte) error { return nil })
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
