package feed

import (
	"fmt"
	"time"
)

// AsOf is the moment at which a feed was captured, as precisely as known. The zero AsOf is unknown.
type AsOf struct {
	Date  Date           // of a month or year, its last day
	Clock Clock          // not Known: some time of that day
	Zone  *time.Location // of the clock; nil: the feed's own
	// ToMonth, ToYear: no more is known, which gives years, but no days; else the day is known
	Precision Precision
}

// Day returns the day of capture; zero: it is unknown.
func (a AsOf) Day() Date {
	if a.Precision == ToMonth || a.Precision == ToYear {
		return Date{}
	}
	return a.Date
}

// String returns the moment in ISO 8601, as precisely as known: 2006, 2006-01, 2006-01-02,
// 2006-01-02T15:04:05. A known zone adds its offset; the zero AsOf gives "".
func (a AsOf) String() string {
	switch {
	case a.Date.IsZero():
		return ""
	case a.Precision == ToYear:
		return fmt.Sprintf("%04d", a.Date.Year)
	case a.Precision == ToMonth:
		return fmt.Sprintf("%04d-%02d", a.Date.Year, a.Date.Month)
	case !a.Clock.Known:
		return a.Date.String()
	}
	c := a.Clock
	local := a.Date.String() + fmt.Sprintf("T%02d:%02d:%02d", c.Hour, c.Minute, max(0, c.Second))
	if a.Zone == nil {
		return local
	}
	at := time.Date(int(a.Date.Year), time.Month(a.Date.Month), int(a.Date.Day), int(c.Hour),
		int(c.Minute), max(0, int(c.Second)), 0, a.Zone)
	return at.Format(time.RFC3339)
}

// Tri is a yes, a no, or the parser's own judgement.
type Tri uint8

const (
	Auto Tri = iota
	Yes
	No
)

// Order is the order in which a feed gives its entries.
type Order uint8

const (
	Unknown     Order = iota // unknown, or there are fewer than two entries
	NewestFirst              // the latest entry is on top
	OldestFirst              // the earliest entry is on top
	Mixed                    // neither
)

// String returns the order as the JSON contract names it, "" for Unknown.
func (o Order) String() string {
	return [...]string{"", "newest-first", "oldest-first", "mixed"}[o]
}
