package format

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// The chart as a picture: SVG 1.1 without scripts, styles or fonts of its own, so that every viewer
// and word processor shows it.

// The measures of the picture, in its own units.
const (
	svgWidth, svgHeight       = 960, 420
	svgLeft, svgRight         = 64, 24
	svgTop, svgBottom         = 92, 60
	svgPlotWidth              = svgWidth - svgLeft - svgRight
	svgPlotHeight             = svgHeight - svgTop - svgBottom
	svgInk, svgFaint, svgLine = "#1f2933", "#616e7c", "#e4e7eb"
	svgBar                    = "#2f6fab"
	svgFont                   = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
)

// A lettering is how words look.
type lettering struct {
	size         int
	weight, fill string
}

var (
	svgTitle    = lettering{20, "600", svgInk}
	svgSubtitle = lettering{13, "400", svgFaint}
	svgEmpty    = lettering{15, "400", svgFaint}
	svgLabel    = lettering{12, "400", svgInk}
	svgScale    = lettering{12, "400", svgFaint}
)

// writeStatsSVG writes the chart.
func writeStatsSVG(w io.Writer, s *timeline.Stats, o Options) error {
	p := picture{buffer: newBuffer(w), l: o.tongue(sourcesIn(s))}
	height := svgHeight
	if isNamed(s.Unit) {
		height = svgTop + svgRow*len(svgRows(s)) + svgRow
	}
	p.put(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %[1]d %[2]d" font-family="%[3]s" role="img" aria-labelledby="title">`+"\n",
		svgWidth, height, svgFont)
	title, subtitle := captions(s, &o, p.l)
	p.put(`<title id="title">%s</title>`+"\n", escapeXML(title+". "+subtitle))
	p.put(`<rect width="%d" height="%d" fill="#ffffff"/>`+"\n", svgWidth, height)
	p.text(svgLeft-40, 38, "start", svgTitle, title)
	p.text(svgLeft-40, 62, "start", svgSubtitle, subtitle)
	switch {
	case len(s.Bars) == 0:
		p.text(svgWidth/2, svgHeight/2, "middle", svgEmpty, p.l.emptyChart())
	case isNamed(s.Unit):
		p.rows(s)
	default:
		p.chart(s)
	}
	p.put("</svg>\n")
	return p.flush()
}

// captions returns the two lines above the chart.
func captions(s *timeline.Stats, o *Options, l *tongue) (title, subtitle string) {
	title = cmp.Or(o.ownHeading(sourcesIn(s)), l.say("timeline"))
	subtitle = summary(s, l)
	if s.Zone != nil {
		subtitle += " (" + place(s.Zone.String()) + ")"
	}
	return cut(title, 80), subtitle
}

// summary returns what is counted, how and of which days. English makes a sentence of it; the
// phrases of other languages are listed.
func summary(s *timeline.Stats, l *tongue) string {
	if l.code == "en" {
		words := counted(s.Entries, "entry")
		if len(s.Bars) > 0 {
			words += " " + unitWords(s)
		}
		return words + extent(s)
	}
	parts := []string{l.count("entry", s.Entries)}
	if n := len(s.Sources); n != 1 {
		parts = append(parts, l.count("nsources", n))
	}
	if len(s.Bars) > 0 {
		parts = append(parts, unitTitle(s, l))
	}
	if !s.First.IsZero() {
		parts = append(parts, span(s, l))
	}
	if s.Undated > 0 {
		parts = append(parts, l.count("nodate", s.Undated))
	}
	return strings.Join(parts, " · ")
}

// emptyChart returns what a chart without bars says.
func (l *tongue) emptyChart() string {
	if l.code == "en" {
		return "no dated entries"
	}
	return l.say("none")
}

// counted returns a number of entries.
func (l *tongue) counted(entries int) string {
	if l.code == "en" {
		return counted(entries, "entry")
	}
	return l.count("entry", entries)
}

// A picture is an SVG being written, with its words in a language.
type picture struct {
	*buffer
	l *tongue
}

func (p *picture) put(text string, args ...any) { p.b = fmt.Appendf(p.b, text, args...) }

// text writes words with their base line at y; anchor is the part at x: one of their ends, or the
// middle.
func (p *picture) text(x, y float64, anchor string, l lettering, words string) {
	p.put(`<text x="%.1f" y="%.1f" text-anchor="%s" font-size="%d" font-weight="%s" fill="%s">%s</text>`+"\n",
		x, y, anchor, l.size, l.weight, l.fill, escapeXML(words))
}

