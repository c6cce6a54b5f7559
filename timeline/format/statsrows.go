package format

import "newstimeline/timeline"

// The chart of names as a picture: a row for each source or author, its name beside its bar.

const (
	svgRow     = 26  // the height of a row
	svgNames   = 260 // the width of the names
	svgRowsMax = 60  // rows; the rest is one more
)

// svgRows returns the bars of a chart of names. Those after the first sixty are summed up in one.
func svgRows(s *timeline.Stats) []timeline.Bar {
	if len(s.Bars) <= svgRowsMax {
		return s.Bars
	}
	rest := timeline.Bar{Name: counted(len(s.Bars)-svgRowsMax, "other")}
	for _, b := range s.Bars[svgRowsMax:] {
		rest.Entries += b.Entries
	}
	return append(s.Bars[:svgRowsMax:svgRowsMax], rest)
}

// rows draws a chart of names.
func (p *picture) rows(s *timeline.Stats) {
	rows := svgRows(s)
	most := 1
	for _, b := range rows {
		most = max(most, b.Entries)
	}
	const room = 36 // columns for a name
	names := shortenNames(barNames(s.Unit, rows), room)
	left := float64(svgLeft - 40 + svgNames)
	width := float64(svgWidth-svgRight-60) - left
	for i, b := range rows {
		y := float64(svgTop + i*svgRow)
		long := width * float64(b.Entries) / float64(most)
		p.text(left-10, y+14, "end", svgLabel, names[i])
		p.put(`<rect x="%.1f" y="%.1f" width="%.1f" height="%d" rx="2" fill="%s"><title>%s: %s</title></rect>`+"\n",
			left, y+2, long, svgRow-10, svgBar, escapeXML(barName(b)), p.l.counted(b.Entries))
		p.text(left+long+8, y+14, "start", svgScale, thousands(b.Entries))
	}
}
