//go:build !linux

package cmd

// watchMemory does nothing: only Linux tells how much address space a program has.
func (a *app) watchMemory() {}
