package format

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"newstimeline/timeline"
)

// Counts for eyes: charts of bars that fit the width, then the gaps, the busy times, the sources.

// writeStats writes counts for eyes.
func writeStats(w io.Writer, s *timeline.Stats, o Options) error {
	x := tally{buffer: newBuffer(w), o: o, width: chartWidth, l: o.tongue(sourcesIn(s))}
	if o.Width > 0 {
		x.width = min(o.Width, chartWidth)
	}
	x.head(s)
	x.bars(s)
	x.hours(s)
	x.stretches(x.l.say("gaps"), s.Gaps,
		func(g *timeline.Stretch) string { return durationIn(x.l, g.Length) })
	x.stretches(x.l.say(busyUnit(s)), s.Busiest,
		func(g *timeline.Stretch) string { return x.count("entry", g.Entries) })
	x.sources(s)
	x.confidence(s)
	return x.flush()
}

// chartWidth is the width of charts, in columns, where the terminal is wider or there is none.
const chartWidth = 80

// A tally is counts being written.
type tally struct {
	*buffer
	o     Options
	l     *tongue // the words are in
	width int
}

// sourcesIn returns the sources that were counted.
func sourcesIn(s *timeline.Stats) (all []*timeline.Source) {
	for i := range s.Sources {
		all = append(all, s.Sources[i].Source)
	}
	return all
}

// count returns a phrase about a number. English has commas between its thousands.
func (x *tally) count(key string, n int) string {
	words := x.l.count(key, n)
	if x.l.code == "en" {
		words = strings.Replace(words, strconv.Itoa(n), thousands(n), 1)
	}
	return words
}

// line writes a line in a style, wrapped.
func (x *tally) line(st style, text string) {
	for _, line := range wrap(nil, text, x.o.Width) {
		x.b = append(x.b, x.o.paint(st, line)+"\n"...)
	}
}

// title writes the title of a section.
func (x *tally) title(text string) {
	x.b = append(x.b, '\n')
	x.line(bold, text)
}

// head writes how many entries there are, and of when.
func (x *tally) head(s *timeline.Stats) {
	words := x.count("entry", s.Entries)
	if n := len(s.Sources); n != 1 {
		words += ", " + x.count("nsources", n)
	}
	if !s.First.IsZero() {
		words += ", " + span(s, x.l)
	}
	if s.Undated > 0 {
		words += ", " + x.count("nodate", s.Undated)
	}
	if s.Zone != nil {
		words += "; " + x.l.with("times", place(s.Zone.String()))
	}
	x.line(bold, words)
}

// extent returns what follows a number of entries: their sources and their time.
func extent(s *timeline.Stats) (words string) {
	if n := len(s.Sources); n != 1 {
		words += " of " + counted(n, "source")
	}
	if !s.First.IsZero() {
		words += ", " + span(s, english())
	}
	if s.Undated > 0 {
		words += ", " + thousands(s.Undated) + " undated"
	}
	return words
}

// span returns the first and the last day.
func span(s *timeline.Stats, l *tongue) string {
	first, last := period{date: s.First}.in(l), period{date: s.Last}.in(l)
	if first == last {
		return first
	}
	return first + " – " + last
}

// hours writes how many entries each hour of the day has, unless the bars show it.
func (x *tally) hours(s *timeline.Stats) {
	total := 0
	for _, n := range s.Hours {
		total += n
	}
	if total == 0 || s.Unit == timeline.ByHour && s.First == s.Last {
		return
	}
	x.title(x.l.say("hoursofday"))
	labels := make([]string, 24)
	for h := range labels {
		labels[h] = fmt.Sprintf("%02d:00", h)
	}
	x.chart(labels, s.Hours[:])
}

// chart writes a bar for each value, the longest as long as there is room.
func (x *tally) chart(labels []string, values []int) {
	margin, most := 0, slices.Max(values)
	for _, l := range labels {
		margin = max(margin, columns(l))
	}
	digits := len(thousands(most))
	room := max(x.width-2-margin-2-digits-1, 5)
	for i, n := range values {
		length := 0
		if most > 0 {
			// in eighths of a column, rounded up: what is there is seen
			length = (n*room*8 + most - 1) / most
		}
		bar := eighths(length)
		number := thousands(n)
		if n == 0 {
			number = x.o.paint(faint, "·")
			digits = 1
		}
		text := fmt.Sprintf("  %s%s  %s%s%s", strings.Repeat(" ", margin-columns(labels[i])),
			labels[i], x.o.paint(accent, bar), gapBehind(bar), number)
		x.b = append(x.b, strings.TrimRight(text, " ")+"\n"...)
	}
}

