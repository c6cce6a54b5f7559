package dating

import "newstimeline/parser/feed"

// A Problem is what is known before the search. The zero Problem knows nothing and has no segments.
type Problem struct {
	Heads    []Stamp   // the date headers, in the order of the text
	Segments []Stamped // in the order of the text
	Below    bool      // headers stand below the segments that they date

	Capture      Day   // the last day that anything can be of; None: unknown
	CaptureClock int16 // minute of that day at which the feed was captured; -1: unknown
	CaptureVague bool  // only the month or year of the capture is known: Capture is its last day
	CaptureNamed bool  // the lines above the feed name its year, which ends on that day
	Page         Day   // when the page says that it was changed last; None: it does not say
	Lead         Day   // the day that a line above the feed gives to all clocks; None: no line does
	Told         []Day // other full dates of the document: they tell which years it is about
	HeadYear     int16 // the one year that the lines above the feed name; 0: none or several

	SolarDay func(year, month, day int) Day // of the Iranian calendar; nil: no stamp is Solar

	// the minutes of the segments as their clocks are printed, if some were moved after noon; nil:
	// none was
	Printed   []int16
	HalfTold  bool // other clocks tell their half of the day
	isPrinted bool // the segments have the minutes of Printed
	isPlan    bool // dates without a year may be ahead

	Way     Way    // which way time runs, where that is known; Unsettled: as is cheapest
	Lean    Way    // which way the stamps seem to run, where Way is Unsettled
	Numbers Number // how 3/4 is read, where that is known; AnyNumber: as is cheapest
}

// A Stamped is a segment, what its timestamp says, and the header that dates it.
type Stamped struct {
	Stamp
	Head int32 // of Problem.Heads, from 0; -1: no header dates it
}

// A Stamp is what a timestamp or a date header says. The zero Stamp with Minute -1 says nothing.
type Stamp struct {
	Year       int16 // 0: not said
	Month, Day int8  // 0: not said; as read with the day first, where Either
	Weekday    int8  // 1 Monday … 7 Sunday; 0: not said
	Minute     int16 // of the day; -1: no clock
	Form       Form
	Settled    bool // its weekday tells which number is the month
	Either     bool // day and month may be the other way round
	TwoDigits  bool // the year has two digits
	Solar      bool // day and month are of the Iranian calendar
	LastWeek   bool // "last Friday" is not today
	IsFixed    bool // Fixed holds the day: "yesterday" and ages count from the capture
	IsLost     bool // it counts from a capture that is not known
	Fixed      Day
}

// IsBare reports whether the stamp says nothing of its day.
func (s *Stamp) IsBare() bool {
	return !s.IsFixed && !s.IsLost && s.Year == 0 && s.Month == 0 && s.Day == 0 && s.Weekday == 0
}

// IsUnsure reports whether the date of the stamp can be read in several ways.
func (s *Stamp) IsUnsure() bool { return s.Either || s.TwoDigits && s.Form == DayMonth }

// A Form is how a date is written, as far as it tells how others of the document are.
type Form uint8

const (
	// the month is a word, the year has four digits and comes first, or there is no date
	Named      Form = iota
	DayMonth        // in digits, the day first
	MonthDay        // in digits, the month first
	DayOfMonth      // the day alone
)

// A Number is how the dates in digits of a document are read.
type Number uint8

const (
	AnyNumber  Number = iota
	DayFirst          // 3/4 is 3 April
	MonthFirst        // 3/4 is 4 March
	YearFirst         // 18-07-31 is 31 July 2018
)

// A Way is how time runs down the text.
type Way int8

const (
	Unsettled Way = 0
	Forward   Way = 1  // the oldest segment is first
	Back      Way = -1 // the newest segment is first
)

// An Answer is the cheapest assignment.
type Answer struct {
	Heads      []SolvedDay // of the date headers
	Segments   []SolvedDay
	Numbers    Number // how 3/4 was read
	NumberSure int8   // percent: how sure that is
	Way        Way    // how time was taken to run
	IsPlan     bool   // dates without a year were taken to be ahead
	Printed    bool   // clocks that may be of twelve hours are as they are printed
	// what another reading of the dates in digits would break most; NoPrice: there is no other
	NumberBy PriceID

	Newest Day // of the dates that the document states; None: it states none
	Untold int // segments without a day because it would be after Newest

	chains []*chain // of all readings of the numbers and the way, the best first
}

// SolvedDay is the day of a segment, and where it is from.
type SolvedDay struct {
	Day        Day       // None: nothing tells it
	Second     Day       // of the next best assignment in which it is another; None: there is none
	Margin     int64     // by how much that one costs more
	Confidence int8      // percent: how sure the day is
	Year, From feed.Fact // which fact gave the year and the day
	// its clock alone shows that the day is another than that of the segment before it
	Midnight bool
	// the segment whose date gave them, where Year or From is feed.FromEntry; else -1
	By int32
}
