package stamp

import (
	"cmp"
	"slices"
	"strings"

	"newstimeline/parser/feed"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
)

// Days that carry on the month of a date before them: "- 10: text" below "- 9 April: text". They
// do so up to the date that names the next month.

// mostMisfits is how many days fit for each number in the same frame that does not.
const mostMisfits = 5

// A dayFrame is what is around a date that opens its line. Days of its month have the same.
type dayFrame struct {
	before, after string
	sep           Separator
	isSigned      bool // 日 is behind the number
}

// A carriedDay is a number in the frame of a date above, which names its month.
type carriedDay struct {
	m     Candidate
	named *Candidate
}

// CarryMonths adds the days that have their month from a date above, in the same frame.
func CarryMonths(d *text.Document, candidates []Candidate) []Candidate {
	days := carriedDays(d, candidates)
	fit, misfits := fitting(days, 1)
	if fall, others := fitting(days, -1); len(fall) > len(fit) {
		fit, misfits = fall, others
	}
	if len(fit) < few || misfits*mostMisfits > len(fit) {
		return candidates
	}
	return withoutInside(insert(candidates, fit))
}

// insert adds candidates in the order of their lines.
func insert(candidates, more []Candidate) []Candidate {
	if len(more) == 0 {
		return candidates
	}
	candidates = append(candidates, more...)
	slices.SortStableFunc(candidates, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Start, b.Start))
	})
	return candidates
}

// namesMonth reports whether a candidate is a date that opens its line and names its month. A mark
// is behind it, or it has the sign of a day.
func (m *Candidate) namesMonth(d *text.Document) bool {
	return m.Place == Opens && m.Fields.Month != 0 && (m.Sep == StrongSep || m.isSigned(d))
}

// namesWeekday reports whether a candidate is a whole line with a weekday, a day and a month. Below
// "Friday 10 May 1940", the line "Saturday 11" is a date.
func (m *Candidate) namesWeekday() bool {
	f := &m.Fields
	return m.Place == Whole && f.Weekday != 0 && f.Day != 0 && f.Month != 0 && !f.HasClock()
}

// weekdayLine returns a line that may be no more than a weekday and a day, else "".
func weekdayLine(line string) string {
	if len(line) > text.SentenceSize/2 || line == "" || words.IsDigit(line[0]) ||
		nextDigit(line) < 0 {
		return ""
	}
	return line
}

// isOfWeekday reports whether a date is on its weekday; it is if its year is not known.
func (f *Fields) isOfWeekday() bool {
	date := feed.Date{Year: f.Year, Month: f.Month, Day: f.Day}
	return f.Weekday != 0 && (f.Year == 0 || date.Valid() && date.Weekday() == f.Weekday)
}

// isSigned reports whether a timestamp ends with the sign of a day.
func (m *Candidate) isSigned(d *text.Document) bool {
	s := d.Text[m.Start:m.End]
	return strings.HasSuffix(s, "日") || strings.HasSuffix(s, "일")
}

// frameOf returns what is around a candidate.
func frameOf(d *text.Document, m *Candidate) dayFrame {
	return dayFrame{
		before:   d.Text[d.Lines.Span(d.Text, int(m.Line)).Start:m.Start],
		after:    strings.Trim(d.Text[m.End:m.Rest], spaces+"."),
		sep:      m.Sep,
		isSigned: m.isSigned(d),
	}
}

// carriedDays returns the numbers in the frame of the last date above that names its month.
func carriedDays(d *text.Document, candidates []Candidate) (days []carriedDay) {
	var x words.Lexer
	var r Reader
	var named *Candidate
	var frame dayFrame
	at := 0
	for i := range d.Lines.Count() {
		for ; at < len(candidates) && int(candidates[at].Line) == i; at++ {
			if m := &candidates[at]; m.namesMonth(d) || m.namesWeekday() {
				named, frame = m, frameOf(d, m)
			}
		}
		if named == nil {
			continue
		}
		s := d.Lines.Span(d.Text, i)
		line := s.Of(d.Text)
		if named.Place == Whole {
			line = weekdayLine(line)
		}
		rest, ok := strings.CutPrefix(line, frame.before)
		if !ok || rest == "" || !words.IsDigit(rest[0]) && !isDigitLead(rest[0]) &&
			named.Place != Whole {
			continue
		}
		m, kind := r.dayAt(&x, line, len(frame.before))
		m.Shift(int32(i), s.Start)
		f := &named.Fields
		m.Fields.Year, m.Fields.Month, m.Fields.DateForm = f.Year, f.Month, f.DateForm
		if kind == noDay || m.Place != named.Place || m.Place == Opens && frameOf(d, &m) != frame ||
			m.Place == Whole && !m.Fields.isOfWeekday() {
			continue
		}
		days = append(days, carriedDay{m, named})
	}
	return days
}

// takeWeekdays adds the lines that are a weekday and its day, "Friday 13", in a document of which
// no date names a month. Each must be of its weekday if the one before is.
func takeWeekdays(d *text.Document, candidates []Candidate) []Candidate {
	for i := range candidates {
		if candidates[i].Fields.Month != 0 {
			return candidates
		}
	}
	var x words.Lexer
	var r Reader
	var days []Candidate
	at := 0
	for i := 0; i < d.Lines.Count() && len(candidates) > 0; i++ {
		for at < len(candidates) && int(candidates[at].Line) < i {
			at++
		}
		line := strings.TrimRight(weekdayLine(d.Line(i)), ".: ")
		if line == "" || at < len(candidates) && int(candidates[at].Line) == i &&
			!candidates[at].isWeekday() {
			continue
		}
		m, kind := r.dayAt(&x, line, 0)
		if kind == noDay || m.Place != Whole || m.Fields.Weekday == 0 {
			continue
		}
		m.Fields.DateForm = DayOnly
		if n := len(days); n > 0 && !m.Fields.isInStep(&days[n-1].Fields) {
			return candidates
		}
		m.Shift(int32(i), d.Lines.Span(d.Text, i).Start)
		days = append(days, m)
	}
	return insert(withoutLines(candidates, days), days)
}

// isWeekday reports whether a candidate is a weekday, and no more.
func (m *Candidate) isWeekday() bool {
	f := &m.Fields
	return f.Weekday != 0 && f.Day == 0 && !f.HasClock()
}

// withoutLines removes the candidates in the lines of others.
func withoutLines(candidates, others []Candidate) []Candidate {
	if len(others) == 0 {
		return candidates
	}
	at := 0
	return slices.DeleteFunc(candidates, func(m Candidate) bool {
		for at < len(others) && others[at].Line < m.Line {
			at++
		}
		return at < len(others) && others[at].Line == m.Line
	})
}

// isInStep reports whether a weekday and a day are as far from those of another date. In another
// month they may be anything.
func (f *Fields) isInStep(o *Fields) bool {
	days := int(f.Day - o.Day)
	return (days-int(f.Weekday-o.Weekday))%7 == 0 || days > 14 || days < -14
}

// fitting returns the days that rise, or fall where way is -1, from those that name their months,
// and how many numbers do not.
func fitting(days []carriedDay, way int) (fit []Candidate, misfits int) {
	var named *Candidate
	var last int8
	for i := range days {
		f := &days[i].m.Fields
		if days[i].named != named {
			named = days[i].named
			last = named.Fields.Day
		}
		if cmp.Compare(f.Day, last)*way < 0 || int(f.Day) > feed.DaysIn(int(f.Year), int(f.Month)) {
			misfits++
			continue
		}
		last = f.Day
		fit = append(fit, days[i].m)
	}
	return fit, misfits
}
