package main

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestMergeBy holds that the documents of a key become one timeline, the same that parse makes of them.
func TestMergeBy(t *testing.T) {
	lines := slices.Collect(strings.Lines(records(90)))
	path := created(t, t.TempDir(), "in.jsonl", strings.Join(lines, ""))
	section := regexp.MustCompile(`"section":"([^"]*)"`)
	address := regexp.MustCompile(`"url":"([^"#]*)#`)
	for by, key := range map[string]func(line string) string{
		"section": func(l string) string { return section.FindStringSubmatch(l)[1] },
		"url":     func(l string) string { return address.FindStringSubmatch(l)[1] },
		"host":    func(string) string { return "example.org" },
		"none":    func(l string) string { return l[len(`{"id":"`):len(`{"id":"feed-0000`)] },
	} {
		byKey := map[string][]string{}
		for _, l := range lines {
			byKey[key(l)] = append(byKey[key(l)], l)
		}
		var want []string
		for key, own := range byKey {
			in := created(t, t.TempDir(), "in.jsonl", strings.Join(own, ""))
			for _, l := range printed(t, "parse", "-q", "--input", "jsonl", "-f", "jsonl", in) {
				want = append(want, `{"key":"`+key+`",`+l[1:])
			}
		}
		slices.Sort(want)
		for _, workers := range []int{1, 8} {
			c := base(t, path)
			c.MergeBy, c.Workers = by, workers
			got, dead, sum := ran(t, c)
			same(t, by, got, want)
			if len(dead) > 0 || sum.Documents != int64(len(lines)) || sum.Entries != int64(len(want)) {
				t.Errorf("%s: dead letters %q, counts %+v", by, dead, sum)
			}
		}
	}
}

// TestMergedFaults holds that documents which cannot be parsed are missing in the timeline of their
// key, and nothing else is.
func TestMergedFaults(t *testing.T) {
	lines := slices.Collect(strings.Lines(records(9)))
	in := slices.Clone(lines)
	for i, fault := range []string{"PANICS", "EXITS", "LOOPS"} {
		in[2*i+1] = `{"id":"` + strings.ToLower(fault) + `","url":"https://example.org/","text":"` + fault + `"}` + "\n"
	}
	healthy := strings.Join([]string{lines[0], lines[2], lines[4], lines[6], lines[7], lines[8]}, "")
	var want []string
	for _, l := range printed(t, "parse", "-q", "--input", "jsonl", "-f", "jsonl", created(t, t.TempDir(), "in.jsonl", healthy)) {
		want = append(want, `{"key":"example.org",`+l[1:])
	}
	c := base(t, created(t, t.TempDir(), "in.jsonl", strings.Join(in, "")))
	c.MergeBy, c.TimeLimit = "host", 5_000_000_000
	got, dead, _ := ran(t, c)
	same(t, "entries", got, want)
	if len(dead) != 3 || !strings.HasPrefix(dead[0], `{"source":"exits"`) ||
		!strings.HasPrefix(dead[1], `{"source":"loops"`) || !strings.HasPrefix(dead[2], `{"source":"panics"`) {
		t.Errorf("dead letters: %q", dead)
	}
}

// feeds are snapshots of two feeds, which have a report in common in nearly the same words.
const feeds = `{"id":"a1","url":"https://a.example/live","date":"2025-08-16 20:00","text":"16 August 2025\n18:15 GMT\nThe harbour master has closed the eastern pier until the storm is over, he said.\n17:00 GMT\nThe first ferry of the day has left with eleven passengers on board."}
{"id":"a2","url":"https://a.example/live#top","date":"2025-08-16 22:00","text":"16 August 2025\n21:30 GMT\nThe storm has reached the island in the west, and the lamps are out.\n18:15 GMT\nThe harbour master has closed the eastern pier until the storm is over and the sea calm, he said.\n17:00 GMT\nThe first ferry of the day has left with eleven passengers on board."}
{"id":"b1","url":"https://b.example/news","date":"2025-08-16 21:00","text":"16 August 2025\n18:40 GMT\nThe harbour master has closed the eastern pier until the storm is over and the sea calm, they say.\n12:00 GMT\nThe market opens late today because of the wind in the night."}
{"id":"c1","url":"https://c.example/news","date":"2025-08-19 21:00","text":"19 August 2025\n18:40 GMT\nThe harbour master has closed the eastern pier until the storm is over and the sea calm, they say."}
`

// TestDedupe holds that snapshots of one feed are folded, and reports of different feeds linked, as
// parse --dedupe does it where all is in one memory.
func TestDedupe(t *testing.T) {
	path := created(t, t.TempDir(), "in.jsonl", feeds)
	number := regexp.MustCompile(`^{("key":"[^"]*",)?"seq":\d+,`)
	want := printed(t, "parse", "-q", "--dedupe", "--input", "jsonl", "-f", "jsonl", path)
	for i := range want {
		want[i] = number.ReplaceAllString(want[i], "{")
	}
	slices.Sort(want)
	if all := strings.Join(want, ""); strings.Count(all, `"kind":"report"`) != 2 ||
		strings.Count(all, `"kind":"copy"`) != 1 || !strings.Contains(all, `"revisions":[{`) {
		t.Fatalf("the feeds show nothing:\n%s", strings.Join(want, "\n"))
	}
	for _, workers := range []int{1, 8} {
		c := base(t, path)
		c.Dedupe, c.Workers = true, workers
		got, dead, _ := ran(t, c)
		for i := range got {
			got[i] = number.ReplaceAllString(got[i], "{")
		}
		slices.Sort(got)
		same(t, "entries", got, want)
		same(t, "dead letters", dead, nil)
	}
}

// TestAppendRelated holds that links are added behind those that are there.
func TestAppendRelated(t *testing.T) {
	links := map[int][]related{1: {{1, "report", "1f", "<b>", 3, 0.5}, {1, "report", "2f", "a", 3, 1}}}
	const more = `{"kind":"report","id":"1f","source":"<b>","line":3,"likeness":0.5},{"kind":"report","id":"2f","source":"a","line":3,"likeness":1}`
	for _, c := range []struct{ in, want string }{
		{`{"related":[],"text":"\"related\":[]"}`, `{"related":[` + more + `],"text":"\"related\":[]"}`},
		{`{"text":"a","related":[{"id":"]"}]}`, `{"text":"a","related":[{"id":"]"},` + more + `]}`},
	} {
		got, err := addRelated([]byte(c.in+"\n"+c.in+"\n"), links)
		if want := c.in + "\n" + c.want + "\n"; err != nil || string(got) != want {
			t.Errorf("got  %s, %v\nwant %s", got, err, want)
		}
	}
}
