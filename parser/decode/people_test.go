package decode

import (
	"strings"
	"testing"

	"newstimeline/parser"
)

// TestPeoplesNotations tells what this program has written for people from what they have written themselves in nearly the same form.
func TestPeoplesNotations(t *testing.T) {
	list := "Friday, 15 August 2025\n10:05  The gates open\n         They open at ten.\n•      A walker was seen.\n\nSaturday, 16 August 2025 · CET\n09:00  The gates close.\n"
	notebook := "# Gates\n\nSource: a.txt\n\n## Friday, 15 August 2025\n\n- **10:05 The gates open**\n\n  They open at ten.\n\n- **10:20** A walker was seen.\n"
	table := "───────┬─ Friday, 15 August 2025 ────\n       │\n 10:05 │ The gates open\n       │ They open at ten.\n       │\n       │ A walker was seen.\n"
	for _, c := range []struct{ name, text, format string }{
		{"a table", table, "table"},
		{"a table of another program", strings.Replace(table, "Friday, 15 August 2025", "When ── 15 August 2025", 1), "text"},
		{"a line outside of the table", table + "That is all.\n", "text"},
		{"a table without a clock", strings.Replace(table, "10:05", "  ten", 1), "text"},
		{"a list", list, "list"},
		{"a list with CRLF", strings.ReplaceAll(list, "\n", "\r\n"), "list"},
		{"one blank behind a clock", strings.Replace(list, "10:05  ", "10:05 ", 1), "text"},
		{"a line that is not indented", strings.Replace(list, "         They", "They", 1), "text"},
		{"another indent", strings.Replace(list, "         They", "    They", 1), "text"},
		{"another day of the week", strings.Replace(list, "Friday", "Monday", 1), "text"},
		{"a day in other words", strings.Replace(list, "Friday, 15 August", "Friday 15 August", 1), "text"},
		{"words below the list", list + "\nThat is all.\n", "text"},
		{"no clock that there is", strings.Replace(list, "09:00", "29:00", 1), "text"},
		{"Markdown", notebook, "markdown"},
		{"a chronology in Markdown", "# Gates\n\n## Friday, 15 August 2025\n\n- **10:05** The gates open.\n- **10:20** A walker was seen.\n", "text"},
		{"an item that no blank line parts", strings.Replace(notebook, "\n\n- **10:20", "\n- **10:20", 1), "text"},
		{"a day that is no heading of ours", strings.Replace(notebook, "Friday, 15 August 2025", "15 August 2025", 1), "text"},
		{"another mark of items", strings.Replace(notebook, "- **10:20", "* **10:20", 1), "text"},
		{"Markdown with words below", notebook + "\nThat is all.\n", "text"},
	} {
		src, err := Source("a", []byte(c.text), Options{})
		if err != nil || src.Format != c.format {
			t.Errorf("%s is taken for %s (%s, %v), want %s", c.name, src.Format, src.FormatReason, err, c.format)
			continue
		}
		if d := new(parser.Parser).Parse(src); len(d.Entries) == 0 || d.Entries[0].Date.Year != 2025 {
			t.Errorf("%s: %d entries, or no date", c.name, len(d.Entries))
		}
	}
}
