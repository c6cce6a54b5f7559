//go:build !linux

package cmd

// preferHugePages does nothing: only Linux can be asked.
func preferHugePages([]byte) {}
