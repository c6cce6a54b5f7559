package timeline

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"newstimeline/parser"
	"newstimeline/parser/feed"
)

// names returns the last word of each entry's text.
func names(t *Timeline) string {
	var all []string
	for i := range t.Entries {
		words := strings.Fields(string(t.Entries[i].AppendText(nil)))
		all = append(all, words[len(words)-1])
	}
	return strings.Join(all, " ")
}

// days are dated to the day; clocks name their zone: 23:30 of the 15th and 00:30 and 12:00 of the 16th, an hour before UTC.
const (
	days = "17 August 2025\nThe ferry was put back to sea by the crew gamma\n16 August 2025\nThe ferry ran aground near the old harbour beta\n" +
		"15 August 2025\nThe ferry left the old harbour at last alpha\n"
	clocks = "16 August 2025\n12:00 BST: The mayor spoke to the crew on the quay three\n00:30 BST: The crew slept on the quay that night two\n" +
		"15 August 2025\n23:30 BST: The lights of the harbour went out at once one\n"
)

func TestBetween(t *testing.T) {
	utc := func(s string) Bound {
		at, err := time.Parse("2006-01-02 15:04", s)
		if err != nil {
			t.Fatal(err)
		}
		return Bound{At: at}
	}
	own := func(s string) Bound {
		b := utc(s)
		b.Own = true
		return b
	}
	berlin := Bound{At: time.Date(2025, 8, 16, 0, 0, 0, 0, time.FixedZone("", 7200))}
	for _, c := range []struct {
		text         string
		since, until Bound
		want         string
	}{
		{days, Bound{}, Bound{}, "alpha beta gamma"},
		{days, own("2025-08-16 00:00"), Bound{}, "beta gamma"},
		{days, Bound{}, own("2025-08-16 00:00"), "alpha"},
		{days, own("2025-08-16 20:00"), own("2025-08-16 20:01"), "beta"},
		{days, berlin, Bound{}, "beta gamma"}, // a day is a day in every zone
		{clocks, own("2025-08-16 00:00"), Bound{}, "two three"},
		{clocks, utc("2025-08-16 00:00"), Bound{}, "three"},
		{clocks, berlin, Bound{}, "one two three"},
		{clocks, own("2025-08-16 00:30"), own("2025-08-16 00:31"), "two"},
		{clocks, own("2025-08-16 00:31"), own("2025-08-16 12:00"), ""},
	} {
		tl := New(new(parser.Parser).Parse(feed.Source{Text: c.text}))
		if undated := tl.Between(c.since, c.until); undated != 0 || names(tl) != c.want {
			t.Errorf("%v to %v: %q, %d undated; want %q", c.since, c.until, names(tl), undated, c.want)
		}
	}
}

func TestBetweenDropsUndated(t *testing.T) {
	tl := New(new(parser.Parser).Parse(feed.Source{Text: "The harbour was closed all day because of fog.\n"}))
	if undated := tl.Between(Bound{At: time.Unix(0, 0)}, Bound{}); undated != 1 || len(tl.Entries) != 0 {
		t.Errorf("%d undated, %d left", undated, len(tl.Entries))
	}
}

func TestGrep(t *testing.T) {
	tl := New(new(parser.Parser).Parse(feed.Source{Text: days}))
	tl.Grep(regexp.MustCompile(`harbour`))
	if got := names(tl); got != "alpha beta" {
		t.Errorf("got %q", got)
	}
	seqs := []int{tl.Entries[0].Seq, tl.Entries[1].Seq}
	if !slices.Equal(seqs, []int{1, 2}) {
		t.Errorf("a filter changed seq: %v", seqs)
	}
}
