package layout

// Shares and numbers that decide nothing by themselves: feeds were read the same with others near
// them. There is one of each kind, so that no rule has its own.

// few is how many cases make a pattern. Fewer are alike by chance.
const few = 3

// isMost reports whether n of all are most of them: seven in ten.
func isMost(n, all int) bool { return n*10 >= all*7 }

// isNearlyAll reports whether n of all are all of them, but for one in ten.
func isNearlyAll(n, all int) bool { return n*10 >= all*9 }

// Values of features, which are in thousandths.
const (
	full = 1000 // of a share
	even = 500  // where nothing is known
)

// mostLog bounds logarithms of numbers: what is over 256 counts as that.
const mostLog = 8
