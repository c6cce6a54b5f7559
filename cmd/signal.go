package cmd

import (
	"os"
	"os/signal"
	"sync"
	"syscall"
)

// unfinished are the files that are being written: they are removed when the program is interrupted.
type unfinished struct {
	sync.Mutex
	paths map[string]bool
}

// add remembers a file, drop forgets it.
func (u *unfinished) add(path string) {
	u.Lock()
	defer u.Unlock()
	if u.paths == nil {
		u.paths = map[string]bool{}
	}
	u.paths[path] = true
}

func (u *unfinished) drop(path string) {
	u.Lock()
	defer u.Unlock()
	delete(u.paths, path)
}

// remove deletes all of them. It keeps the lock: no file is finished or begun any more.
func (u *unfinished) remove() {
	u.Lock()
	for path := range u.paths {
		os.Remove(path)
	}
}

// watch ends the program at SIGINT and SIGTERM without leaving half a file. A batch is told to come to an end first; the second signal does not
// wait for that. The function that it returns ends the watch.
func (a *app) watch() (stop func()) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		for range signals {
			if end := a.batch.Swap(nil); end != nil {
				close(*end)
				continue
			}
			a.unfinished.remove()
			os.Exit(int(interrupted))
		}
	}()
	return func() {
		signal.Stop(signals)
		close(signals)
	}
}

// stoppable returns a channel that is closed when the program is to end soon, and the function that ends this: then a signal ends it at once.
func (a *app) stoppable() (stop <-chan struct{}, ended func()) {
	end := make(chan struct{})
	a.batch.Store(&end)
	return end, func() { a.batch.Store(nil) }
}
