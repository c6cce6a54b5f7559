package dating

import (
	"fmt"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/words"
	"time"
)

// Clocks and zones: the instant that an entry's stamp names.

// A zoneDay is what a zone does on a day: most days it keeps one offset, and the instant of a clock
// is one addition.
type zoneDay struct {
	date    feed.Date
	loc     *time.Location
	start   int64 // midnight's instant, if the offset were that of the first moment
	uniform bool  // the offset does not change that day
}

// Stamp fills in when the entry of a block was reported.
func (r *Resolver) Stamp(e *feed.Entry, b Segment, t SegmentDay) {
	e.Inferred |= t.inferred
	if !t.date.IsZero() {
		r.check(t.date)
		e.Date, e.Precision = t.date, feed.ToDay
	} else if e.Yearless = r.yearlessDay(b); !e.Yearless.IsZero() {
		r.Yearless++
	}
	if b.Mark < 0 {
		return
	}
	m := r.candidate(int(b.Mark))
	e.As = r.printed(m)
	e.Approximate = m.Fields.Has&stamp.Approximate != 0
	r.setPrecision(e, m)
	r.takeEnd(e, m)
}

// printed returns the words of a timestamp. Those of one that has several lines are put in one.
func (r *Resolver) printed(m *stamp.Candidate) string {
	d, told := r.In.D, r.In.D.Text[m.Start:m.End]
	for i := int(m.Line) + 1; d.Muted != nil && i < len(d.Muted) &&
		(d.Muted[i] == feed.RuleLeaf || d.IsBlank(i)); i++ {
		if d.Muted[i] == feed.RuleLeaf {
			told += " " + d.Line(i)
		}
	}
	return told
}

// setPrecision fills in the clock, and how exactly the stamp tells the time.
func (r *Resolver) setPrecision(e *feed.Entry, m *stamp.Candidate) {
	f := &m.Fields
	switch {
	case f.HasClock():
		e.Clock = f.Clock()
		e.Precision = feed.ToMinute
		if f.Second >= 0 {
			e.Precision = feed.ToSecond
		} else if f.Notation == stamp.BareClock || f.Notation == stamp.SignClock && f.Minute == 0 &&
			f.Has&stamp.SpokenMinutes == 0 {
			e.Precision = feed.ToHour
		}
		r.place(e, m)
	case f.IsAge() && f.Unit <= words.Hours && r.In.AsOf.Clock.Known && !e.Date.IsZero():
		r.takeAge(e, m)
	case e.Date.IsZero():
	case f.DateForm == stamp.MonthOnly:
		e.Precision = feed.ToMonth
	case f.DateForm == stamp.YearOnly:
		e.Precision = feed.ToYear
	case f.IsAge() && f.Unit == words.Months:
		e.Date.Day, e.Precision = 1, feed.ToMonth
	case f.IsAge() && f.Unit == words.Years:
		e.Date.Month, e.Date.Day, e.Precision = 1, 1, feed.ToYear
	}
}

// takeEnd gives the entry the end of the span that its stamp tells. A clock before that of the
// start is of the next day.
func (r *Resolver) takeEnd(e *feed.Entry, m *stamp.Candidate) {
	if m.Fields.Has&stamp.Spanned == 0 || e.Date.IsZero() {
		return
	}
	s := r.In.D.Lines.Span(r.In.D.Text, int(m.Line))
	f, ok := m.SpanEnd(s.Of(r.In.D.Text), s.Start)
	if !ok {
		return
	}
	e.Until = f.LastDay(e.Date, r.In.DayFirst)
	if !f.HasClock() || !e.Clock.Known || e.Until.IsZero() {
		return
	}
	e.UntilClock = f.Clock()
	if f.Day == 0 && e.UntilClock.Seconds() < e.Clock.Seconds() {
		e.Until = e.Until.Add(1)
	}
}

// checkWeekday reports a timestamp or header whose weekday does not match its day.
func (r *Resolver) checkWeekday(m *stamp.Candidate, d feed.Date) {
	if m.Fields.Weekday == 0 || m.Fields.Day == 0 || d.IsZero() || d.Weekday() == m.Fields.Weekday {
		return
	}
	of := "the date"
	if m.Fields.Year == 0 {
		of = d.String() + ", in the best year"
	}
	r.remark(m, feed.Warning, "weekday",
		fmt.Sprintf("%q: the weekday does not match %s; the date is used",
			r.In.D.Text[m.Start:m.End], of))
}

// yearlessDay returns the month and day of a segment's timestamp or header, zero if they have
// neither.
func (r *Resolver) yearlessDay(b Segment) feed.Date {
	for _, i := range [...]int32{b.Mark, b.Header} {
		if i < 0 || r.candidate(int(i)).Fields.Day == 0 || r.candidate(int(i)).Fields.Month == 0 {
			continue
		}
		f := r.candidate(int(i)).Fields
		f.Year = 0
		return r.dayOf(&f)
	}
	return feed.Date{}
}

// takeAge gives the entry the clock that its age gives, counted from the moment of capture, as
// precise as the age.
func (r *Resolver) takeAge(e *feed.Entry, m *stamp.Candidate) {
	asOf := r.In.AsOf
	minute := (asOf.Clock.Seconds()/60 - int(m.Fields.AgeMinutes())%1440 + 1440) % 1440
	e.Clock = feed.Clock{Hour: int8(minute / 60), Minute: int8(minute % 60), Second: -1,
		Known: true}
	e.Precision = feed.ToMinute
	if m.Fields.Unit == words.Hours {
		e.Precision = feed.ToHour
	}
	loc := asOf.Zone
	if loc == nil {
		r.place(e, m)
		return
	}
	e.Zone = loc.String()
	e.Epoch, e.Timed = r.instant(e, m, loc), true
}

