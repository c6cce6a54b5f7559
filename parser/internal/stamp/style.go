package stamp

import (
	"fmt"
	"strings"
)

// What candidates of one kind have in common.

// A Family is the kind of a candidate.
type Family uint8

// Family returns the kind of the fields.
func (f *Fields) Family() Family {
	switch {
	case f.HasClock() && f.HasDay():
		return StampFamily
	case f.HasClock():
		return ClockFamily
	case f.IsAge():
		return AgeFamily
	case f.Match >= 0 && f.Notation == ColonClock:
		return ElapsedFamily
	case f.Match >= 0:
		return MatchFamily
	case f.Day == 0 && (f.DateForm == MonthOnly || f.DateForm == YearOnly):
		return CoarseFamily
	}
	return DateFamily
}

const (
	ClockFamily   Family = iota // a clock
	StampFamily                 // a day and a clock
	DateFamily                  // a day
	CoarseFamily                // a month or a year
	AgeFamily                   // how long ago
	MatchFamily                 // the minute of a match
	ElapsedFamily               // the seconds since a beginning
)

// A Style is what candidates of one kind have in common. It is kept fine, so that the length of a
// video is not mixed up with a clock of the feed. Styles that run together in time are merged
// later.
type Style struct {
	Place    Position
	Family   Family
	Notation Notation
	Form     DateForm
	Sep      Separator
	Zoned    bool
	Label    Traits // updated, published, or neither
	Yeared   bool
	Half     bool // am or pm
	named    bool // the month is a word
	Led      bool // words precede it in its line
	// of the key before it, where the document tells several keys apart; 0: no key is told
	Key uint64
}

// IsSetOff reports whether the form alone tells that a candidate is no part of a sentence. It is
// alone on its line, or opens it with a mark such as a dash, or a wide blank, behind.
func (s Style) IsSetOff() bool {
	isApart := s.Sep == StrongSep || s.Sep == WideSep
	return s.Place == Whole || s.Place == Opens && isApart && !s.Led
}

func (m *Candidate) Style() Style {
	f := &m.Fields
	s := Style{
		Place: m.Place, Family: f.Family(), Notation: f.Notation, Form: f.DateForm, Sep: m.Sep,
		Zoned: f.Zone != 0 || f.Has&(OffsetGiven|UtcBeside) == OffsetGiven, Yeared: f.Year != 0,
		Half: f.Has&Meridiem != 0, Label: f.Has & Published, named: f.Has&NamedDate != 0,
		Led: m.Place == Opens && f.TitleEnd > 0,
	}
	if f.IsUpdate() {
		s.Label = Updated
	}
	return s
}

// String returns the style in words: "clock with a zone, alone on its line".
func (s Style) String() string {
	var b strings.Builder
	b.Grow(64) // most are shorter
	b.WriteString([...]string{ClockFamily: "clock", StampFamily: "date and clock",
		DateFamily: "date", CoarseFamily: "month or year", AgeFamily: "age",
		MatchFamily: "minute of a match", ElapsedFamily: "elapsed time"}[s.Family])
	if s.Zoned {
		b.WriteString(" with a zone")
	}
	switch s.Label {
	case Updated:
		b.WriteString(" labelled as an update")
	case Published:
		b.WriteString(" labelled as published")
	}
	switch s.Place {
	case Whole:
		b.WriteString(", alone on its line")
	case Opens:
		fmt.Fprintf(&b, ", opening its line (%s)", s.Sep)
	case Closes:
		fmt.Fprintf(&b, ", ending its line (%s)", s.Sep)
	case Inside:
		b.WriteString(", in the middle of its line")
	}
	return b.String()
}

// String returns the separator in words.
func (s Separator) String() string {
	return [...]string{"nothing else", "a mark", "a comma", "glued", "a wide blank", "a blank"}[s]
}
