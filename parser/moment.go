package parser

import (
	"errors"
	"fmt"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/dating"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/words"
	"strconv"
	"strings"
	"time"

	"github.com/araddon/dateparse"
)

// A Moment is the time that some words of a person name: "16.08.2025", "yesterday", "2025-08-16
// 20:15 MSK".
type Moment struct {
	Date  feed.Date      // of a month or year, its first day
	Clock feed.Clock     // not Known: the words name a day, a month or a year
	Zone  *time.Location // that the words name; nil: none
	// all that the words cover, [From, To); without a Zone the wall clock, written in UTC
	From, To time.Time
	Inferred feed.Inferred // InferredYear, InferredDate: taken from the day near by
	// ToSecond, ToMinute, ToDay, ToMonth or ToYear: what From and To are the bounds of
	Whole feed.Precision
}

// AsOf returns the moment as that of a feed's capture.
func (m *Moment) AsOf() feed.AsOf {
	if m.Whole == feed.ToMonth || m.Whole == feed.ToYear {
		return feed.AsOf{Date: feed.DateOf(m.To.Add(-1)), Precision: m.Whole}
	}
	return feed.AsOf{Date: m.Date, Clock: m.Clock, Zone: m.Zone}
}

// ErrNoDay is why ReadMoment refuses words without a day or year, if no day is given to complete
// them.
var ErrNoDay = errors.New("give the full date, or --as-of DATE to count from")

// ReadMoment reads words that name a moment. The grammar of timestamps comes first, then the date
// library, if it writes the date back as it was. The Parser's AsOf resolves "yesterday"; a missing
// year is the nearest one. If AsOf is unknown, near may give a day that completes years and clocks.
// If near is zero, such words are refused with ErrNoDay. A 3/4 that the Parser's DayFirst does not
// settle is refused. Besides the timestamps of feeds, it reads "now", "fri", "-2h" and the seconds
// since 1970, @1755375300.
func (p *Parser) ReadMoment(words string, near feed.Date) (Moment, error) {
	w := wording{words: words, p: p, base: p.AsOf.Day(), captured: !p.AsOf.Day().IsZero()}
	if !w.captured {
		w.base = near
	}
	switch {
	case w.scan():
		return w.moment()
	case w.isNow():
		return w.now()
	case w.scanShort():
		return w.moment()
	}
	if m, ok := epoch(words); ok {
		return m, nil
	}
	return w.compute()
}

// isNow reports whether the words are "now", which in a feed is a word like any other.
func (w *wording) isNow() bool { return strings.EqualFold(strings.TrimSpace(w.words), "now") }

// now returns the moment of capture.
func (w *wording) now() (Moment, error) {
	asOf := w.p.AsOf
	if !w.captured {
		return Moment{}, fmt.Errorf("%q: %w", w.words, ErrNoDay)
	}
	m := Moment{Date: asOf.Date, Clock: asOf.Clock, Zone: asOf.Zone, Whole: feed.ToDay}
	switch {
	case asOf.Clock.Known && asOf.Clock.Second >= 0:
		m.Whole = feed.ToSecond
	case asOf.Clock.Known:
		m.Whole = feed.ToMinute
	}
	return m, w.bound(&m)
}

// scanShort reads short forms that people type and feeds do not have alone on a line. These are a
// weekday, "fri", and a duration with a minus, "-2h".
func (w *wording) scanShort() bool {
	short := wording{words: strings.TrimPrefix(strings.TrimSpace(w.words), "-"), p: w.p,
		base: w.base, captured: w.captured}
	if len(short.words) < len(strings.TrimSpace(w.words)) {
		if !short.scan() || short.m.Fields.Has&stamp.BareAge == 0 {
			return false
		}
		w.r, w.m = short.r, short.m
		return true
	}
	if short.words += " 00:00"; !short.scan() || short.m.Fields.Weekday == 0 ||
		short.m.Fields.HasDate() {
		return false
	}
	short.m.Fields.Hour = -1
	w.r, w.m = short.r, short.m
	return true
}

// epoch reads seconds since 1970 after an @, as date(1) does.
func epoch(words string) (Moment, bool) {
	digits, found := strings.CutPrefix(strings.TrimSpace(words), "@")
	seconds, err := strconv.ParseInt(digits, 10, 64)
	if !found || err != nil || seconds < 0 || seconds > maxEpoch {
		return Moment{}, false
	}
	t := time.Unix(seconds, 0).UTC()
	clock := feed.Clock{Hour: int8(t.Hour()), Minute: int8(t.Minute()), Second: int8(t.Second()),
		Known: true}
	return Moment{Date: feed.DateOf(t), Clock: clock, Zone: time.UTC, From: t,
		To: t.Add(time.Second), Whole: feed.ToSecond}, true
}

// maxEpoch is the last second of 2100.
const maxEpoch = 4133980799

// A wording is the words of a moment as the grammar read them.
type wording struct {
	words    string
	p        *Parser
	r        *dating.Resolver
	m        *stamp.Candidate
	base     feed.Date // the day from which is counted; zero: unknown
	captured bool      // base is the day of capture
}

