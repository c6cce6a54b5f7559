package decode

import (
	"strconv"
	"strings"

	"newstimeline/parser/feed"
	"newstimeline/parser/tongue"
)

// Days of our formats for people: a heading has the day of the entries below it, and the zone of
// their clocks.

// An ownDay is the content of a heading.
type ownDay struct {
	date      feed.Date // zero: undated, or yearless
	yearless  feed.Date
	precision feed.Precision // ToDay, ToMonth, ToYear; Undated: there is no date
	zone      string         // of all clocks; "": they have their own, or none is known
	heading   feed.Span
}

// readOwnDay reads a heading as we write it, in any language: "Friday, 15 August 2025 · CET",
// "August 2025", "2025", "15 August", "Undated".
func readOwnDay(heading string) (ownDay, bool) {
	var d ownDay
	heading, d.zone, _ = strings.Cut(heading, " · ")
	h, ok := tongue.ReadHeading(heading)
	switch {
	case !ok:
		return d, tongue.IsPhrase("undated", heading)
	case h.Date.Year == 0:
		d.yearless = h.Date
	default:
		d.date, d.precision = h.Date, h.Precision
	}
	return d, true
}

// told returns the time of an entry of the day with a clock.
func (d *ownDay) told(clock feed.Clock, zone string) *feed.Told {
	t := &feed.Told{Confidence: 99}
	t.Date, t.Yearless, t.Precision, t.Clock = d.date, d.yearless, d.precision, clock
	if clock.Known {
		t.Zone, t.Precision = firstOf(zone, d.zone), feed.ToMinute
		if clock.Second >= 0 {
			t.Precision = feed.ToSecond
		}
	}
	return t
}

// cutOwnClock reads the clock at the start of a text and returns what follows.
func cutOwnClock(s string) (clock feed.Clock, rest string) {
	for _, n := range [...]int{len("15:04:05"), len("15:04")} {
		if len(s) < n || len(s) > n && isDigit(s[n]) {
			continue
		}
		if clock = ownClock(s[:n]); clock.Known {
			return clock, s[n:]
		}
	}
	return feed.Clock{}, s
}

// An ownLine is a line of a text with the place at which it begins.
type ownLine struct {
	text string // without its end
	at   int
}

// span returns the part of a line from byte from on, without white space at its ends.
func (l *ownLine) span(from int) feed.Span {
	return feed.Span{Start: l.at + from, End: l.at + len(l.text)}
}

// ownLines returns the lines of a text.
func ownLines(text string) []ownLine {
	lines := make([]ownLine, 0, strings.Count(text, "\n")+1)
	for at := 0; at < len(text); {
		line, _, _ := strings.Cut(text[at:], "\n")
		lines = append(lines, ownLine{strings.TrimRight(line, "\r"), at})
		at += len(line) + 1
	}
	return lines
}

// blanks returns how many blanks a text begins with.
func blanks(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }

// width returns the columns that a text takes in a list, if it consists of clocks and zones.
func width(s string) int {
	n := 0
	for _, r := range s {
		// East Asian letters are as wide as two
		if n++; r >= 0x1100 && r != '…' && !(0x2000 <= r && r < 0x2E80) {
			n++
		}
	}
	return n
}

// ownNumber numbers the records of a text.
func ownNumber(records []feed.Record) []feed.Record {
	for i := range records {
		records[i].Number = i + 1
	}
	return records
}

// noteSource adds the name of a source to those that were met, if it is one.
func noteSource(met map[string]bool, name string) map[string]bool {
	if met == nil {
		met = map[string]bool{}
	}
	if name != "" {
		met[name] = true
	}
	return met
}

// sourcesRemark reports that entries of several sources are read as one.
func sourcesRemark(n int) feed.Diagnostic {
	return feed.Diagnostic{Severity: feed.Info, Code: "sources", Message: "entries of " +
		strconv.Itoa(n) + " sources are read as those of one source"}
}
