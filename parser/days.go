package parser

import (
	"slices"

	"newstimeline/parser/feed"
	"newstimeline/parser/parallel"
)

// Days without stamps: the paragraphs under a day header, or of a text that has none, become entries.

// cutUnstamped returns the text of a document without stamps as undated entries.
func (j *judge) cutUnstamped() []block {
	return j.groupDays([]block{{from: 0, to: j.d.Lines.Count(), mark: -1, header: -1, day: true}})
}

// cutDays returns the entries of a feed that has day headers alone.
func (j *judge) cutDays() []block {
	marks := j.main.marks
	lines := make([]int, len(marks))
	for k, i := range marks {
		lines[k] = int(j.marks[i].Line)
	}
	blocks := make([]block, len(marks))
	for k, i := range marks {
		b := block{from: lines[k] + 1, to: j.d.Lines.Count(), mark: i, header: j.headerOf(i), day: true}
		switch {
		case j.below && k == 0:
			b.from, b.to = j.firstBody(), lines[k]
		case j.below:
			b.from, b.to = lines[k-1]+1, lines[k]
		case k+1 < len(marks):
			b.to = lines[k+1]
		}
		blocks[k] = b
	}
	return j.groupDays(blocks)
}

// firstBody returns the first line of running text.
func (j *judge) firstBody() int {
	for i := range j.classes {
		if j.bodies[i+1] > j.bodies[i] {
			return i
		}
	}
	return 0
}

// fillDays adds to the blocks of a stamped feed what stands under a day header before the first stamp, or where the day has no stamp.
func (j *judge) fillDays(blocks []block) []block {
	if j.below || j.place == feed.BelowText || j.place == feed.AtEnd {
		return blocks
	}
	var filled []block
	k := 0
	for n, h := range j.headers {
		from := int(j.marks[h].Line) + 1
		for k < len(blocks) && blocks[k].from < from {
			k++
		}
		to := j.d.Lines.Count()
		if n+1 < len(j.headers) {
			to = int(j.marks[j.headers[n+1]].Line)
		} else if k == len(blocks) {
			to = j.tailOf(from-1, to)
		}
		if k < len(blocks) {
			to = min(to, blocks[k].from)
		}
		stampless := n+1 < len(j.headers) && (k == len(blocks) || blocks[k].from >= int(j.marks[j.headers[n+1]].Line))
		if j.bodies[max(from, to)] > j.bodies[from] || stampless && j.textsBetween(from, to) > 0 {
			filled = append(filled, block{from: from, to: to, mark: h, header: h, day: true})
		}
	}
	if filled == nil {
		return blocks
	}
	blocks = append(blocks, j.groupDays(filled)...)
	slices.SortStableFunc(blocks, func(a, b block) int { return a.from - b.from })
	return blocks
}

// groupDays cuts every day into its entries.
func (j *judge) groupDays(blocks []block) []block {
	var runs []lineRun
	if n := len(blocks); n > 0 {
		runs = make([]lineRun, 0, j.textsBetween(blocks[0].from, blocks[n-1].to))
	}
	starts := make([]int, len(blocks)+1)
	for k, b := range blocks {
		runs = j.paragraphs(runs, b.from, b.to, -1, feed.Span{})
		starts[k+1] = len(runs)
	}
	signs, why := j.signs(runs, starts)
	scores := j.scoreDays(runs, starts, signs)
	begun := 0
	for _, s := range scores {
		if s > 0 {
			begun++
		}
	}
	entries := make([]block, 0, begun)
	for k, b := range blocks {
		for n := starts[k]; n < starts[k+1]; n++ {
			if scores[n] <= 0 {
				continue
			}
			e := block{from: int(runs[n].first), to: b.to, mark: b.mark, header: b.header, score: scores[n], day: true, why: feed.RuleCueStart}
			switch {
			case n == starts[k]:
				e.why = feed.RuleDayFirst
			case signs != nil && (signs[n] == begins || signs[n] == asked):
				e.why = why
			}
			if n > starts[k] {
				entries[len(entries)-1].to = int(runs[n].first)
			}
			entries = append(entries, e)
		}
	}
	return entries
}

// segmentSize is how many paragraphs are grouped together at least, in whole days. The words of so many tell which are rare; more would only
// take memory.
const segmentSize = 4096

// segments cuts days, whose first paragraphs are given, into segments: days [cuts[n], cuts[n+1]).
func segments(starts []int) (cuts []int) {
	days := len(starts) - 1
	cuts = append(cuts, 0)
	for k, first := 0, 0; k < days; k++ {
		if n := starts[k+1]; n-starts[first] >= segmentSize || k+1 == days {
			cuts, first = append(cuts, k+1), k+1
		}
	}
	return cuts
}

// scoreDays scores the paragraphs of every day: over 0 one begins an entry. What the feed's own signs tell is taken before any cue.
// Segments know nothing of each other: those of a large feed are scored side by side.
func (j *judge) scoreDays(runs []lineRun, starts []int, signs []boundary) []int16 {
	var sample []feed.Span
	for _, run := range runs[:min(len(runs), languageSpans)] {
		sample = append(sample, run.span())
	}
	lang := j.languageOf(sample)
	cuts := segments(starts)
	scores := make([]int16, len(runs))
	ends := make([]farewells, len(cuts)-1)
	parallel.Do(len(ends), func() (do func(int), done func()) {
		g := borrowGrouper()
		g.text, g.lang, g.bias, g.least = j.d.Text, lang, j.p.GroupBias, j.p.MinConfidence
		return func(n int) {
			days := starts[cuts[n] : cuts[n+1]+1]
			first, end := days[0], days[len(days)-1]
			g.load(runs[first:end])
			if signs != nil {
				g.signs = signs[first:end]
			}
			ends[n].count(g, first, len(runs))
			for k, from := range days[:len(days)-1] {
				g.group(from-first, days[k+1]-first, scores[from:from])
			}
		}, g.giveBack
	})
	if j.order == feed.Unknown && (j.main == nil || j.main.down == j.main.up) {
		j.order = orderOf(ends)
	}
	j.noteScores(runs, scores)
	return scores
}

// noteScores keeps the scores of paragraphs by line.
func (j *judge) noteScores(runs []lineRun, scores []int16) {
	j.d.Scores = make([]int16, j.d.Lines.Count())
	for i := range j.d.Scores {
		j.d.Scores[i] = feed.Unscored
	}
	for n, run := range runs {
		if scores[n] != maxScore {
			j.d.Scores[run.first] = scores[n]
		}
	}
}
