package format

import (
	"cmp"
	"strconv"

	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// How a page says where all of it comes from: what a reader who doubts a date wants to know.

// about writes the foot of the page.
func (p *page) about() {
	p.mark(`<footer class="about" lang="en" dir="ltr" aria-labelledby="about">` + "\n" + `<h2 id="about">How this timeline was read</h2>` + "\n")
	p.mark("<p>Entries and their times come from the sources below and are as exact as these tell them. " +
		"The line of its source stands under each entry.</p>\n")
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
			p.mark("<li>" + guesses[bit] + ": " + howMany(n, len(p.t.Entries)))
			if 1<<bit == feed.InferredGrouping && unsure > 0 {
				p.mark(", less sure for " + strconv.Itoa(unsure) + ", which say so")
			}
			p.mark(".</li>\n")
		}
	}
	p.mark("</ul>\n")
}

// guesses are what a page says once of what is inferred, by its bit.
var guesses = [len(inferences)]string{
	"The year is not told, and is inferred from the rest of the source",
	"The day is not told beside the entry, and is inferred from the rest of the source",
	"The clocks name no zone, and that of other stamps, or UTC, is assumed",
	"The clocks pass midnight without a new date, and the day is counted on",
	"The source does not part its entries; where one begins is inferred from its wording",
	"The source does not tell its order, and the latest entry is taken to stand on top",
}

// howMany returns how many of all entries something holds for.
func howMany(n, all int) string {
	if n == all {
		return "all entries"
	}
	return strconv.Itoa(n) + " of " + strconv.Itoa(all) + " entries"
}

// source writes what is known of a source, and what was remarkable in it.
func (p *page) source(s *timeline.Source) {
	p.mark(`<section id="source-`)
	p.number(s.Index + 1)
	p.element(`"><h3 dir="auto">`, cmp.Or(titleOf(s), p.names[s.Index]), "</h3>\n")
	p.mark("<dl>\n")
	p.fact("File", p.names[s.Index])
	p.linkedFact("Address", s.URL)
	p.fact("Published", s.Published)
	p.fact("Updated", s.Updated)
	p.fact("Captured", s.AsOf.String())
	p.fact("Lines", strconv.Itoa(s.NumLines()))
	p.fact("Entries", strconv.Itoa(len(s.Document.Entries)))
	p.fact("Order", s.Order.String())
	p.fact("Zone", s.ZoneName)
	p.fact("Language", s.Language)
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
	p.mark(counted(len(s.Diagnostics), "remark"))
	p.mark("</summary>\n<ul>\n")
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
