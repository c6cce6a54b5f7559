package dating

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
)

// Whether 3/4 is in April, and whether 18-07-31 is of 2018: settled once for the whole document, by
// the solver of its dates.

// A NumberOrder is how the dates in digits of a document are read.
type NumberOrder struct {
	DayFirst bool    // 3/4 is 3 April
	By       PriceID // what another reading would break, where Sure
	// percent: how certain it is, if some could be read in several ways; 0: none could, or it was
	// given
	Sure       int8
	ByLanguage bool // nothing but the language of the text settled it
	ByForm     bool // nothing but the form of the timestamps settled it
}

// InMonthFirstForm returns the order for timestamps of a form that has the month first. It is as
// sure as what the language of a text tells.
func InMonthFirstForm() NumberOrder { return NumberOrder{Sure: byLanguage, ByForm: true} }

// byLanguage is how sure, in percent, the order is that the language of the text has. Some programs
// write the American order in any language.
const byLanguage = 95

// InDayFirstLanguage returns the order for a text in a language that has the day first, if nothing
// in the document settled it otherwise.
func (n NumberOrder) InDayFirstLanguage() NumberOrder {
	if n.Sure > 0 && !n.IsSettled() && n.DayFirst {
		n.Sure, n.ByLanguage = byLanguage, true
	}
	return n
}

// IsSettled reports whether something in the document settled the order.
func (n NumberOrder) IsSettled() bool {
	return n.Sure > 0 && n.By != NoPrice && n.By != MonthsFirst && n.By != YearsFirst
}

// SettleNumbers decides the order of the numbers in dates in digits, from all of them, unless it
// was given. If years of two digits come first, the candidates are changed accordingly.
func SettleNumbers(marks []stamp.Candidate, asOf feed.AsOf, told feed.Tri) NumberOrder {
	if told != feed.Auto {
		return NumberOrder{DayFirst: told == feed.Yes}
	}
	unsure, number := plainNumbers(marks)
	switch {
	case !unsure:
		return NumberOrder{DayFirst: true}
	case number != AnyNumber:
		return NumberOrder{DayFirst: number == DayFirst, By: OtherNumbers, Sure: 99}
	}
	a := Solve(numberProblem(marks, asOf))
	if a.Numbers == YearFirst {
		for i := range marks {
			marks[i].Fields.PutYearFirst()
		}
	}
	return NumberOrder{DayFirst: a.Numbers != MonthFirst, By: a.NumberBy, Sure: a.NumberSure}
}

// plainNumbers reports whether any date in digits can be read in several ways. It also returns how
// they are read if all others can be read in one way only, and in the same. Otherwise, or if a year
// may come first, that is AnyNumber.
func plainNumbers(marks []stamp.Candidate) (unsure bool, number Number) {
	days, months, years := false, false, false
	for i := range marks {
		f := &marks[i].Fields
		years = years || f.Has&stamp.TwoDigits != 0 && f.DateForm == stamp.DayMonth
		switch form := FormOf(f); {
		case f.Has&stamp.Swappable != 0:
			unsure = true
		case f.Day <= 12 && f.Has&stamp.WeekdaySettled == 0:
		case form == DayMonth:
			days = true
		case form == MonthDay:
			months = true
		}
	}
	switch {
	case years:
		return true, AnyNumber
	case days && !months:
		return unsure, DayFirst
	case months && !days:
		return unsure, MonthFirst
	}
	return unsure, AnyNumber
}

// numberProblem returns the dates in digits as a problem of their own.
func numberProblem(marks []stamp.Candidate, asOf feed.AsOf) *Problem {
	p := &Problem{
		Capture: OfDate(asOf.Date), CaptureClock: -1, CaptureVague: asOf.Day().IsZero(), Page: None,
		Lead: None, SolarDay: SolarDay,
	}
	for i := range marks {
		f := &marks[i].Fields
		if f.Day == 0 || f.Month == 0 || f.Has&stamp.RelDayGiven != 0 || f.IsAge() {
			continue
		}
		s := Stamp{Minute: -1}
		if f.HasClock() {
			s.Minute = int16(f.Hour)*60 + int16(f.Minute)
		}
		s.SetDate(f)
		if f.Has&stamp.Swappable == 0 && f.Year == 0 {
			continue
		}
		if len(p.Segments) == mostNumbers && !s.IsUnsure() && s.Form == Named {
			continue
		}
		p.Segments = append(p.Segments, Stamped{Stamp: s, Head: -1})
	}
	return p
}

// mostNumbers is the number of dates from which on those without evidence for the order of numbers
// are left out.
const mostNumbers = 4096 // work alone

// DecidingLine returns the line, from 1, of the first date in digits that can be read in one way
// only.
func DecidingLine(marks []stamp.Candidate) int {
	for i := range marks {
		f := &marks[i].Fields
		if form := FormOf(f); form == Named || f.Has&stamp.Swappable != 0 || f.Day <= 12 &&
			f.Has&stamp.WeekdaySettled == 0 {
			continue
		}
		return int(marks[i].Line) + 1
	}
	return 0
}
