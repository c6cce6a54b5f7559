package stamp

import (
	"newstimeline/parser/internal/text"
	"slices"
)

// Elapsed times: the chapters of a film, a transcript, the count of a launch. "0:00 Intro" and
// "1:02:33 Questions", "T+00:12:30 The ship is in its orbit". They count from a start and are not
// clocks of a day. But they separate and order the entries, as the minutes of a match do.

// Limits of runs of elapsed times.
const (
	elapsedMost = 9 * 3600 // seconds
	longestTalk = 6 * 3600 // seconds of a transcript
	lateHour    = 29       // the last hour of a night, counted on from the day before
)

// TakeElapsed makes candidates of the runs of elapsed times that the document has.
func TakeElapsed(d *text.Document, candidates []Candidate) []Candidate {
	if !mayElapse(d, candidates) {
		return candidates
	}
	runs := elapsedRuns(d)
	var elapsed [][]ElapsedTime
	for _, run := range runs {
		if isElapsedRun(d, run, candidates, len(runs) == 1) {
			elapsed = append(elapsed, run)
		}
	}
	return replaceElapsed(d, candidates, elapsed)
}

// elapsedRuns returns the runs of times that rise from line to line and begin as a count does.
func elapsedRuns(d *text.Document) (runs [][]ElapsedTime) {
	var run []ElapsedTime
	end := func() {
		if len(run) >= few && run[len(run)-1].Seconds-run[0].Seconds <= elapsedMost {
			runs = append(runs, slices.Clone(run))
		}
	}
	for i := range d.Lines.Count() {
		wanted := text.LookFigure
		if len(run) == 0 {
			wanted = text.LookStart // of a million clocks few are read again
		}
		if !d.Look(i).Has(wanted | text.LookBlank) { // muted lines are not looked at
			continue
		}
		e, ok := ElapsedAt(d.Line(i))
		e.Line = i
		switch {
		case !ok:
		case len(run) > 0 && e.Signed == run[0].Signed && e.Seconds > run[len(run)-1].Seconds:
			run = append(run, e)
		default:
			end()
			if run = run[:0]; e.Begins() {
				run = append(run, e)
			}
		}
	}
	end()
	return runs
}

// mayElapse reports whether the document has a clock of midnight or a signed count: a run of
// elapsed times begins so.
func mayElapse(d *text.Document, candidates []Candidate) bool {
	for i := range candidates {
		if f := &candidates[i].Fields; f.Hour == 0 && f.Minute == 0 && f.Notation == ColonClock &&
			!f.HasDate() {
			return true
		}
	}
	for _, l := range d.Looks {
		if l.Has(text.LookCounted) {
			return true
		}
	}
	return false
}

// replaceElapsed makes the candidates of some runs elapsed times, and adds those of lines that
// hold no mark: 45:59 is no clock.
func replaceElapsed(d *text.Document, candidates []Candidate, runs [][]ElapsedTime) []Candidate {
	if len(runs) == 0 {
		return candidates
	}
	out := make([]Candidate, 0, len(candidates)+len(runs))
	at := 0
	for _, run := range runs {
		for k := range run {
			e := &run[k]
			for at < len(candidates) && int(candidates[at].Line) < e.Line {
				out = append(out, candidates[at])
				at++
			}
			m := elapsedMark(d, e)
			for ; at < len(candidates) && int(candidates[at].Line) == e.Line; at++ {
				if candidates[at].Start == m.Start && candidates[at].Fields.TitleEnd == 0 {
					m = candidates[at] // it may be a span: 00:01 --> 00:04
				}
			}
			m.Fields = NoFields
			m.Fields.Match, m.Fields.Notation = int16(e.Seconds-run[0].Seconds), ColonClock
			out = append(out, m)
		}
	}
	return append(out, candidates[at:]...)
}

// elapsedMark returns the candidate of an elapsed time.
func elapsedMark(d *text.Document, e *ElapsedTime) Candidate {
	line := d.Line(e.Line)
	m := Candidate{Start: int32(e.Start), End: int32(e.End), Place: Opens}
	if m.Sep, m.Rest = Separate(line, e.End); int(m.Rest) >= len(line) {
		m.Place, m.Sep = Whole, NoSep
	}
	m.Shift(int32(e.Line), d.Lines.Span(d.Text, e.Line).Start)
	return m
}

// isElapsedRun reports whether the times of a run, which rise, are not clocks: they have signs, or
// minutes over 59. Hours may also come in front once the minutes are over. In a document without
// dates and other clocks, a run of seconds is one of a talk. One from 0:00 over titles alone is one
// of chapters, unless its numbers are as round as those of a programme. only: the document has no
// other run.
func isElapsedRun(d *text.Document, run []ElapsedTime, candidates []Candidate, only bool) bool {
	long := 0
	for k := range run {
		if run[k].Long {
			long++
		} else if run[k].First > lateHour && !run[k].Signed {
			return true
		}
	}
	switch {
	case run[0].Signed:
		return d.Line(run[0].Line)[run[0].Start] != '+' || run[0].First == 0
	case long > 0 && long < len(run):
		return true
	case !only || !isOnlyRun(d, run, candidates):
		return false
	case long > 0:
		return run[len(run)-1].Seconds < longestTalk
	}
	return areOverHeadlines(d, run) && !areRound(run)
}

// areRound reports whether most times of a run after the first are multiples of five minutes, as in
// a programme. A single h:mm suffices for no, because clocks mostly have two digits.
func areRound(run []ElapsedTime) bool {
	odd := 0
	for k := range run {
		if run[k].Seconds%5 != 0 {
			odd++
		}
	}
	if run[0].Digits == 1 {
		return odd == 0
	}
	return odd*2 < len(run)-1
}

// isOnlyRun reports whether the document has no dates and no clocks but those of a run.
func isOnlyRun(d *text.Document, run []ElapsedTime, candidates []Candidate) bool {
	k := 0
	for i := range candidates {
		for k < len(run) && run[k].Line < int(candidates[i].Line) {
			k++
		}
		if f := &candidates[i].Fields; f.HasDate() || f.HasDay() || f.HasClock() &&
			(k == len(run) || run[k].Line != int(candidates[i].Line) || f.Zone != 0 ||
				f.Has&Meridiem != 0) {
			return false
		}
	}
	return true
}

// areOverHeadlines reports whether no sentence ends on the lines from the first time of a run on.
func areOverHeadlines(d *text.Document, run []ElapsedTime) bool {
	for i := run[0].Line; i < d.Lines.Count(); i++ {
		if d.Look(i).Has(text.LookEnded | text.LookLong) {
			return false
		}
	}
	return true
}
