package grouping

import "testing"

// TestEvenDays holds that days are even where they vary as entries do, and are many.
func TestEvenDays(t *testing.T) {
	for _, c := range []struct {
		even  bool
		sizes []int
	}{
		{true, []int{3, 5, 2, 8, 4, 3, 6, 2}},
		{true, []int{1, 1, 1, 1, 1, 1, 1, 1}},
		{false, []int{3, 5, 2, 8, 4, 3, 6}},           // too few
		{false, []int{3, 15, 2, 8, 1, 3, 6, 2}},       // one is long
		{false, []int{30, 45, 22, 80, 41, 33, 60, 2}}, // they vary as whole days do
	} {
		starts := []int{0}
		for _, n := range c.sizes {
			starts = append(starts, starts[len(starts)-1]+n)
		}
		if got := areEven(starts); got != c.even {
			t.Errorf("days of %v paragraphs are even: %v", c.sizes, got)
		}
	}
}

// TestHeadedDays holds that a feed heads its entries if a headline opens every day and others are
// within the days.
func TestHeadedDays(t *testing.T) {
	const head, body = "Port reopens after storm", "The port has reopened, and the first ferries have left it."
	for _, c := range []struct {
		headed bool
		days   [][]string
	}{
		{true, [][]string{{head, body, head, body}, {head, body, body, head, body}}},
		{true, [][]string{{head, body, head, body, head, body, head, body}}},
		{false, [][]string{{head, body, head, body}}},                           // two
		{false, [][]string{{head, body, head, body}, {body, head, body}}},       // one day has none
		{false, [][]string{{head, body, body, body}, {head, body, head, body}}}, // a day has one
	} {
		var all []string
		days := []int{0}
		for _, day := range c.days {
			all = append(all, day...)
			days = append(days, len(all))
		}
		if got := load(all...).areHeaded(days); got != c.headed {
			t.Errorf("%q: headed %v", c.days, got)
		}
	}
}
