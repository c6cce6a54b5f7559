package parser

import (
	"fmt"
	"time"

	"newstimeline/parser/feed"
	"newstimeline/parser/internal/dating"
	"newstimeline/parser/internal/stamp"
)

// Told times: what an earlier run of this program found out is not found out again.

// A toldReader takes over times that the source gives in machine-readable form.
type toldReader struct {
	zones    map[string]*time.Location // by name; nil: not known
	remarked map[string]bool           // unknown zone names that were reported
	unzoned  int                       // clocks that were read as UTC because they have no zone
}

// takeTold takes over the machine-readable time of an entry. A zone that was assumed then is the
// Parser's, if it has one.
func (x *recordReader) takeTold(e *feed.Entry, t *feed.Told) {
	e.Stamp, e.Inferred, e.Confidence = t.Stamp, t.Inferred, t.Confidence
	if t.Date.IsZero() || !t.Clock.Known {
		return
	}
	loc := x.location(e)
	switch {
	case t.Timed && (t.Inferred&feed.InferredZone == 0 || x.p.Zone == nil):
		return
	case x.p.Zone != nil && (loc == nil || t.Inferred&feed.InferredZone != 0):
		loc, e.Zone = x.p.Zone, x.p.Zone.String()
		e.Inferred &^= feed.InferredZone
	case loc == nil && e.Zone != "":
		x.remarkZone(e)
		return // it is better to know no instant than a wrong one
	case loc == nil:
		loc = time.UTC
		e.Inferred |= feed.InferredZone
		x.unzoned++
	}
	date, c := t.Date, t.Clock
	at := time.Date(int(date.Year), time.Month(date.Month), int(date.Day), int(c.Hour),
		int(c.Minute), max(0, int(c.Second)), 0, loc)
	e.Epoch, e.Timed = at.Unix(), true
}

// remarkZone reports, once for each name, that the zone of an entry is unknown.
func (x *recordReader) remarkZone(e *feed.Entry) {
	if x.remarked[e.Zone] || len(x.remarked) == mostUnread {
		return
	}
	x.remarked[e.Zone] = true
	message := fmt.Sprintf(
		"unknown time zone %q: instants are left out; set the zone with --tz ZONE", e.Zone)
	x.out.Diagnostics = append(x.out.Diagnostics, feed.Diagnostic{Line: int(e.StampLine),
		Severity: feed.Warning, Code: "unknown-zone", Message: message})
}

// location returns the zone that an entry names, nil if it names none that is known.
func (x *recordReader) location(e *feed.Entry) *time.Location {
	if e.Zone == "" {
		return nil
	}
	loc, known := x.zones[e.Zone]
	if known {
		return loc
	}
	loc, err := ReadZone(e.Zone)
	if err != nil { // several zones have this name
		loc = x.zoneOnDay(e.Zone, e.Date)
	}
	x.zones[e.Zone] = loc
	return loc
}

// zoneOnDay returns the zone that a name most likely means on a day, nil if none has it.
func (x *recordReader) zoneOnDay(name string, day feed.Date) *time.Location {
	r, marks := (&dating.Context{Zone: x.p.Zone, NewestFirst: true}).Resolver(day.String() +
		" 12:00 " + name)
	if len(marks) != 1 || marks[0].Place != stamp.Whole {
		return nil
	}
	loc, _, inferred := r.ZoneOf(&feed.Entry{Stamp: feed.Stamp{Date: day}}, &marks[0])
	if inferred {
		return nil
	}
	for _, remark := range r.Notes {
		remark.Line = 0
		x.out.Diagnostics = append(x.out.Diagnostics, remark)
	}
	return loc
}

// shareZone makes a zone that all these clocks share the zone of the document.
func (x *recordReader) shareZone() {
	if len(x.times) > 0 {
		return // clocks were read
	}
	var shared *feed.Entry
	for i := range x.out.Entries {
		e := &x.out.Entries[i]
		if !e.Clock.Known {
			continue
		}
		if e.Zone == "" || shared != nil && shared.Zone != e.Zone {
			return
		}
		shared = e
	}
	if shared == nil {
		return
	}
	if loc := x.location(shared); loc != nil {
		x.out.ClockZone, x.out.ZoneName = loc, shared.Zone
	}
}
