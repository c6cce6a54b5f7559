package layout

import (
	"iter"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"slices"
	"strings"
)

// The placement of the entries' timestamps.

// findPlace decides the placement of an entry's timestamp. A timestamp in the line of its text
// settles it. For timestamps alone on their lines, the segments between them look the same whether
// they are above or below their text. Separators, blank lines, titles and the two ends of the feed
// decide.
func (j *judge) findPlace() {
	s := j.main
	j.Byline = s.style.Place == stamp.Inside || s.style.Place != stamp.Whole && j.isByline(s)
	switch {
	case s.style.Place == stamp.Opens && !j.Byline:
		j.Place = feed.Inline
		if gaps := j.gaps(); j.underHeadlines(gaps) {
			j.Place = feed.Between
		}
	case s.style.Place == stamp.Closes && !j.Byline:
		j.Place = j.closingPlace()
	case j.heads > 0:
		j.Place = feed.Between
	default:
		j.Place = j.linePlace(j.gaps())
	}
}

// isByline reports whether the text that shares the timestamps' lines is a byline or a section
// label. It is short, and the same at several timestamps, or begins with the same word, or is the
// names of people before a timestamp.
func (j *judge) isByline(s *series) bool {
	n := len(s.stamps)
	if n < 2 || s.style.Led || s.shortRest*10 < 7*n || len(j.gaps())*10 < 7*(n-1) {
		return false
	}
	if s.repeated*2 >= n && s.repeated > 1 {
		return true
	}
	words, names := map[string]int{}, 0
	for _, i := range s.stamps {
		rest := j.rest(&j.Candidates[i])
		if text.AreNames(rest) || s.style.Family == stamp.AgeFamily && text.IsWord(rest) {
			names++
		}
		if strings.ContainsAny(rest, "0123456789") {
			continue // it names or numbers something
		}
		if k := strings.IndexAny(rest, " ,:"); k > 0 {
			words[rest[:k]]++
		} else {
			words[rest]++
		}
	}
	for _, c := range words {
		if c*10 >= n*7 && c > 1 {
			return true
		}
	}
	return s.style.Place != stamp.Opens && names*10 >= n*7
}

// A between is what is between two neighbouring timestamps of a feed.
type between struct {
	from, to    int // the lines of the stamps
	first, last int // the first and the last line of text between them; equal if there is one
	texts       int // how many lines of text there are
	separator   int // the line of the only separator, -1: none or several
	header      int // the line of a day header, -1: none
}

// gaps returns the gaps between the feed's stamps; those with nothing in them are left out.
func (j *judge) gaps() []between {
	return slices.AppendSeq(make([]between, 0,
		min(len(j.main.stamps), int(j.Texts[len(j.Classes)]))), j.eachGap())
}

// eachGap yields what gaps returns.
func (j *judge) eachGap() iter.Seq[between] {
	return func(yield func(between) bool) {
		stamps := j.main.stamps
		for k := 1; k < len(stamps); k++ {
			if g := j.between(int(j.Candidates[stamps[k-1]].Line),
				int(j.Candidates[stamps[k]].Line)); g.texts > 0 && !yield(g) {
				return
			}
		}
	}
}

// between returns what is between two lines.
func (j *judge) between(from, to int) between {
	g := between{from: from, to: to, first: -1, separator: -1, header: -1}
	separators := 0
	for i := g.from + 1; i < g.to; i++ {
		switch j.Classes[i] {
		case text.Dividing:
			separators++
			g.separator = i
		case text.TextLine:
			if g.first < 0 {
				g.first = i
			}
			g.last = i
			g.texts++
		case text.StampLine:
			if j.isHeader(i) {
				g.header = i
			}
		}
	}
	if separators != 1 {
		g.separator = -1
	}
	return g
}

// isHeader reports whether line i is a day header.
func (j *judge) isHeader(i int) bool {
	n := j.headerFrom(i)
	return n < len(j.Headers) && int(j.Candidates[j.Headers[n]].Line) == i
}

// closingPlace decides whether a timestamp at the end of a line ends its entry or follows the title
// that opens it.
func (j *judge) closingPlace() feed.Place {
	gaps := j.gaps()
	if len(gaps)*2 < len(j.main.stamps)-1 || len(gaps) == 0 {
		return feed.Trailing // a list: every entry is one line
	}
	stamps := j.main.stamps
	// a section label or byline shares the line: it is where a timestamp alone would be
	if j.main.shortRest*10 >= 7*len(stamps) {
		if j.linePlace(gaps) == feed.BelowText {
			return feed.AtEnd
		}
		return feed.Trailing
	}
	headings := 0
	for _, i := range stamps {
		if rest := j.rest(&j.Candidates[i]); text.IsHeading(rest) && !text.IsSentence(rest) ||
			text.IsHeading(rest) && !text.EndsSentence(rest) &&
				text.Size(rest) <= 2*text.SentenceSize {
			headings++
		}
	}
	if headings*10 >= len(stamps)*7 {
		return feed.Trailing
	}
	return feed.AtEnd
}

// textsBetween counts the lines of text from line a up to line b.
func (j *judge) textsBetween(a, b int) int {
	if b <= a {
		return 0
	}
	return int(j.Texts[b] - j.Texts[a])
}

// lastTextAbove returns the nearest line of text above line i, and whether there is one before any
// mark.
func (j *judge) lastTextAbove(i int) (int, bool) {
	for i--; i >= 0; i-- {
		switch j.Classes[i] {
		case text.TextLine:
			return i, true
		case text.StampLine:
			return 0, false
		}
	}
	return 0, false
}

// firstTextBelow returns the nearest line of text below line i, -1 if there is none.
func (j *judge) firstTextBelow(i int) int {
	for i++; i < j.D.Lines.Count(); i++ {
		if j.Texts[i+1] > j.Texts[i] {
			return i
		}
	}
	return -1
}
