package parser

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// parallel does a task for every number below n, as many at a time as there are processors. Each worker has a function of its own made, which
// may keep buffers, and one that gives them back; no result may depend on another, or on who came first. A panic is the caller's, as it is
// in a plain loop.
func parallel(n int, worker func() (do func(int), done func())) {
	workers := min(n, runtime.GOMAXPROCS(0))
	if workers <= 1 {
		do, done := worker()
		for i := range n {
			do(i)
		}
		done()
		return
	}
	var next atomic.Int64
	var all sync.WaitGroup
	var fault atomic.Value
	for range workers {
		all.Go(func() {
			defer func() {
				if f := recover(); f != nil {
					fault.CompareAndSwap(nil, fmt.Sprintf("%v\n%s", f, debug.Stack()))
				}
			}()
			do, done := worker()
			for i := int(next.Add(1)); i <= n; i = int(next.Add(1)) {
				do(i - 1)
			}
			done()
		})
	}
	all.Wait()
	if f := fault.Load(); f != nil {
		panic(f)
	}
}
