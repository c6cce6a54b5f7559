package timeline

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"newstimeline/parser"
	"newstimeline/parser/feed"
)

// A feed that is made up: days of entries, each a stamp and some words. The same seed makes the same feed.
type madeFeed struct {
	days [][]string // the newest first, each beginning with its header
}

func makeFeed(r *rand.Rand) madeFeed {
	var f madeFeed
	words := strings.Fields("harbour bridge mayor ferry storm council lights rescue village talks strike pilots river school market train " +
		"doctor window signal evening morning report border minister engine island lorry forest crowd ticket")
	for day := range 2 + r.IntN(4) {
		lines := []string{fmt.Sprintf("%d August 2025\n", 20-day)}
		minute := 24*60 - r.IntN(60)
		for range 3 + r.IntN(12) {
			minute -= r.IntN(90)
			if minute < 0 {
				break
			}
			line := fmt.Sprintf("%02d:%02d GMT: The", minute/60%24, minute%60)
			for range 4 + r.IntN(20) {
				line += " " + words[r.IntN(len(words))]
			}
			lines = append(lines, line+".\n")
			minute -= r.IntN(2) // some share a minute
		}
		f.days = append(f.days, lines)
	}
	return f
}

// text returns the lines from the newest to the oldest; each day's header stands above.
func (f madeFeed) text() string {
	var b strings.Builder
	for _, day := range f.days {
		for _, line := range day {
			b.WriteString(line)
		}
	}
	return b.String()
}

// cut returns snapshots of the feed as one would have saved them while it grew, each with the entries of a stretch of time; every entry is in
// one at least, and neighbours overlap.
func (f madeFeed) cut(r *rand.Rand) []string {
	var lines, header []string // of the entries, the oldest first
	for i := len(f.days) - 1; i >= 0; i-- {
		for k := len(f.days[i]) - 1; k > 0; k-- {
			lines, header = append(lines, f.days[i][k]), append(header, f.days[i][0])
		}
	}
	var snapshots []string
	for from, to := 0, 0; to < len(lines); from = to - 1 - r.IntN(to-from) {
		to = min(from+3+r.IntN(len(lines)), len(lines))
		text := ""
		for i := from; i < to; i++ {
			if i > from && header[i] != header[i-1] {
				text = header[i-1] + text
			}
			text = lines[i] + text
		}
		snapshots = append(snapshots, header[to-1]+text)
	}
	return snapshots
}

// contents returns what a timeline says, whatever its sources.
func contents(t *Timeline) []string {
	var all []string
	for i := range t.Entries {
		e := &t.Entries[i]
		all = append(all, fmt.Sprintf("%d %s %s %s %s # %s | %s", e.Seq, e.ID, e.Date, e.Clock, e.Zone, e.TitleText(), e.AppendText(nil)))
	}
	return all
}

// TestSnapshotsGiveTheWholeFeed holds that folding overlapping snapshots gives what the whole feed gives, in whatever order they come.
func TestSnapshotsGiveTheWholeFeed(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 1))
		f := makeFeed(r)
		whole := New(new(parser.Parser).Parse(feed.Source{Text: f.text()}))
		var docs []*feed.Document
		for i, text := range f.cut(r) {
			docs = append(docs, new(parser.Parser).Parse(feed.Source{Name: fmt.Sprint(i), Text: text}))
		}
		r.Shuffle(len(docs), func(i, k int) { docs[i], docs[k] = docs[k], docs[i] })
		tl := New(docs...)
		before := len(tl.Entries)
		done := tl.Dedupe()
		if diff := cmp.Diff(contents(whole), contents(tl)); diff != "" {
			t.Fatalf("seed %d, %d snapshots (-whole +folded):\n%s", seed, len(docs), diff)
		}
		if done.Copies != before-len(tl.Entries) || done.Edits != 0 || done.Links != 0 {
			t.Errorf("seed %d: %d of %d stay, %+v", seed, len(tl.Entries), before, done)
		}
	}
}

// TestDedupeLosesNothing holds that every entry of every source is an entry of the timeline or folded into one, once.
func TestDedupeLosesNothing(t *testing.T) {
	for seed := range uint64(100) {
		r := rand.New(rand.NewPCG(seed, 2))
		var docs []*feed.Document
		for range 1 + r.IntN(3) {
			for i, text := range makeFeed(r).cut(r) {
				text = strings.Replace(text, "lights", fmt.Sprint("light", r.IntN(3)), 5) // edits
				docs = append(docs, new(parser.Parser).Parse(feed.Source{Name: fmt.Sprint(i), Text: text}))
			}
		}
		tl := New(docs...)
		want := len(tl.Entries)
		done := tl.Dedupe()
		seen := map[*feed.Entry]int{}
		for i := range tl.Entries {
			e := &tl.Entries[i]
			seen[e.Entry]++
			for _, link := range e.Revisions() {
				seen[link.Entry.Entry]++
			}
			for _, link := range e.Related() {
				if link.Folded {
					seen[link.Entry.Entry]++
				}
			}
		}
		for e, n := range seen {
			if n != 1 {
				t.Errorf("seed %d: line %d is told %d times", seed, e.Line, n)
			}
		}
		if len(seen) != want || len(tl.Entries)+done.Copies+done.Edits != want {
			t.Errorf("seed %d: %d entries, %d told; %d stay, %+v", seed, want, len(seen), len(tl.Entries), done)
		}
	}
}

