package cmd

import (
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

// Signals: SIGINT and SIGTERM end the program without leaving half a file. A batch is first asked
// to finish: files in progress are completed.
//
// Watching signals takes a quarter of the time of a bare command to set up. So the watch begins
// only when there is something to clean up or to wait for. That is the first file written, a batch,
// a read of the standard input, or watchAfter. Until then the system ends the program just as well.
// The clock of watchAfter takes a twentieth of that time itself, so it does not run where nothing
// is read.

// unfinished are the files that are being written. They are removed when a signal ends the program.
type unfinished struct {
	sync.Mutex
	paths map[string]bool
	watch func() // begins the watch, if it has not begun; nil: there is none, as in tests
}

// watched makes sure that signals are watched from here on.
func (u *unfinished) watched() {
	if u.watch != nil {
		u.watch()
	}
}

// add adds a file that will be written, drop removes one that is finished or given up.
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

// remove deletes all unfinished files. It keeps the lock, so that no file is begun or finished any
// more: the program is about to exit.
func (u *unfinished) remove() {
	u.Lock()
	for path := range u.paths {
		os.Remove(path)
	}
}

// watchAfter is how long the program runs before it watches signals without any other reason.
const watchAfter = 5 * time.Millisecond

// watchLate has the watch begin after a while: inputs are read from here on.
func (a *app) watchLate() {
	if a.late == nil && a.unfinished.watch != nil {
		a.late = time.AfterFunc(watchAfter, a.unfinished.watch)
	}
}

// watch arranges for the watch to begin when it is needed. The function that it returns ends the
// watch.
func (a *app) watch() (stop func()) {
	signals := make(chan os.Signal, 1)
	begin := sync.OnceFunc(func() {
		signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
		go a.handle(signals)
	})
	a.unfinished.watch = begin
	return func() {
		if a.late != nil && !a.late.Stop() {
			begin() // it is under way: wait until it is done
		}
		signal.Stop(signals)
		close(signals)
	}
}

// handle reacts to signals. The first ends a batch, if one is running; the next one, or the first
// without a batch, ends the program. While a pager runs, an interrupt is for the pager.
func (a *app) handle(signals <-chan os.Signal) {
	for signal := range signals {
		if signal == os.Interrupt && a.paging.Load() {
			continue
		}
		if end := a.batch.Swap(nil); end != nil {
			close(*end)
			continue
		}
		a.unfinished.remove()
		os.Exit(int(interrupted))
	}
}

// stoppable declares that a batch is running. stop is closed by the first signal; the batch should
// then end soon, and must call ended when it has.
func (a *app) stoppable() (stop <-chan struct{}, ended func()) {
	a.unfinished.watched()
	end := make(chan struct{})
	a.batch.Store(&end)
	return end, func() { a.batch.Store(nil) }
}
