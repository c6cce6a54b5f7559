package format

import (
	"fmt"
	"path"
	"strings"
	"time"

	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// The bars of counts, and what they are called.

// bars writes the chart.
func (x *tally) bars(s *timeline.Stats) {
	if len(s.Bars) == 0 {
		return
	}
	x.title(unitTitle(s, x.l))
	values := make([]int, len(s.Bars))
	labels := make([]string, len(s.Bars))
	for i, b := range s.Bars {
		labels[i], values[i] = barLabel(s, i, x.l), b.Entries
	}
	if isNamed(s.Unit) {
		labels = shortenNames(barNames(s.Unit, s.Bars), x.width/3)
	}
	x.chart(labels, values)
}

// barNames returns the names of bars: of sources only the last element of each path, if these
// differ.
func barNames(u timeline.Unit, bars []timeline.Bar) []string {
	full, short := make([]string, len(bars)), make([]string, len(bars))
	seen := map[string]bool{}
	for i, b := range bars {
		full[i] = barName(b)
		short[i] = path.Base(strings.ReplaceAll(full[i], `\`, "/"))
		seen[short[i]] = true
	}
	if u == timeline.BySource && len(seen) == len(bars) {
		return short
	}
	return full
}

// unitWords describes the bars: "by hour", "per 2 hours".
func unitWords(s *timeline.Stats) string {
	switch {
	case s.Step > 1:
		return fmt.Sprintf("per %d %ss", s.Step, s.Unit)
	case s.Unit == timeline.ByHour && s.First.IsZero():
		return "by hour of the day"
	}
	return "by " + s.Unit.String()
}

// unitTitle is the title of a chart: "Entries per day", "Entries per 2 hours".
func unitTitle(s *timeline.Stats, l *tongue) string {
	switch {
	case s.Unit == timeline.ByHour && s.Step > 1:
		return l.count("perhours", s.Step)
	case s.Unit == timeline.ByHour && s.First.IsZero():
		return l.say("hoursofday")
	case isNamed(s.Unit):
		return l.say("by" + s.Unit.String())
	}
	return l.say("per" + s.Unit.String())
}

// isNamed reports whether bars are for names: of sources or authors.
func isNamed(u timeline.Unit) bool { return u == timeline.BySource || u == timeline.ByAuthor }

// barName returns the name of a bar as people see it.
func barName(b timeline.Bar) string {
	if b.Name == "" {
		return "(none)"
	}
	return Clean(b.Name)
}

// barLabel names bar i; a day is named at its first hour only.
func barLabel(s *timeline.Stats, i int, l *tongue) string {
	b := s.Bars[i]
	if s.Unit != timeline.ByHour {
		return unitLabel(b, s.Unit, l)
	}
	day := ""
	if s.First != s.Last && (i == 0 || b.From != s.Bars[i-1].From) {
		day = shortDay(b.From, l) + " "
	}
	return fmt.Sprintf("%s%02d:00", day, b.Hour)
}

// unitLabel names a bar of days or more.
func unitLabel(b timeline.Bar, u timeline.Unit, l *tongue) string {
	d := b.From
	if l.code != "en" {
		switch u {
		case timeline.ByDay:
			return shortDay(d, l)
		case timeline.ByMonth:
			return period{date: d, precision: feed.ToMonth}.in(l)
		}
	}
	switch u {
	case timeline.ByDay:
		return fmt.Sprintf("%s %2d %s", time.Weekday(d.Weekday() % 7).String()[:3], d.Day,
			monthName(int(d.Month)))
	case timeline.ByMonth:
		return fmt.Sprintf("%s %d", monthName(int(d.Month)), d.Year)
	case timeline.ByDecade:
		return fmt.Sprintf("%ds", d.Year)
	}
	return fmt.Sprint(d.Year)
}

// shortDay names a day without its year. Only English has short names of months.
func shortDay(d feed.Date, l *tongue) string {
	if l.code == "en" {
		return fmt.Sprintf("%d %s", d.Day, monthName(int(d.Month)))
	}
	return l.date(l.bare, l.dated, d, feed.Date{})
}

// monthName returns the first three letters of a month.
func monthName(month int) string { return time.Month(month).String()[:3] }
