package parser

// Elapsed times: the chapters of a film, a transcript, the count of a launch. "0:00 Intro" and "1:02:33 Questions", "T+00:12:30 The ship is in its
// orbit". They count from a beginning and are no clocks of a day, but part entries and tell their order, as the minutes of a match do.

// Limits of runs of elapsed times.
const (
	elapsedLeast = 3        // times
	elapsedMost  = 9 * 3600 // seconds
	longestTalk  = 6 * 3600 // seconds of a transcript
	lateHour     = 29       // the last hour of a night, counted on from the day before
)

// takeElapsed makes marks of elapsed times of the runs of those that the document holds.
func (d *document) takeElapsed(marks []mark) []mark {
	if !d.mayElapse(marks) {
		return marks
	}
	runs := d.elapsedRuns()
	var elapsed [][]elapsedTime
	for _, run := range runs {
		if d.elapse(run, marks, len(runs) == 1) {
			elapsed = append(elapsed, run)
		}
	}
	return d.replaceElapsed(marks, elapsed)
}

// elapsedRuns returns the runs of times that rise from line to line and begin as a count does.
func (d *document) elapsedRuns() (runs [][]elapsedTime) {
	var run []elapsedTime
	end := func() {
		if len(run) >= elapsedLeast && run[len(run)-1].seconds-run[0].seconds <= elapsedMost {
			runs = append(runs, run)
		}
	}
	for i := range d.Lines.Count() {
		e, ok := elapsedAt(d.line(i))
		e.line = i
		switch {
		case !ok:
		case len(run) > 0 && e.signed == run[0].signed && e.seconds > run[len(run)-1].seconds:
			run = append(run, e)
		default:
			end()
			if run = nil; e.begins() {
				run = []elapsedTime{e}
			}
		}
	}
	end()
	return runs
}

// mayElapse reports whether a clock of midnight or a signed count stands in the document: a run of elapsed times begins so.
func (d *document) mayElapse(marks []mark) bool {
	for i := range marks {
		if f := &marks[i].f; f.hour == 0 && f.minute == 0 && f.notation == colonClock && !f.hasDate() {
			return true
		}
	}
	for _, l := range d.looks {
		if l.has(lookCounted) {
			return true
		}
	}
	return false
}

// replaceElapsed makes the marks of some runs those of elapsed times, and adds those of lines that hold no mark: 45:59 is no clock.
func (d *document) replaceElapsed(marks []mark, runs [][]elapsedTime) []mark {
	if len(runs) == 0 {
		return marks
	}
	out := make([]mark, 0, len(marks)+len(runs))
	at := 0
	for _, run := range runs {
		for k := range run {
			e := &run[k]
			for at < len(marks) && int(marks[at].line) < e.line {
				out = append(out, marks[at])
				at++
			}
			m := d.elapsedMark(e)
			for ; at < len(marks) && int(marks[at].line) == e.line; at++ {
				if marks[at].start == m.start && marks[at].f.titleEnd == 0 {
					m = marks[at] // it may be a span: 00:01 --> 00:04
				}
			}
			m.f = noFields
			m.f.match, m.f.notation = int16(e.seconds-run[0].seconds), colonClock
			out = append(out, m)
		}
	}
	return append(out, marks[at:]...)
}

// elapsedMark returns a mark where an elapsed time stands.
func (d *document) elapsedMark(e *elapsedTime) mark {
	line := d.line(e.line)
	m := mark{start: int32(e.start), end: int32(e.end), place: opens}
	if m.sep, m.rest = separate(line, e.end); int(m.rest) >= len(line) {
		m.place, m.sep = whole, noSep
	}
	m.shift(int32(e.line), d.Lines.Span(d.Text, e.line).Start)
	return m
}

// elapse reports whether the times of a run, which rise, are no clocks: they have signs, or minutes that no clock has, or hours come in front where
// the minutes are over. Where the document tells no date and has no other clocks, a run of seconds is one of a talk, and one from 0:00 over
// headlines alone is one of chapters, unless its numbers are as round as those of a programme. only: the document has no other run.
func (d *document) elapse(run []elapsedTime, marks []mark, only bool) bool {
	long := 0
	for k := range run {
		if run[k].long {
			long++
		} else if run[k].first > lateHour && !run[k].signed {
			return true
		}
	}
	switch {
	case run[0].signed:
		return d.line(run[0].line)[run[0].start] != '+' || run[0].first == 0
	case long > 0 && long < len(run):
		return true
	case !only || !d.standsAlone(run, marks):
		return false
	case long > 0:
		return run[len(run)-1].seconds < longestTalk
	}
	return d.overHeadlines(run) && !areRound(run)
}

// areRound reports whether most times of a run behind the first are of five minutes, as those of a programme are; one of h:mm is enough to tell
// that they are not, for clocks mostly have two digits.
func areRound(run []elapsedTime) bool {
	odd := 0
	for k := range run {
		if run[k].seconds%5 != 0 {
			odd++
		}
	}
	if run[0].digits == 1 {
		return odd == 0
	}
	return odd*2 < len(run)-1
}

// standsAlone reports whether no date and no clock but those of a run stand in the document.
func (d *document) standsAlone(run []elapsedTime, marks []mark) bool {
	k := 0
	for i := range marks {
		for k < len(run) && run[k].line < int(marks[i].line) {
			k++
		}
		if f := &marks[i].f; f.hasDate() || f.hasDay() || f.hasClock() && (k == len(run) || run[k].line != int(marks[i].line) || f.zone != 0 || f.has&meridiem != 0) {
			return false
		}
	}
	return true
}

// overHeadlines reports whether no sentence ends on the lines from the first time of a run on.
func (d *document) overHeadlines(run []elapsedTime) bool {
	for i := run[0].line; i < d.Lines.Count(); i++ {
		if d.look(i).has(lookEnded | lookLong) {
			return false
		}
	}
	return true
}
