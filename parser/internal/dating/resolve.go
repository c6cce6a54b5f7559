package dating

import (
	"fmt"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"time"

	"github.com/araddon/dateparse"
)

// Resolving: the year, day, zone and clock of every timestamp, from what the whole document states.
// Nothing is taken from the machine's clock: what neither the feed nor the Parser says is unknown.

// An Input is what the dates of a document are worked out from.
type Input struct {
	D          *text.Document
	AsOf       feed.AsOf
	Zone       *time.Location // of clocks that name none; nil: it was not told
	Candidates []stamp.Candidate
	Labels     []stamp.Label // by mark; nil: nothing was decided
	Stamps     []int32       // the marks that date the entries
	Family     stamp.Family  // of the first of them
	Headers    []int32       // the marks that are day headers
	Daily      bool          // the stamps are day headers
	DayFirst   bool          // 3/4 is 3 April
	// percent: how sure that is, if dates could be read both ways; 0: none could
	NumberSure  int8
	Below       bool       // the day headers stand below what they date
	Order       feed.Order // as the parser was told
	Down, Up    int        // of the stamps, the neighbours that fall, and that rise, in time
	NewestFirst bool       // the entries run from the newest to the oldest
	// the hours as printed, by candidate, of clocks that were moved after noon
	Printed  map[int32]int8
	HalfTold bool // other clocks tell their half of the day
}

// A Segment is what dates an entry.
type Segment struct {
	Mark   int32 // its stamp; -1: none
	Header int32 // the day header over it, or below it; -1: none
}

// A Resolver works out the dates of one document.
type Resolver struct {
	In    Input
	lexer words.Lexer
	// headers with the years of those above them, and clocks with other hours
	years       map[int32]*stamp.Candidate
	Notes       []feed.Diagnostic
	base        feed.Date // the day of the newest entry by the page or the Parser; zero: unknown
	page        feed.Date // when the page says that it was changed last; zero: it does not say
	lead        feed.Date // the day that a line above the feed tells of all clocks; zero: none does
	titled      bool      // the title names that day
	GoesOn      bool      // dates without a year may be long after the one they are counted from
	answer      *Answer   // nil: every stamp tells a full date
	folds       []fold    // the entries whose clock comes twice that day
	blockOf     []int32   // the block of each entry
	Stated      FeedZone  // of clocks that name none
	unzoned     int       // entries whose clock has no zone
	Yearless    int       // undated entries of whose dates the year alone is unknown
	ambiguous   bool      // an ambiguous zone was remarked on
	zoneNumbers []uint8   // zones of the table that were looked up
	zones       []*time.Location
	lastName    string         // of the zone database, looked up last
	lastZone    *time.Location // that it names; nil: none
	offset      int            // of offsetZone, in minutes
	offsetZone  *time.Location
	day         zoneDay
	checked     feed.Date // the last date that was checked, for feeds with many stamps of one day
}

// NewResolver returns a resolver for a judged document.
func NewResolver(in Input) *Resolver {
	r := &Resolver{In: in}
	r.giveYears()
	r.findBase()
	r.Stated = r.feedZone()
	return r
}

// NewTimesResolver returns a resolver for the times of entries that are known. Their texts state no
// zone and no year.
func NewTimesResolver(in Input) *Resolver {
	r := &Resolver{In: in}
	r.base = in.AsOf.Day()
	if r.base.IsZero() {
		r.page = r.pageDay()
		r.base = r.page
	}
	if len(in.Stamps) > 0 && in.Zone == nil {
		s := r.zoneOfOthers()
		s.inferred = true
		s.Zone, s.Name = r.toldZone(&feed.Entry{}, &s.f, s.Name, s.line-1)
		r.Stated = s
	}
	return r
}

// candidate returns candidate i, with the year that was given to it.
func (r *Resolver) candidate(i int) *stamp.Candidate {
	if r.years != nil {
		if m := r.years[int32(i)]; m != nil {
			return m
		}
	}
	return &r.In.Candidates[i]
}

// check asks the date library whether it reads the date as we do: it computes, our grammar detects.
// A date that does not come back with the same fields is a fault of ours.
func (r *Resolver) check(d feed.Date) {
	if d == r.checked || d.Year < 1900 {
		return
	}
	t, err := dateparse.ParseIn(d.String(), time.UTC)
	if err != nil || feed.DateOf(t) != d {
		panic(fmt.Sprintf("internal error: %s is read as %v (%v)", d, t, err))
	}
	r.checked = d
}

// giveYears gives headers that state no year that of the header of a year above them: "2023", then
// "November" or "14 November".
func (r *Resolver) giveYears() {
	var year int16
	for _, h := range r.In.Headers {
		switch f := &r.In.Candidates[h].Fields; {
		case f.DateForm == stamp.YearOnly:
			year = f.Year
		case f.Year != 0:
			year = 0
		case f.Has&stamp.RelDayGiven == 0 && year != 0:
			m := r.In.Candidates[h]
			m.Fields.Year = year
			if r.years == nil {
				r.years = map[int32]*stamp.Candidate{}
			}
			r.years[h] = &m
		}
	}
}
