package timeline

import (
	"cmp"
	"slices"
)

// Aligning two sequences: what is in both, in the same order. Entries of two snapshots and words of
// two texts are aligned alike, by their hashes.

// A pair is a place in each of two sequences, from 0, that holds the same.
type pair struct{ a, b int }

// align pairs elements of a and b that are equal, so that the pairs run upwards in both. It is
// patience diff (Bram Cohen). It pairs what both begin and end with. Then it pairs what occurs once
// in each and is in the same order, and repeats that in between.
func align(a, b []uint64) []pair {
	x := aligner{a: a, b: b, budget: alignments * (len(a) + len(b))}
	x.align(0, len(a), 0, len(b))
	return x.pairs
}

// alignments is how often each element of two sequences may be looked at, on average. Every part
// between two pairs is aligned anew. In real feeds each element is in a few such ranges. But
// sequences can be constructed that leave nearly all elements for the next round each time.
const alignments = 64

// An aligner is an alignment being made.
type aligner struct {
	a, b   []uint64
	pairs  []pair
	budget int // elements that may still be looked at; below 0: what is not paired yet stays so
}

// places is how often an element occurs in either range in question, and where last.
type places struct{ inA, inB, a, b int }

// align pairs a[a0:a1] with b[b0:b1].
func (x *aligner) align(a0, a1, b0, b1 int) {
	for a0 < a1 && b0 < b1 && x.a[a0] == x.b[b0] {
		x.pairs = append(x.pairs, pair{a0, b0})
		a0, b0 = a0+1, b0+1
	}
	tail := 0
	for a0 < a1-tail && b0 < b1-tail && x.a[a1-tail-1] == x.b[b1-tail-1] {
		tail++
	}
	if a0 < a1-tail && b0 < b1-tail {
		if x.budget -= a1 - a0 + b1 - b0; x.budget >= 0 {
			x.between(a0, a1-tail, b0, b1-tail)
		}
	}
	for ; tail > 0; tail-- {
		x.pairs = append(x.pairs, pair{a1 - tail, b1 - tail})
	}
}

// between pairs two ranges that neither begin nor end alike.
func (x *aligner) between(a0, a1, b0, b1 int) {
	anchors := rising(x.unique(a0, a1, b0, b1))
	if len(anchors) == 0 {
		x.longest(a0, a1, b0, b1)
		return
	}
	for _, p := range anchors {
		x.align(a0, p.a, b0, p.b)
		x.pairs = append(x.pairs, p)
		a0, b0 = p.a+1, p.b+1
	}
	x.align(a0, a1, b0, b1)
}

// unique returns what occurs once in a[a0:a1] and once in b[b0:b1], in the order of a.
func (x *aligner) unique(a0, a1, b0, b1 int) []pair {
	count := make(map[uint64]places, a1-a0)
	for i := a0; i < a1; i++ {
		p := count[x.a[i]]
		p.inA++
		p.a = i
		count[x.a[i]] = p
	}
	for i := b0; i < b1; i++ {
		if p, in := count[x.b[i]]; in {
			p.inB++
			p.b = i
			count[x.b[i]] = p
		}
	}
	var found []pair
	for i := a0; i < a1; i++ {
		if p := count[x.a[i]]; p.inA == 1 && p.inB == 1 {
			found = append(found, pair{p.a, p.b})
		}
	}
	return found
}

// rising returns the longest part of pairs, which rise in a, that rises in b too, by patience
// sorting.
func rising(pairs []pair) []pair {
	var tops []int // of each pile, the pair on top
	// the pair on the pile to the left when this one was laid down; -1: none
	before := make([]int, len(pairs))
	for i, p := range pairs {
		pile, _ := slices.BinarySearchFunc(tops, p.b,
			func(top, b int) int { return cmp.Compare(pairs[top].b, b) })
		before[i] = -1
		if pile > 0 {
			before[i] = tops[pile-1]
		}
		if pile == len(tops) {
			tops = append(tops, i)
		} else {
			tops[pile] = i
		}
	}
	if len(tops) == 0 {
		return nil
	}
	run := make([]pair, len(tops))
	for i, k := tops[len(tops)-1], len(run)-1; k >= 0; i, k = before[i], k-1 {
		run[k] = pairs[i]
	}
	return run
}

// cells bounds the table of longest, and so its time. Ranges of two feeds without unique elements
// are small.
const cells = 1 << 20

// longest pairs the longest common subsequence of two ranges without unique elements, if they are
// not too long for that.
func (x *aligner) longest(a0, a1, b0, b1 int) {
	rows, columns := a1-a0+1, b1-b0+1
	if rows > cells/columns {
		return
	}
	// of the common subsequence of what begins at a row and a column
	length := make([]int32, rows*columns)
	for i := rows - 2; i >= 0; i-- {
		for k := columns - 2; k >= 0; k-- {
			if x.a[a0+i] == x.b[b0+k] {
				length[i*columns+k] = length[(i+1)*columns+k+1] + 1
			} else {
				length[i*columns+k] = max(length[(i+1)*columns+k], length[i*columns+k+1])
			}
		}
	}
	for i, k := 0, 0; i < rows-1 && k < columns-1; {
		switch {
		case x.a[a0+i] == x.b[b0+k]:
			x.pairs = append(x.pairs, pair{a0 + i, b0 + k})
			i, k = i+1, k+1
		case length[(i+1)*columns+k] >= length[i*columns+k+1]:
			i++
		default:
			k++
		}
	}
}
