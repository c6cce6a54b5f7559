package format

import (
	"strconv"
	"strings"

	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// Lists and quotations in the text of an entry, as elements of the page.

// A setting is the elements around a paragraph, as their start tags.
type setting []string

// settingOf returns the elements that a paragraph of an entry is in: quotations, a list.
func settingOf(e *timeline.Entry, s feed.Span) (around setting, item *feed.Part) {
	quotes, item := e.PartsOf(s.Trim(e.Source.Text))
	for range quotes {
		around = append(around, "<blockquote>")
	}
	switch {
	case item == nil:
	case item.Number == "":
		around = append(around, "<ul>")
	default:
		around = append(around, "<ol>")
	}
	return around, item
}

// paragraphs writes the text of an entry with its lists and quotations.
func (p *page) paragraphs(e *timeline.Entry) {
	var open setting
	var in *feed.Part
	for _, span := range e.Paragraphs {
		around, item := settingOf(e, span)
		if in != nil && in != item {
			p.mark("</li>\n")
		}
		open = p.change(open, around)
		if item != nil && in != item {
			p.mark("<li" + p.valueOf(item, in) + ">")
		}
		in = item
		p.paragraph(e, span)
	}
	if in != nil {
		p.mark("</li>\n")
	}
	p.change(open, nil)
}

// valueOf returns the attribute with the number of an item that does not follow from the item
// before it.
func (p *page) valueOf(item, before *feed.Part) string {
	n, err := strconv.Atoi(item.Number)
	last := 0
	if before != nil {
		last, _ = strconv.Atoi(before.Number)
	}
	if err != nil || n == last+1 {
		return ""
	}
	return ` value="` + item.Number + `"`
}

// change closes the open elements that a paragraph is not in, and opens those that it is in.
func (p *page) change(open, want setting) setting {
	same := 0
	for same < min(len(open), len(want)) && open[same] == want[same] {
		same++
	}
	for k := len(open) - 1; k >= same; k-- {
		p.mark(strings.Replace(open[k], "<", "</", 1) + "\n")
	}
	for _, tag := range want[same:] {
		p.mark(tag + "\n")
	}
	return want
}
