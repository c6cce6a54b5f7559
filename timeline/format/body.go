package format

import "newstimeline/timeline"

// appendBody appends the lines of an entry to dst, at least one, clean and none wider than width (0: not wrapped): its title, then its
// paragraphs with an empty line between them; prefix stands before all. It returns how many lines the title has.
func appendBody(dst []string, e *timeline.Entry, prefix string, width int) (lines []string, titled int) {
	if title := e.TitleText(); title != "" {
		dst = wrap(dst, prefix+Clean(title), width)
		prefix, titled = "", len(dst)
	}
	for i, p := range e.Paragraphs {
		if i > 0 {
			dst = append(dst, "")
		}
		dst = wrap(dst, prefix+Clean(p.Of(e.Source.Text)), width)
		prefix = ""
	}
	return dst, titled
}
