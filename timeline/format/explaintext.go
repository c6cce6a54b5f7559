package format

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// writeExplained writes the explanation as text. For each source it has the layout and the evidence
// for it, then its lines, then the numbered rules.
func writeExplained(w io.Writer, t *timeline.Timeline, o Options) error {
	for i, s := range t.Sources {
		x := explainer{buffer: newBuffer(w), o: o, s: s, numbers: map[string]int{}}
		if i > 0 {
			x.b = append(x.b, '\n')
		}
		x.head()
		x.evidence()
		x.readings()
		x.lines()
		x.rules()
		x.dates()
		x.remarks()
		if err := x.flush(); err != nil {
			return err
		}
	}
	return nil
}

// An explainer writes the explanation of one source.
type explainer struct {
	*buffer
	o       Options
	s       *timeline.Source
	numbers map[string]int // of rules, from 1, in the order in which lines name them
	named   []string       // the rules by number - 1
	uses    []int          // how many lines name each
	// what gave the time of entries, each once, in the order in which lines name them
	origins []feed.Origin
	dated   []int // how many entries each dated
}

// fact writes a named fact.
func (x *explainer) fact(name, value string) {
	if value != "" {
		x.b = fmt.Appendf(x.b, "%s %s\n", x.o.paint(faint, fmt.Sprintf("%-9s", name)), Clean(value))
	}
}

// head writes what was decided of the source as a whole.
func (x *explainer) head() {
	s, l := x.s, &x.s.Layout
	x.b = append(x.b, x.o.paint(bold, Clean(s.Name))+"\n"...)
	reason := ""
	if s.FormatReason != "" {
		reason = " (" + s.FormatReason + ")"
	}
	x.fact("input", fmt.Sprintf("%s%s, %s, %d lines", s.Format, reason, s.Encoding, s.NumLines()))
	x.fact("language", s.Language)
	layout := l.Kind.String()
	if l.Place != feed.NoPlace {
		layout += ", " + l.Place.String()
	}
	if n := l.Headers; n > 0 && l.Kind != feed.DayHeaders {
		layout += fmt.Sprintf(", day headers: %d", n)
		if l.Below {
			layout += " below their days"
		}
	}
	if l.Container != "" {
		layout += "; one entry per " + l.Container
	}
	x.fact("layout", layout)
	order := s.Order.String()
	if order == "" {
		order = "unknown"
	}
	x.fact("order", order)
	x.fact("zone", s.ZoneName)
	x.fact("as of", s.AsOf.String())
	x.fact("entries", strconv.Itoa(len(s.Document.Entries)))
}

// evidence writes what was weighed to find the stamps of the source.
func (x *explainer) evidence() {
	if len(x.s.Layout.Evidence) == 0 {
		return
	}
	x.b = append(x.b,
		x.o.paint(faint,
			"\nevidence   score  found  in order  with text  coverage  format (first line)")+
			"\n"...)
	for i := range x.s.Layout.Evidence {
		e := &x.s.Layout.Evidence[i]
		verdict := "refused"
		switch {
		case e.Accepted:
			verdict = "accepted"
		case x.s.Roles[e.Line-1] == feed.DateHeader:
			verdict = "headers"
		}
		x.b = fmt.Appendf(x.b, "%-9s %6d %6d %8d%% %9d%% %8d%%  %s (%d)\n", verdict, e.Score,
			e.Marks, e.InOrder, e.Content, e.Coverage, e.Style, e.Line)
	}
}

// readings writes the best readings of the source, and what decided between them.
func (x *explainer) readings() {
	l := &x.s.Layout
	if len(l.Readings) < 2 {
		return
	}
	x.b = append(x.b,
		x.o.paint(faint, "\nreading  likely  entries  lines        timestamps of the entries")+
			"\n"...)
	for i := range l.Readings {
		r := &l.Readings[i]
		taken := " "
		if l.Reading == i+1 {
			taken = "*"
		}
		x.b = fmt.Appendf(x.b, "%s %5d %6d%% %8d  %-11s  %s\n", taken, i+1, r.Share, r.Entries,
			fmt.Sprintf("%d-%d", r.Line, r.EndLine), Clean(r.About))
		for _, reason := range r.Reasons {
			line := "         reading 1 has " + reason
			if x.o.Width > 0 {
				line = cut(line, x.o.Width)
			}
			x.b = append(append(x.b, line...), '\n')
		}
	}
}

