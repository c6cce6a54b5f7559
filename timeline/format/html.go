package format

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html"
	"io"
	"slices"
	"strconv"
	"strings"

	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// The page: one file of HTML that needs nothing else and asks no host for anything. Everything is
// in the markup, so that it can be read, printed and followed by its links with scripts off.
// page.js adds search, filters and the choice of colours. Text of feeds is cleaned and escaped. A
// Content-Security-Policy lets nothing run or load but the style and the script whose hashes it
// names. The text is appended to a buffer: a template library would cost its start at every run of
// the program.

//go:embed page.css
var pageStyle string

//go:embed page.js
var pageScript string

// A page is being written.
type page struct {
	*buffer
	o         Options
	t         *timeline.Timeline
	l         *tongue
	names     []string      // of the sources
	sources   []string      // their names; nil: there is one, which is not named at every entry
	heading   string        // of the timeline
	all       []day         // of the timeline
	shared    feed.Inferred // what is inferred of every entry, which is stated once
	histogram histogram
	// how often a day has had a heading: in a merge of zones a day can come back
	ids   map[string]int
	index int // of the entry at hand
}

func writeHTML(w io.Writer, t *timeline.Timeline, o Options) error {
	p := page{buffer: newBuffer(w), o: o, t: t, l: o.tongue(t.Sources), names: publicNames(t),
		sources: severalNames(t), shared: inferredOfAll(t), histogram: o.histogram(t),
		heading: o.heading(t), all: slices.Collect(o.days(t)), ids: map[string]int{}}
	p.head()
	p.masthead()
	p.tools()
	p.days()
	p.about()
	p.mark(`<script type="application/ld+json">`)
	p.liveBlog(t, &p.o, p.heading)
	p.mark("</script>\n</body>\n</html>\n")
	return p.flush()
}

// inferredOfAll returns what is inferred of every entry.
func inferredOfAll(t *timeline.Timeline) feed.Inferred {
	if len(t.Entries) == 0 {
		return 0
	}
	shared := t.Entries[0].Inferred
	for i := range t.Entries {
		shared &= t.Entries[i].Inferred
	}
	return shared
}

// mark writes what is ours: markup and words that need no escape.
func (p *page) mark(s string) { p.b = append(p.b, s...) }

// number writes a number.
func (p *page) number(n int) { p.b = strconv.AppendInt(p.b, int64(n), 10) }

// say writes text of a feed, as text or in an attribute.
func (p *page) say(s string) { p.mark(html.EscapeString(strings.TrimSpace(Clean(s)))) }

// element writes an element that holds a text of a feed; nothing if that is empty.
func (p *page) element(start, text, end string) {
	if text = strings.TrimSpace(Clean(text)); text == "" {
		return
	}
	p.mark(start)
	p.mark(html.EscapeString(text))
	p.mark(end)
}

// link writes a link to an address that a source names, if it is one that a browser opens as a
// page. The page does not reveal where the reader comes from.
func (p *page) link(before, address, text string) {
	if isAddress(address) {
		p.mark(before + `<a href="`)
		p.say(address)
		p.mark(`" rel="noopener noreferrer nofollow">`)
		p.say(text)
		p.mark("</a>")
	}
}

