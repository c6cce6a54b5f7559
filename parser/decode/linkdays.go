package decode

import (
	"strings"
	"time"

	"golang.org/x/net/html/atom"

	"newstimeline/parser/feed"
)

// Days of links: a list of headlines with clocks alone has its days in the addresses of the
// articles: "/2025/08/16/". They are better than the day of the page, which may be older than the
// list beside it.

// addLinkDays gives the clocks of cards the days in their addresses, if most cards have one.
func (p *page) addLinkDays() {
	for _, cards := range p.cardGroups {
		var hints []feed.Hint
		for _, card := range cards {
			if h, ok := p.linkDay(card); ok {
				hints = append(hints, h)
			}
		}
		if 4*len(hints) >= 3*len(cards) {
			p.hints = append(p.hints, hints...)
			return
		}
	}
}

// linkDay returns the hint that gives the clock of a card the day in its only dated address. The
// card is little more than a headline, most of it is links, and nothing in it has a day.
func (p *page) linkDay(card int32) (feed.Hint, bool) {
	n, day, clock := &p.nodes[card], "", int32(-1)
	if 2*n.linked < n.size || n.size > titleSize {
		return feed.Hint{}, false
	}
	for i := card + 1; i < n.end; i++ {
		e := &p.nodes[i]
		switch {
		case !e.element && clock < 0 && e.size < stampSize &&
			isPlainClock(string(p.text[e.from:e.to])):
			clock = e.parent
		case e.tag == atom.A:
			if d := addressDay(p.find(e, "href")); d != "" && day != "" && d != day {
				return feed.Hint{}, false
			} else if d != "" {
				day = d
			}
		}
		if value, _ := p.stamp(e); e.element && value != "" {
			return feed.Hint{}, false
		}
	}
	if day == "" || clock < 0 || p.span(clock).Len() == 0 {
		return feed.Hint{}, false
	}
	return feed.Hint{Span: p.span(clock), Kind: feed.HintStamp, Value: day}, true
}

// isPlainClock reports whether a text is a clock, in brackets perhaps, and nothing more.
func isPlainClock(text string) bool {
	s := strings.Trim(text, "()[] \t\r\n")
	hour, minute, ok := strings.Cut(s, ":")
	return ok && len(s) <= len("15:04:05") && len(hour) <= 2 && len(minute) >= 2 &&
		isDigit(hour[0]) && isDigit(minute[0]) && isDigit(minute[1])
}

// addressDay returns the day in an address, as 2006-01-02: /2025/08/16/, /2025-08/16/,
// /20250816-ferry, /item/20250816143717. It is "" if there is none.
func addressDay(href string) string {
	for i := 0; i < len(href); i++ {
		if !isDigit(href[i]) {
			continue
		}
		from := i
		for i < len(href) && isDigit(href[i]) {
			i++
		}
		if d := dayAt(href, from, i); d != "" {
			return d
		}
	}
	return ""
}

// dayAt returns the day that digits [from, to) of an address begin, or are; "" if they do not.
func dayAt(href string, from, to int) string {
	written, layout := href[from:to], "20060102"
	switch to - from {
	case len("2025"):
		if to = from + len(dayForm); to > len(href) || to < len(href) && isDigit(href[to]) {
			return ""
		}
		written, layout = strings.NewReplacer("/", "-", "_", "-").Replace(href[from:to]), dayForm
	case len("20250816"), len("202508161430"), len("20250816143000"):
		written = written[:len(layout)]
	default:
		return ""
	}
	t, err := time.Parse(layout, written)
	if err != nil || t.Year() < 1990 || t.Year() > 2100 { // the years of the web
		return ""
	}
	return t.Format(dayForm)
}
