package tally

import "slices"

// Median returns the middle of some counts, 0 of none. Most counts of lines and minutes are small:
// they are tallied, not sorted.
func Median(counts []int) int {
	if len(counts) == 0 {
		return 0
	}
	var tally [256]int
	for _, n := range counts {
		tally[min(uint(n), uint(len(tally)-1))]++
	}
	before, middle := 0, len(counts)/2
	for n := range len(tally) - 1 {
		if before += tally[n]; before > middle {
			return n
		}
	}
	sorted := slices.Clone(counts)
	slices.Sort(sorted)
	return sorted[middle]
}
