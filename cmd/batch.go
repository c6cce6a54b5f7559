package cmd

import "sync"

// inOrder has several workers do the jobs 0 to n-1, and calls done with each result in the order of the jobs, one at a time, on the goroutine
// of the caller. Once stop is closed no further job is begun; those in hand are finished. What waits for an earlier job to be done is
// bounded, so memory does not grow with n.
func inOrder[R any](n, workers int, stop <-chan struct{}, work func(i int) R, done func(R)) {
	type task struct {
		i      int
		result chan<- R
	}
	const ahead = 16 // results a worker may be ahead of the earliest job in hand
	tasks := make(chan task)
	queue := make(chan (<-chan R), ahead*workers)
	go func() {
		defer close(queue)
		defer close(tasks)
		for i := range n {
			select {
			case <-stop:
				return
			default:
			}
			result := make(chan R, 1)
			queue <- result
			tasks <- task{i, result}
		}
	}()
	var group sync.WaitGroup
	for range min(workers, n) {
		group.Go(func() {
			for t := range tasks {
				t.result <- work(t.i)
			}
		})
	}
	for result := range queue {
		done(<-result)
	}
	group.Wait()
}
