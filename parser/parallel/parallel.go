// Package parallel shares work out among the processors. What it returns does not depend on how many there are, nothing that it starts outlives
// the call, and a panic of the work is the caller's, as it is in a plain loop.
package parallel

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// Large is the size, in bytes, from which on it pays to share a text out: below, many documents are read at a time, or it takes no time.
const Large = 4 << 20

// Do does a task for every number below n, as many at a time as there are processors. Each worker has a function of its own made, which may
// keep buffers, and one that gives them back, if it is not nil; no result may depend on another, or on who came first.
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
	var fault fault
	for range workers {
		all.Go(func() {
			defer fault.keep()
			work(worker, func(do func(int)) {
				for i := int(next.Add(1)); i <= n; i = int(next.Add(1)) {
					do(i - 1)
				}
			})
		})
	}
	all.Wait()
	fault.raise()
}

// work has a worker made, used and its buffers given back.
func work(worker func() (do func(int), done func()), use func(do func(int))) {
	do, done := worker()
	use(do)
	if done != nil {
		done()
	}
}

// InOrder has a piece made for every number below n, as many at a time as there are processors, and emits the pieces in the order of the
// numbers, one at a time. Each worker has a function of its own made, which appends a piece to a buffer that is used again and again. It ends
// at the first error of emit and returns it.
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
			piece := worker()
			var b []E
			for i := w; i < n && r.run(w, func() []E { b = piece(b[:0], i); return b }); i += workers {
			}
		})
	}
	r.all.Wait()
	r.fault.raise()
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

// A relay has workers emit in turn. Who has the turn may use err and ended.
type relay[E any] struct {
	emit  func([]E) error
	turns []chan struct{} // one for each worker: it receives when it is its turn
	all   sync.WaitGroup
	err   error
	ended bool
	fault fault
}

// run has worker w make a piece and emits it when it is its turn. It reports whether to go on.
func (r *relay[E]) run(w int, piece func() []E) bool {
	var b []E
	done := r.fault.guard(func() { b = piece() })
	<-r.turns[w]
	defer func() { r.turns[(w+1)%len(r.turns)] <- struct{}{} }()
	if !r.ended && done {
		r.err = r.emit(b)
	}
	r.ended = r.ended || !done || r.err != nil
	return !r.ended
}

// A fault is the first panic of some workers, in words.
type fault struct{ words atomic.Pointer[string] }

// guard does what may panic, and reports whether it did not.
func (f *fault) guard(do func()) (done bool) {
	defer f.keep()
	do()
	return true
}

// keep is deferred by what may panic.
func (f *fault) keep() {
	if p := recover(); p != nil {
		words := fmt.Sprintf("%v\n%s", p, debug.Stack())
		f.words.CompareAndSwap(nil, &words)
	}
}

// raise panics if a worker did.
func (f *fault) raise() {
	if words := f.words.Load(); words != nil {
		panic(*words)
	}
}