// gapBehind returns what separates a bar from its number.
func gapBehind(bar string) string {
	if bar == "" {
		return ""
	}
	return " "
}

// eighths returns a bar of a length in eighths of a column.
func eighths(n int) string {
	return strings.Repeat("█", n/8) + [...]string{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"}[n%8]
}

// stretches writes ranges of the timeline, each with a measure.
func (x *tally) stretches(title string, all []timeline.Stretch,
	measure func(*timeline.Stretch) string) {
	if len(all) == 0 {
		return
	}
	x.title(title)
	width := 0
	for i := range all {
		width = max(width, columns(measure(&all[i])))
	}
	for i := range all {
		m := measure(&all[i])
		x.b = append(x.b, "  "+m+strings.Repeat(" ", width-columns(m))...)
		head := wrap(nil, x.between(&all[i]), max(x.width-width-4, 20))
		x.b = append(x.b, "  "+strings.Join(head, "\n"+strings.Repeat(" ", width+4))+"\n"...)
	}
}

// between returns where a stretch begins and ends: the day is named once if it is the same.
func (x *tally) between(g *timeline.Stretch) string {
	from, to := x.o.whenIn(x.l, g.From), x.o.whenIn(x.l, g.To)
	if from == to {
		return from
	}
	return from + " – " + strings.TrimPrefix(to, x.o.period(g.From).in(x.l)+" ")
}

// busyUnit returns the key of what the busy stretches are.
func busyUnit(s *timeline.Stats) string {
	if s.Timed > 1 {
		return "busyhours"
	}
	return "busydays"
}

// duration returns a length of time in its two largest units.
func duration(d time.Duration) string { return durationIn(english(), d) }

// durationIn is duration in a language.
func durationIn(l *tongue, d time.Duration) string {
	minutes := int(d.Round(time.Minute) / time.Minute)
	days, hours := minutes/1440, minutes/60%24
	switch {
	case d < time.Minute:
		return fmt.Sprintf("%d s", int(d.Seconds()))
	case days >= 3*365:
		return l.count("years", int(float64(days)/365.2425+0.5))
	case days > 0 && hours == 0:
		return l.count("day", days)
	case days > 0:
		return fmt.Sprintf("%s %d h", l.count("day", days), hours)
	case hours > 0 && minutes%60 == 0:
		return fmt.Sprintf("%d h", hours)
	case hours > 0:
		return fmt.Sprintf("%d h %d min", hours, minutes%60)
	}
	return fmt.Sprintf("%d min", minutes)
}

// sources writes what each source has, if there are several.
func (x *tally) sources(s *timeline.Stats) {
	if len(s.Sources) < 2 {
		return
	}
	x.title(x.l.say("sources"))
	width := 0
	for i := range s.Sources {
		width = max(width, len(thousands(s.Sources[i].Entries)))
	}
	for i := range s.Sources {
		c := &s.Sources[i]
		words := Clean(c.Name)
		if !c.First.IsZero() {
			words += ", " + c.First.String()
			if c.Last != c.First {
				words += " – " + c.Last.String()
			}
		}
		if c.Undated > 0 {
			words += ", " + x.count("nodate", c.Undated)
		}
		if c.Entries > 0 {
			words += "; " + x.l.count("mean", c.Confidence)
		}
		lines := wrap(nil, words, max(x.width-width-4, 20))
		x.b = fmt.Appendf(x.b, "  %*s  %s\n", width, thousands(c.Entries),
			strings.Join(lines, "\n"+strings.Repeat(" ", width+4)))
	}
}

// confidence writes how sure the entries are.
func (x *tally) confidence(s *timeline.Stats) {
	if s.Entries == 0 {
		return
	}
	x.title(x.l.count("mean", s.Confidence.Mean))
	var labels []string
	var values []int
	for bin := 9; bin >= 0; bin-- {
		if n := s.Confidence.Bins[bin]; n > 0 {
			top := bin*10 + 9
			if bin == 9 {
				top = 100
			}
			labels, values = append(labels, fmt.Sprintf("%d–%d %%", bin*10, top)), append(values, n)
		}
	}
	x.chart(labels, values)
}
