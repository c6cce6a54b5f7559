package parser

import (
	"fmt"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"time"

	"github.com/araddon/dateparse"
)

// Resolving: the year, day, zone and clock of every stamp, from what the whole document tells. Nothing is taken from the wall
// clock: what neither the feed nor the Parser says stays unknown.

// A resolver works out the dates of one document.
type resolver struct {
	d           *document
	p           *Parser
	j           *judge
	base        feed.Date // the day of the newest entry, as the page or the Parser tells it; zero: unknown
	last        feed.Date // the last day that was told, where stamps are read in the text's order
	step        int       // the minutes between neighbouring clocks, in the middle, where stepKnown
	stepKnown   bool
	stated      feedZone // of clocks that name none
	other       int      // the block that underOther returned last
	unzoned     int      // entries whose clock has no zone
	yearless    int      // undated entries of whose dates the year alone is unknown
	ambiguous   bool     // an ambiguous zone was remarked on
	zoneNumbers []uint8  // zones of the table that were looked up
	zones       []*time.Location
	lastName    string         // of the zone database, looked up last
	lastZone    *time.Location // that it names; nil: none
	offset      int            // of offsetZone, in minutes
	offsetZone  *time.Location
	day         zoneDay
	checked     feed.Date // the last date that was checked, for feeds with many stamps of one day
}

// newResolver returns a resolver for the judged document.
func (j *judge) newResolver() *resolver {
	r := &resolver{d: j.d, p: j.p, j: j}
	r.giveYears()
	r.base = r.baseDay()
	r.stated = r.feedZone()
	return r
}

// check asks the date library whether it reads the date as we do: it computes, our grammar detects. A date that does not come
// back with the same fields is a fault of ours.
func (r *resolver) check(d feed.Date) {
	if d == r.checked || d.Year < 1900 {
		return
	}
	t, err := dateparse.ParseIn(d.String(), time.UTC)
	if err != nil || feed.DateOf(t) != d {
		panic(fmt.Sprintf("internal error: %s is read as %v (%v)", d, t, err))
	}
	r.checked = d
}

// An anchor is a date that a block tells by itself or by its header.
type dated struct {
	date     feed.Date
	anchor   bool // told by the block's own stamp
	header   bool // told by the header over it
	inferred feed.Inferred
}

// days works out the day of every block.
func (r *resolver) days(blocks []block) []dated {
	out := make([]dated, len(blocks))
	r.tell(blocks, out)
	if r.j.main != nil && r.j.main.style.Family == stamp.AgeFamily {
		return out // an age counts from the moment of capture, not from a date of the page
	}
	if r.j.newestFirst() {
		r.carryDown(blocks, out)
		r.moveMidnights(blocks, out, -1)
	} else {
		r.carryUp(blocks, out)
		r.moveMidnights(blocks, out, 1)
	}
	return out
}

// tell fills in the days that stamps and headers tell.
func (r *resolver) tell(blocks []block, out []dated) {
	near := r.base
	if near.IsZero() {
		near = r.baseYear()
	}
	var lastHeader int32 = -1
	var headerDay feed.Date
	var coarse *stamp.Fields
	for k := range blocks {
		b := &blocks[k]
		if b.header >= 0 && b.header != lastHeader {
			lastHeader = b.header
			f := &r.j.marks[b.header].Fields
			headerDay = r.near(f, near)
			r.checkWeekday(&r.j.marks[b.header], headerDay)
			if !headerDay.IsZero() {
				near = headerDay
				r.last = headerDay
			}
			coarse = nil
			if f.Family() == stamp.CoarseFamily {
				coarse = f
			}
		}
		if b.header >= 0 && !headerDay.IsZero() && (coarse == nil || b.mark < 0 || !r.j.marks[b.mark].Fields.HasDay()) {
			out[k].date, out[k].header = headerDay, true
			if r.j.marks[b.header].Fields.Year == 0 {
				out[k].inferred |= feed.InferredYear
			}
		}
		if b.mark < 0 {
			continue
		}
		f := &r.j.marks[b.mark].Fields
		if f.IsAge() && !f.HasClock() {
			if d := r.agedDay(f); !d.IsZero() {
				out[k] = dated{date: d, anchor: true, inferred: feed.InferredDate}
			}
			continue
		}
		if f.HasDay() || f.HasDate() {
			if d := r.within(f, coarse, near); !d.IsZero() {
				out[k] = dated{date: d, anchor: true}
				r.checkWeekday(&r.j.marks[b.mark], d)
				if f.Year == 0 && f.Has&stamp.RelDayGiven == 0 {
					out[k].inferred |= feed.InferredYear
				}
				near = d
				r.last = d
			}
		}
	}
}

// giveYears gives headers that tell no year that of the header of a year over them: "2023", then "November" or "14 November".
func (r *resolver) giveYears() {
	var year int16
	for _, h := range r.j.headers {
		f := &r.j.marks[h].Fields
		switch {
		case f.DateForm == stamp.YearOnly:
			year = f.Year
		case f.Year != 0:
			year = 0
		case f.Has&stamp.RelDayGiven == 0:
			f.Year = year
		}
	}
}
