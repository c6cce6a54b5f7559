package decode

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Machine-readable times: those in attributes, feeds and records. Whatever their notation, the
// parser gets one of three forms. A day is 2006-01-02, a time without a zone is
// 2006-01-02T15:04:05. An instant is the same with Z or an offset (RFC 3339).

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

// machineTime returns a machine-readable time in the form that it is passed on in, "" if s is none.
func machineTime(s string) string {
	s = strings.TrimSpace(s)
	switch {
	case len(s) < len("20060102"):
		return ""
	case s[0] < '0' || s[0] > '9':
		return scriptTime(s)
	}
	if t, ok := epoch(s); ok {
		return t.Format(time.RFC3339)
	}
	if len(s) > 10 && s[10] == ' ' { // 2006-01-02 15:04:05 +0100
		clock, zone, _ := strings.Cut(s[11:], " ")
		if offset, name, ok := strings.Cut(zone, " "); ok && offset != "" &&
			(offset[0] == '+' || offset[0] == '-') && !strings.ContainsAny(name, "0123456789") {
			zone = offset // "+0200 CEST", as Go writes it
		}
		s = s[:10] + "T" + clock + zone
	}
	s = withOffset(strings.TrimSuffix(s, "UTC"))
	for _, l := range layouts {
		if t, err := time.Parse(l.layout, s); err == nil {
			return plausibleTime(t, l.form)
		}
	}
	return ""
}

// withOffset returns a time with the offset of its zone in the place of its name: 17:40:00EET.
func withOffset(s string) string {
	at := strings.LastIndexAny(s, "0123456789") + 1
	if at < len(localForm)-len(":05") || at == len(s) {
		return s
	}
	if offset, ok := zoneOffset(s[at:]); ok && offset != "" {
		return s[:at] + offset
	}
	return s
}

// scriptTime is machineTime for times as scripts print them: "Mon Aug 08 2022 19:59:22 GMT+0000
// (Coordinated Universal Time)".
func scriptTime(s string) string {
	s, _, _ = strings.Cut(s, " (")
	t, err := time.Parse("Mon Jan 02 2006 15:04:05 GMT-0700", s)
	if err != nil {
		return ""
	}
	return plausibleTime(t, time.RFC3339)
}

// plausibleTime returns a time in a form, "" if it is one that means an unknown time:
// 0001-01-01, 1970-01-01.
func plausibleTime(t time.Time, form string) string {
	if t.Year() < 1000 || t.Unix() == 0 || t.Year() > 2200 {
		return ""
	}
	return t.Format(form)
}

// epochUnits are the units in which programs count from 1970, with how many of them a second has.
var epochUnits = [...]float64{1, 1e3, 1e6, 1e9}

// epoch reads a number of seconds, or of milli-, micro- or nanoseconds, since 1970, with or without
// a fraction. Numbers that would be before 2000 or after 2100 in any unit are likely to be
// something else.
func epoch(s string) (time.Time, bool) {
	const first, end = 946684800, 4102444800 // 2000, 2100
	if len(s) < len("946684800") || strings.Trim(s, "0123456789.eE+") != "" {
		return time.Time{}, false
	}
	n, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return time.Time{}, false
	}
	for _, per := range epochUnits {
		if seconds := n / per; first <= seconds && seconds < end {
			return time.Unix(int64(seconds), 0).UTC(), true
		}
	}
	return time.Time{}, false
}

// mailTime is machineTime for the items of feeds, which may also have times as in mail (RFC 822),
// or nearly so.
func mailTime(s string) string {
	s = strings.TrimSpace(s)
	if t := machineTime(s); t != "" {
		return t
	}
	if _, rest, ok := strings.Cut(s, ","); ok && len(s)-len(rest) < 12 {
		s = rest
	}
	fields := strings.Fields(s)
	zone := mailZone(&fields)
	clock, over := mailClock(&fields, zone != "")
	for _, layout := range dayLayouts {
		t, err := time.Parse(layout, strings.Join(fields, " "))
		switch {
		case err != nil:
			continue
		case clock == "":
			return plausibleTime(t, dayForm)
		case over:
			t = t.AddDate(0, 0, 1)
		}
		if t, err = time.Parse(localForm, t.Format(dayForm)+"T"+clock); err != nil || zone == "" {
			return plausibleTime(t, localForm)
		}
		t, _ = time.Parse(localForm+"-0700", t.Format(localForm)+zone)
		return plausibleTime(t, time.RFC3339)
	}
	return ""
}

