package layout

import (
	"newstimeline/parser/internal/stamp"
	"slices"
	"strings"
)

// rareForms are forms of candidates that may be something else. Most documents have none of them:
// one walk over their candidates shows that.
type rareForms struct {
	wide    bool // before a wide blank: see joinSpacings
	figures bool // four figures alone
	letters bool // clocks with a letter
	days    bool // words that may be weekdays
}

// rareForms returns which of the forms some candidates have.
func (j *judge) rareForms() (r rareForms) {
	for i := range j.Candidates {
		f := &j.Candidates[i].Fields
		r.wide = r.wide || j.Candidates[i].Sep == stamp.WideSep
		r.figures = r.figures || f.IsFigures()
		r.letters = r.letters || f.Notation == stamp.LetterClock
		r.days = r.days || f.ShortDay != 0
	}
	return r
}

// readShortForms decides what the forms are that may be something else.
func (j *judge) readShortForms(r rareForms) {
	if r.figures {
		j.readFigures()
	}
	if r.letters {
		j.readShortHours()
		j.readLongHours()
	}
	if r.days {
		j.readShortDays()
	}
}

// readFigures decides what four figures alone before a text are. They are clocks if all could be
// one, and if one of them is not a year. They also are if they fall, again and again, as clocks of
// a feed do and years of a chronology hardly do. Those that count up by one are numbers of a list.
func (j *judge) readFigures() {
	var figures []int32
	clocks, odd, recent, falls, counts := 0, 0, 0, 0, 0
	for i := range j.Candidates {
		m := &j.Candidates[i]
		if j.Labels[i] != stamp.Undecided || !m.Fields.IsFigures() {
			continue
		}
		year := int(m.Fields.Year)
		if year/100 < 24 && year%100 < 60 {
			clocks++
		}
		if m.Fields.IsNoYear() {
			odd++
		}
		if year >= stamp.FirstYear && year <= stamp.LastYear {
			recent++
		}
		if n := len(figures); n > 0 {
			switch step := year - int(j.Candidates[figures[n-1]].Fields.Year); {
			case step <= 0:
				falls++
			case step == 1:
				counts++
			}
		}
		figures = append(figures, int32(i))
	}
	n := len(figures)
	areClocks := clocks == n && recent < n && counts < n-1 &&
		(odd > 0 || isNearlyAll(falls, n-1))
	inOrder := n > few && (falls == 0 || falls == n-1)
	for _, i := range figures {
		switch m := &j.Candidates[i]; {
		case areClocks:
			m.Fields.ReadAsClock()
		case m.Fields.IsNoYear(), !inOrder && m.Place == stamp.Opens && (m.Sep == stamp.BlankSep ||
			m.Sep == stamp.WideSep): // "1934 Olympic champion"
			j.Labels[i] = stamp.IgnoredLabel
			m.Fields.Year, m.Fields.DateForm = 0, stamp.NoDate
		}
	}
}

// readShortHours reads "9h - text" as a clock only among as many others with that letter, "13h -
// text" and "16h40 - text". By itself it may be an age.
func (j *judge) readShortHours() {
	short, long := 0, 0
	for i := range j.Candidates {
		switch f := &j.Candidates[i].Fields; {
		case !f.HasClock() || f.Notation != stamp.LetterClock:
		case f.Has&stamp.OneFigure != 0:
			short++
		default:
			long++
		}
	}
	if short == 0 || long > 1 && long >= short {
		return
	}
	for i := range j.Candidates {
		if j.Candidates[i].Fields.Has&stamp.OneFigure != 0 {
			j.Labels[i] = stamp.IgnoredLabel
		}
	}
}

// readLongHours reads "07h05m" alone, which may be an age, as a clock where clocks beside dates are
// written so: "08h20m - 16/08/2025".
func (j *judge) readLongHours() {
	if !slices.ContainsFunc(j.Candidates, func(m stamp.Candidate) bool {
		return m.Fields.HasClock() && j.isLongHour(&m)
	}) {
		return
	}
	for i := range j.Candidates {
		if m := &j.Candidates[i]; m.Fields.Has&stamp.BareAge != 0 && j.isLongHour(m) {
			m.Fields.ReadAgeAsClock()
		}
	}
}

// isLongHour reports whether a timestamp has the letter of an hour, and minutes with a letter
// behind it.
func (j *judge) isLongHour(m *stamp.Candidate) bool {
	told := j.D.Text[m.Start:m.End]
	at := strings.IndexByte(told, 'h')
	return at >= 0 && at+len("h05") < len(told)
}

// readShortDays takes the words before clocks that may be weekdays, "Do 20:15", for that where
// others before clocks can be nothing else: "Mi 20:15".
func (j *judge) readShortDays() {
	plain, unsure := 0, 0
	for i := range j.Candidates {
		switch f := &j.Candidates[i].Fields; {
		case f.ShortDay == 0 || f.HasDate():
		case f.Weekday == f.ShortDay:
			plain++
		default:
			unsure++
		}
	}
	if plain == 0 || unsure == 0 {
		return
	}
	for i := range j.Candidates {
		if f := &j.Candidates[i].Fields; f.ShortDay != 0 && !f.HasDate() && f.HasClock() {
			f.Weekday, f.RelDay = f.ShortDay, 0
			f.Has &^= stamp.LeadingPrep | stamp.RelDayGiven
		}
	}
}

// doubtRecurring doubts clocks without a colon that are all the same: a number that recurs, 1030
// or 0.33, may be an amount.
func (l *Layout) doubtRecurring() {
	told := func(i int32) string { return l.D.Text[l.Candidates[i].Start:l.Candidates[i].End] }
	for _, i := range l.Stamps {
		f := &l.Candidates[i].Fields
		if !f.HasClock() || f.HasDay() || f.Notation == stamp.ColonClock ||
			told(i) != told(l.Stamps[0]) {
			return
		}
	}
	if len(l.Stamps) > 1 && len(l.Headers) == 0 {
		for _, i := range l.Stamps {
			l.Candidates[i].Fields.Has |= stamp.DoubtfulClock
		}
	}
}
