package parser

import (
	"errors"
	"newstimeline/parser/feed"
	"testing"
	"time"
)

func TestReadMoment(t *testing.T) {
	saturday := feed.AsOf{Date: feed.Date{Year: 2025, Month: 8, Day: 16}, Clock: feed.Clock{Hour: 22, Minute: 30, Second: -1, Known: true}}
	captured, unknown := &Parser{AsOf: saturday}, &Parser{}
	for _, c := range []struct {
		p        *Parser
		words    string
		near     feed.Date
		from, to string // RFC 3339
	}{
		{unknown, "2025-08-16", feed.Date{}, "2025-08-16T00:00:00Z", "2025-08-17T00:00:00Z"},
		{unknown, "16.08.2025", feed.Date{}, "2025-08-16T00:00:00Z", "2025-08-17T00:00:00Z"},
		{unknown, "Saturday, 16 August 2025", feed.Date{}, "2025-08-16T00:00:00Z", "2025-08-17T00:00:00Z"},
		{unknown, "16 августа 2025", feed.Date{}, "2025-08-16T00:00:00Z", "2025-08-17T00:00:00Z"},
		{unknown, "16/8/2025", feed.Date{}, "2025-08-16T00:00:00Z", "2025-08-17T00:00:00Z"},
		{unknown, "2025-08", feed.Date{}, "2025-08-01T00:00:00Z", "2025-09-01T00:00:00Z"},
		{unknown, "August 2025", feed.Date{}, "2025-08-01T00:00:00Z", "2025-09-01T00:00:00Z"},
		{unknown, "2025", feed.Date{}, "2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z"},
		{unknown, "14 July 1789", feed.Date{}, "1789-07-14T00:00:00Z", "1789-07-15T00:00:00Z"},
		{unknown, "2025-08-16 20:15", feed.Date{}, "2025-08-16T20:15:00Z", "2025-08-16T20:16:00Z"},
		{unknown, "16 August 2025, 8.15pm", feed.Date{}, "2025-08-16T20:15:00Z", "2025-08-16T20:16:00Z"},
		{unknown, "2025-08-16T20:15:30", feed.Date{}, "2025-08-16T20:15:30Z", "2025-08-16T20:15:31Z"},
		{unknown, "2025-08-16T20:15:30Z", feed.Date{}, "2025-08-16T20:15:30Z", "2025-08-16T20:15:31Z"},
		{unknown, "2025-08-16T20:15:00+02:00", feed.Date{}, "2025-08-16T18:15:00Z", "2025-08-16T18:15:01Z"},
		{unknown, "2025-08-16 20:15 BST", feed.Date{}, "2025-08-16T19:15:00Z", "2025-08-16T19:16:00Z"},
		{unknown, "2025-08-16 20:15 Europe/Berlin", feed.Date{}, "2025-08-16T18:15:00Z", "2025-08-16T18:16:00Z"},
		{unknown, "20:15 CEST, 16 August 2025", feed.Date{}, "2025-08-16T18:15:00Z", "2025-08-16T18:16:00Z"},
		{unknown, "Sat Aug 16 20:15:00 CEST 2025", feed.Date{}, "2025-08-16T18:15:00Z", "2025-08-16T18:15:01Z"},
		{unknown, "16 VIII 2025", feed.Date{}, "2025-08-16T00:00:00Z", "2025-08-17T00:00:00Z"},
		{unknown, "۲۵ مرداد ۱۴۰۴", feed.Date{}, "2025-08-16T00:00:00Z", "2025-08-17T00:00:00Z"},
		{unknown, "2025年8月16日 下午8:15", feed.Date{}, "2025-08-16T20:15:00Z", "2025-08-16T20:16:00Z"},
		{unknown, "@1755375300", feed.Date{}, "2025-08-16T20:15:00Z", "2025-08-16T20:15:01Z"},
		{unknown, "20140722105203", feed.Date{}, "2014-07-22T10:52:03Z", "2014-07-22T10:52:04Z"},
		{unknown, "2014:04:02 03:00:51", feed.Date{}, "2014-04-02T03:00:51Z", "2014-04-02T03:00:52Z"}, // the date library's

		{captured, "yesterday", feed.Date{}, "2025-08-15T00:00:00Z", "2025-08-16T00:00:00Z"},
		{captured, "today 20:15", feed.Date{}, "2025-08-16T20:15:00Z", "2025-08-16T20:16:00Z"},
		{captured, "gestern", feed.Date{}, "2025-08-15T00:00:00Z", "2025-08-16T00:00:00Z"},
		{captured, "Friday", feed.Date{}, "2025-08-15T00:00:00Z", "2025-08-16T00:00:00Z"},
		{captured, "20:15", feed.Date{}, "2025-08-16T20:15:00Z", "2025-08-16T20:16:00Z"},
		{captured, "16 August", feed.Date{}, "2025-08-16T00:00:00Z", "2025-08-17T00:00:00Z"},
		{captured, "24 December", feed.Date{}, "2024-12-24T00:00:00Z", "2024-12-25T00:00:00Z"},
		{captured, "2 hours ago", feed.Date{}, "2025-08-16T20:30:00Z", "2025-08-16T20:31:00Z"},
		{captured, "3 days ago", feed.Date{}, "2025-08-13T00:00:00Z", "2025-08-14T00:00:00Z"},
		{captured, "1 month ago", feed.Date{}, "2025-07-16T00:00:00Z", "2025-07-17T00:00:00Z"},
		{captured, "a year ago", feed.Date{}, "2024-08-16T00:00:00Z", "2024-08-17T00:00:00Z"},
		{captured, "half an hour ago", feed.Date{}, "2025-08-16T22:00:00Z", "2025-08-16T22:01:00Z"},
		{captured, "1h 20m ago", feed.Date{}, "2025-08-16T21:10:00Z", "2025-08-16T21:11:00Z"},
		{captured, "2h", feed.Date{}, "2025-08-16T20:30:00Z", "2025-08-16T20:31:00Z"},
		{captured, "-2h", feed.Date{}, "2025-08-16T20:30:00Z", "2025-08-16T20:31:00Z"},
		{captured, "3d", feed.Date{}, "2025-08-13T00:00:00Z", "2025-08-14T00:00:00Z"},
		{captured, "now", feed.Date{}, "2025-08-16T22:30:00Z", "2025-08-16T22:31:00Z"},
		{captured, "fri", feed.Date{}, "2025-08-15T00:00:00Z", "2025-08-16T00:00:00Z"},
		{captured, "last Friday", feed.Date{}, "2025-08-15T00:00:00Z", "2025-08-16T00:00:00Z"},
		{captured, "Monday 8am", feed.Date{}, "2025-08-11T08:00:00Z", "2025-08-11T08:01:00Z"},
		{captured, "yesterday at 8pm", feed.Date{}, "2025-08-15T20:00:00Z", "2025-08-15T20:01:00Z"},
		{captured, "вчера в 20:15", feed.Date{}, "2025-08-15T20:15:00Z", "2025-08-15T20:16:00Z"},
		{captured, "昨天", feed.Date{}, "2025-08-15T00:00:00Z", "2025-08-16T00:00:00Z"},
		{captured, "noon", feed.Date{}, "2025-08-16T12:00:00Z", "2025-08-16T12:01:00Z"},
		{captured, "16.8.", feed.Date{}, "2025-08-16T00:00:00Z", "2025-08-17T00:00:00Z"},
		{captured, "Aug 16 8pm", feed.Date{}, "2025-08-16T20:00:00Z", "2025-08-16T20:01:00Z"},

		{unknown, "16 August", feed.Date{Year: 2025, Month: 8, Day: 20}, "2025-08-16T00:00:00Z", "2025-08-17T00:00:00Z"},
		{unknown, "31 December", feed.Date{Year: 2025, Month: 8, Day: 20}, "2025-12-31T00:00:00Z", "2026-01-01T00:00:00Z"},
		{unknown, "31 December", feed.Date{Year: 2025, Month: 2, Day: 1}, "2024-12-31T00:00:00Z", "2025-01-01T00:00:00Z"},
		{unknown, "September", feed.Date{Year: 2025, Month: 8, Day: 20}, "2025-09-01T00:00:00Z", "2025-10-01T00:00:00Z"},
		{unknown, "20:15", feed.Date{Year: 2025, Month: 8, Day: 20}, "2025-08-20T20:15:00Z", "2025-08-20T20:16:00Z"},

		{&Parser{DayFirst: feed.Yes}, "3/4/2025", feed.Date{}, "2025-04-03T00:00:00Z", "2025-04-04T00:00:00Z"},
		{&Parser{DayFirst: feed.No}, "3/4/2025", feed.Date{}, "2025-03-04T00:00:00Z", "2025-03-05T00:00:00Z"},
		{unknown, "4/4/2025", feed.Date{}, "2025-04-04T00:00:00Z", "2025-04-05T00:00:00Z"},
		{unknown, "Thu 3/4/2025", feed.Date{}, "2025-04-03T00:00:00Z", "2025-04-04T00:00:00Z"},
	} {
		m, err := c.p.ReadMoment(c.words, c.near)
		if err != nil {
			t.Errorf("%q near %v: %v", c.words, c.near, err)
			continue
		}
		from, to := m.From.UTC().Format(time.RFC3339), m.To.UTC().Format(time.RFC3339)
		if from != c.from || to != c.to {
			t.Errorf("%q near %v: %s to %s, want %s to %s", c.words, c.near, from, to, c.from, c.to)
		}
	}
}

