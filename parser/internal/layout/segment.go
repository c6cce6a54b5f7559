package layout

import "newstimeline/parser/feed"

// A Segment is a run of lines that one stamp or header dates, before its paragraphs are grouped.
type Segment struct {
	From, To int       // lines [from, to), from 0
	Mark     int32     // the stamp of the entry, -1: none
	Header   int32     // the day header, -1: none
	Day      bool      // the lines are a day of entries; else they are one entry
	Why      feed.Rule // why the entry begins where it does
	Guessed  bool      // cues decided that the entry begins here
	Sure     int       // percent: how sure that is, and before the grouping the layout
}
