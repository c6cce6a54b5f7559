package format

import (
	"bytes"
	"fmt"
	"io"

	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// slideHeader is the first row of TimelineJS's template, letter by letter.
const slideHeader = "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Alt Text,Type,Group,Background\n"

// The columns of it that we fill in.
const (
	slideYear = iota
	slideMonth
	slideDay
	slideTime
	slideShown       = 8
	slideHeadlineAt  = 9
	slideTextAt      = 10
	slideType        = 16
	slideGroup       = 17
	slideColumnCount = 19
)

// writeTimelineJSCSV writes the spreadsheet. Its words are HTML, and what a spreadsheet would run
// begins with a reference to a character.
func writeTimelineJSCSV(w io.Writer, t *timeline.Timeline, o Options) error {
	s := newSlideshow(t, o)
	out := newBuffer(w)
	out.b = append(out.b, slideHeader...)
	headline, text := s.title()
	out.b = appendSlideRow(out.b, [slideColumnCount]string{slideHeadlineAt: headline,
		slideTextAt: string(text), slideType: "title"})
	for e, m := range s.dated {
		headline, text := s.words(e)
		row := [slideColumnCount]string{
			slideYear: fmt.Sprint(m.date.Year), slideShown: s.shown(e), slideHeadlineAt: headline,
			slideTextAt: string(text),
			slideTime:   m.clock.String(), slideGroup: s.group(e),
		}
		if e.Precision != feed.ToYear {
			row[slideMonth] = fmt.Sprint(m.date.Month)
			if e.Precision != feed.ToMonth {
				row[slideDay] = fmt.Sprint(m.date.Day)
			}
		}
		out.b = appendSlideRow(out.b, row)
		if !out.spill() {
			break
		}
	}
	return out.flush()
}

// appendSlideRow appends a row.
func appendSlideRow(dst []byte, row [slideColumnCount]string) []byte {
	for i, words := range row {
		if i > 0 {
			dst = append(dst, ',')
		}
		field := []byte(words)
		if !isText(field, traitsOf(field)) {
			field = appendRepaired(nil, field)
		}
		if isFormula(field) {
			first, rest := firstRune(field)
			field = fmt.Appendf(nil, "&#%d;%s", first, rest)
		}
		dst = appendCSV(dst, field, traitsOf(field))
	}
	return append(dst, '\n')
}

// firstRune splits a text after its first character.
func firstRune(text []byte) (rune, []byte) {
	r := bytes.Runes(text[:min(len(text), 4)])[0]
	return r, text[len(string(r)):]
}