func TestReadMomentRefuses(t *testing.T) {
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Fatal(err)
	}
	captured := &Parser{AsOf: feed.AsOf{Date: feed.Date{Year: 2025, Month: 8, Day: 16}}, Zone: london}
	for _, words := range []string{
		"", " ", "soon", "Moscow, Russia", "May 8 million people", "May 8 2025 million people", "3.5", "34 August 2025", "29 February 2025",
		"2025-13-01", "25:00", "16 August 2025\n17 August 2025", "Friday 16 August 2025", "1755374100", "67'", "2 hours ago",
		"9-19 December 2011", "3/4/2025", "2025-08-16 20:15 XYZ", "Sunday 16 August", "@", "@-5", "mon mon",
	} {
		if m, err := captured.ReadMoment(words, feed.Date{}); err == nil {
			t.Errorf("%q was read as %v to %v", words, m.From, m.To)
		}
	}
	for _, words := range []string{"yesterday", "16 August", "20:15", "Friday", "3 days ago", "August"} {
		if _, err := new(Parser).ReadMoment(words, feed.Date{}); !errors.Is(err, ErrNoDay) {
			t.Errorf("%q without a day near by: %v, want ErrNoDay", words, err)
		}
	}
	for _, words := range []string{"yesterday", "3 days ago"} { // a day of the feed is not that of capture
		if _, err := new(Parser).ReadMoment(words, feed.Date{Year: 2025, Month: 8, Day: 16}); !errors.Is(err, ErrNoDay) {
			t.Errorf("%q near a day: %v, want ErrNoDay", words, err)
		}
	}
}

