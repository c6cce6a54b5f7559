package feed

import "sort"

// Lines are the lines of a text, and one more that begins where the text ends. A line ends with LF;
// the CR of a CRLF is not part of its text.
type Lines []LineStart

// A LineStart is where a line begins, and how many bytes of white space it begins and ends with,
// its line ending among them. Every pass asks for the lines' text: to find its ends anew would be
// to fetch the whole text from memory each time.
type LineStart struct {
	At            int32
	Before, After uint16 // WideSpace: so many or more
}

// WideSpace is the largest count of white space that a LineStart can hold.
const WideSpace = 1<<16 - 1

// Count returns the number of lines.
func (l Lines) Count() int { return len(l) - 1 }

// Span returns line i, from 0, without its line ending and the white space at both ends.
func (l Lines) Span(text string, i int) Span {
	s, next := l[i], l[i+1].At
	if s.Before == WideSpace || s.After == WideSpace {
		return Span{int(s.At), int(next)}.Trim(text)
	}
	return Span{int(s.At) + int(s.Before), int(next) - int(s.After)}
}

// LineAt returns the number of the line, from 1, that holds the byte at an offset of the text.
func (l Lines) LineAt(offset int) int {
	return max(1, sort.Search(l.Count(), func(i int) bool { return int(l[i].At) > offset }))
}
