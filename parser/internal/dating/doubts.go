package dating

import (
	"fmt"
	"strings"

	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
)

// The origins of the dates: where each is from, how certain it is, and what contradicts it.

// Trace sets the origin of the time of an entry, that of segment k; k is -1 if none dates it. It is
// called for each entry, in their order.
func (r *Resolver) Trace(e *feed.Entry, segments []Segment, k int, told []SegmentDay) {
	if r.blockOf == nil {
		r.blockOf = make([]int32, 0, max(1, len(segments)))
	}
	r.blockOf = append(r.blockOf, int32(k))
	if k >= 0 {
		e.From = r.origin(segments, &segments[k], &told[k])
	}
}

// origin returns where the time of an entry is from.
func (r *Resolver) origin(blocks []Segment, b *Segment, t *SegmentDay) feed.Origin {
	o := feed.Origin{}
	if !t.date.IsZero() || t.from == feed.FromStamp {
		o.Year, o.Day, o.Sure = t.year, t.from, t.sure
	}
	if t.by >= 0 && (o.Year == feed.FromEntry || o.Day == feed.FromEntry) {
		if m := r.fullMark(&blocks[t.by]); m != nil {
			o.Line = m.Line + 1
		} else if m := blocks[t.by].Mark; m >= 0 {
			o.Line = r.candidate(int(m)).Line + 1
		}
	}
	if b.Mark >= 0 && r.candidate(int(b.Mark)).Fields.HasClock() {
		o.Zone = r.zoneFact(&r.candidate(int(b.Mark)).Fields)
	}
	return o
}

// zoneFact returns the origin of a clock's zone.
func (r *Resolver) zoneFact(f *stamp.Fields) feed.Fact {
	s := &r.Stated
	switch {
	case f.Zone != 0 || f.Has&stamp.OffsetGiven != 0:
		return feed.FromStamp
	case s.Zone != nil && !s.inferred:
		return feed.FromLead
	case s.Zone != nil && s.line == 0:
		return feed.FromPage
	case s.Zone != nil:
		return feed.FromOthers
	case r.In.Zone != nil:
		return feed.FromParser
	}
	return feed.FromDefault
}

// doubtful is the confidence, in percent, below which a date is remarked on.
const doubtful = 60

// NoteDoubt reports the alternative of the least certain date, and lowers the confidence of
// doubtful entries.
func (r *Resolver) NoteDoubt(entries []feed.Entry) (note feed.Diagnostic, ok bool) {
	for i := range entries {
		if sure := entries[i].From.Sure; sure > 0 {
			entries[i].Confidence = min(entries[i].Confidence, sure)
		}
	}
	least, more := r.leastSure(entries)
	if least < 0 {
		return note, false
	}
	other, row := r.answer.Doubt(int(r.blockOf[least]))
	if other == None {
		return note, false
	}
	e, others := &entries[least], ""
	if more > 0 {
		others = fmt.Sprintf(" (and %d more)", more)
	}
	return feed.Diagnostic{Line: int(e.StampLine), Severity: feed.Warning, Code: "unsure-date",
		Message: fmt.Sprintf("%q is read as %s%s; it could be %s%s; %s",
			e.As, e.Date, others, dateOf(other), butThen(row), deciding(row))}, true
}

// leastSure returns the entry with the least certain day if that is doubtful, else -1, and how many
// more are doubtful. The order of dates in digits is reported elsewhere.
func (r *Resolver) leastSure(entries []feed.Entry) (least, more int) {
	least, more = -1, -1
	if r.answer == nil || r.answer.Segments == nil {
		return -1, 0 // no date is doubtful
	}
	lowest := int8(doubtful)
	for i := range entries {
		if r.blockOf[i] < 0 || entries[i].From.Sure == 0 {
			continue
		}
		sure := r.answer.Segments[r.blockOf[i]].Confidence
		if sure < doubtful {
			more++
		}
		if sure < lowest {
			least, lowest = i, sure
		}
	}
	return least, more
}

