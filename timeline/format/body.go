package format

import "newstimeline/timeline"

// What the notations that people look at share.

// textMax is the greatest width of a text in columns: from the end of a longer line the eye does
// not find the next one.
const textMax = 100

// bullet replaces an unknown clock.
const bullet = "•"

// appendBody appends the lines of an entry to dst: prefix, the title, the paragraphs. They are
// clean and at most width columns wide (0: not wrapped); spaced: an empty line separates
// paragraphs. It returns how many of the lines are those of the title.
func appendBody(dst []string, e *timeline.Entry, prefix string, width int,
	spaced bool) (lines []string, titled int) {
	from := len(dst)
	if title := e.TitleText(); title != "" {
		dst = wrap(dst, prefix+Clean(title), width)
		prefix, titled = "", len(dst)-from
	}
	for i, p := range e.Paragraphs {
		if i > 0 && spaced {
			dst = append(dst, "")
		}
		dst = wrap(dst, prefix+Clean(p.Of(e.Source.Text)), width)
		prefix = ""
	}
	return dst, titled
}
