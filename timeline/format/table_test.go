package format

import (
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"newstimeline/parser/feed"
	"newstimeline/timeline"
)

// FuzzTerminal parses any text and looks at the table and the list as a terminal would: no line is too wide, no character moves the cursor,
// nothing visible is lost, no line ends in blanks.
func FuzzTerminal(f *testing.F) {
	f.Add("16 August 2025\n\n21:05 BST\nTitle\n\nText one\n\nText \x1b[31mtwo\n", "feed.txt", uint8(60))
	f.Add("16 August 2025\n\n会议将讨论停火、边境安全和粮食出口等问题 👨‍👩‍👧‍👦🇺🇸❤️\n", "名.txt", uint8(40))
	f.Add("14:20 https://example.org/a/very/long/address/that/goes/on/and/on?for=ever\n14:10 \u202eevil\n", "\x1b]0;t\a", uint8(20))
	f.Fuzz(func(t *testing.T, input, name string, width uint8) {
		tl := parse(feed.Source{Name: name, Text: input}, feed.Source{Name: "second.txt", Text: "16 August 2025\n\n21:05 GMT\n\nWords.\n"})
		for _, format := range []string{"table", "list"} {
			f, _ := Find(format)
			var out strings.Builder
			if err := f.Write(&out, tl, Options{Width: int(width)}); err != nil {
				t.Fatal(err)
			}
			checkLines(t, out.String(), int(width))
			checkComplete(t, out.String(), tl)
		}
	})
}

// checkLines holds what a terminal asks of lines. In very narrow ones a word or a clock may be wider than all of the line.
func checkLines(t *testing.T, out string, width int) {
	for line := range strings.Lines(out) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasSuffix(line, " ") {
			t.Errorf("blanks at the end of %q", line)
		}
		if w := columns(line); width >= tableMin && w > width {
			t.Errorf("%q is %d columns wide, not %d", line, w, width)
		}
		for _, r := range line {
			if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
				t.Errorf("%q holds %U", line, r)
			}
		}
	}
}

// checkComplete holds that all texts are there, in their order.
func checkComplete(t *testing.T, out string, tl *timeline.Timeline) {
	rest := []rune(visible(out))
	for i := range tl.Entries {
		e := &tl.Entries[i]
		for _, r := range visible(Clean(e.TitleText()) + Clean(string(e.AppendText(nil)))) {
			for len(rest) > 0 && rest[0] != r {
				rest = rest[1:]
			}
			if len(rest) == 0 {
				t.Fatalf("entry %d lost %q", e.Seq, r)
			}
			rest = rest[1:]
		}
	}
}

// TestTableWidths holds that the sample feed fits every terminal.
func TestTableWidths(t *testing.T) {
	tl := sample(t)
	for width := 10; width <= 200; width++ {
		var out strings.Builder
		if err := writeTable(&out, tl, Options{Width: width, Color: width%2 == 0}); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(out.String()) {
			if w := columns(Clean(strings.TrimSuffix(line, "\n"))); w > width { // Clean takes the colours away
				t.Errorf("%q is %d columns wide, not %d", line, w, width)
			}
		}
	}
}

// TestHugeEntry holds that an entry of a megabyte is written whole in every notation, in terminals too.
func TestHugeEntry(t *testing.T) {
	words := strings.Repeat("The talks go on. ", 1<<20/17)
	tl := parse(feed.Source{Name: "huge.txt", Text: "16 August 2025\n\n09:00\n\n" + words + "\n\n" + strings.Repeat("x", 1<<20) + "\n\n10:00\n\nThe end.\n"})
	for _, f := range Formats {
		if f.Binary || f.Name == "ics" || f.Name == "mermaid" { // they fold or cut words; their readers hold them to it
			continue
		}
		for _, width := range []int{0, 80} {
			var out strings.Builder
			if err := f.Write(&out, tl, Options{Width: width}); err != nil {
				t.Fatal(err)
			}
			if n := strings.Count(strings.Join(strings.Fields(strings.ReplaceAll(out.String(), "│", "")), " "), "The talks go on."); n < 1<<20/17 { // some tell the beginning again as a headline, a page all of it to search engines
				t.Errorf("%s, %d columns: %d sentences, not %d", f.Name, width, n, 1<<20/17)
			}
			if n := strings.Count(out.String(), "x"); n < 1<<20 {
				t.Errorf("%s, %d columns: %d letters, not %d", f.Name, width, n, 1<<20)
			}
		}
	}
}

func TestPeriod(t *testing.T) {
	date := feed.Date{Year: 2025, Month: 8, Day: 16}
	for _, tt := range []struct {
		p    period
		want string
	}{
		{period{date: date}, "Saturday, 16 August 2025"},
		{period{date: feed.Date{Year: 2025, Month: 8, Day: 17}}, "Sunday, 17 August 2025"},
		{period{date: feed.Date{Year: 1899, Month: 12, Day: 31}}, "Sunday, 31 December 1899"},
		{period{date: date, precision: feed.ToMonth}, "August 2025"},
		{period{date: date, precision: feed.ToYear}, "2025"},
		{period{}, "Undated"},
		{period{yearless: feed.Date{Month: 8, Day: 16}}, "16 August"},
	} {
		if got := tt.p.String(); got != tt.want {
			t.Errorf("got %s, want %s", got, tt.want)
		}
	}
}

// TestDays holds that a month and its first day do not share a heading, and that clocks tell their zone where it differs.
func TestDays(t *testing.T) {
	stamp := func(precision feed.Precision, hour int8, zone string) feed.Entry {
		s := feed.Stamp{Date: feed.Date{Year: 2025, Month: 8, Day: 1}, Precision: precision, Zone: zone}
		s.Clock = feed.Clock{Hour: hour, Second: -1, Known: hour > 0}
		return feed.Entry{Stamp: s}
	}
	tl := timeline.New(&feed.Document{Order: feed.OldestFirst, Entries: []feed.Entry{
		stamp(feed.ToYear, 0, ""), stamp(feed.ToMonth, 0, ""), stamp(feed.ToDay, 0, ""), stamp(feed.ToMinute, 9, "America/New_York"),
		stamp(feed.ToMinute, 10, "BST"), stamp(feed.ToMonth, 0, ""), stamp(feed.ToMinute, 11, "BST"), {},
	}})
	var got []string
	var o Options
	for d := range o.days(tl) {
		got = append(got, d.title())
		for i := range d.entries {
			got = append(got, "- "+d.clock(o.moment(&d.entries[i])))
		}
	}
	want := []string{
		"2025", "- ", "August 2025", "- ", "Friday, 1 August 2025", "- ", "- 09:00 New York", "- 10:00 BST", "August 2025", "- ",
		"Friday, 1 August 2025 · BST", "- 11:00", "Undated", "- ",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
