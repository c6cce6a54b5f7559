package dating

import (
	"maps"

	"newstimeline/parser/internal/stamp"
)

// Clocks of twelve hours. Whether 1:20 after 12:40 is of the afternoon or of the next night is
// settled with the days, by what either breaks.

// printedMinutes returns the minutes of the segments as their clocks are printed; nil: none was
// moved after noon.
func (r *Resolver) printedMinutes(p *Problem, blocks []Segment) []int16 {
	if len(r.In.Printed) == 0 {
		return nil
	}
	minutes := make([]int16, len(blocks))
	for k := range blocks {
		minutes[k] = p.Segments[k].Minute
		if hour, moved := r.In.Printed[blocks[k].Mark]; moved && minutes[k] >= 0 {
			minutes[k] = int16(hour)*60 + minutes[k]%60
		}
	}
	return minutes
}

// settleHalves gives the clocks their printed hours back where those break less.
func (r *Resolver) settleHalves() {
	if !r.answer.Printed {
		return
	}
	years := maps.Clone(r.years)
	for i, hour := range r.In.Printed {
		m := *r.candidate(int(i))
		m.Fields.Hour = hour
		if years == nil {
			years = make(map[int32]*stamp.Candidate, len(r.In.Printed))
		}
		years[i] = &m
	}
	r.years = years
}

// IsPrinted reports whether clocks that may be of twelve hours were taken as they are printed.
func (r *Resolver) IsPrinted() bool { return r.answer != nil && r.answer.Printed }

// hours returns the problem with each meaning that its clocks may have.
func (p *Problem) hours() []*Problem {
	if p.Printed == nil {
		return []*Problem{p}
	}
	q := *p
	q.isPrinted = true
	q.Segments = append([]Stamped(nil), p.Segments...)
	for k, minute := range p.Printed {
		q.Segments[k].Minute = minute
	}
	return []*Problem{p, &q}
}

// hoursCost returns what it costs that the clocks mean what they do. That they are of twelve hours
// and do not say so costs nothing. The layout takes them for such only if they run over noon and
// none is over 12.
func (p *Problem) hoursCost(b *bill) int64 {
	if p.isPrinted && p.HalfTold {
		return b.price(HalfLeftOut)
	}
	return 0
}
