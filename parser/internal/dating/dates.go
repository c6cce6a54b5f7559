package dating

import (
	"slices"
	"sort"

	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/words"
	"newstimeline/parser/memory"
	"newstimeline/parser/parallel"
)

// Dates: what the timestamps of a document say, as a problem for the solver, and its answer.

// A SegmentDay is the day of a block, and how it was found.
type SegmentDay struct {
	date       feed.Date // zero: nothing tells it
	by         int32     // as SolvedDay.By
	year, from feed.Fact // which fact gave the year and the day
	sure       int8      // percent: how sure the day is
	inferred   feed.Inferred
}

// Days works out the day of every block.
func (r *Resolver) Days(blocks []Segment) []SegmentDay {
	out := memory.Make[SegmentDay](len(blocks))[:len(blocks)]
	if r.isPlain(blocks) {
		r.takePlain(blocks, out)
		return out
	}
	p := r.newProblem(blocks)
	r.answer = Solve(p)
	r.settleHalves()
	for k := range blocks {
		r.takeDay(&blocks[k], &r.answer.Segments[k], &out[k])
	}
	r.notePastYear(p, out)
	r.checkHeaders()
	r.answer.forgetCertain()
	return out
}

// forgetCertain frees what is asked of doubtful days alone, if there are none. It is as much as the
// entries of a document without doubts.
func (a *Answer) forgetCertain() {
	if !slices.ContainsFunc(a.Segments, func(d SolvedDay) bool { return d.Confidence < doubtful }) {
		a.Segments, a.chains = nil, nil
	}
}

// isPlain reports whether every segment has a timestamp that states a full date, its own or its
// header. Then there is nothing to solve.
func (r *Resolver) isPlain(blocks []Segment) bool {
	for k := range blocks {
		b := &blocks[k]
		if b.Mark < 0 || b.Header >= 0 && b.Header != b.Mark ||
			!r.isCertain(&r.candidate(int(b.Mark)).Fields) {
			return false
		}
	}
	for _, h := range r.In.Headers {
		if !r.isCertain(&r.candidate(int(h)).Fields) {
			return false
		}
	}
	return true
}

// isCertain reports whether fields tell a full date that the calendar has.
func (r *Resolver) isCertain(f *stamp.Fields) bool { return f.IsFull() && !r.dayOf(f).IsZero() }

// takePlain takes the days of segments that state full dates, and remarks on headers of another
// weekday.
func (r *Resolver) takePlain(blocks []Segment, out []SegmentDay) {
	for k := range blocks {
		b := &blocks[k]
		m := r.candidate(int(b.Mark))
		out[k] = SegmentDay{date: r.dayOf(&m.Fields), sure: 100, year: feed.FromStamp,
			from: feed.FromStamp, by: -1}
		if b.Header >= 0 {
			out[k].year, out[k].from = feed.FromHeader, feed.FromHeader
		} else {
			r.checkWeekday(m, out[k].date)
		}
		r.doubtNumbers(m, &out[k])
	}
	for _, h := range r.In.Headers {
		m := r.candidate(int(h))
		r.checkWeekday(m, r.dayOf(&m.Fields))
	}
}

// doubtNumbers takes into the confidence of a day how sure the order of dates in digits is, if it
// depends on that.
func (r *Resolver) doubtNumbers(m *stamp.Candidate, out *SegmentDay) {
	if m.Fields.Has&stamp.Swappable != 0 && r.In.NumberSure > 0 {
		out.sure = min(out.sure, r.In.NumberSure)
	}
}

