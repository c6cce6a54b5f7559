package stamp

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"strings"
)

// Pages: a printed text, or one extracted from a file for printing, has form feeds between its
// pages. Each page has its header and footer.

// mutePages mutes the headers and footers of printed pages. These are lines at the top of all
// pages, or at the bottom of all but the last, alike but for the page number.
func mutePages(d *text.Document) {
	if !strings.Contains(d.Text, "\f") {
		return
	}
	pages := []int{0} // the first line of each
	for i := 1; i < d.Lines.Count(); i++ {
		if at := int(d.Lines[i].At); strings.Contains(
			d.Text[at:max(at, d.Lines.Span(d.Text, i).Start)], "\f") {
			pages = append(pages, i)
		}
	}
	if len(pages) < 2 {
		return
	}
	if d.Muted == nil {
		d.Muted = make([]feed.Rule, d.Lines.Count())
	}
	pages = append(pages, d.Lines.Count())
	heads, feet := make([][]int, len(pages)-1), make([][]int, len(pages)-1)
	for k := range heads {
		heads[k] = edge(d, pages[k], pages[k+1], 1)
		feet[k] = edge(d, pages[k+1]-1, pages[k]-1, -1)
	}
	muteAlike(d, heads)
	if last := len(feet) - 1; last > 1 {
		muteAlike(d, feet[:last])
		muteAlike(d, feet[last-1:])
	}
}

// edge returns the first lines that are not blank from line i on, step by step up to line end,
// which is left out.
func edge(d *text.Document, i, end, step int) (lines []int) {
	for ; i != end && len(lines) < few; i += step {
		if d.Lines.Span(d.Text, i).Len() > 0 {
			lines = append(lines, i)
		}
	}
	return lines
}

// muteAlike mutes the edge lines of consecutive pages, from the outermost on, as long as those of
// all pages are alike.
func muteAlike(d *text.Document, edges [][]int) {
	var s pageReader
	for n := range few {
		for k, e := range edges {
			if n >= len(e) || !s.ofPages(d.Line(edges[0][n]), d.Line(e[n]), k) {
				return
			}
		}
		for _, e := range edges {
			d.Muted[e[n]] = feed.RulePageEdge
		}
	}
}

// ofPages reports whether two lines, k pages apart, belong to the header or footer of their pages.
// They are the same, or alike but for the page number, as "Page 1 of 9" and "Page 2 of 9" are. A
// stamp that is all of its line, or not the same on both, is one of an entry or of a day.
func (s *pageReader) ofPages(a, b string, k int) bool {
	for _, m := range s.finder.Append(nil, a, 0, 0) {
		if m.Place == Whole || a != b {
			return false
		}
	}
	return a == b || differInCount(a, b, k)
}

// differInCount reports whether two lines differ in their numbers alone, and those that do by k.
func differInCount(a, b string, k int) bool {
	for i := 0; i < len(a) && i < len(b); i++ {
		if words.IsDigit(a[i]) && words.IsDigit(b[i]) {
			x, y := words.Number(a, i), words.Number(b, i)
			if y.Value != x.Value && y.Value != x.Value+k {
				return false
			}
			a, b, i = a[x.End:], b[y.End:], -1
		} else if a[i] != b[i] {
			return false
		}
	}
	return len(a) == len(b)
}

// A pageReader finds stamps in the lines of pages.
type pageReader struct{ finder Finder }
