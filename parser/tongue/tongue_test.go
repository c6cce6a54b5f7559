package tongue

import (
	"strings"
	"testing"

	"newstimeline/parser/feed"
)

// TestReadHeading reads headings of several languages, and refuses what is none.
func TestReadHeading(t *testing.T) {
	for text, want := range map[string]string{
		"Friday, 15 August 2025":      "2025-08-15 day",
		"Freitag, 15. August 2025":    "2025-08-15 day",
		"Vendredi 15 août 2025":       "2025-08-15 day",
		"Пятница, 15 августа 2025 г.": "2025-08-15 day",
		"August 2025":                 "2025-08-01 month",
		"Août 2025":                   "2025-08-01 month",
		"2025":                        "2025-01-01 year",
		"15 August":                   "0000-08-15 day",
		"29 February":                 "0000-02-29 day",
		"Monday, 15 August 2025":      "",
		"15 August 2025":              "",
		"Friday 15 August 2025":       "",
		"Friday, 32 August 2025":      "",
		"Fridays, 15 August 2025":     "",
		"30 February":                 "",
		"The 2025 season":             "",
		"":                            "",
	} {
		h, ok := ReadHeading(text)
		got := ""
		if ok {
			got = h.Date.String() + " " + h.Precision.String()
		}
		if got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// TestTables holds that each language has all months and weekdays, by which headings are told.
func TestTables(t *testing.T) {
	for row := range strings.Lines(Dates) {
		cells := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		if len(cells) != 10 {
			t.Fatalf("%q has %d cells", row, len(cells))
		}
		if n := strings.Count(cells[9], "|"); n != 6 {
			t.Errorf("%s has %d weekdays", cells[0], n+1)
		}
	}
	if !IsPhrase("undated", "Undated") || !IsPhrase("undated", "undated") || IsPhrase("undated", "Undated.") || IsPhrase("source", "Undated") {
		t.Error("phrases are not told")
	}
	if (feed.Date{Year: 2025, Month: 8, Day: 15}).Weekday() != 5 {
		t.Error("weekdays do not count from Monday on")
	}
}