// dayLayouts are the notations of days in feeds.
var dayLayouts = [...]string{"2 Jan 2006", "2 Jan 06", "2 January 2006", "Jan 2 2006",
	"Jan 2, 2006", "January 2 2006", "January 2, 2006", dayForm}

// mailZone takes the zone from the end of the words of a time and returns its offset, "" if there
// is none. The zone is an offset, a name, or an offset and its name.
func mailZone(fields *[]string) string {
	offset := ""
	for n := len(*fields); n > 2; n = len(*fields) {
		zone, ok := zoneOffset((*fields)[n-1])
		if !ok {
			return offset
		}
		offset, *fields = zone, (*fields)[:n-1]
	}
	return offset
}

// zoneOffset returns the offset that a word gives, as -0700, and whether it is a zone.
func zoneOffset(word string) (string, bool) {
	if word[0] == '+' || word[0] == '-' {
		digits := strings.Replace(word[1:], ":", "", 1)
		t, err := time.Parse("1504", digits)
		return word[:1] + digits, err == nil && t.Hour() <= 14
	}
	for _, zone := range mailZones {
		if zone.name == word {
			return zone.offset, true
		}
	}
	return "", false
}

// mailClock takes the clock from the words of a time, or from their end if a zone followed, and
// returns it as 15:04:05. "": there is no valid one. over: it is the midnight at the end of the
// day, 24:00.
func mailClock(fields *[]string, last bool) (clock string, over bool) {
	for i, word := range *fields {
		parts := strings.Split(word, ":")
		if len(parts) < 2 || len(parts) > 3 || last && i+1 < len(*fields) {
			continue
		}
		n := [3]int{}
		for k, part := range parts {
			value, err := strconv.ParseUint(part, 10, 8)
			if err != nil || len(part) > 2 {
				return "", false
			}
			n[k] = int(value)
		}
		if over = n == [3]int{24}; over {
			n[0] = 0
		}
		*fields = slices.Delete(slices.Clone(*fields), i, i+1)
		return fmt.Sprintf("%02d:%02d:%02d", n[0], n[1], n[2]), over
	}
	return "", false
}

// mailZones are the names of zones that RFC 822 defines, and others that feeds have and that mean
// one offset.
var mailZones = [...]struct{ name, offset string }{
	{"GMT", "+0000"}, {"UT", "+0000"}, {"UTC", "+0000"}, {"Z", "+0000"}, {"EST", "-0500"},
	{"EDT", "-0400"}, {"CST", "-0600"}, {"CDT", "-0500"},
	{"MST", "-0700"}, {"MDT", "-0600"}, {"PST", "-0800"}, {"PDT", "-0700"},
	{"WET", "+0000"}, {"WEST", "+0100"}, {"CET", "+0100"}, {"CEST", "+0200"}, {"EET", "+0200"},
	{"EEST", "+0300"}, {"MSK", "+0300"},
	{"JST", "+0900"}, {"AEST", "+1000"}, {"AEDT", "+1100"}, {"NZST", "+1200"}, {"NZDT", "+1300"},
}

// isMachineKey reports whether an attribute that is not of HTML may hold the time of publication:
// data-time, data-post-timestamp. It must not be that of a change, or of something else.
func isMachineKey(key []byte) bool {
	if len(key) < len("time") {
		return false
	}
	name := strings.TrimPrefix(string(key), "data-")
	for _, other := range [...]string{"modif", "updat", "chang", "expir", "end", "timeout",
		"server", "load", "animation", "transition"} {
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
