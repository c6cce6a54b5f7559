package format

import "newstimeline/timeline"

// What the notations for eyes share.

// textMax is the width of a text in columns: from the end of a longer line the eye loses its way back.
const textMax = 100

// bullet stands for a clock that is not told.
const bullet = "•"

// noEntries is all that there is to say of an empty timeline.
const noEntries = "No entries.\n"

// appendBody appends the lines of an entry to dst, at least one, clean and none wider than width (0: not wrapped): its title, then its
// paragraphs, with an empty line between them if they are to be parted; prefix stands before all. It returns how many of the lines are
// the title's.
func appendBody(dst []string, e *timeline.Entry, prefix string, width int, parted bool) (lines []string, titled int) {
	from := len(dst)
	if title := e.TitleText(); title != "" {
		dst = wrap(dst, prefix+Clean(title), width)
		prefix, titled = "", len(dst)-from
	}
	for i, p := range e.Paragraphs {
		if i > 0 && parted {
			dst = append(dst, "")
		}
		dst = wrap(dst, prefix+Clean(p.Of(e.Source.Text)), width)
		prefix = ""
	}
	return dst, titled
}
