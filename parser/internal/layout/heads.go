package layout

import (
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"slices"
	"strings"
	"unicode/utf8"
)

// Heads: lines above a stamp alone on its line that belong to the entry below it. In social feeds
// and chats, the author is above the time. In a log, a commit and its author are above the date.

// findHeads counts the lines of text above every timestamp, including the first, that have the same
// form at all of them. They must not recur after the last: those would end entries. Lines of a page
// that follow each entry, such as buttons, are not above the first one, or recur after the last.
func (j *judge) findHeads() {
	stamps := j.mayBeHeaded()
	if len(stamps) < 2 {
		return
	}
	n := 0
	for ; n < headLines; n++ {
		form := j.formOf(stamps, n)
		if form == 0 {
			break
		}
		if n == 0 {
			j.formed = form
		}
	}
	if n == 0 || len(stamps) == 2 && n < 2 {
		n = j.cardHead()
		j.formed = flag01(n > 0)
	}
	j.heads = n
	for k := range n {
		j.classifyHeads(stamps, k)
	}
}

// deeperHeads returns how many lines of an entry may be above its timestamp: a rubric, a headline,
// who wrote it. They are more than those of one form. The lines at the same place above others are
// alike, and none ends the last entry.
func (j *judge) deeperHeads() (all []int) {
	if j.main.style.Place != stamp.Whole || len(j.main.stamps) < 2 {
		return nil
	}
	deepest, foot := 0, j.footBelow()
	for deepest < headLines && deepest != foot && j.standsAlike(j.main.stamps, deepest) {
		deepest++
	}
	if deepest < 2 {
		return nil
	}
	f := j.fork()
	f.findHeads()
	for n := max(f.heads, 1) + 1; n <= deepest; n++ {
		all = append(all, n)
	}
	return all
}

// mayBeHeaded returns the timestamps that may have lines of their entry above them. Of a series of
// several patterns, those that open a text begin their entry.
func (j *judge) mayBeHeaded() []int32 {
	switch {
	case j.main.isMixed():
		return slices.DeleteFunc(slices.Clone(j.main.stamps), j.beginsEntry)
	case j.main.style.Place == stamp.Whole:
		return j.main.stamps
	}
	return nil
}

// beginsEntry reports whether candidate i begins its entry: it opens its line as others open a
// text, and some are alone on their lines.
func (j *judge) beginsEntry(i int32) bool {
	return j.main.isMixed() && !j.Byline && j.Candidates[i].Place == stamp.Opens
}

// lineAbove returns the line of text above a timestamp, the n-th from 0 upwards. -1: there is none
// below the timestamp before it.
func (j *judge) lineAbove(stamp int32, n int) int {
	line, _ := j.stampLines(stamp)
	for line--; line >= 0; line-- {
		switch class := j.Classes[line]; {
		case class == text.TextLine || class.IsHead() || j.isPoint(line):
			if n--; n < 0 {
				return line
			}
		case !class.IsAside():
			return -1
		}
	}
	return -1
}

// isPoint reports whether a line is one mark alone, such as the point between a name and a time.
func (j *judge) isPoint(i int) bool {
	return utf8.RuneCountInString(strings.TrimSpace(j.D.Line(i))) == 1
}

// formOf says how sure it is that the lines n above the stamps are of one form. It is full if they
// have that of the one above the first, but for one in ten. Names of writers may also end entries.
func (j *judge) formOf(stamps []int32, n int) int {
	first := j.lineAbove(stamps[0], n)
	if first < 0 {
		return 0
	}
	others := 0
	for _, i := range stamps[1:] {
		if line := j.lineAbove(i, n); line < 0 || !j.sameForm(first, line) {
			if others++; !isNearlyAll(len(stamps)-others, len(stamps)) {
				return j.otherForm(stamps, n)
			}
		}
	}
	return full
}

// otherForm is the form of lines that are not like that above the first timestamp.
func (j *judge) otherForm(stamps []int32, n int) int {
	switch {
	case j.areRubrics(stamps, n):
		return full
	case j.areWriters(stamps, n):
		return even
	}
	return 0
}

// areRubrics reports whether short lines are n lines above all timestamps, more than a few. Half of
// them at most differ, and that above the first is among those that recur: "Press release",
// "Statement". In a list of headlines no two are alike.
func (j *judge) areRubrics(stamps []int32, n int) bool {
	seen := map[string]int{}
	for _, i := range stamps {
		line := j.lineAbove(i, n)
		if line < 0 || j.D.Lines.Span(j.D.Text, line).Len() > text.RubricSize/2 ||
			j.D.Look(line).Has(text.LookEnded) || !j.D.Look(line).Has(text.LookWords) {
			return false
		}
		seen[j.D.Line(line)]++
	}
	return len(stamps) > few && 2*len(seen) <= len(stamps) &&
		seen[j.D.Line(j.lineAbove(stamps[0], n))] > 1
}

// areWriters reports whether the lines n above the timestamps may name who wrote what is below. But
// for one in ten they are people, accounts, a word each, and no timestamp names a writer itself.
func (j *judge) areWriters(stamps []int32, n int) bool {
	people, others := 0, 0
	for _, i := range stamps {
		line := j.lineAbove(i, n)
		if j.Candidates[i].Fields.AuthorEnd > 0 || line < 0 {
			return false
		}
		s := strings.TrimSpace(j.D.Line(line))
		if text.AreNames(s) {
			people++
		}
		if mayName(s) {
			continue
		}
		if others++; !isNearlyAll(len(stamps)-others, len(stamps)) {
			return false
		}
	}
	return len(stamps) > few && people > 0
}

