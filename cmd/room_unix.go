//go:build unix

package cmd

import "golang.org/x/sys/unix"

// hasRoom reports whether the system lets the program have n bytes more: under a limit (ulimit -v) it may not, and the runtime then ends the
// program in the middle of what it does. Small sizes are not asked for.
func hasRoom(n int64) bool {
	if n < largeInput {
		return true
	}
	if int64(int(n)) != n {
		return false
	}
	b, err := unix.Mmap(-1, 0, int(n), unix.PROT_NONE, unix.MAP_ANON|unix.MAP_PRIVATE)
	if err != nil {
		return false
	}
	return unix.Munmap(b) == nil
}
