package format

import (
	_ "embed"
	"io"

	"newstimeline/timeline"
)

//go:embed changes.css
var changesStyle string

// writeChangesHTML writes a comparison as a page in one file, without scripts. What was cut and
// what was put are the elements del and ins.
func writeChangesHTML(w io.Writer, c *timeline.Changes, o Options) error {
	p := changePage{page{buffer: newBuffer(w), o: o}}
	p.top(c)
	for i := range c.List {
		if c.List[i].Kind != timeline.Dropped {
			p.change(&c.List[i])
		}
		if !p.spill() {
			break
		}
	}
	p.element("<footer>", droppedWords(c), "</footer>\n")
	p.mark("</main>\n</body>\n</html>\n")
	return p.flush()
}

// A changePage writes a comparison as a page.
type changePage struct{ page }

// top writes the head of the page, and what was compared.
func (p *changePage) top(c *timeline.Changes) {
	p.mark("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n" +
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ` +
		integrity(changesStyle) +
		`; img-src data:; base-uri 'none'; form-action 'none'">` + "\n" +
		`<meta name="viewport" content="width=device-width, initial-scale=1">` + "\n" +
		`<link rel="icon" href="data:,">` + "\n")
	p.element("<title>", p.o.changesTitle(c), "</title>\n")
	p.mark("<style>" + changesStyle + "</style>\n</head>\n<body>\n<header>\n")
	p.element(`<h1 dir="auto">`, p.o.changesTitle(c), "</h1>\n")
	p.element("<p>", fileNames(c.Old)+" → "+fileNames(c.New)+": "+changeCounts(c), "</p>\n")
	p.mark("</header>\n<main")
	if tag := language(c.New.Sources); tag != "" {
		p.mark(` lang="` + tag + `"`)
	}
	p.mark(">\n")
}

// change writes one change.
func (p *changePage) change(c *timeline.Change) {
	p.mark(`<article class="` + c.Kind.String() + `">` + "\n" + `<h2 lang="en"><b>` +
		kindNames[c.Kind] + "</b> ")
	p.say(p.o.changeWhen(c))
	p.mark("</h2>\n")
	p.element(`<p class="place" lang="en">`, placeOf(c), "</p>\n")
	title, paragraphs := changeParagraphs(c)
	p.element(`<p dir="auto"><strong>`, title, "</strong></p>\n")
	for _, pieces := range paragraphs {
		p.mark(`<p dir="auto">`)
		for _, piece := range pieces {
			p.mark(piece.Gap + insOrDel("<", piece.Kind))
			p.say(piece.Text)
			p.mark(insOrDel("</", piece.Kind))
		}
		p.mark("</p>\n")
	}
	p.mark("</article>\n")
}