// TestReadMomentInGap holds that a clock which its zone skips is refused, not moved.
func TestReadMomentInGap(t *testing.T) {
	if m, err := new(Parser).ReadMoment("2025-03-09 02:30 ET", feed.Date{}); err == nil {
		t.Errorf("2025-03-09 02:30 ET was read as %v", m.From)
	}
	if _, err := new(Parser).ReadMoment("2025-03-09 03:30 ET", feed.Date{}); err != nil {
		t.Error(err)
	}
}

// FuzzReadMoment holds that ReadMoment never panics and that what it reads is a span of a real day.
func FuzzReadMoment(f *testing.F) {
	for _, words := range []string{"16.08.2025", "yesterday", "2 hours ago", "3/4/2025", "2025-08-16T20:15:30+02:00", "May 8 2025 people", "20:15 ET"} {
		f.Add(words)
	}
	p := &Parser{AsOf: feed.AsOf{Date: feed.Date{Year: 2025, Month: 8, Day: 16}, Clock: feed.Clock{Hour: 1, Minute: 2, Second: -1, Known: true}}, DayFirst: feed.Yes}
	f.Fuzz(func(t *testing.T, words string) {
		m, err := p.ReadMoment(words, feed.Date{})
		if err != nil {
			return
		}
		if !m.Date.Valid() || !m.From.Before(m.To) || m.Date.Year < 1 || m.Date.Year > 2100 {
			t.Errorf("%q: %+v", words, m)
		}
	})
}
