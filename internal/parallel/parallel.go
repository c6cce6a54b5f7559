// Package parallel shares work out among the processors. What it returns does not depend on how many there are, nothing that it starts outlives
// the call, and a panic of the work is the caller's, as it is in a plain loop.
package parallel

import (
	"fmt"
	"iter"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// Large is the size, in bytes, from which on it pays to share a text out: below, many documents are read at a time, or it takes no time.
const Large = 4 << 20

// Do does a task for every number below n, as many at a time as there are processors. Each worker has a function of its own made, which may
// keep buffers; no result may depend on another, or on who came first.
func Do(n int, worker func() func(int)) {
	workers := min(n, runtime.GOMAXPROCS(0))
	if workers <= 1 {
		do := worker()
		for i := range n {
			do(i)
		}
		return
	}
	var next atomic.Int64
	var all sync.WaitGroup
	var fault fault
	for range workers {
		all.Go(func() {
			defer fault.keep()
			do := worker()
			for i := int(next.Add(1)); i <= n; i = int(next.Add(1)) {
				do(i - 1)
			}
		})
	}
	all.Wait()
	fault.raise()
}

// InOrder appends every task to a buffer, as many at a time as there are processors, and emits what the tasks have become in the order of
// the tasks, one at a time. It ends at the first error of emit and returns it. There is a buffer for each processor, used again and again.
func InOrder[T any](tasks iter.Seq[T], appendTask func(dst []byte, task T) []byte, emit func([]byte) error) error {
	n := runtime.GOMAXPROCS(0)
	if n <= 1 {
		return oneByOne(tasks, appendTask, emit)
	}
	r := relay{emit: emit, stop: make(chan struct{}), turns: make([]chan struct{}, n)}
	todo := make([]chan T, n)
	for i := range n {
		todo[i], r.turns[i] = make(chan T), make(chan struct{}, 1)
		r.all.Go(func() {
			var b []byte
			for task := range todo[i] {
				r.run(i, func() []byte {
					b = appendTask(b[:0], task)
					return b
				})
			}
		})
	}
	r.turns[0] <- struct{}{}
	share(tasks, todo, r.stop)
	r.all.Wait()
	r.fault.raise()
	return r.err
}

// oneByOne is InOrder for one processor.
func oneByOne[T any](tasks iter.Seq[T], appendTask func(dst []byte, task T) []byte, emit func([]byte) error) error {
	var b []byte
	for task := range tasks {
		b = appendTask(b[:0], task)
		if err := emit(b); err != nil {
			return err
		}
	}
	return nil
}

// share hands the tasks to the workers in turn, until stop is closed.
func share[T any](tasks iter.Seq[T], todo []chan T, stop <-chan struct{}) {
	defer func() {
		for _, c := range todo {
			close(c)
		}
	}()
	i := 0
	for task := range tasks {
		select {
		case todo[i] <- task:
		case <-stop:
			return
		}
		i = (i + 1) % len(todo)
	}
}

// A relay has workers emit in turn. Who has the turn may use err.
type relay struct {
	emit  func([]byte) error
	turns []chan struct{} // one for each worker: it receives when it is its turn
	stop  chan struct{}   // closed when there is an error or a fault
	all   sync.WaitGroup
	err   error
	ended bool
	fault fault
}

// run has worker i do a task and emit what it has become when it is its turn.
func (r *relay) run(i int, do func() []byte) {
	b, done := r.fault.guard(do)
	<-r.turns[i]
	defer func() { r.turns[(i+1)%len(r.turns)] <- struct{}{} }()
	if r.ended {
		return
	}
	if done {
		r.err = r.emit(b)
	}
	if !done || r.err != nil {
		r.ended = true
		close(r.stop)
	}
}

// A fault is the first panic of some workers, in words.
type fault struct{ words atomic.Pointer[string] }

// guard returns what do returns, and whether it did not panic.
func (f *fault) guard(do func() []byte) (b []byte, done bool) {
	defer f.keep()
	return do(), true
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