// newProblem returns what is known before the search.
func (r *Resolver) newProblem(blocks []Segment) *Problem {
	headYear, named := r.headYear()
	p := &Problem{
		Segments: memory.Make[Stamped](len(blocks))[:len(blocks)], Below: r.In.Below,
		Capture: OfDate(r.In.AsOf.Date), CaptureClock: r.captureClock(),
		CaptureVague: r.In.AsOf.Day().IsZero(),
		Page:         OfDate(r.page), Lead: OfDate(r.lead), HeadYear: headYear,
		SolarDay: SolarDay,
	}
	if r.In.AsOf.Date.IsZero() {
		p.Told = r.toldDays()
	}
	if y := r.pastYear(headYear, named); y != 0 { // as if it were captured in that year
		p.Capture, p.CaptureClock, p.CaptureVague = DayOf(int(y), 12, 31), -1, true
		p.CaptureNamed = true
	}
	p.Numbers = DayFirst
	if !r.In.DayFirst {
		p.Numbers = MonthFirst
	}
	p.Way, p.Lean = r.way()
	for _, h := range r.In.Headers {
		p.Heads = append(p.Heads, r.stampOf(&r.candidate(int(h)).Fields, nil))
	}
	ages := len(r.In.Stamps) > 0 && r.In.Family == stamp.AgeFamily
	parallel.Pieces(len(blocks), func(from, to int) {
		for k := from; k < to; k++ {
			p.Segments[k] = r.segmentOf(&blocks[k], ages)
		}
	})
	p.Printed, p.HalfTold = r.printedMinutes(p, blocks), r.In.HalfTold
	return p
}

// segmentOf returns what the timestamp and the header of a segment say. Where ages are the feed's
// timestamps, what says nothing has no date: an age counts from the capture, not from neighbours.
func (r *Resolver) segmentOf(b *Segment, ages bool) Stamped {
	s := Stamped{Head: -1, Stamp: Stamp{Minute: -1}}
	var header *stamp.Fields
	if b.Header >= 0 {
		n := sort.Search(len(r.In.Headers), func(n int) bool { return r.In.Headers[n] >= b.Header })
		if n < len(r.In.Headers) && r.In.Headers[n] == b.Header {
			s.Head, header = int32(n), &r.candidate(int(b.Header)).Fields
		}
	}
	if b.Mark >= 0 && (b.Mark != b.Header || s.Head < 0) {
		s.Stamp = r.stampOf(&r.candidate(int(b.Mark)).Fields, header)
	}
	if ages && s.Stamp.IsBare() && s.Head < 0 {
		s.IsLost = true
	}
	return s
}

// stampOf returns what fields say of the day, under a header that may tell their year and month.
func (r *Resolver) stampOf(f, header *stamp.Fields) Stamp {
	s := Stamp{Minute: -1}
	if f.HasClock() {
		s.Minute = int16(f.Hour)*60 + int16(f.Minute)
	}
	switch asOf := r.In.AsOf; {
	case f.IsAge() && (!f.HasClock() || f.Unit >= words.Days): // "2 weeks ago at 20:15"
		s.Fixed = OfDate(r.AgedDay(f))
		s.IsFixed, s.IsLost = s.Fixed != None, s.Fixed == None
		return s
	case f.Has&stamp.RelDayGiven != 0:
		today := asOf.Day()
		if today.IsZero() {
			today = r.page
		}
		if s.IsFixed = !today.IsZero(); s.IsFixed {
			s.Fixed = OfDate(today) + Day(f.RelDay)
		}
		s.IsLost = !s.IsFixed && header == nil // a date header dates it all the same
		return s
	}
	s.SetDate(f)
	if header != nil && header.Family() == stamp.CoarseFamily && f.DateForm != stamp.NoDate &&
		s.Year == 0 && header.Year != 0 {
		s.Year = header.Year
		if s.Month == 0 {
			s.Month = header.Month
		}
	}
	return s
}

// SetDate takes the date that fields tell.
func (s *Stamp) SetDate(f *stamp.Fields) {
	s.Year, s.Month, s.Day, s.Weekday = f.Year, f.Month, f.Day, f.Weekday
	s.Form = FormOf(f)
	s.Either, s.Solar = f.Has&stamp.Swappable != 0, f.Has&stamp.Solar != 0
	s.LastWeek = f.Has&stamp.LastWeek != 0
	s.TwoDigits = f.Has&stamp.TwoDigits != 0 && f.DateForm != stamp.IsoDate
	s.Settled = f.Has&stamp.WeekdaySettled != 0
}

// FormOf returns the form of a date in digits.
func FormOf(f *stamp.Fields) Form {
	switch {
	case f.Has&stamp.NamedDate != 0:
		return Named
	case f.DateForm == stamp.DayMonth:
		return DayMonth
	case f.DateForm == stamp.MonthDay:
		return MonthDay
	}
	return Named
}

