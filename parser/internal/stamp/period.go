package stamp

import "newstimeline/parser/internal/words"

// Dates without a day: years, decades, seasons, quarters, part of a year or month. They are dated
// by their first month.

// period reads a stretch of time that begins at token i: "early 2020", "mid-March 2021", "summer
// 2019", "Q3 2021", "1920s".
func (r *Reader) period(i int) int {
	if r.F.HasDate() || r.F.HasClock() {
		return i
	}
	t := r.at(i)
	if next := r.yearOfEra(i); next > i {
		r.F.DateForm = YearOnly
		r.F.Has |= WeakDate
		return next
	}
	switch {
	case t.Kind == words.NumberTok && t.Digits == 4:
		if next := r.decade(i); next > i {
			return next
		}
		return r.yearThenQuarter(i)
	case t.Kind != words.WordTok:
		return i
	case t.Word.Has(words.RolePart):
		return r.partOf(i)
	case t.Word.Has(words.RoleSeason):
		return r.season(i)
	case t.Word.Has(words.RoleQuarter):
		return r.quarter(i)
	case t.Word.Has(words.RoleUnit):
		return r.ledYear(i)
	}
	return i
}

// partOf reads a part of a month, a year or a decade: "late May 2021", "early 2020", "mid-1920s".
func (r *Reader) partOf(i int) int {
	part := r.at(i).Word.Number
	at := r.skipJoin(i+1, '-', '–')
	for r.isWord(at, words.RoleFiller) && !r.isMonth(at) {
		at++
	}
	if next := r.monthYear(at); next > at && r.F.Year != 0 {
		r.F.Has |= Approximate
		return next
	}
	if next := r.decade(at); next > at {
		r.F.Year += int16(part) * 7 / 10 // mid-1920s: 1924
		return next
	}
	return r.monthOfYear(i, at, int(part))
}

// season reads a season with its year: "summer 2019", "the spring of 1945". Winter 2019/20 begins
// in 2019.
func (r *Reader) season(i int) int {
	at := i + 1
	for r.isWord(at, words.RoleFiller) {
		at++
	}
	next := r.monthOfYear(i, at, int(r.at(i).Word.Number))
	if next > i && r.hasGluedNumber(next, '/', 4) {
		return next + 2
	}
	return next
}

// quarter reads a quarter before its year: "Q3 2021", "Q3/2021".
func (r *Reader) quarter(i int) int {
	n := r.at(i + 1)
	if !r.isNumber(i+1, 1) || r.isWide(i+1) || n.Value < 1 || n.Value > 4 {
		return i
	}
	return r.monthOfYear(i, r.skipJoin(i+2, '/', '-', ','), 3*n.Value-2)
}

// yearThenQuarter reads a quarter after its year: "2021 Q3", "2021-Q3".
func (r *Reader) yearThenQuarter(i int) int {
	at := r.skipJoin(i+1, '/', '-', ',')
	n := r.at(at + 1)
	if !r.isWord(at, words.RoleQuarter) || !r.isNumber(at+1, 1) || n.Gap != words.Glued ||
		n.Value < 1 || n.Value > 4 {
		return i
	}
	if next := r.monthOfYear(i, i, 3*n.Value-2); next == i {
		return i
	}
	return at + 2
}

// monthOfYear takes the year at token at, and a month that is only where its period begins. It
// returns start if there is none.
func (r *Reader) monthOfYear(start, at, month int) int {
	y := r.at(at)
	if y.Kind != words.NumberTok || y.Digits != 4 || r.isWide(at) || !isPlausibleYear(y.Value) ||
		r.clockLength(at) > 0 {
		return start
	}
	r.setYear(at)
	r.F.Month, r.F.DateForm = int8(month), MonthOnly
	r.F.Has |= WeakDate | NamedDate | Approximate
	return r.skipYearWord(at + 1)
}

