package decode

import (
	"cmp"
	"strings"

	"golang.org/x/net/html/atom"

	"newstimeline/parser/feed"
)

// Times in a page: elements that hold one, attributes with one, and classes that say what an
// element is for.

// isTime reports whether an element is there for a time: time, or one of the site's own with the
// attribute of time, such as relative-time.
func (p *page) isTime(n *node) bool {
	return n.tag == atom.Time ||
		n.tag == 0 && n.element && n.last > n.attr && p.find(n, "datetime") != ""
}

// machineTime is machineTime, which is asked for the same attributes several times.
func (p *page) machineTime(s string) string {
	if s == "" {
		return ""
	}
	value, known := p.instants[s]
	if !known {
		value = machineTime(s)
		p.instants[s] = value
	}
	return value
}

// stampSize is the most bytes that the text of a stamp has. The time on an element with more text
// is that of all that it holds.
const stampSize = 60

// stamp reports whether an element is a timestamp. It returns the time in its attributes,
// machine-readable or as a title shows it; "" means that only its text has the time.
func (p *page) stamp(n *node) (value string, ok bool) {
	if p.isTime(n) {
		return cmp.Or(p.machineTime(p.find(n, "datetime")), p.titleTime(n),
			p.machineTime(p.find(n, "time"))), true
	}
	for _, a := range p.attrs[n.attr:n.last] {
		switch a.key {
		case "datetime":
			if n.tag != atom.Ins && n.tag != atom.Del { // theirs is when it was changed
				value = p.machineTime(a.value)
			}
		case "time":
			value = p.machineTime(a.value)
		case "title":
			value = p.titleTime(n)
		case "content":
			prop := p.find(n, "itemprop")
			if strings.HasPrefix(prop, "date") && prop != "dateModified" {
				value = p.machineTime(a.value)
			}
		}
		if value != "" {
			return value, true
		}
	}
	return "", n.size > 0 && n.size <= stampSize &&
		p.isStampClass(p.find(n, "class")) && p.holdsDigit(n)
}

// isSetOff reports whether an inline element, whose text is s, opens a line with words that may be
// a timestamp. What it holds is set off from the rest of the line as by a colon.
func (p *page) isSetOff(i int32, s feed.Span) bool {
	n := &p.nodes[i]
	return n.size > 0 && n.size <= stampSize && !isBlock(n.tag) && n.tag != atom.A &&
		(s.Start == 0 || p.out[s.Start-1] == '\n') && p.holdsDigit(n)
}

// titleTime returns the time that the title of an element shows where a mouse rests, "" if it can
// be none. One that is not machine-readable must have a year and a clock. It must be on a short
// text with a digit, as the time of a message is.
func (p *page) titleTime(n *node) string {
	title := strings.TrimSpace(p.find(n, "title"))
	if len(title) < len("2006-01-02T15:04") {
		return ""
	}
	if value := p.machineTime(title); value != "" {
		return value
	}
	if len(title) > stampSize || !hasYearAndClock(title) ||
		n.size == 0 || n.size > stampSize || !p.holdsDigit(n) {
		return ""
	}
	return title
}

// hasYearAndClock reports whether four digits follow each other in a text, and a colon between two.
func hasYearAndClock(s string) bool {
	year, clock, run := false, false, 0
	for i := range len(s) {
		switch {
		case isDigit(s[i]):
			run++
			year = year || run == 4
			continue
		case s[i] == ':' && run > 0 && i+1 < len(s) && isDigit(s[i+1]):
			clock = true
		}
		run = 0
	}
	return year && clock
}

// isStampClass reports whether one of the classes of an element ends with a word for a time:
// "post-date". The same classes recur through a page, so the answer is remembered.
func (p *page) isStampClass(class string) bool {
	if class == "" {
		return false
	}
	timed, known := p.timed[class]
	if !known {
		for token := range strings.FieldsSeq(class) {
			last := ""
			for word := range words(token) {
				last = word
			}
			switch last {
			case "time", "date", "timestamp", "datetime", "clock", "pubdate", "published",
				"zeit", "uhrzeit", "datum", "heure", "ora", "hora", "fecha":
				timed = true
			}
		}
		p.timed[class] = timed
	}
	return timed
}

// holdsDigit reports whether there is a digit in the text of an element.
func (p *page) holdsDigit(n *node) bool {
	for k := n.first; k < n.end; k++ {
		if e := &p.nodes[k]; !e.element && hasDigit(p.text[e.from:e.to], stampSize) {
			return true
		}
	}
	return false
}

// hasDigit reports whether a digit is in the first bytes of a text.
func hasDigit(text []byte, window int) bool {
	for i := 0; i < len(text) && i < window; i++ {
		if '0' <= text[i] && text[i] <= '9' {
			return true
		}
	}
	return false
}