// integrity returns the hash of a style or script as a Content-Security-Policy names it.
func integrity(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// head writes the head of the page. The empty icon keeps browsers from asking the host for one.
func (p *page) head() {
	direction := ""
	if p.l.isRTL() {
		direction = ` dir="rtl"`
	}
	p.mark("<!DOCTYPE html>\n<html lang=\"" + p.l.page() + "\"" + direction +
		">\n<head>\n<meta charset=\"utf-8\">\n" +
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ` +
		integrity(pageStyle) + `; script-src ` +
		integrity(pageScript) + `; img-src ` + p.imageSources() +
		`; base-uri 'none'; form-action 'none'">` + "\n" +
		`<meta name="viewport" content="width=device-width, initial-scale=1">` + "\n" +
		`<meta name="referrer" content="no-referrer">` + "\n" +
		`<meta name="color-scheme" content="light dark">` + "\n" +
		`<link rel="icon" href="data:,">` + "\n<title>")
	p.say(p.heading)
	p.mark("</title>\n<style>" + pageStyle + "</style>\n<script>" + pageScript +
		"</script>\n</head>\n<body>\n" +
		`<a class="skip" href="#timeline">` + p.l.say("skip") + "</a>\n")
}

// imageSources returns from where the page may load pictures: from nowhere, unless that was asked
// for.
func (p *page) imageSources() string {
	if p.o.Images {
		return "data: https: http:"
	}
	return "data:"
}

// masthead writes what is above the timeline: what it is, what it covers, the leads and notices of
// its feeds.
func (p *page) masthead() {
	p.mark(`<header class="masthead">` + "\n" + `<p class="kicker">`)
	p.sourceList()
	p.mark(`</p>` + "\n" + `<button id="theme" type="button" hidden data-dark="` + p.l.say("dark") +
		`" data-light="` + p.l.say("light") +
		`" data-colours="` + p.l.say("colours") + `"></button>` + "\n")
	p.title()
	for _, s := range p.t.Sources {
		for _, n := range s.Notices {
			p.mark(`<p class="notice" role="note">`)
			if p.sources != nil {
				p.element(`<b>`, p.sources[s.Index], `</b> `)
			}
			p.element(`<span dir="auto"`+p.langAttribute(s)+`>`, n.Text.Of(s.Text), "</span>")
			p.mark("</p>\n")
		}
	}
	for _, s := range p.t.Sources {
		p.lead(s)
	}
	p.drawing()
	p.mark("</header>\n")
}

// title writes what the page is called, how many entries it has and the time they cover.
func (p *page) title() {
	title, covered := p.o.ownHeading(p.t.Sources), p.o.covered(p.t, p.l)
	switch {
	case title != "":
		p.element(`<h1 dir="auto">`, title, "</h1>\n")
	case covered != "":
		p.mark("<h1>" + p.l.with("covering", "<span>"+covered+"</span>") + "</h1>\n")
		covered = ""
	default:
		p.mark("<h1>" + p.l.say("timeline") + "</h1>\n")
	}
	p.mark(`<p class="facts">` + p.l.count("entry", len(p.t.Entries)))
	p.element(" · ", covered, "")
	p.mark("</p>\n")
}

// sourceList writes the names of the sources, each a link to its details below.
func (p *page) sourceList() {
	for i, name := range p.names {
		if i > 0 {
			p.mark(", ")
		}
		p.mark(`<a href="#source-`)
		p.number(i + 1)
		p.mark(`">`)
		p.say(name)
		p.mark("</a>")
	}
}

// lead writes the lead of a feed: its first paragraph, and the others to be opened.
func (p *page) lead(s *timeline.Source) {
	paragraphs := leadOf(s, p.heading)
	if len(paragraphs) == 0 {
		return
	}
	p.mark(`<section class="lead" aria-label="` + p.l.say("lead"))
	if p.sources != nil {
		p.say(": " + p.sources[s.Index])
	}
	p.mark(`"` + p.langAttribute(s) + ">\n")
	if p.sources != nil {
		p.element(`<p class="label">`, p.sources[s.Index], "</p>\n")
	}
	if headline := Clean(leadHeadline(s)); headline == paragraphs[0] && p.sources != nil {
		p.element(`<p dir="auto"><b>`, paragraphs[0], "</b></p>\n")
	} else {
		p.element(`<p dir="auto">`, paragraphs[0], "</p>\n")
	}
	if rest := paragraphs[1:]; len(rest) > 0 {
		p.mark(`<details><summary lang="` + p.l.page() + `">` + p.l.say("rest") + "</summary>\n")
		for _, text := range rest {
			p.element(`<p dir="auto">`, text, "</p>\n")
		}
		p.mark("</details>\n")
	}
	p.mark("</section>\n")
}

// langAttribute returns the attribute that names the language of a source, where that is not the
// page's.
func (p *page) langAttribute(s *timeline.Source) string {
	tag := languageTag(s.Language)
	if tag == "" || tag == p.l.page() {
		return ""
	}
	return ` lang="` + tag + `"`
}

// dateLanguage returns the attribute with the language of dates, if the page's own words are in
// another because phrases are missing.
func (p *page) dateLanguage() string {
	if p.l.code == p.l.page() {
		return ""
	}
	return ` lang="` + p.l.code + `"`
}

// tools writes what page.js makes work, hidden until it does, and the list of days that is there
// without it.
func (p *page) tools() {
	p.mark(`<form id="tools" class="tools" role="search" hidden>
<label class="wide">` + p.l.say("search") + ` <input id="query" name="q" type="search" autocomplete="off" spellcheck="false" placeholder="`)
	p.say(p.l.say("words"))
	p.mark(`" aria-describedby="status"></label>
<label>` + p.l.say("pickday") + ` <select id="day"><option value="">` +
		p.l.say("alldays") + `</option></select></label>
`)
	if p.sources != nil {
		p.mark("<label>" + p.l.say("source") + ` <select id="source"><option value="">` +
			p.l.say("allsources") + "</option>")
		for i, name := range p.sources {
			p.mark(`<option value="`)
			p.number(i + 1)
			p.mark(`">`)
			p.say(name)
			p.mark("</option>")
		}
		p.mark("</select></label>\n")
	}
	p.mark("<label>" + p.l.say("jump") + ` <input id="jump" type="date"></label>
<p id="status" role="status" data-of="` + p.l.say("of") + `"></p>
</form>
`)
	p.dayList()
}

// dayList writes links to the days, if there are several.
func (p *page) dayList() {
	if len(p.all) < 2 {
		return
	}
	p.mark(`<nav id="days" class="days" aria-label="` + p.l.say("days") + `"><details><summary>` +
		p.l.count("day", len(p.all)) + "</summary>\n<ol>\n")
	ids := map[string]int{}
	for i := range p.all {
		d := &p.all[i]
		p.mark(`<li><a href="#` + dayID(ids, d.period) + `"` + p.dateLanguage() + ">" + d.name() +
			"</a> <span>")
		p.number(len(d.entries))
		p.mark("</span></li>\n")
	}
	p.mark("</ol></details></nav>\n")
}

// dayID returns the id of a heading: 2025-08-16, for its second time 2025-08-16-2.
func dayID(ids map[string]int, p period) string {
	id := "undated"
	if !p.date.IsZero() {
		id = string(appendPeriod(nil, p))
	}
	ids[id]++
	if n := ids[id]; n > 1 {
		id += "-" + strconv.Itoa(n)
	}
	return id
}
