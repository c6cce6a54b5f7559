package layout

import (
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/dating"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
)

// JudgeTimes returns the layout of a document that has its entries already: each candidate is the
// timestamp of one. What they mean is settled for the document as a whole. The candidates are its
// own from then on.
func JudgeTimes(d *text.Document, times []stamp.Candidate, o Options) *Layout {
	j := newJudge(d, times, o)
	j.settleYear()
	j.Numbers = dating.SettleNumbers(j.Candidates, j.o.AsOf, j.o.DayFirst)
	l := &j.Layout
	l.Labels, l.Stamps = make([]stamp.Label, len(times)), make([]int32, len(times))
	for k := range times {
		l.Labels[k], l.Stamps[k] = stamp.EntryLabel, int32(k)
		if k == 0 {
			l.Style = times[0].Style()
			continue
		}
		switch way, _ := j.compare(&times[k-1], &times[k]); way {
		case falls:
			l.Down++
		case rises:
			l.Up++
		}
	}
	l.Summary = feed.Layout{Kind: feed.Records, DayFirst: j.summarise().DayFirst}
	return l
}
