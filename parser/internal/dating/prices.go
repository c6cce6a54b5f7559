package dating

import "math/bits"

// The prices: what an assignment of days can break, and what that costs. A hundred is a factor of
// e: an assignment that costs a hundred more is that much less likely. Costs add up over the
// segments, and the cheapest assignment is the answer.

// A PriceID names a row of the table of prices.
type PriceID uint8

const (
	AfterCapture PriceID = iota
	AfterClock
	AfterPage
	AfterNewest
	BeforeCapture
	NotToday
	ClockOfToday
	NotLead
	WrongWeekday
	LeavesHeader
	OverHeader
	BackInDay
	BackInDays
	Midnight
	UnseenMidnight
	RepeatedClock
	Gap
	OtherNumbers
	MonthsFirst
	YearsFirst
	OldestFirst
	AgainstLean
	HalfLeftOut
	PlansAhead
	numPrices
	// NoPrice is no row of the table.
	NoPrice = numPrices
)

// A Price is what it costs to break one thing.
type Price struct {
	Name    string
	Cost    int64  // of breaking it once; for what has a size, the least
	Says    string // what is broken, as it stands behind "because then"
	Example string
}

// Prices is the table.
var Prices = [numPrices]Price{
	AfterCapture: {
		"after-capture", 700, "an entry would be later than the day of capture",
		"12 December with --as-of 2025-06-01 is of 2024",
	},
	AfterClock: {
		"after-clock", 250, "a clock would be later than that of the capture",
		"23:50 with --as-of 2025-06-01T10:00 is of the day before",
	},
	AfterPage: {
		"after-page", 100, "an entry would be later than the page's own date",
		"Updated 3 March, and a clock of 4 March",
	},
	AfterNewest: {
		"after-newest", 100, "an entry would be later than the newest date of the document",
		"12 December in a page of June 2025 is of 2024",
	},
	BeforeCapture: {
		"before-capture", 0, "the feed would lie long before its capture",
		"2 May with --as-of 2025-06-01 is of 2025 and not of 2024",
	},
	NotToday: {
		"not-today", 220, "the newest clock would not be of the day of capture",
		"14:05 alone is of the day of capture",
	},
	ClockOfToday: {
		"clock-of-today", 50, "a clock alone would not be of the day of capture",
		"13:30 beside 04.11. is of today",
	},
	NotLead: {
		"not-lead", 450, "a clock would not be of the day that a line above the feed tells",
		"All events happened on 21 October 2019",
	},
	WrongWeekday: {
		"weekday", 300, "the weekday would be another",
		"Saturday 16 August is of 2025 and not of 2024",
	},
	LeavesHeader: {
		"leaves-header", 120, "a clock would pass midnight below its date header",
		"23:50 and 00:10 below 16 August",
	},
	OverHeader: {
		"over-header", 120, "an entry would stand above the header of its own day",
		"09:10 above 16 August is of the 17th",
	},
	BackInDay: {
		"back-in-day", 140, "a clock would stand out of the order of its day",
		"12:10, 14:30, 12:00 of one day",
	},
	BackInDays: {
		"back-in-days", 250, "dates would run against the order of the list",
		"2 March, 9 March, 1 March",
	},
	Midnight: {
		"midnight", 40, "a night would lie between two entries",
		"00:10, then 23:50 of the day before",
	},
	UnseenMidnight: {
		"unseen-midnight", 400, "a night would lie between two entries whose clocks run on",
		"12:10, then 12:00 of the day before",
	},
	RepeatedClock: {
		"repeated-clock", 200, "clocks that recur would be of different days",
		"12:44, 10:25, then again 12:44, 10:25: two lists of one day",
	},
	Gap: {
		"gap", 1, "a long time would lie between two entries",
		"2 May, then 30 April of the year before",
	},
	OtherNumbers: {
		"other-numbers", 400, "a date would be read in another order than the rest",
		"3/4 with the month first beside 25/4",
	},
	MonthsFirst: {
		"months-first", 50, "the month would come first, as it seldom does",
		"3/4 is 3 April where nothing else tells",
	},
	YearsFirst: {
		"years-first", 140, "years of two figures would come first, as they seldom do",
		"18-07-31 is 31 July 2018",
	},
	OldestFirst: {
		"oldest-first", 80, "the oldest entry would stand first",
		"four feeds in five run from the newest to the oldest",
	},
	AgainstLean: {
		"against-lean", 150, "time would run against most of the timestamps",
		"14:00, 13:00, 12:00 run back in time",
	},
	HalfLeftOut: {
		"half-left-out", 300, "a clock would be of another half of the day than those that tell theirs",
		"11:52 AM, 12:04, 12:31 PM, 1:02",
	},
	PlansAhead: {
		"plans-ahead", 250, "dates would be after the capture, as those of a plan",
		"Mon 22 June with --as-of 2026-06-01 is of 2026 and not of 2020",
	},
}

// A bill counts what each row of the table has cost. A nil bill counts nothing.
type bill [numPrices]int64

// charge adds an amount to a row and returns it.
func (b *bill) charge(row PriceID, amount int64) int64 {
	if b != nil {
		b[row] += amount
	}
	return amount
}

// price charges a row of the table once.
func (b *bill) price(row PriceID) int64 { return b.charge(row, Prices[row].Cost) }

// A share is a part or a multiple of a price.
type share struct{ times, of int64 }

// Shares of prices, for what is less of a fault, or more, than what the price is for.
var (
	planned      = share{1, 5} // after the capture, in a feed that states dates after it
	pageBeside   = share{1, 3} // after the page's date, if the capture is known and later
	otherList    = share{1, 4} // back to another list: dates begin where clocks end, or the reverse
	lostWeek     = share{1, 2} // a week without an entry, in a feed of weekdays alone
	clockInList  = share{4, 1} // not of today, in a list of clocks and older dates
	besideHeader = share{4, 1} // away from the header right beside: it has no other segment
	ownHeaders   = share{5, 1} // above the header of the day, if both days have their own
	namedPlan    = share{2, 5} // after the capture, in the year that the lines above the feed name
	lostMonth    = share{1, 2} // a month without an entry, between two of the same day of the month
)

// part charges a share of the price of a row.
func (b *bill) part(row PriceID, s share) int64 {
	return b.charge(row, Prices[row].Cost*s.times/s.of)
}

// gapCosts holds the costs of gaps, by the bit length of their days. A gap of days costs little.
var gapCosts = [...]int64{
	0, 10, 20, 30, 50, 70, 100, 130, 180, 260, 320, 380, 440, 500, 560, 620, 680,
}

// gapCost returns what so many days without an entry cost: little for days, more for a year.
func gapCost(days int64) int64 {
	if days < 0 {
		days = -days
	}
	n := bits.Len64(uint64(days))
	if n == 0 {
		return 0
	}
	n = min(n, len(gapCosts)-2)
	// Between two powers of two the cost grows evenly: the shorter of two gaps is cheaper.
	low, high := gapCosts[n], gapCosts[n+1]
	at := min(days-1<<(n-1), 1<<(n-1))
	return low + (high-low)*at>>(n-1)
}
