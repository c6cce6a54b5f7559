package dating

import (
	"fmt"
	"strings"

	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
)

// The day in the title of a chronology: "The fire: what happened on 16 February 1962".

// titleSure is how sure the day in a title is that of the clocks below it, in percent.
const titleSure = 65

// titleDay returns the day that the title above the first timestamp names. The timestamp must have
// only a clock, and the lines above it no other day. Dates that are set off, or of writers, are of
// the page.
func (r *Resolver) titleDay(first int) feed.Date {
	if len(r.In.Stamps) == 0 || r.In.Family != stamp.ClockFamily || len(r.In.Headers) > 0 {
		return feed.Date{}
	}
	var day feed.Date
	title := -1
	for i := range min(first, headLines) {
		if r.isOfPage(i) {
			continue
		}
		for _, f := range stamp.DatesIn(&r.lexer, r.In.D.Line(i)) {
			d := r.fullDate(&f, feed.Date{})
			if !day.IsZero() && d != day || f.Has&stamp.Spanned != 0 {
				return feed.Date{}
			}
			if day = d; title < 0 && isTitle(r.In.D.Line(i)) {
				title = i
			}
		}
	}
	if title < 0 || day.IsZero() {
		return feed.Date{}
	}
	r.note(title+1, feed.Warning, "day-of-title",
		fmt.Sprintf("clocks without a day are taken to be of %s, the day that this title names", day))
	return day
}

// isOfPage reports whether what is dated on line i is the page, its writers or its pictures.
func (r *Resolver) isOfPage(i int) bool {
	if r.In.D.IsMuted(i) || r.lexer.RolesIn(r.In.D.Line(i))&(words.RoleUpdated|
		words.RolePublished|words.RoleByline) != 0 {
		return true
	}
	for k := range r.In.Candidates {
		m := r.candidate(k)
		if int(m.Line) > i {
			break
		}
		if int(m.Line) == i && !m.MayBeRepeat() && m.Fields.IsFull() {
			return true
		}
	}
	return false
}

// isTitle reports whether a line above a feed may be its title: it is short, and no statement.
func isTitle(line string) bool {
	return len(line) <= 2*text.SentenceSize && !strings.HasSuffix(line, ".") &&
		!strings.HasSuffix(line, ":") && strings.IndexByte(line, ' ') > 0
}
