package parser

import (
	"fmt"
	"time"
)

// A zone is what a word for a time zone stands for: an IANA zone, whose offset depends on the day, or a fixed offset.
type zone struct {
	name      string // IANA name, "" for a fixed offset
	offset    int16  // minutes east of UTC
	ambiguous bool   // the abbreviation is in use for other zones too: IST, CST, PST, CDT
}

// location returns the zone as the standard library has it.
func (z *zone) location() (*time.Location, error) {
	if z.name != "" {
		return time.LoadLocation(z.name)
	}
	return time.FixedZone("", int(z.offset)*60), nil
}

// describe returns the zone in words: its IANA name or its offset.
func (z *zone) describe() string {
	if z.name != "" {
		return z.name
	}
	sign, minutes := '+', int(z.offset)
	if minutes < 0 {
		sign, minutes = '-', -minutes
	}
	return fmt.Sprintf("UTC%c%02d:%02d", sign, minutes/60, minutes%60)
}
