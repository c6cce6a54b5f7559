package grouping

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/text"
	"newstimeline/parser/internal/words"
	"newstimeline/parser/parallel"
	"slices"
)

// Groups are what the paragraphs of days are grouped by.
type Groups struct {
	text.Flow
	Headers []int32 // the lines of day headers, in their order
	Plans   []int32 // the lines of plans within entries, in their order: none begins an entry
	O       Options
	heads   []head // of the paragraphs
}

// Options are how paragraphs become entries.
type Options struct {
	By    By
	Bias  int // added to every score, in tenths
	Least int // the least confidence, in percent, at which cues begin an entry
}

// By is what separates paragraphs.
type By uint8

const (
	bySignsOrCues By = iota // the feed's own signs, else the cues
	byParagraphs            // every paragraph is an entry
	byBlanks                // blank lines part entries
	byStampsAlone           // nothing does
)

// A Day is the lines [from, to) of a day, from 0.
type Day struct{ From, To int }

// A Start is where an entry begins.
type Start struct {
	Day   int   // counts the days from 0
	Line  int   // from 0
	score int16 // maxScore: it begins here for certain
	sure  uint8 // in percent
	Why   feed.Rule
}

// IsCertain reports whether no cue was asked.
func (s *Start) IsCertain() bool { return s.score == maxScore }

// Confidence returns how sure it is that the entry begins here, in percent.
func (s *Start) Confidence() int { return int(s.sure) }

// Result is what the grouping found.
type Result struct {
	Starts   []Start    // in the order of the text
	Scores   []int16    // by line; nil: there are no days
	Order    feed.Order // given by greetings and farewells
	Language words.Language
	Sample   []feed.Span // the paragraphs that determined the language
}

// GroupDays finds where entries begin in days of paragraphs.
func (g *Groups) GroupDays(days []Day) Result {
	if len(days) == 0 {
		return Result{}
	}
	texts := 0
	for _, day := range days {
		for _, class := range g.Classes[day.From:day.To] {
			if class == text.TextLine {
				texts++
			}
		}
	}
	runs := make([]text.Paragraph, 0, texts)
	starts := make([]int, len(days)+1)
	for k, b := range days {
		runs = g.Paragraphs(runs, b.From, b.To, -1, feed.Span{}, false)
		starts[k+1] = len(runs)
	}
	signs, why := g.signs(runs, starts)
	var out Result
	scores, sure := g.scoreDays(&out, runs, starts, signs)
	g.joinPlans(runs, starts, scores)
	out.Scores = g.scoresByLine(runs, scores)
	begun := 0
	for _, s := range scores {
		if s > 0 {
			begun++
		}
	}
	out.Starts = make([]Start, 0, begun)
	for k := range days {
		for n := starts[k]; n < starts[k+1]; n++ {
			if scores[n] <= 0 {
				continue
			}
			s := Start{k, int(runs[n].First), scores[n], sure[n], feed.RuleCueStart}
			switch {
			case n == starts[k]:
				s.Why = feed.RuleDayFirst
			case signs != nil && (signs[n] == begins || signs[n] == asked):
				s.Why = why
			}
			out.Starts = append(out.Starts, s)
		}
	}
	return out
}

// joinPlans makes the lines of plans part of the entry before them, in days that begin with another
// text.
func (g *Groups) joinPlans(runs []text.Paragraph, starts []int, scores []int16) {
	isPlan := func(n int) bool {
		_, found := slices.BinarySearch(g.Plans, runs[n].First)
		return found
	}
	for k := 0; k+1 < len(starts); k++ {
		if starts[k] == starts[k+1] || isPlan(starts[k]) {
			continue
		}
		for n := starts[k] + 1; n < starts[k+1]; n++ {
			if isPlan(n) {
				scores[n] = -maxScore
			}
		}
	}
}

// segmentSize is how many paragraphs are grouped together at least, in whole days. The words of so
// many decide which are rare; more would only take memory.
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

// scoreDays scores the paragraphs of every day: over 0 one begins an entry, and so sure it is, in
// percent. The feed's own signs come before any cue. Segments know nothing of each other: those of
// a large feed are scored side by side.
func (g *Groups) scoreDays(out *Result, runs []text.Paragraph, starts []int,
	signs []boundary) (scores []int16, sure []uint8) {
	sample := make([]feed.Span, 0, min(len(runs), LanguageSpans))
	for _, run := range runs[:cap(sample)] {
		sample = append(sample, run.Span())
	}
	lang := LanguageOf(g.D.Text, sample)
	out.Language, out.Sample = lang, sample
	cuts := segments(starts)
	scores, sure = make([]int16, len(runs)), make([]uint8, len(runs))
	ends, even := make([]farewells, len(cuts)-1), areEven(starts)
	parallel.Do(len(ends), func() (do func(int), done func()) {
		r := borrowGrouper()
		r.text, r.lang, r.bias, r.least = g.D.Text, lang, g.O.Bias, g.O.Least
		r.even = even
		return func(n int) {
			days := starts[cuts[n] : cuts[n+1]+1]
			first, end := days[0], days[len(days)-1]
			r.load(runs[first:end])
			if signs != nil {
				r.signs, r.signSure = signs[first:end], signSure
				if len(starts) == 2 {
					r.signSure = signSureOfDay
				}
			}
			ends[n].count(r, first, len(runs))
			r.days = r.days[:0]
			for k := range days {
				r.days = append(r.days, days[k]-first)
			}
			r.group(r.days, scores[first:end])
			for i, s := range scores[first:end] {
				sure[first+i] = r.sure(i, int(s))
			}
		}, r.giveBack
	})
	out.Order = orderOf(ends)
	return scores, sure
}

// scoresByLine returns the scores of paragraphs by line.
func (g *Groups) scoresByLine(runs []text.Paragraph, scores []int16) []int16 {
	byLine := make([]int16, g.D.Lines.Count())
	for i := range byLine {
		byLine[i] = feed.Unscored
	}
	for n, run := range runs {
		if scores[n] != maxScore {
			byLine[run.First] = scores[n]
		}
	}
	return byLine
}
