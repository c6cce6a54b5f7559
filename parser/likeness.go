package parser

import (
	"math/bits"
	"slices"
)

// How much two paragraphs have in common, in whole numbers: every processor gives the same.

// shared returns the sum of the squared weights of the stems that two paragraphs share. Stems are sorted.
func (g *grouper) shared(p, q *paragraph) int {
	sum, i, k := 0, 0, 0
	for i < len(p.stems) && k < len(q.stems) {
		switch a, b := p.stems[i], q.stems[k]; {
		case a == b:
			w := int(g.weights[a])
			sum += w * w
			i++
			k++
		case a < b:
			i++
		default:
			k++
		}
	}
	return sum
}

// cosine returns shared/√(a·b) in thousandths, in whole numbers: every processor gives the same.
func cosine(shared, a, b int) int {
	if a == 0 || b == 0 {
		return 0
	}
	return shared * 1000 / max(1, root(uint64(a)*uint64(b)))
}

// root returns the whole part of a square root.
func root(n uint64) int {
	if n == 0 {
		return 0
	}
	x := uint64(1) << ((bits.Len64(n) + 1) / 2)
	for {
		y := (x + n/x) / 2
		if y >= x {
			return int(x)
		}
		x = y
	}
}

// likeness returns the cosine of two paragraphs, in thousandths.
func (g *grouper) likeness(i, k int) int {
	p, q := &g.paragraphs[i], &g.paragraphs[k]
	return cosine(g.shared(p, q), p.norm, q.norm)
}

// log2 returns the binary logarithm of n in sixteenths, linear between powers of two.
func log2(n int) int {
	if n <= 1 {
		return 0
	}
	e := bits.Len(uint(n)) - 1
	return e*16 + (n-1<<e)*16>>e
}

// unique sorts s and drops what stands twice; it returns how many are left.
func unique(s []int32) int {
	slices.Sort(s)
	return len(slices.Compact(s))
}

// A table numbers hashes from 0 in the order in which they come.
type table struct {
	slots  []int32 // number + 1; 0: empty
	hashes []uint32
}

// reset empties the table and makes room for n numbers.
func (t *table) reset(n int) {
	size := 64
	for size < n {
		size *= 2
	}
	t.slots, t.hashes = resized(t.slots, max(size, len(t.slots))), t.hashes[:0]
}

// id returns the number of a hash.
func (t *table) id(h uint32) int32 {
	mask := uint32(len(t.slots) - 1)
	at := h * 0x9E3779B1 >> 7 & mask
	for t.slots[at] != 0 {
		if t.hashes[t.slots[at]-1] == h {
			return t.slots[at] - 1
		}
		at = (at + 1) & mask
	}
	t.hashes = append(t.hashes, h)
	t.slots[at] = int32(len(t.hashes))
	if 2*len(t.hashes) > len(t.slots) {
		t.grow()
	}
	return int32(len(t.hashes) - 1)
}

// has reports whether a hash has a number.
func (t *table) has(h uint32) bool {
	mask := uint32(len(t.slots) - 1)
	for at := h * 0x9E3779B1 >> 7 & mask; t.slots[at] != 0; at = (at + 1) & mask {
		if t.hashes[t.slots[at]-1] == h {
			return true
		}
	}
	return false
}

func (t *table) grow() {
	t.slots = make([]int32, 2*len(t.slots))
	mask := uint32(len(t.slots) - 1)
	for i, h := range t.hashes {
		at := h * 0x9E3779B1 >> 7 & mask
		for t.slots[at] != 0 {
			at = (at + 1) & mask
		}
		t.slots[at] = int32(i + 1)
	}
}
