//go:build !unix

package cmd

// hasMemory reports whether the system would give the program n bytes more. Outside of Unix there
// is no limit that we could ask about.
func hasMemory(int64) bool { return true }
