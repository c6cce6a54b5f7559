// Package parallel shares work out among the processors. It behaves like a plain loop. The result
// does not depend on the number of processors, and no goroutine outlives the call. A panic of the
// work is a panic of the caller.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"

	"newstimeline/parser/fault"
)

// Large is the size in bytes from which on it pays to share the work on one text. Smaller texts
// take little time, or come in such numbers that several are worked on at a time.
const Large = 4 << 20

// Do calls do(i) for every i from 0 to n-1, in no certain order, as many at a time as there are
// processors. It calls worker for each goroutine, so that do can have its own buffers. done, unless
// nil, is called when that goroutine has no more work. The results of do(i) must not depend on
// other calls of do.
func Do(n int, worker func() (do func(int), done func())) {
	workers := min(n, runtime.GOMAXPROCS(0))
	if workers <= 1 {
		work(worker, func(do func(int)) {
			for i := range n {
				do(i)
			}
		})
		return
	}
	var next atomic.Int64
	var all sync.WaitGroup
	var panics firstPanic
	for range workers {
		all.Go(func() {
			defer panics.keep()
			work(worker, func(do func(int)) {
				for i := int(next.Add(1)); i <= n; i = int(next.Add(1)) {
					do(i - 1)
				}
			})
		})
	}
	all.Wait()
	panics.raise()
}

// pieceSize is how many small things are worked on in one go: enough to hide what sharing costs.
const pieceSize = 8192

// Pieces calls do for all ranges of a few thousand from 0 to n, as many at a time as there are
// processors. What do makes of a range must not depend on other ranges.
func Pieces(n int, do func(from, to int)) {
	if n <= pieceSize {
		do(0, n)
		return
	}
	Do((n+pieceSize-1)/pieceSize, func() (func(int), func()) {
		return func(i int) { do(i*pieceSize, min((i+1)*pieceSize, n)) }, nil
	})
}

// Both calls two functions, at a time if there are processors. Neither may depend on the other.
func Both(a, b func()) {
	two := [...]func(){a, b}
	Do(len(two), func() (func(int), func()) { return func(i int) { two[i]() }, nil })
}

// work makes a worker, uses it and calls its done.
func work(worker func() (do func(int), done func()), use func(do func(int))) {
	do, done := worker()
	use(do)
	if done != nil {
		done()
	}
}

// InOrder makes a piece for every i from 0 to n-1, as many at a time as there are processors. It
// emits the pieces in the order of i, one at a time. It calls worker for each goroutine. The
// function that worker returns appends piece i to dst, a buffer that is reused as soon as the piece
// has been emitted. InOrder ends at the first error of emit and returns it.
func InOrder[E any](n int, worker func() func(dst []E, i int) []E, emit func([]E) error) error {
	workers := min(n, runtime.GOMAXPROCS(0))
	if workers <= 1 {
		return oneByOne(n, worker, emit)
	}
	r := relay[E]{emit: emit, turns: make([]chan struct{}, workers)}
	for w := range workers {
		r.turns[w] = make(chan struct{}, 1)
	}
	r.turns[0] <- struct{}{}
	for w := range workers {
		r.all.Go(func() {
			var piece func(dst []E, i int) []E
			var b []E
			for i := w; i < n; i += workers {
				goOn := r.run(w, func() []E {
					if piece == nil {
						piece = worker()
					}
					b = piece(b[:0], i)
					return b
				})
				if !goOn {
					return
				}
			}
		})
	}
	r.all.Wait()
	r.panics.raise()
	return r.err
}

// oneByOne is InOrder for one processor.
func oneByOne[E any](n int, worker func() func(dst []E, i int) []E, emit func([]E) error) error {
	piece := worker()
	var b []E
	for i := range n {
		b = piece(b[:0], i)
		if err := emit(b); err != nil {
			return err
		}
	}
	return nil
}

// A relay lets workers emit in turn. Only the worker whose turn it is may use err and ended.
type relay[E any] struct {
	emit   func([]E) error
	turns  []chan struct{} // one for each worker, which receives from it when its turn has come
	all    sync.WaitGroup
	err    error // the first one of emit
	ended  bool  // nothing more is to be emitted
	panics firstPanic
}

// run makes a piece for worker w, waits for its turn, emits the piece and passes the turn on. It
// reports whether the worker is to go on.
func (r *relay[E]) run(w int, piece func() []E) bool {
	var b []E
	made := r.panics.guard(func() { b = piece() })
	<-r.turns[w]
	if !r.ended {
		emitted := made && r.panics.guard(func() { r.err = r.emit(b) })
		r.ended = !emitted || r.err != nil
	}
	goOn := !r.ended
	r.turns[(w+1)%len(r.turns)] <- struct{}{}
	return goOn
}

// A firstPanic keeps the first panic of all workers.
type firstPanic struct{ first atomic.Pointer[fault.Error] }

// guard calls do and reports whether it returned rather than panicked.
func (p *firstPanic) guard(do func()) (done bool) {
	defer p.keep()
	do()
	return true
}

// keep recovers from a panic and remembers it. It is to be deferred.
func (p *firstPanic) keep() {
	if value := recover(); value != nil {
		p.first.CompareAndSwap(nil, fault.Of(value))
	}
}

// raise panics in the caller's goroutine if a worker has panicked, with the *fault.Error of that.
func (p *firstPanic) raise() {
	if first := p.first.Load(); first != nil {
		panic(first)
	}
}
