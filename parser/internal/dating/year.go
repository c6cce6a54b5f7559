package dating

import (
	"fmt"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"slices"
	"time"
)

// The day that clocks are counted from, and the year of dates without one.

// findBase finds the day of the page, and the day from which clocks without a day are counted. The
// latter is that of the page, else that of capture.
func (r *Resolver) findBase() {
	asOf := r.In.AsOf.Day()
	labelled, heads := r.pageDates(asOf)
	if !asOf.IsZero() && !labelled.IsZero() && labelled.Days()-asOf.Days() > 1 {
		r.note(0, feed.Warning, "as-of-misfit",
			fmt.Sprintf("the page says %s, which is after --as-of %s; the page's date is used",
				labelled, asOf))
		r.In.AsOf, asOf = feed.AsOf{}, feed.Date{}
	}
	head := r.headDay(heads, asOf)
	r.lead = r.leadDay(r.firstStamp())
	r.base = asOf
	for _, day := range []feed.Date{labelled, head, r.pageDay()} {
		if !day.IsZero() && (asOf.IsZero() || day.Days() <= asOf.Days() &&
			asOf.Days()-day.Days() < almostYear) {
			r.page, r.base = day, day
			break
		}
	}
	if r.lead.IsZero() && r.In.AsOf.Date.IsZero() {
		r.lead = r.titleDay(r.firstStamp())
		r.titled = !r.lead.IsZero()
	}
	if !r.lead.IsZero() {
		r.base = r.lead
	}
}

// pageDates returns the newest date with a label such as "Updated", and the dates above the feed
// without one.
func (r *Resolver) pageDates(asOf feed.Date) (labelled feed.Date, heads []feed.Date) {
	first := r.headEnd()
	for i := range r.In.Candidates {
		switch r.In.Labels[i] {
		case stamp.EntryLabel, stamp.HeaderLabel, stamp.IndexLabel, stamp.IgnoredLabel:
			continue
		}
		m := r.candidate(i)
		day := r.fullDate(&m.Fields, asOf)
		switch {
		case day.IsZero():
		case m.Fields.Has&(stamp.Updated|stamp.Published) != 0:
			labelled = later(labelled, day)
		case int(m.Line) >= first || len(r.In.D.Line(int(m.Line))) > 2*text.SentenceSize:
		case m.Place != stamp.Opens || m.Fields.HasClock():
			heads = append(heads, day)
		}
	}
	return labelled, heads
}

// headDay returns the day of the page, of those above its first timestamp. Of several it is the one
// that markup has too, because the page may begin with the day on which it was read. Otherwise it
// is the last one. Without that, where the day of capture is known, several are those of a list.
func (r *Resolver) headDay(days []feed.Date, asOf feed.Date) (last feed.Date) {
	several := false
	for _, day := range days {
		several = several || day != days[0]
		last = later(last, day)
	}
	if !several {
		return last
	}
	for _, s := range [...]string{r.In.D.Updated, r.In.D.Published} {
		if t, ok := stamp.ReadMachineTime(s); ok && slices.Contains(days, feed.DateOf(t.Time)) {
			return feed.DateOf(t.Time)
		}
	}
	if !asOf.IsZero() {
		return feed.Date{}
	}
	return last
}

// leadDay returns the day that a line above the first timestamp states for all clocks: "All times
// are UTC on 21 October 2019". It is a sentence about times with one full date; that of the page
// has a label or is alone.
func (r *Resolver) leadDay(first int) feed.Date {
	if len(r.In.Stamps) == 0 || r.In.Family != stamp.ClockFamily &&
		r.In.Family != stamp.StampFamily {
		return feed.Date{}
	}
	for i := range first {
		line := r.In.D.Line(i)
		if len(line) > text.CreditSize || r.lexer.RolesIn(line)&(words.RoleTimes|words.RoleUpdated|
			words.RolePublished) != words.RoleTimes {
			continue
		}
		if f, ok := stamp.DateIn(&r.lexer, line); ok {
			return r.fullDate(&f, feed.Date{})
		}
	}
	return feed.Date{}
}

// firstStamp returns the line, from 0, of the first stamp of the feed, the number of lines if there
// is none.
func (r *Resolver) firstStamp() int {
	if len(r.In.Stamps) > 0 {
		return int(r.candidate(int(r.In.Stamps[0])).Line)
	}
	return r.In.D.Lines.Count()
}

// headEnd returns the line, from 0, below what may date the page: that of the first timestamp. In a
// text without timestamps it is the first of its running text. A date below that is told of.
func (r *Resolver) headEnd() int {
	if len(r.In.Stamps) == 0 {
		isText := func(l text.Look) bool { return l.Has(text.LookRunning) }
		if at := slices.IndexFunc(r.In.D.Looks, isText); at >= 0 {
			return at
		}
	}
	return r.firstStamp()
}

