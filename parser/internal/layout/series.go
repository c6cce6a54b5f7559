package layout

import (
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"slices"
	"strings"

	"github.com/cespare/xxhash/v2"
)

// Styles and series: which candidates belong together, and how much speaks for them.

// A series is a row of candidates, by line, that could be the stamps of the feed.
type series struct {
	style  stamp.Style // of its first candidates; merged ones differ
	stamps []int32     // indexes into the document's candidates

	down, up  int     // neighbours that fall, and that rise, in time
	wraps     int     // neighbours that run the other way by what may be a midnight
	content   int     // candidates with text beside them
	body      int     // candidates with running text
	score     float64 // candidates with text, less by the share of neighbours out of order
	repeated  int     // see repeatedRests; -1: not counted so far
	shortRest int     // opens and closes: texts no longer than a section label
	alone     int     // candidates alone on their lines
	withText  int     // candidates that open a line with more than a section label
	inOrder   answer  // see runsOverText
}

// gather groups the candidates that mean anything by style.
func (j *judge) gather() {
	at := map[stamp.Style]*series{}
	var s *series
	for i := range j.Candidates {
		if j.Labels[i] != stamp.Undecided {
			continue
		}
		k := j.styleOf(int32(i))
		if s == nil || s.style != k { // most candidates are of the style of the one before
			s = at[k]
		}
		if s == nil {
			s = &series{style: k}
			at[k] = s
			j.series = append(j.series, s)
		}
		s.stamps = append(s.stamps, int32(i))
	}
	for _, s := range j.series {
		j.weigh(s)
	}
	j.sortSeries()
}

// sortSeries puts the best series first; of equal ones, the one that begins first.
func (j *judge) sortSeries() {
	slices.SortStableFunc(j.series, func(a, b *series) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return int(a.stamps[0]) - int(b.stamps[0])
	})
}

// weigh gathers the evidence for a series.
func (j *judge) weigh(s *series) {
	s.down, s.up, s.wraps, s.content, s.body, s.shortRest = 0, 0, 0, 0, 0, 0
	s.alone, s.withText, s.repeated = 0, 0, -1
	jumps, far := 0, false
	for k, i := range s.stamps {
		m := &j.Candidates[i]
		j.weighText(s, k)
		if k == 0 {
			continue
		}
		before := &j.Candidates[s.stamps[k-1]]
		if j.dateBetween(before, m) && !m.Fields.HasDay() {
			continue
		}
		way, by := j.compare(before, m)
		dayless := !m.Fields.HasDay() && !m.Fields.IsAge()
		far = max(by, -by) >= 24*60-midnightJump && dayless
		switch {
		case way == falls:
			s.down++
			if by <= -midnightJump && dayless {
				jumps++
			}
		case way == rises:
			s.up++
			if by >= midnightJump && dayless {
				jumps--
			}
		}
	}
	if far && s.down+s.up == 1 { // the only step is one over midnight: 23:10, 00:20
		s.down, s.up = s.up, s.down
	}
	if jumps < 0 && s.down >= s.up { // newest first: the clock jumps up at midnight
		s.wraps = min(-jumps, s.up)
	} else if jumps > 0 && s.up >= s.down {
		s.wraps = min(jumps, s.down)
	}
	j.countRests(s)
	s.score = s.ordered() * float64(s.content)
}

// ordered returns the share of neighbours that run the series' own way, from 0 to 1, or over a
// midnight.
func (s *series) ordered() float64 {
	pairs := s.down + s.up
	if pairs == 0 {
		return 1
	}
	return float64(max(s.down, s.up)+s.wraps) / float64(pairs)
}

// coverage returns the percentage of the document's running text that is at a series' candidates
// or below the first.
func (j *judge) coverage(s *series) int {
	all := float64(j.bodies[j.D.Lines.Count()])
	if all == 0 {
		return 100
	}
	return percent(1 - float64(j.bodies[j.Candidates[s.stamps[0]].Line])/all)
}

// weighText counts the text next to candidate k of a series.
func (j *judge) weighText(s *series, k int) {
	m := &j.Candidates[s.stamps[k]]
	from, to := int(m.Line)+1, j.D.Lines.Count()
	if k+1 < len(s.stamps) {
		to = int(j.Candidates[s.stamps[k+1]].Line)
	}
	content, body := j.Texts[max(from, to)]-j.Texts[from], j.bodies[max(from, to)]-j.bodies[from]
	if m.Place == stamp.Whole {
		s.alone++
	} else {
		content++
		rest := j.rest(m)
		if text.IsBody(rest) {
			body++
		}
		if m.Place == stamp.Opens && !isRubric(rest) {
			s.withText++
		}
	}
	if content > 0 {
		s.content++
	}
	if body > 0 {
		s.body++
	}
}

// rest returns the text that shares the line with a candidate.
func (j *judge) rest(m *stamp.Candidate) string {
	s := j.D.Lines.Span(j.D.Text, int(m.Line))
	if m.Place == stamp.Closes || m.Place == stamp.Inside {
		return j.D.Text[s.Start:m.Rest]
	}
	return j.D.Text[m.Rest:s.End]
}

// countRests counts what kinds of text share the lines of a series' candidates.
func (j *judge) countRests(s *series) {
	if s.style.Place == stamp.Whole {
		return
	}
	for _, i := range s.stamps {
		if m := &j.Candidates[i]; m.Place != stamp.Whole && isRubric(j.rest(m)) {
			s.shortRest++
		}
	}
}

// repeatedRests returns how many short texts beside the candidates of a series others have too:
// they are bylines. Few series are asked.
func (j *judge) repeatedRests(s *series) int {
	if s.repeated < 0 {
		hashes := make([]uint64, 0, s.shortRest)
		for _, i := range s.stamps {
			m := &j.Candidates[i]
			if m.Place == stamp.Whole {
				continue
			}
			if rest := j.rest(m); isRubric(rest) {
				hashes = append(hashes, xxhash.Sum64String(rest))
			}
		}
		s.repeated = countRepeated(hashes)
	}
	return s.repeated
}

// isMixed reports whether some of a series are alone on their lines, and others open a text.
func (s *series) isMixed() bool { return s.alone > 0 && s.withText > 0 }

// isRubric reports whether the text beside a timestamp is no longer than a section label. No text
// has more characters than bytes.
func isRubric(rest string) bool {
	return len(rest) <= 2*text.RubricSize &&
		(len(rest) <= text.RubricSize || text.Size(rest) <= text.RubricSize) &&
		strings.Count(rest, " ") < text.RubricWords
}

// countRepeated counts the hashes that are there more than once. It sorts them.
func countRepeated(hashes []uint64) (n int) {
	slices.Sort(hashes)
	for from := 0; from < len(hashes); {
		to := from + 1
		for to < len(hashes) && hashes[to] == hashes[from] {
			to++
		}
		if to-from > 1 {
			n += to - from
		}
		from = to
	}
	return n
}

// standsStill reports whether a series is one clock that recurs again and again, on some of many
// days: time does not stand still. Where most days have it, it may be the hour of a daily report.
func (j *judge) standsStill(s *series) bool {
	n, days := len(s.stamps), int(j.dates[j.D.Lines.Count()])
	if n < few || s.style.Family != stamp.ClockFamily || isMost(n, days) {
		return false
	}
	first := &j.Candidates[s.stamps[0]].Fields
	for _, i := range s.stamps {
		if f := &j.Candidates[i].Fields; f.Hour != first.Hour || f.Minute != first.Minute {
			return false
		}
	}
	return true
}
