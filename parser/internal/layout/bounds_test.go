package layout

import (
	"fmt"
	"newstimeline/parser/feed"
	"newstimeline/parser/internal/stamp"
	"newstimeline/parser/internal/text"
	"strings"
	"testing"
)

// judgeOf returns a judge of a text, or of a page of which markup marks some lines as titles. It has decided nothing so far.
func judgeOf(content string, titles ...string) *judge {
	src := feed.Source{Text: content}
	for _, title := range titles {
		at := strings.Index(content, title)
		src.Hints = append(src.Hints, feed.Hint{Span: feed.Span{Start: at, End: at + len(title)}, Kind: feed.HintTitle})
	}
	d, found := stamp.Scan(src)
	return newJudge(d, stamp.Settle(d, found), Options{})
}

// entriesOf returns n entries with a clock above each, newest first, with some lines above and below it. A line may hold the number of the entry.
func entriesOf(n int, above, below []string) string {
	var b strings.Builder
	for k := range n {
		write := func(lines []string) {
			for _, line := range lines {
				fmt.Fprintln(&b, strings.ReplaceAll(line, "#", fmt.Sprint(k)))
			}
		}
		write(above)
		fmt.Fprintf(&b, "%02d:%02d\n", 23-k/60%24, 59-k%60)
		write(below)
		b.WriteByte('\n')
	}
	return b.String()
}

// TestKeysOfLongDocuments: what keys there are is told by the first lines, by which a long document is judged; others further below change no pattern.
func TestKeysOfLongDocuments(t *testing.T) {
	var b strings.Builder
	for k := range 600 {
		fmt.Fprintf(&b, "Start-Date: 2021-05-%02d  %02d:%02d:01\nThe pump of gate %d was looked at.\n", 1+k/60, k/60, k%60, k)
		if k > 400 {
			fmt.Fprintf(&b, "End-Date: 2021-05-%02d  %02d:%02d:09\n", 1+k/60, k/60, k%60)
		}
		b.WriteByte('\n')
	}
	l := judgeOf(b.String()).choosing()
	if n := len(l.Entries); n < 600 {
		t.Errorf("%d entries, want 600", n)
	}
}

// TestReadingsAreBounded: a text with a dozen notations has no more readings than are compared, and no more unions of them than are tried.
func TestReadingsAreBounded(t *testing.T) {
	var b strings.Builder
	for k := range 4 {
		for _, form := range []string{"1%d:05", "1%d:05 GMT", "%d pm", "1%d August 2025", "2025-08-1%d", "1%d.08.2025", "%d hours ago", "1%d August 2025 14:05",
			"2025-08-1%d 14:05", "1%d/08/2025 2:05 pm", "Updated 1%d:05", "Published 1%d:05", "Aug 1%d, 2025", "1%dh05", "Monday, 1%d August"} {
			fmt.Fprintf(&b, form+"\nThe quay is closed, says report %d.\n", k+1, k)
		}
	}
	j := judgeOf(b.String()).view(noNoise)
	patterns := j.fork()
	patterns.gather()
	if j.weighed = patterns.series; len(j.weighed) < 12 {
		t.Fatalf("%d patterns, want a dozen", len(j.weighed))
	}
	const pairs = 8 * 7 / 2
	if sets := j.patternSets(); len(sets) < 8 || len(sets) > 8+8+pairs {
		t.Errorf("%d sets of patterns, want 8 and some unions of two", len(sets))
	}
	if told := j.evidence(); len(told) != 5 {
		t.Errorf("%d patterns are told of, want 5", len(told))
	}
	if n := len(j.readings(nil)); n != 64 {
		t.Errorf("%d readings, want 64", n)
	}
}

// TestSample: what has 1,200 lines is read whole in order to choose, what has more by its first 600.
func TestSample(t *testing.T) {
	for _, test := range []struct{ entries, want int }{{399, 1197}, {401, 600}} {
		f := judgeOf(entriesOf(test.entries, nil, []string{"The quay is closed, says report #."})).choosing()
		if n := f.choice.options[0].judge.D.Lines.Count(); n < test.want || n > test.want+1 {
			t.Errorf("%d entries are judged by %d lines, want %d", test.entries, n, test.want)
		}
	}
}

