package layout

import "newstimeline/parser/feed"

// A Segment is a run of lines that one stamp or header dates, before its paragraphs are grouped. A
// long document has millions: all of it is small.
type Segment struct {
	From, To int32     // lines [from, to), from 0
	Mark     int32     // the stamp of the entry, -1: none
	Header   int32     // the day header, -1: none
	Day      bool      // the lines are a day of entries; else they are one entry
	Why      feed.Rule // why the entry begins where it does
	Guessed  bool      // cues decided that the entry begins here
	Sure     int8      // percent: how sure that is, and before the grouping the layout
}

// Lines returns the lines of a segment: [from, to), from 0.
func (s *Segment) Lines() (from, to int) { return int(s.From), int(s.To) }
