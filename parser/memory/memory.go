// Package memory makes slices for large amounts of data.
package memory

import "unsafe"

// large is the size in bytes from which on huge pages pay.
const large = 4 << 20

// Make returns an empty slice with room for n values. If they are many, it asks the system for huge
// pages: see PreferHugePages.
func Make[T any](n int) []T {
	s := make([]T, 0, n)
	var value T
	if size := uintptr(n) * unsafe.Sizeof(value); size >= large {
		PreferHugePages(unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(s))), size))
	}
	return s
}
