package parser

import "strings"

// Pages: a text that was printed, or extracted from a file for printing, has form feeds between its pages, and each page has its head and foot.

// pageEdge is how many lines of a head or foot are looked at.
const pageEdge = 4

// mutePages mutes the heads and feet of printed pages: lines at the top of all pages, or at the foot of all but the last, that are alike but for
// their digits.
func (d *Document) mutePages() {
	if !strings.Contains(d.Text, "\f") {
		return
	}
	pages := []int{0} // the first line of each
	for i := 1; i < d.lines.count(); i++ {
		if at := int(d.lines[i].at); strings.Contains(d.Text[at:max(at, d.lines.span(d.Text, i).Start)], "\f") {
			pages = append(pages, i)
		}
	}
	if len(pages) < 2 {
		return
	}
	if d.muted == nil {
		d.muted = make([]bool, d.lines.count())
	}
	pages = append(pages, d.lines.count())
	heads, feet := make([][]int, len(pages)-1), make([][]int, len(pages)-2)
	for k := range heads {
		heads[k] = d.edge(pages[k], pages[k+1], 1)
	}
	for k := range feet {
		feet[k] = d.edge(pages[k+1]-1, pages[k]-1, -1)
	}
	d.muteAlike(heads)
	if len(feet) > 1 {
		feet = append(feet, d.edge(d.lines.count()-1, pages[len(pages)-2]-1, -1))
		last := len(feet) - 1
		d.muteAlike(feet[:last])
		d.muteAlike([][]int{feet[last-1], feet[last]})
	}
}

// edge returns the first lines that are not blank from line i on, step by step up to line end, which is left out.
func (d *Document) edge(i, end, step int) (lines []int) {
	for ; i != end && len(lines) < pageEdge; i += step {
		if d.lines.span(d.Text, i).Len() > 0 {
			lines = append(lines, i)
		}
	}
	return lines
}

// muteAlike mutes the lines of the edges of pages, from the outermost on, as long as those of all pages are alike but for their digits.
func (d *Document) muteAlike(edges [][]int) {
	for n := range pageEdge {
		for _, e := range edges {
			if n >= len(e) || !alikeButDigits(d.line(edges[0][n]), d.line(e[n])) {
				return
			}
		}
		for _, e := range edges {
			d.muted[e[n]] = true
		}
	}
}

// alikeButDigits reports whether two lines are the same where they have no digits: "Page 1 of 2", "Page 2 of 2".
func alikeButDigits(a, b string) bool {
	i, k := 0, 0
	for {
		for i < len(a) && isDigit(a[i]) {
			i++
		}
		for k < len(b) && isDigit(b[k]) {
			k++
		}
		if i == len(a) || k == len(b) {
			return i == len(a) && k == len(b)
		}
		if a[i] != b[k] {
			return false
		}
		i, k = i+1, k+1
	}
}
