package format

import (
	"cmp"
	"strconv"
	"strings"

	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// How a page documents its sources: what a reader who doubts a date wants to know.

// about writes the foot of the page.
func (p *page) about() {
	p.mark(`<footer class="about" aria-labelledby="about">` + "\n" +
		`<h2 id="about">` + p.l.say("about") + "</h2>\n")
	p.mark("<p>" + p.l.say("provenance") + "</p>\n")
	p.guesses()
	for _, s := range p.t.Sources {
		p.source(s)
	}
	p.mark("</footer>\n")
}

// guesses writes what had to be inferred, of all entries or of how many.
func (p *page) guesses() {
	var counts [len(inferences)]int
	unsure := 0
	for i := range p.t.Entries {
		e := &p.t.Entries[i]
		for bit := range inferences {
			if e.Inferred&(1<<bit) != 0 {
				counts[bit]++
			}
		}
		if e.Inferred&feed.InferredGrouping != 0 && e.Confidence < sure {
			unsure++
		}
	}
	if counts == [len(inferences)]int{} {
		return
	}
	p.mark("<ul>\n")
	for bit, n := range counts {
		if n > 0 {
			p.mark("<li>" + p.l.say(guesses[bit]) + ": " + p.howMany(n))
			if 1<<bit == feed.InferredGrouping && unsure > 0 {
				p.mark("; " + p.l.count("uncertain", unsure))
			}
			p.mark("</li>\n")
		}
	}
	p.mark("</ul>\n")
}

// guesses are the phrases of a page about what is inferred, by bit.
var guesses = [len(inferences)]string{
	"gyear", "gdate", "gzone", "gmidnight", "ggrouping", "gorder",
}

// howMany returns how many of all entries something holds for.
func (p *page) howMany(n int) string {
	all := len(p.t.Entries)
	if n == all {
		return p.l.say("all")
	}
	return strings.ReplaceAll(p.l.count("of", n), "$", strconv.Itoa(all))
}

// source writes what is known of a source, and what was remarkable in it.
func (p *page) source(s *timeline.Source) {
	p.mark(`<section id="source-`)
	p.number(s.Index + 1)
	p.element(`"><h3 dir="auto">`, cmp.Or(titleOf(s), p.names[s.Index]), "</h3>\n")
	p.mark("<dl>\n")
	p.fact(p.l.say("file"), p.names[s.Index])
	p.linkedFact("URL", s.URL)
	p.fact(p.l.say("published"), s.Published)
	p.fact(p.l.say("updated"), s.Updated)
	p.fact(p.l.say("captured"), s.AsOf.String())
	p.fact(p.l.say("lines"), strconv.Itoa(s.NumLines()))
	p.fact(p.l.say("entries"), strconv.Itoa(len(s.Document.Entries)))
	p.fact(p.l.say("sequence"), p.l.say(s.Order.String()))
	p.fact(p.l.say("timezone"), s.ZoneName)
	p.fact(p.l.say("language"), s.Language)
	p.fact("SHA-256", s.SHA256)
	p.mark("</dl>\n")
	p.remarks(s)
	p.mark("</section>\n")
}

// fact writes a term and what is known; nothing if that is nothing.
func (p *page) fact(term, text string) {
	p.element("<div><dt>"+term+`</dt><dd dir="auto">`, text, "</dd></div>\n")
}

// linkedFact writes an address, as a link if it is one.
func (p *page) linkedFact(term, address string) {
	if !isAddress(address) {
		p.fact(term, address)
		return
	}
	p.mark("<div><dt>" + term + "</dt><dd>")
	p.link("", address, address)
	p.mark("</dd></div>\n")
}

// remarks writes the diagnostics of a source.
func (p *page) remarks(s *timeline.Source) {
	if len(s.Diagnostics) == 0 {
		return
	}
	p.mark("<details><summary>")
	p.mark(p.l.count("remark", len(s.Diagnostics)))
	p.mark("</summary>\n<ul lang=\"en\" dir=\"ltr\">\n")
	for i := range s.Diagnostics {
		d := &s.Diagnostics[i]
		p.mark("<li>")
		if d.Line > 0 {
			p.mark("Line ")
			p.number(d.Line)
			p.mark(": ")
		}
		p.say(d.Message)
		p.mark("</li>\n")
	}
	p.mark("</ul></details>\n")
}