// pageDay returns the day on which the page was last changed by markup, else published; zero:
// unknown.
func (r *Resolver) pageDay() feed.Date {
	for _, s := range [...]string{r.In.D.Updated, r.In.D.Published} {
		if t, ok := stamp.ReadMachineTime(s); ok {
			return feed.DateOf(t.Time)
		}
	}
	return feed.Date{}
}

// baseYear returns the last day of the year or month of capture, or of the year of most of the
// document's full dates. If no day is known, it gives a year to dates without one. It is zero if
// neither is known.
func (r *Resolver) baseYear() feed.Date {
	if !r.In.AsOf.Date.IsZero() {
		return r.In.AsOf.Date
	}
	best := r.commonYear()
	if best == 0 {
		best, _ = r.headYear()
	}
	if best == 0 {
		return feed.Date{}
	}
	return feed.Date{Year: best, Month: 12, Day: 31}
}

// commonYear returns the year that most of the document's full dates have, 0 if there are none.
func (r *Resolver) commonYear() int16 {
	counts := map[int16]int{}
	var best int16
	for i := range r.In.Candidates {
		if y := r.candidate(int(i)).Fields.Year; y != 0 && r.candidate(int(i)).Fields.Day != 0 &&
			r.In.Labels[i] != stamp.IgnoredLabel {
			if counts[y]++; counts[y] > counts[best] {
				best = y
			}
		}
	}
	return best
}

// toldDays returns the newest of the document's full dates that are of the year which most have.
func (r *Resolver) toldDays() []Day {
	year, newest := r.commonYear(), feed.Date{}
	for i := range r.In.Candidates {
		if f := &r.candidate(int(i)).Fields; f.IsFull() && f.Year == year &&
			r.In.Labels[i] != stamp.IgnoredLabel {
			newest = later(newest, r.fullDate(f, feed.Date{}))
		}
	}
	if newest.IsZero() {
		return nil
	}
	return []Day{OfDate(newest)}
}

// headLines is how many lines above the feed may name its year: titles and bylines, not a text.
const headLines = 20

// saidTwice is how many times the lines above the feed name its year at least, if the text was
// captured years later. One may tell of another year: with one, three feeds are of a wrong year.
const saidTwice = 2

// pastYear returns the year of a list of dates that was captured later, if lines above it name the
// year so many times; 0: none. Clocks are of the day of capture, whatever a title tells of.
func (r *Resolver) pastYear(named int16, times int) int16 {
	if asOf := r.In.AsOf.Date; times < saidTwice || asOf.IsZero() || named >= asOf.Year-1 ||
		r.In.Family != stamp.DateFamily {
		return 0
	}
	return named
}

// notePastYear says that a year was taken from the lines above the feed, and not from the capture.
func (r *Resolver) notePastYear(p *Problem, out []SegmentDay) {
	isTaken := func(d SegmentDay) bool { return d.year == feed.FromDocument }
	if p.CaptureNamed && slices.ContainsFunc(out, isTaken) {
		r.note(0, feed.Warning, "year-of-title",
			fmt.Sprintf("dates without a year are taken to be of %d, which the lines above them "+
				"name; --as-of %s is later", p.HeadYear, r.In.AsOf))
	}
}

// headYear returns the year that the short lines above the feed name, "Timeline: 1934", and how
// many times they do. If they name several, it is that which is named more often than all others.
func (r *Resolver) headYear() (year int16, times int) {
	first := r.In.D.Lines.Count()
	if len(r.In.Stamps) > 0 {
		first = int(r.candidate(int(r.In.Stamps[0])).Line)
	}
	named := map[int16]int{}
	all := 0
	for i := range min(first, headLines) {
		line := r.In.D.Line(i)
		if len(line) > 2*text.SentenceSize {
			continue
		}
		for at := 0; at < len(line); at++ {
			if !words.IsDigit(line[at]) {
				continue
			}
			t := words.Number(line, at)
			if at = int(t.End); t.Digits == 4 && t.Value >= 1800 && t.Value <= 2100 &&
				(at == len(line) || line[at] != '%') {
				named[int16(t.Value)]++
				all++
			}
		}
	}
	for year, n := range named {
		if 2*n > all {
			return year, n
		}
	}
	return 0, 0
}

func later(a, b feed.Date) feed.Date {
	if a.IsZero() || b.Days() > a.Days() {
		return b
	}
	return a
}

// fullDate returns the date of fields with a day, the year taken from near if they have none; zero
// if it cannot be known.
func (r *Resolver) fullDate(f *stamp.Fields, near feed.Date) feed.Date {
	if f.Has&stamp.RelDayGiven != 0 {
		if r.In.AsOf.Day().IsZero() {
			return feed.Date{}
		}
		return r.In.AsOf.Date.Add(int(f.RelDay))
	}
	if f.DateForm == stamp.DayOnly {
		return nearestMonth(f, near)
	}
	d := r.dayOf(f)
	if f.Year == 0 && !d.IsZero() {
		if near.IsZero() {
			return feed.Date{}
		}
		return r.NearestYear(d, near, f.Weekday, f.Has&stamp.Solar != 0)
	}
	return d
}

