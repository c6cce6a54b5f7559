package layout

import (
	"newstimeline/parser/internal/text"
	"strings"
)

// Headlines over stamps that share a line with their text: "Harbour closed", and below it "14:32
// The harbour office has closed …".

// underHeadlines reports whether timestamps that open their lines are below titles. The last line
// of nearly every segment is one, different each time, and one is above the first timestamp as
// above the others. They are directly above text of the kind that follows titles.
func (j *judge) underHeadlines(gaps []between) bool {
	n := len(j.main.stamps)
	if len(gaps) < 2 || len(gaps)*4 < (n-1)*3 {
		return false
	}
	seen := make(map[string]bool, len(gaps))
	for _, g := range gaps {
		if j.looksHeadline(g.last) {
			seen[j.D.Line(g.last)] = true
		}
	}
	return len(seen)*4 >= 3*(n-1) && j.firstLeansAlike(gaps) && !j.openAlike(gaps) &&
		j.headTexts(gaps) && j.sayTheSame(gaps)
}

// looksHeadline reports whether line i may be a headline and is no running text.
func (j *judge) looksHeadline(i int) bool {
	return j.D.Look(i)&(text.LookHeading|text.LookRunning) == text.LookHeading
}

// firstLeansAlike reports whether a title is above the first timestamp, with a blank line between
// them if there is one above most others.
func (j *judge) firstLeansAlike(gaps []between) bool {
	first := int(j.Candidates[j.main.stamps[0]].Line)
	line, ok := j.lastTextAbove(first)
	if !ok || !j.looksHeadline(line) {
		return false
	}
	leaning := 0
	for _, g := range gaps {
		if g.last == g.to-1 {
			leaning++
		}
	}
	return (line == first-1) == (leaning*2 > len(gaps))
}

// openAlike reports whether most of the gaps' last lines begin with the same word and a colon, as
// links and captions do.
func (j *judge) openAlike(gaps []between) bool {
	alike, word := 0, ""
	for _, g := range gaps {
		w, _, labelled := strings.Cut(j.D.Line(g.last), ":")
		if labelled && w == word {
			alike++
		}
		word = w
	}
	return alike*2 >= len(gaps)
}

// headTexts reports whether the texts next to the timestamps are of the kind that titles have. They
// are running text, or sentences directly below the last lines, which have a blank line above. Or
// each of those lines is alone between two timestamps, with none after the last.
func (j *judge) headTexts(gaps []between) bool {
	n := len(j.main.stamps)
	bodies, sentences, ended := 0, 0, 0
	for _, i := range j.main.stamps {
		rest := j.rest(&j.Candidates[i])
		if text.IsBody(rest) {
			bodies++
		}
		if text.IsSentence(rest) {
			sentences++
		}
		if text.EndsSentence(rest) {
			ended++
		}
	}
	leaning, alone := 0, 0
	for _, g := range gaps {
		if g.last == g.to-1 && j.blankBefore(g.last) {
			leaning++
		}
		if g.texts == 1 {
			alone++
		}
	}
	last := int(j.Candidates[j.main.stamps[n-1]].Line)
	return bodies*10 >= 7*n || bodies*2 >= n && sentences == n || ended == n &&
		leaning == len(gaps) ||
		alone == n-1 && n > 3 && j.textsBetween(last+1, j.D.Lines.Count()) == 0
}

// sayTheSame reports whether the gaps' last lines have no fewer words in common with the text below
// them than with that above.
func (j *judge) sayTheSame(gaps []between) bool {
	below, above := 0, 0
	for _, g := range gaps {
		line := j.D.Line(g.last)
		below += commonWords(line, j.D.Line(g.to))
		above += commonWords(line, j.D.Line(g.from))
	}
	return below >= above
}

// commonWords counts the words of a short line that begin like words of a text; short words are in
// any text.
func commonWords(line, text string) int {
	const stem = 5
	n := 0
	text = strings.ToLower(text)
	for _, word := range strings.Fields(strings.ToLower(line)) {
		if len(word) >= stem && strings.Contains(text, word[:stem]) {
			n++
		}
	}
	return n
}