// lines writes the lines, each with its role, the number of its rule, what it means and its score.
func (x *explainer) lines() {
	digits := len(strconv.Itoa(x.s.NumLines()))
	x.b = append(x.b, x.o.paint(faint, fmt.Sprintf("\n%*s  %-12s  why  %-22s text", digits, "",
		"role", "means"))+"\n"...)
	for n := 1; n <= x.s.NumLines(); n++ {
		l := x.s.Line(n)
		why := x.number(l.Rule) + x.letter(l.From)
		head := pad("", digits-len(strconv.Itoa(n))) + strconv.Itoa(n) + "  " +
			pad(l.Role.String(), 14) + pad("", 3-len(why)) + why + "  "
		means := pad(meaning(&l), 22) + " "
		text := Clean(l.Text)
		if x.o.Width > 0 {
			text = cut(text, max(x.o.Width-len(head)-len(means), 20))
		}
		x.b = append(x.b, strings.TrimRight(x.o.paint(roleStyle(l.Role), head)+x.o.paint(accent,
			means)+text, " ")+"\n"...)
		if !x.spill() {
			return
		}
	}
}

// pad returns s with blanks behind it, n characters in all.
func pad(s string, n int) string {
	const blanks = "                        "
	if n -= utf8.RuneCountInString(s); n <= 0 {
		return s
	}
	return s + blanks[:min(n, len(blanks))]
}

// number returns the number of a rule as the lines name it.
func (x *explainer) number(rule string) string {
	if rule == "" {
		return ""
	}
	n := x.numbers[rule]
	if n == 0 {
		x.named, x.uses = append(x.named, rule), append(x.uses, 0)
		n = len(x.named)
		x.numbers[rule] = n
	}
	x.uses[n-1]++
	return strconv.Itoa(n)
}

// letter returns the letter for what gave the time of an entry, as the lines name it. It is "" for
// a line with which no entry begins.
func (x *explainer) letter(from feed.Origin) string {
	if from == (feed.Origin{}) {
		return ""
	}
	from.Line, from.Sure = 0, 0
	n := slices.Index(x.origins, from)
	if n < 0 {
		n = len(x.origins)
		x.origins, x.dated = append(x.origins, from), append(x.dated, 0)
	}
	x.dated[n]++
	return string(rune('a' + min(n, 'z'-'a')))
}

// dates writes what gave the times of the entries.
func (x *explainer) dates() {
	if len(x.origins) > 0 {
		x.b = append(x.b, x.o.paint(faint, "\nwhy  entries")+"\n"...)
	}
	for i, from := range x.origins {
		letter := string(rune('a' + min(i, 'z'-'a')))
		x.b = fmt.Appendf(x.b, "%3s %8d  %s\n", letter, x.dated[i], describeOrigin(from))
	}
}

// describeOrigin describes what gave the year, the day and the zone of an entry.
func describeOrigin(o feed.Origin) string {
	var parts []string
	add := func(what string, f feed.Fact) {
		if f != feed.FromNothing {
			parts = append(parts, what+" from "+f.String())
		}
	}
	if o.Year == o.Day {
		add("year and day", o.Day)
	} else {
		add("year", o.Year)
		add("day", o.Day)
	}
	add("zone", o.Zone)
	if len(parts) == 0 {
		return "day unknown"
	}
	return strings.Join(parts, ", ")
}

// meaning returns what a line means as a stamp, or its score.
func meaning(l *feed.Line) string {
	if l.Scored {
		return string(appendTenths(nil, l.Score))
	}
	when := ""
	if !l.Stamp.Date.IsZero() {
		when = l.Stamp.Date.String() + " "
	}
	when += l.Stamp.Clock.String()
	if l.Stamp.Zone != "" && l.Stamp.Clock.Known {
		when += " " + place(Clean(l.Stamp.Zone))
	}
	return when
}

// roleStyle marks the lines that begin something.
func roleStyle(r feed.Role) style {
	switch r {
	case feed.DateHeader, feed.StampLine, feed.TitleLine, feed.Start:
		return bold
	}
	return faint
}

// rules writes the rules that the lines name.
func (x *explainer) rules() {
	if len(x.named) > 0 {
		x.b = append(x.b, x.o.paint(faint, "\nwhy  lines")+"\n"...)
	}
	for i, rule := range x.named {
		x.b = fmt.Appendf(x.b, "%3d %6d  %s\n", i+1, x.uses[i], rule)
	}
}

// remarks writes the diagnostics.
func (x *explainer) remarks() {
	for i := range x.s.Diagnostics {
		g := &x.s.Diagnostics[i]
		if i == 0 {
			x.b = append(x.b, '\n')
		}
		at := ""
		if g.Line > 0 {
			at = fmt.Sprintf("line %d: ", g.Line)
		}
		x.b = fmt.Appendf(x.b, "%s: %s%s\n", g.Severity, at, Clean(g.Message))
	}
}

// cut returns as much of a clean text as is at most width columns wide, with an ellipsis where it
// was cut.
func cut(s string, width int) string {
	used := 0
	for n := 0; n < len(s); {
		size, w := character(s[n:])
		if used+w > width-1 && columns(s) > width {
			return s[:n] + "…"
		}
		n, used = n+size, used+w
	}
	return s
}