// decade reads the years of a decade: "1920s", "1920er".
func (r *Reader) decade(i int) int {
	t, s := r.at(i), r.at(i+1)
	if t.Kind != words.NumberTok || t.Digits != 4 || t.Value%10 != 0 || t.Value < 1000 ||
		t.Value > LastYear {
		return i
	}
	if s.Kind != words.WordTok || s.Gap != words.Glued || s.Word.Spelling != "s" &&
		s.Word.Spelling != "er" {
		return i
	}
	if after := r.at(i + 2); after.Gap == words.Glued && after.Kind != words.MarkTok &&
		after.Kind != words.EndTok {
		return i
	}
	r.F.Year, r.F.DateForm = int16(t.Value), YearOnly
	r.F.Has |= WeakDate | Approximate
	if r.isWord(i+2, words.RoleUnit) && r.at(i+2).Word.Unit == words.Years && !r.isWide(i+2) {
		return i + 3 // 1920er Jahre
	}
	return i + 2
}

// bareYear reads a year alone: "1998" over the events of a year, "1998 – …" before one. Four
// figures that are no year may be a clock, as the document decides.
func (r *Reader) bareYear(i int) int {
	t := r.at(i)
	if t.Kind != words.NumberTok || t.Digits != 4 || t.Value > 2359 || r.F.isComplete() ||
		r.F.Has&(Updated|Published|LeadingPrep) != 0 || r.isBeforeEra(i) {
		return i
	}
	at := r.yearEnd(r.lastYear(i))
	next := r.at(at)
	strong := next.Kind == words.MarkTok && isStrongMark(next.Mark) && next.Mark != '/' &&
		!(next.Gap == words.Glued && r.at(at+1).Gap == words.Glued) ||
		r.isMark(i-1, '【') && r.isMark(at, '】')
	headed := !r.line && i == r.lead && next.Gap != words.Glued && (next.Kind == words.UnknownTok ||
		next.Kind == words.WordTok) && next.Capital
	if t.Value == 0 && !headed || !strong && !headed && (!r.line || !r.closes(at) ||
		t.Value < 1000 || t.Value > 2100) {
		return i
	}
	r.F.Year, r.F.DateForm = int16(t.Value), YearOnly
	r.F.Has |= WeakDate
	if at > i+1 {
		r.endAt(at - 1)
	}
	return at
}

// yearEnd returns the token after what may follow a year that is all of its line: "1985年", "1985
// год", "1985:", "1985.".
func (r *Reader) yearEnd(i int) int {
	if !r.line {
		return i
	}
	if end := r.skipJoin(r.skipYearWord(i), ':', '.'); r.closes(end) {
		return end
	}
	return i
}

// ledYear reads a year behind its word, alone on a line: "Year 1985", "Année 1985 :".
func (r *Reader) ledYear(i int) int {
	if t := r.at(i); !r.line || i != r.lead || t.Word.Unit != words.Years || r.isWide(i+1) {
		return i
	}
	if next := r.bareYear(i + 1); next > i+1 && r.closes(next) {
		return next
	}
	return i
}

// lastYear returns the token after the last of some rising years: "1914–1918", "1914-18", "1985,
// 1988". 2024-25 is a season of sports or a fiscal year.
func (r *Reader) lastYear(i int) int {
	year := r.at(i).Value
	at := i + 1
	for r.isMark(at, '-') || r.isMark(at, '–') || r.isMark(at, ',') {
		y := r.at(at + 1)
		if y.Kind != words.NumberTok || (y.Gap == words.Glued) != (r.at(at).Gap == words.Glued) &&
			!r.isMark(at, ',') {
			break
		}
		last := y.Value
		if y.Digits == 2 && !r.isMark(at, ',') && y.Gap == words.Glued {
			if last += year - year%100; last == year+1 {
				break
			}
		} else if y.Digits != 4 {
			break
		}
		if last <= year || last > LastYear || year < 1000 || r.clockLength(at+1) > 0 {
			break
		}
		year, at = last, at+2
	}
	return at
}
