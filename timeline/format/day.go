package format

import (
	"iter"
	"strconv"
	"strings"

	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// Days: notations that people look at give the day once, as a heading above its entries.

// A day is a run of entries under one heading.
type day struct {
	period
	tongue  *tongue // of the heading
	zone    string  // the zone of all clocks of the day; "": there is none, or they differ
	mixed   bool    // the zones differ
	entries []timeline.Entry
}

// A period is the time in a heading. It is a day; a month or year, if the feed has no more; a day
// without its year; the zero period: undated.
type period struct {
	date      feed.Date
	yearless  feed.Date      // month and day, where the year is not known and date is zero
	precision feed.Precision // ToMonth, ToYear, else zero
}

// period returns the period of an entry's heading.
func (o *Options) period(e *timeline.Entry) period { return periodOf(e, o.moment(e)) }

// periodOf returns the period of the heading of an entry at a moment.
func periodOf(e *timeline.Entry, m moment) period {
	p := period{date: m.date, yearless: e.Yearless}
	if e.Precision == feed.ToMonth || e.Precision == feed.ToYear {
		p.precision = e.Precision
	}
	return p
}

// in returns the period as a heading in a language: "Friday, 15 August 2025".
func (p period) in(l *tongue) string {
	if p.isDay() {
		return l.heading(l.date(l.full, l.dated, p.date, feed.Date{}))
	}
	return l.heading(p.short(l))
}

// short returns the period without its weekday.
func (p period) short(l *tongue) string {
	switch {
	case !p.yearless.IsZero():
		return l.date(l.bare, l.dated, p.yearless, feed.Date{})
	case p.date.IsZero():
		return l.say("undated")
	case p.precision == feed.ToYear:
		return strconv.Itoa(int(p.date.Year))
	case p.precision == feed.ToMonth:
		return l.date(l.month, l.alone, p.date, feed.Date{})
	}
	return l.date(l.long, l.dated, p.date, feed.Date{})
}

// isDay reports whether the period is a day of a known year.
func (p period) isDay() bool { return p.yearless.IsZero() && !p.date.IsZero() && p.precision == 0 }

// String returns the period as a heading in English.
func (p period) String() string { return p.in(english()) }

// days yields the days of a timeline one after the other.
func (o *Options) days(t *timeline.Timeline) iter.Seq[day] {
	l := o.tongue(t.Sources)
	return func(yield func(day) bool) {
		for rest := t.Entries; len(rest) > 0; {
			d := o.day(rest)
			d.tongue = l
			if !yield(d) {
				return
			}
			rest = rest[len(d.entries):]
		}
	}
}

// day returns the day that entries begin with.
func (o *Options) day(entries []timeline.Entry) day {
	d := day{period: o.period(&entries[0])}
	n, clocks := 0, false
	for ; n < len(entries); n++ {
		m := o.moment(&entries[n])
		if periodOf(&entries[n], m) != d.period {
			break
		}
		switch {
		case !m.clock.Known:
		case !clocks:
			clocks, d.zone = true, m.zone
		case m.zone != d.zone:
			d.mixed = true
		}
	}
	d.entries = entries[:n]
	if d.mixed {
		d.zone = ""
	}
	return d
}

// name returns the heading.
func (d *day) name() string { return d.in(d.tongue) }

// title returns the heading, with the zone if all clocks of the day share one.
func (d *day) title() string {
	if d.zone == "" {
		return d.name()
	}
	return d.name() + " · " + Clean(d.zone)
}

// clock returns the clock of an entry of the day, with its zone where the zones of the day differ;
// "" if it has none.
func (d *day) clock(m moment) string {
	s := m.clock.String()
	if d.mixed && s != "" && m.zone != "" {
		s += " " + Clean(place(m.zone))
	}
	return s
}

// exactClock is clock with the whole name of the zone after a space, for formats that are read
// back.
func (d *day) exactClock(m moment, gap string) string {
	s := m.clock.String()
	if d.mixed && s != "" && m.zone != "" {
		s += gap + strings.ReplaceAll(Clean(m.zone), " ", gap)
	}
	return s
}

// clockWidth returns the width of the day's widest clock, that of a bullet if there is none.
func (d *day) clockWidth(o *Options) int {
	width := columns(bullet)
	for i := range d.entries {
		width = max(width, columns(d.clock(o.moment(&d.entries[i]))))
	}
	return width
}

// place returns the place in the name of a zone: "New York" of "America/New_York".
func place(zone string) string {
	return strings.ReplaceAll(zone[strings.LastIndexByte(zone, '/')+1:], "_", " ")
}