// scan reads the words as the line of a document and reports whether all of it is one stamp.
func (w *wording) scan() bool {
	// Time runs up to the day of capture, but may continue after a day of the feed.
	c := dating.Context{AsOf: w.p.AsOf, Zone: w.p.Zone, DayFirst: w.p.DayFirst != feed.No}
	r, marks := c.Resolver(w.words)
	if r.In.D.Lines.Count() != 1 || len(marks) != 1 || marks[0].Place != stamp.Whole ||
		marks[0].Fields.Match >= 0 || marks[0].Fields.Has&(stamp.Spanned|stamp.SecondStamp) != 0 {
		return false
	}
	w.r, w.m = r, &marks[0]
	if f := &w.m.Fields; f.Weekday != 0 && f.Year != 0 && f.Has&stamp.BadWeekday == 0 {
		f.Has &^= stamp.Swappable // the weekday agrees with the day and month as they were read
	}
	w.r.GoesOn = !w.captured
	return true
}

// moment works out what the fields mean.
func (w *wording) moment() (Moment, error) {
	f := &w.m.Fields
	var m Moment
	var err error
	switch {
	case f.Has&stamp.Swappable != 0 && w.p.DayFirst == feed.Auto:
		a, b := dayAndMonth(f.Day, f.Month), dayAndMonth(f.Month, f.Day)
		return m, fmt.Errorf("%q could be %s or %s; use --day-first yes or no", w.words, a, b)
	case f.IsAge() && !f.HasClock():
		m, err = w.aged()
	default:
		m, err = w.asStated()
	}
	if err != nil {
		return m, err
	}
	if f.ZoneEnd > 0 {
		m.Zone, _, _ = w.r.ZoneOf(&feed.Entry{Stamp: feed.Stamp{Date: m.Date}}, w.m)
	}
	return m, w.bound(&m)
}

// asStated returns the date and clock of the fields.
func (w *wording) asStated() (Moment, error) {
	f := &w.m.Fields
	m := Moment{Whole: feed.ToDay}
	switch {
	case f.HasClock():
		m.Clock, m.Whole = f.Clock(), feed.ToMinute
		if f.Second >= 0 {
			m.Whole = feed.ToSecond
		}
	case f.DateForm == stamp.MonthOnly:
		m.Whole = feed.ToMonth
	case f.DateForm == stamp.YearOnly:
		m.Whole = feed.ToYear
	}
	switch {
	case !f.HasDay() && !f.HasDate():
		m.Date, m.Inferred = w.base, feed.InferredDate
	case f.DateForm == stamp.MonthOnly && f.Year == 0 && !w.base.IsZero():
		m.Date, m.Inferred = w.r.NearestYear(feed.Date{Year: 0, Month: f.Month, Day: 1}, w.base, 0,
			false), feed.InferredYear
	default:
		day := *f
		if f.Day != 0 {
			day.Weekday = 0 // a year in which it would agree is not what a person means
		}
		m.Date = w.r.Near(&day, w.base)
		if f.Day != 0 && f.Year == 0 {
			m.Inferred = feed.InferredYear
		} else if f.Day == 0 && f.Weekday != 0 {
			m.Inferred = feed.InferredDate
		}
	}
	switch {
	case m.Date.IsZero():
		return m, fmt.Errorf("%q: %w", w.words, ErrNoDay)
	case f.Weekday != 0 && m.Date.Weekday() != f.Weekday:
		return m, fmt.Errorf("%q: %s was a %s", w.words, m.Date, m.Date.In(time.UTC).Weekday())
	}
	if w.captured {
		m.Inferred = 0
	}
	return m, nil
}

// aged returns the moment that lies some time before that of capture.
func (w *wording) aged() (Moment, error) {
	f, asOf := &w.m.Fields, w.p.AsOf
	switch {
	case !w.captured:
		return Moment{}, fmt.Errorf("%q: %w", w.words, ErrNoDay)
	case f.Unit >= words.Days || f.Has&stamp.NowGiven != 0 && !asOf.Clock.Known:
		return Moment{Date: w.r.AgedDay(f), Whole: feed.ToDay}, nil
	case !asOf.Clock.Known:
		return Moment{}, fmt.Errorf("%q needs a time to count from; use --as-of \"DATE CLOCK\"",
			w.words)
	}
	loc := asOf.Zone
	if loc == nil {
		loc = time.UTC
	}
	at := asOf.Date.In(loc).Add(
		time.Duration(asOf.Clock.Seconds()/60-int(f.AgeMinutes())) * time.Minute)
	clock := feed.Clock{Hour: int8(at.Hour()), Minute: int8(at.Minute()), Second: -1, Known: true}
	return Moment{Date: feed.DateOf(at), Clock: clock, Zone: asOf.Zone, Whole: feed.ToMinute}, nil
}

