package format

import (
	"strconv"
	"strings"

	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// The histogram of a page: how many entries there are in each hour, day, month, year …, whichever
// gives a readable number of bars. Entries that are less precise than a bar are left out and
// counted.

// A histogram is a row of bars of equal time. The zero histogram has none.
type histogram struct {
	unit  unit
	start int // the index of the first bar's stretch
	bars  []bar
	of    []int32 // the bar of each entry, in the order of the timeline, from 0; -1: it is in none
	left  int     // how many entries are in none
}

// A bar is a stretch of time.
type bar struct {
	entries int
	first   int // the first entry printed of it, by index
}

// A unit is how long the stretches are. They are counted from year 0, or from 1970.
type unit struct {
	name  string         // of the key of the phrase "entries per …"
	needs feed.Precision // an entry must be as precise as this
	years int            // 0: less than a year
}

// units are those of a histogram, the shortest first.
var units = [...]unit{
	{"hour", feed.ToHour, 0},
	{"day", feed.ToDay, 0},
	{"month", feed.ToMonth, 0},
	{"year", feed.ToYear, 1},
	{"decade", feed.ToYear, 10},
	{"century", feed.ToYear, 100},
	{"millennium", feed.ToYear, 1000},
}

const (
	mostBars   = 120
	fewestBars = 3  // fewer need no histogram
	mostLeft   = 10 // percent of the entries that may be left out for the sake of a shorter unit
)

// histogram returns the histogram of a timeline: that of the shortest unit that is not too short.
func (o *Options) histogram(t *timeline.Timeline) histogram {
	for _, u := range units {
		if h, ok := o.histogramOf(t, u); ok {
			if len(h.bars) < fewestBars {
				break
			}
			return h
		}
	}
	return histogram{}
}

// histogramOf returns the histogram of a unit, and whether it would have neither too many bars nor
// leave out too many entries.
func (o *Options) histogramOf(t *timeline.Timeline, u unit) (h histogram, ok bool) {
	h = histogram{unit: u, of: make([]int32, len(t.Entries))}
	stretches := make([]int, len(t.Entries))
	last := 0
	for i := range t.Entries {
		at, known := u.stretch(&t.Entries[i], o)
		stretches[i], h.of[i] = at, -1
		if !known {
			h.left++
			continue
		}
		if i == h.left { // the first that is known
			h.start, last = at, at
		}
		h.of[i], h.start, last = 0, min(h.start, at), max(last, at)
	}
	if last-h.start >= mostBars || h.left*100 > len(t.Entries)*mostLeft ||
		h.left == len(t.Entries) {
		return h, false
	}
	h.bars = make([]bar, last-h.start+1)
	for i, at := range stretches {
		if h.of[i] < 0 {
			continue
		}
		b := &h.bars[at-h.start]
		if b.entries == 0 {
			b.first = i
		}
		b.entries++
		h.of[i] = int32(at - h.start)
	}
	return h, true
}

// stretch returns the index of an entry's bar; false: its time is not precise enough.
func (u unit) stretch(e *timeline.Entry, o *Options) (index int, known bool) {
	m := o.moment(e)
	if m.date.IsZero() || e.Precision > u.needs {
		return 0, false
	}
	switch {
	case u.years > 0:
		return int(m.date.Year) / u.years, true
	case u.needs == feed.ToMonth:
		return int(m.date.Year)*12 + int(m.date.Month) - 1, true
	case u.needs == feed.ToDay:
		return m.date.Days(), true
	}
	return m.date.Days()*24 + int(m.clock.Hour), m.clock.Known
}

// label returns what a stretch is called.
func (u unit) label(index int, l *tongue) string {
	switch {
	case u.years > 1:
		return strconv.Itoa(index*u.years) + "–" + strconv.Itoa((index+1)*u.years-1)
	case u.years == 1:
		return strconv.Itoa(index)
	case u.needs == feed.ToMonth:
		month := feed.Date{Year: int16(index / 12), Month: int8(index%12 + 1)}
		return period{date: month, precision: feed.ToMonth}.in(l)
	case u.needs == feed.ToDay:
		return dayAt(index).in(l)
	}
	day := floor(index, 24)
	return dayAt(day).short(l) + ", " + twoDigits(index-day*24) + ":00"
}

// caption describes the bars.
func (u unit) caption(l *tongue) string {
	if words := l.say("per" + u.name); words != "" {
		return words
	}
	return "Entries per " + u.name
}

// opens reports whether a stretch opens a longer one, which a line in the histogram shows: a day, a
// month, a year, ten.
func (u unit) opens(index int) bool {
	switch {
	case u.years > 0:
		return index%10 == 0
	case u.needs == feed.ToMonth:
		return index%12 == 0
	case u.needs == feed.ToDay:
		return dayAt(index).date.Day == 1
	}
	return index == floor(index, 24)*24
}

// dayAt returns the day that lies so many days after 1970-01-01.
func dayAt(days int) period {
	return period{date: feed.Date{Year: 1970, Month: 1, Day: 1}.Add(days)}
}

// floor returns a/b, rounded down.
func floor(a, b int) int {
	if a < 0 {
		return -((b - 1 - a) / b)
	}
	return a / b
}

// twoDigits returns n, less than 100, in two digits.
func twoDigits(n int) string { return string([]byte{'0' + byte(n/10), '0' + byte(n%10)}) }

// barOf returns the bar of an entry by index; -1: it is in none.
func (h *histogram) barOf(entry int) int {
	if h.bars == nil {
		return -1
	}
	return int(h.of[entry])
}

// most returns the highest bar; the first of several.
func (h *histogram) most() (highest int) {
	for i, b := range h.bars {
		if b.entries > h.bars[highest].entries {
			highest = i
		}
	}
	return highest
}

// Sizes of the drawing in pixels; a page that is narrower than that presses it together.
const (
	barHeight  = 60
	drawnWidth = 640 // that bars are made as wide as is needed for
	leastWidth = 8   // of a bar
	mostWidth  = 28
	barGap     = 2
)

// drawing writes the histogram: each bar a link to its first entry. The keyboard comes to the first
// bar, and by the arrows to the others; without scripts it has the list of days.
func (p *page) drawing() {
	h := &p.histogram
	if h.bars == nil {
		return
	}
	top := h.most()
	step := min(max(drawnWidth/len(h.bars), leastWidth), mostWidth)
	width := strconv.Itoa(len(h.bars) * step)
	p.mark(`<figure class="histogram">` + "\n" +
		`<svg role="group" aria-labelledby="histogram" width="` + width + `" height="` +
		strconv.Itoa(barHeight) + `" viewBox="0 0 ` + width + " " + strconv.Itoa(barHeight) +
		`" preserveAspectRatio="none">` + "\n")
	for i := range h.bars {
		p.bar(i, step, h.bars[top].entries)
	}
	p.mark("</svg>\n")
	first, last := h.unit.label(h.start, p.l), h.unit.label(h.start+len(h.bars)-1, p.l)
	if len(h.bars)*step > drawnWidth/2 { // room for them below the ends
		p.mark("<p><span>" + first + "</span> <span>" + last + "</span></p>\n")
	}
	caption := h.unit.caption(p.l)
	if most := h.bars[top].entries; most > 1 {
		peak := strings.ReplaceAll(p.l.count("most", most), "$", h.unit.label(h.start+top, p.l))
		caption += ". " + p.l.heading(peak)
	}
	// "2025 г." has one
	p.mark(`<figcaption id="histogram">` + strings.TrimSuffix(caption, ".") + ".")
	if h.left > 0 {
		p.mark(" " + p.l.count("notdrawn", h.left))
	}
	p.mark("</figcaption>\n</figure>\n")
}

// bar draws a bar that is step wide with its gap; the highest has most entries. Behind it, a bar of
// full height catches the pointer.
func (p *page) bar(i, step, most int) {
	h, x := &p.histogram, strconv.Itoa(i*step)
	b := h.bars[i]
	if i > 0 && h.unit.opens(h.start+i) {
		p.mark(`<path class="opens" d="M` + x + " 0V" + strconv.Itoa(barHeight) + `"/>` + "\n")
	}
	if b.entries == 0 {
		return
	}
	const least = 2 // so that one entry among hundreds is seen
	height := max(b.entries*barHeight/most, least)
	p.mark(`<a href="#`)
	p.b = p.t.Entries[b.first].ID.Append(p.b)
	p.mark(`" tabindex="-1" data-bar="` + strconv.Itoa(i) + `" data-entries="` +
		strconv.Itoa(b.entries) + `"><title>` + h.unit.label(h.start+i, p.l) + ": " +
		p.l.count("entry", b.entries) + `</title><rect class="whole" x="` + x + `" width="` +
		strconv.Itoa(step) + `" height="` + strconv.Itoa(barHeight) + `"/>` +
		`<rect class="all" x="` + strconv.Itoa(i*step+barGap/2) + `" y="` +
		strconv.Itoa(barHeight-height) + `" width="` +
		strconv.Itoa(step-barGap) + `" height="` + strconv.Itoa(height) + `"/></a>` + "\n")
}
