package cmd

import (
	"bytes"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"time"

	"golang.org/x/sys/unix"
)

// A limit of the address space (ulimit -v) ends a Go program as soon as one allocation exceeds it.
// The program prints a trace, and nothing can catch that. So under a limit, timeline regularly
// checks how close it is, and ends itself while there is still room for a message.

// reserve is how many bytes of address space must be left: the runtime asks for them by 64 MiB.
const reserve = 64 << 20

// watchMemory begins that watch if there is a limit.
func (a *app) watchMemory() {
	var limit unix.Rlimit
	if unix.Getrlimit(unix.RLIMIT_AS, &limit) != nil || limit.Cur > 1<<40 {
		return
	}
	room := int64(limit.Cur) - addressSpace()
	debug.SetMemoryLimit(max(room-2*reserve, room/2)) // collect garbage before the room ends
	go func() {
		var m runtime.MemStats
		for range time.Tick(2 * time.Millisecond) {
			left := int64(limit.Cur) - addressSpace()
			if left < 8*reserve {
				runtime.ReadMemStats(&m)
				if left < needed(int64(m.HeapAlloc)) {
					a.unfinished.remove()
					a.say("timeline", 0, "not enough memory under the limit set by ulimit -v")
					os.Exit(int(failed))
				}
			}
		}
	}()
}

// needed returns how many bytes must be left for a number in use. What grows is copied to a new
// place, which may be half of everything.
func needed(heap int64) int64 {
	const others = 8 << 20 // stacks, and what the runtime keeps for itself
	return (heap/2/reserve+1)*reserve + others
}

// addressSpace returns the size of the program's address space in bytes, 0 if the system does not
// say.
func addressSpace() int64 {
	b, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0
	}
	first, _, _ := bytes.Cut(b, []byte(" "))
	pages, _ := strconv.ParseInt(string(first), 10, 64)
	return pages * int64(os.Getpagesize())
}