// TestDedupeTwice holds that to fold again changes nothing.
func TestDedupeTwice(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 3))
	var docs []*feed.Document
	for _, text := range makeFeed(r).cut(r) {
		docs = append(docs, new(parser.Parser).Parse(feed.Source{Text: text}))
	}
	tl := New(docs...)
	first := tl.Dedupe()
	want := viewEntries(tl)
	if second := tl.Dedupe(); second.Copies != first.Copies || viewEntries(tl) != want {
		t.Errorf("%+v, then %+v", first, second)
	}
}

func TestLikeness(t *testing.T) {
	for _, c := range []struct {
		a, b                    string
		resemblance, containing int
	}{
		{"", "", 0, 0},
		{"Goal!", "GOAL", 100, 100},
		{"The ferry has left.", "the FERRY, has left", 100, 100},
		{"The ferry has left", "The ferry has left the harbour at six", 42, 100},
		{"The ferry has left", "Der Zug ist abgefahren", 0, 0},
		{"总统已抵达首都", "总统已抵达首都。", 100, 100},
		{"总统已抵达首都", "总统已离开首都", 33, 50},
	} {
		s, u := shingle(appendWords(nil, c.a)), shingle(appendWords(nil, c.b))
		resemblance, containing := s.compare(u)
		if resemblance != c.resemblance || u.resemblance(s) != c.resemblance || containing != c.containing {
			t.Errorf("%q, %q: %d, %d; want %d, %d", c.a, c.b, resemblance, containing, c.resemblance, c.containing)
		}
	}
}

// TestCommon compares looking up the shingles of a small set in a large one with going through both.
func TestCommon(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 6))
	for range 200 {
		few, many := randomSet(r, r.IntN(9)), randomSet(r, lopsided*9+r.IntN(99))
		want := 0
		for _, shingle := range few {
			if slices.Contains(many, shingle) {
				want++
			}
		}
		if got, back := few.common(many), many.common(few); got != want || back != want {
			t.Fatalf("%v, %v: %d, %d; want %d", few, many, got, back, want)
		}
	}
}

func randomSet(r *rand.Rand, n int) shingled {
	set := make(shingled, n)
	for i := range set {
		set[i] = r.Uint64N(400)
	}
	slices.Sort(set)
	return slices.Compact(set)
}

// TestMinHash holds that signatures find nearly all texts of half likeness and few of little.
func TestMinHash(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 4))
	found := func(shared, own int) (hits int) {
		for range 1000 {
			var a, b shingled
			for range shared {
				h := r.Uint64()
				a, b = append(a, h), append(b, h)
			}
			for range own {
				a, b = append(a, r.Uint64()), append(b, r.Uint64())
			}
			var book sketchbook
			s, u := sign(a), sign(b)
			book.add(a, &s)
			hits += len(book.alike(b, &u))
		}
		return hits
	}
	if n := found(40, 20); n < 970 { // a resemblance of 50 percent
		t.Errorf("of 1000 pairs of half likeness %d were found", n)
	}
	if n := found(4, 28); n > 60 { // of 7
		t.Errorf("of 1000 pairs of little likeness %d were found", n)
	}
}

// TestAlign compares the aligner with the longest common subsequence, and holds that pairs are equal and rise.
func TestAlign(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 5))
	for range 2000 {
		a, b := make([]uint64, r.IntN(30)), make([]uint64, r.IntN(30))
		letters := 1 + r.Uint64N(40)
		for i := range a {
			a[i] = r.Uint64N(letters)
		}
		for i := range b {
			b[i] = r.Uint64N(letters)
		}
		pairs := align(a, b)
		last := pair{-1, -1}
		for _, p := range pairs {
			if a[p.a] != b[p.b] || p.a <= last.a || p.b <= last.b {
				t.Fatalf("%v, %v: %v", a, b, pairs)
			}
			last = p
		}
		if letters == 1 && len(pairs) != min(len(a), len(b)) {
			t.Fatalf("%d, %d: %d pairs", len(a), len(b), len(pairs))
		}
	}
}
