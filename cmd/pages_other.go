//go:build !linux

package cmd

// preferHugePages does nothing: there is no such wish on this system, or it need not be asked.
func preferHugePages([]byte) {}
