package grouping

import "math/bits"

// A bitset is a set of small numbers.
type bitset []uint64

const wordBits = 64

// next returns the least number of the set that is n or more, -1 if there is none.
func (b bitset) next(n int) int {
	k := n / wordBits
	if k >= len(b) {
		return -1
	}
	for word := b[k] >> (n % wordBits) << (n % wordBits); ; word = b[k] {
		if word != 0 {
			return k*wordBits + bits.TrailingZeros64(word)
		}
		if k++; k == len(b) {
			return -1
		}
	}
}

// has reports whether n, which is not negative, is in the set.
func (b bitset) has(n int) bool {
	return n/wordBits < len(b) && b[n/wordBits]>>(n%wordBits)&1 != 0
}

// drop takes n out of the set.
func (b bitset) drop(n int) { b[n/wordBits] &^= 1 << (n % wordBits) }