// place gives the entry its zone and instant.
func (r *Resolver) place(e *feed.Entry, m *stamp.Candidate) {
	loc, named, inferred := r.ZoneOf(e, m)
	e.Zone = named
	if inferred {
		r.unzoned++
	}
	if e.Date.IsZero() {
		return
	}
	if inferred {
		e.Inferred |= feed.InferredZone
	}
	e.Epoch, e.Timed = r.instant(e, m, loc), true
}

// named returns the zone of a name in the zone database, nil if there is none. Feeds name one zone,
// so only the last is kept.
func (r *Resolver) named(name string) *time.Location {
	if name != r.lastName {
		r.lastName, r.lastZone = name, nil
		if loc, err := time.LoadLocation(name); err == nil {
			r.lastZone = loc
		}
	}
	return r.lastZone
}

// offsetName names the zone of an offset in minutes: UTC, +02:00.
func offsetName(minutes int) string {
	if minutes == 0 {
		return "UTC"
	}
	return time.Time{}.In(time.FixedZone("", minutes*60)).Format("-07:00")
}

// offsetOf returns the offset, in minutes, of the Parser's zone at the start or the end of the
// entry's day under an abbreviation. It also reports whether the zone has that name then. In the
// hour that occurs twice, the name decides.
func (r *Resolver) offsetOf(e *feed.Entry, name string) (minutes int, ok bool) {
	if e.Date.IsZero() {
		return 0, false
	}
	start := e.Date.In(r.In.Zone)
	for _, t := range [...]time.Time{start, start.Add(22 * time.Hour)} {
		if abbreviation, seconds := t.Zone(); abbreviation == name {
			return seconds / 60, true
		}
	}
	return 0, false
}

// Location returns zone n of the table, from 1.
func (r *Resolver) Location(n uint8) *time.Location {
	for i, known := range r.zoneNumbers {
		if known == n {
			return r.zones[i]
		}
	}
	loc, err := words.Zones[n-1].Location()
	if err != nil {
		loc = time.UTC // no zone data on this machine: main embeds them
	}
	r.zoneNumbers, r.zones = append(r.zoneNumbers, n), append(r.zones, loc)
	return loc
}

// fixed returns the zone of an offset in minutes.
func (r *Resolver) fixed(offset int) *time.Location {
	if r.offsetZone == nil || r.offset != offset {
		r.offset, r.offsetZone = offset, time.FixedZone("", offset*60)
	}
	return r.offsetZone
}

// instant returns the moment of the entry's date and clock in a zone, in seconds since 1970.
func (r *Resolver) instant(e *feed.Entry, m *stamp.Candidate, loc *time.Location) int64 {
	if r.day.date != e.Date || r.day.loc != loc {
		r.day = newZoneDay(e.Date, loc)
	}
	if r.day.uniform {
		return r.day.start + int64(e.Clock.Seconds())
	}
	c := e.Clock
	t := firstOf(time.Date(int(e.Date.Year), time.Month(e.Date.Month), int(e.Date.Day), int(c.Hour),
		int(c.Minute), max(0, int(c.Second)), 0, loc))
	switch {
	case t.Hour() != int(c.Hour) || t.Minute() != int(c.Minute):
		r.remark(m, feed.Warning, "clock-in-gap",
			fmt.Sprintf("%s %s does not exist in %s (clocks were set forward); read as %s", e.Date,
				c, loc, t.Format("15:04")))
	case repeats(t):
		r.folds = append(r.folds, fold{len(r.blockOf), m, loc, e.Date})
	}
	return t.Unix()
}

// newZoneDay looks up what a zone does on a day.
func newZoneDay(date feed.Date, loc *time.Location) zoneDay {
	start := date.In(loc)
	end := date.Add(1).In(loc)
	_, before := start.Zone()
	_, after := end.Add(-time.Second).Zone()
	midnight := int64(date.Days())*86400 - int64(before)
	return zoneDay{date: date, loc: loc, start: midnight, uniform: before == after &&
		end.Sub(start) == 24*time.Hour}
}

// firstOf returns the first of the two times that show the clock of t, where that comes twice; else
// t.
func firstOf(t time.Time) time.Time {
	_, after := t.Zone()
	_, before := t.Add(-3 * time.Hour).Zone()
	first := t.Add(time.Duration(after-before) * time.Second)
	if before > after && first.Hour() == t.Hour() && first.Minute() == t.Minute() {
		return first
	}
	return t
}

// repeats reports whether the clock that t shows comes twice that day, t being the first time.
func repeats(t time.Time) bool {
	later := t.Add(3 * time.Hour)
	_, before := t.Zone()
	_, after := later.Zone()
	if after >= before {
		return false
	}
	again := t.Add(time.Duration(before-after) * time.Second)
	return again.Hour() == t.Hour() && again.Minute() == t.Minute()
}

// remark adds a diagnostic about a mark's line.
func (r *Resolver) remark(m *stamp.Candidate, severity feed.Severity, code, message string) {
	r.Notes = append(r.Notes, feed.Diagnostic{Line: int(m.Line) + 1, Severity: severity, Code: code,
		Message: message})
}
