package layout

import "newstimeline/parser/internal/stamp"

// joinSpacings makes timestamps with a wide blank behind them one pattern with those that have a
// single one. A document that has both is spaced unevenly.
func (j *judge) joinSpacings() {
	narrow, wide := map[stamp.Style]bool{}, false
	for i := range j.Candidates {
		switch c := &j.Candidates[i]; c.Sep {
		case stamp.BlankSep:
			narrow[c.Style()] = true
		case stamp.WideSep:
			wide = true
		}
	}
	if !wide || len(narrow) == 0 {
		return
	}
	for i := range j.Candidates {
		c := &j.Candidates[i]
		if c.Sep != stamp.WideSep {
			continue
		}
		style := c.Style()
		style.Sep = stamp.BlankSep
		if narrow[style] {
			c.Sep = stamp.BlankSep
		}
	}
}