// butThen says what speaks against a day that would break a row of the table of prices.
func butThen(row PriceID) string {
	if row == NoPrice {
		return " as well"
	}
	return ", but then " + Prices[row].Says
}

// deciding names what decides between two dates of which one breaks a row of the table of prices.
// That is an option or, if clocks alone leave both open, a date in the text.
func deciding(row PriceID) string {
	switch row {
	case Midnight, UnseenMidnight, BackInDay, LeavesHeader, OverHeader, RepeatedClock, HalfLeftOut:
		return "a date header above it decides"
	case OldestFirst, AgainstLean, BackInDays:
		return "use --order to choose"
	case MonthsFirst, YearsFirst, OtherNumbers:
		return "use --day-first to choose"
	}
	return "use --as-of DATE to choose"
}

// NoteMisfits reports full dates that are years from the dates around them, or after the capture,
// and were kept.
func (r *Resolver) NoteMisfits(blocks []Segment, told []SegmentDay) {
	r.noteMisfits(blocks, told)
	r.noteAhead(blocks, told)
}

// noteMisfits reports full dates that are years from the dates around them and were kept.
func (r *Resolver) noteMisfits(blocks []Segment, told []SegmentDay) {
	days := make([]Day, len(told))
	for k := range told {
		days[k] = OfDate(told[k].date)
	}
	way, lean := r.way()
	found := Misfits(days, way+lean) // one of them is Unsettled
	first, n := -1, 0
	for k := range found {
		if found[k] = found[k] && r.fullMark(&blocks[k]) != nil; !found[k] {
			continue
		}
		if first < 0 {
			first = k
		}
		if k == 0 || !found[k-1] || days[k-1] != days[k] {
			n++
		}
	}
	if n == 0 {
		return
	}
	m, more := r.fullMark(&blocks[first]), ""
	if n > 1 {
		more = fmt.Sprintf("; so are %d more", n-1)
	}
	r.remark(m, feed.Warning, "date-misfit",
		fmt.Sprintf("%q is far from the dates around it, %s%s; it is kept",
			r.In.D.Text[m.Start:m.End], datesAround(days, found, first), more))
}

// fullMark returns the candidate of a segment, or its header, that states a full date; nil: neither
// does.
func (r *Resolver) fullMark(b *Segment) *stamp.Candidate {
	for _, i := range [...]int32{b.Mark, b.Header} {
		if i >= 0 && r.candidate(int(i)).Fields.IsFull() {
			return r.candidate(int(i))
		}
	}
	return nil
}

// datesAround names the nearest dates above and below place k that are no misfits.
func datesAround(days []Day, misfit []bool, k int) string {
	var names []string
	for _, step := range [...]int{-1, 1} {
		i := k + step
		for i >= 0 && i < len(days) && (days[i] == None || misfit[i]) {
			i += step
		}
		if i >= 0 && i < len(days) {
			names = append(names, dateOf(days[i]).String())
		}
	}
	return strings.Join(names, " and ")
}

// noteAhead reports dates after the capture: it may have been given wrongly, or the feed plans
// ahead.
func (r *Resolver) noteAhead(blocks []Segment, told []SegmentDay) {
	asOf := r.In.AsOf.Date
	if asOf.IsZero() {
		return
	}
	first, n, kept := -1, 0, "the feed's dates are kept"
	isPlan := r.answer != nil && r.answer.IsPlan
	if isPlan {
		kept = "those without a year are taken for a plan's"
	}
	for k := range told {
		d := told[k].date
		if d.Year < asOf.Year || d.IsZero() || d.Days() <= asOf.Days()+1 ||
			!isPlan && told[k].year != feed.FromStamp && told[k].year != feed.FromHeader {
			continue
		}
		if n++; n == 1 {
			first = k
		}
	}
	if n == 0 {
		return
	}
	line := 0
	if m := blocks[first].Mark; m >= 0 {
		line = int(r.candidate(int(m)).Line) + 1
	}
	r.note(line, feed.Warning, "after-capture",
		fmt.Sprintf("%d of %d entries are later than --as-of %s, the first %s; %s",
			n, len(told), r.In.AsOf, told[first].date, kept))
}