// dayOf returns the day that fields tell, its numbers in the order of the document; of the year 0
// if they tell none. It is zero if the calendar has no such day: the year may be another line's,
// and the numbers may have been turned round.
func (r *Resolver) dayOf(f *stamp.Fields) feed.Date {
	d := feed.Date{Year: f.Year, Month: f.Month, Day: f.Day}
	if f.Has&stamp.Swappable != 0 && !r.In.DayFirst {
		d.Month, d.Day = d.Day, d.Month
	}
	if !d.Valid() {
		return feed.Date{}
	}
	return d
}

// weekdayYears is how many years before the day that it is counted from a date may be whose weekday
// tells its year. Within these most weekdays recur.
const weekdayYears = 6

// NearestYear gives a date the year that puts it nearest to another day. It is at most three days
// after it, unless the feed runs on from that day. A weekday must agree, if it does in any year
// near by. isSolar: day and month are of the Iranian calendar.
func (r *Resolver) NearestYear(d, near feed.Date, weekday int8, isSolar bool) feed.Date {
	best, distance := feed.Date{}, 0
	for pass := range 2 {
		for y := near.Year - weekdayYears; y <= near.Year+1; y++ {
			c := feed.Date{Year: y, Month: d.Month, Day: d.Day}
			if isSolar {
				c = feed.DateOf(stamp.FromJalali(int(y)-stamp.SolarEpoch, int(d.Month), int(d.Day)))
			}
			if !c.Valid() || pass == 0 && weekday != 0 && c.Weekday() != weekday {
				continue
			}
			ahead := c.Days() - near.Days()
			if ahead > someDays && !r.GoesOn {
				continue
			}
			if ahead < 0 {
				ahead = -ahead
			}
			if best.IsZero() || ahead < distance {
				best, distance = c, ahead
			}
		}
		if !best.IsZero() {
			return best
		}
	}
	return best
}

// nearestMonth returns the last day before a day, or some days after it, that has the number in the
// fields.
func nearestMonth(f *stamp.Fields, near feed.Date) feed.Date {
	if near.IsZero() {
		return feed.Date{}
	}
	for ahead := someDays; ahead > -2*neighbourDays; ahead-- {
		if d := near.Add(ahead); d.Day == f.Day && (f.Weekday == 0 || d.Weekday() == f.Weekday) {
			return d
		}
	}
	return feed.Date{}
}

// Near returns the date of fields, with a missing year taken from the dates around it.
func (r *Resolver) Near(f *stamp.Fields, near feed.Date) feed.Date {
	if d := r.fullDate(f, near); !d.IsZero() {
		return d
	}
	if f.Weekday != 0 && f.Day == 0 && f.DateForm == stamp.NoDate && !near.IsZero() {
		back := int(near.Weekday()) - int(f.Weekday)
		if back < 0 {
			back += 7
		}
		if f.Has&stamp.LastWeek != 0 && back == 0 {
			back = 7
		}
		return near.Add(-back)
	}
	switch f.DateForm {
	case stamp.MonthOnly:
		if f.Year != 0 {
			return feed.Date{Year: f.Year, Month: f.Month, Day: 1}
		}
	case stamp.YearOnly:
		return feed.Date{Year: f.Year, Month: 1, Day: 1}
	}
	return feed.Date{}
}

// monthsBefore returns the day so many months before; where that month is too short, its last day.
func monthsBefore(d feed.Date, n int) feed.Date {
	month := int(d.Year)*12 + int(d.Month) - 1 - n
	if month < 12 {
		return feed.Date{}
	}
	before := feed.Date{Year: int16(month / 12), Month: int8(month%12 + 1), Day: d.Day}
	before.Day = min(before.Day, int8(feed.DaysIn(int(before.Year), int(before.Month))))
	return before
}

// AgedDay returns the day of an age, where the moment of capture is known well enough.
func (r *Resolver) AgedDay(f *stamp.Fields) feed.Date {
	asOf := r.In.AsOf
	if asOf.Day().IsZero() {
		return feed.Date{}
	}
	switch f.Unit {
	case words.Months:
		return monthsBefore(asOf.Date, int(f.Age))
	case words.Years:
		return monthsBefore(asOf.Date, 12*int(f.Age))
	}
	if asOf.Clock.Known {
		minutes := asOf.Date.Days()*1440 + asOf.Clock.Seconds()/60 - int(f.AgeMinutes())
		return feed.DateOf(time.Unix(int64(minutes)*60, 0).UTC())
	}
	return asOf.Date.Add(-int(f.AgeMinutes()) / 1440) // a day of hours is past at any time of day
}
