package layout

import (
	"iter"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"slices"
	"strings"
)

// What is around the timestamps: bylines beside them, and what is between two of them.

// isByline reports whether the text that shares the timestamps' lines is a byline or a section
// label. The text of the entries is on other lines then.
func (j *judge) isByline(s *series) bool {
	n, beside := len(s.stamps), len(s.stamps)-s.alone
	if beside == 0 || n < 2 || s.style.Led || !isMost(s.shortRest, beside) ||
		!isMost(len(j.gaps()), n-1) {
		return false
	}
	repeated := j.repeatedRests(s)
	return 2*repeated >= beside || isMost(j.bylines(s), full)
}

// bylines returns how many of the texts beside the timestamps begin with the same word, or are
// names before a timestamp, in thousandths.
func (j *judge) bylines(s *series) int {
	words, names := map[string]int{}, 0
	for _, i := range s.stamps {
		rest := j.rest(&j.Candidates[i])
		if rest == "" {
			continue
		}
		if s.style.Place != stamp.Opens && (text.AreNames(rest) ||
			s.style.Family == stamp.AgeFamily && text.IsWord(rest)) {
			names++
		}
		if strings.ContainsAny(rest, "0123456789") {
			continue // it names or numbers something
		}
		if k := strings.IndexAny(rest, " ,:"); k > 0 {
			rest = rest[:k]
		}
		words[rest]++
	}
	most := names
	for _, n := range words {
		if n > 1 {
			most = max(most, n)
		}
	}
	return share(most, len(s.stamps)-s.alone)
}

// A between is what is between two neighbouring timestamps of a feed.
type between struct {
	from, to    int // the lines of the stamps
	first, last int // the first and the last line of text between them; equal if there is one
	texts       int // how many lines of text there are
}

// gaps returns the gaps between the feed's stamps; those with nothing in them are left out.
func (j *judge) gaps() []between {
	most := min(len(j.main.stamps), int(j.Texts[len(j.Classes)]))
	return slices.AppendSeq(j.desk.gaps.take(most)[:0], j.eachGap())
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
	g := between{from: from, to: to, first: -1}
	for i := g.from + 1; i < g.to; i++ {
		if j.Classes[i] != text.TextLine {
			continue
		}
		if g.first < 0 {
			g.first = i
		}
		g.last = i
		g.texts++
	}
	return g
}

// textsBetween counts the lines of text from line a up to line b.
func (j *judge) textsBetween(a, b int) int {
	if b <= a {
		return 0
	}
	return int(j.Texts[b] - j.Texts[a])
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

// areBlocks reports whether entries are blocks, with more above their timestamps than their heads.
// One break is between nearly all neighbouring timestamps.
func (j *judge) areBlocks() bool {
	return j.hasMoreAbove(int(j.Candidates[j.main.stamps[0]].Line), -1) &&
		j.haveBetween(func(g between) bool {
			return j.isBrokenOnce(g) && j.hasMoreAbove(g.to, g.from)
		})
}

// hasMoreAbove reports whether the block of a timestamp's line, below line after, has text above
// the lines that are of one form above all timestamps.
func (j *judge) hasMoreAbove(line, after int) bool {
	top := j.blockAbove(line, after)
	return slices.Contains(j.Classes[top:max(top, j.headAbove(line, after))], text.TextLine)
}

// isBrokenOnce reports whether one run of blank or dividing lines is between two timestamps, but
// for one right below the first.
func (j *judge) isBrokenOnce(g between) bool {
	breaks := 0
	for i := g.from + 2; i < g.to; i++ {
		if isBreak(j.Classes[i]) && !isBreak(j.Classes[i-1]) {
			breaks++
		}
	}
	return breaks == 1
}

// isBreak reports whether a line of a class ends a block of lines.
func isBreak(class text.Class) bool { return class == text.BlankLine || class == text.Dividing }

// haveBetween reports whether something is between nearly all neighbouring timestamps.
func (j *judge) haveBetween(holds func(g between) bool) bool {
	n, all := 0, 0
	for g := range j.eachGap() {
		if all++; holds(g) {
			n++
		}
	}
	return n > 0 && isNearlyAll(n, all)
}

// stampLines returns the first and last line of candidate i and of the doubles beside it.
func (j *judge) stampLines(i int32) (from, to int) {
	from, to = int(j.Candidates[i].Line), int(j.Candidates[i].Line)
	for from > 0 && j.Classes[from-1] == text.DoubleLine {
		from--
	}
	for to+1 < len(j.Classes) && j.Classes[to+1] == text.DoubleLine {
		to++
	}
	return from, to
}

// blankBefore reports whether a blank line precedes line i.
func (j *judge) blankBefore(i int) bool { return i > 0 && j.D.IsBlank(i-1) }