// mayName reports whether a line may name a writer: people, an account, a word.
func mayName(line string) bool {
	s := strings.TrimSpace(line)
	return text.AreNames(s) || text.IsAccount(s) || text.IsWord(s)
}

// sameForm reports whether two lines are of one form. They are the same, two bylines, names of
// people, names of accounts, a word each, or the same word and one more.
func (j *judge) sameForm(a, b int) bool {
	s, t := strings.TrimSpace(j.D.Line(a)), strings.TrimSpace(j.D.Line(b))
	switch {
	case s == "" || t == "":
		return false
	case s == t:
		return true
	case len(s) > text.CreditSize || len(t) > text.CreditSize:
		return false
	case text.IsAccount(s) && text.IsAccount(t), text.AreNames(s) && text.AreNames(t),
		text.IsCredit(j.lexer, s) && text.IsCredit(j.lexer, t), text.IsWord(s) && text.IsWord(t),
		j.isSpeaker(s) && j.isSpeaker(t):
		return true
	}
	word, rest := text.CutWord(s)
	other, more := text.CutWord(t)
	return word == other && rest != "" && more != "" &&
		(strings.HasSuffix(word, ":") || isOneWord(rest) && isOneWord(more))
}

func (j *judge) isSpeaker(s string) bool {
	_, ok := text.Speaker(j.lexer, s)
	return ok
}

func isOneWord(s string) bool {
	_, rest := text.CutWord(s)
	return rest == ""
}

// cardHead returns how many lines of an entry are above its timestamp if all entries are cards with
// the same number of lines. It is the number that those below the last timestamp lack, if similar
// lines are above all timestamps. It returns 0 if they do not.
func (j *judge) cardHead() int {
	stamps := j.main.stamps
	if len(stamps) <= few {
		return 0
	}
	size := j.textLines(int(j.Candidates[stamps[0]].Line)+1, int(j.Candidates[stamps[1]].Line))
	above := size - j.textLines(int(j.Candidates[stamps[len(stamps)-1]].Line)+1, len(j.Classes))
	if above <= 0 || above == size || above > headLines ||
		j.textLines(0, int(j.Candidates[stamps[0]].Line)) < above {
		return 0
	}
	for k := 1; k < len(stamps); k++ {
		if j.textLines(int(j.Candidates[stamps[k-1]].Line)+1,
			int(j.Candidates[stamps[k]].Line)) != size {
			return 0
		}
	}
	for n := range above {
		if !j.standsAlike(stamps, n) {
			return 0
		}
	}
	if next := j.firstTextBelow(int(j.Candidates[stamps[0]].Line)); next >= 0 &&
		text.IsHeading(j.D.Line(next)) && text.EndsSentence(j.D.Line(j.lineAbove(stamps[0], 0))) {
		return 0 // headlines below the stamps, sentences above them
	}
	return above
}

// standsAlike reports whether most lines n above the timestamps are of one kind, that above the
// first among them. A title of the page mostly is not. It is false if one of the stamps has no such
// line: a date header may part it from the text above.
func (j *judge) standsAlike(stamps []int32, n int) bool {
	lines := make([]int, len(stamps))
	for k, i := range stamps {
		if lines[k] = j.lineAbove(i, n); lines[k] < 0 {
			return false
		}
	}
	return slices.ContainsFunc(lines[:min(few, len(lines))], func(i int) bool {
		return isMost(j.alike(i, lines)-1, len(lines)-1) && j.alike(i, lines[:1]) > 0
	})
}

// textLines counts the lines in [from, to) that are of class text, those without a letter too.
// There is none between two timestamps of one line, where from is greater than to.
func (j *judge) textLines(from, to int) int {
	n := 0
	for _, class := range j.Classes[min(from, to):to] {
		if class == text.TextLine {
			n++
		}
	}
	return n
}

// classifyHeads decides which of the lines n above the timestamps are not text. Names are credits,
// and a line that is the same above every timestamp has no meaning.
func (j *judge) classifyHeads(stamps []int32, n int) {
	first := j.D.Line(j.lineAbove(stamps[0], n))
	same, writers := true, j.areWriters(stamps, n)
	for _, i := range stamps {
		line := j.lineAbove(i, n)
		same = same && line >= 0 && j.D.Line(line) == first
	}
	for _, i := range stamps {
		line := j.lineAbove(i, n)
		if line < 0 {
			continue
		}
		switch s := strings.TrimSpace(j.D.Line(line)); {
		case text.AreNames(s) || text.IsAccount(s) || text.IsCredit(j.lexer, s) || j.isSpeaker(s),
			writers && text.IsWord(s):
			j.Classes[line] = text.WhoLine
		case same:
			j.Classes[line] = text.HeadLine
		}
	}
}

// alike counts the lines that are of the same kind as line i: they end alike, begin alike and are
// about as long.
func (j *judge) alike(i int, lines []int) (n int) {
	s := j.D.Line(i)
	a, ended, bullet := text.Size(s), text.EndsSentence(s), text.IsBullet(s)
	for _, l := range lines {
		t := j.D.Line(l)
		b := text.Size(t)
		long := a > 2*text.SentenceSize && b > 2*text.SentenceSize
		short := a <= text.RubricSize/2 && b <= text.RubricSize/2
		if ended == text.EndsSentence(t) && bullet == text.IsBullet(t) &&
			(long || short || 2*a >= b && 2*b >= a) {
			n++
		}
	}
	return n
}
