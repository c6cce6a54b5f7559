package grouping

import (
	"slices"
	"strings"
	"testing"
)

// A feed grouped again and again by other weights: what holds of a paragraph below an entry does
// not depend on them, and is found once.

// A place is a paragraph below the entry that begins at lead.
type place struct{ lead, at int32 }

// rowAt returns the cues that hold of paragraph i, of a day that ends before to, if the entry above
// it begins at lead.
func (f *fitFeed) rowAt(lead, i, to int) []uint8 {
	key := place{int32(lead), int32(i)}
	row, ok := f.known[key]
	if ok {
		return row
	}
	o := &f.g.open
	o.begin(&f.g.paragraphs[lead])
	for n := lead + 1; n < i; n++ {
		o.add(&f.g.paragraphs[n])
	}
	p := &f.g.paragraphs[i]
	o.compare(p, nextOf(f.g.paragraphs[:to], i))
	for k := range cues {
		if cues[k].holds(p, o) {
			row = append(row, uint8(k))
		}
	}
	if f.known == nil {
		f.known = map[place][]uint8{}
	}
	f.known[key] = row
	return row
}

// groupQuickly returns the scores that grouper.group gives.
func (f *fitFeed) groupQuickly() []int16 {
	f.scores = resized(f.scores, len(f.gold))
	f.g.rate = f.habits.rate()
	f.scoreQuickly(func(int) int { return 0 })
	f.g.learnLeads(f.days, f.scores)
	f.scoreQuickly(func(i int) int { return int(f.g.paragraphs[i].lead) })
	return f.scores
}

// scoreQuickly scores all paragraphs; more is added to the score of each.
func (f *fitFeed) scoreQuickly(more func(i int) int) {
	for d, from := range f.days[:len(f.days)-1] {
		to, lead := f.days[d+1], from
		for i := from; i < to; i++ {
			if i == from {
				f.scores[i] = maxScore
				continue
			}
			s := f.g.rate + more(i)
			for _, k := range f.rowAt(lead, i, to) {
				s += int(cueWeights[k])
			}
			if s = f.g.signed(i, s); s > 0 {
				lead = i
			}
			f.scores[i] = int16(s)
		}
	}
}

// TestGroupsQuickly holds that a feed is grouped as the program groups it, also by other weights.
func TestGroupsQuickly(t *testing.T) {
	now := weightsNow()
	defer now.use()
	var l label
	var lines []string
	for i, n := range []string{"Hanna Lindqvist", "Otto Brandt", "Maria Santos", "Piet de Vries", "Ana Horvat"} {
		lines = append(lines, n+" has announced new rules for the port.", "“It is about pay,” he said.", "The ferries wait.")
		l.Entries = append(l.Entries, labelEntry{First: 3*i + 1, Last: 3*i + 3, Date: "2025-08-15"})
	}
	f := newFitFeed(&l, strings.Join(lines, "\n"))
	for _, w := range nearby(&now) {
		w.use()
		quick := slices.Clone(f.groupQuickly())
		slow := make([]int16, len(f.gold))
		f.g.group(f.days, slow)
		if !slices.Equal(quick, slow) {
			t.Errorf("scores %v, want %v", quick, slow)
		}
	}
}
