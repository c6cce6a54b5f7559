//go:build unix

package cmd

import "golang.org/x/sys/unix"

// hasMemory reports whether the system would give the program n bytes more. Under a limit (ulimit
// -v), a Go program that asks for more is ended on the spot, without a helpful message. Sizes below
// largeInput always pass.
func hasMemory(n int64) bool {
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
