package stamp_test

import (
	"fmt"
	"testing"

	"newstimeline/parser/internal/stamp"
)

func ExampleFind() {
	line := "8.30am ET (12.30pm GMT): Polls open"
	for _, c := range stamp.Find(line) {
		fmt.Printf("%q at %02d:%02d, before %q\n", line[c.Start:c.End], c.Fields.Hour,
			c.Fields.Minute, line[c.Rest:])
	}
	// Output: "8.30am ET (12.30pm GMT)" at 08:30, before "Polls open"
}

// found are the words of candidates and the text beside them. "-" is no candidate.
var found = []struct {
	line, words string
	place       stamp.Position
	text        string
}{
	// the year, am and pm, zones and fractions belong to the timestamp
	{"[Sun Dec 04 04:47:44 2005] text", "Sun Dec 04 04:47:44 2005", stamp.Opens, "text"},
	{"Dec 01 00:00:25 2023 File a", "Dec 01 00:00:25 2023", stamp.Opens, "File a"},
	{"Dec 01 00:00:25 2023 files", "Dec 01 00:00:25", stamp.Opens, "2023 files"},
	{"8:15  PM", "8:15  PM", stamp.Whole, ""},
	{"20:15  EST", "20:15  EST", stamp.Whole, ""},
	{"20:15\tELM\ttext", "20:15", stamp.Opens, "ELM\ttext"},
	{"16:28 (CEST): text", "16:28 (CEST)", stamp.Opens, "text"},
	{"16:28 (Cyan): text", "16:28", stamp.Opens, "(Cyan): text"},
	{"20171223-22:15:29:606|text", "20171223-22:15:29:606", stamp.Opens, "text"},
	{"20240305 1402 Alarm", "20240305 1402", stamp.Opens, "Alarm"},
	{"October 23,2018: text", "October 23,2018", stamp.Opens, "text"},
	{"[홍길동] [오전 1:01] 안녕", "오전 1:01", stamp.Opens, "안녕"},
	{"[홍길동]  [오전\u00a0 1:01]  안녕", "오전\u00a0 1:01", stamp.Opens, "안녕"},
	// spans are read whole
	{"July 30-Aug. 14, 1932: text", "July 30-Aug. 14, 1932", stamp.Opens, "text"},
	{"Oct. 9, 11, 1981: text", "Oct. 9, 11, 1981", stamp.Opens, "text"},
	{"20:15–21:00 text", "20:15–21:00", stamp.Opens, "text"},
	// years of our era, and before it
	{"AD 79: text", "AD 79", stamp.Opens, "text"},
	{"79 AD – text", "79 AD", stamp.Opens, "text"},
	{"79: text", "-", 0, ""},
	{"44 BC: text", "-", 0, ""},
	// brackets before the mark; a city is none
	{"Jan 7 (p. 8) - text", "Jan 7", stamp.Opens, "(p. 8) - text"},
	{"Jan 7 (p. 8) the text", "Jan 7", stamp.Row, "(p. 8) the text"},
	// a bracket that the text opens belongs to it
	{"Notes (draft) 16 August 2025", "16 August 2025", stamp.Closes, "Notes (draft)"},
	{"Notes (16 August 2025)", "16 August 2025", stamp.Closes, "Notes"},
	// a date after a preposition is part of a sentence, however wide the space between them
	{"no leap second on  2025-06-30", "-", 0, ""},
	{"no leap second  2025-06-30", "2025-06-30", stamp.Closes, "no leap second"},
	// a count behind a timestamp is no part of a text
	{"Boats | 6 Oct 2020 17:50 | 3", "6 Oct 2020 17:50", stamp.Closes, "Boats"},
	{"Boats are back | 6 Oct 2020 | 3 comments", "6 Oct 2020", stamp.Closes, "Boats are back"},
	{"Boats 6 Oct 2020 17:50 14", "6 Oct 2020 17:50", stamp.Closes, "Boats"},
	{"Boats 6 Oct 2020 3", "-", 0, ""},
	{"Boats 6 Oct 2020 17:50 3000", "-", 0, ""},
	// senders are no weekdays
	{"2025-08-16 20:15 Sun: text", "2025-08-16 20:15", stamp.Opens, "Sun: text"},
	{"2025-08-16 20:15 Saturday: text", "2025-08-16 20:15 Saturday", stamp.Opens, "text"},
	// behind fields, if they recur
	{"gate one | 2022-05-01 | opened", "2022-05-01", stamp.Row, "opened"},
	{"gate one of 2022-05-01 | opened", "-", 0, ""},
	{"a1b2c3d\u00a02026-02-22\u00a0Fix it", "2026-02-22", stamp.Row, "Fix it"},
	{"a1b2c3d\t2026-02-22\tFix it", "2026-02-22", stamp.Row, "Fix it"},
	{"October 23, 2018 The door", "October 23, 2018", stamp.Row, "The door"},
	{"October 23, 2018 the door", "October 23, 2018", stamp.Row, "the door"},
	// durations and releases
	{"=> 2:00", "-", 0, ""},
	{"0.46 2022-10-18 20:23:00", "2022-10-18 20:23:00", stamp.Closes, "0.46"},
}

// TestFind reads single lines with nothing around them.
func TestFind(t *testing.T) {
	for _, want := range found {
		all := stamp.Find(want.line)
		if len(all) == 0 {
			if want.words != "-" {
				t.Errorf("%q: nothing", want.line)
			}
			continue
		}
		c := &all[0]
		if want.place == stamp.Closes {
			c = &all[len(all)-1]
		}
		text := want.line[c.Rest:]
		if c.Place == stamp.Closes {
			text = want.line[:c.Rest]
		}
		words := want.line[c.Start:c.End]
		if words != want.words || c.Place != want.place || text != want.text {
			t.Errorf("%q: %q, place %d, text %q", want.line, words, c.Place, text)
		}
	}
}
