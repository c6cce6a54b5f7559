package cmd

import (
	"sync"

	"newstimeline/parser/fault"
)

// inOrder has several workers do jobs, and calls done with each result in the order of the jobs.
// next hands out a job, and whether there was one left; next and done are called by one worker at a
// time. Once stop is closed no further job is begun; those in hand are finished. What waits for an
// earlier job to be done is bounded, so memory does not grow with the number of jobs. A panic ends
// the batch and is the caller's.
func inOrder[J, R any](workers int, stop <-chan struct{}, next func() (J, bool), work func(J) R,
	done func(R)) {
	const ahead = 16 // results a worker may be ahead of the earliest job in hand
	b := batch[J, R]{next: next, done: done, stop: stop, waiting: make([]*R, ahead*workers)}
	b.room.L = &b
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			defer b.keep()
			for j, n, ok := b.take(); ok; j, n, ok = b.take() {
				b.give(n, work(j))
			}
		})
	}
	group.Wait()
	if b.fault != nil {
		panic(b.fault)
	}
}

// A batch is what the workers of inOrder share.
type batch[J, R any] struct {
	sync.Mutex
	room            sync.Cond // to begin another job
	next            func() (J, bool)
	done            func(R)
	stop            <-chan struct{}
	begun, finished int // jobs; what they were handed out as counts from 0
	// the results of those between; that of job n is at n modulo the length
	waiting []*R
	// the first panic; after it no job begins and no result is reported
	fault *fault.Error
}

// keep recovers from a panic of a worker and ends the batch. It is to be deferred.
func (b *batch[J, R]) keep() {
	if p := recover(); p != nil {
		b.Lock()
		defer b.Unlock()
		b.end(p)
	}
}

// end ends the batch with the value of a panic, if none has ended it. b is locked.
func (b *batch[J, R]) end(panicked any) {
	if b.fault == nil {
		b.fault = fault.Of(panicked)
	}
	b.room.Broadcast()
}

// unlock unlocks b, and ends the batch before anyone else can go on with it if its holder panics.
// It is to be deferred.
func (b *batch[J, R]) unlock() {
	if p := recover(); p != nil {
		b.end(p)
	}
	b.Unlock()
}

// take hands out a job with its number.
func (b *batch[J, R]) take() (j J, n int, ok bool) {
	b.Lock()
	defer b.unlock()
	for b.begun-b.finished == len(b.waiting) && b.fault == nil {
		b.room.Wait()
	}
	if b.fault != nil {
		return j, 0, false
	}
	select {
	case <-b.stop:
		return j, 0, false
	default:
	}
	if j, ok = b.next(); ok {
		n = b.begun
		b.begun++
	}
	return j, n, ok
}

// give takes the result of job n, and calls done with all that no longer wait for an earlier one.
func (b *batch[J, R]) give(n int, result R) {
	b.Lock()
	defer b.unlock()
	b.waiting[n%len(b.waiting)] = &result
	for b.fault == nil {
		r := &b.waiting[b.finished%len(b.waiting)]
		if *r == nil {
			break
		}
		b.done(**r)
		*r = nil
		b.finished++
	}
	b.room.Broadcast()
}
