package format

import (
	"time"

	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// A moment is the time of an entry as printed.
type moment struct {
	date  feed.Date  // zero: unknown
	clock feed.Clock // not Known: unknown
	zone  string     // of the clock; "": unknown
}

// moment returns the time of e. It is in the zone of the options, if there is one and the instant
// is known, else as in the feed.
func (o *Options) moment(e *timeline.Entry) moment {
	if o.Zone != nil {
		if at, known := e.Instant(); known {
			return momentIn(at.In(o.Zone), e.Clock.Second >= 0)
		}
	}
	return moment{e.Date, e.Clock, e.Zone}
}

// momentIn returns the moment of t in t's own zone.
func momentIn(t time.Time, seconds bool) moment {
	hour, minute, second := t.Clock()
	c := feed.Clock{Hour: int8(hour), Minute: int8(minute), Second: -1, Known: true}
	if seconds {
		c.Second = int8(second)
	}
	return moment{feed.DateOf(t), c, t.Location().String()}
}
