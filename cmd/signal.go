package cmd

import (
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

// unfinished are the files that are being written: they are removed when the program is interrupted.
type unfinished struct {
	sync.Mutex
	paths map[string]bool
	watch func() // has signals watched from here on; nil: nobody watches
}

// watched has signals watched, if anybody watches: from here on there is something that an interrupt should not end at once, or a wait.
func (u *unfinished) watched() {
	if u.watch != nil {
		u.watch()
	}
}

// add remembers a file, drop forgets it.
func (u *unfinished) add(path string) {
	u.watched()
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

// watchAfter is how long a run takes at least that has signals watched for no other reason. To begin takes a fourth of the time of a bare
// command; until then nothing is begun that an interrupt could leave behind, and the system ends the program as well.
const watchAfter = 5 * time.Millisecond

// watch ends the program at SIGINT and SIGTERM without leaving half a file. It begins when the first file is, or a batch, or a wait for the
// standard input, or after watchAfter. The function that it returns ends the watch.
func (a *app) watch() (stop func()) {
	signals := make(chan os.Signal, 1)
	begin := sync.OnceFunc(func() {
		signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
		go a.heed(signals)
	})
	a.unfinished.watch = begin
	late := time.AfterFunc(watchAfter, begin)
	return func() {
		if !late.Stop() {
			begin() // is under way, or done
		}
		signal.Stop(signals)
		close(signals)
	}
}

// heed does what signals ask for. A batch is told to come to an end first; the second signal does not wait for that.
func (a *app) heed(signals <-chan os.Signal) {
	for range signals {
		if end := a.batch.Swap(nil); end != nil {
			close(*end)
			continue
		}
		a.unfinished.remove()
		os.Exit(int(interrupted))
	}
}

// stoppable returns a channel that is closed when the program is to end soon, and the function that ends this: then a signal ends it at once.
func (a *app) stoppable() (stop <-chan struct{}, ended func()) {
	a.unfinished.watched()
	end := make(chan struct{})
	a.batch.Store(&end)
	return end, func() { a.batch.Store(nil) }
}
