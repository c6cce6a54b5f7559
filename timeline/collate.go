package timeline

import (
	"cmp"
	"iter"
	"slices"

	"github.com/cespare/xxhash/v2"
)

// Collating two snapshots, one feed saved at two times. Entries in both are found first by their
// exact words. Those that are left are matched by URL, timestamp and similarity.

// A match is an entry of the older snapshot and the entry of the newer one with the same report.
type match struct {
	old, new int  // their places, from 0
	likeness int  // of their texts, in percent
	same     bool // neither words nor stamp differ
}

// When two entries of snapshots are versions of one report, in percent of likeness. The less their
// timestamps say, the more similar they have to be.
const (
	// containment, where both have the same clock: what an edit adds to a text does not count
	editedInPlace = 50
	editedThatDay = 50 // resemblance, where both have the same day and no clock
	// containment, the same: a report that was continued, or whose paragraphs are grouped otherwise
	grown           = 90
	editedElsewhere = 70 // resemblance, where the stamp has changed too, by a day at most
)

// telling is how many shingles a text must have to be recognised by its words alone: "Good morning"
// is in every feed.
const telling = 6

// A collation is two snapshots being compared.
type collation struct {
	old, new         []Entry
	oldSets, newSets []shingled // only of what is left when exact matches are found
	oldFree, newFree []bool
	matches          []match
}

// collate matches the entries of two snapshots, each in the order in which its entries happened. An
// old entry has one match at most; a new one can be made of several old ones. The matches come in
// the order of old.
func collate(old, new []Entry) []match {
	c := collation{old: old, new: new, oldFree: allTrue(len(old)), newFree: allTrue(len(new))}
	c.exact()
	c.edited()
	c.regrouped()
	slices.SortFunc(c.matches, func(m, n match) int { return cmp.Compare(m.old, n.old) })
	return c.matches
}

func allTrue(n int) []bool {
	all := make([]bool, n)
	for i := range all {
		all[i] = true
	}
	return all
}

// match notes that two entries are one.
func (c *collation) match(old, new, likeness int, same bool) {
	c.matches = append(c.matches, match{old, new, likeness, same})
	c.oldFree[old], c.newFree[new] = false, false
}

// exact matches what has the same words: first in the order of both, then what was moved.
func (c *collation) exact() {
	a, b := wordings(c.old), wordings(c.new)
	for _, p := range align(a, b) {
		c.matchExact(p.a, p.b)
	}
	c.moved(a, b)
}

// matchExact matches two entries of the same words if their stamps agree, or the words are enough
// to know them by.
func (c *collation) matchExact(i, k int) bool {
	o, n := &c.old[i], &c.new[k]
	agrees := agree(o, n)
	if agrees == different && (!near(o, n) || len(n.shingles()) < telling) {
		return false
	}
	c.match(i, k, 100, agrees != different)
	return true
}

// wordings returns the hashes of the entries' titles and texts.
func wordings(entries []Entry) []uint64 {
	hashes := make([]uint64, len(entries))
	var buf []byte
	for i := range entries {
		buf = entries[i].appendWording(buf[:0])
		hashes[i] = xxhash.Sum64(buf)
	}
	return hashes
}

// appendWording appends title and text, however they are separated.
func (e *Entry) appendWording(dst []byte) []byte {
	if title := e.TitleText(); title != "" {
		dst = append(dst, title...)
		if len(e.Paragraphs) > 0 {
			dst = append(dst, "\n\n"...)
		}
	}
	return e.AppendText(dst)
}

// edited matches what is left and alike, the most alike first.
func (c *collation) edited() {
	c.oldSets, c.newSets = shinglesOf(c.old, c.oldFree), shinglesOf(c.new, c.newFree)
	candidates := c.candidates()
	slices.SortFunc(candidates, func(m, n match) int {
		return cmp.Or(cmp.Compare(n.likeness, m.likeness), cmp.Compare(m.old, n.old),
			cmp.Compare(m.new, n.new))
	})
	for _, m := range candidates {
		if c.oldFree[m.old] && c.newFree[m.new] {
			c.match(m.old, m.new, m.likeness, false)
		}
	}
}

// regrouped matches old entries whose paragraphs are all in the newer snapshot, in whatever
// entries. Without timestamps, the parser may split a day differently when it sees more of the
// feed. A new entry is made of crowd old ones at most: each is compared with the whole of it.
func (c *collation) regrouped() {
	holder := map[uint64]int{} // the new entry of a paragraph
	for k := range c.new {
		for h := range c.new[k].paragraphs() {
			holder[h] = k
		}
	}
	parts := map[int]int{} // by new entry, how many old ones it is made of
	for i := range c.old {
		if !c.oldFree[i] || len(c.oldSets[i]) < telling {
			continue
		}
		first := -1
		for h := range c.old[i].paragraphs() {
			k, stands := holder[h]
			if !stands || !near(&c.old[i], &c.new[k]) {
				first = -1
				break
			}
			if first < 0 {
				first = k
			}
		}
		if first >= 0 && parts[first] < crowd {
			parts[first]++
			c.match(i, first, c.oldSets[i].resemblance(c.new[first].shingles()), false)
		}
	}
}

// paragraphs yields the hashes of the title and the paragraphs, and how many bytes they have.
func (e *Entry) paragraphs() iter.Seq2[uint64, int] {
	return func(yield func(hash uint64, size int) bool) {
		if title := e.TitleText(); title != "" && !yield(xxhash.Sum64String(title), len(title)) {
			return
		}
		for _, p := range e.Paragraphs {
			if text := p.Of(e.Source.Text); !yield(xxhash.Sum64String(text), len(text)) {
				return
			}
		}
	}
}

// shinglesOf returns the sets of the entries that are free.
func shinglesOf(entries []Entry, free []bool) []shingled {
	sets := make([]shingled, len(entries))
	for i := range entries {
		if free[i] {
			sets[i] = entries[i].shingles()
		}
	}
	return sets
}

// version reports whether two entries are versions of one report, and how alike they are.
func (c *collation) version(i, k int) (likeness int, is bool) {
	o, n := &c.old[i], &c.new[k]
	likeness, contained := c.oldSets[i].compare(c.newSets[k])
	switch agree(o, n) {
	case sameClock:
		return likeness, contained >= editedInPlace
	case sameDay:
		enough := min(len(c.oldSets[i]), len(c.newSets[k])) >= telling
		return likeness, likeness >= editedThatDay || enough && contained >= grown
	}
	return likeness, likeness >= editedElsewhere && near(o, n)
}

// nowhere is the place of an entry in a snapshot that does not have it.
const nowhere = -1

// weave returns the order of all entries of two snapshots. Between the entries of the newer one
// come those that only the older one has, each after the same neighbour as before. Every pair has
// an old entry alone or a new one alone; matched entries appear as the new one.
func weave(olds, news int, matches []match) []pair {
	matched := make([]bool, olds)
	steady := make([]pair, 0, len(matches))
	for _, m := range matches {
		matched[m.old] = true
		steady = append(steady, pair{m.old, m.new})
	}
	steady = append(rising(steady), pair{olds, news - 1})
	order := make([]pair, 0, olds+news-len(matches))
	i, k := 0, 0
	for _, p := range steady {
		for ; i < p.a; i++ {
			if !matched[i] {
				order = append(order, pair{i, nowhere})
			}
		}
		for ; k <= p.b; k++ {
			order = append(order, pair{nowhere, k})
		}
	}
	return order
}
