package format

import (
	"cmp"
	"html"
	"strings"

	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// The days and entries of a page.

// days writes the timeline itself.
func (p *page) days() {
	p.mark(`<main id="timeline" tabindex="-1">` + "\n")
	if len(p.t.Entries) == 0 {
		p.mark(`<p class="empty">` + p.l.say("none") + "</p>\n")
	}
	for i := range p.all {
		if !p.day(&p.all[i]) {
			return
		}
	}
	p.mark(`<p id="none" class="empty" hidden>` + p.l.say("nothing") + "</p>\n</main>\n")
}

// day writes a day and reports whether all went well.
func (p *page) day(d *day) bool {
	id := dayID(p.ids, d.period)
	p.mark(`<section class="day`)
	if d.timed(&p.o) {
		p.mark(" timed")
	}
	p.mark(`" aria-labelledby="` + id + `">` + "\n" + `<header><h2 id="` + id + `"` +
		p.dateLanguage() + ">")
	p.dayTitle(d)
	p.mark("</h2>\n<p>")
	p.mark(p.l.count("entry", len(d.entries)))
	if d.zone != "" {
		p.mark(`<span class="zone"> · `)
		p.say(d.zone)
		p.mark("</span>")
	}
	p.mark("</p>\n")
	if d.date.IsZero() {
		p.mark("<p>" + p.l.say("noday") + "</p>\n")
	}
	p.mark("</header>\n<div class=\"entries\">\n")
	for i := range d.entries {
		p.entry(d, &d.entries[i])
		if !p.spill() {
			return false
		}
	}
	p.mark("</div>\n</section>\n")
	return true
}

// timed reports whether an entry of the day has a clock.
func (d *day) timed(o *Options) bool {
	for i := range d.entries {
		if o.moment(&d.entries[i]).clock.Known {
			return true
		}
	}
	return false
}

// dayTitle writes the words of a heading, with the parts of a date as elements of their own.
func (p *page) dayTitle(d *day) {
	if d.date.IsZero() {
		p.mark(d.name())
		return
	}
	p.mark(`<time datetime="`)
	p.b = appendPeriod(p.b, d.period)
	p.mark(`">`)
	if d.isDay() {
		p.dayParts(d)
	} else {
		p.mark("<b>" + d.name() + "</b>")
	}
	p.mark("</time>")
}

// dayParts writes weekday, day and year in the order of the language, without punctuation.
func (p *page) dayParts(d *day) {
	weekday := "<i>" + p.l.heading(p.l.date("{W}", nil, d.date, feed.Date{})) + "</i>"
	date := "<b>" + p.l.date(p.l.bare, p.l.dated, d.date, feed.Date{}) + "</b>"
	year := "<i>" + p.l.date(p.l.yearPattern(), nil, d.date, feed.Date{}) + "</i>"
	parts := []string{weekday, date, year}
	if strings.Index(p.l.full, "{y}") < strings.Index(p.l.full, "{d}") {
		parts = []string{year, date, weekday}
	}
	p.mark(strings.Join(parts, " "))
}

// entry writes an entry.
func (p *page) entry(d *day, e *timeline.Entry) {
	p.mark(`<article id="`)
	p.b = e.ID.Append(p.b)
	p.mark(`"`)
	if p.sources != nil {
		p.mark(` data-source="`)
		p.number(e.Source.Index + 1)
		p.mark(`"`)
	}
	if bar := p.histogram.barOf(p.index); bar >= 0 {
		p.mark(` data-bar="`)
		p.number(bar)
		p.mark(`"`)
	}
	p.index++
	p.mark(">\n")
	p.clock(d, e)
	p.mark(`<div class="text"`)
	p.mark(p.langAttribute(e.Source))
	p.mark(`>`)
	p.element(`<h3 dir="auto">`, e.TitleText(), "</h3>\n")
	p.paragraphs(e)
	for m := range media(e) {
		p.picture(m, e.Source.Text)
	}
	p.mark("</div>\n")
	p.meta(e)
	p.mark("</article>\n")
}

// paragraph writes a paragraph of an entry with its links.
func (p *page) paragraph(e *timeline.Entry, s feed.Span) {
	s = s.Trim(e.Source.Text)
	if isEmpty(s.Of(e.Source.Text)) {
		return
	}
	p.mark(`<p dir="auto">`)
	for part := range pieces(e, s) {
		words := html.EscapeString(Clean(part.Of(e.Source.Text)))
		if part.url == "" {
			p.mark(words)
			continue
		}
		p.mark(`<a href="` + html.EscapeString(part.url) + `" rel="noopener noreferrer nofollow">` +
			words + "</a>")
	}
	p.mark("</p>\n")
}

// picture writes a picture as a link with its caption; with Images the page shows it.
func (p *page) picture(m *feed.Media, text string) {
	caption := m.CaptionText(text)
	words := cmp.Or(strings.TrimSpace(Clean(m.Alt)), strings.TrimSpace(Clean(caption)), m.URL)
	p.mark("<figure>")
	if p.o.Images {
		p.mark(`<img loading="lazy" referrerpolicy="no-referrer" src="` + html.EscapeString(m.URL) +
			`" alt="`)
		p.say(words)
		p.mark(`">`)
	} else {
		p.link(pictureMark, m.URL, words)
	}
	if words != strings.TrimSpace(Clean(caption)) || p.o.Images {
		p.element(`<figcaption dir="auto">`, caption, "</figcaption>")
	}
	p.mark("</figure>\n")
}

// clock writes when an entry was reported within its day, if known.
func (p *page) clock(d *day, e *timeline.Entry) {
	m := p.o.moment(e)
	if !m.clock.Known {
		return
	}
	p.mark(`<p class="clock"><time datetime="`)
	if m.date.IsZero() {
		p.b = m.clock.Append(p.b)
	} else {
		p.b = p.o.appendISO(p.b, e, false)
	}
	p.mark(`">`)
	p.mark(m.clock.String())
	if d.mixed {
		p.element(` <span>`, place(m.zone), "</span>")
	}
	p.mark("</time></p>\n")
}

// meta writes who wrote an entry, where it comes from, and what of it is a guess. Only the first is
// of the feed: the rest is in a footer, which is no text where the page is read again.
func (p *page) meta(e *timeline.Entry) {
	p.mark(`<div class="meta">`)
	p.element(`<span class="author" dir="auto">`, e.AuthorText(), "</span> ")
	p.mark("<footer><span>")
	if p.sources != nil {
		p.element(`<bdi class="source">`, p.sources[e.Source.Index], "</bdi>, ")
	}
	p.mark(p.l.count("line", int(e.Line)))
	p.mark("</span>")
	p.doubts(e)
	p.mark(` <a href="#`)
	p.b = e.ID.Append(p.b)
	p.mark(`">`)
	p.mark(p.l.say("link"))
	p.mark("</a>")
	p.link(" ", e.URL, p.l.say("original"))
	p.related(e)
	p.mark("</footer></div>\n")
	p.revisions(e)
}

// related writes links to the same report in other feeds.
func (p *page) related(e *timeline.Entry) {
	related := e.Related()
	for i := range related {
		if r := &related[i]; !r.Folded && p.sources != nil {
			p.mark(` <a href="#`)
			p.b = r.ID.Append(p.b)
			p.element(`">`, p.l.with("also", p.sources[r.Source.Index]), "</a>")
		}
	}
}

// revisions writes the earlier texts of an entry, to be opened.
func (p *page) revisions(e *timeline.Entry) {
	revisions := e.Revisions()
	if len(revisions) == 0 {
		return
	}
	p.mark(`<details class="before"><summary>` + p.l.count("edited", len(revisions)) +
		"</summary>\n")
	for i := range revisions {
		r := &revisions[i]
		p.element(`<p dir="auto"`+p.langAttribute(r.Source)+`><b>`, r.TitleText(), "</b></p>\n")
		for _, span := range r.Paragraphs {
			p.element(`<p dir="auto"`+p.langAttribute(r.Source)+`>`, span.Of(r.Source.Text),
				"</p>\n")
		}
		p.element(`<p class="meta">`, p.names[r.Source.Index], ", "+p.l.count("line", int(r.Line))+
			"</p>\n")
	}
	p.mark("</details>\n")
}

// sure is the confidence, in percent, from which on it is not worth a word where an entry begins.
const sure = 75

// doubts are the phrases for what is inferred, by bit; "": nothing is stated at the entry itself.
var doubts = [len(inferences)]string{"year", "date", "zone", "midnight", "", "order"}

// doubts writes what is inferred about an entry, unless it holds for all entries, which is stated
// once, below.
func (p *page) doubts(e *timeline.Entry) {
	for bit, key := range doubts {
		if own := e.Inferred &^ p.shared; key != "" && own&(1<<bit) != 0 {
			p.mark(` <span class="doubt">` + p.l.say(key) + `</span>`)
		}
	}
	if e.Inferred&feed.InferredGrouping != 0 && e.Confidence < sure {
		p.mark(` <span class="doubt">` + p.l.count("sure", int(e.Confidence)) + "</span>")
	}
}
