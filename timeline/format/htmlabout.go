package format

import (
	"cmp"
	"strconv"

	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// How a page documents its sources: what a reader who doubts a date wants to know.

// about writes the foot of the page.
func (p *page) about() {
	p.mark(`<footer class="about" lang="en" dir="ltr" aria-labelledby="about">` + "\n" +
		`<h2 id="about">About this timeline</h2>` + "\n")
	p.mark("<p>Entries and times come from the sources below and are no more precise than these. " +
		"Each entry names its line in the source.</p>\n")
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
				p.mark("; " + strconv.Itoa(unsure) + " of them marked as uncertain")
			}
			p.mark(".</li>\n")
		}
	}
	p.mark("</ul>\n")
}

// guesses are the statements of a page about what is inferred, by bit.
var guesses = [len(inferences)]string{
	"The year is missing and was inferred from the rest of the source",
	"The day is not given with the entry and was inferred from the rest of the source",
	"The times name no zone; that of other timestamps, or UTC, is assumed",
	"The times pass midnight without a new date; the next day is assumed",
	"The source does not separate its entries; where they begin was inferred from the wording",
	"The source does not show its order; newest first is assumed",
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
	p.linkedFact("URL", s.URL)
	p.fact("Published", s.Published)
	p.fact("Updated", s.Updated)
	p.fact("Captured", s.AsOf.String())
	p.fact("Lines", strconv.Itoa(s.NumLines()))
	p.fact("Entries", strconv.Itoa(len(s.Document.Entries)))
	p.fact("Order", s.Order.String())
	p.fact("Time zone", s.ZoneName)
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
