package parser

import (
	"fmt"
	"strings"
)

// What marks of one kind have in common.

// A family is what a mark tells.
type family uint8

// family returns what the fields tell.
func (f *fields) family() family {
	switch {
	case f.hasClock() && f.hasDay():
		return stampFamily
	case f.hasClock():
		return clockFamily
	case f.isAge():
		return ageFamily
	case f.match >= 0 && f.notation == colonClock:
		return elapsedFamily
	case f.match >= 0:
		return matchFamily
	case f.day == 0 && (f.dateForm == monthOnly || f.dateForm == yearOnly):
		return coarseFamily
	}
	return dateFamily
}

const (
	clockFamily   family = iota // a clock
	stampFamily                 // a day and a clock
	dateFamily                  // a day
	coarseFamily                // a month or a year
	ageFamily                   // how long ago
	matchFamily                 // the minute of a match
	elapsedFamily               // the seconds since a beginning
)

// A style is what marks of one kind have in common. It is kept fine, so that the length of a video does not pass for a clock of
// the feed; styles that run together in time are merged later.
type style struct {
	place    place
	family   family
	notation notation
	form     dateForm
	sep      separator
	zoned    bool
	label    traits // updated, published, or neither
	yeared   bool
	half     bool // am or pm
	named    bool // the month is a word
	led      bool // words stand before it in its line
}

func (m *mark) style() style {
	f := &m.f
	s := style{
		place: m.place, family: f.family(), notation: f.notation, form: f.dateForm, sep: m.sep,
		zoned: f.zone != 0 || f.has&offsetGiven != 0, yeared: f.year != 0, half: f.has&meridiem != 0, label: f.has & published, named: f.has&namedDate != 0,
		led: m.place == opens && f.titleEnd > 0,
	}
	if f.has&updated != 0 {
		s.label = updated
	}
	return s
}

// String returns the style in words: "clock with a zone, alone on its line".
func (s style) String() string {
	var b strings.Builder
	b.WriteString([...]string{clockFamily: "clock", stampFamily: "date and clock", dateFamily: "date", coarseFamily: "month or year", ageFamily: "age", matchFamily: "minute of a match", elapsedFamily: "elapsed time"}[s.family])
	if s.zoned {
		b.WriteString(" with a zone")
	}
	switch s.label {
	case updated:
		b.WriteString(" labelled as an update")
	case published:
		b.WriteString(" labelled as published")
	}
	switch s.place {
	case whole:
		b.WriteString(", alone on its line")
	case opens:
		fmt.Fprintf(&b, ", opening its line (%s)", s.sep)
	case closes:
		fmt.Fprintf(&b, ", ending its line (%s)", s.sep)
	case inside:
		b.WriteString(", in the middle of its line")
	}
	return b.String()
}

// String returns the separator in words.
func (s separator) String() string {
	return [...]string{"nothing else", "a mark", "a comma", "glued", "a wide blank", "a blank"}[s]
}
