//go:build !linux

package memory

// PreferHugePages does nothing: only Linux can be asked.
func PreferHugePages([]byte) {}