// sureSteps is how many neighbours must run one way to leave no doubt, and how many times as many
// as the other way. Both ways are tried otherwise: clocks alone then take twice as long.
const sureSteps = 4 // work alone

// way returns which way time runs if the timestamps leave no doubt, else which way it seems to run.
func (r *Resolver) way() (way, lean Way) {
	switch r.In.Order {
	case feed.NewestFirst:
		return Back, Unsettled
	case feed.OldestFirst:
		return Forward, Unsettled
	}
	if len(r.In.Stamps) == 0 {
		return Back, Unsettled
	}
	switch down, up := r.In.Down, r.In.Up; {
	case down >= sureSteps && down >= sureSteps*up:
		return Back, Unsettled
	case up >= sureSteps && up >= sureSteps*down:
		return Forward, Unsettled
	case down > up:
		return Unsettled, Back
	case up > down:
		return Unsettled, Forward
	}
	return Unsettled, Unsettled
}

// captureClock returns the minute of the day of capture in the feed's own zone, -1 if it is not
// known.
func (r *Resolver) captureClock() int16 {
	asOf := r.In.AsOf
	if !asOf.Clock.Known || asOf.Zone != nil && asOf.Zone != r.In.Zone {
		return -1
	}
	return int16(asOf.Clock.Seconds() / 60)
}

// takeDay takes the day of a segment from the answer.
func (r *Resolver) takeDay(b *Segment, t *SolvedDay, out *SegmentDay) {
	out.year, out.from, out.by, out.sure = t.Year, t.From, t.By, t.Confidence
	if t.Day == None {
		return
	}
	out.date = dateOf(t.Day)
	var f stamp.Fields
	if b.Mark >= 0 && (b.Mark != b.Header || t.From == feed.FromStamp) {
		f = r.candidate(int(b.Mark)).Fields
		r.checkWeekday(r.candidate(int(b.Mark)), out.date)
	}
	if t.From == feed.FromHeader && b.Header >= 0 {
		r.doubtNumbers(r.candidate(int(b.Header)), out)
	} else if b.Mark >= 0 {
		r.doubtNumbers(r.candidate(int(b.Mark)), out)
	}
	out.inferred |= r.inferredOf(b, t, &f)
	if r.titled && t.From == feed.FromLead {
		out.year, out.from, out.sure = feed.FromTitle, feed.FromTitle, min(out.sure, titleSure)
	}
}

// inferredOf returns what of a segment's day was inferred; f is what its timestamp says.
func (r *Resolver) inferredOf(b *Segment, t *SolvedDay, f *stamp.Fields) (all feed.Inferred) {
	if t.Midnight {
		all = feed.InferredMidnight
	}
	switch t.From {
	case feed.FromStamp:
		if f.Year == 0 && t.Year != feed.FromHeader {
			all |= feed.InferredYear
		}
	case feed.FromHeader:
		if b.Header >= 0 && r.candidate(int(b.Header)).Fields.Year == 0 {
			all |= feed.InferredYear
		}
	case feed.FromCapture:
		if f.Has&stamp.RelDayGiven == 0 {
			all |= feed.InferredDate
		}
	default:
		all |= feed.InferredDate
	}
	return all
}

// checkHeaders remarks on headers whose weekday is not that of their day.
func (r *Resolver) checkHeaders() {
	for n, h := range r.In.Headers {
		if d := r.answer.Heads[n].Day; d != None {
			r.checkWeekday(r.candidate(int(h)), dateOf(d))
		}
	}
}

// OfDate returns a date as a day.
func OfDate(d feed.Date) Day {
	if d.IsZero() {
		return None
	}
	return Day(d.Days())
}

// dateOf returns a day as a date.
func dateOf(d Day) feed.Date {
	year, month, day := d.Civil()
	return feed.Date{Year: int16(year), Month: int8(month), Day: int8(day)}
}

// SolarDay returns the day that a month and day of the Iranian calendar are in the spring or later
// of a year of ours.
func SolarDay(year, month, day int) Day {
	return OfDate(feed.DateOf(stamp.FromJalali(year-stamp.SolarEpoch, month, day)))
}
