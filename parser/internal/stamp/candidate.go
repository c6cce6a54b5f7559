package stamp

// A Candidate is a place in a line that could be a timestamp, by its form alone.
type Candidate struct {
	Line       int32 // from 0
	Start, End int32 // the words of the timestamp, bytes of the text
	// Where the text beside the timestamp begins, in the units of Start. Of one that closes its
	// line or is inside it: where the text before it ends.
	Rest   int32
	Place  Position
	Sep    Separator
	Fields Fields
}

// A Position is where in its line a candidate is.
type Position uint8

const (
	Whole  Position = iota // it is all of the line
	Opens                  // it opens the line
	Closes                 // it ends the line
	Inside                 // in the middle of a short line: a byline with a date
	Row                    // after fields that open the line; it counts only where these recur
)

// A Separator is what is between a candidate and the text of its line.
type Separator uint8

const (
	NoSep     Separator = iota
	StrongSep           // : - – | ] 】 ·
	CommaSep            // ,
	GluedSep            // nothing: 20:42Name
	WideSep             // two spaces or more
	BlankSep            // one space
)

// Shift makes offsets in the line offsets in the text, in which the line begins at byte at.
func (m *Candidate) Shift(line int32, at int) {
	m.Line = line
	m.Start += int32(at)
	m.End += int32(at)
	m.Rest += int32(at)
}

// fillLine makes a candidate all of its line.
func (m *Candidate) fillLine(line string) {
	m.Place, m.Sep, m.Rest = Whole, NoSep, int32(len(line))
}

// MayBeRepeat reports whether a candidate is a date after a preposition, at the end of a line, or
// one beside what may be a name. It counts only if the line recurs, or others name writers so.
func (m *Candidate) MayBeRepeat() bool {
	return m.isLedLoosely() || m.Place == Closes && m.Fields.Has&LeadingPrep != 0 &&
		(!m.Fields.HasClock() || m.Fields.Has&Loose != 0)
}

// isLedLoosely reports whether a byline begins with words that may be a sentence.
func (m *Candidate) isLedLoosely() bool { return m.Fields.Has&(Bylined|Loose) == Bylined|Loose }

// CountFacts counts the facts that a candidate has: clock, day, month, year, zone.
func (m *Candidate) CountFacts() int {
	f := &m.Fields
	n := 0
	for _, has := range [...]bool{f.HasClock(), f.Day != 0, f.Year != 0, f.Month != 0,
		f.Zone != 0} {
		if has {
			n++
		}
	}
	return n
}

// DatesPage reports whether a candidate that is none of the feed's dates is the page's. It has a
// label, or it is above the feed and has a day.
func (m *Candidate) DatesPage(above bool) bool {
	f := &m.Fields
	return f.Has&(Updated|Published) != 0 || f.HasDay() && f.Has&WeakDate == 0 && above
}

// IsUpdate reports whether the fields are labelled as an update. In "20:15 Updated 21:15" only the
// other clock is.
func (f *Fields) IsUpdate() bool { return f.Has&(Updated|SecondStamp) == Updated }

// TakeDate takes the date of other fields.
func (f *Fields) TakeDate(date *Fields) {
	f.Year, f.Month, f.Day, f.Weekday = date.Year, date.Month, date.Day, date.Weekday
	f.RelDay, f.DateForm = date.RelDay, date.DateForm
	f.Has |= date.Has & (Swappable | RelDayGiven | LastWeek | NamedDate)
}

// countsAlone reports whether one of the candidates of a line counts by itself.
func countsAlone(found []Candidate) bool {
	for i := range found {
		if found[i].Place != Row {
			return true
		}
	}
	return false
}

// isBareHour reports whether the fields are a clock without minutes or half of the day.
func (f *Fields) isBareHour() bool {
	return f.HasClock() && f.Minute == 0 && f.Has&(Meridiem|SpokenMinutes) == 0 &&
		(f.Notation == SignClock || f.Notation == BareClock)
}
