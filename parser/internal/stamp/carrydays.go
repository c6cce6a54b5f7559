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

const (
	// leastCarried is how many days show, below one date, that its month goes on. Below two dates
	// and more, one day less does.
	leastCarried = 3
	// mostMisfits is how many days fit for each number in the same frame that does not.
	mostMisfits = 5
)

// A dayFrame is what is around a date that opens its line. Days of its month have the same.
type dayFrame struct {
	before, after string
	isSigned      bool // 日 is behind the number
	hasWeekday    bool
}

// A carrier reads the days behind dates that name their months.
type carrier struct {
	d     *text.Document
	x     words.Lexer
	r     Reader
	frame dayFrame
	named *Candidate // the last date that names its month; nil: no month goes on
	days  []Candidate
	runs  []dayRun
}

// A dayRun is the days behind a date that names their month.
type dayRun struct {
	named, next *Candidate // next: the date behind them that names its month; nil: none does
	first, end  int        // of the days
}

// CarryMonths adds the days that have their month from a date above, in the same frame.
func CarryMonths(d *text.Document, candidates []Candidate) []Candidate {
	first := slices.IndexFunc(candidates, func(m Candidate) bool { return m.namesMonth(d) })
	if first < 0 {
		return candidates
	}
	c := carrier{d: d}
	c.read(candidates[first:])
	return withoutInside(insert(candidates, c.carried()))
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
	f := &m.Fields
	return m.Place == Opens && f.Day != 0 && f.Month != 0 && f.Has&NamedDate != 0 &&
		!f.HasClock() && f.TitleEnd == 0 && f.Has&(Approximate|Loose|Solar) == 0 &&
		(m.Sep == StrongSep || m.Sep != GluedSep && m.isSigned(d))
}

// isSigned reports whether a timestamp ends with the sign of a day.
func (m *Candidate) isSigned(d *text.Document) bool {
	s := d.Text[m.Start:m.End]
	return strings.HasSuffix(s, "日") || strings.HasSuffix(s, "일")
}

// frameOf returns what is around a candidate.
func frameOf(d *text.Document, m *Candidate) dayFrame {
	return dayFrame{
		before:     d.Text[d.Lines.Span(d.Text, int(m.Line)).Start:m.Start],
		after:      strings.Trim(d.Text[m.End:m.Rest], spaces+"."),
		isSigned:   m.isSigned(d),
		hasWeekday: m.Fields.Weekday != 0,
	}
}

// read reads the lines of candidates, and those between and below them.
func (c *carrier) read(candidates []Candidate) {
	at := 0
	for i := int(candidates[0].Line); i < c.d.Lines.Count(); i++ {
		isOpened := false
		for ; at < len(candidates) && int(candidates[at].Line) == i; at++ {
			if m := &candidates[at]; m.Place <= Opens {
				isOpened = true
				c.pass(m)
			}
		}
		if isOpened || c.named == nil || c.d.IsBlank(i) {
			continue
		}
		s := c.d.Lines.Span(c.d.Text, i)
		m, ok := c.dayIn(s.Of(c.d.Text))
		if !ok {
			continue
		}
		if m.Shift(int32(i), s.Start); frameOf(c.d, &m) == c.frame {
			c.add(&m)
		}
	}
}

// pass goes past a candidate that opens its line: it may name the next month. After another date,
// no month goes on.
func (c *carrier) pass(m *Candidate) {
	switch {
	case m.namesMonth(c.d):
		if n := len(c.runs); n > 0 && c.runs[n-1].named == c.named {
			c.runs[n-1].next = m
		}
		c.named, c.frame = m, frameOf(c.d, m)
	case m.Fields.HasDate():
		c.named = nil
	}
}

// dayIn reads the number in the frame of a day.
func (c *carrier) dayIn(line string) (m Candidate, ok bool) {
	start := len(c.frame.before)
	if len(line) <= start || line[:start] != c.frame.before || !c.mayBegin(line[start:]) {
		return m, false
	}
	m, kind := c.r.dayAt(&c.x, line, start)
	if kind == noDay || (kind == signedDay) != c.frame.isSigned || m.Place != Opens ||
		m.Sep != c.named.Sep || c.frame.hasWeekday != (m.Fields.Weekday != 0) {
		return m, false
	}
	f := &c.named.Fields
	m.Fields.Year, m.Fields.Month, m.Fields.DateForm = f.Year, f.Month, f.DateForm
	return m, true
}

// mayBegin reports whether a day, or its weekday, may begin a text.
func (c *carrier) mayBegin(s string) bool {
	return words.IsDigit(s[0]) || isDigitLead(s[0]) || c.frame.hasWeekday && nextDigit(s) >= 0
}

// add adds a day to the run behind the last date that names its month.
func (c *carrier) add(m *Candidate) {
	n := len(c.runs)
	if n == 0 || c.runs[n-1].named != c.named {
		c.runs = append(c.runs, dayRun{named: c.named, first: len(c.days)})
		n++
	}
	c.days = append(c.days, *m)
	c.runs[n-1].end = len(c.days)
}

// carried returns the days that run one way between the dates that name their months, if nearly
// all do.
func (c *carrier) carried() []Candidate {
	days, misfits := c.fitting(1)
	if fall, others := c.fitting(-1); len(fall) > len(days) {
		days, misfits = fall, others
	}
	least := leastCarried
	if len(c.runs) > 1 {
		least--
	}
	if len(days) < least || misfits*mostMisfits > len(days) {
		return nil
	}
	return days
}

// fitting returns the days that rise, or fall where way is -1, and how many numbers do not.
func (c *carrier) fitting(way int) (days []Candidate, misfits int) {
	for _, run := range c.runs {
		f := &run.named.Fields
		last, isFirst := f.Day, true
		for i := run.first; i < run.end; i++ {
			day := c.days[i].Fields.Day
			step := cmp.Compare(day, last) * way
			if step < 0 || step == 0 && isFirst ||
				int(day) > feed.DaysIn(int(f.Year), int(f.Month)) {
				misfits++
				continue
			}
			last, isFirst = day, false
			days = append(days, c.days[i])
		}
		if next := run.next; next != nil && next.Fields.Month == f.Month &&
			next.Fields.Year == f.Year && cmp.Compare(next.Fields.Day, last)*way < 0 {
			misfits++
		}
	}
	return days, misfits
}