// TestHeadLines: of five lines that recur above every timestamp, the nearest four are of its entry.
func TestHeadLines(t *testing.T) {
	for _, test := range []struct {
		above []string
		want  int
	}{{[]string{"Third floor", "Room 12", "News desk"}, 3}, {[]string{"Harbour street", "Old house", "Third floor", "Room 12", "News desk"}, 4}} {
		f := judgeOf(entriesOf(6, test.above, []string{"The quay is closed, says report #."})).view(noNoise)
		f = f.layOut(&layoutReading{patterns: []stamp.Style{f.Candidates[0].Style()}, place: feed.Between})
		if f.heads != test.want {
			t.Errorf("%d of %d lines are heads, want %d", f.heads, len(test.above), test.want)
		}
	}
}

// TestFeetLines: of nine short lines that end every entry, the last eight are no text of it.
func TestFeetLines(t *testing.T) {
	feet := strings.Fields("red green blue black white brown grey pink gold")
	f := judgeOf(entriesOf(6, nil, append([]string{"The quay is closed, says report #."}, feet...))).view(noNoise)
	f = f.layOut(&layoutReading{patterns: []stamp.Style{f.Candidates[0].Style()}, place: feed.Above})
	f.cut()
	n := 0
	for i := f.Entries[0].From; i < f.Entries[0].To; i++ {
		if f.Classes[i] == text.FootLine {
			n++
		}
	}
	if n != len(feet)-1 {
		t.Errorf("%d lines are no text, want 8 of %d", n, len(feet))
	}
}

// TestTitledOf: markup marks the headlines of a feed if it marks one in four.
func TestTitledOf(t *testing.T) {
	for _, test := range []struct {
		entries int
		want    bool
	}{{8, true}, {9, false}} {
		content := entriesOf(test.entries, []string{"Report of quay # here"}, []string{"The quay is closed, says report #."})
		f := judgeOf(content, "Report of quay 1 here", "Report of quay 3 here").view(noNoise)
		f = f.layOut(&layoutReading{patterns: []stamp.Style{f.Candidates[0].Style()}, place: feed.Between})
		if f.countTitles(); f.marked != test.want {
			t.Errorf("2 marked headlines of %d entries: %v", test.entries, f.marked)
		}
	}
}

// TestUntold: where nothing tells where entries begin, none is surer than not.
func TestUntold(t *testing.T) {
	l := judgeOf("The quay is closed.\n\nThe ferry is late, says the crew.\n").choosing()
	if sure := l.Days[0].Sure; sure >= 50 {
		t.Errorf("%d percent", sure)
	}
}

// TestTold: explain tells of three readings, and of three reasons against each at most.
func TestTold(t *testing.T) {
	told := judgeOf(entriesOf(6, []string{"Port news of report #"}, []string{"The quay is closed, says report #."})).choosing().choice.tell()
	most := 0
	for _, r := range told {
		most = max(most, len(r.Reasons))
	}
	if len(told) != 3 || most != 3 {
		t.Errorf("%d readings, with %d reasons", len(told), most)
	}
}

// TestShares: most are seven in ten, nearly all are nine, and three make a pattern.
func TestShares(t *testing.T) {
	if !isMost(7, 10) || isMost(69, 100) || !isNearlyAll(9, 10) || isNearlyAll(89, 100) || few != 3 {
		t.Error("most are seven in ten, nearly all are nine, few are three")
	}
}

// TestLogarithm: numbers over 256 count as 256.
func TestLogarithm(t *testing.T) {
	for _, test := range []struct{ n, want int }{{-1, 0}, {0, 0}, {1, 1000}, {2, 1500}, {127, 7000}, {191, 7500}, {255, 8000}, {100_000, 8000}} {
		if got := logOf(test.n); got != test.want {
			t.Errorf("the logarithm of %d is %d, want %d", test.n, got, test.want)
		}
	}
}

// TestSampled: the last lines of 24 entries are compared with each other, of no more.
func TestSampled(t *testing.T) {
	for _, test := range []struct{ first, want int }{{23, 0}, {22, 83}} {
		var b strings.Builder
		for k := range 30 {
			last := fmt.Sprintf("Report %d.", k)
			if k == test.first || k > 23 || k == 23 {
				last = "Read more here."
			}
			fmt.Fprintf(&b, "14:%02d\nThe quay is closed, says report %d.\n%s\n\n", 59-k, k, last)
		}
		if got := measureOf(t, b.String(), "above").repeated(lastText); got != test.want {
			t.Errorf("with the same line from entry %d on: %d, want %d", test.first, got, test.want)
		}
	}
}
