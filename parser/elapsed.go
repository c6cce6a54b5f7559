package parser

// Elapsed times: the chapters of a film, a transcript, the count of a launch. "0:00 Intro" and "1:02:33 Questions", "T+00:12:30 The ship is in its
// orbit". They count from a beginning and are no clocks of a day, but part entries and tell their order, as the minutes of a match do.

// An elapsedTime is a time that a line opens with, read as one that counts from a beginning.
type elapsedTime struct {
	line       int
	start, end int  // bytes in the line
	seconds    int  // below 0 ahead of a launch
	first      int  // the first number
	digits     int  // of the first number
	long       bool // 1:02:33, not 2:33
	signed     bool // T+2:33, +2:33
}

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

// begins reports whether a run of elapsed times may begin with this one.
func (e *elapsedTime) begins() bool {
	return e.signed || e.seconds == 0 || e.long && e.seconds < 60
}

// elapsedAt reads the elapsed time that a line opens with.
func elapsedAt(line string) (e elapsedTime, ok bool) {
	i := 0
	for i < len(line) && (line[i] == ' ' || line[i] == '\t' || line[i] == '-' || line[i] == '*' || line[i] == '[' || line[i] == '(') {
		i++
	}
	e.start = i
	ahead := false
	if n := countSign(line[i:]); n > 0 {
		e.signed, ahead = true, line[i+n-1] != '+'
		i += n
	}
	numbers, n := [3]int{}, 0
	for n < len(numbers) && i < len(line) && isDigit(line[i]) {
		t := number(line, i)
		if n == 0 {
			e.first, e.digits = int(t.value), int(t.digits)
		}
		if t.digits > 3 || n > 0 && (t.digits != 2 || t.value > 59) {
			return e, false
		}
		numbers[n] = int(t.value)
		n++
		if e.end = int(t.end); e.end >= len(line) || line[e.end] != ':' {
			break
		}
		i = e.end + 1
	}
	if n < 2 || e.end < len(line) && (isLetter(line[e.end]) || line[e.end] == ':') {
		return e, false
	}
	e.long = n == 3
	e.seconds = numbers[0]*60 + numbers[1]
	if e.long {
		e.seconds = e.seconds*60 + numbers[2]
	}
	if ahead {
		e.seconds = -e.seconds
	}
	return e, true
}

// countSign returns how many bytes the sign of a count has that a text opens with: T+, T-, L-, + before a digit; 0: it opens with none.
func countSign(s string) int {
	switch {
	case len(s) < 3:
		return 0
	case (s[0] == 'T' || s[0] == 'L') && (s[1] == '+' || s[1] == '-') && isDigit(s[2]):
		return 2
	case s[0] == '+' && isDigit(s[1]):
		return 1
	}
	return 0
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
