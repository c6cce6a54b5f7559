package format

import (
	"strconv"
	"strings"
)

// Names of sources in little room: a long one is cut in the middle, where it differs least from
// others.

// ellipsis marks the cut in a name.
const ellipsis = "…"

// sourceStyles are the colours of sources, one after the other.
var sourceStyles = [...]style{magenta, green, yellow, blue}

// sourceStyle returns the colour of a source, by its place in the timeline.
func sourceStyle(index int) style { return sourceStyles[index%len(sourceStyles)] }

// shortenNames returns names, clean texts, cut in the middle so that none is wider than width.
// Names that would look the same are cut elsewhere, where they differ or, if no one place keeps
// them apart, are numbered.
func shortenNames(names []string, width int) []string {
	if widest(names) <= width || width < 4 {
		return names
	}
	short := make([]string, len(names))
	for i, name := range names {
		short[i] = middleCut(width).apply(name)
	}
	for _, group := range lookalikes(names, short) {
		tellApart(names, short, group, width)
	}
	for _, group := range lookalikes(names, short) {
		for _, i := range group {
			number := strconv.Itoa(i+1) + " "
			short[i] = number + middleCut(max(width-len(number), 1)).apply(names[i])
		}
	}
	return short
}

// lookalikes returns the places of names that look the same and are not, group by group.
func lookalikes(names, short []string) [][]int {
	places := map[string][]int{}
	differ := map[string]bool{}
	for i, s := range short {
		places[s] = append(places[s], i)
		differ[s] = differ[s] || names[i] != names[places[s][0]]
	}
	var groups [][]int
	for i, s := range short {
		if differ[s] && places[s][0] == i {
			groups = append(groups, places[s])
		}
	}
	return groups
}

// tellApart cuts the names of a group anew, at one place that keeps them apart, if there is one.
func tellApart(names, short []string, group []int, width int) {
	var own []string
	for _, i := range group {
		own = append(own, names[i])
	}
	anew := make([]string, len(own))
	for _, cut := range nameCuts(own, width) {
		for k, name := range own {
			anew[k] = cut.apply(name)
		}
		if len(lookalikes(own, anew)) == 0 {
			for k, i := range group {
				short[i] = anew[k]
			}
			return
		}
	}
}

// A nameCut is a way to cut a name. It keeps head columns at the front and, after an ellipsis, the
// columns from skip on, or the end of the name.
type nameCut struct {
	head, skip int // skip 0: the end
	width      int // of what is left
}

// middleCut is the usual cut.
func middleCut(width int) nameCut { return nameCut{head: (width - 1) / 2, width: width} }

// nameCuts returns other ways to cut some names. First they keep more or less of the end, then they
// keep a stretch in the middle.
func nameCuts(names []string, width int) []nameCut {
	middle := middleCut(width)
	var cuts []nameCut
	for off := 1; off < width; off++ {
		for _, head := range [...]int{middle.head - off, middle.head + off} {
			if head >= 0 && head < width {
				cuts = append(cuts, nameCut{head: head, width: width})
			}
		}
	}
	const head = 2
	for skip := head + 1; skip < min(widest(names), longestName); skip++ {
		cuts = append(cuts, nameCut{head, skip, width})
	}
	return cuts
}

// longestName is up to which column of a name a place to cut it is looked for.
const longestName = 255

// apply returns a name as cut; one that fits stays whole.
func (c nameCut) apply(name string) string {
	if columns(name) <= c.width {
		return name
	}
	front, _ := splitAt(name, c.head)
	room := c.width - columns(front) - columns(ellipsis)
	if c.skip == 0 {
		return front + ellipsis + tailOf(name, room)
	}
	_, rest := splitAt(name, c.skip)
	if columns(rest) <= room {
		return front + ellipsis + tailOf(name, room)
	}
	part, _ := splitAt(rest, room-columns(ellipsis))
	return front + ellipsis + part + ellipsis
}

// splitAt splits a clean text after as many characters as fit into width columns.
func splitAt(s string, width int) (front, rest string) {
	at := 0
	for at < len(s) {
		size, w := character(s[at:])
		if w > width {
			break
		}
		at, width = at+size, width-w
	}
	return s[:at], s[at:]
}

// tailOf returns the end of a clean text, at most width columns wide, without a partial character
// or a leading space.
func tailOf(s string, width int) string {
	for columns(s) > width {
		size, _ := character(s)
		s = s[size:]
	}
	return strings.TrimLeft(s, " ")
}
