// Package logit turns scores in tenths of a logit into probabilities in percent, and back. It is a
// table, so that every processor gives the same.
package logit

import "sort"

// Percent returns the probability, from 1 to 99 percent, of a score in tenths of a logit: 50 of 0,
// 73 of 10.
func Percent(tenths int) int {
	return int(logistic[min(max(tenths+len(logistic)/2, 0), len(logistic)-1)])
}

// Tenths returns the least score, in tenths of a logit from -50 to 50, whose probability is so many
// percent or more.
func Tenths(percent int) int {
	n := sort.Search(len(logistic), func(i int) bool { return int(logistic[i]) >= percent })
	return min(n, len(logistic)-1) - len(logistic)/2
}

// logistic holds 100/(1+e^-x) for x from -5 to 5 in tenths.
var logistic = [...]uint8{
	1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 8, 8, 9, 10, 11, 12,
	13, 14, 15, 17, 18, 20, 22, 23, 25, 27, 29, 31, 33, 35, 38, 40, 43, 45, 48,
	50, 52, 55, 57, 60, 62, 65, 67, 69, 71, 73, 75, 77, 78, 80, 82, 83, 85, 86, 87, 88, 89, 90, 91,
	92, 92, 93, 94, 94, 95, 95, 96, 96, 97, 97, 97, 98, 98, 98, 98, 98, 98, 99, 99, 99, 99, 99, 99,
	99, 99, 99,
}
