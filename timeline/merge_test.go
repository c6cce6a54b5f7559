package timeline

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"newstimeline/parser"
	"newstimeline/parser/feed"
)

// TestMergeKeepsOrder holds of feeds in several zones, some of whose entries tell the day alone: every entry is in the merge once; instants
// rise; entries of one source keep their order as far as their instants allow; equal instants keep the order of the sources.
func TestMergeKeepsOrder(t *testing.T) {
	zones := []string{"GMT", "CEST", "MSK", "EDT", "UTC+9"}
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 6))
		var docs []*feed.Document
		total := 0
		for i := range 2 + r.IntN(4) {
			text := strings.ReplaceAll(makeFeed(r).text(), "GMT", zones[r.IntN(len(zones))])
			if r.IntN(3) == 0 { // days alone
				var days []string
				for line := range strings.Lines(text) {
					if _, words, timed := strings.Cut(line, ": "); timed {
						line = "\n" + words
					} else {
						line = "\n" + line
					}
					days = append(days, line)
				}
				text = strings.Join(days, "")
			}
			d := new(parser.Parser).Parse(feed.Source{Name: fmt.Sprint(i), Text: text})
			docs = append(docs, d)
			total += len(d.Entries)
		}
		checkMerge(t, seed, New(docs...), total)
	}
}

// checkMerge holds what a merge promises.
func checkMerge(t *testing.T, seed uint64, tl *Timeline, total int) {
	if len(tl.Entries) != total {
		t.Fatalf("seed %d: %d entries of %d", seed, len(tl.Entries), total)
	}
	var before *Entry // the last timed one
	seen := map[*feed.Entry]bool{}
	days := map[*Source]feed.Date{}
	for i := range tl.Entries {
		e := &tl.Entries[i]
		if seen[e.Entry] {
			t.Errorf("seed %d: entry %d stands twice", seed, e.Seq)
		}
		seen[e.Entry] = true
		if last := days[e.Source]; last.Days() > e.Date.Days() {
			t.Errorf("seed %d: source %s goes from %s back to %s", seed, e.Source.Name, last, e.Date)
		}
		days[e.Source] = e.Date
		at, known := e.Instant()
		if !known {
			checkDay(t, seed, tl.Entries[:i], e)
			continue
		}
		if before != nil {
			last, _ := before.Instant()
			if at.Before(last) || at.Equal(last) && e.Source.Index < before.Source.Index {
				t.Errorf("seed %d: entry %d at %s of %s behind %s of %s", seed, e.Seq, at, e.Source.Name, last, before.Source.Name)
			}
		}
		before = e
	}
}

// checkDay holds that an entry of a day stands behind all that happened before the day, as its source counts it.
func checkDay(t *testing.T, seed uint64, above []Entry, e *Entry) {
	start := e.Date.In(e.Source.Zone())
	for i := range above {
		if at, known := above[i].Instant(); known && at.After(start.Add(24*time.Hour)) {
			t.Errorf("seed %d: entry %d of %s behind %s", seed, e.Seq, e.Date, at)
		}
	}
}
