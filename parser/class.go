package parser

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
)

// What a line is to the judge.

// A lineClass is what a line is to the judge.
type lineClass uint8

const (
	blankLine  lineClass = iota
	textLine             // text, with or without a stamp in it
	stampLine            // a mark is all of it
	dividing             // a separator: ___
	buttonLine           // a control of the page: Share
	creditLine           // names a writer or the source of a picture
	doubleLine           // repeats the stamp beside it
	whoLine              // tells above a stamp who wrote the entry
	headLine             // the same above every stamp
	footLine             // ends every entry
)

// isAside reports whether a line means nothing to where an entry begins or ends.
func (c lineClass) isAside() bool {
	return c == blankLine || c == buttonLine || c == creditLine || c == doubleLine
}

// isHead reports whether a line of the class is a part of the head of an entry, above its stamp, that is no text.
func (c lineClass) isHead() bool { return c == whoLine || c == headLine }

// count classes the lines and fills the sums that the evidence is taken from.
func (j *judge) count() {
	n := j.d.Lines.Count()
	sums := make([]int32, 3*(n+1))
	j.texts, j.bodies, j.dates = sums[:n+1], sums[n+1:2*(n+1)], sums[2*(n+1):]
	j.classes = make([]lineClass, n)
	at := 0
	for i := range n {
		for at < len(j.marks) && int(j.marks[at].Line) < i {
			at++
		}
		content, body, date := int32(0), int32(0), int32(0)
		switch j.classes[i] = j.classOf(i, at); j.classes[i] {
		case textLine:
			if j.d.look(i).Has(text.LookWords) {
				content = 1
			}
			if j.d.look(i).Has(text.LookRunning) {
				body = 1
			}
		case stampLine:
			if m := &j.marks[at]; m.Fields.Family() == stamp.DateFamily && m.Fields.Has&(stamp.WeakDate|stamp.Updated|stamp.Published) == 0 {
				date = 1
			}
		}
		j.texts[i+1], j.bodies[i+1], j.dates[i+1] = j.texts[i]+content, j.bodies[i]+body, j.dates[i]+date
	}
}

// classOf returns the class of line i; at is the first mark that is not above it.
func (j *judge) classOf(i, at int) lineClass {
	if j.d.Roles[i] == feed.Blank {
		return blankLine
	}
	if at < len(j.marks) && int(j.marks[at].Line) == i {
		if j.marks[at].Place == stamp.Whole {
			return stampLine
		}
		return textLine
	}
	switch look := j.d.look(i); {
	case look.Has(text.LookDivider):
		return dividing
	case look.Has(text.LookControl):
		return buttonLine
	}
	return textLine
}

// markCredits finds the credits among the lines of text that no stamp stands in.
func (j *judge) markCredits() {
	at := 0
	for i, class := range j.classes {
		for at < len(j.marks) && int(j.marks[at].Line) < i {
			at++
		}
		if class == textLine && (at == len(j.marks) || int(j.marks[at].Line) > i) && j.d.look(i).Has(text.LookCredit) {
			j.classes[i] = creditLine
		}
	}
}

// look returns the look of line i, from 0.
func (d *document) look(i int) text.Look { return d.looks[i] }

// lookOf returns the look of a paragraph: that of its line, where it is all of one.
func (j *judge) lookOf(r lineRun) text.Look {
	if r.first == r.last && j.d.Lines.Span(j.d.Text, int(r.first)) == r.span() {
		return j.d.look(int(r.first))
	}
	return text.LookAtWords(r.of(j.d.Text))
}

// line returns the text of line i, from 0, without white space at its ends.
func (d *document) line(i int) string { return d.Lines.Span(d.Text, i).Of(d.Text) }
