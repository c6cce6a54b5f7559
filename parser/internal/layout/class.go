package layout

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"slices"
	"strconv"
	"strings"
)

// What a line is to the judge.

// count classes the lines and fills the sums that the evidence is taken from.
func (j *judge) count() {
	n := j.D.Lines.Count()
	sums := j.desk.sums.take(2 * (n + 1))
	j.Texts = make([]int32, n+1) // the layout keeps it
	j.bodies, j.dates = sums[:n+1], sums[n+1:]
	j.Classes = make([]text.Class, n)
	j.listHeads = j.findListHeads()
	at := 0
	for i := range n {
		for at < len(j.Candidates) && int(j.Candidates[at].Line) < i {
			at++
		}
		content, body, date := int32(0), int32(0), int32(0)
		switch j.Classes[i] = j.classOf(i, at); j.Classes[i] {
		case text.TextLine:
			if j.D.Look(i).Has(text.LookWords) {
				content = 1
			}
			if j.D.Look(i).Has(text.LookRunning) {
				body = 1
			}
		case text.StampLine:
			if j.Candidates[at].Fields.Family() == stamp.DateFamily {
				date = 1
			}
		}
		j.Texts[i+1], j.bodies[i+1], j.dates[i+1] = j.Texts[i]+content, j.bodies[i]+body,
			j.dates[i]+date
	}
}

// classOf returns the class of line i; at is the first mark that is not above it.
func (j *judge) classOf(i, at int) text.Class {
	if j.D.IsBlank(i) {
		if j.noise != noNoise && j.D.Muted[i] == feed.RuleMarkup {
			return text.AsideLine
		}
		return text.BlankLine
	}
	if at < len(j.Candidates) && int(j.Candidates[at].Line) == i {
		if j.Candidates[at].Place == stamp.Whole {
			return text.StampLine
		}
		return text.TextLine
	}
	if _, heads := slices.BinarySearch(j.listHeads, int32(i)); heads {
		return text.Dividing
	}
	switch look := j.D.Look(i); {
	case look.Has(text.LookControl):
		return text.ButtonLine
	case j.D.IsLabel(i):
		return text.LabelLine
	case look.Has(text.LookDivider) && j.isPairedFence(i):
		return text.TextLine // of the entry, whatever it looks like
	case look.Has(text.LookDivider) && j.isUnderline(i):
		return text.Underline
	case look.Has(text.LookDivider):
		return text.Dividing
	}
	return text.TextLine
}

// isUnderline reports whether a line of marks is as long as the line right above it, which it makes
// a heading. It divides nothing. Blanks may have been doubled since.
func (j *judge) isUnderline(i int) bool {
	if i == 0 {
		return false
	}
	above := j.D.Line(i - 1)
	missing := text.Size(above) - text.Size(j.D.Line(i))
	return missing >= 0 && missing <= strings.Count(above, "  ")
}

// markCredits finds the credits among the lines of text.
func (j *judge) markCredits() {
	for i, class := range j.Classes {
		if class == text.TextLine && j.D.Look(i).Has(text.LookCredit) {
			j.Classes[i] = text.CreditLine
		}
	}
}

// markWriters makes lines credits that markup marks completely as an author or section label. It
// notes the lines on which these are next to a timestamp.
func (j *judge) markWriters() {
	for _, h := range j.D.Hints {
		if h.Kind != feed.HintByline || h.Len() > text.CreditSize {
			continue
		}
		for i := j.D.LineOf(h.Start); i < len(j.Classes) && int(j.D.Lines[i].At) < h.End; i++ {
			s := j.D.Lines.Span(j.D.Text, i)
			if c := j.Classes[i]; c != text.TextLine && c != text.HeadLine ||
				s.Len() > 2*text.RubricSize || text.EndsSentence(s.Of(j.D.Text)) {
				continue
			}
			if k := stamp.CandidateAt(j.Candidates, int32(i), s); k < 0 && s.Start >= h.Start &&
				s.End <= h.End {
				j.Classes[i] = text.CreditLine
			}
		}
	}
}

// findListHeads returns the lines that head a list, up to a few lines of text above a timestamp:
// "Most read", "22 comments on the ferry". What recurs is of entries. Lists of pages are short.
func (j *judge) findListHeads() (heads []int32) {
	recur := map[string]int{}
	form := func(i int32) string { return strings.TrimLeft(j.D.Line(int(i)), digits) }
	for k := range j.Candidates {
		line, above := int(j.Candidates[k].Line), -1
		if line > sampleLines {
			break
		}
		if k > 0 {
			above = int(j.Candidates[k-1].Line)
		}
		for i, texts := line-1, 0; i > above && texts < few; i-- {
			if j.D.IsBlank(i) {
				continue
			}
			texts++
			if j.endsPage(i) || k < few && j.countsReplies(i, len(j.Candidates)-k) {
				heads = append(heads, int32(i))
				recur[form(int32(i))]++
			}
		}
	}
	slices.Sort(heads)
	return slices.DeleteFunc(heads, func(i int32) bool { return recur[form(i)] > 1 })
}

// countsReplies reports whether line i begins with a number and a word for replies. There are not
// far fewer than timestamps from there on: "5 reactions to the budget" is a headline among many.
// An article above them has a date or two of its own.
func (j *judge) countsReplies(i, stamps int) bool {
	line := j.D.Line(i)
	rest := strings.TrimLeft(line, digits)
	if n, err := strconv.Atoi(line[:len(line)-len(rest)]); err != nil || 2*n < stamps {
		return false
	}
	rest = strings.TrimLeft(rest, " \u00a0")
	w := j.lexer.Find(rest[:words.LetterRun(rest, 0)], 0)
	return w != nil && w.Has(words.RoleCount)
}

const digits = "0123456789"
