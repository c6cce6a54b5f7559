package stamp

import "newstimeline/parser/internal/words"

// Four figures that begin lines: years of a chronology, or clocks without a mark, "1652: …".

// The span of years that chronologies of our time are of. Outside it, and without 60 to 99 for
// their last two figures, numbers are clocks.
const (
	FirstYear = 1900
	LastYear  = 2100
)

// IsFigures reports whether the fields are a year alone, of four figures.
func (f *Fields) IsFigures() bool {
	return f.DateForm == YearOnly && f.Has&WeakDate != 0 && f.Month == 0 && f.Weekday == 0 &&
		!f.HasClock()
}

// IsNoYear reports whether four digits are no year of a feed. They may be one only until the
// document has been judged.
func (f *Fields) IsNoYear() bool {
	return f.IsFigures() && f.Has&EraGiven == 0 && (f.Year < 1000 || f.Year > LastYear)
}

// ReadAsClock makes the hour and minute of a year's figures.
func (f *Fields) ReadAsClock() {
	f.Hour, f.Minute, f.Second, f.Notation = int8(f.Year/100), int8(f.Year%100), -1, RunClock
	f.Year, f.DateForm = 0, NoDate
	f.Has &^= WeakDate
}

// ReadAgeAsClock makes the hours and minutes of an age those of a clock, if there is such.
func (f *Fields) ReadAgeAsClock() {
	if minutes := f.AgeMinutes(); minutes < 24*60 {
		f.Hour, f.Minute, f.Second, f.Notation = int8(minutes/60), int8(minutes%60), -1, LetterClock
		f.Unit, f.Age = words.NoUnit, 0
	}
}
