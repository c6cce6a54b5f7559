package stamp

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/text"
	"slices"
	"sort"
	"strings"
)

// Repeats: a feed that was pasted twice says everything once more. Time then jumps back in the
// middle for no reason, and the second copy is dated one day off.

const (
	// leastSentences is how many lines of a repeat are sentences or as long. A log says the same
	// few words every day; nobody writes the same sentences again.
	leastSentences = 2
	repeatBudget   = 4 // work alone: lines that are compared, for each of the document
)

// muteRepeats mutes lines that are the same as those directly before them, with their timestamps.
// It returns the candidates of the rest. A repeat has two different timestamps or more, and comes
// once: what comes a third time is the habit of whoever writes.
func muteRepeats(d *text.Document, candidates []Candidate) []Candidate {
	r := repeats{d: d, candidates: candidates, left: repeatBudget * d.Lines.Count()}
	// The first candidates may date the page, and stand only once.
	for s := range min(few, len(candidates)) {
		if from, to := r.find(s); to > 0 {
			r.mute(from, to)
			return withoutMuted(d, candidates)
		}
	}
	return candidates
}

// repeats looks for repeats in a document.
type repeats struct {
	d          *text.Document
	candidates []Candidate
	left       int // how many lines may still be compared
}

// find returns the lines of the repeat of what begins with candidate s; to is 0 if there is none.
func (r *repeats) find(s int) (from, to int) {
	first, fields := int(r.candidates[s].Line), &r.candidates[s].Fields
	for k := s + 1; k < len(r.candidates) && r.left > 0; k++ {
		if len(r.d.Hints) == 0 && r.candidates[k].Fields != *fields {
			continue // the same line has the same timestamps, unless markup has others
		}
		again := int(r.candidates[k].Line)
		if again <= first || r.d.Kinds[again] != r.d.Kinds[first] || !r.areSame(first, again) {
			continue
		}
		if from, to := r.around(first, again); to > 0 {
			return from, to
		}
	}
	return 0, 0
}

// areSame reports whether two lines are the same.
func (r *repeats) areSame(a, b int) bool {
	r.left--
	return r.d.Line(a) == r.d.Line(b)
}

// around returns the lines of the repeat that holds line b, the same as line a above it. If
// it is none, to is 0.
func (r *repeats) around(a, b int) (from, to int) {
	n := 0
	for a+n < b && b+n < len(r.d.Kinds) && r.areSame(a+n, b+n) {
		n++
	}
	for a > 0 && a+n < b && r.areSame(a-1, b-1) {
		a, b, n = a-1, b-1, n+1
	}
	for i := a + n; i < b; i++ {
		if r.d.Line(i) != "" {
			return 0, 0
		}
	}
	if r.isAt(2*b-a, a) || r.isAt(2*a-b, a) || !r.isWorth(b, b+n) {
		return 0, 0
	}
	return b, b + n
}

// isAt reports whether there is a line i, and it is the same as line a.
func (r *repeats) isAt(i, a int) bool { return i >= 0 && i < len(r.d.Kinds) && r.areSame(i, a) }

// isWorth reports whether lines [from, to) say enough to be the same for no other reason.
func (r *repeats) isWorth(from, to int) bool {
	sentences, different := 0, false
	for i := from; i < to && sentences < leastSentences; i++ {
		if r.d.Look(i).Has(text.LookLong | text.LookEnded) {
			sentences++
		}
	}
	first := ""
	for k := r.candidateFrom(from); k < r.candidateFrom(to) && !different; k++ {
		c := &r.candidates[k]
		told := strings.TrimSpace(r.d.Text[c.Start:c.End])
		different = first != "" && told != first
		first = told
	}
	return sentences >= leastSentences && different
}

// candidateFrom returns the first candidate at line i or below.
func (r *repeats) candidateFrom(i int) int {
	return sort.Search(len(r.candidates),
		func(k int) bool { return int(r.candidates[k].Line) >= i })
}

// mute takes lines [from, to) out of the document.
func (r *repeats) mute(from, to int) {
	if r.d.Muted == nil {
		r.d.Muted = make([]feed.Rule, r.d.Lines.Count())
	}
	for i := from; i < to; i++ {
		r.d.Looks[i], r.d.Muted[i] = text.LookBlank, feed.RuleRepeat
	}
}

// withoutMuted returns the candidates of lines that are not muted.
func withoutMuted(d *text.Document, candidates []Candidate) []Candidate {
	return slices.DeleteFunc(candidates, func(c Candidate) bool { return d.IsMuted(int(c.Line)) })
}
