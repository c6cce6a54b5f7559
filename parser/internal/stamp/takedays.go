package stamp

import (
	"strings"
	"unicode/utf8"

	"newstimeline/parser/feed"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
)

// Days under the heading of their month: "11th - text", "Mon 2: text" and "11: text" below "March
// 2020". Others are "Tuesday 1" below "January" and "2019", and 5日 below 一月.

// A monthDay is a day whose month is above it.
type monthDay struct {
	m       Candidate
	kind    dayKind
	heading int // the line of the month
}

// TakeDays adds the days that have their month from a line above.
func TakeDays(d *text.Document, candidates []Candidate) []Candidate {
	first := 0
	for first < len(candidates) && !candidates[first].headsMonth() {
		first++
	}
	if first == len(candidates) {
		return candidates
	}
	days, headings := daysOfMonths(d, candidates)
	if len(days) < few || !areDays(days) {
		return candidates
	}
	for k := range days {
		headings = append(headings, days[k].m)
	}
	return insert(candidates, headings)
}

// headsMonth reports whether a candidate is a month alone on its line.
func (m *Candidate) headsMonth() bool {
	f := &m.Fields
	return m.Place == Whole && f.DateForm == MonthOnly && f.Day == 0 && !f.HasClock() &&
		f.Has&(Approximate|Spanned) == 0
}

// daysOfMonths returns the days below months, in the order of their lines. It also returns the
// headings whose month is too short a word to be one by itself: "May".
func daysOfMonths(d *text.Document, candidates []Candidate) (
	days []monthDay, headings []Candidate) {
	var x words.Lexer
	var r Reader
	var year, month, heading, at = int16(0), int8(0), 0, 0
	for i := range d.Lines.Count() {
		if at < len(candidates) && int(candidates[at].Line) == i {
			f := &candidates[at].Fields
			switch {
			case candidates[at].headsMonth():
				month, heading = f.Month, i
				if f.Year != 0 {
					year = f.Year
				}
			case candidates[at].Place == Whole && f.IsFigures():
				year, month = f.Year, 0
			}
			for at < len(candidates) && int(candidates[at].Line) == i {
				at++
			}
			continue
		}
		if month == 0 || d.IsBlank(i) {
			continue
		}
		s := d.Lines.Span(d.Text, i)
		line := s.Of(d.Text)
		if m, ok := r.shortMonth(&x, line); ok {
			m.Shift(int32(i), s.Start)
			month, heading, headings = m.Fields.Month, i, append(headings, m)
		} else if m, kind := dayBelow(line, &x, &r); kind != noDay {
			m.Shift(int32(i), s.Start)
			m.Fields.Year, m.Fields.Month = year, month
			days = append(days, monthDay{m, kind, heading})
		}
	}
	return days, headings
}

// shortMonth reads a line that is a month of three letters, with a colon perhaps.
func (r *Reader) shortMonth(x *words.Lexer, line string) (m Candidate, ok bool) {
	if len(strings.TrimSuffix(line, ":")) != len("May") {
		return m, false
	}
	r.Toks = x.Lex(line, 0)
	month, _ := r.month(0)
	m = Candidate{End: int32(len("May")), Fields: NoFields}
	m.Fields.Month, m.Fields.DateForm = int8(month), MonthOnly
	m.Fields.Has = NamedDate | WeakDate
	m.fillLine(line)
	return m, month != 0
}

// dayBelow reads the day of a month above that opens a line. A mark is between a plain number and
// the text.
func dayBelow(line string, x *words.Lexer, r *Reader) (Candidate, dayKind) {
	start := skipBullet(line)
	if nextDigit(line) < 0 || start == len(line) ||
		!words.IsPlain(line[start]) && line[start] < utf8.RuneSelf {
		return Candidate{}, noDay
	}
	m, kind := r.dayAt(x, line, start)
	if kind == plainDay && m.Sep != StrongSep {
		return m, noDay
	}
	return m, kind
}

// A dayKind is what a number that may be a day is by itself.
type dayKind uint8

const (
	noDay dayKind = iota
	plainDay
	markedDay // a weekday is before it
	signedDay // the sign of a day is behind it
)

// dayAt reads a number at byte start of a line that may be a day, of two digits at most. Its
// weekday may be before it, the ending of an ordinal or the sign of a day behind it.
func (r *Reader) dayAt(x *words.Lexer, line string, start int) (m Candidate, kind dayKind) {
	r.Toks, r.line, r.F = x.Lex(line, start), false, NoFields
	i := 0
	f := NoFields
	if r.isWord(i, words.RoleWeekday|words.RoleWeekdayShort) {
		f.Weekday = r.at(i).Word.Weekday
		i = r.skipJoin(i+1, '.', ',')
	}
	n := r.at(i)
	if !r.isNumber(i, 2) || n.Value < 1 || r.clockLength(i) > 0 {
		return m, noDay
	}
	end := r.skipOrdinal(i + 1)
	switch {
	case r.isWord(end, words.RoleDayWord):
		kind = signedDay
		end++
	case f.Weekday == 0:
		kind = plainDay
	default:
		kind = markedDay
	}
	f.Day, f.DateForm, f.Has = int8(n.Value), DayMonth, NamedDate
	m = Candidate{Start: int32(start), End: r.at(end - 1).End, Place: Opens, Fields: f}
	if m.Sep, m.Rest = Separate(line, int(m.End)); int(m.Rest) >= len(line) {
		m.Place, m.Sep = Whole, NoSep
	}
	return m, kind
}

// nextDigit returns where the first digit of a line's first bytes is, -1 if none is there.
func nextDigit(line string) int {
	return strings.IndexAny(line[:min(len(line), headWindow)], "0123456789")
}

// areDays reports whether days below months are dates: they fit their months, and run one way below
// each month.
func areDays(days []monthDay) bool {
	up, down := 0, 0
	for k := range days {
		f := &days[k].m.Fields
		if int(f.Day) > feed.DaysIn(int(f.Year), int(f.Month)) {
			return false
		}
		switch before := dayAbove(days, k); {
		case before == 0:
		case before < f.Day:
			up++
		case before > f.Day:
			down++
		}
	}
	return 5*max(up, down) >= 4*(up+down) && !countUpFromOne(days)
}

// dayAbove returns the day before day k, 0 if that is below another month.
func dayAbove(days []monthDay, k int) int8 {
	if k == 0 || days[k-1].heading != days[k].heading {
		return 0
	}
	return days[k-1].m.Fields.Day
}

// countUpFromOne reports whether all days are numbers by themselves that count the lines below
// each month.
func countUpFromOne(days []monthDay) bool {
	for k := range days {
		if days[k].kind != plainDay || days[k].m.Fields.Day != dayAbove(days, k)+1 {
			return false
		}
	}
	return true
}