// chart draws the scale, the bars and the labels below them.
func (p *picture) chart(s *timeline.Stats) {
	most := 0
	for _, b := range s.Bars {
		most = max(most, b.Entries)
	}
	step := tick(most)
	top := (most + step - 1) / step * step
	for n := 0; n <= top; n += step {
		y := svgTop + svgPlotHeight*(1-float64(n)/float64(top))
		p.put(`<line x1="%d" x2="%d" y1="%.1f" y2="%.1f" stroke="%s"/>`+"\n", svgLeft,
			svgWidth-svgRight, y, y, svgLine)
		p.text(svgLeft-8, y+4, "end", svgScale, thousands(n))
	}
	slot := float64(svgPlotWidth) / float64(len(s.Bars))
	width := min(slot*0.82, 56)
	for i, b := range s.Bars {
		if b.Entries == 0 {
			continue
		}
		height := svgPlotHeight * float64(b.Entries) / float64(top)
		x := svgLeft + slot*(float64(i)+0.5) - width/2
		p.put(`<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" rx="%.1f" fill="%s"><title>%s: %s</title></rect>`+"\n",
			x, svgTop+svgPlotHeight-height, width, height, min(2, width/4, height/2), svgBar,
			escapeXML(fullLabel(b, s.Unit, p.l)), p.l.counted(b.Entries))
	}
	p.labels(s, slot)
}

// labels names as many bars as there is room for.
func (p *picture) labels(s *timeline.Stats, slot float64) {
	const letter = 6.6 // about the width of one
	longest := 0
	for i := range s.Bars {
		longest = max(longest, columns(lowerLabel(s, i, p.l)))
	}
	every := 1
	for _, n := range [...]int{1, 2, 3, 6, 7, 12, 14, 24, 28, 60} {
		every = n
		if slot*float64(n) >= letter*float64(longest)+10 {
			break
		}
	}
	base := float64(svgTop + svgPlotHeight)
	uppers := make([]string, len(s.Bars))
	for i := range s.Bars {
		x := svgLeft + slot*(float64(i)+0.5)
		if i%every == 0 {
			p.text(x, base+20, "middle", svgLabel, lowerLabel(s, i, p.l))
		}
		uppers[i] = upperLabel(s, i, p.l)
	}
	before := float64(svgWidth) // where the label on the right is
	for i, upper := range slices.Backward(uppers) {
		if x := svgLeft + slot*(float64(i)+0.5); upper != "" &&
			before-x > letter*float64(columns(upper))+10 && x < svgWidth-svgRight-letter*4 {
			p.text(x, base+38, "middle", svgScale, upper)
			before = x
		}
	}
	p.put(`<line x1="%d" x2="%d" y1="%.1f" y2="%.1f" stroke="%s"/>`+"\n", svgLeft,
		svgWidth-svgRight, base, base, svgFaint)
}

// lowerLabel names a bar within what upperLabel names: an hour within a day, a day within a month,
// a month within a year.
func lowerLabel(s *timeline.Stats, i int, l *tongue) string {
	b := s.Bars[i]
	switch s.Unit {
	case timeline.ByHour:
		return fmt.Sprintf("%02d:00", b.Hour)
	case timeline.ByDay:
		return fmt.Sprint(b.From.Day)
	case timeline.ByMonth:
		if l.code != "en" {
			return l.alone[b.From.Month-1]
		}
		return monthName(int(b.From.Month))
	}
	return unitLabel(b, s.Unit, l)
}

// upperLabel names what a bar is the first one of; "" if it is not.
func upperLabel(s *timeline.Stats, i int, l *tongue) string {
	b := s.Bars[i]
	first := func(same func(a, b timeline.Bar) bool) bool { return i == 0 || !same(s.Bars[i-1], b) }
	switch s.Unit {
	case timeline.ByHour:
		if !b.From.IsZero() && first(func(a, b timeline.Bar) bool { return a.From == b.From }) {
			return chartDay(b.From, l)
		}
	case timeline.ByDay:
		if first(func(a, b timeline.Bar) bool { return a.From.Month == b.From.Month }) {
			return unitLabel(b, timeline.ByMonth, l)
		}
	case timeline.ByMonth:
		if first(func(a, b timeline.Bar) bool { return a.From.Year == b.From.Year }) {
			return fmt.Sprint(b.From.Year)
		}
	}
	return ""
}

// chartDay names a day with its year.
func chartDay(d feed.Date, l *tongue) string {
	if l.code == "en" {
		return fmt.Sprintf("%d %s %d", d.Day, monthName(int(d.Month)), d.Year)
	}
	return l.date(l.long, l.dated, d, feed.Date{})
}

// fullLabel names a bar by itself.
func fullLabel(b timeline.Bar, u timeline.Unit, l *tongue) string {
	switch day := (period{date: b.From}).in(l); u {
	case timeline.ByHour:
		if b.From.IsZero() {
			return fmt.Sprintf("%02d:00", b.Hour)
		}
		return fmt.Sprintf("%s, %02d:00", day, b.Hour)
	case timeline.ByDay:
		return day
	}
	return unitLabel(b, u, l)
}

// tick returns the step of a scale up to a number that has four to six steps: 1, 2, 5, 10, 20 …
func tick(most int) int {
	steps := []int{1, 2, 5}
	for scale := 1; ; scale *= 10 {
		if i := slices.IndexFunc(steps, func(s int) bool { return most <= s*scale*5 }); i >= 0 {
			return steps[i] * scale
		}
	}
}