// bound fills in what the moment covers.
func (w *wording) bound(m *Moment) error {
	if m.Date.Year > stamp.LastYear {
		return fmt.Errorf("%q: no year after %d is read", w.words, stamp.LastYear)
	}
	var err error
	if m.From, err = m.begin(); err != nil {
		return fmt.Errorf("%q: %w", w.words, err)
	}
	switch m.Whole {
	case feed.ToSecond:
		m.To = m.From.Add(time.Second)
	case feed.ToMinute:
		m.To = m.From.Add(time.Minute)
	case feed.ToDay:
		m.To = m.From.AddDate(0, 0, 1)
	case feed.ToMonth:
		m.To = m.From.AddDate(0, 1, 0)
	case feed.ToYear:
		m.To = m.From.AddDate(1, 0, 0)
	}
	return nil
}

// begin returns the first instant of the moment. The date library computes it, from one canonical
// form: a clock that its zone skips that day does not come back.
func (m *Moment) begin() (time.Time, error) {
	loc := m.Zone
	if loc == nil {
		loc = time.UTC
	}
	if !m.Clock.Known || m.Date.Year < 1900 {
		c := m.Clock
		return m.Date.In(loc).Add(time.Duration(c.Seconds()) * time.Second), nil
	}
	t, err := dateparse.ParseIn(m.Date.String()+" "+m.Clock.String(), loc)
	if err != nil || feed.DateOf(t) != m.Date || t.Hour() != int(m.Clock.Hour) ||
		t.Minute() != int(m.Clock.Minute) {
		return t, fmt.Errorf("%s on %s does not exist in %s", m.Clock, m.Date, loc)
	}
	return t, nil
}

// compute has the date library read the words. The library reads prose as dates. So its result is
// kept only if the order of day and month is certain and all words are part of the date. The year
// must also be plausible, and the date must be written back as it was.
func (w *wording) compute() (Moment, error) {
	refused := fmt.Errorf("%q is not a readable date; write 2025-08-16 or \"2025-08-16 20:15\"",
		w.words)
	if _, err := dateparse.ParseStrict(w.words); err != nil {
		return Moment{}, refused
	}
	layout, err := dateparse.ParseFormat(w.words)
	if err != nil || !isPureLayout(layout) {
		return Moment{}, refused
	}
	t, err := dateparse.ParseIn(w.words, time.UTC)
	if err != nil || t.Format(layout) != w.words || t.Year() < 1900 || t.Year() > 2100 {
		return Moment{}, refused
	}
	m := Moment{Date: feed.DateOf(t), Whole: feed.ToDay}
	if strings.Contains(layout, "0700") || strings.Contains(layout, "Z") ||
		strings.Contains(layout, "07:00") {
		m.Zone = t.Location()
	}
	if strings.Contains(layout, "15") || strings.Contains(layout, "3") {
		m.Clock = feed.Clock{Hour: int8(t.Hour()), Minute: int8(t.Minute()),
			Second: int8(t.Second()), Known: true}
		m.Whole = feed.ToSecond
	}
	return m, w.bound(&m)
}

// isPureLayout reports whether all words of a time layout are parts of a date. Abbreviated zones do
// not: the library gives them no offset.
func isPureLayout(layout string) bool {
	rest := strings.NewReplacer("January", "", "Jan", "", "Monday", "", "Mon", "", "PM", "", "pm",
		"", "T", "", "Z", "").Replace(layout)
	return strings.IndexFunc(rest, words.IsLetterRune) < 0
}

// dayAndMonth names a day of a year: "3 April".
func dayAndMonth(day, month int8) string {
	return time.Date(2000, time.Month(month), int(day), 0, 0, 0, 0, time.UTC).Format("2 January")
}

// ReadZone reads the name of a time zone as a person gives it: of the IANA database
// ("Europe/London"), an abbreviation ("MSK"), an offset ("+02:00", "UTC-5"). The name of the
// Location is name. It fails for a name that several zones share, and for "Local", which would make
// the output depend on the machine.
func ReadZone(name string) (*time.Location, error) {
	if strings.Contains(name, "/") || name == "UTC" {
		loc, err := time.LoadLocation(name)
		if err != nil {
			return nil, fmt.Errorf("%q is not a zone of the IANA database", name)
		}
		return loc, nil
	}
	// The grammar reads zones after clocks.
	r, marks := (&dating.Context{NewestFirst: true}).Resolver("2000-01-01 12:00 " + name)
	if len(marks) != 1 || marks[0].Place != stamp.Whole || marks[0].Fields.ZoneEnd == 0 {
		return nil, fmt.Errorf("%q is not a known time zone; write Europe/London, MSK or +02:00",
			name)
	}
	f := &marks[0].Fields
	if f.Has&stamp.OffsetGiven != 0 {
		return time.FixedZone(name, int(f.Offset)*60), nil
	}
	z := &words.Zones[f.Zone-1]
	if z.Ambiguous {
		return nil, fmt.Errorf("%q names several zones; use a place: %s", name, z.Describe())
	}
	if z.Name == "" {
		return time.FixedZone(name, int(z.Offset)*60), nil
	}
	return r.Location(f.Zone), nil
}
