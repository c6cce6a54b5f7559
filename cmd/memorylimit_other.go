//go:build !linux

package cmd

// watchMemory does nothing: only Linux reports the address space of a program.
func (a *app) watchMemory() {}
