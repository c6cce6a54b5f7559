package decode

import (
	"strconv"
	"strings"
	"time"
)

// Machine-readable times: those in attributes, feeds and records. Whatever their notation, they are passed on to the parser in one of three forms:
// 2006-01-02 for a day, 2006-01-02T15:04:05 for a time without a zone, the same with Z or an offset for an instant (RFC 3339).

// Two of these forms; the third is time.RFC3339.
const (
	dayForm   = "2006-01-02"
	localForm = "2006-01-02T15:04:05"
)

// layouts are the notations that are read, each with the form that it is passed on in.
var layouts = [...]struct{ layout, form string }{
	{"2006-01-02T15:04:05Z07:00", time.RFC3339},
	{"2006-01-02T15:04Z07:00", time.RFC3339},
	{"2006-01-02T15:04:05Z0700", time.RFC3339},
	{"2006-01-02T15:04Z0700", time.RFC3339},
	{"2006-01-02T15:04:05Z07", time.RFC3339},
	{"2006-01-02T15:04:05", localForm},
	{"2006-01-02T15:04", localForm},
	{"2006-01-02", dayForm},
	{"20060102T150405Z0700", time.RFC3339},
	{"20060102", dayForm},
}

// mailLayouts are the notations of RFC 822 as feeds really write it: with and without the weekday, the seconds, the leading zero.
var mailLayouts = [...]string{
	"2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04 -0700", "2 Jan 06 15:04:05 -0700", "2 Jan 06 15:04 -0700",
	"2 Jan 2006 15:04:05", "2 Jan 2006 15:04", "2 January 2006 15:04:05 -0700", "2 Jan 2006",
}

// machineTime returns a machine-readable time in the form that it is passed on in, "" if s is none.
func machineTime(s string) string {
	s = strings.TrimSpace(s)
	if len(s) < len("20060102") || s[0] < '0' || s[0] > '9' {
		return ""
	}
	if t, ok := epoch(s); ok {
		return t.Format(time.RFC3339)
	}
	if len(s) > 10 && s[10] == ' ' { // 2006-01-02 15:04:05 +0100
		s = s[:10] + "T" + strings.Replace(s[11:], " ", "", 1)
	}
	s = strings.TrimSuffix(s, "UTC")
	for _, l := range layouts {
		if t, err := time.Parse(l.layout, s); err == nil {
			return plausibleTime(t, l.form)
		}
	}
	return ""
}

// plausibleTime returns a time in a form, "" if it is one that stands for an unknown time: 0001-01-01, 1970-01-01.
func plausibleTime(t time.Time, form string) string {
	if t.Year() < 1000 || t.Unix() == 0 || t.Year() > 2200 {
		return ""
	}
	return t.Format(form)
}

// epoch reads a number of seconds or milliseconds since 1970. Numbers that would be before 2000 or after 2100 are likely to be something else.
func epoch(s string) (time.Time, bool) {
	whole, _, _ := strings.Cut(s, ".")
	n, err := strconv.ParseInt(whole, 10, 64)
	if err != nil || len(whole) != 10 && len(whole) != 13 {
		return time.Time{}, false
	}
	if len(whole) == 13 {
		n /= 1000
	}
	t := time.Unix(n, 0).UTC()
	return t, 2000 <= t.Year() && t.Year() < 2100
}

// mailTime is machineTime for the items of feeds, which may also have times as in mail (RFC 822).
func mailTime(s string) string {
	s = strings.TrimSpace(s)
	if t := machineTime(s); t != "" {
		return t
	}
	if _, rest, ok := strings.Cut(s, ","); ok && len(s)-len(rest) < 12 {
		s = strings.TrimSpace(rest)
	}
	s = fold(s)
	for _, zone := range mailZones {
		if rest, ok := strings.CutSuffix(s, " "+zone.name); ok {
			s = rest + " " + zone.offset
			break
		}
	}
	for _, layout := range mailLayouts {
		t, err := time.Parse(layout, s)
		switch {
		case err != nil:
			continue
		case strings.HasSuffix(layout, "-0700"):
			return plausibleTime(t, time.RFC3339)
		case strings.Contains(layout, "15"):
			return plausibleTime(t, localForm)
		}
		return plausibleTime(t, dayForm)
	}
	return ""
}

// mailZones are the names of zones that RFC 822 defines.
var mailZones = [...]struct{ name, offset string }{
	{"GMT", "+0000"}, {"UT", "+0000"}, {"UTC", "+0000"}, {"Z", "+0000"}, {"EST", "-0500"}, {"EDT", "-0400"}, {"CST", "-0600"}, {"CDT", "-0500"},
	{"MST", "-0700"}, {"MDT", "-0600"}, {"PST", "-0800"}, {"PDT", "-0700"},
}

// isMachineKey reports whether an attribute that is not of HTML may hold the time of publication: data-time, data-post-timestamp. It must not be that
// of a change, or of something else.
func isMachineKey(key []byte) bool {
	if len(key) < len("time") {
		return false
	}
	name := strings.TrimPrefix(string(key), "data-")
	for _, other := range [...]string{"modif", "updat", "chang", "expir", "end", "timeout", "server", "load", "animation", "transition"} {
		if strings.Contains(name, other) {
			return false
		}
	}
	for _, word := range [...]string{"time", "date", "publish", "created", "epoch", "posted"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return name == "ts" || name == "utc"
}
